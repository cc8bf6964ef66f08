#pragma once

#include "core/Domain.h"

#include <array>
#include <optional>
#include <QDateTime>
#include <QString>
#include <vector>

namespace Helmdesk
{

// What waits, and since when the first of it does.
struct Backlog {
    qint64 count = 0;
    QDateTime oldest; // invalid: nothing waits
};

struct ErrorCount {
    qint64 failed = 0;
    qint64 total = 0;

    double share() const
    {
        return total == 0 ? 0.0 : static_cast<double>(failed) / static_cast<double>(total);
    }
};

struct ToolErrors {
    QString name;
    ErrorCount calls;
};

// The outcomes of a period, by category and by tenths of the confidence.
struct OutcomeMix {
    std::array<qint64, std::size(allCategories)> categories{};
    std::array<qint64, 10> confidence{};
};

// The moments from which things are counted.
struct HealthPeriods {
    QDateTime errorsSince;
    QDateTime changeSince;  // of what is compared
    QDateTime changeBefore; // with what came from here until then
};

// What the store knows of how the desk does.
struct StoredHealth {
    Backlog waitingForDesk;   // messages that it has to answer
    Backlog waitingForPeople; // conversations that need a person
    ErrorCount turns;
    ErrorCount replies; // that were to leave, without mails on alarms
    std::vector<ToolErrors> tools;
    OutcomeMix before;
    OutcomeMix now;
};

struct ChannelReading {
    QString name; // of a mailbox, or the channel's own: "Inbox folder", "Web chat"
    bool isMailbox = false;
    enum class Condition {
        Works,
        Starting,
        OutOfReach, // it tries again by itself
        Failed,     // a person has to do something
    } condition = Condition::Works;
    QString detail;        // what is wrong, untranslated
    QDateTime lastReached; // invalid: never, or not known
};

struct ModelReading {
    QString name;
    bool isInUse = false;
    enum class Condition { Works, Limited, Failing } condition = Condition::Works;
    QString fault; // its fixed name, "key_wrong"
};

struct BudgetReading {
    double spentUsd = 0.0;
    double limitUsd = 0.0;

    double share() const { return limitUsd > 0.0 ? spentUsd / limitUsd : spentUsd > 0.0 ? 1.0 : 0.0; }
};

// All that is judged, as it is at one moment.
struct HealthReadings {
    QDateTime at;           // UTC
    bool isAnswered = true; // a program answers the messages
    std::vector<ChannelReading> channels;
    std::vector<ModelReading> models;
    StoredHealth stored;
    BudgetReading day;
    BudgetReading month;
    std::optional<qint64> freeBytes; // of the disk of the workspace; empty: not told
};

} // namespace Helmdesk
