// The keychain of the system, by QtKeychain. What real ones do differs from what they say: a locked keyring
// answers "not found" to a read and "done" to a removal, and one program asks a person before it replaces.

#include "settings/SecretStore.h"

#include <QEventLoop>
#include <qt6keychain/keychain.h>
#include <QTimer>

namespace Helmdesk
{
namespace
{

constexpr int patienceMs = 20'000; // a person may have to unlock it
const QString service = QStringLiteral("Helmdesk");

// Runs the job on this thread; false when nobody answered in time.
bool finishes(QKeychain::Job &job)
{
    QEventLoop loop;
    job.setAutoDelete(false);
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&loop] { loop.exit(0); });
    QTimer::singleShot(patienceMs, &loop, [&loop] { loop.exit(1); });
    job.start();
    return loop.exec() == 0;
}

Error errorOf(QKeychain::Error error)
{
    if (error == QKeychain::NoBackendAvailable || error == QKeychain::NotImplemented)
        return {ErrorKind::Unavailable, QStringLiteral("there is no keychain on this machine")};
    if (error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser)
        return {ErrorKind::Unavailable, QStringLiteral("the keychain refused")};
    return {ErrorKind::Io, QStringLiteral("the keychain failed (%1)").arg(static_cast<int>(error))};
}

Error waitsForPerson()
{
    return {ErrorKind::Timeout, QStringLiteral("the keychain waits for somebody to unlock it"), true};
}

class KeychainSecretStore final : public SecretStore
{
public:
    bool canKeep() const override { return true; }
    QString place() const override { return QStringLiteral("the keychain of this machine"); }

    Result<std::optional<QString>> read(const QString &name) const override
    {
        QKeychain::ReadPasswordJob job(service);
        job.setKey(name);
        if (!finishes(job))
            return waitsForPerson();
        if (job.error() == QKeychain::EntryNotFound)
            return std::optional<QString>();
        if (job.error() != QKeychain::NoError)
            return errorOf(job.error());
        return std::optional(job.textData());
    }

    Result<> keep(const QString &name, const QString &secret) override
    {
        // Replacing a stored value waits for a person in one of the keychains; a first write does not.
        if (auto gone = remove(name); !gone)
            return gone;
        QKeychain::WritePasswordJob job(service);
        job.setKey(name);
        job.setTextData(secret);
        if (!finishes(job))
            return waitsForPerson();
        return job.error() == QKeychain::NoError ? Result<>() : Result<>(errorOf(job.error()));
    }

    Result<> remove(const QString &name) override
    {
        QKeychain::DeletePasswordJob job(service);
        job.setKey(name);
        if (!finishes(job))
            return waitsForPerson();
        if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
            return errorOf(job.error());
        auto left = read(name);
        if (!left)
            return left.error();
        return *left ? Result<>(Error{ErrorKind::Io, QStringLiteral("the keychain did not remove it")})
                     : Result<>();
    }
};

} // namespace

std::unique_ptr<SecretStore> systemSecretStore()
{
    // Asked once: with no service on the bus every job fails at once.
    QKeychain::ReadPasswordJob probe(service);
    probe.setKey(QStringLiteral("probe"));
    const bool isThere = finishes(probe) && probe.error() != QKeychain::NoBackendAvailable &&
                         probe.error() != QKeychain::NotImplemented && probe.error() != QKeychain::OtherError;
    if (isThere)
        return std::make_unique<KeychainSecretStore>();
    return std::make_unique<EnvironmentSecretStore>();
}

} // namespace Helmdesk
