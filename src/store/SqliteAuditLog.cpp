#include "store/SqliteAuditLog.h"

#include "security/ProcessOwner.h"
#include "store/AuditReplay.h"
#include "store/Rows.h"

namespace Helmdesk
{

namespace
{

AuditRecord recordOf(const Statement &row)
{
    AuditRecord record;
    record.id = row.integer(0);
    record.entry = {fromIso(row.text(1)), row.text(2), row.text(3), row.text(4), row.json(5)};
    record.previousHash = row.text(6);
    record.hash = row.text(7);
    record.origin = row.text(8);
    return record;
}

// A record of the chain as verify() reads it.
struct Link {
    StoredAuditRecord stored;
    AuditRule rule;
    QByteArray previousHash;
    QString hash;
    QString seal;
};

QString selectLinks()
{
    return QStringLiteral("SELECT id, CAST(at AS BLOB), CAST(actor AS BLOB), CAST(action AS BLOB), "
                          "CAST(subject AS BLOB), CAST(detail AS BLOB), CAST(origin AS BLOB), rule, "
                          "CAST(previous_hash AS BLOB), hash, seal FROM audit_log ORDER BY id");
}

Link linkOf(const Statement &row)
{
    return {{row.integer(0), row.blob(1), row.blob(2), row.blob(3), row.blob(4), row.blob(5), row.blob(6)},
            static_cast<AuditRule>(row.integer(7)),
            row.blob(8),
            row.text(9),
            row.text(10)};
}

// The hash by the rule of before; empty when the record is not written as that rule wrote it, byte for byte.
QString hashByOldRule(const Link &link)
{
    const auto detail = parseJson(link.stored.detail);
    const QDateTime at = fromIso(QString::fromUtf8(link.stored.at));
    if (!detail || toBytes(*detail) != link.stored.detail || toIso(at).toUtf8() != link.stored.at ||
        !link.stored.origin.isEmpty())
        return {};
    return auditHashOfEntry(QString::fromLatin1(link.previousHash), link.stored.id,
                            {at, QString::fromUtf8(link.stored.actor), QString::fromUtf8(link.stored.action),
                             QString::fromUtf8(link.stored.subject), *detail});
}

// Follows the chain from its beginning.
class ChainCheck
{
public:
    explicit ChainCheck(const AuditSeal *seal)
        : m_seal(seal)
    {
    }

    // What is wrong with the record that should come now; empty: nothing.
    QString finding(const Link &link)
    {
        const qint64 id = link.stored.id;
        if (id != m_count + 1)
            return QStringLiteral("record %1 is missing").arg(m_count + 1);
        if (link.previousHash != m_previous)
            return QStringLiteral("record %1 does not hold the hash of the record before").arg(id);
        if (link.rule < m_rule || link.rule > AuditRule::Bytes)
            return QStringLiteral("record %1 is written by a rule of before").arg(id);
        const QString hash =
            link.rule == AuditRule::Entry ? hashByOldRule(link) : auditHash(m_previous, link.stored);
        if (link.hash != hash)
            return QStringLiteral("record %1 was changed after it was written").arg(id);
        if (m_seal != nullptr && link.rule == AuditRule::Bytes) {
            if (link.seal != m_seal->ofRecord(hash))
                return QStringLiteral("record %1 is not sealed with this workspace's key").arg(id);
            ++m_sealed;
        }
        ++m_count;
        m_rule = link.rule;
        m_previous = hash.toLatin1();
        return {};
    }
    qint64 count() const { return m_count; }
    qint64 sealed() const { return m_sealed; }

private:
    const AuditSeal *m_seal;
    qint64 m_count = 0;
    qint64 m_sealed = 0;
    AuditRule m_rule = AuditRule::Entry;
    QByteArray m_previous = genesisHash().toLatin1();
};

// One state of the file for several statements, without keeping writers out.
class ReadView
{
public:
    static Result<ReadView> begin(Connection &connection)
    {
        const bool isOurs = !connection.isInTransaction();
        if (isOurs) {
            if (auto begun = connection.runOnce(QStringLiteral("BEGIN")); !begun)
                return std::move(begun).error();
        }
        return ReadView(isOurs ? &connection : nullptr);
    }
    ReadView(ReadView &&other) noexcept
        : m_connection(std::exchange(other.m_connection, nullptr))
    {
    }
    ReadView &operator=(ReadView &&) = delete;
    ~ReadView()
    {
        if (m_connection)
            (void)m_connection->runOnce(QStringLiteral("COMMIT"));
    }

private:
    explicit ReadView(Connection *connection)
        : m_connection(connection)
    {
    }
    Connection *m_connection;
};

// The table's sequence still knows the number of a last record that was removed.
Result<qint64> highestNumber(Connection &connection)
{
    return Rows::integer(
        connection.run(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = 'audit_log'")));
}

Result<> checkChain(Connection &connection, AuditCheck &check, AuditReplay &replay)
{
    ChainCheck chain(connection.auditSeal());
    auto rows = connection.run(selectLinks());
    if (!rows)
        return std::move(rows).error();
    while (rows->next()) {
        const Link link = linkOf(*rows);
        const QString finding = chain.finding(link);
        check.records = chain.count();
        check.sealed = chain.sealed();
        if (!finding.isEmpty()) {
            check.add(link.stored.id, finding);
            return {};
        }
        if (link.rule == AuditRule::Bytes)
            replay.take(link.stored, check);
    }
    if (auto failure = rows->failure())
        return std::move(*failure);
    auto highest = highestNumber(connection);
    if (!highest)
        return std::move(highest).error();
    if (*highest != check.records)
        check.add(check.records + 1, QStringLiteral("record %1 is missing").arg(check.records + 1));
    return {};
}

} // namespace

SqliteAuditLog::SqliteAuditLog(Database &database, Anchors anchors)
    : m_database(database)
    , m_anchors(std::move(anchors))
{
}

Result<qint64> SqliteAuditLog::append(const AuditEntry &entry)
{
    return m_database.write([&](Connection &connection) -> Result<qint64> {
        if (auto done = append(connection, entry); !done)
            return std::move(done).error();
        return Rows::integer(connection.run(QStringLiteral("SELECT max(id) FROM audit_log")));
    });
}

Result<> SqliteAuditLog::append(Connection &connection, const AuditEntry &entry)
{
    Q_ASSERT_X(connection.isInTransaction(), "SqliteAuditLog", "two appends at once would fork the chain");
    auto last =
        Rows::first(connection.run(QStringLiteral("SELECT id, hash FROM audit_log ORDER BY id DESC LIMIT 1")),
                    [](const Statement &row) { return std::pair(row.integer(0), row.text(1)); });
    if (!last)
        return std::move(last).error();
    const auto [lastId, lastHash] = last->value_or(std::pair(qint64(0), genesisHash()));
    const QString at = Rows::stamp(entry.at);
    const QByteArray detail = toBytes(entry.detail);
    const QString hash =
        auditHash(lastHash.toLatin1(), {lastId + 1, at.toUtf8(), entry.actor.toUtf8(), entry.action.toUtf8(),
                                        entry.subject.toUtf8(), detail, processOrigin().toUtf8()});
    const AuditSeal *seal = connection.auditSeal();
    return Rows::done(connection.run(
        QStringLiteral("INSERT INTO audit_log (id, at, actor, action, subject, detail, previous_hash, hash, "
                       "rule, origin, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        lastId + 1, at, entry.actor, entry.action, entry.subject, QString::fromUtf8(detail), lastHash, hash,
        static_cast<int>(AuditRule::Bytes), processOrigin(), seal ? seal->ofRecord(hash) : QString()));
}

Result<AuditCheck> SqliteAuditLog::verify() const
{
    AuditCheck check;
    auto checked = m_database.read([&](Connection &connection) -> Result<> {
        auto view = ReadView::begin(connection);
        if (!view)
            return std::move(view).error();
        AuditReplay replay;
        if (auto done = checkChain(connection, check, replay); !done || !check.isIntact())
            return done;
        return replay.compare(connection, check);
    });
    if (!checked)
        return std::move(checked).error();
    if (auto compared = compareCheckpoints(check); !compared)
        return std::move(compared).error();
    return check;
}

Result<> SqliteAuditLog::compareCheckpoints(AuditCheck &check) const
{
    if (!m_anchors)
        return {};
    bool isOwn = true;
    for (const auto &anchor : m_anchors()) {
        const bool isRequired = std::exchange(isOwn, false);
        auto checkpoint = anchor->read();
        if (!checkpoint) {
            check.add(check.records, checkpoint.error().detail);
            continue;
        }
        if (!*checkpoint) {
            auto wasThere = isRequired ? Result<bool>(true) : wasAnchoredAt(anchor->place());
            if (!wasThere)
                return std::move(wasThere).error();
            if (*wasThere)
                check.add(
                    check.records,
                    QStringLiteral("the checkpoint of the audit log in %1 is missing").arg(anchor->place()));
            continue;
        }
        auto fits = holds(**checkpoint);
        if (!fits)
            return std::move(fits).error();
        if (!*fits)
            check.add(std::min((*checkpoint)->records, check.records + 1),
                      QStringLiteral("the log is not the one whose record %1 was noted in %2")
                          .arg((*checkpoint)->records)
                          .arg(anchor->place()));
        else if (!check.checkpointRecord)
            check.checkpointRecord = (*checkpoint)->records;
    }
    return {};
}

Result<AuditCheckpoint> SqliteAuditLog::head(const QDateTime &now) const
{
    return m_database.read([&](Connection &connection) -> Result<AuditCheckpoint> {
        auto last = Rows::first(
            connection.run(QStringLiteral("SELECT id, hash FROM audit_log ORDER BY id DESC LIMIT 1")),
            [&](const Statement &row) {
                return AuditCheckpoint{row.integer(0), row.text(1), now};
            });
        if (!last)
            return std::move(last).error();
        return last->value_or(AuditCheckpoint{0, genesisHash(), now});
    });
}

Result<bool> SqliteAuditLog::holds(const AuditCheckpoint &checkpoint) const
{
    if (checkpoint.records == 0)
        return checkpoint.hash == genesisHash();
    return m_database.read([&](Connection &connection) -> Result<bool> {
        auto hash = Rows::first(
            connection.run(QStringLiteral("SELECT hash FROM audit_log WHERE id = ?"), checkpoint.records),
            [](const Statement &row) { return row.text(0); });
        if (!hash)
            return std::move(hash).error();
        return *hash == checkpoint.hash;
    });
}

Result<bool> SqliteAuditLog::wasAnchoredAt(const QString &place) const
{
    return m_database.read([&](Connection &connection) -> Result<bool> {
        auto count = Rows::integer(connection.run(
            QStringLiteral("SELECT count(*) FROM audit_log WHERE action = 'audit.anchored' AND "
                           "subject = ?"),
            place));
        if (!count)
            return std::move(count).error();
        return *count > 0;
    });
}

Result<> SqliteAuditLog::keepCheckpoint(const QDateTime &now)
{
    if (!m_anchors)
        return {};
    auto come = head(now);
    if (!come)
        return std::move(come).error();
    if (come->records == m_kept.load())
        return {};
    const auto anchors = m_anchors();
    // What a checkpoint names must not be lost with the power: the log is synced by this.
    if (auto synced = m_database.checkpoint(); !synced)
        return synced;
    for (size_t i = 0; i < anchors.size(); ++i) {
        if (auto kept = keepAt(*anchors[i], i == 0, *come); !kept)
            return kept;
    }
    m_kept.store(come->records);
    return {};
}

Result<> SqliteAuditLog::beginCheckpoints(const QDateTime &now)
{
    auto sealed = m_database.read([](Connection &connection) {
        return Rows::integer(
            connection.run(QStringLiteral("SELECT count(*) FROM audit_log WHERE seal <> ''")));
    });
    if (!sealed)
        return std::move(sealed).error();
    if (*sealed > 0 || !m_anchors)
        return {};
    auto come = head(now);
    if (!come)
        return std::move(come).error();
    return m_anchors().front()->write(*come);
}

Result<> SqliteAuditLog::keepAt(AuditAnchor &anchor, bool isOwn, const AuditCheckpoint &head)
{
    auto before = anchor.read();
    if (!before)
        return std::move(before).error();
    if (*before) {
        if ((*before)->records == head.records && (*before)->hash == head.hash)
            return {};
        auto fits = holds(**before);
        if (!fits)
            return std::move(fits).error();
        if (!*fits)
            return Error{
                ErrorKind::Conflict,
                QStringLiteral("the audit log does not fit its checkpoint in %1").arg(anchor.place())};
        return anchor.write(head);
    }
    auto wasThere = isOwn ? Result<bool>(true) : wasAnchoredAt(anchor.place());
    if (!wasThere)
        return std::move(wasThere).error();
    if (*wasThere)
        return Error{ErrorKind::Conflict,
                     QStringLiteral("the checkpoint of the audit log in %1 is missing").arg(anchor.place())};
    if (auto written = anchor.write(head); !written)
        return written;
    auto recorded = append({head.at, QStringLiteral("system"), QStringLiteral("audit.anchored"),
                            anchor.place(), Json::object()});
    return recorded ? Result<>() : Result<>(std::move(recorded).error());
}

Result<> SqliteAuditLog::renewCheckpoint(const QString &by, const QString &reason, const QDateTime &now)
{
    auto recorded = append({now, by, QStringLiteral("audit.renewed"), QString(), {{"reason", reason}}});
    if (!recorded)
        return std::move(recorded).error();
    auto come = head(now);
    if (!come)
        return std::move(come).error();
    if (auto synced = m_database.checkpoint(); !synced)
        return synced;
    for (const auto &anchor : m_anchors ? m_anchors() : std::vector<std::shared_ptr<AuditAnchor>>()) {
        if (auto written = anchor->write(*come); !written)
            return written;
    }
    return {};
}

Result<std::vector<AuditRecord>> SqliteAuditLog::page(qint64 before, int limit) const
{
    return m_database.read([&](Connection &connection) {
        const qint64 end = before > 0 ? before : std::numeric_limits<qint64>::max();
        return Rows::all(
            connection.run(
                QStringLiteral("SELECT id, at, actor, action, subject, detail, previous_hash, hash, origin "
                               "FROM audit_log WHERE id < ? ORDER BY id DESC LIMIT ?"),
                end, limit),
            recordOf);
    });
}

} // namespace Helmdesk
