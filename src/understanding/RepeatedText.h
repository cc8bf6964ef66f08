#pragma once

#include "understanding/TextSheet.h"

namespace Helmdesk
{

// Marks own lines that stand in an earlier text of the conversation already: runs of at least eight words,
// however the lines are broken. A message that says nothing else says it again and stays own. Linear in the
// message and the earlier texts.
void findRepeated(TextSheet &sheet);

} // namespace Helmdesk
