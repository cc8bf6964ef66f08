#include "store/StoreTestSupport.h"

#include "store/DemoData.h"
#include "store/SqliteBusinessBackend.h"
#include "store/SqliteCustomerRepository.h"
#include "store/SqliteKnowledgeRepository.h"

#include <QtTest>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

Json rowOf(const SqliteBusinessBackend &backend, const char *table, const char *id)
{
    const auto rows = backend.dumpTable(QString::fromLatin1(table));
    if (rows) {
        for (const Json &row : *rows) {
            if (row.at("id") == id)
                return row;
        }
    }
    return {};
}

} // namespace

class DemoDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fixedRowsExist();
    void thereIsEnoughOfEverything();
    void rowsAreConsistent();
    void usedWorkspaceIsRefused();
    void customersAreFound();
    void knowledgeIsKept();
};

void DemoDataTest::fixedRowsExist()
{
    TemporaryStore store;
    VERIFY_RESULT(loadDemoData(*store.database));
    const SqliteBusinessBackend backend(*store.database);
    const auto has = [&](const char *table, const char *id, const Json &fields) {
        return isSubset(fields, rowOf(backend, table, id));
    };

    QVERIFY(has("customers", "cus_1001",
                {{"name", "Mara Lindqvist"},
                 {"email", "mara@lindqvist.example"},
                 {"plan", "pro"},
                 {"status", "active"},
                 {"joined", "2024-05-14"}}));
    QVERIFY(has("customers", "cus_1002",
                {{"name", "Theo Okafor"},
                 {"email", "theo@okafor.example"},
                 {"plan", "business"},
                 {"status", "active"}}));
    QVERIFY(has("customers", "cus_1003",
                {{"name", "Ines Barbosa"},
                 {"email", "ines@barbosa.example"},
                 {"plan", "free"},
                 {"status", "suspended"}}));
    for (const char *id : {"INV-1041", "INV-1042"}) {
        QVERIFY(has("invoices", id,
                    {{"customer", "cus_1001"},
                     {"issued", "2026-11-03"},
                     {"amount_minor", 4900},
                     {"currency", "USD"},
                     {"status", "paid"},
                     {"description", "Pro plan, November"}}));
    }
    QVERIFY(has(
        "invoices", "INV-1029",
        {{"customer", "cus_1001"}, {"issued", "2026-10-03"}, {"amount_minor", 4900}, {"status", "paid"}}));
    QVERIFY(
        has("invoices", "INV-1050",
            {{"customer", "cus_1002"}, {"amount_minor", 24900}, {"currency", "USD"}, {"status", "paid"}}));
    QVERIFY(has("invoices", "INV-1051",
                {{"customer", "cus_1002"}, {"amount_minor", 24900}, {"status", "overdue"}}));
    QVERIFY(
        has("payment_methods", "pm_1001", {{"customer", "cus_1001"}, {"kind", "card"}, {"last4", "4242"}}));
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM invoices WHERE customer = 'cus_1001'")), 3);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM invoices WHERE customer = 'cus_1002'")), 2);
}

void DemoDataTest::thereIsEnoughOfEverything()
{
    TemporaryStore store;
    VERIFY_RESULT(loadDemoData(*store.database));
    const auto count = [&](const char *table) {
        return store.number(QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table));
    };

    QVERIFY(count("customers") >= 40);
    QVERIFY(count("tickets") >= 60);
    QVERIFY(count("conversations") >= 30);
    QVERIFY(count("messages") >= 90);
    QVERIFY(count("subscriptions") >= 30);
    QVERIFY(count("payment_methods") >= 30);
    SqliteConversationRepository conversations(*store.database);
    QVERIFY(conversations.unansweredMessages()->empty()); // the past is over
    QVERIFY(!conversations.search(QStringLiteral("retry-after"), 10)->empty());
}

void DemoDataTest::rowsAreConsistent()
{
    TemporaryStore store;
    VERIFY_RESULT(loadDemoData(*store.database));
    const auto none = [&](const char *sql) { return store.number(QString::fromLatin1(sql)) == 0; };

    for (const char *table : {"subscriptions", "invoices", "payment_methods", "tickets", "conversations"}) {
        const QByteArray sql =
            QByteArray("SELECT count(*) FROM ") + table + " WHERE customer NOT IN (SELECT id FROM customers)";
        QVERIFY2(none(sql.constData()), table);
    }
    QVERIFY(
        none("SELECT count(*) FROM invoices i WHERE refunded_minor <> (SELECT ifnull(sum(amount_minor), 0) "
             "FROM refunds r WHERE r.invoice = i.id AND r.status = 'succeeded')"));
    QVERIFY(none("SELECT count(*) FROM customers WHERE email NOT LIKE '%.example'"));
    QVERIFY(none(
        "SELECT count(*) FROM tickets t JOIN customers c ON c.id = t.customer WHERE t.created < c.joined"));
    QVERIFY(none("SELECT count(*) FROM messages m JOIN messages n ON n.conversation = m.conversation "
                 "AND n.id > m.id AND n.at < m.at"));
    QVERIFY(none("SELECT count(*) FROM messages WHERE at >= '2026-11-22'"));
}

void DemoDataTest::usedWorkspaceIsRefused()
{
    TemporaryStore store;
    VERIFY_RESULT(loadDemoData(*store.database));

    const auto again = loadDemoData(*store.database);

    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
}

void DemoDataTest::customersAreFound()
{
    TemporaryStore store;
    VERIFY_RESULT(loadDemoData(*store.database));
    const SqliteCustomerRepository customers(*store.database);

    const auto mara = customers.findByEmail(QStringLiteral(" Mara@Lindqvist.EXAMPLE "));
    VERIFY_RESULT(mara);
    QVERIFY(mara->has_value());
    QCOMPARE((*mara)->id, QStringLiteral("cus_1001"));
    QCOMPARE((*mara)->joined, QDate(2024, 5, 14));
    QCOMPARE((*mara)->recentTickets.size(), 3u);
    QCOMPARE((*mara)->recentTickets.front().subject, QStringLiteral("Templates for room plans")); // newest
    QVERIFY((*mara)->recentTickets.front().isResolved());
    QVERIFY(!customers.findById(QStringLiteral("cus_9"))->has_value());
    QVERIFY(!customers.findByEmail(QString())->has_value());
    QVERIFY(!customers.findByEmail(QStringLiteral("%@lindqvist.example"))->has_value());
    QCOMPARE(customers.search(QStringLiteral("okafor"), 10)->size(), 1u);
    QCOMPARE(customers.search(QString(), 10)->size(), 10u);
}

void DemoDataTest::knowledgeIsKept()
{
    TemporaryStore store;
    SqliteKnowledgeRepository knowledge(*store.database);
    StoredDocument document;
    document.document = {QStringLiteral("a"),
                         QStringLiteral("Title"),
                         Category::Billing,
                         QStringLiteral("https://x.example"),
                         QStringLiteral("2026-11-01"),
                         QStringLiteral("Text")};
    document.contentHash = QByteArray("\x00\x01", 2);
    document.passages = {
        {{QStringLiteral("a"), 0, QStringLiteral("H"), QStringLiteral("one")}, QByteArray("v0")},
        {{QStringLiteral("a"), 1, QString(), QStringLiteral("two")}, QByteArray()}};
    VERIFY_RESULT(knowledge.upsert(std::vector{document}));
    document.passages.pop_back();
    document.document.title = QStringLiteral("New title");
    VERIFY_RESULT(knowledge.upsert(std::vector{document}));

    std::vector<StoredDocument> all;
    VERIFY_RESULT(knowledge.loadAll([&](StoredDocument &&stored) -> Result<> {
        all.push_back(std::move(stored));
        return {};
    }));
    QCOMPARE(all.size(), 1u);
    QVERIFY(all.front().document == document.document);
    QCOMPARE(all.front().contentHash, document.contentHash);
    QCOMPARE(all.front().passages.size(), 1u);
    QVERIFY(all.front().passages.front().passage == document.passages.front().passage);
    QCOMPARE(all.front().passages.front().vectors, QByteArray("v0"));
    QCOMPARE(knowledge.list()->front().passages, 1);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM passages_fts WHERE passages_fts MATCH 'two'")),
             0);
    VERIFY_RESULT(knowledge.remove(QStringLiteral("a")));
    VERIFY_RESULT(knowledge.remove(QStringLiteral("a")));
    QVERIFY(!knowledge.find(QStringLiteral("a"))->has_value());
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM vectors")), 0);
}

QTEST_GUILESS_MAIN(DemoDataTest)
#include "tst_demodata.moc"
