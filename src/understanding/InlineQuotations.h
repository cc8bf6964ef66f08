#pragma once

#include "understanding/TextSheet.h"

namespace Helmdesk
{

// Marks quotations inside own lines that are material: beside a word for a task ("translate", "what does ...
// mean") or of saying ("the button says"), also behind a colon in the same line as a task. A name or value in
// quotation marks stays own. Sentences in quotation marks without such a word are marked in doubt. Linear.
void findQuotations(TextSheet &sheet);

} // namespace Helmdesk
