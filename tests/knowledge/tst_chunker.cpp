#include "knowledge/Chunker.h"

#include "support/TestSupport.h"

using namespace Helmdesk;

class TestChunker : public QObject
{
    Q_OBJECT

    static Document document(const QString &text)
    {
        Document document;
        document.id = QStringLiteral("d");
        document.title = QStringLiteral("Title");
        document.text = text;
        return document;
    }

private Q_SLOTS:
    void everyHeadingBeginsAPassageWithItsPath()
    {
        const auto passages =
            chunked(document(QStringLiteral("Top.\n\n## One\nA.\n\n### Deep\nB.\n\n## Two\nC.")));

        QCOMPARE(passages.size(), std::size_t(4));
        QCOMPARE(passages[0].heading, QString());
        QCOMPARE(passages[1].heading, QStringLiteral("One"));
        QCOMPARE(passages[2].heading, QStringLiteral("One > Deep"));
        QCOMPARE(passages[3].heading, QStringLiteral("Two"));
        QCOMPARE(passages[3].position, 3);
        QCOMPARE(passages[3].text, QStringLiteral("C."));
        QCOMPARE(passageContext(QStringLiteral("Title"), passages[2]), QStringLiteral("Title. One > Deep. "));
    }

    void marksGoAndListsStay()
    {
        const auto passages = chunked(
            document(QStringLiteral("1. Open **Settings > Billing**.\n2. See [the page](https://x.example) "
                                    "and `code`.\n\n| a | b |\n| --- | --- |\n| c | d |")));

        QCOMPARE(passages.size(), std::size_t(1));
        QCOMPARE(passages.front().text,
                 QStringLiteral("1. Open Settings > Billing.\n2. See the page and code.\n\n- c: d"));
    }

    void rowsOfATableAreReadWithTheirHead()
    {
        const auto passages = chunked(document(QStringLiteral(
            "Limits:\n\n| what | Free | Pro |\n| --- | --- | --- |\n| boards | 3 | **40** |\n| guests "
            "| none | 25 |\nDone.\nSettings | Billing\n\nwhat | now\n")));

        QCOMPARE(passages.size(), std::size_t(1));
        QCOMPARE(passages.front().text.simplified(),
                 QStringLiteral(
                     "Limits: - boards: Free 3, Pro 40 - guests: Free none, Pro 25 Done. Settings | Billing "
                     "what | now"));
    }

    void aLongSectionIsCutAtSentencesAndLosesNoWord()
    {
        QString text;
        for (int i = 0; i < 60; ++i)
            text += QStringLiteral("Sentence number %1 has exactly these seven words. ").arg(i);

        const auto passages = chunked(document(text));

        QVERIFY(passages.size() > 2);
        QStringList words;
        for (const Passage &passage : passages) {
            const QStringList own = passage.text.simplified().split(u' ');
            QVERIFY(own.size() <= passageWords);
            QVERIFY(passage.text.endsWith(u'.'));
            words += own;
        }
        QCOMPARE(words, text.simplified().split(u' '));
    }

    void aHeadingInsideCodeIsNoHeading()
    {
        const auto passages = chunked(document(QStringLiteral("Run:\n```\n# comment\nls\n```\nDone.")));

        QCOMPARE(passages.size(), std::size_t(1));
        QVERIFY(passages.front().text.contains(QStringLiteral("# comment")));
    }

    void anArticleOfHeadingsHasOnePassage()
    {
        QCOMPARE(chunked(document(QStringLiteral("## Only this"))).front().text, QStringLiteral("Only this"));
    }

    void sentencesKeepListItemsWhole()
    {
        QCOMPARE(sentencesOf(QStringLiteral("1. Open it. Then wait.\n2. Close it.")),
                 (QStringList{QStringLiteral("1. Open it."), QStringLiteral("Then wait."),
                              QStringLiteral("2. Close it.")}));
    }
};

QTEST_GUILESS_MAIN(TestChunker)
#include "tst_chunker.moc"
