#pragma once

#include "understanding/ProfileArguments.h"
#include "understanding/ScannedText.h"

#include <optional>

namespace Helmdesk
{

// A part of a detail on record that is put right, where only that part is written and a word tells which of
// the two comes: "number 18 instead of 14", "LN5 7QX, not LN5 7XQ", "it ends in 47, yours ends in 74",
// "Barnabas, not Barnaby". The part that stands on record tells which detail is meant, the one other group of
// characters near it that looks like it is what comes instead. The value is the whole detail with that part
// replaced; never exact, so it is only ever asked about. Nothing where two details or two new parts would do.
// `fields` are those that the text names; empty: any. Linear in the text; pure; any thread.
std::optional<ProfileChange> correctedRecord(const ScannedText &text, const TextValues &read,
                                             const ProfileRecord &customer, const QStringList &fields);

} // namespace Helmdesk
