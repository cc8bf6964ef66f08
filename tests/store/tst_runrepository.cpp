#include "store/StoreTestSupport.h"

#include "store/SqliteAuditLog.h"
#include "store/SqliteUnitOfWork.h"

#include <algorithm>
#include <QtTest>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

Outcome refundOutcome()
{
    Outcome outcome;
    outcome.id = QStringLiteral("m-1");
    outcome.customer = QStringLiteral("cus_1");
    outcome.category = Category::Billing;
    outcome.intent = QStringLiteral("billing.refund_request");
    outcome.confidence = 0.91;
    outcome.decision = Decision::NeedsReview;
    outcome.answer = QStringLiteral("It waits for approval.");
    outcome.priority = Priority::High;
    ToolCall call;
    call.name = QStringLiteral("process_refund");
    call.args = {{"invoice_id", "INV-1"}, {"amount_minor", 24900}};
    call.status = ToolStatus::PendingApproval;
    outcome.tools.push_back(call);
    outcome.reasons.push_back({EscalationReason::ApprovalRequired, QStringLiteral("limit"), 24900, 10000});
    return outcome;
}

} // namespace

class RunRepositoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLiveRunForAMessage();
    void stepsAreStoredOnceAndInOrder();
    void cancelledRunTakesNothingMore();
    void outcomeIsUnique();
    void outcomeIsReplacedByADecision();
    void outcomeFillsTheQueueRow();
    void automaticMailNeedsNobody();
    void failedUnitOfWorkLeavesNothing();
};

void RunRepositoryTest::oneLiveRunForAMessage()
{
    TemporaryStore store;
    SqliteRunRepository runs(*store.database);
    const auto opened = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi"));

    const auto first = runs.begin(opened.conversation.id, opened.message, at(0));
    VERIFY_RESULT(first);
    const auto second = runs.begin(opened.conversation.id, opened.message, at(0));

    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Conflict);
    QCOMPARE((*runs.liveRun(opened.message))->id.value, first->id.value);
    QCOMPARE(runs.unfinished()->size(), 1u);

    VERIFY_RESULT(runs.setState(first->id, RunState::Failed, at(1)));
    QCOMPARE(runs.setState(first->id, RunState::Running, at(1)).error().kind, ErrorKind::Conflict);
    QVERIFY(runs.unfinished()->empty());
    VERIFY_RESULT(runs.begin(opened.conversation.id, opened.message, at(2)));
}

void RunRepositoryTest::stepsAreStoredOnceAndInOrder()
{
    TemporaryStore store;
    SqliteRunRepository runs(*store.database);
    const auto opened = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi"));
    const auto run = runs.begin(opened.conversation.id, opened.message, at(0));
    const RunStep route{1, QStringLiteral("route"), {{"text", "hi"}}, {{"category", "general"}}, at(0), 420};
    VERIFY_RESULT(runs.addStep(run->id, route));
    VERIFY_RESULT(runs.addStep(run->id, {0, QStringLiteral("intake"), {}, {}, at(0), 10}));

    QCOMPARE(runs.addStep(run->id, route).error().kind, ErrorKind::Conflict);

    const auto steps = runs.steps(run->id);
    VERIFY_RESULT(steps);
    QCOMPARE(steps->size(), 2u);
    QCOMPARE(steps->front().name, QStringLiteral("intake"));
    QVERIFY(steps->back().output == route.output);
    QCOMPARE(steps->back().micros, 420);
}

void RunRepositoryTest::cancelledRunTakesNothingMore()
{
    TemporaryStore store;
    SqliteRunRepository runs(*store.database);
    const auto opened = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi"));
    const auto run = runs.begin(opened.conversation.id, opened.message, at(0));

    const auto cancelled = runs.cancelLive(opened.conversation.id, at(1));

    VERIFY_RESULT(cancelled);
    QCOMPARE(cancelled->size(), 1u);
    QCOMPARE(runs.addStep(run->id, {0, QStringLiteral("x"), {}, {}, at(1), 0}).error().kind,
             ErrorKind::Conflict);
    const auto saved = runs.saveOutcome(run->id, opened.message, refundOutcome(), RunState::Finished,
                                        OutcomeWrite::Replace, at(1));
    QCOMPARE(saved.error().kind, ErrorKind::Conflict);
    QVERIFY(!runs.outcomeOf(opened.message)->has_value());
    QVERIFY(runs.cancelLive(opened.conversation.id, at(2))->empty());
}

void RunRepositoryTest::outcomeIsUnique()
{
    TemporaryStore store;
    SqliteRunRepository runs(*store.database);
    const auto opened = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi"));
    const auto first = runs.begin(opened.conversation.id, opened.message, at(0));
    VERIFY_RESULT(runs.saveOutcome(first->id, opened.message, refundOutcome(), RunState::Finished,
                                   OutcomeWrite::First, at(1)));

    const auto second = runs.begin(opened.conversation.id, opened.message, at(2));
    VERIFY_RESULT(second);
    Outcome other = refundOutcome();
    other.answer = QStringLiteral("another");
    const auto refused =
        runs.saveOutcome(second->id, opened.message, other, RunState::Finished, OutcomeWrite::First, at(3));

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE((*runs.outcomeOf(opened.message))->outcome.answer, refundOutcome().answer);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM outcomes")), 1);
    QVERIFY((*runs.get(second->id))->isLive()); // rolled back as a whole
}

void RunRepositoryTest::outcomeIsReplacedByADecision()
{
    TemporaryStore store;
    SqliteRunRepository runs(*store.database);
    const auto opened = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi"));
    const auto run = runs.begin(opened.conversation.id, opened.message, at(0));
    VERIFY_RESULT(runs.saveOutcome(run->id, opened.message, refundOutcome(), RunState::AwaitingApproval,
                                   OutcomeWrite::First, at(1)));
    VERIFY_RESULT(runs.addStep(run->id, {0, QStringLiteral("approved"), {}, {}, at(2), 5}));

    Outcome after = refundOutcome();
    after.tools.front().status = ToolStatus::Done;
    after.answer = QStringLiteral("It is refunded.");
    VERIFY_RESULT(
        runs.saveOutcome(run->id, opened.message, after, RunState::Finished, OutcomeWrite::Replace, at(3)));

    const auto stored = runs.latestOutcome(opened.conversation.id);
    VERIFY_RESULT(stored);
    QCOMPARE((*stored)->revision, 2);
    QCOMPARE((*stored)->outcome.answer, after.answer);
    QVERIFY((*stored)->outcome.tools.front().status == ToolStatus::Done);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM outcomes")), 1);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM tool_calls WHERE status = 'done'")), 1);
    QCOMPARE((*runs.get(run->id))->state, RunState::Finished);
}

void RunRepositoryTest::outcomeFillsTheQueueRow()
{
    TemporaryStore store;
    SqliteRunRepository runs(*store.database);
    SqliteConversationRepository conversations(*store.database);
    SqliteAuditLog audit(*store.database);
    const auto opened = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi"));
    const auto run = runs.begin(opened.conversation.id, opened.message, at(0));
    VERIFY_RESULT(runs.saveOutcome(run->id, opened.message, refundOutcome(), RunState::AwaitingApproval,
                                   OutcomeWrite::First, at(1)));

    const auto row = conversations.summary(opened.conversation.id);

    VERIFY_RESULT(row);
    QCOMPARE((*row)->priority, Priority::High);
    QVERIFY((*row)->decision == Decision::NeedsReview);
    QVERIFY((*row)->conversation.category == Category::Billing);
    QCOMPARE((*row)->intent, QStringLiteral("billing.refund_request"));
    QCOMPARE((*row)->confidence, 0.91);
    QCOMPARE((*row)->reasons, QList<EscalationReason>{EscalationReason::ApprovalRequired});
    QVERIFY((*row)->needsAttention);
    QVERIFY(audit.verify()->isIntact());
    QCOMPARE(audit.page(0, 1)->front().entry.action, QStringLiteral("outcome.stored"));
}

void RunRepositoryTest::automaticMailNeedsNobody()
{
    TemporaryStore store;
    SqliteRunRepository runs(*store.database);
    SqliteConversationRepository conversations(*store.database);
    const auto opened =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("out of office"));
    const auto run = runs.begin(opened.conversation.id, opened.message, at(0));
    Outcome outcome;
    outcome.decision = Decision::NeedsReview; // no draft and no call

    VERIFY_RESULT(
        runs.saveOutcome(run->id, opened.message, outcome, RunState::Finished, OutcomeWrite::First, at(1)));

    QVERIFY(!(*conversations.summary(opened.conversation.id))->needsAttention);
}

void RunRepositoryTest::failedUnitOfWorkLeavesNothing()
{
    TemporaryStore store;
    SqliteRunRepository runs(*store.database);
    SqliteUnitOfWork unit(*store.database);
    const auto opened = openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi"));

    const auto result = unit.run([&]() -> Result<> {
        if (auto run = runs.begin(opened.conversation.id, opened.message, at(0)); !run)
            return run.error();
        return Error{ErrorKind::Cancelled, QStringLiteral("stop")};
    });

    QVERIFY(!result);
    QVERIFY(!runs.liveRun(opened.message)->has_value());
}

QTEST_GUILESS_MAIN(RunRepositoryTest)
#include "tst_runrepository.moc"
