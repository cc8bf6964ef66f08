#include "cli/Commands.h"

#include "app/PipelineBench.h"
#include "core/ResourcePaths.h"
#include "encoder/EncoderBench.h"

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

    bench->add_subcommand("encoder", "The sentence encoder on each instruction set, beside Eigen")
        ->callback([&context] {
            context.exitCode = report(
                context.output(), benchEncoder(resourceFile(QStringLiteral("encoder/minilm-l6-v2.hdenc"))));
        });
}

} // namespace Helmdesk
