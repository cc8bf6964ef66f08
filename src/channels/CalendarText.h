#pragma once

#include <QString>

namespace Helmdesk
{

// What an invitation (RFC 5545) says to a reader. Pure and thread-safe; never fails: what is no calendar is
// empty.
struct CalendarText {
    QString text;          // summary, time, place and description, a line each; empty: nothing was found
    bool isAnswer = false; // METHOD:REPLY: somebody accepted or declined, by a press of a button
};
CalendarText readCalendar(const QString &calendar);

} // namespace Helmdesk
