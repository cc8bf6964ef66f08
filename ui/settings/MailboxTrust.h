#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace Helmdesk
{

// Whose Authentication-Results count in a mailbox: a field with the name by which its own server signs them.
// What is half typed is not written over. GUI thread.
class MailboxTrust : public QWidget
{
    Q_OBJECT

public:
    explicit MailboxTrust(const QString &mailbox, QWidget *parent = nullptr);
    void setAuthserv(const QString &authserv);

Q_SIGNALS:
    void chosen(const QString &authserv); // empty: nobody's

private:
    void take();
    void updateButton();

    QString m_authserv;
    QLineEdit *m_field = nullptr;
    QPushButton *m_keep = nullptr;
};

} // namespace Helmdesk
