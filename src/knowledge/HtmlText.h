#pragma once

#include <QString>

namespace Helmdesk
{

struct HtmlText {
    QString title;        // of <title>
    QString firstHeading; // of the first <h1>
    QString text; // headings as lines beginning with '#', blocks parted by blank lines, list items with "- "
};

// What the text is for. Of an article links, code and tables stay as Markdown, numbered steps keep their
// numbers, and what classes or the page's style sheet hide goes too; a table without its end, or a hidden
// element, is left out to the end. A mail is laid out with tables and has only its words.
enum class HtmlUse { Mail, Article };

// Turns HTML into text: scripts, styles, templates, comments and what is not shown (hidden, display:none,
// text of no size) are dropped, entities decoded, white space joined except in <pre>. Never fails: what is no
// tag is text. Linear in the size. Pure and thread-safe.
HtmlText htmlToText(const QString &html, HtmlUse use = HtmlUse::Mail);

// A text with HTML in it, as Markdown may have, without comments, scripts and what is not shown; all else
// stays letter by letter. Linear in the size. Pure and thread-safe.
QString withoutHiddenHtml(const QString &text);

} // namespace Helmdesk
