#pragma once

#include "core/Result.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <QString>

namespace Helmdesk
{

// Where keys and passwords lie: never in a file of the workspace. One text a name, for ever.
// Thread: any. Failure: Unavailable when there is no such place or it is locked, Timeout when it waits for a
// person, Io otherwise; the error never holds the secret.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    virtual bool canKeep() const = 0;
    // What this place is, for a sentence: "the keychain of this machine".
    virtual QString place() const = 0;
    // Empty: there is none. A locked keychain may say so as well: whoever knows that a secret was kept takes
    // that for locked.
    virtual Result<std::optional<QString>> read(const QString &name) const = 0;
    virtual Result<> keep(const QString &name, const QString &secret) = 0;
    // Succeeds only when the secret is gone, also where the keychain says so without doing it.
    virtual Result<> remove(const QString &name) = 0;
};

// Secrets of the program's environment, which it can only read: HELMDESK_KEY_<NAME>.
class EnvironmentSecretStore final : public SecretStore
{
public:
    static QString variableFor(const QString &name);

    bool canKeep() const override { return false; }
    QString place() const override { return QStringLiteral("the environment"); }
    Result<std::optional<QString>> read(const QString &name) const override;
    Result<> keep(const QString &name, const QString &secret) override;
    Result<> remove(const QString &name) override;
};

// The keychain of the system (Secret Service, Windows Credential Manager, macOS Keychain), or the environment
// alone where this build or machine has none.
std::unique_ptr<SecretStore> systemSecretStore();

// For tests: in memory, gone with the program.
class InMemorySecretStore final : public SecretStore
{
public:
    bool canKeep() const override { return true; }
    QString place() const override { return QStringLiteral("memory"); }
    Result<std::optional<QString>> read(const QString &name) const override;
    Result<> keep(const QString &name, const QString &secret) override;
    Result<> remove(const QString &name) override;

private:
    mutable std::mutex m_mutex;
    std::map<QString, QString> m_secrets;
};

} // namespace Helmdesk
