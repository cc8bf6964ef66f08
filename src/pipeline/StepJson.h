#pragma once

#include "escalation/EscalationAssessor.h"
#include "specialists/Specialist.h"

namespace Helmdesk
{

// The stored forms of what the steps of a run hand on. Reading back gives an equal value.
Json toJson(const NextStep &next);
NextStep nextStepFromJson(const Json &json);

Json toJson(const EscalationAssessment &assessment);
EscalationAssessment assessmentFromJson(const Json &json);

} // namespace Helmdesk
