#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace Helmdesk
{

// A number or date that a sentence states, in one form for all ways of writing it.
struct StatedValue {
    QString unit;  // what is counted: "day", "%", "usd", "date", …; singular, lower case
    QString value; // "14", "9.5", "2026-03-01"
    QString text;  // as it stands in the sentence
    bool operator==(const StatedValue &) const = default;
};

// What a sentence says apart from its numbers.
struct SentenceClaim {
    QString frame; // the sentence with each value replaced by '#'
    std::vector<StatedValue> values;
    QStringList names; // words written with a capital inside the sentence, and codes; lower case, sorted
};

// Reads English sentences: numbers with both kinds of separators and as words up to twelve, currencies before
// or behind, per cent, dates as 2026-03-01 or 1 March 2026. Numbers of lists, codes ("NL-429"), versions,
// addresses and times of day are no values. Pure and thread-safe.
SentenceClaim claimOf(const QString &sentence);

} // namespace Helmdesk
