#include "channels/MessageFileReader.h"
#include "support/TestSupport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Helmdesk;

class TestMessageFileReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void jsonFieldsAreRead();
    void lineWithoutIdHasAStableOne();
    void badLinesAreMessagesToo_data();
    void badLinesAreMessagesToo();
    void mboxIsSplitAndUnescaped();
    void folderIsReadByNameAndTellsWhatItIgnores();
    void sameMessageIdGivesTwoOutcomes();
    void contentTellsTheFormatWithoutSuffix();
    void whatIsNoMessageFileIsAnError();
    void countIsKnownBeforehand();
    void tuningMailsGiveOneMessageEach();

private:
    QString write(const QString &name, const QByteArray &bytes);
    std::vector<IncomingMessage> readAll(const QString &path, qint64 *total = nullptr);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMessageFileReader::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestMessageFileReader::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test file");
    return file.fileName();
}

std::vector<IncomingMessage> TestMessageFileReader::readAll(const QString &path, qint64 *total)
{
    std::vector<IncomingMessage> messages;
    auto reader = MessageFileReader::open(path);
    if (!reader)
        return messages;
    if (total)
        *total = reader->total();
    while (auto message = reader->next())
        messages.push_back(*message);
    if (reader->done() != reader->total())
        qWarning("count %lld differs from total %lld", reader->done(), reader->total());
    return messages;
}

void TestMessageFileReader::jsonFieldsAreRead()
{
    const auto messages =
        readAll(write(QStringLiteral("a.jsonl"),
                      "\xEF\xBB\xBF{\"id\":7,\"text\":\"one\",\"customer\":\"cus_1\",\"conversation\":\"c1\","
                      "\"channel\":\"chat\"}\r\n"
                      "\n"
                      "{\"external_id\":\"x\",\"body\":\"two\",\"customer_id\":\"cus_2\",\"conversation_id\":"
                      "12,\"email\":\"a@example.com\","
                      "\"name\":\"Ada\",\"subject\":\"S\",\"received_at\":\"2026-03-03T10:00:00+01:00\"}\n"
                      "{\"query\":\"\"}"));

    QCOMPARE(messages.size(), size_t{3});
    QCOMPARE(messages[0].externalId, QStringLiteral("7"));
    QCOMPARE(messages[0].text, QStringLiteral("one"));
    QCOMPARE(messages[0].channel, ChannelKind::Chat);
    QCOMPARE(messages[0].conversationKey, QStringLiteral("c1"));
    QCOMPARE(messages[1].customer, QStringLiteral("cus_2"));
    QCOMPARE(messages[1].conversationKey, QStringLiteral("12"));
    QCOMPARE(messages[1].senderAddress, QStringLiteral("a@example.com"));
    QCOMPARE(messages[1].channel, ChannelKind::Api);
    QCOMPARE(messages[1].receivedAt, QDateTime(QDate(2026, 3, 3), QTime(9, 0), Qt::UTC));
    QCOMPARE(messages[2].unreadable, QString());
    QCOMPARE(messages[2].source, QStringLiteral("a.jsonl:4"));
}

void TestMessageFileReader::lineWithoutIdHasAStableOne()
{
    const QString path = write(QStringLiteral("b.jsonl"), "{\"text\":\"same\"}\n{\"text\":\"same\"}\n");
    const auto first = readAll(path);
    const auto second = readAll(path);

    QVERIFY(first[0].externalId.startsWith(QStringLiteral("b.jsonl:1:")));
    QVERIFY(first[0].externalId != first[1].externalId);
    QCOMPARE(first[1].externalId, second[1].externalId);
}

void TestMessageFileReader::badLinesAreMessagesToo_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no JSON") << QByteArray("{\"text\":");
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("no text") << QByteArray("{\"id\":\"1\"}");
    QTest::newRow("text of another type") << QByteArray("{\"text\":{\"a\":1}}");
    QTest::newRow("bad UTF-8") << QByteArray("{\"text\":\"\xFF\xFE\"}");
    QTest::newRow("unknown channel") << QByteArray("{\"text\":\"a\",\"channel\":\"pigeon\"}");
    QTest::newRow("deep") << QByteArray(100000, '[');
}

void TestMessageFileReader::badLinesAreMessagesToo()
{
    QFETCH(QByteArray, line);

    const auto messages = readAll(write(QStringLiteral("c.jsonl"), line + "\n{\"text\":\"fine\"}\n"));

    QCOMPARE(messages.size(), size_t{2});
    QVERIFY(!messages[0].unreadable.isEmpty());
    QCOMPARE(messages[0].source, QStringLiteral("c.jsonl:1"));
    QVERIFY(!messages[0].externalId.isEmpty());
    QCOMPARE(messages[1].text, QStringLiteral("fine"));
}

void TestMessageFileReader::mboxIsSplitAndUnescaped()
{
    const auto messages = readAll(write(QStringLiteral("d.mbox"),
                                        "From a@example.com Mon Mar  2 10:00:00 2026\n"
                                        "From: a@example.com\nSubject: one\nMessage-ID: <1@x>\n\n"
                                        "text\nFrom here it goes on\n>From the start\n>>From quoted\n\n"
                                        "From b@example.com Mon Mar  2 11:00:00 2026\n"
                                        "From: b@example.com\nSubject: two\n\nsecond\n"));

    QCOMPARE(messages.size(), size_t{2});
    QCOMPARE(messages[0].subject, QStringLiteral("one"));
    QVERIFY2(messages[0].fullText.startsWith(
                 QStringLiteral("text\nFrom here it goes on\nFrom the start\n>From quoted")),
             qPrintable(messages[0].fullText));
    QCOMPARE(messages[0].source, QStringLiteral("d.mbox:1"));
    QCOMPARE(messages[1].text, QStringLiteral("second"));
    QCOMPARE(messages[1].channel, ChannelKind::Mail);
}

void TestMessageFileReader::folderIsReadByNameAndTellsWhatItIgnores()
{
    write(QStringLiteral("2.eml"), "From: a@example.com\nSubject: mail\n\nbody\n");
    write(QStringLiteral("1.jsonl"), "{\"text\":\"line\"}\n");
    write(QStringLiteral("notes.txt"), "nothing");

    const auto messages = readAll(m_folder->path());
    auto reader = MessageFileReader::open(m_folder->path());

    QCOMPARE(messages.size(), size_t{2});
    QCOMPARE(messages[0].text, QStringLiteral("line"));
    QCOMPARE(messages[1].subject, QStringLiteral("mail"));
    VERIFY_RESULT(reader);
    QCOMPARE(reader->ignored(), QStringList{QStringLiteral("notes.txt")});
}

void TestMessageFileReader::sameMessageIdGivesTwoOutcomes()
{
    const QByteArray head = "From: a@example.com\nMessage-ID: <1@x>\nSubject: s\n\n";
    write(QStringLiteral("1.eml"), head + "one");
    write(QStringLiteral("2.eml"), head + "two");

    const auto messages = readAll(m_folder->path());

    QCOMPARE(messages[0].externalId, QStringLiteral("1@x"));
    QVERIFY(messages[1].externalId.startsWith(QStringLiteral("1@x#")));
    QCOMPARE(readAll(m_folder->path())[1].externalId, messages[1].externalId);
}

void TestMessageFileReader::contentTellsTheFormatWithoutSuffix()
{
    QCOMPARE(readAll(write(QStringLiteral("lines"), "\n{\"text\":\"a\"}\n"))[0].text, QStringLiteral("a"));
    QCOMPARE(readAll(write(QStringLiteral("mail.txt"), "Subject: s\nFrom: a@example.com\n\nb"))[0].text,
             QStringLiteral("b"));
    QCOMPARE(readAll(write(QStringLiteral("Inbox"), "From a@x Mon\nSubject: s\n\nb"))[0].text,
             QStringLiteral("b"));
}

void TestMessageFileReader::whatIsNoMessageFileIsAnError()
{
    const auto missing = MessageFileReader::open(m_folder->filePath(QStringLiteral("none.jsonl")));
    QVERIFY(!missing && missing.error().kind == ErrorKind::NotFound);
    const auto other = MessageFileReader::open(write(QStringLiteral("x.bin"), QByteArray("\0\1\2", 3)));
    QVERIFY(!other && other.error().kind == ErrorKind::InvalidInput);
}

void TestMessageFileReader::countIsKnownBeforehand()
{
    QByteArray lines;
    for (int i = 0; i < 1000; ++i)
        lines += "{\"text\":\"line " + QByteArray::number(i) + "\"}\n" + (i % 7 == 0 ? "\n" : "");
    qint64 total = 0;
    QCOMPARE(readAll(write(QStringLiteral("many.jsonl"), lines), &total).size(), size_t{1000});
    QCOMPARE(total, 1000);
    QCOMPARE(readAll(write(QStringLiteral("empty.jsonl"), ""), &total).size(), size_t{0});
    QCOMPARE(total, 0);
}

void TestMessageFileReader::tuningMailsGiveOneMessageEach()
{
    if (Test::tuningData().isEmpty())
        return;
    const QDir folder(Test::tuningData() + QStringLiteral("/eml"));
    const auto messages = readAll(folder.path());
    QSet<QString> ids;
    for (const IncomingMessage &message : messages)
        ids.insert(message.externalId);

    QCOMPARE(qsizetype(messages.size()), folder.entryList({QStringLiteral("*.eml")}, QDir::Files).size());
    QCOMPARE(ids.size(), qsizetype(messages.size()));
}

QTEST_GUILESS_MAIN(TestMessageFileReader)
#include "tst_messagefilereader.moc"
