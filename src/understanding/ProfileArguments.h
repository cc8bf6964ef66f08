#pragma once

#include "understanding/Values.h"

namespace Helmdesk
{

// Fields are those of the profile: name, email, phone, company, address, language.
struct ProfileChange {
    QString field;
    QString value; // as written; a language as its ISO 639-1 code; empty for a removal
    bool isRemoval = false;
    bool isExact = false; // the value stands in plain form with its field; else a guess to be asked about
    Span span;            // the words it rests on
};

// The customer as on record; what is there already is no change.
struct ProfileRecord {
    QString name;
    QString email;
    QString phone;
    QString company;
    QString address;
    QString language;
};

// The changes to the profile that a turn names, in the order of the text, one for each field; where two
// values of one field contradict each other, none of them is exact. Linear; pure; any thread; never fails.
// Whether the customer asks for them is for the reading of the turn to say.
std::vector<ProfileChange> readProfileChanges(const QString &text, const TextValues &read,
                                              const ValueWords &words, const ProfileRecord &customer);

} // namespace Helmdesk
