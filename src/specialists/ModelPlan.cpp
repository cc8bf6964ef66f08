#include "specialists/ModelPlan.h"

#include "llm/ChatHistory.h"

namespace Helmdesk
{
namespace
{

Json callJson(const ModelCall &call)
{
    return {{"id", call.id}, {"name", call.name}, {"args", call.args}};
}

Json passageJson(const Evidence &passage)
{
    return {{"citation", toJson(passage.citation)},
            {"heading", passage.heading},
            {"text", passage.text},
            {"lead", passage.lead},
            {"next", passage.next},
            {"steps", passage.steps}};
}

Evidence passageFrom(const Json &json)
{
    Evidence passage;
    const Json &citation = memberOrNull(json, "citation");
    passage.citation = {stringOr(citation, "document"), stringOr(citation, "title"),
                        static_cast<int>(integerOr(citation, "chunk", 0)), stringOr(citation, "snippet")};
    passage.heading = stringOr(json, "heading");
    passage.text = stringOr(json, "text");
    passage.lead = stringOr(json, "lead");
    passage.next = stringOr(json, "next");
    passage.steps = stringOr(json, "steps");
    return passage;
}

} // namespace

Json toJson(const ModelPlan &plan)
{
    Json json = {{"engine", "model"},        {"messages", Json::array()},        {"passages", Json::array()},
                 {"pending", Json::array()}, {"calls_before", plan.callsBefore}, {"rounds", plan.rounds},
                 {"draft", plan.draft},      {"engine_of_draft", plan.engine},   {"sent", plan.sent},
                 {"done", plan.isDone},      {"wants_write", plan.wantsWrite}};
    for (const ChatMessage &message : plan.messages)
        json["messages"].push_back(toJson(message));
    for (const Evidence &passage : plan.passages)
        json["passages"].push_back(passageJson(passage));
    for (const ModelCall &call : plan.pending)
        json["pending"].push_back(callJson(call));
    return json;
}

ModelPlan planFromJson(const Json &json)
{
    ModelPlan plan;
    for (const Json &item : memberOrNull(json, "messages"))
        plan.messages.push_back(messageFromJson(item));
    for (const Json &item : memberOrNull(json, "passages"))
        plan.passages.push_back(passageFrom(item));
    for (const Json &item : memberOrNull(json, "pending"))
        plan.pending.push_back(
            {stringOr(item, "id"), stringOr(item, "name"), memberOrNull(item, "args"), {}});
    plan.callsBefore = integerOr(json, "calls_before", 0);
    plan.rounds = static_cast<int>(integerOr(json, "rounds", 0));
    plan.draft = stringOr(json, "draft");
    plan.engine = stringOr(json, "engine_of_draft");
    plan.sent = memberOrNull(json, "sent");
    plan.isDone = boolOr(json, "done", false);
    plan.wantsWrite = boolOr(json, "wants_write", false);
    return plan;
}

} // namespace Helmdesk
