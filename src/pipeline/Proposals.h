#pragma once

#include "core/Json.h"
#include "core/Message.h"
#include "understanding/ClearAnswer.h"

#include <chrono>

namespace Helmdesk
{

// What the desk last offered to do, as the memory of the conversation holds it, where the customer's text is
// a clear yes to exactly that: the question was the last thing that our side said, whoever pressed Send, and
// it is not older than `validFor`. An empty array otherwise: a yes to a person, after another question, or
// too late does nothing. `lastReply` is null where our side has said nothing yet. Pure.
Json acceptedProposals(const Json &memory, const Message *lastReply, const QString &text,
                       const QString &customerName, const ClearAnswer &answers, const QDateTime &now,
                       std::chrono::seconds validFor);

// The answer to what the last reply offered, where it is still the last thing that our side said.
Answer answerToProposals(const Json &memory, const Message *lastReply, const QString &text,
                         const QString &customerName, const ClearAnswer &answers);

} // namespace Helmdesk
