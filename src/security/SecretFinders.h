#pragma once

#include "security/SecretMasker.h"

namespace Helmdesk::SecretFinders
{

// Each adds what it finds in a folded text (FoldedText.h), in any order; finds may overlap. Thread: any.
// Linear in the text. Cannot fail.
using Found = std::vector<FoundSecret>;

void findCards(const QString &text, Found &found);       // with the card code that follows
void findIbans(const QString &text, Found &found);       //
void findNationalIds(const QString &text, Found &found); //
void findKeys(const QString &text, Found &found);        // keys, tokens, private keys, secrets in addresses
void findPasswords(const QString &text, Found &found);   //
void findCodes(const QString &text, Found &found);       // one-time codes, PINs, card codes

QString withEnding(QLatin1String what, QStringView secret);

} // namespace Helmdesk::SecretFinders
