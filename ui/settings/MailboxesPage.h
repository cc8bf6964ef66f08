#pragma once

#include "app/Desk.h"
#include "app/MailRoom.h"

#include <QMap>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace Helmdesk
{

class InlineBar;
class MailboxCard;
class MailboxForm;

// The team's own mailboxes: connecting one, and how each does. While it is seen it is up to date to the
// second. GUI thread.
class MailboxesPage : public QWidget
{
    Q_OBJECT

public:
    explicit MailboxesPage(Desk &desk, QWidget *parent = nullptr);
    void refresh();
    void filter(const QString &words);
    void begin(); // a new one

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeBody();
    void show(const MailboxesView &view);
    void showCards();
    void addCard(const MailboxRow &row);
    void closeForm();
    void added(const QString &name, const KeptPassword &password);
    void test(const QString &name);
    void tested(const QString &name, const Result<MailTest> &test);
    void changePassword(const QString &name, const QString &password);
    void setMode(const QString &name, MailMode mode);
    // Says what came of it and shows it.
    void answer(const MailRoom::Reply<> &reply, const QString &done);

    MailRoom &m_room;
    MailboxesView m_view;
    QTimer m_timer; // while the page is seen
    bool m_isReading = false;
    QString m_filter;
    QString m_wanted; // whose card gets the focus with the next list
    InlineBar *m_bar = nullptr;
    QStackedWidget *m_stack = nullptr;
    QPushButton *m_first = nullptr;
    QWidget *m_head = nullptr; // above the mailboxes
    QPushButton *m_add = nullptr;
    MailboxForm *m_form = nullptr;
    QVBoxLayout *m_list = nullptr;
    QMap<QString, MailboxCard *> m_cards;
    QLabel *m_nothing = nullptr; // the search finds none
};

} // namespace Helmdesk
