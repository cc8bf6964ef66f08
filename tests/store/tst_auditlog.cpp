#include "store/AuditTestSupport.h"

#include "store/SqliteSettingsRepository.h"

#include <QtTest>
#include <thread>

using namespace Helmdesk;
using namespace Helmdesk::Test;

class AuditLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashesAreTheWrittenRule();
    void chainIsIntact();
    void tamperingIsFound_data();
    void tamperingIsFound();
    void aHoleIsFoundWithoutSeals_data();
    void aHoleIsFoundWithoutSeals();
    void manyThreadsKeepOneChain();
    void settingsAreKeptAndAudited();
    void unreadableStoredSettingIsStrict();
};

// Made by another program from the rule as the header words it.
void AuditLogTest::hashesAreTheWrittenRule()
{
    StoredAuditRecord record{1,
                             "2026-11-22T10:00:00.000Z",
                             "Noor",
                             "settings.changed",
                             "routing.threshold",
                             "{\"after\":0.9,\"text\":\"\xc3\xa9\"}",
                             "uid=1000(noor)@desk"};
    const QString first = auditHash(genesisHash().toLatin1(), record);
    QCOMPARE(first, QStringLiteral("cc1e53d30d61167b0883c6eb6bf66fd633e656aa03fb73273a91196c8657f7d8"));
    record.id = 2;
    QCOMPARE(auditHash(first.toLatin1(), record),
             QStringLiteral("50ab71b212a3a4daee1af8ead6177fbd3177f2a08ebcebd37276541d3b337fd4"));
    QCOMPARE(auditHashOfEntry(genesisHash(), 1,
                              {at(0),
                               QStringLiteral("Noor"),
                               QStringLiteral("settings.changed"),
                               QStringLiteral("routing.threshold"),
                               {{"after", 0.9}}}),
             QStringLiteral("cb3144b3bec95c497e6d6cb3c94430101819b1c13e965c11a378807eba2748e2"));
    QCOMPARE(AuditSeal(QByteArray(32, 'k')).ofRecord(QStringLiteral("ab")),
             QStringLiteral("67e45da92debde55cff6be8a2a15f8263baea52f3bc62d45f93be0ac1a625807"));
    QVERIFY(AuditSeal(QByteArray(32, 'k')).ofCheckpoint("ab") !=
            AuditSeal(QByteArray(32, 'k')).ofRecord(QStringLiteral("ab")));
}

void AuditLogTest::chainIsIntact()
{
    TemporaryStore store;
    SqliteAuditLog audit(*store.database);
    QVERIFY(audit.verify()->isIntact());

    for (int i = 0; i < 20; ++i) {
        const auto id = audit.append({at(i),
                                      QStringLiteral("Noor"),
                                      QStringLiteral("a.b"),
                                      QStringLiteral("x"),
                                      {{"n", i}, {"share", 0.1 * i}, {"text", "é 🙂 \x01"}}});
        VERIFY_RESULT(id);
        QCOMPARE(*id, i + 1);
    }

    const auto check = audit.verify();
    VERIFY_RESULT(check);
    QVERIFY2(check->isIntact(), qPrintable(check->why));
    QCOMPARE(check->records, 20);
    const auto page = audit.page(11, 3);
    QCOMPARE(page->size(), 3u);
    QCOMPARE(page->front().id, 10);
    QCOMPARE(page->front().previousHash, page->at(1).hash);
}

void AuditLogTest::tamperingIsFound_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<qint64>("broken");

    QTest::newRow("changed detail") << QStringLiteral(
                                           "UPDATE audit_log SET detail = '{\"n\":9}' WHERE id = 4")
                                    << qint64(4);
    QTest::newRow("changed actor") << QStringLiteral("UPDATE audit_log SET actor = 'Eve' WHERE id = 1")
                                   << qint64(1);
    QTest::newRow("changed hash of before")
        << QStringLiteral("UPDATE audit_log SET previous_hash = 'x' WHERE id = 4") << qint64(4);
    QTest::newRow("changed hash") << QStringLiteral("UPDATE audit_log SET hash = 'x' WHERE id = 10")
                                  << qint64(10);
    QTest::newRow("removed inside") << QStringLiteral("DELETE FROM audit_log WHERE id = 5") << qint64(6);
    QTest::newRow("removed at the end") << QStringLiteral("DELETE FROM audit_log WHERE id > 8") << qint64(9);
    QTest::newRow("removed all") << QStringLiteral("DELETE FROM audit_log") << qint64(1);
    QTest::newRow("inserted")
        << QStringLiteral("INSERT INTO audit_log SELECT 11, at, actor, action, subject, "
                          "detail, previous_hash, hash, rule, origin, seal FROM audit_log WHERE id = 10")
        << qint64(11);
}

void AuditLogTest::tamperingIsFound()
{
    QFETCH(QString, sql);
    QFETCH(qint64, broken);
    TemporaryStore store;
    SqliteAuditLog audit(*store.database);
    for (int i = 0; i < 10; ++i)
        VERIFY_RESULT(audit.append({at(i), QStringLiteral("Noor"), QStringLiteral("a.b"), {}, {{"n", i}}}));

    auto connection = store.database->connection();
    VERIFY_RESULT((*connection)->runOnce(sql));
    const auto check = audit.verify();

    VERIFY_RESULT(check);
    QVERIFY(!check->isIntact());
    QCOMPARE(*check->firstBroken, broken);
    QVERIFY(!check->why.isEmpty());
}

void AuditLogTest::aHoleIsFoundWithoutSeals_data()
{
    QTest::addColumn<int>("removed");
    QTest::addColumn<qint64>("broken"); // the record that stands where another should
    QTest::newRow("the first") << 1 << qint64(2);
    QTest::newRow("one inside") << 5 << qint64(6);
}

// In a log without seals the hashes can be made anew, but the numbers still tell that one is gone.
void AuditLogTest::aHoleIsFoundWithoutSeals()
{
    QFETCH(int, removed);
    QFETCH(qint64, broken);
    TemporaryStore store;
    SqliteAuditLog audit(*store.database);
    for (int i = 0; i < 10; ++i)
        VERIFY_RESULT(audit.append({at(i), QStringLiteral("Noor"), QStringLiteral("a.b"), {}, {{"n", i}}}));

    auto connection = store.database->connection();
    VERIFY_RESULT((*connection)->run(QStringLiteral("DELETE FROM audit_log WHERE id = ?"), removed));
    VERIFY_RESULT(
        (*connection)
            ->runOnce(QStringLiteral("UPDATE sqlite_sequence SET seq = 9 WHERE name = 'audit_log'")));
    QVERIFY(rehash(*store.database, 1));
    const auto check = audit.verify();

    VERIFY_RESULT(check);
    QCOMPARE(check->firstBroken, std::optional(broken));
    QCOMPARE(check->why, QStringLiteral("record %1 is missing").arg(removed));
}

void AuditLogTest::manyThreadsKeepOneChain()
{
    TemporaryStore store;
    SqliteAuditLog audit(*store.database);
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 25; ++i)
                    (void)audit.append({at(i), QStringLiteral("agent"), QStringLiteral("x"), {}, {}});
            });
        }
    }

    const auto check = audit.verify();
    VERIFY_RESULT(check);
    QVERIFY2(check->isIntact(), qPrintable(check->why));
    QCOMPARE(check->records, 200);
}

void AuditLogTest::settingsAreKeptAndAudited()
{
    TemporaryStore store;
    const FixedClock clock(at(0));
    SqliteSettingsRepository settings(*store.database, clock);
    SqliteAuditLog audit(*store.database);

    const auto saved = settings.save(QStringLiteral("routing.threshold"), 0.9, QStringLiteral("Noor"));

    VERIFY_RESULT(saved);
    QCOMPARE(saved->routingThreshold(), 0.9);
    QVERIFY(settings.load()->settings == *saved);
    const auto record = audit.page(0, 1);
    QCOMPARE(record->front().entry.actor, QStringLiteral("Noor"));
    QCOMPARE(record->front().entry.subject, QStringLiteral("routing.threshold"));
    QVERIFY(isSubset({{"before", 0.8}, {"after", 0.9}}, record->front().entry.detail));

    const auto refused = settings.save(QStringLiteral("routing.threshold"), 7, QStringLiteral("Noor"));
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(settings.save(QStringLiteral("nope"), 7, QStringLiteral("Noor")).error().kind,
             ErrorKind::InvalidInput);
    QCOMPARE(audit.verify()->records, 1);

    VERIFY_RESULT(settings.reset(QStringLiteral("routing.threshold"), QStringLiteral("Robin")));
    QVERIFY(settings.load()->settings == Settings());
    QCOMPARE(audit.verify()->records, 2);
}

void AuditLogTest::unreadableStoredSettingIsStrict()
{
    TemporaryStore store;
    const FixedClock clock(at(0));
    SqliteSettingsRepository settings(*store.database, clock);
    auto connection = store.database->connection();
    VERIFY_RESULT(
        (*connection)
            ->runOnce(QStringLiteral("INSERT INTO settings VALUES ('answer.threshold', 'workspace', "
                                     "'\"high\"', 'x', '2026-11-01'), ('no.such', 'workspace', '1', 'x', "
                                     "'2026-11-01'), ('modes.general', 'workspace', 'no JSON', 'x', "
                                     "'2026-11-01')")));

    const auto loaded = settings.load();

    VERIFY_RESULT(loaded);
    QCOMPARE(loaded->settings.answerThreshold(), 1.0); // the strictest, not the default
    QCOMPARE(loaded->settings.mode(Category::General), Mode::Off);
    QCOMPARE(loaded->unreadable.size(), 3);
    VERIFY_RESULT(settings.save(QStringLiteral("answer.threshold"), 0.7, QStringLiteral("Noor"))); // mends it
    QCOMPARE(settings.load()->unreadable.size(), 2);
}

QTEST_GUILESS_MAIN(AuditLogTest)
#include "tst_auditlog.moc"
