#include "cli/Commands.h"
#include "store/StoredTextMasking.h"

namespace Helmdesk
{

int showMessage(const CommandContext &context, MessageId id, bool asWritten)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    auto message = (*workspace)->conversations().message(id);
    if (!message)
        return out.fail(message.error());
    if (!*message)
        return out.fail({ErrorKind::NotFound, QStringLiteral("there is no message %1").arg(id.value)});
    QString subject = (*message)->subject;
    QString text = (*message)->fullText;
    if (asWritten) {
        auto original = (*workspace)->originals().show(id, systemUserName(), (*workspace)->clock().now());
        if (!original)
            return out.fail(original.error());
        if (!*original)
            return out.fail({ErrorKind::NotFound,
                             QStringLiteral("message %1 is not kept as it was written").arg(id.value)});
        subject = (*original)->subject;
        text = (*original)->text;
    }
    out.result({{"message", id.value},
                {"conversation", (*message)->conversation.value},
                {"author", nameOf((*message)->author)},
                {"at", toIso((*message)->at)},
                {"subject", subject},
                {"text", text},
                {"as_written", asWritten}},
               subject.isEmpty() ? text : subject + QStringLiteral("\n\n") + text);
    return 0;
}

namespace
{

int maskStored(const CommandContext &context)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    auto changed = maskStoredText((*workspace)->database(), systemUserName(), (*workspace)->clock().now());
    if (!changed)
        return out.fail(changed.error());
    Json counts = Json::object();
    qint64 total = 0;
    for (auto it = changed->cbegin(); it != changed->cend(); ++it) {
        counts[it.key().toStdString()] = it.value();
        total += it.value();
    }
    out.result(
        {{"rows", std::move(counts)}},
        QStringLiteral("%1 texts masked. Files in inbox/processed and backups are as they were.").arg(total));
    return 0;
}

} // namespace

void addPrivacyCommands(CLI::App &app, CommandContext &context)
{
    app.add_subcommand("mask", "Mask secrets in texts that were stored by earlier versions; audited")
        ->callback([&context] { context.exitCode = maskStored(context); });
}

} // namespace Helmdesk
