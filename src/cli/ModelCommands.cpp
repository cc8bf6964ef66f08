#include "cli/Commands.h"

#include "app/LanguageModels.h"
#include "core/ResourcePaths.h"
#include "specialists/KeptAnswerRepository.h"

#include <memory>
#include <QTextStream>

namespace Helmdesk
{
namespace
{

struct NewModelOptions {
    std::string name;
    std::string provider;
    std::string url;
    std::string model;
    std::string file;
    std::string server;
    bool keyFromStdin = false;
    double priceIn = -1;
    double priceOut = -1;
    double priceCached = -1;
    bool isFree = false;
    std::string personalData = "by-address";
};

Json shown(const ModelProfile &profile)
{
    Json json = toJson(profile);
    json["has_key"] = !profile.keyName.isEmpty();
    json.erase("key_name");
    return json;
}

QString priceWords(const ModelPrices &prices)
{
    if (prices.isFree)
        return QStringLiteral("costs nothing");
    if (!prices.areKnown())
        return QStringLiteral("price unknown: budgets count it as the dearest");
    return QStringLiteral("%1 in, %2 out, dollars a million tokens (%3)")
        .arg(*prices.input)
        .arg(*prices.output)
        .arg(prices.asOf);
}

QString lineOf(const ModelProfile &profile)
{
    const QString state = !profile.tested.isValid()     ? QStringLiteral("not tested")
                          : profile.lastError.isEmpty() ? QStringLiteral("tested")
                                                        : QStringLiteral("failed: %1").arg(profile.lastError);
    return QStringLiteral("%1  %2 %3, %4; %5")
        .arg(profile.name, nameOf(profile.provider), profile.model.isEmpty() ? profile.file : profile.model,
             priceWords(profile.prices), state);
}

int addModel(const CommandContext &context, const NewModelOptions &given)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    ModelProfile profile;
    profile.name = QString::fromStdString(given.name);
    profile.provider = providerNamed(QString::fromStdString(given.provider)).value_or(ModelProvider::OpenAi);
    profile.url = QUrl(QString::fromStdString(given.url), QUrl::StrictMode);
    profile.model = QString::fromStdString(given.model);
    profile.file = QString::fromStdString(given.file);
    profile.program = QString::fromStdString(given.server);
    profile.prices.isFree = given.isFree;
    profile.personalData = personalDataRuleNamed(QString::fromStdString(given.personalData))
                               .value_or(PersonalDataRule::ByAddress);
    if (given.priceIn >= 0)
        profile.prices.input = given.priceIn;
    if (given.priceOut >= 0)
        profile.prices.output = given.priceOut;
    if (given.priceCached >= 0)
        profile.prices.cachedInput = given.priceCached;
    if (profile.prices.input || profile.prices.output)
        profile.prices.asOf = QStringLiteral("given");
    QString key;
    if (given.keyFromStdin)
        key = QTextStream(stdin).readLine().trimmed();
    if (given.keyFromStdin && key.isEmpty())
        return out.fail({ErrorKind::InvalidInput, QStringLiteral("no key came on standard input")});
    LanguageModels &models = (*workspace)->languageModels();
    auto kept = models.add(profile, key, systemUserName());
    if (!kept)
        return out.fail(kept.error());
    if (!kept->keyProblem.isEmpty())
        out.warn(QStringLiteral("the key was not kept: %1").arg(kept->keyProblem));
    const auto saved = models.repository().model(profile.name);
    const ModelProfile now = saved && *saved ? **saved : profile;
    Json json = shown(now);
    json["key_kept"] = kept->isKeyKept;
    out.result(json, QStringLiteral("%1\nTest it with \"%2 model test %3\", then let it answer with \"%2 set "
                                    "engine.answer %3\".")
                         .arg(lineOf(now), context.program(), now.name));
    return 0;
}

int listModels(const CommandContext &context)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    auto models = (*workspace)->languageModels().repository().models();
    if (!models)
        return out.fail(models.error());
    const Settings settings = (*workspace)->settings();
    Json list = Json::array();
    QStringList lines;
    for (const ModelProfile &profile : *models) {
        list.push_back(shown(profile));
        lines << lineOf(profile);
    }
    if (lines.isEmpty())
        lines << QStringLiteral("No language model: the built-in engine answers alone.");
    out.result({{"models", std::move(list)},
                {"engine.route", settings.engineRoute()},
                {"engine.answer", settings.engineAnswer()}},
               lines.join(QLatin1Char('\n')));
    return 0;
}

constexpr int routingQuestions = 60;

// How often the model's labels are right, on messages that ship for this, 60 from the whole file less those
// of no category, so that all labels come. A label that is none counts as wrong. Kept a little lower than it
// was, since the sample is small.
Result<Json> measureRouting(LanguageModels &models, const QString &name, const RunControl &control)
{
    auto bytes = readResource(QStringLiteral("validation/router.jsonl"));
    if (!bytes)
        return bytes.error();
    auto model = models.model(name);
    if (!model)
        return model.error();
    auto profile = models.repository().model(name);
    if (!profile || !*profile)
        return profile ? Error{ErrorKind::NotFound, QStringLiteral("the model is gone")} : profile.error();
    const ModelAdvisor advisor([&] {
        return AdvisingModel{*model, name, (*profile)->can.jsonSchema, (*profile)->routeAccuracy};
    });
    const QList<QByteArray> lines = bytes->trimmed().split('\n');
    int asked = 0;
    int right = 0;
    for (int k = 0; k < routingQuestions; ++k) {
        const auto row = parseJson(lines[k * lines.size() / routingQuestions]);
        const auto label = row ? fromName<Category>(stringOr(*row, "label")) : std::nullopt;
        if (!label)
            continue;
        const auto advice = advisor.advise(stringOr(*row, "text"), Route(), {}, control);
        if (!advice)
            return advice.error();
        ++asked;
        right += *advice && (*advice)->category == label ? 1 : 0;
        control.progress(asked, routingQuestions);
    }
    (*profile)->routeAccuracy = (right + 1.0) / (asked + 3.0);
    if (auto saved = models.repository().save(**profile, systemUserName()); !saved)
        return saved.error();
    return Json{{"n", asked}, {"right", right}, {"route_accuracy", (*profile)->routeAccuracy}};
}

int testRouting(const CommandContext &context, const QString &name)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    const auto measured = measureRouting((*workspace)->languageModels(), name,
                                         RunControl().withProgress(out.progress(QStringLiteral("Messages"))));
    if (!measured)
        return out.fail(measured.error());
    out.result(*measured, QStringLiteral("%1 of %2 labels are right.")
                              .arg(integerOr(*measured, "right", 0))
                              .arg(integerOr(*measured, "n", 0)));
    return 0;
}

int testModel(const CommandContext &context, const QString &name)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    auto report = (*workspace)->languageModels().test(name, systemUserName(), RunControl());
    if (!report)
        return out.fail(report.error());
    Json json = shown(report->profile);
    json["ok"] = report->isUsable;
    json["ms"] = report->ms;
    json["first_delta_ms"] = report->firstDeltaMs;
    json["tokens_per_second"] = report->tokensPerSecond;
    json["calls"] = report->calls;
    json["notes"] = report->notes;
    if (!report->isUsable && !out.isJson())
        return out.fail({ErrorKind::Unavailable, report->profile.lastError});
    out.result(json, QStringLiteral("%1 answers after %2 ms.\n%3")
                         .arg(name)
                         .arg(report->ms)
                         .arg(report->notes.join(QLatin1Char('\n'))));
    return report->isUsable ? 0 : out.fail({ErrorKind::Unavailable, report->profile.lastError});
}

int removeModel(const CommandContext &context, const QString &name)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    if (auto removed = (*workspace)->languageModels().remove(name, systemUserName()); !removed)
        return out.fail(removed.error());
    out.result({{"removed", name}}, QStringLiteral("The model %1 and its key are gone.").arg(name));
    return 0;
}

int cost(const CommandContext &context, const std::string &by, const std::string &from, const std::string &to)
{
    const Output out = context.output();
    const auto first = givenDay(from);
    const auto last = givenDay(to);
    if (!first || !last)
        return out.fail(first ? last.error() : first.error());
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    auto rows = (*workspace)
                    ->languageModels()
                    .ledger()
                    .report(costByNamed(QString::fromStdString(by)).value_or(CostBy::Day), *first, *last);
    if (!rows)
        return out.fail(rows.error());
    Json list = Json::array();
    QStringList lines;
    double total = 0.0;
    qint64 unpriced = 0;
    for (const CostRow &row : *rows) {
        list.push_back({{"key", row.key},
                        {"calls", row.calls},
                        {"tokens_in", row.tokensIn},
                        {"tokens_out", row.tokensOut},
                        {"cost_usd", row.costUsd},
                        {"unpriced_calls", row.unpriced}});
        lines << QStringLiteral("%1  %2 calls, %3 tokens in, %4 out, %5 dollars%6")
                     .arg(row.key.isEmpty() ? QStringLiteral("-") : row.key)
                     .arg(row.calls)
                     .arg(row.tokensIn)
                     .arg(row.tokensOut)
                     .arg(row.costUsd, 0, 'f', 6)
                     .arg(row.unpriced > 0 ? QStringLiteral(", %1 calls of unknown price").arg(row.unpriced)
                                           : QString());
        total += row.costUsd;
        unpriced += row.unpriced;
    }
    lines << QStringLiteral("Total  %1 dollars").arg(total, 0, 'f', 6);
    auto served = (*workspace)->keptAnswers().served(*first, *last);
    if (!served)
        return out.fail(served.error());
    if (served->served > 0)
        lines << QStringLiteral("Answer cache  %1 answers served, %2 of them to another wording; %3 dollars "
                                "saved%4")
                     .arg(served->served)
                     .arg(served->similar)
                     .arg(served->savedUsd, 0, 'f', 6)
                     .arg(served->unpriced > 0
                              ? QStringLiteral(", %1 answers of unknown price").arg(served->unpriced)
                              : QString());
    out.result({{"rows", std::move(list)},
                {"total_usd", total},
                {"unpriced_calls", unpriced},
                {"cache",
                 {{"served", served->served},
                  {"similar", served->similar},
                  {"saved_usd", served->savedUsd},
                  {"unpriced_answers", served->unpriced}}}},
               lines.join(QLatin1Char('\n')));
    return 0;
}

void addCostCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("cost", "What language models cost");
    auto by = std::make_shared<std::string>("day");
    auto from = std::make_shared<std::string>();
    auto to = std::make_shared<std::string>();
    command->add_option("--by", *by, "day, model, stage or category")
        ->check(CLI::IsMember({"day", "model", "stage", "category"}));
    command->add_option("--from", *from, "First day, like 2026-11-01");
    command->add_option("--to", *to, "Last day");
    command->footer("Example:\n  helmdeskctl cost --by model --from 2026-11-01");
    command->callback([&context, by, from, to] { context.exitCode = cost(context, *by, *from, *to); });
}

} // namespace

void addModelCommands(CLI::App &app, CommandContext &context)
{
    auto *model = app.add_subcommand("model", "Language models, which word answers and advise the router");
    model->require_subcommand(1);

    auto *add = model->add_subcommand("add", "Add a model; its key comes on standard input");
    auto given = std::make_shared<NewModelOptions>();
    std::vector<std::string> providers;
    for (const QString &name : providerNames())
        providers.push_back(name.toStdString());
    add->add_option("NAME", given->name, "How it is called here")->required();
    add->add_option("--provider", given->provider, "How its server speaks")
        ->required()
        ->check(CLI::IsMember(providers));
    add->add_option("--url", given->url, "Address of its server, like http://127.0.0.1:8080/v1");
    add->add_option("--model", given->model, "What its server calls it");
    add->add_option("--file", given->file, "A GGUF file, for a managed one");
    add->add_option("--server", given->server,
                    "The program that serves it, for a managed one; else llama-server of the PATH");
    add->add_flag("--key-stdin", given->keyFromStdin, "Read its key from standard input");
    add->add_option("--price-in", given->priceIn, "Dollars a million tokens read")
        ->check(CLI::NonNegativeNumber);
    add->add_option("--price-out", given->priceOut, "Dollars a million tokens written")
        ->check(CLI::NonNegativeNumber);
    add->add_option("--price-cached", given->priceCached, "Dollars a million tokens read from the cache")
        ->check(CLI::NonNegativeNumber);
    add->add_flag("--free", given->isFree, "It costs nothing: it runs on a machine of your own");
    add->add_option(
           "--personal-data", given->personalData,
           "What it sees of names, addresses and the like: placeholders or as-written; by-address is "
           "placeholders unless it runs on this machine")
        ->check(CLI::IsMember({"by-address", "placeholders", "as-written"}));
    add->footer("Example:\n  helmdeskctl model add local --provider openai --url http://127.0.0.1:8080/v1 "
                "--model qwen --free\n  helmdeskctl model add here --provider managed --file qwen.gguf");
    add->callback([&context, given] { context.exitCode = addModel(context, *given); });

    model->add_subcommand("list", "The models and what they can do")->callback([&context] {
        context.exitCode = listModels(context);
    });
    const auto named = [&](const char *command, const char *about,
                           int (*act)(const CommandContext &, const QString &)) {
        auto *sub = model->add_subcommand(command, about);
        auto name = std::make_shared<std::string>();
        sub->add_option("NAME", *name, "The model")->required();
        sub->callback(
            [&context, name, act] { context.exitCode = act(context, QString::fromStdString(*name)); });
    };
    named("test", "Ask it some small questions and keep what it can do", testModel);
    named("test-routing", "Ask it for the labels of some 40 messages and keep how many are right",
          testRouting);
    named("remove", "Remove it and its key", removeModel);
    addCostCommand(app, context);
    addCacheCommands(app, context);
    addPromptCommands(app, context);
}

} // namespace Helmdesk
