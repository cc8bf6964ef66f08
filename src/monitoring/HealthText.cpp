#include "monitoring/HealthText.h"

#include <QStringList>

namespace Helmdesk
{
namespace
{

QString percent(double share)
{
    return QStringLiteral("%1 %").arg(100.0 * share, 0, 'f', 1);
}

QString figure(double value)
{
    return QString::number(value, 'f', value < 10.0 ? 1 : 0);
}

QString dollars(const BudgetReading &budget)
{
    return QStringLiteral("%1 of %2 dollars").arg(budget.spentUsd, 0, 'f', 2).arg(budget.limitUsd, 0, 'f', 2);
}

QString channelWords(const HealthFinding &finding)
{
    using enum ChannelReading::Condition;
    const QString why = finding.detail.isEmpty() ? QString() : QStringLiteral(": ") + finding.detail;
    switch (finding.channel) {
    case Works:
        return QStringLiteral("It works.");
    case Starting:
        return QStringLiteral("It is starting.");
    case OutOfReach:
        return finding.value > 0.0 ? QStringLiteral("It has been out of reach for %1 minutes%2.")
                                         .arg(figure(finding.value), why)
                                   : QStringLiteral("It is out of reach%1.").arg(why);
    case Failed:
        break;
    }
    return QStringLiteral("It does not work%1.").arg(why);
}

QString modelWords(const HealthFinding &finding)
{
    const QString why = finding.detail.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(finding.detail);
    switch (finding.model) {
    case ModelReading::Condition::Works:
        return QStringLiteral("It answers.");
    case ModelReading::Condition::Limited:
        return QStringLiteral("Its last call failed, or today's budget is nearly spent%1.").arg(why);
    case ModelReading::Condition::Failing:
        break;
    }
    return QStringLiteral("It fails%1; the built-in engine answers meanwhile.").arg(why);
}

QString errorWords(const HealthFinding &finding, const QString &what)
{
    if (finding.total == 0)
        return QStringLiteral("There were no %1.").arg(what);
    return QStringLiteral("%1 of %2 %3 failed (%4).")
        .arg(finding.count)
        .arg(finding.total)
        .arg(what, percent(finding.value));
}

QString changeWords(const HealthFinding &finding, const QString &what)
{
    if (finding.isTooFew)
        return QStringLiteral("%1 outcomes now and %2 before are too few to compare.")
            .arg(finding.stability.now)
            .arg(finding.stability.before);
    const QString index = QStringLiteral("population stability index %1; %2 would be chance")
                              .arg(finding.value, 0, 'f', 3)
                              .arg(finding.stability.chance, 0, 'f', 3);
    if (finding.level == HealthLevel::Ok)
        return QStringLiteral("The %1 is as it was (%2).").arg(what, index);
    QStringList moved;
    for (const MovedShare &part : finding.moved)
        moved << QStringLiteral("%1 from %2 to %3").arg(part.name, percent(part.before), percent(part.now));
    return QStringLiteral("The %1 has changed: %2 (%3).").arg(what, moved.join(QStringLiteral(", ")), index);
}

} // namespace

QString titleOf(const HealthFinding &finding)
{
    switch (finding.kind) {
    case HealthKind::Answering:
        return QStringLiteral("Answering");
    case HealthKind::Channel:
        return finding.name;
    case HealthKind::Mailbox:
        return QStringLiteral("Mailbox %1").arg(finding.name);
    case HealthKind::Model:
        return QStringLiteral("Model %1").arg(finding.name);
    case HealthKind::Tool:
        return QStringLiteral("Tool %1").arg(finding.name);
    case HealthKind::WaitingForDesk:
        return QStringLiteral("Messages that wait for the desk");
    case HealthKind::WaitingForPeople:
        return QStringLiteral("Conversations that wait for a person");
    case HealthKind::Turns:
        return QStringLiteral("Turns");
    case HealthKind::Replies:
        return QStringLiteral("Replies");
    case HealthKind::DayBudget:
        return QStringLiteral("Budget of the day");
    case HealthKind::MonthBudget:
        return QStringLiteral("Budget of the month");
    case HealthKind::Disk:
        return QStringLiteral("Free disk");
    case HealthKind::CategoryMix:
        return QStringLiteral("Mix of the categories");
    case HealthKind::Confidence:
        break;
    }
    return QStringLiteral("Confidence");
}

QString wordsOf(const HealthFinding &finding)
{
    switch (finding.kind) {
    case HealthKind::Answering:
        return finding.level == HealthLevel::Ok
                   ? QStringLiteral("A program answers the messages.")
                   : QStringLiteral("No program answers the messages of this workspace.");
    case HealthKind::Channel:
    case HealthKind::Mailbox:
        return channelWords(finding);
    case HealthKind::Model:
        return modelWords(finding);
    case HealthKind::Tool:
        return errorWords(finding, QStringLiteral("calls"));
    case HealthKind::WaitingForDesk:
        return finding.count == 0 ? QStringLiteral("None.")
                                  : QStringLiteral("%1; the first has waited for %2 minutes.")
                                        .arg(finding.count)
                                        .arg(figure(finding.value));
    case HealthKind::WaitingForPeople:
        return finding.count == 0 ? QStringLiteral("None.")
                                  : QStringLiteral("%1; one has not been touched for %2 hours.")
                                        .arg(finding.count)
                                        .arg(figure(finding.value));
    case HealthKind::Turns:
        return errorWords(finding, QStringLiteral("turns"));
    case HealthKind::Replies:
        return errorWords(finding, QStringLiteral("replies"));
    case HealthKind::DayBudget:
    case HealthKind::MonthBudget:
        return QStringLiteral("%1 are spent (%2).").arg(dollars(finding.budget), percent(finding.value));
    case HealthKind::Disk:
        return QStringLiteral("%1 MB are free.").arg(finding.value, 0, 'f', 0);
    case HealthKind::CategoryMix:
        return changeWords(finding, QStringLiteral("mix of the categories"));
    case HealthKind::Confidence:
        break;
    }
    return changeWords(finding, QStringLiteral("confidence"));
}

QString adviceOf(const HealthFinding &finding)
{
    if (finding.level == HealthLevel::Ok)
        return {};
    switch (finding.kind) {
    case HealthKind::Answering:
        return QStringLiteral("Start helmdesk, or helmdeskctl serve.");
    case HealthKind::Channel:
        return QStringLiteral("Change it with helmdeskctl set and start the desk again.");
    case HealthKind::Mailbox:
        return QStringLiteral("See what helmdeskctl channel test %1 says.").arg(finding.name);
    case HealthKind::Model:
        return QStringLiteral("See what helmdeskctl model test %1 says, or use another one.")
            .arg(finding.name);
    case HealthKind::Tool:
        return QStringLiteral("Look at the calls in the conversations, and ask whoever runs its system.");
    case HealthKind::WaitingForDesk:
        return QStringLiteral("Look whether the desk runs and what its log says.");
    case HealthKind::WaitingForPeople:
        return QStringLiteral("Open the queue: helmdeskctl queue --sort oldest.");
    case HealthKind::Turns:
        return QStringLiteral("Look at what the log says; people answer these messages meanwhile.");
    case HealthKind::Replies:
        return QStringLiteral("Open what failed and send it again: helmdeskctl send-again.");
    case HealthKind::DayBudget:
    case HealthKind::MonthBudget:
        return QStringLiteral(
            "When it is spent the built-in engine answers; helmdeskctl cost tells what cost.");
    case HealthKind::Disk:
        return QStringLiteral("Make room, or move the workspace: a full disk takes no message in.");
    case HealthKind::CategoryMix:
        return QStringLiteral(
            "Read some of the latest conversations: a new question, a fault of yours, or spam?");
    case HealthKind::Confidence:
        break;
    }
    return QStringLiteral(
        "Read some of the least certain conversations: new words, or articles that are missing?");
}

Json toJson(const HealthFinding &finding)
{
    Json json{{"key", finding.key()},           {"kind", nameOf(finding.kind)}, {"name", finding.name},
              {"level", nameOf(finding.level)}, {"title", titleOf(finding)},    {"words", wordsOf(finding)},
              {"advice", adviceOf(finding)},    {"value", finding.value},       {"limit", finding.limit},
              {"count", finding.count},         {"total", finding.total}};
    if (finding.kind == HealthKind::DayBudget || finding.kind == HealthKind::MonthBudget)
        json["budget"] = {{"spent_usd", finding.budget.spentUsd}, {"limit_usd", finding.budget.limitUsd}};
    if (finding.kind == HealthKind::CategoryMix || finding.kind == HealthKind::Confidence) {
        json["chance"] = finding.stability.chance;
        json["before"] = finding.stability.before;
        json["now"] = finding.stability.now;
        json["moved"] = Json::array();
        for (const MovedShare &part : finding.moved)
            json["moved"].push_back({{"name", part.name}, {"before", part.before}, {"now", part.now}});
    }
    return json;
}

} // namespace Helmdesk
