#pragma once

#include "specialists/DraftJudge.h"
#include "specialists/ModelSpecialist.h"
#include "specialists/WritingVerb.h"

namespace Helmdesk
{

struct WritingTask {
    WritingVerb verb = WritingVerb::Shorter;
    QString text;     // what the person wrote, or notes
    QString language; // of the customer, ISO 639-1
    DraftSources sources;
    std::vector<PersonalValue> personal;
    CallPurpose purpose;
};

struct WrittenReply {
    QString text;
    QStringList unproven; // figures, dates, codes and names, as they stand in it, that stand nowhere else
    QStringList lost;     // figures of what the person wrote that it has no more
    QStringList problems; // what the judge finds besides, one sentence each
    QString engine;       // who wrote it
};

// Nothing is sent by it: a person reads what comes, with what has to be looked at marked. Failure:
// InvalidInput for an empty text, Unavailable where the model gives nothing that can be used, Cancelled.
Result<WrittenReply> writeReply(const AnsweringModel &answering, const WritingTask &task,
                                const RunControl &control);

} // namespace Helmdesk
