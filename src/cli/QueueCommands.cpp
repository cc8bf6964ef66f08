#include "app/DeskReader.h"
#include "cli/Commands.h"
#include "cli/ConversationText.h"
#include "cli/OperatorSession.h"

#include <memory>

// What the window shows: the queue's views and one conversation.
namespace Helmdesk
{
namespace
{

struct QueueRequest {
    std::string view = "needs_review";
    std::string sort;
    std::string category;
    std::string channel;
    std::string search;
    std::string after;
    std::string as;
    bool isUnanswered = false;
    int limit = 50;
};

QStringList viewNames()
{
    QStringList names;
    for (int i = 0; i <= static_cast<int>(QueueView::All); ++i)
        names << stringOr(toJson(QueueQuery{static_cast<QueueView>(i)}), "view");
    return names;
}

Error unknown(const char *what, const std::string &name, const QStringList &known)
{
    return {ErrorKind::InvalidInput, QStringLiteral("there is no %1 \"%2\"; there are: %3")
                                         .arg(QString::fromLatin1(what), QString::fromStdString(name),
                                              known.join(QStringLiteral(", ")))};
}

// A view of the queue by its name, or one that somebody saved under this name.
Result<QueueQuery> viewNamed(OperatorSession &session, const std::string &name)
{
    const QString wanted = QString::fromStdString(name);
    QStringList known = viewNames();
    const QString plain = QString(wanted).replace(u'-', u'_');
    if (known.contains(plain))
        return queryFromJson(Json{{"view", plain}});
    auto saved = OperatorSession::await(session.desk().savedViews());
    if (!saved)
        return saved.error();
    for (const SavedView &view : *saved) {
        if (view.name == wanted)
            return view.query;
        known << view.name;
    }
    return unknown("view", name, known);
}

Result<QueueQuery> queryOf(OperatorSession &session, const QueueRequest &request)
{
    auto query = viewNamed(session, request.view);
    if (!query)
        return query;
    if (!request.sort.empty()) {
        const Json sorted = toJson(queryFromJson(Json{{"sort", request.sort}}));
        if (stringOr(sorted, "sort").toStdString() != request.sort)
            return unknown(
                "order", request.sort,
                {QStringLiteral("priority"), QStringLiteral("longest_waiting"), QStringLiteral("newest")});
        query->sort = queryFromJson(sorted).sort;
    }
    if (!request.category.empty()) {
        query->category = fromName<Category>(QString::fromStdString(request.category));
        if (!query->category)
            return Error{
                ErrorKind::InvalidInput,
                QStringLiteral("there is no category \"%1\"").arg(QString::fromStdString(request.category))};
    }
    if (!request.channel.empty()) {
        query->channel = channelNamed(QString::fromStdString(request.channel));
        if (!query->channel)
            return Error{
                ErrorKind::InvalidInput,
                QStringLiteral("there is no channel \"%1\"").arg(QString::fromStdString(request.channel))};
    }
    query->search = QString::fromStdString(request.search);
    query->isUnanswered = query->isUnanswered || request.isUnanswered;
    return query;
}

// The place where a page ends, as one word.
QString wordOf(const QueueCursor &cursor)
{
    return QStringLiteral("%1,%2,%3")
        .arg(QString::number(cursor.priority), cursor.updatedAt, QString::number(cursor.id));
}

Result<std::optional<QueueCursor>> cursorFrom(const std::string &word)
{
    if (word.empty())
        return std::optional<QueueCursor>();
    const QStringList parts = QString::fromStdString(word).split(u',');
    bool hasPriority = false;
    bool hasId = false;
    QueueCursor cursor;
    cursor.priority = parts.value(0).toInt(&hasPriority);
    cursor.updatedAt = parts.value(1);
    cursor.id = parts.value(2).toLongLong(&hasId);
    if (parts.size() != 3 || !hasPriority || !hasId)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("--after takes what the page before gave as \"next\"")};
    return std::optional(cursor);
}

int showQueue(const CommandContext &context, const QueueRequest &request)
{
    const Output out = context.output();
    auto session = OperatorSession::open(
        context, request.as.empty() ? systemUserName() : QString::fromStdString(request.as),
        SessionFor::Reading);
    if (!session)
        return out.fail(session.error());
    auto query = queryOf(**session, request);
    if (!query)
        return out.fail(query.error());
    auto after = cursorFrom(request.after);
    if (!after)
        return out.fail(after.error());
    Desk &desk = (*session)->desk();
    auto page = OperatorSession::await(desk.queue(*query, request.limit, *after));
    if (!page)
        return out.fail(page.error());
    auto counts = OperatorSession::await(desk.counts());
    if (!counts)
        return out.fail(counts.error());

    Json rows = Json::array();
    QStringList lines;
    for (const QueueRow &row : page->rows) {
        rows.push_back(toJson(row));
        lines << lineOf(row);
    }
    Json numbers = Json::object();
    QStringList views;
    for (auto it = counts->cbegin(); it != counts->cend(); ++it) {
        const QString name = stringOr(toJson(QueueQuery{it.key()}), "view");
        numbers[name.toStdString()] = it.value();
        views << QStringLiteral("%1 %2").arg(name).arg(it.value());
    }
    if (lines.isEmpty())
        lines << QStringLiteral("Nothing waits here.");
    if (page->next)
        lines << QStringLiteral("More with --after %1").arg(wordOf(*page->next));
    lines << QStringLiteral("In the views: %1").arg(views.join(QStringLiteral(", ")));
    out.result({{"view", request.view},
                {"rows", std::move(rows)},
                {"next", page->next ? Json(wordOf(*page->next)) : Json()},
                {"counts", std::move(numbers)}},
               lines.join(u'\n'));
    return 0;
}

int showConversation(const CommandContext &context, ConversationId id)
{
    const Output out = context.output();
    auto session = OperatorSession::open(context, systemUserName(), SessionFor::Reading);
    if (!session)
        return out.fail(session.error());
    auto view = (*session)->view(id);
    if (!view)
        return out.fail(view.error());
    out.result(toJson(*view), textOf(*view, context.program()));
    return 0;
}

void addQueue(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("queue", "The conversations of a view, as the window lists them");
    auto request = std::make_shared<QueueRequest>();
    const std::string views = viewNames().join(QStringLiteral(", ")).toStdString();
    command->add_option("--view", request->view, views + ", or the name of a saved view")
        ->capture_default_str();
    command->add_option("--sort", request->sort, "priority, longest_waiting or newest");
    command->add_option("--category", request->category, "Only this category");
    command->add_option("--channel", request->channel, "Only this channel: chat, mail, file or api");
    command->add_flag("--unanswered", request->isUnanswered, "Only where the customer spoke last");
    command->add_option("--search", request->search, "Words or a ticket's number, in all views");
    command->add_option("--limit", request->limit, "Rows at most")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_option("--after", request->after, "Go on where a page ended");
    command->add_option("--as", request->as, "Whose view \"mine\" is; by default who is logged in");
    command->footer("Example:\n  helmdeskctl --json queue --view approvals");
    command->callback([&context, request] { context.exitCode = showQueue(context, *request); });
}

void addShow(CLI::App &app, CommandContext &context)
{
    auto *command =
        app.add_subcommand("show", "A conversation with its draft and what waits, or one message");
    auto conversation = std::make_shared<qint64>(0);
    auto message = std::make_shared<qint64>(0);
    auto asWritten = std::make_shared<bool>(false);
    command->add_option("CONVERSATION", *conversation, "The conversation's number");
    command->add_option("--message", *message, "Show only this message");
    command->add_flag("--original", *asWritten,
                      "The message as it was written, where that is still kept; goes into the audit log. "
                      "Without --message the number is that of a message");
    command->footer("Examples:\n  helmdeskctl show 12\n  helmdeskctl show --message 4711 --original");
    command->callback([&context, conversation, message, asWritten] {
        if ((*conversation > 0) == (*message > 0))
            throw CLI::RequiredError("Either CONVERSATION or --message");
        if (*message == 0 && !*asWritten)
            context.exitCode = showConversation(context, ConversationId{*conversation});
        else
            context.exitCode =
                showMessage(context, MessageId{*message > 0 ? *message : *conversation}, *asWritten);
    });
}

} // namespace

void addQueueCommands(CLI::App &app, CommandContext &context)
{
    addQueue(app, context);
    addShow(app, context);
}

} // namespace Helmdesk
