#pragma once

#include "settings/SecretStore.h"

namespace Helmdesk::Test
{

// A keychain that outlives the objects that own their way to it. The store is not owned.
class SharedSecrets final : public SecretStore
{
public:
    explicit SharedSecrets(InMemorySecretStore &store)
        : m_store(store)
    {
    }
    bool canKeep() const override { return true; }
    QString place() const override { return m_store.place(); }
    Result<std::optional<QString>> read(const QString &name) const override { return m_store.read(name); }
    Result<> keep(const QString &name, const QString &secret) override { return m_store.keep(name, secret); }
    Result<> remove(const QString &name) override { return m_store.remove(name); }

private:
    InMemorySecretStore &m_store;
};

} // namespace Helmdesk::Test
