#pragma once

#include "core/RunControl.h"
#include "mailbox/MailboxRepository.h"
#include "mailbox/MailTest.h"
#include "settings/SecretStore.h"

#include <functional>
#include <memory>
#include <mutex>

namespace Helmdesk
{

// The mailboxes of a workspace: adding, testing and removing them, and their passwords, which lie in the
// system's keychain or come from the environment (HELMDESK_KEY_<NAME>).
// Thread: any, but what connects needs one made by Qt. Ownership: the repository is not owned.
class MailAccounts
{
public:
    using Secrets = std::function<std::unique_ptr<SecretStore>()>;
    explicit MailAccounts(MailboxRepository &repository, Secrets secrets = {});
    ~MailAccounts();

    struct Kept {
        bool isSecretKept = false;
        QString secretProblem; // why not; empty: it was, or none was given
    };
    // Checks and stores an account, and its secret where one is given. InvalidInput, Conflict.
    Result<Kept> add(MailAccount account, const QString &secret, const QString &author);
    // Another password or token; also lets a mailbox whose sign-in was refused try again.
    Result<Kept> changeSecret(const QString &name, const QString &secret, const QString &author);
    Result<> setPaused(const QString &name, bool paused, const QString &author);
    // InvalidInput for one that is to send and has no server to send by.
    Result<> setMode(const QString &name, MailMode mode, const QString &author);
    // By which name the mailbox's own server signs Authentication-Results; empty: none is believed.
    Result<> setTrustedAuthserv(const QString &name, const QString &authserv, const QString &author);
    Result<> remove(const QString &name, const QString &author);
    // Connects, signs in and opens the folders; changes nothing. NotFound.
    Result<MailTest> test(const QString &name, const RunControl &control, const MailStepSink &tell = {});
    // The same of an account that need not be stored. An empty secret is that of secretOf().
    MailTest tryOut(const MailAccount &account, const QString &secret, const RunControl &control,
                    const MailStepSink &tell = {}) const;
    // What each look-back would take in, in the order of the days. Failure: that of the connection.
    Result<std::vector<LookBackCount>> lookBack(const MailAccount &account, const QString &secret,
                                                const std::vector<int> &days,
                                                const RunControl &control) const;

    // The environment goes first: it is how a secret is given where no keychain is.
    Result<QString> secretOf(const MailAccount &account) const;
    static bool hasSecret(const MailAccount &account);
    bool canKeepSecrets() const { return secrets().canKeep(); }
    QString secretAdvice(const QString &name) const;
    MailboxRepository &repository() const { return m_repository; }

private:
    Result<Kept> keepSecret(MailAccount &account, const QString &secret) const;
    Result<MailAccount> known(const QString &name) const;
    SecretStore &secrets() const;

    MailboxRepository &m_repository;
    Secrets m_makeSecrets;
    mutable std::mutex m_mutex;
    mutable std::unique_ptr<SecretStore> m_secrets;
};

} // namespace Helmdesk
