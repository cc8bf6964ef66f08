#include "cli/Commands.h"
#include "specialists/KeptAnswerRepository.h"

#include <memory>

namespace Helmdesk
{
namespace
{

int listAnswers(const CommandContext &context, int most)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    auto answers = (*workspace)->keptAnswers().list(most);
    if (!answers)
        return out.fail(answers.error());
    Json list = Json::array();
    QStringList lines;
    for (const KeptAnswer &answer : *answers) {
        QStringList articles;
        for (const Citation &citation : answer.kept.citations)
            articles << citation.document;
        articles.removeDuplicates();
        list.push_back({{"id", answer.id},
                        {"question", answer.kept.key.question},
                        {"form", answer.kept.key.form},
                        {"intent", answer.kept.key.intent},
                        {"answer", answer.kept.text},
                        {"articles", articles},
                        {"engine", answer.kept.engine},
                        {"cost_usd", answer.kept.costUsd ? Json(*answer.kept.costUsd) : Json()},
                        {"served", answer.served},
                        {"kept", toIso(answer.kept.at)}});
        lines << QStringLiteral("%1  served %2 times, by %3, from %4\n    %5")
                     .arg(answer.kept.key.question, QString::number(answer.served), answer.kept.engine,
                          articles.join(QStringLiteral(", ")), answer.kept.text.simplified().left(200));
    }
    if (lines.isEmpty())
        lines << QStringLiteral("No answer is kept.");
    out.result({{"answers", std::move(list)}}, lines.join(QLatin1Char('\n')));
    return 0;
}

int clearAnswers(const CommandContext &context)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    auto gone = (*workspace)->keptAnswers().clear(systemUserName(), (*workspace)->clock().now());
    if (!gone)
        return out.fail(gone.error());
    out.result({{"forgotten", *gone}}, QStringLiteral("%1 answers are forgotten.").arg(*gone));
    return 0;
}

} // namespace

void addCacheCommands(CLI::App &app, CommandContext &context)
{
    auto *cache = app.add_subcommand("cache", "Answers of language models that are given again");
    cache->require_subcommand(1);
    auto *list = cache->add_subcommand("list", "The answers that hold now, those used last first");
    auto most = std::make_shared<int>(50);
    list->add_option("--limit", *most, "How many")->check(CLI::Range(1, 100'000));
    list->footer("Example:\n  helmdeskctl cache list --limit 10");
    list->callback([&context, most] { context.exitCode = listAnswers(context, *most); });
    cache->add_subcommand("clear", "Forget them all")->callback([&context] {
        context.exitCode = clearAnswers(context);
    });
}

} // namespace Helmdesk
