#include "cli/ChannelCommands.h"
#include "cli/Commands.h"
#include "cli/OutsideCommands.h"
#include "core/Instants.h"

#include "core/OwnerOnly.h"
#include "core/RunningMark.h"
#include "security/MaskingLog.h"

#include <algorithm>
#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

int main(int argc, char **argv)
{
    Helmdesk::makeNewFilesOwnerOnly();
    const Helmdesk::RunningMark mark;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("helmdesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HELMDESK_VERSION));

    // For tests of what a death of the program leaves: "effect_begun", or "effect_begun:3" for the third
    // time.
    const QString death = qEnvironmentVariable("HELMDESK_DIE_AT");
    if (!death.isEmpty())
        Helmdesk::dieAt(death.section(QLatin1Char(':'), 0, 0),
                        std::max(1, death.section(QLatin1Char(':'), 1).toInt()));
    Helmdesk::maskLoggedSecrets();

    Helmdesk::CommandContext context;
    context.folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                     QStringLiteral("/helmdesk/default");

    CLI::App app("Helmdesk: the support desk's engine without its window", "helmdeskctl");
    app.set_version_flag("--version", HELMDESK_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
    std::string folder;
    std::string engine;
    app.add_option("--data", folder, "The workspace folder");
    app.add_option("--engine", engine, "builtin, or the name of a model, for this command");
    app.add_flag("--json", context.json, "One JSON document on standard output");
    app.parse_complete_callback([&] {
        context.isFolderGiven = !folder.empty();
        if (context.isFolderGiven)
            context.folder =
                QDir::cleanPath(QDir::current().absoluteFilePath(QString::fromStdString(folder)));
        context.engine = QString::fromStdString(engine);
    });
    Helmdesk::addWorkspaceCommands(app, context);
    Helmdesk::addAnswerCommands(app, context);
    Helmdesk::addEvalCommands(app, context);
    Helmdesk::addBenchCommands(app, context);
    Helmdesk::addServeCommand(app, context);
    Helmdesk::addHealthCommand(app, context);
    Helmdesk::addDataCommands(app, context);
    Helmdesk::addLearningCommands(app, context);
    Helmdesk::addPrivacyCommands(app, context);
    Helmdesk::addModelCommands(app, context);
    Helmdesk::addWritingCommands(app, context);
    Helmdesk::addOutsideToolCommands(app, context);
    Helmdesk::addMcpCommands(app, context);
    Helmdesk::addChannelCommands(app, context);
    Helmdesk::addInsightsCommand(app, context);
    Helmdesk::addReplayCommand(app, context);
    Helmdesk::addBacktestCommand(app, context);
    Helmdesk::addProposalCommands(app, context);
    Helmdesk::addReviewCommands(app, context);
    Helmdesk::addCalibrationCommand(app, context);
    Helmdesk::addQueueCommands(app, context);
    Helmdesk::addOperatorCommands(app, context);
    Helmdesk::addApprovalCommands(app, context);
    Helmdesk::addPolicyCommands(app, context);
    Helmdesk::addToolCommands(app, context);

    constexpr int badUsage = 2;
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : badUsage;
    }
    return context.exitCode;
}
