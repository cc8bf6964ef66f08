#pragma once

#include "queue/QueueModel.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QStackedWidget;
class QTimer;

namespace Helmdesk
{

class ElidedLabel;
class InlineBar;
class QueueFilter;
class QueueTabs;

// The left pane: views with their counts, the search field and the list.
class QueuePane : public QWidget
{
    Q_OBJECT

public:
    explicit QueuePane(Desk &desk, QWidget *parent = nullptr);

    void setView(QueueView view);
    void setQuery(const QueueQuery &query);
    void refresh();
    void step(int rows); // selects the next or previous conversation
    void open(ConversationId id);
    void showOpen(const QueueRow &row); // the open conversation as it is now; it is the current row
    void focusSearch();
    void focusList();
    std::optional<ConversationId> current() const;
    void toggleMark();                                            // of the current conversation
    std::vector<ConversationId> marked() const;                   // what was marked to be closed at once
    std::optional<ConversationId> after(ConversationId id) const; // the one below it, else the one above
    QueueFilter &filter() { return *m_filter; }
    InlineBar &bar() { return *m_bar; }
    QListView &list() { return *m_list; }
    QueueModel &model() { return *m_model; }

Q_SIGNALS:
    void conversationChosen(Helmdesk::ConversationId id);
    void nothingChosen();
    void countsChanged(const Helmdesk::QueueCounts &counts);
    void resolveMarkedRequested();
    void searchChanged(const QString &words);
    void failed(const Helmdesk::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeMarkBar();
    void makeList();
    void readViews();
    void openFirst();
    void readCounts();
    void showMarks(int count);
    void markUpTo(const QModelIndex &index);
    void showLoaded();
    void showCurrent();
    void showCounts(const QueueCounts &counts);
    void search();
    QString emptyWords() const;

    Desk &m_desk;
    QueueModel *m_model = nullptr;
    QueueTabs *m_tabs = nullptr;
    QueueFilter *m_filter = nullptr;
    QLineEdit *m_search = nullptr;
    QTimer *m_searchDelay = nullptr;
    QListView *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_empty = nullptr;
    InlineBar *m_bar = nullptr;
    QWidget *m_markBar = nullptr;
    ElidedLabel *m_markWords = nullptr;
    std::optional<ConversationId> m_shown;
    bool m_opensFirst = false; // a view was chosen, and its first conversation opens when it is there
};

} // namespace Helmdesk
