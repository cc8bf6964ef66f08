#include "app/DeskWorker.h"

#include "app/DeskReader.h"
#include "app/HttpAccess.h"
#include "app/Mailboxes.h"
#include "channels/HttpInbox.h"
#include "channels/InboxFolder.h"
#include "pipeline/Contained.h"
#include "pipeline/Log.h"
#include "store/SqliteNotificationRepository.h"

#include <QDir>
#include <QElapsedTimer>
#include <QtConcurrent>

namespace Helmdesk
{
namespace
{

constexpr int sendIntervalMs = 500;
constexpr int lookIntervalMs = 500;
constexpr int lockIntervalMs = 2000;
constexpr int retryIntervalMs = 1000;
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
QString mailboxPart(const QString &name)
{
    return QStringLiteral("Mailbox ") + name;
}

} // namespace

DeskWorker::DeskWorker(Workspace &workspace, DeskWorkerOptions options, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_options(std::move(options))
    , m_health(workspace)
    , m_lock(workspace.folder())
    , m_unanswered(workspace.database())
    , m_answering({m_unanswered, workspace.runs(), workspace.conversations(), workspace.clock(),
                   [this](MessageId message, const RunControl &control) { return answer(message, control); },
                   [this](MessageId message, const QString &why, const RunControl &control) {
                       return m_workspace.pipeline().giveUp(message, why, control);
                   },
                   [this](const Outcome &outcome) { answered(outcome); }})
    , m_mailOutbound(workspace, m_stop.get_token(), m_options.mailSecrets)
{
    for (QThreadPool *pool : {&m_answers, &m_chores, &m_reading}) {
        pool->setMaxThreadCount(1);
        pool->setExpiryTimeout(-1);
    }
    m_isLoaded.store(m_workspace.isEngineLoaded());
    m_inboxThread.setObjectName(QStringLiteral("inbox"));
    m_sendTimer.setInterval(sendIntervalMs);
    connect(&m_sendTimer, &QTimer::timeout, this, &DeskWorker::sendDueLater);
    m_lookTimer.setInterval(lookIntervalMs);
    connect(&m_lookTimer, &QTimer::timeout, this, &DeskWorker::look);
    m_lockTimer.setInterval(lockIntervalMs);
    connect(&m_lockTimer, &QTimer::timeout, this, &DeskWorker::tryToAnswer);
    m_retryTimer.setInterval(retryIntervalMs);
    connect(&m_retryTimer, &QTimer::timeout, this, &DeskWorker::retry);
    connect(this, &DeskWorker::statusChanged, this,
            [this] { m_health.setStatus(m_status, m_isAnswering.load()); });
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
    m_retryTimer.start();
    m_health.start();
}

void DeskWorker::stop()
{
    m_stop.request_stop();
    m_subscription.reset();
    m_health.stop();
    for (QTimer *timer : {&m_sendTimer, &m_lookTimer, &m_lockTimer, &m_retryTimer, &m_chatTimer})
        timer->stop();
    if (m_http)
        m_http->stop();
    if (m_mailboxes)
        m_mailboxes->stop();
    m_inboxThread.quit();
    m_inboxThread.wait();
    m_inbox = nullptr;
    for (QThreadPool *pool : {&m_chores, &m_reading, &m_answers}) { // chores start answers
        pool->clear();
        pool->waitForDone();
    }
    m_mailOutbound.waitForDone();
    m_http.reset();
    m_mailboxes.reset();
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
    m_inboxThread.start();
    if (m_options.withInboxFolder)
        openInbox();
    if (m_options.withHttp)
        openHttp();
    if (m_options.withMailboxes)
        openMailboxes();
    if (isReady())
        takeUpOldWork();
    Q_EMIT statusChanged();
}

// What an earlier start, or another program, had left comes first; a conversation is never overtaken.
void DeskWorker::takeUpOldWork()
{
    m_answers.start([this] {
        if (auto recovered = m_workspace.sender().recover(); !recovered)
            qCWarning(lcPipeline) << "looking through the outbox failed:" << recovered.error().detail;
        settle();
        answerQueued(m_answering.takeUp());
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
    m_inbox->setKeep([this] { return keep(); });
    connect(m_inbox, &InboxFolder::setAside, this, &DeskWorker::setAside, Qt::DirectConnection);
    m_inbox->moveToThread(&m_inboxThread);
    connect(&m_inboxThread, &QThread::finished, m_inbox, &QObject::deleteLater);
    QMetaObject::invokeMethod(m_inbox, &InboxFolder::start);
    // A folder that was there when it was set may be gone, or be another disk's by now.
    const Result<> usable = checkFolder(folder);
    setChannel({inboxPart(), usable ? PartState::Ready : PartState::Failed,
                usable ? QDir::toNativeSeparators(folder) : usable.error().detail});
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

void DeskWorker::openMailboxes()
{
    m_mailboxes = std::make_unique<Mailboxes>(
        m_workspace, Mailboxes::Tell{[this](MessageId id) { takenFromMailbox(id); }, {}},
        m_options.mailSecrets);
    m_chores.start([this] { lookAtMailboxes(); });
}

// On m_chores: whether accounts changed, and now and then how each does.
void DeskWorker::lookAtMailboxes()
{
    m_mailboxes->look();
    constexpr int looksBetween = 4;
    if (m_mailboxLooks++ % looksBetween != 0)
        return;
    const auto list = m_mailboxes->list();
    if (!list)
        return;
    std::vector<ChannelState> states;
    for (const Mailboxes::Shown &shown : *list) {
        if (shown.account.isPaused)
            continue;
        const MailboxCondition condition = shown.state.condition;
        const bool isUp = condition == MailboxCondition::Listening || condition == MailboxCondition::Polling;
        // One that connects again after a failure has not mended so far.
        const bool isFailing = condition == MailboxCondition::Waiting || !shown.state.lastError.isEmpty();
        states.push_back({mailboxPart(shown.account.name),
                          condition == MailboxCondition::Refused ? PartState::Failed
                          : isUp                                 ? PartState::Ready
                          : isFailing                            ? PartState::Retrying
                                                                 : PartState::Starting,
                          isUp ? shown.account.address : shown.state.lastError});
    }
    QMetaObject::invokeMethod(this, [this, states] {
        std::erase_if(m_status.channels, [](const ChannelState &channel) {
            return channel.name.startsWith(mailboxPart(QString()));
        });
        m_status.channels.insert(m_status.channels.end(), states.begin(), states.end());
        Q_EMIT statusChanged();
    });
}

// On the mailbox's thread.
void DeskWorker::takenFromMailbox(MessageId id)
{
    m_health.counters().addMessage(ChannelKind::Mail);
    const auto stored = m_workspace.conversations().message(id);
    if (stored && *stored) // else the next look finds it
        answerAfterBurst({id, (*stored)->conversation, ChannelKind::Mail, 0, {}});
}

void DeskWorker::sendDueLater()
{
    m_isSendOwed.store(true);
    if (!isReady() || !isAnswering() || m_isSending.exchange(true))
        return;
    m_chores.start([this] {
        // What was queued meanwhile goes along: its claims share one wait for the disk.
        while (m_isSendOwed.exchange(false)) {
            m_mailOutbound.work();
            if (auto sent = m_workspace.sender().sendDue(); !sent)
                qCWarning(lcPipeline) << "sending failed:" << sent.error().detail;
        }
        m_workspace.keepRecord();
        m_workspace.purgeOriginals();
        m_isSending.store(false);
        if (m_isSendOwed.load() && !m_stop.stop_requested())
            sendDueLater();
    });
}

// Asks the store whether anybody wrote. What this program wrote itself was announced by it already.
void DeskWorker::look()
{
    if (m_isLooking.exchange(true))
        return;
    m_chores.start([this] {
        (void)m_workspace.settings(); // a look at whether they can be read
        QMetaObject::invokeMethod(this, [this, problem = m_workspace.settingsProblem()] {
            if (std::exchange(m_status.heldBack, problem) != problem)
                Q_EMIT statusChanged();
        });
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
        if (m_mailboxes && isAnswering())
            lookAtMailboxes();
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
        answerQueued(m_answering.addWaiting());
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
void DeskWorker::answerAfterBurst(const UnansweredMessage &message)
{
    const int wait = message.channel == ChannelKind::Chat ? m_workspace.settings().joinMilliseconds() : 0;
    if (wait == 0) {
        answerLater(message);
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this, message, wait] { QTimer::singleShot(wait, this, [this, message] { answerLater(message); }); },
        Qt::QueuedConnection);
}

void DeskWorker::answerLater(const UnansweredMessage &message)
{
    if (isReady()) // else the start takes up what has no outcome
        answerQueued(m_answering.add(message) ? 1 : 0);
}

// One task for each message that was put into the queue; each takes the first one there.
void DeskWorker::answerQueued(int messages)
{
    for (int i = 0; i < messages; ++i) {
        m_answers.start([this] {
            if (m_stop.stop_requested())
                return;
            m_answering.answerNext(RunControl(m_stop.get_token()));
            if (isAnswering())
                sendDueLater();
        });
    }
}

Result<Processed> DeskWorker::answer(MessageId message, const RunControl &control)
{
    QElapsedTimer timer;
    timer.start();
    auto processed = m_workspace.pipeline().answer(message, control);
    const qint64 milliseconds = timer.elapsed();
    if (processed) {
        constexpr double perSecond = 1000.0;
        m_health.counters().addAnswer(static_cast<double>(milliseconds) / perSecond);
    } else if (processed.error().kind != ErrorKind::Cancelled) {
        m_health.counters().addFailure();
        noteEvent(
            QStringLiteral("turn failed"),
            {{"message_id", message.value}, {"error", nameOf(processed.error().kind)}, {"ms", milliseconds}});
    }
    return processed;
}

void DeskWorker::noteEvent(const QString &event, const Json &fields) const
{
    if (m_options.event)
        m_options.event(event, fields);
}

void DeskWorker::answered(const Outcome &outcome)
{
    m_health.counters().addTurn(outcome.decision, outcome.category);
    noteEvent(QStringLiteral("turn"), {{"conversation", outcome.conversation.value},
                                       {"run", outcome.run.value},
                                       {"about", nameOf(outcome.category)},
                                       {"decision", nameOf(outcome.decision)},
                                       {"engine", outcome.engine},
                                       {"confidence", outcome.confidence}});
    if (outcome.decision != Decision::Escalated)
        return;
    QMetaObject::invokeMethod(
        this, [this, conversation = outcome.conversation.value, ticket = outcome.ticket.value] {
            Q_EMIT escalationArrived(conversation, ticket);
        });
}

// Answers that failed, and now and then what has waited for long; also while the engine cannot be loaded.
void DeskWorker::retry()
{
    if (m_isRetrying.exchange(true))
        return;
    m_chores.start([this] {
        constexpr int retriesBetween = 10;
        if (m_retries++ % retriesBetween == 0)
            m_answering.markLate();
        if (isAnswering()) {
            if (auto raised = m_workspace.conversations().raiseDue(m_workspace.clock().now()); !raised)
                qCWarning(lcPipeline) << "promises that are due stay hidden:" << raised.error().detail;
        }
        if (isReady() && isAnswering()) {
            answerQueued(m_answering.addDue());
            if (!m_isSettled.load())
                settle();
        }
        m_isRetrying.store(false);
    });
}

// On m_answers and before what waits there: a person decided and the run has not gone on.
void DeskWorker::settle()
{
    if (m_isSettling.exchange(true))
        return;
    constexpr int first = 1;
    m_answers.start(
        [this] {
            auto settled = contained(
                [this] { return m_workspace.operatorDesk().settle(RunControl(m_stop.get_token())); });
            m_isSettled.store(settled.has_value());
            m_isSettling.store(false);
            if (!settled && settled.error().kind != ErrorKind::Cancelled)
                qCWarning(lcPipeline) << "settling approvals failed:" << settled.error().detail;
        },
        first);
}

// A file that could not be read, or was being read when the program ended.
void DeskWorker::setAside(const QString &file, const QString &why)
{
    Notification notification;
    notification.priority = Priority::High;
    notification.text =
        QStringLiteral("The inbox file %1 was moved to \"failed\": %2").arg(file, why.left(500));
    notification.at = m_workspace.clock().now();
    if (auto added = m_workspace.notifications().add(notification); !added)
        qCWarning(lcPipeline) << "a notification cannot be stored:" << added.error().detail;
}

Result<TakenMessage> DeskWorker::take(const IncomingMessage &message)
{
    // Intake needs only the store, so a message is safe before the engine is there.
    auto taken = takeMessage(m_workspace, message);
    if (!taken)
        return taken.error();
    if (!taken->wasThere) {
        m_health.counters().addMessage(message.channel);
        answerAfterBurst({taken->message, taken->conversation, message.channel, 0, {}});
    }
    return taken;
}

Result<> DeskWorker::keep()
{
    return m_workspace.database().awaitDurable();
}

void DeskWorker::whenKept(std::function<void(const Result<> &)> then)
{
    m_workspace.database().whenDurable(std::move(then));
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

Result<Attachment> DeskWorker::file(ConversationId conversation, MessageId message, int position)
{
    return publicFile(m_workspace, conversation, message, position);
}

Result<Attachment> DeskWorker::file(ChannelKind channel, const QString &conversationKey, MessageId message,
                                    int position)
{
    return publicFile(m_workspace, channel, conversationKey, message, position);
}

Result<std::optional<QString>> DeskWorker::chatKey(ConversationId conversation)
{
    return chatKeyOf(m_workspace, conversation);
}

} // namespace Helmdesk
