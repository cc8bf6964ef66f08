#pragma once

#include "llm/ChatTypes.h"
#include "specialists/KnowledgeSource.h"
#include "specialists/RequestPlan.h"
#include "tools/ToolRegistry.h"

namespace Helmdesk
{

// The words with which a language model is asked to serve a turn. Pure.

// The specialist's rules, which are `prompt`, and its playbooks: the same for every turn of one category, so
// that a server may keep it.
QString specialistInstructions(const QString &prompt, Category category, const PlaybookLibrary &playbooks);

// The tools of one specialist: those of its playbooks, and the search of the articles.
std::vector<ToolOffer> specialistTools(Category category, const PlaybookLibrary &playbooks,
                                       const ToolRegistry &registry);

// The conversation, then the turn with what may back its answer, in numbered passages.
std::vector<ChatMessage> turnMessages(const TurnContext &context, const std::vector<PlannedRequest> &requests,
                                      const std::vector<Evidence> &passages);

// A passage with all that belongs to it, as it is given to the model and taken for a source.
QString sourceText(const Evidence &passage);

// What a call came to, as the model reads it.
QString resultText(const ToolCall &call);

} // namespace Helmdesk
