#include "app/SettingsKeeper.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>

namespace Helmdesk
{
namespace
{

Q_LOGGING_CATEGORY(lcSettings, "helmdesk.settings", QtInfoMsg)

QString checksum(const Json &values)
{
    return QString::fromLatin1(QCryptographicHash::hash(toBytes(values), QCryptographicHash::Sha256).toHex());
}

Json changedValues(const Settings &settings)
{
    Json values = Json::object();
    for (const SettingDefinition &definition : settingDefinitions()) {
        if (!settings.isDefault(definition.key))
            values[definition.name] = settings.value(definition.key);
    }
    return values;
}

std::optional<Settings> readKept(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto document = parseJson(file.readAll());
    if (!document || !document->is_object())
        return std::nullopt;
    const Json &values = memberOrNull(*document, "values");
    if (stringOr(*document, "sha256") != checksum(values))
        return std::nullopt;
    auto settings = Settings().with(values);
    return settings ? std::optional<Settings>(std::move(*settings)) : std::nullopt;
}

void writeKept(const QString &path, const Settings &settings)
{
    const Json values = changedValues(settings);
    if (values.empty() && !QFile::exists(path))
        return;
    QSaveFile file(path);
    const QByteArray text = toIndentedBytes({{"values", values}, {"sha256", checksum(values)}}) + '\n';
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(text) != text.size() || !file.commit())
        qCWarning(lcSettings).noquote() << path << "cannot be written:" << file.errorString();
}

} // namespace

SettingsKeeper::SettingsKeeper(const SettingsRepository &repository, const QString &folder,
                               const QString &defaultsProblem)
    : m_repository(repository)
    , m_file(QDir(folder).filePath(QString::fromLatin1(fileName)))
    , m_defaultsProblem(defaultsProblem)
{
}

Settings SettingsKeeper::current()
{
    const auto stored = m_repository.load();
    const std::lock_guard lock(m_mutex);
    if (!m_defaultsProblem.isEmpty()) {
        tell(QStringLiteral("nothing is sent, no tool acts and every message goes to a person: %1")
                 .arg(m_defaultsProblem));
        return kept().heldBack();
    }
    if (!stored) {
        tell(QStringLiteral(
                 "the settings cannot be read, so nothing is sent, no tool acts and every message goes "
                 "to a person: %1")
                 .arg(stored.error().detail));
        return kept().heldBack();
    }
    if (!stored->unreadable.isEmpty()) {
        tell(QStringLiteral("these settings cannot be read: %1; until each is set again, the strictest value "
                            "holds for what the agent may do, and the last good one otherwise")
                 .arg(stored->unreadable.join(QStringLiteral(", "))));
        return withKept(*stored);
    }
    tell({});
    keep(stored->settings);
    return stored->settings;
}

QString SettingsKeeper::problem() const
{
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

void SettingsKeeper::keep(const Settings &settings)
{
    if (m_kept == settings)
        return;
    const auto before = m_kept ? m_kept : readKept(m_file);
    if (before != settings)
        writeKept(m_file, settings);
    m_kept = settings;
}

Settings SettingsKeeper::kept()
{
    if (!m_kept)
        m_kept = readKept(m_file);
    return m_kept.value_or(Settings());
}

Settings SettingsKeeper::withKept(const StoredSettings &stored)
{
    const Settings before = kept();
    Settings settings = stored.settings;
    for (const QString &name : stored.unreadable) {
        const SettingDefinition *definition = findSetting(name);
        if (definition == nullptr || !definition->strictest.is_null())
            continue;
        if (auto next = settings.with(name, before.value(definition->key)))
            settings = std::move(*next);
    }
    return settings;
}

void SettingsKeeper::tell(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    if (problem.isEmpty())
        qCInfo(lcSettings, "the settings can be read again");
    else
        qCWarning(lcSettings).noquote() << problem;
}

} // namespace Helmdesk
