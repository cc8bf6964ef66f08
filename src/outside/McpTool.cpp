#include "outside/McpTool.h"

#include "outside/McpListing.h"

#include <QDateTime>

namespace Helmdesk
{
namespace
{

constexpr qsizetype mostOfResult = 64 * 1024; // bytes of text, and of structured content
constexpr int mostOfPreview = 600;

LateResult lateOf(const QString &tool, const QString &key, const Json &response)
{
    const McpOutcome outcome = McpSession::outcomeOf(response);
    LateResult late{tool, key, QStringLiteral("unknown"), {}, QDateTime::currentDateTimeUtc()};
    if (outcome.kind == McpOutcome::Kind::Done)
        late.outcome = QStringLiteral("done");
    else if (outcome.kind == McpOutcome::Kind::ToolFailed)
        late.outcome = QStringLiteral("failed");
    else if (outcome.kind == McpOutcome::Kind::NeverRan)
        late.outcome = QStringLiteral("refused");
    late.result = outcome.result.is_null() ? Json{{"text", outcome.why}}
                                           : McpListing::resultOf(outcome.result, mostOfResult);
    return late;
}

} // namespace

McpToolDefinition McpToolDefinition::from(const Json &stored)
{
    McpToolDefinition definition{stringOr(stored, "tool"), memberOrNull(stored, "listing"), RiskClass::Write};
    if (stringOr(stored, "risk") == nameOf(RiskClass::Read))
        definition.risk = RiskClass::Read;
    else if (stringOr(stored, "risk") == nameOf(RiskClass::Money))
        definition.risk = RiskClass::Money;
    return definition;
}

Json toJson(const McpToolDefinition &definition)
{
    return {{"tool", definition.tool}, {"listing", definition.listing}, {"risk", nameOf(definition.risk)}};
}

McpTool::McpTool(const OutsideToolRow &row, std::shared_ptr<McpServer> server, NoteLate note, FindLate find)
    : m_definition(McpToolDefinition::from(row.definition))
    , m_digest(row.consented)
    , m_server(std::move(server))
    , m_note(std::move(note))
    , m_find(std::move(find))
{
    m_spec.name = row.name;
    m_spec.description = McpListing::description(m_definition.listing);
    m_spec.schema = memberOrNull(m_definition.listing, "inputSchema");
    if (!m_spec.schema.is_object())
        m_spec.schema = {{"type", "object"}};
    m_spec.risk = m_definition.risk;
    m_spec.isIdempotent = false;
    m_spec.isTransactional = false;
    m_spec.needsApproval = row.needsApproval;
    m_spec.fallback = QStringLiteral("Look at %1 by hand.").arg(row.server);
    if (const Json &output = memberOrNull(m_definition.listing, "outputSchema"); output.is_object()) {
        auto compiled = ArgumentSchema::compile(output);
        m_isOutputUnreadable = !compiled;
        if (compiled)
            m_outputSchema = *compiled;
    }
}

Result<Preview> McpTool::preview(const Json &args, const ToolContext &) const
{
    const QString given = QString::fromUtf8(toBytes(args));
    const QString effect = QStringLiteral("%1 of the server %2 with %3")
                               .arg(m_definition.tool, m_server->definition().name, given);
    Preview preview{effect.simplified().left(mostOfPreview), {}, {}};
    if (m_spec.risk == RiskClass::Money)
        preview.destination = m_server->definition().name;
    return preview;
}

// The answer of a tool that says it is done, when it is what its schema promises.
Result<Json> McpTool::checked(const Json &answer) const
{
    const Json &structured = memberOrNull(answer, "structuredContent");
    if (m_isOutputUnreadable)
        return Error{ErrorKind::Corrupt, QStringLiteral("the tool promises a result that cannot be checked")};
    if (m_outputSchema) {
        if (auto valid = m_outputSchema->check(structured); !valid)
            return Error{ErrorKind::Corrupt, QStringLiteral("the result is not as the tool promises")};
    }
    return McpListing::resultOf(answer, mostOfResult);
}

Result<Json> McpTool::run(const Json &args, const ToolContext &context, const EffectKey &key) const
{
    const McpOutcome outcome =
        m_server->call(m_definition.tool, m_digest, args, context.control,
                       [note = m_note, name = m_spec.name, key = key.value](const Json &response) {
                           if (note)
                               note(lateOf(name, key, response));
                       });
    const bool isEffect = m_spec.risk != RiskClass::Read;
    switch (outcome.kind) {
    case McpOutcome::Kind::Done:
        return checked(outcome.result);
    case McpOutcome::Kind::ToolFailed:
        if (!isEffect)
            return McpListing::resultOf(outcome.result, mostOfResult);
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("the tool says that it failed: %1")
                         .arg(stringOr(McpListing::resultOf(outcome.result, 300), "text"))};
    case McpOutcome::Kind::NeverRan:
        return Error{outcome.error, outcome.why};
    case McpOutcome::Kind::Unknown:
        break;
    }
    const QString words = m_server->lastWords().right(300);
    return Error{outcome.error,
                 words.isEmpty() ? outcome.why : QStringLiteral("%1; it said: %2").arg(outcome.why, words)};
}

Result<std::optional<Json>> McpTool::lookBack(const Json &args, const ToolContext &context,
                                              const EffectKey &key) const
{
    if (m_find) {
        if (auto late = m_find(key.value))
            return late;
    }
    return OutsideTool::lookBack(args, context, key);
}

} // namespace Helmdesk
