#pragma once

#include "core/Ids.h"
#include "core/Json.h"
#include "core/Money.h"
#include "tools/EffectKey.h"

#include <optional>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <vector>

namespace Helmdesk
{

enum class EffectState {
    New,       // never begun
    Started,   // begun, and not proven finished
    Done,      // happened; its result is kept
    Abandoned, // proven not to have happened, and cannot happen any more under this start
    Unknown,   // may have happened: a person decides
};

// Fixed names in the store: new, started, done, abandoned, unknown.
QString nameOf(EffectState state);

// What is about to happen, written before it happens.
struct EffectIntent {
    EffectKey key;
    QString tool;
    QString argsDigest;
    ConversationId conversation;
    MessageId message;
    RunId run;
    QString customer;
    QDateTime at;
    std::optional<Money> amount; // of an effect that moves money
    QString approvedBy;          // the operator who allowed it; empty: the agent acts alone
};

struct EffectRecord {
    EffectState state = EffectState::New;
    Json result; // of a Done effect
};

// Which effects a sum of the rules is over.
struct PastEffectQuery {
    QStringList tools;
    std::optional<QString> customer;   // nothing: of all
    std::optional<QString> approvedBy; // nothing: whoever approved
    QDateTime since;                   // those after it
    EffectKey except;                  // is not counted
    // Also what has begun: of tools whose backend does not ask again where nothing can come between.
    bool countsBegun = true;
};

struct PastEffect {
    std::optional<Money> amount;
    QDateTime at;
};

// The record on disk of every effect that was ever begun; what makes effects happen once. Each change of
// state is in the audit log by the same transaction: effect.started, effect.done, effect.failed,
// effect.unknown.
//
// A backend that can, marks the effect Done in the same transaction as the effect itself, and refuses to
// when it is no longer Started. Thread: any. Failure: Unavailable, StorageFull, Corrupt or Io of the store.
class EffectLedger
{
public:
    virtual ~EffectLedger() = default;

    // Writes the intent, to the disk itself, and returns what stood there before. New and Abandoned are
    // Started afterwards; the others stay as they are.
    virtual Result<EffectRecord> begin(const EffectIntent &intent) = 0;
    // Started becomes Done with the result; a Done one keeps its first result.
    virtual Result<> finish(const EffectKey &key, const Json &result, const QDateTime &at) = 0;
    // Started becomes `state` (Abandoned or Unknown). Returns how it stands then: a Done one stays Done.
    virtual Result<EffectRecord> giveUp(const EffectKey &key, EffectState state, const QString &why,
                                        const QDateTime &at) = 0;
    virtual Result<EffectRecord> find(const EffectKey &key) const = 0; // New when there is none
    // What happened or may have happened, oldest first.
    virtual Result<std::vector<PastEffect>> past(const PastEffectQuery &query) const = 0;
};

} // namespace Helmdesk
