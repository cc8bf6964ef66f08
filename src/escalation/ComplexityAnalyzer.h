#pragma once

#include "security/PhraseMatcher.h"

#include <QString>
#include <vector>

namespace Helmdesk
{

// What in a message calls for a person's judgement.
enum class Concern {
    Legal,        // lawyers, courts, lawsuits: complex_query
    ChurnThreat,  // "you just lost a customer": policy
    Safety,       // self-harm, injury, fire, threats: policy, urgent
    Authority,    // police, regulator, ombudsman, press: policy
    Fraud,        // chargeback threats, reported fraud and stolen identity: policy
    StaffConduct, // discrimination, harassment, rude staff: policy
};
QString nameOf(Concern concern);

struct ConcernMatch {
    Concern concern = Concern::Legal;
    QString matched; // as it stands in the text
    qsizetype start = 0;
    qsizetype length = 0;
};

struct Complexity {
    int words = 0;
    int questions = 0;                  // question marks; a row of them counts once
    std::vector<ConcernMatch> concerns; // the first of each kind, in the order of the text
};

// Counts and whole-phrase concerns; "legal name" and "tennis court" are no legal matter.
// Thread: any. Linear in the text. Cannot fail.
Complexity analyzeComplexity(const QString &text, const std::vector<TextToken> &tokens);

} // namespace Helmdesk
