#include "store/SqliteTicketRepository.h"

#include "store/Rows.h"
#include "store/SqliteAuditLog.h"
#include "store/SqliteNotificationRepository.h"

namespace Helmdesk
{

namespace
{

QString selectTickets()
{
    return QStringLiteral(
        "SELECT id, key, conversation, customer, category, subject, summary, priority, reasons, "
        "created, status FROM tickets ");
}

Ticket ticketOf(const Statement &row)
{
    Ticket ticket;
    ticket.id.value = row.integer(0);
    ticket.record.key = row.text(1);
    ticket.record.conversation.value = row.integer(2);
    ticket.record.customer = row.text(3);
    ticket.record.category = fromName<Category>(row.text(4)).value_or(Category::Escalate);
    ticket.record.subject = row.text(5);
    ticket.record.summary = row.text(6);
    ticket.record.priority = fromName<Priority>(row.text(7)).value_or(Priority::Normal);
    ticket.record.reasons = Rows::reasonsFrom(row.json(8));
    ticket.record.createdAt = fromIso(row.text(9));
    ticket.status = Rows::enumFrom(row.text(10), TicketStatus::Solved, TicketStatus::Open);
    return ticket;
}

Result<TicketId> insert(Connection &connection, const NewTicket &ticket)
{
    auto inserted = connection.run(
        QStringLiteral("INSERT INTO tickets (customer, category, subject, priority, created, conversation, "
                       "summary, reasons, key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        NullIfEmpty{ticket.customer}, nameOf(ticket.category), ticket.subject, nameOf(ticket.priority),
        Rows::stamp(ticket.createdAt), Rows::reference(ticket.conversation), ticket.summary,
        Rows::toJsonList(ticket.reasons), NullIfEmpty{ticket.key});
    if (!inserted)
        return std::move(inserted).error();
    return TicketId{inserted->lastInsertId()};
}

} // namespace

SqliteTicketRepository::SqliteTicketRepository(Database &database)
    : m_database(database)
{
}

Result<TicketId> SqliteTicketRepository::create(const NewTicket &ticket)
{
    return m_database.write([&](Connection &connection) -> Result<TicketId> {
        if (!ticket.key.isEmpty()) {
            auto known = Rows::integer(
                connection.run(QStringLiteral("SELECT id FROM tickets WHERE key = ?"), ticket.key));
            if (!known)
                return std::move(known).error();
            if (*known > 0)
                return TicketId{*known};
        }
        auto id = insert(connection, ticket);
        if (!id)
            return id;
        Notification notice;
        notice.conversation = ticket.conversation;
        notice.ticket = *id;
        notice.priority = ticket.priority;
        notice.text = QStringLiteral("Ticket #%1: %2").arg(id->value).arg(ticket.subject);
        notice.at = ticket.createdAt;
        if (auto added = SqliteNotificationRepository::add(connection, notice); !added)
            return std::move(added).error();
        connection.announce(Topic::Tickets, id->value);
        auto audited = SqliteAuditLog::append(connection, {ticket.createdAt,
                                                           QStringLiteral("agent"),
                                                           QStringLiteral("ticket.opened"),
                                                           QStringLiteral("ticket:%1").arg(id->value),
                                                           {{"category", nameOf(ticket.category)},
                                                            {"priority", nameOf(ticket.priority)},
                                                            {"reasons", Rows::toJsonList(ticket.reasons)}}});
        if (!audited)
            return std::move(audited).error();
        return id;
    });
}

Result<std::optional<Ticket>> SqliteTicketRepository::get(TicketId id) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(connection.run(selectTickets() + QStringLiteral("WHERE id = ?"), id.value),
                           ticketOf);
    });
}

Result<std::vector<Ticket>> SqliteTicketRepository::recent(const QString &customer, int limit) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(selectTickets() + QStringLiteral("WHERE customer = ? "
                                                            "ORDER BY created DESC, id DESC LIMIT ?"),
                           customer, limit),
            ticketOf);
    });
}

Result<std::vector<Ticket>> SqliteTicketRepository::open(int limit) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(selectTickets() + QStringLiteral("WHERE status <> 'solved' ORDER BY CASE priority "
                                                            "WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 "
                                                            "WHEN 'normal' THEN 2 ELSE 3 END, id LIMIT ?"),
                           limit),
            ticketOf);
    });
}

Result<> SqliteTicketRepository::setStatus(TicketId id, TicketStatus status, const QString &by,
                                           const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto done = Rows::changed(connection.run(QStringLiteral("UPDATE tickets SET status = ? WHERE id = ?"),
                                                 nameOf(status), id.value),
                                  QStringLiteral("ticket"));
        if (!done)
            return done;
        connection.announce(Topic::Tickets, id.value);
        return SqliteAuditLog::append(connection, {at,
                                                   by,
                                                   QStringLiteral("ticket.status"),
                                                   QStringLiteral("ticket:%1").arg(id.value),
                                                   {{"status", nameOf(status)}}});
    });
}

} // namespace Helmdesk
