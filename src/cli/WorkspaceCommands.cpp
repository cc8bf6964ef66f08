#include "cli/Commands.h"

#include "app/DeskReader.h"
#include "app/KnowledgeFindings.h"
#include "app/LanguageModels.h"
#include "store/SqliteAuditLog.h"

#include <memory>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

namespace Helmdesk
{
namespace
{

int init(const CommandContext &context, bool demo)
{
    const Output out = context.output();
    auto workspace = Workspace::open(context.folder);
    if (!workspace)
        return out.fail(workspace.error());
    if (demo) {
        const RunControl control =
            RunControl().withProgress(out.progress(QStringLiteral("Importing articles")));
        if (auto loaded = (*workspace)->loadDemo(control); !loaded)
            return out.fail(loaded.error());
    }
    auto articles = (*workspace)->knowledgeRepository().list();
    if (!articles)
        return out.fail(articles.error());
    out.result({{"workspace", context.folder}, {"demo", demo}, {"articles", articles->size()}},
               QStringLiteral("Workspace %1 is ready%2.")
                   .arg(QDir::toNativeSeparators(context.folder),
                        demo ? QStringLiteral(" with the sample company Northlight and %1 articles")
                                   .arg(articles->size())
                             : QString()));
    return 0;
}

int importArticles(const CommandContext &context, const QStringList &paths)
{
    const Output out = context.output();
    auto desk = context.openDesk();
    if (!desk)
        return out.fail(desk.error());
    const RunControl control = RunControl().withProgress(out.progress(QStringLiteral("Importing articles")));
    auto report = (*desk)->knowledge().importFiles(paths, control);
    if (!report)
        return out.fail(report.error());
    QString text = QStringLiteral("%1 added, %2 changed, %3 unchanged, %4 removed")
                       .arg(report->added)
                       .arg(report->changed)
                       .arg(report->unchanged)
                       .arg(report->removed.size());
    const auto listed = [&text](const std::vector<ImportProblem> &rows, const char *joint) {
        Json list = Json::array();
        for (const ImportProblem &row : rows) {
            list.push_back({{"source", row.source}, {"reason", row.reason}});
            text += u'\n' + row.source + QLatin1StringView(joint) + row.reason;
        }
        return list;
    };
    Json problems = listed(report->problems, ": ");
    Json leftOut = listed(report->leftOut, ": ");
    Json flagged = listed(report->flagged, " ");
    Json removed = listed(report->removed, " ");
    out.result({{"added", report->added},
                {"changed", report->changed},
                {"flagged", std::move(flagged)},
                {"left_out", std::move(leftOut)},
                {"unchanged", report->unchanged},
                {"removed", std::move(removed)},
                {"passages", report->passages},
                {"problems", std::move(problems)}},
               text);
    return report->problems.empty() ? 0 : 1;
}

int searchArticles(const CommandContext &context, const QString &text, const QString &category, int top)
{
    const Output out = context.output();
    std::optional<Category> wanted;
    if (!category.isEmpty()) {
        wanted = fromName<Category>(category);
        if (!wanted)
            return out.fail(
                {ErrorKind::InvalidInput, QStringLiteral("there is no category \"%1\"").arg(category)});
    }
    auto desk = context.openDesk();
    if (!desk)
        return out.fail(desk.error());
    QElapsedTimer timer;
    timer.start();
    auto found = (*desk)->knowledge().search(text, wanted, top);
    if (!found)
        return out.fail(found.error());
    const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    Json results = Json::array();
    QString lines;
    for (const RetrievedPassage &hit : found->passages) {
        results.push_back({{"document", hit.passage.documentId},
                           {"title", hit.title},
                           {"score", hit.score},
                           {"snippet", hit.passage.text.simplified().left(200)}});
        lines += QStringLiteral("%1  %2\n    %3\n")
                     .arg(hit.score, 0, 'f', 2)
                     .arg(hit.title, hit.passage.text.simplified().left(160));
    }
    if (lines.isEmpty())
        lines = QStringLiteral("Nothing found.");
    out.result({{"results", std::move(results)}, {"support", found->supportScore}, {"ms", ms}},
               lines.trimmed());
    return 0;
}

Json placeJson(const StatementPlace &place)
{
    return {{"document", place.documentId}, {"title", place.title},       {"updated", place.updated},
            {"passage", place.position},    {"sentence", place.sentence}, {"value", place.value}};
}

int listConflicts(const CommandContext &context)
{
    const Output out = context.output();
    auto desk = context.openDesk();
    if (!desk)
        return out.fail(desk.error());
    const RunControl control = RunControl().withProgress(out.progress(QStringLiteral("Comparing passages")));
    auto findings = reviewKnowledge(**desk, control);
    if (!findings)
        return out.fail(findings.error());
    Json conflicts = Json::array();
    Json stale = Json::array();
    QStringList lines;
    for (const ArticleConflict &conflict : findings->conflicts) {
        conflicts.push_back({{"first", placeJson(conflict.first)},
                             {"second", placeJson(conflict.second)},
                             {"similarity", conflict.similarity}});
        lines << QStringLiteral("\"%1\" or \"%2\"?\n    %3: %4\n    %5: %6")
                     .arg(conflict.first.value, conflict.second.value, conflict.first.documentId,
                          conflict.first.sentence, conflict.second.documentId, conflict.second.sentence);
    }
    for (const StaleArticle &article : findings->stale) {
        stale.push_back({{"document", article.documentId},
                         {"title", article.title},
                         {"updated", article.updated},
                         {"days", article.days},
                         {"corrections", article.corrections},
                         {"last_correction", article.lastCorrection.toString(Qt::ISODate)}});
        lines << QStringLiteral("%1: unchanged since %2, corrected %3 times")
                     .arg(article.documentId,
                          article.updated.isEmpty() ? QStringLiteral("an unknown day") : article.updated)
                     .arg(article.corrections);
    }
    if (lines.isEmpty())
        lines << QStringLiteral("No conflicting or stale articles.");
    out.result({{"conflicts", std::move(conflicts)}, {"stale", std::move(stale)}}, lines.join(u'\n'));
    return 0;
}

int setSetting(const CommandContext &context, const QString &name, const QString &text)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    auto value = parseSettingText(name, text);
    if (!value)
        return out.fail(value.error());
    auto saved = (*workspace)->settingsRepository().save(name, *value, QStringLiteral("helmdeskctl"));
    if (!saved)
        return out.fail(saved.error());
    out.result({{"name", name}, {"value", *value}}, QStringLiteral("%1 is now %2.").arg(name, text));
    return 0;
}

// "locked", "preset", "default", or "chosen" by a person.
const char *originOf(const SettingRow &row)
{
    if (row.isLocked)
        return "locked";
    if (!row.isDefault)
        return "chosen";
    return row.isPreset ? "preset" : "default";
}

int listSettings(const CommandContext &context)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    const auto rows = readSettings(**workspace);
    if (!rows)
        return out.fail(rows.error());
    Json list = Json::array();
    QStringList lines;
    for (const SettingRow &row : *rows) {
        Json entry = {{"name", row.name},
                      {"value", row.value},
                      {"from", originOf(row)},
                      {"default", row.fallback},
                      {"meaning", row.meaning}};
        if (row.maximum > row.minimum)
            entry.update({{"minimum", row.minimum}, {"maximum", row.maximum}});
        if (!row.choices.isEmpty())
            entry["choices"] = row.choices;
        list.push_back(std::move(entry));
        lines << QStringLiteral("%1 = %2 (%3)\n    %4")
                     .arg(row.name, QString::fromUtf8(toBytes(row.value)), QLatin1String(originOf(row)),
                          row.meaning);
    }
    out.result({{"settings", std::move(list)}}, lines.join(u'\n'));
    return 0;
}

} // namespace

QString CommandContext::program() const
{
    if (!isFolderGiven)
        return QStringLiteral("helmdeskctl");
    const QString shown = QDir::toNativeSeparators(folder);
    return QStringLiteral("helmdeskctl --data %1").arg(shown.contains(u' ') ? u'"' + shown + u'"' : shown);
}

Result<std::unique_ptr<Workspace>> CommandContext::openWorkspace() const
{
    if (!QFileInfo::exists(QDir(folder).filePath(QString::fromLatin1(Workspace::databaseName)))) {
        return Error{
            ErrorKind::NotFound,
            QStringLiteral("there is no workspace in %1: make one with \"helmdeskctl --data %1 init --demo\"")
                .arg(QDir::toNativeSeparators(folder))};
    }
    auto workspace = Workspace::open(folder, {.mail = MailDelivery::Folder, .engine = engine});
    if (workspace && !engine.isEmpty()) {
        const AdminDefaults &defaults = (*workspace)->adminDefaults();
        for (const char *stage : {"engine.answer", "engine.route", "engine.fallback"}) {
            const AdminDefaults::Entry *set = defaults.find(QString::fromLatin1(stage));
            const bool isSame = set != nullptr && set->value == Json(engine);
            if (auto allowed = defaults.mayChange(QString::fromLatin1(stage)); !allowed && !isSame)
                return allowed.error();
        }
        if (auto known = (*workspace)->languageModels().check(engine); !known)
            return known.error();
    }
    return workspace;
}

Result<std::unique_ptr<Workspace>> CommandContext::openDesk() const
{
    auto workspace = openWorkspace();
    if (!workspace)
        return workspace.error();
    auto assets = EngineAssets::load();
    if (!assets)
        return assets.error();
    if (auto loaded = (*workspace)->loadEngine(*assets); !loaded)
        return loaded.error();
    return workspace;
}

void addWorkspaceCommands(CLI::App &app, CommandContext &context)
{
    auto *initCommand = app.add_subcommand("init", "Make a workspace");
    auto demo = std::make_shared<bool>(false);
    initCommand->add_flag("--demo", *demo, "Load the sample company, its history and its help centre");
    initCommand->callback([&context, demo] { context.exitCode = init(context, *demo); });

    auto *kb = app.add_subcommand("kb", "The knowledge base");
    kb->require_subcommand(1);
    auto *import = kb->add_subcommand("import", "Import articles: Markdown, HTML, text, CSV, JSONL");
    auto paths = std::make_shared<std::vector<std::string>>();
    import->add_option("PATH", *paths, "Files and folders")->required();
    import->callback([&context, paths] {
        QStringList list;
    for (const std::string &path : *paths)
        list << QString::fromStdString(path);
    context.exitCode = importArticles(context, list);
});
kb->add_subcommand("conflicts", "Articles that contradict each other or went stale")->callback([&context] {
    context.exitCode = listConflicts(context);
});
auto *search = kb->add_subcommand("search", "Search the articles");
auto text = std::make_shared<std::string>();
auto category = std::make_shared<std::string>();
auto top = std::make_shared<int>(5);
search->add_option("TEXT", *text, "The question")->required();
search->add_option("--category", *category, "Prefer articles of this category");
search->add_option("--top", *top, "How many results")->check(CLI::Range(1, 100));
search->callback([&context, text, category, top] {
    context.exitCode =
        searchArticles(context, QString::fromStdString(*text), QString::fromStdString(*category), *top);
});

app.add_subcommand("settings", "Every setting with its value, where that is from, and what it means")
    ->callback([&context] { context.exitCode = listSettings(context); });
auto *set = app.add_subcommand("set", "Change a setting; the change is audited");
auto name = std::make_shared<std::string>();
auto value = std::make_shared<std::string>();
set->add_option("NAME", *name, "The setting, e.g. modes.billing")->required();
set->add_option("VALUE", *value, "Its new value")->required();
set->callback([&context, name, value] {
    context.exitCode = setSetting(context, QString::fromStdString(*name), QString::fromStdString(*value));
});

addAuditCommands(app, context);
app.add_subcommand("doctor",
                   "Check engine, locks, updates, database, record, settings, access and what is half done")
    ->callback([&context] { context.exitCode = runDoctor(context); });
} // namespace Helmdesk

} // namespace Helmdesk
