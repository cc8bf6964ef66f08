#include "knowledge/DocumentReader.h"
#include "knowledge/HtmlText.h"

#include "support/TestSupport.h"

#include <QTemporaryDir>

using namespace Helmdesk;

class TestDocumentReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markdownTakesItsFrontMatter()
    {
        const auto read = readDocumentText(
            QStringLiteral("a.md"),
            "---\r\nid: refunds\r\ntitle: \"Refunds: how\"\r\ncategory: billing\r\n"
            "updated: 2026-01-02\r\nurl: https://help.example/r\r\n---\r\n\r\nText.\r\n\r\n## More\r\nEnd.");

        QVERIFY(read.problems.empty());
        QCOMPARE(read.documents.size(), std::size_t(1));
        const Document &document = read.documents.front();
        QCOMPARE(document.id, QStringLiteral("refunds"));
        QCOMPARE(document.title, QStringLiteral("Refunds: how"));
        QVERIFY(document.category == Category::Billing);
        QCOMPARE(document.updated, QStringLiteral("2026-01-02"));
        QCOMPARE(document.url, QStringLiteral("https://help.example/r"));
        QCOMPARE(document.text, QStringLiteral("Text.\n\n## More\nEnd."));
    }

    void markdownWithoutFrontMatterTakesTheFirstHeading()
    {
        const auto read =
            readDocumentText(QStringLiteral("folder/opening-hours.md"), "# Opening hours\n\nNine to five.");

        QCOMPARE(read.documents.front().id, QStringLiteral("opening-hours"));
        QCOMPARE(read.documents.front().title, QStringLiteral("Opening hours"));
        QCOMPARE(read.documents.front().text, QStringLiteral("Nine to five."));
    }

    void htmlKeepsTextAndDropsScripts()
    {
        const HtmlText html = htmlToText(QStringLiteral(
            "<html><head><title>Returns &amp; "
            "refunds</title><style>p{}</style></head><body><script>alert('x')</script>"
            "<h2>First</h2><p>One &lt;two&gt;<br>three</p><!-- hidden --><ul><li>a</li><li>b &euro; &#8364; "
            "&#x20AC;</li></ul>"
            "<table><tr><td>x</td><td>y</td></tr></table><a title=\"a > b\">link</a></body></html>"));

        QCOMPARE(html.title, QStringLiteral("Returns & refunds"));
        QVERIFY(html.text.contains(QStringLiteral("## First")));
        QVERIFY(html.text.contains(QStringLiteral("One <two>\nthree")));
        QVERIFY(html.text.contains(QStringLiteral("- a\n- b € € €")));
        QVERIFY(html.text.contains(QStringLiteral("x | y")));
        QVERIFY(html.text.contains(QStringLiteral("link")));
        QVERIFY(!html.text.contains(QStringLiteral("alert")));
        QVERIFY(!html.text.contains(QStringLiteral("hidden")));
    }

    void htmlSurvivesBrokenMarkup_data()
    {
        QTest::addColumn<QString>("html");
        QTest::newRow("open tag") << QStringLiteral("a <b");
        QTest::newRow("open comment") << QStringLiteral("a <!-- b");
        QTest::newRow("open script") << QStringLiteral("a <script> b");
        QTest::newRow("less than") << QStringLiteral("a < 3");
        QTest::newRow("bad entity") << QStringLiteral("a &#xFFFFFFFF; &nothing; &");
    }
    void htmlSurvivesBrokenMarkup()
    {
        QFETCH(QString, html);

        QVERIFY(htmlToText(html).text.startsWith(u'a'));
    }

    void tableReadsQuotedCellsAndNamesBadRows()
    {
        const auto read = readDocumentText(
            QStringLiteral("faq.csv"),
            "id,title,category,content\n1,\"Hello, you\",technical,\"He said \"\"yes\"\"\n"
            "and left\"\n2,short row\n3,No text,billing,\n,No id,billing,x\n4,Odd,weather,y\n");

        QCOMPARE(read.documents.size(), std::size_t(2));
        QCOMPARE(read.documents[0].title, QStringLiteral("Hello, you"));
        QCOMPARE(read.documents[0].text, QStringLiteral("He said \"yes\"\nand left"));
        QVERIFY(read.documents[0].category == Category::Technical);
        QVERIFY(read.documents[1].category == Category::General);
        QCOMPARE(read.problems.size(), std::size_t(4));
        QCOMPARE(read.problems[0].source, QStringLiteral("faq.csv:4"));
        QCOMPARE(read.problems[0].reason, QStringLiteral("the row has 2 cells and the header 4"));
        QCOMPARE(read.problems[1].reason, QStringLiteral("it holds no text"));
        QCOMPARE(read.problems[2].reason, QStringLiteral("the row has no id"));
        QVERIFY(read.problems[3].reason.contains(QStringLiteral("weather")));
    }

    void tableWithoutNeededColumnsIsAProblem()
    {
        const auto read = readDocumentText(QStringLiteral("faq.csv"), "name,answer\na,b\n");

        QVERIFY(read.documents.empty());
        QCOMPARE(read.problems.size(), std::size_t(1));
    }

    void semicolonsAreASeparator()
    {
        const auto read =
            readDocumentText(QStringLiteral("faq.csv"), "id;title;body\n1;Yes, really;Text, with commas\n");

        QCOMPARE(read.documents.front().text, QStringLiteral("Text, with commas"));
    }

    void jsonLinesNameTheBadLine()
    {
        const auto read =
            readDocumentText(QStringLiteral("docs.jsonl"),
                             "{\"id\":\"a\",\"title\":\"T\",\"text\":\"x\"}\n\nnot json\n{\"title\":\"no "
                             "id\",\"text\":\"x\"}\n"
                             "{\"id\":7,\"body\":\"numbers are fine\"}\n{\"id\":\"a\",\"text\":\"again\"}\n");

        QCOMPARE(read.documents.size(), std::size_t(2));
        QCOMPARE(read.documents[0].id, QStringLiteral("7"));
        QCOMPARE(read.documents[1].text, QStringLiteral("again"));
        QCOMPARE(read.problems.size(), std::size_t(3));
        QCOMPARE(read.problems[0].source, QStringLiteral("docs.jsonl:3"));
        QCOMPARE(read.problems[1].source, QStringLiteral("docs.jsonl:4"));
        QCOMPARE(read.problems[2].source, QStringLiteral("a"));
    }

    void plainTextTakesAShortFirstParagraphAsTitle()
    {
        const auto read = readDocumentText(QStringLiteral("x.txt"), "Opening hours\n\nNine to five.");

        QCOMPARE(read.documents.front().title, QStringLiteral("Opening hours"));
        QCOMPARE(read.documents.front().text, QStringLiteral("Nine to five."));
    }

    void nothingIsSkippedSilently()
    {
        QTemporaryDir folder;
        const auto write = [&](const char *name, const QByteArray &bytes) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        write("a.md", "# A\n\ntext");
        write("b.pdf", "%PDF");
        write("c.txt", "");
        write("d.txt", "caf\xE9 au lait");

        const auto read = readDocuments({folder.path(), folder.filePath(QStringLiteral("missing.md"))});

        QCOMPARE(read.documents.size(), std::size_t(2));
        QVERIFY(read.documents[1].text.contains(QStringLiteral("café")));
        QCOMPARE(read.problems.size(), std::size_t(4));
        for (const ImportProblem &problem : read.problems)
            QVERIFY(!problem.reason.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDocumentReader)
#include "tst_documentreader.moc"
