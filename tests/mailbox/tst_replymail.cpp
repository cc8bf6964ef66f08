#include "channels/MailParser.h"
#include "channels/ReplyHeaders.h"
#include "mailbox/ReplyHead.h"
#include "support/TestSupport.h"

#include <QProcess>
#include <QStandardPaths>

using namespace Helmdesk;

namespace
{

OutboxItem item()
{
    OutboxItem item;
    item.id = OutboxId{42};
    item.item.key = QStringLiteral("run-7");
    item.item.conversation = ConversationId{1};
    item.item.inReplyTo = MessageId{5};
    item.item.channel = ChannelKind::Mail;
    item.item.recipient = QStringLiteral("ada@brook.example");
    item.item.subject = QStringLiteral("AW: Re[2]: Grüße aus Köln");
    item.item.body =
        QStringLiteral("Hello Ada,\n\n.NET 8 works <now> & later: https://help.example/a?b=1&c=2.\n"
                       ".\nFrom today on €.\n") +
        QString(1500, u'x');
    item.item.approvedBy = QStringLiteral("Robin");
    item.item.createdAt = QDateTime(QDate(2026, 3, 3), QTime(10, 0), Qt::UTC);
    return item;
}

ReplyHead head()
{
    ReplyHead head;
    head.from = {QStringLiteral("Ada Brook"), QStringLiteral("ada@brook.example")};
    head.to = {{QStringLiteral("Support"), QStringLiteral("support@desk.example")},
               {QString(), QStringLiteral("bo@reed.example")}};
    head.cc = {{QStringLiteral("Cy, of accounts"), QStringLiteral("cy@brook.example")},
               {QString(), QStringLiteral("SUPPORT@desk.example")},
               {QString(), QStringLiteral("ada@brook.example")}};
    head.messageId = QStringLiteral("third@brook.example");
    head.references = {QStringLiteral("root@brook.example"), QStringLiteral("second@brook.example")};
    head.at = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
    return head;
}

ReplyingTeam team()
{
    ReplyingTeam team;
    team.from = {QStringLiteral("Kundendienst Örtel"), QStringLiteral("support@desk.example")};
    team.replyTo = {QString(), QStringLiteral("answers@desk.example")};
    team.signature = QStringLiteral("Your support team\nhttps://desk.example");
    team.ownAddresses = {QStringLiteral("support@desk.example"), QStringLiteral("answers@desk.example")};
    return team;
}

ReplyMail reply(ReplyAudience audience = ReplyAudience::Sender)
{
    ReplyMail mail = composeReply(item(), head(), team(), audience);
    mail.quoted = QuotedMail{head().from, head().at, QStringLiteral("It fails.\n> before\nÄrger!")};
    return mail;
}

Json readByPython(const QByteArray &mail)
{
    QProcess python;
    python.start(QStringLiteral("python3"), {QStringLiteral(HELMDESK_MAILBOX_TESTS "/read_mail.py")});
    python.write(mail);
    python.closeWriteChannel();
    if (!python.waitForFinished(20000) || python.exitCode() != 0)
        return {};
    return parseJson(python.readAllStandardOutput()).value_or(Json());
}

bool hasPython()
{
    return !QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty();
}

} // namespace

class TestReplyMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherLibraryReadsTheWholeReply();
    void ourOwnParserReadsOnlyTheNewWords();
    void attachmentsArriveAsTheyWere();
    void sameRowIsTheSameMail();
    void onlyWhatNobodyApprovedIsMarked();
    void copiesAreAChoice();
    void copiesOfOneReplyAreItsOwn();
    void blindCopiesStandInNoMailThatLeaves();
    void replyToIsHonoured();
    void forgedReplyToIsNotFollowedAlone();
    void toolMailGoesToTheAddressOnRecord();
    void subjectHasOneMark_data();
    void subjectHasOneMark();
    void referencesAreBounded();
    void nothingCanBeInjected();
    void addressesThatCannotBeWrittenAreRefused_data();
    void addressesThatCannotBeWrittenAreRefused();
    void headIsReadAndKept();
    void quoteIsBounded();
};

void TestReplyMail::anotherLibraryReadsTheWholeReply()
{
    if (!hasPython())
        QSKIP("not installed: python3");
    const auto bytes = writeReply(reply());
    VERIFY_RESULT(bytes);

    const Json read = readByPython(*bytes);

    QCOMPARE(read["defects"], Json::array());
    QCOMPARE(read["bare_lf"], Json(0));
    QCOMPARE(read["ascii"], Json(true));
    QVERIFY(read["longest"] <= 998);
    QCOMPARE(read["subject"], Json("Re: Grüße aus Köln"));
    QCOMPARE(read["from"], Json::array({{"Kundendienst Örtel", "support@desk.example"}}));
    QCOMPARE(read["reply_to"], Json::array({{"", "answers@desk.example"}}));
    QCOMPARE(read["to"], Json::array({{"Ada Brook", "ada@brook.example"}}));
    QCOMPARE(read["cc"], Json::array());
    QCOMPARE(read["message_id"], Json(u'<' + ownMailId(item(), QStringLiteral("a@desk.example")) + u'>'));
    QCOMPARE(read["in_reply_to"], Json("<third@brook.example>"));
    QCOMPARE(read["references"],
             Json::array({"<root@brook.example>", "<second@brook.example>", "<third@brook.example>"}));
    QCOMPARE(read["date"], Json("2026-03-03T10:00:00+00:00"));
    QCOMPARE(read["auto"], Json(""));
    QCOMPARE(read["root"], Json("multipart/alternative"));
    QCOMPARE(read["parts"].size(), size_t(2));
    QCOMPARE(read["parts"][0]["type"], Json("text/plain"));
    QCOMPARE(read["parts"][0]["charset"], Json("utf-8"));
    QString plain = read["parts"][0]["text"].get<QString>();
    plain.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    QCOMPARE(plain, item().item.body + QStringLiteral("\n\n-- \nYour support team\nhttps://desk.example\n\n"
                                                      "On Monday, March 2, 2026, Ada Brook wrote:\n"
                                                      "> It fails.\n>> before\n> Ärger!\n"));
    const QString html = read["parts"][1]["text"].get<QString>();
    QVERIFY(html.contains(QStringLiteral("works &lt;now&gt; &amp; later")));
    QVERIFY(html.contains(QStringLiteral(
        "<a href=\"https://help.example/a?b=1&amp;c=2\">https://help.example/a?b=1&amp;c=2</a>.")));
    QVERIFY(html.contains(QStringLiteral("<blockquote type=\"cite\"")));
    QVERIFY(html.contains(QStringLiteral("Ärger!")));
}

void TestReplyMail::ourOwnParserReadsOnlyTheNewWords()
{
    ReplyMail mail = reply();
    mail.text = QStringLiteral("The new words.");

    const IncomingMessage read = parseMail(*writeReply(mail));

    QVERIFY(read.text.startsWith(QStringLiteral("The new words.")));
    QVERIFY2(!read.text.contains(QStringLiteral("It fails")), qPrintable(read.text));
    QVERIFY(read.fullText.contains(QStringLiteral("> It fails.")));
    QVERIFY(!read.isAutomatic);
}

void TestReplyMail::attachmentsArriveAsTheyWere()
{
    ReplyMail mail = reply();
    QByteArray odd;
    for (int i = 0; i < 70'000; ++i)
        odd.append(static_cast<char>(i * 7));
    mail.attachments = {
        {QStringLiteral("Überblick \"neu\".bin"), QStringLiteral("application/x-odd"), odd.size(), true, odd},
        {QStringLiteral("../../etc/no\r\nte.eml"), QStringLiteral("message/rfc822"), 7, true, "A: b\n\nc"},
        {QStringLiteral("list.csv"), QStringLiteral("text/csv"), 8, true, QByteArray("a;b\n1;2\n")}};

    const IncomingMessage read = parseMail(*writeReply(mail));

    QCOMPARE(read.attachments.size(), 3);
    QCOMPARE(read.attachments[0].name, QStringLiteral("Überblick \"neu\".bin"));
    QCOMPARE(read.attachments[0].content, odd);
    QCOMPARE(read.attachments[1].name, QStringLiteral("note.eml"));
    QCOMPARE(read.attachments[1].mediaType, QStringLiteral("application/octet-stream"));
    QCOMPARE(read.attachments[2].content, QByteArray("a;b\n1;2\n"));
    if (hasPython()) {
        const Json python = readByPython(*writeReply(mail));
        QCOMPARE(python["defects"], Json::array());
        QCOMPARE(python["root"], Json("multipart/mixed"));
        QCOMPARE(python["parts"][2]["name"], Json("Überblick \"neu\".bin"));
        QCOMPARE(python["parts"][2]["bytes"], Json(70'000));
    }
}

void TestReplyMail::sameRowIsTheSameMail()
{
    QCOMPARE(*writeReply(reply()), *writeReply(reply()));
    OutboxItem other = item();
    other.item.key = QStringLiteral("run-8");
    QVERIFY(ownMailId(other, QStringLiteral("a@desk.example")) !=
            ownMailId(item(), QStringLiteral("a@desk.example")));
}

void TestReplyMail::onlyWhatNobodyApprovedIsMarked()
{
    OutboxItem alone = item();
    alone.item.approvedBy.clear();

    const ReplyMail mail = composeReply(alone, head(), team(), ReplyAudience::Everybody);

    QVERIFY(writeReply(mail)->contains("\r\nAuto-Submitted: auto-replied\r\n"));
    QVERIFY(mail.cc.isEmpty());
    QVERIFY(!writeReply(reply())->contains("Auto-Submitted"));
}

void TestReplyMail::copiesAreAChoice()
{
    QVERIFY(reply(ReplyAudience::Sender).cc.isEmpty());

    const QList<MailPerson> expected{{QString(), QStringLiteral("bo@reed.example")},
                                     {QStringLiteral("Cy, of accounts"), QStringLiteral("cy@brook.example")}};
    QCOMPARE(reply(ReplyAudience::Everybody).cc, expected);
}

void TestReplyMail::copiesOfOneReplyAreItsOwn()
{
    OutboxItem chosen = item();
    chosen.copies.cc = QStringList{QStringLiteral("carl@new.example"), QStringLiteral("Support@Desk.example"),
                                   QStringLiteral("carl@new.example"), QStringLiteral("ada@brook.example")};
    chosen.copies.bcc = {QStringLiteral("boss@desk.example"), QStringLiteral("carl@new.example")};

    const ReplyMail mail = composeReply(chosen, head(), team(), ReplyAudience::Everybody);

    QCOMPARE(mail.cc.size(), 1); // not those of the mailbox's default, not the team, nobody twice
    QCOMPARE(mail.cc[0].address, QStringLiteral("carl@new.example"));
    QCOMPARE(mail.bcc.size(), 1);
    QCOMPARE(mail.bcc[0].address, QStringLiteral("boss@desk.example"));

    chosen.copies.cc = QStringList();
    QVERIFY(composeReply(chosen, head(), team(), ReplyAudience::Everybody).cc.isEmpty());
    chosen.item.approvedBy.clear(); // nobody said so
    chosen.copies.cc = QStringList{QStringLiteral("carl@new.example")};
    const ReplyMail alone = composeReply(chosen, head(), team(), ReplyAudience::Everybody);
    QVERIFY(alone.cc.isEmpty() && alone.bcc.isEmpty());
}

void TestReplyMail::blindCopiesStandInNoMailThatLeaves()
{
    ReplyMail mail = reply();
    mail.bcc = {{QString(), QStringLiteral("boss@desk.example")}};
    QVERIFY(!writeReply(mail)->contains("boss@desk.example"));
    QVERIFY(writeReply(mail, BccLine::Written)->contains("Bcc: boss@desk.example\r\n"));

    mail.bcc = {{QString(), QStringLiteral("boss@desk.example\r\nX-Evil: 1")}};
    QCOMPARE(writeReply(mail, BccLine::Written).error().kind, ErrorKind::InvalidInput);
}

void TestReplyMail::replyToIsHonoured()
{
    ReplyHead form = head();
    form.replyTo = {{QStringLiteral("Ada at home"), QStringLiteral("ada@home.example")}};

    QCOMPARE(composeReply(item(), form, team(), ReplyAudience::Sender).to, form.replyTo);

    form.replyTo = {{QString(), QStringLiteral("support@desk.example")}}; // ourselves
    QCOMPARE(composeReply(item(), form, team(), ReplyAudience::Sender).to.value(0).address,
             QStringLiteral("ada@brook.example"));
}

void TestReplyMail::forgedReplyToIsNotFollowedAlone()
{
    OutboxItem alone = item();
    alone.item.approvedBy.clear();
    ReplyHead forged = head();
    forged.replyTo = {{QString(), QStringLiteral("eve@elsewhere.example")}};
    QCOMPARE(composeReply(alone, forged, team(), ReplyAudience::Sender).to.value(0).address,
             QStringLiteral("ada@brook.example"));

    OutboxItem secret = alone;
    secret.item.key = QStringLiteral("effect:code:7");
    secret.item.approvedBy = QStringLiteral("robin");
    const ReplyMail code = composeReply(secret, forged, team(), ReplyAudience::Everybody);
    QCOMPARE(code.to.size(), qsizetype(1)); // a code goes to the address on record alone
    QCOMPARE(code.to.front().address, secret.item.recipient);
    QVERIFY(code.cc.isEmpty());
    forged.replyTo = {{QString(), QStringLiteral("ada.office@brook.example")}};
    QCOMPARE(composeReply(alone, forged, team(), ReplyAudience::Sender).to, forged.replyTo);
}

void TestReplyMail::toolMailGoesToTheAddressOnRecord()
{
    OutboxItem tool = item();
    tool.item.inReplyTo = MessageId();
    tool.item.subject = QStringLiteral("Your new password");
    ReplyHead forged = head();
    forged.replyTo = {{QString(), QStringLiteral("eve@elsewhere.example")}};

    const ReplyMail mail = composeReply(tool, forged, team(), ReplyAudience::Everybody);

    QCOMPARE(mail.to.size(), 1);
    QCOMPARE(mail.to[0].address, QStringLiteral("ada@brook.example"));
    QCOMPARE(mail.subject, QStringLiteral("Your new password"));
    QVERIFY(mail.inReplyTo.isEmpty() && mail.references.isEmpty() && mail.cc.isEmpty());
}

void TestReplyMail::subjectHasOneMark_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << QStringLiteral("Refund") << QStringLiteral("Re: Refund");
    QTest::newRow("one") << QStringLiteral("Re: Refund") << QStringLiteral("Re: Refund");
    QTest::newRow("several") << QStringLiteral("RE: Aw: SV: re[3]: Refund") << QStringLiteral("Re: Refund");
    QTest::newRow("full width") << QStringLiteral("回复：退款") << QStringLiteral("Re: 退款");
    QTest::newRow("a word") << QStringLiteral("Reading: a problem")
                            << QStringLiteral("Re: Reading: a problem");
    QTest::newRow("forwarded") << QStringLiteral("Re: Fwd: Refund") << QStringLiteral("Re: Fwd: Refund");
    QTest::newRow("a tag of others") << QStringLiteral("Re: [rt.example #7] Refund")
                                     << QStringLiteral("Re: [rt.example #7] Refund");
    QTest::newRow("nothing") << QStringLiteral(" Re: ") << QStringLiteral("Your message");
}

void TestReplyMail::subjectHasOneMark()
{
    QFETCH(QString, subject);
    QFETCH(QString, expected);
    QCOMPARE(replySubjectOf(subject), expected);
}

void TestReplyMail::referencesAreBounded()
{
    QStringList many;
    for (int i = 0; i < 200; ++i)
        many.append(QStringLiteral("%1@brook.example").arg(i));
    many.append(QStringLiteral("what is no id"));

    const QStringList kept = referencesAfter(many, {}, QStringLiteral("last@brook.example"));

    QCOMPARE(kept.size(), mostReferences);
    QCOMPARE(kept.first(), QStringLiteral("0@brook.example"));
    QCOMPARE(kept.last(), QStringLiteral("last@brook.example"));
    QCOMPARE(kept[kept.size() - 2], QStringLiteral("199@brook.example"));
    QCOMPARE(referencesAfter({}, QStringLiteral("parent@x.example"), QStringLiteral("own@x.example")),
             QStringList({QStringLiteral("parent@x.example"), QStringLiteral("own@x.example")}));
}

void TestReplyMail::nothingCanBeInjected()
{
    ReplyMail mail = reply();
    const QString more = QStringLiteral("\r\nBcc: eve@elsewhere.example\r\n\r\nbody");
    mail.subject += more;
    mail.from.name += more;
    mail.to[0].name = QStringLiteral("Ada") + more;
    mail.signature = QStringLiteral("team\r\n.\r\nMAIL FROM:<x>");
    mail.attachments = {
        {QStringLiteral("a.txt") + more, QStringLiteral("text/plain\r\nX-More: 1"), 1, true, "x"}};

    const auto bytes = writeReply(mail);
    VERIFY_RESULT(bytes);
    QVERIFY(!bytes->contains("\nBcc:") && !bytes->contains("\nX-More"));
    if (hasPython()) {
        const Json read = readByPython(*bytes);
        QVERIFY(!QString::fromStdString(read["names"].dump()).contains(QStringLiteral("Bcc")));
        QCOMPARE(read["to"].size(), size_t(1));
        QCOMPARE(read["from"].size(), size_t(1));
    }

    mail = reply();
    mail.inReplyTo = QStringLiteral("a@b>\r\nBcc: eve@elsewhere.example");
    QCOMPARE(writeReply(mail).error().kind, ErrorKind::InvalidInput);
    mail = reply();
    mail.references = {QStringLiteral("a b@c")};
    QCOMPARE(writeReply(mail).error().kind, ErrorKind::InvalidInput);
    mail = reply();
    mail.to.clear();
    QCOMPARE(writeReply(mail).error().kind, ErrorKind::InvalidInput);
}

void TestReplyMail::addressesThatCannotBeWrittenAreRefused_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("wire"); // empty: refused
    QTest::newRow("plain") << QStringLiteral("a.b+c@x.example") << QStringLiteral("a.b+c@x.example");
    QTest::newRow("domain of letters")
        << QStringLiteral("info@bücher.example") << QStringLiteral("info@xn--bcher-kva.example");
    for (const char *bad :
         {"", "ada", "@x.example", "ada@", "ada@x..example", "a da@x.example", "ada@x.example>",
          "<ada@x.example", "ada@x.example\r\nRCPT TO:<eve@y.example>", "ada@x.exa mple", "ada@-x.example",
          "a,b@x.example", "a\"b@x.example", "jörg@x.example", "ada@[10.0.0.1]"})
        QTest::addRow("%s", bad) << QString::fromUtf8(bad) << QString();
}

void TestReplyMail::addressesThatCannotBeWrittenAreRefused()
{
    QFETCH(QString, address);
    QFETCH(QString, wire);
    const auto written = wireAddress(address);
    QCOMPARE(written.has_value(), !wire.isEmpty());
    if (written)
        QCOMPARE(*written, wire);
    ReplyMail mail = reply();
    mail.cc = {{QString(), address}};
    QCOMPARE(writeReply(mail).has_value(), !wire.isEmpty());
}

void TestReplyMail::headIsReadAndKept()
{
    const QByteArray mail = "From: =?utf-8?q?J=C3=B6rg?= <j@reed.example>\r\n"
                            "Reply-To: forms: \"A, B\" <ab@reed.example>, c@reed.example;\r\n"
                            "To: support@desk.example\r\nCc: bo@reed.example, no address\r\n"
                            "Message-ID: <m1@reed.example>\r\nIn-Reply-To: <p@desk.example>\r\n"
                            "References: <r@reed.example>\r\n <p@desk.example>\r\n"
                            "Date: Mon, 02 Mar 2026 10:00:00 +0100\r\n\r\nHello\r\n";

    const ReplyHead head = readReplyHead(mail);

    QCOMPARE(head.from.name, QStringLiteral("Jörg"));
    QCOMPARE(head.replyTo.size(), 2);
    QCOMPARE(head.replyTo[0].name, QStringLiteral("A, B"));
    QCOMPARE(head.cc.size(), 1);
    QCOMPARE(head.messageId, QStringLiteral("m1@reed.example"));
    QCOMPARE(head.references,
             QStringList({QStringLiteral("r@reed.example"), QStringLiteral("p@desk.example")}));
    QCOMPARE(head.at, QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC));
    QCOMPARE(replyHeadFromJson(toJson(head)), head);
    QCOMPARE(readReplyHead("no mail"), ReplyHead());
}

void TestReplyMail::quoteIsBounded()
{
    ReplyMail mail = reply();
    mail.quoted->text = QString(500'000, u'y');
    QVERIFY(writeReply(mail)->size() < 120'000);
}

QTEST_GUILESS_MAIN(TestReplyMail)

#include "tst_replymail.moc"
