#include "MailServer.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QtTest>
#include <unistd.h>

namespace Helmdesk::Test
{
namespace
{

constexpr int startMs = 20000;

QString program(const char *name)
{
    const QString known = QString::fromLatin1(name);
    const QString found = QStandardPaths::findExecutable(known);
    return found.isEmpty() ? QStandardPaths::findExecutable(known, {QStringLiteral("/usr/sbin")}) : found;
}

Error failed(const QString &what)
{
    return {ErrorKind::Io, what};
}

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16{0};
}

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(1000);
}

Result<> write(const QString &path, QByteArray text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return failed(QStringLiteral("%1 cannot be written").arg(path));
    return {};
}

Result<QByteArray> run(const QString &name, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(name, arguments);
    if (!process.waitForFinished(startMs) || process.exitCode() != 0)
        return failed(QStringLiteral("%1: %2").arg(name, QString::fromUtf8(process.readAll())));
    return process.readAll();
}

constexpr const char *dovecotText = R"(base_dir = FOLDER/dv/run
state_dir = FOLDER/dv/state
log_path = FOLDER/dv/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2
auth_failure_delay = 0
mail_location = maildir:FOLDER/mail/%n
mail_uid = nobody
mail_gid = nogroup
first_valid_uid = 0
first_valid_gid = 0
service imap-login {
  inet_listener imap {
    port = IMAP
  }
  inet_listener imaps {
    port = 0
  }
}
service auth {
  unix_listener FOLDER/pf/queue/private/auth {
    mode = 0666
  }
}
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = FOLDER/dv/token.conf
}
passdb {
  driver = static
  mechanisms = plain login
  args = password=secret
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=FOLDER/mail/%n
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    special_use = \Sent
    auto = create
  }
  mailbox "Entwürfe" {
    special_use = \Drafts
    auto = create
  }
}
)";

constexpr const char *postfixText = R"(compatibility_level = 3.6
queue_directory = FOLDER/pf/queue
data_directory = FOLDER/pf/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
myhostname = mx.desk.example
myorigin = desk.example
mydestination =
mynetworks =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
alias_maps =
alias_database =
virtual_mailbox_domains = virt.example
virtual_mailbox_base = FOLDER/mail
virtual_mailbox_maps = inline:{ pat@virt.example=pat/, support@virt.example=support/ }
virtual_minimum_uid = 1
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
transport_maps = inline:{ { gone.example = smtp:[127.0.0.1]:SUBMISSION } }
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = private/auth
smtpd_tls_cert_file = FOLDER/certificate.pem
smtpd_tls_key_file = FOLDER/key.pem
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_recipient_access inline:{ { later@virt.example = 450 4.7.1 come back later } }, permit_sasl_authenticated, reject_unlisted_recipient, reject
smtpd_reject_unlisted_recipient = yes
smtpd_client_connection_rate_limit = 0
disable_dns_lookups = yes
maillog_file = FOLDER/pf/log
maillog_file_prefixes = /
)";

constexpr const char *masterText = R"(127.0.0.1:SUBMISSION inet n - n - - smtpd
127.0.0.1:IMPLICIT inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
)";

} // namespace

// Says of a token whose it is: "token" is support's, everything else nobody's.
class TokenServer final : public QThread
{
public:
    explicit TokenServer(quint16 port)
        : m_port(port)
    {
        start();
    }
    ~TokenServer() override
    {
        requestInterruption();
        wait();
    }

protected:
    void run() override
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHost, m_port))
            return;
        while (!isInterruptionRequested()) {
            if (!server.waitForNewConnection(50))
                continue;
            const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
            QByteArray request;
            while (!request.contains("\r\n\r\n") && socket->waitForReadyRead(2000))
                request += socket->readAll();
            const bool isKnown = request.left(request.indexOf('\n')).contains("token=token&");
            const QByteArray body =
                isKnown ? R"({"active":true,"username":"support"})" : R"({"active":false})";
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                          "Content-Length: " +
                          QByteArray::number(body.size()) + "\r\n\r\n" + body);
            socket->waitForBytesWritten(2000);
            socket->disconnectFromHost();
        }
    }

private:
    quint16 m_port;
};

QString MailServer::missing()
{
    for (const char *name : {"dovecot", "postfix", "openssl"})
        if (program(name).isEmpty())
            return QStringLiteral("not installed: %1 (./test.sh installs it)").arg(QLatin1String(name));
    return geteuid() == 0 ? QString() : QStringLiteral("postfix starts for root alone");
}

Result<std::unique_ptr<MailServer>> MailServer::start()
{
    std::unique_ptr<MailServer> server(new MailServer);
    if (auto prepared = server->prepare(); !prepared)
        return prepared.error();
    if (auto reading = server->startReading(); !reading)
        return reading.error();
    if (auto sending = server->startSending(); !sending)
        return sending.error();
    return server;
}

MailServer::~MailServer()
{
    if (m_isSending)
        (void)run(program("postfix"),
                  {QStringLiteral("-c"), path(QStringLiteral("pf/etc")), QStringLiteral("stop")});
    stopReading();
}

Result<> MailServer::prepare()
{
    QFile::setPermissions(m_folder.path(), QFileDevice::Permissions(0x7711));
    for (const char *folder : {"dv/run", "dv/state", "pf/queue/private", "pf/data", "pf/etc", "mail"})
        if (!QDir().mkpath(path(QString::fromLatin1(folder))))
            return failed(QStringLiteral("no folder can be made"));
    for (const char *folder : {"dv", "pf", "pf/etc", "pf/queue"})
        QFile::setPermissions(path(QString::fromLatin1(folder)), QFileDevice::Permissions(0x7755));
    if (auto owned = run(QStringLiteral("chown"), {QStringLiteral("postfix"), path(QStringLiteral("pf/data")),
                                                   path(QStringLiteral("pf/queue/private"))});
        !owned)
        return owned.error();
    if (auto owned =
            run(QStringLiteral("chown"), {QStringLiteral("nobody:nogroup"), path(QStringLiteral("mail"))});
        !owned)
        return owned.error();
    m_imap = freePort();
    m_submission = freePort();
    m_implicit = freePort();
    m_tokens = freePort();
    if (auto made = makeCertificate(); !made)
        return made;
    const auto filled = [this](const char *text) {
        return QByteArray(text)
            .replace("FOLDER", m_folder.path().toUtf8())
            .replace("IMAP", QByteArray::number(m_imap))
            .replace("SUBMISSION", QByteArray::number(m_submission))
            .replace("IMPLICIT", QByteArray::number(m_implicit));
    };
    const QByteArray tokens = "introspection_url = http://127.0.0.1:" + QByteArray::number(m_tokens) +
                              "/?token=\nintrospection_mode = get\nusername_attribute = username\n"
                              "active_attribute = active\nactive_value = true\n";
    for (const auto &[name, text] :
         {std::pair{"dv/dovecot.conf", filled(dovecotText)}, std::pair{"dv/token.conf", tokens},
          std::pair{"pf/etc/main.cf", filled(postfixText)},
          std::pair{"pf/etc/master.cf", filled(masterText)}})
        if (auto written = write(path(QString::fromLatin1(name)), text); !written)
            return written;
    m_tokenServer = std::make_unique<TokenServer>(m_tokens);
    return {};
}

Result<> MailServer::makeCertificate()
{
    auto made = run(program("openssl"),
                    {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                     QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                     QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=mx.desk.example"),
                     QStringLiteral("-keyout"), path(QStringLiteral("key.pem")), QStringLiteral("-out"),
                     path(QStringLiteral("certificate.pem"))});
    if (!made)
        return made.error();
    const auto certificates = QSslCertificate::fromPath(path(QStringLiteral("certificate.pem")));
    if (certificates.isEmpty())
        return failed(QStringLiteral("the certificate cannot be read"));
    m_certificate = QString::fromLatin1(certificates[0].digest(QCryptographicHash::Sha256).toHex());
    return {};
}

Result<> MailServer::startReading()
{
    m_dovecot.setProcessChannelMode(QProcess::MergedChannels);
    m_dovecot.start(program("dovecot"),
                    {QStringLiteral("-F"), QStringLiteral("-c"), path(QStringLiteral("dv/dovecot.conf"))});
    const bool isUp = QTest::qWaitFor(
        [this] { return m_dovecot.state() == QProcess::NotRunning || answers(m_imap); }, startMs);
    if (!isUp || m_dovecot.state() == QProcess::NotRunning)
        return failed(
            QStringLiteral("dovecot did not start: %1").arg(QString::fromUtf8(m_dovecot.readAll())));
    return {};
}

void MailServer::stopReading()
{
    m_dovecot.terminate();
    if (!m_dovecot.waitForFinished(10000)) {
        m_dovecot.kill();
        m_dovecot.waitForFinished();
    }
}

Result<> MailServer::startSending()
{
    auto started = run(program("postfix"),
                       {QStringLiteral("-c"), path(QStringLiteral("pf/etc")), QStringLiteral("start")});
    if (!started)
        return started.error();
    m_isSending = true;
    if (!QTest::qWaitFor([this] { return answers(m_submission) && answers(m_implicit); }, startMs))
        return failed(QStringLiteral("postfix does not answer"));
    return {};
}

MailAccount MailServer::account(MailTls tls) const
{
    MailAccount account;
    account.name = QStringLiteral("support");
    account.address = QStringLiteral("support@virt.example");
    account.displayName = QStringLiteral("Support");
    account.user = QStringLiteral("support");
    account.imap = {QStringLiteral("127.0.0.1"), m_imap, MailTls::None};
    account.smtp = {QStringLiteral("127.0.0.1"), tls == MailTls::Implicit ? m_implicit : m_submission, tls};
    account.certificate = m_certificate;
    account.mode = MailMode::Sending;
    return account;
}

QString MailServer::box(const QString &person, const QString &folder) const
{
    return path(QStringLiteral("mail/") + person +
                (folder.isEmpty() ? QString() : QStringLiteral("/.") + folder));
}

QList<QByteArray> MailServer::mails(const QString &person, const QString &folder) const
{
    QList<QByteArray> all;
    for (const char *state : {"new", "cur"}) {
        const QDir dir(box(person, folder) + u'/' + QString::fromLatin1(state));
        const QStringList names = dir.entryList(QDir::Files, QDir::Name);
        for (const QString &name : names) {
            QFile file(dir.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                all.append(file.readAll());
        }
    }
    return all;
}

qsizetype MailServer::waitForMails(const QString &person, qsizetype count, const QString &folder) const
{
    (void)QTest::qWaitFor([&] { return mails(person, folder).size() >= count; }, 10000);
    return mails(person, folder).size();
}

void MailServer::removeMails(const QString &person, const QString &folder) const
{
    for (const char *state : {"new", "cur"}) {
        QDir dir(box(person, folder) + u'/' + QString::fromLatin1(state));
        const QStringList names = dir.entryList(QDir::Files);
        for (const QString &name : names)
            dir.remove(name);
    }
}

void MailServer::putMail(const QString &person, const QString &folder, const QByteArray &mail) const
{
    static int number = 0;
    const QString name = box(person, folder) + QStringLiteral("/new/%1.test").arg(++number);
    (void)write(name, mail);
    (void)run(QStringLiteral("chown"), {QStringLiteral("nobody:nogroup"), name});
}

} // namespace Helmdesk::Test
