#pragma once

#include "app/DeskSnapshots.h"
#include "core/Result.h"

namespace Helmdesk
{

class Workspace;

// Whether the entry is a reply that the customer has.
bool hasLeft(const ThreadEntry &entry);

// What the desk knows of the people in a conversation, for the guard of a model. Failure: NotFound, that of
// the store.
Result<std::vector<PersonalValue>> personalValuesOf(Workspace &workspace, ConversationId id);

} // namespace Helmdesk
