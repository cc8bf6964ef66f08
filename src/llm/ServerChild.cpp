#include "llm/ServerChild.h"

#include "core/ChildGuard.h"

#include <QProcess>

namespace Helmdesk
{
namespace
{

constexpr int startMs = 10'000;
constexpr int drainMs = 100;
constexpr int endMs = 5'000;
constexpr qsizetype mostSaid = 2'000;

} // namespace

ServerChild::ServerChild(Command command)
    : m_thread([this, command = std::move(command)](const std::stop_token &stop) { work(stop, command); })
{
}

ServerChild::~ServerChild() = default;

QString ServerChild::lastWords() const
{
    const std::lock_guard lock(m_mutex);
    return QString::fromUtf8(m_said).trimmed();
}

void ServerChild::note(const QByteArray &said)
{
    const std::lock_guard lock(m_mutex);
    m_said = (m_said + said).right(mostSaid);
}

void ServerChild::work(const std::stop_token &stop, const Command &command)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.setStandardInputFile(QProcess::nullDevice());
    child.setProcessEnvironment(command.environment);
    dieWithUs(child);
    child.start(command.program, command.arguments);
    if (child.waitForStarted(startMs)) {
        keepInJob(child);
        while (!stop.stop_requested() && child.state() != QProcess::NotRunning) {
            if (child.waitForReadyRead(drainMs))
                note(child.readAll());
        }
        note(child.readAll());
    } else {
        note(child.errorString().toUtf8());
    }
    if (child.state() != QProcess::NotRunning) {
        child.terminate();
        if (!child.waitForFinished(endMs)) {
            child.kill();
            child.waitForFinished(endMs);
        }
    }
    m_hasEnded = true;
}

} // namespace Helmdesk
