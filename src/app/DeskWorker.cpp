#include "app/DeskWorker.h"

#include "app/DeskReader.h"
#include "app/HttpAccess.h"
#include "channels/HttpInbox.h"
#include "channels/InboxFolder.h"
#include "pipeline/Log.h"

#include <QDir>
#include <QtConcurrent>

namespace Helmdesk
{
namespace
{

constexpr int sendIntervalMs = 500;
constexpr int lookIntervalMs = 500;
constexpr int lockIntervalMs = 2000;
constexpr int chatDelayMs = 20; // several commits of one run are told at once

QString answeringPart()
{
    return QStringLiteral("Answering");
}
QString inboxPart()
{
    return QStringLiteral("Inbox folder");
}
QString chatPart()
{
    return QStringLiteral("Web chat");
}

} // namespace

DeskWorker::DeskWorker(Workspace &workspace, DeskWorkerOptions options, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_options(options)
    , m_lock(workspace.folder())
{
    for (QThreadPool *pool : {&m_answers, &m_chores, &m_reading}) {
        pool->setMaxThreadCount(1);
        pool->setExpiryTimeout(-1);
    }
    m_channelThread.setObjectName(QStringLiteral("channels"));
    m_sendTimer.setInterval(sendIntervalMs);
    connect(&m_sendTimer, &QTimer::timeout, this, &DeskWorker::sendDueLater);
    m_lookTimer.setInterval(lookIntervalMs);
    connect(&m_lookTimer, &QTimer::timeout, this, &DeskWorker::look);
    m_lockTimer.setInterval(lockIntervalMs);
    connect(&m_lockTimer, &QTimer::timeout, this, &DeskWorker::tryToAnswer);
    m_chatTimer.setSingleShot(true);
    m_chatTimer.setInterval(chatDelayMs);
    connect(&m_chatTimer, &QTimer::timeout, this, &DeskWorker::announceChats);
}

DeskWorker::~DeskWorker()
{
    stop();
}

void DeskWorker::start()
{
    m_subscription = m_workspace.database().changes().subscribe([this](const DataChange &change) {
        ++m_ownChanges;
        if (change.topic == Topic::Conversations) {
            QMetaObject::invokeMethod(this, [this, id = change.id] {
                m_changed.insert(id);
                if (m_http && !m_chatTimer.isActive())
                    m_chatTimer.start();
            });
        }
    });
    m_answers.start([this] {
        const bool isOurs = m_lock.tryLock();
        const QString holder = isOurs ? QString() : m_lock.holder();
        QMetaObject::invokeMethod(this, [this, isOurs, holder] {
            if (isOurs) {
                beginAnswering();
                return;
            }
            setChannel({answeringPart(), PartState::Off, holder});
            m_lockTimer.start();
        });
        const Result<> loaded = loadEngine();
        QMetaObject::invokeMethod(this, [this, loaded] { engineLoaded(loaded); });
    });
    m_lookTimer.start();
}

void DeskWorker::stop()
{
    m_stop.request_stop();
    m_subscription.reset();
    for (QTimer *timer : {&m_sendTimer, &m_lookTimer, &m_lockTimer, &m_chatTimer})
        timer->stop();
    if (m_http)
        m_http->stop();
    m_channelThread.quit();
    m_channelThread.wait();
    m_inbox = nullptr;
    for (QThreadPool *pool : {&m_answers, &m_chores, &m_reading}) {
        pool->clear();
        pool->waitForDone();
    }
    m_http.reset();
    m_lock.release();
    m_isAnswering.store(false);
}

Result<> DeskWorker::loadEngine()
{
    if (m_workspace.isEngineLoaded()) {
        m_isLoaded.store(true);
        return {};
    }
    auto assets = EngineAssets::load();
    if (!assets)
        return assets.error();
    auto loaded = m_workspace.loadEngine(*assets, RunControl(m_stop.get_token()));
    m_isLoaded.store(loaded.has_value());
    return loaded;
}

void DeskWorker::engineLoaded(const Result<> &loaded)
{
    m_status.engine = loaded ? PartState::Ready : PartState::Failed;
    m_status.engineDetail = loaded ? QString() : loaded.error().detail;
    if (loaded) {
        if (isAnswering())
            takeUpOldWork();
        Q_EMIT ready();
    }
    Q_EMIT statusChanged();
}

void DeskWorker::tryToAnswer()
{
    m_answers.start([this] {
        if (!m_stop.stop_requested() && m_lock.tryLock())
            QMetaObject::invokeMethod(this, &DeskWorker::beginAnswering);
    });
}

void DeskWorker::beginAnswering()
{
    if (m_stop.stop_requested() || m_isAnswering.exchange(true))
        return;
    m_lockTimer.stop();
    std::erase_if(m_status.channels,
                  [](const ChannelState &channel) { return channel.name == answeringPart(); });
    m_channelThread.start();
    if (m_options.withInboxFolder)
        openInbox();
    if (m_options.withHttp)
        openHttp();
    if (isReady())
        takeUpOldWork();
    Q_EMIT statusChanged();
}

// What an earlier start, or another program, had left comes first, so that nothing is overtaken.
void DeskWorker::takeUpOldWork()
{
    m_answers.start([this] {
        const RunControl control(m_stop.get_token());
        const auto report = [](const char *part, const Error &error) {
            if (error.kind != ErrorKind::Cancelled)
                qCWarning(lcPipeline) << part << "failed:" << error.detail;
        };
        if (auto recovered = m_workspace.sender().recover(); !recovered)
            report("looking through the outbox", recovered.error());
        if (auto settled = m_workspace.operatorDesk().settle(control); !settled)
            report("settling approvals", settled.error());
        if (auto resumed = m_workspace.pipeline().resume(control); !resumed)
            report("taking up old messages", resumed.error());
        QMetaObject::invokeMethod(this, [this] {
            if (!m_stop.stop_requested())
                m_sendTimer.start();
        });
    });
}

void DeskWorker::setChannel(const ChannelState &state)
{
    const auto known = std::ranges::find(m_status.channels, state.name, &ChannelState::name);
    if (known != m_status.channels.end())
        *known = state;
    else
        m_status.channels.push_back(state);
    Q_EMIT statusChanged();
}

void DeskWorker::openInbox()
{
    const QString configured = m_workspace.settings().inboxFolder();
    const QString folder =
        configured.isEmpty() ? QDir(m_workspace.folder()).filePath(QStringLiteral("inbox")) : configured;
    m_inbox = new InboxFolder(folder, [this](const IncomingMessage &message) -> Result<> {
        auto taken = take(message);
        return taken ? Result<>() : Result<>(taken.error());
    });
    m_inbox->moveToThread(&m_channelThread);
    connect(&m_channelThread, &QThread::finished, m_inbox, &QObject::deleteLater);
    QMetaObject::invokeMethod(m_inbox, &InboxFolder::start);
    setChannel({inboxPart(), PartState::Ready, QDir::toNativeSeparators(folder)});
}

void DeskWorker::openHttp()
{
    auto access = HttpAccess::open(m_workspace.folder());
    if (!access) {
        setChannel({chatPart(), PartState::Failed, access.error().detail});
        return;
    }
    HttpInbox::Options options;
    options.port = m_options.httpPort.value_or(m_workspace.settings().httpPort());
    options.preferredPort = access->lastPort;
    options.bearerToken = access->bearerToken;
    options.sessionSecret = access->sessionSecret;
    options.publicOrigin = m_workspace.settings().httpPublicOrigin();
    options.trustedProxy = m_workspace.settings().httpTrustedProxy();
    m_http = std::make_unique<HttpInbox>(*this, options);
    m_chores.start([this, http = m_http.get(), folder = m_workspace.folder()] {
        auto started = http->start();
        if (started)
            HttpAccess::rememberPort(folder, http->port());
        const QString url = started ? http->chatUrl() : QString();
        const ChannelState state{chatPart(), started ? PartState::Ready : PartState::Failed,
                                 started ? url : started.error().detail};
        QMetaObject::invokeMethod(this, [this, state, url] {
            m_chatUrl = url;
            setChannel(state);
        });
    });
}

void DeskWorker::sendDueLater()
{
    if (!isReady() || !isAnswering() || m_isSending.exchange(true))
        return;
    m_chores.start([this] {
        if (auto sent = m_workspace.sender().sendDue(); !sent)
            qCWarning(lcPipeline) << "sending failed:" << sent.error().detail;
        m_isSending.store(false);
    });
}

// Asks the store whether anybody wrote. What this program wrote itself was announced by it already.
void DeskWorker::look()
{
    if (m_isLooking.exchange(true))
        return;
    m_chores.start([this] {
        const auto version = m_workspace.database().dataVersion();
        const qint64 ownChanges = m_ownChanges.load();
        const bool isChanged = version && m_versionSeen && *version != *m_versionSeen;
        const bool isOwn = ownChanges != std::exchange(m_ownChangesSeen, ownChanges);
        if (version)
            m_versionSeen = *version;
        m_isLooking.store(false);
        if (isChanged && (!isOwn || !isAnswering()))
            QMetaObject::invokeMethod(this, [this] {
                m_changed.insert(0);
                announceChats();
                Q_EMIT changedElsewhere();
            });
        m_isKnowledgeLookOwed = m_isKnowledgeLookOwed || isChanged;
        if (m_isKnowledgeLookOwed && isReady() && !isOwn) {
            m_isKnowledgeLookOwed = false;
            m_reading.start([this] { readKnowledgeAnew(); });
        }
        // Own changes may hide a message of another program, so after them it is looked for all the same: as
        // soon as they pause, and now and then while they do not.
        constexpr int looksBetween = 10;
        m_isLookOwed = m_isLookOwed || isChanged;
        if (!m_isLookOwed || !isAnswering() || !isReady() || (isOwn && ++m_looksSkipped < looksBetween))
            return;
        m_looksSkipped = 0;
        m_isLookOwed = false;
        m_answers.start([this] { answerWaiting(); });
    });
}

// Articles are imported by helmdeskctl while a desk runs; it answers from them as soon as they are stored.
void DeskWorker::readKnowledgeAnew()
{
    const auto isChanged = m_workspace.knowledge().reloadIfChanged(RunControl(m_stop.get_token()));
    if (!isChanged) {
        if (isChanged.error().kind != ErrorKind::Cancelled)
            qCWarning(lcPipeline) << "the articles cannot be read anew:" << isChanged.error().detail;
    } else if (*isChanged) {
        QMetaObject::invokeMethod(this, [this] { Q_EMIT knowledgeReloaded(); });
    }
}

void DeskWorker::announceChats()
{
    const QSet<qint64> changed = std::exchange(m_changed, {});
    if (!m_http)
        return;
    if (changed.contains(0)) {
        m_http->announce({});
        return;
    }
    for (const qint64 id : changed)
        m_http->announce(ConversationId{id});
}

// In chat people write in pieces: what follows within the time to join becomes one turn with it.
void DeskWorker::answerAfterBurst(MessageId message, ChannelKind channel)
{
    const int wait = channel == ChannelKind::Chat ? m_workspace.settings().joinMilliseconds() : 0;
    if (wait == 0) {
        answerLater(message);
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this, message, wait] { QTimer::singleShot(wait, this, [this, message] { answerLater(message); }); },
        Qt::QueuedConnection);
}

void DeskWorker::answerLater(MessageId message)
{
    m_answers.start([this, message] {
        if (isReady()) // else the start takes up what has no outcome
            answer(message);
    });
}

void DeskWorker::answer(MessageId message)
{
    if (m_stop.stop_requested())
        return;
    auto processed = m_workspace.pipeline().answer(message, RunControl(m_stop.get_token()));
    if (!processed) {
        if (processed.error().kind != ErrorKind::Cancelled) {
            m_unanswerable.insert(message); // tried again at the next start, not at every change
            qCWarning(lcPipeline) << "message" << message.value
                                  << "was not answered:" << processed.error().detail;
        }
        return;
    }
    if (!processed->wasThere && processed->outcome.decision == Decision::Escalated) {
        const qint64 conversation = processed->outcome.conversation.value;
        const qint64 ticket = processed->outcome.ticket.value;
        QMetaObject::invokeMethod(
            this, [this, conversation, ticket] { Q_EMIT escalationArrived(conversation, ticket); });
    }
    if (isAnswering())
        (void)m_workspace.sender().sendDue();
}

// Messages that another program took in.
void DeskWorker::answerWaiting()
{
    auto waiting = m_workspace.conversations().unansweredMessages();
    if (!waiting) {
        qCWarning(lcPipeline) << "waiting messages cannot be read:" << waiting.error().detail;
        return;
    }
    for (const Message &message : *waiting) {
        if (!m_unanswerable.contains(message.id))
            answer(message.id);
    }
}

Result<TakenMessage> DeskWorker::take(const IncomingMessage &message)
{
    // Intake needs only the store, so a message is safe before the engine is there.
    auto taken = takeMessage(m_workspace, message);
    if (!taken)
        return taken.error();
    if (!taken->wasThere)
        answerAfterBurst(taken->message, message.channel);
    return taken;
}

Result<std::vector<PublicMessage>> DeskWorker::thread(ConversationId conversation, MessageId after)
{
    return publicThread(m_workspace, conversation, after);
}

Result<std::vector<PublicMessage>> DeskWorker::thread(ChannelKind channel, const QString &conversationKey,
                                                      MessageId after)
{
    return publicThread(m_workspace, channel, conversationKey, after);
}

Result<std::optional<QString>> DeskWorker::chatKey(ConversationId conversation)
{
    return chatKeyOf(m_workspace, conversation);
}

} // namespace Helmdesk
