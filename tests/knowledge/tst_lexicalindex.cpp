#include "knowledge/LexicalIndex.h"

#include "support/TestSupport.h"

#include <cmath>

using namespace Helmdesk;

class TestLexicalIndex : public QObject
{
    Q_OBJECT

    static QStringList terms(const QString &text)
    {
        QStringList list;
        for (const LexicalTerm &term : lexicalTerms(text))
            list.append(QString::fromStdString(term.text));
        return list;
    }

    static LexicalIndex indexOf(const QStringList &texts)
    {
        LexicalIndex index;
        for (const QString &text : texts)
            index.add(lexicalTerms(text));
        index.finish();
        return index;
    }

    static std::vector<float> scores(const LexicalIndex &index, const QString &text, float codeFactor = 1.0F)
    {
        std::vector<float> result(index.size(), 0.0F);
        index.score(index.query(text), codeFactor, result);
        return result;
    }

private Q_SLOTS:
    void wordsAreFoldedAndStemmed_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::newRow("case and accents")
            << QStringLiteral("CAFÉ Ångström") << QStringLiteral("cafe angstrom");
        QTest::newRow("decomposed") << QStringLiteral("re\u0301sume\u0301") << QStringLiteral("resume");
        QTest::newRow("sharp s") << QStringLiteral("Straße") << QStringLiteral("STRASSE");
        QTest::newRow("full width") << QStringLiteral("ＡＢＣ") << QStringLiteral("abc");
        QTest::newRow("plural") << QStringLiteral("refunds invoices") << QStringLiteral("refund invoice");
        QTest::newRow("verb") << QStringLiteral("cancelling cancelled") << QStringLiteral("cancel cancel");
        QTest::newRow("function words") << QStringLiteral("how do I refund it") << QStringLiteral("refund");
        QTest::newRow("punctuation") << QStringLiteral("“refund” — now!") << QStringLiteral("refund now");
    }
    void wordsAreFoldedAndStemmed()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);

        QCOMPARE(terms(one), terms(other));
        QVERIFY(!terms(one).isEmpty());
    }

    void codesMeetInEveryWriting_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"NL-429", "nl429", "NL 429", "error nl-429.", "(NL-429)", "Nl_429", "429"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void codesMeetInEveryWriting()
    {
        QFETCH(QString, text);
        const LexicalIndex index =
            indexOf({QStringLiteral("The code NL-429 means patience"),
                     QStringLiteral("NL-503 is another one"), QStringLiteral("The rest")});

        const auto found = scores(index, text);

        QVERIFY(found[0] > 0.0F);
        QVERIFY(found[0] > found[1]);
        QCOMPARE(found[2], 0.0F);
    }

    void versionsAreOneNumber()
    {
        const LexicalIndex index =
            indexOf({QStringLiteral("upgrade to 12.04"), QStringLiteral("upgrade to 12.10")});

        const auto found = scores(index, QStringLiteral("from 12.04"));

        QVERIFY(found[0] > 0.0F);
        QCOMPARE(found[1], 0.0F);
    }

    void scoresAreBm25()
    {
        // Three items of 2, 1 and 3 terms; "refund" stands in two of them, twice in the last.
        const LexicalIndex index = indexOf(
            {QStringLiteral("refund card"), QStringLiteral("card"), QStringLiteral("refund refund bank")});

        const auto found = scores(index, QStringLiteral("refund"));

        const double idf = std::log(1.0 + (3.0 - 2.0 + 0.5) / (2.0 + 0.5));
        const auto bm25 = [idf](double count, double length) {
            return idf * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length / 2.0));
        };
        QVERIFY(std::abs(static_cast<double>(found[0]) - bm25(1, 2)) < 1e-5);
        QCOMPARE(found[1], 0.0F);
        QVERIFY(std::abs(static_cast<double>(found[2]) - bm25(2, 3)) < 1e-5);
    }

    void unknownCodesAreNoticed()
    {
        const LexicalIndex index = indexOf({QStringLiteral("error NL-429")});

        QVERIFY(index.query(QStringLiteral("what is NL-777")).hasUnknownCode);
        QVERIFY(!index.query(QStringLiteral("what is NL-429")).hasUnknownCode);
        QVERIFY(!index.query(QStringLiteral("what is a giraffe")).hasUnknownCode);
    }

    void quotedPhrasesAreFound()
    {
        const auto phrases = quotedPhrases(QStringLiteral("it says \"Seat  Limit reached\" and “Été”"));

        QCOMPARE(phrases.size(), std::size_t(2));
        QCOMPARE(phrases[0], QStringLiteral("seat limit reached"));
        QCOMPARE(phrases[1], QStringLiteral("ete"));
    }
};

QTEST_GUILESS_MAIN(TestLexicalIndex)
#include "tst_lexicalindex.moc"
