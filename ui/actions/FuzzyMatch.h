#pragma once

#include <QList>
#include <QString>

namespace Helmdesk
{

// How well a text answers to what was typed; 0: not at all. What is above surelyMeant is plainly meant: the
// text begins with what was typed, or one of its words does, or each word typed begins one of its words.
// Below stand letters from within a word, and the first letters of words one after another.
inline constexpr int surelyMeant = 1000;
int fuzzyScore(const QString &wanted, const QString &text);
// The places of the letters that fuzzyScore() counted.
QList<int> fuzzyPlaces(const QString &wanted, const QString &text);

} // namespace Helmdesk
