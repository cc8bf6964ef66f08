// The queue and the search of SqliteConversationRepository.
#include "store/SqliteConversationRepository.h"

#include "store/ConversationRows.h"
#include "store/Rows.h"

#include <QSet>

namespace Helmdesk
{

using namespace ConversationRows;

namespace
{

struct Query {
    QString sql;
    QVariantList values;

    template <class Value>
    void add(const QString &condition, const Value &value)
    {
        sql += QStringLiteral(" AND ") + condition;
        values.append(Connection::toVariant(value));
    }
};

Query filtered(const ConversationFilter &filter)
{
    Query query{selectSummaries() + QStringLiteral("WHERE 1"), {}};
    if (filter.needsAttention)
        query.sql += QStringLiteral(" AND c.attention = 1"); // literal, so that the partial index is used
    if (filter.status)
        query.add(QStringLiteral("c.status = ?"), nameOf(*filter.status));
    if (filter.category)
        query.add(QStringLiteral("c.category = ?"), nameOf(*filter.category));
    if (filter.decision)
        query.add(QStringLiteral("c.decision = ?"), nameOf(*filter.decision));
    if (filter.isNotEscalated)
        query.sql += QStringLiteral(" AND c.decision IS NOT 'escalated' AND "
                                    "(c.decision IS NOT NULL OR c.status <> 'taken_over')");
    if (filter.priority)
        query.add(QStringLiteral("c.priority = ?"), static_cast<qint64>(*filter.priority));
    if (filter.assignee)
        query.add(QStringLiteral("c.assignee = ? COLLATE NOCASE"), *filter.assignee);
    if (filter.assignee && !filter.assignee->isEmpty())
        query.sql += QStringLiteral(" AND c.assignee <> ''"); // literal, as above
    if (filter.channel)
        query.add(QStringLiteral("c.channel = ?"), nameOf(*filter.channel));
    if (filter.isOpen)
        query.sql += QStringLiteral(" AND c.status <> 'resolved'");
    if (filter.awaitsApproval)
        query.sql += QStringLiteral(" AND c.pending_approvals > 0"); // literal, as above
    if (filter.isUnanswered)
        query.sql += QStringLiteral(" AND c.last_author = 'customer'");
    if (!filter.customer.isEmpty())
        query.add(QStringLiteral("c.customer = ?"), filter.customer);
    return query;
}

void continueAfter(Query &query, ConversationSort sort, const ConversationCursor &cursor)
{
    switch (sort) {
    case ConversationSort::Priority:
        query.sql +=
            QStringLiteral(" AND ((c.status = 'resolved'), -c.priority, c.updated, c.id) > (?, ?, ?, ?)");
        query.values.append(Connection::toVariant(cursor.isResolved));
        query.values.append(Connection::toVariant(-cursor.priority));
        break;
    case ConversationSort::UpdatedNewest:
        query.sql += QStringLiteral(" AND (c.updated, c.id) < (?, ?)");
        break;
    case ConversationSort::UpdatedOldest:
        query.sql += QStringLiteral(" AND (c.updated, c.id) > (?, ?)");
        break;
    }
    query.values.append(Connection::toVariant(cursor.updatedAt));
    query.values.append(Connection::toVariant(cursor.id));
}

QString orderBy(ConversationSort sort)
{
    switch (sort) {
    case ConversationSort::Priority:
        return QStringLiteral(" ORDER BY (c.status = 'resolved'), -c.priority, c.updated, c.id LIMIT ?");
    case ConversationSort::UpdatedOldest:
        return QStringLiteral(" ORDER BY c.updated, c.id LIMIT ?");
    case ConversationSort::UpdatedNewest:
        break;
    }
    return QStringLiteral(" ORDER BY c.updated DESC, c.id DESC LIMIT ?");
}

} // namespace

Result<ConversationPage>
SqliteConversationRepository::list(const ConversationFilter &filter, ConversationSort sort, int limit,
                                   const std::optional<ConversationCursor> &after) const
{
    return m_database.read([&](Connection &connection) -> Result<ConversationPage> {
        Query query = filtered(filter);
        if (after)
            continueAfter(query, sort, *after);
        query.sql += orderBy(sort);
        const int wanted = std::max(limit, 1);
        query.values.append(Connection::toVariant(wanted + 1)); // one more tells whether there is a next page
        auto rows = Rows::all(connection.execute(query.sql, query.values), summaryOf);
        if (!rows)
            return std::move(rows).error();
        ConversationPage page{std::move(*rows), std::nullopt};
        if (std::ssize(page.rows) > wanted) {
            page.rows.pop_back();
            const ConversationSummary &last = page.rows.back();
            page.next = ConversationCursor{static_cast<int>(last.priority),
                                           toIso(last.conversation.updatedAt), last.conversation.id.value,
                                           last.conversation.status == ConversationStatus::Resolved};
        }
        return page;
    });
}

Result<std::optional<ConversationSummary>> SqliteConversationRepository::summary(ConversationId id) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(connection.run(selectSummaries() + QStringLiteral("WHERE c.id = ?"), id.value),
                           summaryOf);
    });
}

Result<ConversationCounts> SqliteConversationRepository::counts() const
{
    return m_database.read([](Connection &connection) -> Result<ConversationCounts> {
        auto rows = connection.run(QStringLiteral("SELECT status, category, decision, attention, count(*) "
                                                  "FROM conversations GROUP BY 1, 2, 3, 4"));
        if (!rows)
            return std::move(rows).error();
        ConversationCounts counts;
        while (rows->next()) {
            const int n = static_cast<int>(rows->integer(4));
            const auto status =
                fromName<ConversationStatus>(rows->text(0)).value_or(ConversationStatus::Open);
            counts.total += n;
            counts.byStatus[status] += n;
            counts.needsAttention += rows->boolean(3) ? n : 0;
            if (status == ConversationStatus::Resolved)
                continue;
            if (const auto category = fromName<Category>(rows->text(1)))
                counts.byCategory[*category] += n;
            const auto decision = fromName<Decision>(rows->text(2));
            if (decision)
                counts.byDecision[*decision] += n;
            const bool isTaken = !decision && status == ConversationStatus::TakenOver; // its operator's alone
            if (rows->boolean(3) && !isTaken) // what waits and is not escalated is to be looked at
                counts.waitingByDecision[decision == Decision::Escalated ? Decision::Escalated
                                                                         : Decision::NeedsReview] += n;
        }
        if (auto failure = rows->failure())
            return std::move(*failure);
        return counts;
    });
}

Result<std::vector<ConversationSummary>> SqliteConversationRepository::search(const QString &text,
                                                                              int limit) const
{
    std::vector<ConversationSummary> found;
    const QString match = matchQuery(text);
    if (match.isEmpty() || limit <= 0)
        return found;
    return m_database.read([&](Connection &connection) -> Result<std::vector<ConversationSummary>> {
        // Newest first, so that it ends as soon as there are enough, however common the words are.
        auto hits = connection.run(
            QStringLiteral("SELECT m.conversation, snippet(messages_fts, -1, char(2), char(3), '\u2026', 14) "
                           "FROM messages_fts JOIN messages m ON m.id = messages_fts.rowid "
                           "WHERE messages_fts MATCH ? ORDER BY messages_fts.rowid DESC"),
            match);
        if (!hits)
            return std::move(hits).error();
        QSet<qint64> seen;
        while (std::ssize(found) < limit && hits->next()) {
            const qint64 id = hits->integer(0);
            if (seen.contains(id))
                continue;
            seen.insert(id);
            auto row = summary({id});
            if (!row)
                return std::move(row).error();
            if (!row->has_value())
                continue;
            (*row)->excerpt = hits->text(1).simplified();
            found.push_back(std::move(**row));
        }
        if (auto failure = hits->failure())
            return std::move(*failure);
        return found;
    });
}

} // namespace Helmdesk
