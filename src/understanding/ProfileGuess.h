#pragma once

#include "understanding/ProfileArguments.h"
#include "understanding/ScannedText.h"

#include <optional>

namespace Helmdesk
{

// Where a turn speaks of changing a field of the profile and gives the value in no plain form ("the register
// says Tallow Ltd"): the words that are most likely the new value; exact only where two strong signs speak
// for them, else the desk asks with them. Empty where nothing stands out, or where two values do. Linear;
// pure; any thread.
// `known` are the fields for which a change is read already: of the others only one that is named is guessed
// at.
std::optional<ProfileChange> guessProfileChange(const ScannedText &text, const TextValues &read,
                                                const ProfileRecord &customer, const QStringList &known = {});

// The fields that the text names where it does not forbid the change, whole names for their parts. Pure; any
// thread.
QStringList fieldsNamedIn(const ScannedText &text);

// "Kindly make a@b.example the e-mail of my account": the address or number that is the only one of the text
// not on record, where the text speaks of no other detail and of nobody else; exact. Whether a change is
// asked for at all is for the reading to say. Pure; any thread.
std::optional<ProfileChange> onlyNewContact(const ScannedText &text, const TextValues &read,
                                            const ProfileRecord &customer);

} // namespace Helmdesk
