#include "app/DeskWorker.h"
#include "app/HttpAccess.h"
#include "cli/Commands.h"
#include "cli/StopSignal.h"

#include <algorithm>
#include <memory>
#include <QCoreApplication>
#include <QDir>

namespace Helmdesk
{
namespace
{

constexpr std::chrono::seconds lockPatience{3}; // a short command of another program may hold the lock

std::optional<ChannelState> channelOf(const DeskStatus &status, const QString &name)
{
    const auto found = std::ranges::find(status.channels, name, &ChannelState::name);
    return found == status.channels.end() ? std::nullopt : std::optional(*found);
}

// The sentence for what keeps the desk from serving; empty: nothing does, so far.
QString obstacle(const DeskStatus &status)
{
    if (status.engine == PartState::Failed)
        return QStringLiteral("the engine cannot start: %1").arg(status.engineDetail);
    for (const ChannelState &channel : status.channels) {
        if (channel.name == QLatin1String("Answering") && channel.state == PartState::Off)
            return QStringLiteral("another program answers this workspace's messages (%1)")
                .arg(channel.detail);
        // A mailbox that refuses its password keeps nobody from serving.
        if (channel.state == PartState::Failed && !channel.name.startsWith(QLatin1String("Mailbox ")))
            return channel.detail;
    }
    return {};
}

void announceReady(const Output &out, const Workspace &workspace, const DeskWorker &worker)
{
    const QString chat = worker.chatUrl();
    const QString url = chat.left(chat.size() - QStringLiteral("/chat").size());
    const QString key = QDir::toNativeSeparators(HttpAccess::keyFile(workspace.folder()));
    const auto inbox = channelOf(worker.status(), QStringLiteral("Inbox folder"));
    const QString outbox =
        QDir::toNativeSeparators(QDir(workspace.folder()).filePath(QStringLiteral("outbox")));
    out.result({{"url", url},
                {"chat", chat},
                {"token_file", key},
                {"inbox", inbox ? inbox->detail : QString()},
                {"outbox", outbox}},
               QStringLiteral("Serving %1\n"
                              "Chat page   %2\n"
                              "HTTP inbox  %3/api/v1, bearer token in the first line of %4\n"
                              "Mail        files put into %5 are read; replies are written to %6\n"
                              "Stop with Ctrl+C.")
                   .arg(QDir::toNativeSeparators(workspace.folder()), chat, url, key,
                        inbox ? inbox->detail : QString(), outbox));
}

int serve(const CommandContext &context, std::optional<quint16> port)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    WorkerLock probe(context.folder);
    if (!probe.tryLock(lockPatience))
        return out.fail({ErrorKind::Conflict, QStringLiteral("another program answers this workspace's "
                                                             "messages (%1): end it first")
                                                  .arg(probe.holder())});
    probe.release();

    const StopSignal stopSignal;
    DeskWorkerOptions options;
    options.httpPort = port;
    DeskWorker worker(**workspace, options);
    bool isAnnounced = false;
    QObject::connect(&worker, &DeskWorker::statusChanged, &worker, [&] {
        if (const QString why = obstacle(worker.status()); !why.isEmpty()) {
            QCoreApplication::exit(out.fail({ErrorKind::Unavailable, why}));
            return;
        }
        if (!isAnnounced && worker.isReady() && !worker.chatUrl().isEmpty()) {
            isAnnounced = true;
            announceReady(out, **workspace, worker);
        }
    });
    QObject::connect(&worker, &DeskWorker::escalationArrived, &worker, [&](qint64, qint64 ticket) {
        const QString sentence = QStringLiteral("Ticket #%1 needs a person").arg(ticket);
        if (!out.isJson())
            out.line(sentence);
    });
    QObject::connect(&stopSignal, &StopSignal::requested, &worker, [] { QCoreApplication::exit(0); });
    worker.start();
    const int code = QCoreApplication::exec();
    worker.stop();
    if (code == 0 && !out.isJson())
        out.line(QStringLiteral("Stopped."));
    return code;
}

} // namespace

void addServeCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("serve", "Answer messages and open the HTTP inbox, without a window");
    auto port = std::make_shared<int>(-1);
    command->add_option("--port", *port, "Port on 127.0.0.1; the setting http.port by default; 0: a free one")
        ->check(CLI::Range(0, 65535));
    command->callback([&context, port] {
        context.exitCode =
            serve(context, *port < 0 ? std::nullopt : std::optional(static_cast<quint16>(*port)));
    });
}

} // namespace Helmdesk
