#pragma once

#include "core/Domain.h"
#include "core/Ids.h"

#include <optional>
#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace Helmdesk
{

struct Attachment {
    QString name; // cleaned of path parts; for display only
    QString mediaType;
    qint64 bytes = 0;
    bool isKept = false;     // its bytes are stored with the message
    QByteArray content = {}; // those bytes, from the channel until the message is stored; empty afterwards
};

inline constexpr qint64 largestKeptAttachment = qint64{10} * 1024 * 1024;  // bytes; of a larger one the name
inline constexpr qint64 largestKeptAttachments = qint64{20} * 1024 * 1024; // bytes of one message together

// Of a reply, together, in bytes: base64 makes of them what fits into a mail of 25 MB.
inline constexpr qint64 largestReplyFiles = qint64{18} * 1024 * 1024;
inline constexpr int mostReplyFiles = 50;

// Who gets copies of a reply by mail; addresses alone.
struct ReplyCopies {
    std::optional<QStringList> cc; // none: as the mailbox does by default
    QStringList bcc;

    bool isEmpty() const { return !cc && bcc.isEmpty(); }
    bool operator==(const ReplyCopies &) const = default;
};

// What a channel hands to intake. Everything in it is untrusted but `customer`, which the channel itself
// established.
struct IncomingMessage {
    ChannelKind channel = ChannelKind::Api;
    QString externalId;      // unique within the channel; de-duplicates deliveries
    QString conversationKey; // thread on the channel; empty: by customer and session
    QString customer;        // customer id established by the channel, or empty
    QString senderAddress;   // e-mail address as claimed
    QString senderName;
    QString cc;            // who got a copy, as the header has it
    QString forwardedFrom; // name and address of the mail that this one passes on, as claimed; empty: none
    QString subject;
    QString text;     // what the customer wrote, without quoted history and signature
    QString fullText; // the whole body; equals text where nothing was cut
    QList<Attachment> attachments;
    QString inReplyTo;
    QStringList references;
    bool isAutomatic = false; // an auto-reply, bounce or list mail: never answered
    QString automaticReason;
    bool isSenderProven = false; // the mailbox's own server vouches for the domain of senderAddress
    QString unreadable;          // non-empty: why the message could not be read; it still gets an outcome
    QString source;              // file and position, for error messages
    QDateTime receivedAt;
};

struct Message {
    MessageId id;
    ConversationId conversation;
    Author author = Author::Customer;
    QString text;
    QString fullText;
    QString subject;
    QString externalId;
    QString operatorName;  // who wrote or approved it; empty for the customer and the agent alone
    QString customer;      // whom it acts for: the id that its channel established, or nobody
    QString sender;        // name and address of a customer's message
    QString cc;            // who got a copy of it
    QString forwardedFrom; // who wrote what it passes on, as claimed
    QString fingerprint; // of sender and content; tells a delivery again from another message of the same id
    QList<Attachment> attachments;
    bool isAutomatic = false; // an auto-reply, bounce or list mail: never answered
    QDateTime at;             // when it was written, as far as its sender says so; never after the arrival
    QDateTime arrivedAt;      // orders conversations; invalid: `at`
};

struct Conversation {
    ConversationId id;
    ChannelKind channel = ChannelKind::Api;
    QString key; // thread on the channel
    QString customer;
    QString senderAddress;
    QString senderName;
    QString subject;
    ConversationStatus status = ConversationStatus::Open;
    QString assignee; // operator who took over; empty while the agent may answer
    std::optional<Category> category;
    QString language = QStringLiteral("en");
    QDateTime createdAt;
    QDateTime updatedAt;
    QString linkedCustomer; // whom an operator takes the sender for: to be shown, and no right of the sender
    QString linkedBy;
};

} // namespace Helmdesk
