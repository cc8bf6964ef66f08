// Approving and denying without the window: exactly what was shown, in time, once.

#include "app/EngineAssets.h"
#include "app/WorkerLock.h"
#include "CommandLine.h"
#include "core/Clock.h"
#include "ServingProgram.h"
#include "support/TestSupport.h"

#include <csignal>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

const QString customer = u"cus_1002"_s;
const QString request = u"Please refund invoice INV-1050 in full"_s;
const QString invoice = u"INV-1050"_s;
constexpr qint64 refundMinor = 24900;

// The day before yesterday, for a request whose time is over.
class EarlierClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc().addDays(-2); }
};

} // namespace

class ApprovalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refundAboveTheLimitIsDoneOnceAndSent();
    void wrongDigestIsRefused();
    void twoAtOnceDoItOnce();
    void deniedIsNeverDone();
    void expiredIsRefused_data();
    void expiredIsRefused();
    void alsoWhileAnotherProgramAnswers();
    void killedDecisionIsFinishedByTheNextAct_data();
    void killedDecisionIsFinishedByTheNextAct();
    void takenOverVoidsWhatWaits();
    void recordTellsWhoDecidedWhatAndWhen();
    void badUsage();

private:
    Json waiting() const { return memberOrNull(m_line->ask({u"approvals"_s}), "approvals"); }
    QStringList decision(const QString &verb, const Json &approval) const
    {
        return {verb,          QString::number(integerOr(approval, "approval", 0)),
                u"--digest"_s, stringOr(approval, "digest"),
                u"--as"_s,     u"Kim"_s};
    }
    void ask()
    {
        m_conversation = m_line->write(request, customer);
        QVERIFY(m_conversation > 0);
        QCOMPARE(waiting().size(), size_t{1});
    }

    std::unique_ptr<CommandLine> m_line;
    qint64 m_conversation = 0;
};

void ApprovalsTest::init()
{
    auto line = CommandLine::create();
    VERIFY_RESULT(line);
    m_line = std::move(*line);
}

void ApprovalsTest::refundAboveTheLimitIsDoneOnceAndSent()
{
    ask();
    const Json approval = waiting()[0];
    QCOMPARE(integerOr(approval, "conversation", 0), m_conversation);
    QVERIFY(stringOr(approval, "effect").contains(u"249.00 USD"_s));
    QVERIFY(!boolOr(approval, "by_sending", true));
    QVERIFY(isSubset(memberOrNull(m_line->show(m_conversation), "approvals")[0], approval));
    const QString number = QString::number(m_conversation);
    const Ended early = m_line->run({u"send"_s, number});
    QCOMPARE(early.code, 1);
    QVERIFY2(early.complaint.contains(u"waits for approval"_s), qPrintable(early.complaint));

    const Json approved = m_line->ask(decision(u"approve"_s, approval));

    const Json &decided = memberOrNull(approved, "decided");
    QCOMPARE(stringOr(decided, "state"), u"approved"_s);
    QCOMPARE(stringOr(decided, "by"), u"Kim"_s);
    QCOMPARE(stringOr(decided, "call"), u"done"_s);
    QVERIFY(memberOrNull(approved, "approvals").empty());
    QVERIFY(stringOr(memberOrNull(approved, "draft"), "text").contains(u"249.00 USD"_s));
    QCOMPARE(*m_line->refunded(customer, invoice), refundMinor);
    const Ended again = m_line->run(decision(u"approve"_s, approval));
    QCOMPARE(again.code, 1);
    QVERIFY2(again.complaint.contains(u"used before: it is approved"_s), qPrintable(again.complaint));
    QCOMPARE(*m_line->refunded(customer, invoice), refundMinor);

    const Json sent = m_line->ask({u"send"_s, number, u"--as"_s, u"Kim"_s});
    QCOMPARE(stringOr(memberOrNull(sent, "reply"), "state"), u"sent"_s);
    QCOMPARE(*m_line->refunded(customer, invoice), refundMinor);
    QCOMPARE(m_line->run({u"audit"_s, u"verify"_s}).code, 0);
}

void ApprovalsTest::wrongDigestIsRefused()
{
    ask();
    Json approval = waiting()[0];
    const Json right = approval;
    for (const QString &digest : {u"0"_s.repeated(64), stringOr(right, "digest").left(63), QString(u' ')}) {
        approval["digest"] = digest;
        for (const QString &verb : {u"approve"_s, u"deny"_s}) {
            const Ended ended = m_line->run(decision(verb, approval));
            QCOMPARE(ended.code, 1);
            QVERIFY2(ended.complaint.contains(u"about something else"_s), qPrintable(ended.complaint));
        }
    }
    QCOMPARE(*m_line->refunded(customer, invoice), 0);
    QCOMPARE(waiting()[0], right); // and it still waits

    approval["approval"] = 999999;
    const Ended none = m_line->run(decision(u"approve"_s, approval));
    QCOMPARE(none.code, 1);
    QVERIFY2(none.complaint.contains(u"no such approval"_s), qPrintable(none.complaint));
}

void ApprovalsTest::twoAtOnceDoItOnce()
{
    ask();
    const QStringList arguments =
        QStringList{u"--data"_s, m_line->folder()} + decision(u"approve"_s, waiting()[0]);
    std::vector<std::unique_ptr<QProcess>> programs;
    for (int i = 0; i < 3; ++i)
        programs.emplace_back(std::make_unique<QProcess>())->start(builtProgram(u"helmdeskctl"_s), arguments);
    int successes = 0;
    for (const auto &program : programs) {
        QVERIFY(program->waitForFinished(60000));
        successes += program->exitCode() == 0 ? 1 : 0;
    }

    QCOMPARE(successes, 1);
    QCOMPARE(*m_line->refunded(customer, invoice), refundMinor);
}

void ApprovalsTest::deniedIsNeverDone()
{
    ask();
    const Json approval = waiting()[0];

    const Json denied =
        m_line->ask(decision(u"deny"_s, approval) + QStringList{u"--reason"_s, u"already settled"_s});

    QCOMPARE(stringOr(memberOrNull(denied, "decided"), "state"), u"denied"_s);
    QCOMPARE(stringOr(memberOrNull(denied, "decided"), "reason"), u"already settled"_s);
    QCOMPARE(m_line->run(decision(u"approve"_s, approval)).code, 1);
    QCOMPARE(*m_line->refunded(customer, invoice), 0);
    QVERIFY(waiting().empty());
}

void ApprovalsTest::expiredIsRefused_data()
{
    QTest::addColumn<bool>("isElsewhere");
    QTest::addColumn<QString>("words");
    QTest::newRow("alone") << false << u"it is expired"_s; // by the work that comes first
    QTest::newRow("while another program answers") << true << u"had expired"_s;
}

void ApprovalsTest::expiredIsRefused()
{
    QFETCH(bool, isElsewhere);
    QFETCH(QString, words);
    const EarlierClock clock;
    auto workspace = Workspace::open(m_line->folder(), {.clock = &clock});
    VERIFY_RESULT(workspace);
    auto assets = EngineAssets::load();
    VERIFY_RESULT(assets);
    VERIFY_RESULT((*workspace)->loadEngine(*assets));
    IncomingMessage message;
    message.externalId = u"earlier"_s;
    message.customer = customer;
    message.text = request;
    const auto processed = (*workspace)->pipeline().process(message, {});
    VERIFY_RESULT(processed);
    workspace->reset();
    WorkerLock lock(m_line->folder());
    QVERIFY(!isElsewhere || lock.tryLock());
    const Json approvals = waiting();
    QCOMPARE(approvals.size(), size_t{1});

    const Ended ended = m_line->run(decision(u"approve"_s, approvals[0]));

    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.complaint.contains(words), qPrintable(ended.complaint));
    QCOMPARE(*m_line->refunded(customer, invoice), 0);
    QVERIFY(waiting().empty());
}

void ApprovalsTest::alsoWhileAnotherProgramAnswers()
{
    ServingProgram server(m_line->folder(), {u"--port"_s, u"0"_s});
    QVERIFY2(server.ready().is_object(), qPrintable(server.complaint()));
    ask();

    const Json approved = m_line->ask(decision(u"approve"_s, waiting()[0]));

    QCOMPARE(stringOr(memberOrNull(approved, "decided"), "call"), u"done"_s);
    QCOMPARE(*m_line->refunded(customer, invoice), refundMinor);
    QCOMPARE(server.end(SIGTERM), 0);
    QCOMPARE(m_line->run({u"audit"_s, u"verify"_s}).code, 0);
    QCOMPARE(*m_line->refunded(customer, invoice), refundMinor);
}

void ApprovalsTest::killedDecisionIsFinishedByTheNextAct_data()
{
    QTest::addColumn<QString>("instant");
    for (const QString &instant :
         {u"approval_decided"_s, u"decision_stored"_s, u"effect_begun"_s, u"outcome_replaced"_s})
        QTest::addRow("%s", qPrintable(instant)) << instant;
}

void ApprovalsTest::killedDecisionIsFinishedByTheNextAct()
{
    QFETCH(QString, instant);
    ask();
    const Json approval = waiting()[0];
    QCOMPARE(m_line->run(decision(u"approve"_s, approval), instant).code, killed);

    const Ended again = m_line->run(decision(u"approve"_s, approval));

    QCOMPARE(again.code, 1);
    QVERIFY2(again.complaint.contains(u"used before: it is approved"_s), qPrintable(again.complaint));
    QCOMPARE(*m_line->refunded(customer, invoice), refundMinor);
    const Json shown = m_line->show(m_conversation);
    QVERIFY(stringOr(memberOrNull(shown, "draft"), "text").contains(u"249.00 USD"_s));
    QCOMPARE(m_line->run({u"audit"_s, u"verify"_s}).code, 0);
}

void ApprovalsTest::takenOverVoidsWhatWaits()
{
    ask();
    const Json approval = waiting()[0];
    QVERIFY(m_line->ask({u"take-over"_s, QString::number(m_conversation), u"--as"_s, u"Kim"_s}).is_object());

    const Ended ended = m_line->run(decision(u"approve"_s, approval));

    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.complaint.contains(u"it is voided"_s), qPrintable(ended.complaint));
    QCOMPARE(*m_line->refunded(customer, invoice), 0);
}

void ApprovalsTest::recordTellsWhoDecidedWhatAndWhen()
{
    ask();
    const Json approval = waiting()[0];
    const QString reason = u"=settled, \"by phone\""_s;
    QVERIFY(m_line->ask(decision(u"deny"_s, approval) + QStringList{u"--reason"_s, reason}).is_object());
    QVERIFY(m_line->write(u"I was charged twice for invoice INV-1042, please refund the second one"_s,
                          u"cus_1001"_s) > 0);
    const auto list = [&](const QStringList &more) {
        return memberOrNull(m_line->ask(QStringList{u"approvals"_s} + more), "approvals");
    };
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    const QString tomorrow = QDate::currentDate().addDays(1).toString(Qt::ISODate);

    const Json denied = list({u"--state"_s, u"denied"_s});
    QCOMPARE(denied.size(), size_t{1});
    QCOMPARE(stringOr(denied[0], "decided_by"), u"Kim"_s);
    QCOMPARE(stringOr(denied[0], "reason"), reason);
    QCOMPARE(stringOr(denied[0], "customer"), u"Theo Okafor"_s);
    QVERIFY(
        stringOr(denied[0], "decided_at").startsWith(QDateTime::currentDateTimeUtc().toString(u"yyyy-"_s)));
    QCOMPARE(list({u"--state"_s, u"decided"_s}), denied);
    QCOMPARE(list({u"--state"_s, u"all"_s, u"--from"_s, today}).size(), size_t{2});
    QCOMPARE(list({u"--state"_s, u"all"_s, u"--from"_s, tomorrow}).size(), size_t{0});
    QCOMPARE(list({u"--state"_s, u"all"_s, u"--to"_s, today, u"--limit"_s, u"1"_s}).size(), size_t{1});

    const QStringList csv =
        m_line->run({u"approvals"_s, u"--state"_s, u"denied"_s, u"--csv"_s}).out.split(u'\n');
    QVERIFY2(csv.value(0).startsWith(u"approval,conversation,customer"_s), qPrintable(csv.value(0)));
    QVERIFY2(csv.value(1).contains(u",denied,Kim,"_s), qPrintable(csv.value(1)));
    QVERIFY2(csv.value(1).contains(u",\"'=settled, \"\"by phone\"\"\","_s), qPrintable(csv.value(1)));
}

void ApprovalsTest::badUsage()
{
    QCOMPARE(m_line->run({u"approvals"_s, u"--state"_s, u"lost"_s}).code, 1);
    QCOMPARE(m_line->run({u"approvals"_s, u"--from"_s, u"yesterday"_s}).code, 1);
    QCOMPARE(m_line->run({u"approve"_s, u"1"_s}).code, 2);
    QCOMPARE(m_line->run({u"deny"_s, u"--digest"_s, u"ab"_s}).code, 2);
    QCOMPARE(m_line->run({u"approve"_s, u"one"_s, u"--digest"_s, u"ab"_s}).code, 2);
}

QTEST_GUILESS_MAIN(ApprovalsTest)
#include "tst_approvals.moc"
