#include "actions/ActionRegistry.h"

#include "theme/Icons.h"

#include <QCoreApplication>
#include <QSettings>
#include <QWidget>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr auto keysGroup = "keys/"_L1;

QStringList portable(const QList<QKeySequence> &keys)
{
    QStringList words;
    for (const QKeySequence &key : keys)
        words.append(key.toString(QKeySequence::PortableText));
    return words;
}

} // namespace

ActionRegistry::ActionRegistry(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
}

QAction *ActionRegistry::add(const QString &id, const QString &context, const QString &text,
                             const QString &iconName, const QList<QKeySequence> &keys,
                             std::function<void()> run)
{
    auto *action = new QAction(icon(iconName, Token::Text), text, this);
    action->setObjectName(id);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    m_window.addAction(action);
    m_entries.push_back({id, context, action, keys});
    return action;
}

const ActionRegistry::Entry *ActionRegistry::entry(const QString &id) const
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    return found == m_entries.end() ? nullptr : &*found;
}

QAction *ActionRegistry::find(const QString &id) const
{
    const Entry *found = entry(id);
    return found ? found->action : nullptr;
}

void ActionRegistry::setKeys(const QString &id, const QList<QKeySequence> &keys)
{
    const Entry *found = entry(id);
    if (!found || found->action->shortcuts() == keys)
        return;
    found->action->setShortcuts(keys);
    Q_EMIT keysChanged(id);
}

void ActionRegistry::resetKeys(const QString &id)
{
    if (const Entry *found = entry(id))
        setKeys(id, found->defaults);
}

bool ActionRegistry::hasDefaultKeys(const QString &id) const
{
    const Entry *found = entry(id);
    return !found || found->action->shortcuts() == found->defaults;
}

void ActionRegistry::loadKeys(const QSettings &settings)
{
    for (const Entry &each : m_entries) {
        const QString key = keysGroup + each.id;
        if (!settings.contains(key))
            continue;
        QList<QKeySequence> keys;
        for (const QString &words : settings.value(key).toStringList())
            if (const QKeySequence sequence(words, QKeySequence::PortableText); !sequence.isEmpty())
                keys.append(sequence);
        setKeys(each.id, keys);
    }
}

void ActionRegistry::saveKeys(QSettings &settings) const
{
    for (const Entry &each : m_entries) {
        const QString key = keysGroup + each.id;
        if (each.action->shortcuts() == each.defaults)
            settings.remove(key);
        else
            settings.setValue(key, portable(each.action->shortcuts()));
    }
}

QList<std::pair<QString, QString>> ActionRegistry::conflicts() const
{
    QList<std::pair<QString, QString>> pairs;
    for (auto first = m_entries.begin(); first != m_entries.end(); ++first)
        for (auto second = std::next(first); second != m_entries.end(); ++second)
            for (const QKeySequence &key : first->action->shortcuts())
                if (second->action->shortcuts().contains(key))
                    pairs.append({first->id, second->id});
    return pairs;
}

QStringList ActionRegistry::conflictsOf(const QString &id) const
{
    QStringList others;
    for (const auto &[first, second] : conflicts())
        if (first == id || second == id)
            others.append(first == id ? second : first);
    return others;
}

QString keyWords(const QAction &action)
{
    QStringList words;
    for (const QKeySequence &key : action.shortcuts())
        words.append(key.toString(QKeySequence::NativeText));
    return words.join(u", "_s);
}

QString withKey(const QAction &action)
{
    QString text = action.text();
    text.remove(u'&');
    if (action.shortcut().isEmpty())
        return text;
    return QCoreApplication::translate("ActionRegistry", "%1 (%2)")
        .arg(text, action.shortcut().toString(QKeySequence::NativeText));
}

} // namespace Helmdesk
