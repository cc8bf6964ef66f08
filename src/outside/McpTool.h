#pragma once

#include "outside/McpServer.h"
#include "outside/OutsideToolRepository.h"
#include "tools/ArgumentSchema.h"
#include "tools/OutsideTool.h"

#include <optional>

namespace Helmdesk
{

// What is stored of a tool of an MCP server: what the server listed, and what a person made of it.
struct McpToolDefinition {
    QString tool; // the server's own name for it
    Json listing; // McpListing::agreedPart()
    RiskClass risk = RiskClass::Write;

    static McpToolDefinition from(const Json &stored);
};
Json toJson(const McpToolDefinition &definition);

// A tool of an MCP server. It runs only while the server describes it as it did when somebody agreed to it.
//
// An effect that was not answered, or not as promised, is Unavailable, Timeout or Corrupt, which the runner
// takes for unknown; of the failures that mean "did not happen" it returns those alone where the request did
// not leave or the server says that it knows no such call. A tool that says itself that it failed may have
// done half of it: that is unknown, too. What comes back after nobody waits for it any more is kept, and
// lookBack() finds it.
class McpTool final : public OutsideTool
{
public:
    using NoteLate = std::function<void(const LateResult &late)>;
    using FindLate = std::function<std::optional<Json>(const QString &key)>;

    McpTool(const OutsideToolRow &row, std::shared_ptr<McpServer> server, NoteLate note, FindLate find);

    const ToolSpec &spec() const override { return m_spec; }
    Result<Preview> preview(const Json &args, const ToolContext &context) const override;
    Result<Json> run(const Json &args, const ToolContext &context, const EffectKey &key) const override;
    Result<std::optional<Json>> lookBack(const Json &args, const ToolContext &context,
                                         const EffectKey &key) const override;

private:
    Result<Json> checked(const Json &answer) const;

    ToolSpec m_spec;
    McpToolDefinition m_definition;
    QString m_digest; // of the listing that was agreed to
    std::optional<ArgumentSchema> m_outputSchema;
    bool m_isOutputUnreadable = false; // its schema is none that can be checked
    std::shared_ptr<McpServer> m_server;
    NoteLate m_note;
    FindLate m_find;
};

} // namespace Helmdesk
