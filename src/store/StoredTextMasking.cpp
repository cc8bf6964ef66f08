#include "store/StoredTextMasking.h"

#include "security/SecretMasker.h"
#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

struct TextColumns {
    QLatin1String table;
    QStringList columns;
    SecretUse use = SecretUse::Kept;
    QString key = QStringLiteral("rowid");
};

QStringList columns(std::initializer_list<const char *> names)
{
    QStringList list;
    for (const char *name : names)
        list.append(QString::fromLatin1(name));
    return list;
}

const std::vector<TextColumns> &textColumns()
{
    static const std::vector<TextColumns> all{
        {QLatin1String("messages"), columns({"text", "full_text", "subject", "sender", "attachments"})},
        {QLatin1String("conversations"), columns({"subject", "snippet", "sender_name"})},
        {QLatin1String("tickets"), columns({"subject", "summary"})},
        {QLatin1String("notifications"), columns({"text"})},
        {QLatin1String("outbox"), columns({"subject", "body"}), SecretUse::Replied},
        {QLatin1String("drafts"), columns({"text", "edited_text", "final_text"}), SecretUse::Replied},
        {QLatin1String("unsent_texts"), columns({"text"}), SecretUse::Replied},
        {QLatin1String("begun_notes"), columns({"text"})},
        {QLatin1String("training_examples"), columns({"text"})},
        {QLatin1String("verdicts"), columns({"before", "after", "reason"}), SecretUse::Replied},
        {QLatin1String("steps"), columns({"input", "output"}), SecretUse::Replied},
        {QLatin1String("outcomes"), columns({"document"}), SecretUse::Replied},
        {QLatin1String("tool_calls"), columns({"args", "result"}), SecretUse::Replied,
         QStringLiteral("message * 4096 + seq")},
    };
    return all;
}

QString masked(const QString &value, SecretUse use)
{
    if (findSecrets(value, use).empty())
        return value;
    if (value.startsWith(u'{') || value.startsWith(u'[')) {
        const auto json = parseJson(value.toUtf8());
        if (json && json->is_structured())
            return QString::fromUtf8(toBytes(maskSecrets(*json, use)));
    }
    return maskSecrets(value, use).text;
}

struct ChangedText {
    qint64 key = 0;
    QString text;
};

Result<qint64> maskColumn(Connection &connection, const TextColumns &table, const QString &column)
{
    auto rows = connection.run(
        QStringLiteral("SELECT %1, %2 FROM %3 WHERE %2 IS NOT NULL").arg(table.key, column, table.table));
    if (!rows)
        return std::move(rows).error();
    std::vector<ChangedText> changes;
    while (rows->next()) {
        const QString before = rows->text(1);
        QString after = masked(before, table.use);
        if (after != before)
            changes.push_back({rows->integer(0), std::move(after)});
    }
    if (auto failure = rows->failure())
        return std::move(*failure);
    for (const ChangedText &change : changes) {
        // An example that is one with another without its secrets is not needed twice.
        const QString sql = QStringLiteral("UPDATE OR REPLACE %1 SET %2 = ? WHERE %3 = ?")
                                .arg(table.table, column, table.key);
        if (auto done = Rows::done(connection.run(sql, change.text, change.key)); !done)
            return std::move(done).error();
    }
    return static_cast<qint64>(changes.size());
}

} // namespace

QString withoutStoredSecrets(const QString &table, const QString &column, const QString &value)
{
    const auto known = std::ranges::find(textColumns(), table, &TextColumns::table);
    return known != textColumns().end() && known->columns.contains(column) ? masked(value, known->use)
                                                                           : value;
}

Result<QMap<QString, qint64>> maskStoredText(Database &database, const QString &by, const QDateTime &now)
{
    return database.write([&](Connection &connection) -> Result<QMap<QString, qint64>> {
        QMap<QString, qint64> changed;
        Json counts = Json::object();
        for (const TextColumns &table : textColumns()) {
            for (const QString &column : table.columns) {
                auto rows = maskColumn(connection, table, column);
                if (!rows)
                    return std::move(rows).error();
                if (*rows > 0)
                    changed[table.table] += *rows;
            }
        }
        for (auto it = changed.cbegin(); it != changed.cend(); ++it)
            counts[it.key().toStdString()] = it.value();
        const auto index =
            connection.runOnce(QStringLiteral("INSERT INTO messages_fts (messages_fts) VALUES ('optimize')"));
        if (!index)
            return index.error();
        for (const Topic topic : {Topic::Conversations, Topic::Tickets, Topic::Outbox, Topic::Training})
            connection.announce(topic);
        auto audited = SqliteAuditLog::append(connection, {now, by, QStringLiteral("text.masked"),
                                                           QStringLiteral("workspace"), std::move(counts)});
        if (!audited)
            return std::move(audited).error();
        return changed;
    });
}

} // namespace Helmdesk
