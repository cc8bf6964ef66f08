#pragma once

#include "core/Ids.h"

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
    std::vector<RecentTicket> recentTickets; // the last five, newest first
};

} // namespace Helmdesk
