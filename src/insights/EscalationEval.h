#pragma once

#include "core/RunControl.h"
#include "escalation/EscalationAssessor.h"
#include "routing/Router.h"
#include "settings/Settings.h"

namespace Helmdesk
{

EscalationLimits escalationLimitsOf(const Settings &settings);

// Escalation measured on labelled messages: "escalate" (or "should_escalate") and "reasons" (or "reason"). A
// message counts as escalated when the assessor gives a reason or the router puts it under escalate with at
// least half a probability; low confidence alone does not count.
// {"n","precision","recall","false_positive_rate","per_reason":{}}; per_reason holds the share escalated for
// each reason that the file names, right for those that ask for it, a false alarm for the others. Rows with a
// "sentiment" give "sentiment": accuracy of negative against the rest.
Result<Json> evaluateEscalation(const EscalationAssessor &assessor, const Router &router,
                                const Settings &settings, const QString &input, const RunControl &control);

} // namespace Helmdesk
