#include "settings/SecretStore.h"

namespace Helmdesk
{

QString EnvironmentSecretStore::variableFor(const QString &name)
{
    QString variable = QStringLiteral("HELMDESK_KEY_");
    for (const QChar c : name.toUpper()) {
        const bool isPlain = (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) ||
                             (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
        variable += isPlain ? c : QLatin1Char('_');
    }
    return variable;
}

Result<std::optional<QString>> EnvironmentSecretStore::read(const QString &name) const
{
    const QString value = qEnvironmentVariable(variableFor(name).toLatin1().constData()).trimmed();
    return value.isEmpty() ? std::optional<QString>() : std::optional(value);
}

Result<> EnvironmentSecretStore::keep(const QString &name, const QString &)
{
    return Error{ErrorKind::Unavailable,
                 QStringLiteral("there is no keychain on this machine: set the environment variable %1")
                     .arg(variableFor(name))};
}

Result<> EnvironmentSecretStore::remove(const QString &)
{
    return {};
}

Result<std::optional<QString>> InMemorySecretStore::read(const QString &name) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_secrets.find(name);
    return found == m_secrets.end() ? std::optional<QString>() : std::optional(found->second);
}

Result<> InMemorySecretStore::keep(const QString &name, const QString &secret)
{
    const std::lock_guard lock(m_mutex);
    m_secrets.insert_or_assign(name, secret);
    return {};
}

Result<> InMemorySecretStore::remove(const QString &name)
{
    const std::lock_guard lock(m_mutex);
    m_secrets.erase(name);
    return {};
}

#ifndef HELMDESK_HAVE_KEYCHAIN
std::unique_ptr<SecretStore> systemSecretStore()
{
    return std::make_unique<EnvironmentSecretStore>();
}
#endif

} // namespace Helmdesk
