// When a call is tried again, when nobody calls at all, and how a stream is cut into events.

#include "http/CircuitBreaker.h"
#include "http/RetryPolicy.h"
#include "http/ServerSentEvents.h"
#include "support/TestSupport.h"

using namespace Helmdesk;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

class PoliciesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsDouble();
    void jitterOnlyShortens();
    void givesUpAfterTheLastTry();
    void serverMayAskForALongerWait();
    void readsWhatTheServerAsks_data();
    void readsWhatTheServerAsks();
    void breakerOpensAfterFailuresInARow();
    void breakerLetsOneCallProbe();
    void abandonedProbeLetsTheNextTry();
    void eventsSurviveAnyCut();
    void eventsEndWithoutABlankLine();
};

void PoliciesTest::waitsDouble()
{
    const RetryPolicy policy{.maxTries = 6};

    QCOMPARE(policy.waitAfter(1, true, {}, 0.0), std::optional(1000ms));
    QCOMPARE(policy.waitAfter(2, true, {}, 0.0), std::optional(2000ms));
    QCOMPARE(policy.waitAfter(3, true, {}, 0.0), std::optional(4000ms));
    QCOMPARE(policy.waitAfter(5, true, {}, 0.0), std::optional(8000ms)); // not 16 s
}

void PoliciesTest::jitterOnlyShortens()
{
    const RetryPolicy policy;

    QCOMPARE(policy.waitAfter(1, true, {}, 0.999).value_or(0ms), 750ms);
    QCOMPARE(policy.waitAfter(1, true, {}, 0.5).value_or(0ms), 875ms);
}

void PoliciesTest::givesUpAfterTheLastTry()
{
    const RetryPolicy policy;

    QVERIFY(policy.waitAfter(2, true, {}, 0.0).has_value());
    QVERIFY(!policy.waitAfter(3, true, {}, 0.0).has_value());
    QVERIFY(!policy.waitAfter(1, false, {}, 0.0).has_value());
    QVERIFY(!policy.waitAfter(1, false, 5ms, 0.0).has_value()); // whatever the server says
}

void PoliciesTest::serverMayAskForALongerWait()
{
    const RetryPolicy policy;

    QCOMPARE(policy.waitAfter(1, true, 20s, 0.5), std::optional<milliseconds>(20s));
    QVERIFY(!policy.waitAfter(1, true, 10min, 0.5).has_value());
}

void PoliciesTest::readsWhatTheServerAsks_data()
{
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<QByteArray>("retryAfterMs");
    QTest::addColumn<qint64>("expected"); // -1: nothing
    QTest::newRow("seconds") << QByteArray("7") << QByteArray() << qint64(7000);
    QTest::newRow("fraction") << QByteArray("0.5") << QByteArray() << qint64(500);
    QTest::newRow("milliseconds win") << QByteArray("7") << QByteArray("250") << qint64(250);
    QTest::newRow("date") << QByteArray("Mon, 30 Nov 2026 10:00:30 GMT") << QByteArray() << qint64(30000);
    QTest::newRow("past date") << QByteArray("Mon, 30 Nov 2026 09:00:00 GMT") << QByteArray() << qint64(0);
    QTest::newRow("negative") << QByteArray("-3") << QByteArray() << qint64(-1);
    QTest::newRow("words") << QByteArray("soon") << QByteArray() << qint64(-1);
    QTest::newRow("none") << QByteArray() << QByteArray() << qint64(-1);
}

void PoliciesTest::readsWhatTheServerAsks()
{
    QFETCH(QByteArray, retryAfter);
    QFETCH(QByteArray, retryAfterMs);
    QFETCH(qint64, expected);
    const QDateTime now(QDate(2026, 11, 30), QTime(10, 0), Qt::UTC);

    const auto wait = askedWait(retryAfter, retryAfterMs, now);

    QCOMPARE(wait ? qint64(wait->count()) : qint64(-1), expected);
}

void PoliciesTest::breakerOpensAfterFailuresInARow()
{
    CircuitBreaker breaker(3, 30s);
    const CircuitBreaker::Time start{};
    breaker.failed(start);
    breaker.failed(start);
    breaker.succeeded();
    breaker.failed(start);
    breaker.failed(start);
    QCOMPARE(breaker.state(start), CircuitState::Closed);
    QVERIFY(breaker.mayCall(start));

    breaker.failed(start);

    QCOMPARE(breaker.state(start), CircuitState::Open);
    QVERIFY(!breaker.mayCall(start + 29s));
    QCOMPARE(breaker.state(start + 30s), CircuitState::HalfOpen);
}

void PoliciesTest::breakerLetsOneCallProbe()
{
    CircuitBreaker breaker(1, 30s);
    const CircuitBreaker::Time start{};
    breaker.failed(start);

    QVERIFY(breaker.mayCall(start + 31s));
    QVERIFY(!breaker.mayCall(start + 31s)); // the probe is under way
    breaker.failed(start + 32s);
    QVERIFY(!breaker.mayCall(start + 61s)); // the pause began anew
    QVERIFY(breaker.mayCall(start + 63s));
    breaker.succeeded();

    QCOMPARE(breaker.state(start + 63s), CircuitState::Closed);
}

void PoliciesTest::abandonedProbeLetsTheNextTry()
{
    CircuitBreaker breaker(1, 30s);
    const CircuitBreaker::Time start{};
    breaker.failed(start);
    QVERIFY(breaker.mayCall(start + 31s));

    breaker.abandoned();

    QVERIFY(breaker.mayCall(start + 31s));
}

void PoliciesTest::eventsSurviveAnyCut()
{
    const QByteArray stream = "\xEF\xBB\xBF: hello\n\nevent: delta\r\ndata: one\r\ndata:two\r\n\r\n"
                              "data: \xC3\xBC\rid: 7\r\rdata\n\n: ping\n\ndata: [DONE]\n\n";
    for (qsizetype size = 1; size <= stream.size(); ++size) {
        ServerSentEvents events;
        std::vector<ServerSentEvent> all;
        for (qsizetype at = 0; at < stream.size(); at += size) {
            for (ServerSentEvent &event : events.take(stream.mid(at, size)))
                all.push_back(std::move(event));
        }
        QCOMPARE(all.size(), size_t(4));
        QCOMPARE(all[0].name, QByteArray("delta"));
        QCOMPARE(all[0].data, QByteArray("one\ntwo"));
        QCOMPARE(all[1].name, QByteArray());
        QCOMPARE(all[1].data, QByteArray("\xC3\xBC"));
        QCOMPARE(all[2].data, QByteArray());
        QCOMPARE(all[3].data, QByteArray("[DONE]"));
        QVERIFY(events.finish().empty());
    }
}

void PoliciesTest::eventsEndWithoutABlankLine()
{
    ServerSentEvents events;
    QVERIFY(events.take("data: last").empty());

    const auto left = events.finish();

    QCOMPARE(left.size(), size_t(1));
    QCOMPARE(left[0].data, QByteArray("last"));
}

QTEST_GUILESS_MAIN(PoliciesTest)
#include "tst_policies.moc"
