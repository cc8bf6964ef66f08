#pragma once

#include <optional>
#include <QByteArray>
#include <QString>
#include <vector>

namespace Helmdesk
{

enum class DeliveryFate {
    Failed,  // it did not arrive and will not
    Delayed, // it has not arrived yet; the server goes on trying
    Arrived, // delivered, relayed, expanded: a report of success
};

struct DeliveryReport {
    struct Recipient {
        QString address;
        DeliveryFate fate = DeliveryFate::Failed;
        QString status; // "5.1.1"; may be empty
        QString words;  // one sentence for an operator
    };
    QString messageId; // of the mail that it speaks of, without brackets
    std::vector<Recipient> recipients;

    // The worst that it says of anybody.
    DeliveryFate fate() const;
    // The sentences of that fate, each once.
    QString words() const;
};

// What a report on the delivery of a mail (RFC 3464, also its form for UTF-8 addresses) says: by the action
// of each recipient, not by the looks of the mail. A report without the usual form counts too when it comes
// from a mailer and names the Message-ID of a mail in its text. Empty: the mail is no such report, or names
// no mail. Everything in it is its sender's own word. Never fails. Thread: any.
std::optional<DeliveryReport> readDeliveryReport(const QByteArray &mail);

// What a status of mail servers means, as the end of "…: "; empty where the number says nothing of use.
QString wordsOfStatus(const QString &status);

} // namespace Helmdesk
