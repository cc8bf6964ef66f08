#include "store/SqlitePromptRepository.h"

#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

namespace Helmdesk
{
namespace
{

Result<> putInForce(Connection &connection, const QString &name, int version)
{
    return Rows::done(connection.run(
        QStringLiteral(
            "INSERT INTO prompts_in_force (name, version) VALUES (?, ?) ON CONFLICT (name) DO UPDATE "
            "SET version = excluded.version"),
        name, version));
}

Result<> audit(Connection &connection, const QDateTime &at, const QString &author, const char *action,
               const QString &name, int version)
{
    connection.announce(Topic::Settings);
    auto audited = SqliteAuditLog::append(
        connection, {at, author, QString::fromLatin1(action), name, {{"version", version}}});
    return audited ? Result<>() : Result<>(std::move(audited).error());
}

} // namespace

SqlitePromptRepository::SqlitePromptRepository(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{
}

Result<std::vector<PromptVersion>> SqlitePromptRepository::versions(const QString &name) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(QStringLiteral("SELECT v.name, v.version, v.text, v.author, v.made, "
                                          "v.version = f.version FROM prompt_versions v LEFT JOIN "
                                          "prompts_in_force f ON f.name = v.name WHERE v.name = ? ORDER BY "
                                          "v.version"),
                           name),
            [](const Statement &row) {
                return PromptVersion{row.text(0),          static_cast<int>(row.integer(1)),
                                     row.text(2),          row.text(3),
                                     fromIso(row.text(4)), row.boolean(5)};
            });
    });
}

Result<int> SqlitePromptRepository::add(const QString &name, const QString &text, const QString &author)
{
    if (auto fits = checkPrompt(name, text); !fits)
        return fits.error();
    return m_database.writeDurably([&](Connection &connection) -> Result<int> {
        auto version = Rows::integer(connection.run(
            QStringLiteral("INSERT INTO prompt_versions (name, version, text, author, made) SELECT ?, "
                           "COALESCE(MAX(version), 0) + 1, ?, ?, ? FROM prompt_versions WHERE name = ? "
                           "RETURNING version"),
            name, text, author, toIso(m_clock.now()), name));
        if (!version)
            return version.error();
        const int number = static_cast<int>(*version);
        if (auto used = putInForce(connection, name, number); !used)
            return used.error();
        if (auto audited = audit(connection, m_clock.now(), author, "prompt.saved", name, number); !audited)
            return audited.error();
        return number;
    });
}

Result<> SqlitePromptRepository::use(const QString &name, int version, const QString &author)
{
    return m_database.writeDurably([&](Connection &connection) -> Result<> {
        auto known = Rows::integer(connection.run(
            QStringLiteral("SELECT COUNT(*) FROM prompt_versions WHERE name = ? AND version = ?"), name,
            version));
        if (!known)
            return known.error();
        if (version != 0 && *known == 0)
            return Error{ErrorKind::NotFound,
                         QStringLiteral("the prompt \"%1\" has no version %2").arg(name).arg(version)};
        if (auto used = putInForce(connection, name, version); !used)
            return used;
        return audit(connection, m_clock.now(), author, "prompt.rolled_back", name, version);
    });
}

} // namespace Helmdesk
