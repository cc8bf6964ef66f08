#pragma once

#include <QStringView>

namespace Helmdesk
{

// True when `word` is `intended` with at most `limit` slips: a letter too many, missing or wrong, or two
// neighbours exchanged (optimal string alignment, a restricted Damerau-Levenshtein distance).
// Words longer than 24 letters never match. Thread: any.
bool isTypoOf(QStringView word, QStringView intended, int limit);

} // namespace Helmdesk
