#pragma once

#include "core/Result.h"
#include "store/Database.h"

#include <QDateTime>

namespace Helmdesk
{

// What stands half done in a workspace: it needs a person, or a program that takes it up.
struct LeftOvers {
    qint64 effectsBegun = 0;   // before the given time, and not known to have ended
    qint64 effectsUnknown = 0; // for a person to find out
    qint64 mailsUnknown = 0;   // may have left; for a person to decide
    qint64 mailsFailed = 0;
    qint64 mailsLeaving = 0; // claimed and not known to have left
    qint64 unanswered = 0;   // messages of customers that came before the given time, without an outcome
};

// Thread: any. Failure: that of the store.
Result<LeftOvers> leftOvers(Database &database, const QDateTime &before);

} // namespace Helmdesk
