// What models cost, and that budgets hold when many pay at once.

#include "StoreTestSupport.h"

#include "store/SqliteCallLedger.h"
#include "store/SqliteModelRepository.h"

#include <atomic>
#include <thread>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

class CallLedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void budgetsHoldWithManyAtOnce();
    void smallestBudgetDecides();
    void aBudgetIsSpentToItsLastNanodollar();
    void aRunHasABudgetOfItsOwn();
    void unsettledStaysReserved();
    void aCallIsSettledOnce();
    void reportAddsUp();
    void profilesAreKept();
    void lastCallsOfAModelAreTold();

private:
    static NewModelCall callOf(double usd, const QString &stage = u"answer"_s)
    {
        NewModelCall call;
        call.model = u"fast"_s;
        call.purpose.stage = stage;
        call.reservedUsd = usd;
        call.at = at(0);
        return call;
    }
    static BudgetLimits wide() { return {100.0, 100.0, 100.0, 100.0}; }
};

void CallLedgerTest::budgetsHoldWithManyAtOnce()
{
    // 64 callers, each of which settles at another cost than it reserved: never is more out than the budget.
    const TemporaryStore store;
    SqliteCallLedger ledger(*store.database);
    BudgetLimits limits = wide();
    limits.day = 1.0;
    std::atomic<int> granted = 0;
    std::atomic<qint64> settledNano = 0;
    std::atomic<bool> hasFailed = false;
    std::vector<std::thread> threads;
    for (int i = 0; i < 64; ++i) {
        threads.emplace_back([&, i] {
            for (int k = 0; k < 4; ++k) {
                const auto reserved = ledger.reserve(callOf(0.02), limits);
                if (!reserved) {
                    hasFailed = true;
                    return;
                }
                if (reserved->spent)
                    continue;
                ++granted;
                const qint64 nano = (i * 4 + k) % 20 * 1'000'000; // 0 to 0.019 dollars
                settledNano += nano;
                SettledCall settled;
                settled.budgetUsd = static_cast<double>(nano) / 1e9;
                settled.costUsd = settled.budgetUsd;
                if (!ledger.settle(reserved->id, settled))
                    hasFailed = true;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();

    QVERIFY(!hasFailed);
    QVERIFY(granted > 0);
    QVERIFY2(settledNano <= 1'000'000'000, qPrintable(QString::number(settledNano)));
    QVERIFY(store.number(u"SELECT SUM(budget_nano) FROM model_calls"_s) <= 1'000'000'000);
    QCOMPARE(store.number(u"SELECT COUNT(*) FROM model_calls WHERE state = 'reserved'"_s), 0);
}

void CallLedgerTest::smallestBudgetDecides()
{
    const TemporaryStore store;
    SqliteCallLedger ledger(*store.database);
    const auto opened = openConversation(*store.database, u"cus_1"_s, u"Hello"_s);
    NewModelCall call = callOf(0.3);
    call.purpose.conversation = opened.conversation.id;
    BudgetLimits limits = wide();
    limits.conversation = 0.5;

    QVERIFY(!ledger.reserve(call, limits)->spent);
    QCOMPARE(ledger.reserve(call, limits)->spent, std::optional(BudgetScope::Conversation));
    QVERIFY(!ledger.reserve(callOf(0.3), limits)->spent); // another conversation goes on
    limits.month = 0.7;
    QCOMPARE(ledger.reserve(callOf(0.3), limits)->spent, std::optional(BudgetScope::Month));
    NewModelCall later = callOf(0.3);
    later.at = at(0).addDays(20); // next month
    QVERIFY(!ledger.reserve(later, limits)->spent);
    limits.day = 0.0;
    QCOMPARE(ledger.reserve(later, limits)->spent, std::optional(BudgetScope::Day));
}

void CallLedgerTest::aBudgetIsSpentToItsLastNanodollar()
{
    const TemporaryStore store;
    SqliteCallLedger ledger(*store.database);
    BudgetLimits limits = wide();
    limits.day = 0.5;

    QVERIFY(!ledger.reserve(callOf(0.5), limits)->spent); // all of it
    // The least of prices is rounded up: any number of calls for nothing is not what a budget means.
    QCOMPARE(ledger.reserve(callOf(1e-12), limits)->spent, std::optional(BudgetScope::Day));
}

void CallLedgerTest::aRunHasABudgetOfItsOwn()
{
    const TemporaryStore store;
    SqliteCallLedger ledger(*store.database);
    const auto opened = openConversation(*store.database, u"cus_1"_s, u"Hello"_s);
    const auto run =
        SqliteRunRepository(*store.database).begin(opened.conversation.id, opened.message, at(0));
    VERIFY_RESULT(run);
    NewModelCall call = callOf(0.3);
    call.purpose.run = run->id;
    BudgetLimits limits = wide();
    limits.run = 0.5;

    QVERIFY(!ledger.reserve(call, limits)->spent);
    QCOMPARE(ledger.reserve(call, limits)->spent, std::optional(BudgetScope::Run));
    QVERIFY(!ledger.reserve(callOf(0.3), limits)->spent); // of no run
}

void CallLedgerTest::unsettledStaysReserved()
{
    const TemporaryStore store;
    BudgetLimits limits = wide();
    limits.day = 1.0;
    QVERIFY(!SqliteCallLedger(*store.database).reserve(callOf(0.8), limits)->spent);

    // The program died; another one goes on.
    QCOMPARE(SqliteCallLedger(*store.database).reserve(callOf(0.3), limits)->spent,
             std::optional(BudgetScope::Day));
}

void CallLedgerTest::aCallIsSettledOnce()
{
    const TemporaryStore store;
    SqliteCallLedger ledger(*store.database);
    const auto reserved = ledger.reserve(callOf(0.5), wide());
    VERIFY_RESULT(reserved);
    VERIFY_RESULT(ledger.settle(reserved->id, {}));

    QVERIFY(!ledger.settle(reserved->id, {}));
}

void CallLedgerTest::reportAddsUp()
{
    const TemporaryStore store;
    SqliteCallLedger ledger(*store.database);
    for (int day = 0; day < 3; ++day) {
        for (const QString &stage : {u"route"_s, u"answer"_s}) {
            NewModelCall call = callOf(0.1, stage);
            call.at = at(0).addDays(day);
            const auto reserved = ledger.reserve(call, wide());
            VERIFY_RESULT(reserved);
            SettledCall settled;
            settled.usage.input = 100;
            settled.usage.output = 10;
            settled.budgetUsd = 0.05;
            if (stage == u"answer"_s)
                settled.costUsd = 0.05;
            VERIFY_RESULT(ledger.settle(reserved->id, settled));
        }
    }

    const auto byDay = ledger.report(CostBy::Day, {}, {});
    VERIFY_RESULT(byDay);
    QCOMPARE(byDay->size(), size_t(3));
    QCOMPARE(byDay->front().key, u"2026-11-22"_s);
    QCOMPARE(byDay->front().calls, 2);
    QCOMPARE(byDay->front().tokensIn, 200);
    QCOMPARE(byDay->front().costUsd, 0.05);
    QCOMPARE(byDay->front().unpriced, 1);

    const auto byStage = ledger.report(CostBy::Stage, QDate(2026, 11, 23), QDate(2026, 11, 24));
    VERIFY_RESULT(byStage);
    QCOMPARE(byStage->size(), size_t(2));
    QCOMPARE(byStage->front().key, u"answer"_s);
    QCOMPARE(byStage->front().calls, 2);
    QCOMPARE(byStage->front().costUsd, 0.1);
}

void CallLedgerTest::profilesAreKept()
{
    const TemporaryStore store;
    const FixedClock clock(at(0));
    SqliteModelRepository models(*store.database, clock);
    ModelProfile profile;
    profile.name = u"fast"_s;
    profile.url = QUrl(u"http://127.0.0.1:1/v1"_s);
    profile.model = u"tiny"_s;

    VERIFY_RESULT(models.save(profile, u"Ada"_s));
    profile.model = u"small"_s;
    VERIFY_RESULT(models.save(profile, u"Ada"_s));
    const auto read = models.model(u"fast"_s);
    VERIFY_RESULT(read);
    QVERIFY(read->has_value());
    QCOMPARE((*read)->model, u"small"_s);
    QCOMPARE(models.models()->size(), size_t(1));
    QCOMPARE(store.number(u"SELECT COUNT(*) FROM audit_log WHERE action = 'model.saved'"_s), 2);

    VERIFY_RESULT(models.remove(u"fast"_s, u"Ada"_s));
    QVERIFY(!models.model(u"fast"_s)->has_value());
    QVERIFY(!models.remove(u"fast"_s, u"Ada"_s));
}

void CallLedgerTest::lastCallsOfAModelAreTold()
{
    const TemporaryStore store;
    SqliteCallLedger ledger(*store.database);
    QVERIFY(ledger.lastFaults(u"fast"_s, 5)->empty());
    for (const char *fault : {"timeout", "", "key_wrong"}) {
        const auto reserved = ledger.reserve(callOf(0.5), wide());
        VERIFY_RESULT(reserved);
        SettledCall settled;
        settled.budgetUsd = 0.25;
        settled.fault = QString::fromLatin1(fault);
        VERIFY_RESULT(ledger.settle(reserved->id, settled));
    }
    VERIFY_RESULT(ledger.reserve(callOf(0.5), wide())); // under way: nothing has become of it yet

    const auto last = ledger.lastFaults(u"fast"_s, 2);

    VERIFY_RESULT(last);
    QCOMPARE(last->size(), size_t(2));
    QCOMPARE(last->at(0), std::optional(ChatFault::KeyWrong));
    QVERIFY(!last->at(1));
    QVERIFY(ledger.lastFaults(u"other"_s, 2)->empty());
    const auto rows = ledger.report(CostBy::Day, {}, {});
    QCOMPARE(rows->front().budgetUsd, 3 * 0.25 + 0.5);
}

QTEST_GUILESS_MAIN(CallLedgerTest)
#include "tst_callledger.moc"
