#include "store/SqliteInsightsRepository.h"

#include "pipeline/DraftRepository.h"
#include "pipeline/TrainingRepository.h"
#include "store/Rows.h"
#include "store/Snapshot.h"

#include <QHash>

namespace Helmdesk
{
namespace
{

constexpr qint64 rowsBetweenChecks = 4096;

// What a filter says of the conversation `c`, and of a time. In stored times, which sort as text.
struct Condition {
    QString sql;
    QVariantList values;
};

Condition conditionOf(const InsightFilter &filter, const QString &time)
{
    Condition condition{QStringLiteral("1 = 1"), {}};
    const auto also = [&](const QString &sql, const QString &value) {
        condition.sql += QStringLiteral(" AND ") + sql;
        condition.values << Connection::toVariant(value);
    };
    if (const QDateTime begin = filter.begin(); begin.isValid())
        also(time + QStringLiteral(" >= ?"), toIso(begin));
    if (const QDateTime end = filter.end(); end.isValid())
        also(time + QStringLiteral(" < ?"), toIso(end));
    if (filter.channel)
        also(QStringLiteral("c.channel = ?"), nameOf(*filter.channel));
    if (filter.category)
        also(QStringLiteral("c.category = ?"), nameOf(*filter.category));
    return condition;
}

QString seconds(const QString &time)
{
    return QStringLiteral("CAST(strftime('%s', ") + time + QStringLiteral(") AS INTEGER)");
}

// What belongs to the conversations beside their messages.
struct Parts {
    QHash<qint64, std::vector<InsightRecord::Mark>> marks;
    QHash<qint64, std::vector<InsightRecord::Escalated>> escalated;
    QHash<qint64, std::vector<InsightRecord::Drafted>> drafts;
    struct Cost {
        qint64 calls = 0;
        qint64 unpriced = 0;
        qint64 nano = 0;
    };
    QHash<qint64, Cost> costs;
};

// Reads each row of a query by `read(const Statement &)`.
template <class Read>
Result<> each(Connection &connection, const QString &sql, const QVariantList &values,
              const RunControl &control, Read read)
{
    auto rows = connection.execute(sql, values);
    if (!rows)
        return std::move(rows).error();
    for (qint64 row = 0; rows->next(); ++row) {
        if (row % rowsBetweenChecks == 0) {
            if (auto wanted = control.check(); !wanted)
                return wanted;
        }
        read(*rows);
    }
    if (auto failure = rows->failure())
        return std::move(*failure);
    return {};
}

InsightRecord::Drafted draftedOf(const Statement &row)
{
    using enum InsightRecord::Drafted::Fate;
    const QString state = row.text(1);
    InsightRecord::Drafted draft;
    draft.fate = state == nameOf(DraftState::SentUnchanged) ? Unchanged
                 : state == nameOf(DraftState::Edited)      ? Edited
                 : state == nameOf(DraftState::Rejected)    ? Rejected
                                                            : Unjudged;
    draft.before = row.text(2);
    draft.after = row.text(3);
    return draft;
}

Result<> readDrafts(Connection &connection, const Condition &of, const RunControl &control, Parts &parts)
{
    return each(connection,
                QStringLiteral("SELECT d.conversation, d.state, CASE d.state WHEN 'edited' THEN d.text END, "
                               "CASE d.state WHEN 'edited' THEN d.final_text END FROM conversations c "
                               "JOIN drafts d ON d.conversation = c.id WHERE ") +
                    of.sql,
                of.values, control,
                [&](const Statement &row) { parts.drafts[row.integer(0)].push_back(draftedOf(row)); });
}

// Of several verdicts on an escalation the last one stands.
Result<> readEscalations(Connection &connection, const Condition &of, const RunControl &control, Parts &parts)
{
    const QString sql =
        QStringLiteral("SELECT o.conversation, json_extract(o.document, '$.escalation_reasons'), "
                       "(SELECT v.kind FROM verdicts v WHERE v.conversation = o.conversation AND "
                       "v.message = o.message AND v.kind IN ('%1', '%2') ORDER BY v.id DESC LIMIT 1) "
                       "FROM conversations c JOIN outcomes o ON o.conversation = c.id "
                       "WHERE o.decision = 'escalated' AND ")
            .arg(nameOf(VerdictKind::EscalationRight), nameOf(VerdictKind::EscalationFalseAlarm)) +
        of.sql;
    return each(connection, sql, of.values, control, [&](const Statement &row) {
        const QString verdict = row.text(2);
        parts.escalated[row.integer(0)].push_back({Rows::reasonsFrom(row.json(1)), !verdict.isEmpty(),
                                                   verdict == nameOf(VerdictKind::EscalationFalseAlarm)});
    });
}

Result<> readCosts(Connection &connection, const Condition &of, const RunControl &control, Parts &parts)
{
    return each(connection,
                QStringLiteral("SELECT m.conversation, COUNT(*), COALESCE(SUM(m.cost_nano IS NULL), 0), "
                               "COALESCE(SUM(m.cost_nano), 0) FROM conversations c JOIN model_calls m ON "
                               "m.conversation = c.id WHERE ") +
                    of.sql + QStringLiteral(" GROUP BY m.conversation"),
                of.values, control, [&](const Statement &row) {
                    parts.costs[row.integer(0)] = {row.integer(1), row.integer(2), row.integer(3)};
                });
}

// When people resolved or opened a conversation stands in the audit log alone.
Result<> readMarks(Connection &connection, const Condition &of, const RunControl &control, Parts &parts)
{
    const QString sql =
        QStringLiteral("SELECT c.id, ") + seconds(QStringLiteral("a.at")) +
        QStringLiteral(", json_extract(a.detail, '$.status') = 'resolved' FROM audit_log a JOIN "
                       "conversations c ON c.id = CAST(substr(a.subject, 14) AS INTEGER) WHERE a.action IN "
                       "('conversation.status', 'conversation.put_back') AND ") +
        of.sql + QStringLiteral(" ORDER BY a.id");
    return each(connection, sql, of.values, control, [&](const Statement &row) {
        parts.marks[row.integer(0)].push_back({row.integer(1), row.boolean(2)});
    });
}

Result<Parts> readParts(Connection &connection, const Condition &of, const RunControl &control)
{
    Parts parts;
    for (const auto read : {readDrafts, readEscalations, readCosts, readMarks}) {
        if (auto done = read(connection, of, control, parts); !done)
            return done.error();
    }
    return parts;
}

// A reply names the row of the outbox that it left by, and that one how it came about.
QString linesOf(const Condition &of)
{
    return QStringLiteral("SELECT c.id, c.channel, c.category, ") + seconds(QStringLiteral("c.created")) +
           QStringLiteral(", c.status = 'resolved', c.attention, m.author, ") +
           seconds(QStringLiteral("CASE m.arrived WHEN '' THEN m.at ELSE m.arrived END")) +
           QStringLiteral(
               ", b.key LIKE 'draft:%', "
               "CASE m.author WHEN 'agent' THEN json_array_length(o.document, '$.citations') > 0 OR EXISTS "
               "(SELECT 1 FROM tool_calls t WHERE t.message = b.in_reply_to AND t.status = 'done') END, "
               "CASE WHEN m.author = 'customer' AND o.intent = '' THEN substr(m.text, 1, 300) END "
               "FROM conversations c JOIN messages m ON m.conversation = c.id "
               "LEFT JOIN outbox b ON m.author <> 'customer' AND m.external_id LIKE 'outbox:%' AND "
               "b.id = CAST(substr(m.external_id, 8) AS INTEGER) "
               "LEFT JOIN outcomes o ON o.message = CASE m.author WHEN 'customer' THEN m.id ELSE "
               "b.in_reply_to END "
               "WHERE m.author IN ('customer', 'agent', 'operator') AND m.is_automatic = 0 AND ") +
           of.sql + QStringLiteral(" ORDER BY c.id, m.id");
}

InsightRecord recordOf(const Statement &row, const Parts &parts)
{
    InsightRecord record;
    record.id.value = row.integer(0);
    record.channel = fromName<ChannelKind>(row.text(1)).value_or(ChannelKind::Api);
    record.category = fromName<Category>(row.text(2));
    record.createdAt = row.integer(3);
    record.isResolved = row.boolean(4);
    record.needsPerson = row.boolean(5);
    record.marks = parts.marks.value(record.id.value);
    record.escalated = parts.escalated.value(record.id.value);
    record.drafts = parts.drafts.value(record.id.value);
    const Parts::Cost cost = parts.costs.value(record.id.value);
    record.modelCalls = cost.calls;
    record.unpricedCalls = cost.unpriced;
    record.costNano = cost.nano;
    return record;
}

InsightRecord::Line lineOf(const Statement &row)
{
    InsightRecord::Line line;
    line.author = fromName<Author>(row.text(6)).value_or(Author::Customer);
    line.at = row.integer(7);
    line.kind = line.author == Author::Agent ? ReplyKind::Alone
                : row.boolean(8)             ? ReplyKind::FromDraft
                                             : ReplyKind::Written;
    line.isGrounded = row.boolean(9);
    line.words = row.text(10);
    return line;
}

Result<> readReplies(Connection &connection, const InsightFilter &filter, const RunControl &control,
                     const std::function<void(const SentByPerson &)> &visit)
{
    const Condition of = conditionOf(filter, QStringLiteral("b.sent"));
    const QString sql = QStringLiteral("SELECT b.approved_by, ") + seconds(QStringLiteral("b.sent")) +
                        QStringLiteral(", b.key LIKE 'draft:%' FROM outbox b JOIN conversations c ON "
                                       "c.id = b.conversation WHERE b.state = 'sent' AND b.approved_by <> '' "
                                       "AND b.key NOT LIKE 'effect:%' AND ") +
                        of.sql;
    return each(connection, sql, of.values, control, [&](const Statement &row) {
        visit({row.text(0), row.integer(1), row.boolean(2)});
    });
}

Result<> readConversations(Connection &connection, const InsightFilter &filter, const RunControl &control,
                           const std::function<void(const InsightRecord &)> &visit)
{
    const Condition of = conditionOf(filter, QStringLiteral("c.created"));
    auto parts = readParts(connection, of, control);
    if (!parts)
        return parts.error();
    InsightRecord record;
    auto read = each(connection, linesOf(of), of.values, control, [&](const Statement &row) {
        if (record.id.value != row.integer(0)) {
            if (record.id.isValid())
                visit(record);
            record = recordOf(row, *parts);
        }
        record.lines.push_back(lineOf(row));
    });
    if (read && record.id.isValid())
        visit(record);
    return read;
}

} // namespace

SqliteInsightsRepository::SqliteInsightsRepository(Database &database)
    : m_database(database)
{
}

Result<> SqliteInsightsRepository::read(const InsightFilter &filter, const RunControl &control,
                                        const InsightVisitor &visitor) const
{
    return m_database.read([&](Connection &connection) -> Result<> {
        auto snapshot = Snapshot::begin(connection);
        if (!snapshot)
            return snapshot.error();
        auto conversations = readConversations(connection, filter, control, visitor.conversation);
        return conversations ? readReplies(connection, filter, control, visitor.reply) : conversations;
    });
}

} // namespace Helmdesk
