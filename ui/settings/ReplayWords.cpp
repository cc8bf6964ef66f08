#include "settings/ReplayWords.h"

#include "Words.h"

#include <QLocale>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

QString judgement(const ReplayMove &move)
{
    if (move.judged() == 0)
        return ReplayWords::tr("nobody had judged them");
    return ReplayWords::tr("of %Ln that people had judged, %1 had been corrected or rejected", nullptr,
                           static_cast<int>(move.judged()))
        .arg(Words::number(move.corrected()));
}

} // namespace

QString ReplayWords::effect(const ReplayEffect &effect)
{
    const ReplayTally &total = effect.total;
    if (total.runs == 0)
        return nothingYet(effect.days, effect.notKept);
    QStringList sentences;
    const QString runs = Words::number(total.runs);
    if (total.toAutomatic.runs > 0)
        sentences << tr("Last %Ln days: %1 of %2 more would have left by themselves; %3.", nullptr,
                        effect.days)
                         .arg(Words::number(total.toAutomatic.runs), runs, judgement(total.toAutomatic));
    if (total.toAutomatic.acts > 0)
        sentences << tr("%Ln of them would have carried out an act.", nullptr,
                        static_cast<int>(total.toAutomatic.acts));
    if (total.toPerson.runs > 0)
        sentences << tr("Last %Ln days: %1 of %2 more would have gone to a person.", nullptr, effect.days)
                         .arg(Words::number(total.toPerson.runs), runs);
    if (sentences.isEmpty())
        sentences << tr("Last %Ln days: nothing that left by itself or went to a person would have changed.",
                        nullptr, effect.days);
    if (total.notTold > 0)
        sentences << tr("%Ln cannot tell.", nullptr, static_cast<int>(total.notTold));
    return sentences.join(u' ');
}

QString ReplayWords::nothingYet(int days, qint64 notKept)
{
    if (notKept > 0)
        return tr(
            "The runs of the last %Ln days are from before their figures were kept; from the next message "
            "on you see here what a change would have done.",
            nullptr, days);
    return tr("There were no messages in the last %Ln days; from the next one on you see here what a change "
              "would have done.",
              nullptr, days);
}

QString ReplayWords::curve(const ReplayCurve &curve, double today, qint64 runs)
{
    if (curve.points.empty())
        return {};
    const auto nearest = std::ranges::min_element(
        curve.points, {}, [today](const ReplayPoint &point) { return std::abs(point.value - today); });
    const QLocale locale;
    const auto at = [&](const ReplayPoint &point) {
        //: How many leave without a person at a value, as in "12 at 0.8"
        return tr("%1 at %2").arg(Words::number(point.automatic), locale.toString(point.value, 'g', 3));
    };
    return tr("Of %1 would leave by themselves: %2, %3, %4.")
        .arg(Words::number(runs), at(curve.points.front()), at(*nearest), at(curve.points.back()));
}

} // namespace Helmdesk
