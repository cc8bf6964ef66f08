#pragma once

#include "core/Message.h"

#include <vector>

namespace Helmdesk
{

// How many turns the customer has written since the last reply, `present` among them. `earlier`: what stands
// before it in the conversation, oldest first. Messages that follow within `joinMilliseconds` are one turn.
// Pure.
inline int unansweredTurns(const std::vector<Message> &earlier, const Message &present, int joinMilliseconds)
{
    int turns = 1;
    QDateTime next = present.at;
    for (auto message = earlier.rbegin(); message != earlier.rend(); ++message) {
        if (message->author == Author::Agent || message->author == Author::Operator)
            break;
        if (message->author != Author::Customer || message->isAutomatic)
            continue;
        if (joinMilliseconds <= 0 || message->at.msecsTo(next) > joinMilliseconds)
            ++turns;
        next = message->at;
    }
    return turns;
}

} // namespace Helmdesk
