#pragma once

#include "core/Clock.h"
#include "security/AuditCheckpoint.h"
#include "store/SqliteAuditLog.h"
#include "store/StoreTestSupport.h"

#include <QFile>

namespace Helmdesk::Test
{

// Makes the chain fit anew from a record on, as somebody can who does not have the key.
inline bool rehash(Database &database, qint64 from)
{
    auto connection = database.connection();
    if (!connection)
        return false;
    QByteArray previous = genesisHash().toLatin1();
    std::vector<std::tuple<qint64, QString, QString>> changed;
    {
        auto rows = (*connection)
                        ->run(QStringLiteral("SELECT id, CAST(at AS BLOB), CAST(actor AS BLOB), "
                                             "CAST(action AS BLOB), CAST(subject AS BLOB), CAST(detail AS "
                                             "BLOB), CAST(origin AS BLOB), hash FROM audit_log ORDER BY id"));
        while (rows && rows->next()) {
            const qint64 id = rows->integer(0);
            const QString hash = id < from
                                     ? rows->text(7)
                                     : auditHash(previous, {id, rows->blob(1), rows->blob(2), rows->blob(3),
                                                            rows->blob(4), rows->blob(5), rows->blob(6)});
            changed.emplace_back(id, QString::fromLatin1(previous), hash);
            previous = hash.toLatin1();
        }
    }
    for (const auto &[id, before, hash] : changed) {
        if (!(*connection)
                 ->run(QStringLiteral("UPDATE audit_log SET previous_hash = ?, hash = ? WHERE id = ?"),
                       before, hash, id))
            return false;
    }
    return true;
}

// Adds a record as the rule of before wrote it, without a seal; its hash, empty when it was not added.
inline QString appendByOldRule(Database &database, qint64 id, const QString &previous,
                               const AuditEntry &entry)
{
    const QString hash = auditHashOfEntry(previous, id, entry);
    auto connection = database.connection();
    const bool isAdded =
        connection &&
        (*connection)
            ->run(QStringLiteral("INSERT INTO audit_log (id, at, actor, action, subject, detail, "
                                 "previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                  id, toIso(entry.at), entry.actor, entry.action, entry.subject, entry.detail, previous, hash)
            .has_value();
    return isAdded ? hash : QString();
}

// A store whose audit log is sealed and noted in a file beside, as a workspace has it.
struct AnchoredStore {
    QTemporaryDir folder;
    QString checkpointPath = folder.filePath(QStringLiteral("audit.checkpoint"));
    std::shared_ptr<const AuditSeal> seal;
    std::unique_ptr<Database> database;
    std::unique_ptr<SqliteAuditLog> audit;

    AnchoredStore()
    {
        auto key = FileAuditKeyStore(folder.filePath(QStringLiteral("audit.key"))).key();
        if (!key)
            qFatal("%s", qPrintable(key.error().detail));
        seal = std::make_shared<const AuditSeal>(key->bytes);
        DatabaseOptions options;
        options.auditSeal = seal;
        auto opened = Database::open(folder.filePath(QStringLiteral("helmdesk.db")), options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        database = std::move(*opened);
        audit = std::make_unique<SqliteAuditLog>(
            *database, [this] { return std::vector<std::shared_ptr<AuditAnchor>>{anchor()}; });
        if (auto begun = audit->beginCheckpoints(at(0)); !begun)
            qFatal("%s", qPrintable(begun.error().detail));
    }

    std::shared_ptr<AuditAnchor> anchor() const
    {
        return std::make_shared<FileAuditAnchor>(checkpointPath, seal);
    }

    // What somebody does who can write the database and knows how it is made, but does not have the key.
    bool execute(const QString &sql) const
    {
        auto connection = database->connection();
        return connection && (*connection)->runOnce(sql);
    }
};

} // namespace Helmdesk::Test
