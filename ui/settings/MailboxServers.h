#pragma once

#include "app/MailRoom.h"

#include <optional>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace Helmdesk
{

// The servers of a mailbox and what signs in at them, shown as they were found and to be corrected. GUI
// thread. The password is forgotten by forgetPassword().
class MailboxServers : public QWidget
{
    Q_OBJECT

public:
    explicit MailboxServers(const MailRoom &room, QWidget *parent = nullptr);
    // What is known of the address; without servers the fields are empty.
    void begin(const QString &address, const std::optional<FoundServers> &found);
    void setCanKeepPasswords(bool canKeepPasswords);
    void forgetPassword();
    void focusFirst(); // what is still to be given

    NewMailbox mailbox() const; // as typed; drafts only, nothing of its folders
    QString problem() const;    // why it cannot be tried; empty: nothing

Q_SIGNALS:
    void changed();
    void accepted(); // Return in one of the fields

private:
    struct Server {
        QLineEdit *host = nullptr;
        QLineEdit *port = nullptr;
        QComboBox *tls = nullptr;
        quint16 implicitPort = 0;
        quint16 startTlsPort = 0;
    };
    QLineEdit *makeField(const QString &name, const QString &words, const QString &hint);
    void addLine(QGridLayout &grid, const QString &words, QWidget &field, QLayout *line = nullptr);
    void addServer(QGridLayout &grid, Server &server, const QString &words, const QString &name);
    static void fill(const Server &server, const MailEndpoint &endpoint);
    static MailEndpoint endpointOf(const Server &server);
    void followTls(const Server &server);
    void showPasswordNote();

    const MailRoom &m_room;
    bool m_canKeepPasswords = true;
    QString m_address;
    QLabel *m_source = nullptr;
    QLineEdit *m_name = nullptr;
    Server m_imap;
    Server m_smtp;
    QLineEdit *m_user = nullptr;
    QComboBox *m_auth = nullptr;
    QLineEdit *m_password = nullptr;
    QLabel *m_passwordNote = nullptr;
    QLineEdit *m_certificate = nullptr;
};

} // namespace Helmdesk
