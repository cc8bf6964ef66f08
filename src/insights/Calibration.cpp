#include "insights/Calibration.h"

#include "insights/Proportion.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace Helmdesk
{
namespace
{

QString keyOf(const Saying &saying, CalibrationBy by)
{
    switch (by) {
    case CalibrationBy::Nothing:
        break;
    case CalibrationBy::Category:
        return nameOf(saying.category);
    case CalibrationBy::Channel:
        return nameOf(saying.channel);
    case CalibrationBy::Language:
        return saying.language;
    }
    return {};
}

// Right less said over the judged ones.
struct Gap {
    qint64 judged = 0;
    double mean = 0.0;
    double variance = 0.0; // of the mean
};

Gap gapOf(std::span<const Saying> sayings)
{
    Gap gap;
    double squares = 0.0; // about the running mean (Welford 1962)
    for (const Saying &saying : sayings) {
        if (!saying.isRight)
            continue;
        const double value = (*saying.isRight ? 1.0 : 0.0) - saying.said;
        const double before = value - gap.mean;
        gap.mean += before / static_cast<double>(++gap.judged);
        squares += before * (value - gap.mean);
    }
    if (gap.judged > 1)
        gap.variance = squares / static_cast<double>(gap.judged - 1) / static_cast<double>(gap.judged);
    return gap;
}

double widthOf(double right, double judged)
{
    // Wilson's interval for counts that need not be whole.
    constexpr double z = 1.959963984540054;
    if (judged <= 0.0)
        return 1.0;
    const double p = right / judged;
    return 2.0 * z * std::sqrt(p * (1.0 - p) / judged + z * z / (4.0 * judged * judged)) /
           (1.0 + z * z / judged);
}

// What one more verdict is expected to take off the width of a bin's interval.
struct BinState {
    double judged = 0.0;
    double right = 0.0;

    double rate() const { return (right + 1.0) / (judged + 2.0); } // by Laplace
    double gain() const
    {
        const double next =
            rate() * widthOf(right + 1.0, judged + 1.0) + (1.0 - rate()) * widthOf(right, judged + 1.0);
        return std::max(0.0, widthOf(right, judged) - next);
    }
    void judge()
    {
        right += rate();
        judged += 1.0;
    }
};

} // namespace

size_t calibrationBinOf(double said)
{
    const double bin = std::clamp(said, 0.0, 1.0) * static_cast<double>(calibrationBins);
    return std::min(calibrationBins - 1, static_cast<size_t>(bin));
}

CalibrationTable calibrationOf(std::span<const Saying> sayings, const QString &key)
{
    CalibrationTable table;
    table.key = key;
    for (const Saying &saying : sayings) {
        CalibrationBin &bin = table.bins[calibrationBinOf(saying.said)];
        ++bin.runs;
        if (!saying.isRight)
            continue;
        ++bin.judged;
        bin.right += *saying.isRight ? 1 : 0;
        bin.said += saying.said;
    }
    for (CalibrationBin &bin : table.bins) {
        table.runs += bin.runs;
        table.judged += bin.judged;
        table.right += bin.right;
        table.error += std::abs(static_cast<double>(bin.right) - bin.said);
        if (bin.judged > 0)
            bin.said /= static_cast<double>(bin.judged);
    }
    table.error = table.judged > 0 ? table.error / static_cast<double>(table.judged) : 0.0;
    return table;
}

std::vector<CalibrationTable> calibrationParts(const std::vector<Saying> &sayings, CalibrationBy by)
{
    std::map<QString, std::vector<Saying>> parts;
    for (const Saying &saying : sayings)
        parts[keyOf(saying, by)].push_back(saying);
    std::vector<CalibrationTable> tables;
    for (const auto &[key, part] : parts)
        tables.push_back(calibrationOf(part, key));
    return tables;
}

CalibrationDrift driftBetween(std::span<const Saying> before, std::span<const Saying> now)
{
    const Gap earlier = gapOf(before);
    const Gap later = gapOf(now);
    CalibrationDrift drift{earlier.judged, later.judged, earlier.mean, later.mean};
    const double spread = std::sqrt(earlier.variance + later.variance);
    if (drift.isTold() && spread > 0.0)
        drift.p = std::erfc(std::abs(later.mean - earlier.mean) / spread / std::sqrt(2.0));
    return drift;
}

QString inWords(const CalibrationDrift &drift)
{
    if (!drift.isTold())
        return QStringLiteral("Too few were judged to tell a drift: %1 before and %2 now, of %3 each that it "
                              "takes.")
            .arg(drift.judgedBefore)
            .arg(drift.judgedNow)
            .arg(CalibrationDrift::leastJudged);
    const auto points = [](double gap) {
        return QStringLiteral("%1%2 points")
            .arg(gap < 0.0 ? QString() : QStringLiteral("+"))
            .arg(100.0 * gap, 0, 'f', 1);
    };
    return QStringLiteral(
               "%1: right less said was %2 before (%3 judged) and is %4 now (%5 judged); p = %6 by "
               "Welch's test.")
        .arg(drift.isShown() ? QStringLiteral("It has drifted") : QStringLiteral("No drift is shown"),
             points(drift.gapBefore))
        .arg(drift.judgedBefore)
        .arg(points(drift.gapNow))
        .arg(drift.judgedNow)
        .arg(drift.p, 0, 'g', 2);
}

std::vector<Saying> mostTelling(const std::vector<Saying> &sayings, double threshold, size_t count)
{
    const CalibrationTable table = calibrationOf(sayings);
    std::array<BinState, calibrationBins> states;
    std::array<std::vector<Saying>, calibrationBins> open;
    for (size_t bin = 0; bin < calibrationBins; ++bin)
        states[bin] = {static_cast<double>(table.bins[bin].judged),
                       static_cast<double>(table.bins[bin].right)};
    for (const Saying &saying : sayings) {
        if (!saying.isRight)
            open[calibrationBinOf(saying.said)].push_back(saying);
    }
    for (std::vector<Saying> &bin : open) // the best last, from where they are taken
        std::ranges::sort(bin, [threshold](const Saying &a, const Saying &b) {
            const double far = std::abs(a.said - threshold);
            const double near = std::abs(b.said - threshold);
            return far != near ? far > near : a.at != b.at ? a.at < b.at : a.run < b.run;
        });
    const size_t special = calibrationBinOf(threshold);
    std::vector<Saying> chosen;
    while (chosen.size() < count) {
        std::optional<size_t> best;
        double most = -1.0;
        for (size_t bin = 0; bin < calibrationBins; ++bin) {
            const double weight = static_cast<double>(table.bins[bin].runs) * (bin == special ? 2.0 : 1.0);
            if (!open[bin].empty() && weight * states[bin].gain() > most) {
                most = weight * states[bin].gain();
                best = bin;
            }
        }
        if (!best)
            break;
        chosen.push_back(open[*best].back());
        open[*best].pop_back();
        states[*best].judge();
    }
    return chosen;
}

Json toJson(const CalibrationTable &table)
{
    Json bins = Json::array();
    for (size_t i = 0; i < calibrationBins; ++i) {
        const CalibrationBin &bin = table.bins[i];
        if (bin.runs == 0)
            continue;
        Json json{{"from", static_cast<double>(i) / static_cast<double>(calibrationBins)},
                  {"to", static_cast<double>(i + 1) / static_cast<double>(calibrationBins)},
                  {"runs", bin.runs},
                  {"judged", bin.judged},
                  {"right", bin.right},
                  {"said", bin.judged > 0 ? Json(bin.said) : Json()},
                  {"share", Json()}};
        if (bin.judged > 0) {
            const Proportion share = proportionOf(bin.right, bin.judged);
            json["share"] = {{"share", share.share}, {"low", share.low}, {"high", share.high}};
        }
        bins.push_back(std::move(json));
    }
    return {{"key", table.key},
            {"runs", table.runs},
            {"judged", table.judged},
            {"right", table.right},
            {"ece", table.judged > 0 ? Json(table.error) : Json()},
            {"bins", std::move(bins)}};
}

Json toJson(const CalibrationDrift &drift)
{
    return {{"judged_before", drift.judgedBefore},
            {"judged_now", drift.judgedNow},
            {"gap_before", drift.judgedBefore > 0 ? Json(drift.gapBefore) : Json()},
            {"gap_now", drift.judgedNow > 0 ? Json(drift.gapNow) : Json()},
            {"p", drift.isTold() ? Json(drift.p) : Json()},
            {"drifted", drift.isTold() ? Json(drift.isShown()) : Json()},
            {"words", inWords(drift)}};
}

} // namespace Helmdesk
