#pragma once

#include "specialists/ModelSpecialist.h"

namespace Helmdesk
{

// What a model reads to sum up a conversation for the person who takes it over.
struct HandoffMaterial {
    QStringList thread;        // "Customer: …", "Helmdesk: …", oldest first
    QStringList record;        // what the desk knows for certain, one sentence each
    std::vector<Json> results; // of tools
    std::vector<PersonalValue> personal;
    CallPurpose purpose;
};

// Its words, one sentence an item. What was done is no part of it: that is told from the record alone.
struct HandoffWords {
    QStringList asked;
    QStringList tried;
    QStringList open;
    QString engine; // who wrote them
};

Json toJson(const HandoffWords &words);
HandoffWords handoffWordsFrom(const Json &json);

// Asks the model. A sentence with a figure, date or claim that stands nowhere in the material is left out.
// Failure: Unavailable where the model gives nothing that can be used, Cancelled.
Result<HandoffWords> writeHandoff(const AnsweringModel &answering, const HandoffMaterial &material,
                                  const RunControl &control);

} // namespace Helmdesk
