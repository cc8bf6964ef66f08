// Tools over HTTP against a shop that counts, through the gate, the ledger and the runner.

#include "../tools/ToolWorld.h"
#include "Shop.h"

#include <QDirIterator>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

const Json order7{{"order_id", "A-7"}, {"reason", "late"}};

} // namespace

class HttpToolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readIsMapped();
    void newToolWaitsForAPerson();
    void effectHappensOnce();
    void otherHostsAndNetworksAreNotReached();
    void redirectIsNotFollowed();
    void secretStaysAHeader();
    void refusalIsCertain();
    void cutWithoutKeyIsUnknownAndStaysSo();
    void cutWithKeyIsRepeated_data();
    void cutWithKeyIsRepeated();
    void libraryRepeatsNothingUnseen();
    void questionSettlesACut();
    void questionThatFindsNothingProvesNothing();
    void busyServerIsAskedAgain();
    void brokenPromiseOfAnEffectIsUnknown();
    void unlistenedPortIsCertain();

private:
    bool add(const Json &definition, bool needsApproval = false)
    {
        const auto added = addHttpTool(*m_world->registry, definition, needsApproval);
        if (!added)
            qWarning().noquote() << added.error().detail;
        m_world->rebuild();
        return added.has_value();
    }
    EffectState stateOf(const ToolCall &call) const
    {
        const auto record = m_world->ledger->find({call.key});
        return record ? record->state : EffectState::New;
    }

    std::unique_ptr<ToolWorld> m_world;
    std::unique_ptr<Shop> m_shop;
};

void HttpToolTest::init()
{
    m_world = std::make_unique<ToolWorld>();
    QVERIFY2(m_world->open(), qPrintable(m_world->why));
    m_shop = std::make_unique<Shop>();
}

void HttpToolTest::readIsMapped()
{
    Json tool = m_shop->cancelTool({{"name", "find_order"}, {"risk", "read"}});
    tool["request"] = {{"method", "GET"}, {"url", m_shop->origin() + QStringLiteral("/orders/{order_id}")}};
    tool["result"] = {{"id", "/order/id"}, {"status", "/order/status"}, {"gone", "/order/none"}};
    QVERIFY(add(tool));

    const ToolCall call = m_world->run("find_order", {{"order_id", "A 7&x"}});

    QCOMPARE(call.status, ToolStatus::Done);
    const Json expected = jsonLiteral(R"({"id": "A 7&x", "status": "pending", "gone": null})");
    QCOMPARE(call.result, expected);
    QCOMPARE(m_shop->received().front().path, QByteArray("/orders/A%207%26x"));
}

void HttpToolTest::newToolWaitsForAPerson()
{
    QVERIFY(add(m_shop->cancelTool({{"preview", "Cancel order {order_id}"}}), true));

    const ToolCall waiting = m_world->run("cancel_order", order7);

    QCOMPARE(waiting.status, ToolStatus::PendingApproval);
    QVERIFY2(waiting.preview.startsWith(QLatin1String("Cancel order A-7 at 127.0.0.1")),
             qPrintable(waiting.preview));
    QCOMPARE(m_shop->received().size(), size_t{0});
    const ToolCall done = m_world->runApproved(waiting);
    QCOMPARE(done.status, ToolStatus::Done);
    QCOMPARE(m_shop->cancellations(QStringLiteral("A-7")), 1);
    const ToolCall other = m_world->runApproved(waiting);
    QCOMPARE(other.status, ToolStatus::Done);
    QCOMPARE(m_shop->cancellations(), 1);
}

void HttpToolTest::effectHappensOnce()
{
    QVERIFY(add(m_shop->cancelTool()));

    const ToolCall call = m_world->run("cancel_order", order7);

    QCOMPARE(call.status, ToolStatus::Done);
    const Json expected = jsonLiteral(R"({"status": "cancelled", "number": 1})");
    QCOMPARE(call.result, expected);
    const auto body = parseJson(m_shop->received().front().body);
    VERIFY_RESULT(body);
    QCOMPARE(stringOr(*body, "customer"), QStringLiteral("cus_1"));
    QCOMPARE(stringOr(*body, "reference"), call.key);
    m_world->calls.clear(); // the same turn, resumed
    QCOMPARE(m_world->run("cancel_order", order7).result, call.result);
    QCOMPARE(m_shop->cancellations(), 1);
}

void HttpToolTest::otherHostsAndNetworksAreNotReached()
{
    Json closed = m_shop->cancelTool({{"allow_private", false}, {"name", "closed"}});
    const auto refused = HttpToolDefinition::parse(closed);
    QVERIFY(!refused); // http without encryption
    const GuardedHttp http;
    OutgoingRequest request;
    request.url = QUrl(m_shop->origin());
    const auto elsewhere =
        http.send(request, {{QStringLiteral("shop.example")}, Reach::PrivateToo}, RunControl());
    QVERIFY(!elsewhere);
    QCOMPARE(elsewhere.error().kind, ErrorKind::Denied);
    const auto nearby = http.send(request, {{m_shop->host()}, Reach::PublicOnly}, RunControl());
    QVERIFY(!nearby);
    QCOMPARE(nearby.error().kind, ErrorKind::Denied);

    QCOMPARE(m_shop->received().size(), size_t{0});
    VERIFY_RESULT(http.send(request, {{m_shop->host()}, Reach::PrivateToo}, RunControl()));
    QCOMPARE(m_shop->received().size(), size_t{1});
    QCOMPARE(m_shop->received().front().headers.value("host"), m_shop->host().toLatin1());
}

void HttpToolTest::redirectIsNotFollowed()
{
    const LoopbackServer other(
        [](const ReceivedRequest &, const ServerSide &side) { side.answer(200, "application/json", "{}"); });
    const LoopbackServer pointing([&](const ReceivedRequest &, const ServerSide &side) {
        side.answer(307, "text/plain", "", "Location: " + other.url().toEncoded() + "\r\n");
    });
    Json tool = m_shop->cancelTool({{"hosts", {QStringLiteral("127.0.0.1:%1").arg(pointing.port())}}});
    tool["request"]["url"] = pointing.url(QStringLiteral("/orders/{order_id}")).toString(QUrl::FullyDecoded);
    QVERIFY(add(tool));

    const ToolCall call = m_world->run("cancel_order", order7);

    QCOMPARE(call.status, ToolStatus::Failed);
    QVERIFY2(call.failure.startsWith(QLatin1String("outcome unknown")), qPrintable(call.failure));
    QCOMPARE(pointing.received().size(), size_t{1});
    QCOMPARE(other.received().size(), size_t{0});
}

void HttpToolTest::secretStaysAHeader()
{
    Json tool = m_shop->cancelTool({{"name", "find_order"}, {"risk", "read"}});
    tool["request"] = {{"method", "GET"},
                       {"url", m_shop->origin() + QStringLiteral("/orders/{order_id}")},
                       {"headers", {{"Authorization", "Bearer ${secret:shop}"}}}};
    tool["result"] = {{"seen", "/seen"}};
    QVERIFY(add(tool));
    tool["name"] = "no_secret";
    tool["request"]["headers"]["Authorization"] = "Bearer ${secret:other}";
    QVERIFY(add(tool));

    const ToolCall call = m_world->run("find_order", {{"order_id", "A-7"}});

    QCOMPARE(m_shop->received().front().headers.value("authorization"), "Bearer " + shopSecret.toLatin1());
    const Json expected = jsonLiteral(R"({"seen": "Bearer [secret]"})");
    QCOMPARE(call.result, expected); // the server had repeated it
    const ToolCall none = m_world->run("no_secret", {{"order_id", "A-7"}});
    QCOMPARE(none.status, ToolStatus::Failed);
    QCOMPARE(m_shop->received().size(), size_t{1});
}

void HttpToolTest::refusalIsCertain()
{
    QVERIFY(add(m_shop->cancelTool()));

    const ToolCall call = m_world->run("cancel_order", {{"order_id", "none"}});

    QCOMPARE(call.status, ToolStatus::Failed);
    QVERIFY2(call.failure.contains(QLatin1String("not_found")), qPrintable(call.failure));
    QCOMPARE(stateOf(call), EffectState::Abandoned);
}

void HttpToolTest::cutWithoutKeyIsUnknownAndStaysSo()
{
    for (const Mishap mishap : {Mishap::CutAfter, Mishap::CutBefore, Mishap::Broken}) {
        init();
        QVERIFY(add(m_shop->cancelTool()));
        m_shop->next({mishap});

        const ToolCall call = m_world->run("cancel_order", order7);

        QCOMPARE(call.status, ToolStatus::Failed);
        QVERIFY2(call.failure.startsWith(QLatin1String("outcome unknown")), qPrintable(call.failure));
        QCOMPARE(stateOf(call), EffectState::Unknown);
        m_world->calls.clear();
        QCOMPARE(m_world->run("cancel_order", order7).status, ToolStatus::Failed);
        QCOMPARE(m_shop->received().size(), size_t{1}); // never sent again
    }
}

void HttpToolTest::cutWithKeyIsRepeated_data()
{
    QTest::addColumn<std::vector<Mishap>>("mishaps");
    QTest::newRow("before") << std::vector{Mishap::CutBefore};
    QTest::newRow("after") << std::vector{Mishap::CutAfter};
    QTest::newRow("both") << std::vector{Mishap::CutBefore, Mishap::CutAfter};
    QTest::newRow("broken") << std::vector{Mishap::Broken};
    QTest::newRow("busy") << std::vector{Mishap::Busy, Mishap::CutAfter};
}

void HttpToolTest::cutWithKeyIsRepeated()
{
    QFETCH(std::vector<Mishap>, mishaps);
    QVERIFY(add(m_shop->cancelTool({{"idempotency_header", "Idempotency-Key"}})));
    m_shop->next(mishaps);

    const ToolCall call = m_world->run("cancel_order", order7);

    QCOMPARE(call.status, ToolStatus::Done);
    QCOMPARE(m_shop->cancellations(), 1);
    QCOMPARE(m_shop->received().size(), mishaps.size() + 1);
    for (const ReceivedRequest &request : m_shop->received())
        QCOMPARE(request.headers.value("idempotency-key"), call.key.toLatin1());
}

// Neither with a body nor without one.
void HttpToolTest::libraryRepeatsNothingUnseen()
{
    Json tool = m_shop->cancelTool({{"name", "delete_order"}});
    tool["request"] = {{"method", "DELETE"},
                       {"url", m_shop->origin() + QStringLiteral("/orders/{order_id}")}};
    QVERIFY(add(tool));
    QCOMPARE(m_world->run("delete_order", {{"order_id", "A-1"}}).status, ToolStatus::Done);

    for (int i = 2; i < 5; ++i) {
        m_shop->next({Mishap::CutAfter, Mishap::CutAfter, Mishap::CutAfter, Mishap::CutAfter});
        const QString order = QStringLiteral("A-%1").arg(i);
        QCOMPARE(m_world->runInNewTurn("delete_order", {{"order_id", order}}).status, ToolStatus::Failed);
        QCOMPARE(m_shop->cancellations(order), 1);
    }
}

void HttpToolTest::questionSettlesACut()
{
    QVERIFY(add(m_shop->cancelTool({{"read_back", m_shop->readBack()}})));
    m_shop->next({Mishap::CutAfter});

    const ToolCall call = m_world->run("cancel_order", order7);

    QCOMPARE(call.status, ToolStatus::Done);
    const Json expected = jsonLiteral(R"({"status": "cancelled", "number": 1})");
    QCOMPARE(call.result, expected);
    QCOMPARE(m_shop->cancellations(), 1);
    QCOMPARE(stateOf(call), EffectState::Done);
}

void HttpToolTest::questionThatFindsNothingProvesNothing()
{
    QVERIFY(add(m_shop->cancelTool({{"read_back", m_shop->readBack()}})));
    m_shop->next({Mishap::CutBefore});

    const ToolCall call = m_world->run("cancel_order", order7);

    QCOMPARE(call.status, ToolStatus::Failed);
    QCOMPARE(stateOf(call), EffectState::Unknown);
}

void HttpToolTest::busyServerIsAskedAgain()
{
    QVERIFY(add(m_shop->cancelTool({{"retry", {{"tries", 3}, {"first_wait_ms", 1}}}})));
    m_shop->next({Mishap::Busy, Mishap::Busy});

    const ToolCall call = m_world->run("cancel_order", order7);

    QCOMPARE(call.status, ToolStatus::Done);
    QCOMPARE(m_shop->received().size(), size_t{3});
    QCOMPARE(m_shop->cancellations(), 1);
}

void HttpToolTest::brokenPromiseOfAnEffectIsUnknown()
{
    const Json wanted{{"type", "object"}, {"properties", {{"status", {{"const", "shipped"}}}}}};
    QVERIFY(add(m_shop->cancelTool({{"result_schema", wanted}})));
    QVERIFY(add(m_shop->cancelTool({{"name", "tiny"}, {"most_bytes", 100}, {"result", Json::object()}})));
    const LoopbackServer talkative([](const ReceivedRequest &, const ServerSide &side) {
        side.answer(200, "application/json", '"' + QByteArray(5000, 'x') + '"');
    });
    Json big = m_shop->cancelTool({{"name", "big"},
                                   {"most_bytes", 1000},
                                   {"hosts", {QStringLiteral("127.0.0.1:%1").arg(talkative.port())}}});
    big["request"]["url"] = talkative.url(QStringLiteral("/orders/{order_id}")).toString(QUrl::FullyDecoded);
    QVERIFY(add(big));

    QCOMPARE(stateOf(m_world->run("cancel_order", order7)), EffectState::Unknown);
    QCOMPARE(m_world->runInNewTurn("tiny", order7).status, ToolStatus::Done);
    QCOMPARE(stateOf(m_world->runInNewTurn("big", order7)), EffectState::Unknown);
}

void HttpToolTest::unlistenedPortIsCertain()
{
    QString host;
    Json tool;
    {
        const Shop gone;
        tool = gone.cancelTool();
    }
    QVERIFY(add(tool));

    const ToolCall call = m_world->run("cancel_order", order7);

    QCOMPARE(call.status, ToolStatus::Failed);
    QCOMPARE(stateOf(call), EffectState::Abandoned);
}

QTEST_GUILESS_MAIN(HttpToolTest)
#include "tst_httptool.moc"
