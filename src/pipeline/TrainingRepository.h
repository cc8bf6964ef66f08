#pragma once

#include "core/Domain.h"
#include "core/Ids.h"
#include "core/Json.h"

#include <QDateTime>
#include <vector>

namespace Helmdesk
{

struct TrainingExample {
    qint64 id = 0;
    QString text;
    Category category = Category::General;
    QString intent;    // empty where only the category is known
    QString origin;    // "operator", "import"
    MessageId message; // where it came from; may be invalid
    QString by;
    QDateTime at;
};

enum class VerdictKind {
    CategoryChanged, // before and after are category names
    IntentChanged,   // before and after are intent names
    EscalationRight, // the weekly review: a person was needed
    EscalationFalseAlarm,
    DraftSent, // kept by DraftRepository::recordVerdict
    DraftEdited,
    DraftRejected,
};
// Fixed names in the store.
inline QString nameOf(VerdictKind value)
{
    switch (value) {
    case VerdictKind::CategoryChanged:
        return QStringLiteral("category_changed");
    case VerdictKind::IntentChanged:
        return QStringLiteral("intent_changed");
    case VerdictKind::EscalationRight:
        return QStringLiteral("escalation_right");
    case VerdictKind::EscalationFalseAlarm:
        return QStringLiteral("escalation_false_alarm");
    case VerdictKind::DraftSent:
        return QStringLiteral("draft_sent");
    case VerdictKind::DraftEdited:
        return QStringLiteral("draft_edited");
    case VerdictKind::DraftRejected:
        return QStringLiteral("draft_rejected");
    }
    return {};
}

struct OperatorVerdict {
    qint64 id = 0;
    VerdictKind kind = VerdictKind::CategoryChanged;
    ConversationId conversation;
    MessageId message;
    DraftId draft; // for the draft kinds
    QString before;
    QString after;
    QString reason;
    double confidence = 0.0; // what the engine had said of it, 0 to 1
    QString by;
    QDateTime at;
};

// What operators taught. Thread: any. Ownership: takes and returns values. Failure: Unavailable,
// StorageFull, Corrupt or Io of the store.
class TrainingRepository
{
public:
    virtual ~TrainingRepository() = default;
    // The same text and origin again replaces its label.
    virtual Result<qint64> addExample(const TrainingExample &example) = 0;
    virtual Result<std::vector<TrainingExample>> examples() const = 0;     // oldest first
    virtual Result<qint64> addVerdict(const OperatorVerdict &verdict) = 0; // audited
    virtual Result<std::vector<OperatorVerdict>> verdicts(const QDateTime &since, int limit) const = 0;
};

} // namespace Helmdesk
