#include "store/StoreTestSupport.h"

#include "store/SqliteAuditLog.h"
#include "store/SqliteBusinessBackend.h"
#include "store/SqliteEffectLedger.h"

#include <atomic>
#include <QtTest>
#include <thread>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

const EffectKey key{QStringLiteral("m1.0.abc")};

EffectIntent intent(const EffectKey &of = key)
{
    EffectIntent begun;
    begun.key = of;
    begun.tool = QStringLiteral("process_refund");
    begun.argsDigest = QStringLiteral("abc");
    begun.customer = QStringLiteral("cus_1");
    begun.at = at(0);
    begun.amount = Money{4900, QStringLiteral("USD")};
    begun.approvedBy = QStringLiteral("Olga");
    return begun;
}

RefundOrder order(qint64 minor, const char *invoice = "INV-1")
{
    return {QStringLiteral("cus_1"),
            QString::fromLatin1(invoice),
            {minor, QStringLiteral("USD")},
            QStringLiteral("asked"),
            at(1),
            {}};
}

void loadInvoice(SqliteBusinessBackend &backend)
{
    VERIFY_RESULT(backend.loadRows({{"customers", Json::array({{{"id", "cus_1"}}})},
                                    {"invoices", Json::array({{{"id", "INV-1"},
                                                               {"customer", "cus_1"},
                                                               {"amount_minor", 4900},
                                                               {"currency", "USD"},
                                                               {"status", "paid"}}})}}));
}

} // namespace

// The ledger's edges, and the backend that has its effects in it.
class EffectLedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDoneStaysDone();
    void beginRevivesOnlyWhatDidNotHappen_data();
    void beginRevivesOnlyWhatDidNotHappen();
    void eachStateIsRecordedWithItsMoney();
    void anUnrecordedEffectDoesNotHappen();
    void theBackendRefundsNoMoreThanIsLeft();
    void parallelRefundsOfOneInvoice();
    void oneKeyRefundsOnce();
    void onlyWhatWasPaidIsRefunded_data();
    void onlyWhatWasPaidIsRefunded();
    void aUsedResetIsNotFresh();
    void whatWasDoneIsCountedFromItsEnd();
    void onlyWhatIsAskedForIsCounted();
};

void EffectLedgerTest::whatIsDoneStaysDone()
{
    TemporaryStore store;
    SqliteEffectLedger ledger(*store.database);
    VERIFY_RESULT(ledger.begin(intent()));
    VERIFY_RESULT(ledger.finish(key, "first", at(1)));

    VERIFY_RESULT(ledger.finish(key, "second", at(2)));
    QCOMPARE(ledger.find(key)->result, Json("first"));
    for (const EffectState state : {EffectState::Abandoned, EffectState::Unknown}) {
        const auto record = ledger.giveUp(key, state, QStringLiteral("late"), at(3));
        VERIFY_RESULT(record);
        QCOMPARE(record->state, EffectState::Done);
        QCOMPARE(record->result, Json("first"));
    }
    QCOMPARE(ledger.begin(intent())->state, EffectState::Done);
    QCOMPARE(ledger.find(key)->state, EffectState::Done);
    QCOMPARE(ledger.finish({QStringLiteral("never begun")}, 1, at(3)).error().kind, ErrorKind::Conflict);
}

void EffectLedgerTest::beginRevivesOnlyWhatDidNotHappen_data()
{
    QTest::addColumn<EffectState>("given");
    QTest::addColumn<EffectState>("after");
    QTest::newRow("abandoned") << EffectState::Abandoned << EffectState::Started;
    QTest::newRow("unknown") << EffectState::Unknown << EffectState::Unknown;
}

void EffectLedgerTest::beginRevivesOnlyWhatDidNotHappen()
{
    QFETCH(EffectState, given);
    QFETCH(EffectState, after);
    TemporaryStore store;
    SqliteEffectLedger ledger(*store.database);
    VERIFY_RESULT(ledger.begin(intent()));
    VERIFY_RESULT(ledger.giveUp(key, given, QStringLiteral("why"), at(1)));

    QCOMPARE(ledger.begin(intent())->state, given);
    QCOMPARE(ledger.find(key)->state, after);
    QVERIFY(SqliteAuditLog(*store.database).verify()->isIntact());
}

void EffectLedgerTest::eachStateIsRecordedWithItsMoney()
{
    TemporaryStore store;
    SqliteEffectLedger ledger(*store.database);
    SqliteBusinessBackend backend(*store.database);
    loadInvoice(backend);
    SqliteAuditLog audit(*store.database);
    const EffectKey second{QStringLiteral("m2.0.abc")};
    VERIFY_RESULT(ledger.begin(intent()));
    VERIFY_RESULT(backend.refund(key, order(4900)));
    VERIFY_RESULT(ledger.begin(intent(second)));
    VERIFY_RESULT(ledger.giveUp(second, EffectState::Abandoned, QStringLiteral("refused"), at(1)));
    VERIFY_RESULT(ledger.begin(intent(second)));
    VERIFY_RESULT(ledger.giveUp(second, EffectState::Unknown, QStringLiteral("no answer"), at(2)));

    auto page = audit.page(0, 10);
    VERIFY_RESULT(page);
    QStringList actions;
    for (auto record = page->rbegin(); record != page->rend(); ++record) {
        actions.append(record->entry.action);
        if (!record->entry.action.startsWith(QLatin1String("effect.")))
            continue;
        QCOMPARE(record->entry.actor, QStringLiteral("Olga"));
        QVERIFY(isSubset({{"tool", "process_refund"},
                          {"digest", "abc"},
                          {"approved_by", "Olga"},
                          {"amount", {{"minor", 4900}, {"currency", "USD"}}}},
                         record->entry.detail));
    }
    QCOMPARE(actions, QStringList({QStringLiteral("effect.started"), QStringLiteral("refund.made"),
                                   QStringLiteral("effect.done"), QStringLiteral("effect.started"),
                                   QStringLiteral("effect.failed"), QStringLiteral("effect.started"),
                                   QStringLiteral("effect.unknown")}));
    QCOMPARE(page->back().entry.subject, QStringLiteral("effect:") + key.value);
    const AuditEntry refund = page->at(page->size() - 2).entry;
    QVERIFY(isSubset(
        {{"invoice", "INV-1"}, {"effect", key.value}, {"amount", {{"minor", 4900}, {"currency", "USD"}}}},
        refund.detail));
    QVERIFY(audit.verify()->isIntact());
}

// Effect and record are one transaction: where the record cannot be written, nothing happens.
void EffectLedgerTest::anUnrecordedEffectDoesNotHappen()
{
    TemporaryStore store;
    SqliteEffectLedger ledger(*store.database);
    SqliteBusinessBackend backend(*store.database);
    loadInvoice(backend);
    VERIFY_RESULT(ledger.begin(intent()));
    auto connection = store.database->connection();
    VERIFY_RESULT((*connection)
                      ->runOnce(QStringLiteral("CREATE TRIGGER full BEFORE INSERT ON audit_log BEGIN SELECT "
                                               "raise(ABORT, 'no'); END")));

    QVERIFY(!backend.refund(key, order(4900)));
    QVERIFY(!ledger.finish(key, 1, at(1)));
    QVERIFY(!ledger.begin(intent({QStringLiteral("m2.0.abc")})));

    QCOMPARE(ledger.find(key)->state, EffectState::Started);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM refunds")), 0);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM effects")), 1);
    QCOMPARE(store.number(QStringLiteral("SELECT refunded_minor FROM invoices")), 0);
}

void EffectLedgerTest::theBackendRefundsNoMoreThanIsLeft()
{
    TemporaryStore store;
    SqliteEffectLedger ledger(*store.database);
    SqliteBusinessBackend backend(*store.database);
    loadInvoice(backend);
    const auto refund = [&](const char *of, qint64 minor) {
        const EffectKey own{QString::fromLatin1(of)};
        VERIFY_RESULT(ledger.begin(intent(own)));
        const auto done = backend.refund(own, order(minor));
        QCOMPARE(done.has_value(), minor > 0 && minor <= 4800);
        if (!done)
            QCOMPARE(done.error().kind, ErrorKind::Denied);
    };
    refund("a", 4901);
    refund("b", 0);
    refund("c", -100);
    refund("d", 4800);
    VERIFY_RESULT(ledger.begin(intent({QStringLiteral("e")})));
    QCOMPARE(backend.refund({QStringLiteral("e")}, order(101)).error().kind, ErrorKind::Denied);
    VERIFY_RESULT(backend.refund({QStringLiteral("e")}, order(100)));
    QCOMPARE(store.number(QStringLiteral("SELECT refunded_minor FROM invoices")), 4900);
    QCOMPARE(store.number(QStringLiteral("SELECT sum(amount_minor) FROM refunds")), 4900);
    QCOMPARE(backend.refund({QStringLiteral("f")}, order(1, "INV-9")).error().kind, ErrorKind::NotFound);
}

void EffectLedgerTest::parallelRefundsOfOneInvoice()
{
    TemporaryStore store;
    SqliteEffectLedger ledger(*store.database);
    SqliteBusinessBackend backend(*store.database);
    loadInvoice(backend);
    std::atomic<int> done = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] {
                const EffectKey own{QStringLiteral("m%1.0.abc").arg(i)};
                if (ledger.begin(intent(own)) && backend.refund(own, order(4900)))
                    ++done;
            });
        }
    }
    QCOMPARE(done.load(), 1);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM refunds")), 1);
    QVERIFY(SqliteAuditLog(*store.database).verify()->isIntact());
}

void EffectLedgerTest::oneKeyRefundsOnce()
{
    TemporaryStore store;
    SqliteEffectLedger ledger(*store.database);
    SqliteBusinessBackend backend(*store.database);
    loadInvoice(backend);
    VERIFY_RESULT(ledger.begin(intent()));

    const auto first = backend.refund(key, order(100));
    const auto again = backend.refund(key, order(100));

    VERIFY_RESULT(first);
    VERIFY_RESULT(again);
    QCOMPARE(toBytes(*again), toBytes(*first));
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM refunds")), 1);
    QCOMPARE(store.number(QStringLiteral("SELECT refunded_minor FROM invoices")), 100);
}

void EffectLedgerTest::onlyWhatWasPaidIsRefunded_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("isRefunded");
    QTest::newRow("paid") << QStringLiteral("paid") << true;
    QTest::newRow("partly refunded") << QStringLiteral("partially_refunded") << true;
    for (const char *status : {"open", "overdue", "void", "refunded"})
        QTest::newRow(status) << QString::fromLatin1(status) << false;
}

// The gate saw a paid invoice; what counts is what it is when the money moves.
void EffectLedgerTest::onlyWhatWasPaidIsRefunded()
{
    QFETCH(QString, status);
    QFETCH(bool, isRefunded);
    TemporaryStore store;
    SqliteEffectLedger ledger(*store.database);
    SqliteBusinessBackend backend(*store.database);
    loadInvoice(backend);
    VERIFY_RESULT(ledger.begin(intent()));
    auto connection = store.database->connection();
    VERIFY_RESULT((*connection)->run(QStringLiteral("UPDATE invoices SET status = ?"), status));

    const auto done = backend.refund(key, order(100));

    QCOMPARE(done.has_value(), isRefunded);
    if (!done)
        QCOMPARE(done.error().kind, ErrorKind::Denied);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM refunds")), isRefunded ? 1 : 0);
}

void EffectLedgerTest::aUsedResetIsNotFresh()
{
    TemporaryStore store;
    SqliteEffectLedger ledger(*store.database);
    SqliteBusinessBackend backend(*store.database);
    loadInvoice(backend);
    ResetOrder reset;
    reset.customer = QStringLiteral("cus_1");
    reset.tokenHash = QStringLiteral("h");
    reset.at = at(0);
    reset.expires = at(60);
    reset.result = {{"status", "sent"}};
    reset.mail.recipient = QStringLiteral("ada@brook.example");
    const auto ask = [&](const char *of) {
        const EffectKey own{QString::fromLatin1(of)};
        VERIFY_RESULT(ledger.begin(intent(own)));
        VERIFY_RESULT(backend.requestReset(own, reset, {}));
    };
    ask("a");
    ask("b"); // the first is fresh: nothing new is made
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM password_resets")), 1);

    auto connection = store.database->connection();
    VERIFY_RESULT((*connection)->runOnce(QStringLiteral("UPDATE password_resets SET used = 1")));
    ask("c");
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM password_resets")), 2);
    reset.at = at(0).addSecs(60); // as old as it may be
    ask("d");
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM password_resets")), 3);
}

// A limit of the last day counts money that went within it, also when it was asked for before.
void EffectLedgerTest::whatWasDoneIsCountedFromItsEnd()
{
    const TemporaryStore store;
    SqliteEffectLedger ledger(*store.database);
    VERIFY_RESULT(ledger.begin(intent())); // at 0
    PastEffectQuery query;
    query.tools = QStringList{QStringLiteral("process_refund")};
    query.since = at(5);
    QVERIFY(ledger.past(query)->empty());

    VERIFY_RESULT(ledger.finish(key, Json::object(), at(10)));

    const auto counted = ledger.past(query);
    VERIFY_RESULT(counted);
    QCOMPARE(counted->size(), size_t(1));
    QCOMPARE(counted->front().at, at(10));
    query.since = at(10); // those after it
    QVERIFY(ledger.past(query)->empty());
}

void EffectLedgerTest::onlyWhatIsAskedForIsCounted()
{
    const TemporaryStore store;
    SqliteEffectLedger ledger(*store.database);
    const auto done = [&](const QString &name, const QString &tool, const QString &customer,
                          const QString &by) {
        EffectIntent one = intent({name});
        one.tool = tool;
        one.customer = customer;
        one.approvedBy = by;
        VERIFY_RESULT(ledger.begin(one));
        VERIFY_RESULT(ledger.finish(one.key, Json::object(), at(1)));
    };
    const QString refund = QStringLiteral("process_refund");
    const QString olga = QStringLiteral("Olga");
    done(QStringLiteral("counted"), refund, QStringLiteral("cus_1"), olga);
    done(QStringLiteral("another tool"), QStringLiteral("reset_password"), QStringLiteral("cus_1"), olga);
    done(QStringLiteral("another customer"), refund, QStringLiteral("cus_2"), olga);
    done(QStringLiteral("another approver"), refund, QStringLiteral("cus_1"), QStringLiteral("Paul"));
    VERIFY_RESULT(ledger.begin(intent({QStringLiteral("begun")})));
    VERIFY_RESULT(ledger.begin(intent({QStringLiteral("given up")})));
    VERIFY_RESULT(
        ledger.giveUp({QStringLiteral("given up")}, EffectState::Abandoned, QStringLiteral("no"), at(1)));
    VERIFY_RESULT(ledger.begin(intent({QStringLiteral("unknown")})));
    VERIFY_RESULT(
        ledger.giveUp({QStringLiteral("unknown")}, EffectState::Unknown, QStringLiteral("cut"), at(1)));
    PastEffectQuery query;
    query.tools = QStringList{refund};
    query.customer = QStringLiteral("cus_1");
    query.approvedBy = olga;
    query.since = at(-60);

    QCOMPARE(ledger.past(query)->size(), size_t(3)); // counted, begun, unknown: it may have happened
    query.countsBegun = false;
    QCOMPARE(ledger.past(query)->size(), size_t(2));
    query.except = {QStringLiteral("counted")};
    QCOMPARE(ledger.past(query)->size(), size_t(1));
    query.except = {};
    query.approvedBy = {};
    QCOMPARE(ledger.past(query)->size(), size_t(3)); // and Paul's
    query.customer = {};
    QCOMPARE(ledger.past(query)->size(), size_t(4));
}

QTEST_GUILESS_MAIN(EffectLedgerTest)
#include "tst_effectledger.moc"
