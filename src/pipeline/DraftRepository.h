#pragma once

#include "core/Message.h"
#include "core/Outcome.h"

#include <optional>
#include <vector>

namespace Helmdesk
{

enum class DraftState {
    Current,
    SentUnchanged,
    Edited, // sent after the operator changed it
    Rejected,
    Superseded, // a newer draft took its place
    Discarded,  // a person took over
};
// Fixed names in the store.
inline QString nameOf(DraftState value)
{
    switch (value) {
    case DraftState::Current:
        return QStringLiteral("current");
    case DraftState::SentUnchanged:
        return QStringLiteral("sent_unchanged");
    case DraftState::Edited:
        return QStringLiteral("edited");
    case DraftState::Rejected:
        return QStringLiteral("rejected");
    case DraftState::Superseded:
        return QStringLiteral("superseded");
    case DraftState::Discarded:
        return QStringLiteral("discarded");
    }
    return {};
}

struct NewDraft {
    ConversationId conversation;
    MessageId message;
    RunId run;
    QString text;
    std::vector<Citation> citations;
    Category category = Category::General;
    QString intent;
    double confidence = 0.0; // probability that a person would send it unchanged, 0 to 1
    double estimate = 0.0;   // what the specialist said before it was calibrated, 0 to 1
    bool shadow = false;     // only to look at: never sent
    QDateTime createdAt;
};

struct Draft {
    DraftId id;
    NewDraft proposal;
    std::optional<QString> editedText; // what the operator has typed so far
    DraftState state = DraftState::Current;
    QString decidedBy;
    QDateTime decidedAt;
    QString reason;    // of a rejection
    QString finalText; // as sent
};

// What an operator did with a draft: the ground truth for calibration and learning.
struct DraftVerdict {
    DraftId draft;
    DraftState kind = DraftState::SentUnchanged; // SentUnchanged, Edited or Rejected
    QString finalText;                           // for Edited: as sent
    QString reason;                              // for Rejected
    QString by;
    QDateTime at;
};

// Proposed replies. Thread: any. Ownership: takes and returns values. Failure: NotFound for an unknown id,
// Conflict for a draft that is no longer current, otherwise Unavailable, StorageFull, Corrupt or Io.
class DraftRepository
{
public:
    virtual ~DraftRepository() = default;

    // Becomes the conversation's current draft; the one before is superseded. The draft of the same run is
    // replaced in place as long as it is current (a resumed run proposes again), so its id stays. What an
    // operator had typed into the one before stands in the new one.
    virtual Result<DraftId> propose(const NewDraft &draft) = 0;
    virtual Result<std::optional<Draft>> get(DraftId id) const = 0;
    virtual Result<std::optional<Draft>> current(ConversationId conversation) const = 0;
    // Kept over restarts; an empty optional takes the operator's text back.
    virtual Result<> saveEdit(DraftId id, const std::optional<QString> &text) = 0;
    virtual Result<> discardCurrent(ConversationId conversation, const QString &by, const QDateTime &at) = 0;

    // The draft that a take-over discarded, while the customer's last message is still the one that it
    // answers and nobody has answered it.
    virtual Result<std::optional<Draft>> discarded(ConversationId conversation) const = 0;
    // A discarded draft is the current one again; Conflict for another one.
    virtual Result<> bringBack(DraftId id) = 0;

    // Ends the draft, and keeps before and after as a verdict, in one audited transaction. SentUnchanged with
    // a final text other than the proposal is stored as Edited.
    virtual Result<> recordVerdict(const DraftVerdict &verdict) = 0;
    // Drafts with a verdict, newest first.
    virtual Result<std::vector<Draft>> judged(int limit) const = 0;
};

} // namespace Helmdesk
