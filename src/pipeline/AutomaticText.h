#pragma once

#include <QString>

namespace Helmdesk
{

// Whether a mail reads as written by a machine although no header says so: an absence note or a report of a
// mail that could not be delivered. Only how subject and text begin counts, and what mail systems themselves
// write. Pure; any thread.
bool readsAutomatic(const QString &subject, const QString &whole);

} // namespace Helmdesk
