#pragma once

#include "knowledge/Document.h"

namespace Helmdesk
{

// Words of a passage beyond which it is split at a line or sentence. Passages of this size keep a section
// together and stay within what the encoder reads at once.
constexpr int passageWords = 170;

// Cuts what customers may see of an article (see CustomerText.h) into passages: at every heading, then, where
// a section is longer than passageWords, at a paragraph, a list item or a sentence. Markdown marks are taken
// out of the text (bold and the frame of code go, a link is followed by its address in brackets, rules and
// table borders go); list markers and line breaks stay, and so does code letter by letter. A row of a table
// is an item that names the heads of its cells. Every word of the text but the headings is in exactly one
// passage; an article of headings alone has one passage with them. Pure and thread-safe.
std::vector<Passage> chunked(const Document &document);

// What the encoder and the lexical index read of a passage: title, heading, text.
QString passageContext(const QString &title, const Passage &passage); // "Title. Heading. "

// The text without the addresses that follow links in brackets: they tell nothing of what it is about.
QString withoutLinkAddresses(const QString &text);

// The sentences of a text; list items and lines are sentences of their own.
QStringList sentencesOf(const QString &text);

} // namespace Helmdesk
