#pragma once

#include "core/Json.h"
#include "security/NumberChecks.h"

#include <QString>
#include <vector>

namespace Helmdesk
{

enum class SecretKind {
    Card,
    Iban,
    Password,
    ApiKey,
    Token, // of a session or a link, JSON web tokens too
    PrivateKey,
    OneTimeCode,
    CardCode,
    NationalId
};
QString nameOf(SecretKind kind);

// One secret in a text.
struct FoundSecret {
    qsizetype start = 0;
    qsizetype length = 0;
    SecretKind kind = SecretKind::Card;
    QString replacement; // "[card ending 1111]"
};

struct MaskedText {
    QString text;
    std::vector<SecretKind> secrets; // what was masked, in the order of the text
};

enum class SecretUse {
    Kept,    // what somebody wrote to the desk: nothing secret stays
    Replied, // what the desk tells a customer: account numbers, links and codes may be meant for them
};

// Replaces secrets that somebody wrote by what kind of secret stood there, e.g. "[card ending 1111]", so that
// no store, index, model, log or trace sees them. Card numbers must have the prefix and length of a brand and
// pass the Luhn check (ISO/IEC 7812-1), account numbers have their country's structure and pass the mod-97
// check (ISO 13616), identity numbers have check digits, a shape of their own or a word that names them: so
// order, invoice, tracking and phone numbers stay. What is looked for is data:
// resources/security/secrets.json. Cards, accounts and keys keep their last four characters; all else keeps
// nothing. Masking its own output changes nothing, but where numbers were run together. docs/security.md has
// the measured precision and recall. Thread: any. Linear in the text. Cannot fail.
MaskedText maskSecrets(const QString &text, SecretUse use = SecretUse::Kept);

// The same without changing the text, in its order and without overlaps: for texts that are refused or
// flagged rather than masked.
std::vector<FoundSecret> findSecrets(const QString &text, SecretUse use = SecretUse::Kept);

// "a card number": for a sentence about what was found.
QString describe(SecretKind kind);

// Every string inside masked, names of members not.
Json maskSecrets(Json json, SecretUse use = SecretUse::Kept);

} // namespace Helmdesk
