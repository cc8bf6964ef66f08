#pragma once

#include "actions/ActionRegistry.h"
#include "app/Desk.h"

#include <QAbstractListModel>
#include <QDialog>
#include <QStringList>
#include <QStyledItemDelegate>

class QLabel;
class QLineEdit;
class QListView;
class QTimer;

namespace Helmdesk
{

// How well the letters of `wanted` stand in `text` in their order; 0: they do not. Whole words and beginnings
// of words count more.
int fuzzyScore(const QString &wanted, const QString &text);
// The places of the letters that fuzzyScore() counted.
QList<int> fuzzyPlaces(const QString &wanted, const QString &text);

// The commands that match what was typed, best first; without a text the recent ones come first. Below them
// the conversations that were found.
class CommandModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole + 1, ContextRole, PlacesRole };

    explicit CommandModel(const ActionRegistry &registry, QObject *parent = nullptr);
    void setFilter(const QString &wanted, const QStringList &recent);
    void setConversations(std::vector<QueueRow> rows);
    const ActionRegistry::Entry *entryAt(int row) const; // null: it is a conversation, or nothing
    const QueueRow *conversationAt(int row) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QVariant conversationData(const QueueRow &row, int role) const;

    const ActionRegistry &m_registry;
    QString m_wanted;
    std::vector<const ActionRegistry::Entry *> m_shown;
    std::vector<QueueRow> m_conversations;
};

class CommandDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// Finds a command by a few letters and runs it, or a conversation by its customer, its words or the number of
// its ticket and opens it. Ctrl+K.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(const ActionRegistry &registry, Desk &desk, QWidget *window);
    void open() override;

Q_SIGNALS:
    void conversationChosen(ConversationId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void search();
    void fit();
    void run();

    Desk &m_desk;
    int m_generation = 0; // of the search whose answer is wanted
    QTimer *m_searchDelay = nullptr;
    CommandModel *m_model = nullptr;
    QLineEdit *m_field = nullptr;
    QLabel *m_nothing = nullptr;
    QListView *m_list = nullptr;
    QStringList m_recent;
};

} // namespace Helmdesk
