#pragma once

#include "core/Domain.h"
#include "core/Json.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace Helmdesk
{

// What the engine said it was sure of.
enum class SaidOf {
    Category, // that the router has the right one; a draft that left bears it out, another category refutes
              // it
    Answer,   // that a person would send the draft unchanged
};

// One such statement, and whether people found it right.
struct Saying {
    double said = 0.0;           // 0 to 1
    std::optional<bool> isRight; // empty: nobody judged it
    Category category = Category::General;
    ChannelKind channel = ChannelKind::Api;
    QString language;
    qint64 at = 0; // seconds since 1970
    qint64 run = 0;
    qint64 conversation = 0;
};

inline constexpr size_t calibrationBins = 10; // of equal width

struct CalibrationBin {
    qint64 runs = 0; // judged or not
    qint64 judged = 0;
    qint64 right = 0;
    double said = 0.0; // mean over the judged ones
};

struct CalibrationTable {
    QString key; // of the part; empty: of all
    qint64 runs = 0;
    qint64 judged = 0;
    qint64 right = 0;
    std::array<CalibrationBin, calibrationBins> bins{};
    // Expected calibration error: the gap between said and right of each bin, weighted by its judged ones.
    double error = 0.0;
};

// The bin of a probability; 1 lies in the last.
size_t calibrationBinOf(double said);

CalibrationTable calibrationOf(std::span<const Saying> sayings, const QString &key = {});

enum class CalibrationBy { Nothing, Category, Channel, Language };
// The parts, which add up, by their keys.
std::vector<CalibrationTable> calibrationParts(const std::vector<Saying> &sayings, CalibrationBy by);

// Two periods compared: right less said, on the average of the judged ones, by Welch's test with the normal
// approximation, two-sided.
struct CalibrationDrift {
    static constexpr qint64 leastJudged = 30; // in each period; with fewer the approximation is none
    static constexpr double level = 0.05;
    qint64 judgedBefore = 0;
    qint64 judgedNow = 0;
    double gapBefore = 0.0; // right less said: below 0 it was surer than right
    double gapNow = 0.0;
    double p = 1.0;

    bool isTold() const { return judgedBefore >= leastJudged && judgedNow >= leastJudged; }
    bool isShown() const { return isTold() && p < level; }
};
CalibrationDrift driftBetween(std::span<const Saying> before, std::span<const Saying> now);
QString inWords(const CalibrationDrift &drift); // one English sentence

// The unjudged ones whose judging would tighten the curve most, the best first. Taken one by one: from the
// bin where one more verdict is expected to narrow the 95 % interval by Wilson most, times the bin's share of
// all runs, twice where the threshold lies in the bin; within a bin the nearest to the threshold, then the
// newest.
std::vector<Saying> mostTelling(const std::vector<Saying> &sayings, double threshold, size_t count);

// The figures; docs/tuning.md has each.
Json toJson(const CalibrationTable &table);
Json toJson(const CalibrationDrift &drift);

} // namespace Helmdesk
