#include "pipeline/StepJson.h"

namespace Helmdesk
{
namespace
{

Json partsJson(const std::vector<NamedValue> &parts)
{
    Json list = Json::array();
    for (const NamedValue &part : parts)
        list.push_back({{"name", part.name}, {"value", part.value}});
    return list;
}

std::vector<NamedValue> partsFrom(const Json &list)
{
    std::vector<NamedValue> parts;
    for (const Json &item : list)
        parts.push_back({stringOr(item, "name"), numberOr(item, "value", 0.0)});
    return parts;
}

Json draftJson(const DraftReply &draft)
{
    Json citations = Json::array();
    for (const Citation &citation : draft.citations)
        citations.push_back(toJson(citation));
    Json json = {{"text", draft.text},
                 {"citations", std::move(citations)},
                 {"parts", partsJson(draft.confidenceParts)},
                 {"confidence", draft.confidence},
                 {"memory", draft.memory},
                 {"engine", draft.engine},
                 {"asks", draft.asksCustomer}};
    if (!draft.sent.is_null())
        json["sent"] = draft.sent;
    return json;
}

DraftReply draftFrom(const Json &json)
{
    DraftReply draft;
    draft.text = stringOr(json, "text");
    for (const Json &item : memberOrNull(json, "citations")) {
        draft.citations.push_back({stringOr(item, "document"), stringOr(item, "title"),
                                   static_cast<int>(integerOr(item, "chunk", 0)), stringOr(item, "snippet")});
    }
    draft.confidenceParts = partsFrom(memberOrNull(json, "parts"));
    draft.confidence = numberOr(json, "confidence", 0.0);
    if (const Json &memory = memberOrNull(json, "memory"); memory.is_object())
        draft.memory = memory;
    draft.asksCustomer = boolOr(json, "asks", false);
    draft.engine = stringOr(json, "engine");
    draft.sent = memberOrNull(json, "sent");
    return draft;
}

Json reasonsJson(const std::vector<ReasonDetail> &reasons)
{
    Json list = Json::array();
    for (const ReasonDetail &reason : reasons) {
        list.push_back({{"reason", nameOf(reason.reason)},
                        {"detail", reason.detail},
                        {"value", reason.value},
                        {"threshold", reason.threshold}});
    }
    return list;
}

std::vector<ReasonDetail> reasonsFrom(const Json &list)
{
    std::vector<ReasonDetail> reasons;
    for (const Json &item : list) {
        if (const auto reason = fromName<EscalationReason>(stringOr(item, "reason")))
            reasons.push_back({*reason, stringOr(item, "detail"), numberOr(item, "value", 0.0),
                               numberOr(item, "threshold", 0.0)});
    }
    return reasons;
}

struct NextStepWriter {
    Json operator()(const CallTools &step) const
    {
        Json calls = Json::array();
        for (const ToolRequest &request : step.requests)
            calls.push_back({{"name", request.name}, {"args", request.args}});
        Json json = {{"calls", std::move(calls)}};
        if (!step.state.is_null())
            json["state"] = step.state;
        return json;
    }
    Json operator()(const DraftReply &step) const { return {{"draft", draftJson(step)}}; }
    Json operator()(const GiveUp &step) const
    {
        return {{"gives_up", reasonsJson(step.reasons)}, {"draft", draftJson(step.draft)}};
    }
};

} // namespace

Json toJson(const NextStep &next)
{
    return std::visit(NextStepWriter{}, next);
}

NextStep nextStepFromJson(const Json &json)
{
    if (const Json &calls = memberOrNull(json, "calls"); calls.is_array()) {
        CallTools step;
        for (const Json &item : calls)
            step.requests.push_back({stringOr(item, "name"), memberOrNull(item, "args")});
        step.state = memberOrNull(json, "state");
        return step;
    }
    DraftReply draft = draftFrom(memberOrNull(json, "draft"));
    if (const Json &reasons = memberOrNull(json, "gives_up"); reasons.is_array())
        return GiveUp{reasonsFrom(reasons), std::move(draft)};
    return draft;
}

Json toJson(const EscalationAssessment &assessment)
{
    return {{"sentiment", assessment.sentiment},
            {"language", assessment.language},
            {"words", assessment.words},
            {"questions", assessment.questions},
            {"asks_if_bot", assessment.asksIfBot},
            {"declines_person", assessment.declinesPerson},
            {"reasons", reasonsJson(assessment.reasons)}};
}

EscalationAssessment assessmentFromJson(const Json &json)
{
    EscalationAssessment assessment;
    assessment.sentiment = numberOr(json, "sentiment", 0.0);
    assessment.language = stringOr(json, "language", QStringLiteral("en"));
    assessment.words = static_cast<int>(integerOr(json, "words", 0));
    assessment.questions = static_cast<int>(integerOr(json, "questions", 0));
    assessment.asksIfBot = boolOr(json, "asks_if_bot", false);
    assessment.declinesPerson = boolOr(json, "declines_person", false);
    assessment.reasons = reasonsFrom(memberOrNull(json, "reasons"));
    return assessment;
}

} // namespace Helmdesk
