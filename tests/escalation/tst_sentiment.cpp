#include "core/ResourcePaths.h"
#include "escalation/SentimentAnalyzer.h"
#include "support/TestSupport.h"

#include <QTemporaryDir>

using namespace Helmdesk;

class TestSentiment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sign_data();
    void sign();
    void negationTurnsAWord();
    void intensifiersCapitalsAndMarksAddWeight();
    void theClauseAfterButCountsMore();
    void emojiAndEmoticonsCount();
    void contractionsAreNotCurses();
    void reportsOfFaultsStayAboveTheLimit_data();
    void reportsOfFaultsStayAboveTheLimit();
    void angerFallsBelowTheLimit_data();
    void angerFallsBelowTheLimit();
    void scoreStaysInRange();
    void aMissingLexiconIsAnError();
    void aDamagedLexiconNamesTheLine();

private:
    double score(const char *text) const { return m_analyzer->score(QString::fromUtf8(text)); }
    std::optional<SentimentAnalyzer> m_analyzer;
};

void TestSentiment::initTestCase()
{
    auto made = SentimentAnalyzer::create(resourceFile(QStringLiteral("sentiment")));
    VERIFY_RESULT(made);
    m_analyzer = std::move(*made);
}

void TestSentiment::sign_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("sign");
    const auto row = [](const char *text, int sign) {
        QTest::newRow(text) << QString::fromUtf8(text) << sign;
    };
    row("I love this product, it works perfectly", 1);
    row("Great service and a very friendly reply", 1);
    row("could not be happier with it", 1);
    row("no problems so far", 1);
    row("How do I change the address on my invoice?", 0);
    row("Please help me, I would like to cancel my subscription", 0);
    row("what time do you open on Saturday", 0);
    row("This is a terrible waste of money", -1);
    row("I am very unhappy with the support", -1);
    row("I will never order from this shop again", -1);
    row("it broke after a week", -1);
    row("not worth the price", -1);
    row("nobody answers, I am fed up", -1);
    row("The manual is useless", -1);
}

void TestSentiment::sign()
{
    QFETCH(QString, text);
    QFETCH(int, sign);

    const double score = m_analyzer->score(text);

    const int found = score <= SentimentAnalyzer::negativeCut ? -1 : score >= 0.05 ? 1 : 0;
    QVERIFY2(found == sign, qPrintable(QString::number(score)));
}

void TestSentiment::negationTurnsAWord()
{
    QVERIFY(score("the support is good") > 0.0);
    QVERIFY(score("the support is not good") < 0.0);
    QVERIFY(score("the support is not bad") > 0.0);
    // A full stop ends the reach of a negation.
    QVERIFY(score("I think not. Excellent service") > 0.0);
}

void TestSentiment::intensifiersCapitalsAndMarksAddWeight()
{
    const double plain = score("the service is awful today");

    QVERIFY(score("the service is extremely awful today") < plain);
    QVERIFY(score("the service is AWFUL today") < plain);
    QVERIFY(score("the service is awful today!!!") < plain);
    QVERIFY(score("the service is slightly awful today") > plain);
    QCOMPARE(score("THE SERVICE IS AWFUL TODAY"), plain); // capitals throughout stress nothing
}

void TestSentiment::theClauseAfterButCountsMore()
{
    QVERIFY(score("the screen is beautiful but the support is horrible") < 0.0);
    QVERIFY(score("the support is horrible but the screen is beautiful") > 0.0);
}

void TestSentiment::emojiAndEmoticonsCount()
{
    QVERIFY(score("my parcel came \xF0\x9F\x98\x8D") > 0.3);
    QVERIFY(score("my parcel came\xF0\x9F\x98\xA1") < -0.3);
    QVERIFY(score("my parcel came :(") < 0.0);
    QVERIFY(score("my parcel came :)") > 0.0);
}

void TestSentiment::contractionsAreNotCurses()
{
    QCOMPARE(score("he'll see whether we'll move and I'll wait"), 0.0);
}

void TestSentiment::reportsOfFaultsStayAboveTheLimit_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"The app crashes and freezes, then the upload fails with error 500",
          "I lost my card and the PIN is blocked", "wrong amount, missing item, broken box",
          "it doesn't work!!! it doesn't work!!!", "The process died, memory leak, kernel panic"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestSentiment::reportsOfFaultsStayAboveTheLimit()
{
    QFETCH(QString, text);

    const double score = m_analyzer->score(text);

    QVERIFY2(score < SentimentAnalyzer::negativeCut && score > -0.5, qPrintable(QString::number(score)));
}

void TestSentiment::angerFallsBelowTheLimit_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"This is absolutely unacceptable, I am furious", "worst service ever, you are useless!!",
          "I'm sick and tired of your ridiculous excuses", "What a joke, I hate this company",
          "I am extremely disappointed and angry about this horrible experience",
          "how dare you, shame on you"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestSentiment::angerFallsBelowTheLimit()
{
    QFETCH(QString, text);

    const double score = m_analyzer->score(text);

    QVERIFY2(score < -0.5, qPrintable(QString::number(score)));
}

void TestSentiment::scoreStaysInRange()
{
    QCOMPARE(score(""), 0.0);
    QVERIFY(m_analyzer->score(QStringLiteral("horrible terrible awful ").repeated(2000)) >= -1.0);
    QVERIFY(m_analyzer->score(QStringLiteral("great lovely awesome! ").repeated(2000)) <= 1.0);
}

void TestSentiment::aMissingLexiconIsAnError()
{
    QTemporaryDir empty;

    const auto made = SentimentAnalyzer::create(empty.path());

    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::NotFound);
}

void TestSentiment::aDamagedLexiconNamesTheLine()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("lexicon.tsv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("good\t1.9\nbad\n");
    file.close();

    const auto made = SentimentAnalyzer::create(folder.path());

    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::InvalidInput);
    QVERIFY(made.error().detail.contains(QLatin1String("line 2")));
}

QTEST_GUILESS_MAIN(TestSentiment)
#include "tst_sentiment.moc"
