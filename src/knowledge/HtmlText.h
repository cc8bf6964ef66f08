#pragma once

#include <QString>

namespace Helmdesk
{

struct HtmlText {
    QString title;        // of <title>
    QString firstHeading; // of the first <h1>
    QString text; // headings as lines beginning with '#', blocks parted by blank lines, list items with "- "
};

// Turns HTML into text: scripts, styles, templates, comments and what is not shown (hidden, display:none,
// text of no size) are dropped, entities decoded, white space joined except in <pre>. Never fails: what is no
// tag is text. Linear in the size. Pure and thread-safe.
HtmlText htmlToText(const QString &html);

} // namespace Helmdesk
