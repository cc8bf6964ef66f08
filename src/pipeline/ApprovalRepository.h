#pragma once

#include "core/Ids.h"
#include "core/Json.h"
#include "core/Money.h"

#include <optional>
#include <QCryptographicHash>
#include <QDateTime>
#include <QList>
#include <vector>

namespace Helmdesk
{

enum class ApprovalState { Pending, Approved, Denied, Expired, Voided };
enum class ApprovalDecision { Approve, Deny };

// Fixed names in the store.
inline QString nameOf(ApprovalState value)
{
    switch (value) {
    case ApprovalState::Pending:
        return QStringLiteral("pending");
    case ApprovalState::Approved:
        return QStringLiteral("approved");
    case ApprovalState::Denied:
        return QStringLiteral("denied");
    case ApprovalState::Expired:
        return QStringLiteral("expired");
    case ApprovalState::Voided:
        return QStringLiteral("voided");
    }
    return {};
}

// Which requests a list is about.
struct ApprovalFilter {
    QList<ApprovalState> states = {}; // empty: all
    QDateTime from = {};              // asked for at this time or later; invalid: from the beginning
    QDateTime before = {};            // asked for before this time; invalid: until now
    int limit = 1000;
};

// What exactly waits for a person.
struct NewApproval {
    QString callKey; // idempotency key of the call; the same key gives the same approval
    ConversationId conversation;
    MessageId message;
    RunId run;
    QString tool;
    Json args = Json::object();
    std::optional<Money> amount;
    QString customer;
    QString preview;        // the exact effect in words
    Json shown;             // what the card shows beside it, as ToolRunner::describe() gives it
    bool isForMode = false; // waits only because of the category's mode, sent together with the reply
    QDateTime createdAt;
    QDateTime expiresAt; // not decided by then: denied
};

struct Approval {
    ApprovalId id;
    NewApproval request;
    QString digest; // of what is asked for; approvalDigest()
    ApprovalState state = ApprovalState::Pending;
    QString decidedBy;
    QDateTime decidedAt;
    QString reason;         // why it was denied or voided
    bool isSettled = false; // the run went on from the decision
};

// SHA-256 in hexadecimal over the canonical JSON (keys sorted, compact) of everything that the card shows:
// tool, arguments, amount, customer, conversation, expiry, preview, destination, changes and the customer's
// status. An approval of something else has another one and cannot be used.
inline QString approvalDigest(const NewApproval &request)
{
    Json canonical = {{"tool", request.tool},
                      {"args", request.args},
                      {"customer", request.customer},
                      {"conversation", request.conversation.value},
                      {"message", request.message.value},
                      {"run", request.run.value},
                      {"preview", request.preview},
                      {"shown", request.shown},
                      {"for_mode", request.isForMode},
                      {"expires", request.expiresAt.toUTC().toString(Qt::ISODateWithMs)}};
    if (request.amount)
        canonical["amount"] = {{"minor", request.amount->minor}, {"currency", request.amount->currency}};
    return QString::fromLatin1(
        QCryptographicHash::hash(toBytes(canonical), QCryptographicHash::Sha256).toHex());
}

// Whether two requests show the same; they may run out at different times.
inline bool showTheSame(NewApproval one, const NewApproval &other)
{
    one.expiresAt = other.expiresAt;
    return approvalDigest(one) == approvalDigest(other);
}

// Requests that wait for a person, and what the person said. Every decision is audited in the same
// transaction.
// Thread: any. Ownership: takes and returns values. Failure: as told below, otherwise Unavailable,
// StorageFull, Corrupt or Io of the store.
class ApprovalRepository
{
public:
    virtual ~ApprovalRepository() = default;

    // A request of the same key that is open (pending, or approved and not yet executed) is given back as it
    // is; when it shows something else than `request`, or its row was changed since it was made, it is voided
    // and a new one takes its place and its key; so does one for a withdrawn request of an earlier run. One
    // that was decided otherwise is given back.
    virtual Result<Approval> create(const NewApproval &request) = 0;
    virtual Result<std::optional<Approval>> get(ApprovalId id) const = 0;
    virtual Result<std::optional<Approval>> byCallKey(const QString &callKey) const = 0;
    virtual Result<std::vector<Approval>> pending(int limit = 1000) const = 0;          // oldest first
    virtual Result<std::vector<Approval>> list(const ApprovalFilter &filter) const = 0; // newest first
    virtual Result<std::vector<Approval>> ofConversation(ConversationId conversation) const = 0;
    virtual Result<std::vector<Approval>> ofRun(RunId run) const = 0;

    // Usable once: Conflict when it was decided before. Denied when `digest`, which the person saw, is not
    // that of the row as it is now, or when the row was changed since it was made. Timeout when it expired
    // before `at`; it is then Expired, which counts as denied. NotFound for an unknown id.
    virtual Result<Approval> decide(ApprovalId id, const QString &digest, ApprovalDecision decision,
                                    const QString &by, const QDateTime &at, const QString &reason = {}) = 0;

    // Where it takes two people: keeps that one of them said yes, and leaves it pending. Conflict, Denied and
    // Timeout as decide(); saying it twice changes nothing.
    virtual Result<> vote(ApprovalId id, const QString &digest, const QString &by, const QDateTime &at) = 0;
    virtual Result<QStringList> votes(ApprovalId id) const = 0; // who said so, in order

    // Pending ones past their expiry become Expired; returns them.
    virtual Result<std::vector<Approval>> expireOverdue(const QDateTime &now) = 0;
    // A pending one that no longer applies (changed arguments, a take-over); Conflict when not pending.
    virtual Result<> voidPending(ApprovalId id, const QString &why, const QDateTime &at) = 0;
    // `by` is the person whose act withdrew them; empty: the desk itself.
    virtual Result<> voidPendingOf(ConversationId conversation, const QString &why, const QDateTime &at,
                                   const QString &by = {}) = 0;

    // Decided (or expired) ones whose run has not gone on yet, e.g. after a crash; oldest first.
    virtual Result<std::vector<Approval>> unsettled() const = 0;
    virtual Result<> markSettled(ApprovalId id) = 0;
};

} // namespace Helmdesk
