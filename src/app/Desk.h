#pragma once

#include "app/DeskSnapshots.h"
#include "core/Result.h"

#include <QFuture>
#include <QObject>

namespace Helmdesk
{

class MailRoom;
class ModelRoom;
class ReplyRoom;
class WritingRoom;

// The use cases of the console: all that the widgets may ask for.
//
// Thread: the GUI thread, which never waits: every request returns at once with a future whose result is a
// value made on an engine thread. Ownership: made and owned by main(); outlives the window. Failure: the
// error's kind and a sentence; nothing that the operator typed is lost by a failure.
class Desk : public QObject
{
    Q_OBJECT

public:
    template <class T = Unit>
    using Reply = QFuture<Result<T>>;

    using QObject::QObject;

    virtual QString operatorName() const = 0;
    virtual DeskStatus status() const = 0;

    // The queue.
    virtual Reply<QueuePage> queue(const QueueQuery &query, int limit,
                                   const std::optional<QueueCursor> &after) = 0;
    virtual Reply<QueueCounts> counts() = 0;
    virtual Reply<ConversationView> conversation(ConversationId id) = 0;
    virtual Reply<std::vector<ApprovalView>> approvals() = 0;
    virtual Reply<std::vector<SavedView>> savedViews() = 0;
    virtual Reply<> saveView(const SavedView &view) = 0; // replaces one of the same name
    virtual Reply<> removeView(const QString &name) = 0;

    // Replies. send() without a text sends the draft as it is.
    virtual Reply<SentReply> send(ConversationId id, const std::optional<QString> &text) = 0;
    virtual Reply<> undoSend(OutboxId item) = 0;
    // Of a reply that failed, came back, or of which nobody knows whether it left. Conflict for another one.
    virtual Reply<> sendAgain(OutboxId item) = 0;
    virtual Reply<> saveDraft(ConversationId id, const QString &text) = 0;
    // The draft and what waits with it; undone as a change of the category is.
    virtual Reply<TurnBefore> reject(ConversationId id, const QString &reason) = 0;
    virtual Reply<> undoReject(const TurnBefore &before) = 0;
    virtual Reply<> addNote(ConversationId id, const QString &text) = 0;
    virtual Reply<> keepNote(ConversationId id, const QString &text) = 0; // begun, not added; empty: none

    // Who answers, and as what. What moves a conversation tells where it stood, for putBack().
    virtual Reply<PlacesBefore> takeOver(ConversationId id) = 0;
    virtual Reply<PlacesBefore> handBack(ConversationId id) = 0;
    virtual Reply<> putBack(const PlacesBefore &places) = 0;
    // Answers the last message again as one of the category, with a draft in every mode: a person is at work.
    // What stood before can be brought back as long as nobody wrote and nothing left or was done (Conflict
    // then).
    virtual Reply<TurnBefore> changeCategory(ConversationId id, Category category) = 0;
    virtual Reply<> undoCategory(const TurnBefore &before) = 0;
    // An invalid time takes the reminder away.
    virtual Reply<> remind(ConversationId id, const QDateTime &at) = 0;
    // Who the sender is, by a person's word: for people to see. It gives the sender no rights. An empty
    // customer takes it back.
    virtual Reply<> linkCustomer(ConversationId id, const QString &customer) = 0;
    virtual Reply<std::vector<CustomerChoice>> findCustomers(const QString &text) = 0; // at most 20
    virtual Reply<> markFalseAlarm(ConversationId id) = 0;
    // Resolving withdraws calls that wait for a person.
    virtual Reply<PlacesBefore> setResolved(const std::vector<ConversationId> &ids, bool resolved) = 0;

    // Approvals. The digest is that of the request the operator saw.
    virtual Reply<> approve(ApprovalId id, const QString &digest) = 0;
    virtual Reply<> deny(ApprovalId id, const QString &digest, const QString &reason) = 0;

    virtual Reply<std::vector<DecisionRow>> decisions(const DecisionQuery &query) = 0;       // newest first
    virtual Reply<int> exportDecisions(const DecisionQuery &query, const QString &path) = 0; // CSV; rows

    // Attachments, by their place in the message. NotFound where the bytes were not kept.
    virtual Reply<QByteArray> attachment(MessageId message, int position) = 0;
    virtual Reply<> saveAttachment(MessageId message, int position, const QString &path) = 0;

    // Knowledge.
    virtual Reply<std::vector<ArticleRow>> articles(const QString &search) = 0;
    virtual Reply<Article> article(const QString &id, int passage) = 0;
    virtual Reply<QString> saveArticle(const Article &article) = 0; // its id
    // An article that is being written, kept until it is saved or dropped; one without a title and text is.
    virtual Reply<> keepArticleDraft(const Article &article) = 0;
    virtual Reply<std::vector<Article>> articleDrafts() = 0;
    virtual Reply<> removeArticle(const QString &id) = 0;
    virtual Reply<ImportSummary> importArticles(const QStringList &paths) = 0;
    // Compares the articles; takes seconds for thousands of them.
    virtual Reply<KnowledgeReviewView> knowledgeReview() = 0;

    // Settings, each change audited with the operator's name.
    virtual Reply<std::vector<SettingRow>> settings() = 0;
    virtual Reply<> setSetting(const QString &name, const Json &value) = 0;
    virtual Reply<> resetSetting(const QString &name) = 0;
    virtual Reply<std::vector<Snippet>> snippets() = 0; // by name
    // Keeps a new one or replaces the one with its id, also one that was removed; Conflict when the name is
    // taken.
    virtual Reply<qint64> saveSnippet(const Snippet &snippet) = 0;
    virtual Reply<> removeSnippet(qint64 id) = 0;

    // What the router learns from corrections. learnNow() takes seconds and gives a sentence on what came of
    // it.
    virtual Reply<LearningView> learning() = 0;
    virtual Reply<QString> learnNow() = 0;
    virtual Reply<> rollBackRouter(qint64 version) = 0;
    virtual Reply<> reviewContribution(qint64 contribution, ReviewState state) = 0;

    // Language models; lives as long as the desk.
    virtual ModelRoom &modelRoom() = 0;
    // Where a language model helps a person; lives as long as the desk.
    virtual WritingRoom &writingRoom() = 0;

    // What goes with a reply beside its words; lives as long as the desk.
    virtual ReplyRoom &replyRoom() = 0;

    // The team's own mailboxes; lives as long as the desk.
    virtual MailRoom &mailRoom() = 0;

    // First run: true while the workspace holds no conversation, article or customer.
    virtual Reply<bool> isEmpty() = 0;
    virtual Reply<> loadDemo() = 0;

Q_SIGNALS:
    void conversationsChanged(const QList<qint64> &ids);        // empty: any may have changed
    void escalationArrived(qint64 conversation, qint64 ticket); // 0: no ticket was made
    void settingsChanged();
    void knowledgeChanged();
    void learningChanged();
    void statusChanged();
};

} // namespace Helmdesk
