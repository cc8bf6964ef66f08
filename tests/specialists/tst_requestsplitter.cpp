#include "specialists/RequestSplitter.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

class TestRequestSplitter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatIsAskedFor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("units");
        const auto row = [](const char *name, const char *text, QStringList units) {
            QTest::newRow(name) << QString::fromUtf8(text) << std::move(units);
        };
        row("one", "Please close my account.", {QStringLiteral("Please close my account.")});
        row("two sentences", "Please close my account. When does my plan end?",
            {QStringLiteral("Please close my account."), QStringLiteral("When does my plan end?")});
        row("two halves", "I need a receipt and could you change my billing address",
            {QStringLiteral("I need a receipt"), QStringLiteral("could you change my billing address")});
        row("a half that does not ask", "I cancelled in May and was charged in June", {});
        row("one verb for two things", "Please send me the receipt and the contract",
            {QStringLiteral("Please send me the receipt and the contract")});
        row("a list", "Hi,\n1. Change my name to Eva\n2. Send me a receipt\nBye",
            {QStringLiteral("Change my name to Eva"), QStringLiteral("Send me a receipt")});
        row("a list in one line", "Hello. 1) Change my name to Eva 2) Send me a receipt",
            {QStringLiteral("Change my name to Eva"), QStringLiteral("Send me a receipt")});
        row("a list with letters",
            "Could you tell me (a) whether guests pay, (b) how many I can invite, and (c) when it ends?",
            {QStringLiteral("whether guests pay"), QStringLiteral("how many I can invite"),
             QStringLiteral("when it ends?")});
        row("fillers ask for nothing", "Can you help me? I have a question. Where is my receipt?",
            {QStringLiteral("Where is my receipt?")});
        row("what is not wanted", "I do not want a new card.", {});
        row("a story", "I was on holiday. The weather was fine.", {});
        row("nothing", "", {});
    }

    void findsWhatIsAskedFor()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, units);

        QStringList found;
        for (const RequestUnit &unit : splitRequests(text))
            found << unit.text;

        QCOMPARE(found, units);
    }

    void theStoryStaysWithItsRequest()
    {
        const auto units =
            splitRequests(QStringLiteral("My card was stolen. Please block it. It is the blue one."));

        QCOMPARE(units.size(), size_t(1));
        QCOMPARE(units[0].context, QStringLiteral("My card was stolen. It is the blue one."));
    }

    void courtesies_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("courtesy");
        const auto row = [](const char *text, Courtesy courtesy) {
            QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(courtesy);
        };
        row("Thank you so much!", Courtesy::Thanks);
        row("ok great, thanks", Courtesy::Thanks);
        row("That helped a lot", Courtesy::Thanks);
        row("hello there", Courtesy::Greeting);
        row("Good morning!", Courtesy::Greeting);
        row("never mind", Courtesy::Cancel);
        row("forget it, thanks", Courtesy::Cancel);
        row("yes, do it", Courtesy::Order);
        row("ok please go ahead", Courtesy::Order);
        row("Yes, that's right.", Courtesy::Consent);
        row("yes, the second one", Courtesy::None);
        row("ok, and refund the rest", Courtesy::None);
        row("Thanks. Where is my order?", Courtesy::None);
        row("Hello, I need help with my invoice", Courtesy::None);
        row("Please cancel my subscription", Courtesy::None);
        row("", Courtesy::None);
    }

    void courtesies()
    {
        QFETCH(QString, text);
        QFETCH(int, courtesy);

        QCOMPARE(static_cast<int>(courtesyOf(text)), courtesy);
    }
};

QTEST_GUILESS_MAIN(TestRequestSplitter)
#include "tst_requestsplitter.moc"
