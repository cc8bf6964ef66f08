#include "app/EngineInsights.h"
#include "support/TestSupport.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Helmdesk;

// The console's insights on the sample company.
class EngineInsightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void periodComesWithTheOneBefore();
    void openPeriodHasNoneBefore();
    void assumptionsAreSettings();
    void newerRequestTakesThePlace();
    void tableIsExported();
    void endsWhileItReads();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

void EngineInsightsTest::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto workspace = Workspace::open(m_folder->path(), {.durability = Durability::None});
    VERIFY_RESULT(workspace);
    m_workspace = std::move(*workspace);
    VERIFY_RESULT(m_workspace->loadDemo({}));
}

void EngineInsightsTest::periodComesWithTheOneBefore()
{
    EngineInsights room(*m_workspace);
    const QDate today = QDate::currentDate();
    InsightFilter filter;
    filter.from = today.addDays(-399);
    filter.to = today;

    const Result<InsightsView> view = room.insights(filter).result();

    VERIFY_RESULT(view);
    QVERIFY(view->now.total.conversations > 0);
    QVERIFY(view->before.has_value());
    QCOMPARE(view->before->filter.to, filter.from.addDays(-1));
    QCOMPARE(view->before->filter.from.daysTo(view->before->filter.to), 399);
}

void EngineInsightsTest::openPeriodHasNoneBefore()
{
    const Result<InsightsView> view = EngineInsights(*m_workspace).insights({}).result();

    VERIFY_RESULT(view);
    QVERIFY(view->now.total.conversations > 0);
    QVERIFY(!view->before.has_value());
}

void EngineInsightsTest::assumptionsAreSettings()
{
    VERIFY_RESULT(m_workspace->settingsRepository().save(QStringLiteral("insights.quiet_hours"), Json(5),
                                                         QStringLiteral("Kim")));
    VERIFY_RESULT(m_workspace->settingsRepository().save(QStringLiteral("insights.hour_cost_usd"), Json(45.5),
                                                         QStringLiteral("Kim")));

    const Result<InsightsView> view = EngineInsights(*m_workspace).insights({}).result();

    VERIFY_RESULT(view);
    QCOMPARE(view->now.assumed.quietHours, 5);
    QCOMPARE(view->now.assumed.hourCostUsd, 45.5);
}

void EngineInsightsTest::newerRequestTakesThePlace()
{
    EngineInsights room(*m_workspace);

    const auto first = room.insights({});
    const auto second = room.insights({});

    const Result<InsightsView> given = first.result(); // as far as it had come
    QVERIFY(given || given.error().kind == ErrorKind::Cancelled);
    VERIFY_RESULT(second.result());
}

void EngineInsightsTest::tableIsExported()
{
    const QString path = m_folder->filePath(QStringLiteral("by-channel.csv"));
    EngineInsights room(*m_workspace);

    const Result<int> rows = room.exportTable({}, InsightsBy::Channel, path).result();

    VERIFY_RESULT(rows);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\r\n"), *rows + 1);
    QVERIFY(!(file.permissions() & (QFileDevice::ReadOther | QFileDevice::ExeOwner)));
    QCOMPARE(room.exportTable({}, InsightsBy::Channel, m_folder->filePath(QStringLiteral("no/file.csv")))
                 .result()
                 .error()
                 .kind,
             ErrorKind::Io);
}

void EngineInsightsTest::endsWhileItReads()
{
    QFuture<Result<InsightsView>> reading;
    {
        EngineInsights room(*m_workspace);
        reading = room.insights({});
    }
    const Result<InsightsView> view = reading.result();
    QVERIFY(view || view.error().kind == ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(EngineInsightsTest)
#include "tst_engineinsights.moc"
