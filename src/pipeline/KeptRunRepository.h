#pragma once

#include "core/Ids.h"
#include "core/Result.h"
#include "core/RunControl.h"
#include "pipeline/KeptRun.h"

#include <functional>
#include <optional>
#include <QDateTime>

namespace Helmdesk
{

// What a person did with what a run came to.
enum class PersonsVerdict : quint8 { None, SentUnchanged, Edited, Rejected, OtherCategory };

// A run that is looked at again.
struct RecordedRun {
    RunId run;
    ConversationId conversation;
    qint64 at = 0;                          // seconds since 1970
    Category category = Category::Escalate; // as it came out
    Decision decided = Decision::Escalated; // as it came out, also by a person's decision on a call
    PersonsVerdict verdict = PersonsVerdict::None;
    bool isKept = false; // false: from before its columns were kept; it cannot be decided again
    KeptFacts facts;
};

// What the runs keep for being decided again. Thread: any. Ownership: takes and hands out values. Failure:
// Unavailable, StorageFull, Corrupt or Io of the store.
class KeptRunRepository
{
public:
    virtual ~KeptRunRepository() = default;

    // Once for a message: its first run is what the desk made of it by itself, and stays. In the transaction
    // of the caller where there is one.
    virtual Result<> keep(RunId run, const KeptRun &kept) = 0;

    // The first run of every message that has an outcome in the period (from included, until not; invalid:
    // open), in the order of the messages, each with its paths. Cancelled or Timeout of the control.
    using Visit = std::function<void(const RecordedRun &, const std::vector<KeptPath> &)>;
    virtual Result<> read(const QDateTime &from, const QDateTime &until, const RunControl &control,
                          const Visit &visit) const = 0;
};

} // namespace Helmdesk
