#include "insights/HealthWords.h"

#include <algorithm>
#include <cmath>
#include <QLocale>
#include <QStringList>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr double secondsPerMinute = 60.0;
constexpr double secondsPerHour = 3600.0;

// "4 minutes", "3 hours", "2 days": in the largest unit that is whole.
QString roughly(double seconds)
{
    constexpr double day = 24.0 * secondsPerHour;
    const double unit = seconds >= 2.0 * day              ? day
                        : seconds >= 2.0 * secondsPerHour ? secondsPerHour
                                                          : secondsPerMinute;
    return Words::duration(unit * std::max(1.0, std::floor(seconds / unit)));
}

QString dollars(double usd)
{
    return QLocale().toString(usd, 'f', 2);
}

QString megabytes(double value)
{
    return QLocale().formattedDataSize(static_cast<qint64>(value * 1024.0 * 1024.0), 1,
                                       QLocale::DataSizeTraditionalFormat);
}

} // namespace

ChipContent HealthWords::level(HealthLevel level)
{
    switch (level) {
    case HealthLevel::Ok:
        return {tr("Works"), u"circle-check"_s, Tone::Ok};
    case HealthLevel::Notice:
        return {tr("Notice"), u"info"_s, Tone::Grey};
    case HealthLevel::Warning:
        return {tr("Warning"), u"triangle-alert"_s, Tone::Warn};
    case HealthLevel::Alarm:
        break;
    }
    return {tr("Alarm"), u"circle-alert"_s, Tone::Bad};
}

QString HealthWords::title(HealthKind kind, const QString &name)
{
    const QString shown = Words::foreign(name);
    switch (kind) {
    case HealthKind::Answering:
        return tr("Answering");
    case HealthKind::Channel:
        return name == "Engine"_L1 ? tr("Engine") : Words::channelPart(name);
    case HealthKind::Mailbox:
        return tr("Mailbox %1").arg(shown);
    case HealthKind::Model:
        return tr("Model %1").arg(shown);
    case HealthKind::Tool:
        return tr("Tool: %1").arg(Words::foreign(Words::tool(name)));
    case HealthKind::WaitingForDesk:
        return tr("Messages that wait for Helmdesk");
    case HealthKind::WaitingForPeople:
        return tr("Conversations that wait for a person");
    case HealthKind::Turns:
        return tr("Answering messages");
    case HealthKind::Replies:
        return tr("Sending replies");
    case HealthKind::DayBudget:
        return tr("Budget of the day");
    case HealthKind::MonthBudget:
        return tr("Budget of the month");
    case HealthKind::Disk:
        return tr("Free disk");
    case HealthKind::CategoryMix:
        return tr("What people write about");
    case HealthKind::Confidence:
        break;
    }
    return tr("How sure Helmdesk is");
}

QString HealthWords::titleOfKey(const QString &key)
{
    const qsizetype dot = key.indexOf(u'.');
    const QString kindName = dot < 0 ? key : key.left(dot);
    for (int i = 0; i < healthKinds; ++i) {
        const auto kind = static_cast<HealthKind>(i);
        if (nameOf(kind) == kindName)
            return title(kind, dot < 0 ? QString() : key.mid(dot + 1));
    }
    return Words::foreign(key);
}

QString HealthWords::channelWords(const HealthFinding &finding)
{
    using enum ChannelReading::Condition;
    const QString why = Words::foreign(finding.detail);
    switch (finding.channel) {
    case Works:
        return tr("It works.");
    case Starting:
        return tr("It is starting.");
    case OutOfReach:
        if (finding.value > 0.0) {
            const QString time = roughly(secondsPerMinute * finding.value);
            return why.isEmpty() ? tr("Out of reach for %1.").arg(time)
                                 : tr("Out of reach for %1: %2").arg(time, why);
        }
        return why.isEmpty() ? tr("Out of reach.") : tr("Out of reach: %1").arg(why);
    case Failed:
        break;
    }
    return why.isEmpty() ? tr("It does not work.") : tr("It does not work: %1").arg(why);
}

QString HealthWords::modelWords(const HealthFinding &finding)
{
    switch (finding.model) {
    case ModelReading::Condition::Works:
        return tr("It answers.");
    case ModelReading::Condition::Limited:
        return tr("Its last call failed, or today\u2019s budget is nearly spent.");
    case ModelReading::Condition::Failing:
        break;
    }
    return finding.isInUse ? tr("It fails; the built-in engine answers meanwhile.") : tr("It fails.");
}

QString HealthWords::errorWords(const HealthFinding &finding)
{
    if (finding.total == 0)
        return tr("Nothing lately.");
    if (finding.count == 0)
        return tr("None of the last %1 failed.").arg(Words::number(finding.total));
    return tr("%1 of the last %2 failed (%3).")
        .arg(Words::number(finding.count), Words::number(finding.total), Words::percent(finding.value));
}

QString HealthWords::changeWords(const HealthFinding &finding)
{
    if (finding.isTooFew)
        return tr("Too few messages to compare: %1 now, %2 in the weeks before.")
            .arg(Words::number(finding.stability.now), Words::number(finding.stability.before));
    if (finding.level == HealthLevel::Ok)
        return tr("As in the weeks before (index %1).").arg(Words::figure(finding.value));
    QStringList moved;
    for (const MovedShare &part : finding.moved) {
        const auto category = fromName<Category>(part.name);
        const double tenth = part.name.toDouble();
        const QString name = category
                                 ? Words::category(*category)
                                 //: A range of the confidence, like 70 % to 80 %
                                 : tr("%1 to %2").arg(Words::percent(tenth), Words::percent(tenth + 0.1));
        //: A part of the messages and its share before and now
        moved << tr("%1: %2, was %3").arg(name, Words::percent(part.now), Words::percent(part.before));
    }
    return tr("It has changed against the weeks before. %1.").arg(moved.join(u"; "_s));
}

QString HealthWords::words(const HealthFinding &finding)
{
    switch (finding.kind) {
    case HealthKind::Answering:
        return finding.level == HealthLevel::Ok ? tr("Messages are answered.")
                                                : tr("No program answers the messages.");
    case HealthKind::Channel:
    case HealthKind::Mailbox:
        return channelWords(finding);
    case HealthKind::Model:
        return modelWords(finding);
    case HealthKind::WaitingForDesk:
        return finding.count == 0
                   ? tr("None waits.")
                   : tr("%1 wait; the first one for %2.")
                         .arg(Words::number(finding.count), roughly(secondsPerMinute * finding.value));
    case HealthKind::WaitingForPeople:
        return finding.count == 0
                   ? tr("None waits.")
                   : tr("%1 wait; one has not been touched for %2.")
                         .arg(Words::number(finding.count), roughly(secondsPerHour * finding.value));
    case HealthKind::Tool:
    case HealthKind::Turns:
    case HealthKind::Replies:
        return errorWords(finding);
    case HealthKind::DayBudget:
    case HealthKind::MonthBudget:
        return tr("%1 of %2 dollars are spent.")
            .arg(dollars(finding.budget.spentUsd), dollars(finding.budget.limitUsd));
    case HealthKind::Disk:
        return tr("%1 are free.").arg(megabytes(finding.value));
    case HealthKind::CategoryMix:
    case HealthKind::Confidence:
        break;
    }
    return changeWords(finding);
}

QString HealthWords::advice(const HealthFinding &finding)
{
    if (finding.level == HealthLevel::Ok)
        return {};
    switch (finding.kind) {
    case HealthKind::Answering:
        return tr("Another program may be about to take over. If this stays, start Helmdesk again.");
    case HealthKind::Channel:
        return tr("Change it in the settings, then start Helmdesk again.");
    case HealthKind::Mailbox:
        return finding.channel == ChannelReading::Condition::Failed
                   ? tr("Test the connection, and give the password again.")
                   : tr("It is tried again by itself. Test the connection to see where it fails.");
    case HealthKind::Model:
        return tr("Test it to see what is wrong, or use another one.");
    case HealthKind::Tool:
        return tr("Ask whoever runs its system; people answer these conversations meanwhile.");
    case HealthKind::WaitingForDesk:
        return tr("Helmdesk is behind, or cannot answer. Look at the other lines here.");
    case HealthKind::WaitingForPeople:
        return tr("Open the queue and sort it by age.");
    case HealthKind::Turns:
        return tr("People answer these messages meanwhile. The log of the program says why.");
    case HealthKind::Replies:
        return tr("Open what failed and send it again.");
    case HealthKind::DayBudget:
    case HealthKind::MonthBudget:
        return tr(
            "When it is spent the built-in engine answers. Raise it in the settings where you want more.");
    case HealthKind::Disk:
        return tr("Make room: a full disk takes no message in.");
    case HealthKind::CategoryMix:
        return tr("Read some of the latest conversations: a new question, a fault of yours, or spam?");
    case HealthKind::Confidence:
        break;
    }
    return tr("Read some of the least certain conversations: new words, or articles that are missing?");
}

QString HealthWords::explanation(const HealthFinding &finding)
{
    const bool isChange = finding.kind == HealthKind::CategoryMix || finding.kind == HealthKind::Confidence;
    if (!isChange || finding.level == HealthLevel::Ok)
        return {};
    return tr("Population stability index %1, where chance alone would stay below %2: the sum over all parts "
              "of "
              "(share now \u2212 share before) \u00d7 ln(share now \u00f7 share before). Up to 0.1 counts as "
              "no "
              "change, above 0.25 as a large one.")
        .arg(QLocale().toString(finding.value, 'f', 2), QLocale().toString(finding.stability.chance, 'f', 2));
}

HealthPlace HealthWords::place(const HealthFinding &finding)
{
    if (finding.level == HealthLevel::Ok)
        return HealthPlace::None;
    switch (finding.kind) {
    case HealthKind::Channel:
        return finding.name == "Engine"_L1 ? HealthPlace::None : HealthPlace::Settings;
    case HealthKind::DayBudget:
    case HealthKind::MonthBudget:
        return HealthPlace::Settings;
    case HealthKind::Mailbox:
        return HealthPlace::Mailboxes;
    case HealthKind::Model:
        return HealthPlace::Models;
    case HealthKind::Confidence:
        return HealthPlace::Learning;
    case HealthKind::Tool:
    case HealthKind::WaitingForPeople:
    case HealthKind::Turns:
    case HealthKind::Replies:
    case HealthKind::CategoryMix:
        return HealthPlace::Queue;
    case HealthKind::Answering:
    case HealthKind::WaitingForDesk:
    case HealthKind::Disk:
        break;
    }
    return HealthPlace::None;
}

QString HealthWords::action(HealthPlace place)
{
    switch (place) {
    case HealthPlace::None:
        break;
    case HealthPlace::Settings:
        return tr("Open the settings");
    case HealthPlace::Mailboxes:
        return tr("Open the mailboxes");
    case HealthPlace::Models:
        return tr("Open the models");
    case HealthPlace::Queue:
        return tr("Open the queue");
    case HealthPlace::Learning:
        return tr("Open Learning");
    }
    return {};
}

} // namespace Helmdesk
