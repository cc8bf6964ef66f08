#include "mailbox/ReplyMail.h"

#include "channels/MailFiles.h"
#include "channels/ReplyHeaders.h"
#include "core/Json.h"
#include "core/ResourcePaths.h"

#include <algorithm>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

namespace Helmdesk
{
namespace
{

constexpr qsizetype mostQuoted = 20'000; // characters

using Part = Gmime::Owned<GMimeObject>;

Error invalid(const QString &sentence)
{
    return {ErrorKind::InvalidInput, sentence};
}

// One line, without control characters.
QByteArray headerText(const QString &text)
{
    QString clean = text.simplified();
    clean.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return clean.toUtf8();
}

QString withoutCarriageReturns(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n').remove(QChar::Null);
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

Result<> addPeople(GMimeMessage *message, GMimeAddressType type, const QList<MailPerson> &people)
{
    for (const MailPerson &person : people) {
        const auto address = wireAddress(person.address);
        if (!address)
            return address.error();
        const QByteArray name = headerText(person.name);
        g_mime_message_add_mailbox(message, type, name.isEmpty() ? nullptr : name.constData(),
                                   address->toUtf8().constData());
    }
    return {};
}

Result<> setIds(GMimeMessage *message, const char *header, const QStringList &ids)
{
    QByteArray value;
    for (const QString &id : ids) {
        if (!isMailId(id))
            return invalid(QStringLiteral("%1 would hold what is no Message-ID").arg(QLatin1String(header)));
        value += (value.isEmpty() ? "<" : " <") + id.toLatin1() + '>';
    }
    if (!ids.isEmpty())
        g_mime_object_set_header(GMIME_OBJECT(message), header, value.constData(), "us-ascii");
    return {};
}

// The bytes go in as they are: the library's own set_text() labels Latin-1 as UTF-8 at times.
Part textPart(const char *subtype, const QString &text)
{
    Part part = Gmime::partOf("text", subtype, text.toUtf8(), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    g_mime_object_set_content_type_parameter(part.get(), "charset", "utf-8");
    return part;
}

QString attribution(const QuotedMail &quoted, const QString &language)
{
    static const Json lines = [] {
        const auto bytes = readResource(QStringLiteral("mail/quoting.json"));
        const auto json = bytes ? parseJson(*bytes) : Result<Json>(bytes.error());
        return json ? *json : Json::object();
    }();
    const QByteArray wanted = language.toUtf8();
    const QString who = quoted.from.name.isEmpty() ? quoted.from.address : quoted.from.name.simplified();
    if (!quoted.at.isValid())
        return who + u':';
    const QString line =
        stringOr(lines, wanted.constData(), stringOr(lines, "en", QStringLiteral("On %1, %2 wrote:")));
    const QString day = QLocale(language).toString(quoted.at.date(), QLocale::LongFormat);
    return line.arg(day, who);
}

QString shortened(const QString &quoted)
{
    const QString text = withoutCarriageReturns(quoted);
    return text.size() > mostQuoted ? text.left(mostQuoted) + QStringLiteral("\n[…]") : text;
}

QString plainText(const ReplyMail &reply)
{
    QString text = withoutCarriageReturns(reply.text);
    if (const QString signature = withoutCarriageReturns(reply.signature); !signature.isEmpty())
        text += QStringLiteral("\n\n-- \n") + signature;
    if (reply.quoted) {
        text += QStringLiteral("\n\n") + attribution(*reply.quoted, reply.language);
        const QStringList lines = shortened(reply.quoted->text).split(u'\n');
        for (const QString &line : lines)
            text += (line.startsWith(u'>') ? QStringLiteral("\n>") : QStringLiteral("\n> ")) + line;
    }
    return text + u'\n';
}

// Escaped; lines stay lines, addresses of the web become links.
QString htmlOf(const QString &text)
{
    static const QRegularExpression link(QStringLiteral("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]]"));
    QString html;
    qsizetype from = 0;
    auto found = link.globalMatch(text);
    while (found.hasNext()) {
        const auto match = found.next();
        const QString address = match.captured().toHtmlEscaped();
        html += text.mid(from, match.capturedStart() - from).toHtmlEscaped();
        html += QStringLiteral("<a href=\"%1\">%1</a>").arg(address);
        from = match.capturedEnd();
    }
    html += text.mid(from).toHtmlEscaped();
    return html.replace(u'\n', QStringLiteral("<br>\n"));
}

QString htmlText(const ReplyMail &reply)
{
    QString body =
        QStringLiteral("<div dir=\"auto\">%1</div>\n").arg(htmlOf(withoutCarriageReturns(reply.text)));
    if (const QString signature = withoutCarriageReturns(reply.signature); !signature.isEmpty())
        body += QStringLiteral("<div dir=\"auto\" class=\"signature\"><br>-- <br>\n%1</div>\n")
                    .arg(htmlOf(signature));
    if (reply.quoted) {
        body += QStringLiteral("<div dir=\"auto\" class=\"quoted\"><br>%1</div>\n"
                               "<blockquote type=\"cite\" dir=\"auto\" style=\"margin:0 0 0 1ex;"
                               "border-left:1px solid #bbb;padding-left:1ex\">%2</blockquote>\n")
                    .arg(htmlOf(attribution(*reply.quoted, reply.language)),
                         htmlOf(shortened(reply.quoted->text)));
    }
    return QStringLiteral(
               "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n%1</body></html>\n")
        .arg(body);
}

Part bodyOf(const ReplyMail &reply)
{
    GMimeMultipart *alternative = g_mime_multipart_new_with_subtype("alternative");
    Part body(GMIME_OBJECT(alternative));
    Gmime::setBoundary(alternative, reply.messageId, "text");
    g_mime_multipart_add(alternative, textPart("plain", plainText(reply)).get());
    g_mime_multipart_add(alternative, textPart("html", htmlText(reply)).get());
    return Gmime::withFiles(std::move(body), reply.attachments, reply.messageId);
}

Result<> addHeaders(GMimeMessage *message, const ReplyMail &reply, BccLine bcc)
{
    const std::array<std::pair<GMimeAddressType, QList<MailPerson>>, 5> people{
        {{GMIME_ADDRESS_TYPE_FROM, {reply.from}},
         {GMIME_ADDRESS_TYPE_REPLY_TO,
          reply.replyTo.address.isEmpty() ? QList<MailPerson>() : QList<MailPerson>{reply.replyTo}},
         {GMIME_ADDRESS_TYPE_TO, reply.to},
         {GMIME_ADDRESS_TYPE_CC, reply.cc},
         {GMIME_ADDRESS_TYPE_BCC, bcc == BccLine::Written ? reply.bcc : QList<MailPerson>()}}};
    for (const auto &[type, list] : people)
        if (auto added = addPeople(message, type, list); !added)
            return added;
    g_mime_message_set_subject(message, headerText(reply.subject).constData(), "utf-8");
    GDateTime *at = g_date_time_new_from_unix_utc(reply.at.toSecsSinceEpoch());
    g_mime_message_set_date(message, at);
    g_date_time_unref(at);
    g_mime_message_set_message_id(message, reply.messageId.toLatin1().constData());
    if (auto set = setIds(message, "In-Reply-To",
                          reply.inReplyTo.isEmpty() ? QStringList() : QStringList{reply.inReplyTo});
        !set)
        return set;
    if (auto set = setIds(message, "References", reply.references); !set)
        return set;
    if (reply.isAutomatic)
        g_mime_object_set_header(GMIME_OBJECT(message), "Auto-Submitted", "auto-replied", nullptr);
    return {};
}

} // namespace

Result<QString> wireAddress(const QString &address)
{
    const QString local = address.section(u'@', 0, -2);
    const QString domain = address.section(u'@', -1);
    static const QRegularExpression plainLocal(QStringLiteral("\\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}\\z"));
    if (!plainLocal.match(local).hasMatch())
        return invalid(local.isEmpty() ? QStringLiteral("there is no e-mail address to write to")
                                       : QStringLiteral("the e-mail address has characters before the @ "
                                                        "that cannot be sent to"));
    const QByteArray ascii = QUrl::toAce(domain);
    static const QRegularExpression plainDomain(
        QStringLiteral("\\A[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?\\z"));
    const QString wire = QString::fromLatin1(ascii);
    if (!plainDomain.match(wire).hasMatch() || wire.contains(QStringLiteral("..")))
        return invalid(QStringLiteral("the e-mail address has no domain that can be sent to"));
    return local + u'@' + wire;
}

QStringList referencesAfter(const QStringList &references, const QString &inReplyTo,
                            const QString &answeredId)
{
    QStringList all;
    QStringList named = references;
    if (named.isEmpty() && !inReplyTo.isEmpty())
        named.append(inReplyTo);
    named.append(answeredId);
    for (const QString &id : std::as_const(named)) {
        all.removeAll(id == named.constFirst() ? QString()
                                               : id); // the latest place counts, but the root stays
        if (isMailId(id) && !all.contains(id))
            all.append(id);
    }
    return all.size() > mostReferences ? all.mid(0, 1) + all.mid(all.size() - mostReferences + 1) : all;
}

Result<QByteArray> writeReply(const ReplyMail &reply, BccLine bcc)
{
    if (reply.to.isEmpty())
        return invalid(QStringLiteral("there is no e-mail address to write to"));
    if (!isMailId(reply.messageId))
        return invalid(QStringLiteral("the reply has no Message-ID"));
    Gmime::start();
    const Gmime::Owned<GMimeMessage> message(g_mime_message_new(TRUE));
    if (auto added = addHeaders(message.get(), reply, bcc); !added)
        return added.error();
    g_mime_message_set_mime_part(message.get(), bodyOf(reply).get());

    GMimeFormatOptions *format = g_mime_format_options_new();
    g_mime_format_options_set_newline_format(format, GMIME_NEWLINE_FORMAT_DOS);
    char *bytes = g_mime_object_to_string(GMIME_OBJECT(message.get()), format);
    const QByteArray out(bytes);
    g_free(bytes);
    g_mime_format_options_free(format);
    return out;
}

} // namespace Helmdesk
