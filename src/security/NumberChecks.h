#pragma once

#include <QStringView>
#include <vector>

namespace Helmdesk
{

// Check digits of numbers that people and cards carry. Each takes digits and capital letters alone, without
// separators, and is false for a text of another shape. Thread: any. Cannot fail.
using NumberCheck = bool (*)(QStringView number);

bool passesLuhn(QStringView digits); // ISO/IEC 7812-1: cards and many identity numbers
bool passesMod97(QStringView iban);  // ISO 13616: accounts

// sum(weight x digit) mod `modulus` is `remainder`; X as the last character counts ten.
bool passesWeighted(QStringView digits, const std::vector<int> &weights, int modulus, int remainder);

// By the name that resources/security/secrets.json uses; null for an unknown name.
NumberCheck findNumberCheck(QStringView name);

} // namespace Helmdesk
