#pragma once

#include "core/Json.h"
#include "monitoring/HealthFinding.h"

namespace Helmdesk
{

// A finding in English, for the command line, logs and mails; the console has its own words. Pure.
QString titleOf(const HealthFinding &finding);  // "Messages that wait for the desk"
QString wordsOf(const HealthFinding &finding);  // what is the case, in sentences
QString adviceOf(const HealthFinding &finding); // what to do about it; empty: nothing
Json toJson(const HealthFinding &finding);

} // namespace Helmdesk
