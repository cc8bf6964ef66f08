#include "understanding/Reading.h"

#include <algorithm>

namespace Helmdesk
{

const ActReading *Reading::of(const QString &act) const
{
    const auto found = std::ranges::find(acts, act, &ActReading::act);
    return found == acts.end() ? nullptr : &*found;
}

double Reading::asks(const QString &act) const
{
    const ActReading *reading = of(act);
    return reading == nullptr ? 0.0 : reading->asks;
}

const ActReading *Reading::mostAsked(double least) const
{
    const ActReading *best = nullptr;
    for (const ActReading &reading : acts) {
        if (!reading.intent.isEmpty() && reading.asks >= least &&
            (best == nullptr || reading.asks > best->asks))
            best = &reading;
    }
    return best;
}

Json toJson(const Reading &reading)
{
    Json acts = Json::array();
    for (const ActReading &act : reading.acts) {
        acts.push_back({{"act", act.act},
                        {"intent", act.intent},
                        {"asks", act.asks},
                        {"second", act.second},
                        {"contrary", act.contrary},
                        {"mood", nameOf(act.mood)},
                        {"p", act.likelihood},
                        {"words", act.words}});
    }
    return acts;
}

Reading readingFromJson(const Json &json)
{
    Reading reading;
    if (!json.is_array())
        return reading;
    for (const Json &item : json) {
        reading.acts.push_back({stringOr(item, "act"), stringOr(item, "intent"), numberOr(item, "asks", 0.0),
                                numberOr(item, "second", 0.0), numberOr(item, "contrary", 1.0),
                                moodNamed(stringOr(item, "mood")).value_or(Mood::None),
                                numberOr(item, "p", 0.0), stringOr(item, "words")});
    }
    return reading;
}

} // namespace Helmdesk
