#include "store/SqliteUnansweredRepository.h"
#include "store/StoreTestSupport.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

class TestUnanswered : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesWithoutAnOutcomeInTheirOrder();
    void aFailureIsDueAtItsTimeAndNeedsAttention();
    void whatWaitsForLongNeedsAttention();
    void anOperatorsReplyEndsTheWait();

private:
    static bool needsAttention(const TemporaryStore &store, ConversationId id)
    {
        return store.number(
                   QStringLiteral("SELECT attention FROM conversations WHERE id = %1").arg(id.value)) == 1;
    }
};

void TestUnanswered::messagesWithoutAnOutcomeInTheirOrder()
{
    TemporaryStore store;
    SqliteUnansweredRepository unanswered(*store.database);
    const Opened first = openConversation(*store.database, QString(), QStringLiteral("one"));
    const Opened second = openConversation(*store.database, QString(), QStringLiteral("two"));

    const auto all = unanswered.all();
    const auto ofSecond = unanswered.of(second.conversation.id);

    VERIFY_RESULT(all);
    VERIFY_RESULT(ofSecond);
    QCOMPARE(all->size(), size_t(2));
    QCOMPARE(all->front().id, first.message);
    QCOMPARE(all->front().channel, ChannelKind::Mail);
    QCOMPARE(all->front().attempts, 0);
    QVERIFY(!all->front().nextTry.isValid());
    QCOMPARE(ofSecond->size(), size_t(1));
    QCOMPARE(ofSecond->front().id, second.message);
}

void TestUnanswered::aFailureIsDueAtItsTimeAndNeedsAttention()
{
    TemporaryStore store;
    SqliteUnansweredRepository unanswered(*store.database);
    const Opened opened = openConversation(*store.database, QString(), QStringLiteral("one"));
    QVERIFY(!needsAttention(store, opened.conversation.id));

    VERIFY_RESULT(unanswered.recordFailure(opened.message, QStringLiteral("busy"), at(5)));
    VERIFY_RESULT(unanswered.recordFailure(opened.message, QStringLiteral("busy"), at(10)));

    QVERIFY(needsAttention(store, opened.conversation.id));
    const auto early = unanswered.due(at(9));
    const auto due = unanswered.due(at(10));
    const auto found = unanswered.find(opened.message);
    VERIFY_RESULT(early);
    VERIFY_RESULT(due);
    VERIFY_RESULT(found);
    QVERIFY(early->empty());
    QCOMPARE(due->size(), size_t(1));
    QCOMPARE((*found)->attempts, 2);
    QCOMPARE((*found)->nextTry, at(10));
}

void TestUnanswered::whatWaitsForLongNeedsAttention()
{
    TemporaryStore store;
    SqliteUnansweredRepository unanswered(*store.database);
    const Opened early = openConversation(*store.database, QString(), QStringLiteral("one"), at(0));
    const Opened late = openConversation(*store.database, QString(), QStringLiteral("two"), at(2));

    VERIFY_RESULT(unanswered.markLate(at(1)));

    QVERIFY(needsAttention(store, early.conversation.id));
    QVERIFY(!needsAttention(store, late.conversation.id));
}

void TestUnanswered::anOperatorsReplyEndsTheWait()
{
    TemporaryStore store;
    SqliteUnansweredRepository unanswered(*store.database);
    SqliteConversationRepository conversations(*store.database);
    const Opened opened = openConversation(*store.database, QString(), QStringLiteral("one"));
    Message reply;
    reply.conversation = opened.conversation.id;
    reply.author = Author::Operator;
    reply.text = QStringLiteral("Done.");
    reply.at = at(1);
    VERIFY_RESULT(conversations.append(reply));

    const auto all = unanswered.all();

    VERIFY_RESULT(all);
    QVERIFY(all->empty());
}

QTEST_GUILESS_MAIN(TestUnanswered)
#include "tst_unanswered.moc"
