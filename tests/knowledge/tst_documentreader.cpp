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

    void frontMatterIsYamlInAllItsForms()
    {
        const auto read = readDocumentText(
            QStringLiteral("a.md"), "---\n# of the help center\ntitle: >-\n  How to export\n  a board\n"
                                    "category: Technical\nupdated: 2026-10-02 # last review\n"
                                    "tags: [export, csv]\nauthor: {name: Ada}\nid: 'it''s'\n...\nText.");

        QVERIFY(read.problems.empty());
        const Document &document = read.documents.at(0);
        QCOMPARE(document.title, QStringLiteral("How to export a board"));
        QVERIFY(document.category == Category::Technical);
        QCOMPARE(document.updated, QStringLiteral("2026-10-02"));
        QCOMPARE(document.id, QStringLiteral("it's"));
        QCOMPARE(document.text, QStringLiteral("Text."));
    }

    void listOrHeadingBetweenRulesIsTheArticlesText_data()
    {
        QTest::addColumn<QByteArray>("block");
        QTest::newRow("list") << QByteArray("- No sale items\n- No gift cards\n");
        QTest::newRow("heading") << QByteArray("# Not for sale items\n");
    }

    void listOrHeadingBetweenRulesIsTheArticlesText()
    {
        QFETCH(QByteArray, block);

        const auto read = readDocumentText(QStringLiteral("a.md"), "---\n" + block + "---\nSend it back.");

        QVERIFY(read.documents.at(0).text.contains(QStringLiteral("ale items")));
        QVERIFY(read.documents.at(0).text.contains(QStringLiteral("Send it back.")));
    }

    void badYamlIsReadLineByLine()
    {
        const auto read =
            readDocumentText(QStringLiteral("a.md"), "---\ntitle: Refunds: how\nid: r\n---\nText.");

        QCOMPARE(read.documents.at(0).title, QStringLiteral("Refunds: how"));
        QVERIFY(readDocumentText(QStringLiteral("a.md"), "---\ntitle: A: b\ndraft: true\n---\nText.")
                    .documents.empty());
    }

    void aRuleAtTheBeginningSwallowsNothing()
    {
        const auto read =
            readDocumentText(QStringLiteral("a.md"),
                             "---\n\n# Export\n\nOpen the menu: choose Export.\n\n---\n\n## Limits\n\nNone.");

        QCOMPARE(read.documents.size(), std::size_t(1));
        QVERIFY(read.documents.front().text.contains(QStringLiteral("choose Export")));
        QVERIFY(read.documents.front().text.contains(QStringLiteral("None.")));
    }

    void whatIsNotForCustomersIsLeftOut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *title, const char *name, const QByteArray &bytes) {
            QTest::newRow(title) << QString::fromLatin1(name) << bytes;
        };
        row("published: false", "a.md", "---\ntitle: A\npublished: false\n---\nSecret.");
        row("draft: yes", "a.md", "---\ndraft: yes\n---\nSecret.");
        row("status", "a.md", "---\ntitle: A\nstatus: In review\n---\nSecret.");
        row("TOML", "a.md", "+++\ntitle = \"A\"\ndraft = true\n+++\nSecret.");
        row("column", "a.csv", "id,title,text,status\n1,A,Secret,draft\n");
        row("visibility", "a.csv", "id,title,text,visibility\n1,A,Secret,Internal\n");
        row("JSON line", "a.jsonl", R"({"id":1,"title":"A","draft":true,"body":"Secret"})");
        row("Zendesk, group", "a.json",
            R"({"articles":[{"id":1,"user_segment_id":12,"body":"<p>Secret</p>"}]})");
        row("Intercom", "a.json",
            R"({"type":"list","data":[{"id":"1","type":"article","state":"draft","body":"<p>S</p>"}]})");
        row("Freshdesk, draft", "a.json",
            R"([{"id":1,"folder_id":2,"status":1,"description":"<p>Secret</p>"}])");
        row("Freshdesk, agents", "a.json",
            R"([{"id":1,"folder_id":2,"status":2,"folder":{"visibility":3},"description":"<p>Secret</p>"}])");
        row("Confluence", "a.json",
            R"({"results":[{"id":"1","type":"page","status":"archived","title":"A","body":{"storage":{"value":"<p>S</p>"}}}]})");
    }
    void whatIsNotForCustomersIsLeftOut()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);

        const auto read = readDocumentText(name, bytes);

        QVERIFY(read.documents.empty());
        QVERIFY(read.problems.empty());
        QCOMPARE(read.leftOut.size(), std::size_t(1));
        QVERIFY(read.leftOut.front().reason.startsWith(QStringLiteral("it was left out: ")));
    }

    void exportsOfHelpCentersBecomeText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &bytes, const char *url, const char *text) {
            QTest::newRow(name) << bytes << QString::fromLatin1(url) << QString::fromUtf8(text);
        };
        row("Zendesk",
            R"({"count":1,"articles":[{"id":7,"title":"Export","draft":false,"html_url":"https://h.example/7","updated_at":"2026-10-02T10:00:00Z","body":"<p>As CSV.</p>\n<ol><li>Open it.</li><li>Choose <strong>Export</strong>&nbsp;&gt; CSV.</li></ol>"}]})",
            "https://h.example/7", "As CSV.\n1. Open it.\n2. Choose Export > CSV.");
        row("Intercom",
            R"({"type":"list","data":[{"id":"7","type":"article","title":"Export","state":"published","url":"https://h.example/7","updated_at":1790935200,"body":"<p>See <a href=\"https://x.example\">this</a>.</p>"}]})",
            "https://h.example/7", "See [this](https://x.example).");
        row("Freshdesk",
            R"([{"id":7,"folder_id":2,"title":"Export","status":2,"updated_at":"2026-10-02T10:00:00Z","description":"<p>Use <code>2**10</code>.</p>"}])",
            "", "Use `2**10`.");
        row("Confluence",
            R"({"results":[{"id":"7","type":"page","status":"current","title":"Export","version":{"when":"2026-10-02T10:00:00Z"},"_links":{"base":"https://w.example","webui":"/x"},"body":{"storage":{"value":"<p>Do.</p><ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">py</ac:parameter><ac:plain-text-body><![CDATA[a<b **c]]></ac:plain-text-body></ac:structured-macro>"}}}]})",
            "https://w.example/x", "Do.\n\n```\na<b **c\n```");
    }
    void exportsOfHelpCentersBecomeText()
    {
        QFETCH(QByteArray, bytes);

        const auto read = readDocumentText(QStringLiteral("export.json"), bytes);

        QCOMPARE(read.documents.size(), std::size_t(1));
        const Document &document = read.documents.front();
        QCOMPARE(document.id, QStringLiteral("7"));
        QCOMPARE(document.title, QStringLiteral("Export"));
        QCOMPARE(document.updated, QStringLiteral("2026-10-02"));
        QTEST(document.url, "url");
        QTEST(document.text, "text");
    }

    void languagesAreVersionsOfOneArticle()
    {
        const auto lines = readDocumentText(QStringLiteral("a.jsonl"),
                                            "{\"id\":7,\"locale\":\"en-us\",\"body\":\"Export it.\"}\n"
                                            "{\"id\":7,\"locale\":\"de\",\"body\":\"Exportieren.\"}\n");
        const auto nested = readDocumentText(
            QStringLiteral("a.json"),
            R"([{"id":"7","default_locale":"en","state":"published","body":"<p>Export it.</p>","translated_content":{"type":"x","de":{"title":"T","state":"published","body":"<p>Exportieren.</p>"},"fr":{"state":"draft","body":"<p>Non.</p>"}}}])");

        for (const ReadDocuments &read : {lines, nested}) {
            QCOMPARE(read.documents.size(), std::size_t(2));
            QCOMPARE(read.documents[0].id, QStringLiteral("7"));
            QCOMPARE(read.documents[1].id, QStringLiteral("7@de"));
            QCOMPARE(read.documents[1].locale, QStringLiteral("de"));
            QCOMPARE(read.documents[0].article, read.documents[1].article);
        }
        QCOMPARE(nested.leftOut.size(), std::size_t(1));
    }

    void filesOfOneNameAreArticlesOfTheirOwn()
    {
        QTemporaryDir folder;
        const auto write = [&](const QString &name, const QByteArray &bytes) {
            QVERIFY(QDir(folder.path()).mkpath(QFileInfo(name).path()));
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        for (const char *name : {"refund", "export", "invite"})
            write(QString::fromLatin1(name) + QStringLiteral("/index.md"),
                  QByteArray("# ") + name + "\n\nText.");
        write(QStringLiteral("en/plans.md"), "Plans.");
        write(QStringLiteral("de/plans.md"), "Tarife.");

        const auto read = readDocuments({folder.path()});

        QStringList ids;
        for (const Document &document : read.documents)
            ids.append(document.id);
        ids.sort();
        QCOMPARE(ids,
                 (QStringList{QStringLiteral("de/plans"), QStringLiteral("en/plans"),
                              QStringLiteral("export"), QStringLiteral("invite"), QStringLiteral("refund")}));
        const auto german = std::ranges::find(read.documents, QStringLiteral("de/plans"), &Document::id);
        QCOMPARE(german->locale, QStringLiteral("de"));
        QCOMPARE(german->article, QStringLiteral("plans"));
        QVERIFY(read.problems.empty());
    }

    void spreadsheetsOfWesternEuropeAreRead()
    {
        const auto read = readDocumentText(
            QStringLiteral("a.csv"),
            "sep=;\r\nid;title;text\r\n1;Price;49 \x80 \x96 \x93per member\x94, a month\r\n2;x\r\n");

        QCOMPARE(read.documents.size(), std::size_t(1));
        QCOMPARE(read.documents.front().text, QString::fromUtf8("49 € – “per member”, a month"));
        QCOMPARE(read.problems.size(), std::size_t(2));
        QCOMPARE(read.problems[1].source, QStringLiteral("a.csv:4"));
    }

    void htmlOfArticlesKeepsTablesLinksAndCode()
    {
        const HtmlText html = htmlToText(
            QStringLiteral(
                "<style>.x, #y { display: none }</style><p>Before</p><p class=\"x\">HIDDEN</p><p "
                "id=y>HIDDEN<div "
                "class=\"note internal-note\">HIDDEN</div>"
                "<table><tr><th>Plan</th><th colspan=2>Members</th></tr><tr><td rowspan=2>Free</td><td>5</td>"
                "<td>a|b</td></tr><tr><td>6</td><td><p>c</p><p>d</p></td></tr></table>"
                "<pre><code>a\n  b **c</code></pre><p>Use <code>__x__</code>, see <a "
                "href='https://x.example/a'>it</a>"
                "&Eacute;</p>"),
            HtmlUse::Article);

        QCOMPARE(html.text, QString::fromUtf8(
                                "Before\n\n| Plan | Members | Members |\n| --- | --- | --- |\n"
                                "| Free | 5 | a\\|b |\n| Free | 6 | c d |\n\n\n\n```\na\n  b **c\n```\n\n\n\n"
                                "Use `__x__`, see [it](https://x.example/a)É"));
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
