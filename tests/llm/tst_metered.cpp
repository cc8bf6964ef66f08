// Tries, budgets and the circuit of one model.

#include "llm/MeteredChatModel.h"
#include "support/ModelDoubles.h"
#include "support/TestSupport.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

class MeteredTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void passingFaultsAreTriedAgain();
    void theServerSaysHowLong();
    void lastingFaultsAreNot();
    void shownWordsAreNotSaidAgain();
    void stopEndsTheWaiting();
    void everyTryIsReservedAndSettled();
    void spentBudgetAsksNobody();
    void unknownPriceTakesTheDearest();
    void failingServerIsLeftAlone();
    void waitingHonoursTheDeadline();

private:
    MeteredChatModel make()
    {
        MeteredChatModel::Surroundings surroundings;
        surroundings.limits = [] { return BudgetLimits(); };
        surroundings.maxTries = [] { return 3; };
        surroundings.now = [] { return QDateTime(QDate(2026, 11, 30), QTime(9, 0), Qt::UTC); };
        surroundings.wait = [this](milliseconds time, const RunControl &control) {
            m_waits.push_back(time);
            return !control.isStopped();
        };
        return MeteredChatModel(m_inner, m_profile, *m_ledger, m_health, surroundings);
    }
    static ChatRequest question()
    {
        ChatRequest request;
        request.messages = {{ChatRole::User, u"Hello?"_s, {}, {}, {}}};
        request.maxTokens = 1000;
        request.purpose.stage = u"answer"_s;
        return request;
    }

    std::shared_ptr<ScriptedChatModel> m_inner;
    std::unique_ptr<MemoryLedger> m_ledger;
    std::shared_ptr<ProviderHealth> m_health;
    ModelProfile m_profile;
    std::vector<milliseconds> m_waits;
};

void MeteredTest::init()
{
    m_inner = std::make_shared<ScriptedChatModel>();
    m_ledger = std::make_unique<MemoryLedger>();
    m_health = std::make_shared<ProviderHealth>();
    m_waits.clear();
    m_profile = {};
    m_profile.name = u"fast"_s;
    m_profile.prices.input = 1.0;
    m_profile.prices.output = 10.0;
}

void MeteredTest::passingFaultsAreTriedAgain()
{
    m_inner->fails(ChatFault::Overloaded, true);
    m_inner->fails(ChatFault::Server, true);
    m_inner->says(u"Hello"_s);

    const ChatResult result = make().complete(question(), {});

    QVERIFY(result.reply);
    QCOMPARE(m_waits.size(), size_t(2));
    QVERIFY(m_waits[0] >= 750ms && m_waits[0] <= 1000ms);
    QVERIFY(m_waits[1] >= 1500ms && m_waits[1] <= 2000ms);
}

void MeteredTest::theServerSaysHowLong()
{
    m_inner->steps.push_back([](const ChatRequest &) {
        ChatResult result = ChatResult::failed(ChatFault::RateLimited);
        result.failure.isRetryable = true;
        result.failure.retryAfter = 7s;
        return result;
    });
    m_inner->says(u"Hello"_s);

    QVERIFY(make().complete(question(), {}).reply);
    QCOMPARE(m_waits, std::vector<milliseconds>{7s});
}

void MeteredTest::lastingFaultsAreNot()
{
    for (const ChatFault fault : {ChatFault::KeyWrong, ChatFault::MoneySpent, ChatFault::BadRequest}) {
        m_inner->fails(fault);
        QCOMPARE(make().complete(question(), {}).failure.fault, fault);
    }
    QVERIFY(m_waits.empty());
}

void MeteredTest::shownWordsAreNotSaidAgain()
{
    class Broken final : public ChatModel
    {
    public:
        mutable int asked = 0;
        ChatResult complete(const ChatRequest &, const RunControl &, const DeltaSink &sink) const override
        {
            ++asked;
            sink(u"Your refund"_s);
            ChatResult result = ChatResult::failed(ChatFault::Cut);
            result.failure.isRetryable = true;
            return result;
        }
    };
    const auto broken = std::make_shared<Broken>();
    MeteredChatModel::Surroundings surroundings;
    surroundings.limits = [] { return BudgetLimits(); };
    surroundings.maxTries = [] { return 3; };
    surroundings.now = [] { return QDateTime::currentDateTimeUtc(); };
    const MeteredChatModel model(broken, m_profile, *m_ledger, m_health, surroundings);

    QVERIFY(!model.complete(question(), {}, [](const QString &) {}).reply);
    QCOMPARE(broken->asked, 1);
}

void MeteredTest::stopEndsTheWaiting()
{
    std::stop_source stop;
    m_inner->steps.push_back([&](const ChatRequest &) {
        stop.request_stop();
        ChatResult result = ChatResult::failed(ChatFault::Overloaded);
        result.failure.isRetryable = true;
        return result;
    });

    QCOMPARE(make().complete(question(), RunControl(stop.get_token())).failure.fault, ChatFault::Stopped);
    QCOMPARE(m_inner->asked.size(), size_t(1));
}

void MeteredTest::everyTryIsReservedAndSettled()
{
    m_inner->fails(ChatFault::Overloaded, true);
    m_inner->says(u"Hello"_s);

    (void)make().complete(question(), {});

    QCOMPARE(m_ledger->reserved.size(), size_t(2));
    QCOMPARE(m_ledger->settled.size(), size_t(2));
    QCOMPARE(m_ledger->settled[0].fault, u"overloaded"_s);
    QCOMPARE(m_ledger->settled[0].budgetUsd, 0.0);
    QCOMPARE(*m_ledger->settled[1].costUsd, (100 * 1.0 + 10 * 10.0) / 1e6);
    QVERIFY(m_ledger->reserved[1].reservedUsd >= 1000 * 10.0 / 1e6); // all that it may say
    QCOMPARE(m_ledger->reserved[1].purpose.stage, u"answer"_s);
}

void MeteredTest::spentBudgetAsksNobody()
{
    m_ledger->most = 0.001;

    const ChatResult result = make().complete(question(), {});

    QCOMPARE(result.failure.fault, ChatFault::Budget);
    QVERIFY(m_inner->asked.empty());
    QVERIFY(m_ledger->settled.empty());
}

void MeteredTest::unknownPriceTakesTheDearest()
{
    m_profile.prices = {};
    m_inner->says(u"Hello"_s);

    (void)make().complete(question(), {});

    QVERIFY(!m_ledger->settled[0].costUsd);
    QCOMPARE(m_ledger->settled[0].budgetUsd, (100 * 10.0 + 10 * 50.0) / 1e6);
}

void MeteredTest::failingServerIsLeftAlone()
{
    for (int i = 0; i < 5; ++i)
        m_inner->fails(ChatFault::Server);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(make().complete(question(), {}).failure.fault, ChatFault::Server);

    QCOMPARE(make().complete(question(), {}).failure.fault, ChatFault::CircuitOpen);
    QCOMPARE(m_inner->asked.size(), size_t(5));
    QCOMPARE(m_ledger->reserved.size(), size_t(5));
}

void MeteredTest::waitingHonoursTheDeadline()
{
    QVERIFY(!MeteredChatModel::waitFor(1h, RunControl().withDeadline(1s)));
    QVERIFY(MeteredChatModel::waitFor(1ms, RunControl()));
}

QTEST_GUILESS_MAIN(MeteredTest)
#include "tst_metered.moc"
