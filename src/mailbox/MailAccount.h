#pragma once

#include "core/Json.h"
#include "core/Result.h"

#include <optional>
#include <QDateTime>
#include <QStringList>

namespace Helmdesk
{

enum class MailTls {
    Implicit, // from the first byte
    StartTls, // asked for in plain, then required
    None,     // readable on the way: only where somebody said so
};
QString nameOf(MailTls tls); // implicit, starttls, none
std::optional<MailTls> mailTlsNamed(const QString &name);

enum class MailAuth {
    Password, // of the mailbox, or one made for this program ("app password")
    OAuth,    // a token, by XOAUTH2 or OAUTHBEARER
};
QString nameOf(MailAuth auth); // password, oauth
std::optional<MailAuth> mailAuthNamed(const QString &name);

enum class MailMode {
    DraftsOnly, // no SMTP: replies are drafts in the mailbox's own Drafts folder
    Sending,    // replies go out by SMTP
};
QString nameOf(MailMode mode); // drafts-only, sending
std::optional<MailMode> mailModeNamed(const QString &name);

struct MailEndpoint {
    QString host;
    quint16 port = 0;
    MailTls tls = MailTls::Implicit;

    bool isSet() const { return !host.isEmpty() && port != 0; }
    bool operator==(const MailEndpoint &) const = default;
};
QString nameOf(const MailEndpoint &endpoint); // imap.example.org:993

// Folders of the mailbox by their names on the server. An empty name: the one that the server marks so
// (SPECIAL-USE), or else the one that is usually called so.
struct MailFolders {
    QStringList watched = {QStringLiteral("INBOX")};
    QString sent;
    QString drafts;
    QString done; // where mails go that were taken in; empty: they stay where they are
};

// A folder as the server lists it.
struct ServerFolder {
    QString name;
    QString use; // sent, drafts, archive, junk, trash, all; empty: an ordinary one
};

// One mailbox of the team. Holds no secret: `secretName` says where it lies.
struct MailAccount {
    QString name;                  // as the desk calls it
    QString address;               // of the mailbox: what customers write to
    QString displayName;           // beside it in what goes out; empty: none
    QString replyTo;               // address to which answers are asked for; empty: none but the mailbox's
    QString signature;             // below each reply; may have several lines
    bool answersEverybody = false; // replies of people go to all who were written to beside the team
    MailEndpoint imap;
    MailEndpoint smtp; // not set in drafts-only
    QString user;      // to sign in with, at both servers
    MailAuth auth = MailAuth::Password;
    QString secretName;  // in the secret store; empty: the environment, see MailAccounts
    QString certificate; // SHA-256 in hex of the one certificate that is trusted; empty: the system's trust
    MailFolders folders;
    MailMode mode = MailMode::DraftsOnly;
    int lookBackDays = 0;   // of mails that were there at the first connection; 0: only new ones
    bool marksSeen = false; // \Seen for what was taken in; else nothing changes on the server
    // By which name the server that takes the mailbox's mail signs what it found out about senders (RFC 8601,
    // authserv-id); empty: what mails say of that counts nothing.
    QString trustedAuthserv;
    bool isPaused = false; // not watched and nothing sent
    QDateTime added;
};

Json toJson(const MailAccount &account);
MailAccount mailAccountFromJson(const Json &json);

// InvalidInput with one sentence: a name of letters, digits, '-', '_' and '.'; an address; a server to read
// from; one to send by unless it is drafts-only; no control characters anywhere.
Result<> checkAccount(const MailAccount &account);

} // namespace Helmdesk
