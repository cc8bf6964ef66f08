#include "mailbox/MailAccounts.h"

#include "mailbox/ImapSession.h"
#include "mailbox/SmtpSender.h"

#include <QUuid>

namespace Helmdesk
{
namespace
{

QDate firstDayOf(int lookBackDays)
{
    return QDateTime::currentDateTimeUtc().date().addDays(-lookBackDays);
}

} // namespace

MailAccounts::MailAccounts(MailboxRepository &repository, Secrets secrets)
    : m_repository(repository)
    , m_makeSecrets(std::move(secrets))
{
}

MailAccounts::~MailAccounts() = default;

SecretStore &MailAccounts::secrets() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_secrets)
        m_secrets = m_makeSecrets ? m_makeSecrets() : systemSecretStore();
    return *m_secrets;
}

QString MailAccounts::secretAdvice(const QString &name) const
{
    return secrets().canKeep() ? QStringLiteral("Passwords are kept in %1.").arg(secrets().place())
                               : QStringLiteral("There is no keychain on this machine: set %1.")
                                     .arg(EnvironmentSecretStore::variableFor(name));
}

bool MailAccounts::hasSecret(const MailAccount &account)
{
    const auto given = EnvironmentSecretStore().read(account.name);
    return !account.secretName.isEmpty() || (given && *given);
}

Result<QString> MailAccounts::secretOf(const MailAccount &account) const
{
    const auto given = EnvironmentSecretStore().read(account.name);
    if (given && *given)
        return **given;
    if (account.secretName.isEmpty())
        return Error{ErrorKind::Denied,
                     QStringLiteral("there is no password for the mailbox %1: give it one, or set %2")
                         .arg(account.name, EnvironmentSecretStore::variableFor(account.name))};
    auto kept = secrets().read(account.secretName);
    if (!kept)
        return kept.error();
    if (!*kept)
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("the password of the mailbox %1 cannot be read: unlock the keychain, or "
                                    "set %2")
                         .arg(account.name, EnvironmentSecretStore::variableFor(account.name)),
                     true};
    return **kept;
}

// Under a name of its own that the account remembers.
Result<MailAccounts::Kept> MailAccounts::keepSecret(MailAccount &account, const QString &secret) const
{
    Kept kept;
    if (secret.isEmpty())
        return kept;
    if (secret.contains(u'\n') || secret.contains(u'\r'))
        return Error{ErrorKind::InvalidInput, QStringLiteral("a password is one line")};
    const QString name = QStringLiteral("mailbox %1 %2")
                             .arg(account.name, QUuid::createUuid().toString(QUuid::WithoutBraces).left(8));
    const Result<> stored = secrets().keep(name, secret);
    kept.isSecretKept = stored.has_value();
    if (stored)
        account.secretName = name;
    else
        kept.secretProblem = secrets().canKeep() ? stored.error().detail : secretAdvice(account.name);
    return kept;
}

Result<MailAccount> MailAccounts::known(const QString &name) const
{
    auto account = m_repository.account(name);
    if (!account)
        return account.error();
    if (!*account)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no mailbox \"%1\"").arg(name)};
    return **account;
}

Result<MailAccounts::Kept> MailAccounts::add(MailAccount account, const QString &secret,
                                             const QString &author)
{
    if (auto fine = checkAccount(account); !fine)
        return fine.error();
    auto before = m_repository.account(account.name);
    if (!before)
        return before.error();
    if (*before)
        return Error{ErrorKind::Conflict,
                     QStringLiteral("there is a mailbox \"%1\" already: remove it first").arg(account.name)};
    auto kept = keepSecret(account, secret);
    if (!kept)
        return kept;
    if (auto saved = m_repository.save(account, author); !saved)
        return saved.error();
    return kept;
}

Result<MailAccounts::Kept> MailAccounts::changeSecret(const QString &name, const QString &secret,
                                                      const QString &author)
{
    auto account = known(name);
    if (!account)
        return account.error();
    const QString before = account->secretName;
    auto kept = keepSecret(*account, secret);
    if (!kept || !kept->isSecretKept)
        return kept;
    if (auto saved = m_repository.save(*account, author); !saved)
        return saved.error();
    if (!before.isEmpty())
        (void)secrets().remove(before); // nothing reads it any more
    return kept;
}

Result<> MailAccounts::setPaused(const QString &name, bool paused, const QString &author)
{
    auto account = known(name);
    if (!account)
        return account.error();
    account->isPaused = paused;
    return m_repository.save(*account, author);
}

Result<> MailAccounts::remove(const QString &name, const QString &author)
{
    auto account = known(name);
    if (!account)
        return account.error();
    // The secret first: an account that is gone could not tell where it is.
    if (!account->secretName.isEmpty()) {
        if (auto gone = secrets().remove(account->secretName); !gone && secrets().canKeep())
            return gone;
    }
    return m_repository.remove(name, author);
}

Result<> MailAccounts::setMode(const QString &name, MailMode mode, const QString &author)
{
    auto account = known(name);
    if (!account)
        return account.error();
    account->mode = mode;
    if (auto fine = checkAccount(*account); !fine)
        return fine;
    return m_repository.save(*account, author);
}

Result<> MailAccounts::setTrustedAuthserv(const QString &name, const QString &authserv, const QString &author)
{
    auto account = known(name);
    if (!account)
        return account.error();
    account->trustedAuthserv = authserv.trimmed();
    if (auto fine = checkAccount(*account); !fine)
        return fine;
    return m_repository.save(*account, author);
}

Result<MailTest> MailAccounts::test(const QString &name, const RunControl &control, const MailStepSink &tell)
{
    auto account = known(name);
    if (!account)
        return account.error();
    return tryOut(*account, {}, control, tell);
}

namespace
{

// The step at which opening a session failed, after those that went well.
QString failedStep(const MailAccount &account, const MailTest &test, const Error &error)
{
    static const QStringList order = {QStringLiteral("name"), QStringLiteral("connected"),
                                      QStringLiteral("tls"), QStringLiteral("signed-in")};
    QStringList left = order;
    for (const MailTestStep &step : test.steps)
        left.removeAll(step.step);
    if (account.imap.tls == MailTls::None)
        left.removeAll(QStringLiteral("tls"));
    const bool isConnection = error.kind != ErrorKind::NotFound && left.contains(order[0]);
    return isConnection ? order[1] : left.value(0);
}

} // namespace

MailTest MailAccounts::tryOut(const MailAccount &account, const QString &given, const RunControl &control,
                              const MailStepSink &tell) const
{
    MailTest test;
    const auto note = [&](const QString &step, bool isFine, const QString &words) {
        test.steps.push_back({step, isFine, words});
        if (tell)
            tell(test.steps.back());
    };
    const auto fine = [&](const QString &step, const QString &words) { note(step, true, words); };
    const auto failed = [&](const QString &step, const Error &error) {
        note(step, false, error.detail);
        return test;
    };
    if (account.imap.tls == MailTls::None)
        fine(QStringLiteral("no-tls"), QStringLiteral("nothing is encrypted: whoever is on the way reads "
                                                      "the password and every mail"));
    auto secret = given.isEmpty() ? secretOf(account) : Result<QString>(given);
    if (!secret)
        return failed(QStringLiteral("password"), secret.error());
    auto session = ImapSession::open(account, *secret, control, fine);
    if (!session)
        return failed(failedStep(account, test, session.error()), session.error());
    for (const QString &folder : account.folders.watched) {
        auto selected = (*session)->select(folder, FolderAccess::ReadOnly);
        if (!selected)
            return failed(QStringLiteral("folder"), selected.error());
        fine(QStringLiteral("folder"), QStringLiteral("%1: %2 mails").arg(folder).arg(selected->exists));
        test.mails += selected->exists;
        auto state = m_repository.folder(account.name, folder);
        if (account.lookBackDays > 0 && state && !*state) {
            auto found = (*session)->search(1, 0, firstDayOf(account.lookBackDays));
            test.inLookBack += found ? static_cast<qint64>(found->size()) : 0;
        }
    }
    fine(QStringLiteral("news"), (*session)->hasIdle()
                                     ? QStringLiteral("the server tells of new mail at once (IDLE)")
                                     : QStringLiteral("the server is asked for new mail now and then"));
    if (auto folders = (*session)->folders())
        test.folders = std::move(*folders);
    if (account.mode == MailMode::Sending) {
        const SmtpOutcome signedIn = SmtpSender(account, *secret).trySignIn(control);
        if (signedIn.fate != SmtpFate::Accepted)
            return failed(QStringLiteral("smtp"), Error{ErrorKind::Unavailable, signedIn.words});
        fine(QStringLiteral("smtp"), signedIn.words);
    }
    test.isUsable = true;
    return test;
}

Result<std::vector<LookBackCount>> MailAccounts::lookBack(const MailAccount &account, const QString &given,
                                                          const std::vector<int> &days,
                                                          const RunControl &control) const
{
    auto secret = given.isEmpty() ? secretOf(account) : Result<QString>(given);
    if (!secret)
        return secret.error();
    auto session = ImapSession::open(account, *secret, control);
    if (!session)
        return session.error();
    std::vector<LookBackCount> counts;
    for (const int each : days)
        counts.push_back({each, 0});
    for (const QString &folder : account.folders.watched) {
        if (auto selected = (*session)->select(folder, FolderAccess::ReadOnly); !selected)
            return selected.error();
        for (LookBackCount &count : counts) {
            if (count.days <= 0)
                continue;
            auto found = (*session)->search(1, 0, firstDayOf(count.days));
            if (!found)
                return found.error();
            count.mails += static_cast<qint64>(found->size());
        }
    }
    return counts;
}

} // namespace Helmdesk
