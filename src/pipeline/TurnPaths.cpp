#include "pipeline/TurnPaths.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr int mostRoutings = 24; // of one turn; for lower thresholds it is not told then

struct RoutedSpan {
    double above = -1.0;
    double upTo = 1.0;
    TurnRoute turn;
    Json stored; // for comparing
};

// From the strictest threshold downwards: each routing tells down to where it holds.
Result<std::vector<RoutedSpan>> spansOf(const TurnWays &ways)
{
    std::vector<RoutedSpan> spans;
    double threshold = 1.0;
    for (int i = 0; i < mostRoutings && threshold >= 0.0; ++i) {
        const RouteLimits limits(threshold);
        auto turn = ways.route(limits);
        if (!turn)
            return turn.error();
        RoutedSpan span{limits.above(), threshold, std::move(*turn), {}};
        span.stored = toJson(span.turn);
        threshold = limits.above();
        if (!spans.empty() && spans.back().stored == span.stored)
            spans.back().above = span.above;
        else
            spans.push_back(std::move(span));
    }
    return spans;
}

KeptPath pathAlong(const RoutedSpan &span)
{
    KeptPath path;
    path.above = span.above;
    path.upTo = span.upTo;
    path.confidence = span.turn.route.confidence;
    path.categories = bindingCategories(span.turn);
    path.isUnanswerable = !span.turn.unanswerable.isEmpty();
    return path;
}

// Where every threshold of the path escalates it anyway, nobody needs to know the answer.
void addAnswer(const TurnWays &ways, const TurnRoute &turn, KeptPath &path)
{
    const bool isForPerson = (path.categories >> static_cast<int>(Category::Escalate) & 1) != 0;
    if (isForPerson || path.isUnanswerable || path.above >= path.confidence)
        return;
    const PathAnswer answer = ways.answer(turn);
    path.answer = answer.answer;
    path.guess = answer.guess;
    path.escalates = answer.escalates;
    path.repeatsGuess = answer.repeatsGuess;
    path.waits = answer.waits;
    path.acts = answer.acts;
}

// The part of the path in which somebody else is asked, unless an article settles it: told only where that
// happened to this turn.
KeptPath unsurePart(const TurnWays &ways, const KeptPath &alone, bool hasWitness)
{
    KeptPath unsure = alone;
    unsure.above = std::max(alone.above, alone.confidence);
    unsure.isTold = !hasWitness && unsure.holdsFor(ways.advisedAt);
    if (unsure.isTold) {
        const RoutedSpan own{unsure.above, unsure.upTo, *ways.advised, {}};
        unsure = pathAlong(own);
        addAnswer(ways, own.turn, unsure);
    }
    return unsure;
}

} // namespace

quint8 bindingCategories(const TurnRoute &turn)
{
    quint8 bits = 0;
    const auto bind = [&bits](Category category) {
        bits = static_cast<quint8>(bits | 1U << static_cast<unsigned>(category));
    };
    bind(turn.route.category);
    for (const RequestPart &part : turn.requests)
        bind(part.category);
    if (turn.isSettledByKnowledge && turn.route.runnerUp != Category::Escalate)
        bind(turn.route.runnerUp);
    return bits;
}

Result<std::vector<KeptPath>> pathsOf(const TurnWays &ways)
{
    auto spans = spansOf(ways);
    if (!spans)
        return spans.error();
    std::vector<KeptPath> paths;
    for (const RoutedSpan &span : *spans) {
        KeptPath alone = pathAlong(span);
        addAnswer(ways, span.turn, alone);
        const bool canBeUnsure = span.upTo > alone.confidence;
        const auto witnessed = canBeUnsure ? ways.witness(span.turn) : std::nullopt;
        if (canBeUnsure && ways.advised != nullptr) {
            const KeptPath unsure = unsurePart(ways, alone, witnessed.has_value());
            alone.upTo = unsure.above;
            paths.push_back(alone);
            paths.push_back(unsure);
        } else {
            paths.push_back(alone);
        }
        if (!witnessed || witnessed->support <= 0.0)
            continue;
        KeptPath article = pathAlong({span.above, span.upTo, witnessed->turn, {}});
        article.support = witnessed->support;
        article.above = std::max(span.above, alone.confidence); // below it the turn is sure
        article.upTo = std::min(span.upTo, article.confidence);
        if (article.above >= article.upTo)
            continue; // it settles nothing
        addAnswer(ways, witnessed->turn, article);
        paths.push_back(article);
    }
    return paths;
}

} // namespace Helmdesk
