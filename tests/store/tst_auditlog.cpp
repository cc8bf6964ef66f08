#include "store/StoreTestSupport.h"

#include "store/SqliteAuditLog.h"
#include "store/SqliteSettingsRepository.h"

#include <QtTest>
#include <thread>

using namespace Helmdesk;
using namespace Helmdesk::Test;

class AuditLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chainIsIntact();
    void tamperingIsFound_data();
    void tamperingIsFound();
    void manyThreadsKeepOneChain();
    void settingsAreKeptAndAudited();
    void unreadableStoredSettingIsStrict();
};

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
    QCOMPARE(page->front().hash, auditHash(page->at(1).hash, 10, page->front().entry));
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
    QTest::newRow("changed hash") << QStringLiteral("UPDATE audit_log SET hash = 'x' WHERE id = 10")
                                  << qint64(10);
    QTest::newRow("removed inside") << QStringLiteral("DELETE FROM audit_log WHERE id = 5") << qint64(6);
    QTest::newRow("removed at the end") << QStringLiteral("DELETE FROM audit_log WHERE id > 8") << qint64(9);
    QTest::newRow("removed all") << QStringLiteral("DELETE FROM audit_log") << qint64(1);
    QTest::newRow("inserted") << QStringLiteral(
                                     "INSERT INTO audit_log SELECT 11, at, actor, action, subject, "
                                     "detail, previous_hash, hash FROM audit_log WHERE id = 10")
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
    QVERIFY(record->front().entry.detail == (Json{{"before", 0.8}, {"after", 0.9}}));

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
