#include "ArchiveFixture.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

// What help desks give out, with what is odd about it. All names and texts are invented.
class DeskExportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zendeskFormsSayTheSame_data();
    void zendeskFormsSayTheSame();
    void zendeskRolesNeedNoUsers();
    void zendeskDeletedTicketIsRefused();
    void zendeskTicketOpenedByStaff();
    void freshdeskDescriptionIsTheFirstMessage();
    void freshdeskListIsOvertakenByTheTicket();
    void intercomSourceIsTheFirstMessage();
    void helpScoutThreadsNewestFirst();
    void chatwootMailAndTemplates();
    void zammadSearchAndArticles();
    void largeIdsStayWhole();
    void brokenLineCostsThatLine();
    void truncatedFileIsTold();
    void unknownRecordsAreRefused();
    void deepNestingIsRefused();

private:
    static QStringList rolesOf(const ArchiveConversation &conversation);
};

QStringList DeskExportsTest::rolesOf(const ArchiveConversation &conversation)
{
    QStringList roles;
    for (const ArchiveMessage &message : conversation.messages)
        roles << nameOf(message.role);
    return roles;
}

namespace
{

const QByteArray ticket =
    R"("id":7,"subject":"Export","raw_subject":"Export","description":"How do I export?","requester_id":900719925474099301,"submitter_id":900719925474099301,"via":{"channel":"web"},"type":"question","status":"solved","created_at":"2025-03-03T10:00:00Z")";
const QByteArray comments =
    R"([{"id":11,"author_id":900719925474099301,"body":"How do I export?","public":true,"created_at":"2025-03-03T10:00:00Z"},
{"id":12,"author_id":5,"html_body":"<p>Choose <b>Export</b>.</p>","public":true,"created_at":"2025-03-03T11:00:00Z"},
{"id":13,"author_id":5,"body":"He is nice.","public":false,"created_at":"2025-03-03T11:01:00Z"}])";

QByteArray oneLine(QByteArray text)
{
    return text.replace('\n', "");
}

} // namespace

void DeskExportsTest::zendeskFormsSayTheSame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = "{" + ticket + ",\"comments\":" + comments + "}";
    QTest::newRow("json lines") << oneLine(whole) + "\n";
    QTest::newRow("array") << "[" + whole + "]";
    QTest::newRow("page") << "{\"tickets\":[" + whole +
                                 "],\"count\":1,\"next_page\":null,\"end_of_stream\":true}";
    QTest::newRow("page with the list last")
        << "{\"count\":1,\"meta\":{\"tags\":[{\"a\":1}],\"x\":\"}\"},\"tickets\":[" + whole + "]}";
    QTest::newRow("ticket beside its comments")
        << "{\"ticket\":{" + ticket + "},\"comments\":" + comments + "}";
}

void DeskExportsTest::zendeskFormsSayTheSame()
{
    QFETCH(QByteArray, bytes);
    ArchiveFolder folder;

    const auto read = readAll(folder.put(u"export"_s, bytes));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->conversations.size(), 1U);
    const ArchiveConversation &conversation = read->conversations.front();
    QCOMPARE(conversation.system, u"zendesk"_s);
    QCOMPARE(conversation.id, u"7"_s);
    QCOMPARE(conversation.label, u"question"_s);
    // The description is the first comment again.
    QCOMPARE(rolesOf(conversation), (QStringList{u"customer"_s, u"staff"_s, u"staff"_s}));
    QCOMPARE(read->counts.duplicates, 1);
    QCOMPARE(conversation.messages[2].visibility, ArchiveVisibility::Internal);
    const ExchangeFound found = firstExchangeOf(conversation);
    QCOMPARE(found.exchange.allAnswers, u"Choose Export."_s);
    QCOMPARE(found.exchange.staffMessages, 1);
    QVERIFY(!read->counts.notes.isEmpty());
}

void DeskExportsTest::zendeskRolesNeedNoUsers()
{
    ArchiveFolder folder;
    folder.put(u"1-tickets.json"_s, "{\"tickets\":[{" + ticket + "}],\"count\":1}");
    folder.put(u"tickets/7/comments.json"_s, "{\"comments\":" + comments + ",\"count\":3}");
    folder.put(u"9-users.json"_s,
               R"({"users":[{"id":5,"name":"Bo Lind","email":"bo@desk.example","role":"agent"},
        {"id":900719925474099301,"name":"Ada Reed","email":"ada@firm.example","role":"admin"}]})");

    const auto read = readAll(folder.path());

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->conversations.size(), 1U);
    const ArchiveConversation &conversation = read->conversations.front();
    // Who asks is the customer here, also where he is an administrator elsewhere.
    QCOMPARE(rolesOf(conversation), (QStringList{u"customer"_s, u"staff"_s, u"staff"_s}));
    QCOMPARE(firstExchangeOf(conversation).exchange.firstAnswer, u"Choose Export."_s);
    QVERIFY(read->counts.notes.isEmpty());
}

void DeskExportsTest::zendeskDeletedTicketIsRefused()
{
    ArchiveFolder folder;

    const auto read = readAll(folder.put(
        u"x"_s,
        R"([{"id":1,"subject":"SCRUBBED","description":"X","status":"deleted","requester_id":1,"submitter_id":2}])"));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->counts.refused, 1);
    QCOMPARE(read->counts.refusals.front().reason, u"the ticket was deleted"_s);
    QCOMPARE(read->counts.refusals.front().place, u"x, record 1"_s);
}

void DeskExportsTest::zendeskTicketOpenedByStaff()
{
    ArchiveFolder folder;

    const auto read =
        readAll(folder.put(u"x"_s, R"({"users":[{"id":5,"email":"b@desk.example","role":"agent"}],
        "tickets":[{"id":1,"subject":"Call","description":"We call you at noon.","requester_id":1,"submitter_id":5}]})"));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(firstExchangeOf(read->conversations.front()).gap, ExchangeGap::StaffWroteFirst);
}

void DeskExportsTest::freshdeskDescriptionIsTheFirstMessage()
{
    ArchiveFolder folder;
    const QByteArray text =
        R"([{"id":3,"subject":"Export","source":1,"requester_id":1,"responder_id":null,"type":"Question","spam":false,
"description":"<div style=\"x\">How do I export?</div>","description_text":"How do I export?","created_at":"2025-03-03T10:00:00Z",
"conversations":[
 {"id":33,"ticket_id":3,"user_id":5,"body_text":"Choose Export.","incoming":false,"private":false,"source":0,"bcc_emails":null,"created_at":"2025-03-03T12:00:00Z"},
 {"id":31,"ticket_id":3,"user_id":5,"body_text":"Thanks, we have your mail.","incoming":false,"private":false,"source":0,"auto_response":true,"created_at":"2025-03-03T10:01:00Z"},
 {"id":32,"ticket_id":3,"user_id":5,"body_text":"Who takes it?","incoming":false,"private":true,"source":0,"created_at":"2025-03-03T11:00:00Z"},
 {"id":34,"ticket_id":3,"user_id":1,"body_text":"Five stars.","incoming":true,"private":false,"source":6,"created_at":"2025-03-03T13:00:00Z"}]},
{"id":4,"subject":"Offer","source":10,"requester_id":1,"responder_id":5,"description_text":"Have a look.","created_at":"2025-03-03T10:00:00Z"},
{"id":5,"subject":"Win","source":1,"requester_id":1,"responder_id":5,"description_text":"Win!","spam":true}])";

    const auto read = readAll(folder.put(u"x"_s, text));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->counts.refused, 1);
    const ArchiveConversation *conversation = read->find(u"3"_s);
    QVERIFY(conversation != nullptr);
    QCOMPARE(conversation->channel, u"mail"_s);
    QCOMPARE(rolesOf(*conversation),
             (QStringList{u"customer"_s, u"machine"_s, u"staff"_s, u"staff"_s, u"customer"_s}));
    const ExchangeFound found = firstExchangeOf(*conversation);
    QCOMPARE(found.exchange.question, u"How do I export?"_s);
    QCOMPARE(found.exchange.allAnswers, u"Choose Export."_s);
    QCOMPARE(firstExchangeOf(*read->find(u"4"_s)).gap, ExchangeGap::StaffWroteFirst);
}

void DeskExportsTest::freshdeskListIsOvertakenByTheTicket()
{
    ArchiveFolder folder;
    folder.put(u"a.json"_s, R"([{"id":3,"subject":"Export","source":1,"requester_id":1,"responder_id":5}])");
    folder.put(
        u"b.json"_s,
        R"({"id":3,"subject":"Export","source":1,"requester_id":1,"responder_id":5,"description_text":"How?"})");
    folder.put(
        u"c.json"_s,
        R"([{"id":33,"ticket_id":3,"user_id":5,"body_text":"So.","incoming":false,"private":false,"source":0,"created_at":"2025-03-03T12:00:00Z"}])");

    const auto read = readAll(folder.path());

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->conversations.size(), 1U);
    QCOMPARE(read->counts.duplicates, 1);
    QCOMPARE(rolesOf(read->conversations.front()), (QStringList{u"customer"_s, u"staff"_s}));
}

void DeskExportsTest::intercomSourceIsTheFirstMessage()
{
    ArchiveFolder folder;
    const QByteArray first =
        R"({"type":"conversation","id":"1099511627776","title":null,"created_at":1741000000,"state":"closed","tags":{"type":"tag.list","tags":[{"name":"exports"}]},"source":{"type":"conversation","id":"1","delivered_as":"customer_initiated","subject":"<p>Export</p>","body":"<p>How do I export?</p>","author":{"type":"user","id":"u1"}},"conversation_parts":{"type":"conversation_part.list","total_count":4,"conversation_parts":[{"id":"p1","part_type":"comment","body":"<p>Our robot thinks so.</p>","created_at":1741000010,"author":{"type":"bot","id":"b"}},{"id":"p2","part_type":"assignment","body":null,"created_at":1741000020,"author":{"type":"admin","id":"a"}},{"id":"p3","part_type":"note","body":"<p>Nice one</p>","created_at":1741000030,"author":{"type":"admin","id":"a"}},{"id":"p4","part_type":"comment","body":"<p>Choose Export.</p>","created_at":1741000040,"author":{"type":"admin","id":"a","from_ai_agent":false}}]}})";
    const QByteArray campaign =
        R"({"type":"conversation","id":"2","source":{"delivered_as":"automated","body":"<p>Welcome!</p>","author":{"type":"user","id":"u2"}},"conversation_parts":{"conversation_parts":[]}})";

    const auto read = readAll(folder.put(u"x"_s, first + "\n" + campaign + "\n"));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    const ArchiveConversation *conversation = read->find(u"1099511627776"_s);
    QVERIFY(conversation != nullptr);
    QCOMPARE(conversation->subject, u"Export"_s);
    QCOMPARE(conversation->label, u"exports"_s);
    QCOMPARE(rolesOf(*conversation),
             (QStringList{u"customer"_s, u"machine"_s, u"staff"_s, u"staff"_s, u"staff"_s}));
    QCOMPARE(conversation->messages[2].visibility, ArchiveVisibility::Event);
    QCOMPARE(firstExchangeOf(*conversation).exchange.allAnswers, u"Choose Export."_s);
    QCOMPARE(firstExchangeOf(*conversation).exchange.firstAnswerSeconds, 40);
    QCOMPARE(firstExchangeOf(*read->find(u"2"_s)).gap, ExchangeGap::StaffWroteFirst);
}

void DeskExportsTest::helpScoutThreadsNewestFirst()
{
    ArchiveFolder folder;
    const QByteArray text =
        R"({"_embedded":{"conversations":[{"id":10,"number":1,"threads":4,"type":"email","mailboxId":1,"subject":"Export","createdAt":"2025-03-03T10:00:00Z","tags":[{"id":1,"tag":"boards"}],
"_embedded":{"threads":[
{"id":104,"type":"message","state":"draft","body":"Not sent.","createdBy":{"id":5,"type":"user"},"createdAt":"2025-03-03T13:00:00Z"},
{"id":103,"type":"message","state":"published","savedReplyId":77,"body":"Choose <b>Export</b>.<br>","createdBy":{"id":5,"type":"user"},"createdAt":"2025-03-03T12:00:00Z"},
{"id":102,"type":"lineitem","state":"published","action":{"type":"x"},"createdBy":{"id":5,"type":"user"},"createdAt":"2025-03-03T11:00:00Z"},
{"id":101,"type":"customer","state":"published","body":"How do I export?","createdBy":{"id":9,"type":"customer"},"createdAt":"2025-03-03T10:00:00Z"}]}},
{"id":11,"number":2,"threads":2,"type":"email","mailboxId":1,"subject":"Other","createdAt":"2025-03-03T10:00:00Z"}]},"page":{"size":25,"totalElements":2,"totalPages":1,"number":1}})";

    const auto read = readAll(folder.put(u"x"_s, text));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->counts.refused, 1); // without its threads
    const ArchiveConversation *conversation = read->find(u"10"_s);
    QVERIFY(conversation != nullptr);
    const ExchangeFound found = firstExchangeOf(*conversation);
    QCOMPARE(found.exchange.question, u"How do I export?"_s);
    QCOMPARE(found.exchange.allAnswers, u"Choose Export."_s);
    QVERIFY(conversation->messages[2].isCanned);
}

void DeskExportsTest::chatwootMailAndTemplates()
{
    ArchiveFolder folder;
    const QByteArray text =
        R"({"data":{"meta":{"all_count":1},"payload":[{"id":20,"inbox_id":2,"labels":["boards"],"timestamp":1741000000,"meta":{"channel":"Channel::Email"},"messages":[
{"id":201,"message_type":0,"content":"How do I export?Ada ReedBoards Ltd","content_type":"incoming_email","created_at":1741000000,"sender_type":"Contact","sender_id":9,"content_attributes":{"email":{"subject":"Export","text_content":{"full":"How do I export?\nAda","reply":"How do I export?","quoted":"How do I export?"}}}},
{"id":202,"message_type":3,"content":"We typically reply in a day.","created_at":1741000001,"sender_type":null},
{"id":203,"message_type":2,"content":"Bo joined","created_at":1741000002},
{"id":204,"message_type":1,"content":"From the robot","created_at":1741000003,"sender_type":"AgentBot"},
{"id":205,"message_type":"outgoing","content":"Choose Export.","created_at":"2025-03-03T12:00:00.000Z","private":false,"sender_type":"User"},
{"id":206,"message_type":1,"content":"note","created_at":1741000004,"private":true,"sender_type":"User"}]}]}})";

    const auto read = readAll(folder.put(u"x"_s, text));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->counts.out, 6);
    const ArchiveConversation &conversation = read->conversations.front();
    QCOMPARE(conversation.system, u"chatwoot"_s);
    QCOMPARE(conversation.subject, u"Export"_s);
    QCOMPARE(conversation.channel, u"email"_s);
    const ExchangeFound found = firstExchangeOf(conversation);
    QCOMPARE(found.exchange.question, u"How do I export?"_s);
    QCOMPARE(found.exchange.allAnswers, u"Choose Export."_s);
}

void DeskExportsTest::zammadSearchAndArticles()
{
    ArchiveFolder folder;
    folder.put(
        u"1.json"_s,
        R"({"tickets":[30],"tickets_count":1,"assets":{"Ticket":{"30":{"id":30,"number":"72030","title":"Export","group_id":1,"customer_id":3,"owner_id":1,"created_at":"2025-03-03T10:00:00.000Z"}},"User":{"3":{"id":3,"role_ids":[3]}}}})");
    folder.put(
        u"2.json"_s,
        R"([{"id":301,"ticket_id":30,"body":"<div>How do I export?</div>","content_type":"text/html","type":"email","sender":"Customer","internal":false,"created_at":"2025-03-03T10:00:00.000Z"},
{"id":302,"ticket_id":30,"body":"Public note of the system","content_type":"text/plain","type":"note","sender":"System","internal":false,"created_at":"2025-03-03T10:00:01.000Z"},
{"id":303,"ticket_id":30,"body":"Choose Export.","content_type":"text/plain","type":"email","sender":"Agent","internal":false,"created_at":"2025-03-03T11:00:00.000Z"}])");

    const auto read = readAll(folder.path());

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->conversations.size(), 1U);
    QCOMPARE(read->conversations.front().system, u"zammad"_s);
    QCOMPARE(rolesOf(read->conversations.front()), (QStringList{u"customer"_s, u"machine"_s, u"staff"_s}));
    QCOMPARE(firstExchangeOf(read->conversations.front()).exchange.question, u"How do I export?"_s);
}

void DeskExportsTest::largeIdsStayWhole()
{
    ArchiveFolder folder;

    const auto read = readAll(folder.put(
        u"x"_s,
        R"({"id":9223372036854775807,"subject":"a","description":"Question?","requester_id":9007199254740993,"submitter_id":9007199254740992})"));

    VERIFY_RESULT(read);
    QCOMPARE(read->conversations.front().id, u"9223372036854775807"_s);
    QCOMPARE(read->conversations.front().messages.front().authorId, u"9007199254740993"_s);
}

void DeskExportsTest::brokenLineCostsThatLine()
{
    ArchiveFolder folder;
    const QByteArray good = R"(,"subject":"a","description":"Question?","requester_id":1,"submitter_id":1})";

    const auto read =
        readAll(folder.put(u"x"_s, "{\"id\":1" + good + "\n{\"id\":2,\"subject\":\"broken off\n" +
                                       "{\"id\":3,\n" + "{\"id\":4" + good + "\n"));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->counts.refused, 2);
    QCOMPARE(read->conversations.size(), 2U);
    QVERIFY(read->find(u"4"_s) != nullptr);
}

void DeskExportsTest::truncatedFileIsTold()
{
    ArchiveFolder folder;
    const QByteArray page = "{\"tickets\":[{" + ticket + "},{" + ticket;

    const auto read = readAll(folder.put(u"x"_s, page.left(page.size() - 20)));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->conversations.size(), 1U);
    QCOMPARE(read->counts.refused, 2); // the record, and what comes after it
}

void DeskExportsTest::unknownRecordsAreRefused()
{
    ArchiveFolder folder;

    const auto read = readAll(folder.put(u"x"_s, "[{" + ticket + "},{\"a\":1}]"));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->counts.refused, 1);
    QCOMPARE(read->counts.refusals.front().reason, u"is no record of zendesk"_s);
}

void DeskExportsTest::deepNestingIsRefused()
{
    ArchiveFolder folder;
    folder.put(u"a"_s, "[{" + ticket + "}]");
    folder.put(u"b"_s, QByteArray(1000, '['));

    const auto read = readAll(folder.path());

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->conversations.size(), 1U);
    QCOMPARE(read->counts.refused, 1);
    QVERIFY(read->counts.refusals.front().reason.contains(u"nested"_s));
}

QTEST_GUILESS_MAIN(DeskExportsTest)
#include "tst_deskexports.moc"
