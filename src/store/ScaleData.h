#pragma once

#include "core/Result.h"
#include "store/Database.h"

namespace Helmdesk
{

// Fills a workspace with made-up conversations for measuring: customers, two messages each, and what runs and
// people had left of them (about 70 % resolved, 10 % waiting for the customer, 20 % open, of which half need
// a person). The same count gives the same rows. Their times end at `now`.
// Thread: any. Failure: Conflict when the workspace holds conversations; otherwise that of the store. All or
// nothing.
Result<> addScaleConversations(Database &database, int count, const QDateTime &now);

// Adds `count` messages with a finished run each to a workspace that addScaleConversations() filled: its
// stored outcome and what it keeps for being decided again, about one in five with an article's path beside
// its own. The same count gives the same rows. Failure: that of the store. All or nothing.
Result<> addScaleRuns(Database &database, int count, const QDateTime &now);

} // namespace Helmdesk
