#include "core/CsvReader.h"
#include "support/TestSupport.h"

#include <QBuffer>

#include <vector>

using namespace Helmdesk;

namespace
{

QStringList texts(std::initializer_list<const char *> list)
{
    QStringList texts;
    for (const char *text : list)
        texts << QString::fromUtf8(text);
    return texts;
}

std::vector<CsvRow> rowsOf(QByteArray bytes)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    std::vector<CsvRow> rows;
    readCsv(file, [&](CsvRow row) {
        rows.push_back(std::move(row));
        return true;
    });
    return rows;
}

} // namespace

// One reader of tables serves articles and archives.
class TestCsvReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fields_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("second"); // the fields of the second row
        QTest::newRow("commas") << QByteArray("a,b\n1,2\n") << texts({"1", "2"});
        QTest::newRow("semicolons") << QByteArray("a;b\r\n1,5;2\r\n") << texts({"1,5", "2"});
        QTest::newRow("tabs, no last line end") << QByteArray("a\tb\n1\t2") << texts({"1", "2"});
        QTest::newRow("bars") << QByteArray("a|b\n1|2\n") << texts({"1", "2"});
        QTest::newRow("the separator is named")
            << QByteArray("sep=;\r\na,b;c\r\n1;2\r\n") << texts({"1", "2"});
        QTest::newRow("quotes, separators and line ends in quotes")
            << QByteArray("a,b\n\"x \"\"y\"\", z\n\",\" 2 \"\n") << texts({"x \"y\", z\n", " 2 "});
        QTest::newRow("blanks around fields") << QByteArray("a,b\n 1 , \"2\"\n") << texts({"1", "2"});
        QTest::newRow("a quote inside a field")
            << QByteArray("a,b\n5\" disk,2\n") << texts({"5\" disk", "2"});
        QTest::newRow("an empty quoted field alone") << QByteArray("a\n\"\"\n") << texts({""});
        QTest::newRow("empty lines are none") << QByteArray("a,b\n\n\r\n1,2\n") << texts({"1", "2"});
        QTest::newRow("windows-1252") << QByteArray("a,b\n\x80 5,2\n") << texts({"€ 5", "2"});
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                              "a\0,\0b\0\n\0"
                                              "1\0,\0\xE9\0\n\0",
                                              18)
                                << texts({"1", "é"});
    }

    void fields()
    {
        QFETCH(QByteArray, bytes);
        const auto rows = rowsOf(bytes);

        QCOMPARE(rows.size(), std::size_t(2));
        QTEST(rows[1].fields, "second");
        QVERIFY(rows[1].problem.isEmpty());
    }

    void rowsKnowTheLineAtWhichTheyBegin()
    {
        const auto rows = rowsOf("sep=,\nid,text\n1,\"two\nlines\"\n2,x\n");

        QCOMPARE(rows.size(), std::size_t(3));
        QCOMPARE(rows[0].line, qint64(2));
        QCOMPARE(rows[1].line, qint64(3));
        QCOMPARE(rows[2].line, qint64(5));
    }

    void aQuoteThatNeverEndsIsTold()
    {
        const auto rows = rowsOf("a,b\n1,\"2\n3,4\n");

        QCOMPARE(rows.size(), std::size_t(2));
        QVERIFY(rows[1].problem.contains(QStringLiteral("never ends")));
    }

    void aReaderMayStop()
    {
        QByteArray bytes("a\nb\nc\n");
        QBuffer file(&bytes);
        file.open(QIODevice::ReadOnly);
        int taken = 0;
        readCsv(file, [&](CsvRow) { return ++taken < 2; });

        QCOMPARE(taken, 2);
    }
};

QTEST_GUILESS_MAIN(TestCsvReader)

#include "tst_csvreader.moc"
