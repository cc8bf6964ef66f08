#include "pipeline/PipelineWorld.h"
#include "store/SqliteAuditLog.h"

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
    request.noUndoWindow = true;
    return request;
}

// The reply waits for the end of the undo window.
SendRequest sendLater(const Outcome &outcome, std::optional<QString> text = {})
{
    SendRequest request = sendOf(outcome, std::move(text));
    request.noUndoWindow = false;
    return request;
}

// What leaves when the undo window is over.
Result<int> passTheWindow(PipelineWorld &world)
{
    world.clock.set(world.clock.now().addSecs(10));
    OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {});
    sender.setPreparation(
        [&world](const OutboxItem &item) { return world.desk->carryOut(item, RunControl()); });
    return sender.sendDue();
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

    void whatGoesWithAReplyWaitsForTheEndOfTheUndoWindow()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));

        const auto sent = world.desk->send(sendLater(outcome), RunControl());

        VERIFY_RESULT(sent);
        QCOMPARE(world.refunds(), size_t(0));
        QCOMPARE(world.onlyApproval(outcome.conversation).state, ApprovalState::Pending);
        QVERIFY(world.drafts.judged(1)->empty());
        const auto again = world.desk->send(sendLater(outcome), RunControl());
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Conflict);

        VERIFY_RESULT(passTheWindow(world));

        QCOMPARE(world.refunds(), size_t(1));
        const auto item = world.outbox.get(sent->id);
        VERIFY_RESULT(item);
        QCOMPARE((*item)->state, OutboxState::Sent);
        QCOMPARE((*item)->item.body, QStringLiteral("Refunded.")); // worded by what came of it
        QCOMPARE(world.drafts.judged(1)->front().state, DraftState::SentUnchanged);
        const Approval approval = world.onlyApproval(outcome.conversation);
        QCOMPARE(approval.state, ApprovalState::Approved);
        QCOMPARE(approval.decidedBy, olga);
        VERIFY_RESULT(passTheWindow(world));
        QCOMPARE(world.refunds(), size_t(1));
    }

    void undoTakesTheWholeActBack()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const auto before = world.drafts.current(outcome.conversation);
        const auto place = world.conversations.summary(outcome.conversation);
        const auto sent = world.desk->send(sendLater(outcome, QStringLiteral("Done, Ada.")), RunControl());
        VERIFY_RESULT(sent);

        VERIFY_RESULT(world.desk->undoSend(sent->id, olga));
        VERIFY_RESULT(passTheWindow(world));

        QCOMPARE(world.refunds(), size_t(0));
        QCOMPARE(world.onlyApproval(outcome.conversation).state, ApprovalState::Pending);
        QVERIFY(world.drafts.judged(1)->empty());
        const auto draft = world.drafts.current(outcome.conversation);
        VERIFY_RESULT(draft);
        QVERIFY(draft->has_value());
        QCOMPARE((*draft)->id, (*before)->id);
        QCOMPARE((*draft)->proposal.text, (*before)->proposal.text);
        QCOMPARE((*draft)->editedText, std::optional(QStringLiteral("Done, Ada.")));
        const auto after = world.conversations.summary(outcome.conversation);
        QCOMPARE((*after)->conversation.status, (*place)->conversation.status);
        QCOMPARE((*after)->needsAttention, (*place)->needsAttention);

        VERIFY_RESULT(world.desk->send(sendLater(outcome), RunControl())); // sent after all, as edited
        VERIFY_RESULT(passTheWindow(world));
        QCOMPARE(world.refunds(), size_t(1));
        QCOMPARE(world.drafts.judged(1)->front().finalText, QStringLiteral("Done, Ada."));
    }

    void aCallThatFailsAtTheEndOfTheWindowSendsNothing()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const auto sent = world.desk->send(sendLater(outcome), RunControl());
        VERIFY_RESULT(sent);
        world.execute(
            QStringLiteral("UPDATE payment_methods SET last4 = '6666'")); // money would go elsewhere

        VERIFY_RESULT(passTheWindow(world));

        const auto item = world.outbox.get(sent->id);
        VERIFY_RESULT(item);
        QCOMPARE((*item)->state, OutboxState::Failed);
        QVERIFY2((*item)->failure.contains(QStringLiteral("was not executed")), qPrintable((*item)->failure));
        QCOMPARE(world.refunds(), size_t(0));
        const auto history = world.conversations.history(outcome.conversation);
        VERIFY_RESULT(history);
        QCOMPARE(history->size(), size_t(1)); // the customer's alone
    }

    // The customer is answered again: what went with the older reply was not meant for that.
    void aNewMessageInTheWindowKeepsTheCallFromHappening()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const auto sent = world.desk->send(sendLater(outcome), RunControl());
        VERIFY_RESULT(sent);
        world.specialist.script = [](const TurnContext &, const std::vector<ToolCall> &) {
            return Result<NextStep>(NextStep(ScriptedSpecialist::draft(QStringLiteral("As you like."))));
        };
        world.say(QStringLiteral("Wait, I have a question first"), QStringLiteral("m2"));

        VERIFY_RESULT(passTheWindow(world));

        const auto item = world.outbox.get(sent->id);
        VERIFY_RESULT(item);
        QCOMPARE((*item)->state, OutboxState::Failed);
        QCOMPARE(world.refunds(), size_t(0));
    }

    void wordsOfTheOperatorOutliveANewerDraft()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const auto draft = world.drafts.current(outcome.conversation);
        VERIFY_RESULT(world.drafts.saveEdit((*draft)->id, QStringLiteral("Half of a")));

        world.say(QStringLiteral("It is for October"), QStringLiteral("m2"));

        const auto newer = world.drafts.current(outcome.conversation);
        QVERIFY((*newer)->id != (*draft)->id);
        QCOMPARE((*newer)->editedText, std::optional(QStringLiteral("Half of a")));
    }

    void handingBackLosesNeitherDraftNorPlace()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        world.specialist.script = [](const TurnContext &, const std::vector<ToolCall> &) {
            return Result<NextStep>(NextStep(ScriptedSpecialist::draft(QStringLiteral("Here it is."))));
        };
        const Outcome outcome = world.say(QStringLiteral("Where is the export?"));
        const ConversationId id = outcome.conversation;
        const auto draft = world.drafts.current(id);
        const auto before = world.conversations.summary(id);
        QVERIFY((*before)->needsAttention);
        VERIFY_RESULT(world.desk->takeOver(id, olga));
        QVERIFY(world.drafts.discarded(id)->has_value()); // to begin with

        VERIFY_RESULT(world.desk->handBack(id, olga));

        QCOMPARE((*world.drafts.current(id))->id, (*draft)->id);
        const auto after = world.conversations.summary(id);
        QVERIFY((*after)->needsAttention);
        QCOMPARE((*after)->conversation.status, (*before)->conversation.status);

        VERIFY_RESULT(world.desk->putBack({{id, ConversationStatus::TakenOver, olga, true}}, olga)); // undone
        QVERIFY(!world.drafts.current(id)->has_value());
        QCOMPARE((*world.conversations.get(id))->assignee, olga);
        ConversationPlace place{id, ConversationStatus::Waiting, {}, false};
        VERIFY_RESULT(world.desk->putBack({place}, olga));
        QCOMPARE((*world.conversations.get(id))->status, ConversationStatus::Waiting);
        QVERIFY(!(*world.conversations.summary(id))->needsAttention);
    }

    // The customer wrote to the person: the old draft answers nothing any more, and somebody has to look.
    void handingBackAfterANewMessageWaitsForAPerson()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        VERIFY_RESULT(world.desk->takeOver(outcome.conversation, olga));
        world.say(QStringLiteral("Are you there?"), QStringLiteral("m2"));

        VERIFY_RESULT(world.desk->handBack(outcome.conversation, olga));

        QVERIFY(!world.drafts.current(outcome.conversation)->has_value());
        ConversationFilter review;
        review.isOpen = review.needsAttention = review.isNotEscalated = true;
        const auto waiting = world.conversations.list(review, ConversationSort::Priority, 10);
        VERIFY_RESULT(waiting);
        QCOMPARE(waiting->rows.size(), size_t(1));
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

    // One call waits for the mode alone, the other for an approval.
    static Result<NextStep> twoRefunds(const TurnContext &, const std::vector<ToolCall> &calls)
    {
        const auto refund = [](const char *invoice, qint64 minor) {
            return ToolRequest{QStringLiteral("process_refund"),
                               {{"invoice_id", invoice}, {"amount_minor", minor}, {"currency", "USD"}}};
        };
        if (calls.empty())
            return NextStep(CallTools{{refund("INV-1", 4900), refund("INV-2", 24900)}});
        return NextStep(ScriptedSpecialist::draft(QStringLiteral("It is looked at.")));
    }

    void sendingExecutesOnlyWhatWaitsForIt()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        world.specialist.script = twoRefunds;
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1 and INV-2"));
        QCOMPARE(outcome.tools.size(), size_t(2));
        QVERIFY(!world.desk->send(sendOf(outcome), RunControl())); // the other is to be decided first

        VERIFY_RESULT(world.desk->send(sendOf(outcome, QStringLiteral("One is done.")), RunControl()));

        QCOMPARE(world.refunds(), size_t(1));
        QCOMPARE(stringOr(world.table("refunds")[0], "invoice"), QStringLiteral("INV-1"));
        const auto approvals = world.approvals.ofConversation(outcome.conversation);
        VERIFY_RESULT(approvals);
        QCOMPARE(approvals->size(), size_t(2));
        for (const Approval &approval : *approvals) {
            const bool isHeld = stringOr(approval.request.args, "invoice_id") == QLatin1String("INV-1");
            QCOMPARE(approval.request.isForMode, isHeld);
            QCOMPARE(approval.state, isHeld ? ApprovalState::Approved : ApprovalState::Pending);
            QCOMPARE(approval.isSettled, isHeld);
            QCOMPARE(approval.decidedBy, isHeld ? olga : QString());
        }
    }

    void aDeniedHeldCallWithoutWordsSendsNothing()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        world.specialist.script = [](const TurnContext &context, const std::vector<ToolCall> &calls) {
            return !calls.empty() && calls.front().status == ToolStatus::Denied
                       ? Result<NextStep>(NextStep(ScriptedSpecialist::draft(QString())))
                       : ScriptedSpecialist::refundScript(context, calls);
        };
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        world.execute(QStringLiteral("UPDATE invoices SET status = 'void' WHERE id = 'INV-1'"));

        const auto sent = world.desk->send(sendOf(outcome), RunControl());

        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::Conflict);
        QVERIFY2(sent.error().detail.contains(QStringLiteral("refused")), qPrintable(sent.error().detail));
        QVERIFY(world.outbox.ofConversation(outcome.conversation)->empty());
        QCOMPARE(world.refunds(), size_t(0));
    }

    void aChangedWorldIsNotActedOn_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("newPreview");
        QTest::newRow("another card") << QStringLiteral("UPDATE payment_methods SET last4 = '6666'")
                                      << QStringLiteral("card ending 6666");
        QTest::newRow("closed customer")
            << QStringLiteral("UPDATE customers SET status = 'closed'") << QStringLiteral("closed");
        QTest::newRow("partly refunded")
            << QStringLiteral("UPDATE invoices SET refunded_minor = 1 WHERE id = "
                              "'INV-2'")
            << QStringLiteral("no longer");
    }

    void aChangedWorldIsNotActedOn()
    {
        QFETCH(QString, sql);
        QFETCH(QString, newPreview);
        PipelineWorld world;
        world.specialist.script = [](const TurnContext &context, const std::vector<ToolCall> &calls) {
            return calls.empty()
                       ? Result<NextStep>(NextStep(CallTools{
                             {{QStringLiteral("process_refund"),
                               {{"invoice_id", "INV-2"}, {"amount_minor", 20000}, {"currency", "USD"}}}}}))
                       : ScriptedSpecialist::refundScript(context, calls);
        };
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-2"));
        const Approval waiting = world.onlyApproval(outcome.conversation);
        world.execute(sql);

        const auto approved = world.desk->approve(waiting.id, waiting.digest, olga, RunControl());

        QVERIFY(!approved);
        QCOMPARE(approved.error().kind, ErrorKind::Conflict);
        QVERIFY2(approved.error().detail.contains(newPreview), qPrintable(approved.error().detail));
        QCOMPARE(world.refunds(), size_t(0));
        QCOMPARE((*world.approvals.get(waiting.id))->state, ApprovalState::Voided);
        const auto pending = world.approvals.pending();
        VERIFY_RESULT(pending);
        QCOMPARE(pending->size(), size_t(1));
        const Approval &anew = pending->front();
        QVERIFY(anew.digest != waiting.digest);
        QVERIFY2(anew.request.preview.contains(newPreview), qPrintable(anew.request.preview));
        QVERIFY(!world.desk->approve(waiting.id, waiting.digest, olga, RunControl()));

        VERIFY_RESULT(world.desk->approve(anew.id, anew.digest, olga, RunControl()));
        QCOMPARE(world.refunds(), size_t(1));
        QVERIFY(SqliteAuditLog(*world.store.database).verify()->isIntact() ||
                sql.contains(QStringLiteral("approvals")));
    }

    void aChangedRequestIsNotActedOn_data()
    {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<bool>("isDigestMade"); // the one who changed it knows how digests are made
        for (const bool isDigestMade : {false, true}) {
            const char *digest = isDigestMade ? "with its digest" : "alone";
            QTest::addRow("preview %s", digest)
                << QStringLiteral("preview = 'Refund 1.00 USD'") << isDigestMade;
            QTest::addRow("amount %s", digest)
                << QStringLiteral("args = json_set(args, '$.amount_minor', 100), amount_minor = 100")
                << isDigestMade;
            QTest::addRow("tool %s", digest) << QStringLiteral("tool = 'create_ticket'") << isDigestMade;
            QTest::addRow("shown %s", digest)
                << QStringLiteral("shown = json_set(shown, '$.destination', 'pm_9')") << isDigestMade;
        }
        QTest::newRow("expiry") << QStringLiteral("expires = '2099-01-01T00:00:00.000Z'") << false;
    }

    void aChangedRequestIsNotActedOn()
    {
        QFETCH(QString, assignment);
        QFETCH(bool, isDigestMade);
        PipelineWorld world;
        world.set("refund.approval_limit_minor", 1000);
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const Approval waiting = world.onlyApproval(outcome.conversation);
        world.execute(QStringLiteral("UPDATE approvals SET ") + assignment);
        QString digest = waiting.digest;
        if (isDigestMade) {
            digest = approvalDigest((*world.approvals.get(waiting.id))->request);
            world.execute(QStringLiteral("UPDATE approvals SET digest = '%1'").arg(digest));
        }

        const auto approved = world.desk->approve(waiting.id, digest, olga, RunControl());

        QVERIFY(!approved);
        QCOMPARE(approved.error().kind, isDigestMade ? ErrorKind::Conflict : ErrorKind::Denied);
        QCOMPARE(world.refunds(), size_t(0));
        const auto pending = world.approvals.pending();
        VERIFY_RESULT(pending);
        QCOMPARE(pending->size(), size_t(1));
        const Approval &anew = pending->front();
        QVERIFY(anew.id != waiting.id);
        QVERIFY(anew.request.args == waiting.request.args);
        QVERIFY(anew.request.preview.startsWith(QStringLiteral("Refund 49.00 USD to card ending 4118")));
        VERIFY_RESULT(world.desk->approve(anew.id, anew.digest, olga, RunControl()));
        QCOMPARE(world.refunds(), size_t(1));
    }

    void anApprovalOfAnotherCustomerIsNotExecuted()
    {
        PipelineWorld world;
        world.set("refund.approval_limit_minor", 1000);
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const Approval waiting = world.onlyApproval(outcome.conversation);
        world.execute(QStringLiteral("UPDATE approvals SET customer = 'cus_2'"));
        const QString digest = approvalDigest((*world.approvals.get(waiting.id))->request);
        world.execute(QStringLiteral("UPDATE approvals SET digest = '%1'").arg(digest));

        const auto approved = world.desk->approve(waiting.id, digest, olga, RunControl());

        VERIFY_RESULT(approved);
        QCOMPARE(approved->tools.front().rule, QStringLiteral("another_customer"));
        QCOMPARE(world.refunds(), size_t(0));
    }

    void sendingInAChangedWorldSendsNothing()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        world.execute(QStringLiteral("UPDATE payment_methods SET last4 = '6666'"));

        const auto sent = world.desk->send(sendOf(outcome, QStringLiteral("Done.")), RunControl());

        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::Conflict);
        QCOMPARE(world.refunds(), size_t(0));
        QVERIFY(world.outbox.ofConversation(outcome.conversation)->empty());
        const auto pending = world.approvals.pending();
        QCOMPARE(pending->size(), size_t(1));
        QVERIFY(pending->front().request.isForMode);

        VERIFY_RESULT(world.desk->send(sendOf(outcome, QStringLiteral("Done.")), RunControl()));
        QCOMPARE(world.refunds(), size_t(1));
    }

    void aDecisionThatOutlivedTheProgramKeepsItsArguments()
    {
        PipelineWorld world;
        world.set("refund.approval_limit_minor", 1000);
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const Approval waiting = world.onlyApproval(outcome.conversation);
        Json args = waiting.request.args;
        args["amount_minor"] = 1234;
        VERIFY_RESULT(world.approvals.decide(waiting.id, waiting.digest, ApprovalDecision::Approve, olga,
                                             world.clock.now(), QString::fromUtf8(toBytes(args))));

        QCOMPARE(*world.desk->settle(RunControl()), 1);

        QCOMPARE(world.refunds(), size_t(1));
        QCOMPARE(integerOr(world.table("refunds")[0], "amount_minor", 0), 1234);
        QVERIFY(world.onlyApproval(outcome.conversation).isSettled);
    }

    void aDecisionOnAnEndedRunIsStoppedAndSettled()
    {
        PipelineWorld world;
        world.set("refund.approval_limit_minor", 1000);
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const Approval waiting = world.onlyApproval(outcome.conversation);
        VERIFY_RESULT(world.runs.cancelLive(outcome.conversation, world.clock.now()));

        const auto approved = world.desk->approve(waiting.id, waiting.digest, olga, RunControl());

        QVERIFY(!approved);
        QCOMPARE(approved.error().kind, ErrorKind::Conflict);
        QCOMPARE(world.refunds(), size_t(0));
        QVERIFY(world.onlyApproval(outcome.conversation).isSettled);
    }

    void anAutomaticReplyTakesTheOldDraftAway()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        const Outcome first = world.say(QStringLiteral("Please refund INV-1"));
        QVERIFY(world.drafts.current(first.conversation)->has_value());
        world.set("modes.billing", "auto");
        world.specialist.script = [](const TurnContext &, const std::vector<ToolCall> &) {
            return Result<NextStep>(NextStep(ScriptedSpecialist::draft(QStringLiteral("All is well."))));
        };

        const Outcome second = world.say(QStringLiteral("Is it fine?"), QStringLiteral("m2"));

        QCOMPARE(second.decision, Decision::AutoSend);
        QVERIFY(!world.drafts.current(first.conversation)->has_value());
    }

    void takingOverEndsAllThatWaits_data()
    {
        QTest::addColumn<bool>("isOverTheLimit");
        QTest::newRow("held by the mode") << false;
        QTest::newRow("over the limit") << true;
    }

    void takingOverEndsAllThatWaits()
    {
        QFETCH(bool, isOverTheLimit);
        PipelineWorld world;
        if (isOverTheLimit)
            world.set("refund.approval_limit_minor", 1000);
        else
            world.set("modes.billing", "suggest");
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        QVERIFY(world.drafts.current(outcome.conversation)->has_value());
        const Approval waiting = world.onlyApproval(outcome.conversation);

        VERIFY_RESULT(world.desk->takeOver(outcome.conversation, olga));

        QCOMPARE(world.onlyApproval(outcome.conversation).state, ApprovalState::Voided);
        QVERIFY(!world.drafts.current(outcome.conversation)->has_value());
        QVERIFY(!(*world.runs.get(outcome.run))->isLive());
        QVERIFY(!world.desk->approve(waiting.id, waiting.digest, olga, RunControl()));
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
        VERIFY_RESULT(settled);
        QCOMPARE(*settled, 1);
        QCOMPARE(world.onlyApproval(outcome.conversation).state, ApprovalState::Expired);
        QCOMPARE((*world.runs.latestOutcome(outcome.conversation))->outcome.tools.front().status,
                 ToolStatus::Denied);
        const auto approved = world.desk->approve(waiting.id, waiting.digest, olga, RunControl());

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

    void otherArgumentsAreExecuted()
    {
        PipelineWorld world;
        world.set("refund.approval_limit_minor", 1000);
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const Approval waiting = world.onlyApproval(outcome.conversation);
        Json args = waiting.request.args;
        args["amount_minor"] = 2000;

        const auto approved =
            world.desk->approveWithArgs(waiting.id, waiting.digest, args, olga, RunControl());

        VERIFY_RESULT(approved);
        QCOMPARE(approved->tools.front().status, ToolStatus::Done);
        QCOMPARE(integerOr(world.table("refunds")[0], "amount_minor", 0), 2000);
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
