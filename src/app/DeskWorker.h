#pragma once

#include "app/Answering.h"
#include "app/DeskSnapshots.h"
#include "app/HealthWatch.h"
#include "app/MailOutbound.h"
#include "app/WorkerLock.h"
#include "app/Workspace.h"
#include "channels/InboxPort.h"
#include "store/SqliteUnansweredRepository.h"

#include <QObject>
#include <QSet>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

namespace Helmdesk
{

class HttpInbox;
class InboxFolder;
class Mailboxes;

// What happens, for a log: "turn", and its figures. Nothing of what people wrote. Called on any thread.
using EventLog = std::function<void(const QString &event, const Json &fields)>;

struct DeskWorkerOptions {
    bool withInboxFolder = true; // <workspace>/inbox unless the setting names another one
    bool withHttp = true;
    bool withMailboxes = true;
    std::optional<quint16> httpPort;        // instead of the setting
    MailAccounts::Secrets mailSecrets = {}; // where passwords of mailboxes lie; empty: the system's keychain
    EventLog event = {};                    // empty: nobody is told
};

// Everything that goes on by itself on a workspace: the engine is loaded, messages are answered one after the
// other, what is due is sent, and the channels are open. Several programs may have a workspace open; the one
// that holds its WorkerLock does this work, and another one takes over when that one ends. The others only
// load the engine and see what changes.
//
// Thread: that of the object, which needs an event loop; isReady() and the InboxPort from any. Ownership: the
// workspace is not owned and outlives this; the destructor ends the threads in order. Failure: a part that
// cannot start is Failed in status(), with a sentence.
class DeskWorker final : public QObject, public InboxPort
{
    Q_OBJECT

public:
    DeskWorker(Workspace &workspace, DeskWorkerOptions options, QObject *parent = nullptr);
    ~DeskWorker() override;

    void start(); // returns at once
    void stop();  // waits for what is under way; nothing starts afterwards

    bool isReady() const { return m_isLoaded.load(); } // the engine is loaded
    bool isAnswering() const { return m_isAnswering.load(); }
    const DeskStatus &status() const { return m_status; }
    QString chatUrl() const { return m_chatUrl; }
    std::stop_token stopToken() const { return m_stop.get_token(); }
    HealthWatch &health() { return m_health; }

    // InboxPort: called on the threads of the HTTP inbox, take() on that of the folder too.
    Result<TakenMessage> take(const IncomingMessage &message) override;
    Result<> keep() override;
    void whenKept(std::function<void(const Result<> &)> then) override;
    Result<std::vector<PublicMessage>> thread(ConversationId conversation, MessageId after) override;
    Result<std::vector<PublicMessage>> thread(ChannelKind channel, const QString &conversationKey,
                                              MessageId after) override;
    Result<Attachment> file(ConversationId conversation, MessageId message, int position) override;
    Result<Attachment> file(ChannelKind channel, const QString &conversationKey, MessageId message,
                            int position) override;
    Result<std::optional<QString>> chatKey(ConversationId conversation) override;
    Result<QByteArray> metrics() override { return m_health.metrics(); }

public Q_SLOTS:
    void sendDueLater(); // from any thread

Q_SIGNALS:
    void statusChanged();
    void ready();                                               // the engine is loaded
    void escalationArrived(qint64 conversation, qint64 ticket); // 0: no ticket was made
    void changedElsewhere();                                    // another program wrote to the workspace
    void knowledgeReloaded();                                   // another program changed the articles

private:
    Result<> loadEngine();
    void engineLoaded(const Result<> &loaded);
    void tryToAnswer();
    void beginAnswering();
    void takeUpOldWork();
    void openInbox();
    void openHttp();
    void openMailboxes();
    void lookAtMailboxes();
    void takenFromMailbox(MessageId id);
    void setChannel(const ChannelState &state);
    void setAside(const QString &file, const QString &why);
    void answerAfterBurst(const UnansweredMessage &message);
    void answerLater(const UnansweredMessage &message);
    void answerQueued(int messages);
    Result<Processed> answer(MessageId message, const RunControl &control);
    void answered(const Outcome &outcome);
    void noteEvent(const QString &event, const Json &fields) const;
    void settle();
    void retry();
    void look();
    void readKnowledgeAnew();
    void announceChats();

    Workspace &m_workspace;
    DeskWorkerOptions m_options;
    HealthWatch m_health;
    WorkerLock m_lock; // used on m_answers alone
    SqliteUnansweredRepository m_unanswered;
    Answering m_answering;
    QThreadPool m_answers;          // one thread: conversations are answered in the order of their messages
    QThreadPool m_chores;           // one thread: sending, and looking for changes of other programs
    QThreadPool m_reading;          // one thread: the index of articles that another program changed
    QThread m_inboxThread;          // files are read beside the chat, not before it
    InboxFolder *m_inbox = nullptr; // lives on the inbox's thread
    std::unique_ptr<HttpInbox> m_http;
    std::unique_ptr<Mailboxes> m_mailboxes;
    int m_mailboxLooks = 0; // on m_chores
    QTimer m_sendTimer;
    QTimer m_lookTimer;
    QTimer m_lockTimer;
    QTimer m_retryTimer;
    QTimer m_chatTimer;
    QSet<qint64> m_changed; // conversations whose chats are to be told
    ChangeFeed::Subscription m_subscription;
    std::stop_source m_stop;
    MailOutbound m_mailOutbound;
    std::atomic<bool> m_isLoaded{false};
    std::atomic<bool> m_isAnswering{false};
    std::atomic<bool> m_isSending{false};
    std::atomic<bool> m_isSendOwed{false};
    std::atomic<bool> m_isLooking{false};
    std::atomic<qint64> m_ownChanges{0};
    std::atomic<bool> m_isRetrying{false};
    std::atomic<bool> m_isSettling{false};
    std::atomic<bool> m_isSettled{false}; // decisions of people that an earlier start had left
    int m_retries = 0;                    // on m_chores
    qint64 m_ownChangesSeen = 0;          // on m_chores
    std::optional<qint64> m_versionSeen;
    int m_looksSkipped = 0; // on m_chores
    // Something changed since messages were looked for, or may have before the first look; on m_chores.
    bool m_isLookOwed = true;
    bool m_isKnowledgeLookOwed = true; // the same for articles; on m_chores
    DeskStatus m_status;
    QString m_chatUrl;
};

} // namespace Helmdesk
