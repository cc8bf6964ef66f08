#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <functional>
#include <vector>

class QWidget;

namespace Helmdesk
{

// Every command of the console once: its id, words, keys and the view where it belongs. The palette, the list
// of keys and the settings read it. GUI thread; owns its actions, which live on the window.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    struct Entry {
        QString id;      // "conversation.send"
        QString context; // words: "Conversation"
        QAction *action = nullptr;
        QList<QKeySequence> defaults;
    };

    explicit ActionRegistry(QWidget &window);

    QAction *add(const QString &id, const QString &context, const QString &text, const QString &iconName,
                 const QList<QKeySequence> &keys, std::function<void()> run);
    const std::vector<Entry> &entries() const { return m_entries; }
    QAction *find(const QString &id) const;

    // Pairs of ids that share a key.
    QList<std::pair<QString, QString>> conflicts() const;

private:
    QWidget &m_window;
    std::vector<Entry> m_entries;
};

// "Send (Ctrl+Return)" for tool tips.
QString withKey(const QAction &action);

} // namespace Helmdesk
