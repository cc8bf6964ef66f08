#include "insights/ReadingEval.h"

#include "insights/LabelledFile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <QSet>

namespace Helmdesk
{
namespace
{

constexpr double likely = 0.5; // from which an act counts as asked for

struct ActTally {
    int asked = 0; // messages that ask for it
    int found = 0; // read where it is asked for
    int wrong = 0; // read where it is not

    static double share(int part, int of) { return of > 0 ? static_cast<double>(part) / of : 0.0; }
    Json toJson() const
    {
        return {{"n", asked}, {"precision", share(found, found + wrong)}, {"recall", share(found, asked)}};
    }
};

// How far the probabilities are from the shares that come true, in fifteen bins of equal width, as the
// router's.
class Calibration
{
public:
    void add(double probability, bool isTrue)
    {
        const auto bin = std::min(static_cast<size_t>(probability * binCount), m_bins.size() - 1);
        m_bins[bin].said += probability;
        m_bins[bin].came += isTrue ? 1.0 : 0.0;
        m_n += 1;
    }
    double error() const
    {
        double sum = 0.0;
        for (const Bin &bin : m_bins)
            sum += std::abs(bin.said - bin.came);
        return m_n > 0 ? sum / m_n : 0.0;
    }

private:
    static constexpr int binCount = 15;
    struct Bin {
        double said = 0.0;
        double came = 0.0;
    };
    std::array<Bin, binCount> m_bins;
    int m_n = 0;
};

Result<QStringList> actsIn(const LabelledRow &row, const QString &input)
{
    const Json &labels = memberOrNull(row.json, "acts");
    const bool isList =
        labels.is_array() && std::ranges::all_of(labels, [](const Json &act) { return act.is_string(); });
    if (!isList)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("%1:%2: \"acts\" is no list of names").arg(input).arg(row.line)};
    return labels.get<QStringList>();
}

} // namespace

Result<Json> evaluateReading(const Reader &reader, const QString &input, const RunControl &control)
{
    const auto rows = readLabelledFile(input);
    if (!rows)
        return rows.error();
    std::map<QString, ActTally> tallies;
    Calibration calibration;
    Json wrong = Json::array();
    qint64 done = 0;
    for (const LabelledRow &row : *rows) {
        if (auto alive = control.check(); !alive)
            return alive.error();
        const auto asked = actsIn(row, input);
        if (!asked)
            return asked.error();
        const QString text = stringOr(row.json, "text");
        const Reading reading = reader.read(text);
        QStringList found;
        for (const ActReading &act : reading.acts) {
            calibration.add(act.asks, asked->contains(act.act));
            if (act.asks < likely)
                continue;
            found << act.act;
            (asked->contains(act.act) ? tallies[act.act].found : tallies[act.act].wrong) += 1;
        }
        for (const QString &act : *asked)
            tallies[act].asked += 1;
        if (QSet<QString>(found.begin(), found.end()) != QSet<QString>(asked->begin(), asked->end()))
            wrong.push_back({{"text", text}, {"acts", *asked}, {"read", found}});
        control.progress(++done, static_cast<qint64>(rows->size()));
    }
    Json perAct = Json::object();
    for (const auto &[act, tally] : tallies)
        perAct[act.toStdString()] = tally.toJson();
    return Json{{"n", rows->size()},
                {"per_act", std::move(perAct)},
                {"ece", calibration.error()},
                {"wrong", std::move(wrong)}};
}

} // namespace Helmdesk
