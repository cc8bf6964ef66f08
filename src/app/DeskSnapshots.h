#pragma once

#include "core/Domain.h"
#include "core/Ids.h"
#include "core/Json.h"
#include "core/Message.h"
#include "core/Money.h"
#include "core/Outcome.h"
#include "llm/ChatTypes.h"
#include "memory/CustomerContext.h"
#include "routing/LearningRepository.h"

#include <optional>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <vector>

// What the console shows, as values. Made on engine threads, handed to the GUI thread, never changed there.
namespace Helmdesk
{

enum class QueueView { NeedsReview, Escalated, Approvals, Automatic, Mine, All };

enum class QueueSort { Priority, LongestWaiting, Newest };

struct QueueQuery {
    QueueView view = QueueView::NeedsReview;
    QString search = {}; // full text over messages, subject and sender, in all views; empty: the view
    std::optional<Category> category = {};
    std::optional<ChannelKind> channel = {};
    bool isUnanswered = false; // the customer spoke last
    QueueSort sort = QueueSort::Priority;

    bool isFiltered() const { return category || channel || isUnanswered; }
    bool operator==(const QueueQuery &) const = default;
};

// A view of the queue that somebody gave a name.
struct SavedView {
    QString name;
    QueueQuery query;
};

// A stretch of a text, in UTF-16 units.
struct TextRange {
    int start = 0;
    int length = 0;
    bool operator==(const TextRange &) const = default;
};

struct QueueRow {
    ConversationId id;
    TicketId ticket;                // the number by which everybody names the case; invalid: none was made
    QString customer;               // a name; empty: not known
    QString address;                // the sender's, on the channel; empty: none
    QString visitor;                // of a web visitor: four figures that tell one from another
    QString subject;                // or the first words of the last message
    QString snippet;                // where the search matched, or the beginning of the last message
    std::vector<TextRange> matches; // of a search, in the snippet
    ChannelKind channel = ChannelKind::Api;
    ConversationStatus status = ConversationStatus::Open;
    QString assignee;
    std::optional<Category> category; // nothing while no run has ended
    double confidence = 0.0;
    QList<EscalationReason> reasons;
    std::optional<Decision> decision;
    Priority priority = Priority::Normal;
    QDateTime updatedAt; // UTC
    int pendingApprovals = 0;
    bool hasDraft = false;
    bool isShadow = false;
    bool isUnread = false;       // the customer spoke last and nobody has answered
    bool needsAttention = false; // a person has something to do
    QDateTime dueAt;             // UTC; what was promised is due; invalid: nothing
    QString promise;             // in the words of the reply; empty: set by hand
    bool operator==(const QueueRow &) const = default;
};

// Whether a view of this operator shows the row, as the store's filter would say.
inline bool belongsTo(QueueView view, const QueueRow &row, const QString &operatorName)
{
    const bool isOpen = row.status != ConversationStatus::Resolved;
    switch (view) {
    case QueueView::NeedsReview:
        return isOpen && row.needsAttention && row.decision != Decision::Escalated;
    case QueueView::Escalated:
        return isOpen && row.needsAttention && row.decision == Decision::Escalated;
    case QueueView::Approvals:
        return isOpen && row.pendingApprovals > 0;
    case QueueView::Automatic:
        return row.decision == Decision::AutoSend;
    case QueueView::Mine:
        return isOpen && !operatorName.isEmpty() &&
               row.assignee.compare(operatorName, Qt::CaseInsensitive) == 0;
    case QueueView::All:
        break;
    }
    return true;
}

// The first of the views, in the order of an operator's work, that shows the row.
inline QueueView placeOf(const QueueRow &row, const QString &operatorName)
{
    for (const QueueView view : {QueueView::Mine, QueueView::Approvals, QueueView::Escalated,
                                 QueueView::NeedsReview, QueueView::Automatic})
        if (belongsTo(view, row, operatorName))
            return view;
    return QueueView::All;
}

// Opaque place where a page ends.
struct QueueCursor {
    int priority = 0;
    QString updatedAt;
    qint64 id = 0;
    bool isResolved = false;
};

struct QueuePage {
    std::vector<QueueRow> rows;
    std::optional<QueueCursor> next; // empty: this was the last page
};

using QueueCounts = QMap<QueueView, int>;

// Where a conversation stood before an act, to be put back there.
struct PlaceBefore {
    ConversationId id;
    ConversationStatus status = ConversationStatus::Open;
    QString assignee;
    bool needsAttention = false;
};

// Of all that an act moved; empty: it cannot be undone exactly.
using PlacesBefore = std::vector<PlaceBefore>;

// What a conversation's turn came to before its category was changed or its draft rejected; opaque, for
// undoCategory() and undoReject().
struct TurnBefore {
    ConversationId id;
    Json state;
};

enum class Delivery { None, Queued, Sending, Sent, Failed, Unknown, Cancelled };

enum class ActState { Approved, Denied, Expired, Withdrawn };

// What became of a call that waited for a person.
struct ActLine {
    QString effect; // "Refund 249.00 USD to card ending 4242 for INV-1050"
    ActState state = ActState::Approved;
    QString by;     // who decided; empty: nobody
    QString reason; // of a denial, in that person's words
};

struct ThreadEntry {
    MessageId id; // invalid for a reply that has not left the outbox
    Author author = Author::Customer;
    QString name; // customer, "Helmdesk" or the operator
    QString text;
    QString fullText;        // with what `text` leaves out; equals text where nothing was cut
    bool hidesQuote = false; // an earlier mail is among that, and not a signature alone
    QDateTime at;
    Delivery delivery = Delivery::None;
    OutboxId outbox; // for undo while queued, and for sending again
    QString failure;
    QList<Attachment> attachments;
    QString cc;                 // who got a copy
    QString bcc;                // who got one that nobody else sees; of a reply
    QString forwardedFrom;      // who wrote what it passes on, as claimed; empty: nobody
    std::optional<ActLine> act; // instead of a text
};

struct DraftView {
    DraftId id;
    QString text;       // as the agent proposed it
    QString editedText; // as the operator left it; equal to text when untouched
    double confidence = 0.0;
    bool isShadow = false;
    std::vector<Citation> citations;
};

struct ApprovalView {
    ApprovalId id;
    ConversationId conversation;
    QString customer;
    QString words; // of the customer's message that it answers
    QString tool;
    QString effect;                                  // "Refund 249.00 USD to card ending 4242 for INV-1050"
    std::vector<std::pair<QString, QString>> before; // name, value
    std::vector<std::pair<QString, QString>> after;
    QString rule; // the policy rule that asks for a person; empty when only the category's mode does
    QString digest;
    Json args;
    std::optional<Money> amount; // of money that it moves
    QDateTime requestedAt;
    QDateTime expiresAt;
    bool isForMode = false; // Send executes it
};

// Which decisions are shown.
struct DecisionQuery {
    std::optional<ActState> state = {}; // empty: all
    int days = 30;                      // decided within so many days; 0: ever
    QString text = {};                  // in customer, effect, reason or the name of who decided
    int limit = 1000;
};

// A decision that a person made, or that was made by time or by events.
struct DecisionRow {
    ApprovalId id;
    ConversationId conversation;
    QString customer;
    QString effect; // "Refund 249.00 USD to card ending 4242 for INV-1050"
    std::optional<Money> amount;
    ActState state = ActState::Approved;
    QString by;
    QString reason; // of a denial or withdrawal
    QDateTime requestedAt;
    QDateTime decidedAt;
};

// A customer to choose, for a sender whom nobody has established.
struct CustomerChoice {
    QString id;
    QString name;
    QString email;
    QString company;
    bool operator==(const CustomerChoice &) const = default;
};

struct CustomerCard {
    QString id;
    QString name;
    QString email;
    QString plan;
    QString status;
    QString company;
    QString phone;
    QString language;
    QDate joined;
    struct TicketLine {
        TicketId id;
        QString category;
        QString subject;
        QString status;
    };
    std::vector<TicketLine> tickets; // the last five
    std::optional<CurrentSubscription> subscription;
    std::optional<ChargedMethod> paymentMethod;
};

struct RunStepView {
    QString name;
    double milliseconds = 0.0;
    bool hasFailed = false;
    Json request; // what the step was given
    Json result;  // what it came to
};

// One line of what a person who takes a conversation over has to know.
enum class HandoffKind {
    Said,       // a sentence: the customer's, or a model's about the conversation
    Done,       // a call that changed something
    Denied,     // by a person
    Failed,     // a call
    LookedUp,   // a call that only read
    Read,       // an article
    Replied,    // the beginning of a reply that was sent
    Proposed,   // a draft is there
    Waits,      // a call, for a person's decision
    Reason,     // why a person
    Unanswered, // since a moment
};
struct HandoffItem {
    HandoffKind kind = HandoffKind::Said;
    QString text;
    std::optional<ReasonDetail> reason = {}; // of Reason
    QDateTime at = {};                       // of Unanswered, UTC
};

// Of a conversation that was given to a person.
struct HandoffSummary {
    std::vector<HandoffItem> asked;
    std::vector<HandoffItem> done; // from the record alone, never a model's words
    std::vector<HandoffItem> tried;
    std::vector<HandoffItem> open;
    QString engine; // the model that worded it; empty: it is an extract of the record
};

// A file that goes with the reply that is being written.
struct BegunFile {
    qint64 id = 0;
    QString name;
    QString mediaType;
    qint64 bytes = 0;
    bool operator==(const BegunFile &) const = default;
};

// What goes with the reply that is being written, beside its words, and to whom it goes.
struct BegunReply {
    std::vector<BegunFile> files;
    ReplyCopies copies;
    bool isMail = false;           // it leaves as a mail: it may have copies
    QString to;                    // address
    QStringList others;            // who were written to beside the team; addresses
    bool copiesByDefault = false;  // these get copies unless somebody says otherwise
    QStringList ownAddresses = {}; // of the team; never written to
    bool operator==(const BegunReply &) const = default;
};

struct ConversationView {
    QueueRow row;
    QString subject;
    std::vector<ThreadEntry> thread; // oldest first
    std::optional<DraftView> draft;
    std::optional<Outcome> outcome; // latest: category, confidence, parts, reasons, tools, citations, times
    std::optional<Category> runnerUp;
    double runnerUpConfidence = 0.0;
    double routingThreshold = 0.0; // as set now
    double answerThreshold = 0.0;
    Mode mode = Mode::Suggest;           // of the category, as set now
    std::vector<ApprovalView> approvals; // pending ones
    std::optional<CustomerCard> customer;
    // Where the channel established nobody: who linked the sender to `customer`, else the customer whose
    // address the sender claims.
    QString linkedBy;
    std::optional<CustomerChoice> probable;
    QString cc; // of the customer's last message
    std::vector<RunStepView> steps;
    QString privateText; // what the operator had typed while there was no draft
    QString takenDraft;  // of a conversation taken over: what Helmdesk had proposed, to begin with
    BegunReply begun;
    QString begunNote; // an internal note that was not added yet
    QString language;  // of the draft, else of the customer's last message, ISO 639-1; empty: not known
    std::optional<HandoffSummary> handoff; // of one that was escalated and is not resolved
};

// What sending came to: the item to take back, and for how long that is possible (0: it has left).
struct SentReply {
    OutboxId item;
    int undoSeconds = 0;
};

struct ArticleRow {
    QString id;
    QString title;
    Category category = Category::General;
    QString updated;
    int passages = 0;
    QString snippet; // where a search matched
};

struct Article {
    QString id; // empty: a new one
    QString title;
    Category category = Category::General;
    QString updated;
    QString text;    // Markdown
    QString passage; // for a citation: the words to show first, without marks; empty: the beginning
};

struct SettingRow {
    QString name; // "routing.threshold"
    QString title;
    QString meaning;
    Json value;
    Json fallback;
    Json strictest; // of what may leave without a person; null: it has no say in that
    double minimum = 0.0;
    double maximum = 0.0;
    QStringList choices;
    enum class Type { Number, Integer, Text, Boolean, Choice } type = Type::Number;
    bool isDefault = true;
    bool isPreset = false; // `fallback` is the administrator's
    bool isLocked = false; // by the administrator: it cannot be changed here
    QString contact;       // of the administrator, in free words; empty: not said
};

// What an import came to.
struct ImportSummary {
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    QStringList problems; // a source and what is wrong with it
};

struct Snippet {
    qint64 id = 0; // 0: not stored yet
    QString name;
    QString
        text; // placeholders {name}, {first_name}, {ticket}, {operator}, {date}; others stay to be filled in
    bool operator==(const Snippet &) const = default;
};

// A sentence of an article that gives a figure.
struct StatementRow {
    QString article;
    QString title;
    QString updated; // YYYY-MM-DD or empty
    int passage = 0;
    QString sentence;
    QString value; // the figure, as written
};

// Two sentences that say the same with different figures; the article changed last comes first.
struct ConflictRow {
    StatementRow first;
    StatementRow second;
};

// An old article whose replies operators keep changing.
struct StaleRow {
    QString article;
    QString title;
    QString updated; // YYYY-MM-DD or empty
    int days = 0;    // since then; -1: the date is not known
    int corrections = 0;
};

// What somebody should look at in the knowledge base.
struct KnowledgeReviewView {
    std::vector<ConflictRow> conflicts;
    std::vector<StaleRow> stale;
};

// What the router has learnt, from whom, and what can be promised of it.
struct LearningView {
    std::vector<ModelVersion> versions;      // newest first; empty until something was learnt
    std::vector<Contribution> contributions; // newest first, with their use
    PromiseReport promise;
    double promisedError = 0.0; // as set; 0: none
    double shownError = 0.0;    // what `promise` is about
    int newContributions = 0;   // the version in use has not learnt from these
    bool isTraining = false;
};

enum class PartState {
    Off,
    Starting,
    Ready,
    Retrying, // it does not work now, and tries again by itself
    Failed,
};

struct ChannelState {
    QString name; // "Web chat", "Inbox folder"
    PartState state = PartState::Off;
    QString detail; // address, folder or what is wrong
};

// How the language model does that is in use, as far as its last calls and its last test show.
enum class ModelHealth {
    Untested, // neither asked nor tested yet
    Working,
    Limited, // its last call failed, or today's budget is nearly spent
    Failing, // it failed again and again, or cannot work as it is set up: the built-in engine answers
};

struct ModelState {
    QString name;
    ModelHealth health = ModelHealth::Untested;
    std::optional<ChatFault> fault; // what is wrong
    bool operator==(const ModelState &) const = default;
};

// A version of Helmdesk after this one.
struct NewerVersion {
    QString version;
    QString page; // where it is described, an https address
};

struct DeskStatus {
    PartState engine = PartState::Starting;
    QString engineDetail;
    std::vector<ChannelState> channels;
    std::optional<ModelState> model; // empty: none is in use
    QString heldBack; // why some or all effects are held back: settings cannot be read; empty: nothing is
    std::optional<NewerVersion> newerVersion; // where an administrator had somebody asked
    int answeredToday = 0;
    int automaticToday = 0;
    double medianMilliseconds = 0.0;
};

} // namespace Helmdesk
