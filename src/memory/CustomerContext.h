#pragma once

#include "core/Ids.h"
#include "core/Money.h"

#include <optional>
#include <QDate>
#include <QString>
#include <vector>

namespace Helmdesk
{

struct RecentTicket {
    TicketId id;
    QString category;
    QString subject;
    QString status; // open, pending, solved
    bool isResolved() const { return status == QStringLiteral("solved"); }
};

// What the customer pays for; the last one that was not cancelled.
struct CurrentSubscription {
    QString plan;
    QString status;  // active, past_due
    QDate periodEnd; // when it renews or, with endsThen, ends; invalid where it is not known
    Money price;     // for a period
    bool endsThen = false;
};

// What the customer pays with, as far as the desk may see it.
struct ChargedMethod {
    QString kind;    // card, sepa
    QString brand;   // of a card: visa, mastercard
    QString last4;   // digits
    QString expires; // of a card: YYYY-MM
};

// What the desk knows about the customer that the channel established. A value; missing fields are empty.
struct CustomerContext {
    QString id;
    QString name;
    QString email;
    QString plan;   // free, starter, pro, business
    QString status; // active, suspended, closed
    QDate joined;
    QString language = QStringLiteral("en"); // ISO 639-1
    QString phone;
    QString company;
    QString address;                         // as one line
    std::vector<RecentTicket> recentTickets; // the last five, newest first
    std::optional<CurrentSubscription> subscription;
    std::optional<ChargedMethod> paymentMethod; // the default one
};

} // namespace Helmdesk
