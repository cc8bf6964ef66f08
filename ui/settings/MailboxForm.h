#pragma once

#include "app/MailRoom.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Helmdesk
{

class MailboxScope;
class MailboxServers;
class MailTestSteps;

// Connects a mailbox in three steps: its address, its servers with a test, what is read of it. The password
// is forgotten as soon as the mailbox is added or the form is left. GUI thread; the room outlives it.
class MailboxForm : public QFrame
{
    Q_OBJECT

public:
    explicit MailboxForm(MailRoom &room, QWidget *parent = nullptr);
    void begin(); // empties it and takes the focus
    void setCanKeepPasswords(bool canKeepPasswords);

Q_SIGNALS:
    void added(const QString &name, const Helmdesk::KeptPassword &password);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Step { Address, Servers, Scope };
    QWidget *makeAddressStep();
    QWidget *makeButtons();
    void go(Step step);
    void showButtons();
    void goOn();
    void goBack();
    void find();
    void showServers(const std::optional<FoundServers> &found);
    void runTest(const NewMailbox &mailbox, const QString &doing,
                 const std::function<void(const MailTest &)> &then);
    void tryOut();
    void tried(const MailTest &test);
    void count();
    void add();
    void store(const NewMailbox &mailbox);
    void setBusy(bool isBusy, const QString &doing = {});
    void fail(const QString &why);

    MailRoom &m_room;
    Step m_step = Step::Address;
    bool m_isTried = false; // what is typed was tested, and works
    bool m_isBusy = false;
    int m_counting = 0; // the latest question for the counts
    int m_attempt = 0;  // what came of an earlier one is no longer asked for
    QLabel *m_title = nullptr;
    QWidget *m_addressStep = nullptr;
    QLineEdit *m_address = nullptr;
    MailboxServers *m_servers = nullptr;
    MailTestSteps *m_steps = nullptr;
    MailboxScope *m_scope = nullptr;
    QLabel *m_problem = nullptr;
    QLabel *m_doing = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_byHand = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
};

} // namespace Helmdesk
