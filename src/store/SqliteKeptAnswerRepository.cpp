#include "store/SqliteKeptAnswerRepository.h"

#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

#include <algorithm>
#include <cmath>

namespace Helmdesk
{
namespace
{

constexpr double nanosOfDollar = 1e9;

const QString selectAnswers = QStringLiteral(
    "SELECT k.id, k.audience, k.question, k.form, k.intent, k.vector, k.text, k.citations, k.engine, "
    "k.cost_nano, k.conversation, k.message, k.created, "
    "(SELECT COUNT(*) FROM served_answers s WHERE s.answer = k.id) FROM kept_answers k ");

// Every article is as it was, and nobody changed or rejected the answer, here or where it was served.
const QString holdsStill = QStringLiteral(
    "NOT EXISTS (SELECT 1 FROM kept_answer_articles a WHERE a.answer = k.id AND NOT EXISTS (SELECT 1 FROM "
    "documents d WHERE d.id = a.document AND d.content_hash = a.version)) "
    "AND NOT EXISTS (SELECT 1 FROM drafts d WHERE d.message = k.message AND d.state IN ('edited', "
    "'rejected')) "
    "AND NOT EXISTS (SELECT 1 FROM served_answers s JOIN drafts d ON d.message = s.message WHERE s.answer = "
    "k.id AND d.state IN ('edited', 'rejected'))");

KeptAnswer answerOf(const Statement &row)
{
    KeptAnswer answer;
    answer.id = row.integer(0);
    NewKeptAnswer &kept = answer.kept;
    kept.key = {row.text(1), row.text(2), row.text(3), row.text(4)};
    kept.vector = row.blob(5);
    kept.text = row.text(6);
    for (const Json &item : row.json(7)) {
        kept.citations.push_back({stringOr(item, "document"), stringOr(item, "title"),
                                  static_cast<int>(integerOr(item, "chunk", 0)), stringOr(item, "snippet")});
    }
    kept.engine = row.text(8);
    if (!row.isNull(9))
        kept.costUsd = static_cast<double>(row.integer(9)) / nanosOfDollar;
    kept.conversation.value = row.integer(10);
    kept.message.value = row.integer(11);
    kept.at = fromIso(row.text(12));
    answer.served = row.integer(13);
    return answer;
}

// Empty: there is no such article.
Result<QByteArray> versionOf(Connection &connection, const QString &document)
{
    auto version = Rows::first(
        connection.run(QStringLiteral("SELECT content_hash FROM documents WHERE id = ?"), document),
        [](const Statement &row) { return row.blob(0); });
    if (!version)
        return version.error();
    return version->value_or(QByteArray());
}

// Whether the passage still begins as the citation quotes it.
Result<bool> isQuoted(Connection &connection, const Citation &citation)
{
    auto text = Rows::first(
        connection.run(QStringLiteral("SELECT text FROM passages WHERE document = ? AND position = ?"),
                       citation.document, citation.chunk),
        [](const Statement &row) { return row.text(0); });
    if (!text)
        return text.error();
    return text->has_value() && (*text)->simplified().startsWith(citation.snippet);
}

Result<qint64> insert(Connection &connection, const NewKeptAnswer &answer)
{
    Json citations = Json::array();
    for (const Citation &citation : answer.citations)
        citations.push_back(toJson(citation));
    const std::optional<qint64> cost =
        answer.costUsd ? std::optional(static_cast<qint64>(std::llround(*answer.costUsd * nanosOfDollar)))
                       : std::nullopt;
    // The one that it replaces goes with its articles.
    if (auto gone = Rows::done(
            connection.run(QStringLiteral("DELETE FROM kept_answers WHERE audience = ? AND question = ?"),
                           answer.key.audience, answer.key.question));
        !gone)
        return gone.error();
    return Rows::integer(connection.run(
        QStringLiteral("INSERT INTO kept_answers (audience, question, form, intent, vector, text, citations, "
                       "engine, cost_nano, conversation, message, created, used) VALUES (?, ?, ?, ?, ?, ?, "
                       "?, ?, ?, ?, ?, ?, ?) RETURNING id"),
        answer.key.audience, answer.key.question, answer.key.form, answer.key.intent, answer.vector,
        answer.text, citations, answer.engine, cost, Rows::reference(answer.conversation),
        Rows::reference(answer.message), Rows::stamp(answer.at), Rows::stamp(answer.at)));
}

} // namespace

Result<std::vector<ArticleVersion>>
SqliteKeptAnswerRepository::versions(const std::vector<Citation> &citations) const
{
    return m_database.read([&](Connection &connection) -> Result<std::vector<ArticleVersion>> {
        std::vector<ArticleVersion> versions;
        QStringList changed;
        for (const Citation &citation : citations) {
            auto quoted = isQuoted(connection, citation);
            if (!quoted)
                return quoted.error();
            if (!*quoted)
                changed << citation.document;
            if (std::ranges::find(versions, citation.document, &ArticleVersion::document) != versions.end())
                continue;
            auto version = versionOf(connection, citation.document);
            if (!version)
                return version.error();
            if (!version->isEmpty())
                versions.push_back({citation.document, *version});
        }
        std::erase_if(versions,
                      [&](const ArticleVersion &version) { return changed.contains(version.document); });
        return versions;
    });
}

Result<std::vector<KeptAnswer>> SqliteKeptAnswerRepository::find(const AnswerKey &key,
                                                                 const QDateTime &since) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(
                selectAnswers +
                    QStringLiteral("WHERE k.audience = ? AND k.created >= ? AND (k.question = ? OR "
                                   "(k.form <> '' AND k.form = ? AND k.intent = ?)) AND ") +
                    holdsStill + QStringLiteral(" ORDER BY k.question = ? DESC, k.created DESC, k.id DESC"),
                key.audience, toIso(since), key.question, key.form, key.intent, key.question),
            answerOf);
    });
}

Result<> SqliteKeptAnswerRepository::keep(const NewKeptAnswer &answer, int most)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        for (const ArticleVersion &article : answer.articles) {
            auto version = versionOf(connection, article.document);
            if (!version)
                return version.error();
            if (version->isEmpty() || *version != article.version)
                return {};
        }
        auto id = insert(connection, answer);
        if (!id)
            return id.error();
        for (const ArticleVersion &article : answer.articles) {
            if (auto kept = Rows::done(connection.run(
                    QStringLiteral(
                        "INSERT INTO kept_answer_articles (answer, document, version) VALUES (?, ?, ?)"),
                    *id, article.document, article.version));
                !kept)
                return kept;
        }
        return Rows::done(
            connection.run(QStringLiteral("DELETE FROM kept_answers WHERE id IN (SELECT id FROM kept_answers "
                                          "ORDER BY used DESC, id DESC LIMIT -1 OFFSET ?)"),
                           most));
    });
}

Result<> SqliteKeptAnswerRepository::noteServed(const ServedAnswer &served)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        if (auto noted = Rows::changed(
                connection.run(
                    QStringLiteral("INSERT INTO served_answers (answer, at, day, category, is_similar, "
                                   "saved_nano, conversation, message) SELECT id, ?, ?, ?, ?, cost_nano, ?, "
                                   "? FROM kept_answers WHERE id = ?"),
                    Rows::stamp(served.at), served.at.toUTC().date().toString(Qt::ISODate),
                    nameOf(served.category), served.isSimilar, Rows::reference(served.conversation),
                    Rows::reference(served.message), served.answer),
                QStringLiteral("kept answer"));
            !noted)
            return noted;
        return Rows::done(connection.run(QStringLiteral("UPDATE kept_answers SET used = ? WHERE id = ?"),
                                         Rows::stamp(served.at), served.answer));
    });
}

Result<std::vector<KeptAnswer>> SqliteKeptAnswerRepository::list(int most) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(connection.run(selectAnswers + QStringLiteral("WHERE ") + holdsStill +
                                            QStringLiteral(" ORDER BY k.used DESC, k.id DESC LIMIT ?"),
                                        most),
                         answerOf);
    });
}

Result<qint64> SqliteKeptAnswerRepository::clear(const QString &by, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<qint64> {
        auto gone = connection.run(QStringLiteral("DELETE FROM kept_answers"));
        if (!gone)
            return gone.error();
        const qint64 count = gone->changes();
        auto audited = SqliteAuditLog::append(
            connection, {at, by, QStringLiteral("cache.cleared"), QString(), {{"answers", count}}});
        if (!audited)
            return audited.error();
        return count;
    });
}

Result<ServedSum> SqliteKeptAnswerRepository::served(const QDate &from, const QDate &to) const
{
    return m_database.read([&](Connection &connection) -> Result<ServedSum> {
        auto sum = Rows::first(
            connection.run(
                QStringLiteral("SELECT COUNT(*), COALESCE(SUM(is_similar), 0), COALESCE(SUM(saved_nano), 0), "
                               "COALESCE(SUM(saved_nano IS NULL), 0) FROM served_answers WHERE day >= ? AND "
                               "day <= ?"),
                from.isValid() ? from.toString(Qt::ISODate) : QStringLiteral("0000"),
                to.isValid() ? to.toString(Qt::ISODate) : QStringLiteral("9999")),
            [](const Statement &row) {
                return ServedSum{row.integer(0), row.integer(1),
                                 static_cast<double>(row.integer(2)) / nanosOfDollar, row.integer(3)};
            });
        if (!sum)
            return sum.error();
        return sum->value_or(ServedSum());
    });
}

} // namespace Helmdesk
