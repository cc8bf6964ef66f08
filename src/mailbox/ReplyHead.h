#pragma once

#include "core/Json.h"
#include "mailbox/ReplyMail.h"
#include "pipeline/OutboxRepository.h"

namespace Helmdesk
{

// What a reply needs to know of the mail that it answers. Everything in it is the sender's own word.
struct ReplyHead {
    MailPerson from;
    QList<MailPerson> replyTo;
    QList<MailPerson> to;
    QList<MailPerson> cc;
    QString messageId; // without brackets, as are the other ids
    QString inReplyTo;
    QStringList references;
    QDateTime at; // UTC; invalid: not said
    bool operator==(const ReplyHead &) const = default;
};

// Of the mail's bytes, its header is enough; at most 50 people of each kind and 50 references. Never fails:
// what cannot be read stays empty. Thread: any.
ReplyHead readReplyHead(const QByteArray &mail);

Json toJson(const ReplyHead &head);
ReplyHead replyHeadFromJson(const Json &json);

// Who answers.
struct ReplyingTeam {
    MailPerson from;
    MailPerson replyTo; // without an address: none
    QString signature;
    QStringList ownAddresses; // never written to
};

enum class ReplyAudience {
    Sender,    // whom we answer alone
    Everybody, // and those who were written to beside the team
};

// Who were written to beside those that are known, in order, each once.
QList<MailPerson> beside(const ReplyHead &answered, QStringList known);

// Whom a reply of a person to the mail goes to: the recipient on record, or whom the mail names in Reply-To.
QList<MailPerson> recipientsOf(const ReplyHead &answered, const QString &recipient,
                               const QStringList &ownAddresses);

// The reply that an outbox row stands for. It goes to the row's recipient, or to whom the mail names in
// Reply-To: always where a person sent it, and where nobody did only within the domain that the mail came
// from, so that a forged mail does not have answers sent elsewhere. A reply that nobody approved has no
// copies; which one of a person has, the row may say. Pure. The reply's body, subject, dates and id come of
// the row alone, so a retry is the same mail.
ReplyMail composeReply(const OutboxItem &item, const ReplyHead &answered, const ReplyingTeam &team,
                       ReplyAudience audience);

} // namespace Helmdesk
