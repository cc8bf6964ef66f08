#include "app/BacktestFigures.h"

#include "knowledge/VectorBlob.h"
#include "routing/RoutingPromise.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace Helmdesk
{
namespace
{

constexpr std::array<double, 3> errors{0.01, 0.02, 0.05};
constexpr std::size_t drawnOthers = 5; // other conversations beside which an answer is held
constexpr double nearOthers = 0.05;    // share of answers to something else that may be near
constexpr double sameAnswer = 0.7;     // cosine from which two answers of people are to the same
constexpr std::size_t mostMacros = 50;

using Records = std::vector<BacktestRecord>;
using VectorOf = ByteVectors BacktestRecord::*;

// The conversations that can be compared, in a random order which is the same in every run.
std::vector<std::size_t> shuffled(const Records &records, VectorOf staff)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i].isScored() && records[i].hasAnswer() && !(records[i].*staff).empty())
            order.push_back(i);
    }
    std::mt19937 random(20'260'101);
    for (std::size_t i = order.size(); i > 1; --i) // std::shuffle differs between libraries
        std::swap(order[i - 1], order[random() % i]);
    return order;
}

// How near the answers are to what people answered to something else.
std::vector<double> nearnessToOthers(const Records &records, VectorOf staff,
                                     const std::vector<std::size_t> &order)
{
    std::vector<double> cosines;
    const std::size_t looked = std::min(5 * drawnOthers, order.size() - 1);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const BacktestRecord &record = records[order[i]];
        std::size_t drawn = 0;
        for (std::size_t step = 1; step <= looked && drawn < drawnOthers; ++step) {
            const BacktestRecord &other = records[order[(i + step) % order.size()]];
            if (byteCosine(record.*staff, other.*staff) >= sameAnswer)
                continue;
            ++drawn;
            cosines.push_back(byteCosine(record.answerVector, other.*staff));
        }
    }
    std::ranges::sort(cosines);
    return cosines;
}

double meanOf(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// Each conversation's answer beside those of `drawnOthers` others, the next ones in a random order.
NearnessFigures nearnessBy(const Records &records, VectorOf staff)
{
    const std::vector<std::size_t> order = shuffled(records, staff);
    NearnessFigures figures;
    figures.answers = static_cast<qint64>(order.size());
    if (order.size() < 2)
        return figures;
    std::vector<double> own;
    std::vector<double> elsewhere;
    double wins = 0.0;
    const std::size_t others = std::min(drawnOthers, order.size() - 1);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const BacktestRecord &record = records[order[i]];
        own.push_back(byteCosine(record.answerVector, record.*staff));
        for (std::size_t step = 1; step <= others; ++step) {
            const BacktestRecord &other = records[order[(i + step) % order.size()]];
            elsewhere.push_back(byteCosine(record.answerVector, other.*staff));
            const double apart = own.back() - elsewhere.back();
            wins += (apart > 0.0 ? 1.0 : apart < 0.0 ? 0.0 : 0.5) / static_cast<double>(others);
        }
    }
    figures.mean = meanOf(own);
    figures.meanElsewhere = meanOf(elsewhere);
    figures.nearerThanElsewhere = proportionOf(std::llround(wins), figures.answers);
    const std::vector<double> foreign = nearnessToOthers(records, staff, order);
    if (!foreign.empty())
        figures.nearCosine = foreign[std::min(
            foreign.size() - 1,
            static_cast<std::size_t>(static_cast<double>(foreign.size()) * (1.0 - nearOthers)))];
    const auto countNear = [&](const std::vector<double> &values) {
        return std::ranges::count_if(values, [&](double value) { return value > figures.nearCosine; });
    };
    figures.near = proportionOf(countNear(own), figures.answers);
    figures.nearByChance = static_cast<double>(countNear(elsewhere)) / static_cast<double>(elsewhere.size());
    return figures;
}

// How sure the desk is that its answer may leave: the less sure of route and answer.
double confidenceOf(const BacktestRecord &record)
{
    return std::min(record.routeConfidence, record.answerConfidence);
}

BacktestRow rowOf(const Records &records, const QString &key, double nearCosine,
                  const InsightAssumptions &assumed)
{
    BacktestRow row;
    row.key = key;
    std::vector<RoutingEvidence> evidence;
    for (const BacktestRecord &record : records) {
        if (!record.isScored() || (key != QLatin1String("all") && nameOf(record.category) != key))
            continue;
        ++row.compared;
        if (!record.hasAnswer())
            continue;
        ++row.answered;
        const bool isRight = isRightAnswer(record, nearCosine);
        row.near += nearnessOf(record) > nearCosine ? 1 : 0;
        row.right += isRight ? 1 : 0;
        if (!record.isBlocked)
            evidence.push_back({confidenceOf(record), isRight});
    }
    for (std::size_t i = 0; i < errors.size(); ++i) {
        TakeOver &takeOver = row.takeOver[i];
        takeOver.error = errors[i];
        takeOver.share = proportionOf(0, row.compared);
        const PromiseReport promise = thresholdForPromise(evidence, errors[i]);
        if (!promise.isKept)
            continue;
        takeOver.isPossible = true;
        takeOver.threshold = promise.threshold;
        takeOver.taken = static_cast<qint64>(promise.routed);
        takeOver.wrong = static_cast<qint64>(promise.wrong);
        takeOver.share = proportionOf(takeOver.taken, row.compared);
        takeOver.hours = static_cast<double>(takeOver.taken) * assumed.minutesPerReply / 60.0;
        takeOver.usd = takeOver.hours * assumed.hourCostUsd;
    }
    return row;
}

void countRecords(const Records &records, BacktestFigures &figures)
{
    QDateTime first;
    QDateTime last;
    double minutes = 0.0;
    for (const BacktestRecord &record : records) {
        ++figures.conversations;
        if (record.openedAt.isValid()) {
            first = first.isValid() ? std::min(first, record.openedAt) : record.openedAt;
            last = last.isValid() ? std::max(last, record.openedAt) : record.openedAt;
        }
        if (!record.questionVector.empty()) {
            ++figures.asked;
            figures.answerable += record.isAnswerable ? 1 : 0;
        }
        if (!record.isScored()) {
            ++figures.gaps[record.gap];
            continue;
        }
        ++figures.compared;
        ++figures.fates[nameOf(record.fate)];
        ++figures.fatesIfAutomatic[nameOf(record.fateIfAutomatic)];
        for (const QString &reason : record.reasons)
            ++figures.reasons[reason];
        if (record.hasAnswer())
            ++figures.figureMatches[nameOf(record.figures)];
        if (!record.label.isEmpty())
            ++figures.categoriesByLabel[record.label][nameOf(record.category)];
        const InsightAssumptions &assumed = figures.assumed;
        if (record.fate == BacktestFate::Alone)
            minutes += assumed.minutesPerReply;
        else if (record.fate == BacktestFate::Draft && isRightAnswer(record, figures.all.nearCosine))
            minutes += std::max(0.0, assumed.minutesPerReply - assumed.minutesPerDraft);
    }
    figures.savedHours = minutes / 60.0;
    figures.savedUsd = figures.savedHours * figures.assumed.hourCostUsd;
    figures.days = first.isValid() ? static_cast<double>(first.secsTo(last)) / 86'400.0 : 0.0;
}

// Clusters of some records' vectors, with places in the records.
Result<std::vector<BacktestCluster>> clustersOf(const Records &records,
                                                const std::vector<std::size_t> &chosen, VectorOf vector,
                                                QString BacktestRecord::*text, const ClusterLimits &limits,
                                                double minutesEach, const RunControl &control)
{
    ByteVectors vectors;
    QStringList texts;
    for (const std::size_t i : chosen) {
        const ByteVectors &row = records[i].*vector;
        vectors.insert(vectors.end(), row.begin(), row.end());
        texts << records[i].*text;
    }
    auto found = clusterVectors(vectors, limits, control);
    if (!found)
        return found.error();
    const std::vector<QStringList> words = clusterWords(*found, texts);
    std::vector<BacktestCluster> clusters;
    for (std::size_t c = 0; c < found->size(); ++c) {
        QuestionCluster &cluster = (*found)[c];
        for (std::size_t &member : cluster.members)
            member = chosen[member];
        const double hours = static_cast<double>(cluster.members.size()) * minutesEach / 60.0;
        clusters.push_back({words[c], std::move(cluster), hours});
    }
    return clusters;
}

Result<> findClusters(const Records &records, BacktestFigures &figures, const RunControl &control)
{
    std::vector<std::size_t> unanswered;
    std::vector<std::size_t> replied;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!records[i].questionVector.empty() && !records[i].isAnswerable)
            unanswered.push_back(i);
        if (records[i].isScored() && !records[i].firstVector.empty())
            replied.push_back(i);
    }
    auto questions =
        clustersOf(records, unanswered, &BacktestRecord::questionVector, &BacktestRecord::question,
                   {.leastCosine = 0.6, .leastMembers = 3}, figures.assumed.minutesPerReply, control);
    if (!questions)
        return questions.error();
    figures.unanswered = std::move(*questions);
    figures.unansweredAlone = static_cast<qint64>(unanswered.size());
    for (const BacktestCluster &cluster : figures.unanswered)
        figures.unansweredAlone -= static_cast<qint64>(cluster.cluster.members.size());
    auto macros =
        clustersOf(records, replied, &BacktestRecord::firstVector, &BacktestRecord::staffAnswer,
                   {.leastCosine = 0.93, .leastMembers = 3}, figures.assumed.minutesPerReply, control);
    if (!macros)
        return macros.error();
    figures.macros = std::move(*macros);
    if (figures.macros.size() > mostMacros)
        figures.macros.resize(mostMacros);
    return {};
}

} // namespace

double nearnessOf(const BacktestRecord &record)
{
    return record.hasAnswer() ? byteCosine(record.answerVector, record.allVector) : 0.0;
}

bool isRightAnswer(const BacktestRecord &record, double nearCosine)
{
    return record.hasAnswer() && nearnessOf(record) > nearCosine && record.figures != FigureMatch::Other;
}

Result<BacktestFigures> computeBacktest(const std::vector<BacktestRecord> &records,
                                        const InsightAssumptions &assumed, const RunControl &control)
{
    BacktestFigures figures;
    figures.assumed = assumed;
    figures.first = nearnessBy(records, &BacktestRecord::firstVector);
    figures.all = nearnessBy(records, &BacktestRecord::allVector);
    countRecords(records, figures);
    figures.rows.push_back(rowOf(records, QStringLiteral("all"), figures.all.nearCosine, assumed));
    for (const Category category :
         {Category::Billing, Category::Technical, Category::Account, Category::General, Category::Escalate})
        figures.rows.push_back(rowOf(records, nameOf(category), figures.all.nearCosine, assumed));
    if (auto found = findClusters(records, figures, control); !found)
        return found.error();
    return figures;
}

} // namespace Helmdesk
