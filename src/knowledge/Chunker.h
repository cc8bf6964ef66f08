#pragma once

#include "knowledge/Document.h"

namespace Helmdesk
{

// Words of a passage beyond which it is split at a line or sentence. Passages of this size keep a section
// together and stay within what the encoder reads at once.
constexpr int passageWords = 170;

// Cuts an article into passages: at every heading, then, where a section is longer than passageWords, at a
// paragraph, a list item or a sentence. Markdown marks are taken out of the text (bold, code, links keep
// their words; rules and table borders go), list markers and line breaks stay. Every word of the text but the
// headings is in exactly one passage; an article of headings alone has one passage with them. Pure and
// thread-safe.
std::vector<Passage> chunked(const Document &document);

// What the encoder and the lexical index read of a passage: title, heading, text.
QString passageContext(const QString &title, const Passage &passage); // "Title. Heading. "

// The sentences of a text; list items and lines are sentences of their own.
QStringList sentencesOf(const QString &text);

} // namespace Helmdesk
