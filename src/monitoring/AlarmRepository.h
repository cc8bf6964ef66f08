#pragma once

#include "core/Result.h"

#include <optional>
#include <QDateTime>
#include <vector>

namespace Helmdesk
{

// An alarm from its beginning to its end.
struct Alarm {
    qint64 id = 0;
    QString key;          // of the finding
    QString title;        // in English, of the beginning
    QString words;        //
    QDateTime since;      // UTC
    QDateTime quietSince; // the finding is no alarm since then; invalid: it is one
    QDateTime until;      // invalid: it stands
    bool isMailed = false;
};

// Where alarms are kept, so that no restart tells one again. Thread: any. Ownership: takes and returns
// values. Failure: NotFound for an unknown id, Conflict for a second one of a key that stands, otherwise that
// of the store.
class AlarmRepository
{
public:
    virtual ~AlarmRepository() = default;
    virtual Result<std::vector<Alarm>> standing() const = 0;          // the oldest first
    virtual Result<std::vector<Alarm>> ended(int limit) const = 0;    // the newest first
    virtual Result<qint64> begin(const Alarm &alarm) = 0;             // its id
    virtual Result<> setQuiet(qint64 id, const QDateTime &since) = 0; // an invalid time: it is an alarm again
    virtual Result<> end(qint64 id, const QDateTime &until) = 0;
    // Beginnings that were told by mail since then.
    virtual Result<int> mailsSince(const QDateTime &since) const = 0;
};

} // namespace Helmdesk
