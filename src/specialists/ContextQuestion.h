#pragma once

#include "specialists/Specialist.h"

#include <QString>

namespace Helmdesk
{

// What the knowledge base is to be asked for a turn, which need not be what the turn says: a short question
// goes on with the one before, a long message tells more than it asks. Thread: any. Linear. Cannot fail.

// The turn's text; with the message before for "and with yearly payment?", with what "it" stands for.
QString questionOf(const TurnContext &context);
// The question that was answered before and the turn's text; empty for a turn that is long or the first.
QString questionInContext(const TurnContext &context);
// Only the requests of a message of 30 words or more; empty for a shorter one.
QString askedInLong(const QString &text);
// Whether the text may rest on what was asked before: "how do I switch between them", "how do I apply".
bool leansOnContext(const QString &text);
// Whether it must: "how long do I have" has no word that names a thing.
bool namesNothing(const QString &text);
// Whether a fragment asks about a further thing: "and backups?", "what about guests?".
bool addsTopic(const QString &text);
// Whether the last reply of the desk gave the passage already.
bool wasSaidBefore(const TurnContext &context, const QString &passage);

} // namespace Helmdesk
