#include "store/SqliteConversationRepository.h"

#include "store/ConversationRows.h"
#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

#include <QCryptographicHash>

namespace Helmdesk
{

using namespace ConversationRows;

namespace
{

constexpr int snippetLength = 160;

// The conversation that an incoming message continues, if any.
Result<std::optional<Conversation>> findExisting(Connection &connection, const ConversationOpening &opening)
{
    const QString select = QStringLiteral("SELECT ") + conversationColumns() +
                           QStringLiteral(" FROM conversations c WHERE c.channel = ? AND ");
    const auto one = [](const Statement &row) { return conversationOf(row); };
    const QString channel = nameOf(opening.channel);
    if (!opening.key.isEmpty()) {
        return Rows::first(connection.run(select + QStringLiteral("c.key = ?"), channel, opening.key), one);
    }
    const QString inSession =
        QStringLiteral(" AND c.key IS NULL AND c.status <> 'resolved' AND c.updated >= ? "
                       "ORDER BY c.updated DESC, c.id DESC LIMIT 1");
    const QString since = Rows::stamp(opening.at.addSecs(-opening.sessionTtlSeconds));
    if (!opening.customer.isEmpty()) {
        return Rows::first(connection.run(select + QStringLiteral("c.customer = ?") + inSession, channel,
                                          opening.customer, since),
                           one);
    }
    if (!opening.senderAddress.isEmpty()) {
        return Rows::first(
            connection.run(select +
                               QStringLiteral("c.customer IS NULL AND c.sender_address <> '' AND "
                                              "c.sender_address = ? COLLATE NOCASE") +
                               inSession,
                           channel, opening.senderAddress, since),
            one);
    }
    return std::optional<Conversation>();
}

Result<> fillIn(Connection &connection, Conversation &conversation, const ConversationOpening &opening)
{
    const auto missing = [](const QString &known, const QString &offered) {
        return known.isEmpty() && !offered.isEmpty();
    };
    if (!missing(conversation.senderAddress, opening.senderAddress) &&
        !missing(conversation.senderName, opening.senderName) &&
        !missing(conversation.subject, opening.subject))
        return {};
    const auto keep = [](QString &known, const QString &offered) {
        if (known.isEmpty())
            known = offered;
    };
    keep(conversation.senderAddress, opening.senderAddress);
    keep(conversation.senderName, opening.senderName);
    keep(conversation.subject, opening.subject);
    connection.announce(Topic::Conversations, conversation.id.value);
    return Rows::done(connection.run(
        QStringLiteral(
            "UPDATE conversations SET sender_address = ?, sender_name = ?, subject = ? WHERE id = ?"),
        conversation.senderAddress, conversation.senderName, conversation.subject, conversation.id.value));
}

Result<Conversation> create(Connection &connection, const ConversationOpening &opening)
{
    Conversation made;
    made.channel = opening.channel;
    made.key = opening.key;
    made.customer = opening.customer;
    made.senderAddress = opening.senderAddress;
    made.senderName = opening.senderName;
    made.subject = opening.subject;
    made.createdAt = fromIso(Rows::stamp(opening.at));
    made.updatedAt = made.createdAt;
    auto language = Rows::first(
        connection.run(QStringLiteral("SELECT language FROM customers WHERE id = ?"), opening.customer),
        [](const Statement &row) { return row.text(0); });
    if (!language)
        return std::move(language).error();
    made.language = language->value_or(made.language);
    auto inserted = connection.run(
        QStringLiteral("INSERT INTO conversations (channel, key, customer, sender_address, sender_name, "
                       "subject, language, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        nameOf(made.channel), NullIfEmpty{made.key}, NullIfEmpty{made.customer}, made.senderAddress,
        made.senderName, made.subject, made.language, toIso(made.createdAt), toIso(made.updatedAt));
    if (!inserted)
        return std::move(inserted).error();
    made.id.value = inserted->lastInsertId();
    connection.announce(Topic::Conversations, made.id.value);
    return made;
}

// The conversation's row after a message of `author`: what a customer says reopens it, a reply leaves it
// waiting for the customer and needs nobody any more; notes only count.
QString updateAfter(Author author)
{
    const QString common = QStringLiteral("UPDATE conversations SET updated = max(updated, ?), "
                                          "message_count = message_count + 1");
    switch (author) {
    case Author::Customer:
        return common + QStringLiteral(", snippet = ?, last_author = ?, "
                                       "status = CASE status WHEN 'taken_over' THEN status ELSE 'open' END, "
                                       "attention = CASE status WHEN 'taken_over' THEN 1 ELSE attention END "
                                       "WHERE id = ?");
    case Author::Agent: // that a person was called is no answer: who waits for one still does
        return common + QStringLiteral(", snippet = ?, last_author = ?, "
                                       "status = CASE WHEN status = 'open' AND decision IS NOT 'escalated' "
                                       "THEN 'waiting' ELSE status END, "
                                       "attention = CASE WHEN status = 'taken_over' THEN 1 "
                                       "WHEN decision IS 'escalated' THEN attention ELSE 0 END "
                                       "WHERE id = ?");
    case Author::Operator:
        return common + QStringLiteral(", snippet = ?, last_author = ?, "
                                       "status = CASE status WHEN 'open' THEN 'waiting' ELSE status END, "
                                       "attention = CASE status WHEN 'taken_over' THEN 1 ELSE 0 END "
                                       "WHERE id = ?");
    case Author::Note:
    case Author::System:
        break;
    }
    return common + QStringLiteral(" WHERE id = ?");
}

QDateTime arrivalOf(const Message &message)
{
    return message.arrivedAt.isValid() ? message.arrivedAt : message.at;
}

Result<> moveForward(Connection &connection, const Message &message)
{
    const QString at = Rows::stamp(arrivalOf(message));
    const qint64 id = message.conversation.value;
    connection.announce(Topic::Conversations, id);
    if (message.author == Author::Note || message.author == Author::System)
        return Rows::done(connection.run(updateAfter(message.author), at, id));
    const QString snippet = message.text.left(4 * snippetLength).simplified().left(snippetLength);
    return Rows::done(connection.run(updateAfter(message.author), at, snippet, nameOf(message.author), id));
}

QString fingerprintOf(const Message &message)
{
    if (!message.fingerprint.isEmpty() || message.externalId.isEmpty())
        return message.fingerprint;
    return QString::fromLatin1(
        QCryptographicHash::hash(message.text.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

// Takes the bytes out of the list and tells which of them are kept: what is not too large, in order.
std::vector<std::pair<int, QByteArray>> takeBytes(QList<Attachment> &attachments)
{
    std::vector<std::pair<int, QByteArray>> kept;
    qint64 total = 0;
    for (int i = 0; i < attachments.size(); ++i) {
        const QByteArray bytes = std::exchange(attachments[i].content, {});
        attachments[i].isKept = !bytes.isEmpty() && bytes.size() <= largestKeptAttachment &&
                                total + bytes.size() <= largestKeptAttachments;
        if (!attachments[i].isKept)
            continue;
        total += bytes.size();
        kept.emplace_back(i, bytes);
    }
    return kept;
}

Result<> keepBytes(Connection &connection, MessageId message,
                   const std::vector<std::pair<int, QByteArray>> &kept)
{
    for (const auto &[position, bytes] : kept) {
        auto stored = Rows::done(connection.run(
            QStringLiteral("INSERT INTO attachment_bytes (message, position, bytes) VALUES (?, ?, ?)"),
            message.value, position, bytes));
        if (!stored)
            return stored;
    }
    return {};
}

struct Sender {
    QString channel;
    QString name;
    QString address;
};

Result<Sender> senderOf(Connection &connection, ConversationId id)
{
    auto sender = Rows::first(
        connection.run(
            QStringLiteral("SELECT channel, sender_name, sender_address FROM conversations WHERE id = ?"),
            id.value),
        [](const Statement &row) {
            return Sender{row.text(0), row.text(1), row.text(2)};
        });
    if (!sender)
        return std::move(sender).error();
    if (!sender->has_value())
        return Error{ErrorKind::NotFound, QStringLiteral("there is no such conversation")};
    return std::move(**sender);
}

// One audited change of a conversation's row; `after` holds what the audit log keeps.
template <class... Values>
Result<> auditedUpdate(Database &database, ConversationId id, const QString &by, const QDateTime &at,
                       const QString &action, const Json &after, const QString &sql, const Values &...values)
{
    return database.write([&](Connection &connection) -> Result<> {
        auto done = Rows::changed(connection.run(sql, values..., id.value), QStringLiteral("conversation"));
        if (!done)
            return done;
        connection.announce(Topic::Conversations, id.value);
        return SqliteAuditLog::append(
            connection, {at, by, action, QStringLiteral("conversation:%1").arg(id.value), after});
    });
}

} // namespace

SqliteConversationRepository::SqliteConversationRepository(Database &database)
    : m_database(database)
{
}

Result<Conversation> SqliteConversationRepository::findOrCreate(const ConversationOpening &opening)
{
    return m_database.write([&](Connection &connection) -> Result<Conversation> {
        auto existing = findExisting(connection, opening);
        if (!existing)
            return std::move(existing).error();
        if (!existing->has_value())
            return create(connection, opening);
        if (auto filled = fillIn(connection, **existing, opening); !filled)
            return std::move(filled).error();
        return std::move(**existing);
    });
}

Result<std::optional<Conversation>> SqliteConversationRepository::get(ConversationId id) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(connection.run(QStringLiteral("SELECT ") + conversationColumns() +
                                              QStringLiteral(" FROM conversations c WHERE c.id = ?"),
                                          id.value),
                           [](const Statement &row) { return conversationOf(row); });
    });
}

Result<std::optional<Conversation>> SqliteConversationRepository::findByKey(ChannelKind channel,
                                                                            const QString &key) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(QStringLiteral("SELECT ") + conversationColumns() +
                               QStringLiteral(" FROM conversations c WHERE c.channel = ? AND c.key = ? "
                                              "ORDER BY c.id DESC LIMIT 1"),
                           nameOf(channel), key),
            [](const Statement &row) { return conversationOf(row); });
    });
}

Result<std::vector<Conversation>> SqliteConversationRepository::findByExternalId(ChannelKind channel,
                                                                                 const QString &id) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(
                QStringLiteral("SELECT ") + conversationColumns() +
                    QStringLiteral(
                        " FROM conversations c WHERE c.id IN ("
                        "SELECT conversation FROM messages WHERE channel = ? AND external_id = ? UNION "
                        "SELECT conversation FROM outbox WHERE channel = ? AND external_id = ?) "
                        "ORDER BY c.id DESC LIMIT 20"),
                nameOf(channel), id, nameOf(channel), id),
            [](const Statement &row) { return conversationOf(row); });
    });
}

Result<std::optional<MessageId>> SqliteConversationRepository::delivered(ChannelKind channel,
                                                                         const QString &externalId,
                                                                         const QString &fingerprint) const
{
    if (externalId.isEmpty())
        return std::optional<MessageId>();
    return m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(QStringLiteral("SELECT id FROM messages WHERE channel = ? AND external_id = ? "
                                          "AND fingerprint = ?"),
                           nameOf(channel), externalId, fingerprint),
            [](const Statement &row) { return MessageId{row.integer(0)}; });
    });
}

Result<AppendedMessage> SqliteConversationRepository::append(const Message &message)
{
    return m_database.write([&](Connection &connection) -> Result<AppendedMessage> {
        auto sender = senderOf(connection, message.conversation);
        if (!sender)
            return std::move(sender).error();
        const QString fingerprint = fingerprintOf(message);
        if (!message.externalId.isEmpty()) {
            // What an older version stored has no fingerprint; its text tells.
            auto known = Rows::integer(
                connection.run(QStringLiteral("SELECT id FROM messages WHERE channel = ? AND external_id = ? "
                                              "AND (fingerprint = ? OR (fingerprint = '' AND text = ?))"),
                               sender->channel, message.externalId, fingerprint, message.text));
            if (!known)
                return std::move(known).error();
            if (*known > 0)
                return AppendedMessage{{*known}, true};
        }
        const bool isCut = !message.fullText.isEmpty() && message.fullText != message.text;
        const QString begunBy = (sender->name + QLatin1Char(' ') + sender->address).trimmed();
        const QString writtenBy = message.sender.isEmpty() ? begunBy : message.sender;
        const QString who = message.author == Author::Customer ? writtenBy : message.operatorName;
        QList<Attachment> attachments = message.attachments;
        // Those of a reply lie with its outbox row, stored once.
        const bool isReply =
            message.author != Author::Customer && message.externalId.startsWith(QLatin1String("outbox:"));
        const auto kept = isReply ? std::vector<std::pair<int, QByteArray>>() : takeBytes(attachments);
        auto inserted = connection.run(
            QStringLiteral("INSERT INTO messages (conversation, channel, author, text, full_text, subject, "
                           "external_id, fingerprint, customer, operator_name, sender, attachments, "
                           "is_automatic, at, arrived, cc, forwarded_from) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            message.conversation.value, sender->channel, nameOf(message.author), message.text,
            isCut ? std::optional(message.fullText) : std::nullopt, message.subject,
            NullIfEmpty{message.externalId}, fingerprint, NullIfEmpty{message.customer}, message.operatorName,
            who, toJson(attachments), message.isAutomatic, Rows::stamp(message.at),
            Rows::stamp(arrivalOf(message)), message.cc, message.forwardedFrom);
        if (!inserted)
            return std::move(inserted).error();
        const MessageId id{inserted->lastInsertId()};
        if (auto stored = keepBytes(connection, id, kept); !stored)
            return std::move(stored).error();
        if (auto moved = moveForward(connection, message); !moved)
            return std::move(moved).error();
        return AppendedMessage{id, false};
    });
}

Result<std::optional<Message>> SqliteConversationRepository::message(MessageId id) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(connection.run(QStringLiteral("SELECT ") + messageColumns() +
                                              QStringLiteral(" FROM messages m WHERE m.id = ?"),
                                          id.value),
                           messageOf);
    });
}

Result<std::optional<QByteArray>> SqliteConversationRepository::attachment(MessageId id, int position) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(
                QStringLiteral(
                    "SELECT bytes FROM attachment_bytes WHERE message = ? AND position = ? UNION ALL "
                    "SELECT file.bytes FROM reply_files file JOIN messages reply ON reply.external_id = "
                    "'outbox:' || file.outbox AND reply.conversation = file.conversation WHERE reply.id = ? "
                    "AND reply.author IN ('agent', 'operator') AND file.position = ?"),
                id.value, position, id.value, position),
            [](const Statement &row) { return row.blob(0); });
    });
}

Result<std::vector<Message>> SqliteConversationRepository::history(ConversationId id, int limit) const
{
    auto messages = m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(
                QStringLiteral("SELECT ") + messageColumns() +
                    QStringLiteral(" FROM messages m WHERE m.conversation = ? ORDER BY m.id DESC LIMIT ?"),
                id.value, limit > 0 ? limit : -1),
            messageOf);
    });
    if (messages)
        std::ranges::reverse(*messages);
    return messages;
}

// A browser asks this all the time: nothing is read that it does not show.
Result<std::vector<Message>> SqliteConversationRepository::publicMessages(ConversationId id, MessageId after,
                                                                          int limit) const
{
    const auto shownOf = [id](const Statement &row) {
        Message message;
        message.id.value = row.integer(0);
        message.conversation = id;
        message.author = fromName<Author>(row.text(1)).value_or(Author::Customer);
        message.text = row.text(2);
        message.operatorName = row.text(3);
        message.at = fromIso(row.text(4));
        message.attachments = attachmentsFrom(row.json(5));
        return message;
    };
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(QStringLiteral("SELECT id, author, text, operator_name, at, attachments FROM "
                                          "messages WHERE conversation = ? AND id > ? AND author NOT IN "
                                          "('note', 'system') ORDER BY id LIMIT ?"),
                           id.value, after.value, limit),
            shownOf);
    });
}

Result<std::vector<Message>> SqliteConversationRepository::unansweredMessages() const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(
                QStringLiteral("SELECT ") + messageColumns() +
                QStringLiteral(
                    " FROM waiting_messages w JOIN messages m ON m.id = w.message "
                    "JOIN conversations c ON c.id = m.conversation WHERE c.status IN ('open', 'waiting') "
                    "AND NOT EXISTS (SELECT 1 FROM runs r WHERE r.message = m.id AND r.state = 'cancelled') "
                    "ORDER BY m.id")),
            messageOf);
    });
}

Result<> SqliteConversationRepository::takeOver(ConversationId id, const QString &operatorName,
                                                const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto holder = Rows::first(
            connection.run(QStringLiteral("SELECT status, assignee FROM conversations WHERE id = ?"),
                           id.value),
            [](const Statement &row) { return std::pair(row.text(0), row.text(1)); });
        if (!holder)
            return std::move(holder).error();
        if (!holder->has_value())
            return Error{ErrorKind::NotFound, QStringLiteral("there is no such conversation")};
        const auto &[status, assignee] = **holder;
        if (status == nameOf(ConversationStatus::TakenOver) && !assignee.isEmpty() &&
            assignee.compare(operatorName, Qt::CaseInsensitive) != 0)
            return Error{ErrorKind::Conflict,
                         QStringLiteral("another operator has taken the conversation over")};
        return auditedUpdate(m_database, id, operatorName, at, QStringLiteral("conversation.taken_over"),
                             Json::object(),
                             QStringLiteral("UPDATE conversations SET status = 'taken_over', assignee = ?, "
                                            "attention = 1 WHERE id = ?"),
                             operatorName);
    });
}

Result<> SqliteConversationRepository::handBack(ConversationId id, const QString &operatorName,
                                                const QDateTime &at)
{
    return auditedUpdate(
        m_database, id, operatorName, at, QStringLiteral("conversation.handed_back"), Json::object(),
        QStringLiteral("UPDATE conversations SET assignee = '', attention = max(last_author = 'customer', "
                       "decision IS 'escalated' AND last_author = 'agent', "
                       "has_draft, pending_approvals > 0), status = CASE status WHEN 'taken_over' THEN "
                       "'open' ELSE status END WHERE id = ?"));
}

Result<> SqliteConversationRepository::setStatus(ConversationId id, ConversationStatus status,
                                                 const QString &by, const QDateTime &at)
{
    return auditedUpdate(m_database, id, by, at, QStringLiteral("conversation.status"),
                         {{"status", nameOf(status)}},
                         QStringLiteral("UPDATE conversations SET status = ?, attention = CASE ? "
                                        "WHEN 'resolved' THEN 0 WHEN 'taken_over' THEN 1 ELSE max(attention, "
                                        "has_draft, pending_approvals > 0, decision IS 'escalated' AND "
                                        "last_author <> 'operator') END WHERE id = ?"),
                         nameOf(status), nameOf(status));
}

Result<> SqliteConversationRepository::putBack(const ConversationPlace &place, const QString &by,
                                               const QDateTime &at)
{
    return auditedUpdate(
        m_database, place.id, by, at, QStringLiteral("conversation.put_back"),
        {{"status", nameOf(place.status)}, {"assignee", place.assignee}},
        QStringLiteral("UPDATE conversations SET status = ?, assignee = ?, attention = ? WHERE id = ?"),
        nameOf(place.status), place.assignee, place.needsAttention);
}

Result<> SqliteConversationRepository::setAssignee(ConversationId id, const QString &assignee,
                                                   const QDateTime &at)
{
    return auditedUpdate(m_database, id, assignee, at, QStringLiteral("conversation.assigned"),
                         {{"assignee", assignee}},
                         QStringLiteral("UPDATE conversations SET assignee = ? WHERE id = ?"), assignee);
}

Result<> SqliteConversationRepository::setCategory(ConversationId id, Category category, const QString &by,
                                                   const QDateTime &at)
{
    return auditedUpdate(
        m_database, id, by, at, QStringLiteral("conversation.category"), {{"category", nameOf(category)}},
        QStringLiteral("UPDATE conversations SET category = ? WHERE id = ?"), nameOf(category));
}

Result<> SqliteConversationRepository::setReminder(ConversationId id, const Reminder &reminder)
{
    return m_database.write([&](Connection &connection) {
        connection.announce(Topic::Conversations, id.value);
        const std::optional<QString> due =
            reminder.due.isValid() ? std::optional(toIso(reminder.due)) : std::nullopt;
        return Rows::changed(
            connection.run(QStringLiteral("UPDATE conversations SET due = ?, promise = ? WHERE id = ?"), due,
                           due ? reminder.promise : QString(), id.value),
            QStringLiteral("conversation"));
    });
}

Result<int> SqliteConversationRepository::raiseDue(const QDateTime &now)
{
    const QString at = toIso(now);
    const auto isDue =
        QStringLiteral("due IS NOT NULL AND due <= ? AND attention = 0 AND status <> 'resolved'");
    auto waiting = m_database.read([&](Connection &connection) {
        return Rows::integer(
            connection.run(QStringLiteral("SELECT count(*) FROM conversations WHERE ") + isDue, at));
    });
    if (!waiting || *waiting == 0)
        return waiting ? Result<int>(0) : Result<int>(std::move(waiting).error());
    return m_database.write([&](Connection &connection) -> Result<int> {
        auto raised = connection.run(
            QStringLiteral("UPDATE conversations SET attention = 1, priority = max(priority, 2) WHERE ") +
                isDue,
            at);
        if (!raised)
            return std::move(raised).error();
        connection.announce(Topic::Conversations);
        return raised->changes();
    });
}

Result<> SqliteConversationRepository::linkCustomer(ConversationId id, const QString &customer,
                                                    const QString &by, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto known = Rows::integer(
            connection.run(QStringLiteral("SELECT count(*) FROM customers WHERE id = ?"), customer));
        if (!known)
            return std::move(known).error();
        if (!customer.isEmpty() && *known == 0)
            return Error{ErrorKind::NotFound, QStringLiteral("there is no customer \"%1\"").arg(customer)};
        return auditedUpdate(
            m_database, id, by, at, QStringLiteral("conversation.linked"), {{"customer", customer}},
            QStringLiteral("UPDATE conversations SET linked_customer = ?, linked_by = ? WHERE id = ?"),
            NullIfEmpty{customer}, customer.isEmpty() ? QString() : by);
    });
}

Result<> SqliteConversationRepository::setLanguage(ConversationId id, const QString &language)
{
    return m_database.write([&](Connection &connection) {
        connection.announce(Topic::Conversations, id.value);
        return Rows::changed(
            connection.run(QStringLiteral("UPDATE conversations SET language = ? WHERE id = ?"), language,
                           id.value),
            QStringLiteral("conversation"));
    });
}

Result<Json> SqliteConversationRepository::memory(ConversationId id) const
{
    return m_database.read([&](Connection &connection) -> Result<Json> {
        auto memory = Rows::first(
            connection.run(QStringLiteral("SELECT memory FROM conversations WHERE id = ?"), id.value),
            [](const Statement &row) { return row.json(0); });
        if (!memory)
            return std::move(memory).error();
        if (!memory->has_value())
            return Error{ErrorKind::NotFound, QStringLiteral("there is no such conversation")};
        return (*memory)->is_object() ? std::move(**memory) : Json::object();
    });
}

Result<> SqliteConversationRepository::setMemory(ConversationId id, const Json &memory)
{
    return m_database.write([&](Connection &connection) {
        return Rows::changed(
            connection.run(QStringLiteral("UPDATE conversations SET memory = ? WHERE id = ?"), memory,
                           id.value),
            QStringLiteral("conversation"));
    });
}

} // namespace Helmdesk
