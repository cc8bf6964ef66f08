#include "core/Instants.h"
#include "store/SqliteAuditLog.h"
#include "ToolWorld.h"

#include <QProcess>
#include <QRandomGenerator>

using namespace Helmdesk;
using Helmdesk::Test::ToolWorld;

namespace
{

constexpr int messages = 120;
constexpr int kills = 25;
constexpr int maxDelayMs = 40;

// Every message asks for one refund of its own invoice and a reset of its own customer's password.
Json rows()
{
    Json customers = Json::array();
    Json invoices = Json::array();
    for (int i = 1; i <= messages; ++i) {
        const std::string n = std::to_string(i);
        customers.push_back({{"id", "cus_" + n}, {"name", "C"}, {"email", "c" + n + "@one.example"}});
        invoices.push_back({{"id", "INV-" + n},
                            {"customer", "cus_" + n},
                            {"amount_minor", 4900},
                            {"currency", "USD"},
                            {"status", "paid"}});
    }
    return {{"customers", customers}, {"invoices", invoices}};
}

struct Desk {
    std::unique_ptr<Database> database;
    std::shared_ptr<SqliteBusinessBackend> backend;
    std::unique_ptr<ToolRunner> runner;
};

Result<Desk> openDesk(const QString &path)
{
    auto opened = Database::open(path);
    if (!opened)
        return std::move(opened).error();
    Desk desk;
    desk.database = std::move(*opened);
    desk.backend = std::make_shared<SqliteBusinessBackend>(*desk.database);
    auto tools = makeBuiltinTools(desk.backend, nullptr);
    if (!tools)
        return std::move(tools).error();
    auto rules = shippedPolicy();
    if (!rules)
        return std::move(rules).error();
    auto ledger = std::make_shared<SqliteEffectLedger>(*desk.database);
    auto gate = std::make_shared<PolicyGate>(*tools, desk.backend, ledger, [rules = *rules] {
        return PolicyInForce{rules, {}};
    });
    desk.runner = std::make_unique<ToolRunner>(*tools, std::move(gate), std::move(ledger));
    return desk;
}

// Works through all messages as after a restart, with no memory of what was done before; the number that
// failed.
int work(const QString &path)
{
    auto desk = openDesk(path);
    if (!desk)
        return messages;
    const auto rates = ExchangeRates::shipped();
    if (!rates)
        return messages;
    int failed = 0;
    for (int i = 1; i <= messages; ++i) {
        ToolContext context;
        context.limits.rates = std::make_shared<ExchangeRates>(*rates);
        context.customer = QStringLiteral("cus_%1").arg(i);
        context.message = {i};
        context.now = QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC);
        const QString email = QStringLiteral("c%1@one.example").arg(i);
        const QByteArray invoice = QStringLiteral("INV-%1").arg(i).toLatin1();
        std::vector<ToolCall> calls;
        for (const ToolRequest &request :
             {ToolRequest{QStringLiteral("process_refund"), ToolWorld::refundArgs(invoice.constData(), 4900)},
              ToolRequest{QStringLiteral("reset_password"), {{"email", email}}}}) {
            calls.push_back(desk->runner->run(request, context, ExecutionMode::Execute, calls));
            failed += calls.back().status == ToolStatus::Done ? 0 : 1;
        }
    }
    return failed;
}

} // namespace

// Run with --work and the path of a database, this program is the one that gets killed; with an instant and a
// number, it dies when it has reached that instant so many times.
class CrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void effectsHappenOnceHoweverOftenTheProgramIsKilled();
    void effectsHappenOnceWhereverTheProgramDies();

private:
    void checkThatAllIsDoneOnce() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void CrashTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("helmdesk.db"));
    auto desk = openDesk(m_path);
    VERIFY_RESULT(desk);
    VERIFY_RESULT(desk->backend->loadRows(rows()));
}

void CrashTest::effectsHappenOnceHoweverOftenTheProgramIsKilled()
{
    for (int i = 0; i < kills; ++i) {
        QProcess victim;
        victim.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--work"), m_path});
        QVERIFY(victim.waitForStarted());
        victim.waitForFinished(QRandomGenerator::global()->bounded(maxDelayMs) + 15);
        victim.kill();
        victim.waitForFinished();
    }

    checkThatAllIsDoneOnce();
}

// At each of the two instants at which the ledger and the world could come apart.
void CrashTest::effectsHappenOnceWhereverTheProgramDies()
{
    for (const Instant instant : {Instant::EffectBegun, Instant::EffectHappened}) {
        for (const int times : {1, 2, 3, 50}) {
            QCOMPARE(QProcess::execute(
                         QCoreApplication::applicationFilePath(),
                         {QStringLiteral("--work"), m_path, nameOf(instant), QString::number(times)}),
                     137);
        }
    }
    checkThatAllIsDoneOnce();
}

void CrashTest::checkThatAllIsDoneOnce() const
{
    QCOMPARE(work(m_path), 0);
    auto desk = openDesk(m_path);
    VERIFY_RESULT(desk);
    for (const char *table : {"refunds", "password_resets", "outbox"}) {
        const auto found = desk->backend->dumpTable(QString::fromLatin1(table));
        VERIFY_RESULT(found);
        QCOMPARE(found->size(), static_cast<size_t>(messages));
    }
    const auto invoices = desk->backend->dumpTable(QStringLiteral("invoices"));
    VERIFY_RESULT(invoices);
    for (const Json &invoice : *invoices)
        QCOMPARE(integerOr(invoice, "refunded_minor", 0), 4900);
    VERIFY_RESULT(desk->database->check());
    const auto audit = SqliteAuditLog(*desk->database).verify();
    VERIFY_RESULT(audit);
    QVERIFY2(audit->isIntact(), qPrintable(audit->why));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 5)
        dieAt(arguments.at(3), arguments.at(4).toInt());
    if (arguments.size() >= 3 && arguments.at(1) == QLatin1String("--work"))
        return work(arguments.at(2)) == 0 ? 0 : 1;
    CrashTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crash.moc"
