#include "app/BegunReplies.h"
#include "app/ReplyRoom.h"
#include "cli/Commands.h"
#include "cli/ConversationText.h"
#include "cli/OperatorSession.h"

#include <algorithm>
#include <memory>

// What an operator does with a conversation, as in the window.
namespace Helmdesk
{
namespace
{

struct ActOptions {
    qint64 conversation = 0;
    std::optional<std::string> text;
    std::string as;
    std::vector<std::string> files;
    std::vector<std::string> cc;
    std::vector<std::string> bcc;
    bool leavesAtOnce = false; // the command, not the reply
    bool evenIfSomethingWaits = false;
    bool reopens = false;
};

// What an act came to, beside the conversation as it is then.
struct Done {
    QString sentence;
    Json more = Json::object();
};

using Act = Result<Done> (*)(OperatorSession &session, const ConversationView &before,
                             const ActOptions &options, const QString &program);

// One command: the conversation must be there, the act is done, and the conversation is shown as it is then.
int perform(const CommandContext &context, const ActOptions &options, Act act)
{
    const Output out = context.output();
    const QString name = options.as.empty() ? systemUserName() : QString::fromStdString(options.as);
    auto session = OperatorSession::open(context, name, SessionFor::Acting);
    if (!session)
        return out.fail(session.error());
    const ConversationId id{options.conversation};
    auto before = (*session)->view(id);
    if (!before)
        return out.fail(before.error());
    auto done = act(**session, *before, options, context.program());
    if (auto sent = (*session)->sendDue(); !sent)
        out.warn(sent.error().detail);
    if (!done)
        return out.fail(done.error());
    auto after = (*session)->view(id);
    if (!after)
        return out.fail(after.error());
    Json document = toJson(*after);
    document.update(done->more);
    out.result(document, done->sentence);
    return 0;
}

template <typename T>
Result<Done> doneIf(const Result<T> &result, const QString &sentence)
{
    return result ? Result<Done>(Done{sentence}) : Result<Done>(result.error());
}

// What goes out when no text is given: what was typed so far, where somebody did; else the draft as it is.
std::optional<QString> begunText(const ConversationView &view)
{
    if (view.draft)
        return view.draft->editedText == view.draft->text ? std::nullopt
                                                          : std::optional(view.draft->editedText);
    return view.privateText.isEmpty() ? std::nullopt : std::optional(view.privateText);
}

// The calls that sending executed, in words.
Result<QStringList> executed(OperatorSession &session, const ConversationView &before)
{
    auto after = session.view(before.row.id);
    if (!after)
        return after.error();
    QStringList effects;
    for (const ApprovalView &waiting : before.approvals) {
        const bool isOpen =
            std::ranges::find(after->approvals, waiting.id, &ApprovalView::id) != after->approvals.end();
        if (waiting.isForMode && !isOpen)
            effects << waiting.effect;
    }
    return effects;
}

Result<Done> deliveryOf(OperatorSession &session, const OutboxItem &item, const QString &program)
{
    const QString other = session.otherProgram();
    Done done;
    done.more["reply"] = {{"outbox", item.id.value},
                          {"state", nameOf(item.state)},
                          {"due", toIso(item.item.dueAt)},
                          {"sent_by", other.isEmpty() ? Json() : Json(other)},
                          {"failure", item.failure}};
    switch (item.state) {
    case OutboxState::Sent:
        done.sentence = QStringLiteral("Sent as %1.").arg(session.operatorName());
        return done;
    case OutboxState::Failed:
    case OutboxState::Unknown:
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("the reply was not delivered: %1").arg(item.failure)};
    case OutboxState::Cancelled:
        return Error{ErrorKind::Conflict, QStringLiteral("the reply was taken back meanwhile")};
    case OutboxState::Queued:
    case OutboxState::Sending:
        break;
    }
    const QString sender =
        other.isEmpty() ? QStringLiteral("the next program that answers this workspace's messages") : other;
    const QString due = item.item.dueAt.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
    done.sentence =
        QStringLiteral("Queued as %1. It is sent after %2 by %3; until then \"%4 undo %5\" takes it back.")
            .arg(session.operatorName(), due, sender, program, QString::number(item.item.conversation.value));
    if (!item.failure.isEmpty())
        done.sentence += QStringLiteral(" The first try failed: %1").arg(item.failure);
    return done;
}

Result<QStringList> addressesOf(const std::vector<std::string> &lines)
{
    QStringList addresses;
    for (const std::string &line : lines) {
        auto found = addressesIn(QString::fromStdString(line));
        if (!found)
            return found.error();
        addresses += *found;
    }
    return addresses;
}

// What was begun before this command: a command that fails leaves it so.
void putBack(OperatorSession &session, ConversationId id, const BegunReply &before)
{
    ReplyRoom &room = session.desk().replyRoom();
    const auto now = OperatorSession::await(room.begun(id));
    for (const BegunFile &file : now ? now->files : std::vector<BegunFile>())
        if (std::ranges::find(before.files, file) == before.files.end())
            (void)OperatorSession::await(room.detach(id, file.id));
    if (now && now->copies != before.copies)
        (void)OperatorSession::await(room.setCopies(id, before.copies));
}

// What goes with the reply.
Result<> addParts(OperatorSession &session, ConversationId id, const ActOptions &options)
{
    auto cc = addressesOf(options.cc);
    auto bcc = addressesOf(options.bcc);
    if (!cc || !bcc)
        return !cc ? cc.error() : bcc.error();
    ReplyRoom &room = session.desk().replyRoom();
    QStringList paths;
    for (const std::string &file : options.files)
        paths.append(QString::fromStdString(file));
    if (!paths.isEmpty())
        if (auto attached = OperatorSession::await(room.attach(id, paths)); !attached)
            return attached.error();
    if (cc->isEmpty() && bcc->isEmpty())
        return {};
    const ReplyCopies copies{cc->isEmpty() ? std::nullopt : std::optional(*cc), *bcc};
    auto set = OperatorSession::await(room.setCopies(id, copies));
    return set ? Result<>() : Result<>(set.error());
}

Result<Done> send(OperatorSession &session, const ConversationView &before, const ActOptions &options,
                  const QString &program)
{
    const std::optional<QString> text =
        options.text ? std::optional(givenText(*options.text)) : begunText(before);
    auto added = addParts(session, before.row.id, options);
    auto sent = added ? OperatorSession::await(session.desk().send(before.row.id, text))
                      : Result<SentReply>(added.error());
    if (!sent) {
        putBack(session, before.row.id, before.begun);
        return sent.error();
    }
    if (!options.leavesAtOnce) {
        if (auto delivered = session.deliver(before.row.id); !delivered)
            return delivered.error();
    }
    auto item = session.workspace().outbox().get(sent->item);
    if (!item || !*item)
        return item ? Error{ErrorKind::NotFound, QStringLiteral("the reply was removed")} : item.error();
    auto done = deliveryOf(session, **item, program);
    auto effects = executed(session, before);
    if (!done || !effects)
        return done ? effects.error() : done.error();
    done->more["executed"] = *effects;
    for (const QString &effect : *effects)
        done->sentence = QStringLiteral("Done: %1\n%2").arg(effect, done->sentence);
    return done;
}

// Takes back every reply of the conversation that has not left.
Result<Done> undo(OperatorSession &session, const ConversationView &before, const ActOptions &,
                  const QString &)
{
    int taken = 0;
    for (const ThreadEntry &entry : before.thread) {
        if (entry.delivery != Delivery::Queued || !entry.outbox.isValid())
            continue;
        if (auto undone = OperatorSession::await(session.desk().undoSend(entry.outbox)); !undone)
            return undone.error();
        ++taken;
    }
    if (taken == 0)
        return Error{ErrorKind::Conflict,
                     QStringLiteral("no reply of conversation %1 waits to be sent").arg(before.row.id.value)};
    return Done{QStringLiteral("Taken back; the text is a draft again.")};
}

// Has every reply of the conversation sent again that did not arrive, or of which nobody knows.
Result<Done> sendAgain(OperatorSession &session, const ConversationView &before, const ActOptions &options,
                       const QString &program)
{
    std::optional<OutboxId> last;
    for (const ThreadEntry &entry : before.thread) {
        const bool isOpen = entry.delivery == Delivery::Failed || entry.delivery == Delivery::Unknown;
        if (!isOpen || !entry.outbox.isValid())
            continue;
        if (auto queued = OperatorSession::await(session.desk().sendAgain(entry.outbox)); !queued)
            return queued.error();
        last = entry.outbox;
    }
    if (!last)
        return Error{ErrorKind::Conflict,
                     QStringLiteral("every reply of conversation %1 has arrived or waits to be sent")
                         .arg(before.row.id.value)};
    if (!options.leavesAtOnce)
        if (auto delivered = session.deliver(before.row.id); !delivered)
            return delivered.error();
    auto item = session.workspace().outbox().get(*last);
    if (!item || !*item)
        return item ? Error{ErrorKind::NotFound, QStringLiteral("the reply was removed")} : item.error();
    return deliveryOf(session, **item, program);
}

Result<Done> edit(OperatorSession &session, const ConversationView &before, const ActOptions &options,
                  const QString &)
{
    const QString text = givenText(options.text.value_or(std::string()));
    return doneIf(OperatorSession::await(session.desk().saveDraft(before.row.id, text)),
                  before.draft ? QStringLiteral("The draft is changed, not sent.")
                               : QStringLiteral("The reply is begun, not sent."));
}

Result<Done> reject(OperatorSession &session, const ConversationView &before, const ActOptions &options,
                    const QString &)
{
    const QString reason = options.text ? givenText(*options.text) : QString();
    return doneIf(OperatorSession::await(session.desk().reject(before.row.id, reason)),
                  QStringLiteral("The draft is rejected; nothing was sent."));
}

Result<Done> takeOver(OperatorSession &session, const ConversationView &before, const ActOptions &options,
                      const QString &)
{
    if (auto taken = OperatorSession::await(session.desk().takeOver(before.row.id)); !taken)
        return taken.error();
    Result<> begun;
    if (options.text)
        begun = OperatorSession::await(session.desk().saveDraft(before.row.id, givenText(*options.text)));
    return doneIf(begun, QStringLiteral("Conversation %1 is with %2; the agent is silent.")
                             .arg(before.row.id.value)
                             .arg(session.operatorName()));
}

// An internal note goes before the act, so that whoever sees the act finds it.
Result<> noteFirst(OperatorSession &session, const ConversationView &before, const ActOptions &options)
{
    if (!options.text)
        return {};
    return OperatorSession::await(session.desk().addNote(before.row.id, givenText(*options.text)));
}

Result<Done> handBack(OperatorSession &session, const ConversationView &before, const ActOptions &options,
                      const QString &)
{
    if (auto noted = noteFirst(session, before, options); !noted)
        return noted.error();
    return doneIf(OperatorSession::await(session.desk().handBack(before.row.id)),
                  QStringLiteral("Conversation %1 is the agent's again.").arg(before.row.id.value));
}

Result<Done> resolve(OperatorSession &session, const ConversationView &before, const ActOptions &options,
                     const QString &)
{
    if (!options.reopens && !options.evenIfSomethingWaits && !before.approvals.empty())
        return Error{ErrorKind::Conflict,
                     QStringLiteral("something waits for a decision: %1 Decide it, or add --anyway")
                         .arg(before.approvals.front().effect)};
    if (auto noted = noteFirst(session, before, options); !noted)
        return noted.error();
    return doneIf(OperatorSession::await(session.desk().setResolved({before.row.id}, !options.reopens)),
                  QStringLiteral("Conversation %1 is %2.")
                      .arg(before.row.id.value)
                      .arg(options.reopens ? QStringLiteral("open again") : QStringLiteral("resolved")));
}

struct ActCommand {
    CLI::App *app;
    std::shared_ptr<ActOptions> options;
};

ActCommand addAct(CLI::App &app, CommandContext &context, Act act, const char *name, const char *meaning,
                  const char *example)
{
    ActCommand command{app.add_subcommand(name, meaning), std::make_shared<ActOptions>()};
    command.app->add_option("CONVERSATION", command.options->conversation, "The conversation's number")
        ->required()
        ->check(CLI::PositiveNumber);
    command.app->add_option("--as", command.options->as, "The operator; by default who is logged in");
    command.app->footer(std::string("Example:\n  ") + example);
    command.app->callback(
        [&context, act, options = command.options] { context.exitCode = perform(context, *options, act); });
    return command;
}

void addReplies(CLI::App &app, CommandContext &context)
{
    const auto sending =
        addAct(app, context, send, "send", "Send the draft, or a text, after the calls that wait for it",
               "helmdeskctl send 12 --as Robin");
    sending.app->add_option("--text", sending.options->text, "What goes out instead; - reads standard input");
    sending.app
        ->add_option("--attach", sending.options->files,
                     "Files that go with it, beside those attached before")
        ->type_name("FILE");
    sending.app->add_option("--cc", sending.options->cc, "Who gets a copy, instead of the mailbox's default")
        ->type_name("ADDRESS");
    sending.app->add_option("--bcc", sending.options->bcc, "Who gets a copy that nobody else knows of")
        ->type_name("ADDRESS");
    sending.app->add_flag("--no-wait", sending.options->leavesAtOnce,
                          "Leave the sending to a program that answers, after the time for taking it back");

    addAct(app, context, undo, "undo", "Take back a reply that has not left yet", "helmdeskctl undo 12");

    const auto again = addAct(app, context, sendAgain, "send-again",
                              "Send again what did not arrive, or of which nobody knows whether it left",
                              "helmdeskctl send-again 12");
    again.app->add_flag("--no-wait", again.options->leavesAtOnce,
                        "Leave the sending to a program that answers");

    const auto editing =
        addAct(app, context, edit, "edit", "Change the draft, or begin a reply, without sending it",
               "helmdeskctl edit 12 --text \"Hello Mara, ...\" --as Robin");
    editing.app->add_option("--text", editing.options->text, "The whole reply; - reads standard input")
        ->required();

    const auto rejecting =
        addAct(app, context, reject, "reject", "Throw the draft away, with what waits for it",
               "helmdeskctl reject 12 --reason \"wrong invoice\" --as Robin");
    rejecting.app->add_option("--reason,--text", rejecting.options->text, "Why; - reads standard input");
}

void addStates(CLI::App &app, CommandContext &context)
{
    const auto taking = addAct(app, context, takeOver, "take-over", "Take the conversation from the agent",
                               "helmdeskctl take-over 12 --as Robin");
    taking.app->add_option("--text", taking.options->text,
                           "Begin the reply with this; - reads standard input");

    const auto handing =
        addAct(app, context, handBack, "hand-back", "Give the conversation back to the agent",
               "helmdeskctl hand-back 12 --as Robin");
    handing.app->add_option("--note,--text", handing.options->text,
                            "An internal note; - reads standard input");

    const auto resolving =
        addAct(app, context, resolve, "resolve", "Mark the conversation as resolved, or open it again",
               "helmdeskctl resolve 12 --as Robin");
    resolving.app->add_option("--note,--text", resolving.options->text,
                              "An internal note; - reads standard input");
    resolving.app->add_flag("--reopen", resolving.options->reopens, "Open it again");
    resolving.app->add_flag("--anyway", resolving.options->evenIfSomethingWaits,
                            "Also while something waits for a decision");
}

} // namespace

void addOperatorCommands(CLI::App &app, CommandContext &context)
{
    addReplies(app, context);
    addStates(app, context);
}

} // namespace Helmdesk
