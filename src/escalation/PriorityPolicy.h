#pragma once

#include "core/Domain.h"
#include "core/Outcome.h"

#include <chrono>
#include <QString>
#include <vector>

namespace Helmdesk
{

struct PriorityFacts {
    std::vector<ReasonDetail> reasons = {};
    QString plan = {};           // free, starter, pro, business; empty: unknown
    QString status = {};         // active, suspended, closed; empty: unknown
    std::chrono::minutes age{0}; // since the customer's first unanswered message
    int unanswered = 0;          // turns of the customer since the last reply, this one among them
};

// Who has to write so often for an answer waits too long.
inline constexpr int manyUnanswered = 3;

// The priority of a ticket: the gravest reason sets the level, a business plan or a long wait raises it by
// one, a free plan with no grave reason lowers it by one. The third unanswered turn is high at least. Safety
// is urgent whatever else holds. Thread: any. Cannot fail.
Priority priorityOf(const PriorityFacts &facts);

} // namespace Helmdesk
