#pragma once

#include "app/Desk.h"
#include "support/FakeMailRoom.h"
#include "support/FakeModelRoom.h"
#include "support/FakeReplyRoom.h"
#include "support/FakeWritingRoom.h"

#include <functional>
#include <map>

namespace Helmdesk::Test
{

// A desk that lives in memory, with invented customers. It answers at once and keeps its word: what is sent,
// approved or resolved shows in what it answers next. `calls` says what was asked of it, in order.
class FakeDesk : public Desk
{
    Q_OBJECT

public:
    enum class Content { Empty, Sample, Many };

    explicit FakeDesk(Content content, QObject *parent = nullptr);

    QStringList calls;
    std::optional<Error> failure; // when set, every write fails with it
    std::optional<QString> sentText;
    QMap<qint64, QString> savedDrafts;
    int undoSeconds = 5;
    KnowledgeReviewView review;
    std::vector<DecisionRow> decided;                  // what decisions() looks through
    DecisionQuery askedDecisions;                      // what it was asked last
    std::vector<CustomerChoice> customers;             // what findCustomers() looks through
    QMap<std::pair<qint64, int>, QByteArray> attached; // bytes by message and position
    std::vector<Article> begunArticles;
    DeskStatus shownStatus; // what status() answers
    FakeModelRoom models;
    FakeWritingRoom writing;
    FakeReplyRoom replies;
    FakeMailRoom mail;

    // A change from elsewhere: the customer writes, another operator acts. Announced like one of the store.
    void change(ConversationId id, const std::function<void(ConversationView &)> &change);
    // A conversation that sorts above all others.
    void addConversation(ConversationId id, const QString &customer);
    ConversationView &view(ConversationId id) { return m_views.at(id.value); }
    LearningView &learningView() { return m_learning; }

    // Puts these words in place of all that a customer, a model or a tool said.
    void replaceWords(const QString &words);

    QString operatorName() const override;
    DeskStatus status() const override;
    Reply<QueuePage> queue(const QueueQuery &query, int limit,
                           const std::optional<QueueCursor> &after) override;
    Reply<QueueCounts> counts() override;
    Reply<ConversationView> conversation(ConversationId id) override;
    Reply<std::vector<ApprovalView>> approvals() override;
    Reply<std::vector<SavedView>> savedViews() override;
    Reply<> saveView(const SavedView &view) override;
    Reply<> removeView(const QString &name) override;
    Reply<SentReply> send(ConversationId id, const std::optional<QString> &text) override;
    Reply<> undoSend(OutboxId item) override;
    Reply<> sendAgain(OutboxId item) override;
    Reply<> saveDraft(ConversationId id, const QString &text) override;
    Reply<TurnBefore> reject(ConversationId id, const QString &reason) override;
    Reply<> undoReject(const TurnBefore &before) override;
    Reply<> addNote(ConversationId id, const QString &text) override;
    Reply<> keepNote(ConversationId id, const QString &text) override;
    Reply<PlacesBefore> takeOver(ConversationId id) override;
    Reply<PlacesBefore> handBack(ConversationId id) override;
    Reply<> putBack(const PlacesBefore &places) override;
    Reply<TurnBefore> changeCategory(ConversationId id, Category category) override;
    Reply<> undoCategory(const TurnBefore &before) override;
    Reply<> remind(ConversationId id, const QDateTime &at) override;
    Reply<> linkCustomer(ConversationId id, const QString &customer) override;
    Reply<std::vector<CustomerChoice>> findCustomers(const QString &text) override;
    Reply<> markFalseAlarm(ConversationId id) override;
    Reply<PlacesBefore> setResolved(const std::vector<ConversationId> &ids, bool resolved) override;
    Reply<> approve(ApprovalId id, const QString &digest) override;
    Reply<> deny(ApprovalId id, const QString &digest, const QString &reason) override;
    Reply<std::vector<DecisionRow>> decisions(const DecisionQuery &query) override;
    Reply<int> exportDecisions(const DecisionQuery &query, const QString &path) override;
    Reply<QByteArray> attachment(MessageId message, int position) override;
    Reply<> saveAttachment(MessageId message, int position, const QString &path) override;
    Reply<std::vector<ArticleRow>> articles(const QString &search) override;
    Reply<Article> article(const QString &id, int passage) override;
    Reply<QString> saveArticle(const Article &article) override;
    Reply<> keepArticleDraft(const Article &article) override;
    Reply<std::vector<Article>> articleDrafts() override;
    Reply<> removeArticle(const QString &id) override;
    Reply<ImportSummary> importArticles(const QStringList &paths) override;
    Reply<KnowledgeReviewView> knowledgeReview() override;
    Reply<std::vector<SettingRow>> settings() override;
    Reply<> setSetting(const QString &name, const Json &value) override;
    Reply<> resetSetting(const QString &name) override;
    Reply<std::vector<Snippet>> snippets() override;
    Reply<qint64> saveSnippet(const Snippet &snippet) override;
    Reply<> removeSnippet(qint64 id) override;
    Reply<LearningView> learning() override;
    Reply<QString> learnNow() override;
    Reply<> rollBackRouter(qint64 version) override;
    Reply<> reviewContribution(qint64 contribution, ReviewState state) override;
    ModelRoom &modelRoom() override { return models; }
    WritingRoom &writingRoom() override { return writing; }
    ReplyRoom &replyRoom() override { return replies; }
    MailRoom &mailRoom() override { return mail; }
    Reply<bool> isEmpty() override;
    Reply<> loadDemo() override;

private:
    template <class T>
    static Reply<T> ready(Result<T> result)
    {
        return QtFuture::makeReadyFuture(std::move(result));
    }
    static Error nothingThere() { return {ErrorKind::NotFound, QStringLiteral("there is no such thing")}; }

    Reply<> done(const QString &call, const std::function<void()> &change, ConversationId id = {});
    bool isIn(const QueueRow &row, const QueueQuery &query) const;
    void decide(ApprovalId id, ActState state, const QString &reason);
    Reply<PlacesBefore> moved(const QString &call, const std::vector<ConversationId> &ids,
                              const std::function<void(ConversationView &)> &change);

    std::map<qint64, ConversationView> m_views;
    std::vector<Article> m_articles;
    std::vector<SettingRow> m_settings;
    std::vector<SavedView> m_savedViews;
    std::vector<Snippet> m_snippets;
    LearningView m_learning;
    QMap<qint64, ConversationView> m_beforeSending; // by outbox item
    QMap<qint64, ConversationView> m_beforeMoving;  // by conversation
    QMap<qint64, ConversationView> m_beforeTurn;
    Reply<TurnBefore> changed(const QString &call, ConversationId id,
                              const std::function<void(ConversationView &)> &change);
    qint64 m_nextOutbox = 1;
};

// The invented world of FakeDesk.
std::map<qint64, ConversationView> sampleConversations();
std::map<qint64, ConversationView> manyConversations(int count);
std::vector<Article> sampleArticles();
std::vector<SettingRow> sampleSettings();
LearningView sampleLearning();
KnowledgeReviewView sampleReview();

} // namespace Helmdesk::Test
