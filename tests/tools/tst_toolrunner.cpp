#include "ToolWorld.h"

#include <atomic>
#include <condition_variable>
#include <future>
#include <thread>

using namespace Helmdesk;
using Helmdesk::Test::ToolWorld;

namespace
{

// A tool whose behaviour a test decides.
class ProbeTool final : public Tool
{
public:
    using Body = std::function<Result<Json>(const EffectKey &)>;
    ProbeTool(const char *name, RiskClass risk, Body body)
        : m_body(std::move(body))
    {
        m_spec.name = QString::fromLatin1(name);
        m_spec.schema = {{"type", "object"}};
        m_spec.risk = risk;
        m_spec.isTransactional = false;
        m_spec.fallback = QStringLiteral("Do it by hand.");
    }
    ToolSpec &mutableSpec() { return m_spec; }
    const ToolSpec &spec() const override { return m_spec; }
    Result<Preview> preview(const Json &, const ToolContext &) const override
    {
        return Preview{QStringLiteral("probe"), {}};
    }
    Result<Json> run(const Json &, const ToolContext &, const EffectKey &key) const override
    {
        return m_body(key);
    }

private:
    Body m_body;
    ToolSpec m_spec;
};

// A ledger in which another program finishes the effect between the look and the begin.
class RacedLedger final : public EffectLedger
{
public:
    Result<EffectRecord> begin(const EffectIntent &) override
    {
        return EffectRecord{EffectState::Done, "of the other"};
    }
    Result<> finish(const EffectKey &, const Json &, const QDateTime &) override { return {}; }
    Result<EffectRecord> giveUp(const EffectKey &, EffectState, const QString &, const QDateTime &) override
    {
        return EffectRecord{EffectState::Done, "of the other"};
    }
    Result<EffectRecord> find(const EffectKey &) const override { return EffectRecord{}; }
    Result<std::vector<PastEffect>> past(const PastEffectQuery &) const override
    {
        return std::vector<PastEffect>();
    }
};

// Stops the run at the moment an attempt begins.
class StopAtTheAttempt final : public FaultInjector
{
public:
    explicit StopAtTheAttempt(std::stop_source stop)
        : m_stop(std::move(stop))
    {
    }
    std::optional<Error> before(const QString &) override
    {
        m_stop.request_stop();
        return std::nullopt;
    }

private:
    std::stop_source m_stop;
};

// Holds whoever waits until it is opened; opened at the latest when it goes.
class Gate
{
public:
    ~Gate() { open(); }
    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isOpen; });
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isOpen = false;
};

} // namespace

class ToolRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void heldWritesAreDescribedAndNotDone();
    void keysAreTheSameAfterAResume();
    void anInterruptedEffectHappensOnce();
    void anUnknownOutcomeGoesToAPerson();
    void faultsOfAScenario();
    void aHungToolDoesNotHangTheRun();
    void aLateEffectIsRefused();
    void anExceptionIsAFailure();
    void aStoppedRunCallsNothing();
    void twoRunsCannotPassTheDaysTotalTogether();
    void aToolThatNeedsApprovalWaits();
    void anEffectThatFinishedWhileItsTimeRanOutIsDone();
    void aStopLetsABegunEffectFinish();
    void aStopCutsAReadOff();
    void anEffectThatFailedInTheStoreDidNotHappen();
    void whatMayNotBeRepeatedIsNotRepeated_data();
    void whatMayNotBeRepeatedIsNotRepeated();
    void anEffectOutsideIsFinishedInTheLedger();
    void keysTellToolsApart();
    void longArgumentsAreDenied();
    void whatAnotherProgramFinishedIsNotRunAgain();
    void theApproverIsRecorded();

private:
    std::shared_ptr<ProbeTool> addProbe(const char *name, RiskClass risk, ProbeTool::Body body);

    std::unique_ptr<ToolWorld> m_world;
};

void ToolRunnerTest::init()
{
    m_world = std::make_unique<ToolWorld>();
    QVERIFY2(m_world->open(), qPrintable(m_world->why));
}

std::shared_ptr<ProbeTool> ToolRunnerTest::addProbe(const char *name, RiskClass risk, ProbeTool::Body body)
{
    auto probe = std::make_shared<ProbeTool>(name, risk, std::move(body));
    const auto added = m_world->registry->add(probe);
    Q_ASSERT(added);
    return probe;
}

void ToolRunnerTest::heldWritesAreDescribedAndNotDone()
{
    for (const ExecutionMode mode : {ExecutionMode::HoldWrites, ExecutionMode::Never}) {
        const ToolCall refund =
            m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-1", 4900), mode);
        QCOMPARE(refund.status, ToolStatus::PendingApproval);
        QVERIFY(refund.rule.isEmpty());
        QVERIFY(!refund.key.isEmpty());
        QCOMPARE(refund.preview, QStringLiteral("Refund 49.00 USD to card ending 4242 for INV-1"));
        QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-2", 24900), mode).rule,
                 QStringLiteral("refund_limit"));
        QCOMPARE(m_world->run("check_invoice", Json::object(), mode).status, ToolStatus::Done);
        QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-20", 100), mode).status,
                 ToolStatus::Denied);
    }
    QVERIFY(m_world->table("refunds").empty());

    const ToolCall waiting = m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-1", 4900),
                                                   ExecutionMode::HoldWrites);
    QCOMPARE(m_world->runApproved(waiting).status, ToolStatus::Done);
    QCOMPARE(m_world->table("refunds").size(), 1U);
}

void ToolRunnerTest::keysAreTheSameAfterAResume()
{
    const ToolRequest request{QStringLiteral("process_refund"), ToolWorld::refundArgs("INV-1", 4900)};
    const ToolCall first = m_world->runner->run(request, m_world->context, ExecutionMode::Execute, {});
    // The program ended before the step was stored, and the run is resumed by a new runner.
    m_world->rebuild();
    m_world->context.run = {99};
    const ToolCall second = m_world->runner->run(request, m_world->context, ExecutionMode::Execute, {});

    QCOMPARE(second.status, ToolStatus::Done);
    QCOMPARE(toBytes(second.result), toBytes(first.result));
    QCOMPARE(second.key, first.key);
    QCOMPARE(m_world->table("refunds").size(), 1U);
    const ToolRequest other{QStringLiteral("process_refund"), ToolWorld::refundArgs("INV-1", 4800)};
    QVERIFY(effectKey({7}, {3}, 0, request.name, request.args) !=
            effectKey({7}, {3}, 0, other.name, other.args));
    QVERIFY(effectKey({7}, {3}, 0, request.name, request.args) !=
            effectKey({7}, {3}, 1, request.name, request.args));
    QVERIFY(effectKey({7}, {3}, 0, request.name, request.args) !=
            effectKey({8}, {3}, 0, request.name, request.args));
}

void ToolRunnerTest::anInterruptedEffectHappensOnce()
{
    const Json args = ToolWorld::refundArgs("INV-1", 4900);
    const EffectKey key = effectKey({7}, {3}, 0, QStringLiteral("process_refund"), args);
    EffectIntent intent;
    intent.key = key;
    intent.tool = QStringLiteral("process_refund");
    intent.customer = m_world->context.customer;
    intent.at = m_world->context.now;
    VERIFY_RESULT(m_world->ledger->begin(intent));

    // Killed between the ledger's entry and the effect: it happens now, under the same key.
    const ToolCall call = m_world->run("process_refund", args);
    QCOMPARE(call.status, ToolStatus::Done);
    QCOMPARE(call.key, key.value);
    QCOMPARE(m_world->table("refunds").size(), 1U);
    QCOMPARE(m_world->ledger->find(key)->state, EffectState::Done);
}

void ToolRunnerTest::anUnknownOutcomeGoesToAPerson()
{
    std::atomic<int> runs = 0;
    const auto probe = addProbe("wire", RiskClass::Write, [&](const EffectKey &) -> Result<Json> {
        ++runs;
        return Error{ErrorKind::Unavailable, QStringLiteral("connection lost")};
    });
    probe->mutableSpec().isIdempotent = false;

    const ToolCall first = m_world->run("wire", Json::object());
    QCOMPARE(first.status, ToolStatus::Failed);
    QVERIFY(first.failure.startsWith(QStringLiteral("outcome unknown")));
    QVERIFY(first.failure.contains(QStringLiteral("Do it by hand.")));
    m_world->calls.clear();
    const ToolCall resumed = m_world->run("wire", Json::object());
    QVERIFY(resumed.failure.startsWith(QStringLiteral("outcome unknown")));
    QCOMPARE(runs.load(), 1);
}

void ToolRunnerTest::faultsOfAScenario()
{
    const auto with = [&](const char *faults) {
        auto scripted = ScriptedFaults::fromJson(Json::parse(faults));
        QVERIFY(scripted.has_value());
        m_world->rebuild(*scripted);
    };
    with(R"([{"tool": "check_invoice", "do": "timeout"}, {"engine": "down"}])");
    const ToolCall late = m_world->runInNewTurn("check_invoice", Json::object());
    QCOMPARE(late.status, ToolStatus::Failed);
    QVERIFY2(late.failure.contains(QStringLiteral("within 5 s")), qPrintable(late.failure));

    with(R"([{"tool": "process_refund", "do": "error"}])");
    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-1", 100)).status,
             ToolStatus::Failed);
    with(R"([{"tool": "process_refund", "do": "timeout"}])");
    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-1", 100)).status,
             ToolStatus::Failed);
    QVERIFY(m_world->table("refunds").empty());

    with(R"([{"tool": "process_refund", "do": "hang_once"}, {"tool": "check_invoice", "do": "hang_once"}])");
    QCOMPARE(m_world->runInNewTurn("check_invoice", Json::object()).status, ToolStatus::Done);
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 100)).status, ToolStatus::Done);
    QCOMPARE(m_world->table("refunds").size(), 1U);

    QVERIFY(!ScriptedFaults::fromJson(Json::parse(R"([{"tool": "x", "do": "explode"}])")));
}

void ToolRunnerTest::aHungToolDoesNotHangTheRun()
{
    auto gate = std::make_shared<Gate>();
    addProbe("hang", RiskClass::Read, [gate](const EffectKey &) -> Result<Json> {
        gate->wait();
        return Json("late");
    });
    m_world->context.limits.timeout = std::chrono::milliseconds(50);

    const ToolCall call = m_world->run("hang", Json::object());

    QCOMPARE(call.status, ToolStatus::Failed);
    QVERIFY2(call.failure.contains(QStringLiteral("did not answer within 0.05 s")), qPrintable(call.failure));
    m_world->context.limits.timeout = std::chrono::milliseconds(5000);
    QCOMPARE(m_world->run("check_invoice", Json::object()).status, ToolStatus::Done);
    gate->open();
}

void ToolRunnerTest::aLateEffectIsRefused()
{
    // A refund that hangs until its time has run out, and then goes on.
    auto gate = std::make_shared<Gate>();
    auto outcome = std::make_shared<std::promise<Result<Json>>>();
    auto backend = m_world->backend;
    const auto now = m_world->context.now;
    const auto probe = addProbe("slow_refund", RiskClass::Money, [=](const EffectKey &key) -> Result<Json> {
        gate->wait();
        auto done = backend->refund(key, {QStringLiteral("cus_1"),
                                          QStringLiteral("INV-1"),
                                          Money{100, QStringLiteral("USD")},
                                          {},
                                          now,
                                          {}});
        outcome->set_value(done);
        return done;
    });
    probe->mutableSpec().isTransactional = true;
    m_world->context.limits.timeout = std::chrono::milliseconds(50);

    const ToolCall call = m_world->run("slow_refund", Json::object());
    gate->open();
    const Result<Json> late = outcome->get_future().get();

    QCOMPARE(call.status, ToolStatus::Failed);
    QVERIFY(!late);
    QCOMPARE(late.error().kind, ErrorKind::Conflict);
    QVERIFY(m_world->table("refunds").empty());
}

void ToolRunnerTest::anExceptionIsAFailure()
{
    addProbe("throws", RiskClass::Read,
             [](const EffectKey &) -> Result<Json> { return Json(Json::object().at("nothing")); });
    QCOMPARE(m_world->run("throws", Json::object()).status, ToolStatus::Failed);
}

void ToolRunnerTest::aStoppedRunCallsNothing()
{
    std::stop_source stop;
    stop.request_stop();
    m_world->context.control = RunControl(stop.get_token());
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 100)).status, ToolStatus::Failed);
    QVERIFY(m_world->table("refunds").empty());
}

void ToolRunnerTest::twoRunsCannotPassTheDaysTotalTogether()
{
    std::vector<ToolCall> calls(8);
    {
        std::vector<std::jthread> threads;
        for (size_t i = 0; i < calls.size(); ++i) {
            threads.emplace_back([this, i, &calls] {
                ToolContext context = m_world->context;
                context.message = {static_cast<qint64>(100 + i)};
                const char *invoice = i % 2 ? "INV-5" : "INV-2";
                calls[i] = m_world->runner->run(
                    {QStringLiteral("process_refund"), ToolWorld::refundArgs(invoice, 4000)}, context,
                    ExecutionMode::Execute, {});
            });
        }
    }
    qint64 sum = 0;
    for (const Json &refund : m_world->table("refunds"))
        sum += integerOr(refund, "amount_minor", 0);
    QCOMPARE(sum, 8000);
    for (const ToolCall &call : calls)
        QVERIFY2(call.status == ToolStatus::Done || call.status == ToolStatus::PendingApproval ||
                     call.rule == QLatin1String("exceeds_paid"),
                 qPrintable(call.failure));
}

void ToolRunnerTest::aToolThatNeedsApprovalWaits()
{
    const auto probe =
        addProbe("outside", RiskClass::Read, [](const EffectKey &) -> Result<Json> { return Json(1); });
    probe->mutableSpec().needsApproval = true;
    const ToolCall call = m_world->run("outside", Json::object());
    QCOMPARE(call.rule, QStringLiteral("tool_default"));
    QCOMPARE(m_world->runApproved(call).status, ToolStatus::Done);
}

void ToolRunnerTest::anEffectThatFinishedWhileItsTimeRanOutIsDone()
{
    auto gate = std::make_shared<Gate>();
    auto refunded = std::make_shared<std::promise<void>>();
    auto backend = m_world->backend;
    const auto now = m_world->context.now;
    const auto probe = addProbe("slow_answer", RiskClass::Money, [=](const EffectKey &key) -> Result<Json> {
        auto done = backend->refund(key, {QStringLiteral("cus_1"),
                                          QStringLiteral("INV-1"),
                                          Money{100, QStringLiteral("USD")},
                                          {},
                                          now,
                                          {}});
        refunded->set_value();
        gate->wait(); // the answer comes too late
        return done;
    });
    probe->mutableSpec().isTransactional = true;
    m_world->context.limits.timeout = std::chrono::milliseconds(2000); // the refund is made within it

    ToolCall call;
    std::thread run([&] { call = m_world->run("slow_answer", Json::object()); });
    refunded->get_future().wait();
    run.join();
    gate->open();

    QCOMPARE(call.status, ToolStatus::Done);
    QCOMPARE(integerOr(call.result, "amount_minor", 0), 100);
    QCOMPARE(m_world->table("refunds").size(), 1U);
    QCOMPARE(m_world->ledger->find({call.key})->state, EffectState::Done);
}

void ToolRunnerTest::aStopLetsABegunEffectFinish()
{
    std::stop_source stop;
    m_world->rebuild(std::make_shared<StopAtTheAttempt>(stop));
    auto finished = std::make_shared<std::promise<void>>();
    // It writes a little, so that whoever does not wait for it is gone before it ends.
    const auto backend = m_world->backend;
    addProbe("outside", RiskClass::Write, [finished, backend](const EffectKey &) -> Result<Json> {
        for (int i = 0; i < 20; ++i) {
            const std::string id = "cus_new_" + std::to_string(i);
            if (auto loaded = backend->loadRows({{"customers", Json::array({{{"id", id}}})}}); !loaded)
                return loaded.error();
        }
        finished->set_value();
        return Json("sent");
    });
    m_world->context.control = RunControl(stop.get_token());

    const ToolCall call = m_world->run("outside", Json::object());

    finished->get_future().wait();
    QVERIFY(stop.stop_requested());
    QCOMPARE(call.status, ToolStatus::Done);
    QCOMPARE(m_world->ledger->find({call.key})->state, EffectState::Done);
}

void ToolRunnerTest::aStopCutsAReadOff()
{
    std::stop_source stop;
    m_world->rebuild(std::make_shared<StopAtTheAttempt>(stop));
    auto gate = std::make_shared<Gate>();
    addProbe("hang", RiskClass::Read, [gate](const EffectKey &) -> Result<Json> {
        gate->wait();
        return Json("late");
    });
    m_world->context.control = RunControl(stop.get_token());

    const ToolCall call = m_world->run("hang", Json::object());

    gate->open();
    QCOMPARE(call.status, ToolStatus::Failed);
    QCOMPARE(stringOr(call.result, "error"), nameOf(ErrorKind::Cancelled));
}

// Effect and ledger are one transaction there, so nobody has to look whether it happened.
void ToolRunnerTest::anEffectThatFailedInTheStoreDidNotHappen()
{
    const auto faults =
        ScriptedFaults::fromJson(Json::parse(R"([{"tool": "process_refund", "do": "error"}])"));
    VERIFY_RESULT(faults);
    m_world->rebuild(*faults);

    const ToolCall call = m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 100));

    QCOMPARE(call.status, ToolStatus::Failed);
    QVERIFY2(!call.failure.startsWith(QStringLiteral("outcome unknown")), qPrintable(call.failure));
    QCOMPARE(m_world->ledger->find({call.key})->state, EffectState::Abandoned);
    QVERIFY(m_world->table("refunds").empty());
    m_world->rebuild();
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 100)).status, ToolStatus::Done);
}

void ToolRunnerTest::whatMayNotBeRepeatedIsNotRepeated_data()
{
    QTest::addColumn<bool>("isIdempotent");
    QTest::addColumn<int>("runsOfAFailure");
    QTest::addColumn<int>("runsAfterAnInterruption");
    QTest::newRow("idempotent") << true << 2 << 1;
    QTest::newRow("not") << false << 1 << 0;
}

void ToolRunnerTest::whatMayNotBeRepeatedIsNotRepeated()
{
    QFETCH(bool, isIdempotent);
    QFETCH(int, runsOfAFailure);
    QFETCH(int, runsAfterAnInterruption);
    std::atomic<int> failures = 0;
    std::atomic<int> successes = 0;
    const auto failing = addProbe("failing", RiskClass::Write, [&](const EffectKey &) -> Result<Json> {
        ++failures;
        return Error{ErrorKind::Unavailable, QStringLiteral("connection lost"), true};
    });
    const auto working = addProbe("working", RiskClass::Write, [&](const EffectKey &) -> Result<Json> {
        ++successes;
        return Json(1);
    });
    failing->mutableSpec().isIdempotent = isIdempotent;
    working->mutableSpec().isIdempotent = isIdempotent;

    QVERIFY(m_world->run("failing", Json::object()).failure.startsWith(QStringLiteral("outcome unknown")));
    QCOMPARE(failures.load(), runsOfAFailure);

    // Killed between the ledger's entry and the effect, or between the effect and its end.
    EffectIntent intent;
    intent.key = effectKey({7}, {3}, 1, QStringLiteral("working"), Json::object());
    intent.tool = QStringLiteral("working");
    intent.at = m_world->context.now;
    VERIFY_RESULT(m_world->ledger->begin(intent));
    const ToolCall resumed = m_world->run("working", Json::object());
    QCOMPARE(successes.load(), runsAfterAnInterruption);
    QCOMPARE(resumed.status, isIdempotent ? ToolStatus::Done : ToolStatus::Failed);
    QCOMPARE(m_world->ledger->find(intent.key)->state,
             isIdempotent ? EffectState::Done : EffectState::Unknown);
}

void ToolRunnerTest::anEffectOutsideIsFinishedInTheLedger()
{
    addProbe("outside", RiskClass::Write, [](const EffectKey &) -> Result<Json> { return Json("kept"); });
    const ToolCall call = m_world->run("outside", Json::object());

    const auto record = m_world->ledger->find({call.key});
    VERIFY_RESULT(record);
    QCOMPARE(record->state, EffectState::Done);
    QCOMPARE(record->result, Json("kept"));
}

void ToolRunnerTest::keysTellToolsApart()
{
    const Json args = Json::object();
    const EffectKey key = effectKey({7}, {3}, 0, QStringLiteral("reset_password"), args);
    QVERIFY(key != effectKey({7}, {3}, 0, QStringLiteral("update_account"), args));
    QVERIFY(keyCovers(key, QStringLiteral("reset_password"), args));
    QVERIFY(!keyCovers(key, QStringLiteral("update_account"), args));
    QVERIFY(!keyCovers(key, QStringLiteral("reset_password"), {{"email", "x"}}));
    // Without message and run nothing is resumed.
    QVERIFY(effectKey({}, {}, 0, QStringLiteral("x"), args) !=
            effectKey({}, {}, 0, QStringLiteral("x"), args));
    QVERIFY(effectKey({}, {3}, 0, QStringLiteral("x"), args) ==
            effectKey({}, {3}, 0, QStringLiteral("x"), args));
}

void ToolRunnerTest::longArgumentsAreDenied()
{
    addProbe("free", RiskClass::Read, [](const EffectKey &) -> Result<Json> { return Json(1); });
    constexpr size_t frame = 8; // {"x":""}
    QCOMPARE(m_world->run("free", {{"x", std::string(16 * 1024 - frame, 'a')}}).status, ToolStatus::Done);
    QCOMPARE(m_world->run("free", {{"x", std::string(16 * 1024 - frame + 1, 'a')}}).rule,
             QStringLiteral("schema"));
}

void ToolRunnerTest::whatAnotherProgramFinishedIsNotRunAgain()
{
    std::atomic<int> runs = 0;
    addProbe("outside", RiskClass::Write, [&](const EffectKey &) -> Result<Json> {
        ++runs;
        return Json("again");
    });
    const ToolRunner runner(m_world->registry, m_world->gate, std::make_shared<RacedLedger>());

    const ToolCall call =
        runner.run({QStringLiteral("outside"), Json::object()}, m_world->context, ExecutionMode::Execute, {});

    QCOMPARE(call.status, ToolStatus::Done);
    QCOMPARE(call.result, Json("of the other"));
    QCOMPARE(runs.load(), 0);
}

void ToolRunnerTest::theApproverIsRecorded()
{
    const ToolCall waiting = m_world->run("process_refund", ToolWorld::refundArgs("INV-2", 24900));
    QCOMPARE(m_world->runApproved(waiting).status, ToolStatus::Done);
    const auto row = m_world->database->read([&](Connection &connection) -> Result<QString> {
        auto found =
            connection.run(QStringLiteral("SELECT approved_by || ' ' || amount_minor || ' ' || currency "
                                          "FROM effects WHERE key = ?"),
                           waiting.key);
        return found && found->next() ? found->text(0) : QStringLiteral("no effect");
    });
    QCOMPARE(*row, QStringLiteral("Olga 24900 USD"));
}

QTEST_GUILESS_MAIN(ToolRunnerTest)
#include "tst_toolrunner.moc"
