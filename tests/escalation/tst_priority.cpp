#include "escalation/PriorityPolicy.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

class TestPriority : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void priorities_data();
    void priorities();
    void severalReasonsTakeTheGravest();
};

void TestPriority::priorities_data()
{
    QTest::addColumn<EscalationReason>("reason");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("plan");
    QTest::addColumn<int>("hours");
    QTest::addColumn<Priority>("priority");
    const auto row = [](const char *name, EscalationReason reason, const char *detail, double value,
                        const char *plan, int hours, Priority priority) {
        QTest::newRow(name) << reason << QString::fromLatin1(detail) << value << QString::fromLatin1(plan)
                            << hours << priority;
    };
    using enum EscalationReason;
    row("unsure, pro", LowConfidence, "route", 0.4, "pro", 0, Priority::Normal);
    row("unsure, free", LowConfidence, "route", 0.4, "free", 0, Priority::Low);
    row("unsure, business", LowConfidence, "route", 0.4, "business", 0, Priority::High);
    row("unsure, unknown plan", LowConfidence, "route", 0.4, "", 0, Priority::Normal);
    row("person, starter", HumanRequested, "agent", 1.0, "starter", 0, Priority::High);
    row("person, free", HumanRequested, "agent", 1.0, "free", 0, Priority::High);
    row("person, business", HumanRequested, "agent", 1.0, "business", 0, Priority::Urgent);
    row("complaint", Policy, "complaint: file a claim", 1.0, "starter", 0, Priority::High);
    row("complaint, free", Policy, "complaint: file a claim", 1.0, "free", 0, Priority::High);
    row("legal", ComplexQuery, "legal: my lawyer", 1.0, "pro", 0, Priority::High);
    row("legal, business", ComplexQuery, "legal: my lawyer", 1.0, "business", 0, Priority::Urgent);
    row("long", ComplexQuery, "words", 140.0, "pro", 0, Priority::Normal);
    row("negative", NegativeSentiment, "sentiment", -0.6, "pro", 0, Priority::High);
    row("furious", NegativeSentiment, "sentiment", -0.9, "free", 0, Priority::Urgent);
    row("safety, free", Policy, "safety: caught fire", 1.0, "free", 0, Priority::Urgent);
    row("tool failed", ToolFailed, "check_invoice", 0.0, "pro", 0, Priority::High);
    row("mode off", Policy, "mode_off", 0.0, "pro", 0, Priority::Normal);
    row("waits nine hours", LowConfidence, "route", 0.4, "pro", 9, Priority::High);
    row("waits two days", LowConfidence, "route", 0.4, "pro", 48, Priority::Urgent);
}

void TestPriority::priorities()
{
    QFETCH(EscalationReason, reason);
    QFETCH(QString, detail);
    QFETCH(double, value);
    QFETCH(QString, plan);
    QFETCH(int, hours);
    QFETCH(Priority, priority);

    QCOMPARE(priorityOf({{{reason, detail, value, 0.0}}, plan, {}, std::chrono::hours(hours)}), priority);
}

void TestPriority::severalReasonsTakeTheGravest()
{
    const std::vector<ReasonDetail> reasons{
        {EscalationReason::LowConfidence, QStringLiteral("route"), 0.3, 0.8},
        {EscalationReason::Policy, QStringLiteral("complaint"), 1.0, 1.0}};

    QCOMPARE(priorityOf({reasons, QStringLiteral("starter"), {}, {}}), Priority::High);
    QCOMPARE(priorityOf({{}, QStringLiteral("business"), {}, {}}), Priority::Low);
}

QTEST_GUILESS_MAIN(TestPriority)
#include "tst_priority.moc"
