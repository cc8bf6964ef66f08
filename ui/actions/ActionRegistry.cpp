#include "actions/ActionRegistry.h"

#include "theme/Icons.h"

#include <QCoreApplication>
#include <QWidget>

namespace Helmdesk
{

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

QAction *ActionRegistry::find(const QString &id) const
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    return found == m_entries.end() ? nullptr : found->action;
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
