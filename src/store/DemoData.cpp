#include "store/DemoData.h"

#include "core/ResourcePaths.h"
#include "store/Rows.h"
#include "store/SqliteBusinessBackend.h"
#include "store/SqliteConversationRepository.h"

namespace Helmdesk
{

namespace
{

Result<Json> readJson(const QString &name)
{
    auto text = readResource(name);
    if (!text)
        return std::move(text).error();
    auto json = parseJson(*text);
    if (!json)
        return Error{ErrorKind::Corrupt, QStringLiteral("%1: %2").arg(name, json.error().detail)};
    return json;
}

Result<> refuseUsedWorkspace(Connection &connection)
{
    auto rows = Rows::integer(connection.run(
        QStringLiteral("SELECT (SELECT count(*) FROM customers) + (SELECT count(*) FROM conversations)")));
    if (!rows)
        return std::move(rows).error();
    if (*rows > 0) {
        return Error{ErrorKind::Conflict,
                     QStringLiteral("the workspace holds data already; the sample company needs a new one")};
    }
    return {};
}

struct Sender {
    QString name;
    QString address;
};

Result<Sender> senderOf(Connection &connection, const QString &customer)
{
    auto sender = Rows::first(
        connection.run(QStringLiteral("SELECT name, email FROM customers WHERE id = ?"), customer),
        [](const Statement &row) {
            return Sender{row.text(0), row.text(1)};
        });
    if (!sender)
        return std::move(sender).error();
    if (!sender->has_value())
        return Error{ErrorKind::Corrupt,
                     QStringLiteral("a sample conversation names the unknown customer %1").arg(customer)};
    return std::move(**sender);
}

Result<> addMessages(SqliteConversationRepository &conversations, const Conversation &conversation,
                     const Json &given)
{
    int number = 0;
    for (const Json &item : memberOrNull(given, "messages")) {
        Message message;
        message.conversation = conversation.id;
        message.author = fromName<Author>(stringOr(item, "author")).value_or(Author::Customer);
        message.text = stringOr(item, "text");
        message.fullText = message.text;
        message.subject = conversation.subject;
        message.operatorName = stringOr(item, "by");
        message.externalId = QStringLiteral("%1.%2").arg(conversation.key).arg(++number);
        message.at = fromIso(stringOr(item, "at"));
        if (message.author == Author::Customer)
            message.customer = conversation.customer;
        if (auto stored = conversations.append(message); !stored)
            return std::move(stored).error();
    }
    return {};
}

// What the queue shows of a past conversation, as its runs had left it.
Result<> setRow(Connection &connection, const Conversation &conversation, const Json &given)
{
    const QString status = stringOr(given, "status", nameOf(ConversationStatus::Resolved));
    const Priority priority = fromName<Priority>(stringOr(given, "priority")).value_or(Priority::Normal);
    const bool needsPerson = status == nameOf(ConversationStatus::TakenOver);
    return Rows::done(connection.run(
        QStringLiteral("UPDATE conversations SET status = ?, assignee = ?, category = ?, language = ?, "
                       "priority = ?, attention = ? WHERE id = ?"),
        status, stringOr(given, "assignee"), NullIfEmpty{stringOr(given, "category")},
        stringOr(given, "language", QStringLiteral("en")), static_cast<qint64>(priority), needsPerson,
        conversation.id.value));
}

Result<> addConversation(Database &database, Connection &connection, const Json &given)
{
    ConversationOpening opening;
    opening.channel = fromName<ChannelKind>(stringOr(given, "channel")).value_or(ChannelKind::Mail);
    opening.key = stringOr(given, "key");
    opening.customer = stringOr(given, "customer");
    opening.subject = stringOr(given, "subject");
    const Json &messages = memberOrNull(given, "messages");
    if (!messages.is_array() || messages.empty())
        return Error{ErrorKind::Corrupt, QStringLiteral("a sample conversation has no messages")};
    opening.at = fromIso(stringOr(messages.front(), "at"));
    auto sender = senderOf(connection, opening.customer);
    if (!sender)
        return std::move(sender).error();
    opening.senderName = sender->name;
    opening.senderAddress = sender->address;

    SqliteConversationRepository conversations(database);
    auto conversation = conversations.findOrCreate(opening);
    if (!conversation)
        return std::move(conversation).error();
    if (auto added = addMessages(conversations, *conversation, given); !added)
        return added;
    return setRow(connection, *conversation, given);
}

} // namespace

Result<> loadDemoData(Database &database)
{
    auto backend = readJson(QStringLiteral("demo/backend.json"));
    if (!backend)
        return std::move(backend).error();
    auto conversations = readJson(QStringLiteral("demo/conversations.json"));
    if (!conversations)
        return std::move(conversations).error();
    return database.write([&](Connection &connection) -> Result<> {
        if (auto fresh = refuseUsedWorkspace(connection); !fresh)
            return fresh;
        SqliteBusinessBackend business(database);
        if (auto loaded = business.loadRows(*backend); !loaded)
            return loaded;
        for (const Json &given : *conversations) {
            if (auto added = addConversation(database, connection, given); !added)
                return added;
        }
        return {};
    });
}

} // namespace Helmdesk
