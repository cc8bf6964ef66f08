#include "app/DurabilityBench.h"

#include "store/FileSync.h"
#include "store/SqliteEffectLedger.h"

#include <atomic>
#include <chrono>
#include <QFile>
#include <QTemporaryDir>
#include <semaphore>
#include <thread>

namespace Helmdesk
{
namespace
{

constexpr int rounds = 3; // the disk is shared: each way is measured in turn, and again
constexpr int waitingThreads = 64;
constexpr int mostInFlight = 1024;

using SteadyClock = std::chrono::steady_clock;

struct Rate {
    qint64 steps = 0;
    double seconds = 0.0;
    double perSecond() const { return seconds > 0.0 ? static_cast<double>(steps) / seconds : 0.0; }
};

class Stopwatch
{
public:
    explicit Stopwatch(double seconds)
        : m_until(m_began +
                  std::chrono::duration_cast<SteadyClock::duration>(std::chrono::duration<double>(seconds)))
    {
    }
    bool isOver() const { return SteadyClock::now() >= m_until; }
    double elapsed() const { return std::chrono::duration<double>(SteadyClock::now() - m_began).count(); }

private:
    SteadyClock::time_point m_began = SteadyClock::now();
    SteadyClock::time_point m_until;
};

// Begins effects one after the other; keys are never used twice.
class Steps
{
public:
    Steps(Database &database, std::atomic<qint64> &numbers)
        : m_ledger(database)
        , m_numbers(numbers)
    {
    }
    Result<> one()
    {
        EffectIntent intent;
        intent.key = {QStringLiteral("bench.%1").arg(m_numbers.fetch_add(1))};
        intent.tool = QStringLiteral("process_refund");
        intent.argsDigest = QString(64, QLatin1Char('a'));
        intent.customer = QStringLiteral("cus_1");
        intent.at = QDateTime::currentDateTimeUtc();
        auto begun = m_ledger.begin(intent);
        return begun ? Result<>() : Result<>(begun.error());
    }

private:
    SqliteEffectLedger m_ledger;
    std::atomic<qint64> &m_numbers;
};

class Bench
{
public:
    explicit Bench(double seconds)
        : m_seconds(seconds)
    {
    }

    Result<Json> run(const RunControl &control)
    {
        for (int round = 0; round < rounds; ++round) {
            for (const auto measure :
                 {&Bench::disk, &Bench::fullCommits, &Bench::waiting, &Bench::inFlight}) {
                if (auto alive = control.check(); !alive)
                    return alive.error();
                if (auto done = (this->*measure)(); !done)
                    return done.error();
            }
            control.progress(round + 1, rounds);
        }
        const double full = m_full.perSecond();
        return Json{{"seconds_each", m_seconds * rounds},
                    {"disk_syncs_per_second", m_disk.perSecond()},
                    {"full_commit_each_per_second", full},
                    {"grouped_waiting_threads_per_second", m_waiting.perSecond()},
                    {"grouped_in_flight_per_second", m_inFlight.perSecond()},
                    {"waiting_threads_times_full", full > 0.0 ? m_waiting.perSecond() / full : 0.0},
                    {"in_flight_times_full", full > 0.0 ? m_inFlight.perSecond() / full : 0.0}};
    }

private:
    Result<std::unique_ptr<Database>> open(const char *name, Durability durability) const
    {
        return Database::open(m_folder.filePath(QLatin1String(name)), {.durability = durability});
    }

    // A page at the end of a file and a sync, as the log of a single commit costs at least.
    Result<> disk()
    {
        const QString path = m_folder.filePath(QStringLiteral("plain"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
            return Error{ErrorKind::Io, QStringLiteral("%1 cannot be written").arg(path)};
        const QByteArray page(4096, 'x');
        const Stopwatch watch(m_seconds);
        while (!watch.isOver()) {
            if (file.write(page) != page.size())
                return Error{ErrorKind::Io, QStringLiteral("%1 cannot be written").arg(path)};
            if (auto done = syncFile(path); !done)
                return done;
            ++m_disk.steps;
        }
        m_disk.seconds += watch.elapsed();
        return {};
    }

    Result<> fullCommits()
    {
        auto database = open("full.db", Durability::EachCommit);
        if (!database)
            return database.error();
        Steps steps(**database, m_numbers);
        const Stopwatch watch(m_seconds);
        while (!watch.isOver()) {
            if (auto done = steps.one(); !done)
                return done;
            ++m_full.steps;
        }
        m_full.seconds += watch.elapsed();
        return {};
    }

    // As the runs of many conversations: each waits before its effect.
    Result<> waiting()
    {
        auto database = open("grouped.db", Durability::Grouped);
        if (!database)
            return database.error();
        std::atomic<qint64> done = 0;
        std::atomic<int> failures = 0;
        const Stopwatch watch(m_seconds);
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < waitingThreads; ++i) {
                threads.emplace_back([&] {
                    Steps steps(**database, m_numbers);
                    while (!watch.isOver() && failures == 0) {
                        if (steps.one())
                            ++done;
                        else
                            ++failures;
                    }
                });
            }
        }
        m_waiting.steps += done;
        m_waiting.seconds += watch.elapsed();
        return failures == 0 ? Result<>() : Result<>(Error{ErrorKind::Io, QStringLiteral("a step failed")});
    }

    // As the HTTP inbox: goes on, and acknowledges what has reached the disk.
    Result<> inFlight()
    {
        std::counting_semaphore<mostInFlight> free(mostInFlight); // outlives the database, which answers all
        std::atomic<qint64> acknowledged = 0;
        std::atomic<int> failures = 0;
        auto database = open("grouped.db", Durability::Grouped);
        if (!database)
            return database.error();
        const Stopwatch watch(m_seconds);
        while (!watch.isOver() && failures == 0) {
            free.acquire();
            // In a transaction of the caller the ledger does not wait; the acknowledgement does.
            Steps steps(**database, m_numbers);
            auto committed = (*database)->write([&](Connection &) { return steps.one(); });
            if (!committed)
                return committed;
            (*database)->whenDurable([&](const Result<> &result) {
                if (result)
                    ++acknowledged;
                else
                    ++failures;
                free.release();
            });
        }
        if (auto kept = (*database)->awaitDurable(); !kept) // the last group, and everything before it
            return kept;
        m_inFlight.steps += acknowledged;
        m_inFlight.seconds += watch.elapsed();
        return failures == 0 ? Result<>() : Result<>(Error{ErrorKind::Io, QStringLiteral("a step failed")});
    }

    double m_seconds;
    QTemporaryDir m_folder;
    std::atomic<qint64> m_numbers = 0;
    Rate m_disk;
    Rate m_full;
    Rate m_waiting;
    Rate m_inFlight;
};

} // namespace

Result<Json> benchDurability(double seconds, const RunControl &control)
{
    return Bench(seconds).run(control);
}

} // namespace Helmdesk
