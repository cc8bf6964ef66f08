#pragma once

#include <QString>

namespace Helmdesk
{

// Stands for characters without width in folded text.
constexpr QChar noWidth(0x2060);

// A text of the same length in which every way to write a digit, space, dash or quote is the plain one, so
// that a place in it is the same place in the original. Digits outside the basic plane become a digit and a
// character without width. Thread: any. Linear. Cannot fail.
QString foldedForSecrets(const QString &text);

} // namespace Helmdesk
