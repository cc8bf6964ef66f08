#pragma once

#include "app/HealthRoom.h"

#include <QFuture>

namespace Helmdesk::Test
{

// The health that a test says. Answers at once.
class FakeHealth final : public HealthRoom
{
public:
    HealthReport report;
    std::optional<Error> failure;
    int asked = 0;
    QStringList standing;

    QStringList alarms() const override { return standing; }

    Reply<HealthReport> health() override
    {
        ++asked;
        return QtFuture::makeReadyFuture(failure ? Result<HealthReport>(*failure)
                                                 : Result<HealthReport>(report));
    }
};

inline HealthFinding finding(HealthKind kind, HealthLevel level = HealthLevel::Ok, const QString &name = {})
{
    HealthFinding made;
    made.kind = kind;
    made.level = level;
    made.name = name;
    return made;
}

// A desk in trouble: the worst first.
inline HealthReport troubledHealth()
{
    HealthReport report;
    report.readings.at = QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC);
    HealthFinding mailbox = finding(HealthKind::Mailbox, HealthLevel::Alarm, QStringLiteral("support"));
    mailbox.channel = ChannelReading::Condition::Failed;
    mailbox.detail = QStringLiteral("the server refused the password");
    HealthFinding mix = finding(HealthKind::CategoryMix, HealthLevel::Alarm);
    mix.value = 0.82;
    mix.stability = {0.82, 0.09, 1800, 210};
    mix.moved = {{QStringLiteral("technical"), 0.3, 0.7}, {QStringLiteral("billing"), 0.4, 0.15}};
    HealthFinding queue = finding(HealthKind::WaitingForPeople, HealthLevel::Warning);
    queue.count = 140;
    queue.value = 30.0;
    HealthFinding model = finding(HealthKind::Model, HealthLevel::Notice, QStringLiteral("local"));
    model.model = ModelReading::Condition::Limited;
    HealthFinding turns = finding(HealthKind::Turns);
    turns.total = 320;
    HealthFinding disk = finding(HealthKind::Disk);
    disk.value = 80'000.0;
    report.findings = {mailbox,
                       mix,
                       queue,
                       model,
                       finding(HealthKind::Answering),
                       finding(HealthKind::Channel, HealthLevel::Ok, QStringLiteral("Web chat")),
                       finding(HealthKind::WaitingForDesk),
                       turns,
                       disk};
    return report;
}

inline HealthReport goodHealth()
{
    HealthReport report = troubledHealth();
    report.findings.erase(report.findings.begin(), report.findings.begin() + 4);
    return report;
}

} // namespace Helmdesk::Test
