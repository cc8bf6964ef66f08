#pragma once

#include "core/Json.h"
#include "insights/Insights.h"

namespace Helmdesk
{

enum class InsightsBy { Channel, Category, Day, Operator, Reason };
std::optional<InsightsBy> insightsByNamed(const QString &name); // "channel" …

// The figures as one flat object of numbers: every count, and what follows from them; null where there is
// nothing to divide by. docs/insights.md has each.
Json recordOf(const InsightFigures &figures, const InsightAssumptions &assumed);

// The rows of one table, flat, each with its "key", "reason" or "operator"; the names of their columns in the
// order of a report.
Json rowsOf(const Insights &insights, InsightsBy by);
QStringList columnsOf(InsightsBy by);

// Period, filter, assumptions and totals; with `by` also its "rows".
Json toJson(const Insights &insights, std::optional<InsightsBy> by);

} // namespace Helmdesk
