#include "cli/Commands.h"

#include "app/DurabilityBench.h"
#include "app/GateBench.h"
#include "app/PipelineBench.h"
#include "app/ReplayBench.h"
#include "app/StoreBench.h"
#include "core/ResourcePaths.h"
#include "encoder/EncoderBench.h"
#include "knowledge/DocumentReader.h"
#include "knowledge/RetrievalBench.h"
#include "store/ScaleData.h"

#include <memory>

namespace Helmdesk
{
namespace
{

int report(const Output &out, const Result<Json> &figures)
{
    if (!figures)
        return out.fail(figures.error());
    out.result(*figures, QString::fromUtf8(toIndentedBytes(*figures)));
    return 0;
}

using StoreMeasurement = Result<Json> (*)(int, int, const RunControl &);

void addStoreBench(CLI::App &bench, CommandContext &context, const char *name, const char *about,
                   StoreMeasurement measure)
{
    auto *command = bench.add_subcommand(name, about);
    auto conversations = std::make_shared<int>(100'000);
    auto rounds = std::make_shared<int>(200);
    command->add_option("--conversations", *conversations, "How many the workspace holds")
        ->check(CLI::Range(5'000, 2'000'000));
    command->add_option("--rounds", *rounds, "How often each call is timed")->check(CLI::Range(10, 450));
    command->callback([&context, conversations, rounds, measure] {
        const Output out = context.output();
        const RunControl control = RunControl().withProgress(out.progress(QStringLiteral("Rounds")));
        context.exitCode = report(out, measure(*conversations, *rounds, control));
    });
}

int makeScaleWorkspace(const CommandContext &context, int conversations)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    auto filled = addScaleConversations((*workspace)->database(), conversations, (*workspace)->clock().now());
    if (!filled)
        return out.fail(filled.error());
    out.result({{"workspace", context.folder}, {"conversations", conversations}},
               QStringLiteral("%1 made-up conversations are in %2.").arg(conversations).arg(context.folder));
    return 0;
}

} // namespace

void addBenchCommands(CLI::App &app, CommandContext &context)
{
    auto *bench = app.add_subcommand("bench", "Measure speed and memory on this machine");
    bench->require_subcommand(1);

    auto *pipeline = bench->add_subcommand("pipeline", "A whole offline answer, by step");
    auto messages = std::make_shared<int>(500);
    pipeline->add_option("--messages", *messages, "How many messages")->check(CLI::Range(10, 100000));
    pipeline->callback([&context, messages] {
        const Output out = context.output();
        auto assets = EngineAssets::load();
        if (!assets) {
            context.exitCode = out.fail(assets.error());
            return;
        }
        const RunControl control = RunControl().withProgress(out.progress(QStringLiteral("Messages")));
        context.exitCode = report(out, benchPipeline(*assets, *messages, control));
    });

    addStoreBench(*bench, context, "queue", "What the console asks of a large workspace", &benchQueue);
    addStoreBench(*bench, context, "store", "What a message costs the store of a large workspace",
                  &benchStore);

    auto *replay =
        bench->add_subcommand("replay", "Deciding runs again, beside reading their stored outcomes");
    auto runs = std::make_shared<int>(300'000);
    auto replayRounds = std::make_shared<int>(50);
    replay->add_option("--runs", *runs, "How many")->check(CLI::Range(1'000, 5'000'000));
    replay->add_option("--rounds", *replayRounds, "How often they are decided again")
        ->check(CLI::Range(10, 1'000));
    replay->callback([&context, runs, replayRounds] {
        const Output out = context.output();
        const RunControl control = RunControl().withProgress(out.progress(QStringLiteral("Rounds")));
        context.exitCode = report(out, benchReplay(*runs, *replayRounds, control));
    });

    auto *durability =
        bench->add_subcommand("durability", "Power-loss-safe steps a second, beside one full commit each");
    auto seconds = std::make_shared<double>(2.0);
    durability->add_option("--seconds", *seconds, "Spent on each way in each of three rounds")
        ->check(CLI::Range(0.1, 60.0));
    durability->callback([&context, seconds] {
        const Output out = context.output();
        const RunControl control = RunControl().withProgress(out.progress(QStringLiteral("Rounds")));
        context.exitCode = report(out, benchDurability(*seconds, control));
    });

    auto *gate = bench->add_subcommand("gate", "How long the rules take to decide on a call");
    auto decisions = std::make_shared<int>(5000);
    gate->add_option("--decisions", *decisions, "How many")->check(CLI::Range(100, 1'000'000));
    gate->callback([&context, decisions] {
        context.exitCode = report(context.output(), benchGate(*decisions, RunControl()));
    });

    auto *fill = bench->add_subcommand("fill", "Fill an empty workspace with made-up conversations");
    auto conversations = std::make_shared<int>(100'000);
    fill->add_option("--conversations", *conversations, "How many")->check(CLI::Range(1, 2'000'000));
    fill->callback(
        [&context, conversations] { context.exitCode = makeScaleWorkspace(context, *conversations); });

    auto *retrieval =
        bench->add_subcommand("retrieval", "Search in a large knowledge base, beside the encoder");
    auto passages = std::make_shared<int>(100000);
    auto questions = std::make_shared<int>(500);
    retrieval->add_option("--passages", *passages, "How many passages")->check(CLI::Range(1000, 1000000));
    retrieval->add_option("--questions", *questions, "How many questions")->check(CLI::Range(10, 100000));
    retrieval->callback([&context, passages, questions] {
        const Output out = context.output();
        auto assets = EngineAssets::load();
        if (!assets) {
            context.exitCode = out.fail(assets.error());
            return;
        }
        const ReadDocuments articles = readDocuments({resourceFile(QStringLiteral("kb"))});
        context.exitCode = report(out, benchRetrieval(articles.documents, *passages, *questions,
                                                      *(*assets)->encoder, *(*assets)->projection));
    });

    bench->add_subcommand("encoder", "The sentence encoder on each instruction set, beside Eigen")
        ->callback([&context] {
            context.exitCode = report(
                context.output(), benchEncoder(resourceFile(QStringLiteral("encoder/minilm-l6-v2.hdenc"))));
        });
}

} // namespace Helmdesk
