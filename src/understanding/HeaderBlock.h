#pragma once

#include "understanding/TextSheet.h"

namespace Helmdesk
{

// The header of a mail as text: lines "Name: value" in any language and order.
struct HeaderBlock {
    qsizetype end = 0;      // the line behind it
    double certainty = 0.0; // that a mail follows; 0 where this is no header
    QString senderName;
    QString senderAddress;
};

// The header that begins at the line `at`. `isBelowRule`: a line of dashes stands directly above it. Looks at
// no more than some twenty lines.
HeaderBlock readHeaderBlock(const TextSheet &sheet, qsizetype at, bool isBelowRule);

} // namespace Helmdesk
