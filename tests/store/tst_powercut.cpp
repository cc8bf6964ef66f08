// A power cut at many instants of a busy desk: what was acknowledged or done outside is known afterwards,
// once.

#include "store/StoreTestSupport.h"

#include "pipeline/MessageIntake.h"
#include "store/DurabilityBarrier.h"
#include "store/PowerCutVfs.h"
#include "store/SqliteApprovalRepository.h"
#include "store/SqliteCustomerRepository.h"
#include "store/SqliteEffectLedger.h"
#include "store/SqliteOutboxRepository.h"
#include "store/SqliteUnitOfWork.h"

#include <atomic>
#include <QDir>
#include <QtTest>
#include <random>
#include <thread>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

constexpr int wantedPoints = 500;

// What the world outside knows: it cannot be taken back by a power cut here.
struct World {
    QStringList acknowledged; // external ids of messages
    QStringList effects;      // keys that a tool acted on
    QList<qint64> decisions;  // approvals that were acted on
    QList<qint64> delivered;  // outgoing messages
};

class Ledgered
{
public:
    template <class Change>
    void change(Change change)
    {
        const std::lock_guard lock(m_mutex);
        change(m_world);
    }
    World now() const
    {
        const std::lock_guard lock(m_mutex);
        return m_world;
    }

private:
    mutable std::mutex m_mutex;
    World m_world;
};

template <class T>
T made(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return std::move(*result);
}

// The result of a call that is repeated while the other program keeps the database busy.
template <class Call>
auto insist(Call call)
{
    auto result = call();
    while (!result && result.error().kind == ErrorKind::Unavailable)
        result = call();
    return made(std::move(result));
}

// One thread's work on the desk; `step` makes its names its own.
class Worker
{
public:
    Worker(Database &database, Ledgered &world, QString name)
        : m_database(database)
        , m_world(world)
        , m_name(std::move(name))
    {
    }

    void take(int step)
    {
        SqliteConversationRepository conversations(m_database);
        const SqliteCustomerRepository customers(m_database);
        SqliteUnitOfWork unitOfWork(m_database);
        IncomingMessage message;
        message.channel = ChannelKind::Api;
        message.externalId = nameOf(step);
        message.conversationKey = m_name;
        message.text = QStringLiteral("Where is my order %1?").arg(step);
        insist([&] { return takeIn({conversations, customers, unitOfWork, m_clock}, message); });
        insist([&] { return m_database.awaitDurable(); });
        m_world.change([&](World &world) { world.acknowledged.append(message.externalId); });
    }

    void act(int step)
    {
        SqliteEffectLedger ledger(m_database);
        const EffectKey key{nameOf(step)};
        EffectIntent intent;
        intent.key = key;
        intent.tool = QStringLiteral("outside");
        intent.at = at(0);
        insist([&] { return ledger.begin(intent); });
        m_world.change([&](World &world) { world.effects.append(key.value); });
        insist([&] { return ledger.finish(key, Json{{"ok", true}}, at(0)); });
    }

    void decide(int step)
    {
        SqliteApprovalRepository approvals(m_database);
        NewApproval request;
        request.callKey = nameOf(step);
        request.tool = QStringLiteral("process_refund");
        request.createdAt = at(0);
        request.expiresAt = at(60);
        const Approval approval = insist([&] { return approvals.create(request); });
        insist([&] {
            return approvals.decide(approval.id, approval.digest, ApprovalDecision::Approve,
                                    QStringLiteral("Noor"), at(1));
        });
        m_world.change([&](World &world) { world.decisions.append(approval.id.value); });
    }

    void send(int step)
    {
        SqliteOutboxRepository outbox(m_database);
        NewOutboxItem item;
        item.key = nameOf(step);
        item.channel = ChannelKind::Mail;
        item.body = QStringLiteral("Here it is.");
        item.createdAt = at(0);
        item.dueAt = at(0);
        insist([&] { return outbox.enqueue(item); });
        for (const OutboxItem &due : insist([&] { return outbox.claimDue(at(1), 10); })) {
            m_world.change([&](World &world) { world.delivered.append(due.id.value); });
            insist([&] { return outbox.markSent(due.id, {}, at(1)); });
        }
    }

private:
    QString nameOf(int step) const { return QStringLiteral("%1-%2").arg(m_name).arg(step); }
    Database &m_database;
    Ledgered &m_world;
    QString m_name;
    FixedClock m_clock{at(0)};
};

// Opens what a power cut left, and compares it with what the world knows. Empty: all is well.
class Aftermath
{
public:
    static QStringList look(const QMap<QString, QByteArray> &remains, const QString &database,
                            const World &world)
    {
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("copy.sqlite"));
        for (auto it = remains.cbegin(); it != remains.cend(); ++it) {
            QFile file(copy + it.key().mid(database.size())); // "" or "-wal"
            if (it.value().isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(it.value()) < 0)
                continue;
        }
        auto opened = Database::open(copy, {.backgroundCheckpoints = false, .durability = Durability::None});
        if (!opened)
            return {QStringLiteral("it cannot be opened: ") + opened.error().detail};
        Aftermath aftermath(**opened);
        if (auto checked = (*opened)->check(); !checked)
            aftermath.m_findings.append(checked.error().detail);
        aftermath.compare(world);
        return aftermath.m_findings;
    }

private:
    explicit Aftermath(Database &database)
        : m_database(database)
    {
    }

    void compare(const World &world)
    {
        expect(QStringLiteral("SELECT external_id FROM messages"), world.acknowledged, "message");
        expect(QStringLiteral("SELECT key FROM effects WHERE state IN ('started', 'done')"), world.effects,
               "effect");
        expect(QStringLiteral("SELECT CAST(id AS TEXT) FROM approvals WHERE state = 'approved'"),
               texts(world.decisions), "decision");
        expect(QStringLiteral("SELECT CAST(id AS TEXT) FROM outbox WHERE state IN ('sending', 'sent')"),
               texts(world.delivered), "delivery");
        SqliteOutboxRepository outbox(m_database);
        for (const OutboxItem &item : made(outbox.claimDue(at(5), 1000))) {
            if (world.delivered.contains(item.id.value))
                m_findings.append(QStringLiteral("delivered again: %1").arg(item.id.value));
        }
    }

    // Each of the wanted is there, and once.
    void expect(const QString &sql, const QStringList &wanted, const char *what)
    {
        const auto stored = m_database.read([&](Connection &connection) -> Result<QStringList> {
            auto rows = connection.run(sql);
            if (!rows)
                return rows.error();
            QStringList values;
            while (rows->next())
                values.append(rows->text(0));
            if (auto failure = rows->failure())
                return *failure;
            return values;
        });
        if (!stored) {
            m_findings.append(stored.error().detail);
            return;
        }
        const QSet<QString> there(stored->begin(), stored->end());
        if (there.size() != stored->size())
            m_findings.append(QStringLiteral("a doubled %1").arg(QLatin1String(what)));
        for (const QString &name : wanted) {
            if (!there.contains(name))
                m_findings.append(QStringLiteral("a lost %1: %2").arg(QLatin1String(what), name));
        }
    }

    static QStringList texts(const QList<qint64> &numbers)
    {
        QStringList list;
        for (const qint64 number : numbers)
            list.append(QString::number(number));
        return list;
    }

    Database &m_database;
    QStringList m_findings;
};

// Cuts the power at instants that lie some writes apart, and keeps what was found.
class Cuts
{
public:
    Cuts(QString database, const Ledgered &world, int wanted)
        : m_database(std::move(database))
        , m_world(world)
        , m_wanted(wanted)
    {
        PowerCut::observe([this](quint64 operation) { observe(operation); });
    }
    ~Cuts() { PowerCut::observe({}); }
    Cuts(const Cuts &) = delete;
    Cuts &operator=(const Cuts &) = delete;

    bool isDone() const { return m_points.load() >= m_wanted; }
    int points() const { return m_points.load(); }
    QStringList findings() const { return m_findings; }

private:
    void observe(quint64 operation)
    {
        if (isDone() || operation < m_next)
            return;
        m_next = operation + 1 + m_chance() % 60;
        const int point = m_points.load();
        const World world = m_world.now(); // first: what follows it on the disk is not asked for
        const auto loses = point % 2 == 0 ? PowerCut::Loses::Everything : PowerCut::Loses::Some;
        const QStringList findings =
            Aftermath::look(PowerCut::remains(loses, static_cast<quint32>(point)), m_database, world);
        for (const QString &finding : findings)
            m_findings.append(
                QStringLiteral("cut %1 at write %2: %3").arg(point).arg(operation).arg(finding));
        m_points.fetch_add(1);
    }

    QString m_database;
    const Ledgered &m_world;
    int m_wanted;
    quint64 m_next = 0;
    std::mt19937 m_chance{20'261'130};
    std::atomic<int> m_points = 0;
    QStringList m_findings;
};

// Eight threads of two programs work until the power was cut often enough.
QStringList findingsOf(const QString &path, Durability durability, int points)
{
    const DatabaseOptions options{.durability = durability,
                                  .syncLog = [](const QString &log) { return PowerCut::syncFile(log); }};
    made(Database::open(path)); // made, and on the disk
    auto first = made(Database::open(path, options));
    auto second = made(Database::open(path, options));
    Ledgered world;
    Cuts cuts(path, world, points);
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&, t] {
                Worker worker(t % 2 == 0 ? *first : *second, world, QStringLiteral("%1-%2").arg(path).arg(t));
                for (int step = 0; !cuts.isDone(); ++step) {
                    switch (t / 2) {
                    case 0:
                        worker.take(step);
                        break;
                    case 1:
                        worker.act(step);
                        break;
                    case 2:
                        worker.decide(step);
                        break;
                    default:
                        worker.send(step);
                        break;
                    }
                }
            });
        }
    }
    if (cuts.points() != points)
        return {QStringLiteral("only %1 cuts").arg(cuts.points())};
    return cuts.findings();
}

} // namespace

class PowerCutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { VERIFY_RESULT(PowerCut::install(m_folder.path())); }

    void nothingAcknowledgedIsLostOrDoubled()
    {
        const QStringList findings = findingsOf(m_folder.filePath(QStringLiteral("grouped.sqlite")),
                                                Durability::Grouped, wantedPoints);

        QVERIFY2(findings.isEmpty(), qPrintable(findings.mid(0, 5).join(u'\n')));
    }

    // That the file system does lose what nobody waited for; else the test above would prove nothing.
    void withoutWaitingMuchIsLost()
    {
        const QStringList findings =
            findingsOf(m_folder.filePath(QStringLiteral("none.sqlite")), Durability::None, 50);

        QVERIFY2(findings.size() > 50, qPrintable(findings.mid(0, 5).join(u'\n')));
        QVERIFY(findings.filter(QStringLiteral("a lost")).size() > 50);
    }

    void manyCommitsShareOneSync()
    {
        std::atomic<int> answered = 0;
        std::mutex mutex;
        std::unique_lock busy(mutex); // the disk is busy with the first while the others come
        quint64 syncs = 0;
        {
            DurabilityBarrier barrier([&]() -> Result<> {
                const std::lock_guard lock(mutex);
                return {};
            });
            for (int i = 0; i < 200; ++i)
                barrier.whenDone([&](const Result<> &result) { answered += result ? 1 : 0; });
            busy.unlock();
            VERIFY_RESULT(barrier.await());
            syncs = barrier.syncs();
        }

        QCOMPARE(answered.load(), 200);
        QVERIFY2(syncs <= 3, qPrintable(QString::number(syncs)));
    }

    void whatTheDiskDidNotTakeIsNeverAcknowledged()
    {
        QTemporaryDir folder;
        std::atomic<bool> isBroken = false;
        auto database = made(Database::open(
            folder.filePath(QStringLiteral("a.sqlite")), {.syncLog = [&](const QString &) -> Result<> {
                if (isBroken)
                    return Error{ErrorKind::Io, QStringLiteral("the disk is ill")};
                return {};
            }}));
        SqliteEffectLedger ledger(*database);
        EffectIntent intent;
        intent.key = {QStringLiteral("first")};
        intent.at = at(0);
        VERIFY_RESULT(ledger.begin(intent));

        isBroken = true;
        intent.key = {QStringLiteral("second")};
        const auto refused = ledger.begin(intent);
        isBroken = false; // the system forgets what it could not write, and says "done" the next time
        intent.key = {QStringLiteral("third")};
        const auto later = ledger.begin(intent);

        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Io);
        QVERIFY(!later);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(PowerCutTest)
#include "tst_powercut.moc"
