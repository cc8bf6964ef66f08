#pragma once

#include <QString>

namespace Helmdesk
{

// The words of a text in lower case, without accents and marks, each between two blanks, so that a phrase is
// found as whole words: spacedWords("I'll write.") is " i ll write ". Pure; linear.
QString spacedWords(const QString &text);

// Where a phrase of spacedWords() begins in such a text, or -1. Scripts that are written without blanks
// between words are looked for anywhere.
qsizetype findWords(const QString &spaced, const QString &phrase, qsizetype from = 0);

} // namespace Helmdesk
