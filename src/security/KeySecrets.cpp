#include "security/SecretFinders.h"
#include "security/SecretTable.h"

#include <algorithm>

namespace Helmdesk::SecretFinders
{

namespace
{

constexpr qsizetype leastToken = 12;

bool isAlphanumeric(QChar c)
{
    return c < QChar(0x80) && c.isLetterOrNumber();
}

bool isKeyCharacter(QChar c)
{
    return isAlphanumeric(c) || c == u'-' || c == u'_';
}

bool isTokenCharacter(QChar c)
{
    return isKeyCharacter(c) || QStringView(u".+/=~").contains(c);
}

qsizetype keyCharacters(QStringView text)
{
    return std::ranges::find_if_not(text, isKeyCharacter) - text.begin();
}

// The JSON web token at the start of `text`; 0: there is none.
qsizetype webTokenLength(QStringView text)
{
    constexpr qsizetype leastPart = 8;
    if (!text.startsWith(u"eyJ"))
        return 0;
    qsizetype length = 0;
    for (int part = 0; part < 3; ++part) {
        const qsizetype size = keyCharacters(text.mid(length));
        if (size < (part < 2 ? leastPart : 4))
            return 0;
        length += size;
        if (part < 2 && (length == text.size() || text[length] != u'.'))
            return 0;
        length += part < 2 ? 1 : 0;
    }
    return length;
}

// The key with a known prefix at the start of `text`; 0: there is none.
qsizetype knownKeyLength(QStringView text)
{
    for (const SecretTable::KeyPrefix &key : SecretTable::builtIn().keys) {
        if (!text.startsWith(key.prefix))
            continue;
        qsizetype end = key.prefix.size();
        end += keyCharacters(text.mid(end));
        // Some keys have a dot inside.
        if (key.prefix.endsWith(u'.') && end < text.size() && text[end] == u'.')
            end += 1 + keyCharacters(text.mid(end + 1));
        if (end - key.prefix.size() >= key.least)
            return end;
    }
    return 0;
}

// Looks at each place of a token where a key may begin.
void findInToken(QStringView token, qsizetype offset, Found &found)
{
    for (qsizetype at = 0; at + leastToken <= token.size(); ++at) {
        const bool isInside = at > 0 && isKeyCharacter(token[at - 1]);
        if (isInside && token[at - 1] != u'-')
            continue;
        const QStringView rest = token.mid(at);
        // A web token holds dashes itself: what follows one is not looked at again.
        const qsizetype webToken = isInside ? 0 : webTokenLength(rest);
        const qsizetype length = webToken > 0 ? webToken : knownKeyLength(rest);
        if (length == 0)
            continue;
        found.push_back({offset + at, length, webToken > 0 ? SecretKind::Token : SecretKind::ApiKey,
                         withEnding(QLatin1String(webToken > 0 ? "token" : "key"), rest.left(length))});
        at += length - 1;
    }
}

void findTokens(const QString &text, Found &found)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!isTokenCharacter(text[at]))
            continue;
        qsizetype end = at;
        while (end < text.size() && isTokenCharacter(text[end]))
            ++end;
        if (end - at >= leastToken)
            findInToken(QStringView(text).mid(at, end - at), at, found);
        at = end;
    }
}

void findLabelledKeys(const QString &text, Found &found)
{
    static const QRegularExpression labelled(
        QStringLiteral(
            R"((?:\b(?:bearer|basic)(?= {1,3})|\b(?:api|access|secret|auth|private|client|session|refresh|license|licence|encryption|signing|webhook)[ _-]?(?:key|token|secret|id token)\b(?:[ _-]?(?:id|value))?))"
            R"((?: is| was)?\s{0,3}([:=]?)\s{0,3}["']?([A-Za-z0-9_\-.+/=]{16,512}+))"),
        QRegularExpression::CaseInsensitiveOption);
    for (auto matches = labelled.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        QStringView key = match.capturedView(2);
        while (key.endsWith(u'.'))
            key.chop(1);
        const bool hasDigit = std::ranges::any_of(key, [](QChar c) { return c.isDigit(); });
        const bool isPath = key.contains(u"//") || key.startsWith(u'/');
        if (key.size() < 16 || isPath || !(hasDigit || match.capturedLength(1) > 0))
            continue;
        found.push_back(
            {match.capturedStart(2), key.size(), SecretKind::ApiKey, withEnding(QLatin1String("key"), key)});
    }
}

// Passwords and tokens inside addresses.
void findInAddresses(const QString &text, Found &found)
{
    static const QRegularExpression account(
        QStringLiteral(R"(\b[a-z][a-z0-9+.-]{1,15}://[^\s/:@]{0,64}:([^\s/@]{1,128})@)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression parameter(
        QStringLiteral(
            R"([?&#;](?:[a-z]{1,20}[_-])?(?:token|api[_-]?key|secret|password|passwd|pwd|auth|signature|sig|session(?:[_-]?id)?|sid|jwt)=([^\s&#"'<>\[]{6,512}))"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression cookie(
        QStringLiteral(
            R"(\b(?:phpsessid|jsessionid|sessionid|session_id|connect\.sid|csrftoken|auth_token|access_token|refresh_token)["']?\s?[=:]\s?["']?([A-Za-z0-9%_.\-]{12,512}))"),
        QRegularExpression::CaseInsensitiveOption);
    for (auto matches = account.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (!match.capturedView(1).startsWith(u'['))
            found.push_back({match.capturedStart(1), match.capturedLength(1), SecretKind::Password,
                             QStringLiteral("[password]")});
    }
    for (const QRegularExpression *expression : {&parameter, &cookie}) {
        for (auto matches = expression->globalMatch(text); matches.hasNext();) {
            const auto match = matches.next();
            found.push_back({match.capturedStart(1), match.capturedLength(1), SecretKind::Token,
                             withEnding(QLatin1String("token"), match.capturedView(1))});
        }
    }
}

// How long the key is that follows "-----BEGIN … PRIVATE KEY-----": to its end, or, where that is missing, as
// far as the lines look like one.
qsizetype privateKeyLength(const QString &rest)
{
    static const QRegularExpression end(QStringLiteral("-----END [A-Z0-9 ]{1,40}-----"));
    static const QRegularExpression lines(QStringLiteral(R"(\A(?:\s{0,4}[A-Za-z0-9+/=]{16,}+)*+)"));
    const auto match = end.match(rest);
    return match.hasMatch() ? match.capturedEnd() : lines.match(rest).capturedEnd();
}

void findPrivateKeys(const QString &text, Found &found)
{
    static const QRegularExpression begin(
        QStringLiteral("-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----"));
    constexpr qsizetype longest = 16'000;
    qsizetype done = 0;
    for (auto matches = begin.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (match.capturedStart() < done)
            continue;
        QString rest = text.mid(match.capturedEnd(), longest);
        if (const qsizetype next = rest.indexOf(QLatin1String("-----BEGIN")); next >= 0)
            rest.truncate(next);
        done = match.capturedEnd() + privateKeyLength(rest);
        found.push_back({match.capturedStart(), done - match.capturedStart(), SecretKind::PrivateKey,
                         QStringLiteral("[private key]")});
    }
}

} // namespace

void findKeys(const QString &text, Found &found)
{
    findTokens(text, found);
    findInAddresses(text, found);
    findLabelledKeys(text, found);
    if (text.contains(QLatin1String("-----BEGIN")))
        findPrivateKeys(text, found);
}

} // namespace Helmdesk::SecretFinders
