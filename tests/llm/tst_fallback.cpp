// A second model behind the first.

#include "llm/FallbackChatModel.h"
#include "llm/MeteredChatModel.h"
#include "support/ModelDoubles.h"
#include "support/TestSupport.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class FallbackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void firstAnswersAlone();
    void secondAnswersWhereTheFirstFails_data();
    void secondAnswersWhereTheFirstFails();
    void openCircuitGoesStraightToTheSecond();
    void stopIsNoReasonToAskAnother();
    void shownWordsAreNotSaidAnew();
    void firstLeavesHalfOfTheTime();
    void bothFailuresAreOne();

private:
    ChatResult ask(const RunControl &control = {}, const DeltaSink &sink = {})
    {
        return FallbackChatModel(m_first, m_second, u"second"_s).complete(question(), control, sink);
    }
    static ChatRequest question()
    {
        ChatRequest request;
        request.messages = {{ChatRole::User, u"Hello?"_s, {}, {}, {}}};
        return request;
    }

    std::shared_ptr<ScriptedChatModel> m_first;
    std::shared_ptr<ScriptedChatModel> m_second;
};

void FallbackTest::init()
{
    m_first = std::make_shared<ScriptedChatModel>();
    m_second = std::make_shared<ScriptedChatModel>();
}

void FallbackTest::firstAnswersAlone()
{
    m_first->says(u"one"_s);

    const ChatResult result = ask();

    QCOMPARE(result.reply->text, u"one"_s);
    QVERIFY(result.model.isEmpty());
    QVERIFY(m_second->asked.empty());
}

void FallbackTest::secondAnswersWhereTheFirstFails_data()
{
    QTest::addColumn<ChatFault>("fault");
    for (const ChatFault fault : {ChatFault::KeyWrong, ChatFault::Timeout, ChatFault::Refusal,
                                  ChatFault::Garbled, ChatFault::CircuitOpen, ChatFault::Budget})
        QTest::newRow(qPrintable(nameOf(fault))) << fault;
}

void FallbackTest::secondAnswersWhereTheFirstFails()
{
    QFETCH(ChatFault, fault);
    m_first->fails(fault);
    m_second->says(u"two"_s);

    const ChatResult result = ask();

    QCOMPARE(result.reply->text, u"two"_s);
    QCOMPARE(result.model, u"second"_s);
    QCOMPARE(m_second->asked.front().messages.front().text, u"Hello?"_s);
}

// Once it failed often enough nobody waits for the first one any more.
void FallbackTest::openCircuitGoesStraightToTheSecond()
{
    constexpr int untilOpen = 5;
    MemoryLedger ledger;
    MeteredChatModel::Surroundings surroundings;
    surroundings.limits = [] { return BudgetLimits(); };
    surroundings.maxTries = [] { return 1; };
    surroundings.now = [] { return QDateTime(QDate(2026, 11, 30), QTime(9, 0), Qt::UTC); };
    const auto metered = std::make_shared<MeteredChatModel>(m_first, ModelProfile(), ledger,
                                                            std::make_shared<ProviderHealth>(), surroundings);
    const FallbackChatModel both(metered, m_second, u"second"_s);
    for (int i = 0; i < untilOpen; ++i)
        m_first->fails(ChatFault::Refused);
    for (int i = 0; i <= untilOpen; ++i)
        m_second->says(u"two"_s);

    for (int i = 0; i <= untilOpen; ++i)
        QVERIFY(both.complete(question(), {}).reply);

    QCOMPARE(m_first->asked.size(), size_t(untilOpen));
    QCOMPARE(m_second->asked.size(), size_t(untilOpen) + 1);
}

void FallbackTest::stopIsNoReasonToAskAnother()
{
    m_first->fails(ChatFault::Stopped);

    QCOMPARE(ask().failure.fault, ChatFault::Stopped);
    QVERIFY(m_second->asked.empty());
}

void FallbackTest::shownWordsAreNotSaidAnew()
{
    class Breaking final : public ChatModel
    {
    public:
        ChatResult complete(const ChatRequest &, const RunControl &, const DeltaSink &sink) const override
        {
            sink(u"The answer i"_s);
            return ChatResult::failed(ChatFault::Cut);
        }
    };
    QStringList shown;
    const FallbackChatModel both(std::make_shared<Breaking>(), m_second, u"second"_s);

    const ChatResult result = both.complete(question(), {}, [&](const QString &text) { shown << text; });

    QCOMPARE(result.failure.fault, ChatFault::Cut);
    QCOMPARE(shown.size(), 1);
    QVERIFY(m_second->asked.empty());
}

void FallbackTest::firstLeavesHalfOfTheTime()
{
    class Watch final : public ChatModel
    {
    public:
        mutable RunControl::SteadyTime deadline;
        ChatResult complete(const ChatRequest &, const RunControl &control, const DeltaSink &) const override
        {
            deadline = control.deadline();
            return ChatResult::failed(ChatFault::Timeout);
        }
    };
    const auto first = std::make_shared<Watch>();
    const auto second = std::make_shared<Watch>();
    const RunControl control = RunControl().withDeadline(60s);

    (void)FallbackChatModel(first, second, u"second"_s).complete(question(), control);

    QVERIFY(second->deadline == control.deadline());
    QVERIFY(first->deadline <= control.deadline() - 29s);
}

void FallbackTest::bothFailuresAreOne()
{
    m_first->fails(ChatFault::Server);
    m_second->fails(ChatFault::NoKey);

    const ChatResult result = ask();

    QVERIFY(!result.reply);
    QCOMPARE(result.failure.fault, ChatFault::NoKey);
}

QTEST_GUILESS_MAIN(FallbackTest)
#include "tst_fallback.moc"
