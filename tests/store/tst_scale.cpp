#include "store/StoreTestSupport.h"

#include <QSet>
#include <QtTest>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

constexpr int conversationCount = 100'000;

// Every page of the queue with this filter, in order, until there are no more rows or `limit` pages were
// read.
std::vector<ConversationSummary> pages(const ConversationRepository &conversations,
                                       const ConversationFilter &filter, ConversationSort sort, int limit)
{
    std::vector<ConversationSummary> rows;
    std::optional<ConversationCursor> cursor;
    for (int page = 0; page < limit; ++page) {
        auto next = conversations.list(filter, sort, 50, cursor);
        if (!next)
            return {};
        std::ranges::move(next->rows, std::back_inserter(rows));
        if (!next->next)
            break;
        cursor = next->next;
    }
    return rows;
}

// The place of a row in an order: smaller comes first.
std::tuple<bool, int, qint64, qint64> placeIn(ConversationSort sort, const ConversationSummary &row)
{
    const qint64 updated = row.conversation.updatedAt.toMSecsSinceEpoch();
    const qint64 id = row.conversation.id.value;
    switch (sort) {
    case ConversationSort::UpdatedOldest:
        return {false, 0, updated, id};
    case ConversationSort::UpdatedNewest:
        return {false, 0, -updated, -id};
    case ConversationSort::Priority:
        break;
    }
    const bool isResolved = row.conversation.status == ConversationStatus::Resolved;
    return {isResolved, -static_cast<int>(row.priority), updated, id};
}

} // namespace

// The queue over 100,000 conversations: every page in its order, without gaps or doubles. What it costs:
// `bench store`.
class ScaleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pagesFollowTheirOrder_data();
    void pagesFollowTheirOrder();
    void deepPageGoesOnWhereTheLastEnded();
    void aWholeFilterIsReadOnce();
    void countsAreRight();
    void searchFindsRareAndCommonWords_data();
    void searchFindsRareAndCommonWords();

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

void ScaleTest::pagesFollowTheirOrder_data()
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

void ScaleTest::pagesFollowTheirOrder()
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

    const auto rows = pages(conversations, filter, sort, 3);

    QCOMPARE(rows.size(), 150u);
    QVERIFY(std::ranges::is_sorted(rows, std::ranges::less{},
                                   [&](const ConversationSummary &row) { return placeIn(sort, row); }));
    for (const ConversationSummary &row : rows) {
        QVERIFY(!needsAttention || row.needsAttention);
        QVERIFY(!filter.status || row.conversation.status == *filter.status);
        QVERIFY(!filter.category || row.conversation.category == filter.category);
    }
}

void ScaleTest::deepPageGoesOnWhereTheLastEnded()
{
    const SqliteConversationRepository conversations(*m_store->database);
    const ConversationCursor deep{1, QStringLiteral("2026-01-20"), 1};

    const auto page = conversations.list({}, ConversationSort::Priority, 50, deep);

    VERIFY_RESULT(page);
    QCOMPARE(page->rows.size(), 50u);
    for (const ConversationSummary &row : page->rows)
        QVERIFY(row.priority < Priority::Normal ||
                row.conversation.updatedAt >= QDateTime(QDate(2026, 1, 20), QTime(0, 0), Qt::UTC));
}

void ScaleTest::aWholeFilterIsReadOnce()
{
    const SqliteConversationRepository conversations(*m_store->database);
    ConversationFilter filter;
    filter.needsAttention = true;

    const auto rows = pages(conversations, filter, ConversationSort::Priority, conversationCount);

    QSet<qint64> seen;
    for (const ConversationSummary &row : rows)
        seen.insert(row.conversation.id.value);
    QCOMPARE(rows.size(), size_t(conversationCount / 10));
    QCOMPARE(seen.size(), conversationCount / 10);
}

void ScaleTest::countsAreRight()
{
    const SqliteConversationRepository conversations(*m_store->database);

    const auto counts = conversations.counts();

    VERIFY_RESULT(counts);
    QCOMPARE(counts->total, conversationCount);
    QCOMPARE(counts->needsAttention, conversationCount / 10);
    QCOMPARE(counts->byStatus.value(ConversationStatus::Resolved), conversationCount / 10 * 7);
}

void ScaleTest::searchFindsRareAndCommonWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("hits");

    QTest::newRow("word of every message") << QStringLiteral("please") << 50;
    QTest::newRow("word of one in a hundred") << QStringLiteral("order g42") << 50;
    QTest::newRow("one message") << QStringLiteral("order 77777") << 1;
}

void ScaleTest::searchFindsRareAndCommonWords()
{
    QFETCH(QString, text);
    QFETCH(int, hits);
    const SqliteConversationRepository conversations(*m_store->database);

    const auto found = conversations.search(text, 50);

    VERIFY_RESULT(found);
    QCOMPARE(static_cast<int>(found->size()), hits);
}

QTEST_GUILESS_MAIN(ScaleTest)
#include "tst_scale.moc"
