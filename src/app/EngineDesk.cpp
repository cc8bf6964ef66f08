#include "app/EngineDesk.h"

#include "app/DeskReader.h"
#include "app/LanguageModels.h"
#include "app/OperatorRecords.h"
#include "app/RouterLearning.h"
#include "pipeline/Log.h"
#include "store/SqliteAuditLog.h"
#include "store/SqliteDeskRepository.h"
#include "store/SqliteTrainingRepository.h"

#include <QCoreApplication>
#include <QtConcurrent>

namespace Helmdesk
{
namespace
{

constexpr int learnDelayMs = 5000; // after the last correction
constexpr int changeDelayMs = 40;  // several commits of one run are shown at once
constexpr int requestThreads = 3;
constexpr int figuresDelayMs = 700;

Error engineNotReady()
{
    return {ErrorKind::Unavailable, QStringLiteral("the engine is still starting; try again in a moment"),
            true};
}

} // namespace

EngineDesk::EngineDesk(std::unique_ptr<Workspace> workspace, EngineDeskOptions options, QObject *parent)
    : Desk(parent)
    , m_workspace(std::move(workspace))
    , m_options(std::move(options))
    , m_worker(*m_workspace, m_options.worker)
    , m_insights(*m_workspace)
    , m_replay(*m_workspace)
    , m_backtest(*m_workspace)
    , m_proposals(*m_workspace)
    , m_calibration(*m_workspace)
    , m_health(m_worker.health())
    , m_models(*m_workspace, m_options.operatorName)
    , m_updates(m_workspace->adminDefaults().updateAddress(), QCoreApplication::applicationVersion())
    , m_writing(*m_workspace)
    , m_replies(*m_workspace)
    , m_mail(*m_workspace, m_options.operatorName, m_options.worker.mailSecrets)
{
    m_requests.setMaxThreadCount(requestThreads);
    m_requests.setExpiryTimeout(-1);
    m_learning.setMaxThreadCount(1);
    m_learning.setThreadPriority(QThread::LowPriority);
    m_learnTimer.setSingleShot(true);
    m_learnTimer.setInterval(learnDelayMs);
    connect(&m_learnTimer, &QTimer::timeout, this, &EngineDesk::learnLater);
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(changeDelayMs);
    connect(&m_changeTimer, &QTimer::timeout, this, &EngineDesk::publishChanges);
    connect(&m_worker, &DeskWorker::statusChanged, this, &Desk::statusChanged);
    connect(&m_updates, &UpdateWatch::newerChanged, this, &Desk::statusChanged);
    connect(&m_worker, &DeskWorker::escalationArrived, this, &Desk::escalationArrived);
    connect(&m_worker, &DeskWorker::changedElsewhere, this, [this] {
        noteChange(0);
        Q_EMIT settingsChanged(); // it may have been one of them
    });
    connect(&m_worker, &DeskWorker::knowledgeReloaded, this, &Desk::knowledgeChanged);
    connect(&m_worker, &DeskWorker::ready, this, [this] { Q_EMIT conversationsChanged({}); });
    m_figuresTimer.setSingleShot(true);
    m_figuresTimer.setInterval(figuresDelayMs);
    connect(&m_figuresTimer, &QTimer::timeout, this, &EngineDesk::readFigures);
    m_subscription = m_workspace->database().changes().subscribe([this](const DataChange &change) {
        QMetaObject::invokeMethod(this, [this, change] {
            if (change.topic == Topic::Knowledge)
                Q_EMIT knowledgeChanged();
            else if (change.topic == Topic::Settings) {
                m_learnTimer.start();   // the promise may have been set anew
                m_figuresTimer.start(); // and another model may be in use
                Q_EMIT settingsChanged();
            } else if (change.topic == Topic::Training) {
                m_learnTimer.start();
                Q_EMIT learningChanged();
            } else
                noteChange(change.topic == Topic::Conversations || change.topic == Topic::Drafts ||
                                   change.topic == Topic::Outbox
                               ? change.id
                               : 0);
        });
    });
}

EngineDesk::~EngineDesk()
{
    m_subscription.reset();
    m_learnTimer.stop();
    m_worker.stop();
    m_models.stop();
    m_writing.stop();
    m_replies.stop();
    m_mail.stop();
    m_learning.clear();
    m_learning.waitForDone();
    m_requests.waitForDone(); // also for what waits: it may be the last words that were typed
}

template <class T, class Work>
Desk::Reply<T> EngineDesk::ask(Work work)
{
    return QtConcurrent::run(&m_requests, [work = std::move(work)]() -> Result<T> { return work(); });
}

Result<> EngineDesk::needEngine() const
{
    return m_worker.isReady() ? Result<>() : Result<>(engineNotReady());
}

void EngineDesk::start()
{
    if (std::exchange(m_isStarted, true))
        return;
    m_worker.start();
    m_updates.start();
    m_figuresTimer.start();
}

DeskStatus EngineDesk::status() const
{
    DeskStatus status = m_worker.status();
    status.answeredToday = m_figures.answered;
    status.automaticToday = m_figures.automatic;
    status.medianMilliseconds = m_figures.medianMilliseconds;
    status.model = m_model;
    status.newerVersion = m_updates.newer();
    return status;
}

void EngineDesk::noteChange(qint64 conversation)
{
    m_changed.insert(conversation);
    if (!m_changeTimer.isActive())
        m_changeTimer.start();
}

void EngineDesk::publishChanges()
{
    const QSet<qint64> changed = std::exchange(m_changed, {});
    Q_EMIT conversationsChanged(changed.contains(0) ? QList<qint64>()
                                                    : QList<qint64>(changed.begin(), changed.end()));
    if (!m_figuresTimer.isActive())
        m_figuresTimer.start();
}

void EngineDesk::readFigures()
{
    using Figures = std::pair<SentFigures, std::optional<ModelState>>;
    auto *watcher = new QFutureWatcher<Result<Figures>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        const Result<Figures> figures = watcher->result();
        if (!figures)
            return; // the strip keeps what it shows
        std::tie(m_figures, m_model) = *figures;
        Q_EMIT statusChanged();
    });
    watcher->setFuture(ask<Figures>([this]() -> Result<Figures> {
        const QDate today = m_workspace->clock().now().toLocalTime().date();
        auto sent = SqliteDeskRepository(m_workspace->database()).sentSince(today.startOfDay().toUTC());
        if (!sent)
            return sent.error();
        return Figures(*sent, m_workspace->languageModels().inUse());
    }));
}

Desk::Reply<QueuePage> EngineDesk::queue(const QueueQuery &query, int limit,
                                         const std::optional<QueueCursor> &after)
{
    return ask<QueuePage>([=, this] { return readQueue(*m_workspace, operatorName(), query, limit, after); });
}

Desk::Reply<QueueCounts> EngineDesk::counts()
{
    return ask<QueueCounts>([this] { return readCounts(*m_workspace, operatorName()); });
}

Desk::Reply<ConversationView> EngineDesk::conversation(ConversationId id)
{
    return ask<ConversationView>([this, id] { return readConversation(*m_workspace, id); });
}

Desk::Reply<std::vector<ApprovalView>> EngineDesk::approvals()
{
    return ask<std::vector<ApprovalView>>([this] { return readApprovals(*m_workspace); });
}

Desk::Reply<std::vector<SavedView>> EngineDesk::savedViews()
{
    return ask<std::vector<SavedView>>([this] { return readSavedViews(*m_workspace); });
}

Desk::Reply<> EngineDesk::saveView(const SavedView &view)
{
    return ask<Unit>([=, this]() -> Result<> {
        if (view.name.trimmed().isEmpty())
            return Error{ErrorKind::InvalidInput, QStringLiteral("a view needs a name")};
        return SqliteDeskRepository(m_workspace->database())
            .saveView({view.name.trimmed(), toJson(view.query)});
    });
}

Desk::Reply<> EngineDesk::removeView(const QString &name)
{
    return ask<Unit>([=, this] { return SqliteDeskRepository(m_workspace->database()).removeView(name); });
}

Desk::Reply<SentReply> EngineDesk::send(ConversationId id, const std::optional<QString> &text)
{
    return ask<SentReply>([=, this]() -> Result<SentReply> {
        if (auto ready = needEngine(); !ready)
            return ready.error();
        auto sent = m_workspace->operatorDesk().send({id, operatorName(), text, false},
                                                     RunControl(m_worker.stopToken()));
        if (!sent)
            return sent.error();
        const QDateTime now = m_workspace->clock().now();
        (void)SqliteDeskRepository(m_workspace->database()).keepBegunText(BegunText::Reply, id, {}, now);
        // Without an undo window it leaves at once, by the program that sends.
        QMetaObject::invokeMethod(&m_worker, &DeskWorker::sendDueLater);
        const qint64 left = now.msecsTo(sent->item.dueAt);
        return SentReply{sent->id, static_cast<int>(std::max<qint64>(0, (left + 999) / 1000))};
    });
}

Desk::Reply<> EngineDesk::undoSend(OutboxId item)
{
    return ask<Unit>([=, this]() -> Result<> {
        auto ready = needEngine();
        return ready ? takeBackReply(*m_workspace, item, operatorName()) : ready;
    });
}

Desk::Reply<> EngineDesk::sendAgain(OutboxId item)
{
    return ask<Unit>([=, this]() -> Result<> {
        return m_workspace->outbox().requeue(item, operatorName(), m_workspace->clock().now());
    });
}

Desk::Reply<> EngineDesk::saveDraft(ConversationId id, const QString &text)
{
    return ask<Unit>([=, this]() -> Result<> {
        auto draft = m_workspace->drafts().current(id);
        if (!draft)
            return draft.error();
        if (!*draft)
            return SqliteDeskRepository(m_workspace->database())
                .keepBegunText(BegunText::Reply, id, text, m_workspace->clock().now());
        const bool isUntouched = text == (*draft)->proposal.text;
        return m_workspace->drafts().saveEdit((*draft)->id, isUntouched ? std::nullopt : std::optional(text));
    });
}

Desk::Reply<TurnBefore> EngineDesk::reject(ConversationId id, const QString &reason)
{
    return ask<TurnBefore>([=, this]() -> Result<TurnBefore> {
        auto ready = needEngine();
        return ready ? rejectDraft(*m_workspace, id, reason, operatorName())
                     : Result<TurnBefore>(ready.error());
    });
}

Desk::Reply<> EngineDesk::undoReject(const TurnBefore &before)
{
    return ask<Unit>([=, this] { return undoRejection(*m_workspace, before, operatorName()); });
}

Desk::Reply<> EngineDesk::addNote(ConversationId id, const QString &text)
{
    return ask<Unit>([=, this]() -> Result<> {
        auto ready = needEngine();
        if (ready)
            ready = m_workspace->operatorDesk().addNote(id, operatorName(), text);
        if (ready)
            (void)SqliteDeskRepository(m_workspace->database())
                .keepBegunText(BegunText::Note, id, {}, m_workspace->clock().now());
        return ready;
    });
}

Desk::Reply<> EngineDesk::keepNote(ConversationId id, const QString &text)
{
    return ask<Unit>([=, this] {
        return SqliteDeskRepository(m_workspace->database())
            .keepBegunText(BegunText::Note, id, text, m_workspace->clock().now());
    });
}

Desk::Reply<PlacesBefore> EngineDesk::takeOver(ConversationId id)
{
    return ask<PlacesBefore>([=, this]() -> Result<PlacesBefore> {
        auto ready = needEngine();
        return ready ? takeOverConversation(*m_workspace, id, operatorName())
                     : Result<PlacesBefore>(ready.error());
    });
}

Desk::Reply<PlacesBefore> EngineDesk::handBack(ConversationId id)
{
    return ask<PlacesBefore>([=, this]() -> Result<PlacesBefore> {
        if (auto ready = needEngine(); !ready)
            return ready.error();
        auto place = readPlace(*m_workspace, id);
        if (!place)
            return place.error();
        auto given = m_workspace->operatorDesk().handBack(id, operatorName());
        return given ? Result<PlacesBefore>(PlacesBefore{*place}) : Result<PlacesBefore>(given.error());
    });
}

Desk::Reply<> EngineDesk::putBack(const PlacesBefore &places)
{
    return ask<Unit>([=, this]() -> Result<> {
        auto ready = needEngine();
        return ready ? putBackPlaces(*m_workspace, places, operatorName()) : ready;
    });
}

Desk::Reply<TurnBefore> EngineDesk::changeCategory(ConversationId id, Category category)
{
    return ask<TurnBefore>([=, this]() -> Result<TurnBefore> {
        if (auto ready = needEngine(); !ready)
            return ready.error();
        return changeCategoryAndRun(*m_workspace, id, category, operatorName(),
                                    RunControl(m_worker.stopToken()));
    });
}

Desk::Reply<> EngineDesk::undoCategory(const TurnBefore &before)
{
    return ask<Unit>([=, this] { return undoCategoryChange(*m_workspace, before, operatorName()); });
}

Desk::Reply<> EngineDesk::remind(ConversationId id, const QDateTime &at)
{
    return ask<Unit>([=, this] {
        return m_workspace->conversations().setReminder(id, {at.isValid() ? at.toUTC() : at, {}});
    });
}

Desk::Reply<> EngineDesk::linkCustomer(ConversationId id, const QString &customer)
{
    return ask<Unit>([=, this] {
        return m_workspace->conversations().linkCustomer(id, customer, operatorName(),
                                                         m_workspace->clock().now());
    });
}

Desk::Reply<std::vector<CustomerChoice>> EngineDesk::findCustomers(const QString &text)
{
    return ask<std::vector<CustomerChoice>>([=, this] { return readCustomers(*m_workspace, text); });
}

Desk::Reply<std::vector<DecisionRow>> EngineDesk::decisions(const DecisionQuery &query)
{
    return ask<std::vector<DecisionRow>>([=, this] { return readDecisions(*m_workspace, query); });
}

Desk::Reply<int> EngineDesk::exportDecisions(const DecisionQuery &query, const QString &path)
{
    return ask<int>([=, this] { return writeDecisions(*m_workspace, query, path); });
}

Desk::Reply<QByteArray> EngineDesk::attachment(MessageId message, int position)
{
    return ask<QByteArray>([=, this] { return readAttachment(*m_workspace, message, position); });
}

Desk::Reply<> EngineDesk::saveAttachment(MessageId message, int position, const QString &path)
{
    return ask<Unit>([=, this] { return writeAttachment(*m_workspace, message, position, path); });
}

Desk::Reply<> EngineDesk::keepArticleDraft(const Article &article)
{
    return ask<Unit>([=, this] { return keepBegunArticle(*m_workspace, article); });
}

Desk::Reply<std::vector<Article>> EngineDesk::articleDrafts()
{
    return ask<std::vector<Article>>([this] { return readBegunArticles(*m_workspace); });
}

Desk::Reply<> EngineDesk::markFalseAlarm(ConversationId id)
{
    return ask<Unit>([=, this] { return recordFalseAlarm(*m_workspace, id, operatorName()); });
}

Desk::Reply<PlacesBefore> EngineDesk::setResolved(const std::vector<ConversationId> &ids, bool resolved)
{
    return ask<PlacesBefore>([=, this]() -> Result<PlacesBefore> {
        PlacesBefore places;
        auto done = m_workspace->unitOfWork().run([&]() -> Result<> {
            for (const ConversationId id : ids) {
                auto place = readPlace(*m_workspace, id);
                if (!place)
                    return place.error();
                places.push_back(*place);
                if (auto set = setResolvedOne(*m_workspace, id, resolved, operatorName()); !set)
                    return set;
            }
            return {};
        });
        return done ? Result<PlacesBefore>(std::move(places)) : Result<PlacesBefore>(done.error());
    });
}

Desk::Reply<> EngineDesk::approve(ApprovalId id, const QString &digest)
{
    return ask<Unit>([=, this]() -> Result<> {
        if (auto ready = needEngine(); !ready)
            return ready;
        auto outcome =
            m_workspace->operatorDesk().approve(id, digest, operatorName(), RunControl(m_worker.stopToken()));
        return outcome ? Result<>() : Result<>(outcome.error());
    });
}

Desk::Reply<> EngineDesk::deny(ApprovalId id, const QString &digest, const QString &reason)
{
    return ask<Unit>([=, this]() -> Result<> {
        if (auto ready = needEngine(); !ready)
            return ready;
        auto outcome = m_workspace->operatorDesk().deny(id, digest, operatorName(), reason,
                                                        RunControl(m_worker.stopToken()));
        return outcome ? Result<>() : Result<>(outcome.error());
    });
}

Desk::Reply<std::vector<ArticleRow>> EngineDesk::articles(const QString &search)
{
    return ask<std::vector<ArticleRow>>([=, this]() -> Result<std::vector<ArticleRow>> {
        if (!search.trimmed().isEmpty()) {
            if (auto ready = needEngine(); !ready)
                return ready.error();
        }
        return readArticles(*m_workspace, search.trimmed());
    });
}

Desk::Reply<Article> EngineDesk::article(const QString &id, int passage)
{
    return ask<Article>([=, this] { return readArticle(*m_workspace, id, passage); });
}

Desk::Reply<QString> EngineDesk::saveArticle(const Article &article)
{
    return ask<QString>([=, this]() -> Result<QString> {
        auto ready = needEngine();
        return ready ? storeArticle(*m_workspace, article) : Result<QString>(ready.error());
    });
}

Desk::Reply<> EngineDesk::removeArticle(const QString &id)
{
    return ask<Unit>([=, this]() -> Result<> {
        auto ready = needEngine();
        return ready ? m_workspace->knowledge().remove(id) : ready;
    });
}

Desk::Reply<ImportSummary> EngineDesk::importArticles(const QStringList &paths)
{
    return ask<ImportSummary>([=, this]() -> Result<ImportSummary> {
        if (auto ready = needEngine(); !ready)
            return ready.error();
        auto report = m_workspace->knowledge().importFiles(paths, RunControl(m_worker.stopToken()));
        if (!report)
            return report.error();
        ImportSummary summary{report->added, report->changed, report->unchanged, {}};
        for (const ImportProblem &problem : report->problems)
            summary.problems.append(QStringLiteral("%1: %2").arg(problem.source, problem.reason));
        for (const ImportProblem &article : report->leftOut)
            summary.problems.append(QStringLiteral("%1: %2").arg(article.source, article.reason));
        for (const auto &articles : {report->flagged, report->removed})
            for (const ImportProblem &article : articles)
                summary.problems.append(QStringLiteral("%1 %2").arg(article.source, article.reason));
        return summary;
    });
}

Desk::Reply<KnowledgeReviewView> EngineDesk::knowledgeReview()
{
    return QtConcurrent::run(&m_learning, [this]() -> Result<KnowledgeReviewView> {
        if (auto ready = needEngine(); !ready)
            return ready.error();
        return readKnowledgeReview(*m_workspace, RunControl(m_worker.stopToken()));
    });
}

// Looks whether enough was corrected for a new version, and makes it.
void EngineDesk::learnLater()
{
    if (!m_worker.isReady() || !m_worker.isAnswering())
        return; // of several programs on a workspace one learns
    m_learning.start([this] {
        RouterLearning &learning = m_workspace->routerLearning();
        if (auto refreshed = learning.refreshPromise(); !refreshed)
            qCWarning(lcPipeline) << "the promise was not computed:" << refreshed.error().detail;
        auto fresh = learning.newContributions();
        if (!fresh || *fresh < RouterLearning::leastNew)
            return;
        auto made = learning.retrain(QStringLiteral("helmdesk"), RunControl(m_worker.stopToken()));
        if (!made && made.error().kind != ErrorKind::Cancelled && made.error().kind != ErrorKind::Conflict)
            qCWarning(lcPipeline) << "the router did not learn:" << made.error().detail;
    });
}

Desk::Reply<LearningView> EngineDesk::learning()
{
    return ask<LearningView>([this]() -> Result<LearningView> {
        auto ready = needEngine();
        return ready ? m_workspace->routerLearning().view() : Result<LearningView>(ready.error());
    });
}

Desk::Reply<QString> EngineDesk::learnNow()
{
    return QtConcurrent::run(&m_learning, [this]() -> Result<QString> {
        if (auto ready = needEngine(); !ready)
            return ready.error();
        auto made = m_workspace->routerLearning().retrain(operatorName(), RunControl(m_worker.stopToken()));
        if (!made)
            return made.error();
        return made->state == VersionState::Active ? QStringLiteral("Version %1 is in use").arg(made->id)
                                                   : QStringLiteral("Version %1 was declined: %2")
                                                         .arg(made->id)
                                                         .arg(stringOr(made->report, "verdict"));
    });
}

Desk::Reply<> EngineDesk::rollBackRouter(qint64 version)
{
    return ask<Unit>([=, this]() -> Result<> {
        auto ready = needEngine();
        return ready ? m_workspace->routerLearning().rollBack(version, operatorName()) : ready;
    });
}

Desk::Reply<> EngineDesk::reviewContribution(qint64 contribution, ReviewState state)
{
    return ask<Unit>([=, this]() -> Result<> {
        auto ready = needEngine();
        return ready ? m_workspace->routerLearning().review(contribution, state, operatorName()) : ready;
    });
}

Desk::Reply<std::vector<SettingRow>> EngineDesk::settings()
{
    return ask<std::vector<SettingRow>>([this] { return readSettings(*m_workspace); });
}

Desk::Reply<> EngineDesk::setSetting(const QString &name, const Json &value)
{
    return ask<Unit>([=, this]() -> Result<> {
        if (name == QLatin1String("inbox.folder") && value.is_string()) {
            if (auto usable = checkFolder(value.get<QString>()); !usable)
                return usable;
        }
        auto saved = m_workspace->settingsRepository().save(name, value, operatorName());
        return saved ? Result<>() : Result<>(saved.error());
    });
}

Desk::Reply<> EngineDesk::resetSetting(const QString &name)
{
    return ask<Unit>([=, this]() -> Result<> {
        auto saved = m_workspace->settingsRepository().reset(name, operatorName());
        return saved ? Result<>() : Result<>(saved.error());
    });
}

Desk::Reply<std::vector<Snippet>> EngineDesk::snippets()
{
    return ask<std::vector<Snippet>>([this] { return readSnippets(*m_workspace); });
}

Desk::Reply<qint64> EngineDesk::saveSnippet(const Snippet &snippet)
{
    return ask<qint64>([=, this]() -> Result<qint64> {
        if (snippet.name.trimmed().isEmpty() || snippet.text.trimmed().isEmpty())
            return Error{ErrorKind::InvalidInput, QStringLiteral("a snippet needs a name and a text")};
        return SqliteDeskRepository(m_workspace->database())
            .saveSnippet({snippet.id, snippet.name.trimmed(), snippet.text});
    });
}

Desk::Reply<> EngineDesk::removeSnippet(qint64 id)
{
    return ask<Unit>([=, this] { return SqliteDeskRepository(m_workspace->database()).removeSnippet(id); });
}

Desk::Reply<bool> EngineDesk::isEmpty()
{
    return ask<bool>([this]() -> Result<bool> {
        auto counts = m_workspace->conversations().counts();
        if (!counts)
            return counts.error();
        auto articles = m_workspace->knowledgeRepository().list();
        if (!articles)
            return articles.error();
        return counts->total == 0 && articles->empty();
    });
}

Desk::Reply<> EngineDesk::loadDemo()
{
    return ask<Unit>([this]() -> Result<> {
        if (auto loaded = m_workspace->loadDemo(RunControl(m_worker.stopToken())); !loaded)
            return loaded;
        return m_worker.isReady() ? m_workspace->knowledge().reload() : Result<>();
    });
}

} // namespace Helmdesk
