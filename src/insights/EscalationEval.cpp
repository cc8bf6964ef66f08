#include "insights/EscalationEval.h"

#include "insights/LabelledFile.h"

#include <map>

namespace Helmdesk
{
namespace
{

constexpr double likelyEscalate = 0.5;

struct Tally {
    int n = 0;
    int escalated = 0;
    double share() const { return n > 0 ? static_cast<double>(escalated) / n : 0.0; }
};

QStringList reasonsOf(const Json &row)
{
    QStringList reasons;
    for (const Json &reason : memberOrNull(row, "reasons")) {
        if (reason.is_string())
            reasons << reason.get<QString>();
    }
    if (const QString reason = stringOr(row, "reason"); !reason.isEmpty())
        reasons << reason;
    return reasons;
}

Json namesOf(const std::vector<ReasonDetail> &reasons)
{
    Json names = Json::array();
    for (const ReasonDetail &reason : reasons)
        names.push_back(nameOf(reason.reason));
    return names;
}

const Json &labelOf(const Json &row)
{
    const Json &label = memberOrNull(row, "escalate");
    return label.is_boolean() ? label : memberOrNull(row, "should_escalate");
}

} // namespace

EscalationLimits escalationLimitsOf(const Settings &settings)
{
    EscalationLimits limits;
    limits.sentiment = settings.sentimentThreshold();
    limits.maxWords = settings.maxWords();
    limits.maxQuestions = settings.maxQuestions();
    return limits;
}

Result<Json> evaluateEscalation(const EscalationAssessor &assessor, const Router &router,
                                const Settings &settings, const QString &input, const RunControl &control)
{
    auto rows = readLabelledFile(input);
    if (!rows)
        return rows.error();
    const EscalationLimits limits = escalationLimitsOf(settings);
    Tally should;
    Tally shouldNot;
    std::map<QString, Tally> perReason;
    int rated = 0;
    int agreed = 0;
    qint64 done = 0;
    Json wrong = Json::array();
    for (const LabelledRow &row : *rows) {
        if (auto alive = control.check(); !alive)
            return alive.error();
        const QString text = stringOr(row.json, "text");
        const EscalationAssessment assessment = assessor.assess(text, limits);
        if (const QString sentiment = stringOr(row.json, "sentiment"); !sentiment.isEmpty()) {
            ++rated;
            const bool isNegative = assessment.sentiment <= SentimentAnalyzer::negativeCut;
            agreed += isNegative == (sentiment == QLatin1String("negative")) ? 1 : 0;
        }
        const Json &label = labelOf(row.json);
        if (label.is_boolean()) {
            const auto route = router.route(text);
            if (!route)
                return route.error();
            const bool isRouted =
                !assessment.asksIfBot && !assessment.declinesPerson &&
                (route->category == Category::Escalate && route->confidence >= likelyEscalate);
            const bool isEscalated = !assessment.reasons.empty() || isRouted;
            Tally &tally = label.get<bool>() ? should : shouldNot;
            tally.n += 1;
            tally.escalated += isEscalated ? 1 : 0;
            if (isEscalated != label.get<bool>())
                wrong.push_back({{"text", text},
                                 {"should_escalate", label},
                                 {"reasons", namesOf(assessment.reasons)},
                                 {"category", nameOf(route->category)},
                                 {"confidence", route->confidence}});
            for (const QString &reason : reasonsOf(row.json)) {
                perReason[reason].n += 1;
                perReason[reason].escalated += isEscalated ? 1 : 0;
            }
        }
        control.progress(++done, static_cast<qint64>(rows->size()));
    }
    Json reasons = Json::object();
    for (const auto &[name, tally] : perReason)
        reasons[name.toStdString()] = {{"n", tally.n}, {"escalated", tally.share()}};
    const int escalated = should.escalated + shouldNot.escalated;
    Json report{{"n", should.n + shouldNot.n},
                {"precision", escalated > 0 ? static_cast<double>(should.escalated) / escalated : 0.0},
                {"recall", should.share()},
                {"false_positive_rate", shouldNot.share()},
                {"per_reason", std::move(reasons)},
                {"wrong", std::move(wrong)}};
    if (report["n"] == 0 && rated == 0)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("no line of %1 has \"should_escalate\", \"escalate\" or \"sentiment\"")
                         .arg(input)};
    if (rated > 0)
        report["sentiment"] = {{"n", rated}, {"accuracy", static_cast<double>(agreed) / rated}};
    return report;
}

} // namespace Helmdesk
