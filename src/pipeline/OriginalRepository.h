#pragma once

#include "core/Ids.h"
#include "core/Result.h"

#include <optional>
#include <QDateTime>
#include <QString>

namespace Helmdesk
{

// A message as it was written, secrets included.
struct OriginalMessage {
    MessageId message;
    QString subject;
    QString text; // the whole body
    QDateTime keptAt;
    QDateTime expiresAt;
};

// Texts with their secrets, for as long as the supervisor allows (setting privacy.keep_originals_hours). They
// are in no index and no export, and go with their message when it is erased.
// Thread: any. Failure: that of the store.
class OriginalRepository
{
public:
    virtual ~OriginalRepository() = default;
    virtual Result<> keep(const OriginalMessage &original) = 0;
    // Hands one out to `by`; that is written into the audit log in the same transaction. Nothing when there
    // is none, or when its time is over.
    virtual Result<std::optional<OriginalMessage>> show(MessageId message, const QString &by,
                                                        const QDateTime &now) = 0;
    // Removes what is older than `hours` or past its own time; how many.
    virtual Result<qint64> purge(const QDateTime &now, int hours) = 0;
};

} // namespace Helmdesk
