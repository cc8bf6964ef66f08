#include "pipeline/Decision.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

namespace
{

ReasonDetail reason(EscalationReason kind)
{
    return {kind, {}, 0.0, 0.0};
}

ToolCall waitingCall()
{
    ToolCall call;
    call.status = ToolStatus::PendingApproval;
    return call;
}

} // namespace

class TestDecision : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theStricterRowWins_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QList<int>>("reasons");
        QTest::addColumn<bool>("callWaits");
        QTest::addColumn<bool>("personRequired");
        QTest::addColumn<QString>("decision");
        const auto row = [](const char *name, Mode mode, QList<EscalationReason> reasons, bool waits,
                            bool person, const char *decision) {
            QList<int> numbers;
            for (const EscalationReason one : reasons)
                numbers << static_cast<int>(one);
            QTest::newRow(name) << static_cast<int>(mode) << numbers << waits << person
                                << QString::fromLatin1(decision);
        };
        row("auto sends", Mode::Auto, {}, false, false, "auto_send");
        row("suggest waits for a person", Mode::Suggest, {}, false, false, "needs_review");
        row("shadow is only to look at", Mode::Shadow, {}, false, false, "needs_review");
        row("off escalates", Mode::Off, {}, false, false, "escalated");
        row("a reason escalates in auto", Mode::Auto, {EscalationReason::LowConfidence}, false, false,
            "escalated");
        row("a reason escalates in shadow", Mode::Shadow, {EscalationReason::HumanRequested}, false, false,
            "escalated");
        row("an approval alone does not", Mode::Auto, {EscalationReason::ApprovalRequired}, true, false,
            "needs_review");
        row("an approval beside another reason does", Mode::Auto,
            {EscalationReason::ApprovalRequired, EscalationReason::ToolFailed}, true, false, "escalated");
        row("a waiting call is not sent around", Mode::Auto, {}, true, false, "needs_review");
        row("a declined call leaves the words to a person", Mode::Auto, {}, false, true, "needs_review");
    }

    void theStricterRowWins()
    {
        QFETCH(int, mode);
        QFETCH(QList<int>, reasons);
        QFETCH(bool, callWaits);
        QFETCH(bool, personRequired);
        QFETCH(QString, decision);
        std::vector<ReasonDetail> details;
        for (const int one : reasons)
            details.push_back(reason(static_cast<EscalationReason>(one)));
        const std::vector<ToolCall> calls =
            callWaits ? std::vector<ToolCall>{waitingCall()} : std::vector<ToolCall>();

        const Decision made = decide({static_cast<Mode>(mode), false, false, personRequired, details, calls});

        QCOMPARE(nameOf(made), decision);
    }

    void automaticAndTakenOverMessagesAreOnlyLogged()
    {
        const std::vector<ReasonDetail> reasons{reason(EscalationReason::HumanRequested)};

        QCOMPARE(decide({Mode::Auto, true, false, false, reasons, {}}), Decision::NeedsReview);
        QCOMPARE(decide({Mode::Off, false, true, false, reasons, {}}), Decision::NeedsReview);
    }

    void onlyTheApprovalIsNoEscalation()
    {
        QVERIFY(!escalates({reason(EscalationReason::ApprovalRequired)}));
        QVERIFY(escalates({reason(EscalationReason::ApprovalRequired), reason(EscalationReason::Policy)}));
        QVERIFY(!escalates({}));
    }
};

QTEST_GUILESS_MAIN(TestDecision)
#include "tst_decision.moc"
