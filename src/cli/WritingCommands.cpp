#include "app/Handoff.h"
#include "app/Writing.h"
#include "cli/Commands.h"
#include "cli/ConversationText.h"
#include "cli/OperatorSession.h"

#include <memory>

// Where a language model helps a person with a conversation. Nothing here sends or stores a reply.
namespace Helmdesk
{
namespace
{

int summarise(const CommandContext &context, ConversationId id)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    auto summary = summariseHandoff(**workspace, id, {});
    if (!summary)
        return out.fail(summary.error());
    out.result(toJson(*summary), textOf(*summary));
    return 0;
}

int rewrite(const CommandContext &context, ConversationId id, WritingVerb verb, const std::string &given)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    QString text = given.empty() ? QString() : givenText(given);
    if (given.empty()) {
        auto draft = (*workspace)->drafts().current(id);
        if (!draft)
            return out.fail(draft.error());
        if (*draft)
            text = (*draft)->editedText.value_or((*draft)->proposal.text);
    }
    auto written = writeFor(**workspace, {id, verb, text}, {});
    if (!written)
        return out.fail(written.error());
    QString shown = written->text;
    if (!written->unproven.isEmpty())
        shown +=
            QStringLiteral("\n\nStands in no source: %1").arg(written->unproven.join(QStringLiteral(", ")));
    if (!written->lost.isEmpty())
        shown += QStringLiteral("\n\nStood there before: %1").arg(written->lost.join(QStringLiteral(", ")));
    if (!written->problems.isEmpty())
        shown +=
            QStringLiteral("\n\nTo be looked at:\n- %1").arg(written->problems.join(QStringLiteral("\n- ")));
    out.result({{"text", written->text},
                {"unproven", written->unproven},
                {"lost", written->lost},
                {"problems", written->problems},
                {"engine", written->engine}},
               shown);
    return 0;
}

} // namespace

void addWritingCommands(CLI::App &app, CommandContext &context)
{
    auto *sum = app.add_subcommand("summarise", "What the person who takes a conversation over has to know, "
                                                "worded by the model that answers");
    auto conversation = std::make_shared<qint64>(0);
    sum->add_option("CONVERSATION", *conversation, "The conversation's number")->required();
    sum->footer("Example:\n  helmdeskctl summarise 12");
    sum->callback(
        [&context, conversation] { context.exitCode = summarise(context, ConversationId{*conversation}); });

    auto *write =
        app.add_subcommand("rewrite", "Have the model that answers rework a reply, or write one from "
                                      "notes; it is printed, and nothing is kept or sent");
    auto verb = std::make_shared<std::string>();
    auto text = std::make_shared<std::string>();
    write->add_option("CONVERSATION", *conversation, "The conversation's number")->required();
    write
        ->add_option("HOW", *verb,
                     "shorter, friendlier, formal, translate (to the customer's language) or from-notes")
        ->required()
        ->check(CLI::IsMember({"shorter", "friendlier", "formal", "translate", "from-notes"}));
    write->add_option("TEXT", *text, "The text or notes; - reads standard input; without it the draft");
    write->footer("Example:\n  helmdeskctl rewrite 12 from-notes \"sorry, export is back, 30 days\"");
    write->callback([&context, conversation, verb, text] {
        const auto named = writingVerbNamed(QString::fromStdString(*verb));
        context.exitCode = rewrite(context, ConversationId{*conversation}, *named, *text);
    });
}

} // namespace Helmdesk
