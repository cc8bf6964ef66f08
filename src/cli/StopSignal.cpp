#include "cli/StopSignal.h"

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <csignal>
#include <QSocketNotifier>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace Helmdesk
{

#ifdef Q_OS_WIN

namespace
{

StopSignal *g_receiver = nullptr;

BOOL WINAPI onConsoleEvent(DWORD)
{
    if (g_receiver == nullptr)
        return FALSE;
    QMetaObject::invokeMethod(g_receiver, &StopSignal::requested, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

StopSignal::StopSignal(QObject *parent)
    : QObject(parent)
{
    g_receiver = this;
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

StopSignal::~StopSignal()
{
    SetConsoleCtrlHandler(onConsoleEvent, FALSE);
    g_receiver = nullptr;
}

#else

namespace
{

int g_pipe[2] = {-1, -1}; // a signal handler may do no more than write

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(g_pipe[0], &byte, 1);
}

} // namespace

StopSignal::StopSignal(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, g_pipe) != 0)
        return; // the system then ends the program as it ends any other
    auto *notifier = new QSocketNotifier(g_pipe[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        Q_EMIT requested();
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

StopSignal::~StopSignal()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    for (int &end : g_pipe) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

#endif

} // namespace Helmdesk
