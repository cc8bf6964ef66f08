#pragma once

#include "queue/QueueModel.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QStackedWidget;
class QPushButton;
class QTimer;

namespace Helmdesk
{

class InlineBar;

// The left pane: views with their counts, the search field and the list.
class QueuePane : public QWidget
{
    Q_OBJECT

public:
    explicit QueuePane(Desk &desk, QWidget *parent = nullptr);

    void setView(QueueView view);
    void refresh();
    void step(int rows); // selects the next or previous conversation
    void focusSearch();
    void focusList();
    std::optional<ConversationId> current() const;
    std::vector<ConversationId> selected() const;
    InlineBar &bar() { return *m_bar; }
    QListView &list() { return *m_list; }
    QueueModel &model() { return *m_model; }

Q_SIGNALS:
    void conversationChosen(Helmdesk::ConversationId id);
    void nothingChosen();
    void countsChanged(const Helmdesk::QueueCounts &counts);

private:
    QWidget *makeHeader();
    QWidget *makeTabs();
    void makeList();
    void showLoaded();
    void showCurrent();
    void showCounts(const QueueCounts &counts);
    void search();
    QString emptyWords() const;

    Desk &m_desk;
    QueueModel *m_model = nullptr;
    QMap<QueueView, QPushButton *> m_tabs;
    QLineEdit *m_search = nullptr;
    QTimer *m_searchDelay = nullptr;
    QListView *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_empty = nullptr;
    InlineBar *m_bar = nullptr;
    std::optional<ConversationId> m_shown;
};

} // namespace Helmdesk
