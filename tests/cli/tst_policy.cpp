// What the rules say to a call, and a call by hand: the same gate, approvals and ledger as the pipeline's.

#include "CommandLine.h"
#include "core/Clock.h"
#include "core/ResourcePaths.h"
#include "store/SqliteApprovalRepository.h"
#include "support/TestSupport.h"

#include <QDir>
#include <QFile>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

const QString customer = u"cus_1001"_s; // INV-1041 and INV-1042 of 49.00 USD, paid
const QString other = u"cus_1002"_s;    // INV-1050 of 249.00 USD, paid

Json refund(const char *invoice, const Json &minor, const char *currency = "USD")
{
    return {{"invoice_id", invoice}, {"amount_minor", minor}, {"currency", currency}};
}

QString textOf(const Json &json)
{
    return QString::fromUtf8(toBytes(json));
}

} // namespace

class PolicyCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneCallIsExplained_data();
    void oneCallIsExplained();
    void smallOnesAreSummedUpOverConversationsAndDays();
    void whatWasRefundedIsNotRefundedAgain();
    void anApprovalServesItsCallOnce();
    void anApprovalWhoseTimeIsOverIsOfNoUse();
    void aFromLineProvesNothing();
    void aCallThatNeedsAPersonWaits();
    void twoPeopleSayYes();
    void toolsAreListedWithWhatTheRulesAsk();
    void rulesAreChecked();
    void brokenRulesHoldEverythingAndSaySo();

private:
    Json explain(const QString &whose, const QString &tool, const Json &args,
                 const QStringList &more = {}) const
    {
        return m_line->ask(QStringList{u"policy"_s, u"explain"_s, u"--tool"_s, tool, u"--customer"_s, whose,
                                       u"--args"_s, textOf(args)} +
                           more);
    }
    QString clause(const Json &args, const QStringList &more = {}) const
    {
        return stringOr(explain(customer, u"process_refund"_s, args, more), "clause");
    }
    Json call(const QString &whose, const Json &args, const QStringList &more = {}) const
    {
        return m_line->ask(QStringList{u"tools"_s, u"call"_s, u"process_refund"_s, u"--customer"_s, whose,
                                       u"--args"_s, textOf(args)} +
                           more);
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(QDir(m_line->folder()).filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    std::unique_ptr<Database> database() const
    {
        auto opened = Database::open(QDir(m_line->folder()).filePath(u"helmdesk.db"_s));
        return opened ? std::move(*opened) : nullptr;
    }

    std::unique_ptr<CommandLine> m_line;
};

void PolicyCommandsTest::init()
{
    auto line = CommandLine::create();
    VERIFY_RESULT(line);
    m_line = std::move(*line);
}

void PolicyCommandsTest::oneCallIsExplained_data()
{
    QTest::addColumn<QString>("whose");
    QTest::addColumn<QString>("args");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("clause");
    const auto row = [](const char *name, const QString &whose, const Json &args, const char *verdict,
                        const char *clause) {
        QTest::newRow(name) << whose << textOf(args) << QString::fromLatin1(verdict)
                            << QString::fromLatin1(clause);
    };
    row("within the limits", customer, refund("INV-1042", 4900), "allow", "");
    row("a stranger's invoice", customer, refund("INV-1050", 4900), "deny", "not_found");
    row("no invoice", customer, refund("INV-9999", 4900), "deny", "not_found");
    row("over the limit", other, refund("INV-1050", 10001), "needs_approval", "refund_limit");
    row("at the limit", other, refund("INV-1050", 10000), "allow", "");
    row("more than was paid", customer, refund("INV-1042", 4901), "deny", "exceeds_paid");
    row("a foreign currency", customer, refund("INV-1042", 4900, "EUR"), "deny", "currency");
    row("negative", customer, refund("INV-1042", -4900), "deny", "schema");
    row("zero", customer, refund("INV-1042", 0), "deny", "schema");
    row("a fraction of a cent", customer, refund("INV-1042", 4900.5), "deny", "schema");
    row("10^30", customer, refund("INV-1042", 1e30), "deny", "schema");
    Json more = refund("INV-1042", 4900);
    more["customer"] = "cus_1002";
    row("an extra argument", customer, more, "deny", "schema");
    row("nobody", QString(), refund("INV-1042", 4900), "deny", "not_found");
}

void PolicyCommandsTest::oneCallIsExplained()
{
    QFETCH(QString, whose);
    QFETCH(QString, args);
    QFETCH(QString, verdict);
    QFETCH(QString, clause);

    const Json told = explain(whose, u"process_refund"_s, *parseJson(args.toUtf8()));

    QCOMPARE(stringOr(told, "verdict"), verdict);
    QCOMPARE(stringOr(told, "clause"), clause);
    QCOMPARE(stringOr(told, "why").isEmpty(), clause.isEmpty());
}

// Five of 65.00 in three conversations on two days: the first four were made.
void PolicyCommandsTest::smallOnesAreSummedUpOverConversationsAndDays()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    int number = 0;
    for (const auto &[hours, conversation] :
         {std::pair(49, 1), std::pair(30, 2), std::pair(28, 2), std::pair(26, 3)}) {
        const auto opened = database();
        QVERIFY(opened);
        auto connection = opened->connection();
        VERIFY_RESULT(connection);
        VERIFY_RESULT((*connection)
                          ->run(u"INSERT INTO effects (key, tool, customer, conversation, amount_minor, "
                                u"currency, state, started, "
                                "finished) VALUES (?, 'process_refund', ?, ?, 6500, 'USD', 'done', ?, ?)"_s,
                                QStringLiteral("before.%1").arg(++number), other, conversation,
                                toIso(now.addSecs(-3600 * hours)), toIso(now.addSecs(-3600 * hours))));
    }
    const Json fifth = explain(other, u"process_refund"_s, refund("INV-1050", 6500));
    QCOMPARE(stringOr(fifth, "verdict"), u"needs_approval"_s);
    QCOMPARE(stringOr(fifth, "clause"), u"refund_monthly_total"_s);

    QCOMPARE(stringOr(call(other, refund("INV-1050", 4000)), "status"), u"done"_s);
    const Json sixth = explain(other, u"process_refund"_s, refund("INV-1050", 6500));
    QCOMPARE(stringOr(sixth, "clause"), u"refund_daily_total"_s);
}

void PolicyCommandsTest::whatWasRefundedIsNotRefundedAgain()
{
    QCOMPARE(stringOr(call(customer, refund("INV-1042", 4900)), "status"), u"done"_s);
    QCOMPARE(*m_line->refunded(customer, u"INV-1042"_s), 4900);

    QCOMPARE(clause(refund("INV-1042", 4900)), u"not_refundable"_s);
    QCOMPARE(m_line
                 ->run({u"tools"_s, u"call"_s, u"process_refund"_s, u"--customer"_s, customer, u"--args"_s,
                        textOf(refund("INV-1042", 4900))})
                 .code,
             1);
    QCOMPARE(*m_line->refunded(customer, u"INV-1042"_s), 4900);
}

void PolicyCommandsTest::anApprovalServesItsCallOnce()
{
    const Json waiting = call(other, refund("INV-1050", 24900));
    QCOMPARE(stringOr(waiting, "status"), u"pending_approval"_s);
    const Json &approval = memberOrNull(waiting, "approval");
    const QString number = QString::number(integerOr(approval, "approval", 0));
    const auto with = [&](const Json &args, const QString &whose = other) {
        return stringOr(explain(whose, u"process_refund"_s, args, {u"--approval"_s, number}), "clause");
    };
    QCOMPARE(with(refund("INV-1050", 24900)), QString());
    QCOMPARE(with(refund("INV-1050", 24899)), u"arguments_changed"_s);
    QCOMPARE(with(refund("INV-1050", 24900), customer), u"another_customer"_s);

    const QStringList decision{u"approve"_s, number,  u"--digest"_s, stringOr(approval, "digest"),
                               u"--as"_s,    u"Kim"_s};
    QCOMPARE(m_line->run(decision).code, 0);
    QCOMPARE(*m_line->refunded(other, u"INV-1050"_s), 24900);
    QCOMPARE(with(refund("INV-1050", 24900)), u"approval_used"_s);
    QCOMPARE(m_line->run(decision).code, 1);
    QCOMPARE(*m_line->refunded(other, u"INV-1050"_s), 24900);
}

void PolicyCommandsTest::anApprovalWhoseTimeIsOverIsOfNoUse()
{
    ApprovalId id;
    {
        const auto opened = database();
        QVERIFY(opened);
        NewApproval request;
        request.callKey = u"u1.0.x"_s;
        request.tool = u"process_refund"_s;
        request.args = refund("INV-1050", 24900);
        request.customer = other;
        request.preview = u"Refund 249.00 USD"_s;
        request.createdAt = QDateTime::currentDateTimeUtc().addDays(-2);
        request.expiresAt = request.createdAt.addDays(1);
        auto created = SqliteApprovalRepository(*opened).create(request);
        VERIFY_RESULT(created);
        id = created->id;
    }
    QCOMPARE(stringOr(explain(other, u"process_refund"_s, refund("INV-1050", 24900),
                              {u"--approval"_s, QString::number(id.value)}),
                      "clause"),
             u"approval_expired"_s);
}

void PolicyCommandsTest::aFromLineProvesNothing()
{
    const Json told =
        explain(customer, u"process_refund"_s, refund("INV-1042", 4900), {u"--channel"_s, u"mail"_s});
    QCOMPARE(stringOr(told, "verdict"), u"deny"_s);
    QCOMPARE(stringOr(told, "clause"), u"not_found"_s);
    QVERIFY(!stringOr(told, "detail").isEmpty());
    const Json account = explain(customer, u"update_account"_s, {{"field", "name"}, {"value", "Eve"}},
                                 {u"--channel"_s, u"mail"_s});
    QCOMPARE(stringOr(account, "clause"), u"identity"_s);
}

void PolicyCommandsTest::aCallThatNeedsAPersonWaits()
{
    const Json waiting = call(other, refund("INV-1050", 24900));
    QCOMPARE(stringOr(waiting, "status"), u"pending_approval"_s);
    QCOMPARE(stringOr(waiting, "clause"), u"refund_limit"_s);
    const auto before = m_line->refunded(other, u"INV-1050"_s);
    VERIFY_RESULT(before);
    QCOMPARE(*before, 0);
    QCOMPARE(memberOrNull(m_line->ask({u"approvals"_s}), "approvals").size(), size_t{1});

    const Json done = call(other, refund("INV-1050", 24800), {u"--approve-as"_s, u"Kim"_s});
    QCOMPARE(stringOr(done, "status"), u"done"_s);
    const auto after = m_line->refunded(other, u"INV-1050"_s);
    VERIFY_RESULT(after);
    QCOMPARE(*after, 24800);
    const Ended refused = m_line->run({u"tools"_s, u"call"_s, u"process_refund"_s, u"--customer"_s, customer,
                                       u"--args"_s, textOf(refund("INV-1050", 100))});
    QCOMPARE(refused.code, 1);
}

void PolicyCommandsTest::twoPeopleSayYes()
{
    QFile shipped(resourceFile(u"policy/default.json"_s));
    QVERIFY(shipped.open(QIODevice::ReadOnly));
    Json rules = *parseJson(shipped.readAll());
    rules["roles"] = {{"lead", {"Kim", "Robin"}}};
    rules["tools"]["process_refund"]["approval"].push_back(
        Json::parse(R"({"id": "two_leads", "say": "Two leads look at it.", "roles": ["lead"], "people": 2,
                        "when": {"more": ["$args.amount_minor", 20000]}})"));
    write(u"policy.json"_s, toBytes(rules));

    const Json waiting = call(other, refund("INV-1050", 24900));
    const Json &approval = memberOrNull(waiting, "approval");
    const auto approve = [&](const QString &as) {
        return m_line->run({u"approve"_s, QString::number(integerOr(approval, "approval", 0)), u"--digest"_s,
                            stringOr(approval, "digest"), u"--as"_s, as});
    };
    const Ended stranger = approve(u"Max"_s);
    QVERIFY2(stranger.code == 1 && stranger.complaint.contains(u"Kim, Robin"_s),
             qPrintable(stranger.complaint));
    const Ended first = approve(u"Kim"_s);
    QVERIFY2(first.code == 1 && first.complaint.contains(u"second person"_s), qPrintable(first.complaint));
    QCOMPARE(approve(u"Kim"_s).code, 1);
    QCOMPARE(*m_line->refunded(other, u"INV-1050"_s), 0);
    const Ended second = approve(u"Robin"_s);
    QVERIFY2(second.code == 0, qPrintable(second.complaint));
    QCOMPARE(*m_line->refunded(other, u"INV-1050"_s), 24900);
}

void PolicyCommandsTest::toolsAreListedWithWhatTheRulesAsk()
{
    const Json tools = memberOrNull(m_line->ask({u"tools"_s, u"list"_s}), "tools");
    QCOMPARE(tools.size(), size_t{7});
    const auto refundTool = std::ranges::find_if(
        tools, [](const Json &tool) { return stringOr(tool, "name") == u"process_refund"; });
    QVERIFY(refundTool != tools.end());
    QCOMPARE(stringOr(*refundTool, "risk"), u"money"_s);
    QCOMPARE(stringOr(*refundTool, "source"), u"builtin"_s);
    QCOMPARE(stringOr(memberOrNull(*refundTool, "who"), "chat"), u"channel"_s);
    QVERIFY(memberOrNull(*refundTool, "schema").is_object());
    QVERIFY(memberOrNull(*refundTool, "approval").dump().find("refund_limit") != std::string::npos);
}

void PolicyCommandsTest::rulesAreChecked()
{
    QCOMPARE(m_line->run({u"policy"_s, u"check"_s, resourceFile(u"policy/default.json"_s)}).code, 0);
    write(u"wrong.json"_s,
          R"({"policy": 1, "title": "Wrong", "tools": {"x": {"who": "all"}}, "others": {}})");
    const Ended wrong =
        m_line->run({u"--json"_s, u"policy"_s, u"check"_s, QDir(m_line->folder()).filePath(u"wrong.json"_s)});
    QCOMPARE(wrong.code, 1);
    const Json told = wrong.json();
    const Json &problems = memberOrNull(told, "problems");
    QCOMPARE(problems.size(), size_t{4});
    QCOMPARE(stringOr(problems[0], "pointer"), u"/tools/x/who"_s);
    QVERIFY(!stringOr(problems[0], "problem").isEmpty());
    QCOMPARE(m_line->run({u"policy"_s, u"check"_s, u"/no/such/file"_s}).code, 1);
}

void PolicyCommandsTest::brokenRulesHoldEverythingAndSaySo()
{
    write(u"policy.json"_s, "{");
    const Json told = explain(customer, u"process_refund"_s, refund("INV-1042", 4900));
    QCOMPARE(stringOr(told, "verdict"), u"needs_approval"_s);
    QCOMPARE(stringOr(told, "clause"), u"policy_unreadable"_s);
    const Ended held =
        m_line->run({u"tools"_s, u"call"_s, u"process_refund"_s, u"--customer"_s, customer, u"--args"_s,
                     textOf(refund("INV-1042", 4900)), u"--approve-as"_s, u"Kim"_s});
    QCOMPARE(held.code, 1);
    QVERIFY2(held.complaint.contains(u"policy.json"_s), qPrintable(held.complaint));
    QCOMPARE(*m_line->refunded(customer, u"INV-1042"_s), 0);
}

QTEST_GUILESS_MAIN(PolicyCommandsTest)
#include "tst_policy.moc"
