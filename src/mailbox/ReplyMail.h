#pragma once

#include "core/Message.h"
#include "core/Result.h"

#include <optional>
#include <QDateTime>
#include <QList>
#include <QStringList>

namespace Helmdesk
{

struct MailPerson {
    QString name; // empty: none
    QString address;
    bool operator==(const MailPerson &) const = default;
};

// What a reply repeats below itself.
struct QuotedMail {
    MailPerson from;
    QDateTime at; // invalid: not said
    QString text;
};

// A reply as it is to leave: everything that its reader will see.
struct ReplyMail {
    MailPerson from;
    MailPerson replyTo; // without an address: no Reply-To
    QList<MailPerson> to;
    QList<MailPerson> cc;
    QList<MailPerson> bcc; // their copies are nobody else's to know of
    QString subject;
    QString text;
    QString signature;
    std::optional<QuotedMail> quoted;
    QString language = QStringLiteral("en"); // of the line above the quoted text
    QString messageId;                       // ids without brackets
    QString inReplyTo;
    QStringList references;
    QDateTime at;
    bool isAutomatic = false;      // no person approved it: marked so that other machines do not answer
    QList<Attachment> attachments; // with their bytes
};

// Whether the mail tells who gets a blind copy: one that leaves does not, one that a person sends later does.
enum class BccLine { LeftOut, Written };

// The mail as bytes (RFC 5322 with CRLF; multipart/alternative of plain text and HTML, in multipart/mixed
// with its attachments). The same reply gives the same bytes. Line breaks in names and subject become blanks.
// The HTML is made of the text alone: nothing of the quoted mail's own HTML goes out again. Pure and
// thread-safe. Failure: InvalidInput for an address that is none or holds what no mail server takes, for ids
// that are none, and for a reply without a recipient.
Result<QByteArray> writeReply(const ReplyMail &reply, BccLine bcc = BccLine::LeftOut);

// The address as it is written on the wire, its domain in ASCII. InvalidInput, with one sentence, for one
// with control characters, blanks, brackets or letters outside ASCII before the @.
Result<QString> wireAddress(const QString &address);

// The most ids that References names: the first and the latest ones.
inline constexpr qsizetype mostReferences = 12;

// References of a reply: those of the answered mail and its own id, each once, bounded.
QStringList referencesAfter(const QStringList &references, const QString &inReplyTo,
                            const QString &answeredId);

} // namespace Helmdesk
