#pragma once

#include "escalation/ClauseReader.h"

#include <vector>

namespace Helmdesk
{

// A wish for a person that is told by a fixed turn of phrase rather than by verb and person: "call me back",
// "is there anybody I can talk to", "somebody else please", "no more bots".
struct ContactPhrase {
    size_t first = 0;
    size_t last = 0;
    bool isBotRefused = false; // carries its own negation
};

std::vector<ContactPhrase> findContactPhrases(const ClauseReader &reader,
                                              const std::vector<TextToken> &tokens);

} // namespace Helmdesk
