#pragma once

#include "specialists/EntityExtractor.h"
#include "specialists/Specialist.h"

#include <optional>
#include <QString>

namespace Helmdesk
{

// What a turn gives as a new value of the customer's profile where it is said without its name: as the answer
// to our question, or as the correction of what was written. Thread: any. Linear. Cannot fail.

// The field that the customer wants changed: phone, company, address, language or name; empty: none is named.
QString profileFieldIn(const QString &text);
// The field of an answer that names nothing else: "phone", "my address please", "the company name".
QString bareFieldIn(const QString &text);
// A street with a number and a town, and nothing else.
bool looksLikeAddress(const QString &text);
// "Storgatan 3, 222 22 Lund", after the address was changed: it was not what the customer meant.
QString correctedAddress(const TurnContext &context);
// The ISO 639-1 code of "no, Danish", after the language was changed; empty otherwise.
QString correctedLanguage(const TurnContext &context);
// The name as it will stand in the record: a new surname or first name leaves the other part as it is, and so
// does a single word that differs by little from one of the record ("Lindqvst" for "Lindqvist").
QString wholeName(const Entities &found, const std::optional<CustomerContext> &customer);
// The answer to our question for a value, without the words that lead to it; of a name the corrected part
// only, where one is corrected. Empty when the turn is no such answer.
QString freeAnswer(const TurnContext &context);

} // namespace Helmdesk
