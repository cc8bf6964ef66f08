#pragma once

#include <QString>
#include <QStringList>

namespace Helmdesk
{

struct GroundingReport {
    double share = 1.0;      // sentences that are backed, of all sentences that state something
    QStringList unsupported; // the sentences that are not
    QStringList
        promises; // what the desk cannot promise: "guarantee", "within 5 minutes", "we will compensate"
};

// Checks a draft against the texts that may back it: passages, tool results as text, and the templates it was
// made from. A sentence is backed when its numbers, dates, amounts and codes all occur in the sources and at
// least half of its content words do. Greetings and closings state nothing. Pure; linear in the lengths.
GroundingReport checkGrounding(const QString &draft, const QStringList &sources);

} // namespace Helmdesk
