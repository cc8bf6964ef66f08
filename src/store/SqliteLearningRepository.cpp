#include "store/SqliteLearningRepository.h"

#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

namespace Helmdesk
{
namespace
{

// Messages that a person has put into a category stay with that label, whatever else was said of them.
const QString &collectSql()
{
    static const QString sql = QStringLiteral(
        "INSERT OR IGNORE INTO training_examples (text, category, intent, origin, message, author, at, "
        "verdict) "
        "SELECT m.text, o.category, o.intent, "
        "CASE v.kind WHEN 'draft_edited' THEN 'draft_edited' WHEN 'draft_rejected' THEN 'draft_rejected' "
        "ELSE 'false_alarm' END, m.id, v.author, v.at, v.id "
        "FROM verdicts v JOIN messages m ON m.id = v.message JOIN outcomes o ON o.message = m.id "
        "WHERE v.kind IN ('draft_edited', 'draft_rejected', 'escalation_false_alarm') "
        "AND o.category <> 'escalate' AND trim(m.text) <> '' "
        "AND NOT EXISTS (SELECT 1 FROM training_examples t WHERE t.message = m.id) "
        "GROUP BY m.id HAVING v.id = max(v.id) ORDER BY v.id");
    return sql;
}

Result<> audit(Connection &connection, const QDateTime &at, const QString &by, const QString &action,
               const QString &subject, const Json &detail)
{
    return SqliteAuditLog::append(connection, {at, by, action, subject, detail});
}

ModelVersion versionOf(const Statement &row)
{
    ModelVersion version;
    version.id = row.integer(0);
    version.at = fromIso(row.text(1));
    version.parent = row.integer(2);
    version.file = row.text(3);
    version.digest = row.text(4);
    version.base = row.text(5);
    version.lastExample = row.integer(6);
    version.examples = static_cast<int>(row.integer(7));
    version.report = row.json(8);
    version.state = Rows::enumFrom(row.text(9), VersionState::Declined, VersionState::Former);
    version.by = row.text(10);
    return version;
}

} // namespace

SqliteLearningRepository::SqliteLearningRepository(Database &database)
    : m_database(database)
{
}

Result<int> SqliteLearningRepository::collectFromVerdicts()
{
    return m_database.write([&](Connection &connection) -> Result<int> {
        auto added = connection.run(collectSql());
        if (!added)
            return std::move(added).error();
        return static_cast<int>(added->changes());
    });
}

Result<std::vector<Contribution>> SqliteLearningRepository::contributions() const
{
    return m_database.read([](Connection &connection) {
        return Rows::all(
            connection.run(QStringLiteral(
                "SELECT t.id, t.text, t.category, coalesce(nullif(c.customer, ''), c.sender_address, ''), "
                "t.origin, t.author, t.at, t.review FROM training_examples t "
                "LEFT JOIN messages m ON m.id = t.message "
                "LEFT JOIN conversations c ON c.id = m.conversation ORDER BY t.id")),
            [](const Statement &row) {
                Contribution contribution;
                contribution.id = row.integer(0);
                contribution.text = row.text(1);
                contribution.category = fromName<Category>(row.text(2)).value_or(Category::Escalate);
                contribution.customer = row.text(3);
                contribution.origin = row.text(4);
                contribution.by = row.text(5);
                contribution.at = fromIso(row.text(6));
                contribution.review = Rows::enumFrom(row.text(7), ReviewState::Excluded, ReviewState::Open);
                return contribution;
            });
    });
}

Result<> SqliteLearningRepository::review(qint64 contribution, ReviewState state, const QString &by,
                                          const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto changed = Rows::changed(
            connection.run(
                QStringLiteral("UPDATE training_examples SET review = ?, reviewed_by = ? WHERE id = ?"),
                nameOf(state), by, contribution),
            QStringLiteral("contribution"));
        if (!changed)
            return changed;
        connection.announce(Topic::Training);
        return audit(connection, at, by, QStringLiteral("training.reviewed"),
                     QStringLiteral("training:%1").arg(contribution), {{"review", nameOf(state)}});
    });
}

Result<std::vector<RoutingEvidence>> SqliteLearningRepository::evidence(const QDateTime &since) const
{
    return m_database.read([&](Connection &connection) {
        // The outcome of a message whose category was changed is that of the second run; what the router had
        // said first stands in the verdict.
        return Rows::all(
            connection.run(
                QStringLiteral(
                    "SELECT v.confidence, v.before = v.after FROM verdicts v WHERE v.kind = "
                    "'category_changed' "
                    "AND v.at >= ? AND v.before NOT IN ('', 'escalate') AND v.id = (SELECT min(f.id) FROM "
                    "verdicts f WHERE f.message = v.message AND f.kind = 'category_changed') "
                    "UNION ALL SELECT o.confidence, 1 FROM outcomes o WHERE o.category <> 'escalate' AND "
                    "EXISTS (SELECT 1 FROM verdicts v WHERE v.message = o.message AND v.at >= ? AND v.kind "
                    "IN ('draft_sent', 'draft_edited')) AND NOT EXISTS (SELECT 1 FROM verdicts v WHERE "
                    "v.message = o.message AND v.kind = 'category_changed')"),
                toIso(since), toIso(since)),
            [](const Statement &row) {
                return RoutingEvidence{row.real(0), row.integer(1) != 0};
            });
    });
}

Result<qint64> SqliteLearningRepository::addVersion(const ModelVersion &version)
{
    return m_database.write([&](Connection &connection) -> Result<qint64> {
        if (version.state == VersionState::Active) {
            auto done = Rows::done(connection.run(
                QStringLiteral("UPDATE router_versions SET state = 'former' WHERE state = 'active'")));
            if (!done)
                return std::move(done).error();
        }
        auto id = Rows::integer(connection.run(
            QStringLiteral("INSERT INTO router_versions (at, parent, file, digest, base, last_example, "
                           "examples, report, state, author) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                           "RETURNING id"),
            Rows::stamp(version.at),
            version.parent > 0 ? std::optional<qint64>(version.parent) : std::nullopt, version.file,
            version.digest, version.base, version.lastExample, version.examples, version.report,
            nameOf(version.state), version.by));
        if (!id)
            return id;
        connection.announce(Topic::Training);
        auto audited = audit(connection, version.at, version.by, QStringLiteral("router.version_made"),
                             QStringLiteral("router_version:%1").arg(*id),
                             {{"state", nameOf(version.state)},
                              {"parent", version.parent},
                              {"digest", version.digest},
                              {"examples", version.examples}});
        if (!audited)
            return std::move(audited).error();
        return id;
    });
}

Result<> SqliteLearningRepository::activate(qint64 version, const QString &by, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto before = Rows::integer(
            connection.run(QStringLiteral("SELECT id FROM router_versions WHERE state = 'active'")));
        if (!before)
            return std::move(before).error();
        auto left = Rows::done(connection.run(
            QStringLiteral("UPDATE router_versions SET state = 'former' WHERE state = 'active'")));
        if (!left)
            return left;
        auto taken = Rows::changed(
            connection.run(QStringLiteral("UPDATE router_versions SET state = 'active' WHERE id = ?"),
                           version),
            QStringLiteral("version of the router"));
        if (!taken)
            return taken;
        connection.announce(Topic::Training);
        return audit(connection, at, by, QStringLiteral("router.activated"),
                     QStringLiteral("router_version:%1").arg(version), {{"before", *before}});
    });
}

Result<std::vector<ModelVersion>> SqliteLearningRepository::versions() const
{
    return m_database.read([](Connection &connection) {
        return Rows::all(connection.run(QStringLiteral(
                             "SELECT id, at, parent, file, digest, base, last_example, examples, "
                             "report, state, author FROM router_versions ORDER BY id DESC")),
                         versionOf);
    });
}

} // namespace Helmdesk
