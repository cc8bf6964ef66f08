#include "pipeline/PipelineWorld.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

const QString olga = QStringLiteral("Olga");

SendRequest sendOf(const Outcome &outcome, std::optional<QString> text = {})
{
    SendRequest request;
    request.conversation = outcome.conversation;
    request.operatorName = olga;
    request.text = std::move(text);
    return request;
}

} // namespace

class TestOperatorDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendingRunsTheHeldCallOnceAndWordsTheReplyAnew()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        QCOMPARE(outcome.answer, QStringLiteral("A colleague looks at it."));

        const auto sent = world.desk->send(sendOf(outcome), RunControl());

        VERIFY_RESULT(sent);
        QCOMPARE(sent->item.body, QStringLiteral("Refunded."));
        QCOMPARE(sent->item.approvedBy, olga);
        QCOMPARE(world.refunds(), size_t(1));
        const auto again = world.desk->send(sendOf(outcome), RunControl());
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Conflict);
        QCOMPARE(world.refunds(), size_t(1));
    }

    void theOperatorsWordsAreKept()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));

        const auto sent = world.desk->send(sendOf(outcome, QStringLiteral("Done, Ada.")), RunControl());

        VERIFY_RESULT(sent);
        QCOMPARE(sent->item.body, QStringLiteral("Done, Ada."));
        QCOMPARE(world.refunds(), size_t(1));
        const auto judged = world.drafts.judged(1);
        VERIFY_RESULT(judged);
        QCOMPARE(judged->front().state, DraftState::Edited);
        QCOMPARE(judged->front().finalText, QStringLiteral("Done, Ada."));
    }

    void aFailedCallSendsNothing()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const auto faults =
            ScriptedFaults::fromJson(Json::array({{{"tool", "process_refund"}, {"do", "error"}}}));
        VERIFY_RESULT(faults);
        world.setFaults(*faults);

        const auto sent = world.desk->send(sendOf(outcome), RunControl());

        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::Unavailable);
        const auto queued = world.outbox.ofConversation(outcome.conversation);
        VERIFY_RESULT(queued);
        QVERIFY(queued->empty());
        QCOMPARE(world.refunds(), size_t(0));
    }

    void aCallThatWaitsForApprovalIsDecidedFirst()
    {
        PipelineWorld world;
        world.set("refund.approval_limit_minor", 1000);
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));

        const auto sent = world.desk->send(sendOf(outcome), RunControl());

        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::Conflict);
        QCOMPARE(world.refunds(), size_t(0));
    }

    void aShadowDraftIsNotSent()
    {
        PipelineWorld world;
        world.set("modes.billing", "shadow");
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));

        const auto sent = world.desk->send(sendOf(outcome), RunControl());

        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::Conflict);
    }

    void undoBringsTheTextBack()
    {
        PipelineWorld world;
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const auto queued = world.outbox.ofConversation(outcome.conversation);
        VERIFY_RESULT(queued);

        VERIFY_RESULT(world.desk->undoSend(queued->front().id, olga));

        const auto draft = world.drafts.current(outcome.conversation);
        VERIFY_RESULT(draft);
        QVERIFY(draft->has_value());
        QCOMPARE((*draft)->proposal.text, QStringLiteral("Refunded."));
        const auto item = world.outbox.get(queued->front().id);
        VERIFY_RESULT(item);
        QCOMPARE((*item)->state, OutboxState::Cancelled);
    }

    void aSentReplyCannotBeUndone()
    {
        PipelineWorld world;
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        world.clock.set(at(5));
        OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {});
        VERIFY_RESULT(sender.sendDue());
        const auto queued = world.outbox.ofConversation(outcome.conversation);
        VERIFY_RESULT(queued);

        const auto undone = world.desk->undoSend(queued->front().id, olga);

        QVERIFY(!undone);
        QCOMPARE(undone.error().kind, ErrorKind::Conflict);
    }

    void approvingRefundsExactlyOnce()
    {
        PipelineWorld world;
        world.set("refund.approval_limit_minor", 1000);
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const Approval waiting = world.onlyApproval(outcome.conversation);

        const auto approved = world.desk->approve(waiting.id, waiting.digest, olga, RunControl());
        const auto again = world.desk->approve(waiting.id, waiting.digest, olga, RunControl());

        VERIFY_RESULT(approved);
        QCOMPARE(approved->answer, QStringLiteral("Refunded."));
        QVERIFY(!again);
        QCOMPARE(world.refunds(), size_t(1));
    }

    void anotherDigestIsRefused()
    {
        PipelineWorld world;
        world.set("refund.approval_limit_minor", 1000);
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const Approval waiting = world.onlyApproval(outcome.conversation);

        const auto approved = world.desk->approve(waiting.id, QStringLiteral("other"), olga, RunControl());

        QVERIFY(!approved);
        QCOMPARE(world.refunds(), size_t(0));
    }

    void anExpiredApprovalIsADenial()
    {
        PipelineWorld world;
        world.set("refund.approval_limit_minor", 1000);
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const Approval waiting = world.onlyApproval(outcome.conversation);
        world.clock.set(at(60 * 25));

        const auto settled = world.desk->settle(RunControl());
        const auto approved = world.desk->approve(waiting.id, waiting.digest, olga, RunControl());

        VERIFY_RESULT(settled);
        QVERIFY(!approved);
        QCOMPARE(world.refunds(), size_t(0));
    }

    // A kill between the decision and its settling leaves it for the next start, whatever the words say.
    void aDenialIsSettledWhateverItsReason_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::newRow("words") << "too late";
        QTest::newRow("a number that overflows") << "1e999";
        QTest::newRow("what looks like arguments") << R"({"amount_minor": 100})";
        QTest::newRow("brackets") << QString(100000, u'[');
    }
    void aDenialIsSettledWhateverItsReason()
    {
        QFETCH(QString, reason);
        PipelineWorld world;
        world.set("refund.approval_limit_minor", 1000);
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const Approval waiting = world.onlyApproval(outcome.conversation);
        VERIFY_RESULT(world.approvals.decide(waiting.id, waiting.digest, ApprovalDecision::Deny, olga,
                                             world.clock.now(), reason));

        const auto settled = world.desk->settle(RunControl());

        VERIFY_RESULT(settled);
        QCOMPARE(*settled, 1);
        const auto stored = world.runs.latestOutcome(outcome.conversation);
        VERIFY_RESULT(stored);
        QCOMPARE((*stored)->outcome.tools.front().status, ToolStatus::Denied);
        QCOMPARE(world.refunds(), size_t(0));
    }

    void anExceptionInADecisionIsAnError()
    {
        PipelineWorld world;
        world.set("refund.approval_limit_minor", 1000);
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const Approval waiting = world.onlyApproval(outcome.conversation);
        world.specialist.script = [](const TurnContext &, const std::vector<ToolCall> &) -> Result<NextStep> {
            throw std::runtime_error("a fault of the program");
        };

        const auto approved = world.desk->approve(waiting.id, waiting.digest, olga, RunControl());
        world.specialist.script = ScriptedSpecialist::refundScript;
        const auto settled = world.desk->settle(RunControl());

        QVERIFY(!approved);
        QCOMPARE(approved.error().kind, ErrorKind::Internal);
        VERIFY_RESULT(settled);
        QCOMPARE(world.refunds(), size_t(1)); // once, and the run has gone on
        const auto stored = world.runs.latestOutcome(outcome.conversation);
        VERIFY_RESULT(stored);
        QCOMPARE((*stored)->outcome.tools.front().status, ToolStatus::Done);
    }

    void denyingSaysSoAndLeavesTheWordsToAPerson()
    {
        PipelineWorld world;
        world.set("refund.approval_limit_minor", 1000);
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const Approval waiting = world.onlyApproval(outcome.conversation);

        const auto denied =
            world.desk->deny(waiting.id, waiting.digest, olga, QStringLiteral("too late"), RunControl());

        VERIFY_RESULT(denied);
        QCOMPARE(denied->tools.front().status, ToolStatus::Denied);
        QCOMPARE(denied->decision, Decision::NeedsReview);
        QCOMPARE(denied->answer, QStringLiteral("We cannot refund it."));
        QCOMPARE(world.refunds(), size_t(0));
    }

    void otherArgumentsPassTheGateAgain()
    {
        PipelineWorld world;
        world.set("refund.approval_limit_minor", 1000);
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const Approval waiting = world.onlyApproval(outcome.conversation);
        Json args = waiting.request.args;
        args["amount_minor"] = 999900; // more than was paid

        const auto approved =
            world.desk->approveWithArgs(waiting.id, waiting.digest, args, olga, RunControl());

        VERIFY_RESULT(approved);
        QCOMPARE(approved->tools.front().status, ToolStatus::Denied);
        QCOMPARE(world.refunds(), size_t(0));
    }

    void rejectingKeepsTheReasonAndVoidsWhatWaits()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));

        VERIFY_RESULT(world.desk->reject(outcome.conversation, olga, QStringLiteral("wrong tone")));

        const auto judged = world.drafts.judged(1);
        VERIFY_RESULT(judged);
        QCOMPARE(judged->front().state, DraftState::Rejected);
        QCOMPARE(judged->front().reason, QStringLiteral("wrong tone"));
        QCOMPARE(world.onlyApproval(outcome.conversation).state, ApprovalState::Voided);
        QVERIFY(!world.desk->reject(outcome.conversation, olga, {}));
    }

    void aTakenOverConversationIsSilentUntilHandedBack()
    {
        PipelineWorld world;
        const Outcome first = world.say(QStringLiteral("Please refund INV-1"));
        VERIFY_RESULT(world.desk->takeOver(first.conversation, olga));
        const auto queued = world.outbox.ofConversation(first.conversation);
        VERIFY_RESULT(queued);
        QCOMPARE(queued->front().state, OutboxState::Cancelled); // the reply had not left yet
        const int consulted = world.specialist.consulted;

        const Outcome silent = world.say(QStringLiteral("Are you there?"), QStringLiteral("m2"));

        QCOMPARE(silent.decision, Decision::NeedsReview);
        QVERIFY(silent.answer.isEmpty());
        QCOMPARE(world.specialist.consulted, consulted);

        VERIFY_RESULT(world.desk->handBack(first.conversation, olga));
        world.specialist.script = [](const TurnContext &, const std::vector<ToolCall> &) {
            return Result<NextStep>(NextStep(ScriptedSpecialist::draft(QStringLiteral("Here again."))));
        };
        QCOMPARE(world.say(QStringLiteral("Hello?"), QStringLiteral("m3")).answer,
                 QStringLiteral("Here again."));
    }

    void twoOperatorsCannotTakeTheSame()
    {
        PipelineWorld world;
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        VERIFY_RESULT(world.desk->takeOver(outcome.conversation, olga));

        const auto second = world.desk->takeOver(outcome.conversation, QStringLiteral("Ben"));

        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Conflict);
    }

    void anEmptyNoteIsRefused()
    {
        PipelineWorld world;
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));

        QVERIFY(!world.desk->addNote(outcome.conversation, olga, QStringLiteral("  ")));
        VERIFY_RESULT(world.desk->addNote(outcome.conversation, olga, QStringLiteral("Called her.")));
    }
};

QTEST_GUILESS_MAIN(TestOperatorDesk)
#include "tst_operatordesk.moc"
