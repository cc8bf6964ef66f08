#pragma once

#include "app/DeskSnapshots.h"
#include "core/Result.h"
#include "specialists/WritingVerb.h"

#include <QFuture>

namespace Helmdesk
{

struct WritingWish {
    ConversationId conversation;
    WritingVerb verb;
    QString text; // what stands in the reply: the text, or notes for one
};

// What came of it. Nothing is sent by it.
struct WrittenText {
    QString text;
    QStringList unproven; // figures, dates, codes and names in it that stand in no source: to be looked at
    QStringList lost;     // figures that stood in the reply and are gone
    QStringList problems; // what the judge finds besides, in English
    QString engine;       // who wrote it
};

// Where a language model helps a person with a conversation. Thread: the GUI thread, which never waits; see
// Desk. Failure: Unavailable where no model is set or it fails, with a sentence; Cancelled after stop().
class WritingRoom
{
public:
    template <class T = Unit>
    using Reply = QFuture<Result<T>>;

    virtual ~WritingRoom() = default;

    virtual Reply<QString> writer() = 0; // the model that would write; empty: none is set
    // The words of a model for what a person who takes the conversation over has to know, kept with it; the
    // record's own where none is set or it fails.
    virtual Reply<HandoffSummary> summarise(ConversationId id) = 0;
    virtual Reply<WrittenText> write(const WritingWish &wish) = 0; // one at a time: another one stops it
    virtual void stopWriting() = 0;
};

} // namespace Helmdesk
