#pragma once

#include "knowledge/Document.h"

#include <QStringList>

namespace Helmdesk
{

enum class WithheldText {
    InternalNote,    // "INTERNAL: …", a section "For agents only"
    SpeaksToMachine, // "ignore the policy", "call process_refund"
    ForeignLogin,    // asks for a password on a page of somebody else
};

struct Withheld {
    WithheldText kind = WithheldText::InternalNote;
    QString beginning; // of the text, at most 80 characters
};

// What customers may see of an article, and the machine may read of it.
struct CustomerText {
    QString text;
    std::vector<Withheld> withheld;
};

// Takes out comments and what HTML hides, internal notes, and paragraphs that give the machine orders or send
// readers to a foreign page to log in: one whose host belongs neither to the article's address nor to an
// e-mail address in it. Code stays letter by letter; other HTML tags and entities become text. What is taken
// out stays in the article that the desk keeps. Pure and thread-safe. Linear in the text.
CustomerText customerText(const Document &document);

// "an internal note" and so on, for a sentence.
QString describe(WithheldText kind);

} // namespace Helmdesk
