#pragma once

#include "escalation/ClauseReader.h"
#include "escalation/GrammarMatch.h"

#include <optional>

namespace Helmdesk
{

// The first wish for a person; a negated one only when there is no other. `tokens` are those of the reader.
std::optional<GrammarMatch> findContactWish(const ClauseReader &reader, const std::vector<TextToken> &tokens);

} // namespace Helmdesk
