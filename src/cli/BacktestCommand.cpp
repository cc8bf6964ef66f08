#include "app/BacktestReport.h"
#include "cli/Commands.h"
#include "cli/StopSignal.h"

#include <cstdio>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

namespace Helmdesk
{
namespace
{

constexpr int badUsage = 2;

struct BacktestArguments {
    std::string input;
    std::string report;
    std::vector<std::string> columns;
    std::vector<std::string> staff;
    std::string names = "keep";
    int most = 0;
};

// "question=Body,answer=Resolution"; the option may come several times.
Result<QMap<QString, QString>> mappingOf(const std::vector<std::string> &given)
{
    QMap<QString, QString> columns;
    for (const std::string &text : given) {
        const QString pair = QString::fromStdString(text);
        const qsizetype equals = pair.indexOf(u'=');
        if (equals <= 0)
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("\"%1\" is no mapping like question=Body").arg(pair)};
        columns.insert(pair.left(equals).trimmed(), pair.mid(equals + 1).trimmed());
    }
    return columns;
}

void tellSource(const ArchiveSource &source)
{
    QStringList columns;
    for (const auto &[field, column] : source.columns.asKeyValueRange())
        columns << QStringLiteral("%1=%2").arg(field, column);
    const QString text =
        QStringLiteral("Read as %1%2%3\n")
            .arg(source.system,
                 columns.isEmpty() ? QString()
                                   : QStringLiteral("; columns: ") + columns.join(QStringLiteral(", ")),
                 source.unused.isEmpty()
                     ? QString()
                     : QStringLiteral("; not used: ") + source.unused.join(QStringLiteral(", ")));
    std::fputs(qPrintable(text), stderr);
}

// A line every few seconds where nobody looks at a terminal.
std::function<void(qint64, qint64)> progressOf(const Output &out)
{
    if (auto inPlace = out.progress(QStringLiteral("Conversations")))
        return inPlace;
    auto timer = std::make_shared<QElapsedTimer>();
    timer->start();
    return [timer](qint64 done, qint64) {
        constexpr qint64 interval = 10'000;
        if (timer->elapsed() < interval)
            return;
        timer->restart();
        std::fprintf(stderr, "%lld conversations\n", static_cast<long long>(done));
    };
}

// The work runs on a thread of its own, so that Ctrl+C is heard and ends it in order.
Result<BacktestResult> runStoppable(Workspace &desk, const BacktestOptions &options, const Output &out)
{
    Result<BacktestResult> result = Error{ErrorKind::Internal, QStringLiteral("nothing was done")};
    std::stop_source stop;
    const RunControl control = RunControl(stop.get_token()).withProgress(progressOf(out));
    const StopSignal signal;
    QObject::connect(&signal, &StopSignal::requested, &signal, [&stop] { stop.request_stop(); });
    const std::unique_ptr<QThread> work(
        QThread::create([&] { result = runBacktest(desk, options, control); }));
    QObject::connect(work.get(), &QThread::finished, QCoreApplication::instance(), &QCoreApplication::quit);
    work->start();
    QCoreApplication::exec();
    work->wait();
    return result;
}

int backtest(const CommandContext &context, const BacktestArguments &given)
{
    const Output out = context.output();
    BacktestOptions options;
    options.input = QString::fromStdString(given.input);
    options.stateFolder = QString::fromStdString(given.report);
    options.names = given.names == "mask" ? BacktestNames::Masked : BacktestNames::Kept;
    options.most = given.most;
    for (const std::string &address : given.staff)
        options.archive.staff << QString::fromStdString(address);
    auto columns = mappingOf(given.columns);
    if (!columns) {
        out.fail(columns.error());
        return badUsage;
    }
    options.archive.columns = std::move(*columns);
    const auto source = describeArchive(options.input, options.archive);
    if (!source)
        return out.fail(source.error());
    tellSource(*source);
    auto desk = context.openDesk();
    if (!desk)
        return out.fail(desk.error());
    const auto result = runStoppable(**desk, options, out);
    if (!result)
        return out.fail(result.error());
    if (!given.report.empty()) {
        if (auto written = writeBacktestReport(options.stateFolder, *result); !written)
            return out.fail(written.error());
    }
    const Json report = backtestJson(*result);
    out.result(report, backtestText(report));
    if (!result->figures.isComplete) {
        out.warn(given.report.empty()
                     ? QStringLiteral("it was stopped; with --report DIR it could go on where it was")
                     : QStringLiteral("it was stopped; the same command goes on where it was"));
        return 1;
    }
    return 0;
}

} // namespace

void addBacktestCommand(CLI::App &app, CommandContext &context)
{
    auto *command =
        app.add_subcommand("backtest", "What the desk would have done with your own past conversations");
    auto given = std::make_shared<BacktestArguments>();
    command
        ->add_option("--input", given->input,
                     "An mbox, Maildir, folder of .eml, Mailman text, JSON of a help desk, CSV or JSON lines")
        ->required();
    command->add_option(
        "--report", given->report,
        "Folder for report.json, report.html and conversations.csv, and for going on after a stop");
    command->add_option("--map", given->columns, "Columns of a table: question=Body,answer=Resolution")
        ->delimiter(',');
    command->add_option("--staff", given->staff, "Addresses or domains of the team, for mail")
        ->delimiter(',');
    command
        ->add_option("--names", given->names,
                     "keep, or mask: names and addresses are taken out of the report")
        ->check(CLI::IsMember({"keep", "mask"}));
    command->add_option("--most", given->most, "Compare at most so many conversations")
        ->check(CLI::Range(1, 100'000'000));
    command->footer(
        "Nothing is sent, and nothing is stored in the workspace. docs/backtest.md says what each "
        "number means.\nExample:\n  helmdeskctl backtest --input tickets.csv --map answer=Resolution "
        "--report backtest");
    command->callback([&context, given] { context.exitCode = backtest(context, *given); });
}

} // namespace Helmdesk
