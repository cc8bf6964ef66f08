#include "app/EngineDesk.h"

#include "app/DeskReader.h"
#include "channels/FileOutbound.h"
#include "channels/HttpInbox.h"
#include "channels/InboxFolder.h"
#include "pipeline/Log.h"
#include "store/SqliteAuditLog.h"
#include "store/SqliteTrainingRepository.h"

#include <QDir>
#include <QtConcurrent>

namespace Helmdesk
{
namespace
{

constexpr int sendIntervalMs = 500;
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
{
    m_requests.setMaxThreadCount(requestThreads);
    m_answers.setMaxThreadCount(1);
    m_answers.setExpiryTimeout(-1);
    m_requests.setExpiryTimeout(-1);
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(changeDelayMs);
    connect(&m_changeTimer, &QTimer::timeout, this, &EngineDesk::publishChanges);
    m_sendTimer.setInterval(sendIntervalMs);
    connect(&m_sendTimer, &QTimer::timeout, this, &EngineDesk::sendDueLater);
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
    m_stop.request_stop();
    m_subscription.reset();
    m_sendTimer.stop();
    m_channelThread.quit();
    m_channelThread.wait();
    m_answers.clear();
    m_requests.clear();
    m_answers.waitForDone();
    m_requests.waitForDone();
}

template <class T, class Work>
Desk::Reply<T> EngineDesk::ask(Work work)
{
    return QtConcurrent::run(&m_requests, [work = std::move(work)]() -> Result<T> { return work(); });
}

Result<> EngineDesk::needEngine() const
{
    return m_isLoaded.load() ? Result<>() : Result<>(engineNotReady());
}

void EngineDesk::start()
{
    auto *watcher = new QFutureWatcher<Result<>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        engineLoaded(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(&m_answers, [this]() -> Result<> {
        auto assets = EngineAssets::load();
        if (!assets)
            return assets.error();
        if (auto loaded = m_workspace->loadEngine(*assets); !loaded)
            return loaded;
        m_isLoaded.store(true);
        const RunControl control(m_stop.get_token());
        if (auto recovered = m_workspace->outbox().recoverInterrupted(); !recovered)
            return recovered.error();
        if (auto settled = m_workspace->operatorDesk().settle(control); !settled)
            return settled.error();
        auto resumed = m_workspace->pipeline().resume(control);
        return resumed ? Result<>() : Result<>(resumed.error());
    }));
    openChannels();
}

void EngineDesk::engineLoaded(const Result<> &loaded)
{
    m_status.engine = loaded ? PartState::Ready : PartState::Failed;
    m_status.engineDetail = loaded ? QString() : loaded.error().detail;
    if (loaded)
        m_sendTimer.start();
    Q_EMIT statusChanged();
    Q_EMIT conversationsChanged({});
}

void EngineDesk::openChannels()
{
    m_channelThread.setObjectName(QStringLiteral("channels"));
    m_channelThread.start();
    if (m_options.withInboxFolder) {
        const QString configured = m_workspace->settings().inboxFolder();
        const QString folder =
            configured.isEmpty() ? QDir(m_workspace->folder()).filePath(QStringLiteral("inbox")) : configured;
        m_inbox = new InboxFolder(folder, [this](const IncomingMessage &message) -> Result<> {
            auto taken = take(message);
            return taken ? Result<>() : Result<>(taken.error());
        });
        m_inbox->moveToThread(&m_channelThread);
        connect(&m_channelThread, &QThread::finished, m_inbox, &QObject::deleteLater);
        QMetaObject::invokeMethod(m_inbox, &InboxFolder::start);
        m_status.channels.push_back(
            {QStringLiteral("Inbox folder"), PartState::Ready, QDir::toNativeSeparators(folder)});
    }
    if (!m_options.withHttp)
        return;
    auto options = httpOptions(*m_workspace);
    if (!options) {
        m_status.channels.push_back({QStringLiteral("Web chat"), PartState::Failed, options.error().detail});
        return;
    }
    m_http = new HttpInbox(*this, *options);
    m_http->moveToThread(&m_channelThread);
    connect(&m_channelThread, &QThread::finished, m_http, &QObject::deleteLater);
    HttpInbox *http = m_http;
    QMetaObject::invokeMethod(m_http, [this, http] {
        auto started = http->start();
        const ChannelState state{QStringLiteral("Web chat"), started ? PartState::Ready : PartState::Failed,
                                 started ? http->chatUrl() : started.error().detail};
        QMetaObject::invokeMethod(this, [this, state] {
            m_status.channels.push_back(state);
            Q_EMIT statusChanged();
        });
    });
}

DeskStatus EngineDesk::status() const
{
    return m_status;
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
    if (m_http != nullptr)
        QMetaObject::invokeMethod(m_http, [http = m_http] { http->announce({}); });
}

void EngineDesk::sendDueLater()
{
    if (!m_isLoaded.load() || m_isSending.exchange(true))
        return;
    m_requests.start([this] {
        if (auto sent = m_workspace->sender().sendDue(); !sent)
            qCWarning(lcPipeline) << "sending failed:" << sent.error().detail;
        m_isSending.store(false);
    });
}

void EngineDesk::answerLater(MessageId message)
{
    m_answers.start([this, message] {
        if (!m_isLoaded.load())
            return; // the start takes up what has no outcome
        auto processed = m_workspace->pipeline().answer(message, RunControl(m_stop.get_token()));
        if (!processed) {
            qCWarning(lcPipeline) << "message" << message.value
                                  << "was not answered:" << processed.error().detail;
            return;
        }
        if (processed->outcome.decision == Decision::Escalated) {
            const qint64 conversation = processed->outcome.conversation.value;
            const QString sentence =
                QStringLiteral("Ticket #%1 needs a person").arg(processed->outcome.ticket.value);
            QMetaObject::invokeMethod(
                this, [this, conversation, sentence] { Q_EMIT escalationArrived(conversation, sentence); });
        }
        (void)m_workspace->sender().sendDue();
    });
}

Result<TakenMessage> EngineDesk::take(const IncomingMessage &message)
{
    // Intake needs only the store, so a message is safe before the engine is there.
    auto taken = takeMessage(*m_workspace, message);
    if (!taken)
        return taken.error();
    if (!taken->wasThere)
        answerLater(taken->message);
    return taken;
}

Result<std::vector<PublicMessage>> EngineDesk::thread(ConversationId conversation, MessageId after)
{
    return publicThread(*m_workspace, conversation, after);
}

Result<std::vector<PublicMessage>> EngineDesk::thread(ChannelKind channel, const QString &conversationKey,
                                                      MessageId after)
{
    return publicThread(*m_workspace, channel, conversationKey, after);
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
                                                     RunControl(m_stop.get_token()));
        if (!sent)
            return sent.error();
        (void)m_workspace->sender().sendDue(); // in chat there is no undo window
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
                                    RunControl(m_stop.get_token()));
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
            m_workspace->operatorDesk().approve(id, digest, operatorName(), RunControl(m_stop.get_token()));
        return outcome ? Result<>() : Result<>(outcome.error());
    });
}

Desk::Reply<> EngineDesk::deny(ApprovalId id, const QString &digest, const QString &reason)
{
    return ask<Unit>([=, this]() -> Result<> {
        if (auto ready = needEngine(); !ready)
            return ready;
        auto outcome = m_workspace->operatorDesk().deny(id, digest, operatorName(), reason,
                                                        RunControl(m_stop.get_token()));
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
        auto report = m_workspace->knowledge().importFiles(paths, RunControl(m_stop.get_token()));
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
        if (auto loaded = m_workspace->loadDemo(RunControl(m_stop.get_token())); !loaded)
            return loaded;
        return m_isLoaded.load() ? m_workspace->knowledge().reload() : Result<>();
    });
}

} // namespace Helmdesk
