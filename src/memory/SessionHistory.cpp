#include "memory/SessionHistory.h"

#include <algorithm>

namespace Helmdesk
{

std::vector<Message> sessionHistory(const std::vector<Message> &messages, const QDateTime &now,
                                    const SessionRule &rule)
{
    std::vector<Message> kept;
    QDateTime later = now;
    for (auto it = messages.rbegin(); it != messages.rend(); ++it) {
        if (std::ssize(kept) >= rule.maxTurns || it->at.secsTo(later) > rule.ttlSeconds)
            break;
        if (it->author == Author::Note || it->author == Author::System)
            continue;
        later = it->at;
        kept.push_back(*it);
    }
    std::ranges::reverse(kept);
    return kept;
}

} // namespace Helmdesk
