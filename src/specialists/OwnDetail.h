#pragma once

#include <QString>

namespace Helmdesk
{

// Which fact of their own account the customer asks for: "plan", "joined", "email", "phone", "company",
// "address", "language", "name", "all" of these, "card" (what they pay with), "next_bill"; empty when none.
// Only questions about what is there, not wishes to change it
// ("which plan do I need for ..." is a question to the knowledge base). Thread: any. Linear. Cannot fail.
QString ownDetailAskedIn(const QString &text);

} // namespace Helmdesk
