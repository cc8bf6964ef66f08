#include "store/StoreTestSupport.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

constexpr int conversationCount = 100'000;

// The median of several calls, in milliseconds.
template <class Call>
double medianOf(Call call)
{
    std::vector<double> times;
    for (int i = 0; i < 9; ++i) {
        QElapsedTimer timer;
        timer.start();
        call();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

} // namespace

// The queue over 100,000 conversations. The figures are printed; the limits only catch a missing index.
class ScaleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pagesAreImmediate_data();
    void pagesAreImmediate();
    void deepPagesCostTheSame();
    void countsAreQuick();
    void searchIsQuick_data();
    void searchIsQuick();

private:
    std::unique_ptr<TemporaryStore> m_store;
};

void ScaleTest::initTestCase()
{
    m_store = std::make_unique<TemporaryStore>();
    const QString numbers = QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                           "WHERE i < %1) ")
                                .arg(conversationCount);
    const auto filled = m_store->database->write([&](Connection &connection) -> Result<> {
        auto done = connection.runOnce(
            numbers +
            QStringLiteral(
                "INSERT INTO conversations (id, channel, customer, subject, status, category, created, "
                "updated, priority, decision, attention, snippet, message_count) "
                "SELECT i, 'mail', 'cus_' || (i % 5000), 'Subject ' || i, "
                "CASE WHEN i % 10 < 7 THEN 'resolved' WHEN i % 10 = 7 THEN 'waiting' ELSE 'open' END, "
                "CASE i % 4 WHEN 0 THEN 'billing' WHEN 1 THEN 'technical' WHEN 2 THEN 'account' "
                "ELSE 'general' END, '2026-01-01', "
                "strftime('%Y-%m-%dT%H:%M:%S.000Z', '2026-01-01', '+' || (i * 7919 % 100000) || "
                "' minutes'), i % 4, CASE i % 3 WHEN 0 THEN 'auto_send' ELSE 'needs_review' END, "
                "i % 10 = 8, 'Text ' || i, 1 FROM n"));
        if (!done)
            return done;
        return connection.runOnce(
            numbers +
            QStringLiteral("INSERT INTO messages (conversation, channel, author, text, subject, at) "
                           "SELECT i, 'mail', 'customer', 'Please look at order ' || i || ' and group g' "
                           "|| (i % 100), 'Subject ' || i, '2026-01-01' FROM n"));
    });
    VERIFY_RESULT(filled);
}

void ScaleTest::pagesAreImmediate_data()
{
    QTest::addColumn<bool>("needsAttention");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("category");
    QTest::addColumn<ConversationSort>("sort");

    QTest::newRow("attention by priority") << true << QString() << QString() << ConversationSort::Priority;
    QTest::newRow("attention by time") << true << QString() << QString() << ConversationSort::UpdatedOldest;
    QTest::newRow("all by time") << false << QString() << QString() << ConversationSort::UpdatedNewest;
    QTest::newRow("all by priority") << false << QString() << QString() << ConversationSort::Priority;
    QTest::newRow("open by time") << false << QStringLiteral("open") << QString()
                                  << ConversationSort::UpdatedNewest;
    QTest::newRow("category by time")
        << false << QString() << QStringLiteral("account") << ConversationSort::UpdatedNewest;
    QTest::newRow("open category by priority")
        << false << QStringLiteral("open") << QStringLiteral("billing") << ConversationSort::Priority;
}

void ScaleTest::pagesAreImmediate()
{
    QFETCH(bool, needsAttention);
    QFETCH(QString, status);
    QFETCH(QString, category);
    QFETCH(ConversationSort, sort);
    const SqliteConversationRepository conversations(*m_store->database);
    ConversationFilter filter;
    filter.needsAttention = needsAttention;
    filter.status = fromName<ConversationStatus>(status);
    filter.category = fromName<Category>(category);
    size_t rows = 0;

    const double ms = medianOf([&] { rows = conversations.list(filter, sort, 50)->rows.size(); });

    qInfo("%.2f ms", ms);
    QCOMPARE(rows, 50u);
    QVERIFY2(ms < 200, "a page of the queue takes too long");
}

void ScaleTest::deepPagesCostTheSame()
{
    const SqliteConversationRepository conversations(*m_store->database);
    const ConversationCursor deep{1, QStringLiteral("2026-01-20"), 1};
    size_t rows = 0;

    const double ms =
        medianOf([&] { rows = conversations.list({}, ConversationSort::Priority, 50, deep)->rows.size(); });

    qInfo("%.2f ms", ms);
    QCOMPARE(rows, 50u);
    QVERIFY2(ms < 200, "a deep page takes too long");
}

void ScaleTest::countsAreQuick()
{
    const SqliteConversationRepository conversations(*m_store->database);
    ConversationCounts counts;

    const double ms = medianOf([&] { counts = *conversations.counts(); });

    qInfo("%.2f ms", ms);
    QCOMPARE(counts.total, conversationCount);
    QCOMPARE(counts.needsAttention, conversationCount / 10);
    QVERIFY2(ms < 400, "counting takes too long");
}

void ScaleTest::searchIsQuick_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("hits");

    QTest::newRow("word of every message") << QStringLiteral("please") << 50;
    QTest::newRow("word of one in a hundred") << QStringLiteral("order g42") << 50;
    QTest::newRow("one message") << QStringLiteral("order 77777") << 1;
}

void ScaleTest::searchIsQuick()
{
    QFETCH(QString, text);
    QFETCH(int, hits);
    const SqliteConversationRepository conversations(*m_store->database);
    size_t found = 0;

    const double ms = medianOf([&] { found = conversations.search(text, 50)->size(); });

    qInfo("%.2f ms", ms);
    QCOMPARE(static_cast<int>(found), hits);
    QVERIFY2(ms < 400, "a search takes too long");
}

QTEST_GUILESS_MAIN(ScaleTest)
#include "tst_scale.moc"
