#pragma once

#include <cstddef>

namespace Helmdesk
{

// A place in a tokenised text that a grammar recognised; both ends are indices of tokens, inclusive.
struct GrammarMatch {
    size_t first = 0;
    size_t last = 0;
    bool isNegated = false;
};

} // namespace Helmdesk
