#pragma once

#include <QString>

namespace Helmdesk
{

// True when the customer says that no person is needed or wanted ("no need for a person", "you don't have to
// get a human involved"). "I don't want a robot" and "why can't I talk to a person" are no refusals. It says
// nothing about other clauses: a wish found elsewhere in the message stands before it. Thread: any. Linear.
bool declinesPerson(const QString &text);

} // namespace Helmdesk
