#pragma once

#include "app/Workspace.h"
#include "cli/Output.h"

#include <CLI/CLI.hpp>

namespace Helmdesk
{

// What every command is given.
struct CommandContext {
    QString folder;
    QString engine = QStringLiteral("builtin");
    bool json = false;
    int exitCode = 0;

    Output output() const { return Output(json); }
    // The workspace without its engine; an error when it does not exist yet.
    Result<std::unique_ptr<Workspace>> openWorkspace() const;
    // The same, with its engine.
    Result<std::unique_ptr<Workspace>> openDesk() const;
};

// Each adds its commands; the callbacks set the context's exit code.
void addWorkspaceCommands(CLI::App &app, CommandContext &context); // init, kb, set, doctor
void addAuditCommands(CLI::App &app, CommandContext &context);     // audit
// What doctor says about the audit log: its size, or what is wrong with it as an error.
Result<QString> auditFinding(Workspace &workspace);
void addAnswerCommands(CLI::App &app, CommandContext &context);       // ask, run
void addEvalCommands(CLI::App &app, CommandContext &context);         // eval
void addBenchCommands(CLI::App &app, CommandContext &context);        // bench
void addLearningEvaluations(CLI::App &eval, CommandContext &context); // eval learning, eval promise
void addLearningCommands(CLI::App &app, CommandContext &context);     // router
void addDataCommands(CLI::App &app, CommandContext &context);         // export, erase, compact
void addPrivacyCommands(CLI::App &app, CommandContext &context);      // show, mask
void addServeCommand(CLI::App &app, CommandContext &context);         // serve

int runDoctor(const CommandContext &context); // the exit code: 1 when something is wrong

} // namespace Helmdesk
