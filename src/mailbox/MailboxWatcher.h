#pragma once

#include "mailbox/MailboxSync.h"

#include <condition_variable>
#include <mutex>
#include <QThread>
#include <stop_token>

namespace Helmdesk
{

// Watches one mailbox on a thread of its own: takes in what is there, then what comes, told by IDLE or by
// looking now and then; connects again, each time later, when the connection ends. A refused sign-in is not
// tried again: servers punish that, and only a person can mend it.
//
// Thread: made, started and stopped by one thread; everything else happens on its own. Ownership: repository,
// intake and clock are not owned and outlive it. Failure: in the mailbox's state, in words.
class MailboxWatcher final : public QThread
{
public:
    struct Timing {
        std::chrono::milliseconds renewal{
            std::chrono::minutes(9)};                             // of IDLE; servers end it after 29 minutes
        std::chrono::milliseconds poll{std::chrono::seconds(45)}; // without IDLE, or of further folders
        std::chrono::milliseconds firstDelay{2000};               // before connecting again; doubles
        std::chrono::milliseconds longestDelay{std::chrono::minutes(5)};
    };
    struct Surroundings {
        MailboxRepository &repository;
        MailIntake &intake;
        const Clock &clock;
        std::function<Result<QString>()> secret;
        QString noteFolder;
    };

    MailboxWatcher(MailAccount account, Surroundings surroundings, Timing timing);
    MailboxWatcher(MailAccount account, Surroundings surroundings)
        : MailboxWatcher(std::move(account), std::move(surroundings), Timing{})
    {
    }
    ~MailboxWatcher() override; // stops and waits
    void requestStop();
    // Connects where it waits to, and asks the server at once. Any thread.
    void wake();

private:
    void run() override;
    Result<> watch(MailboxSync &sync); // returns with why it ended
    Result<> syncAll(MailboxSync &sync, ImapSession &session);
    Result<> waitForNews(ImapSession &session);
    void report(MailboxCondition condition, const QString &error = {});
    void rest(std::chrono::milliseconds time);
    bool isWoken(); // and forgets it

    MailAccount m_account;
    Surroundings m_surroundings;
    Timing m_timing;
    std::stop_source m_stop;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    bool m_isWoken = false; // under the mutex
    MailboxState m_state;
    QDateTime m_reported;
    int m_failures = 0; // since it last went well
};

} // namespace Helmdesk
