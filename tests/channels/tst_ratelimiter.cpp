#include "channels/ChatTokens.h"
#include "channels/RateLimiter.h"
#include "support/TestSupport.h"

using namespace Helmdesk;
using namespace std::chrono_literals;

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void burstThenRate();
    void keysAreApart();
    void waitIsTold();
    void manyKeysAreForgotten();
    void tokensAreTheirOwnProof();
};

void TestRateLimiter::burstThenRate()
{
    RateLimiter limiter({2, 1});
    const auto start = RateLimiter::Clock::now();

    QVERIFY(!limiter.take("a", start));
    QVERIFY(!limiter.take("a", start));
    QVERIFY(limiter.take("a", start));
    QVERIFY(!limiter.take("a", start + 1100ms));
    QVERIFY(limiter.take("a", start + 1100ms));
}

void TestRateLimiter::keysAreApart()
{
    RateLimiter limiter({1, 1});
    const auto start = RateLimiter::Clock::now();

    QVERIFY(!limiter.take("a", start));
    QVERIFY(!limiter.take("b", start));
    QVERIFY(limiter.take("a", start));
}

void TestRateLimiter::waitIsTold()
{
    RateLimiter limiter({1, 0.1});
    const auto start = RateLimiter::Clock::now();
    QVERIFY(!limiter.take("a", start));

    QCOMPARE(limiter.take("a", start), std::optional<int>(10));
    QVERIFY(!limiter.take("a", start + 10s));
}

void TestRateLimiter::manyKeysAreForgotten()
{
    RateLimiter limiter({1, 1});
    const auto start = RateLimiter::Clock::now();
    for (int i = 0; i < 20000; ++i)
        QVERIFY(!limiter.take(QByteArray::number(i), start + i * 10ms));

    QVERIFY(limiter.take("19999", start + 20000 * 10ms)); // a recent one is still known
}

void TestRateLimiter::tokensAreTheirOwnProof()
{
    const ChatTokens tokens(QByteArray(32, 'k'));
    const ChatTokens others(QByteArray(32, 'o'));
    const QByteArray token = tokens.create();

    QVERIFY(tokens.conversationKey(token));
    QVERIFY(!others.conversationKey(token));
    QVERIFY(!tokens.conversationKey(token + 'x'));
    QVERIFY(!tokens.conversationKey({}));
    QVERIFY(tokens.create() != token);
}

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
