#pragma once

#include "app/WritingRoom.h"
#include "core/RunControl.h"

namespace Helmdesk
{

class Workspace;

// Has the model that answers rework a reply, or write one from notes. Its sources are the articles and
// results of the last run, the replies so far and what the person wrote. Thread: any; blocks for some
// seconds. Failure: NotFound, InvalidInput for an empty text, Unavailable where no model is set or it fails,
// Cancelled.
Result<WrittenText> writeFor(Workspace &workspace, const WritingWish &wish, const RunControl &control);

} // namespace Helmdesk
