#include "mailbox/MailboxWatcher.h"

#include <algorithm>
#include <QLoggingCategory>

namespace Helmdesk
{
namespace
{

Q_LOGGING_CATEGORY(lcWatcher, "helmdesk.mailbox")

constexpr qint64 reportSeconds = 60; // of a state in which nothing changed but the time

} // namespace

MailboxWatcher::MailboxWatcher(MailAccount account, Surroundings surroundings, Timing timing)
    : m_account(std::move(account))
    , m_surroundings(std::move(surroundings))
    , m_timing(timing)
{
    setObjectName(QStringLiteral("mailbox ") + m_account.name);
}

MailboxWatcher::~MailboxWatcher()
{
    requestStop();
    wait();
}

void MailboxWatcher::requestStop()
{
    m_stop.request_stop();
}

void MailboxWatcher::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isWoken = true;
    }
    m_wake.notify_all();
}

bool MailboxWatcher::isWoken()
{
    const std::lock_guard lock(m_mutex);
    if (m_isWoken)
        m_reported = {}; // who asked sees that it was done
    return std::exchange(m_isWoken, false);
}

void MailboxWatcher::run()
{
    if (auto before = m_surroundings.repository.state(m_account.name))
        m_state = *before;
    m_state.mailbox = m_account.name;
    m_state.retryAt = {};
    MailboxSync sync(m_account, m_surroundings.repository, m_surroundings.intake, m_surroundings.clock,
                     m_surroundings.noteFolder);
    while (!m_stop.stop_requested()) {
        const Result<> ended = watch(sync);
        if (m_stop.stop_requested() || ended.has_value())
            break;
        qCInfo(lcWatcher).noquote() << m_account.name << ended.error().detail;
        if (ended.error().kind == ErrorKind::Denied) {
            report(MailboxCondition::Refused, ended.error().detail);
            break; // until the account is changed, which starts another watcher
        }
        const auto delay =
            std::min(m_timing.longestDelay, m_timing.firstDelay * (1 << std::min(m_failures, 8)));
        m_state.retryAt = m_surroundings.clock.now().addMSecs(delay.count());
        report(MailboxCondition::Waiting, ended.error().detail);
        m_state.retryAt = {};
        rest(delay);
        ++m_failures;
    }
}

Result<> MailboxWatcher::watch(MailboxSync &sync)
{
    report(MailboxCondition::Connecting, m_state.lastError);
    auto secret = m_surroundings.secret();
    if (!secret)
        return secret.error();
    auto session = ImapSession::open(m_account, *secret, RunControl(m_stop.get_token()));
    if (!session)
        return session.error();
    report(MailboxCondition::Reading);
    while (!m_stop.stop_requested()) {
        if (auto done = syncAll(sync, **session); !done)
            return done;
        m_failures = 0;
        m_state.lastPoll = m_surroundings.clock.now();
        const bool isTold = (*session)->hasIdle() && m_account.folders.watched.size() == 1;
        report(isTold ? MailboxCondition::Listening : MailboxCondition::Polling);
        if (auto waited = waitForNews(**session); !waited)
            return waited;
    }
    return {};
}

// The first folder comes last: it stays selected, and is listened to.
Result<> MailboxWatcher::syncAll(MailboxSync &sync, ImapSession &session)
{
    qint64 onServer = 0;
    const QStringList &folders = m_account.folders.watched;
    for (auto folder = folders.crbegin(); folder != folders.crend(); ++folder) {
        auto count = sync.run(session, *folder, RunControl(m_stop.get_token()));
        if (!count)
            return count.error();
        onServer += count->onServer;
    }
    m_state.onServer = onServer;
    return {};
}

Result<> MailboxWatcher::waitForNews(ImapSession &session)
{
    if (!session.hasIdle()) {
        rest(m_timing.poll);
        return {};
    }
    const bool isOnly = m_account.folders.watched.size() == 1;
    auto woken = session.idle(isOnly ? m_timing.renewal : m_timing.poll, [this] { return isWoken(); });
    return woken ? Result<>() : Result<>(woken.error());
}

void MailboxWatcher::report(MailboxCondition condition, const QString &error)
{
    const QDateTime now = m_surroundings.clock.now();
    const bool isNews = condition != m_state.condition || error != m_state.lastError;
    if (!isNews && m_reported.isValid() && m_reported.secsTo(now) < reportSeconds)
        return;
    m_state.condition = condition;
    m_state.lastError = error;
    m_reported = now;
    if (auto saved = m_surroundings.repository.saveState(m_state); !saved)
        qCWarning(lcWatcher).noquote()
            << "the state of" << m_account.name << "cannot be stored:" << saved.error().detail;
}

void MailboxWatcher::rest(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    if (m_wake.wait_for(lock, m_stop.get_token(), time, [this] { return m_isWoken; }))
        m_reported = {};
    m_isWoken = false;
}

} // namespace Helmdesk
