#pragma once

#include "app/Workspace.h"
#include "store/EscalationRows.h"

#include <QDate>

namespace Helmdesk
{

// Two people on the same runs.
struct Agreement {
    qint64 both = 0;             // runs that two judged
    qint64 agreed = 0;           // of them, with the same word
    std::optional<double> kappa; // by Cohen; empty: chance alone would agree always, or none was judged
};

// A week's sample of what went to a person.
struct EscalationReview {
    QDate monday;
    qint64 escalated = 0;           // in the week
    std::vector<EscalatedRun> runs; // the sample, in the order in which it is looked at
    Agreement agreement;            // of the first two who judged each
};

// Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20, 1960.
// The first two people of each run; who they are may differ from run to run.
Agreement agreementOn(const std::vector<EscalatedRun> &runs);

// At most `count` of the week that holds `day`, picked by the week and the number of the message alone: the
// same for everybody, whatever was judged meanwhile. Thread: any but the GUI thread. Failure: that of the
// store.
Result<EscalationReview> readEscalationReview(Workspace &workspace, const QDate &day, int count);

enum class EscalationVerdict { Right, FalseAlarm };
// Kept as the inbox keeps it; a false alarm teaches the router. Failure: InvalidInput without a name,
// NotFound where the run did not go to a person, that of the store.
Result<> judgeEscalation(Workspace &workspace, RunId run, EscalationVerdict verdict, const QString &by);

} // namespace Helmdesk
