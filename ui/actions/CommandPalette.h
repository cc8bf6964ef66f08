#pragma once

#include "actions/CommandModel.h"

#include <QDialog>
#include <QStringList>
#include <QStyledItemDelegate>

class QLabel;
class QLineEdit;
class QListView;
class QTimer;

namespace Helmdesk
{

class CommandDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// Finds a command by a few letters and runs it; a conversation by its customer, its words or the number of
// its ticket, a setting or an article, and goes there. Ctrl+K.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(const ActionRegistry &registry, Desk &desk, QWidget *window);
    void open() override;

Q_SIGNALS:
    void conversationChosen(Helmdesk::ConversationId id);
    void settingChosen(const QString &title);
    void articleChosen(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void readPlaces();
    void filter();
    void search();
    void showFound(const std::vector<QueueRow> &rows);
    void endSearch();
    void fit();
    int top() const; // below that of the window
    void run();
    void runCommand(const ActionRegistry::Entry &entry);

    Desk &m_desk;
    int m_generation = 0; // of the search whose answer is wanted
    bool m_isSearching = false;
    bool m_runsWhenFound = false; // Enter came before what was searched for
    bool m_isMoved = false;       // the choice is the operator's own
    QTimer *m_searchDelay = nullptr;
    CommandModel *m_model = nullptr;
    QLineEdit *m_field = nullptr;
    QLabel *m_nothing = nullptr;
    QListView *m_list = nullptr;
    QStringList m_recent;
};

} // namespace Helmdesk
