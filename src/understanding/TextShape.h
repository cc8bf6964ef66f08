#pragma once

#include <QString>
#include <QStringView>

// What a piece of text looks like in any language: whether it holds an address, a date, a time. Digits of
// every script count. All functions are pure, thread-safe and linear.
namespace Helmdesk
{

struct TextShape {
    bool hasAddress = false;          // mara@lind.example
    bool hasBracketedAddress = false; // <mara@lind.example>, [mailto:mara@lind.example]
    bool hasDate = false;             // a day with its year or 23.11.26; in figures, the month may be a word
    bool hasTime = false;             // 09:14, 9.14, 9時14分
    bool hasSeconds = false;          // 09:14:00
    int digits = 0;
};
TextShape shapeOf(QStringView text);

// The first address of the text, or empty.
QString firstAddress(QStringView text);

// Letters and digits joined make a word; each ideograph is one. "INV-7001" counts as two.
qsizetype wordCount(QStringView text);

// Whether the text begins with "[" or a figure and what follows is a date with a time or a time with seconds:
// the beginning of a line of a log.
bool beginsWithTimestamp(QStringView text);

// At least seven digits, written as telephone numbers are.
bool holdsPhoneNumber(QStringView text);

// Without marks of direction and other invisible characters, no-break blanks as blanks.
QString visibleText(QStringView text);

// As it is looked up: visible, lower case, one blank between words, without the marks of bold type.
QString phraseKey(QStringView text);

} // namespace Helmdesk
