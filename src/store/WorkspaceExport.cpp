#include "store/WorkspaceExport.h"

#include "store/Rows.h"
#include "store/StoredTextMasking.h"

#include <QDir>
#include <QFile>

namespace Helmdesk
{
namespace
{

Result<QStringList> exportedTables(Connection &connection)
{
    auto names = Rows::all(
        connection.run(QStringLiteral(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
            "AND name NOT LIKE '%\\_fts%' ESCAPE '\\' AND name NOT IN ('vectors', 'message_originals', "
            "'kept_answers', 'kept_answer_articles') "
            "ORDER BY name")),
        [](const Statement &row) { return row.text(0); });
    if (!names)
        return names.error();
    return QStringList(names->begin(), names->end());
}

Json valueOf(const Statement &row, int column, const QString &table)
{
    const QVariant value = row.value(column);
    if (value.isNull())
        return {};
    switch (value.typeId()) {
    case QMetaType::LongLong:
    case QMetaType::Int:
        return value.toLongLong();
    case QMetaType::Double:
        return value.toDouble();
    case QMetaType::QByteArray:
        return QString::fromLatin1(value.toByteArray().toHex());
    default:
        return withoutStoredSecrets(table, row.columnName(column), value.toString());
    }
}

Result<qint64> writeTable(Connection &connection, const QString &table, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString())};
    // Names of tables come from the schema of the file alone.
    auto rows = connection.run(QStringLiteral("SELECT * FROM \"%1\"").arg(table));
    if (!rows)
        return rows.error();
    QList<std::string> columns;
    for (int i = 0; i < rows->columnCount(); ++i)
        columns.append(rows->columnName(i).toStdString());
    // The vectors of an article are computed from its text.
    const qsizetype leftOut = table == QLatin1String("documents") ? columns.indexOf("vectors") : -1;
    qint64 count = 0;
    while (rows->next()) {
        Json object = Json::object();
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (i != leftOut)
                object[columns[i]] = valueOf(*rows, static_cast<int>(i), table);
        }
        if (file.write(toBytes(object) + '\n') < 0)
            return Error{ErrorKind::Io,
                         QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString())};
        ++count;
    }
    if (auto failure = rows->failure())
        return std::move(*failure);
    if (!file.flush())
        return Error{ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString())};
    return count;
}

} // namespace

Result<ExportedTables> exportWorkspace(Database &database, const QString &folder, const QDateTime &now)
{
    const QDir target(folder);
    if (target.exists() && !target.isEmpty())
        return Error{
            ErrorKind::Conflict,
            QStringLiteral("%1 is not empty: give a new folder").arg(QDir::toNativeSeparators(folder))};
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Io, QStringLiteral("the folder %1 cannot be made").arg(folder)};
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    // A transaction keeps the tables at one state.
    return database.write([&](Connection &connection) -> Result<ExportedTables> {
        auto tables = exportedTables(connection);
        if (!tables)
            return tables.error();
        ExportedTables exported;
        Json counts = Json::object();
        for (const QString &table : *tables) {
            auto rows = writeTable(connection, table, target.filePath(table + QStringLiteral(".jsonl")));
            if (!rows)
                return rows.error();
            exported.append({table, *rows});
            counts[table.toStdString()] = *rows;
        }
        const Json manifest{{"program", "helmdesk"},
                            {"database_version", database.version()},
                            {"exported", toIso(now)},
                            {"tables", std::move(counts)}};
        QFile file(target.filePath(QStringLiteral("manifest.json")));
        if (!file.open(QIODevice::WriteOnly) || file.write(toIndentedBytes(manifest) + '\n') < 0 ||
            !file.flush())
            return Error{ErrorKind::Io, QStringLiteral("%1 cannot be written").arg(file.fileName())};
        return exported;
    });
}

} // namespace Helmdesk
