#pragma once

#include "core/Result.h"

#include <QString>

namespace Helmdesk
{

// The value of a customer's field in the form in which it is stored: blanks trimmed, phone numbers without
// decoration, a language as its ISO 639-1 code. InvalidInput names the field and what is wrong with the
// value. Fields: name, email, phone, company, address, language; phone, company and address may be empty (not
// blank). Pure.
Result<QString> normalizedField(const QString &field, const QString &value);

bool isEmailAddress(const QString &text);

} // namespace Helmdesk
