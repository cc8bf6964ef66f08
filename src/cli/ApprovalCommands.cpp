#include "app/OperatorRecords.h"
#include "cli/Commands.h"
#include "cli/ConversationText.h"
#include "cli/OperatorSession.h"

#include <algorithm>
#include <array>
#include <memory>

// What waits for a person, and the person's decision on it.
namespace Helmdesk
{
namespace
{

struct DecisionOptions {
    qint64 approval = 0;
    std::string digest;
    std::string reason;
    std::string as;
    bool isYes = false;
};

QString nameOf(const DecisionOptions &options)
{
    return options.as.empty() ? systemUserName() : QString::fromStdString(options.as);
}

struct ListOptions {
    std::string state = "pending";
    std::string from;
    std::string to;
    int limit = 1000;
    bool isCsv = false;
};

constexpr std::array allStates{ApprovalState::Pending, ApprovalState::Approved, ApprovalState::Denied,
                               ApprovalState::Expired, ApprovalState::Voided};

Result<QList<ApprovalState>> statesNamed(const QString &name)
{
    if (name == QLatin1String("all"))
        return QList<ApprovalState>();
    if (name == QLatin1String("decided"))
        return QList<ApprovalState>{ApprovalState::Approved, ApprovalState::Denied};
    const auto state = std::ranges::find(allStates, name, [](ApprovalState one) { return nameOf(one); });
    if (state != allStates.end())
        return QList<ApprovalState>{*state};
    return Error{ErrorKind::InvalidInput,
                 QStringLiteral("there is no state \"%1\"; there are: pending, approved, "
                                "denied, expired, voided, decided, all")
                     .arg(name)};
}

// The beginning of a day, local time; invalid: none was given.
Result<QDateTime> dayNamed(const std::string &text, int daysAfter)
{
    if (text.empty())
        return QDateTime();
    const QDate day = QDate::fromString(QString::fromStdString(text), Qt::ISODate);
    if (!day.isValid())
        return Error{
            ErrorKind::InvalidInput,
            QStringLiteral("\"%1\" is no day: write it as 2026-11-30").arg(QString::fromStdString(text))};
    return day.addDays(daysAfter).startOfDay().toUTC();
}

QString lineOf(const Approval &approval, const QString &customer)
{
    QString line =
        QStringLiteral("Approval %1, conversation %2, %3\n    %4\n    %5")
            .arg(QString::number(approval.id.value), QString::number(approval.request.conversation.value),
                 customer.isEmpty() ? approval.request.customer : customer, approval.request.preview,
                 nameOf(approval.state));
    if (!approval.decidedBy.isEmpty())
        line += QStringLiteral(" by %1").arg(approval.decidedBy);
    if (approval.decidedAt.isValid())
        line += QStringLiteral(" on %1").arg(localTime(approval.decidedAt));
    if (!approval.reason.isEmpty())
        line += QStringLiteral(": %1").arg(approval.reason);
    return line;
}

void writeCsv(const Output &out, const Json &rows)
{
    for (const QString &line : csvOf(rows))
        out.line(line);
}

Result<ApprovalFilter> filterOf(const ListOptions &options)
{
    auto states = statesNamed(QString::fromStdString(options.state));
    if (!states)
        return states.error();
    auto from = dayNamed(options.from, 0);
    if (!from)
        return from.error();
    auto before = dayNamed(options.to, 1);
    if (!before)
        return before.error();
    return ApprovalFilter{*states, *from, *before, options.limit};
}

int listApprovals(const CommandContext &context, const ListOptions &options)
{
    const Output out = context.output();
    auto filter = filterOf(options);
    if (!filter)
        return out.fail(filter.error());
    auto session = OperatorSession::open(context, systemUserName(), SessionFor::Reading);
    if (!session)
        return out.fail(session.error());
    auto list = (*session)->workspace().approvals().list(*filter);
    if (!list)
        return out.fail(list.error());
    auto cards = OperatorSession::await((*session)->desk().approvals()); // of those that wait
    if (!cards)
        return out.fail(cards.error());
    Json rows = Json::array();
    QStringList lines;
    for (const Approval &approval : *list) {
        const auto card = std::ranges::find(*cards, approval.id, &ApprovalView::id);
        auto customer = (*session)->workspace().customers().findById(approval.request.customer);
        if (!customer)
            return out.fail(customer.error());
        const QString name = *customer ? (*customer)->name : QString();
        rows.push_back(recordOf(approval, name));
        if (card != cards->end())
            rows.back().update(toJson(*card));
        lines << (card == cards->end() ? lineOf(approval, name)
                                       : QStringLiteral("Conversation %1, %2\n    %3")
                                             .arg(QString::number(card->conversation.value), card->customer,
                                                  textOf(*card, context.program())));
    }
    if (options.isCsv) {
        writeCsv(out, rows);
        return 0;
    }
    if (lines.isEmpty())
        lines << (options.state == "pending" ? QStringLiteral("Nothing waits for a decision.")
                                             : QStringLiteral("There is none."));
    out.result({{"approvals", std::move(rows)}}, lines.join(u'\n'));
    return 0;
}

// The call that the decision was about, as it stands now.
std::optional<ToolCall> callOf(const ConversationView &view, const NewApproval &request)
{
    if (!view.outcome || view.outcome->run != request.run)
        return std::nullopt;
    const auto call = std::ranges::find(view.outcome->tools, request.callKey, &ToolCall::key);
    return call == view.outcome->tools.end() ? std::nullopt : std::optional(*call);
}

QString sentenceOf(const DecisionOptions &options, const Approval &approval,
                   const std::optional<ToolCall> &call, const ConversationView &view,
                   const CommandContext &context)
{
    if (!options.isYes)
        return QStringLiteral("Denied as %1; it is not done: %2")
            .arg(nameOf(options), approval.request.preview);
    QString text = QStringLiteral("Approved as %1: %2").arg(nameOf(options), approval.request.preview);
    if (call && call->status == ToolStatus::Done)
        text += QStringLiteral("\nIt is done.");
    else if (call && !call->failure.isEmpty())
        text += QStringLiteral("\nIt is not done: %1").arg(call->failure);
    if (view.draft)
        text += QStringLiteral("\nThe reply is a draft, not sent: %1 send %2")
                    .arg(context.program())
                    .arg(view.row.id.value);
    return text;
}

Json decidedOf(const Approval &approval, const std::optional<ToolCall> &call)
{
    return {{"approval", approval.id.value},
            {"state", Helmdesk::nameOf(approval.state)},
            {"by", approval.decidedBy},
            {"at", toIso(approval.decidedAt)},
            {"reason", approval.reason},
            {"effect", approval.request.preview},
            {"call", call ? Json(Helmdesk::nameOf(call->status)) : Json()}};
}

int decide(const CommandContext &context, const DecisionOptions &options)
{
    const Output out = context.output();
    auto session = OperatorSession::open(context, nameOf(options), SessionFor::Acting);
    if (!session)
        return out.fail(session.error());
    const ApprovalId id{options.approval};
    const QString digest = QString::fromStdString(options.digest).trimmed();
    const QString reason = givenText(options.reason);
    Desk &desk = (*session)->desk();
    const Result<> decided =
        OperatorSession::await(options.isYes ? desk.approve(id, digest) : desk.deny(id, digest, reason));
    if (!decided)
        return out.fail(decided.error());
    auto approval = (*session)->workspace().approvals().get(id);
    if (!approval || !*approval)
        return out.fail(approval ? Error{ErrorKind::NotFound, QStringLiteral("the approval was removed")}
                                 : approval.error());
    const ConversationId conversation = (*approval)->request.conversation;
    if (!conversation.isValid()) {
        out.result({{"decided", decidedOf(**approval, std::nullopt)}},
                   QStringLiteral("The request is %1: %2")
                       .arg(nameOf((*approval)->state), (*approval)->request.preview));
        return 0;
    }
    if (options.isYes && !reason.isEmpty()) {
        if (auto noted = OperatorSession::await(desk.addNote(conversation, reason)); !noted)
            return out.fail(noted.error());
    }
    if (auto delivered = (*session)->deliver(conversation); !delivered)
        return out.fail(delivered.error());
    auto view = (*session)->view(conversation);
    if (!view)
        return out.fail(view.error());
    const auto call = callOf(*view, (*approval)->request);
    Json document = toJson(*view);
    document["decided"] = decidedOf(**approval, call);
    out.result(document, sentenceOf(options, **approval, call, *view, context));
    return 0;
}

void addDecision(CLI::App &app, CommandContext &context, const std::string &name, const char *meaning,
                 bool isYes)
{
    auto *command = app.add_subcommand(name, meaning);
    auto options = std::make_shared<DecisionOptions>();
    options->isYes = isYes;
    command->add_option("APPROVAL", options->approval, "The approval's number")
        ->required()
        ->check(CLI::PositiveNumber);
    command
        ->add_option("--digest", options->digest,
                     "The digest of what you saw, from \"show\" or \"approvals\": another request is refused")
        ->required();
    command->add_option("--as", options->as, "The operator; by default who is logged in");
    command->add_option("--reason", options->reason,
                        isYes ? "Why, as an internal note; - reads standard input"
                              : "Why; - reads standard input");
    command->footer("Example:\n  helmdeskctl " + name + " 3 --digest 5f0c... --as Robin" +
                    (isYes ? "" : " --reason \"refunded last week\""));
    command->callback([&context, options] { context.exitCode = decide(context, *options); });
}

void addList(CLI::App &app, CommandContext &context)
{
    auto *command =
        app.add_subcommand("approvals", "What waits for a decision, and who decided what and when");
    auto options = std::make_shared<ListOptions>();
    command
        ->add_option("--state", options->state,
                     "pending, approved, denied, expired, voided, decided (by a person) or all")
        ->capture_default_str();
    command->add_option("--from", options->from, "Asked for on this day or later, e.g. 2026-11-01");
    command->add_option("--to", options->to, "Asked for on this day or earlier");
    command->add_option("--limit", options->limit, "The newest so many")
        ->check(CLI::Range(1, 1000000))
        ->capture_default_str();
    command->add_flag("--csv", options->isCsv, "A table for a spreadsheet");
    command->footer("Examples:\n  helmdeskctl --json approvals\n"
                    "  helmdeskctl approvals --state decided --from 2026-11-01 --csv > decisions.csv");
    command->callback([&context, options] { context.exitCode = listApprovals(context, *options); });
}

} // namespace

void addApprovalCommands(CLI::App &app, CommandContext &context)
{
    addList(app, context);
    addDecision(app, context, "approve", "Approve exactly what was shown; it is done once", true);
    addDecision(app, context, "deny", "Deny what waits; it is never done", false);
}

} // namespace Helmdesk
