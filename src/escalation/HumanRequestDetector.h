#pragma once

#include "security/PhraseMatcher.h"

#include <QString>
#include <vector>

namespace Helmdesk
{

enum class HumanRequestKind { None, HumanRequested, Complaint };

struct HumanRequest {
    HumanRequestKind kind = HumanRequestKind::None;
    bool isNegated = false; // "I do not need a human": recognised, and no reason to escalate
    qsizetype start = 0;
    qsizetype length = 0;
    QString matched; // as it stands in the text

    bool isWish() const { return kind != HumanRequestKind::None && !isNegated; }
};

// Recognises a wish for a person ("put me through to an operator") and a formal complaint ("lodge a claim
// against your company") by a small grammar: a verb of contact, words that may stand between, and the noun of
// a person that is no part of another name ("user agent", "human resources"). Key words are understood with
// typing slips. Asking whether the agent is a machine is no wish. A complaint stands behind a wish for a
// person. Thread: any. Linear in the text. Cannot fail.
HumanRequest findHumanRequest(const QString &text, const std::vector<TextToken> &tokens);

} // namespace Helmdesk
