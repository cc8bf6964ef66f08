#include "app/ScenarioRunner.h"
#include "support/RandomJson.h"
#include "support/TestSupport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Helmdesk;

// The project's own scenarios, one test row a file; and what the runner must notice.
class TestScenarios : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allScenariosOfTheFilePass_data();
    void allScenariosOfTheFilePass();
    void listedScenariosAreThere();
    void aWriteThatIsNotNamedFails();
    void anyFileIsReadOrRefused();

private:
    std::unique_ptr<ScenarioRunner> m_runner;
    QHash<QString, QString> m_notYet; // by id: what goes wrong
    QSet<QString> m_seen;             // that failed
};

namespace
{

// scenarios_not_yet.txt: an id and, after a tab, what goes wrong.
QHash<QString, QString> notYet()
{
    QFile file(QStringLiteral(HELMDESK_SCENARIOS_NOT_YET));
    QHash<QString, QString> out;
    if (!file.open(QIODevice::ReadOnly))
        return out;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith(u'#'))
            out.insert(line.section(u'\t', 0, 0), line.section(u'\t', 1));
    }
    return out;
}

} // namespace

void TestScenarios::initTestCase()
{
    auto assets = EngineAssets::load();
    VERIFY_RESULT(assets);
    auto runner = ScenarioRunner::create(*assets, {});
    VERIFY_RESULT(runner);
    m_runner = std::move(*runner);
    m_notYet = notYet();
    for (const QString &why : std::as_const(m_notYet))
        QVERIFY(!why.isEmpty());
}

void TestScenarios::allScenariosOfTheFilePass_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(HELMDESK_SCENARIOS));
    const QStringList names =
        folder.entryList({QStringLiteral("*.json"), QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestScenarios::allScenariosOfTheFilePass()
{
    QFETCH(QString, path);

    const Json report = m_runner->run(path, {});

    QVERIFY(report["n"].get<int>() > 0);
    Json failed = Json::array();
    for (const Json &scenario : report["failed"]) {
        const QString id = stringOr(scenario, "id");
        m_seen.insert(id);
        if (!m_notYet.contains(id))
            failed.push_back(scenario);
    }
    QVERIFY2(failed.empty(), toIndentedBytes(failed).constData());
}

// One that passes again, or is gone, leaves the list. Runs behind the files.
void TestScenarios::listedScenariosAreThere()
{
    QStringList passing;
    for (auto it = m_notYet.begin(); it != m_notYet.end(); ++it) {
        if (!m_seen.contains(it.key()))
            passing.append(it.key());
    }
    QVERIFY2(passing.isEmpty(), qPrintable(passing.join(QStringLiteral(", "))));
}

void TestScenarios::anyFileIsReadOrRefused()
{
    Test::RandomJson random(20261130);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("any.jsonl")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 100; ++i)
        file.write(random.object({"id", "settings", "backend", "customer", "channel", "expect", "operator"})
                       .replace('\n', ' ') +
                   '\n');
    file.close();

    const Json report = m_runner->run(file.fileName(), {});

    QCOMPARE(report["n"].get<int>(), 100);
    QVERIFY(report["failed"].size() > 50);
}

void TestScenarios::aWriteThatIsNotNamedFails()
{
    const auto scenario = parseJson(R"({"id": "unnamed", "settings": {"modes.billing": "auto"},
        "backend": {"customers": [{"id": "cus_1", "name": "Ada Brook", "email": "ada@brook.example"}],
                    "invoices": [{"id": "INV-7001", "customer": "cus_1", "issued": "2026-11-02", "due": "2026-11-16",
                                  "amount_minor": 4900, "currency": "USD", "status": "paid", "description": "Pro"}]},
        "customer": "cus_1", "channel": "chat", "turns": ["Please refund invoice INV-7001"],
        "expect": {"category": "billing"}})");
    VERIFY_RESULT(scenario);

    const QStringList wrong = m_runner->check(*scenario, {});

    QCOMPARE(wrong.size(), 1);
    QVERIFY2(wrong.first().contains(QLatin1String("written but not named: refunds")),
             qPrintable(wrong.first()));
}

QTEST_GUILESS_MAIN(TestScenarios)
#include "tst_scenarios.moc"
