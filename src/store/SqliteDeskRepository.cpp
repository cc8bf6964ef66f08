#include "store/SqliteDeskRepository.h"

#include "security/SecretMasker.h"
#include "store/Rows.h"

#include <algorithm>

namespace Helmdesk
{

namespace
{

QString tableOf(BegunText kind)
{
    return kind == BegunText::Note ? QStringLiteral("begun_notes") : QStringLiteral("unsent_texts");
}

} // namespace

SqliteDeskRepository::SqliteDeskRepository(Database &database)
    : m_database(database)
{
}

Result<QString> SqliteDeskRepository::begunText(BegunText kind, ConversationId conversation) const
{
    return m_database.read([&](Connection &connection) -> Result<QString> {
        auto text = Rows::first(
            connection.run(QStringLiteral("SELECT text FROM %1 WHERE conversation = ?").arg(tableOf(kind)),
                           conversation.value),
            [](const Statement &row) { return row.text(0); });
        return text ? Result<QString>(text->value_or(QString())) : Result<QString>(std::move(text).error());
    });
}

Result<Json> SqliteDeskRepository::handoffWords(ConversationId conversation, const QString &basis) const
{
    return m_database.read([&](Connection &connection) -> Result<Json> {
        auto words = Rows::first(
            connection.run(
                QStringLiteral("SELECT words FROM handoff_words WHERE conversation = ? AND basis = ?"),
                conversation.value, basis),
            [](const Statement &row) { return row.json(0); });
        return words ? Result<Json>(words->value_or(Json())) : Result<Json>(std::move(words).error());
    });
}

Result<> SqliteDeskRepository::keepHandoffWords(ConversationId conversation, const QString &basis,
                                                const Json &words, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto kept = Rows::done(connection.run(
            QStringLiteral("INSERT INTO handoff_words (conversation, basis, words, made) VALUES (?, ?, ?, ?) "
                           "ON CONFLICT (conversation) DO UPDATE SET basis = excluded.basis, "
                           "words = excluded.words, made = excluded.made"),
            conversation.value, basis, words, Rows::stamp(at)));
        if (kept)
            connection.announce(Topic::Conversations, conversation.value);
        return kept;
    });
}

Result<> SqliteDeskRepository::keepBegunText(BegunText kind, ConversationId conversation, const QString &text,
                                             const QDateTime &at)
{
    const QString masked =
        maskSecrets(text, kind == BegunText::Reply ? SecretUse::Replied : SecretUse::Kept).text;
    return m_database.write([&](Connection &connection) -> Result<> {
        if (text.trimmed().isEmpty())
            return Rows::done(
                connection.run(QStringLiteral("DELETE FROM %1 WHERE conversation = ?").arg(tableOf(kind)),
                               conversation.value));
        return Rows::done(
            connection.run(QStringLiteral("INSERT INTO %1 (conversation, text, updated) VALUES (?, ?, ?) "
                                          "ON CONFLICT (conversation) DO UPDATE SET text = excluded.text, "
                                          "updated = excluded.updated")
                               .arg(tableOf(kind)),
                           conversation.value, masked, Rows::stamp(at)));
    });
}

Result<std::vector<SavedViewRow>> SqliteDeskRepository::savedViews() const
{
    return m_database.read([](Connection &connection) {
        return Rows::all(
            connection.run(QStringLiteral("SELECT name, filter FROM saved_views ORDER BY position, id")),
            [](const Statement &row) {
                return SavedViewRow{row.text(0), row.json(1)};
            });
    });
}

Result<> SqliteDeskRepository::saveView(const SavedViewRow &view)
{
    return m_database.write([&](Connection &connection) {
        return Rows::done(
            connection.run(QStringLiteral("INSERT INTO saved_views (name, filter, position) VALUES (?, ?, "
                                          "(SELECT ifnull(max(position), 0) + 1 FROM saved_views)) "
                                          "ON CONFLICT (name) DO UPDATE SET filter = excluded.filter"),
                           view.name, view.filter));
    });
}

Result<> SqliteDeskRepository::removeView(const QString &name)
{
    return m_database.write([&](Connection &connection) {
        return Rows::changed(connection.run(QStringLiteral("DELETE FROM saved_views WHERE name = ?"), name),
                             QStringLiteral("view"));
    });
}

Result<std::vector<SnippetRow>> SqliteDeskRepository::snippets() const
{
    return m_database.read([](Connection &connection) {
        return Rows::all(connection.run(QStringLiteral(
                             "SELECT id, name, body FROM snippets ORDER BY name COLLATE NOCASE")),
                         [](const Statement &row) {
                             return SnippetRow{row.integer(0), row.text(1), row.text(2)};
                         });
    });
}

Result<qint64> SqliteDeskRepository::saveSnippet(const SnippetRow &snippet)
{
    if (const auto found = findSecrets(snippet.text, SecretUse::Replied); !found.empty())
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("the snippet holds %1; take it out").arg(describe(found.front().kind))};
    return m_database.write([&](Connection &connection) -> Result<qint64> {
        auto others = Rows::integer(connection.run(
            QStringLiteral("SELECT count(*) FROM snippets WHERE name = ? COLLATE NOCASE AND id <> ?"),
            snippet.name, snippet.id));
        if (!others)
            return others;
        if (*others > 0)
            return Error{ErrorKind::Conflict,
                         QStringLiteral("another snippet has the name \u201c%1\u201d").arg(snippet.name)};
        const std::optional<qint64> id = snippet.id > 0 ? std::optional(snippet.id) : std::nullopt;
        return Rows::integer(connection.run(
            QStringLiteral("INSERT INTO snippets (id, name, body, updated) VALUES (?, ?, ?, ?) "
                           "ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
                           "body = excluded.body, updated = excluded.updated RETURNING id"),
            id, snippet.name, snippet.text, Rows::stamp({})));
    });
}

Result<> SqliteDeskRepository::removeSnippet(qint64 id)
{
    return m_database.write([&](Connection &connection) {
        return Rows::changed(connection.run(QStringLiteral("DELETE FROM snippets WHERE id = ?"), id),
                             QStringLiteral("snippet"));
    });
}

Result<std::vector<std::pair<QString, Json>>> SqliteDeskRepository::begunArticles() const
{
    return m_database.read([](Connection &connection) {
        return Rows::all(
            connection.run(QStringLiteral("SELECT article, document FROM article_drafts ORDER BY updated")),
            [](const Statement &row) { return std::pair(row.text(0), row.json(1)); });
    });
}

Result<> SqliteDeskRepository::keepBegunArticle(const QString &id, const Json &document, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) {
        return Rows::done(
            connection.run(QStringLiteral("INSERT INTO article_drafts (article, document, updated) VALUES "
                                          "(?, ?, ?) ON CONFLICT (article) DO UPDATE SET "
                                          "document = excluded.document, updated = excluded.updated"),
                           id, document, Rows::stamp(at)));
    });
}

Result<> SqliteDeskRepository::forgetBegunArticle(const QString &id)
{
    return m_database.write([&](Connection &connection) {
        return Rows::done(connection.run(QStringLiteral("DELETE FROM article_drafts WHERE article = ?"), id));
    });
}

Result<SentFigures> SqliteDeskRepository::sentSince(const QDateTime &since) const
{
    return m_database.read([&](Connection &connection) -> Result<SentFigures> {
        const QString from = Rows::stamp(since);
        auto sent = Rows::first(
            connection.run(QStringLiteral("SELECT count(*), ifnull(sum(approved_by = ''), 0) FROM outbox "
                                          "WHERE state = 'sent' AND sent >= ? AND in_reply_to IS NOT NULL "
                                          "AND key NOT LIKE 'called:%'"), // that a person was called
                           from),
            [](const Statement &row) {
                return SentFigures{static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1)), 0.0};
            });
        if (!sent)
            return std::move(sent).error();
        SentFigures figures = sent->value_or(SentFigures());
        auto times = Rows::all(
            connection.run(QStringLiteral("SELECT json_extract(document, '$.ms.total') FROM outcomes "
                                          "WHERE at >= ? ORDER BY at DESC LIMIT 1000"),
                           from),
            [](const Statement &row) { return row.real(0); });
        if (!times)
            return std::move(times).error();
        if (!times->empty()) {
            const auto middle = times->begin() + std::ssize(*times) / 2;
            std::nth_element(times->begin(), middle, times->end());
            figures.medianMilliseconds = *middle;
        }
        return figures;
    });
}

Result<int> SqliteDeskRepository::conversationsWithApprovals() const
{
    return m_database.read([](Connection &connection) -> Result<int> {
        auto count = Rows::integer(connection.run(
            QStringLiteral("SELECT count(DISTINCT conversation) FROM approvals WHERE state = 'pending'")));
        return count ? Result<int>(static_cast<int>(*count)) : Result<int>(std::move(count).error());
    });
}

Result<int> SqliteDeskRepository::openConversationsOf(const QString &assignee) const
{
    return m_database.read([&](Connection &connection) -> Result<int> {
        auto count = Rows::integer(
            connection.run(QStringLiteral("SELECT count(*) FROM conversations WHERE assignee = ? "
                                          "COLLATE NOCASE AND "
                                          "assignee <> '' AND status <> 'resolved'"),
                           assignee));
        return count ? Result<int>(static_cast<int>(*count)) : Result<int>(std::move(count).error());
    });
}

} // namespace Helmdesk
