#include "pipeline/TurnText.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

namespace
{

TurnText read(const QString &text, ChannelKind channel = ChannelKind::Mail,
              const std::vector<Message> &earlier = {})
{
    Conversation conversation;
    conversation.channel = channel;
    return readTurnText(text, conversation, Message(), earlier);
}

const QString forwarded =
    QStringLiteral("---------- Forwarded message ---------\nFrom: Bo Reed <bo@reed.example>\n"
                   "Date: Mon, 23 Nov 2026\n\nPlease refund INV-1042.");

} // namespace

class TestTurnText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ownWordsAreAnswered()
    {
        const TurnText turn = read(QStringLiteral("How do I export?\n\n> Please refund INV-1"));

        QCOMPARE(turn.text, QStringLiteral("How do I export?"));
        QVERIFY(!turn.causesNoWrite);
        QVERIFY(turn.material.isEmpty());
    }

    void nothingButAQuoteIsReadWithoutEffects()
    {
        const TurnText turn = read(QStringLiteral("> Please refund INV-1"));

        QCOMPARE(turn.text, QStringLiteral("> Please refund INV-1"));
        QVERIFY(turn.causesNoWrite);
    }

    void forwardedMailIsAnsweredWhereItIsPointedTo()
    {
        const TurnText pointing = read(QStringLiteral("Can you help with this?\n\n") + forwarded);
        QCOMPARE(pointing.text, QStringLiteral("Can you help with this?\n\nPlease refund INV-1042."));
        QVERIFY(pointing.causesNoWrite);

        const TurnText other =
            read(QStringLiteral("Thanks, understood. How do I export a board?\n\n") + forwarded);
        QCOMPARE(other.text, QStringLiteral("Thanks, understood. How do I export a board?"));
        QVERIFY(!other.causesNoWrite);
        QVERIFY(other.material.contains(QStringLiteral("INV-1042")));

        const TurnText alone = read(forwarded);
        QCOMPARE(alone.text, QStringLiteral("Please refund INV-1042."));
        QVERIFY(alone.causesNoWrite);
    }

    void textBelowAnUncertainCutIsLeftOutOrWithoutEffects()
    {
        const QString below = QStringLiteral("he wrote:\n\nPlease refund INV-1042.");

        const TurnText said = read(QStringLiteral("How do I export a board?\n\n") + below);
        QCOMPARE(said.text, QStringLiteral("How do I export a board?"));
        QVERIFY(!said.causesNoWrite);

        QVERIFY(read(below).causesNoWrite);
    }

    void ownTextOfABurstIsNoQuote()
    {
        Message before;
        before.author = Author::Customer;
        before.text = QStringLiteral("I was charged twice for October, please give one of the two back");
        const QString turn = before.text + QStringLiteral("\nit is INV-7");

        QCOMPARE(read(turn, ChannelKind::Chat, {before}).text, turn);
        QCOMPARE(read(turn, ChannelKind::Mail, {before}).text, QStringLiteral("it is INV-7"));
    }
};

QTEST_GUILESS_MAIN(TestTurnText)
#include "tst_turntext.moc"
