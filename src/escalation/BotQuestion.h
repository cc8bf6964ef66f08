#pragma once

#include "security/PhraseMatcher.h"

#include <vector>

namespace Helmdesk
{

// True when the message asks whether a machine or a person answers: a word for the one who answers ("you",
// "this", "who am I talking to") beside a word for its nature ("robot", "a real person", "automated"). It
// says nothing about a wish for a person: "Are you a robot? Get me a person" is both. Thread: any. Linear.
bool asksWhetherBot(const std::vector<TextToken> &tokens);

} // namespace Helmdesk
