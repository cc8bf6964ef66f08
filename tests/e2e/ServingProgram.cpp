#include "ServingProgram.h"

#include "RealDesk.h"

#include <csignal>
#include <QtTest>

namespace Helmdesk::Test
{

ServingProgram::ServingProgram(const QString &folder, const QStringList &more)
{
    m_process.start(
        builtProgram(QStringLiteral("helmdeskctl")),
        QStringList{QStringLiteral("--data"), folder, QStringLiteral("--json"), QStringLiteral("serve")} +
            more);
}

ServingProgram::~ServingProgram()
{
    m_process.kill();
    m_process.waitForFinished();
}

Json ServingProgram::ready()
{
    QByteArray text;
    const bool isComplete = QTest::qWaitFor(
        [&] {
            text += m_process.readAllStandardOutput();
            return Json::accept(text.toStdString()) || m_process.state() == QProcess::NotRunning;
        },
        20000);
    if (!isComplete)
        return {};
    return Json::parse(text.toStdString(), nullptr, false);
}

int ServingProgram::end(int signal)
{
    ::kill(static_cast<pid_t>(m_process.processId()), signal);
    return m_process.waitForFinished(10000) && m_process.exitStatus() == QProcess::NormalExit
               ? m_process.exitCode()
               : -1;
}

int ServingProgram::waitForFailure()
{
    m_process.waitForFinished(20000);
    return m_process.exitCode();
}

QString ServingProgram::complaint()
{
    return QString::fromUtf8(m_process.readAllStandardError());
}

} // namespace Helmdesk::Test
