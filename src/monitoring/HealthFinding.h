#pragma once

#include "monitoring/HealthReadings.h"
#include "monitoring/PopulationStability.h"

#include <QString>
#include <vector>

namespace Helmdesk
{

enum class HealthLevel { Ok, Notice, Warning, Alarm };

// What a finding is about.
enum class HealthKind {
    Answering,        // whether a program answers the messages
    Channel,          // one that is no mailbox
    Mailbox,          //
    Model,            //
    Tool,             //
    WaitingForDesk,   //
    WaitingForPeople, //
    Turns,            // that failed
    Replies,          // that failed
    DayBudget,        //
    MonthBudget,      //
    Disk,             //
    CategoryMix,      // whether it has changed
    Confidence,       // whether it has changed
};
inline constexpr int healthKinds = static_cast<int>(HealthKind::Confidence) + 1;

// Fixed names, in JSON, in metrics and in the store.
inline QString nameOf(HealthLevel level)
{
    switch (level) {
    case HealthLevel::Ok:
        return QStringLiteral("ok");
    case HealthLevel::Notice:
        return QStringLiteral("notice");
    case HealthLevel::Warning:
        return QStringLiteral("warning");
    case HealthLevel::Alarm:
        break;
    }
    return QStringLiteral("alarm");
}

inline QString nameOf(HealthKind kind)
{
    switch (kind) {
    case HealthKind::Answering:
        return QStringLiteral("answering");
    case HealthKind::Channel:
        return QStringLiteral("channel");
    case HealthKind::Mailbox:
        return QStringLiteral("mailbox");
    case HealthKind::Model:
        return QStringLiteral("model");
    case HealthKind::Tool:
        return QStringLiteral("tool");
    case HealthKind::WaitingForDesk:
        return QStringLiteral("waiting_for_desk");
    case HealthKind::WaitingForPeople:
        return QStringLiteral("waiting_for_people");
    case HealthKind::Turns:
        return QStringLiteral("turns");
    case HealthKind::Replies:
        return QStringLiteral("replies");
    case HealthKind::DayBudget:
        return QStringLiteral("day_budget");
    case HealthKind::MonthBudget:
        return QStringLiteral("month_budget");
    case HealthKind::Disk:
        return QStringLiteral("disk");
    case HealthKind::CategoryMix:
        return QStringLiteral("category_mix");
    case HealthKind::Confidence:
        break;
    }
    return QStringLiteral("confidence");
}

// A part of a mix that has changed.
struct MovedShare {
    QString name; // of a category, or "0.7": the tenth that begins there
    double before = 0.0;
    double now = 0.0;
};

// One thing that was judged. Which of the figures it has depends on its kind; the words are made of them.
struct HealthFinding {
    HealthKind kind = HealthKind::Answering;
    QString name; // of the channel, mailbox, model or tool; empty otherwise
    HealthLevel level = HealthLevel::Ok;
    qint64 count = 0;   // what waits, or failed
    qint64 total = 0;   // of how many
    double value = 0.0; // minutes, hours, a share, megabytes or an index
    double limit = 0.0; // that was passed, in the same; 0: none was
    BudgetReading budget;
    ChannelReading::Condition channel = ChannelReading::Condition::Works;
    ModelReading::Condition model = ModelReading::Condition::Works;
    bool isInUse = false; // of a model
    QString detail;       // what is wrong, untranslated
    PopulationStability stability;
    std::vector<MovedShare> moved; // the most first
    bool isTooFew = false;         // to be judged

    // "mailbox.support"; the same as long as it is about the same.
    QString key() const { return name.isEmpty() ? nameOf(kind) : nameOf(kind) + u'.' + name; }
};

} // namespace Helmdesk
