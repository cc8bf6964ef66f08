#include "Nginx.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

namespace Helmdesk::Test
{
namespace
{

constexpr int startMs = 20000;

Error failed(const QString &what)
{
    return {ErrorKind::Io, what};
}

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(1000);
}

} // namespace

QString Nginx::program()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("nginx"));
    return found.isEmpty()
               ? QStandardPaths::findExecutable(QStringLiteral("nginx"), {QStringLiteral("/usr/sbin")})
               : found;
}

Result<std::unique_ptr<Nginx>> Nginx::start(const QByteArray &site)
{
    std::unique_ptr<Nginx> nginx(new Nginx);
    if (auto made = nginx->makeCertificate(); !made)
        return made.error();
    if (auto started = nginx->run(site); !started)
        return started.error();
    return nginx;
}

Nginx::~Nginx()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

Result<> Nginx::makeCertificate()
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                   QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=support.localhost"),
                   QStringLiteral("-keyout"), m_folder.filePath(QStringLiteral("key.pem")),
                   QStringLiteral("-out"), m_folder.filePath(QStringLiteral("certificate.pem"))});
    if (!openssl.waitForFinished(startMs) || openssl.exitCode() != 0)
        return failed(QStringLiteral("openssl: %1").arg(QString::fromUtf8(openssl.readAllStandardError())));
    return {};
}

Result<> Nginx::run(QByteArray site)
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost))
        return failed(QStringLiteral("no port is free"));
    m_port = probe.serverPort();
    probe.close();
    const QByteArray folder = m_folder.path().toUtf8();
    site.replace("CERTIFICATE", folder + "/certificate.pem");
    site.replace("KEY", folder + "/key.pem");
    site.replace("PORT", QByteArray::number(m_port));
    QByteArray text = "daemon off;\nmaster_process off;\npid FOLDER/nginx.pid;\nerror_log stderr warn;\n"
                      "events { worker_connections 256; }\nhttp {\naccess_log off;\n";
    for (const char *kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
        text += QByteArray(kind) + "_temp_path FOLDER/" + kind + ";\n";
    QFile file(m_folder.filePath(QStringLiteral("nginx.conf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.replace("FOLDER", folder) + site + "\n}\n") < 0)
        return failed(QStringLiteral("%1 cannot be written").arg(file.fileName()));
    file.close();
    m_process.start(program(),
                    {QStringLiteral("-p"), m_folder.path(), QStringLiteral("-c"), file.fileName()});
    const bool isUp = QTest::qWaitFor(
        [this] { return m_process.state() == QProcess::NotRunning || answers(m_port); }, startMs);
    if (!isUp || m_process.state() == QProcess::NotRunning)
        return failed(QStringLiteral("nginx did not start: %1")
                          .arg(QString::fromUtf8(m_process.readAllStandardError())));
    return {};
}

} // namespace Helmdesk::Test
