#include "store/SqliteBegunReplyRepository.h"
#include "store/SqliteConversationRepository.h"
#include "store/SqliteOutboxRepository.h"
#include "store/StoreTestSupport.h"

#include <QtTest>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

Attachment file(const QString &name, const QByteArray &bytes)
{
    return {name, QStringLiteral("text/plain"), bytes.size(), true, bytes};
}

NewOutboxItem reply(const Opened &opened, const QString &key)
{
    NewOutboxItem item;
    item.key = key;
    item.conversation = opened.conversation.id;
    item.inReplyTo = opened.message;
    item.channel = ChannelKind::Mail;
    item.recipient = QStringLiteral("ada@brook.example");
    item.body = QStringLiteral("Hello");
    item.approvedBy = QStringLiteral("robin");
    item.createdAt = at(0);
    item.dueAt = at(60);
    item.takesBegun = true;
    return item;
}

} // namespace

// Files and copies that go with a reply: stored once, from when they are attached until the reply is erased.
class BegunRepliesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesGoWithTheReplyAndComeBack();
    void automaticReplyTakesNothing();
    void bytesAreStoredOnceAndReadThroughTheMessage();
    void customersIdOpensNoFile();
    void moreThanAMailHoldsIsRefused();
    void copiesAreKeptForgottenAndComeBack();
    void erasedConversationLeavesNoFile();
};

void BegunRepliesTest::filesGoWithTheReplyAndComeBack()
{
    TemporaryStore store;
    const Opened opened = openConversation(*store.database, QString(), QStringLiteral("Hello"));
    SqliteBegunReplyRepository begun(*store.database);
    SqliteOutboxRepository outbox(*store.database);
    const ConversationId id = opened.conversation.id;
    VERIFY_RESULT(begun.attach(id, file(QStringLiteral("a.txt"), "one"), at(0)));
    const auto gone = begun.attach(id, file(QStringLiteral("b.txt"), "two"), at(0));
    VERIFY_RESULT(begun.attach(id, file(QStringLiteral("c.txt"), "three"), at(0)));
    VERIFY_RESULT(begun.detach(id, *gone));
    QCOMPARE(begun.detach(id, *gone).error().kind, ErrorKind::NotFound);

    const auto queued = outbox.enqueue(reply(opened, QStringLiteral("r1")));
    VERIFY_RESULT(queued);
    QVERIFY(begun.files(id)->empty());
    const OutboxItem item = **outbox.get(*queued);
    QCOMPARE(item.files.size(), 2);
    QCOMPARE(item.files[1].name, QStringLiteral("c.txt"));
    QVERIFY(item.files[1].isKept && item.files[1].content.isEmpty());
    const auto bytes = outbox.files(*queued);
    VERIFY_RESULT(bytes);
    QCOMPARE((*bytes)[0].content, QByteArray("one"));
    QCOMPARE((*bytes)[1].content, QByteArray("three"));

    VERIFY_RESULT(outbox.cancel(*queued, QStringLiteral("robin"), at(1)));
    const auto back = begun.files(id);
    VERIFY_RESULT(back);
    QCOMPARE(back->size(), size_t{2});
    QCOMPARE(begun.file(id, back->front().id)->content, QByteArray("one"));
    QVERIFY(outbox.files(*queued)->isEmpty());
}

void BegunRepliesTest::automaticReplyTakesNothing()
{
    TemporaryStore store;
    const Opened opened = openConversation(*store.database, QString(), QStringLiteral("Hello"));
    SqliteBegunReplyRepository begun(*store.database);
    SqliteOutboxRepository outbox(*store.database);
    VERIFY_RESULT(begun.attach(opened.conversation.id, file(QStringLiteral("a.txt"), "one"), at(0)));

    NewOutboxItem alone = reply(opened, QStringLiteral("r1"));
    alone.takesBegun = false;
    const auto queued = outbox.enqueue(alone);

    QVERIFY((*outbox.get(*queued))->files.isEmpty());
    QCOMPARE(begun.files(opened.conversation.id)->size(), size_t{1});
}

void BegunRepliesTest::bytesAreStoredOnceAndReadThroughTheMessage()
{
    TemporaryStore store;
    const Opened opened = openConversation(*store.database, QString(), QStringLiteral("Hello"));
    SqliteBegunReplyRepository begun(*store.database);
    SqliteOutboxRepository outbox(*store.database);
    SqliteConversationRepository conversations(*store.database);
    VERIFY_RESULT(begun.attach(opened.conversation.id, file(QStringLiteral("a.txt"), "one"), at(0)));
    VERIFY_RESULT(begun.attach(opened.conversation.id, file(QStringLiteral("b.txt"), "two"), at(0)));
    const auto queued = outbox.enqueue(reply(opened, QStringLiteral("r1")));

    Message sent;
    sent.conversation = opened.conversation.id;
    sent.author = Author::Operator;
    sent.text = QStringLiteral("Hello");
    sent.externalId = QStringLiteral("outbox:%1").arg(queued->value);
    sent.attachments = (*outbox.get(*queued))->files;
    sent.at = at(61);
    const auto stored = conversations.append(sent);
    VERIFY_RESULT(stored);

    const auto message = conversations.message(stored->id);
    QCOMPARE((*message)->attachments.size(), 2);
    QVERIFY((*message)->attachments[1].isKept);
    QCOMPARE(*conversations.attachment(stored->id, 1), std::optional(QByteArray("two")));
    QCOMPARE(*conversations.attachment(stored->id, 2), std::optional<QByteArray>());
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM attachment_bytes")), 0);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM reply_files")), 2);
}

// The id of a message over the API is its sender's own word.
void BegunRepliesTest::customersIdOpensNoFile()
{
    TemporaryStore store;
    const Opened opened = openConversation(*store.database, QString(), QStringLiteral("Hello"));
    SqliteBegunReplyRepository begun(*store.database);
    SqliteConversationRepository conversations(*store.database);
    VERIFY_RESULT(begun.attach(opened.conversation.id, file(QStringLiteral("a.txt"), "one"), at(0)));
    const auto queued = SqliteOutboxRepository(*store.database).enqueue(reply(opened, QStringLiteral("r1")));

    Message claimed;
    claimed.conversation = opened.conversation.id;
    claimed.author = Author::Customer;
    claimed.text = QStringLiteral("mine?");
    claimed.externalId = QStringLiteral("outbox:%1").arg(queued->value);
    claimed.attachments = {{QStringLiteral("a.txt"), QStringLiteral("text/plain"), 3, true, {}}};
    claimed.at = at(2);
    const auto stored = conversations.append(claimed);

    QVERIFY(!(*conversations.message(stored->id))->attachments[0].isKept);
    QCOMPARE(*conversations.attachment(stored->id, 0), std::optional<QByteArray>());
}

void BegunRepliesTest::moreThanAMailHoldsIsRefused()
{
    TemporaryStore store;
    const Opened opened = openConversation(*store.database, QString(), QStringLiteral("Hello"));
    SqliteBegunReplyRepository begun(*store.database);
    SqliteOutboxRepository outbox(*store.database);
    const ConversationId id = opened.conversation.id;
    const QByteArray most(largestReplyFiles - 10, 'x');
    VERIFY_RESULT(begun.attach(id, file(QStringLiteral("large"), most), at(0)));
    QCOMPARE(begun.attach(id, file(QStringLiteral("more"), QByteArray(11, 'y')), at(0)).error().kind,
             ErrorKind::InvalidInput);
    QCOMPARE(begun.files(id)->size(), size_t{1});

    // What came back from a reply that was taken back makes too much of it: nothing leaves, nothing is lost.
    const auto queued = outbox.enqueue(reply(opened, QStringLiteral("r1")));
    VERIFY_RESULT(begun.attach(id, file(QStringLiteral("second"), QByteArray(20, 'z')), at(0)));
    VERIFY_RESULT(outbox.cancel(*queued, QStringLiteral("robin"), at(1)));
    QCOMPARE(outbox.enqueue(reply(opened, QStringLiteral("r2"))).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(begun.files(id)->size(), size_t{2});
    QVERIFY(!*outbox.byKey(QStringLiteral("r2")));

    QCOMPARE(begun.attach(ConversationId{999}, file(QStringLiteral("a"), "a"), at(0)).error().kind,
             ErrorKind::NotFound);
}

void BegunRepliesTest::copiesAreKeptForgottenAndComeBack()
{
    TemporaryStore store;
    const Opened opened = openConversation(*store.database, QString(), QStringLiteral("Hello"));
    SqliteBegunReplyRepository begun(*store.database);
    SqliteOutboxRepository outbox(*store.database);
    const ConversationId id = opened.conversation.id;
    const ReplyCopies nobody{QStringList(), {}}; // said, and not the same as nothing said
    VERIFY_RESULT(begun.keepCopies(id, nobody));
    QCOMPARE(*begun.copies(id), nobody);
    const ReplyCopies copies{QStringList{QStringLiteral("bo@brook.example")},
                             {QStringLiteral("boss@desk.example")}};
    VERIFY_RESULT(begun.keepCopies(id, copies));

    const auto queued = outbox.enqueue(reply(opened, QStringLiteral("r1")));
    QCOMPARE((*outbox.get(*queued))->copies, copies);
    QVERIFY(begun.copies(id)->isEmpty());
    VERIFY_RESULT(outbox.cancel(*queued, QStringLiteral("robin"), at(1)));
    QCOMPARE(*begun.copies(id), copies);
    VERIFY_RESULT(begun.keepCopies(id, {}));
    QVERIFY(begun.copies(id)->isEmpty());
}

void BegunRepliesTest::erasedConversationLeavesNoFile()
{
    TemporaryStore store;
    const Opened opened = openConversation(*store.database, QString(), QStringLiteral("Hello"));
    SqliteBegunReplyRepository begun(*store.database);
    SqliteOutboxRepository outbox(*store.database);
    VERIFY_RESULT(begun.attach(opened.conversation.id, file(QStringLiteral("sent"), "one"), at(0)));
    VERIFY_RESULT(outbox.enqueue(reply(opened, QStringLiteral("r1"))));
    VERIFY_RESULT(begun.attach(opened.conversation.id, file(QStringLiteral("begun"), "two"), at(0)));

    VERIFY_RESULT(store.database->write([&](Connection &connection) -> Result<> {
        auto outboxGone = connection.run(QStringLiteral("DELETE FROM outbox"));
        if (!outboxGone)
            return outboxGone.error();
        auto gone = connection.run(QStringLiteral("DELETE FROM conversations"));
        return gone ? Result<>() : Result<>(gone.error());
    }));

    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM reply_files")), 0);
}

QTEST_GUILESS_MAIN(BegunRepliesTest)

#include "tst_begunreplies.moc"
