#include "cli/Commands.h"

#include "security/ProcessOwner.h"
#include "store/SqliteAuditLog.h"

#include <memory>

namespace Helmdesk
{
namespace
{

QString sentence(const AuditCheck &check)
{
    if (check.isIntact())
        return QStringLiteral("The audit log is intact: %1 records, %2 of them sealed%3.")
            .arg(check.records)
            .arg(check.sealed)
            .arg(check.checkpointRecord
                     ? QStringLiteral(", checkpoint at record %1").arg(*check.checkpointRecord)
                     : QString());
    return QStringLiteral("The audit log is broken at record %1:\n%2")
        .arg(*check.firstBroken)
        .arg(check.findings.join(QLatin1Char('\n')));
}

int verifyAudit(const CommandContext &context)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    auto check = (*workspace)->audit().verify();
    if (!check)
        return out.fail(check.error());
    out.result({{"records", check->records},
                {"sealed", check->sealed},
                {"checkpoint", check->checkpointRecord ? Json(*check->checkpointRecord) : Json()},
                {"intact", check->isIntact()},
                {"first_broken", check->firstBroken ? Json(*check->firstBroken) : Json()},
                {"why", check->why},
                {"findings", check->findings}},
               sentence(*check));
    return check->isIntact() ? 0 : 1;
}

int renewCheckpoint(const CommandContext &context, const QString &reason)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    auto renewed =
        (*workspace)->audit().renewCheckpoint(processOrigin(), reason, (*workspace)->clock().now());
    if (!renewed)
        return out.fail(renewed.error());
    out.result({{"renewed", true}}, QStringLiteral("The checkpoint is that of the log as it is now."));
    return 0;
}

} // namespace

Result<QString> auditFinding(Workspace &workspace)
{
    auto check = workspace.audit().verify();
    if (!check)
        return check.error();
    if (!check->isIntact())
        return Error{ErrorKind::Corrupt, check->findings.join(QStringLiteral("; "))};
    return QStringLiteral("%1 records").arg(check->records);
}

void addAuditCommands(CLI::App &app, CommandContext &context)
{
    auto *audit = app.add_subcommand("audit", "The audit log");
    audit->require_subcommand(1);
    audit->add_subcommand("verify", "Check that no record, and no row it vouches for, was changed or removed")
        ->callback([&context] { context.exitCode = verifyAudit(context); });
    auto *renew = audit->add_subcommand("renew", "Accept the log as it is, after a backup was restored");
    auto reason = std::make_shared<std::string>();
    renew->add_option("--reason", *reason, "Why; it is recorded")->required();
    renew->callback(
        [&context, reason] { context.exitCode = renewCheckpoint(context, QString::fromStdString(*reason)); });
}

} // namespace Helmdesk
