#include "pipeline/PipelineWorld.h"

#include "specialists/BuiltinSpecialist.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

const QString olga = QStringLiteral("Olga");

class NoKnowledge final : public KnowledgeSource
{
public:
    Result<EvidenceList> find(const QString &, std::optional<Category>, int,
                              const RunControl &) const override
    {
        return EvidenceList();
    }
};

// The built-in engine in a workspace that asks before every payment.
class AskingWorld : public PipelineWorld
{
public:
    AskingWorld()
        : engine(made(PlaybookLibrary::load(resourceFile(QStringLiteral("playbooks")))),
                 std::make_shared<const ValueWords>(made(ValueWords::load(languages))), knowledge, 5)
        , sender(outbox, conversations, unitOfWork, clock, {})
    {
        set("understanding.confirm_payments", true);
        specialist.script = [this](const TurnContext &context, const std::vector<ToolCall> &calls) {
            return engine.next(context, calls, RunControl());
        };
        reader.answer = [](const QString &text) {
            ActReading act;
            act.act = QStringLiteral("billing.refund");
            act.intent = QStringLiteral("billing.refund_request");
            if (text.contains(QLatin1String("refund"))) {
                act.asks = 0.95;
                act.mood = Mood::Asks;
                act.likelihood = 0.95;
            }
            return Reading{{act}};
        };
    }

    // The customer's request, and our question delivered.
    Outcome ask()
    {
        const Outcome outcome = say(QStringLiteral("Please refund 20 USD of INV-1"));
        deliver();
        return outcome;
    }

    void deliver()
    {
        clock.set(clock.now().addSecs(60));
        (void)made(sender.sendDue());
    }

    Outcome answer(const QString &text, const char *externalId = "m2")
    {
        clock.set(clock.now().addSecs(60));
        return say(text, QString::fromLatin1(externalId));
    }

    void writeAsPerson(ConversationId conversation, const QString &text)
    {
        SendRequest request;
        request.conversation = conversation;
        request.operatorName = olga;
        request.text = text;
        (void)made(desk->send(request, RunControl()));
        deliver();
    }

    NoKnowledge knowledge;
    BuiltinSpecialist engine;
    OutboxSender sender;
};

} // namespace

// A yes does what the desk's last question offered, once and exactly, and nothing else does.
class TestProposals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theQuestionSaysExactlyWhatWouldBeDone()
    {
        AskingWorld world;

        const Outcome asked = world.ask();

        QCOMPARE(asked.decision, Decision::AutoSend);
        QVERIFY2(asked.answer.contains(QStringLiteral("Shall I refund 20.00 USD of INV-1")),
                 qPrintable(asked.answer));
        QCOMPARE(world.refunds(), size_t(0));
    }

    void aClearYesDoesExactlyThatOnce_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"Yes", "yes please", "Yes, please refund the 20.00 USD of INV-1.", "ok"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void aClearYesDoesExactlyThatOnce()
    {
        QFETCH(QString, text);
        AskingWorld world;
        (void)world.ask();

        const Outcome done = world.answer(text);

        QCOMPARE(done.decision, Decision::AutoSend);
        QCOMPARE(world.refunds(), size_t(1));
        const Json refund = world.table("refunds").front();
        QCOMPARE(stringOr(refund, "invoice"), QStringLiteral("INV-1"));
        QCOMPARE(integerOr(refund, "amount_minor", 0), qint64(2000));
        QCOMPARE(stringOr(refund, "currency"), QStringLiteral("USD"));
        QVERIFY2(done.answer.contains(QStringLiteral("I have refunded 20.00 USD")), qPrintable(done.answer));
    }

    void aSecondYesDoesNothingAgain()
    {
        AskingWorld world;
        (void)world.ask();
        (void)world.answer(QStringLiteral("Yes"));
        world.deliver();

        (void)world.answer(QStringLiteral("Yes"), "m3");

        QCOMPARE(world.refunds(), size_t(1));
    }

    void aYesBeforeTheQuestionWasSentDoesNothing()
    {
        AskingWorld world;
        (void)world.say(QStringLiteral("Please refund 20 USD of INV-1"));

        (void)world.say(QStringLiteral("Yes"), QStringLiteral("m2"));

        QCOMPARE(world.refunds(), size_t(0));
    }

    void whatIsNoClearYesDoesNothing_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"No", "no thanks", "Yes?", "Yes, but only 10", "wait", "Why?", "thanks"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void whatIsNoClearYesDoesNothing()
    {
        QFETCH(QString, text);
        AskingWorld world;
        (void)world.ask();

        (void)world.answer(text);

        QCOMPARE(world.refunds(), size_t(0));
    }

    void aYesAfterANoDoesNothing()
    {
        AskingWorld world;
        (void)world.ask();
        (void)world.answer(QStringLiteral("No"));
        world.deliver();

        (void)world.answer(QStringLiteral("Yes"), "m3");

        QCOMPARE(world.refunds(), size_t(0));
    }

    void aYesToAPersonDoesNothing()
    {
        AskingWorld world;
        const Outcome asked = world.ask();
        world.writeAsPerson(asked.conversation, QStringLiteral("May I close this for you?"));

        (void)world.answer(QStringLiteral("Yes"));

        QCOMPARE(world.refunds(), size_t(0));
    }

    void aYesAfterALaterQuestionDoesNothing()
    {
        AskingWorld world;
        (void)world.ask();
        const Outcome other = world.answer(QStringLiteral("Please refund INV-9"), "m2"); // there is none
        QCOMPARE(other.decision, Decision::AutoSend);
        QVERIFY2(other.answer.contains(QStringLiteral("Which of them")), qPrintable(other.answer));
        world.deliver();

        (void)world.answer(QStringLiteral("Yes"), "m3");

        QCOMPARE(world.refunds(), size_t(0));
    }

    void aYesAfterTheOffersTimeDoesNothing()
    {
        AskingWorld world;
        world.set("understanding.offer_ttl_s", 600);
        (void)world.ask();
        world.clock.set(world.clock.now().addSecs(900));

        (void)world.answer(QStringLiteral("Yes"));

        QCOMPARE(world.refunds(), size_t(0));
    }

    void aYesAfterTakeOverDoesNothing()
    {
        AskingWorld world;
        const Outcome asked = world.ask();
        VERIFY_RESULT(world.desk->takeOver(asked.conversation, olga));

        (void)world.answer(QStringLiteral("Yes"));

        QCOMPARE(world.refunds(), size_t(0));
    }

    void theQuestionThatAPersonSendsUnchangedCounts()
    {
        AskingWorld world;
        world.set("modes.billing", "suggest");
        const Outcome asked = world.say(QStringLiteral("Please refund 20 USD of INV-1"));
        world.writeAsPerson(asked.conversation, asked.answer);
        world.set("modes.billing", "auto");

        (void)world.answer(QStringLiteral("Yes"));

        QCOMPARE(world.refunds(), size_t(1));
    }

    void theQuestionThatAPersonEditedDoesNot()
    {
        AskingWorld world;
        world.set("modes.billing", "suggest");
        const Outcome asked = world.say(QStringLiteral("Please refund 20 USD of INV-1"));
        QString edited = asked.answer;
        edited.replace(QStringLiteral("20.00 USD"), QStringLiteral("25.00 USD"));
        QVERIFY(edited != asked.answer);
        world.writeAsPerson(asked.conversation, edited);
        world.set("modes.billing", "auto");

        (void)world.answer(QStringLiteral("Yes"));

        QCOMPARE(world.refunds(), size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestProposals)
#include "tst_proposals.moc"
