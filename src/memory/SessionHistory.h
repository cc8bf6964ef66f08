#pragma once

#include "core/Message.h"

#include <QDateTime>
#include <vector>

namespace Helmdesk
{

struct SessionRule {
    int ttlSeconds = 3600; // a silence longer than this ends the session
    int maxTurns = 10;     // messages kept at most
};

// The messages that still belong to the session at `now`: going back from now, each at most the TTL before
// the one after it, notes and system lines left out, the newest `maxTurns` of them, oldest first.
// `messages` is in order of time. Thread: any; a pure function.
std::vector<Message> sessionHistory(const std::vector<Message> &messages, const QDateTime &now,
                                    const SessionRule &rule);

} // namespace Helmdesk
