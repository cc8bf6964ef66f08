#pragma once

#include "insights/InsightRecords.h"

namespace Helmdesk
{

enum class AnsweredBy { Nobody, Agent, DraftSender, Person };

enum class Ending {
    Confirmed,       // the customer's last word is thanks for a reply
    GroundedSilence, // a grounded answer stood for the set time
    SilenceOnly,     // an answer that rests on nothing stood for it
    StillQuiet,      // the answer has not stood for it yet
    ClosedUnanswered,
    Open,
};

// How a conversation went, read from its messages.
struct ConversationCourse {
    bool hasCustomer = false; // somebody wrote to the desk
    AnsweredBy answeredBy = AnsweredBy::Nobody;
    Ending ending = Ending::Open;
    bool isReopened = false;
    std::optional<qint64> firstResponse; // seconds from the first message to the first reply
    qint64 waited = 0; // seconds in which the customer waited for a reply, all turns together

    bool isResolved() const { return ending == Ending::Confirmed || ending == Ending::GroundedSilence; }
};

// Pure. `quietSeconds` is the time after which silence counts, `now` seconds since 1970.
ConversationCourse courseOf(const InsightRecord &record, qint64 quietSeconds, qint64 now);

} // namespace Helmdesk
