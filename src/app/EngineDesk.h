#pragma once

#include "app/Desk.h"
#include "app/DeskWorker.h"
#include "app/EngineBacktest.h"
#include "app/EngineCalibration.h"
#include "app/EngineHealth.h"
#include "app/EngineInsights.h"
#include "app/EngineMailRoom.h"
#include "app/EngineModelRoom.h"
#include "app/EngineProposals.h"
#include "app/EngineReplay.h"
#include "app/EngineReplyRoom.h"
#include "app/EngineWritingRoom.h"
#include "app/UpdateWatch.h"
#include "store/SqliteDeskRepository.h"

#include <QThreadPool>
#include <QTimer>

namespace Helmdesk
{

struct EngineDeskOptions {
    QString operatorName;
    DeskWorkerOptions worker;
};

// The console's use cases on a workspace. Requests run on a pool; what goes on by itself (answering, sending,
// the channels) is the DeskWorker's. The encoder is loaded in the background: until it is there, messages are
// stored and wait. Thread: the GUI thread. Ownership: owns the workspace; the destructor stops the threads in
// order.
class EngineDesk final : public Desk
{
    Q_OBJECT

public:
    EngineDesk(std::unique_ptr<Workspace> workspace, EngineDeskOptions options, QObject *parent = nullptr);
    ~EngineDesk() override;

    // Loads the engine and opens the channels; returns at once. A second call does nothing.
    void start();

    InsightsRoom &insights() { return m_insights; }
    ReplayRoom &replay() { return m_replay; }
    BacktestRoom &backtest() { return m_backtest; }
    ProposalRoom &proposals() { return m_proposals; }
    CalibrationRoom &calibration() { return m_calibration; }
    HealthRoom &health() { return m_health; }

    QString operatorName() const override { return m_options.operatorName; }
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
    ModelRoom &modelRoom() override { return m_models; }
    WritingRoom &writingRoom() override { return m_writing; }
    ReplyRoom &replyRoom() override { return m_replies; }
    MailRoom &mailRoom() override { return m_mail; }
    Reply<bool> isEmpty() override;
    Reply<> loadDemo() override;

private:
    template <class T, class Work>
    Reply<T> ask(Work work);
    Result<> needEngine() const;
    void learnLater();
    void noteChange(qint64 conversation);
    void publishChanges();
    void readFigures();

    std::unique_ptr<Workspace> m_workspace;
    EngineDeskOptions m_options;
    bool m_isStarted = false;
    DeskWorker m_worker;
    EngineInsights m_insights; // of the workspace
    EngineReplay m_replay;     // of the workspace
    EngineBacktest m_backtest; // beside the workspace
    EngineProposals m_proposals;
    EngineCalibration m_calibration;
    EngineHealth m_health; // of the worker
    EngineModelRoom m_models;
    UpdateWatch m_updates;
    EngineWritingRoom m_writing;
    EngineReplyRoom m_replies;
    EngineMailRoom m_mail;
    QThreadPool m_requests;
    QThreadPool m_learning; // one thread of low priority: the router's training, the review of articles
    QTimer m_changeTimer;
    QTimer m_figuresTimer;             // the figures of today, some time after a change
    SentFigures m_figures;             // of today
    std::optional<ModelState> m_model; // the language model in use
    QTimer m_learnTimer;
    QSet<qint64> m_changed;
    ChangeFeed::Subscription m_subscription;
};

} // namespace Helmdesk
