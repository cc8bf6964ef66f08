#pragma once

#include "core/Outcome.h"
#include "pipeline/ApprovalRepository.h"
#include "settings/Settings.h"
#include "tools/Tool.h"

#include <map>
#include <memory>

namespace Helmdesk
{

class ToolRunner;
class Workspace;

// The desk as an MCP server: lends its tools to one outside agent, for one customer who was bound at the
// start and whom no argument can change. Every call passes the gate and the ledger. One that needs a person
// is not done: it waits as an approval, and the agent asks for it again, with the same arguments, when
// somebody has decided. The same effect with the same arguments happens once in the life of this object.
//
// Thread: one. Ownership: the workspace, with its engine, outlives it.
class McpToolServer
{
public:
    McpToolServer(Workspace &workspace, QString customer);
    ~McpToolServer();

    // The answer to one message; nothing to a notification.
    std::optional<Json> answer(const QByteArray &message);

private:
    Json list() const;
    Result<Json> call(const Json &params); // an error: the call is none
    ToolCall made(const QString &tool, const Json &args);
    ToolCall goneOn(const ToolCall &waiting);
    static void takeSettings(const Settings &settings, ToolContext &context);
    void askForApproval(ToolCall &call);
    Result<ApprovalId> requested(const ToolCall &call);

    Workspace &m_workspace;
    QString m_customer;
    ConversationId m_conversation; // in which it is told what waits; made when the first call does
    std::unique_ptr<ToolRunner> m_runner;
    std::map<QString, ToolCall> m_effects; // by the digest of tool and arguments
};

} // namespace Helmdesk
