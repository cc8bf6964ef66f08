#pragma once

#include "core/Json.h"
#include "insights/Replay.h"

namespace Helmdesk
{

// One setting of a proposal as it was typed.
struct ProposedSetting {
    QString name;
    QString text;
};

// `settings` with the proposal. InvalidInput with one sentence for a name that there is not (with the nearest
// one), for a value that the setting does not take, and for a setting whose effect only running the messages
// again would show.
Result<Settings> withProposal(const Settings &settings, const std::vector<ProposedSetting> &proposal);

// Parts of these figures.
Json toJson(const ReplayMove &move);
Json countsJson(const std::array<qint64, decisionCount> &decisions);

struct ReplayQuestion {
    Settings today;
    Settings proposed;
};

// The figures; docs/tuning.md has each. Of conversations at most `list` of each kind are named, the newest
// first.
Json toJson(const ReplayHistory &history, const ReplayQuestion &question, const ReplayResult &result,
            int list);

} // namespace Helmdesk
