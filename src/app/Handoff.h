#pragma once

#include "app/DeskSnapshots.h"
#include "core/Result.h"
#include "core/RunControl.h"
#include "specialists/HandoffWriter.h"

namespace Helmdesk
{

class Workspace;

// What a person who takes the conversation over has to know: what was asked, done and tried, and what is
// open. An extract of the record and of what was said; pure.
HandoffSummary handoffOf(const ConversationView &view);

// The same with a model's words for what was asked and tried and for what is open. What was done, and what
// waits for a decision, stays as the record has it.
HandoffSummary withWords(HandoffSummary record, const HandoffWords &words);

// Under which a model's words about the conversation are kept: another reply, decision or message makes
// another one.
QString basisOf(const ConversationView &view);

// Has the model that answers word it, and keeps that. The extract where no model is set or it fails. Thread:
// any; blocks for some seconds. Failure: NotFound, Conflict where nobody was called to the conversation,
// Cancelled, that of the store.
Result<HandoffSummary> summariseHandoff(Workspace &workspace, ConversationId id, const RunControl &control);

// For the command line, in English.
QString sentenceOf(const HandoffItem &item);
Json toJson(const HandoffSummary &summary);

} // namespace Helmdesk
