#pragma once

#include "app/MailRoom.h"

#include <QFrame>

class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Helmdesk
{

class ElidedLabel;
class MailboxTrust;
class MailTestSteps;

// One mailbox: how it does, what came of its mails and what waits to leave, with its test, its pause, its
// password and its removal, which is asked about below. GUI thread.
class MailboxCard : public QFrame
{
    Q_OBJECT

public:
    explicit MailboxCard(const MailboxRow &row, QWidget *parent = nullptr);
    void setRow(const MailboxRow &row, bool canKeepPasswords);
    const MailboxRow &row() const { return m_row; }
    MailTestSteps &beginTest();
    void endTest();
    void focusTest();
    bool holds(const QString &words) const; // for the search

Q_SIGNALS:
    void testRequested();
    void stopRequested();
    void syncRequested();
    void pauseRequested(bool paused);
    void removeRequested();
    void modeChosen(Helmdesk::MailMode mode);
    void trustChosen(const QString &authserv); // empty: nobody
    void passwordTyped(const QString &password);

private:
    void makeHead(QVBoxLayout &column);
    void makeFacts(QVBoxLayout &column);
    QWidget *makePasswordLine();
    QWidget *makeAsideList();
    void showState();
    void showAside();
    void takePassword();
    void closePasswordLine();
    void askRemoval();
    void closeQuestion();

    MailboxRow m_row;
    bool m_canKeepPasswords = false;
    bool m_isTesting = false;
    QLabel *m_sign = nullptr;
    ElidedLabel *m_name = nullptr;
    QHBoxLayout *m_chips = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_address = nullptr;
    QLabel *m_servers = nullptr;
    QLabel *m_folders = nullptr;
    QLabel *m_asked = nullptr;
    QLabel *m_taken = nullptr;
    QPushButton *m_showAside = nullptr;
    QLabel *m_aside = nullptr;
    QLabel *m_leaving = nullptr;
    QLabel *m_password = nullptr;
    QPushButton *m_changePassword = nullptr;
    QWidget *m_passwordLine = nullptr; // where another one is typed
    QLineEdit *m_newPassword = nullptr;
    QComboBox *m_mode = nullptr;
    MailboxTrust *m_trust = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_sync = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_remove = nullptr;
    MailTestSteps *m_steps = nullptr;
    QFrame *m_question = nullptr;
};

} // namespace Helmdesk
