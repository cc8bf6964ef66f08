#include "specialists/ActGate.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr double plainly = 0.5; // from which the likeliest mood is taken for the turn's

// Whether the turn only gives what the desk asked back for in this playbook.
bool answersPlaybook(const Playbook &playbook, const TurnContext &context)
{
    return context.followsUp && stringOr(context.memory, "playbook") == playbook.id &&
           !stringOr(context.memory, "awaiting").isEmpty();
}

} // namespace

ActEvidence evidenceFor(const Playbook &playbook, const TurnContext &context)
{
    ActEvidence evidence;
    if (const ActReading *reading = context.reading.of(playbook.asks)) {
        evidence.asks = reading->asks;
        evidence.contrary = reading->contrary;
        evidence.isWithdrawn = reading->mood == Mood::Refuses && reading->likelihood >= plainly;
    }
    if (answersPlaybook(playbook, context) && !evidence.isWithdrawn) {
        const Json &before = memberOrNull(context.memory, "asked");
        if (const double asked = numberOr(before, "asks", 0.0); asked > evidence.asks) {
            evidence.asks = asked;
            evidence.contrary = std::max(evidence.contrary, numberOr(before, "contrary", 0.0));
        }
    }
    return evidence;
}

Json memoryOf(const ActEvidence &evidence)
{
    return {{"asks", evidence.asks}, {"contrary", evidence.contrary}};
}

bool mayActAtOnce(const Playbook &playbook, const TurnContext &context, const QStringList &leftOver,
                  bool isAssumed)
{
    if (!leftOver.isEmpty() || isAssumed || (playbook.movesMoney() && context.actLimits.confirmsPayments))
        return false;
    return evidenceFor(playbook, context).isPlain(context.actLimits);
}

} // namespace Helmdesk
