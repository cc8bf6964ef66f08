#pragma once

#include "understanding/TextSheet.h"

namespace Helmdesk
{

// The line above a quoted mail that says whose it is, in any language.
struct Attribution {
    qsizetype begin = 0;    // its first line
    double certainty = 0.0; // that what follows is not the customer's; 0 where this is no attribution
    bool isBare = false;    // neither address nor date: "Mara wrote:"
    QString senderName;
    QString senderAddress;
};

// The attribution that ends with the line `at`; it may have begun up to two lines above. What follows must be
// text; marks of quoting there are proof of their own.
Attribution readAttribution(const TextSheet &sheet, qsizetype at);

// The address and date inside a rule: "---- On Monday, 23 Nov 2026 Mara <mara@lind.example> wrote ----".
Attribution readAttributionText(const QString &text, const UtteranceWords &words, bool isAboveQuote);

} // namespace Helmdesk
