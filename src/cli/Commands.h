#pragma once

#include "app/Workspace.h"
#include "cli/Output.h"

#include <CLI/CLI.hpp>
#include <QDate>

namespace Helmdesk
{

// What every command is given.
struct CommandContext {
    QString folder;
    bool isFolderGiven = false;
    QString engine; // for every stage instead of the settings: builtin or a model; empty: not given
    bool json = false;
    int exitCode = 0;

    Output output() const { return Output(json); }
    // How a command on the same workspace begins: for the sentences that name one.
    QString program() const;
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
void addPrivacyCommands(CLI::App &app, CommandContext &context);      // mask
void addQueueCommands(CLI::App &app, CommandContext &context);        // queue, show
void addOperatorCommands(CLI::App &app, CommandContext &context);     // send, edit, reject, take-over, ...
void addApprovalCommands(CLI::App &app, CommandContext &context);     // approvals, approve, deny
void addModelCommands(CLI::App &app, CommandContext &context);        // model, cost, cache
void addWritingCommands(CLI::App &app, CommandContext &context);      // summarise, rewrite
void addPromptCommands(CLI::App &app, CommandContext &context);       // prompts
void addCacheCommands(CLI::App &app, CommandContext &context);        // cache
void addInsightsCommand(CLI::App &app, CommandContext &context);      // insights
void addPolicyCommands(CLI::App &app, CommandContext &context);       // policy
void addToolCommands(CLI::App &app, CommandContext &context);         // tools
void addReplayCommand(CLI::App &app, CommandContext &context);        // replay
void addBacktestCommand(CLI::App &app, CommandContext &context);      // backtest
void addCalibrationCommand(CLI::App &app, CommandContext &context);   // calibration
void addProposalCommands(CLI::App &app, CommandContext &context);     // proposal
void addReviewCommands(CLI::App &app, CommandContext &context);       // review
void addHealthCommand(CLI::App &app, CommandContext &context);        // health
void addServeCommand(CLI::App &app, CommandContext &context);         // serve

int runDoctor(const CommandContext &context); // the exit code: 1 when something is wrong

// One message as it is stored, or as it was written, which the audit log notes; gives the exit code.
int showMessage(const CommandContext &context, MessageId id, bool asWritten);

// Who is logged in to this machine: the operator unless --as names another one.
QString systemUserName();
// A text given as an argument; "-" reads standard input.
QString givenText(const std::string &argument);
// A day given as an argument; invalid for an empty one.
Result<QDate> givenDay(const std::string &argument);

} // namespace Helmdesk
