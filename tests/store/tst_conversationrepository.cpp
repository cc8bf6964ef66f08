#include "store/StoreTestSupport.h"

#include "store/ConversationRows.h"

#include <atomic>
#include <QSet>
#include <QtTest>
#include <thread>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

ConversationOpening chatOf(const QString &customer, int minutes)
{
    ConversationOpening opening;
    opening.channel = ChannelKind::Chat;
    opening.customer = customer;
    opening.at = at(minutes);
    return opening;
}

Message said(ConversationId conversation, const QString &text, Author author, int minutes,
             const QString &externalId = {})
{
    Message message;
    message.conversation = conversation;
    message.text = text;
    message.author = author;
    message.at = at(minutes);
    message.externalId = externalId;
    return message;
}

} // namespace

class ConversationRepositoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sessionDecidesWhatIsContinued();
    void threadKeyIsStrongerThanTheSession();
    void oneConversationForManyThreads();
    void duplicateDeliveryIsStoredOnce();
    void publicMessagesGoOnAfterOne();
    void messagesKeepAllTheirFields();
    void rowFollowsTheMessages();
    void takeOverIsExclusive();
    void unansweredAreThoseWithoutOutcomeAndReply();
    void queueIsPagedWithoutGapsOrRepeats_data();
    void queueIsPagedWithoutGapsOrRepeats();
    void filtersAndCountsAgree();
    void searchTakesAnyText_data();
    void searchTakesAnyText();
    void searchIndexFollowsDeletion();
    void memoryIsKept();
    void unknownIdsAreNotFound();
};

void ConversationRepositoryTest::sessionDecidesWhatIsContinued()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    const auto first = conversations.findOrCreate(chatOf(QStringLiteral("cus_1"), 0));
    VERIFY_RESULT(first);
    VERIFY_RESULT(conversations.append(said(first->id, QStringLiteral("hi"), Author::Customer, 50)));

    const auto soon = conversations.findOrCreate(chatOf(QStringLiteral("cus_1"), 109));
    const auto other = conversations.findOrCreate(chatOf(QStringLiteral("cus_2"), 51));
    const auto late = conversations.findOrCreate(chatOf(QStringLiteral("cus_1"), 200));
    VERIFY_RESULT(late);
    const auto anonymous = conversations.findOrCreate(chatOf(QString(), 51));
    const auto another = conversations.findOrCreate(chatOf(QString(), 51));

    QCOMPARE(soon->id.value, first->id.value);
    QVERIFY(other->id != first->id);
    QVERIFY(late->id != first->id);
    QVERIFY(anonymous->id != another->id);
}

void ConversationRepositoryTest::threadKeyIsStrongerThanTheSession()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    ConversationOpening opening = chatOf(QString(), 0);
    opening.channel = ChannelKind::Mail;
    opening.key = QStringLiteral("<a@mail.example>");
    const auto first = conversations.findOrCreate(opening);
    VERIFY_RESULT(first);
    VERIFY_RESULT(
        conversations.setStatus(first->id, ConversationStatus::Resolved, QStringLiteral("Noor"), at(1)));

    opening.at = at(60 * 24 * 30);
    opening.customer = QStringLiteral("cus_1");
    opening.senderName = QStringLiteral("Ada");
    const auto again = conversations.findOrCreate(opening);
    VERIFY_RESULT(again);

    QCOMPARE(again->id.value, first->id.value);
    QCOMPARE(again->senderName, QStringLiteral("Ada")); // filled in
    QVERIFY(again->customer.isEmpty()); // a stranger's conversation is not bound to who names it later
    opening.channel = ChannelKind::Chat;
    QVERIFY(conversations.findOrCreate(opening)->id != first->id);
}

void ConversationRepositoryTest::oneConversationForManyThreads()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    std::array<std::atomic<qint64>, 12> ids{};
    {
        std::vector<std::jthread> threads;
        for (auto &id : ids) {
            threads.emplace_back([&] {
                if (const auto found = conversations.findOrCreate(chatOf(QStringLiteral("cus_1"), 0)))
                    id = found->id.value;
            });
        }
    }

    for (const auto &id : ids) {
        QVERIFY(id > 0);
        QCOMPARE(id.load(), ids.front().load());
    }
}

void ConversationRepositoryTest::duplicateDeliveryIsStoredOnce()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    const auto chat = conversations.findOrCreate(chatOf(QStringLiteral("cus_1"), 0));
    VERIFY_RESULT(chat);
    const Message message = said(chat->id, QStringLiteral("hi"), Author::Customer, 0, QStringLiteral("m-1"));

    const auto first = conversations.append(message);
    const auto second = conversations.append(message);
    const auto nameless = conversations.append(said(chat->id, QStringLiteral("hi"), Author::Customer, 1));
    const auto namelessToo = conversations.append(said(chat->id, QStringLiteral("hi"), Author::Customer, 1));

    VERIFY_RESULT(second);
    QVERIFY(!first->isDuplicate);
    QVERIFY(second->isDuplicate);
    QCOMPARE(second->id.value, first->id.value);
    QVERIFY(!nameless->isDuplicate && !namelessToo->isDuplicate);
    QCOMPARE(conversations.history(chat->id)->size(), 3u);
}

void ConversationRepositoryTest::publicMessagesGoOnAfterOne()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    const auto chat = conversations.findOrCreate(chatOf(QStringLiteral("cus_1"), 0));
    const auto other = conversations.findOrCreate(chatOf(QStringLiteral("cus_2"), 0));
    VERIFY_RESULT(chat);
    VERIFY_RESULT(other);
    std::vector<MessageId> ids;
    for (const auto &[text, author] : {std::pair("one", Author::Customer), std::pair("hidden", Author::Note),
                                       std::pair("two", Author::Agent), std::pair("hidden", Author::System),
                                       std::pair("three", Author::Operator)}) {
        ids.push_back(conversations.append(said(chat->id, QString::fromLatin1(text), author, 1))->id);
        VERIFY_RESULT(
            conversations.append(said(other->id, QStringLiteral("another's"), Author::Customer, 1)));
    }
    const auto textsAfter = [&](MessageId after, int limit) {
        QStringList texts;
        const auto found = conversations.publicMessages(chat->id, after, limit);
        for (const Message &message : *found)
            texts << message.text;
        return texts.join(u' ');
    };

    QCOMPARE(textsAfter({}, 10), QStringLiteral("one two three"));
    QCOMPARE(textsAfter({}, 2), QStringLiteral("one two"));
    QCOMPARE(textsAfter(ids[0], 10), QStringLiteral("two three"));
    QCOMPARE(textsAfter(ids[1], 1), QStringLiteral("two"));
    QCOMPARE(textsAfter(ids[4], 10), QString());
}

void ConversationRepositoryTest::messagesKeepAllTheirFields()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    const auto chat = conversations.findOrCreate(chatOf(QStringLiteral("cus_1"), 0));
    Message message =
        said(chat->id, QStringLiteral("Grüße 🙂"), Author::Operator, 3, QStringLiteral("x"));
    message.fullText = QStringLiteral("Grüße 🙂\n> quoted");
    message.subject = QStringLiteral("Re: it");
    message.operatorName = QStringLiteral("Noor");
    message.attachments = {{QStringLiteral("a.pdf"), QStringLiteral("application/pdf"), 1234567890123}};

    const auto id = conversations.append(message);
    VERIFY_RESULT(id);
    const auto stored = conversations.message(id->id);
    VERIFY_RESULT(stored);
    QVERIFY(stored->has_value());

    QCOMPARE((*stored)->text, message.text);
    QCOMPARE((*stored)->fullText, message.fullText);
    QCOMPARE((*stored)->subject, message.subject);
    QCOMPARE((*stored)->externalId, message.externalId);
    QCOMPARE((*stored)->operatorName, message.operatorName);
    QCOMPARE((*stored)->author, Author::Operator);
    QCOMPARE((*stored)->at, message.at);
    QCOMPARE((*stored)->attachments.size(), 1);
    QCOMPARE((*stored)->attachments.first().bytes, 1234567890123);
}

void ConversationRepositoryTest::rowFollowsTheMessages()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    const auto opened =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("Hello\n there"));
    const auto id = opened.conversation.id;
    const auto row = [&] { return **conversations.summary(id); };
    QCOMPARE(row().snippet, QStringLiteral("Hello there"));
    QCOMPARE(row().customerName, QStringLiteral("Ada Brook"));
    QCOMPARE(row().messageCount, 1);

    VERIFY_RESULT(conversations.append(said(id, QStringLiteral("Good day"), Author::Agent, 5)));
    QCOMPARE(row().conversation.status, ConversationStatus::Waiting);
    QCOMPARE(row().conversation.updatedAt, at(5));
    QCOMPARE(row().lastAuthor, Author::Agent);

    VERIFY_RESULT(conversations.append(said(id, QStringLiteral("for us only"), Author::Note, 6)));
    QCOMPARE(row().snippet, QStringLiteral("Good day"));

    VERIFY_RESULT(conversations.setStatus(id, ConversationStatus::Resolved, QStringLiteral("Noor"), at(7)));
    VERIFY_RESULT(conversations.append(said(id, QStringLiteral("not yet"), Author::Customer, 8)));
    QCOMPARE(row().conversation.status, ConversationStatus::Open);
}

void ConversationRepositoryTest::takeOverIsExclusive()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    const auto id =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi")).conversation.id;

    VERIFY_RESULT(conversations.takeOver(id, QStringLiteral("Noor"), at(1)));
    VERIFY_RESULT(conversations.takeOver(id, QStringLiteral("Noor"), at(2)));
    const auto other = conversations.takeOver(id, QStringLiteral("Robin"), at(3));
    QVERIFY(!other);
    QCOMPARE(other.error().kind, ErrorKind::Conflict);
    QCOMPARE((*conversations.get(id))->assignee, QStringLiteral("Noor"));
    QVERIFY((*conversations.summary(id))->needsAttention);

    VERIFY_RESULT(conversations.handBack(id, QStringLiteral("Noor"), at(4)));
    QCOMPARE((*conversations.get(id))->status, ConversationStatus::Open);
    VERIFY_RESULT(conversations.takeOver(id, QStringLiteral("Robin"), at(5)));
}

void ConversationRepositoryTest::unansweredAreThoseWithoutOutcomeAndReply()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    SqliteRunRepository runs(*store.database);
    const auto waiting = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("waits"));
    const auto replied =
        openConversation(*store.database, QStringLiteral("cus_2"), QStringLiteral("replied"));
    VERIFY_RESULT(
        conversations.append(said(replied.conversation.id, QStringLiteral("yes"), Author::Operator, 1)));
    const auto done = openConversation(*store.database, QStringLiteral("cus_3"), QStringLiteral("done"));
    const auto run = runs.begin(done.conversation.id, done.message, at(0));
    VERIFY_RESULT(
        runs.saveOutcome(run->id, done.message, {}, RunState::Finished, OutcomeWrite::First, at(1)));
    const auto taken = openConversation(*store.database, QStringLiteral("cus_4"), QStringLiteral("taken"));
    VERIFY_RESULT(conversations.takeOver(taken.conversation.id, QStringLiteral("Noor"), at(1)));

    const auto unanswered = conversations.unansweredMessages();

    VERIFY_RESULT(unanswered);
    QCOMPARE(unanswered->size(), 1u);
    QCOMPARE(unanswered->front().id.value, waiting.message.value);
}

void ConversationRepositoryTest::queueIsPagedWithoutGapsOrRepeats_data()
{
    QTest::addColumn<ConversationSort>("sort");

    QTest::newRow("newest") << ConversationSort::UpdatedNewest;
    QTest::newRow("oldest") << ConversationSort::UpdatedOldest;
    QTest::newRow("priority") << ConversationSort::Priority;
}

void ConversationRepositoryTest::queueIsPagedWithoutGapsOrRepeats()
{
    QFETCH(ConversationSort, sort);
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    SqliteRunRepository runs(*store.database);
    for (int i = 0; i < 23; ++i) { // several share a time
        const auto opened = openConversation(*store.database, QStringLiteral("cus_%1").arg(i),
                                             QStringLiteral("hi"), at(i / 3));
        Outcome outcome;
        outcome.priority = static_cast<Priority>(i % 4);
        const auto run = runs.begin(opened.conversation.id, opened.message, at(i / 3));
        VERIFY_RESULT(runs.saveOutcome(run->id, opened.message, outcome, RunState::Finished,
                                       OutcomeWrite::First, at(i)));
    }

    std::vector<ConversationSummary> rows;
    std::optional<ConversationCursor> cursor;
    do {
        auto page = conversations.list({}, sort, 5, cursor);
        VERIFY_RESULT(page);
        rows.insert(rows.end(), page->rows.begin(), page->rows.end());
        cursor = page->next;
    } while (cursor);

    QSet<qint64> ids;
    for (size_t i = 0; i < rows.size(); ++i) {
        ids.insert(rows[i].conversation.id.value);
        if (i == 0)
            continue;
        const auto &a = rows[i - 1];
        const auto &b = rows[i];
        if (sort == ConversationSort::Priority)
            QVERIFY(a.priority > b.priority ||
                    (a.priority == b.priority && a.conversation.updatedAt <= b.conversation.updatedAt));
        else if (sort == ConversationSort::UpdatedNewest)
            QVERIFY(a.conversation.updatedAt >= b.conversation.updatedAt);
        else
            QVERIFY(a.conversation.updatedAt <= b.conversation.updatedAt);
    }
    QCOMPARE(rows.size(), 23u);
    QCOMPARE(ids.size(), 23);
}

void ConversationRepositoryTest::filtersAndCountsAgree()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    SqliteRunRepository runs(*store.database);
    for (int i = 0; i < 12; ++i) {
        const auto opened =
            openConversation(*store.database, QStringLiteral("cus_%1").arg(i), QStringLiteral("hi"), at(i));
        Outcome outcome;
        outcome.category = i % 2 == 0 ? Category::Billing : Category::Account;
        outcome.decision = i % 3 == 0 ? Decision::AutoSend : Decision::Escalated;
        const auto run = runs.begin(opened.conversation.id, opened.message, at(i));
        VERIFY_RESULT(runs.saveOutcome(run->id, opened.message, outcome, RunState::Finished,
                                       OutcomeWrite::First, at(i)));
    }
    const auto size = [&](const ConversationFilter &filter) {
        return static_cast<int>(conversations.list(filter, ConversationSort::Priority, 100)->rows.size());
    };

    const auto counts = conversations.counts();

    VERIFY_RESULT(counts);
    QCOMPARE(counts->total, 12);
    QCOMPARE(size({}), 12);
    QCOMPARE(counts->needsAttention, size({.needsAttention = true}));
    QCOMPARE(counts->needsAttention, 8);
    QCOMPARE(counts->byCategory.value(Category::Billing), size({.category = Category::Billing}));
    QCOMPARE(counts->byDecision.value(Decision::AutoSend), size({.decision = Decision::AutoSend}));
    QCOMPARE(counts->byStatus.value(ConversationStatus::Open), size({.status = ConversationStatus::Open}));
    QCOMPARE(size({.customer = QStringLiteral("cus_3")}), 1);
    QCOMPARE(size({.category = Category::Account, .decision = Decision::AutoSend}), 2);
    QCOMPARE(size({.assignee = QStringLiteral("nobody")}), 0);
}

void ConversationRepositoryTest::searchTakesAnyText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("hits");

    QTest::newRow("hyphen and quote") << QStringLiteral("a-b \"x") << 1;
    QTest::newRow("word") << QStringLiteral("refund") << 1;
    QTest::newRow("accents") << QStringLiteral("uberfallig") << 1;
    QTest::newRow("beginning") << QStringLiteral("INV-10") << 1;
    QTest::newRow("subject") << QStringLiteral("a question") << 3;
    QTest::newRow("sender") << QStringLiteral("brook") << 3;
    QTest::newRow("all words count") << QStringLiteral("refund nothing") << 0;
    QTest::newRow("operators are words") << QStringLiteral("refund OR x") << 0;
    QTest::newRow("syntax") << QStringLiteral("text:* NEAR( ^") << 0;
    QTest::newRow("only marks") << QStringLiteral("\"' -- ;)") << 0;
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("very long") << QString(5000, QLatin1Char('z')) << 0;
}

void ConversationRepositoryTest::searchTakesAnyText()
{
    QFETCH(QString, text);
    QFETCH(int, hits);
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    openConversation(*store.database, QStringLiteral("cus_1"),
                     QStringLiteral("A refund for INV-1042, überfällig"));
    openConversation(*store.database, QStringLiteral("cus_2"), QStringLiteral("the a-b switch is at x"));
    openConversation(*store.database, QStringLiteral("cus_3"), QStringLiteral("Hello"));

    const auto found = conversations.search(text, 10);

    VERIFY_RESULT(found);
    QCOMPARE(static_cast<int>(found->size()), hits);
}

void ConversationRepositoryTest::searchIndexFollowsDeletion()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    const auto opened =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("unusual words"));

    VERIFY_RESULT(store.database->write([&](Connection &connection) -> Result<> {
        auto done = connection.run(QStringLiteral("DELETE FROM conversations WHERE id = ?"),
                                   opened.conversation.id.value);
        return done ? Result<>() : Result<>(done.error());
    }));

    QVERIFY(conversations.search(QStringLiteral("unusual"), 10)->empty());
    VERIFY_RESULT(store.database->write([&](Connection &connection) {
        return connection.runOnce(
            QStringLiteral("INSERT INTO messages_fts (messages_fts) VALUES ('integrity-check')"));
    }));
}

void ConversationRepositoryTest::memoryIsKept()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);
    const auto id =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi")).conversation.id;
    QVERIFY(conversations.memory(id)->empty());

    const Json memory = {{"awaits", "invoice_id"}, {"tries", 2}};
    VERIFY_RESULT(conversations.setMemory(id, memory));

    QVERIFY(*conversations.memory(id) == memory);
}

void ConversationRepositoryTest::unknownIdsAreNotFound()
{
    TemporaryStore store;
    SqliteConversationRepository conversations(*store.database);

    QVERIFY(!conversations.get({7})->has_value());
    QVERIFY(!conversations.message({7})->has_value());
    QCOMPARE(conversations.memory({7}).error().kind, ErrorKind::NotFound);
    QCOMPARE(conversations.takeOver({7}, QStringLiteral("Noor"), at(0)).error().kind, ErrorKind::NotFound);
    QCOMPARE(conversations.append(said({7}, QStringLiteral("x"), Author::Customer, 0)).error().kind,
             ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(ConversationRepositoryTest)
#include "tst_conversationrepository.moc"
