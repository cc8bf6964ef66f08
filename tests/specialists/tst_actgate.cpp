#include "core/ResourcePaths.h"
#include "specialists/ActGate.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

namespace
{

Reading reading(double asks, double contrary = 0.0, Mood mood = Mood::Asks, double likelihood = 0.9)
{
    ActReading act;
    act.act = QStringLiteral("billing.refund");
    act.intent = QStringLiteral("billing.refund_request");
    act.asks = asks;
    act.contrary = contrary;
    act.mood = mood;
    act.likelihood = likelihood;
    return {{act}};
}

ActLimits limits()
{
    ActLimits limits;
    limits.act = 0.8;
    limits.ask = 0.5;
    return limits;
}

// The grammar hears a request in the first, and none in the second.
const QString request = QStringLiteral("Please refund INV-7001");
const QString question = QStringLiteral("How long does a refund of INV-7001 take?");

} // namespace

Q_DECLARE_METATYPE(Asked)

// The learned heads and the grammar have to agree.
class TestActGate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const auto loaded = PlaybookLibrary::load(resourceFile(QStringLiteral("playbooks")));
        VERIFY_RESULT(loaded);
        m_playbooks = *loaded;
    }

    void twoReadersHaveToAgree_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("asks");
        QTest::addColumn<double>("contrary");
        QTest::addColumn<Asked>("asked");
        QTest::newRow("both are sure") << request << 0.95 << 0.0 << Asked::Plainly;
        QTest::newRow("at the threshold") << request << 0.8 << 0.0 << Asked::Plainly;
        QTest::newRow("the heads doubt") << request << 0.79 << 0.0 << Asked::Perhaps;
        QTest::newRow("the heads hardly hear it") << request << 0.2 << 0.0 << Asked::Perhaps;
        QTest::newRow("the heads hear nothing") << request << 0.02 << 0.0 << Asked::No;
        QTest::newRow("a sentence speaks against it") << request << 0.95 << 0.8 << Asked::Perhaps;
        QTest::newRow("only the heads hear it") << question << 0.95 << 0.0 << Asked::Perhaps;
        QTest::newRow("only the heads, and they doubt") << question << 0.4 << 0.0 << Asked::No;
        QTest::newRow("neither") << question << 0.02 << 0.0 << Asked::No;
    }

    void twoReadersHaveToAgree()
    {
        QFETCH(QString, text);
        QFETCH(double, asks);
        QFETCH(double, contrary);
        QFETCH(Asked, asked);
        QCOMPARE(askedFor(refund(), text, reading(asks, contrary), limits()), asked);
    }

    void anActThatTheModelDoesNotKnowIsNeverAsked()
    {
        QCOMPARE(askedFor(refund(), request, Reading(), limits()), Asked::No);
    }

    void aPlainRequestActsAtOnce()
    {
        QVERIFY(mayActAtOnce(refund(), turn(request, reading(0.95)), {}, false));
    }

    void inAnotherLanguageTheLearnedReaderHasToAgree_data()
    {
        QTest::addColumn<double>("second");
        QTest::addColumn<bool>("isAtOnce");
        QTest::newRow("agrees") << leastAgreement << true;
        QTest::newRow("doubts") << leastAgreement - 0.01 << false;
        QTest::newRow("was not asked") << 0.0 << false;
    }

    void inAnotherLanguageTheLearnedReaderHasToAgree()
    {
        QFETCH(double, second);
        QFETCH(bool, isAtOnce);
        TurnContext context = turn(QStringLiteral("Bitte schickt mir den Link"), reading(0.95));
        context.reading.acts.front().act = QStringLiteral("account.password_reset");
        context.reading.acts.front().second = second;
        context.language = QStringLiteral("de");
        QCOMPARE(mayActAtOnce(*m_playbooks->byId(QStringLiteral("password_reset")), context, {}, false),
                 isAtOnce);
    }

    void aWordOfRefusalIsAskedAboutWhereNoGrammarReads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("mayBe");
        QTest::newRow("no refund") << QStringLiteral("Ich möchte für INV-1 keine Erstattung.") << true;
        QTest::newRow("not") << QStringLiteral("Bitte erstattet INV-1 NICHT!") << true;
        QTest::newRow("part of a word") << QStringLiteral("Bitte erstattet INV-1, Nichteheim") << false;
        QTest::newRow("plain") << QStringLiteral("Bitte erstattet INV-1.") << false;
    }
    void aWordOfRefusalIsAskedAboutWhereNoGrammarReads()
    {
        QFETCH(QString, text);
        QFETCH(bool, mayBe);
        const auto words = ValueWords::load({QStringLiteral("de")});
        VERIFY_RESULT(words);
        TurnContext context;
        context.text = text;
        context.language = QStringLiteral("de");
        QCOMPARE(mayRefuse(context, *words), mayBe);
    }

    void whatIsLeftOverIsAskedAbout()
    {
        QVERIFY(!mayActAtOnce(refund(), turn(request, reading(0.95)), {QStringLiteral("except 15")}, false));
    }

    void whatIsAssumedIsAskedAbout()
    {
        QVERIFY(!mayActAtOnce(refund(), turn(request, reading(0.95)), {}, true));
    }

    void whatIsUnsureIsAskedAbout()
    {
        QVERIFY(!mayActAtOnce(refund(), turn(request, reading(0.6)), {}, false));
    }

    void aSettingAsksBeforeEveryPayment()
    {
        TurnContext context = turn(request, reading(0.95));
        context.actLimits.confirmsPayments = true;
        QVERIFY(!mayActAtOnce(refund(), context, {}, false));
    }

    void theSettingIsForMoneyOnly()
    {
        TurnContext context = turn(QStringLiteral("Please reset my password"), reading(0.95));
        context.reading.acts.front().act = QStringLiteral("account.password_reset");
        context.actLimits.confirmsPayments = true;
        QVERIFY(mayActAtOnce(*m_playbooks->byId(QStringLiteral("password_reset")), context, {}, false));
    }

    void anAnswerCarriesOnWhatWasAskedBefore_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<Asked>("asked");
        QTest::newRow("plainly") << QStringLiteral("plainly") << Asked::Plainly;
        QTest::newRow("perhaps") << QStringLiteral("perhaps") << Asked::Perhaps;
    }

    void anAnswerCarriesOnWhatWasAskedBefore()
    {
        QFETCH(QString, before);
        QFETCH(Asked, asked);
        QCOMPARE(evidenceFor(refund(), answerAfter(before, reading(0.02, 0.0, Mood::None))).asked, asked);
    }

    void anAnswerThatTakesItBackCarriesNothingOn()
    {
        const ActEvidence evidence =
            evidenceFor(refund(), answerAfter(QStringLiteral("plainly"), reading(0.02, 0.9, Mood::Refuses)));

        QVERIFY(evidence.isWithdrawn);
        QCOMPARE(evidence.asked, Asked::No);
    }

    // "Shall I ...?" and then "oh, wrong window": only a clear yes does it, and that is found elsewhere.
    void whatIsNoYesToTheQuestionDoesNothing()
    {
        TurnContext context = answerAfter(QStringLiteral("plainly"), reading(0.02, 0.0, Mood::None));
        context.memory["awaiting"] = "confirmation";
        QVERIFY(!mayActAtOnce(refund(), context, {}, false));
    }

    void anotherActOfTheSameWordsIsADoubt_data()
    {
        QTest::addColumn<double>("other");
        QTest::addColumn<bool>("isPlain");
        QTest::newRow("not heard") << 0.1 << true;
        QTest::newRow("hardly") << 0.4 << true;
        QTest::newRow("may be meant") << 0.55 << false;
        QTest::newRow("asked for as well") << 0.8 << true;
    }

    void anotherActOfTheSameWordsIsADoubt()
    {
        QFETCH(double, other);
        QFETCH(bool, isPlain);
        TurnContext context = turn(request, reading(0.95));
        ActReading rival = context.reading.acts.front();
        rival.act = QStringLiteral("account.password_reset");
        rival.intent = rival.act;
        rival.asks = other;
        context.reading.acts.push_back(rival);
        QCOMPARE(mayActAtOnce(refund(), context, {}, false), isPlain);
    }

    void anAccountElsewhereIsSeen()
    {
        const auto words = ValueWords::load({QStringLiteral("en")});
        VERIFY_RESULT(words);
        const auto parties = [&](const char *text) {
            return otherPartiesIn(turn(QString::fromLatin1(text), {}), *words).size();
        };
        QCOMPARE(parties("please change the card on the Streamberry account"), 1);
        QCOMPARE(parties("please change the card on my account"), 0);
        QCOMPARE(parties("change my company from Ostrow to Lind"), 0);
        QCOMPARE(parties("my colleague forgot his password"), 2);
    }

    void anotherPlaybooksQuestionCarriesNothingOn()
    {
        TurnContext context = answerAfter(QStringLiteral("plainly"), reading(0.02, 0.0, Mood::None));
        context.memory["playbook"] = "invoice_lookup";
        QCOMPARE(evidenceFor(refund(), context).asked, Asked::No);
    }

    void nothingIsCarriedOnWhereNothingIsAwaited()
    {
        TurnContext context = answerAfter(QStringLiteral("plainly"), reading(0.02, 0.0, Mood::None));
        context.memory["awaiting"] = "";
        QCOMPARE(evidenceFor(refund(), context).asked, Asked::No);
    }

    void theMemorySaysHowSurely()
    {
        QCOMPARE(memoryOf({Asked::Plainly, false}), Json("plainly"));
        QCOMPARE(memoryOf({Asked::Perhaps, false}), Json("perhaps"));
        QCOMPARE(memoryOf({Asked::No, false}), Json("perhaps"));
    }

private:
    const Playbook &refund() const { return *m_playbooks->byId(QStringLiteral("refund")); }

    TurnContext turn(const QString &text, const Reading &read) const
    {
        TurnContext context;
        context.text = text;
        context.reading = read;
        context.actLimits = limits();
        return context;
    }

    TurnContext answerAfter(const QString &before, const Reading &read) const
    {
        TurnContext context = turn(QStringLiteral("the October one"), read);
        context.followsUp = true;
        context.memory = {{"playbook", "refund"}, {"awaiting", "invoice"}, {"asked", before}};
        return context;
    }

    std::shared_ptr<const PlaybookLibrary> m_playbooks;
};

QTEST_GUILESS_MAIN(TestActGate)
#include "tst_actgate.moc"
