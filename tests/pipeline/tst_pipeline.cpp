#include "pipeline/PipelineWorld.h"
#include "pipeline/TurnRun.h"

#include <algorithm>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

bool hasStep(const std::vector<RunStep> &steps, const char *name)
{
    return std::ranges::any_of(steps, [&](const RunStep &step) { return step.name == QLatin1String(name); });
}

} // namespace

class TestPipeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void autoRefundsAndQueuesTheReply()
    {
        PipelineWorld world;

        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));

        QCOMPARE(outcome.decision, Decision::AutoSend);
        QCOMPARE(world.refunds(), size_t(1));
        const auto queued = world.outbox.ofConversation(outcome.conversation);
        VERIFY_RESULT(queued);
        QCOMPARE(queued->size(), size_t(1));
        QCOMPARE(queued->front().item.body, QStringLiteral("Refunded."));
        QVERIFY(queued->front().item.dueAt > world.clock.now()); // mail has an undo window
    }

    void aMessageDeliveredTwiceActsOnce()
    {
        PipelineWorld world;
        (void)world.say(QStringLiteral("Please refund INV-1"));

        const auto again =
            world.pipeline->process(world.incoming(QStringLiteral("Please refund INV-1")), RunControl());

        VERIFY_RESULT(again);
        QVERIFY(again->wasThere);
        QCOMPARE(world.refunds(), size_t(1));
        QCOMPARE(world.specialist.consulted, 2); // to ask for the call and to word the reply
    }

    void suggestHoldsTheCallAndDrafts()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");

        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));

        QCOMPARE(outcome.decision, Decision::NeedsReview);
        QCOMPARE(outcome.tools.front().status, ToolStatus::PendingApproval);
        QVERIFY(outcome.reasons.empty());
        QCOMPARE(world.refunds(), size_t(0));
        const auto draft = world.drafts.current(outcome.conversation);
        VERIFY_RESULT(draft);
        QVERIFY(draft->has_value());
    }

    void shadowDoesNothingAndMarksTheDraft()
    {
        PipelineWorld world;
        world.set("modes.billing", "shadow");

        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));

        QCOMPARE(outcome.decision, Decision::NeedsReview);
        QVERIFY(outcome.shadow);
        QCOMPARE(world.refunds(), size_t(0));
        const auto queued = world.outbox.ofConversation(outcome.conversation);
        VERIFY_RESULT(queued);
        QVERIFY(queued->empty());
    }

    void offIsForAPersonAndNobodyIsConsulted()
    {
        PipelineWorld world;
        world.set("modes.billing", "off");

        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));

        QCOMPARE(outcome.decision, Decision::Escalated);
        QVERIFY(outcome.ticket.isValid());
        QVERIFY(outcome.answer.isEmpty());
        QCOMPARE(world.specialist.consulted, 0);
    }

    void overTheLimitWaitsForApproval()
    {
        PipelineWorld world;
        world.set("refund.approval_limit_minor", 1000);

        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));

        QCOMPARE(outcome.decision, Decision::NeedsReview);
        QVERIFY(outcome.hasReason(EscalationReason::ApprovalRequired));
        QCOMPARE(world.onlyApproval(outcome.conversation).state, ApprovalState::Pending);
        QCOMPARE(world.refunds(), size_t(0));
    }

    void anUnsureRouteEscalatesAndHoldsEverything()
    {
        PipelineWorld world;
        world.router.answer = [](const QString &) -> Result<Route> {
            return ScriptedRouter::to(Category::Billing, "billing.refund_request", 0.6);
        };

        const Outcome outcome = world.say(QStringLiteral("something about an invoice maybe"));

        QCOMPARE(outcome.decision, Decision::Escalated);
        QVERIFY(outcome.hasReason(EscalationReason::LowConfidence));
        QCOMPARE(world.refunds(), size_t(0));
    }

    void aWishForAPersonIsNotAnsweredByTheAgent()
    {
        PipelineWorld world;

        const Outcome outcome = world.say(QStringLiteral("I want to talk to a human being about INV-1"));

        QCOMPARE(outcome.decision, Decision::Escalated);
        QVERIFY(outcome.hasReason(EscalationReason::HumanRequested));
        QCOMPARE(world.specialist.consulted, 0);
        QVERIFY(outcome.answer.contains(QStringLiteral("#%1").arg(outcome.ticket.value)));
    }

    void aWeakDraftEscalatesWithItsDraft()
    {
        PipelineWorld world;
        world.specialist.script = [](const TurnContext &, const std::vector<ToolCall> &) {
            return Result<NextStep>(NextStep(ScriptedSpecialist::draft(QStringLiteral("Perhaps so."), 0.3)));
        };

        const Outcome outcome = world.say(QStringLiteral("How does this work?"));

        QCOMPARE(outcome.decision, Decision::Escalated);
        QVERIFY(outcome.hasReason(EscalationReason::LowConfidence));
        QCOMPARE(outcome.answer, QStringLiteral("Perhaps so."));
    }

    void anAddressGetsSoManyRepliesAnHour()
    {
        PipelineWorld world;
        int said = 0;
        world.specialist.script = [&](const TurnContext &, const std::vector<ToolCall> &) {
            return Result<NextStep>(
                NextStep(ScriptedSpecialist::draft(QStringLiteral("Answer %1.").arg(said))));
        };
        const auto next = [&] {
            ++said;
            IncomingMessage message =
                world.incoming(QStringLiteral("Question %1?").arg(said), QStringLiteral("m%1").arg(said));
            message.senderAddress =
                said % 2 ? QStringLiteral("ada@brook.example") : QStringLiteral("ADA@brook.example");
            message.conversationKey = QStringLiteral("thread %1").arg(said);
            return PipelineWorld::made(world.pipeline->process(message, RunControl())).outcome;
        };

        for (int i = 0; i < mostRepliesAnHour; ++i)
            QCOMPARE(next().decision, Decision::AutoSend);
        const Outcome tooMany = next();
        world.clock.set(world.clock.now().addSecs(2 * 3600));
        const Outcome later = next();

        QCOMPARE(tooMany.decision, Decision::Escalated);
        QCOMPARE(tooMany.reasons.at(0).reason, EscalationReason::Policy);
        QCOMPARE(later.decision, Decision::AutoSend);
    }

    void withoutTheAgentTheKnowledgeBaseAnswers()
    {
        PipelineWorld world;
        world.specialist.script = [](const TurnContext &, const std::vector<ToolCall> &) {
            return Result<NextStep>(Error{ErrorKind::Unavailable, QStringLiteral("down")});
        };
        world.specialist.fromKnowledge = ScriptedSpecialist::draft(QStringLiteral("It takes a day."), 0.9);

        const Outcome outcome = world.say(QStringLiteral("How long does it take?"));

        QCOMPARE(outcome.degraded, Degraded::RagOnly);
        QCOMPARE(outcome.decision, Decision::AutoSend);
        QCOMPARE(outcome.answer, QStringLiteral("It takes a day."));
    }

    void withoutAnythingThereIsATicketAndAnHonestWord()
    {
        PipelineWorld world;
        world.specialist.script = [](const TurnContext &, const std::vector<ToolCall> &) {
            return Result<NextStep>(Error{ErrorKind::Unavailable, QStringLiteral("down")});
        };

        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));

        QCOMPARE(outcome.degraded, Degraded::TicketOnly);
        QCOMPARE(outcome.decision, Decision::Escalated);
        QVERIFY(outcome.hasReason(EscalationReason::EngineFailed));
        QVERIFY(outcome.ticket.isValid());
        QVERIFY(outcome.answer.contains(QStringLiteral("within 1 hour")));
        QCOMPARE(world.refunds(), size_t(0));
    }

    void aWeakKnowledgeAnswerIsNotGiven()
    {
        PipelineWorld world;
        world.specialist.script = [](const TurnContext &, const std::vector<ToolCall> &) {
            return Result<NextStep>(Error{ErrorKind::Internal, QStringLiteral("broken")});
        };
        world.specialist.fromKnowledge = ScriptedSpecialist::draft(QStringLiteral("It may take a day."), 0.2);

        const Outcome outcome = world.say(QStringLiteral("How long does it take?"));

        QCOMPARE(outcome.degraded, Degraded::TicketOnly);
        QVERIFY(!outcome.answer.contains(QStringLiteral("a day")));
    }

    void anEndlessSpecialistIsStopped()
    {
        PipelineWorld world;
        world.specialist.script = [](const TurnContext &, const std::vector<ToolCall> &) {
            return Result<NextStep>(NextStep(CallTools{{{QStringLiteral("check_invoice"), Json::object()}}}));
        };

        const Outcome outcome = world.say(QStringLiteral("Look again and again"));

        QCOMPARE(outcome.decision, Decision::Escalated);
        QVERIFY(outcome.hasReason(EscalationReason::EngineFailed));
    }

    void aFailedToolIsForAPerson()
    {
        PipelineWorld world;
        const auto faults =
            ScriptedFaults::fromJson(Json::array({{{"tool", "process_refund"}, {"do", "error"}}}));
        VERIFY_RESULT(faults);
        world.setFaults(*faults);

        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));

        QCOMPARE(outcome.decision, Decision::Escalated);
        QVERIFY(outcome.hasReason(EscalationReason::ToolFailed));
        QCOMPARE(world.refunds(), size_t(0));
    }

    void automaticMailIsLoggedOnly()
    {
        PipelineWorld world;
        IncomingMessage message = world.incoming(QStringLiteral("I am out of the office."));
        message.isAutomatic = true;

        const auto processed = world.pipeline->process(message, RunControl());

        VERIFY_RESULT(processed);
        QCOMPARE(processed->outcome.decision, Decision::NeedsReview);
        QVERIFY(processed->outcome.answer.isEmpty());
        QVERIFY(processed->outcome.reasons.empty());
        QCOMPARE(world.specialist.consulted, 0);
    }

    void anInterruptedRunGoesOnAfterItsLastStep()
    {
        PipelineWorld world;
        int attempts = 0;
        world.specialist.script = [&](const TurnContext &context, const std::vector<ToolCall> &calls) {
            ++attempts;
            if (!calls.empty() && attempts == 2) // the program ends before the reply is worded
                return Result<NextStep>(Error{ErrorKind::Cancelled, QStringLiteral("stopped")});
            return ScriptedSpecialist::refundScript(context, calls);
        };
        const auto broken =
            world.pipeline->process(world.incoming(QStringLiteral("Refund INV-1")), RunControl());
        QVERIFY(!broken);
        QCOMPARE(broken.error().kind, ErrorKind::Cancelled);
        QCOMPARE(world.refunds(), size_t(1));

        const auto resumed = world.pipeline->resume(RunControl());

        VERIFY_RESULT(resumed);
        QCOMPARE(*resumed, 1);
        QCOMPARE(world.refunds(), size_t(1));
        const auto outcome = world.runs.recentOutcomes(1);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->front().outcome.decision, Decision::AutoSend);
        const auto steps = world.runs.steps(outcome->front().outcome.run);
        VERIFY_RESULT(steps);
        QVERIFY(hasStep(*steps, "tool:process_refund"));
    }

    void aStoredMessageWithoutARunIsTakenUp()
    {
        PipelineWorld world;
        VERIFY_RESULT(world.pipeline->take(world.incoming(QStringLiteral("Refund INV-1"))));

        const auto resumed = world.pipeline->resume(RunControl());

        VERIFY_RESULT(resumed);
        QCOMPARE(*resumed, 1);
        QCOMPARE(world.refunds(), size_t(1));
    }

    void aStoppedRunLeavesNoOutcome()
    {
        PipelineWorld world;
        std::stop_source stop;
        stop.request_stop();

        const auto processed = world.pipeline->process(world.incoming(QStringLiteral("Refund INV-1")),
                                                       RunControl(stop.get_token()));

        QVERIFY(!processed);
        QCOMPARE(processed.error().kind, ErrorKind::Cancelled);
        QCOMPARE(world.refunds(), size_t(0));
    }

    void severalRequestsReachTheSpecialistOneByOne()
    {
        PipelineWorld world;
        world.router.answer = [](const QString &text) -> Result<Route> {
            return text.contains(QStringLiteral("password"))
                       ? ScriptedRouter::to(Category::Account, "account.password_reset", 0.93)
                       : ScriptedRouter::to(Category::Billing, "billing.refund_request", 0.98);
        };
        std::vector<RequestPart> seen;
        world.specialist.script = [&](const TurnContext &context, const std::vector<ToolCall> &) {
            if (seen.empty())
                seen = context.requests;
            return Result<NextStep>(NextStep(ScriptedSpecialist::draft(QStringLiteral("Both are done."))));
        };

        const Outcome outcome =
            world.say(QStringLiteral("Please refund INV-1. Could you also send me a new password?"));

        QCOMPARE(seen.size(), size_t(2));
        QCOMPARE(seen[0].intent, QStringLiteral("billing.refund_request"));
        QCOMPARE(seen[1].intent, QStringLiteral("account.password_reset"));
        QCOMPARE(outcome.category, Category::Billing);
        QCOMPARE(outcome.confidence, 0.93);
    }

    void theStrictestModeOfSeveralRequestsHolds()
    {
        PipelineWorld world;
        world.set("modes.account", "suggest");
        world.router.answer = [](const QString &text) -> Result<Route> {
            return text.contains(QStringLiteral("password"))
                       ? ScriptedRouter::to(Category::Account, "account.password_reset", 0.93)
                       : ScriptedRouter::to(Category::Billing, "billing.refund_request", 0.98);
        };

        const Outcome outcome =
            world.say(QStringLiteral("Please refund INV-1. Could you also send me a new password?"));

        QCOMPARE(outcome.decision, Decision::NeedsReview);
        QCOMPARE(world.refunds(), size_t(0));
    }

    void quickChatMessagesAreOneTurn()
    {
        PipelineWorld world;
        QString seen;
        world.specialist.script = [&](const TurnContext &context, const std::vector<ToolCall> &) {
            seen = context.text;
            return Result<NextStep>(NextStep(ScriptedSpecialist::draft(QStringLiteral("Fine."))));
        };
        std::vector<MessageId> ids;
        for (const char *text : {"hi", "i need a refund", "for INV-1"}) {
            IncomingMessage piece =
                world.incoming(QString::fromLatin1(text), QStringLiteral("piece-%1").arg(ids.size()));
            piece.channel = ChannelKind::Chat;
            piece.receivedAt = world.clock.now().addMSecs(700 * static_cast<qint64>(ids.size()));
            ids.push_back(PipelineWorld::made(world.pipeline->take(piece)).id);
        }

        for (const MessageId id : ids)
            VERIFY_RESULT(world.pipeline->answer(id, RunControl()));

        QCOMPARE(seen, QStringLiteral("hi\ni need a refund\nfor INV-1"));
        QCOMPARE(world.specialist.consulted, 1);
        const auto left = world.pipeline->resume(RunControl());
        VERIFY_RESULT(left);
        QCOMPARE(*left, 0);
    }

    void messagesWithAPauseAreTurnsOfTheirOwn()
    {
        PipelineWorld world;
        std::vector<QString> seen;
        world.specialist.script = [&](const TurnContext &context, const std::vector<ToolCall> &) {
            seen.push_back(context.text);
            return Result<NextStep>(NextStep(ScriptedSpecialist::draft(QStringLiteral("Fine."))));
        };
        for (int i = 0; i < 2; ++i) {
            IncomingMessage piece =
                world.incoming(QStringLiteral("a question"), QStringLiteral("p%1").arg(i));
            piece.channel = ChannelKind::Chat;
            piece.receivedAt = at(i);
            VERIFY_RESULT(world.pipeline->process(piece, RunControl()));
        }

        QCOMPARE(seen.size(), size_t(2));
    }

    void takingItBackVoidsWhatWaits()
    {
        PipelineWorld world;
        world.set("refund.approval_limit_minor", 1000);
        const Outcome first = world.say(QStringLiteral("Please refund INV-1"));
        const Approval waiting = world.onlyApproval(first.conversation);

        (void)world.say(QStringLiteral("never mind, leave it"), QStringLiteral("m2"));

        const auto approved =
            world.desk->approve(waiting.id, waiting.digest, QStringLiteral("Olga"), RunControl());
        QVERIFY(!approved);
        QCOMPARE(world.refunds(), size_t(0));
    }

    void anExceptionCostsItsTurnAndNoMore()
    {
        PipelineWorld world;
        world.specialist.script = [](const TurnContext &, const std::vector<ToolCall> &) -> Result<NextStep> {
            throw std::runtime_error("a fault of the program");
        };

        const Outcome failed = world.say(QStringLiteral("Please refund INV-1"));
        world.specialist.script = ScriptedSpecialist::refundScript;
        const Outcome next = world.say(QStringLiteral("Please refund INV-1"), QStringLiteral("m2"));

        QCOMPARE(failed.decision, Decision::Escalated);
        QVERIFY(failed.hasReason(EscalationReason::EngineFailed));
        QVERIFY(failed.ticket.isValid());
        QCOMPARE(next.decision, Decision::AutoSend);
        QCOMPARE(world.refunds(), size_t(1));
    }

    void whatIsGivenUpIsForAPerson()
    {
        PipelineWorld world;
        const auto taken = world.pipeline->take(world.incoming(QStringLiteral("Please refund INV-1")));
        VERIFY_RESULT(taken);

        const auto outcome =
            world.pipeline->giveUp(taken->id, QStringLiteral("the store was busy"), RunControl());

        VERIFY_RESULT(outcome);
        QVERIFY(outcome->hasReason(EscalationReason::EngineFailed));
        QCOMPARE(outcome->decision, Decision::Escalated);
        const auto unanswered = world.conversations.unansweredMessages();
        VERIFY_RESULT(unanswered);
        QVERIFY(unanswered->empty());
        QCOMPARE(world.refunds(), size_t(0));
    }

    // A stranger's message in what an older version made one conversation does not act for its customer.
    void aMessageActsForItsOwnSender()
    {
        PipelineWorld world;
        const Outcome first = world.say(QStringLiteral("Hello"), QStringLiteral("m0"));
        const size_t refundsBefore = world.refunds();
        Message stranger;
        stranger.conversation = first.conversation;
        stranger.externalId = QStringLiteral("m2");
        stranger.text = QStringLiteral("Please refund INV-1");
        stranger.at = world.clock.now();
        const auto stored = world.conversations.append(stranger);
        VERIFY_RESULT(stored);
        size_t known = 0;
        world.specialist.script = [&](const TurnContext &context, const std::vector<ToolCall> &calls) {
            known += context.customer || !context.history.empty() ? 1 : 0;
            return ScriptedSpecialist::refundScript(context, calls);
        };

        const auto processed = world.pipeline->answer(stored->id, RunControl());

        VERIFY_RESULT(processed);
        QCOMPARE(known, size_t(0));
        QVERIFY(processed->outcome.customer.isEmpty());
        QCOMPARE(world.refunds(), refundsBefore);
    }

    // A From line with an address on record proves nothing, and yet its sender did write from it.
    void aProbableSenderIsForAPerson_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isForPerson");
        QTest::newRow("address on record") << "Ada@Brook.example" << true;
        QTest::newRow("stranger") << "eve@elsewhere.example" << false;
    }
    void aProbableSenderIsForAPerson()
    {
        QFETCH(QString, address);
        QFETCH(bool, isForPerson);
        PipelineWorld world;
        world.set("identity.mail_codes", false);
        world.specialist.script = [](const TurnContext &, const std::vector<ToolCall> &) -> Result<NextStep> {
            DraftReply reply = ScriptedSpecialist::draft(QStringLiteral("Write from your own address."));
            reply.memory["awaiting"] = "identity";
            return NextStep(reply);
        };
        IncomingMessage message = world.incoming(QStringLiteral("Which invoices are open?"));
        message.customer.clear();
        message.senderAddress = address;

        const auto processed = world.pipeline->process(message, RunControl());

        VERIFY_RESULT(processed);
        QCOMPARE(processed->outcome.decision == Decision::Escalated, isForPerson);
        QCOMPARE(processed->outcome.answer.contains(QLatin1String("your own address")), !isForPerson);
    }

    void whatNamesNothingPrivateIsAnsweredForAProbableSender()
    {
        PipelineWorld world;
        world.specialist.script = [](const TurnContext &, const std::vector<ToolCall> &) -> Result<NextStep> {
            return NextStep(ScriptedSpecialist::draft(QStringLiteral("Open Settings.")));
        };
        IncomingMessage message = world.incoming(QStringLiteral("Where do I find the settings?"));
        message.customer.clear();

        const auto processed = world.pipeline->process(message, RunControl());

        VERIFY_RESULT(processed);
        QCOMPARE(processed->outcome.decision, Decision::AutoSend);
        QVERIFY(processed->outcome.customer.isEmpty());
    }

    void ofALongTextTheBeginningIsRead()
    {
        PipelineWorld world;
        qsizetype longest = 0;
        world.router.answer = [&](const QString &text) -> Result<Route> {
            longest = std::max(longest, text.size());
            return ScriptedRouter::to(Category::Billing, "billing.refund_request", 0.97);
        };
        const QString text = QStringLiteral("Please export the board. ").repeated(20000);

        const Outcome outcome = world.say(text);

        QVERIFY(longest <= 16000);
        QCOMPARE(outcome.decision, Decision::Escalated);
        QVERIFY(std::ranges::any_of(outcome.reasons, [](const ReasonDetail &reason) {
            return reason.detail.startsWith(QLatin1String("shortened"));
        }));
        const auto words = std::ranges::find(outcome.reasons, QLatin1String("words"), &ReasonDetail::detail);
        QVERIFY(words != outcome.reasons.end());
        QCOMPARE(words->value, 80'000.0); // all that was sent, and not what was read of it
        const auto stored = world.conversations.history(outcome.conversation);
        VERIFY_RESULT(stored);
        QCOMPARE(stored->front().text.size(), text.size());
    }

    // A person changed the category and sits in front of it: in every mode the answer is a draft, calls that
    // change something wait, and what the person has typed is kept.
    void runningAgainNeverSends()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        const Outcome first = world.say(QStringLiteral("Please refund INV-1"));
        const auto draft = world.drafts.current(first.conversation);
        VERIFY_RESULT(draft);
        VERIFY_RESULT(world.drafts.saveEdit((*draft)->id, QStringLiteral("My own words")));
        world.set("modes.billing", "auto");
        const auto messages = world.conversations.history(first.conversation);
        VERIFY_RESULT(messages);

        const auto again = world.pipeline->runAgain(messages->front().id, RunControl());

        VERIFY_RESULT(again);
        QCOMPARE(again->decision, Decision::NeedsReview);
        QCOMPARE(world.refunds(), size_t(0));
        QVERIFY(PipelineWorld::made(world.outbox.ofConversation(first.conversation)).empty());
        const auto shown = world.drafts.current(first.conversation);
        VERIFY_RESULT(shown);
        QCOMPARE((*shown)->proposal.run, again->run);
        QCOMPARE((*shown)->editedText, std::optional(QStringLiteral("My own words")));
        // Sending it is the consent, also long after that run.
        VERIFY_RESULT(world.desk->send(
            {first.conversation, QStringLiteral("Iris"), (*shown)->proposal.text, true}, RunControl()));
        QCOMPARE(world.refunds(), size_t(1));
        QCOMPARE(PipelineWorld::made(world.outbox.ofConversation(first.conversation)).size(), size_t(1));
    }

    void runningAgainReplacesTheOutcome()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        const Outcome first = world.say(QStringLiteral("Please refund INV-1"));
        const auto messages = world.conversations.history(first.conversation);
        VERIFY_RESULT(messages);

        const auto again = world.pipeline->runAgain(messages->front().id, RunControl());

        VERIFY_RESULT(again);
        QVERIFY(again->run != first.run);
        const auto stored = world.runs.outcomeOf(messages->front().id);
        VERIFY_RESULT(stored);
        QCOMPARE((*stored)->outcome.run, again->run);
        QCOMPARE(world.refunds(), size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
