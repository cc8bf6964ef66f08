#include "mailbox/MailAccount.h"

#include "core/Clock.h"

#include <algorithm>
#include <array>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr std::array tlsNames{"implicit", "starttls", "none"};
constexpr std::array authNames{"password", "oauth"};
constexpr std::array modeNames{"drafts-only", "sending"};

template <class Enum, size_t n>
std::optional<Enum> named(const std::array<const char *, n> &names, const QString &name)
{
    const auto found =
        std::ranges::find_if(names, [&](const char *each) { return name == QLatin1String(each); });
    if (found == names.end())
        return {};
    return static_cast<Enum>(found - names.begin());
}

Error invalid(const char *sentence)
{
    return {ErrorKind::InvalidInput, QString::fromLatin1(sentence)};
}

Json toJson(const MailEndpoint &endpoint)
{
    return {{"host", endpoint.host}, {"port", endpoint.port}, {"tls", nameOf(endpoint.tls)}};
}

MailEndpoint endpointFrom(const Json &json)
{
    MailEndpoint endpoint;
    endpoint.host = stringOr(json, "host");
    const qint64 port = integerOr(json, "port", 0);
    endpoint.port = port > 0 && port <= 65535 ? static_cast<quint16>(port) : quint16{0};
    endpoint.tls = mailTlsNamed(stringOr(json, "tls")).value_or(MailTls::Implicit);
    return endpoint;
}

bool hasControls(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

QString nameOf(MailTls tls)
{
    return QString::fromLatin1(tlsNames[static_cast<size_t>(tls)]);
}

std::optional<MailTls> mailTlsNamed(const QString &name)
{
    return named<MailTls>(tlsNames, name);
}

QString nameOf(MailAuth auth)
{
    return QString::fromLatin1(authNames[static_cast<size_t>(auth)]);
}

std::optional<MailAuth> mailAuthNamed(const QString &name)
{
    return named<MailAuth>(authNames, name);
}

QString nameOf(MailMode mode)
{
    return QString::fromLatin1(modeNames[static_cast<size_t>(mode)]);
}

std::optional<MailMode> mailModeNamed(const QString &name)
{
    return named<MailMode>(modeNames, name);
}

QString nameOf(const MailEndpoint &endpoint)
{
    return QStringLiteral("%1:%2").arg(endpoint.host).arg(endpoint.port);
}

Json toJson(const MailAccount &account)
{
    return {{"name", account.name},
            {"address", account.address},
            {"display_name", account.displayName},
            {"reply_to", account.replyTo},
            {"signature", account.signature},
            {"answers_everybody", account.answersEverybody},
            {"imap", toJson(account.imap)},
            {"smtp", toJson(account.smtp)},
            {"user", account.user},
            {"auth", nameOf(account.auth)},
            {"secret_name", account.secretName},
            {"certificate", account.certificate},
            {"folders", account.folders.watched},
            {"sent_folder", account.folders.sent},
            {"drafts_folder", account.folders.drafts},
            {"done_folder", account.folders.done},
            {"mode", nameOf(account.mode)},
            {"look_back_days", account.lookBackDays},
            {"marks_seen", account.marksSeen},
            {"trusted_authserv", account.trustedAuthserv},
            {"paused", account.isPaused},
            {"added", account.added.isValid() ? Json(toIso(account.added)) : Json()}};
}

MailAccount mailAccountFromJson(const Json &json)
{
    MailAccount account;
    account.name = stringOr(json, "name");
    account.address = stringOr(json, "address");
    account.displayName = stringOr(json, "display_name");
    account.replyTo = stringOr(json, "reply_to");
    account.signature = stringOr(json, "signature");
    account.answersEverybody = boolOr(json, "answers_everybody", false);
    account.imap = endpointFrom(memberOrNull(json, "imap"));
    account.smtp = endpointFrom(memberOrNull(json, "smtp"));
    account.user = stringOr(json, "user");
    account.auth = mailAuthNamed(stringOr(json, "auth")).value_or(MailAuth::Password);
    account.secretName = stringOr(json, "secret_name");
    account.certificate = stringOr(json, "certificate");
    if (const Json &watched = memberOrNull(json, "folders"); watched.is_array())
        account.folders.watched = watched.get<QStringList>();
    account.folders.sent = stringOr(json, "sent_folder");
    account.folders.drafts = stringOr(json, "drafts_folder");
    account.folders.done = stringOr(json, "done_folder");
    // What is not understood sends nothing.
    account.mode = mailModeNamed(stringOr(json, "mode")).value_or(MailMode::DraftsOnly);
    account.lookBackDays =
        static_cast<int>(std::clamp<qint64>(integerOr(json, "look_back_days", 0), 0, 36500));
    account.marksSeen = boolOr(json, "marks_seen", false);
    account.trustedAuthserv = stringOr(json, "trusted_authserv");
    account.isPaused = boolOr(json, "paused", false);
    account.added = fromIso(stringOr(json, "added"));
    return account;
}

Result<> checkAccount(const MailAccount &account)
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"));
    static const QRegularExpression address(QStringLiteral("^[^@\\s<>,;\"]+@[^@\\s<>,;\"]+$"));
    static const QRegularExpression fingerprint(QStringLiteral("^[0-9a-f]{64}$"));
    if (!name.match(account.name).hasMatch())
        return invalid("a mailbox's name has up to 64 letters, digits, '-', '_' and '.'");
    const QStringList texts = QStringList{account.address,         account.replyTo,
                                          account.displayName,     account.user,
                                          account.imap.host,       account.smtp.host,
                                          account.trustedAuthserv, account.folders.sent,
                                          account.folders.done,    account.folders.drafts} +
                              account.folders.watched;
    if (std::ranges::any_of(texts, hasControls))
        return invalid("an account holds no line breaks or other control characters");
    if (!address.match(account.address).hasMatch())
        return invalid("the mailbox needs its address, like support@example.org");
    if (!account.replyTo.isEmpty() && !address.match(account.replyTo).hasMatch())
        return invalid("what answers are asked for at is an address, like support@example.org");
    if (!account.imap.isSet())
        return invalid("the server to read from is missing");
    if (account.mode == MailMode::Sending && !account.smtp.isSet())
        return invalid("the server to send by is missing");
    if (account.user.isEmpty())
        return invalid("the name to sign in with is missing");
    if (account.folders.watched.isEmpty() || account.folders.watched.contains(QString()))
        return invalid("at least one folder is to be read, and each has a name");
    static const QRegularExpression authserv(QStringLiteral("^[^\\s;=()<>\"]{0,253}$"));
    if (!authserv.match(account.trustedAuthserv).hasMatch())
        return invalid("a server signs its Authentication-Results with one word, like mx.example.org");
    if (!account.certificate.isEmpty() && !fingerprint.match(account.certificate).hasMatch())
        return invalid("a certificate is named by the 64 hex digits of its SHA-256");
    return {};
}

} // namespace Helmdesk
