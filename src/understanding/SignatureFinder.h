#pragma once

#include "understanding/TextSheet.h"

namespace Helmdesk
{

// Marks what stands below the customer's own text as a letter's end: "-- ", closing and name, title,
// telephone and address lines, "Sent from my phone", legal texts. Values that the customer gives ("my new
// number:" and a list) stay own. Linear.
void findSignatures(TextSheet &sheet);

} // namespace Helmdesk
