#pragma once

#include "core/Json.h"

// The small language of playbooks: paths into the state of a turn, conditions on them, and templates.
// All functions are pure, thread-safe and never throw; a path that leads nowhere is null.
namespace Helmdesk
{

struct ReplyWords;

// "slots.invoice.status" -> the value there, or null. A number selects an array element.
const Json &valueAt(const Json &state, const QString &path);

// True when the condition holds. null is always true. Forms:
//   {"path": P, "is": V} {"path": P, "in": [V…]} {"path": P, "exists": true} {"path": P, "above": N}
//   {"path": P, "below": N} {"path": P, "count": N} {"all": […]} {"any": […]} {"not": C}
bool holds(const Json &condition, const Json &state);

// Replaces {{path}} and {{path|filter}} in the text, in the words of one language. Filters: money (an object
// with amount_minor and currency, or a plain number of minor units with a currency in the state), refunded,
// date, month, field (of the account), status (of an invoice), language, value (for the field in the slots),
// known (what may be missing), name, invoices (one line each), list, lower. A path that leads nowhere becomes
// an empty string.
QString renderTemplate(const QString &text, const Json &state, const ReplyWords &words);

// Renders every string inside `args`. A string that is one whole {{path}} keeps the type of its value; a
// member whose value comes out null is left out.
Json renderArguments(const Json &args, const Json &state);

} // namespace Helmdesk
