#pragma once

#include "core/Json.h"
#include "understanding/ReadingModel.h"

#include <vector>

namespace Helmdesk
{

// No part of the desk decides anything on a smaller probability that an act is asked for.
inline constexpr double leastDecisive = 0.12;

// From which the second reader agrees that an act is asked for.
inline constexpr double leastAgreement = 0.55;

// What a turn says of one act, over the whole of it and sentence by sentence. Probabilities from 0 to 1.
struct ActReading {
    QString act;            // "billing.refund"
    QString intent;         // of the router, for an act that a playbook performs; else empty
    double asks = 0.0;      // that the customer asks for it: the whole turn and its best sentence agree
    double second = 0.0;    // that the second reader hears it too (SecondReader), there and in the whole turn
    double contrary = 0.0;  // that some sentence refuses it, sets a condition, or is another party's wish
    Mood mood = Mood::None; // the likeliest of the whole turn
    double likelihood = 0.0; // of that mood
    QString words;           // the sentence that asks for it most, as it was written
};

// What the desk read in a turn: made once, stored as the step "understand", used by every part behind it.
struct Reading {
    std::vector<ActReading> acts; // all that the model knows, in its order

    // Null where the model does not know the act.
    const ActReading *of(const QString &act) const;
    double asks(const QString &act) const;
    // The act that is asked for most among those that a playbook performs; null when none reaches `least`.
    const ActReading *mostAsked(double least) const;
};

Json toJson(const Reading &reading);
Reading readingFromJson(const Json &json);

// Reads the customer's own words (quotes and signatures cut off before). Thread: any. Cannot fail.
class Reader
{
public:
    virtual ~Reader() = default;
    virtual Reading read(const QString &ownWords) const = 0;
};

} // namespace Helmdesk
