#include "store/SqliteTrainingRepository.h"

#include "security/SecretMasker.h"
#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

namespace Helmdesk
{

SqliteTrainingRepository::SqliteTrainingRepository(Database &database)
    : m_database(database)
{
}

Result<qint64> SqliteTrainingRepository::addExample(const TrainingExample &example)
{
    return m_database.write([&](Connection &connection) {
        connection.announce(Topic::Training);
        return Rows::integer(connection.run(
            QStringLiteral(
                "INSERT INTO training_examples (text, category, intent, origin, message, author, at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (text, origin) DO UPDATE SET "
                "category = excluded.category, intent = excluded.intent, author = excluded.author, "
                "at = excluded.at RETURNING id"),
            maskSecrets(example.text).text, nameOf(example.category), example.intent, example.origin,
            Rows::reference(example.message), example.by, Rows::stamp(example.at)));
    });
}

Result<std::vector<TrainingExample>> SqliteTrainingRepository::examples() const
{
    return m_database.read([](Connection &connection) {
        return Rows::all(connection.run(QStringLiteral("SELECT id, text, category, intent, origin, message, "
                                                       "author, at FROM training_examples ORDER BY id")),
                         [](const Statement &row) {
                             return TrainingExample{
                                 row.integer(0),
                                 row.text(1),
                                 fromName<Category>(row.text(2)).value_or(Category::Escalate),
                                 row.text(3),
                                 row.text(4),
                                 {row.integer(5)},
                                 row.text(6),
                                 fromIso(row.text(7))};
                         });
    });
}

Result<qint64> SqliteTrainingRepository::addVerdict(const OperatorVerdict &verdict)
{
    return m_database.write([&](Connection &connection) { return addVerdict(connection, verdict); });
}

Result<qint64> SqliteTrainingRepository::addVerdict(Connection &connection, const OperatorVerdict &verdict)
{
    auto id = Rows::integer(connection.run(
        QStringLiteral("INSERT INTO verdicts (kind, conversation, message, draft, before, after, reason, "
                       "confidence, author, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"),
        nameOf(verdict.kind), Rows::reference(verdict.conversation), Rows::reference(verdict.message),
        Rows::reference(verdict.draft), verdict.before, verdict.after, verdict.reason, verdict.confidence,
        verdict.by, Rows::stamp(verdict.at)));
    if (!id)
        return id;
    connection.announce(Topic::Training);
    auto audited =
        SqliteAuditLog::append(connection, {verdict.at,
                                            verdict.by,
                                            QStringLiteral("verdict.given"),
                                            QStringLiteral("conversation:%1").arg(verdict.conversation.value),
                                            {{"kind", nameOf(verdict.kind)},
                                             {"message", verdict.message.value},
                                             {"draft", verdict.draft.value}}});
    if (!audited)
        return std::move(audited).error();
    return id;
}

Result<std::vector<OperatorVerdict>> SqliteTrainingRepository::verdicts(const QDateTime &since,
                                                                        int limit) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(
                QStringLiteral("SELECT id, kind, conversation, message, draft, before, after, reason, "
                               "confidence, author, at FROM verdicts WHERE at >= ? "
                               "ORDER BY at DESC, id DESC LIMIT ?"),
                toIso(since), limit),
            [](const Statement &row) {
                return OperatorVerdict{
                    row.integer(0),
                    Rows::enumFrom(row.text(1), VerdictKind::DraftRejected, VerdictKind::CategoryChanged),
                    {row.integer(2)},
                    {row.integer(3)},
                    {row.integer(4)},
                    row.text(5),
                    row.text(6),
                    row.text(7),
                    row.real(8),
                    row.text(9),
                    fromIso(row.text(10))};
            });
    });
}

} // namespace Helmdesk
