#include "Dovecot.h"

#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>
#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace Helmdesk::Test
{
namespace
{

constexpr int startMs = 30000;

Error failed(const QString &what)
{
    return {ErrorKind::Io, what};
}

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16{0};
}

// Listening is not enough: the greeting tells that its workers are there.
bool greets(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(1000) && socket.waitForReadyRead(5000) &&
           socket.readAll().startsWith("* OK");
}

bool isRoot()
{
#ifdef Q_OS_UNIX
    return geteuid() == 0;
#else
    return false;
#endif
}

QByteArray userName()
{
#ifdef Q_OS_UNIX
    const passwd *entry = getpwuid(geteuid());
    return entry == nullptr ? QByteArray("nobody") : QByteArray(entry->pw_name);
#else
    return "nobody";
#endif
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

QString Dovecot::program()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("dovecot"));
    return found.isEmpty()
               ? QStandardPaths::findExecutable(QStringLiteral("dovecot"), {QStringLiteral("/usr/sbin")})
               : found;
}

Result<std::unique_ptr<Dovecot>> Dovecot::start(Tls tls)
{
    std::unique_ptr<Dovecot> dovecot(new Dovecot);
    if (auto prepared = dovecot->prepare(tls); !prepared)
        return prepared.error();
    if (auto started = dovecot->resume(); !started)
        return started.error();
    return dovecot;
}

Dovecot::~Dovecot()
{
    stop();
}

void Dovecot::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(10000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

// Started as root it hands the mailbox to an ordinary user, as it insists on.
void Dovecot::own(const QString &path) const
{
#ifdef Q_OS_UNIX
    if (!isRoot())
        return;
    const passwd *nobody = getpwnam("nobody");
    if (nobody != nullptr && chown(QFile::encodeName(path).constData(), nobody->pw_uid, nobody->pw_gid) != 0)
        qWarning("%s keeps its owner", qPrintable(path));
#else
    Q_UNUSED(path)
#endif
}

QString Dovecot::maildir(const QString &folder) const
{
    const QString mail = m_folder.filePath(QStringLiteral("mail/desk"));
    return folder == QLatin1String("INBOX") ? mail : mail + QStringLiteral("/.") + folder;
}

Result<> Dovecot::prepare(Tls tls)
{
    m_port = freePort();
    m_tlsPort = freePort();
    for (const char *each : {"run", "state", "mail", "mail/desk"}) {
        const QString path = m_folder.filePath(QString::fromLatin1(each));
        if (!QDir().mkpath(path))
            return failed(QStringLiteral("%1 cannot be made").arg(path));
    }
    for (const char *each : {"mail", "mail/desk"})
        own(m_folder.filePath(QString::fromLatin1(each)));
    QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFileDevice::ExeGroup |
                                               QFileDevice::ExeOther);
    if (tls == Tls::Offered) {
        if (auto made = makeCertificate(); !made)
            return made;
    }
    if (!write(m_folder.filePath(QStringLiteral("dovecot.conf")), settings(tls)))
        return failed(QStringLiteral("dovecot.conf cannot be written"));
    return writeUsers();
}

Result<> Dovecot::writeUsers() const
{
    const QString path = m_folder.filePath(QStringLiteral("users"));
    if (!write(path, "desk:{PLAIN}" + m_password.toUtf8() + "\n"))
        return failed(QStringLiteral("%1 cannot be written").arg(path));
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup |
                                    QFileDevice::ReadOther);
    return {};
}

Result<> Dovecot::makeCertificate()
{
    QProcess openssl;
    const QString file = m_folder.filePath(QStringLiteral("certificate.pem"));
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                   QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=mail.example"),
                   QStringLiteral("-keyout"), m_folder.filePath(QStringLiteral("key.pem")),
                   QStringLiteral("-out"), file});
    if (!openssl.waitForFinished(startMs) || openssl.exitCode() != 0)
        return failed(QStringLiteral("openssl: %1").arg(QString::fromUtf8(openssl.readAllStandardError())));
    const QList<QSslCertificate> made = QSslCertificate::fromPath(file);
    if (made.isEmpty())
        return failed(QStringLiteral("%1 holds no certificate").arg(file));
    m_certificate = QString::fromLatin1(made.first().digest(QCryptographicHash::Sha256).toHex());
    return {};
}

QByteArray Dovecot::settings(Tls tls) const
{
    QByteArray text = R"(base_dir = FOLDER/run
state_dir = FOLDER/state
log_path = FOLDER/log
protocols = imap
listen = 127.0.0.1
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:FOLDER/mail/%u
first_valid_uid = 0
first_valid_gid = 0
service imap-login {
  CHROOT
  inet_listener imap {
    port = PORT
  }
  inet_listener imaps {
    port = TLS
  }
}
service anvil {
  CHROOT
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
passdb {
  driver = passwd-file
  args = username_format=%u FOLDER/users
}
userdb {
  driver = static
  args = OWNER home=FOLDER/mail/%u
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    special_use = \Sent
    auto = create
  }
  mailbox Drafts {
    special_use = \Drafts
    auto = create
  }
  mailbox Done {
    auto = create
  }
}
)";
    if (tls == Tls::Offered)
        text += "ssl = yes\nssl_cert = <FOLDER/certificate.pem\nssl_key = <FOLDER/key.pem\n";
    else
        text += "ssl = no\n";
    if (isRoot()) {
        text.replace("CHROOT", "");
        text.replace("OWNER", "uid=nobody gid=nogroup");
    } else {
        const QByteArray user = userName();
        text += "default_internal_user = " + user + "\ndefault_login_user = " + user +
                "\ndefault_internal_group = " + QByteArray::number(getegid()) + "\n";
        text.replace("CHROOT", "chroot =");
        text.replace("OWNER",
                     "uid=" + QByteArray::number(geteuid()) + " gid=" + QByteArray::number(getegid()));
    }
    text.replace("PORT", QByteArray::number(m_port));
    text.replace("port = TLS", "port = " + QByteArray::number(tls == Tls::Offered ? m_tlsPort : 0));
    return text.replace("FOLDER", m_folder.path().toUtf8());
}

Result<> Dovecot::resume()
{
    m_process.start(program(), {QStringLiteral("-F"), QStringLiteral("-c"),
                                m_folder.filePath(QStringLiteral("dovecot.conf"))});
    const bool isUp = QTest::qWaitFor(
        [this] { return m_process.state() == QProcess::NotRunning || greets(m_port); }, startMs);
    if (isUp && m_process.state() != QProcess::NotRunning)
        return {};
    QFile log(m_folder.filePath(QStringLiteral("log")));
    const QByteArray words = log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
    return failed(QStringLiteral("Dovecot did not start: %1 %2")
                      .arg(QString::fromUtf8(m_process.readAllStandardError()), QString::fromUtf8(words)));
}

MailAccount Dovecot::account(MailTls tls) const
{
    MailAccount account;
    account.name = QStringLiteral("support");
    account.address = QStringLiteral("support@desk.example");
    account.user = QStringLiteral("desk");
    account.imap = {QStringLiteral("127.0.0.1"), tls == MailTls::Implicit ? m_tlsPort : m_port, tls};
    return account;
}

Result<> Dovecot::deliver(const QList<QByteArray> &mails, const QString &folder)
{
    const QDir maildir(this->maildir(folder));
    for (const char *each : {"tmp", "new", "cur"}) {
        if (maildir.exists(QString::fromLatin1(each)))
            continue;
        if (!maildir.mkpath(QString::fromLatin1(each)))
            return failed(QStringLiteral("%1 cannot be made").arg(maildir.path()));
        own(maildir.path());
        own(maildir.filePath(QString::fromLatin1(each)));
    }
    for (const QByteArray &mail : mails) {
        const QString name = QStringLiteral("%1.M%2P1.mail.example")
                                 .arg(QDateTime::currentSecsSinceEpoch())
                                 .arg(++m_delivered, 9, 10, QLatin1Char('0'));
        const QString tmp = maildir.filePath(QStringLiteral("tmp/") + name);
        if (!write(tmp, mail))
            return failed(QStringLiteral("%1 cannot be written").arg(tmp));
        own(tmp);
        if (!QFile::rename(tmp, maildir.filePath(QStringLiteral("new/") + name)))
            return failed(QStringLiteral("%1 cannot be delivered").arg(tmp));
    }
    return {};
}

int Dovecot::mailsIn(const QString &folder) const
{
    const QDir maildir(this->maildir(folder));
    return static_cast<int>(QDir(maildir.filePath(QStringLiteral("new"))).entryList(QDir::Files).size() +
                            QDir(maildir.filePath(QStringLiteral("cur"))).entryList(QDir::Files).size());
}

int Dovecot::seenIn(const QString &folder) const
{
    const QStringList names =
        QDir(maildir(folder) + QStringLiteral("/cur")).entryList({QStringLiteral("*:2,*S*")}, QDir::Files);
    return static_cast<int>(names.size());
}

Result<> Dovecot::renumber()
{
    stop();
    const QDir maildir(this->maildir(QStringLiteral("INBOX")));
    for (const QString &name : maildir.entryList({QStringLiteral("dovecot*")}, QDir::Files))
        QFile::remove(maildir.filePath(name));
    return resume();
}

Result<> Dovecot::setPassword(const QString &password)
{
    m_password = password;
    return writeUsers();
}

QByteArray plainMail(int number, const QByteArray &from)
{
    const QByteArray id = QByteArray::number(number);
    return "From: " + from + "\nTo: support@desk.example\nSubject: Question " + id + "\nMessage-ID: <" + id +
           "@shop.example>\nDate: Mon, 30 Nov 2026 10:00:00 +0000\n\nWhere is my order " + id + "?\n";
}

} // namespace Helmdesk::Test
