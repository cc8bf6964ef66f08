// Mails whose sender proves by a one-time code that the address on record is theirs.

#include "pipeline/IdentityCodes.h"
#include "pipeline/PipelineWorld.h"

#include <QRegularExpression>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

// A desk that refunds for a known customer, and asks who writes otherwise.
class World
{
public:
    World()
    {
        world.specialist.script = [](const TurnContext &context,
                                     const std::vector<ToolCall> &calls) -> Result<NextStep> {
            if (context.customer)
                return ScriptedSpecialist::refundScript(context, calls);
            DraftReply who = ScriptedSpecialist::draft(QStringLiteral("Who are you?"));
            who.memory = {{"awaiting", "identity"}};
            return NextStep(who);
        };
    }

    // A mail from the address of cus_1; nobody vouches for it.
    Outcome mail(const QString &text, const QString &address = QStringLiteral("Ada@Brook.example"),
                 bool isAutomatic = false)
    {
        IncomingMessage message = world.incoming(text, QStringLiteral("m%1").arg(++m_mails));
        message.customer.clear();
        message.senderAddress = address;
        message.isAutomatic = isAutomatic;
        auto processed = world.pipeline->process(message, RunControl());
        if (!processed)
            qFatal("%s", qPrintable(processed.error().detail));
        return processed->outcome;
    }

    std::vector<OutboxItem> codeMails(ConversationId conversation) const
    {
        auto all = world.outbox.ofConversation(conversation);
        if (!all)
            qFatal("%s", qPrintable(all.error().detail));
        auto items = std::move(*all);
        std::erase_if(items, [](const OutboxItem &item) {
            return !item.item.key.startsWith(QLatin1String("effect:code:"));
        });
        return items;
    }

    QString code(const Outcome &outcome) const
    {
        static const QRegularExpression digits(QStringLiteral("\\b[0-9]{6}\\b"));
        const auto mails = codeMails(outcome.conversation);
        return mails.empty() ? QString() : digits.match(mails.back().item.body).captured();
    }

    void pass(std::chrono::minutes time)
    {
        world.clock.set(world.clock.now().addSecs(std::chrono::seconds(time).count()));
    }

    static QString otherThan(const QString &code)
    {
        return code == QLatin1String("111111") ? QStringLiteral("222222") : QStringLiteral("111111");
    }

    mutable PipelineWorld world;

private:
    int m_mails = 0;
};

} // namespace

class TestIdentityCodes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFromLineAloneMovesNothing()
    {
        World desk;

        const Outcome asked = desk.mail(QStringLiteral("Please refund INV-1"));

        QCOMPARE(desk.world.refunds(), size_t(0));
        QCOMPARE(asked.decision, Decision::AutoSend);
        QVERIFY(asked.customer.isEmpty());
        const auto mails = desk.codeMails(asked.conversation);
        QCOMPARE(mails.size(), size_t(1));
        QCOMPARE(mails.front().item.recipient,
                 QStringLiteral("ada@brook.example")); // on record, not the claim
        const QString code = desk.code(asked);
        QCOMPARE(code.size(), 6);
        QVERIFY(!asked.answer.contains(code)); // the reply may go elsewhere
        const auto kept = desk.world.codes.latest(asked.conversation, QStringLiteral("ada@brook.example"));
        VERIFY_RESULT(kept);
        QVERIFY(kept->has_value());
        QVERIFY(!(*kept)->digest.contains(code.toLatin1()));
    }

    void theCodeCarriesOutWhatWaited_data()
    {
        QTest::addColumn<QString>("reply");
        QTest::newRow("alone") << QStringLiteral("%1");
        QTest::newRow("in two groups") << QStringLiteral("%2 %3");
        QTest::newRow("with a greeting") << QStringLiteral("Hi, here is the code: %1. Thanks");
    }

    void theCodeCarriesOutWhatWaited()
    {
        QFETCH(QString, reply);
        World desk;
        desk.world.set("identity.mail_level", "verified");
        const QString code = desk.code(desk.mail(QStringLiteral("Please refund INV-1")));

        reply.replace(QLatin1String("%1"), code)
            .replace(QLatin1String("%2"), code.left(3))
            .replace(QLatin1String("%3"), code.right(3));
        const Outcome done = desk.mail(reply);

        QCOMPARE(desk.world.refunds(), size_t(1));
        QCOMPARE(done.customer, QStringLiteral("cus_1"));
        QCOMPARE(done.answer.contains(QStringLiteral("Refunded.")), true);
    }

    void otherWordsBesideTheCodeAreWhatIsAnswered()
    {
        World desk;
        QString seen;
        desk.world.specialist.script = [&](const TurnContext &context,
                                           const std::vector<ToolCall> &) -> Result<NextStep> {
            DraftReply reply = ScriptedSpecialist::draft(QStringLiteral("Who are you?"));
            if (context.customer)
                seen = context.text;
            else
                reply.memory = {{"awaiting", "identity"}};
            return NextStep(reply);
        };
        const QString code = desk.code(desk.mail(QStringLiteral("Please refund INV-1")));

        (void)desk.mail(code + QStringLiteral(" but forget the refund, it was my mistake"));

        QVERIFY2(seen.contains(QStringLiteral("forget the refund")), qPrintable(seen));
        QVERIFY(!seen.contains(code));
    }

    void aMachineThatSendsTheCodeBackProvesNobody()
    {
        World desk;
        const Outcome asked = desk.mail(QStringLiteral("Please refund INV-1"));
        const QString echo = QStringLiteral("I am away. You wrote: Your code is %1.").arg(desk.code(asked));

        (void)desk.mail(echo, QStringLiteral("Ada@Brook.example"), true);

        QVERIFY(desk.mail(QStringLiteral("Please refund INV-1 now")).customer.isEmpty());
        QCOMPARE(desk.world.refunds(), size_t(0));
    }

    void aWrongCodeIsNotAnsweredWhereAPersonHasTakenOver()
    {
        World desk;
        const Outcome asked = desk.mail(QStringLiteral("Please refund INV-1"));
        const QString wrong = World::otherThan(desk.code(asked));
        VERIFY_RESULT(desk.world.desk->takeOver(asked.conversation, QStringLiteral("Kim")));
        const auto before = desk.world.outbox.ofConversation(asked.conversation)->size();

        const Outcome outcome = desk.mail(wrong);

        QVERIFY(outcome.answer.isEmpty());
        QCOMPARE(desk.world.outbox.ofConversation(asked.conversation)->size(), before);
    }

    void threeWrongCodesGoToAPerson()
    {
        World desk;
        const QString code = desk.code(desk.mail(QStringLiteral("Please refund INV-1")));
        const QString wrong = World::otherThan(code);

        QCOMPARE(desk.mail(wrong).decision, Decision::AutoSend);
        QCOMPARE(desk.mail(wrong).decision, Decision::AutoSend);
        QCOMPARE(desk.mail(wrong).decision, Decision::Escalated);
        QCOMPARE(desk.mail(code).decision, Decision::Escalated); // the right one comes too late
        QCOMPARE(desk.world.refunds(), size_t(0));
    }

    void aCodeIsGoodForTenMinutes()
    {
        World desk;
        const QString code = desk.code(desk.mail(QStringLiteral("Please refund INV-1")));
        desk.pass(std::chrono::minutes(10));

        const Outcome late = desk.mail(code);

        QCOMPARE(late.decision, Decision::Escalated);
        QCOMPARE(desk.world.refunds(), size_t(0));
    }

    void whatIsProvenHoldsForHalfAnHour()
    {
        World desk;
        const QString code = desk.code(desk.mail(QStringLiteral("Please refund INV-1")));
        (void)desk.mail(code);

        desk.pass(std::chrono::minutes(29));
        QCOMPARE(desk.mail(QStringLiteral("Where is it?")).customer, QStringLiteral("cus_1"));
        desk.pass(std::chrono::minutes(2));
        QVERIFY(desk.mail(QStringLiteral("And now?")).customer.isEmpty());
    }

    void aCodeProvesNothingInAnotherConversation()
    {
        World desk;
        const QString code = desk.code(desk.mail(QStringLiteral("Please refund INV-1")));
        IncomingMessage elsewhere = desk.world.incoming(code, QStringLiteral("other"));
        elsewhere.customer.clear();
        elsewhere.conversationKey = QStringLiteral("another thread");

        const auto processed = desk.world.pipeline->process(elsewhere, RunControl());

        VERIFY_RESULT(processed);
        QVERIFY(processed->outcome.customer.isEmpty());
        QCOMPARE(desk.world.refunds(), size_t(0));
    }

    void aStrangerIsSentNothing()
    {
        World desk;

        const Outcome asked =
            desk.mail(QStringLiteral("Please refund INV-1"), QStringLiteral("eve@elsewhere.example"));

        QVERIFY(desk.codeMails(asked.conversation).empty());
        QCOMPARE(desk.world.refunds(), size_t(0));
    }

    void fiveCodesADayAreEnough()
    {
        World desk;
        ConversationId conversation;
        for (int i = 0; i < 6; ++i) {
            conversation = desk.mail(QStringLiteral("Please refund INV-1, number %1").arg(i)).conversation;
            desk.pass(std::chrono::minutes(70)); // beyond the replies of an hour
        }

        QCOMPARE(desk.codeMails(conversation).size(), size_t(5));
        QCOMPARE(desk.world.refunds(), size_t(0));
    }

    void nothingIsSentAloneWherePeopleSend_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("isOff");
        QTest::newRow("a person sends") << QStringLiteral("modes.billing") << false;
        QTest::newRow("codes are off") << QStringLiteral("identity.mail_codes") << true;
    }

    void nothingIsSentAloneWherePeopleSend()
    {
        QFETCH(QString, key);
        QFETCH(bool, isOff);
        World desk;
        desk.world.set(qPrintable(key), isOff ? Json(false) : Json("suggest"));

        const Outcome asked = desk.mail(QStringLiteral("Please refund INV-1"));

        QVERIFY(desk.codeMails(asked.conversation).empty());
        QCOMPARE(asked.decision, Decision::Escalated);
    }

    void aSentMailKeepsNoCode()
    {
        World desk;
        const Outcome asked = desk.mail(QStringLiteral("Please refund INV-1"));
        const QString code = desk.code(asked);

        auto due = desk.world.outbox.claimDue(desk.world.clock.now(), 10);
        VERIFY_RESULT(due);
        for (const OutboxItem &item : *due)
            VERIFY_RESULT(desk.world.outbox.markSent(item.id, QStringLiteral("x"), desk.world.clock.now()));

        QCOMPARE(desk.codeMails(asked.conversation).size(), size_t(1));
        QVERIFY(desk.code(asked).isEmpty());
        QVERIFY(!code.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestIdentityCodes)
#include "tst_identitycodes.moc"
