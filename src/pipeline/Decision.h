#pragma once

#include "core/Outcome.h"

namespace Helmdesk
{

// What a run came to before it is decided who sends.
struct DecisionInput {
    Mode mode = Mode::Suggest;
    bool isAutomatic = false;    // the message is an auto-reply, a bounce or a list mail
    bool isTakenOver = false;    // a person has the conversation; the agent is silent
    bool personRequired = false; // a person denied or changed something: a person words the reply
    const std::vector<ReasonDetail> &reasons;
    const std::vector<ToolCall> &tools;
};

// The table "Decisions, modes and waiting calls": the stricter row wins. Pure.
Decision decide(const DecisionInput &input);

// True when a reason other than approval_required is among them.
bool escalates(const std::vector<ReasonDetail> &reasons);

} // namespace Helmdesk
