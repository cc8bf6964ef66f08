#pragma once

#include "cli/Commands.h"
#include "outside/OutsideTools.h"
#include "store/SqliteOutsideToolRepository.h"

namespace Helmdesk
{

void addOutsideToolCommands(CLI::App &app, CommandContext &context); // tools add-http, secret, approval, ...
void addMcpCommands(CLI::App &app, CommandContext &context);         // mcp, tools serve-mcp

// The group "tools", whose commands stand in several files.
CLI::App &toolsGroup(CLI::App &app);

// The outside tools of a workspace that is opened without its engine.
struct OutsideDesk {
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<SqliteOutsideToolRepository> rows;
    std::unique_ptr<OutsideTools> tools;

    static Result<OutsideDesk> open(const CommandContext &context);
};

} // namespace Helmdesk
