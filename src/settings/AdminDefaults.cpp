#include "settings/AdminDefaults.h"

#include <algorithm>
#include <array>
#include <QDir>
#include <QFile>
#include <QSettings>

namespace Helmdesk
{
namespace
{

constexpr qint64 largestFile = 1024 * 1024;
constexpr std::array members{"preset", "locked", "contact", "update"};

#if !defined(Q_OS_WIN)
QStringList filesOfMachine()
{
#if defined(Q_OS_MACOS)
    return {QStringLiteral("/Library/Application Support/helmdesk/defaults.json")};
#else
    // What stands in /etc/xdg counts first, whatever somebody's environment says: it can add and not take
    // away.
    QStringList folders{QStringLiteral("/etc/xdg")};
    const QStringList more =
        qEnvironmentVariable("XDG_CONFIG_DIRS").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const QString &folder : more) {
        if (QDir::isAbsolutePath(folder))
            folders.append(QDir::cleanPath(folder));
    }
    folders.removeDuplicates();
    QStringList files;
    for (const QString &folder : std::as_const(folders))
        files.append(QDir(folder).filePath(QStringLiteral("helmdesk/defaults.json")));
    return files;
#endif
}
#endif

QVariantMap groupOf(QSettings &native, const QString &name)
{
    QVariantMap values = native.value(name).toMap(); // a dictionary of managed preferences
    native.beginGroup(name);                         // a key of the registry
    for (const QStringList keys = native.childKeys(); const QString &key : keys)
        values.insert(key, native.value(key));
    native.endGroup();
    return values;
}

Json textsOf(const QVariantMap &values)
{
    Json object = Json::object();
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        const QString text = value->metaType().id() == QMetaType::QStringList
                                 ? value->toStringList().join(QStringLiteral(", "))
                                 : value->toString();
        auto typed = parseSettingText(value.key(), text);
        object[value.key().toStdString()] = typed ? std::move(*typed) : Json(text);
    }
    return object;
}

} // namespace

AdminDefaults AdminDefaults::ofMachine()
{
#if defined(Q_OS_WIN)
    AdminDefaults defaults;
    for (const char *root : {"HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER"}) {
        const QString place = QString::fromLatin1(root) + QStringLiteral("\\Software\\Policies\\Helmdesk");
        QSettings native(place, QSettings::NativeFormat);
        defaults.add(place, documentOf(native));
    }
    return defaults;
#else
    AdminDefaults defaults;
#if defined(Q_OS_MACOS)
    const QString managed = QStringLiteral("/Library/Managed Preferences/org.helmdesk.Helmdesk.plist");
    if (QFile::exists(managed)) {
        QSettings native(managed, QSettings::NativeFormat);
        defaults.add(managed, documentOf(native));
    }
#endif
    for (const QStringList files = filesOfMachine(); const QString &path : files)
        defaults.readFile(path);
    return defaults;
#endif
}

AdminDefaults AdminDefaults::fromFiles(const QStringList &paths)
{
    AdminDefaults defaults;
    for (const QString &path : paths)
        defaults.readFile(path);
    return defaults;
}

Json AdminDefaults::documentOf(QSettings &native)
{
    Json document = {{"preset", textsOf(groupOf(native, QStringLiteral("Preset")))},
                     {"locked", textsOf(groupOf(native, QStringLiteral("Locked")))}};
    if (const QString contact = native.value(QStringLiteral("Contact")).toString(); !contact.isEmpty())
        document["contact"] = contact;
    if (const QString address = native.value(QStringLiteral("UpdateUrl")).toString(); !address.isEmpty())
        document["update"] = {{"url", address}};
    return document;
}

const AdminDefaults::Entry *AdminDefaults::find(const QString &name) const
{
    const auto it = m_entries.find(name);
    return it == m_entries.end() ? nullptr : &it->second;
}

bool AdminDefaults::isLocked(const QString &name) const
{
    const Entry *entry = find(name);
    return entry != nullptr && entry->hold == Hold::Locked;
}

Result<> AdminDefaults::mayChange(const QString &name) const
{
    if (!m_problem.isEmpty())
        return Error{ErrorKind::Denied,
                     QStringLiteral("no setting can be changed while it is not known which are locked: %1")
                         .arg(m_problem)};
    if (!isLocked(name))
        return {};
    QString reason = QStringLiteral("the setting %1 is locked by the administrator of this machine (%2)")
                         .arg(name, find(name)->source);
    if (!m_contact.isEmpty())
        reason += QStringLiteral("; whom to ask: ") + m_contact;
    return Error{ErrorKind::Denied, reason};
}

Settings AdminDefaults::presets() const
{
    Settings settings;
    for (const auto &[name, entry] : m_entries) {
        if (entry.hold == Hold::Preset)
            settings = settings.with(name, entry.value).value_or(settings);
    }
    return settings;
}

Settings AdminDefaults::withLocks(Settings settings) const
{
    for (const auto &[name, entry] : m_entries) {
        if (entry.hold == Hold::Locked)
            settings = settings.with(name, entry.value).value_or(settings);
    }
    return settings;
}

void AdminDefaults::readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly)) {
        fail(path, file.errorString());
        return;
    }
    const QByteArray text = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError || text.size() > largestFile) {
        fail(path, text.size() > largestFile ? QStringLiteral("it is too large") : file.errorString());
        return;
    }
    auto document = parseJson(text);
    if (document)
        add(path, *document);
    else
        fail(path, document.error().detail);
}

void AdminDefaults::add(const QString &source, const Json &document)
{
    if (!document.is_object()) {
        fail(source, QStringLiteral("it is no JSON object"));
        return;
    }
    for (const auto &[name, value] : document.items()) {
        if (std::ranges::find(members, name) == members.end()) {
            fail(source, QStringLiteral("it has a member \"%1\", which means nothing here")
                             .arg(QString::fromStdString(name)));
            return;
        }
    }
    // Locks first: what is set both ways is locked.
    for (const auto &[member, hold] :
         {std::pair("locked", Hold::Locked), std::pair("preset", Hold::Preset)}) {
        if (auto added = addValues(source, memberOrNull(document, member), hold); !added) {
            fail(source, added.error().detail);
            return;
        }
    }
    const Json &update = memberOrNull(document, "update");
    if (!update.is_null() && (!update.is_object() || !memberOrNull(update, "url").is_string())) {
        fail(source, QStringLiteral("its \"update\" must be an object with an \"url\""));
        return;
    }
    if (m_update.isEmpty())
        m_update = stringOr(update, "url");
    if (m_contact.isEmpty())
        m_contact = stringOr(document, "contact").simplified();
}

Result<> AdminDefaults::addValues(const QString &source, const Json &values, Hold hold)
{
    if (values.is_null())
        return {};
    if (!values.is_object())
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("\"preset\" and \"locked\" must be objects of settings and values")};
    for (const auto &[key, value] : values.items()) {
        const QString name = QString::fromStdString(key);
        auto settings = Settings().with(name, value);
        if (!settings)
            return std::move(settings).error();
        m_entries.try_emplace(name, Entry{settings->value(findSetting(name)->key), hold, source});
    }
    return {};
}

void AdminDefaults::fail(const QString &source, const QString &why)
{
    if (m_problem.isEmpty())
        m_problem = QStringLiteral("the administrator's defaults in %1 cannot be used: %2").arg(source, why);
}

} // namespace Helmdesk
