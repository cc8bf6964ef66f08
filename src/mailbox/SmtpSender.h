#pragma once

#include "core/RunControl.h"
#include "mailbox/MailAccount.h"

#include <chrono>
#include <functional>
#include <QByteArray>

namespace Helmdesk
{

enum class SmtpFate {
    Accepted,     // the server has it
    Delayed,      // not now (4xx, or no connection): to be tried again later
    Refused,      // never (5xx)
    AccountFault, // the server does not take us: sign-in, certificate, no TLS. No mail of the account can
                  // leave
    Unknown,      // the connection ended after the mail's end was begun: nobody knows
    Ended,        // the program ends, or a note could not be made: nothing has left
};

struct SmtpOutcome {
    SmtpFate fate = SmtpFate::Unknown;
    QString words;       // one sentence for an operator; of an accepted mail the server's receipt
    QStringList refused; // a sentence for each recipient that the server refuses, also of an accepted mail
};

struct SmtpLetter {
    QString from;    // of the envelope: where reports on the delivery go
    QStringList to;  // of the envelope. The first ones are those it is written to
    int first = 1;   // how many of `to` these are: with none of them taken nothing is sent
    QByteArray mail; // with CRLF
};

// Sends mails by the server of an account, over TLS unless the account says otherwise; a connection each
// mail. Signs in by AUTH PLAIN or LOGIN, or XOAUTH2 with a token.
//
// Thread: any made by Qt; a call blocks until its outcome is known. Failure: an outcome.
class SmtpSender
{
public:
    static constexpr std::chrono::seconds stepDeadline{60};  // of each command and its answer
    static constexpr std::chrono::seconds dataDeadline{600}; // of the mail's bytes, and of the last answer

    // `secret`: the password or token, see MailAccount::auth.
    SmtpSender(const MailAccount &account, const QString &secret);

    // `beforeEnd` is called when everything but the end of the mail has been sent, and has to note durably
    // that it may leave now; an error of it ends the connection and nothing has left.
    SmtpOutcome send(const SmtpLetter &letter, const std::function<Result<>()> &beforeEnd,
                     const RunControl &control) const;

    // Connects, signs in and ends. Accepted, or why not.
    SmtpOutcome trySignIn(const RunControl &control) const;

private:
    MailAccount m_account;
    QString m_secret;
};

} // namespace Helmdesk
