#pragma once

#include "mailbox/MailAccount.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace Helmdesk::Test
{

// An aiosmtpd that treats mails as told: see smtp_faults.py. It ends with the object.
class FaultyServer
{
public:
    explicit FaultyServer(const QString &kinds)
    {
        m_process.start(python(),
                        {QStringLiteral(HELMDESK_MAIL_PEERS "/smtp_faults.py"), m_folder.path(), kinds});
        if (m_process.waitForReadyRead(20000))
            m_port = static_cast<quint16>(m_process.readLine().trimmed().toInt());
    }
    ~FaultyServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    FaultyServer(const FaultyServer &) = delete;
    FaultyServer &operator=(const FaultyServer &) = delete;

    static bool isInstalled() { return !python().isEmpty(); }

    bool isUp() const { return m_port != 0; }
    MailEndpoint endpoint() const { return {QStringLiteral("127.0.0.1"), m_port, MailTls::None}; }
    qsizetype kept() const { return QDir(m_folder.path()).entryList(QDir::Files).size(); }

private:
    // The one that has aiosmtpd: the system's packages are not seen by every python3.
    static QString python()
    {
        for (const char *name : {"python3", "/usr/bin/python3"}) {
            QProcess probe;
            probe.start(QString::fromLatin1(name), {QStringLiteral("-c"), QStringLiteral("import aiosmtpd")});
            if (probe.waitForFinished(20000) && probe.exitStatus() == QProcess::NormalExit &&
                probe.exitCode() == 0)
                return QString::fromLatin1(name);
        }
        return {};
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace Helmdesk::Test
