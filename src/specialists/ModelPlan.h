#pragma once

#include "llm/ChatTypes.h"
#include "specialists/KnowledgeSource.h"

namespace Helmdesk
{

// How far a language model has come with a turn. Stored with each step, so that a run that was interrupted
// goes on where it was, with the answers that were paid for.
struct ModelPlan {
    std::vector<ChatMessage> messages;
    std::vector<Evidence> passages;
    std::vector<ModelCall> pending; // the calls of the last step, in its order
    qint64 callsBefore = 0;         // how many calls the turn had then
    int rounds = 0;                 // answers of the model so far
    QString draft;                  // its last words; they count once `isDone`
    QString engine;                 // who wrote them, where it is not the model that was asked first
    Json sent;                      // what went out with the last call, and so with those before it
    bool isDone = false;            // the model has nothing more to look up
    bool wantsWrite = false;        // it asked for something that changes things
};

Json toJson(const ModelPlan &plan);
ModelPlan planFromJson(const Json &json);

} // namespace Helmdesk
