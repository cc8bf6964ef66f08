#pragma once

#include <QString>

namespace Helmdesk
{

// Whether a mail reads as written by a machine although no header says so: an absence note, an
// acknowledgement of receipt or a report of a mail that could not be delivered. By how subject and text begin
// and, where a text speaks of little else, by its phrases, in the 24 languages of
// resources/mail/automatic.json; a text that asks for something is none. `tests/data/automatic` has the
// held-out texts. Pure; any thread.
bool readsAutomatic(const QString &subject, const QString &whole);

} // namespace Helmdesk
