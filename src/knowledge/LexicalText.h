#pragma once

#include <QStringView>
#include <string>
#include <vector>

namespace Helmdesk
{

// A word as the lexical index knows it.
struct LexicalTerm {
    std::string text;    // UTF-8, folded, stemmed
    bool isCode = false; // it has a digit: a code, a number, a version
};

// The terms of a text in their order, for documents and questions alike:
// - letters are folded (case, accents, width), function words are left out, English endings are taken off;
// - what has a digit is kept exactly, and again without its separators and with its digits alone, so that
// "NL-429",
//   "NL 429", "nl429" and "429" meet ("12.04" stays one number).
// Pure and thread-safe.
std::vector<LexicalTerm> lexicalTerms(QStringView text);

// The texts between double quotation marks, folded and without the terms' stemming. For phrase search.
std::vector<QString> quotedPhrases(QStringView text);

// Lower case, no accents, white space joined: the form in which phrases are compared.
QString foldedText(QStringView text);

} // namespace Helmdesk
