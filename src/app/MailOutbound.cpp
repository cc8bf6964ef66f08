#include "app/MailOutbound.h"

#include "app/Workspace.h"
#include "mailbox/ReplyDrafts.h"
#include "pipeline/Contained.h"
#include "pipeline/Log.h"
#include "store/SqliteMailboxRepository.h"
#include "store/SqliteNotificationRepository.h"
#include "store/SqliteOutboxRepository.h"
#include "store/SqliteOutgoingMailRepository.h"

#include <QDeadlineTimer>

namespace Helmdesk
{
namespace
{

constexpr int mostAtOnce = 8; // accounts
constexpr std::chrono::seconds draftsInterval{2};
constexpr std::chrono::seconds unknownInterval{30};
constexpr std::chrono::seconds sentInterval{60};
constexpr std::chrono::minutes turnDeadline{30};

// Of an account that somebody removed: nothing leaves by it.
class RemovedChannel final : public OutboundChannel
{
public:
    explicit RemovedChannel(const QString &name)
        : m_name(name)
    {
    }
    bool serves(ChannelKind) const override { return true; }
    Result<QString> deliver(const OutboxItem &) override
    {
        return Error{ErrorKind::NotFound, QStringLiteral("the mailbox %1 is no longer set up").arg(m_name)};
    }

private:
    QString m_name;
};

// Whether the time is over; it begins anew then.
bool isDue(QDeadlineTimer &timer, std::chrono::milliseconds interval)
{
    if (!timer.hasExpired())
        return false;
    timer.setRemainingTime(interval);
    return true;
}

void complain(const MailAccount &account, const char *what, const Error &error)
{
    if (error.kind != ErrorKind::Cancelled)
        qCWarning(lcPipeline).noquote() << "mailbox" << account.name + u':' << what << error.detail;
}

} // namespace

struct MailLane {
    MailAccount account;
    Json fingerprint; // of the account as it was when the lane was made
    std::unique_ptr<SqliteOutboxRepository> outbox;
    std::unique_ptr<OutboundChannel> channel;
    MailboxChannel *mailbox = nullptr; // the channel, unless the account was removed
    std::unique_ptr<OutboxSender> sender;
    std::unique_ptr<ReplyDrafts> drafts;
    std::atomic<bool> isBusy{false};
    bool isRecovered = false;
    QDeadlineTimer draftsTimer{0};
    QDeadlineTimer unknownTimer{0};
    QDeadlineTimer sentTimer{0};
};

MailOutbound::MailOutbound(Workspace &workspace, Accounts accounts, std::stop_token stop)
    : m_workspace(workspace)
    , m_accounts(std::move(accounts))
    , m_stop(std::move(stop))
    , m_mails(std::make_unique<SqliteOutgoingMailRepository>(workspace.database()))
{
    m_pool.setMaxThreadCount(mostAtOnce);
}

MailOutbound::MailOutbound(Workspace &workspace, std::stop_token stop, MailAccounts::Secrets secrets)
    : MailOutbound(workspace, Accounts(), std::move(stop))
{
    m_mailboxes = std::make_unique<SqliteMailboxRepository>(workspace.database(), workspace.clock());
    m_ownAccounts = std::make_unique<MailAccounts>(*m_mailboxes, std::move(secrets));
    m_accounts = accountsOf(*m_ownAccounts);
}

MailOutbound::Accounts MailOutbound::accountsOf(const MailAccounts &accounts)
{
    return {[&accounts] { return accounts.repository().accounts(); },
            [&accounts](const MailAccount &account) { return accounts.secretOf(account); }};
}

MailOutbound::~MailOutbound()
{
    m_pool.clear();
    m_pool.waitForDone();
}

OpenFolders MailOutbound::foldersBy() const
{
    if (m_accounts.openFolders)
        return m_accounts.openFolders;
    return [secretOf =
                m_accounts.secret](const MailAccount &account,
                                   const RunControl &control) -> Result<std::unique_ptr<OutgoingFolders>> {
        auto secret = secretOf(account);
        if (!secret)
            return secret.error();
        return openFoldersByImap(account, *secret, control);
    };
}

// Made anew when the account changed, once nothing is under way by it.
std::shared_ptr<MailLane> MailOutbound::laneOf(const MailAccount &account, bool isKnown)
{
    const Json fingerprint = isKnown ? toJson(account) : Json();
    std::shared_ptr<MailLane> &lane = m_lanes[account.name];
    if (lane && (lane->fingerprint == fingerprint || lane->isBusy.load()))
        return lane;
    lane = std::make_shared<MailLane>();
    lane->account = account;
    lane->fingerprint = fingerprint;
    lane->outbox = std::make_unique<SqliteOutboxRepository>(m_workspace.database(), account.name);
    const auto control = [stop = m_stop] { return RunControl(stop).withDeadline(turnDeadline); };
    if (isKnown) {
        auto channel = std::make_unique<MailboxChannel>(
            account,
            MailboxChannel::Surroundings{
                m_workspace.conversations(), *m_mails, m_workspace.clock(), m_accounts.secret, foldersBy(),
                control,
                [this](ConversationId conversation, const QString &words) { tell(conversation, words); },
                [this](OutboxId id) { return m_workspace.outbox().files(id); }});
        lane->mailbox = channel.get();
        lane->channel = std::move(channel);
    } else {
        lane->channel = std::make_unique<RemovedChannel>(account.name);
    }
    lane->sender = std::make_unique<OutboxSender>(
        *lane->outbox, m_workspace.conversations(), m_workspace.unitOfWork(), m_workspace.clock(),
        std::vector<OutboundChannel *>{lane->channel.get()},
        [this] { return m_workspace.settings().isHeldBack() || m_stop.stop_requested(); });
    lane->sender->setPreparation([this](const OutboxItem &item) {
        return m_workspace.operatorDesk().carryOut(item, RunControl(m_stop));
    });
    if (lane->mailbox != nullptr)
        lane->drafts = std::make_unique<ReplyDrafts>(
            account,
            ReplyDraftParts{m_workspace.conversations(), m_workspace.drafts(), *lane->outbox, *m_mails,
                            m_workspace.unitOfWork(), m_workspace.clock(), *lane->mailbox, foldersBy()});
    return lane;
}

void MailOutbound::work()
{
    if (m_stop.stop_requested())
        return;
    auto accounts = m_accounts.all();
    auto busy = m_mails->accountsWithWork();
    if (!accounts || !busy) {
        qCWarning(lcPipeline).noquote() << "the mailboxes to send by are not known:"
                                        << (!accounts ? accounts.error() : busy.error()).detail;
        return;
    }
    std::vector<std::pair<MailAccount, bool>> wanted; // and whether it is set up
    for (const MailAccount &account : *accounts) {
        const bool hasWork = busy->removeAll(account.name) > 0 || account.mode == MailMode::DraftsOnly;
        if (hasWork && !account.isPaused)
            wanted.emplace_back(account, true);
    }
    for (const QString &name : std::as_const(*busy)) {
        MailAccount removed;
        removed.name = name;
        if (std::ranges::find(*accounts, name, &MailAccount::name) == accounts->end())
            wanted.emplace_back(removed, false);
    }
    const std::scoped_lock lock(m_mutex);
    for (const auto &[account, isKnown] : wanted) {
        const std::shared_ptr<MailLane> lane = laneOf(account, isKnown);
        if (lane->isBusy.exchange(true))
            continue;
        m_pool.start([this, lane] {
            auto done = contained([&]() -> Result<> {
                turn(*lane);
                return {};
            });
            if (!done)
                complain(lane->account, "a turn failed:", done.error());
            lane->isBusy.store(false);
        });
    }
}

void MailOutbound::turn(MailLane &lane)
{
    if (!lane.isRecovered) {
        if (auto recovered = lane.sender->recover(); !recovered)
            return complain(lane.account, "looking through the outbox failed:", recovered.error());
        lane.isRecovered = true;
    }
    if (auto sent = lane.sender->sendDue(); !sent)
        complain(lane.account, "sending failed:", sent.error());
    if (isDue(lane.unknownTimer, unknownInterval))
        if (auto cleared = lane.sender->clearUpUnknown(); !cleared)
            complain(lane.account, "what is unknown stays so:", cleared.error());
    if (!lane.drafts)
        return;
    const RunControl control = RunControl(m_stop).withDeadline(turnDeadline);
    if (isDue(lane.sentTimer, sentInterval))
        if (auto found = lane.drafts->lookForSent(control); !found)
            complain(lane.account, "the Sent folder was not read:", found.error());
    if (isDue(lane.draftsTimer, draftsInterval))
        if (auto updated = lane.drafts->update(control); !updated)
            complain(lane.account, "the Drafts folder is not up to date:", updated.error());
}

void MailOutbound::tell(ConversationId conversation, const QString &words)
{
    Message line;
    line.conversation = conversation;
    line.author = Author::System;
    line.text = words;
    line.at = m_workspace.clock().now();
    if (auto appended = m_workspace.conversations().append(line); !appended)
        qCWarning(lcPipeline).noquote() << "a line cannot be stored:" << appended.error().detail;
}

Result<bool> MailOutbound::takeReport(const QByteArray &mail)
{
    const auto report = readDeliveryReport(mail);
    if (!report)
        return false;
    return takeDeliveryReport({m_workspace.outbox(), *m_mails, m_workspace.conversations(),
                               m_workspace.notifications(), m_workspace.clock()},
                              *report);
}

Result<> MailOutbound::keepHead(MessageId message, const MailAccount &account, const QByteArray &mail)
{
    return m_mails->keepHead(message, account.name, readReplyHead(mail));
}

} // namespace Helmdesk
