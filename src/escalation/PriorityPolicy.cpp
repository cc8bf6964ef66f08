#include "escalation/PriorityPolicy.h"

#include <algorithm>

namespace Helmdesk
{

namespace
{

constexpr int low = 0;
constexpr int normal = 1;
constexpr int high = 2;
constexpr int urgent = 3;
constexpr double furious = -0.8;
constexpr std::chrono::hours longWait{8};
constexpr std::chrono::hours veryLongWait{24};

bool isAbout(const ReasonDetail &reason, const char *what)
{
    return reason.detail.contains(QLatin1String(what));
}

int levelOf(const ReasonDetail &reason)
{
    switch (reason.reason) {
    case EscalationReason::LowConfidence:
        return normal;
    case EscalationReason::NegativeSentiment:
        return reason.value <= furious ? urgent : high;
    case EscalationReason::ComplexQuery:
        return isAbout(reason, "legal") ? high : normal;
    case EscalationReason::HumanRequested: // who asks for a person waits for one
    case EscalationReason::ApprovalRequired:
        return high;
    case EscalationReason::ToolFailed:
    case EscalationReason::EngineFailed:
        return high;
    case EscalationReason::InjectionSuspected:
        return high;
    case EscalationReason::Policy:
        if (isAbout(reason, "safety"))
            return urgent;
        return isAbout(reason, "mode_off") || isAbout(reason, "language") || isAbout(reason, "empty") ? normal
                                                                                                      : high;
    }
    return normal;
}

bool concernsSafety(const ReasonDetail &reason)
{
    return reason.reason == EscalationReason::Policy && isAbout(reason, "safety");
}

} // namespace

Priority priorityOf(const PriorityFacts &facts)
{
    int level = facts.reasons.empty() ? low : normal;
    for (const ReasonDetail &reason : facts.reasons)
        level = std::max(level, levelOf(reason));
    if (std::ranges::any_of(facts.reasons, concernsSafety))
        return Priority::Urgent;
    const bool isGrave = level >= high;
    if (facts.plan == QLatin1String("business") && !facts.reasons.empty())
        ++level;
    else if (facts.plan == QLatin1String("free") && !isGrave)
        --level;
    if (facts.age >= veryLongWait)
        level += 2;
    else if (facts.age >= longWait)
        ++level;
    if (facts.status == QLatin1String("closed") && !isGrave)
        --level;
    if (facts.unanswered >= manyUnanswered)
        level = std::max(level + 1, high);
    switch (std::clamp(level, low, urgent)) {
    case low:
        return Priority::Low;
    case normal:
        return Priority::Normal;
    case high:
        return Priority::High;
    default:
        return Priority::Urgent;
    }
}

} // namespace Helmdesk
