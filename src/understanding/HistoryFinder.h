#pragma once

#include "understanding/TextSheet.h"

namespace Helmdesk
{

// Marks what is quoted or forwarded by structure: marks of quoting, rules, header blocks, attributions. What
// a heading without marks of quoting introduces reaches to the end of the message. Linear.
void findHistory(TextSheet &sheet);

// A line of dashes or the like, with what stands between them.
struct RuleLine {
    bool isRule = false;
    QString text; // empty for a bare rule
};
RuleLine ruleLineOf(const QString &content);

} // namespace Helmdesk
