#include "cli/Commands.h"
#include "cli/ConversationText.h"

#include "app/BatchRun.h"
#include "app/SharedAnswering.h"

#include <memory>
#include <QUuid>

namespace Helmdesk
{
namespace
{

QString summaryOf(const Outcome &outcome, const QString &program)
{
    QStringList reasons;
    for (const ReasonDetail &reason : outcome.reasons)
        reasons << nameOf(reason.reason);
    reasons.removeDuplicates();
    QString text =
        QStringLiteral("Conversation %1\nCategory    %2 (%3), %4\nDecision    %5%6\n")
            .arg(QString::number(outcome.conversation.value), nameOf(outcome.category),
                 QString::number(outcome.confidence, 'f', 2), outcome.intent, nameOf(outcome.decision),
                 reasons.isEmpty() ? QString()
                                   : QStringLiteral(" (%1)").arg(reasons.join(QStringLiteral(", "))));
    for (const ToolCall &call : outcome.tools)
        text += QStringLiteral("Tool        %1 %2: %3\n")
                    .arg(call.name, QString::fromUtf8(toBytes(call.args)),
                         call.preview.isEmpty() ? nameOf(call.status)
                                                : nameOf(call.status) + QStringLiteral(", ") + call.preview);
    for (const Citation &citation : outcome.citations)
        text += QStringLiteral("Source      %1 (%2)\n").arg(citation.title, citation.document);
    if (outcome.ticket.isValid())
        text += QStringLiteral("Ticket      #%1, priority %2\n")
                    .arg(outcome.ticket.value)
                    .arg(nameOf(outcome.priority));
    text += QStringLiteral("Time        %1 ms\n")
                .arg(outcome.milliseconds.empty() ? 0.0 : outcome.milliseconds.front().value, 0, 'f', 1);
    if (!outcome.answer.isEmpty())
        text += QStringLiteral("\n%1\n\n%2").arg(fateOf(outcome, program), outcome.answer);
    return text.trimmed();
}

// Puts the message into the conversation that `named` means: one by the name it was begun with, or the id
// that an outcome told. Another name begins a conversation.
Result<> goOnWith(Workspace &desk, const QString &named, IncomingMessage &message)
{
    message.conversationKey = named.isEmpty() ? message.externalId : named;
    bool isNumber = false;
    const ConversationId id{named.toLongLong(&isNumber)};
    if (!isNumber)
        return {};
    auto begun = desk.conversations().findByKey(message.channel, named);
    if (!begun || *begun)
        return begun ? Result<>() : Result<>(begun.error());
    auto known = desk.conversations().get(id);
    if (!known || !*known)
        return known ? Result<>() : Result<>(known.error());
    const Conversation &conversation = **known;
    if (!message.customer.isEmpty() && conversation.customer != message.customer)
        return Error{
            ErrorKind::Conflict,
            QStringLiteral("conversation %1 is not that of customer \"%2\"").arg(named, message.customer)};
    message.channel = conversation.channel;
    message.conversationKey = conversation.key;
    message.customer = conversation.customer;
    message.senderAddress = conversation.senderAddress;
    message.senderName = conversation.senderName;
    return {};
}

int ask(const CommandContext &context, const QString &text, const QString &customer,
        const QString &conversation)
{
    const Output out = context.output();
    auto desk = context.openDesk();
    if (!desk)
        return out.fail(desk.error());
    if (!customer.isEmpty()) {
        auto known = (*desk)->customers().findById(customer);
        if (!known)
            return out.fail(known.error());
        if (!*known)
            return out.fail(
                {ErrorKind::NotFound, QStringLiteral("there is no customer \"%1\"").arg(customer)});
    }
    IncomingMessage message;
    message.channel = ChannelKind::Api;
    message.externalId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    message.customer = customer;
    message.text = text;
    if (auto joined = goOnWith(**desk, conversation, message); !joined)
        return out.fail(joined.error());
    SharedAnswering answering(**desk);
    auto processed = answering.process(message, {});
    if (!processed)
        return out.fail(processed.error());
    out.result(toJson(processed->outcome), summaryOf(processed->outcome, context.program()));
    return 0;
}

int run(const CommandContext &context, const QString &input, const QString &output)
{
    const Output out = context.output();
    auto desk = context.openDesk();
    if (!desk)
        return out.fail(desk.error());
    const RunControl control = RunControl().withProgress(out.progress(QStringLiteral("Messages")));
    auto report = runBatch(**desk, input, output, control);
    if (!report)
        return out.fail(report.error());
    for (const QString &name : report->ignored)
        out.warn(QStringLiteral("%1 holds no messages and was left out").arg(name));
    if (!output.isEmpty())
        out.result({{"n", report->messages},
                    {"already_done", report->alreadyDone},
                    {"unreadable", report->unreadable},
                    {"ignored", report->ignored},
                    {"decisions", report->decisions}},
                   QStringLiteral("%1 messages, %2 of them done before, %3 could not be read, %4 other files "
                                  "left out; outcomes in %5")
                       .arg(report->messages)
                       .arg(report->alreadyDone)
                       .arg(report->unreadable)
                       .arg(report->ignored.size())
                       .arg(output));
    return 0;
}

} // namespace

void addAnswerCommands(CLI::App &app, CommandContext &context)
{
    auto *askCommand = app.add_subcommand("ask", "One message through the whole pipeline");
    auto text = std::make_shared<std::string>();
    auto customer = std::make_shared<std::string>();
    auto conversation = std::make_shared<std::string>();
    askCommand->add_option("TEXT", *text, "The message; - reads standard input")->required();
    askCommand->add_option("--customer", *customer, "The customer who writes");
    askCommand->add_option("--conversation", *conversation, "Go on with this conversation");
    askCommand->callback([&context, text, customer, conversation] {
        context.exitCode = ask(context, givenText(*text), QString::fromStdString(*customer),
                               QString::fromStdString(*conversation));
    });

    auto *runCommand = app.add_subcommand("run", "Messages of a file or folder through the pipeline");
    auto input = std::make_shared<std::string>();
    auto output = std::make_shared<std::string>();
    runCommand->add_option("--input", *input, "A JSONL, mbox or .eml file, or a folder of .eml files")
        ->required();
    runCommand->add_option("--output", *output,
                           "Where outcomes go, one JSON a line; standard output by default");
    runCommand->callback([&context, input, output] {
        context.exitCode = run(context, QString::fromStdString(*input), QString::fromStdString(*output));
    });
}

} // namespace Helmdesk
