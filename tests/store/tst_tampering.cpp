#include "store/AuditTestSupport.h"

#include "store/AuditedRows.h"
#include "store/SqliteApprovalRepository.h"
#include "store/SqliteBusinessBackend.h"
#include "store/SqliteEffectLedger.h"
#include "store/SqliteSettingsRepository.h"

#include <QtTest>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

constexpr int records = 10;

NewApproval approvalOf(const char *key)
{
    NewApproval request;
    request.callKey = QString::fromLatin1(key);
    request.tool = QStringLiteral("process_refund");
    request.args = {{"invoice_id", "INV-2"}, {"amount_minor", 24900}, {"currency", "USD"}};
    request.amount = Money{24900, QStringLiteral("USD")};
    request.customer = QStringLiteral("cus_1");
    request.preview = QStringLiteral("Refund 249.00 USD");
    request.createdAt = at(0);
    request.expiresAt = at(60);
    return request;
}

// A desk that refunded, asked, and was set.
void work(Database &database)
{
    SqliteBusinessBackend backend(database);
    VERIFY_RESULT(backend.loadRows(
        {{"customers", Json::array({{{"id", "cus_1"}}})},
         {"invoices", Json::array({{{"id", "INV-1"},
                                    {"customer", "cus_1"},
                                    {"amount_minor", 4900},
                                    {"currency", "USD"},
                                    {"status", "paid"}}})},
         {"refunds", Json::array({{{"id", "re_old"}, {"invoice", "INV-0"}, {"amount_minor", 100}}})}}));
    SqliteEffectLedger ledger(database);
    EffectIntent intent;
    intent.tool = QStringLiteral("process_refund");
    intent.customer = QStringLiteral("cus_1");
    intent.amount = Money{4900, QStringLiteral("USD")};
    intent.at = at(1);
    for (const char *key : {"k1", "k2"}) {
        intent.key = {QString::fromLatin1(key)};
        VERIFY_RESULT(ledger.begin(intent));
    }
    VERIFY_RESULT(backend.refund({QStringLiteral("k1")}, {QStringLiteral("cus_1"),
                                                          QStringLiteral("INV-1"),
                                                          *intent.amount,
                                                          QStringLiteral("asked"),
                                                          at(1),
                                                          {}}));
    SqliteApprovalRepository approvals(database);
    const auto approval = approvals.create(approvalOf("a1"));
    VERIFY_RESULT(approval);
    VERIFY_RESULT(approvals.create(approvalOf("a2")));
    VERIFY_RESULT(approvals.decide(approval->id, approval->digest, ApprovalDecision::Approve,
                                   QStringLiteral("Noor"), at(2)));
    const FixedClock clock(at(3));
    VERIFY_RESULT(SqliteSettingsRepository(database, clock)
                      .save(QStringLiteral("refund.approval_limit_minor"), 5000, QStringLiteral("Noor")));
}

} // namespace

// What somebody does to the file who knows how it is made, but not the key.
class TamperingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChainShowsIt_data();
    void theChainShowsIt();
    void theRowsShowIt_data();
    void theRowsShowIt();
    void aTamperedRowIsNotVouchedForLater();
    void theCheckpointShowsIt_data();
    void theCheckpointShowsIt();
    void theRuleOfBeforeDoesNotComeBack();
    void aCheckpointOfAnotherKeyIsNone();
    void checkpointsBeginOnce();
    void aContradictedCheckpointIsKept();
    void aSecondPlaceIsKeptToo();
    void renewingIsRecorded();
    void theKeyIsMadeOnce();
    void whatWasThereBeforeIsVouchedFor();
};

void TamperingTest::theChainShowsIt_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<qint64>("rehashFrom"); // 0: not
    const auto row = [](const char *name, const QStringList &statements, qint64 rehashFrom = 0) {
        QTest::newRow(name) << statements << rehashFrom;
    };
    const auto sql = [](const char *text) { return QString::fromLatin1(text); };
    row("actor", {sql("UPDATE audit_log SET actor = 'Eve' WHERE id = 4")});
    row("detail", {sql("UPDATE audit_log SET detail = '{\"n\":9}' WHERE id = 4")});
    row("time", {sql("UPDATE audit_log SET at = '2020-01-01T00:00:00.000Z' WHERE id = 4")});
    row("account", {sql("UPDATE audit_log SET origin = 'uid=0(root)@x' WHERE id = 4")});
    row("one deleted", {sql("DELETE FROM audit_log WHERE id = 5")});
    row("deleted and renumbered",
        {sql("DELETE FROM audit_log WHERE id = 5"), sql("UPDATE audit_log SET id = id - 1 WHERE id > 5"),
         sql("UPDATE sqlite_sequence SET seq = 9 WHERE name = 'audit_log'")});
    row("inserted", {sql("UPDATE audit_log SET id = -id WHERE id > 5"),
                     sql("INSERT INTO audit_log SELECT 6, at, actor, action, subject, detail, previous_hash, "
                         "hash, rule, origin, seal FROM audit_log WHERE id = 5"),
                     sql("UPDATE audit_log SET id = 1 - id WHERE id < 0"),
                     sql("UPDATE sqlite_sequence SET seq = 11 WHERE name = 'audit_log'")});
    row("two swapped",
        {sql("UPDATE audit_log SET id = -4 WHERE id = 4"), sql("UPDATE audit_log SET id = 4 WHERE id = 5"),
         sql("UPDATE audit_log SET id = 5 WHERE id = -4")});
    row("last five cut", {sql("DELETE FROM audit_log WHERE id > 5")});
    row("all deleted", {sql("DELETE FROM audit_log")});
    row("first edited", {sql("UPDATE audit_log SET actor = 'Eve' WHERE id = 1")});
    row("tail and sequence cut", {sql("DELETE FROM audit_log WHERE id > 8"),
                                  sql("UPDATE sqlite_sequence SET seq = 8 WHERE name = 'audit_log'")});
    row("last edited, hashed anew", {sql("UPDATE audit_log SET actor = 'Eve' WHERE id = 10")}, 10);
    row("middle edited, hashed anew", {sql("UPDATE audit_log SET actor = 'Eve' WHERE id = 5")}, 5);
    row("middle deleted, hashed anew",
        {sql("DELETE FROM audit_log WHERE id = 5"), sql("UPDATE audit_log SET id = id - 1 WHERE id > 5"),
         sql("UPDATE sqlite_sequence SET seq = 9 WHERE name = 'audit_log'")},
        5);
    row("replaced by one record",
        {sql("DELETE FROM audit_log WHERE id > 1"), sql("UPDATE audit_log SET actor = 'Eve'"),
         sql("UPDATE sqlite_sequence SET seq = 1 WHERE name = 'audit_log'")},
        1);
    row("log and sequence emptied",
        {sql("DELETE FROM audit_log"), sql("DELETE FROM sqlite_sequence WHERE name = 'audit_log'")});
    row("equal JSON written otherwise", {sql("UPDATE audit_log SET detail = '{\"n\": 3}' WHERE id = 4")});
    row("a second key before the real one",
        {sql("UPDATE audit_log SET detail = '{\"n\":9,\"n\":3}' WHERE id = 4")});
    row("+00:00 for Z", {sql("UPDATE audit_log SET at = replace(at, 'Z', '+00:00') WHERE id = 4")});
    row("seal taken off", {sql("UPDATE audit_log SET seal = '' WHERE id = 4")});
    row("said to be of the rule of before", {sql("UPDATE audit_log SET rule = 1, origin = '', seal = ''")});
    row("said to be of a rule to come", {sql("UPDATE audit_log SET rule = 3 WHERE id = 4")});
    row("last said to be of a rule to come", {sql("UPDATE audit_log SET rule = 3, seal = '' WHERE id = 10")});
    row("what went before", {sql("UPDATE audit_log SET previous_hash = 'x' WHERE id = 4")});
}

void TamperingTest::theChainShowsIt()
{
    QFETCH(QStringList, statements);
    QFETCH(qint64, rehashFrom);
    AnchoredStore store;
    for (int i = 0; i < records; ++i)
        VERIFY_RESULT(
            store.audit->append({at(i), QStringLiteral("Noor"), QStringLiteral("a.b"), {}, {{"n", i}}}));
    VERIFY_RESULT(store.audit->keepCheckpoint(at(records)));
    const auto before = store.audit->verify();
    VERIFY_RESULT(before);
    QVERIFY2(before->isIntact(), qPrintable(before->why));
    QCOMPARE(before->records, records);
    QCOMPARE(before->sealed, records);
    QCOMPARE(before->checkpointRecord, std::optional<qint64>(records));

    for (const QString &statement : statements)
        QVERIFY2(store.execute(statement), qPrintable(statement));
    if (rehashFrom > 0)
        QVERIFY(rehash(*store.database, rehashFrom));
    const auto check = store.audit->verify();

    VERIFY_RESULT(check);
    QVERIFY(!check->isIntact());
    QVERIFY(!check->why.isEmpty());
    QCOMPARE(check->findings.first(), check->why);
}

void TamperingTest::theRowsShowIt_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, const char *sql, const char *finding) {
        QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(finding);
    };
    row("refund deleted", "DELETE FROM refunds WHERE id <> 're_old'", "refunds: the row re_");
    row("loaded refund deleted", "DELETE FROM refunds WHERE id = 're_old'",
        "refunds: the row re_old was removed");
    row("refund changed", "UPDATE refunds SET amount_minor = 1 WHERE id <> 're_old'", "was changed");
    row("refund added", "INSERT INTO refunds VALUES ('re_x', 'INV-1', 5, 'USD', 'succeeded', '')",
        "refunds: no record tells of the row re_x");
    row("effects deleted", "DELETE FROM effects", "effects: the row k1 was removed");
    row("effect changed", "UPDATE effects SET amount_minor = 1 WHERE key = 'k1'",
        "effects: the row k1 was changed");
    row("effect undone", "UPDATE effects SET state = 'started' WHERE key = 'k1'",
        "effects: the row k1 was changed");
    row("effect said to be done", "UPDATE effects SET state = 'done' WHERE key = 'k2'",
        "effects: the row k2 was changed");
    row("effect added", "INSERT INTO effects (key, tool) VALUES ('k9', 'process_refund')",
        "effects: no record tells of the row k9");
    row("approvals deleted", "DELETE FROM approvals", "approvals: the row 1 was removed");
    row("approver changed", "UPDATE approvals SET decided_by = 'Eve' WHERE id = 1",
        "approvals: the row 1 was changed");
    row("request changed", "UPDATE approvals SET preview = 'Refund 1.00 USD' WHERE id = 2",
        "approvals: the row 2 was changed");
    row("expiry moved", "UPDATE approvals SET expires = '2099-01-01T00:00:00.000Z' WHERE id = 2",
        "approvals: the row 2 was changed");
    row("approval added",
        "INSERT INTO approvals (call_key, tool, args, digest, created, expires, state) VALUES ('a9', 'x', "
        "'{}', "
        "'', '', '', 'approved')",
        "approvals: no record tells of the row 3");
    row("setting changed", "UPDATE settings SET value = '999999'", "settings: the row refund.approval_limit");
    row("setting deleted", "DELETE FROM settings", "was removed");
    row("setting added", "INSERT INTO settings VALUES ('modes.billing', 'workspace', '\"auto\"', 'Eve', '')",
        "settings: no record tells of the row modes.billing|workspace");
}

void TamperingTest::theRowsShowIt()
{
    QFETCH(QString, sql);
    QFETCH(QString, finding);
    AnchoredStore store;
    work(*store.database);
    const auto before = store.audit->verify();
    VERIFY_RESULT(before);
    QVERIFY2(before->isIntact(), qPrintable(before->findings.join(QLatin1Char('\n'))));

    QVERIFY(store.execute(sql));
    const auto check = store.audit->verify();

    VERIFY_RESULT(check);
    QVERIFY(!check->isIntact());
    const QString all = check->findings.join(QLatin1Char('\n'));
    QVERIFY2(all.contains(finding), qPrintable(all));
}

// The next audited change of a row does not make an earlier secret one good.
void TamperingTest::aTamperedRowIsNotVouchedForLater()
{
    AnchoredStore store;
    work(*store.database);
    QVERIFY(store.execute(QStringLiteral("UPDATE effects SET amount_minor = 1 WHERE key = 'k2'")));
    QVERIFY(store.execute(QStringLiteral("UPDATE approvals SET customer = 'cus_2' WHERE id = 2")));
    QVERIFY(store.execute(QStringLiteral("UPDATE settings SET value = '999999'")));

    SqliteEffectLedger ledger(*store.database);
    VERIFY_RESULT(ledger.giveUp({QStringLiteral("k2")}, EffectState::Abandoned, QStringLiteral("x"), at(5)));
    SqliteApprovalRepository approvals(*store.database);
    VERIFY_RESULT(approvals.voidPending({2}, QStringLiteral("x"), at(5)));
    const FixedClock clock(at(5));
    VERIFY_RESULT(SqliteSettingsRepository(*store.database, clock)
                      .reset(QStringLiteral("refund.approval_limit_minor"), QStringLiteral("Noor")));

    const auto check = store.audit->verify();
    VERIFY_RESULT(check);
    const QString all = check->findings.join(QLatin1Char('\n'));
    for (const char *row :
         {"effects: the row k2 was changed before", "approvals: the row 2 was changed before",
          "settings: the row refund.approval_limit_minor|workspace was changed before"})
        QVERIFY2(all.contains(QString::fromLatin1(row)), qPrintable(all));
    QCOMPARE(check->findings.size(), 3);
}

void TamperingTest::theCheckpointShowsIt_data()
{
    QTest::addColumn<QByteArray>("instead"); // empty: the file is removed
    QTest::newRow("removed") << QByteArray();
    QTest::newRow("emptied") << QByteArray("{}");
    QTest::newRow("not JSON") << QByteArray("records");
    QTest::newRow("of no record") << QByteArray(R"({"records": 0, "hash": "0", "at": "", "seal": "0"})");
}

void TamperingTest::theCheckpointShowsIt()
{
    QFETCH(QByteArray, instead);
    AnchoredStore store;
    VERIFY_RESULT(store.audit->append({at(1), QStringLiteral("Noor"), QStringLiteral("a.b"), {}, {}}));
    VERIFY_RESULT(store.audit->keepCheckpoint(at(1)));
    QFile file(store.checkpointPath);
    if (instead.isEmpty()) {
        QVERIFY(file.remove());
    } else {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(instead);
        file.close();
    }

    const auto check = store.audit->verify();
    VERIFY_RESULT(check);
    QVERIFY(!check->isIntact());
    QVERIFY2(check->why.contains(QStringLiteral("checkpoint")), qPrintable(check->why));
    // Nor is it made good by going on.
    VERIFY_RESULT(store.audit->append({at(2), QStringLiteral("Noor"), QStringLiteral("a.b"), {}, {}}));
    QVERIFY(!store.audit->keepCheckpoint(at(2)));
    QVERIFY(!store.audit->verify()->isIntact());
}

// It needs no key, so it is taken only before the first sealed record.
void TamperingTest::theRuleOfBeforeDoesNotComeBack()
{
    AnchoredStore store;
    const AuditEntry entry{
        at(1), QStringLiteral("Noor"), QStringLiteral("a.b"), QStringLiteral("x"), {{"n", 1}}};
    VERIFY_RESULT(store.audit->append(entry));
    VERIFY_RESULT(store.audit->keepCheckpoint(at(1)));
    QVERIFY(store.audit->verify()->isIntact());

    QVERIFY(!appendByOldRule(*store.database, 2, store.audit->page(0, 1)->front().hash, entry).isEmpty());

    const auto check = store.audit->verify();
    VERIFY_RESULT(check);
    QCOMPARE(check->firstBroken, std::optional<qint64>(2));
    QVERIFY2(check->why.contains(QStringLiteral("rule of before")), qPrintable(check->why));
}

// Somebody cuts the log and notes its new end as the program would, with a key of their own.
void TamperingTest::aCheckpointOfAnotherKeyIsNone()
{
    AnchoredStore store;
    for (int i = 0; i < 3; ++i)
        VERIFY_RESULT(store.audit->append({at(i), QStringLiteral("Noor"), QStringLiteral("a.b"), {}, {}}));
    VERIFY_RESULT(store.audit->keepCheckpoint(at(3)));
    QVERIFY(store.execute(QStringLiteral("DELETE FROM audit_log WHERE id = 3")));
    QVERIFY(store.execute(QStringLiteral("UPDATE sqlite_sequence SET seq = 2 WHERE name = 'audit_log'")));
    const auto foreign = std::make_shared<const AuditSeal>(QByteArray(32, 'x'));
    VERIFY_RESULT(FileAuditAnchor(store.checkpointPath, foreign)
                      .write({2, store.audit->page(0, 1)->front().hash, at(3)}));

    const auto read = store.anchor()->read();
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Corrupt);
    const auto check = store.audit->verify();
    VERIFY_RESULT(check);
    QVERIFY(!check->isIntact());
    QVERIFY2(check->why.contains(QStringLiteral("not sealed")), qPrintable(check->why));
}

// The first checkpoint is of a workspace whose key was just made; one that is missing later is evidence.
void TamperingTest::checkpointsBeginOnce()
{
    AnchoredStore store;
    VERIFY_RESULT(store.audit->append({at(1), QStringLiteral("Noor"), QStringLiteral("a.b"), {}, {}}));
    QVERIFY(QFile::remove(store.checkpointPath));

    VERIFY_RESULT(store.audit->beginCheckpoints(at(2)));

    QVERIFY(!QFile::exists(store.checkpointPath));
    QVERIFY(!store.audit->verify()->isIntact());
}

void TamperingTest::aContradictedCheckpointIsKept()
{
    AnchoredStore store;
    for (int i = 0; i < 3; ++i)
        VERIFY_RESULT(store.audit->append({at(i), QStringLiteral("Noor"), QStringLiteral("a.b"), {}, {}}));
    VERIFY_RESULT(store.audit->keepCheckpoint(at(3)));
    QVERIFY(store.execute(QStringLiteral("DELETE FROM audit_log WHERE id = 3")));
    QVERIFY(store.execute(QStringLiteral("UPDATE sqlite_sequence SET seq = 2 WHERE name = 'audit_log'")));

    VERIFY_RESULT(store.audit->append({at(9), QStringLiteral("Eve"), QStringLiteral("a.b"), {}, {}}));
    const auto kept = SqliteAuditLog(*store.database, [&] {
                          return std::vector<std::shared_ptr<AuditAnchor>>{store.anchor()};
                      }).keepCheckpoint(at(9));
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, ErrorKind::Conflict);
    QCOMPARE((*store.anchor()->read())->records, 3);
    const auto check = store.audit->verify();
    QVERIFY(!check->isIntact());
    QVERIFY2(check->why.contains(QStringLiteral("record 3 was noted")), qPrintable(check->why));
}

void TamperingTest::aSecondPlaceIsKeptToo()
{
    AnchoredStore store;
    const QString other = store.folder.filePath(QStringLiteral("elsewhere.json"));
    const auto second = std::make_shared<FileAuditAnchor>(other, store.seal);
    SqliteAuditLog audit(*store.database, [&] {
        return std::vector<std::shared_ptr<AuditAnchor>>{store.anchor(), second};
    });
    VERIFY_RESULT(audit.append({at(1), QStringLiteral("Noor"), QStringLiteral("a.b"), {}, {}}));
    QVERIFY(audit.verify()->isIntact()); // it was not kept there yet

    VERIFY_RESULT(audit.keepCheckpoint(at(1)));
    QCOMPARE((*second->read())->records, 1);
    QCOMPARE(audit.page(0, 1)->front().entry.action, QStringLiteral("audit.anchored"));
    VERIFY_RESULT(audit.keepCheckpoint(at(2)));
    QCOMPARE((*second->read())->records, 2);
    QVERIFY(audit.verify()->isIntact());

    QVERIFY(QFile::remove(other));
    VERIFY_RESULT(audit.append({at(3), QStringLiteral("Noor"), QStringLiteral("a.b"), {}, {}}));
    QVERIFY(!audit.keepCheckpoint(at(3)));
    QVERIFY(!QFile::exists(other));
    QVERIFY(!audit.verify()->isIntact());
}

void TamperingTest::renewingIsRecorded()
{
    AnchoredStore store;
    VERIFY_RESULT(store.audit->append({at(1), QStringLiteral("Noor"), QStringLiteral("a.b"), {}, {}}));
    QVERIFY(QFile::remove(store.checkpointPath));
    QVERIFY(!store.audit->verify()->isIntact());

    VERIFY_RESULT(store.audit->renewCheckpoint(QStringLiteral("Noor"), QStringLiteral("restored"), at(2)));

    const auto check = store.audit->verify();
    QVERIFY2(check->isIntact(), qPrintable(check->why));
    const auto record = store.audit->page(0, 1)->front();
    QCOMPARE(record.entry.action, QStringLiteral("audit.renewed"));
    QCOMPARE(stringOr(record.entry.detail, "reason"), QStringLiteral("restored"));
    QVERIFY(!record.origin.isEmpty());
}

void TamperingTest::theKeyIsMadeOnce()
{
    AnchoredStore store;
    FileAuditKeyStore keys(store.folder.filePath(QStringLiteral("other.key")));
    const auto first = keys.key();
    const auto second = keys.key();
    VERIFY_RESULT(second);
    QVERIFY(first->isNew);
    QVERIFY(!second->isNew);
    QCOMPARE(second->bytes, first->bytes);
    QVERIFY(first->bytes !=
            FileAuditKeyStore(store.folder.filePath(QStringLiteral("audit.key"))).key()->bytes);
    QCOMPARE(QFile::permissions(store.folder.filePath(QStringLiteral("other.key"))) &
                 (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    QFile file(store.folder.filePath(QStringLiteral("other.key")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("short\n");
    file.close();
    QCOMPARE(keys.key().error().kind, ErrorKind::Corrupt);

    // With another key nothing fits.
    VERIFY_RESULT(store.audit->append({at(1), QStringLiteral("Noor"), QStringLiteral("a.b"), {}, {}}));
    DatabaseOptions options;
    options.auditSeal = std::make_shared<const AuditSeal>(QByteArray(32, 'x'));
    auto again = Database::open(store.database->path(), options);
    VERIFY_RESULT(again);
    const auto check = SqliteAuditLog(**again).verify();
    QVERIFY(!check->isIntact());
    QVERIFY2(check->why.contains(QStringLiteral("key")), qPrintable(check->why));
}

// A workspace of before: its chain stays as it was written, and its rows are taken in.
void TamperingTest::whatWasThereBeforeIsVouchedFor()
{
    AnchoredStore store;
    QString previous = genesisHash();
    for (int i = 1; i <= 3; ++i) {
        const AuditEntry entry{at(i),
                               QStringLiteral("Noor"),
                               QStringLiteral("a.b"),
                               QStringLiteral("x"),
                               {{"n", i}, {"text", "é"}}};
        previous = appendByOldRule(*store.database, i, previous, entry);
        QVERIFY(!previous.isEmpty());
    }
    for (const char *sql :
         {"INSERT INTO refunds VALUES ('re_1', 'INV-1', 5, 'USD', 'succeeded', '')",
          "INSERT INTO settings VALUES ('modes.billing', 'workspace', '\"auto\"', 'Noor', '')"})
        QVERIFY(store.execute(QString::fromLatin1(sql)));

    const auto record = [&] {
        return store.database->write(
            [](Connection &connection) { return AuditedRows::recordBaseline(connection, at(4)); });
    };
    VERIFY_RESULT(record());
    const auto check = store.audit->verify();
    VERIFY_RESULT(check);
    QVERIFY2(check->isIntact(), qPrintable(check->why));
    QCOMPARE(check->records, 5);
    QCOMPARE(check->sealed, 2);

    // It happens once, so what is slipped in later is not taken in.
    QVERIFY(store.execute(QStringLiteral("DELETE FROM refunds")));
    VERIFY_RESULT(record());
    QVERIFY(!store.audit->verify()->isIntact());
    QVERIFY(store.execute(
        QStringLiteral("INSERT INTO refunds VALUES ('re_1', 'INV-1', 5, 'USD', 'succeeded', '')")));
    QVERIFY(store.audit->verify()->isIntact());
    QVERIFY(store.execute(
        QStringLiteral("INSERT INTO refunds VALUES ('re_2', 'INV-1', 7, 'USD', 'succeeded', '')")));
    VERIFY_RESULT(record());
    const QStringList slippedIn = store.audit->verify()->findings;
    QCOMPARE(slippedIn, QStringList(QStringLiteral("refunds: no record tells of the row re_2")));
    QVERIFY(store.execute(QStringLiteral("DELETE FROM refunds WHERE id = 're_2'")));
    // The old records are held to their bytes as well.
    QVERIFY(
        store.execute(QStringLiteral("UPDATE audit_log SET at = replace(at, 'Z', '+00:00') WHERE id = 2")));
    QCOMPARE(store.audit->verify()->firstBroken, std::optional<qint64>(2));
}

QTEST_GUILESS_MAIN(TamperingTest)
#include "tst_tampering.moc"
