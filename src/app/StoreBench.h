#pragma once

#include "core/Json.h"
#include "core/RunControl.h"

#include <QString>

namespace Helmdesk
{

// Both work on a workspace of their own with that many made-up conversations in a temporary folder, and give
// p50, p99 and maximum of each call in milliseconds. Thread: any. Failure: that of the store.

// `helmdeskctl bench queue`: what the console asks for all day: counts, the first page of each view, pages by
// cursor far down, full-text search for frequent, rare and several words, opening a conversation; and claims:
// of replies that are due, and of a conversation that two people want.
Result<Json> benchQueue(int conversations, int rounds, const RunControl &control);

// `helmdeskctl bench store`: what a message costs the store on its way: intake, begin of its run, one step,
// the outcome, a reply into the outbox, its claim and its delivery; and opening the workspace.
Result<Json> benchStore(int conversations, int rounds, const RunControl &control);

} // namespace Helmdesk
