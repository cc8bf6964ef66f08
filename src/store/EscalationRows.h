#pragma once

#include "core/Domain.h"
#include "core/Ids.h"
#include "store/Database.h"

namespace Helmdesk
{

// A run that went to a person, and what people said of that afterwards.
struct EscalatedRun {
    struct Said {
        QString by;
        bool isFalseAlarm = false;
    };
    RunId run;
    ConversationId conversation;
    MessageId message;
    Category category = Category::Escalate;
    double confidence = 0.0;
    QList<EscalationReason> reasons;
    QString text;           // of the customer
    std::vector<Said> said; // the last word of each person, in the order in which they first spoke
};

// Those from `from` until before `until`, the oldest first. Thread: any. Failure: that of the store.
Result<std::vector<EscalatedRun>> escalatedRuns(Database &database, const QDateTime &from,
                                                const QDateTime &until);
// NotFound where the run did not go to a person.
Result<EscalatedRun> escalatedRun(Database &database, RunId run);

} // namespace Helmdesk
