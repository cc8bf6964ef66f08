#pragma once

#include "core/Result.h"
#include "mailbox/MailAccount.h"

#include <memory>
#include <QProcess>
#include <QTemporaryDir>

namespace Helmdesk::Test
{

// A Dovecot on free ports of this machine with one mailbox "desk", as a maildir. It ends with the object.
// Failure: Io, with what Dovecot says.
class Dovecot
{
public:
    static QString program(); // empty: it is not installed

    enum class Tls { None, Offered }; // with a certificate of its own, by STARTTLS and on a second port
    static Result<std::unique_ptr<Dovecot>> start(Tls tls = Tls::None);
    ~Dovecot();

    // To this server, with password().
    MailAccount account(MailTls tls = MailTls::None) const;
    QString password() const { return m_password; }
    QString certificate() const { return m_certificate; } // its SHA-256

    // Puts mails into a folder, as a delivery by another program does.
    Result<> deliver(const QList<QByteArray> &mails, const QString &folder = QStringLiteral("INBOX"));
    int mailsIn(const QString &folder) const;
    int seenIn(const QString &folder) const;
    // All mails get other UIDs under another UIDVALIDITY.
    Result<> renumber();
    // Of another length: Dovecot knows a changed file by its second and its size.
    Result<> setPassword(const QString &password);
    void stop();
    Result<> resume();

private:
    Dovecot() = default;
    Result<> prepare(Tls tls);
    Result<> writeUsers() const;
    Result<> makeCertificate();
    QString maildir(const QString &folder) const;
    QByteArray settings(Tls tls) const;
    void own(const QString &path) const;

    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_password = QStringLiteral("open sesame");
    QString m_certificate;
    quint16 m_port = 0;
    quint16 m_tlsPort = 0;
    int m_delivered = 0;
};

// A plain mail of a customer; `number` makes its id and text.
QByteArray plainMail(int number, const QByteArray &from = "Pat Sample <pat@shop.example>");

} // namespace Helmdesk::Test
