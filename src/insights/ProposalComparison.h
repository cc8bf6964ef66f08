#pragma once

#include "core/Json.h"
#include "insights/Replay.h"

namespace Helmdesk
{

// Settings under a name, beside others.
struct ComparedSettings {
    QString name;
    TuningSettings settings;
};

// What would have left by itself, gone to a person as a draft or been escalated, and what people had made of
// those that leave by themselves.
struct ComparedTally {
    qint64 runs = 0;
    qint64 notTold = 0; // in nothing else
    std::array<qint64, decisionCount> decisions{};
    ReplayMove automatic; // all that leave without a person
};

struct ComparedColumn {
    QString name;
    ComparedTally total;
    std::array<ComparedTally, 5> byCategory; // which add up to it
    ReplayMove toAutomatic;                  // against the first column
    ReplayMove toPerson;
};

// Every run decided under each of the settings; the first are those that hold. Pure, linear. Cancelled by the
// control.
Result<std::vector<ComparedColumn>> compareSettings(const ReplayHistory &history,
                                                    const std::vector<ComparedSettings> &settings,
                                                    const RunControl &control = {});

// The figures; docs/tuning.md has each.
Json toJson(const std::vector<ComparedColumn> &columns);

} // namespace Helmdesk
