#pragma once

#include <QString>
#include <vector>

namespace Helmdesk
{

enum class SecretKind { Card, Iban, Password, ApiKey, OneTimeCode, CardCode, NationalId };
QString nameOf(SecretKind kind);

struct MaskedText {
    QString text;
    std::vector<SecretKind> secrets; // what was masked, in the order of the text
};

// Replaces secrets that a customer wrote by what kind of secret stood there, e.g. "[card ending 1111]", so
// that no model, log or trace sees them. Card numbers must pass the Luhn check (ISO/IEC 7812-1), account
// numbers the mod-97 check of ISO 13616, so order and invoice numbers stay. Cards, accounts and keys keep
// their last four characters; passwords and codes keep nothing. Masking its own output changes nothing.
// Thread: any. Linear in the text. Cannot fail.
MaskedText maskSecrets(const QString &text);

// Luhn check on a string of digits.
bool passesLuhn(QStringView digits);

} // namespace Helmdesk
