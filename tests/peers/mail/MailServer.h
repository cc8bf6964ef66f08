#pragma once

#include "mailbox/MailAccount.h"

#include <memory>
#include <QProcess>
#include <QTemporaryDir>

namespace Helmdesk::Test
{

// A whole mail server on this machine: a postfix that takes mails and delivers them, and a dovecot that signs
// in and shows them, on free ports of the loopback, with a certificate of their own. It ends with the object.
//
// People of virt.example with a mailbox: support (the team's) and pat; the password of each is "secret", the
// token "token" too. Nobody else is there (550); later@virt.example is put off (450); mails to gone.example
// are taken and come back, since its server refuses them. Failure: Io, with what the programs say.
class MailServer
{
public:
    static QString missing(); // what keeps it from running here; empty: nothing
    static Result<std::unique_ptr<MailServer>> start();
    ~MailServer();

    MailAccount account(MailTls tls = MailTls::StartTls) const; // of support@virt.example, sending
    QString certificate() const { return m_certificate; }       // SHA-256

    // The mails in a folder ("" the inbox) of somebody's mailbox.
    QList<QByteArray> mails(const QString &person, const QString &folder = {}) const;
    // Waits until there are that many, or ten seconds; how many there are.
    qsizetype waitForMails(const QString &person, qsizetype count, const QString &folder = {}) const;
    void removeMails(const QString &person, const QString &folder = {}) const;
    // As a colleague's mail program does: the mail in a folder, seen.
    void putMail(const QString &person, const QString &folder, const QByteArray &mail) const;

    void stopReading(); // the dovecot ends; nobody can sign in either
    Result<> startReading();

private:
    MailServer() = default;
    Result<> prepare();
    Result<> makeCertificate();
    Result<> startSending();
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString box(const QString &person, const QString &folder) const;

    QTemporaryDir m_folder;
    QProcess m_dovecot;
    bool m_isSending = false;
    QString m_certificate;
    quint16 m_imap = 0;
    quint16 m_submission = 0; // STARTTLS
    quint16 m_implicit = 0;
    quint16 m_tokens = 0; // where dovecot asks about tokens
    std::unique_ptr<class TokenServer> m_tokenServer;
};

} // namespace Helmdesk::Test
