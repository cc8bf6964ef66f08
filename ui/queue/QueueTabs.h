#pragma once

#include "app/DeskSnapshots.h"

#include <QWidget>

class QMenu;
class QPushButton;
class QToolButton;

namespace Helmdesk
{

// The views of the queue with their counts in one line. Those that do not fit stand in the menu at the end,
// with the saved views; the chosen one is always in the line. GUI thread.
class QueueTabs : public QWidget
{
    Q_OBJECT

public:
    explicit QueueTabs(QWidget *parent = nullptr);

    void setView(QueueView view);
    void setSearching(bool isSearching); // what is found comes from all views, so none is lit
    void setCounts(const QueueCounts &counts);
    void setSavedViews(const std::vector<SavedView> &views);
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void viewChosen(Helmdesk::QueueView view);
    void savedViewChosen(const Helmdesk::SavedView &view);
    void savedViewDropped(const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void label(QueueView view);
    void arrange();
    void fillMenu();

    QueueView m_view = QueueView::NeedsReview;
    QueueCounts m_counts;
    std::vector<SavedView> m_saved;
    QMap<QueueView, QPushButton *> m_tabs;
    QToolButton *m_more = nullptr;
    QMenu *m_menu = nullptr;
};

} // namespace Helmdesk
