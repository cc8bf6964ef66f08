#include "store/StoreTestSupport.h"

#include "store/SqliteApprovalRepository.h"
#include "store/SqliteAuditLog.h"

#include <atomic>
#include <QtTest>
#include <thread>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

NewApproval refund(ConversationId conversation, const QString &key = QStringLiteral("call-1"))
{
    NewApproval request;
    request.callKey = key;
    request.conversation = conversation;
    request.tool = QStringLiteral("process_refund");
    request.args = {{"invoice_id", "INV-7001"}, {"amount_minor", 24900}, {"currency", "USD"}};
    request.amount = Money{24900, QStringLiteral("USD")};
    request.customer = QStringLiteral("cus_1");
    request.shown = {{"destination", "pm_1"}, {"customer_status", "active"}};
    request.preview = QStringLiteral("Refund 249.00 USD of INV-7001");
    request.createdAt = at(0);
    request.expiresAt = at(60);
    return request;
}

} // namespace

class ApprovalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digestNamesEverything();
    void sameCallGivesTheSameApproval();
    void approvalIsUsableOnce();
    void concurrentDecisionsHaveOneWinner();
    void wrongDigestIsRefusedAndAudited();
    void expiredOneIsDenied();
    void oneAskedForInTheFutureWaits();
    void overdueOnesExpire();
    void voidedOneCannotBeUsed();
    void decidedOnesWaitUntilSettled();
    void aChangedRowIsRefused_data();
    void aChangedRowIsRefused();
    void whatShowsSomethingElseTakesItsPlace();
    void anExecutedOrRefusedOneIsNotReplaced();
    void expiryIsTheLastInstant();
    void voidingIsOfOneConversation();
    void listIsByStateAndTime();
};

void ApprovalsTest::digestNamesEverything()
{
    const NewApproval base = refund({1});
    QList<NewApproval> others(11, base);
    others[0].tool = QStringLiteral("other");
    others[1].args["amount_minor"] = 24901;
    others[2].amount->minor = 1;
    others[3].customer = QStringLiteral("cus_2");
    others[4].expiresAt = at(61);
    others[5].preview = QStringLiteral("Refund 1.00 USD of INV-7001");
    others[6].conversation = {2};
    others[7].shown["destination"] = "pm_2";
    others[8].shown["customer_status"] = "closed";
    others[9].isForMode = true;
    others[10].run = {9};

    QCOMPARE(approvalDigest(base).size(), 64);
    QCOMPARE(approvalDigest(base), approvalDigest(refund({1}, QStringLiteral("call-2"))));
    for (const NewApproval &other : others)
        QVERIFY(approvalDigest(other) != approvalDigest(base));
}

void ApprovalsTest::sameCallGivesTheSameApproval()
{
    TemporaryStore store;
    SqliteApprovalRepository approvals(*store.database);
    const auto id =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi")).conversation.id;

    const auto first = approvals.create(refund(id));
    const auto again = approvals.create(refund(id));

    VERIFY_RESULT(again);
    QCOMPARE(again->id.value, first->id.value);
    QCOMPARE(again->digest, first->digest);
    QCOMPARE(again->request.preview, first->request.preview);
    QVERIFY(again->request.args == first->request.args);
    QVERIFY(again->request.amount == first->request.amount);
    QCOMPARE(approvals.pending()->size(), 1u);
    SqliteConversationRepository conversations(*store.database);
    QCOMPARE((*conversations.summary(id))->pendingApprovals, 1);
}

void ApprovalsTest::approvalIsUsableOnce()
{
    TemporaryStore store;
    SqliteApprovalRepository approvals(*store.database);
    const auto id =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi")).conversation.id;
    const auto approval = approvals.create(refund(id));

    const auto used = approvals.decide(approval->id, approval->digest, ApprovalDecision::Approve,
                                       QStringLiteral("Noor"), at(5));
    VERIFY_RESULT(used);
    QCOMPARE(used->state, ApprovalState::Approved);
    QCOMPARE(used->decidedBy, QStringLiteral("Noor"));
    const auto again = approvals.decide(approval->id, approval->digest, ApprovalDecision::Approve,
                                        QStringLiteral("Robin"), at(6));

    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QCOMPARE((*approvals.get(approval->id))->decidedBy, QStringLiteral("Noor"));
    QVERIFY(approvals.pending()->empty());
    SqliteConversationRepository conversations(*store.database);
    QCOMPARE((*conversations.summary(id))->pendingApprovals, 0);
    SqliteAuditLog audit(*store.database);
    QCOMPARE(audit.page(0, 1)->front().entry.action, QStringLiteral("approval.approved"));
    QVERIFY(audit.verify()->isIntact());
}

void ApprovalsTest::concurrentDecisionsHaveOneWinner()
{
    TemporaryStore store;
    SqliteApprovalRepository approvals(*store.database);
    const auto id =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi")).conversation.id;
    const auto approval = approvals.create(refund(id));
    std::atomic<int> winners = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] {
                const auto decision = i % 2 == 0 ? ApprovalDecision::Approve : ApprovalDecision::Deny;
                winners +=
                    approvals.decide(approval->id, approval->digest, decision, QStringLiteral("x"), at(5))
                        ? 1
                        : 0;
            });
        }
    }

    QCOMPARE(winners.load(), 1);
}

void ApprovalsTest::wrongDigestIsRefusedAndAudited()
{
    TemporaryStore store;
    SqliteApprovalRepository approvals(*store.database);
    const auto id =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi")).conversation.id;
    const auto approval = approvals.create(refund(id));
    NewApproval changed = refund(id);
    changed.args["amount_minor"] = 99900;

    const auto refused = approvals.decide(approval->id, approvalDigest(changed), ApprovalDecision::Approve,
                                          QStringLiteral("Noor"), at(5));

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Denied);
    QCOMPARE((*approvals.get(approval->id))->state, ApprovalState::Pending);
    SqliteAuditLog audit(*store.database);
    QCOMPARE(audit.page(0, 1)->front().entry.action, QStringLiteral("approval.refused"));
}

void ApprovalsTest::oneAskedForInTheFutureWaits()
{
    TemporaryStore store;
    SqliteApprovalRepository approvals(*store.database);
    const auto opened =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("refund me"));
    const auto approval = approvals.create(refund(opened.conversation.id));
    VERIFY_RESULT(approval);

    const auto early = approvals.decide(approval->id, approval->digest, ApprovalDecision::Approve,
                                        QStringLiteral("Noor"), at(-2 * 24 * 60));

    QVERIFY(!early);
    QCOMPARE(early.error().kind, ErrorKind::Denied);
    QCOMPARE((*approvals.get(approval->id))->state, ApprovalState::Pending);
    VERIFY_RESULT(approvals.decide(approval->id, approval->digest, ApprovalDecision::Approve,
                                   QStringLiteral("Noor"), at(-5))); // within what clocks are set by
}

void ApprovalsTest::expiredOneIsDenied()
{
    TemporaryStore store;
    SqliteApprovalRepository approvals(*store.database);
    const auto id =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi")).conversation.id;
    const auto approval = approvals.create(refund(id));

    const auto late = approvals.decide(approval->id, approval->digest, ApprovalDecision::Approve,
                                       QStringLiteral("Noor"), at(61));

    QVERIFY(!late);
    QCOMPARE(late.error().kind, ErrorKind::Timeout);
    QCOMPARE((*approvals.get(approval->id))->state, ApprovalState::Expired);
    QCOMPARE(
        approvals
            .decide(approval->id, approval->digest, ApprovalDecision::Approve, QStringLiteral("Noor"), at(5))
            .error()
            .kind,
        ErrorKind::Conflict);
}

void ApprovalsTest::overdueOnesExpire()
{
    TemporaryStore store;
    SqliteApprovalRepository approvals(*store.database);
    const auto id =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi")).conversation.id;
    const auto first = approvals.create(refund(id));
    NewApproval longer = refund(id, QStringLiteral("call-2"));
    longer.expiresAt = at(120);
    VERIFY_RESULT(approvals.create(longer));

    const auto expired = approvals.expireOverdue(at(61));

    VERIFY_RESULT(expired);
    QCOMPARE(expired->size(), 1u);
    QCOMPARE(expired->front().id.value, first->id.value);
    QCOMPARE(approvals.pending()->size(), 1u);
}

void ApprovalsTest::voidedOneCannotBeUsed()
{
    TemporaryStore store;
    SqliteApprovalRepository approvals(*store.database);
    const auto id =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi")).conversation.id;
    const auto approval = approvals.create(refund(id));

    VERIFY_RESULT(approvals.voidPendingOf(id, QStringLiteral("taken over"), at(2)));

    QCOMPARE(
        approvals
            .decide(approval->id, approval->digest, ApprovalDecision::Approve, QStringLiteral("Noor"), at(5))
            .error()
            .kind,
        ErrorKind::Conflict);
    QCOMPARE(approvals.voidPending(approval->id, QString(), at(3)).error().kind, ErrorKind::Conflict);
    QVERIFY(approvals.unsettled()->empty());
}

void ApprovalsTest::decidedOnesWaitUntilSettled()
{
    TemporaryStore store;
    SqliteApprovalRepository approvals(*store.database);
    const auto id =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi")).conversation.id;
    const auto approval = approvals.create(refund(id));
    QVERIFY(approvals.unsettled()->empty());

    VERIFY_RESULT(approvals.decide(approval->id, approval->digest, ApprovalDecision::Deny,
                                   QStringLiteral("Noor"), at(5)));
    QCOMPARE(approvals.unsettled()->size(), 1u);
    VERIFY_RESULT(approvals.markSettled(approval->id));

    QVERIFY(approvals.unsettled()->empty());
}

void ApprovalsTest::aChangedRowIsRefused_data()
{
    QTest::addColumn<QString>("assignment");
    for (const char *assignment :
         {"preview = 'Refund 1.00 USD'", "args = '{}'", "amount_minor = 100", "customer = 'cus_2'",
          "expires = '2099-01-01T00:00:00.000Z'", "shown = '{\"destination\":\"pm_2\"}'", "tool = 'x'",
          "for_mode = 1", "conversation = NULL"})
        QTest::newRow(assignment) << QString::fromLatin1(assignment);
}

void ApprovalsTest::aChangedRowIsRefused()
{
    QFETCH(QString, assignment);
    TemporaryStore store;
    SqliteApprovalRepository approvals(*store.database);
    const auto id =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi")).conversation.id;
    const auto approval = approvals.create(refund(id));
    VERIFY_RESULT(approval);
    auto connection = store.database->connection();
    VERIFY_RESULT((*connection)->runOnce(QStringLiteral("UPDATE approvals SET ") + assignment));

    // With the digest that was seen before, and with that of the row as it is now.
    const auto row = approvals.get(approval->id);
    for (const QString &digest : {approval->digest, approvalDigest((*row)->request)}) {
        const auto used =
            approvals.decide(approval->id, digest, ApprovalDecision::Approve, QStringLiteral("Noor"), at(5));
        QVERIFY(!used);
        QCOMPARE(used.error().kind, ErrorKind::Denied);
    }
    QCOMPARE((*approvals.get(approval->id))->state, ApprovalState::Pending);
    SqliteAuditLog audit(*store.database);
    QCOMPARE(audit.page(0, 1)->front().entry.action, QStringLiteral("approval.refused"));
    QVERIFY(!audit.verify()->isIntact());

    // Asked for again, it is a new one that tells what is true.
    const auto anew = approvals.create(refund(id));
    VERIFY_RESULT(anew);
    QVERIFY(anew->id != approval->id);
    QCOMPARE((*approvals.get(approval->id))->state, ApprovalState::Voided);
    VERIFY_RESULT(
        approvals.decide(anew->id, anew->digest, ApprovalDecision::Approve, QStringLiteral("Noor"), at(5)));
}

void ApprovalsTest::whatShowsSomethingElseTakesItsPlace()
{
    TemporaryStore store;
    SqliteApprovalRepository approvals(*store.database);
    const auto id =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi")).conversation.id;
    const auto first = approvals.create(refund(id));
    NewApproval later = refund(id);
    later.expiresAt = at(90); // made again by a resumed run
    QCOMPARE(approvals.create(later)->id, first->id);
    later.shown["destination"] = "pm_2";

    const auto second = approvals.create(later);

    VERIFY_RESULT(second);
    QVERIFY(second->id != first->id);
    QCOMPARE((*approvals.get(first->id))->state, ApprovalState::Voided);
    QCOMPARE((*approvals.byCallKey(QStringLiteral("call-1")))->id, second->id);
    QCOMPARE(approvals.pending()->size(), 1u);
    SqliteConversationRepository conversations(*store.database);
    QCOMPARE((*conversations.summary(id))->pendingApprovals, 1);

    // Approved, and changed before it was executed: it waits again.
    VERIFY_RESULT(approvals.decide(second->id, second->digest, ApprovalDecision::Approve,
                                   QStringLiteral("Noor"), at(5)));
    later.shown["destination"] = "pm_3";
    const auto third = approvals.create(later);
    VERIFY_RESULT(third);
    QCOMPARE(third->state, ApprovalState::Pending);
    QCOMPARE((*approvals.get(second->id))->state, ApprovalState::Voided);
    QVERIFY(SqliteAuditLog(*store.database).verify()->isIntact());
}

void ApprovalsTest::anExecutedOrRefusedOneIsNotReplaced()
{
    TemporaryStore store;
    SqliteApprovalRepository approvals(*store.database);
    const auto id =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi")).conversation.id;
    const auto denied = approvals.create(refund(id));
    VERIFY_RESULT(
        approvals.decide(denied->id, denied->digest, ApprovalDecision::Deny, QStringLiteral("Noor"), at(5)));
    const auto done = approvals.create(refund(id, QStringLiteral("call-2")));
    VERIFY_RESULT(
        approvals.decide(done->id, done->digest, ApprovalDecision::Approve, QStringLiteral("Noor"), at(5)));
    VERIFY_RESULT(approvals.markSettled(done->id));

    for (const QString &key : {QStringLiteral("call-1"), QStringLiteral("call-2")}) {
        NewApproval other = refund(id, key);
        other.shown["destination"] = "pm_2";
        const auto again = approvals.create(other);
        VERIFY_RESULT(again);
        QVERIFY(again->state != ApprovalState::Pending);
    }
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM approvals")), 2);
}

void ApprovalsTest::expiryIsTheLastInstant()
{
    TemporaryStore store;
    SqliteApprovalRepository approvals(*store.database);
    const auto id =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi")).conversation.id;
    const auto just = approvals.create(refund(id));
    const auto late = approvals.create(refund(id, QStringLiteral("call-2")));
    QVERIFY(approvals.expireOverdue(at(60))->empty());

    VERIFY_RESULT(
        approvals.decide(just->id, just->digest, ApprovalDecision::Approve, QStringLiteral("Noor"), at(60)));
    QCOMPARE(approvals
                 .decide(late->id, late->digest, ApprovalDecision::Approve, QStringLiteral("Noor"),
                         at(60).addMSecs(1))
                 .error()
                 .kind,
             ErrorKind::Timeout);
}

void ApprovalsTest::voidingIsOfOneConversation()
{
    TemporaryStore store;
    SqliteApprovalRepository approvals(*store.database);
    const auto one =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi")).conversation.id;
    const auto two =
        openConversation(*store.database, QStringLiteral("cus_2"), QStringLiteral("ho")).conversation.id;
    const auto first = approvals.create(refund(one));
    const auto second = approvals.create(refund(two, QStringLiteral("call-2")));

    VERIFY_RESULT(approvals.voidPendingOf(one, QStringLiteral("taken over"), at(2)));

    QCOMPARE((*approvals.get(first->id))->state, ApprovalState::Voided);
    QCOMPARE((*approvals.get(second->id))->state, ApprovalState::Pending);
}

void ApprovalsTest::listIsByStateAndTime()
{
    TemporaryStore store;
    SqliteApprovalRepository approvals(*store.database);
    const auto id =
        openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("hi")).conversation.id;
    std::vector<Approval> made;
    for (int minute : {0, 1, 2}) {
        NewApproval request = refund(id, QStringLiteral("call-%1").arg(minute));
        request.createdAt = at(minute);
        made.push_back(*approvals.create(request));
    }
    VERIFY_RESULT(approvals.decide(made[0].id, made[0].digest, ApprovalDecision::Approve,
                                   QStringLiteral("Noor"), at(5)));
    VERIFY_RESULT(approvals.decide(made[1].id, made[1].digest, ApprovalDecision::Deny,
                                   QStringLiteral("Robin"), at(6), QStringLiteral("already refunded")));
    const auto idsOf = [&](const ApprovalFilter &filter) {
        QList<qint64> ids;
        for (const Approval &approval : approvals.list(filter).value_or(std::vector<Approval>()))
            ids << approval.id.value;
        return ids;
    };
    const auto ids = [&](std::initializer_list<size_t> places) {
        QList<qint64> list;
        for (const size_t place : places)
            list << made[place].id.value;
        return list;
    };

    QCOMPARE(idsOf({}), ids({2, 1, 0}));
    QCOMPARE(idsOf({.states = {ApprovalState::Denied}}), ids({1}));
    QCOMPARE(idsOf({.states = {ApprovalState::Denied, ApprovalState::Approved}}), ids({1, 0}));
    QCOMPARE(idsOf({.from = at(1)}), ids({2, 1}));
    QCOMPARE(idsOf({.before = at(1)}), ids({0}));
    QCOMPARE(idsOf({.from = at(1), .before = at(2)}), ids({1}));
    QCOMPARE(idsOf({.limit = 1}), ids({2}));
    QCOMPARE(approvals.list({.states = {ApprovalState::Denied}})->front().reason,
             QStringLiteral("already refunded"));
}

QTEST_GUILESS_MAIN(ApprovalsTest)
#include "tst_approvals.moc"
