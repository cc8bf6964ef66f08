#pragma once

#include "pipeline/TurnRouting.h"

namespace Helmdesk
{

// Whether the session has a request that was routed and not forgotten yet. These and the others: pure; any
// thread.
bool hasRunningConversation(const RoutingTurn &turn);

// "I meant INV-2", "no wait, the other one": takes back what was said and names something else.
bool correctsItself(const QString &text);

// True when the turn answers what the last reply asked for, or points at what it listed. `fresh` is the route
// of the turn alone.
bool continuesConversation(const RoutingTurn &turn, const Route &fresh);

// The route of a turn that continues: that of the conversation, or what it proposed.
void followUp(const RoutingTurn &turn, Route &route);

} // namespace Helmdesk
