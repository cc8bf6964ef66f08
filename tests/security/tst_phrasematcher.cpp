#include "security/PhraseMatcher.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

class TestPhraseMatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensKeepTheirPlace();
    void apostrophesAndHyphens();
    void phrases_data();
    void phrases();
    void everyPhraseAtAPlaceIsReported();
};

void TestPhraseMatcher::tokensKeepTheirPlace()
{
    const auto tokens = tokenize(u"No, WAIT. It's\u00E9tat 42!");

    QCOMPARE(tokens.size(), size_t(4));
    QCOMPARE(tokens[0].word, QStringLiteral("no"));
    QCOMPARE(tokens[1].word, QStringLiteral("wait"));
    QCOMPARE(tokens[1].start, qsizetype(4));
    QCOMPARE(tokens[1].end, qsizetype(8));
    QVERIFY(tokens[1].isCapitals);
    QCOMPARE(tokens[1].before, TextToken::Break::Soft);
    QCOMPARE(tokens[2].before, TextToken::Break::Hard);
    QCOMPARE(tokens[3].word, QStringLiteral("42"));
    QVERIFY(!tokens[3].isCapitals);
}

void TestPhraseMatcher::apostrophesAndHyphens()
{
    const auto tokens = tokenize(u"don\u2019t use agent-based 'quotes'");

    QCOMPARE(tokens[0].word, QStringLiteral("dont"));
    QVERIFY(!tokens[2].isHyphenated);
    QVERIFY(tokens[3].isHyphenated);
    QCOMPARE(tokens[4].word, QStringLiteral("quotes"));
}

void TestPhraseMatcher::phrases_data()
{
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("matched"); // empty: no match
    const auto row = [](const char *phrase, const char *text, const char *matched) {
        QTest::newRow(text) << QString::fromLatin1(phrase) << QString::fromLatin1(text)
                            << QString::fromLatin1(matched);
    };
    row("waste of time", "What a waste of time this was", "waste of time");
    row("waste of time", "What a waste. Of time", "");
    row("waste of time|money", "waste of money", "waste of money");
    row("lost a? customer", "lost customer", "lost customer");
    row("lost a? customer", "we lost a customer", "lost a customer");
    row("lost a? customer", "lost the customer", "");
    row("ignore *3 rules", "ignore each of these rules", "ignore each of these rules");
    row("ignore *2 rules", "ignore one two three rules", "");
    row("ignore *3 rules", "ignore, if you can, rules", "ignore, if you can, rules");
    row("end|take my life *1", "take my life", "take my life");
}

void TestPhraseMatcher::phrases()
{
    QFETCH(QString, phrase);
    QFETCH(QString, text);
    QFETCH(QString, matched);
    PhraseMatcher matcher;
    matcher.add(phrase);

    const auto tokens = tokenize(text);
    const auto found = matcher.findAll(tokens);

    QCOMPARE(found.empty(), matched.isEmpty());
    if (!found.empty()) {
        const qsizetype start = tokens[found.front().first].start;
        QCOMPARE(text.mid(start, tokens[found.front().last].end - start), matched);
    }
}

void TestPhraseMatcher::everyPhraseAtAPlaceIsReported()
{
    PhraseMatcher matcher;
    matcher.add(u"in court");
    matcher.add(u"in *2 court");

    const auto found = matcher.findAll(tokenize(u"see you in court, in a court"));

    QCOMPARE(found.size(), size_t(3));
    QCOMPARE(found[0].phrase, 0);
    QCOMPARE(found[1].phrase, 1);
    QCOMPARE(found[2].phrase, 1);
}

QTEST_GUILESS_MAIN(TestPhraseMatcher)
#include "tst_phrasematcher.moc"
