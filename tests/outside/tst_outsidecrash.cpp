// A desk that dies around its calls of an outside system, which lives on and counts.

#include "../tools/ToolWorld.h"
#include "core/Instants.h"
#include "Shop.h"

#include <QProcess>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

constexpr int orders = 24;

// Cancels every order as after a restart, with no memory of what was done before. The outcomes by status.
std::map<ToolStatus, int> work(const QString &path, const Json &definition)
{
    std::map<ToolStatus, int> outcomes;
    auto database = Database::open(path);
    if (!database)
        return outcomes;
    auto backend = std::make_shared<SqliteBusinessBackend>(**database);
    auto registry = makeBuiltinTools(backend, nullptr);
    const auto rules = shippedPolicy();
    if (!registry || !rules || !addHttpTool(**registry, definition))
        return outcomes;
    const auto ledger = std::make_shared<SqliteEffectLedger>(**database);
    auto gate = std::make_shared<PolicyGate>(*registry, backend, ledger, [rules = *rules] {
        return PolicyInForce{rules, {}};
    });
    const ToolRunner runner(*registry, std::move(gate), ledger);
    for (int i = 1; i <= orders; ++i) {
        ToolContext context;
        context.customer = QStringLiteral("cus_1");
        context.message = {i};
        context.now = QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC);
        const ToolCall call =
            runner.run({QStringLiteral("cancel_order"), {{"order_id", QStringLiteral("A-%1").arg(i)}}},
                       context, ExecutionMode::Execute, {});
        ++outcomes[call.status];
    }
    return outcomes;
}

} // namespace

// Run with --work, the path of a database and a definition, this program is the one that dies.
class OutsideCrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingHappensTwice_data();
    void nothingHappensTwice();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void OutsideCrashTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("helmdesk.db"));
    auto database = Database::open(m_path);
    VERIFY_RESULT(database);
    VERIFY_RESULT(SqliteBusinessBackend(**database).loadRows(ToolWorld::rows()));
}

void OutsideCrashTest::nothingHappensTwice_data()
{
    QTest::addColumn<bool>("hasKey");
    QTest::addColumn<bool>("canBeAsked");
    QTest::newRow("with a key") << true << false;
    QTest::newRow("with a question") << false << true;
    QTest::newRow("with both") << true << true;
    QTest::newRow("with neither") << false << false;
}

void OutsideCrashTest::nothingHappensTwice()
{
    QFETCH(bool, hasKey);
    QFETCH(bool, canBeAsked);
    Shop shop;
    Json more = Json::object();
    if (hasKey)
        more["idempotency_header"] = "Idempotency-Key";
    if (canBeAsked)
        more["read_back"] = shop.readBack();
    const Json definition = shop.cancelTool(more);

    int deaths = 0;
    for (const Instant instant : {Instant::EffectBegun, Instant::EffectHappened}) {
        for (const int times : {1, 2, 5}) {
            QCOMPARE(
                QProcess::execute(QCoreApplication::applicationFilePath(),
                                  {QStringLiteral("--work"), m_path, QString::fromUtf8(toBytes(definition)),
                                   nameOf(instant), QString::number(times)}),
                137);
            ++deaths;
        }
    }
    auto outcomes = work(m_path, definition);

    QCOMPARE(shop.mostOfOneOrder(), 1);
    if (hasKey || canBeAsked) {
        QCOMPARE(outcomes[ToolStatus::Done], orders);
        QCOMPARE(shop.cancellations(), orders);
    } else { // whoever died in the middle leaves a question for a person
        QCOMPARE(outcomes[ToolStatus::Done] + outcomes[ToolStatus::Failed], orders);
        QVERIFY(outcomes[ToolStatus::Failed] > 0);
        QVERIFY(outcomes[ToolStatus::Failed] <= deaths);
    }
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 6 && arguments.at(1) == QLatin1String("--work")) {
        dieAt(arguments.at(4), arguments.at(5).toInt());
        const auto definition = parseJson(arguments.at(3).toUtf8());
        return definition ? static_cast<int>(work(arguments.at(2), *definition).size()) : 1;
    }
    OutsideCrashTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_outsidecrash.moc"
