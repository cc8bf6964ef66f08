#include "app/Erasure.h"
#include "cli/Commands.h"
#include "store/CustomerErasure.h"
#include "store/WorkspaceExport.h"

#include <memory>
#include <QDir>

namespace Helmdesk
{
namespace
{

int exportData(const CommandContext &context, const QString &folder)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    const QString target = QDir::cleanPath(QDir::current().absoluteFilePath(folder));
    auto tables = exportWorkspace((*workspace)->database(), target, (*workspace)->clock().now());
    if (!tables)
        return out.fail(tables.error());
    Json counts = Json::object();
    qint64 total = 0;
    for (const auto &[name, rows] : *tables) {
        counts[name.toStdString()] = rows;
        total += rows;
    }
    out.result({{"folder", target}, {"tables", std::move(counts)}, {"rows", total}},
               QStringLiteral("%1 rows of %2 tables are in %3.")
                   .arg(total)
                   .arg(tables->size())
                   .arg(QDir::toNativeSeparators(target)));
    return 0;
}

int erase(const CommandContext &context, const QString &customer)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    auto report = eraseCustomerData(**workspace, customer, QStringLiteral("helmdeskctl"));
    if (!report)
        return out.fail(report.error());
    Json rows = Json::object();
    qint64 total = 0;
    for (auto it = report->rows.cbegin(); it != report->rows.cend(); ++it) {
        rows[it.key().toStdString()] = it.value();
        total += it.value();
    }
    QString text = QStringLiteral("Erased: %1 rows and %2 files. The audit log keeps the counts alone.")
                       .arg(total)
                       .arg(report->removedFiles.size());
    if (report->mentions > 0)
        text +=
            QStringLiteral("\n%1 messages of other customers hold an address or the name: search for them.")
                .arg(report->mentions);
    const auto tell = [&text](const char *sentence, const QStringList &names) {
        for (const QString &name : names)
            text += QLatin1Char('\n') + QString::fromUtf8(sentence).arg(name);
    };
    tell("The customer wrote from another address too: %1", report->otherAddresses);
    tell("Look at, it may be the customer's: conversation %1", report->conversations);
    tell("Look at, it names the customer: article %1", report->articles);
    tell("Look at, it may hold the customer's data: %1", report->filesToLookAt);
    tell("Learnt from sentences that may have been the customer's; learn anew and remove it: %1",
         report->learntFiles);
    if (!report->leftInFile.isEmpty())
        tell("%1", {report->leftInFile});
    out.result({{"rows", std::move(rows)},
                {"files", report->removedFiles.size()},
                {"mentions_elsewhere", report->mentions},
                {"look_at", report->filesToLookAt},
                {"learnt", report->learntFiles},
                {"articles", report->articles},
                {"other_addresses", report->otherAddresses},
                {"conversations", report->conversations},
                {"left_in_file", report->leftInFile}},
               text);
    return 0;
}

int compactData(const CommandContext &context)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    if (const QString left = compact((*workspace)->database()); !left.isEmpty())
        return out.fail({ErrorKind::Unavailable, left});
    out.result({{"compact", true}},
               QStringLiteral("The database was written anew; no free page holds old texts."));
    return 0;
}

} // namespace

void addDataCommands(CLI::App &app, CommandContext &context)
{
    auto *exportCommand = app.add_subcommand("export", "Write everything the workspace holds as JSON lines");
    auto folder = std::make_shared<std::string>();
    exportCommand->add_option("--output", *folder, "A new folder, by default helmdesk-export in this one");
    exportCommand->callback([&context, folder] {
        context.exitCode = exportData(context, folder->empty() ? QStringLiteral("helmdesk-export")
                                                               : QString::fromStdString(*folder));
    });
    app.add_subcommand("compact", "Write the database anew, without what was deleted from it")
        ->callback([&context] { context.exitCode = compactData(context); });
    auto *eraseCommand = app.add_subcommand("erase", "Remove a customer's personal data for good");
    auto customer = std::make_shared<std::string>();
    auto *whom = eraseCommand->add_option_group("whom");
    whom->add_option("--customer", *customer, "The customer's id");
    whom->add_option("--address", *customer, "An e-mail address, also of somebody who only ever wrote mails");
    whom->require_option(1);
    eraseCommand->callback(
        [&context, customer] { context.exitCode = erase(context, QString::fromStdString(*customer)); });
}

} // namespace Helmdesk
