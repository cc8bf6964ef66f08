#include "app/LanguageModels.h"
#include "cli/Commands.h"

#include <memory>
#include <QFile>

namespace Helmdesk
{
namespace
{

// The shipped version, then those that people wrote; one of them holds.
Result<std::vector<PromptVersion>> versionsOf(const PromptRepository &prompts, const QString &name)
{
    auto shipped = shippedPrompt(name);
    if (!shipped)
        return shipped.error();
    auto written = prompts.versions(name);
    if (!written)
        return written;
    const PromptVersion holding = promptInForce(prompts, name);
    std::vector<PromptVersion> all{std::move(*shipped)};
    all.insert(all.end(), written->begin(), written->end());
    for (PromptVersion &version : all)
        version.isInForce = version.version == holding.version;
    return all;
}

Json toJson(const PromptVersion &version)
{
    return {{"name", version.name},
            {"version", version.version},
            {"author", version.author},
            {"made", version.at.isValid() ? Json(toIso(version.at)) : Json()},
            {"in_force", version.isInForce}};
}

QString lineOf(const PromptVersion &version)
{
    const QString origin = version.version == 0
                               ? QStringLiteral("shipped")
                               : QStringLiteral("by %1, %2").arg(version.author, toIso(version.at));
    return QStringLiteral("%1  version %2, %3%4")
        .arg(version.name, QString::number(version.version), origin,
             version.isInForce ? QStringLiteral("  (in force)") : QString());
}

int list(const CommandContext &context)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    Json rows = Json::array();
    QStringList lines;
    for (const QString &name : promptNames()) {
        auto versions = versionsOf((*workspace)->prompts(), name);
        if (!versions)
            return out.fail(versions.error());
        for (const PromptVersion &version : *versions) {
            rows.push_back(toJson(version));
            lines << lineOf(version);
        }
    }
    out.result({{"prompts", std::move(rows)}}, lines.join(QLatin1Char('\n')));
    return 0;
}

int show(const CommandContext &context, const QString &name, int number)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    auto versions = versionsOf((*workspace)->prompts(), name);
    if (!versions)
        return out.fail(versions.error());
    for (const PromptVersion &version : *versions) {
        if (number < 0 ? !version.isInForce : version.version != number)
            continue;
        Json json = toJson(version);
        json["text"] = version.text;
        out.result(json, version.text.trimmed());
        return 0;
    }
    return out.fail(
        {ErrorKind::NotFound, QStringLiteral("the prompt \"%1\" has no version %2").arg(name).arg(number)});
}

int edit(const CommandContext &context, const QString &name, const std::string &path)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    QString text;
    if (path == "-") {
        text = givenText(path);
    } else {
        QFile file(QString::fromStdString(path));
        if (!file.open(QIODevice::ReadOnly))
            return out.fail(
                {ErrorKind::Io,
                 QStringLiteral("%1 cannot be read: %2").arg(file.fileName(), file.errorString())});
        text = QString::fromUtf8(file.readAll());
    }
    auto version = (*workspace)->prompts().add(name, text, systemUserName());
    if (!version)
        return out.fail(version.error());
    out.result({{"name", name}, {"version", *version}},
               QStringLiteral("Version %1 of the prompt \"%2\" holds from now on.").arg(*version).arg(name));
    return 0;
}

int rollBack(const CommandContext &context, const QString &name, int version)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    auto versions = versionsOf((*workspace)->prompts(), name);
    if (!versions)
        return out.fail(versions.error());
    if (version < 0) { // the one before that which holds
        for (const PromptVersion &each : *versions) {
            if (each.isInForce)
                version = std::max(0, each.version - 1);
        }
    }
    if (auto used = (*workspace)->prompts().use(name, version, systemUserName()); !used)
        return out.fail(used.error());
    out.result({{"name", name}, {"version", version}},
               version == 0
                   ? QStringLiteral("The shipped prompt \"%1\" holds again.").arg(name)
                   : QStringLiteral("Version %1 of the prompt \"%2\" holds again.").arg(version).arg(name));
    return 0;
}

} // namespace

void addPromptCommands(CLI::App &app, CommandContext &context)
{
    auto *prompts =
        app.add_subcommand("prompts", "What language models are told before their work, by versions");
    prompts->require_subcommand(1);
    prompts->add_subcommand("list", "All versions, and which holds")->callback([&context] {
        context.exitCode = list(context);
    });
    auto name = std::make_shared<std::string>();
    auto version = std::make_shared<int>(-1);
    auto path = std::make_shared<std::string>();
    const auto named = [&](const char *command, const char *about) {
        auto *sub = prompts->add_subcommand(command, about);
        sub->add_option("NAME", *name, "answer, summary or write")->required();
        return sub;
    };
    auto *showing = named("show", "The text that holds, or of one version");
    showing->add_option("--version", *version, "0: the shipped one")->check(CLI::NonNegativeNumber);
    showing->callback([&context, name, version] {
        context.exitCode = show(context, QString::fromStdString(*name), *version);
    });
    auto *editing = named("edit", "Keep a new version, which holds from then on");
    editing->add_option("FILE", *path, "Its text; - reads standard input")->required();
    editing->footer("Example:\n  helmdeskctl prompts show answer > answer.txt\n"
                    "  helmdeskctl prompts edit answer answer.txt");
    editing->callback(
        [&context, name, path] { context.exitCode = edit(context, QString::fromStdString(*name), *path); });
    auto *rolling = named("rollback", "Let an earlier version hold again; without a number the one before");
    rolling->add_option("VERSION", *version, "0: the shipped one")->check(CLI::NonNegativeNumber);
    rolling->callback([&context, name, version] {
        context.exitCode = rollBack(context, QString::fromStdString(*name), *version);
    });
}

} // namespace Helmdesk
