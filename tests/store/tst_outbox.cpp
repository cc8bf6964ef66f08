#include "store/StoreTestSupport.h"

#include "pipeline/OutboxSender.h"
#include "store/SqliteDraftRepository.h"
#include "store/SqliteNotificationRepository.h"
#include "store/SqliteOutboxRepository.h"
#include "store/SqliteTicketRepository.h"
#include "store/SqliteTrainingRepository.h"
#include "store/SqliteUnitOfWork.h"

#include <atomic>
#include <QtTest>
#include <thread>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

NewOutboxItem reply(const QString &key, int due)
{
    NewOutboxItem item;
    item.key = key;
    item.channel = ChannelKind::Mail;
    item.recipient = QStringLiteral("ada@brook.example");
    item.subject = QStringLiteral("Re: it");
    item.body = QStringLiteral("Hello");
    item.createdAt = at(0);
    item.dueAt = at(due);
    return item;
}

NewDraft draftFor(const Opened &opened, const QString &text, qint64 run)
{
    NewDraft draft;
    draft.conversation = opened.conversation.id;
    draft.message = opened.message;
    draft.run.value = run;
    draft.text = text;
    draft.confidence = 0.8;
    draft.citations = {
        {QStringLiteral("refund-policy"), QStringLiteral("Refund policy"), 1, QStringLiteral("…")}};
    draft.createdAt = at(1);
    return draft;
}

} // namespace

// What leaves the desk and what leads there: outbox, drafts, verdicts, tickets.
class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameKeyIsQueuedOnce();
    void claimedOnceByManySenders();
    void undoIsPossibleUntilItIsClaimed();
    void failureIsRetriedOrFinal();
    void interruptedSendingIsUnknown();
    void repliesOfTheDeskAloneAreCounted();
    void whatMayHaveLeftNeedsAPerson();
    void claimsThatAKillInterruptedAreNoAttempts();
    void aClockSetBackDelaysNothing_data();
    void aClockSetBackDelaysNothing();
    void cancellingIsAudited();
    void interruptedThreadReplyIsSentOnce();
    void requeuedAreOnlyFailedAndUnknown();
    void operatorsTextSurvivesARestart();
    void newDraftSupersedesTheOld();
    void verdictsAreKept();
    void ticketIsMadeOnce();
    void examplesAreRelabelled();
};

void OutboxTest::sameKeyIsQueuedOnce()
{
    TemporaryStore store;
    SqliteOutboxRepository outbox(*store.database);

    const auto first = outbox.enqueue(reply(QStringLiteral("reply:1"), 0));
    NewOutboxItem other = reply(QStringLiteral("reply:1"), 0);
    other.body = QStringLiteral("another text");
    const auto second = outbox.enqueue(other);

    VERIFY_RESULT(second);
    QCOMPARE(second->value, first->value);
    QCOMPARE((*outbox.get(*first))->item.body, QStringLiteral("Hello"));
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM outbox")), 1);
    QCOMPARE(outbox.enqueue(reply(QString(), 0)).error().kind, ErrorKind::InvalidInput);
}

void OutboxTest::claimedOnceByManySenders()
{
    TemporaryStore store;
    SqliteOutboxRepository outbox(*store.database);
    for (int i = 0; i < 40; ++i)
        VERIFY_RESULT(outbox.enqueue(reply(QStringLiteral("k%1").arg(i), i % 2)));
    QVERIFY(*outbox.nextDue() == at(0));
    std::atomic<int> claimed = 0;
    {
        std::vector<std::jthread> senders;
        for (int i = 0; i < 4; ++i) {
            senders.emplace_back([&] {
                for (int round = 0; round < 10; ++round) {
                    if (const auto due = outbox.claimDue(at(0), 3))
                        claimed += static_cast<int>(due->size());
                }
            });
        }
    }

    QCOMPARE(claimed.load(), 20);
    QCOMPARE(outbox.withState(OutboxState::Sending, 100)->size(), 20u);
    QCOMPARE(outbox.withState(OutboxState::Queued, 100)->size(), 20u);
}

void OutboxTest::undoIsPossibleUntilItIsClaimed()
{
    TemporaryStore store;
    SqliteOutboxRepository outbox(*store.database);
    const auto kept = outbox.enqueue(reply(QStringLiteral("a"), 5));
    const auto undone = outbox.enqueue(reply(QStringLiteral("b"), 5));

    VERIFY_RESULT(outbox.cancel(*undone, QStringLiteral("Noor"), at(1)));
    const auto claimed = outbox.claimDue(at(5), 10);

    QCOMPARE(claimed->size(), 1u);
    QCOMPARE(outbox.cancel(*kept, QStringLiteral("Noor"), at(6)).error().kind, ErrorKind::Conflict);
    VERIFY_RESULT(outbox.markSent(*kept, QStringLiteral("<id>"), at(6)));
    QCOMPARE((*outbox.get(*kept))->state, OutboxState::Sent);
    QCOMPARE((*outbox.get(*kept))->sentAt, at(6));
    QCOMPARE((*outbox.get(*undone))->state, OutboxState::Cancelled);
    QCOMPARE(
        store.number(QStringLiteral("SELECT count(*) FROM audit_log WHERE action = 'outbox.cancelled' AND "
                                    "actor = 'Noor' AND subject = 'outbox:%1'")
                         .arg(undone->value)),
        1);
    QCOMPARE(outbox.markSent(*kept, QString(), at(7)).error().kind, ErrorKind::Conflict);
}

void OutboxTest::failureIsRetriedOrFinal()
{
    TemporaryStore store;
    SqliteOutboxRepository outbox(*store.database);
    const auto id = outbox.enqueue(reply(QStringLiteral("a"), 0));
    QCOMPARE(outbox.claimDue(at(0), 10)->size(), 1u);

    VERIFY_RESULT(outbox.markFailed(*id, QStringLiteral("no connection"), at(3)));
    QVERIFY(outbox.claimDue(at(2), 10)->empty());
    QCOMPARE(outbox.claimDue(at(3), 10)->front().attempts, 1);
    VERIFY_RESULT(outbox.markFailed(*id, QStringLiteral("no such mailbox"), std::nullopt));

    QCOMPARE((*outbox.get(*id))->state, OutboxState::Failed);
    QCOMPARE((*outbox.get(*id))->failure, QStringLiteral("no such mailbox"));
}

void OutboxTest::interruptedSendingIsUnknown()
{
    TemporaryStore store;
    SqliteOutboxRepository outbox(*store.database);
    const auto id = outbox.enqueue(reply(QStringLiteral("a"), 0));
    QCOMPARE(outbox.claimDue(at(0), 10)->size(), 1u);

    const auto recovered = outbox.recoverInterrupted();

    VERIFY_RESULT(recovered);
    QCOMPARE(recovered->size(), 1u);
    QCOMPARE((*outbox.get(*id))->state, OutboxState::Unknown);
    QCOMPARE((*outbox.get(*id))->attempts, 0); // nobody refused it
    QVERIFY(outbox.recoverInterrupted()->empty());
}

// What keeps two machines from writing to each other for ever.
void OutboxTest::repliesOfTheDeskAloneAreCounted()
{
    const TemporaryStore store;
    SqliteOutboxRepository outbox(*store.database);
    VERIFY_RESULT(outbox.enqueue(reply(QStringLiteral("counted"), 0)));
    NewOutboxItem spelled = reply(QStringLiteral("another spelling"), 0);
    spelled.recipient = QStringLiteral("Ada@Brook.example");
    VERIFY_RESULT(outbox.enqueue(spelled));
    NewOutboxItem approved = reply(QStringLiteral("a person sent it"), 0);
    approved.approvedBy = QStringLiteral("Olga");
    VERIFY_RESULT(outbox.enqueue(approved));
    VERIFY_RESULT(outbox.enqueue(reply(QStringLiteral("effect:code:1"), 0)));
    NewOutboxItem other = reply(QStringLiteral("somebody else"), 0);
    other.recipient = QStringLiteral("bob@brook.example");
    VERIFY_RESULT(outbox.enqueue(other));
    NewOutboxItem old = reply(QStringLiteral("long ago"), 0);
    old.createdAt = at(-120);
    VERIFY_RESULT(outbox.enqueue(old));

    QCOMPARE(*outbox.sentAloneTo(QStringLiteral("ada@brook.example"), at(-60)), 2);
    QCOMPARE(*outbox.sentAloneTo(QStringLiteral("ada@brook.example"), at(0)), 2);
    QCOMPARE(*outbox.sentAloneTo(QStringLiteral("ada@brook.example"), at(-180)), 3);
}

void OutboxTest::whatMayHaveLeftNeedsAPerson()
{
    const TemporaryStore store;
    const Opened opened = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("Hi"));
    SqliteOutboxRepository outbox(*store.database);
    NewOutboxItem item = reply(QStringLiteral("r1"), 0);
    item.conversation = opened.conversation.id;
    const auto id = outbox.enqueue(item);
    VERIFY_RESULT(id);
    QCOMPARE(outbox.claimDue(at(0), 10)->size(), 1u);
    const QString attention = QStringLiteral("SELECT attention FROM conversations");
    QCOMPARE(store.number(attention), 0);

    VERIFY_RESULT(outbox.markUnknown(*id, QStringLiteral("the line was cut")));

    QCOMPARE(store.number(attention), 1);
}

void OutboxTest::claimsThatAKillInterruptedAreNoAttempts()
{
    TemporaryStore store;
    SqliteOutboxRepository outbox(*store.database);
    const auto id = outbox.enqueue(reply(QStringLiteral("a"), 0));
    for (int kill = 0; kill < 15; ++kill) {
        QCOMPARE(outbox.claimDue(at(0), 10)->size(), 1u);
        QCOMPARE(outbox.recoverInterrupted()->size(), 1u);
        VERIFY_RESULT(outbox.requeue(*id, QStringLiteral("system"), at(0)));
    }

    QCOMPARE(outbox.claimDue(at(0), 10)->front().attempts, 0);
    VERIFY_RESULT(outbox.markFailed(*id, QStringLiteral("no connection"), at(1)));
    QCOMPARE((*outbox.get(*id))->attempts, 1);
    // Nor does a kill take back what was refused before, or an address that is refused would be tried on.
    QCOMPARE(outbox.claimDue(at(1), 10)->size(), 1u);
    QCOMPARE(outbox.recoverInterrupted()->front().attempts, 1);
    QCOMPARE((*outbox.get(*id))->attempts, 1);
}

void OutboxTest::aClockSetBackDelaysNothing_data()
{
    QTest::addColumn<int>("due");
    QTest::addColumn<int>("now");
    QTest::addColumn<int>("leaves");
    // Minutes after the queueing at 0, by the clock as it stands.
    QTest::newRow("as queued") << 1 << 0 << 1;
    QTest::newRow("three hours back") << 1 << -180 << -179;
    QTest::newRow("two minutes back") << 5 << -2 << 3;
    QTest::newRow("two years back, an hour's window") << 60 << -1'000'000 << -999'940;
    QTest::newRow("forward") << 1 << 180 << 180;
}

void OutboxTest::aClockSetBackDelaysNothing()
{
    QFETCH(int, due);
    QFETCH(int, now);
    QFETCH(int, leaves);
    TemporaryStore store;
    SqliteOutboxRepository outbox(*store.database);
    VERIFY_RESULT(outbox.enqueue(reply(QStringLiteral("a"), due)));

    const auto first = outbox.claimDue(at(now), 10);
    VERIFY_RESULT(first);
    QCOMPARE(first->size(), leaves == now ? 1u : 0u);
    if (leaves != now) {
        QVERIFY(outbox.claimDue(at(leaves).addSecs(-1), 10)->empty()); // the window stays whole
        QCOMPARE(outbox.claimDue(at(leaves), 10)->size(), 1u);
    }
}

void OutboxTest::cancellingIsAudited()
{
    TemporaryStore store;
    SqliteOutboxRepository outbox(*store.database);
    const auto id = outbox.enqueue(reply(QStringLiteral("a"), 10));

    VERIFY_RESULT(outbox.cancel(*id, QStringLiteral("Noor"), at(1)));

    QCOMPARE(
        store.number(QStringLiteral("SELECT count(*) FROM audit_log WHERE action = 'outbox.cancelled' AND "
                                    "actor = 'Noor'")),
        1);
}

void OutboxTest::interruptedThreadReplyIsSentOnce()
{
    TemporaryStore store;
    SqliteOutboxRepository outbox(*store.database);
    SqliteConversationRepository conversations(*store.database);
    SqliteUnitOfWork unitOfWork(*store.database);
    const auto opened = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi"));
    NewOutboxItem item = reply(QStringLiteral("a"), 0);
    item.conversation = opened.conversation.id;
    item.inReplyTo = opened.message;
    const auto id = outbox.enqueue(item);
    QCOMPARE(outbox.claimDue(at(0), 10)->size(), 1u); // and the program ends here
    const FixedClock clock(at(5));
    OutboxSender sender(outbox, conversations, unitOfWork, clock, {});

    VERIFY_RESULT(sender.recover());
    VERIFY_RESULT(sender.sendDue());
    VERIFY_RESULT(sender.recover());
    VERIFY_RESULT(sender.sendDue());

    QCOMPARE((*outbox.get(*id))->state, OutboxState::Sent);
    QCOMPARE(conversations.history(opened.conversation.id)->size(), 2u);
}

void OutboxTest::requeuedAreOnlyFailedAndUnknown()
{
    TemporaryStore store;
    SqliteOutboxRepository outbox(*store.database);
    const auto id = outbox.enqueue(reply(QStringLiteral("a"), 0));
    QCOMPARE(outbox.requeue(*id, QStringLiteral("Noor"), at(1)).error().kind, ErrorKind::Conflict);
    QCOMPARE(outbox.claimDue(at(0), 10)->size(), 1u);
    VERIFY_RESULT(outbox.markFailed(*id, QStringLiteral("no such address"), std::nullopt));

    VERIFY_RESULT(outbox.requeue(*id, QStringLiteral("Noor"), at(1)));

    QCOMPARE((*outbox.get(*id))->state, OutboxState::Queued);
    QVERIFY(outbox.claimDue(at(0), 10)->empty());
    QCOMPARE(outbox.claimDue(at(1), 10)->size(), 1u);
}

void OutboxTest::operatorsTextSurvivesARestart()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("helmdesk.sqlite"));
    ConversationId conversation;
    {
        auto database = Database::open(path);
        VERIFY_RESULT(database);
        const auto opened = openConversation(**database, QStringLiteral("cus_1"), QStringLiteral("hi"));
        conversation = opened.conversation.id;
        SqliteDraftRepository drafts(**database);
        const auto id = drafts.propose(draftFor(opened, QStringLiteral("Hello"), 1));
        VERIFY_RESULT(drafts.saveEdit(*id, QStringLiteral("Hello Ada, ")));
    }
    auto database = Database::open(path);
    VERIFY_RESULT(database);
    SqliteDraftRepository drafts(**database);

    const auto draft = drafts.current(conversation);

    VERIFY_RESULT(draft);
    QVERIFY(draft->has_value());
    QCOMPARE((*draft)->editedText.value_or(QString()), QStringLiteral("Hello Ada, "));
    QCOMPARE((*draft)->proposal.text, QStringLiteral("Hello"));
    QVERIFY((*draft)->proposal.citations.front().document == QStringLiteral("refund-policy"));
}

void OutboxTest::newDraftSupersedesTheOld()
{
    TemporaryStore store;
    SqliteDraftRepository drafts(*store.database);
    SqliteConversationRepository conversations(*store.database);
    const auto opened = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi"));
    const auto first = drafts.propose(draftFor(opened, QStringLiteral("one"), 1));
    const auto resumed = drafts.propose(draftFor(opened, QStringLiteral("one again"), 1));
    QCOMPARE(resumed->value, first->value);
    const auto second = drafts.propose(draftFor(opened, QStringLiteral("two"), 2));

    QCOMPARE((*drafts.current(opened.conversation.id))->id.value, second->value);
    QCOMPARE((*drafts.get(*first))->state, DraftState::Superseded);
    QCOMPARE((*drafts.get(*first))->proposal.text, QStringLiteral("one again"));
    QCOMPARE(drafts.saveEdit(*first, QStringLiteral("x")).error().kind, ErrorKind::Conflict);
    QVERIFY((*conversations.summary(opened.conversation.id))->hasDraft);

    VERIFY_RESULT(drafts.discardCurrent(opened.conversation.id, QStringLiteral("Noor"), at(2)));
    QVERIFY(!drafts.current(opened.conversation.id)->has_value());
    QVERIFY(!(*conversations.summary(opened.conversation.id))->hasDraft);
}

void OutboxTest::verdictsAreKept()
{
    TemporaryStore store;
    SqliteDraftRepository drafts(*store.database);
    SqliteTrainingRepository training(*store.database);
    const auto opened = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi"));
    const auto judge = [&](qint64 run, DraftState kind, const QString &text) {
        const auto id = drafts.propose(draftFor(opened, QStringLiteral("proposal"), run));
        return drafts.recordVerdict({*id, kind, text, QStringLiteral("why"), QStringLiteral("Noor"), at(3)});
    };

    VERIFY_RESULT(judge(1, DraftState::SentUnchanged, QString()));
    VERIFY_RESULT(judge(2, DraftState::SentUnchanged, QStringLiteral("changed"))); // stored as edited
    VERIFY_RESULT(judge(3, DraftState::Rejected, QString()));

    const auto judged = drafts.judged(10);
    VERIFY_RESULT(judged);
    QCOMPARE(judged->size(), 3u);
    QCOMPARE(judged->at(0).state, DraftState::Rejected);
    QCOMPARE(judged->at(0).reason, QStringLiteral("why"));
    QCOMPARE(judged->at(1).state, DraftState::Edited);
    QCOMPARE(judged->at(1).finalText, QStringLiteral("changed"));
    QCOMPARE(judged->at(2).state, DraftState::SentUnchanged);
    const auto verdicts = training.verdicts(at(0), 10);
    VERIFY_RESULT(verdicts);
    QCOMPARE(verdicts->size(), 3u);
    QCOMPARE(verdicts->at(1).before, QStringLiteral("proposal"));
    QCOMPARE(verdicts->at(1).after, QStringLiteral("changed"));
    QCOMPARE(
        drafts.recordVerdict({judged->at(0).id, DraftState::SentUnchanged, {}, {}, {}, at(4)}).error().kind,
        ErrorKind::Conflict);
}

void OutboxTest::ticketIsMadeOnce()
{
    TemporaryStore store;
    SqliteTicketRepository tickets(*store.database);
    SqliteNotificationRepository notifications(*store.database);
    const auto opened = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi"));
    NewTicket ticket;
    ticket.key = QStringLiteral("run:1");
    ticket.conversation = opened.conversation.id;
    ticket.customer = QStringLiteral("cus_1");
    ticket.subject = QStringLiteral("Wants a person");
    ticket.priority = Priority::Urgent;
    ticket.reasons = {EscalationReason::HumanRequested, EscalationReason::NegativeSentiment};
    ticket.createdAt = at(1);

    const auto first = tickets.create(ticket);
    const auto again = tickets.create(ticket);

    VERIFY_RESULT(again);
    QCOMPARE(again->value, first->value);
    const auto stored = tickets.recent(QStringLiteral("cus_1"), 5);
    QCOMPARE(stored->size(), 1u);
    QCOMPARE(stored->front().record.reasons, ticket.reasons);
    QCOMPARE(stored->front().record.priority, Priority::Urgent);
    QCOMPARE(notifications.unseen(10)->size(), 1u);
    VERIFY_RESULT(notifications.markSeen(opened.conversation.id));
    QVERIFY(notifications.unseen(10)->empty());
    VERIFY_RESULT(tickets.setStatus(*first, TicketStatus::Solved, QStringLiteral("Noor"), at(2)));
    QVERIFY(tickets.open(10)->empty());
}

void OutboxTest::examplesAreRelabelled()
{
    TemporaryStore store;
    SqliteTrainingRepository training(*store.database);
    TrainingExample example;
    example.text = QStringLiteral("my card was declined");
    example.category = Category::Technical;
    example.origin = QStringLiteral("operator");
    example.at = at(0);
    const auto first = training.addExample(example);
    example.category = Category::Billing;

    const auto second = training.addExample(example);

    VERIFY_RESULT(second);
    QCOMPARE(*second, *first);
    QCOMPARE(training.examples()->size(), 1u);
    QCOMPARE(training.examples()->front().category, Category::Billing);
}

QTEST_GUILESS_MAIN(OutboxTest)
#include "tst_outbox.moc"
