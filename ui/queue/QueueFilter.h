#pragma once

#include "app/DeskSnapshots.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QToolButton;

namespace Helmdesk
{

// What the queue is narrowed to and how it is sorted: a menu, and a line of chips that says what is set.
// GUI thread. The button is made here and placed by the queue's header.
class QueueFilter : public QWidget
{
    Q_OBJECT

public:
    explicit QueueFilter(QWidget *parent = nullptr);

    QToolButton *button() { return m_button; }
    void setQuery(const QueueQuery &query);
    void openMenu();
    void askName(); // to keep the filter as a view

Q_SIGNALS:
    void queryChosen(const Helmdesk::QueueQuery &query);
    void nameChosen(const QString &name);

private:
    void fillMenu();
    void showChips();
    void addChip(const QString &words, const QueueQuery &without);

    QueueQuery m_query;
    QToolButton *m_button = nullptr;
    QMenu *m_menu = nullptr;
    QHBoxLayout *m_chips = nullptr;
    QLineEdit *m_name = nullptr;
};

} // namespace Helmdesk
