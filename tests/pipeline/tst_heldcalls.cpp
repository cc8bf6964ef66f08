#include "pipeline/PipelineWorld.h"

#include <algorithm>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

const QString olga = QStringLiteral("Olga");

SendRequest sendOf(const Outcome &outcome)
{
    SendRequest request;
    request.conversation = outcome.conversation;
    request.operatorName = olga;
    request.noUndoWindow = true;
    request.text = QStringLiteral("Your refund is on its way, Ada.");
    return request;
}

// Two refunds at once, the second above the limit.
Result<NextStep> twoRefunds(const TurnContext &, const std::vector<ToolCall> &calls)
{
    if (!calls.empty())
        return NextStep(ScriptedSpecialist::draft(QStringLiteral("A colleague looks at it.")));
    const auto refund = [](const char *invoice, qint64 minor) {
        return ToolRequest{
            QStringLiteral("process_refund"),
            {{"invoice_id", invoice}, {"amount_minor", minor}, {"currency", "USD"}, {"reason", "asked"}}};
    };
    return NextStep(CallTools{{refund("INV-1", 4900), refund("INV-2", 24900)}});
}

QStringList refunded(const PipelineWorld &world)
{
    QStringList list;
    for (const Json &refund : world.table("refunds"))
        list.append(QStringLiteral("%1 %2")
                        .arg(stringOr(refund, "invoice"))
                        .arg(integerOr(refund, "amount_minor", 0)));
    list.sort();
    return list;
}

} // namespace

// What sending a reply does to the calls that are held, and what it leaves alone.
class TestHeldCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // A supervisor allowed a part of it and the program ended: sending the reply does not do the whole.
    void sendingLeavesToTheApprovalWhatTheLimitHolds()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        world.specialist.script = twoRefunds;
        const Outcome outcome = world.say(QStringLiteral("Please refund both"));
        const auto approvals = PipelineWorld::made(world.approvals.ofConversation(outcome.conversation));
        QCOMPARE(approvals.size(), size_t(2));
        const auto overLimit = std::ranges::find_if(
            approvals, [](const Approval &approval) { return !approval.request.isForMode; });
        QVERIFY(overLimit != approvals.end());
        Json part = overLimit->request.args;
        part["amount_minor"] = 1234;
        VERIFY_RESULT(world.approvals.decide(overLimit->id, overLimit->digest, ApprovalDecision::Approve,
                                             QStringLiteral("Ben"), world.clock.now(),
                                             QString::fromUtf8(toBytes(part))));

        VERIFY_RESULT(world.desk->send(sendOf(outcome), RunControl()));

        QCOMPARE(refunded(world), QStringList(QStringLiteral("INV-1 4900")));
        VERIFY_RESULT(world.desk->settle(RunControl()));
        QCOMPARE(refunded(world), QStringList({QStringLiteral("INV-1 4900"), QStringLiteral("INV-2 1234")}));
    }

    void whatNobodyAllowedIsNotDoneBySending_data()
    {
        QTest::addColumn<ApprovalState>("state");
        QTest::newRow("denied") << ApprovalState::Denied;
        QTest::newRow("expired") << ApprovalState::Expired;
        QTest::newRow("voided") << ApprovalState::Voided;
    }

    // The request has ended and the run has not heard of it yet.
    void whatNobodyAllowedIsNotDoneBySending()
    {
        QFETCH(ApprovalState, state);
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const Approval waiting = world.onlyApproval(outcome.conversation);
        if (state == ApprovalState::Denied) {
            VERIFY_RESULT(world.approvals.decide(waiting.id, waiting.digest, ApprovalDecision::Deny, olga,
                                                 world.clock.now(), QStringLiteral("too late")));
        } else if (state == ApprovalState::Expired) {
            world.clock.set(at(60 * 25));
            VERIFY_RESULT(world.approvals.expireOverdue(world.clock.now()));
        } else {
            VERIFY_RESULT(world.approvals.voidPending(waiting.id, QStringLiteral("withdrawn"), at(1)));
        }
        QCOMPARE(world.onlyApproval(outcome.conversation).state, state);

        const auto sent = world.desk->send(sendOf(outcome), RunControl());

        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::Conflict);
        QCOMPARE(world.refunds(), size_t(0));
        QVERIFY(world.outbox.ofConversation(outcome.conversation)->empty());
    }
};

QTEST_GUILESS_MAIN(TestHeldCalls)
#include "tst_heldcalls.moc"
