#pragma once

#include "understanding/UtteranceWords.h"

#include <vector>

namespace Helmdesk
{

// A stretch of a text without white space at its ends, in UTF-16 units.
struct SpokenRange {
    qsizetype begin = 0;
    qsizetype length = 0;
};

// The sentences of a text in order. A line that is short or ends a paragraph ends its sentence too; a full
// stop within a number or behind an abbreviation does not. Pure; linear.
std::vector<SpokenRange> sentencesOf(const QString &text, const UtteranceWords &words);

// The clauses of one sentence: parted by ; : – and by commas and joining words ("because") that have three
// words on either side. At least one; together they hold every word of the sentence. Pure; linear.
std::vector<SpokenRange> clausesOf(const QString &text, const SpokenRange &sentence,
                                   const UtteranceWords &words);

} // namespace Helmdesk
