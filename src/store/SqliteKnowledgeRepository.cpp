#include "store/SqliteKnowledgeRepository.h"

#include "store/Rows.h"

namespace Helmdesk
{

namespace
{

Document documentOf(const Statement &row)
{
    return {row.text(0), row.text(1), fromName<Category>(row.text(2)).value_or(Category::General),
            row.text(3), row.text(4), row.text(5),
            row.text(6), row.text(7), row.text(8)};
}

Result<> addPassages(Connection &connection, StoredDocument &document)
{
    auto passages = Rows::all(
        connection.run(
            QStringLiteral("SELECT p.document, p.position, p.heading, p.text, v.data FROM passages p "
                           "LEFT JOIN vectors v ON v.passage = p.id "
                           "WHERE p.document = ? ORDER BY p.position"),
            document.document.id),
        [](const Statement &row) {
            return StoredPassage{{row.text(0), static_cast<int>(row.integer(1)), row.text(2), row.text(3)},
                                 row.blob(4)};
        });
    if (!passages)
        return std::move(passages).error();
    document.passages = std::move(*passages);
    return {};
}

QByteArray notNull(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

Result<> insertPassage(Connection &connection, const Document &document, const StoredPassage &stored)
{
    auto inserted = connection.run(
        QStringLiteral(
            "INSERT INTO passages (document, position, heading, text, title) VALUES (?, ?, ?, ?, ?)"),
        document.id, stored.passage.position, stored.passage.heading, stored.passage.text, document.title);
    if (!inserted)
        return std::move(inserted).error();
    if (stored.vectors.isEmpty())
        return {};
    return Rows::done(connection.run(QStringLiteral("INSERT INTO vectors (passage, data) VALUES (?, ?)"),
                                     inserted->lastInsertId(), stored.vectors));
}

Result<> removePassages(Connection &connection, const QString &document)
{
    return Rows::done(connection.run(QStringLiteral("DELETE FROM passages WHERE document = ?"), document));
}

Result<> write(Connection &connection, const StoredDocument &stored)
{
    const Document &document = stored.document;
    if (auto removed = removePassages(connection, document.id); !removed)
        return removed;
    auto done = Rows::done(connection.run(
        QStringLiteral(
            "INSERT INTO documents (id, title, category, url, updated, text, locale, article, source, "
            "content_hash, vectors) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "title = excluded.title, "
            "category = excluded.category, url = excluded.url, updated = excluded.updated, "
            "text = excluded.text, locale = excluded.locale, article = excluded.article, "
            "source = excluded.source, content_hash = excluded.content_hash, "
            "vectors = excluded.vectors"),
        document.id, document.title, nameOf(document.category), document.url, document.updated, document.text,
        document.locale, document.article, document.source, notNull(stored.contentHash),
        notNull(stored.vectors)));
    if (!done)
        return done;
    for (const StoredPassage &passage : stored.passages) {
        if (auto inserted = insertPassage(connection, document, passage); !inserted)
            return inserted;
    }
    return {};
}

} // namespace

SqliteKnowledgeRepository::SqliteKnowledgeRepository(Database &database)
    : m_database(database)
{
}

Result<> SqliteKnowledgeRepository::loadAll(const std::function<Result<>(StoredDocument &&)> &visit) const
{
    return m_database.read([&](Connection &connection) -> Result<> {
        auto rows =
            connection.run(QStringLiteral("SELECT id, title, category, url, updated, text, locale, article, "
                                          "source, content_hash, vectors FROM documents ORDER BY id"));
        if (!rows)
            return std::move(rows).error();
        while (rows->next()) {
            StoredDocument stored{documentOf(*rows), rows->blob(9), rows->blob(10), {}};
            if (auto added = addPassages(connection, stored); !added)
                return added;
            if (auto visited = visit(std::move(stored)); !visited)
                return visited;
        }
        if (auto failure = rows->failure())
            return std::move(*failure);
        return {};
    });
}

Result<std::vector<DocumentSummary>> SqliteKnowledgeRepository::list() const
{
    return m_database.read([](Connection &connection) {
        return Rows::all(
            connection.run(
                QStringLiteral("SELECT d.id, d.title, d.category, d.url, d.updated, d.content_hash, "
                               "(SELECT count(*) FROM passages p WHERE p.document = d.id), d.source "
                               "FROM documents d ORDER BY d.id")),
            [](const Statement &row) {
                return DocumentSummary{row.text(0),
                                       row.text(1),
                                       fromName<Category>(row.text(2)).value_or(Category::General),
                                       row.text(3),
                                       row.text(4),
                                       row.blob(5),
                                       static_cast<int>(row.integer(6)),
                                       row.text(7)};
            });
    });
}

Result<std::optional<Document>> SqliteKnowledgeRepository::find(const QString &id) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(
                QStringLiteral("SELECT id, title, category, url, updated, text, locale, article, source "
                               "FROM documents WHERE id = ?"),
                id),
            documentOf);
    });
}

Result<> SqliteKnowledgeRepository::upsert(std::span<const StoredDocument> documents)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        for (const StoredDocument &document : documents) {
            if (auto done = write(connection, document); !done)
                return done;
        }
        connection.announce(Topic::Knowledge);
        return {};
    });
}

Result<> SqliteKnowledgeRepository::remove(const QString &id)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        if (auto removed = removePassages(connection, id); !removed)
            return removed;
        connection.announce(Topic::Knowledge);
        return Rows::done(connection.run(QStringLiteral("DELETE FROM documents WHERE id = ?"), id));
    });
}

} // namespace Helmdesk
