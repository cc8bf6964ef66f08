#include "store/StoreTestSupport.h"

#include "store/Rows.h"
#include "store/SqliteDeskRepository.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

class DeskRepositoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void begunTextIsKeptAndCleared();
    void savedViewsKeepTheirOrderAndAreReplacedByName();
    void snippetsAreKeptChangedAndBroughtBack();
    void figuresCountWhatLeftSince();
    void openConversationsOfOnePerson();
    void searchTellsWhereItMatched();
    void filterByChannelAndState();
    void reopeningBringsAttentionBack();
};

void DeskRepositoryTest::begunTextIsKeptAndCleared()
{
    TemporaryStore store;
    SqliteDeskRepository desk(*store.database);
    const auto opened = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("Hello"));
    const ConversationId id = opened.conversation.id;
    QCOMPARE(desk.begunText(BegunText::Reply, id).value_or(QStringLiteral("?")), QString());

    VERIFY_RESULT(desk.keepBegunText(BegunText::Reply, id, QStringLiteral("Half a"), at(1)));
    VERIFY_RESULT(desk.keepBegunText(BegunText::Reply, id, QStringLiteral("Half a sentence"), at(2)));
    QCOMPARE(desk.begunText(BegunText::Reply, id).value_or(QString()), QStringLiteral("Half a sentence"));

    VERIFY_RESULT(desk.keepBegunText(BegunText::Note, id, QStringLiteral("Ask Kim"), at(3)));
    VERIFY_RESULT(desk.keepBegunText(BegunText::Reply, id, QStringLiteral("  "), at(3)));
    QCOMPARE(desk.begunText(BegunText::Note, id).value_or(QString()), QStringLiteral("Ask Kim"));
    QCOMPARE(desk.begunText(BegunText::Reply, id).value_or(QStringLiteral("?")), QString());
}

void DeskRepositoryTest::savedViewsKeepTheirOrderAndAreReplacedByName()
{
    TemporaryStore store;
    SqliteDeskRepository desk(*store.database);
    VERIFY_RESULT(desk.saveView({QStringLiteral("Zebra"), {{"view", "all"}}}));
    VERIFY_RESULT(desk.saveView({QStringLiteral("Apple"), {{"view", "mine"}}}));
    VERIFY_RESULT(desk.saveView({QStringLiteral("Zebra"), {{"view", "escalated"}}}));

    const auto views = desk.savedViews();
    VERIFY_RESULT(views);
    QCOMPARE(views->size(), 2u);
    QCOMPARE(views->front().name, QStringLiteral("Zebra"));
    QCOMPARE(stringOr(views->front().filter, "view"), QStringLiteral("escalated"));

    VERIFY_RESULT(desk.removeView(QStringLiteral("Zebra")));
    QCOMPARE(desk.savedViews()->size(), 1u);
    QCOMPARE(desk.removeView(QStringLiteral("Zebra")).error().kind, ErrorKind::NotFound);
}

void DeskRepositoryTest::snippetsAreKeptChangedAndBroughtBack()
{
    TemporaryStore store;
    SqliteDeskRepository desk(*store.database);
    const auto shipped = desk.snippets();
    VERIFY_RESULT(shipped);
    QCOMPARE(shipped->size(), 4u); // a workspace begins with some
    QVERIFY(shipped->at(1).text.startsWith(QStringLiteral("Hello {first_name},\n\nthank you")));

    const auto id = desk.saveSnippet({0, QStringLiteral("Abacus"), QStringLiteral("one")});
    VERIFY_RESULT(id);
    VERIFY_RESULT(desk.saveSnippet({*id, QStringLiteral("Abacus"), QStringLiteral("two")}));
    QCOMPARE(desk.snippets()->front().text, QStringLiteral("two"));
    QCOMPARE(desk.saveSnippet({0, QStringLiteral("ABACUS"), QStringLiteral("x")}).error().kind,
             ErrorKind::Conflict);

    VERIFY_RESULT(desk.removeSnippet(*id));
    QCOMPARE(desk.removeSnippet(*id).error().kind, ErrorKind::NotFound);
    QCOMPARE(*desk.saveSnippet({*id, QStringLiteral("Abacus"), QStringLiteral("two")}), *id);
    QCOMPARE(desk.snippets()->front().id, *id);
}

void DeskRepositoryTest::figuresCountWhatLeftSince()
{
    TemporaryStore store;
    const auto opened = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("Hello"));
    const auto put = [&](const QString &key, const QString &state, const QString &by, const QDateTime &sent) {
        return store.database->write([&](Connection &connection) -> Result<> {
            auto done = connection.run(
                QStringLiteral(
                    "INSERT INTO outbox (key, conversation, in_reply_to, channel, body, state, "
                    "approved_by, created, due, sent) VALUES (?, ?, ?, 'mail', 'x', ?, ?, ?, ?, ?)"),
                key, opened.conversation.id.value, opened.message.value, state, by, Rows::stamp(sent),
                Rows::stamp(sent), Rows::stamp(sent));
            return done ? Result<>() : Result<>(done.error());
        });
    };
    VERIFY_RESULT(put(QStringLiteral("a"), QStringLiteral("sent"), QString(), at(10)));
    VERIFY_RESULT(put(QStringLiteral("b"), QStringLiteral("sent"), QStringLiteral("Iris"), at(11)));
    VERIFY_RESULT(put(QStringLiteral("c"), QStringLiteral("queued"), QString(), at(12)));
    VERIFY_RESULT(put(QStringLiteral("d"), QStringLiteral("sent"), QString(), at(-600)));

    const auto figures = SqliteDeskRepository(*store.database).sentSince(at(0));

    VERIFY_RESULT(figures);
    QCOMPARE(figures->answered, 2);
    QCOMPARE(figures->automatic, 1);
    QCOMPARE(figures->medianMilliseconds, 0.0);
}

void DeskRepositoryTest::openConversationsOfOnePerson()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    const auto first = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("One"));
    const auto second = openConversation(*store.database, QStringLiteral("cus_2"), QStringLiteral("Two"));
    VERIFY_RESULT(conversations.takeOver(first.conversation.id, QStringLiteral("Iris"), at(1)));
    VERIFY_RESULT(conversations.takeOver(second.conversation.id, QStringLiteral("Iris"), at(1)));
    VERIFY_RESULT(conversations.setStatus(second.conversation.id, ConversationStatus::Resolved,
                                          QStringLiteral("Iris"), at(2)));
    const SqliteDeskRepository desk(*store.database);

    QCOMPARE(desk.openConversationsOf(QStringLiteral("Iris")).value_or(-1), 1);
    QCOMPARE(desk.openConversationsOf(QString()).value_or(-1), 0);
    QCOMPARE(desk.conversationsWithApprovals().value_or(-1), 0);
}

void DeskRepositoryTest::searchTellsWhereItMatched()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("Please refund my invoice"));

    const auto found = conversations.search(QStringLiteral("refu"), 10);

    VERIFY_RESULT(found);
    QCOMPARE(found->size(), 1u);
    QCOMPARE(found->front().excerpt, QStringLiteral("Please \u0002refund\u0003 my invoice"));
}

void DeskRepositoryTest::filterByChannelAndState()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    const auto opened = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("One"));
    const auto count = [&](const ConversationFilter &filter) {
        return conversations.list(filter, ConversationSort::Priority, 10)->rows.size();
    };
    QCOMPARE(count({.channel = ChannelKind::Mail}), 1u);
    QCOMPARE(count({.channel = ChannelKind::Chat}), 0u);
    QCOMPARE(count({.isUnanswered = true}), 1u);
    QCOMPARE(count({.awaitsApproval = true}), 0u);
    QCOMPARE(count({.isOpen = true}), 1u);

    VERIFY_RESULT(conversations.setStatus(opened.conversation.id, ConversationStatus::Resolved,
                                          QStringLiteral("Iris"), at(2)));
    QCOMPARE(count({.isOpen = true}), 0u);
}

void DeskRepositoryTest::reopeningBringsAttentionBack()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    const auto opened = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("One"));
    const ConversationId id = opened.conversation.id;
    VERIFY_RESULT(store.database->write([&](Connection &connection) {
        return connection.runOnce(
            QStringLiteral("UPDATE conversations SET decision = 'escalated', attention = 1"));
    }));

    VERIFY_RESULT(conversations.setStatus(id, ConversationStatus::Resolved, QStringLiteral("Iris"), at(1)));
    QVERIFY(!(*conversations.summary(id))->needsAttention);
    VERIFY_RESULT(conversations.setStatus(id, ConversationStatus::Open, QStringLiteral("Iris"), at(2)));

    QVERIFY((*conversations.summary(id))->needsAttention);
}

QTEST_GUILESS_MAIN(DeskRepositoryTest)
#include "tst_desk.moc"
