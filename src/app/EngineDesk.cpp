#include "app/EngineDesk.h"

#include "app/DeskReader.h"
#include "store/SqliteAuditLog.h"
#include "store/SqliteTrainingRepository.h"

#include <QtConcurrent>

namespace Helmdesk
{
namespace
{

constexpr int changeDelayMs = 40; // several commits of one run are shown at once
constexpr int requestThreads = 3;

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
{
    m_requests.setMaxThreadCount(requestThreads);
    m_requests.setExpiryTimeout(-1);
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(changeDelayMs);
    connect(&m_changeTimer, &QTimer::timeout, this, &EngineDesk::publishChanges);
    connect(&m_worker, &DeskWorker::statusChanged, this, &Desk::statusChanged);
    connect(&m_worker, &DeskWorker::escalationArrived, this, &Desk::escalationArrived);
    connect(&m_worker, &DeskWorker::changedElsewhere, this, [this] { noteChange(0); });
    m_subscription = m_workspace->database().changes().subscribe([this](const DataChange &change) {
        QMetaObject::invokeMethod(this, [this, change] {
            if (change.topic == Topic::Knowledge)
                Q_EMIT knowledgeChanged();
            else if (change.topic == Topic::Settings)
                Q_EMIT settingsChanged();
            else
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
    m_worker.stop();
    m_requests.clear();
    m_requests.waitForDone();
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
    m_worker.start();
}

DeskStatus EngineDesk::status() const
{
    return m_worker.status();
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

Desk::Reply<OutboxId> EngineDesk::send(ConversationId id, const std::optional<QString> &text)
{
    return ask<OutboxId>([=, this]() -> Result<OutboxId> {
        if (auto ready = needEngine(); !ready)
            return ready.error();
        auto sent = m_workspace->operatorDesk().send({id, operatorName(), text, false},
                                                     RunControl(m_worker.stopToken()));
        if (!sent)
            return sent.error();
        // In chat there is no undo window, so it leaves at once, by the program that sends.
        QMetaObject::invokeMethod(&m_worker, &DeskWorker::sendDueLater);
        return sent->id;
    });
}

Desk::Reply<> EngineDesk::undoSend(OutboxId item)
{
    return ask<Unit>([=, this]() -> Result<> {
        auto ready = needEngine();
        return ready ? m_workspace->operatorDesk().undoSend(item, operatorName()) : ready;
    });
}

Desk::Reply<> EngineDesk::saveDraft(ConversationId id, const QString &text)
{
    return ask<Unit>([=, this]() -> Result<> {
        auto draft = m_workspace->drafts().current(id);
        if (!draft)
            return draft.error();
        if (!*draft)
            return saveOwnText(*m_workspace, id, text);
        const bool isUntouched = text == (*draft)->proposal.text;
        return m_workspace->drafts().saveEdit((*draft)->id, isUntouched ? std::nullopt : std::optional(text));
    });
}

Desk::Reply<> EngineDesk::reject(ConversationId id, const QString &reason)
{
    return ask<Unit>([=, this]() -> Result<> {
        auto ready = needEngine();
        return ready ? m_workspace->operatorDesk().reject(id, operatorName(), reason) : ready;
    });
}

Desk::Reply<> EngineDesk::addNote(ConversationId id, const QString &text)
{
    return ask<Unit>([=, this]() -> Result<> {
        auto ready = needEngine();
        return ready ? m_workspace->operatorDesk().addNote(id, operatorName(), text) : ready;
    });
}

Desk::Reply<> EngineDesk::takeOver(ConversationId id)
{
    return ask<Unit>([=, this]() -> Result<> {
        auto ready = needEngine();
        return ready ? m_workspace->operatorDesk().takeOver(id, operatorName()) : ready;
    });
}

Desk::Reply<> EngineDesk::handBack(ConversationId id)
{
    return ask<Unit>([=, this]() -> Result<> {
        auto ready = needEngine();
        return ready ? m_workspace->operatorDesk().handBack(id, operatorName()) : ready;
    });
}

Desk::Reply<> EngineDesk::changeCategory(ConversationId id, Category category)
{
    return ask<Unit>([=, this]() -> Result<> {
        if (auto ready = needEngine(); !ready)
            return ready;
        return changeCategoryAndRun(*m_workspace, id, category, operatorName(),
                                    RunControl(m_worker.stopToken()));
    });
}

Desk::Reply<> EngineDesk::markFalseAlarm(ConversationId id)
{
    return ask<Unit>([=, this] { return recordFalseAlarm(*m_workspace, id, operatorName()); });
}

Desk::Reply<> EngineDesk::setResolved(const std::vector<ConversationId> &ids, bool resolved)
{
    return ask<Unit>([=, this]() -> Result<> {
        return m_workspace->unitOfWork().run([&]() -> Result<> {
            for (const ConversationId id : ids) {
                auto set = m_workspace->conversations().setStatus(
                    id, resolved ? ConversationStatus::Resolved : ConversationStatus::Open, operatorName(),
                    m_workspace->clock().now());
                if (!set)
                    return set;
            }
            return {};
        });
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

Desk::Reply<QString> EngineDesk::importArticles(const QStringList &paths)
{
    return ask<QString>([=, this]() -> Result<QString> {
        if (auto ready = needEngine(); !ready)
            return ready.error();
        auto report = m_workspace->knowledge().importFiles(paths, RunControl(m_worker.stopToken()));
        if (!report)
            return report.error();
        QString sentence = QStringLiteral("%1 added, %2 changed, %3 unchanged")
                               .arg(report->added)
                               .arg(report->changed)
                               .arg(report->unchanged);
        for (const ImportProblem &problem : report->problems)
            sentence += QStringLiteral("\n%1: %2").arg(problem.source, problem.reason);
        return sentence;
    });
}

Desk::Reply<std::vector<SettingRow>> EngineDesk::settings()
{
    return ask<std::vector<SettingRow>>([this] { return readSettings(*m_workspace); });
}

Desk::Reply<> EngineDesk::setSetting(const QString &name, const Json &value)
{
    return ask<Unit>([=, this]() -> Result<> {
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
    return ask<std::vector<Snippet>>([] { return readSnippets(); });
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
