#pragma once

#include "core/Result.h"
#include "store/Database.h"

namespace Helmdesk
{

// Fills a fresh workspace with the sample company Northlight: customers, subscriptions, invoices, payment
// methods, refunds, tickets and past conversations from resources/demo. Everything in it is invented, and
// the same each time. The articles of the knowledge base are imported separately.
// Thread: any. Failure: Conflict when the workspace holds customers or conversations already; Unavailable
// when the files are missing; otherwise Corrupt, StorageFull or Io. All or nothing.
Result<> loadDemoData(Database &database);

} // namespace Helmdesk
