#include "app/Backtest.h"

#include "app/BacktestState.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <thread>

namespace Helmdesk
{
namespace
{

constexpr std::size_t inOneGo = 32; // conversations between two writings of the state

// What a state must fit: the archive, how it is read, and what answers.
QString fingerprintOf(Workspace &desk, const BacktestOptions &options)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QString &text) { hash.addData(text.toUtf8() + '\n'); };
    const QFileInfo info(options.input);
    const QStringList files = info.isDir() ? archiveFiles(options.input) : QStringList(options.input);
    for (const QString &file : files) {
        const QFileInfo one(file);
        add(QStringLiteral("%1 %2 %3")
                .arg(info.isDir() ? QDir(options.input).relativeFilePath(file) : one.fileName())
                .arg(one.size())
                .arg(one.lastModified().toMSecsSinceEpoch()));
    }
    for (const auto &[field, column] : options.archive.columns.asKeyValueRange())
        add(field + u'=' + column);
    add(options.archive.staff.join(u','));
    add(options.names == BacktestNames::Masked ? QStringLiteral("masked") : QStringLiteral("kept"));
    if (const auto articles = desk.knowledgeRepository().list()) {
        for (const DocumentSummary &article : *articles) {
            add(article.id);
            hash.addData(article.contentHash);
        }
    }
    Json settings = desk.settings().toJson();
    for (auto it = settings.begin(); it != settings.end();) // what the report reckons with changes no answer
        it = it.key().starts_with("insights.") ? settings.erase(it) : std::next(it);
    add(QString::fromUtf8(toBytes(settings)));
    add(QString::fromLatin1(desk.assets().encoder->fingerprint().toHex()));
    return QString::fromLatin1(hash.result().toHex());
}

class BacktestRun
{
public:
    BacktestRun(const BacktestOptions &options, BacktestComparison &comparison, BacktestState &state,
                const RunControl &control)
        : m_options(options)
        , m_comparison(comparison)
        , m_state(state)
        , m_control(control)
    {
    }

    Result<> take(ArchiveConversation conversation);
    Result<> flush();
    std::vector<BacktestRecord> &records() { return m_records; }
    qint64 resumed() const { return m_resumed; }
    bool isCut() const { return m_isCut; } // there were more than was asked for
    bool isFull() const
    {
        return m_options.most > 0 &&
               static_cast<qint64>(m_records.size() + m_waiting.size()) >= m_options.most;
    }

private:
    const BacktestOptions &m_options;
    BacktestComparison &m_comparison;
    BacktestState &m_state;
    const RunControl &m_control;
    std::vector<ArchiveConversation> m_waiting;
    std::vector<BacktestRecord> m_records;
    qint64 m_resumed = 0;
    bool m_isCut = false;
};

Result<> BacktestRun::take(ArchiveConversation conversation)
{
    if (isFull()) { // read on: what the archive holds is told as a whole
        m_isCut = true;
        return {};
    }
    if (auto before = m_state.take(conversation.id)) {
        if (auto flushed = flush(); !flushed) // the order of the archive stays
            return flushed;
        m_records.push_back(std::move(*before));
        ++m_resumed;
        return {};
    }
    m_waiting.push_back(std::move(conversation));
    return m_waiting.size() < inOneGo ? Result<>() : flush();
}

// Compares what waits on all cores, in order.
Result<> BacktestRun::flush()
{
    if (m_waiting.empty())
        return {};
    std::vector<Result<BacktestRecord>> compared(
        m_waiting.size(), Error{ErrorKind::Cancelled, QStringLiteral("the backtest was stopped")});
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < m_waiting.size() && !m_control.isStopped(); i = next++)
            compared[i] = m_comparison.compare(m_waiting[i], m_control);
    };
    std::vector<std::future<void>> others;
    for (unsigned i = 1; i < std::clamp(std::thread::hardware_concurrency(), 1U, 16U); ++i)
        others.push_back(std::async(std::launch::async, work));
    work();
    for (auto &other : others)
        other.get();
    std::vector<BacktestRecord> done;
    Result<> result;
    for (Result<BacktestRecord> &one : compared) {
        if (one)
            done.push_back(std::move(*one));
        else if (result)
            result = one.error();
    }
    m_waiting.clear();
    if (auto kept = m_state.keep(done); !kept)
        return kept;
    for (BacktestRecord &record : done)
        m_records.push_back(std::move(record));
    m_control.progress(static_cast<qint64>(m_records.size()), m_options.most);
    return result;
}

bool isStop(const Error &error)
{
    return error.kind == ErrorKind::Cancelled;
}

} // namespace

Result<BacktestResult> runBacktest(Workspace &desk, const BacktestOptions &options, const RunControl &control)
{
    QElapsedTimer timer;
    timer.start();
    BacktestResult result;
    auto source = describeArchive(options.input, options.archive);
    if (!source)
        return source.error();
    result.source = std::move(*source);
    result.names = options.names;
    auto comparison = BacktestComparison::create(desk, options.names, control);
    if (!comparison)
        return comparison.error();
    BacktestState state;
    if (auto opened = state.open(options.stateFolder, fingerprintOf(desk, options)); !opened)
        return opened.error();
    BacktestRun run(options, **comparison, state, control);
    // The reading has no progress of its own: comparing takes nearly all of the time.
    auto counts = readArchive(
        options.input, options.archive,
        [&](ArchiveConversation conversation) { return run.take(std::move(conversation)); },
        RunControl(control.stopToken()));
    const Result<> flushed = counts ? run.flush() : Result<>();
    if (!counts && !isStop(counts.error()))
        return counts.error();
    if (!flushed && !isStop(flushed.error()))
        return flushed.error();
    const bool isComplete = counts && flushed;
    if (counts)
        result.counts = std::move(*counts);
    if (run.isCut())
        result.counts.note(QStringLiteral("only the first %1 conversations were compared, as was asked for")
                               .arg(options.most));
    result.resumed = run.resumed();
    result.records = std::move(run.records());
    const Settings settings = desk.settings();
    const InsightAssumptions assumed{settings.insightsQuietHours(), settings.insightsMinutesPerReply(),
                                     settings.insightsMinutesPerDraft(), settings.insightsHourCostUsd()};
    auto figures = computeBacktest(result.records, assumed);
    if (!figures)
        return figures.error();
    result.figures = std::move(*figures);
    result.figures.isComplete = isComplete;
    result.seconds = static_cast<double>(timer.elapsed()) / 1000.0;
    return result;
}

} // namespace Helmdesk
