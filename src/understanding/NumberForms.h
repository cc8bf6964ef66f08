#pragma once

#include "understanding/ScannedText.h"
#include "understanding/Values.h"

namespace Helmdesk::ValueForms
{

struct FoundNumber {
    Decimal number;
    size_t next = 0;          // the token behind it
    bool isUnderstood = true; // false: "1e1", "0x10", "1.2.3"
    bool isWeak = false;      // "a", "one": a number only before a unit
    bool isSpelled = false;
};

// A number in digits, in the written forms of every language ("1'234.50", "1 234,50", "49.-"), or in words of
// the language ("two hundred and fifty", "fünfundzwanzig").
std::optional<FoundNumber> findNumber(const ScannedText &text, size_t i);

} // namespace Helmdesk::ValueForms
