#include "app/DeskWorker.h"
#include "app/HttpAccess.h"
#include "cli/Commands.h"
#include "cli/ServiceLog.h"
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

struct ServeOptions {
    int port = -1; // of the setting
    std::string logFile;
    std::string logFormat; // empty: as it is without a log
    int logMegabytes = 10;
    int logsKept = 5;
};

// Null where nobody asked for one.
Result<std::unique_ptr<ServiceLog>> logOf(const ServeOptions &given)
{
    if (given.logFile.empty() && given.logFormat.empty())
        return std::unique_ptr<ServiceLog>();
    constexpr qint64 megabyte = 1024 * 1024;
    ServiceLog::Options options;
    options.file = QString::fromStdString(given.logFile);
    options.format = given.logFormat == "text" ? LogFormat::Text : LogFormat::JsonLines;
    options.limits = {given.logMegabytes * megabyte, given.logsKept};
    return ServiceLog::open(options);
}

void logHappenings(ServiceLog *log, DeskWorker &worker)
{
    if (log == nullptr)
        return;
    const QString category = QStringLiteral("helmdesk.serve");
    const auto write = [log, category](const char *level, const char *message, const QString &title,
                                       const QString &words) {
        log->write(QLatin1String(level), category, QLatin1String(message),
                   {{"title", title}, {"words", words}});
    };
    QObject::connect(&worker.health(), &HealthWatch::alarmBegan, &worker,
                     [write](const QString &, const QString &title, const QString &words) {
                         write("error", "alarm", title, words);
                     });
    QObject::connect(
        &worker.health(), &HealthWatch::alarmEnded, &worker,
        [write](const QString &, const QString &title) { write("info", "alarm over", title, {}); });
}

int serve(const CommandContext &context, const ServeOptions &given)
{
    const Output out = context.output();
    const auto log = logOf(given);
    if (!log)
        return out.fail(log.error());
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
    if (given.port >= 0)
        options.httpPort = static_cast<quint16>(given.port);
    if (ServiceLog *lines = log->get())
        options.event = [lines](const QString &event, const Json &fields) {
            lines->write(QStringLiteral("info"), QStringLiteral("helmdesk.serve"), event, fields);
        };
    DeskWorker worker(**workspace, options);
    logHappenings(log->get(), worker);
    bool isAnnounced = false;
    QObject::connect(&worker, &DeskWorker::statusChanged, &worker, [&] {
        if (const QString why = obstacle(worker.status()); !why.isEmpty()) {
            QCoreApplication::exit(out.fail({ErrorKind::Unavailable, why}));
            return;
        }
        if (!isAnnounced && worker.isReady() && !worker.chatUrl().isEmpty()) {
            isAnnounced = true;
            announceReady(out, **workspace, worker);
            if (options.event)
                options.event(QStringLiteral("serving"), {{"url", worker.chatUrl()}});
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
    if (options.event)
        options.event(QStringLiteral("stopped"), {{"code", code}});
    if (code == 0 && !out.isJson())
        out.line(QStringLiteral("Stopped."));
    return code;
}

} // namespace

void addServeCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("serve", "Answer messages and open the HTTP inbox, without a window");
    auto given = std::make_shared<ServeOptions>();
    command
        ->add_option("--port", given->port,
                     "Port on 127.0.0.1; the setting http.port by default; 0: a free one")
        ->check(CLI::Range(0, 65535));
    command->add_option("--log-file", given->logFile, "Log what happens to this file, which is rotated");
    command->add_option("--log-format", given->logFormat, "json: a document a line (the default); text")
        ->check(CLI::IsMember({"json", "text"}));
    command->add_option("--log-max-mb", given->logMegabytes, "Size at which the file is rotated; 10")
        ->check(CLI::Range(1, 10'000));
    command->add_option("--log-keep", given->logsKept, "Earlier files that are kept; 5")
        ->check(CLI::Range(0, 1'000));
    command->callback([&context, given] { context.exitCode = serve(context, *given); });
}

} // namespace Helmdesk
