#pragma once

#include "core/RunControl.h"
#include "mailbox/MailboxRepository.h"
#include "settings/SecretStore.h"

#include <functional>
#include <memory>
#include <mutex>

namespace Helmdesk
{

// One step of a test: name, connected, tls, signed-in, folder, and for one that sends smtp.
struct MailTestStep {
    QString step;
    bool isFine = false;
    QString words; // what was found, or what is wrong
};

struct MailTest {
    bool isUsable = false;
    std::vector<MailTestStep> steps; // ends with the one that failed
    qint64 mails = 0;                // in the watched folders
    qint64 inLookBack = 0;           // of them, those that the first connection will take in
};

// The mailboxes of a workspace: adding, testing and removing them, and their passwords, which lie in the
// system's keychain or come from the environment (HELMDESK_KEY_<NAME>).
// Thread: any, but test(), which needs one made by Qt. Ownership: the repository is not owned.
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
    Result<> remove(const QString &name, const QString &author);
    // Connects, signs in and opens the folders; changes nothing. NotFound.
    Result<MailTest> test(const QString &name, const RunControl &control);

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
