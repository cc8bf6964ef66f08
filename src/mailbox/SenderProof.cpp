#include "mailbox/SenderProof.h"

#include "mailbox/MailReading.h"

#include <optional>
#include <QHash>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QStringList>
#include <vector>

namespace Helmdesk
{
namespace
{

// What one method found out.
struct MethodResult {
    QString method; // lower case, as are the result and the names of properties
    QString result;
    QHash<QString, QString> properties; // "header.d" to its value
};

// Qt knows the public suffixes only where cookies are judged.
class SuffixList : public QNetworkCookieJar
{
public:
    bool isPublic(const QString &domain) const
    {
        if (!domain.contains(u'.'))
            return true;
        QNetworkCookie cookie("a", "b");
        cookie.setDomain(u'.' + domain);
        return !validateCookie(cookie, QUrl(QStringLiteral("https://www.") + domain));
    }
    // Without the list every domain would be its own organisation's.
    bool isThere() const { return isPublic(QStringLiteral("co.uk")) && !isPublic(QStringLiteral("a.co.uk")); }
};

// "reed.example" of "mail.reed.example"; the domain itself where it is a public suffix.
QString organisationOf(const QString &domain)
{
    const SuffixList list;
    if (!list.isThere())
        return domain;
    const QStringList labels = domain.split(u'.');
    for (qsizetype i = 0; i < labels.size(); ++i)
        if (list.isPublic(labels.mid(i).join(u'.')))
            return i == 0 ? domain : labels.mid(i - 1).join(u'.');
    return domain;
}

// In ASCII and lower case; empty for what is no domain.
QString domainIn(const QString &value)
{
    return QString::fromLatin1(QUrl::toAce(value.section(u'@', -1).trimmed())).toLower();
}

bool isAligned(const QString &domain, const QString &from)
{
    return !domain.isEmpty() && (domain == from || organisationOf(domain) == organisationOf(from));
}

// The words of a field without comments, with '=' and ';' as words of their own. Nothing where a quote or a
// comment does not end.
std::optional<QStringList> wordsOf(const QString &field)
{
    QStringList words;
    QString word;
    bool isWord = false;
    int depth = 0; // of comments
    bool isQuoted = false;
    const auto end = [&] {
        if (isWord)
            words.append(word);
        word.clear();
        isWord = false;
    };
    for (qsizetype i = 0; i < field.size(); ++i) {
        const QChar c = field.at(i);
        const bool isEscape = c == u'\\' && (isQuoted || depth > 0) && i + 1 < field.size();
        if (depth > 0) {
            depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
            i += isEscape ? 1 : 0;
        } else if (isQuoted) {
            isQuoted = c != u'"';
            if (isEscape)
                word += field.at(++i);
            else if (isQuoted)
                word += c;
        } else if (c == u'"') {
            isQuoted = isWord = true;
        } else if (c == u'(') {
            end();
            depth = 1;
        } else if (c == u';' || c == u'=' || c.isSpace()) {
            end();
            if (!c.isSpace())
                words.append(c);
        } else {
            word += c;
            isWord = true;
        }
    }
    end();
    return depth > 0 || isQuoted ? std::nullopt : std::optional(words);
}

// The field up to the next ';', as "name = value" pairs; the words of another form are passed over.
MethodResult resultFrom(const QStringList &words)
{
    MethodResult found;
    for (qsizetype i = 0; i + 2 < words.size(); ++i) {
        if (words.at(i + 1) != u"=" || words.at(i) == u"=")
            continue;
        const QString name = words.at(i).toLower();
        if (found.method.isEmpty()) {
            found.method = name.section(u'/', 0, 0);
            found.result = words.at(i + 2).toLower();
        } else if (!found.properties.contains(name)) {
            found.properties.insert(name, words.at(i + 2));
        }
        i += 2;
    }
    return found;
}

struct ServerWord {
    QString authserv;
    std::vector<MethodResult> results;
};

std::optional<ServerWord> readField(const QString &field)
{
    const auto words = wordsOf(field);
    if (!words)
        return {};
    std::vector<QStringList> parts(1);
    for (const QString &word : *words) {
        if (word == u";")
            parts.emplace_back();
        else
            parts.back().append(word);
    }
    // Its name, and a version, of which there is one.
    const QStringList &head = parts.front();
    const bool isKnownForm = head.size() == 1 || (head.size() == 2 && head.at(1) == u"1");
    if (!isKnownForm)
        return {};
    ServerWord said{head.front(), {}};
    for (size_t i = 1; i < parts.size(); ++i)
        said.results.push_back(resultFrom(parts[i]));
    return said;
}

bool isDmarcFor(const MethodResult &result, const QString &from)
{
    return result.method == u"dmarc" && result.result == u"pass" &&
           domainIn(result.properties.value(QStringLiteral("header.from"))) == from;
}

bool isAlignedPass(const MethodResult &result, const QString &from)
{
    if (result.result != u"pass")
        return false;
    const auto property = [&](const char *name) { return result.properties.value(QLatin1String(name)); };
    if (result.method == u"dkim") {
        const QString signer = property("header.d");
        return isAligned(domainIn(signer.isEmpty() ? property("header.i") : signer), from);
    }
    return result.method == u"spf" && isAligned(domainIn(property("smtp.mailfrom")), from);
}

bool vouches(const ServerWord &said, const QString &from)
{
    bool isProven = false;
    for (const MethodResult &result : said.results) {
        if (result.method == u"dmarc" && result.result == u"fail")
            return false; // the domain's owner may ask for more than we do
        isProven = isProven || isDmarcFor(result, from) || isAlignedPass(result, from);
    }
    return isProven;
}

// The only address of the only From field; empty otherwise.
QString onlySender(GMimeMessage *message)
{
    GMimeHeaderList *headers = g_mime_object_get_header_list(GMIME_OBJECT(message));
    int fields = 0;
    for (int i = 0; i < g_mime_header_list_get_count(headers); ++i)
        if (QByteArray(g_mime_header_get_name(g_mime_header_list_get_header_at(headers, i))).toLower() ==
            "from")
            ++fields;
    InternetAddressList *from = g_mime_message_get_from(message);
    if (fields != 1 || from == nullptr || internet_address_list_length(from) != 1)
        return {};
    InternetAddress *address = internet_address_list_get_address(from, 0);
    if (!INTERNET_ADDRESS_IS_MAILBOX(address))
        return {};
    return fromGlib(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address))).trimmed();
}

} // namespace

bool isSenderProven(const QByteArray &mail, const QString &sender, const QString &authserv)
{
    if (authserv.isEmpty() || sender.isEmpty())
        return false;
    bool isProven = false;
    withMail(headerPartOf(mail), [&](GMimeMessage *message) {
        if (onlySender(message).compare(sender, Qt::CaseInsensitive) != 0)
            return;
        const QString from = domainIn(sender);
        GMimeHeaderList *headers = g_mime_object_get_header_list(GMIME_OBJECT(message));
        for (int i = 0; i < g_mime_header_list_get_count(headers) && !from.isEmpty(); ++i) {
            GMimeHeader *header = g_mime_header_list_get_header_at(headers, i);
            if (QByteArray(g_mime_header_get_name(header)).toLower() != "authentication-results")
                continue;
            const auto said = readField(fromGlib(g_mime_header_get_value(header)));
            if (!said || said->authserv.compare(authserv, Qt::CaseInsensitive) != 0)
                continue;
            isProven = vouches(*said, from);
            return; // those below may be anybody's
        }
    });
    return isProven;
}

} // namespace Helmdesk
