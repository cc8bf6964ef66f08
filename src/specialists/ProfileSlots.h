#pragma once

#include "specialists/Specialist.h"
#include "understanding/ProfileArguments.h"

namespace Helmdesk
{

// The changes to the profile that a turn names. Pure; thread: any.
std::vector<ProfileChange> readProfileOf(const TurnContext &context, const ValueWords &words);

// The slots of a playbook's step resolve "profile": field, value, removed_field, is_assumed (not in plain
// form with its field). `focus` is the field that is meant among several; empty: the first.
Json profileSlots(const std::vector<ProfileChange> &changes, const QString &focus);

} // namespace Helmdesk
