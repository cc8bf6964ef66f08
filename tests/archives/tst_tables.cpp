#include "ArchiveFixture.h"

#include "archives/TableColumns.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

// Tables whose columns are guessed or named. All texts are invented.
class TablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreGuessed_data();
    void columnsAreGuessed();
    void columnsCanBeNamed();
    void rowsAreConversations();
    void oddRowsAreTold();
    void otherEncodingsAndSeparators_data();
    void otherEncodingsAndSeparators();
    void rowsAreMessagesOfAConversation();
    void repliesMakeThreads();
    void jsonLinesAreATable();
    void veryLongFieldIsOneField();
};

void TablesTest::columnsAreGuessed_data()
{
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("answer");
    QTest::newRow("tickets") << QStringList{u"Ticket ID"_s, u"Ticket Subject"_s, u"Ticket Description"_s,
                                            u"Resolution"_s, u"Ticket Type"_s}
                             << u"Ticket Description"_s << u"Resolution"_s;
    QTest::newRow("mails") << QStringList{u"subject"_s, u"body"_s, u"answer"_s, u"type"_s, u"queue"_s}
                           << u"body"_s << u"answer"_s;
    QTest::newRow("humps") << QStringList{u"customerMessage"_s, u"agentReply"_s} << u"customerMessage"_s
                           << u"agentReply"_s;
    QTest::newRow("messages") << QStringList{u"tweet_id"_s,   u"author_id"_s, u"inbound"_s,
                                             u"created_at"_s, u"text"_s,      u"in_response_to_tweet_id"_s}
                              << u"text"_s << QString();
}

void TablesTest::columnsAreGuessed()
{
    QFETCH(QStringList, columns);
    QFETCH(QString, question);
    QFETCH(QString, answer);

    const auto mapping = tableColumns(columns, {});

    VERIFY_RESULT(mapping);
    QCOMPARE(mapping->value(TableField::question), question);
    QCOMPARE(mapping->value(TableField::answer), answer);
}

void TablesTest::columnsCanBeNamed()
{
    const QStringList columns{u"Body"_s, u"Notes"_s, u"Response"_s};

    const auto mapping = tableColumns(columns, {{u"answer"_s, u"Notes"_s}, {u"question"_s, u"Response"_s}});
    VERIFY_RESULT(mapping);
    QCOMPARE(mapping->value(TableField::answer), u"Notes"_s);
    QCOMPARE(mapping->value(TableField::question), u"Response"_s);
    const auto none = tableColumns(columns, {{u"answer"_s, QString()}});
    VERIFY_RESULT(none);
    QVERIFY(!none->contains(TableField::answer));
    QVERIFY(
        tableColumns(columns, {{u"answr"_s, u"Notes"_s}}).error().detail.contains(u"there is no field"_s));
    QVERIFY(
        tableColumns(columns, {{u"answer"_s, u"Note"_s}}).error().detail.contains(u"there is no column"_s));
    QVERIFY(tableColumns({u"a"_s, u"b"_s}, {}).error().detail.contains(u"--map question=COLUMN"_s));
}

void TablesTest::rowsAreConversations()
{
    ArchiveFolder folder;
    const QByteArray text =
        "id,subject,question,answer,category,created_at\r\n"
        "1,Export,\"How do I \"\"export\"\"?\nPlease.\",Choose Export.,boards,2025-03-03 10:00\r\n"
        "2,,First\\nsecond,,,\r\n"
        "1,Export,\"How do I \"\"export\"\"?\nPlease.\",Choose Export.,boards,2025-03-03 10:00\r\n"
        "1,Other,Another one?,Yes.,,2025-03-03T10:00:00+02:00\r\n";

    const auto read = readAll(folder.put(u"x"_s, text));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->counts.in, 7);
    QCOMPARE(read->counts.duplicates, 2);
    QCOMPARE(read->counts.zonesUnknown, 1);
    QCOMPARE(read->conversations.size(), 3U);
    QCOMPARE(read->conversations[0].messages[0].text, u"How do I \"export\"?\nPlease."_s);
    QCOMPARE(read->conversations[0].label, u"boards"_s);
    QVERIFY(read->conversations[0].messages[0].isZoneUnknown);
    QCOMPARE(read->conversations[1].messages[0].text, u"First\nsecond"_s);
    QCOMPARE(firstExchangeOf(read->conversations[1]).gap, ExchangeGap::NoAnswer);
    QVERIFY(read->conversations[2].id != read->conversations[0].id);
    QCOMPARE(read->conversations[2].openedAt, QDateTime({2025, 3, 3}, {8, 0}, Qt::UTC));
}

void TablesTest::oddRowsAreTold()
{
    ArchiveFolder folder;
    const QByteArray text =
        "id;question;answer;\n1;a;b;\n2;;only an answer;\n3;a;b;;c\n\n4;c;d\n5;\"never ends\n";

    const auto read = readAll(folder.put(u"x"_s, text));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->conversations.size(), 2U);
    QCOMPARE(read->counts.refusals.size(), 3U);
    QCOMPARE(read->counts.refusals[0].place, u"x:3"_s);
    QCOMPARE(read->counts.refusals[0].reason, u"the row has no text of a customer"_s);
    QCOMPARE(read->counts.refusals[1].reason, u"the row has more fields than the table has columns"_s);
    QCOMPARE(read->counts.refusals[2].place, u"x:7"_s);
    QCOMPARE(read->counts.refusals[2].reason, u"a field in quotes never ends"_s);
}

void TablesTest::otherEncodingsAndSeparators_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = u"id\tquestion\tanswer\n1\tGr\u00FC\u00DFe?\tJa.\n"_s;
    QTest::newRow("utf-8 with a mark") << QByteArray("\xEF\xBB\xBF") + text.toUtf8();
    QTest::newRow("windows-1252") << text.toLatin1();
    QByteArray utf16("\xFF\xFE", 2);
    for (const QChar c : text)
        utf16.append(static_cast<char>(c.unicode() & 0xFF)).append(static_cast<char>(c.unicode() >> 8));
    QTest::newRow("utf-16") << utf16;
}

void TablesTest::otherEncodingsAndSeparators()
{
    QFETCH(QByteArray, bytes);
    ArchiveFolder folder;

    const auto read = readAll(folder.put(u"x"_s, bytes));

    VERIFY_RESULT(read);
    QCOMPARE(read->conversations.size(), 1U);
    QCOMPARE(read->conversations.front().id, u"1"_s);
    QCOMPARE(read->conversations.front().messages[0].text, u"Gr\u00FC\u00DFe?"_s);
}

void TablesTest::rowsAreMessagesOfAConversation()
{
    ArchiveFolder folder;
    const QByteArray text = "conversation_id,message_id,role,created_at,text\n"
                            "a,3,agent,2025-03-03T12:00:00Z,Choose Export.\n"
                            "b,1,customer,2025-03-03T09:00:00Z,Alone?\n"
                            "a,2,bot,2025-03-03T10:30:00Z,Beep.\n"
                            "a,1,customer,2025-03-03T10:00:00Z,How do I export?\n"
                            "a,4,,2025-03-03T13:00:00Z,Who is this?\n";

    const auto read = readAll(folder.put(u"x"_s, text));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->conversations.size(), 2U);
    const ArchiveConversation *conversation = read->find(u"a"_s);
    QVERIFY(conversation != nullptr);
    QCOMPARE(conversation->messages.size(), 4U);
    QCOMPARE(conversation->messages[3].role, ArchiveRole::Unknown);
    QCOMPARE(firstExchangeOf(*conversation).exchange.allAnswers, u"Choose Export."_s);
}

void TablesTest::repliesMakeThreads()
{
    ArchiveFolder folder;
    const QByteArray text =
        "tweet_id,author_id,inbound,created_at,text,in_response_to_tweet_id\n"
        "1000000000000000003,shop,False,Mon Mar 03 12:00:00 +0000 2025,Choose Export "
        "1/2,1000000000000000001\n"
        "1000000000000000001,77,True,Mon Mar 03 10:00:00 +0000 2025,How do I export?,\n"
        "1000000000000000004,shop,False,Mon Mar 03 12:00:00 +0000 2025,in the menu 2/2,1000000000000000003\n";

    const auto read = readAll(folder.put(u"x"_s, text));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->conversations.size(), 1U);
    QCOMPARE(read->conversations.front().messages.size(), 3U);
    QVERIFY(std::ranges::any_of(read->conversations.front().messages, [](const ArchiveMessage &message) {
        return message.id == u"1000000000000000003"_s && message.role == ArchiveRole::Staff;
    }));
}

void TablesTest::jsonLinesAreATable()
{
    ArchiveFolder folder;
    const QByteArray text =
        "{\"uid\":5,\"data\":{\"query\":\"How do I export?\"},\"reply\":\"Choose Export.\"}\n"
        "{\"uid\":6,\"data\":{\"query\":\"\"},\"reply\":\"x\"}\nnot json\n";
    const QString path = folder.put(u"x"_s, text);

    const auto source = describeArchive(path, {});
    const auto read = readAll(path);

    VERIFY_RESULT(source);
    QCOMPARE(source->system, u"json"_s);
    QCOMPARE(source->columns.value(TableField::question), u"data.query"_s);
    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->conversations.size(), 1U);
    QCOMPARE(read->counts.refused, 3); // the row without a question has an answer
}

void TablesTest::veryLongFieldIsOneField()
{
    ArchiveFolder folder;
    const QByteArray log = QByteArray("a line of a log\n").repeated(20'000); // 320 kB

    const auto read = readAll(folder.put(u"x"_s, "question,answer\n\"" + log + "\",Restart.\n"));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->conversations.size(), 1U);
    QVERIFY(read->conversations.front().messages[0].text.size() > 200'000);
}

QTEST_GUILESS_MAIN(TablesTest)
#include "tst_tables.moc"
