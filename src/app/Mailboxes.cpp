#include "app/Mailboxes.h"

#include "mailbox/ReturnedMails.h"
#include "pipeline/Log.h"
#include "store/SqliteNotificationRepository.h"

#include <QDir>

namespace Helmdesk
{

Mailboxes::Mailboxes(Workspace &workspace, Tell tell, MailAccounts::Secrets secrets)
    : m_workspace(workspace)
    , m_tell(std::move(tell))
    , m_repository(workspace.database(), workspace.clock())
    , m_outgoing(workspace.database())
    , m_accounts(m_repository, std::move(secrets))
    , m_intake({[this] {
                    const Settings settings = m_workspace.settings();
                    return IntakeParts{m_workspace.conversations(),
                                       m_workspace.customers(),
                                       m_workspace.unitOfWork(),
                                       m_workspace.clock(),
                                       settings.sessionTtlSeconds(),
                                       settings.mailSenderAddress(),
                                       &m_workspace.originals(),
                                       settings.keepOriginalsHours(),
                                       settings.value(SettingKey::MailLevel) == Json("channel")};
                },
                m_repository, [this] { return m_workspace.database().awaitDurable(); },
                [this](MessageId message) {
                    if (m_tell.taken)
                        m_tell.taken(message);
                },
                [this](const QString &why, quint32 uid) { putAside(why, uid); },
                [this](const DeliveryReport &report) {
                    return takeDeliveryReport({m_workspace.outbox(), m_outgoing, m_workspace.conversations(),
                                               m_workspace.notifications(), m_workspace.clock()},
                                              report);
                },
                &m_outgoing})
{
}

Mailboxes::~Mailboxes()
{
    stop();
}

QString Mailboxes::noteFolder(const QString &name) const
{
    return QDir(m_workspace.folder()).filePath(QStringLiteral("mailboxes/") + name);
}

void Mailboxes::putAside(const QString &why, quint32 uid)
{
    Notification notification;
    notification.priority = Priority::High;
    notification.text =
        QStringLiteral("Mail %1 of a mailbox was left where it is: %2").arg(uid).arg(why.left(500));
    notification.at = m_workspace.clock().now();
    if (auto added = m_workspace.notifications().add(notification); !added)
        qCWarning(lcPipeline) << "a notification cannot be stored:" << added.error().detail;
}

void Mailboxes::look()
{
    const std::lock_guard lock(m_mutex);
    auto revision = m_repository.revision();
    if (m_isStopped || !revision || *revision == m_revision)
        return;
    auto accounts = m_repository.accounts();
    if (!accounts)
        return;
    m_revision = *revision;
    std::map<QString, Watched> next;
    for (const MailAccount &account : *accounts) {
        if (account.isPaused)
            continue;
        const auto before = m_watched.find(account.name);
        // One that gave up begins again with whatever somebody changed.
        const bool goesOn = before != m_watched.end() && before->second.account == toJson(account) &&
                            before->second.watcher->isRunning();
        next[account.name] = goesOn ? std::move(before->second) : Watched{toJson(account), nullptr};
        if (goesOn)
            m_watched.erase(before);
    }
    for (const auto &[name, old] : m_watched)
        if (old.watcher)
            old.watcher->requestStop();
    m_watched = std::move(next); // the old ones are waited for before new ones begin
    for (auto &[name, watched] : m_watched) {
        followAsked(name, watched);
        if (watched.watcher)
            continue;
        const MailAccount account = mailAccountFromJson(watched.account);
        watched.watcher = std::make_unique<MailboxWatcher>(
            account, MailboxWatcher::Surroundings{m_repository, m_intake, m_workspace.clock(),
                                                  [this, account] { return m_accounts.secretOf(account); },
                                                  noteFolder(account.name)});
        watched.watcher->start();
    }
    if (m_tell.changed)
        m_tell.changed();
}

// One that begins asks the server anyway.
void Mailboxes::followAsked(const QString &name, Watched &watched) const
{
    const auto state = m_repository.state(name);
    if (!state || std::exchange(watched.asked, state->asked) == state->asked)
        return;
    if (watched.watcher)
        watched.watcher->wake();
}

void Mailboxes::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isStopped = true;
    for (const auto &[name, watched] : m_watched)
        watched.watcher->requestStop();
    m_watched.clear();
}

Result<MailboxState> Mailboxes::syncOnce(const QString &name, const RunControl &control)
{
    auto account = m_repository.account(name);
    if (!account)
        return account.error();
    if (!*account)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no mailbox \"%1\"").arg(name)};
    const Result<qint64> onServer = takeIn(**account, control);
    auto state = m_repository.state(name);
    if (!state)
        return state;
    if (onServer) {
        state->condition = MailboxCondition::Polling;
        state->onServer = *onServer;
        state->lastPoll = m_workspace.clock().now();
        state->lastError.clear();
        state->retryAt = {};
    } else {
        const bool isRefused = onServer.error().kind == ErrorKind::Denied;
        state->condition = isRefused ? MailboxCondition::Refused : MailboxCondition::Waiting;
        state->lastError = onServer.error().detail;
    }
    if (auto saved = m_repository.saveState(*state); !saved)
        return saved.error();
    return onServer ? state : Result<MailboxState>(onServer.error());
}

// How many mails the server has in the watched folders.
Result<qint64> Mailboxes::takeIn(const MailAccount &account, const RunControl &control)
{
    auto secret = m_accounts.secretOf(account);
    if (!secret)
        return secret.error();
    auto session = ImapSession::open(account, *secret, control);
    if (!session)
        return session.error();
    MailboxSync sync(account, m_repository, m_intake, m_workspace.clock(), noteFolder(account.name));
    qint64 onServer = 0;
    for (const QString &folder : account.folders.watched) {
        auto count = sync.run(**session, folder, control);
        if (!count)
            return count.error();
        onServer += count->onServer;
    }
    if (auto kept = m_intake.keep(); !kept)
        return kept.error();
    return onServer;
}

Result<std::vector<Mailboxes::Shown>> Mailboxes::list() const
{
    auto accounts = m_repository.accounts();
    if (!accounts)
        return accounts.error();
    std::vector<Shown> shown;
    for (const MailAccount &account : *accounts) {
        auto state = m_repository.state(account.name);
        if (!state)
            return state.error();
        auto outgoing = m_outgoing.counts(account.name);
        if (!outgoing)
            return outgoing.error();
        shown.push_back({account, *state, *outgoing});
    }
    return shown;
}

} // namespace Helmdesk
