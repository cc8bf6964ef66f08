#pragma once

#include "actions/ActionRegistry.h"
#include "app/Desk.h"

#include <QAbstractListModel>
#include <QStringList>

namespace Helmdesk
{

// What can be gone to or done by a few letters: commands, conversations, settings and articles, what answers
// best to the letters first. Without letters the commands alone, the recent ones first. GUI thread.
class CommandModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole + 1, ContextRole, PlacesRole };
    enum class Kind { Command, Conversation, Setting, Article };

    struct Item {
        Kind kind = Kind::Command;
        QString id; // of a command, "conversation.send"; of a setting, its name; of an article
        QString text;
        QString context; // where it belongs, or what it is about
        QString icon;    // of what is no command
        int score = 0;
        bool isTitleMatched = true;                   // else it was found by other words than those shown
        const ActionRegistry::Entry *entry = nullptr; // of a command
        ConversationId conversation;                  // of a conversation
    };

    explicit CommandModel(const ActionRegistry &registry, QObject *parent = nullptr);
    void setSettings(const std::vector<SettingRow> &rows);
    void setArticles(const std::vector<ArticleRow> &rows);
    void setFilter(const QString &wanted, const QStringList &recent);
    void setConversations(const std::vector<QueueRow> &rows); // that the store found for the letters
    const Item *itemAt(int row) const;
    const ActionRegistry::Entry *entryAt(int row) const; // null: it is no command, or nothing
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void addCommands(const QStringList &recent);
    void addBest(const std::vector<Item> &all, const std::vector<QString> &meanings);
    void sort();

    const ActionRegistry &m_registry;
    QString m_wanted;
    std::vector<Item> m_settings;
    std::vector<QString> m_settingMeanings; // what else says what a setting is
    std::vector<Item> m_articles;
    std::vector<Item> m_shown;
};

} // namespace Helmdesk
