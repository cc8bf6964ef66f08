#include "app/CalibratedSpecialist.h"
#include "app/LearningBench.h"
#include "app/RouterLearning.h"
#include "cli/Commands.h"
#include "insights/LabelledFile.h"
#include "store/SqliteLearningRepository.h"

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

Json toJson(const PromiseReport &promise, double error)
{
    return {{"error", error},
            {"kept", promise.isKept},
            {"threshold", promise.isKept ? Json(promise.threshold) : Json()},
            {"evidence", promise.evidence},
            {"least_needed", promise.leastNeeded},
            {"routed", promise.routed},
            {"wrong", promise.wrong},
            {"coverage", promise.coverage},
            {"error_interval_90", {promise.errorLow, promise.errorHigh}}};
}

Json toJson(const ModelVersion &version)
{
    return {{"id", version.id},         {"at", toIso(version.at)},
            {"parent", version.parent}, {"state", nameOf(version.state)},
            {"by", version.by},         {"examples", version.examples},
            {"digest", version.digest}, {"report", version.report}};
}

// Verdicts from a file {"confidence","right"}, or those of the workspace.
Result<Json> evalPromise(const CommandContext &context, const QString &input, double error)
{
    std::vector<RoutingEvidence> evidence;
    if (!input.isEmpty()) {
        auto rows = readLabelledFile(input);
        if (!rows)
            return rows.error();
        for (const LabelledRow &row : *rows) {
            const Json &right = memberOrNull(row.json, "right");
            if (!right.is_boolean())
                return Error{ErrorKind::InvalidInput,
                             QStringLiteral("%1:%2 has no \"right\"").arg(input).arg(row.line)};
            evidence.push_back({numberOr(row.json, "confidence", 0.0), right.get<bool>()});
        }
    } else {
        auto workspace = context.openWorkspace();
        if (!workspace)
            return workspace.error();
        constexpr int days = 90;
        auto stored = (*workspace)->learning().evidence((*workspace)->clock().now().addDays(-days));
        if (!stored)
            return stored.error();
        evidence = std::move(*stored);
    }
    return toJson(thresholdForPromise(std::move(evidence), error), error);
}

Result<Json> evalDrafts(const CommandContext &context)
{
    auto workspace = context.openWorkspace();
    if (!workspace)
        return workspace.error();
    const auto evidence = draftEvidence((*workspace)->drafts());
    if (!evidence)
        return evidence.error();
    const CalibrationReport report = reportOn(*evidence);
    return Json{{"n", report.evidence},
                {"sent_unchanged", report.sentUnchanged},
                {"brier", {{"estimate", report.brierBefore}, {"calibrated", report.brierAfter}}},
                {"slope", report.calibration.slope()},
                {"offset", report.calibration.offset()}};
}

template <class Work>
Result<Json> onDesk(const CommandContext &context, const Work &work)
{
    auto workspace = context.openDesk();
    if (!workspace)
        return workspace.error();
    return work((*workspace)->routerLearning());
}

Result<Json> learningReport(RouterLearning &learning)
{
    auto view = learning.view();
    if (!view)
        return view.error();
    Json versions = Json::array();
    for (const ModelVersion &version : view->versions)
        versions.push_back(toJson(version));
    Json uses = Json::object();
    for (const Contribution &contribution : view->contributions) {
        const std::string use = nameOf(contribution.use).toStdString();
        uses[use] = uses.value(use, 0) + 1;
    }
    return Json{{"versions", std::move(versions)},
                {"contributions", std::move(uses)},
                {"new", view->newContributions},
                {"promise", toJson(view->promise, view->shownError)}};
}

} // namespace

void addLearningEvaluations(CLI::App &eval, CommandContext &context)
{
    auto *learning =
        eval.add_subcommand("learning", "Corrections on a shifted domain: the curve, and an attack");
    auto corrections = std::make_shared<int>(500);
    auto steps = std::make_shared<int>(5);
    learning->add_option("--corrections", *corrections, "How many")->check(CLI::Range(20, 5000));
    learning->add_option("--steps", *steps, "Points of the curve")->check(CLI::Range(1, 50));
    learning->callback([&context, corrections, steps] {
        const Output out = context.output();
        auto assets = EngineAssets::load();
        const RunControl control = RunControl().withProgress(out.progress(QStringLiteral("Steps")));
        context.exitCode = !assets ? out.fail(assets.error())
                                   : report(out, evaluateLearning(**assets, *corrections, *steps, control));
    });

    auto *drafts = eval.add_subcommand(
        "drafts", "How well the drafts' confidence tells whether people send them unchanged");
    drafts->callback([&context] { context.exitCode = report(context.output(), evalDrafts(context)); });

    auto *promise = eval.add_subcommand("promise", "The threshold that keeps a promise, from verdicts");
    auto input = std::make_shared<std::string>();
    auto error = std::make_shared<double>(0.02);
    promise->add_option("--input", *input,
                        "A JSONL file with text, confidence and right; without it the workspace's verdicts");
    promise->add_option("--error", *error, "Share that may be wrong")->check(CLI::Range(0.0001, 0.5));
    promise->callback([&context, input, error] {
        context.exitCode =
            report(context.output(), evalPromise(context, QString::fromStdString(*input), *error));
    });
}

void addLearningCommands(CLI::App &app, CommandContext &context)
{
    auto *router = app.add_subcommand("router", "What the router has learnt from corrections");
    router->require_subcommand(1);
    router->add_subcommand("versions", "Versions, contributions and the promise")->callback([&context] {
        context.exitCode = report(context.output(), onDesk(context, learningReport));
    });
    router->add_subcommand("learn", "Make a new version now")->callback([&context] {
        context.exitCode = report(context.output(), onDesk(context, [](RouterLearning &learning) {
                                      auto made = learning.retrain(QStringLiteral("helmdeskctl"), {});
                                      return made ? Result<Json>(toJson(*made)) : Result<Json>(made.error());
                                  }));
    });
    auto *back = router->add_subcommand("rollback", "Take an earlier version into use; audited");
    auto version = std::make_shared<int>(0);
    back->add_option("VERSION", *version, "Its number")->required();
    back->callback([&context, version] {
        context.exitCode =
            report(context.output(), onDesk(context, [version](RouterLearning &learning) {
                       auto done = learning.rollBack(*version, QStringLiteral("helmdeskctl"));
                       return done ? Result<Json>(Json{{"version", *version}}) : Result<Json>(done.error());
                   }));
    });
}

} // namespace Helmdesk
