#include "core/Outcome.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

Json namedValues(const std::vector<NamedValue> &values)
{
    Json object = Json::object();
    for (const NamedValue &value : values)
        object[value.name.toStdString()] = value.value;
    return object;
}

std::vector<NamedValue> namedValuesFrom(const Json &object)
{
    std::vector<NamedValue> values;
    if (object.is_object()) {
        for (const auto &[name, value] : object.items())
            values.push_back({QString::fromStdString(name), value.is_number() ? value.get<double>() : 0.0});
    }
    return values;
}

Json reasonsOf(const Outcome &outcome)
{
    QStringList names; // each reason once; details repeat it
    for (const ReasonDetail &reason : outcome.reasons) {
        if (const QString name = nameOf(reason.reason); !names.contains(name))
            names.append(name);
    }
    return names;
}

Json detailsOf(const Outcome &outcome)
{
    Json list = Json::array();
    for (const ReasonDetail &reason : outcome.reasons) {
        list.push_back({{"reason", nameOf(reason.reason)},
                        {"detail", reason.detail},
                        {"value", reason.value},
                        {"threshold", reason.threshold}});
    }
    return list;
}

} // namespace

bool Outcome::hasReason(EscalationReason reason) const
{
    return std::ranges::any_of(reasons, [reason](const ReasonDetail &item) { return item.reason == reason; });
}

Json toJson(const Citation &citation)
{
    return {{"document", citation.document},
            {"title", citation.title},
            {"chunk", citation.chunk},
            {"snippet", citation.snippet}};
}

Json toJson(const ToolCall &call)
{
    Json json{{"name", call.name},
              {"args", call.args},
              {"status", nameOf(call.status)},
              {"result", call.result},
              {"micros", call.micros}};
    if (!call.preview.isEmpty())
        json["preview"] = call.preview;
    if (!call.failure.isEmpty())
        json["failure"] = call.failure;
    if (!call.rule.isEmpty())
        json["rule"] = call.rule;
    if (!call.key.isEmpty())
        json["key"] = call.key;
    if (call.approval.isValid())
        json["approval"] = call.approval.value;
    return json;
}

Json toJson(const Outcome &outcome)
{
    Json citations = Json::array();
    for (const Citation &citation : outcome.citations)
        citations.push_back(toJson(citation));
    Json tools = Json::array();
    for (const ToolCall &call : outcome.tools)
        tools.push_back(toJson(call));

    Json json{{"id", outcome.id},
              {"conversation", outcome.conversation.value},
              {"run", outcome.run.value},
              {"customer", outcome.customer.isEmpty() ? Json() : Json(outcome.customer)},
              {"category", nameOf(outcome.category)},
              {"intent", outcome.intent},
              {"confidence", outcome.confidence},
              {"confidence_parts", namedValues(outcome.confidenceParts)},
              {"decision", nameOf(outcome.decision)},
              {"answer", outcome.answer},
              {"citations", std::move(citations)},
              {"tools", std::move(tools)},
              {"escalation_reasons", reasonsOf(outcome)},
              {"escalation_details", detailsOf(outcome)},
              {"priority", nameOf(outcome.priority)},
              {"engine", outcome.engine},
              {"degraded", outcome.degraded == Degraded::None ? Json() : Json(nameOf(outcome.degraded))},
              {"ticket", outcome.ticket.isValid() ? Json(outcome.ticket.value) : Json()},
              {"ms", namedValues(outcome.milliseconds)},
              {"tokens", {{"in", outcome.tokensIn}, {"out", outcome.tokensOut}}},
              {"cost_usd", outcome.costUsd}};
    if (outcome.shadow)
        json["shadow"] = true;
    if (!outcome.error.isEmpty())
        json["error"] = outcome.error;
    if (!outcome.message.is_null())
        json["message"] = outcome.message;
    return json;
}

ToolCall toolCallFromJson(const Json &json)
{
    ToolCall call;
    call.name = stringOr(json, "name");
    call.args = memberOrNull(json, "args");
    call.status = fromName<ToolStatus>(stringOr(json, "status")).value_or(ToolStatus::Failed);
    call.result = memberOrNull(json, "result");
    call.preview = stringOr(json, "preview");
    call.failure = stringOr(json, "failure");
    call.rule = stringOr(json, "rule");
    call.key = stringOr(json, "key");
    call.micros = integerOr(json, "micros", 0);
    call.approval.value = integerOr(json, "approval", 0);
    return call;
}

Result<Outcome> outcomeFromJson(const Json &json)
{
    if (!json.is_object())
        return Error{ErrorKind::Corrupt, QStringLiteral("an outcome is not a JSON object")};
    Outcome outcome;
    outcome.id = stringOr(json, "id");
    outcome.conversation.value = integerOr(json, "conversation", 0);
    outcome.run.value = integerOr(json, "run", 0);
    outcome.customer = stringOr(json, "customer");
    outcome.category = fromName<Category>(stringOr(json, "category")).value_or(Category::Escalate);
    outcome.intent = stringOr(json, "intent");
    outcome.confidence = numberOr(json, "confidence", 0.0);
    outcome.confidenceParts = namedValuesFrom(memberOrNull(json, "confidence_parts"));
    outcome.decision = fromName<Decision>(stringOr(json, "decision")).value_or(Decision::Escalated);
    outcome.shadow = boolOr(json, "shadow", false);
    outcome.answer = stringOr(json, "answer");
    for (const Json &item : memberOrNull(json, "citations")) {
        outcome.citations.push_back({stringOr(item, "document"), stringOr(item, "title"),
                                     static_cast<int>(integerOr(item, "chunk", 0)),
                                     stringOr(item, "snippet")});
    }
    for (const Json &item : memberOrNull(json, "tools"))
        outcome.tools.push_back(toolCallFromJson(item));
    for (const Json &item : memberOrNull(json, "escalation_details")) {
        if (const auto reason = fromName<EscalationReason>(stringOr(item, "reason")))
            outcome.reasons.push_back({*reason, stringOr(item, "detail"), numberOr(item, "value", 0.0),
                                       numberOr(item, "threshold", 0.0)});
    }
    outcome.priority = fromName<Priority>(stringOr(json, "priority")).value_or(Priority::Normal);
    outcome.engine = stringOr(json, "engine", QStringLiteral("builtin"));
    outcome.degraded = fromName<Degraded>(stringOr(json, "degraded")).value_or(Degraded::None);
    outcome.ticket.value = integerOr(json, "ticket", 0);
    outcome.milliseconds = namedValuesFrom(memberOrNull(json, "ms"));
    outcome.tokensIn = integerOr(memberOrNull(json, "tokens"), "in", 0);
    outcome.tokensOut = integerOr(memberOrNull(json, "tokens"), "out", 0);
    outcome.costUsd = numberOr(json, "cost_usd", 0.0);
    outcome.error = stringOr(json, "error");
    outcome.message = memberOrNull(json, "message");
    return outcome;
}

} // namespace Helmdesk
