#include "store/SqliteOutsideToolRepository.h"

#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

namespace Helmdesk
{
namespace
{

const QString columns = QStringLiteral("name, server, definition, digest, consented, needs_approval, author");

OutsideToolRow toolOf(const Statement &row)
{
    return {row.text(0), row.text(1),         row.json(2), row.text(3),
            row.text(4), row.integer(5) != 0, row.text(6)};
}

Result<> audit(Connection &connection, const QDateTime &at, const QString &author, const char *action,
               const QString &name, const Json &details)
{
    auto audited =
        SqliteAuditLog::append(connection, {at, author, QString::fromLatin1(action), name, details});
    return audited ? Result<>() : Result<>(std::move(audited).error());
}

} // namespace

SqliteOutsideToolRepository::SqliteOutsideToolRepository(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{
}

Result<std::vector<OutsideToolRow>> SqliteOutsideToolRepository::tools() const
{
    return m_database.read([](Connection &connection) {
        return Rows::all(
            connection.run(QStringLiteral("SELECT %1 FROM outside_tools ORDER BY name").arg(columns)),
            toolOf);
    });
}

Result<std::optional<OutsideToolRow>> SqliteOutsideToolRepository::tool(const QString &name) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(QStringLiteral("SELECT %1 FROM outside_tools WHERE name = ?").arg(columns), name),
            toolOf);
    });
}

Result<> SqliteOutsideToolRepository::saveTools(const std::vector<OutsideToolRow> &rows,
                                                const QString &author)
{
    return m_database.writeDurably([&](Connection &connection) -> Result<> {
        for (const OutsideToolRow &row : rows) {
            auto kept = Rows::done(connection.run(
                QStringLiteral("INSERT INTO outside_tools (name, server, definition, digest, consented, "
                               "needs_approval, author, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                               "ON CONFLICT (name) DO UPDATE SET server = excluded.server, "
                               "definition = excluded.definition, digest = excluded.digest, "
                               "consented = excluded.consented, needs_approval = excluded.needs_approval, "
                               "author = excluded.author, updated = excluded.updated"),
                row.name, row.server, row.definition, row.digest, row.consented, row.needsApproval ? 1 : 0,
                author, toIso(m_clock.now())));
            if (!kept)
                return kept;
            kept = audit(connection, m_clock.now(), author, "tool.saved", row.name,
                         {{"server", row.server},
                          {"digest", row.digest},
                          {"consented", row.isConsented()},
                          {"needs_approval", row.needsApproval}});
            if (!kept)
                return kept;
        }
        connection.announce(Topic::Settings);
        return {};
    });
}

Result<> SqliteOutsideToolRepository::removeTool(const QString &name, const QString &author)
{
    return m_database.writeDurably([&](Connection &connection) -> Result<> {
        auto gone =
            Rows::changed(connection.run(QStringLiteral("DELETE FROM outside_tools WHERE name = ?"), name),
                          QStringLiteral("tool"));
        if (!gone)
            return gone;
        connection.announce(Topic::Settings);
        return audit(connection, m_clock.now(), author, "tool.removed", name, Json::object());
    });
}

Result<std::vector<McpServerRow>> SqliteOutsideToolRepository::servers() const
{
    return m_database.read([](Connection &connection) {
        return Rows::all(
            connection.run(QStringLiteral("SELECT name, definition FROM mcp_servers ORDER BY name")),
            [](const Statement &row) {
                return McpServerRow{row.text(0), row.json(1)};
            });
    });
}

Result<> SqliteOutsideToolRepository::saveServer(const McpServerRow &row, const QString &author)
{
    return m_database.writeDurably([&](Connection &connection) -> Result<> {
        auto kept = Rows::done(connection.run(
            QStringLiteral("INSERT INTO mcp_servers (name, definition, author, updated) VALUES (?, ?, ?, ?) "
                           "ON CONFLICT (name) DO UPDATE SET definition = excluded.definition, "
                           "author = excluded.author, updated = excluded.updated"),
            row.name, row.definition, author, toIso(m_clock.now())));
        if (!kept)
            return kept;
        connection.announce(Topic::Settings);
        return audit(connection, m_clock.now(), author, "mcp.saved", row.name,
                     {{"definition", row.definition}});
    });
}

Result<> SqliteOutsideToolRepository::removeServer(const QString &name, const QString &author)
{
    return m_database.writeDurably([&](Connection &connection) -> Result<> {
        auto gone =
            Rows::changed(connection.run(QStringLiteral("DELETE FROM mcp_servers WHERE name = ?"), name),
                          QStringLiteral("server"));
        if (!gone)
            return gone;
        gone = Rows::done(connection.run(QStringLiteral("DELETE FROM outside_tools WHERE server = ?"), name));
        if (!gone)
            return gone;
        connection.announce(Topic::Settings);
        return audit(connection, m_clock.now(), author, "mcp.removed", name, Json::object());
    });
}

Result<> SqliteOutsideToolRepository::noteLate(const LateResult &late)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto kept = Rows::done(connection.run(
            QStringLiteral(
                "INSERT INTO late_results (at, tool, key, outcome, result) VALUES (?, ?, ?, ?, ?)"),
            Rows::stamp(late.at), late.tool, late.key, late.outcome, late.result));
        if (!kept)
            return kept;
        return audit(connection, m_clock.now(), QStringLiteral("agent"), "tool.late_result", late.tool,
                     {{"key", late.key}, {"outcome", late.outcome}});
    });
}

Result<std::vector<LateResult>> SqliteOutsideToolRepository::lateResults(const QString &key) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(QStringLiteral("SELECT tool, key, outcome, result, at FROM late_results "
                                          "WHERE key = ? ORDER BY id"),
                           key),
            [](const Statement &row) {
                return LateResult{row.text(0), row.text(1), row.text(2), row.json(3), fromIso(row.text(4))};
            });
    });
}

} // namespace Helmdesk
