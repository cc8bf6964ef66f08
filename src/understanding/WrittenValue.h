#pragma once

#include "understanding/ScannedText.h"
#include "understanding/Values.h"

namespace Helmdesk
{

// A value that is given as free words: a name, a company, an address, a short phone number.
struct WrittenValue {
    QString text;     // as written, on one line; empty where no such value stands there
    QString replaced; // "Hartwel -> Hartwell": what stood before the arrow
    Span span;
    size_t next = 0;      // the token behind it
    bool isPlain = false; // its end is clear; else a guess
};

// The value of a field (name, firstName, lastName, company, address, phone) that begins at token `i` and ends
// before token `limit` at the latest.
WrittenValue writtenValue(const ScannedText &text, size_t i, const QString &field, size_t limit);

// Whether a sentence, or a line that stands for one, ends behind the token.
bool endsSentence(const ScannedText &text, size_t i);

} // namespace Helmdesk
