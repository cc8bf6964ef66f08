#pragma once

#include "understanding/TextSheet.h"

namespace Helmdesk
{

// Marks what encloses itself: ``` fences and <!-- comments -->. One that is never closed reaches to the end,
// in doubt for a fence. Linear.
void findEnclosed(TextSheet &sheet);

// Marks material among the lines that are still own: lines of logs and source text, conversations between
// others, lines of a role ("system: ..."), what stands below a task ("please translate:"). Linear.
void findMaterial(TextSheet &sheet);

} // namespace Helmdesk
