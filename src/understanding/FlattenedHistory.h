#pragma once

#include "understanding/TextSheet.h"

namespace Helmdesk
{

// Marks history inside a line: a mail whose line breaks got lost on the way still holds "From: ... Sent: ...
// To:
// ...", "-----Original Message-----" or "On Monday Mara <mara@lind.example> wrote:". What follows is not own
// to the end of the message. Linear.
void findFlattenedHistory(TextSheet &sheet);

} // namespace Helmdesk
