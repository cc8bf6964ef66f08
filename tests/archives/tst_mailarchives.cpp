#include "ArchiveFixture.h"

#include "archives/MailThreads.h"
#include "archives/MboxSplitter.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

// Mail as teams keep it, with what is odd about it. All names and texts are invented.
class MailArchivesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formIsTheContents_data();
    void formIsTheContents();
    void pipermailIsRead();
    void sentenceThatBeginsWithFromPartsNothing();
    void duplicatesAreCountedAcrossFiles();
    void replyWithoutHeadersJoinsItsSubject();
    void answersInPiecesAreOneAnswer();
    void autoRepliesAreNoAnswers();
    void staffAddressesDecide();
    void maildirIsReadWithoutItsFolders();
    void oddMailsAreTold();
    void threadsNeedNoFirstMail();
};

namespace
{

QByteArray mail(const QByteArray &from, const QByteArray &id, const QByteArray &subject,
                const QByteArray &text, const QByteArray &more = {},
                const QByteArray &date = "Mon, 3 Mar 2025 10:00:00 +0000")
{
    return "From: " + from + "\nTo: help@desk.example\nSubject: " + subject + "\nDate: " + date +
           "\nMessage-ID: <" + id + ">\n" + more + "\n" + text + "\n";
}

QByteArray piece(const QByteArray &mail)
{
    return "From someone@desk.example Mon Mar  3 10:00:00 2025\n" + mail + "\n";
}

const QByteArray question =
    mail("Ada Reed <ada@firm.example>", "q1@firm.example", "Export of a board", "How do I export a board?");
const QByteArray answer = mail("Bo Lind <bo@desk.example>", "a1@desk.example", "Re: Export of a board",
                               "Open the menu and choose Export.", "In-Reply-To: <q1@firm.example>\n",
                               "Mon, 3 Mar 2025 11:00:00 +0000");

} // namespace

void MailArchivesTest::formIsTheContents_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("why");
    QTest::newRow("mbox") << piece(question) << u"mbox"_s << QString();
    QTest::newRow("pipermail") << QByteArray("From ada at firm.example  Sat Mar  1 04:39:49 2025\n")
                               << u"pipermail"_s << QString();
    QTest::newRow("one mail") << question << u"mail"_s << QString();
    QTest::newRow("json lines") << QByteArray("{\"id\":1}\n{\"id\":2}\n") << u"json"_s << QString();
    QTest::newRow("json with a mark") << QByteArray("\xEF\xBB\xBF\n [{\"id\":1}]") << u"json"_s << QString();
    QTest::newRow("csv") << QByteArray("id,question,answer\n1,a,b\n") << u"table"_s << QString();
    QTest::newRow("empty") << QByteArray() << QString() << u"is empty"_s;
    QTest::newRow("blank") << QByteArray("\n \n\t\n") << QString() << u"is empty"_s;
    QTest::newRow("lfs pointer") << QByteArray(
                                        "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n")
                                 << QString() << u"Git LFS pointer"_s;
    QTest::newRow("spreadsheet") << QByteArray("PK\x03\x04whatever", 12) << QString() << u"spreadsheet"_s;
    QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08xyz") << QString() << u"gzip"_s;
    QTest::newRow("parquet") << QByteArray("PAR1abc") << QString() << u"Parquet"_s;
    QTest::newRow("no text") << QByteArray("abc\0def", 7) << QString() << u"no text"_s;
}

void MailArchivesTest::formIsTheContents()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, form);
    QFETCH(QString, why);
    ArchiveFolder folder;

    const auto found = archiveFormOf(folder.put(u"misleading.csv"_s, bytes));

    QCOMPARE(found.has_value(), why.isEmpty());
    if (found)
        QCOMPARE(nameOf(*found), form);
    else
        QVERIFY2(found.error().detail.contains(why), qPrintable(found.error().detail));
}

void MailArchivesTest::pipermailIsRead()
{
    ArchiveFolder folder;
    const QByteArray text = "From ada at firm.example  Sat Mar  1 04:39:49 2025\n"
                            "From: ada at firm.example (=?ISO-8859-1?Q?Ada_R=E9ed?=)\n"
                            "Date: Sat, 1 Mar 2025 04:39:49 +0000\n"
                            "Subject: [boards] A very long\n\tsubject\nMessage-ID: <one@firm.example>\n\n"
                            "Gr\xC3\xBC\xC3\x9F"
                            "e! How do I export?\n"
                            "-------------- next part --------------\nAn HTML attachment was scrubbed...\n"
                            "\n"
                            "From bo at desk.example  Sat Mar  1 05:39:49 2025\n"
                            "From: bo at desk.example (Bo Lind)\nDate: Sat, 1 Mar 2025 05:39:49 +0000\n"
                            "Subject: [boards] A very long subject\nIn-Reply-To: <one@firm.example>\n"
                            "References: <zero@firm.example>\n\t<one@firm.example>\n"
                            "Message-ID: <two@desk.example>\n\nChoose Export.\n";

    const auto read = readAll(folder.put(u"2025-March.txt"_s, text));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->conversations.size(), 1U);
    const ArchiveConversation &conversation = read->conversations.front();
    QCOMPARE(conversation.system, u"pipermail"_s);
    QCOMPARE(conversation.subject, u"[boards] A very long subject"_s);
    QCOMPARE(conversation.messages.size(), 2U);
    QCOMPARE(conversation.messages[0].authorId, u"ada@firm.example"_s);
    QCOMPARE(conversation.messages[0].text, u"Grüße! How do I export?"_s);
    QCOMPARE(conversation.messages[0].role, ArchiveRole::Customer);
    QCOMPARE(conversation.messages[1].role, ArchiveRole::Staff);
    QCOMPARE(conversation.messages[1].roleFrom, u"did not begin the thread"_s);
    QVERIFY(withRebuiltAddress("From: ada at firm.example (Ada \"R\" Reed)\n\nx")
                .startsWith("From: \"Ada R Reed\" <ada@firm.example>\n"));
}

void MailArchivesTest::sentenceThatBeginsWithFromPartsNothing()
{
    ArchiveFolder folder;
    const QByteArray text =
        mail("ada@firm.example", "q@firm.example", "Dates",
             "It fails.\n\nFrom Monday on it worked again, since 2024.\n>From here it is quoted.");

    const auto read = readAll(folder.put(u"box"_s, piece(text) + piece(answer)));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->counts.in, 2);
    const ArchiveConversation *conversation = read->find(u"q@firm.example"_s);
    QVERIFY(conversation != nullptr);
    QVERIFY(conversation->messages.front().text.contains(u"From Monday on"_s));
}

void MailArchivesTest::duplicatesAreCountedAcrossFiles()
{
    ArchiveFolder folder;
    folder.put(u"2025-March.txt"_s, piece(question) + piece(question) + piece(answer));
    folder.put(u"2025-April.txt"_s, piece(answer));

    const auto read = readAll(folder.path());

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->counts.in, 4);
    QCOMPARE(read->counts.out, 2);
    QCOMPARE(read->counts.duplicates, 2);
    QCOMPARE(read->conversations.size(), 1U);
}

void MailArchivesTest::replyWithoutHeadersJoinsItsSubject()
{
    ArchiveFolder folder;
    const QByteArray bare = mail("bo@desk.example", "b@desk.example", "AW: [boards] Re: Export of a board",
                                 "Choose Export.", {}, "Tue, 4 Mar 2025 10:00:00 +0000");
    const QByteArray late = mail("cy@desk.example", "c@desk.example", "Re: Export of a board", "Much later.",
                                 {}, "Tue, 4 Nov 2025 10:00:00 +0000");
    const QByteArray other = mail("di@firm.example", "d@firm.example", "Export of a board", "The same again?",
                                  {}, "Wed, 5 Mar 2025 10:00:00 +0000");

    const auto read =
        readAll(folder.put(u"box"_s, piece(question) + piece(bare) + piece(other) + piece(late)));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->conversations.size(), 3U);
    QCOMPARE(read->find(u"q1@firm.example"_s)->messages.size(), 2U);
}

void MailArchivesTest::answersInPiecesAreOneAnswer()
{
    ArchiveFolder folder;
    const auto reply = [](const QByteArray &from, const QByteArray &id, const QByteArray &text, int hour) {
        return piece(mail(from, id, "Re: Export of a board", text, "In-Reply-To: <q1@firm.example>\n",
                          "Mon, 3 Mar 2025 " + QByteArray::number(hour) + ":00:00 +0000"));
    };

    const auto read =
        readAll(folder.put(u"box"_s, piece(question) + reply("bo@desk.example", "1@x", "Which board?", 11) +
                                         reply("cy@desk.example", "2@x", "Open the menu.", 12) +
                                         reply("Ada Reed <ada@firm.example>", "3@x", "The green one.", 13) +
                                         reply("bo@desk.example", "4@x", "Then choose Export.", 14)));

    VERIFY_RESULT(read);
    const ExchangeFound found = firstExchangeOf(read->conversations.front());
    QCOMPARE(found.gap, ExchangeGap::None);
    QCOMPARE(found.exchange.question, u"How do I export a board?"_s);
    QCOMPARE(found.exchange.firstAnswer, u"Which board?"_s);
    QCOMPARE(found.exchange.allAnswers, u"Which board?\n\nOpen the menu."_s);
    QCOMPARE(found.exchange.staffMessages, 3);
    QCOMPARE(found.exchange.firstAnswerSeconds, 3600);
}

void MailArchivesTest::autoRepliesAreNoAnswers()
{
    ArchiveFolder folder;
    const QByteArray absent = mail("bo@desk.example", "a@desk.example", "Re: Export of a board",
                                   "I am out of the office until Monday.",
                                   "In-Reply-To: <q1@firm.example>\nAuto-Submitted: auto-replied\n");

    const auto read = readAll(folder.put(u"box"_s, piece(question) + piece(absent)));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    const ArchiveConversation &conversation = read->conversations.front();
    QCOMPARE(conversation.messages[1].role, ArchiveRole::Machine);
    QCOMPARE(firstExchangeOf(conversation).gap, ExchangeGap::NoAnswer);
}

void MailArchivesTest::staffAddressesDecide()
{
    ArchiveFolder folder;
    const QByteArray first = mail("bo@desk.example", "n@desk.example", "News", "We have a new board.");
    const QString path = folder.put(u"box"_s, piece(first) + piece(question) + piece(answer));

    const auto read = readAll(path, {.staff = {u"desk.example"_s}});

    VERIFY_RESULT(read);
    QCOMPARE(firstExchangeOf(*read->find(u"n@desk.example"_s)).gap, ExchangeGap::StaffWroteFirst);
    QCOMPARE(firstExchangeOf(*read->find(u"q1@firm.example"_s)).gap, ExchangeGap::None);
}

void MailArchivesTest::maildirIsReadWithoutItsFolders()
{
    ArchiveFolder folder;
    folder.put(u"cur/1700000000.a.host:2,S"_s, question);
    folder.put(u"new/1700000001.b.host"_s, answer);
    folder.put(u"beside"_s, mail("ed@firm.example", "e@firm.example", "Price", "What does it cost?"));
    folder.put(u"sub/cur/1700000002.c.host:2,"_s, question);
    folder.put(u"sub/dovecot.index"_s, QByteArray("\x07\x03\x00\x00", 4));

    const auto read = readAll(folder.path());

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->counts.in, 5);
    QCOMPARE(read->counts.duplicates, 1);
    QCOMPARE(read->counts.refused, 1);
    QCOMPARE(read->counts.refusals.front().place, u"sub/dovecot.index"_s);
    QCOMPARE(read->conversations.size(), 2U);
}

void MailArchivesTest::oddMailsAreTold()
{
    ArchiveFolder folder;
    const QByteArray undated =
        "From: \xB9\xFA\xB1\xEA <x@firm.example>\nSubject: No date, no id\n\nCan you help?\n";
    const QByteArray empty = "From \xE2\x80\x9Cx\xE2\x80\x9D Mon Mar  3 10:00:00 2025\n\n";

    const auto read = readAll(folder.put(u"box"_s, piece(undated) + empty + piece(question)));

    VERIFY_RESULT(read);
    QVERIFY(read->addsUp());
    QCOMPARE(read->counts.in, 3);
    QCOMPARE(read->counts.refused, 1);
    QVERIFY(read->counts.refusals.front().place.startsWith(u"box:"_s));
    QCOMPARE(read->counts.out, 2);
}

void MailArchivesTest::threadsNeedNoFirstMail()
{
    const std::vector<MailHead> heads{{u"a"_s, u"gone"_s, {}, u"Re: x"_s, {}},
                                      {u"b"_s, u"gone"_s, {}, u"Re: x"_s, {}},
                                      {u"c"_s, u"c"_s, {}, u"y"_s, {}}};

    const auto threads = threadsOf(heads);

    QCOMPARE(threads.size(), 2U);
    QCOMPARE(threads.front(), (std::vector<std::size_t>{0, 1}));
}

QTEST_GUILESS_MAIN(MailArchivesTest)
#include "tst_mailarchives.moc"
