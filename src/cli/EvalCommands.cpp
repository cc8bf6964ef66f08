#include "cli/Commands.h"

#include "app/AnswerEval.h"
#include "app/LanguageModels.h"
#include "app/ScenarioRunner.h"
#include "insights/EscalationEval.h"
#include "insights/LabelledFile.h"
#include "insights/ReadingEval.h"
#include "knowledge/RetrievalEval.h"
#include "routing/RouterEval.h"

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

// With --engine the router and that model as one, which is how messages are routed then.
Result<Json> evalRouter(const CommandContext &context, const EngineAssets &assets, const QString &input,
                        const RunControl &control)
{
    auto rows = readLabelledFile(input);
    if (!rows)
        return rows.error();
    std::vector<LabelledText> labelled;
    for (const LabelledRow &row : *rows) {
        const auto label = fromName<Category>(stringOr(row.json, "label"));
        if (!label)
            return Error{
                ErrorKind::InvalidInput,
                QStringLiteral("%1:%2: the label is none of the five categories").arg(input).arg(row.line)};
        labelled.push_back({stringOr(row.json, "text"), *label});
    }
    if (context.engine.isEmpty() || context.engine == QLatin1String("builtin"))
        return evaluateRouter(*assets.router, labelled, control);
    auto workspace = context.openWorkspace();
    if (!workspace)
        return workspace.error();
    const ModelAdvisor advisor([&] { return (*workspace)->languageModels().advising(); });
    const CascadeRouter cascade(*assets.router, advisor, (*workspace)->settings().routingThreshold());
    return evaluateRouter(cascade, labelled, control);
}

Result<Json> evalOutOfScope(const EngineAssets &assets, const Settings &settings, const QString &input,
                            const RunControl &control)
{
    auto rows = readLabelledFile(input);
    if (!rows)
        return rows.error();
    QStringList texts;
    for (const LabelledRow &row : *rows)
        texts << stringOr(row.json, "text");
    const EscalationLimits limits = escalationLimitsOf(settings);
    return evaluateOutOfScope(
        *assets.router, texts, settings.routingThreshold(),
        [&](const QString &text) { return !assets.assessor->assess(text, limits).reasons.empty(); }, control);
}

using DocumentEvaluation = std::function<Result<Json>(const std::shared_ptr<EngineAssets> &,
                                                      const RetrievalFiles &, const RunControl &)>;

void addDocumentEvaluation(CLI::App &eval, CommandContext &context, const char *name, const char *about,
                           DocumentEvaluation evaluation)
{
    auto *command = eval.add_subcommand(name, about);
    auto docs = std::make_shared<std::string>();
    auto queries = std::make_shared<std::string>();
    auto qrels = std::make_shared<std::string>();
    auto unanswerable = std::make_shared<std::string>();
    command->add_option("--docs", *docs, "Documents")->required();
    command->add_option("--queries", *queries, "Questions")->required();
    command->add_option("--qrels", *qrels, "Judgements")->required();
    command->add_option("--unanswerable", *unanswerable, "Questions that the documents do not answer");
    command->callback([&context, docs, queries, qrels, unanswerable, evaluation = std::move(evaluation)] {
        const Output out = context.output();
        auto assets = EngineAssets::load();
        if (!assets) {
            context.exitCode = out.fail(assets.error());
            return;
        }
        const RunControl control = RunControl().withProgress(out.progress(QStringLiteral("Questions")));
        const RetrievalFiles files{QString::fromStdString(*docs), QString::fromStdString(*queries),
                                   QString::fromStdString(*qrels), QString::fromStdString(*unanswerable)};
        context.exitCode = report(out, evaluation(*assets, files, control));
    });
}

} // namespace

void addEvalCommands(CLI::App &app, CommandContext &context)
{
    auto *eval = app.add_subcommand("eval", "Measure the engine on labelled data");
    eval->require_subcommand(1);
    using Evaluation = std::function<Result<Json>(EngineAssets &, const QString &, const RunControl &)>;
    const auto add = [&](const char *name, const char *about, Evaluation evaluation) {
        auto *command = eval->add_subcommand(name, about);
        auto input = std::make_shared<std::string>();
        command->add_option("--input", *input, "A JSONL file")->required();
        command->callback([&context, input, evaluation = std::move(evaluation)] {
            const Output out = context.output();
            auto assets = EngineAssets::load();
            if (!assets) {
                context.exitCode = out.fail(assets.error());
                return;
            }
            const RunControl control = RunControl().withProgress(out.progress(QStringLiteral("Messages")));
            context.exitCode = report(out, evaluation(**assets, QString::fromStdString(*input), control));
        });
    };
    add("router", "Routing and its calibration: lines with text and label",
        [&context](EngineAssets &assets, const QString &input, const RunControl &control) {
            return evalRouter(context, assets, input, control);
        });
    add("oos", "Out-of-scope texts: how many are routed with confidence",
        [](EngineAssets &assets, const QString &input, const RunControl &control) {
            return evalOutOfScope(assets, Settings(), input, control);
        });
    add("escalation", "Escalation: lines with text, escalate and reasons",
        [](EngineAssets &assets, const QString &input, const RunControl &control) {
            return evaluateEscalation(*assets.assessor, *assets.router, Settings(), input, control);
        });
    add("acts", "What messages ask for: lines with text and acts",
        [](EngineAssets &assets, const QString &input, const RunControl &control) {
            return evaluateReading(*assets.reader, input, control);
        });

    addLearningEvaluations(*eval, context);

    const auto addOnDocuments = [&](const char *name, const char *about, DocumentEvaluation evaluation) {
        addDocumentEvaluation(*eval, context, name, about, std::move(evaluation));
    };
    addOnDocuments(
        "retrieval", "Retrieval: documents, questions and judgements",
        [](const std::shared_ptr<EngineAssets> &assets, const RetrievalFiles &files, const RunControl &) {
            return evaluateRetrievalFiles(files, *assets->encoder, *assets->projection);
        });
    addOnDocuments("answers",
                   "What leaves alone, all categories automatic: documents, questions and judgements",
                   [](const std::shared_ptr<EngineAssets> &assets, const RetrievalFiles &files,
                      const RunControl &control) -> Result<Json> {
                       const auto figures = evaluateAnswers(files, assets, control);
                       return figures ? Result<Json>(toJson(*figures)) : Result<Json>(figures.error());
                   });

    auto *scenarios = eval->add_subcommand("scenarios", "Scenario files, each on a fresh store");
    auto path = std::make_shared<std::string>();
    scenarios->add_option("PATH", *path, "A file or a folder")->required();
    auto repeat = std::make_shared<int>(1);
    scenarios->add_option("--repeat", *repeat, "Runs of each scenario with shuffled timing")
        ->check(CLI::Range(1, 100));
    auto withOutcomes = std::make_shared<bool>(false);
    scenarios->add_flag("--outcomes", *withOutcomes, "Print what came of every turn as well");
    scenarios->callback([&context, path, repeat, withOutcomes] {
        const Output out = context.output();
        auto assets = EngineAssets::load();
        if (!assets) {
            context.exitCode = out.fail(assets.error());
            return;
        }
        auto runner = ScenarioRunner::create(*assets, {});
        if (!runner) {
            context.exitCode = out.fail(runner.error());
            return;
        }
        std::unique_ptr<Workspace> workspace; // whose models serve the scenarios
        if (!context.engine.isEmpty()) {
            auto opened = context.openWorkspace();
            if (!opened) {
                context.exitCode = out.fail(opened.error());
                return;
            }
            workspace = std::move(*opened);
            (*runner)->setEngine({context.engine, &workspace->languageModels().repository()});
        }
        (*runner)->setLeastRepeats(*repeat);
        (*runner)->setKeepsOutcomes(*withOutcomes);
        const RunControl control = RunControl().withProgress(out.progress(QStringLiteral("Scenarios")));
        const Json figures = (*runner)->run(QString::fromStdString(*path), control);
        if (figures["n"] == 0) {
            context.exitCode =
                out.fail({ErrorKind::InvalidInput,
                          QStringLiteral("%1 holds no scenarios").arg(QString::fromStdString(*path))});
            return;
        }
        context.exitCode = report(out, figures);
        if (figures["failed"].size() > 0)
            context.exitCode = 1;
    });
}

} // namespace Helmdesk
