#include "mailbox/SmtpSender.h"

#include "core/Instants.h"
#include "mailbox/Bounce.h"
#include "mailbox/ReplyMail.h"
#include "mailbox/SocketStream.h"

#include <libetpan/mailsmtp.h>
#include <libetpan/mailstream_helper.h>
#include <QLoggingCategory>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

Q_LOGGING_CATEGORY(lcSmtp, "helmdesk.smtp")

struct Reply {
    int code = 0; // 0: none came
    QString text;

    bool isGood() const { return code >= 200 && code < 300; }
    bool isLater() const { return code >= 400 && code < 500; }
};

// "550 5.1.1 no such user" in words.
QString wordsOf(const Reply &reply)
{
    static const QRegularExpression number(QStringLiteral("^([245]\\.\\d{1,3}\\.\\d{1,3})\\b"));
    const QString meaning = wordsOfStatus(number.match(reply.text).captured(1));
    const QString said =
        QStringLiteral("the server said: %1 %2").arg(reply.code).arg(reply.text.left(300)).trimmed();
    return meaning.isEmpty() ? said : QStringLiteral("%1 (%2)").arg(meaning, said);
}

// As it goes over the wire, without the end: the library's own function sends that too, before anything can
// be noted.
QByteArray dotted(const QByteArray &mail)
{
    QByteArray wire = mail.startsWith('.') ? '.' + mail : mail;
    wire.replace("\r\n.", "\r\n..");
    return wire.endsWith("\r\n") ? wire : wire + "\r\n";
}

// One connection. Every step sets its own deadline; what ends it is an outcome.
class Session
{
public:
    Session(const MailAccount &account, const QString &secret, const RunControl &control)
        : m_account(account)
        , m_secret(secret)
        , m_control(control)
        , m_smtp(mailsmtp_new(0, nullptr))
    {
    }
    ~Session()
    {
        mailsmtp_free(m_smtp); // with its stream
    }
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    std::optional<SmtpOutcome> open();
    SmtpOutcome deliver(const SmtpLetter &letter, const std::function<Result<>()> &beforeEnd);
    SmtpOutcome close();

private:
    void step(std::chrono::seconds deadline = SmtpSender::stepDeadline)
    {
        m_socket->setControl(m_control.withDeadline(deadline));
    }
    std::optional<SmtpOutcome> greet();
    std::optional<SmtpOutcome> encrypt();
    std::optional<SmtpOutcome> signIn();
    Reply signInWithPassword();
    Reply signInWithToken();
    std::optional<SmtpOutcome> nameRecipients(const SmtpLetter &letter, SmtpOutcome &outcome);
    SmtpOutcome finish(SmtpOutcome outcome, const std::function<Result<>()> &beforeEnd);

    Reply say(const QByteArray &line);
    Reply read();
    Reply last() const
    {
        return {m_smtp->response_code,
                QString::fromUtf8(m_smtp->response ? m_smtp->response : "").simplified()};
    }
    bool write(const QByteArray &bytes);
    SmtpOutcome lost() const; // the connection ended before the mail's end
    static SmtpOutcome answered(const Reply &reply, const QString &what);

    const MailAccount &m_account;
    const QString &m_secret;
    RunControl m_control;
    std::unique_ptr<SocketStream> m_socket;
    mailsmtp *m_smtp;
};

bool Session::write(const QByteArray &bytes)
{
    return mailstream_write(m_smtp->stream, bytes.constData(), static_cast<size_t>(bytes.size())) ==
               static_cast<ssize_t>(bytes.size()) &&
           mailstream_flush(m_smtp->stream) == 0;
}

Reply Session::read()
{
    constexpr int mostLines = 100;
    Reply reply;
    for (int i = 0; i < mostLines; ++i) {
        const char *line = mailstream_read_line_remove_eol(m_smtp->stream, m_smtp->line_buffer);
        const QByteArray bytes(line ? line : "");
        if (bytes.size() < 3)
            return {};
        reply.code = bytes.left(3).toInt();
        reply.text = (reply.text + u' ' + QString::fromUtf8(bytes.mid(4))).left(2000).simplified();
        if (bytes.size() == 3 || bytes[3] != '-')
            return reply;
    }
    return {};
}

Reply Session::say(const QByteArray &line)
{
    return write(line + "\r\n") ? read() : Reply();
}

SmtpOutcome Session::lost() const
{
    if (m_control.isStopped())
        return {SmtpFate::Ended, QStringLiteral("the program ends"), {}};
    const std::optional<Error> &fault = m_socket->fault();
    return {SmtpFate::Delayed,
            fault ? fault->detail : QStringLiteral("%1 ended the connection").arg(nameOf(m_account.smtp)),
            {}};
}

SmtpOutcome Session::answered(const Reply &reply, const QString &what)
{
    return {reply.isLater() ? SmtpFate::Delayed : SmtpFate::Refused,
            QStringLiteral("%1: %2").arg(what, wordsOf(reply)),
            {}};
}

std::optional<SmtpOutcome> Session::open()
{
    auto opened = SocketStream::open(m_account.smtp, m_account.certificate,
                                     m_control.withDeadline(SmtpSender::stepDeadline));
    if (!opened) {
        const Error &error = opened.error();
        const SmtpFate fate = error.kind == ErrorKind::Cancelled ? SmtpFate::Ended
                              : error.kind == ErrorKind::Denied  ? SmtpFate::AccountFault
                                                                 : SmtpFate::Delayed;
        return SmtpOutcome{fate, error.detail, {}};
    }
    m_socket = std::move(*opened);
    step();
    if (mailsmtp_connect(m_smtp, m_socket->newStream()) != MAILSMTP_NO_ERROR)
        return last().code >= 400 ? answered(last(), QStringLiteral("the mail server turns us away"))
                                  : lost();
    if (auto ended = greet())
        return ended;
    if (m_account.smtp.tls == MailTls::StartTls)
        if (auto ended = encrypt())
            return ended;
    if (!m_socket->isEncrypted())
        qCWarning(lcSmtp).noquote() << "the mailbox" << m_account.name
                                    << "sends without TLS: everybody on the way can read its mails and its "
                                       "password";
    return signIn();
}

std::optional<SmtpOutcome> Session::greet()
{
    step();
    if (mailesmtp_ehlo(m_smtp) == MAILSMTP_NO_ERROR)
        return {};
    if (last().code < 400)
        return lost();
    if (mailsmtp_helo(m_smtp) == MAILSMTP_NO_ERROR)
        return {};
    return last().code >= 400 ? answered(last(), QStringLiteral("the mail server turns us away")) : lost();
}

std::optional<SmtpOutcome> Session::encrypt()
{
    if ((m_smtp->esmtp & MAILSMTP_ESMTP_STARTTLS) == 0)
        return SmtpOutcome{SmtpFate::AccountFault,
                           QStringLiteral("%1 does not offer TLS, and nothing is sent without it")
                               .arg(nameOf(m_account.smtp)),
                           {}};
    step();
    if (mailesmtp_starttls(m_smtp) != MAILSMTP_NO_ERROR)
        return last().code >= 400 ? answered(last(), QStringLiteral("the mail server does not begin TLS"))
                                  : lost();
    if (const Result<> encrypted = m_socket->startTls(); !encrypted) {
        const Error &error = encrypted.error();
        return SmtpOutcome{
            error.kind == ErrorKind::Denied ? SmtpFate::AccountFault : SmtpFate::Delayed, error.detail, {}};
    }
    m_smtp->esmtp = 0; // what was said in plain does not count
    m_smtp->auth = 0;
    return greet();
}

std::optional<SmtpOutcome> Session::signIn()
{
    if (m_secret.isEmpty() && m_account.auth == MailAuth::Password)
        return {}; // a server that knows us by our address
    step();
    const Reply reply = m_account.auth == MailAuth::OAuth ? signInWithToken() : signInWithPassword();
    if (reply.isGood())
        return {};
    if (reply.code == 0)
        return lost();
    if (reply.isLater())
        return answered(reply, QStringLiteral("the mail server cannot sign us in now"));
    return SmtpOutcome{
        SmtpFate::AccountFault,
        QStringLiteral("the mail server refuses the sign-in of %1; %2").arg(m_account.user, wordsOf(reply)),
        {}};
}

Reply Session::signInWithPassword()
{
    const QByteArray user = m_account.user.toUtf8();
    const QByteArray secret = m_secret.toUtf8();
    mailstream_set_privacy(m_smtp->stream, 0);
    if ((m_smtp->auth & MAILSMTP_AUTH_PLAIN) != 0 || (m_smtp->auth & MAILSMTP_AUTH_LOGIN) == 0)
        return say("AUTH PLAIN " + (QByteArray(1, '\0') + user + QByteArray(1, '\0') + secret).toBase64());
    Reply reply = say("AUTH LOGIN");
    for (const QByteArray &part : {user, secret})
        if (reply.code == 334)
            reply = say(part.toBase64());
    return reply;
}

Reply Session::signInWithToken()
{
    const QByteArray bearer = "user=" + m_account.user.toUtf8() +
                              "\x01"
                              "auth=Bearer " +
                              m_secret.toUtf8() + "\x01\x01";
    Reply reply = say("AUTH XOAUTH2 " + bearer.toBase64());
    if (reply.code == 334) // why not, as JSON: an empty line, then it is said again as a refusal
        reply = say({});
    return reply;
}

std::optional<SmtpOutcome> Session::nameRecipients(const SmtpLetter &letter, SmtpOutcome &outcome)
{
    constexpr int notify = MAILSMTP_DSN_NOTIFY_FAILURE | MAILSMTP_DSN_NOTIFY_DELAY;
    int taken = 0;
    std::optional<Reply> worst; // of those it is written to; one that may be taken later is the worst
    for (qsizetype i = 0; i < letter.to.size(); ++i) {
        const QString &address = letter.to.at(i);
        step();
        const int done = mailesmtp_rcpt(m_smtp, address.toUtf8().constData(), notify, nullptr);
        if (done == MAILSMTP_NO_ERROR) {
            taken += i < letter.first ? 1 : 0;
            continue;
        }
        const Reply reply = last();
        if (m_socket->fault() || reply.code < 400)
            return lost();
        outcome.refused.append(QStringLiteral("%1 was refused: %2").arg(address, wordsOf(reply)));
        if (i < letter.first && (!worst || reply.isLater()))
            worst = reply;
    }
    if (taken > 0)
        return {};
    SmtpOutcome ended;
    ended.fate = worst && worst->isLater() ? SmtpFate::Delayed : SmtpFate::Refused;
    ended.words = outcome.refused.join(QStringLiteral("; "));
    ended.refused = outcome.refused;
    return ended;
}

SmtpOutcome Session::deliver(const SmtpLetter &letter, const std::function<Result<>()> &beforeEnd)
{
    step();
    const auto size = static_cast<size_t>(letter.mail.size());
    if (mailesmtp_mail_size(m_smtp, letter.from.toUtf8().constData(), 0, nullptr, size) != MAILSMTP_NO_ERROR)
        return m_socket->fault() || last().code < 400
                   ? lost()
                   : answered(last(), QStringLiteral("the mail server does not take the mail"));
    SmtpOutcome outcome;
    if (auto ended = nameRecipients(letter, outcome))
        return *ended;
    step();
    if (mailsmtp_data(m_smtp) != MAILSMTP_NO_ERROR)
        return m_socket->fault() || last().code < 400
                   ? lost()
                   : answered(last(), QStringLiteral("the mail server does not take the mail"));
    step(SmtpSender::dataDeadline);
    if (!write(dotted(letter.mail)))
        return lost(); // without its end no server keeps it
    return finish(std::move(outcome), beforeEnd);
}

// From the first byte of the end on, only the server's answer says what became of the mail.
SmtpOutcome Session::finish(SmtpOutcome outcome, const std::function<Result<>()> &beforeEnd)
{
    reached(Instant::MailEnding);
    if (const Result<> noted = beforeEnd(); !noted)
        return {SmtpFate::Ended, noted.error().detail, {}};
    reached(Instant::MailEndNoted);
    // Not ended by a stop: an answer on its way is worth its wait.
    m_socket->setControl(RunControl().withDeadline(SmtpSender::dataDeadline));
    const bool isEnded = write(".\r\n");
    reached(Instant::MailEnded);
    const Reply reply = isEnded ? read() : Reply();
    if (reply.code < 200 || reply.code >= 600 || (reply.code >= 300 && reply.code < 400)) {
        const std::optional<Error> &fault = m_socket->fault();
        outcome.fate = SmtpFate::Unknown;
        outcome.words =
            QStringLiteral("the connection ended before the server said whether it has the mail%1")
                .arg(fault ? QStringLiteral(" (%1)").arg(fault->detail) : QString());
        return outcome;
    }
    if (!reply.isGood()) {
        SmtpOutcome refused = answered(reply, QStringLiteral("the mail server did not keep the mail"));
        refused.refused = outcome.refused;
        return refused;
    }
    reached(Instant::MailAccepted);
    outcome.fate = SmtpFate::Accepted;
    outcome.words = reply.text;
    return outcome;
}

SmtpOutcome Session::close()
{
    m_socket->setControl(m_control.withDeadline(std::chrono::seconds(5)));
    (void)say("QUIT");
    return {SmtpFate::Accepted, QStringLiteral("signed in at %1").arg(nameOf(m_account.smtp)), {}};
}

} // namespace

SmtpSender::SmtpSender(const MailAccount &account, const QString &secret)
    : m_account(account)
    , m_secret(secret)
{
}

SmtpOutcome SmtpSender::send(const SmtpLetter &letter, const std::function<Result<>()> &beforeEnd,
                             const RunControl &control) const
{
    SmtpLetter wire = letter;
    const auto own = wireAddress(wire.from);
    if (!own)
        return {SmtpFate::AccountFault, QStringLiteral("our own address: ") + own.error().detail, {}};
    wire.from = *own;
    for (QString &address : wire.to) {
        auto written = wireAddress(address);
        if (!written)
            return {SmtpFate::Refused, written.error().detail, {}};
        address = *written;
    }
    if (wire.to.isEmpty())
        return {SmtpFate::Refused, QStringLiteral("there is no e-mail address to write to"), {}};
    Session session(m_account, m_secret, control);
    if (auto ended = session.open())
        return *ended;
    SmtpOutcome outcome = session.deliver(wire, beforeEnd);
    if (outcome.fate == SmtpFate::Accepted)
        session.close();
    return outcome;
}

SmtpOutcome SmtpSender::trySignIn(const RunControl &control) const
{
    Session session(m_account, m_secret, control);
    if (auto ended = session.open())
        return *ended;
    return session.close();
}

} // namespace Helmdesk
