#pragma once

#include "app/ReplayReading.h"

#include <CLI/CLI.hpp>

namespace Helmdesk
{

// --from and --to of what looks at the runs of a period.
struct PeriodOptions {
    std::string from;
    std::string to;

    void addTo(CLI::App &command);
    // InvalidInput with a sentence for what is no day, and for an end before the beginning.
    Result<ReplayPeriod> period() const;
};

// Each "name=value". InvalidInput with a sentence for one that is not.
Result<std::vector<ProposedSetting>> proposalOf(const std::vector<std::string> &settings);

// "12.3 %"
QString percentText(double share);
// "; of 40 that people had judged 3 were corrected or rejected (...)", from the figures of a move; empty
// where nothing moved.
QString judgedText(const Json &move);

} // namespace Helmdesk
