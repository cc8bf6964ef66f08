#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <functional>
#include <vector>

class QSettings;
class QWidget;

namespace Helmdesk
{

// Every command of the console once: its id, words, keys and the view where it belongs. The palette, the list
// of keys and the settings read it. Keys that the operator changed are kept in the window's own settings.
// GUI thread; owns its actions, which live on the window.
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

    // An empty list takes the keys away. Unknown ids are passed over.
    void setKeys(const QString &id, const QList<QKeySequence> &keys);
    void resetKeys(const QString &id);
    bool hasDefaultKeys(const QString &id) const;
    void loadKeys(const QSettings &settings);
    void saveKeys(QSettings &settings) const; // those that differ from the defaults

    // Pairs of ids that share a key, and the ids that share one with `id`.
    QList<std::pair<QString, QString>> conflicts() const;
    QStringList conflictsOf(const QString &id) const;

Q_SIGNALS:
    void keysChanged(const QString &id);

private:
    const Entry *entry(const QString &id) const;

    QWidget &m_window;
    std::vector<Entry> m_entries;
};

// "Send (Ctrl+Return)" for tool tips.
QString withKey(const QAction &action);
// The keys as they are written on the keyboard of this system, "Ctrl+F, /".
QString keyWords(const QAction &action);

} // namespace Helmdesk
