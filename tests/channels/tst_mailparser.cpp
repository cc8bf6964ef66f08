#include "channels/MailParser.h"
#include "channels/MailText.h"
#include "support/TestSupport.h"

#include <QDir>
#include <QFile>

using namespace Helmdesk;

namespace
{

QByteArray mail(const QByteArray &headers, const QByteArray &body)
{
    return "From: Ada Example <ada@example.com>\r\nSubject: Hello\r\nMessage-ID: <m1@example.com>\r\n" +
           headers + "\r\n" + body;
}

QByteArray multipart(const QByteArray &kind, const QList<QByteArray> &parts)
{
    QByteArray body;
    for (const QByteArray &part : parts)
        body += "--edge\r\n" + part + "\r\n";
    return mail("MIME-Version: 1.0\r\nContent-Type: multipart/" + kind + "; boundary=edge\r\n",
                body + "--edge--\r\n");
}

const QByteArray plainPart = "Content-Type: text/plain; charset=utf-8\r\n\r\n";
const QByteArray htmlPart = "Content-Type: text/html; charset=utf-8\r\n\r\n";

} // namespace

class TestMailParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsDecoded_data();
    void textIsDecoded();
    void headersAreDecoded();
    void senderIsFoundInBrokenHeaders_data();
    void senderIsFoundInBrokenHeaders();
    void alternativePrefersPlainText();
    void alternativeFallsBackToHtml();
    void htmlBecomesTextWithoutScripts();
    void attachmentsAreListedWithCleanNames();
    void forwardedMessageIsAnAttachment();
    void flowedLinesAreJoined();
    void historyIsSetApart_data();
    void historyIsSetApart();
    void htmlHistoryIsSetApart();
    void automaticMailIsRecognised_data();
    void automaticMailIsRecognised();
    void threadIsFoundByItsRoot();
    void messageWithoutIdHasAStableOne();
    void impossibleDateFallsBackToTheReceivedLine();
    void nestingIsLimited();
    void partCountIsLimited();
    void hugeMailIsUnreadable();
    void noiseNeverFails();
    void tuningMailsAreRead();
};

void TestMailParser::textIsDecoded_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &headers, const QByteArray &body,
                        const char *text) {
        QTest::newRow(name) << headers << body << QString::fromUtf8(text);
    };
    row("no label, UTF-8", "",
        "Gr\xC3\xBC\xC3\x9F"
        "e",
        "Grüße");
    row("no label, windows-1252", "", "caf\xE9 \x80 5", "café € 5");
    row("latin1 means windows-1252", "Content-Type: text/plain; charset=iso-8859-1\r\n", "\x93hi\x94",
        "“hi”");
    row("latin1 label on UTF-8", "Content-Type: text/plain; charset=iso-8859-1\r\n", "\xE2\x82\xAC 9", "€ 9");
    row("UTF-8 label on latin1", "Content-Type: text/plain; charset=utf-8\r\n", "na\xEFve", "naïve");
    row("unknown label", "Content-Type: text/plain; charset=x-made-up\r\n", "na\xC3\xAFve", "naïve");
    row("ISO-2022-JP", "Content-Type: text/plain; charset=iso-2022-jp\r\n", "\x1B$B$3$s\x1B(B", "こん");
    row("ISO-2022-JP without label", "", "\x1B$B$3$s\x1B(B", "こん");
    row("windows-1251", "Content-Type: text/plain; charset=windows-1251\r\n", "\xCF\xF0\xE8\xE2\xE5\xF2",
        "Привет");
    row("GB18030 by the name gb2312", "Content-Type: text/plain; charset=gb2312\r\n", "\xC4\xE3\xBA\xC3",
        "你好");
    row("EUC-KR", "Content-Type: text/plain; charset=ks_c_5601-1987\r\n", "\xC7\xD1\xB1\xDB", "한글");
    row("quoted-printable", "Content-Transfer-Encoding: quoted-printable\r\n", "a=C3=A9=\r\nb", "aéb");
    row("base64 without padding", "Content-Transfer-Encoding: base64\r\n", "aGVsbG8", "hello");
    row("control characters", "",
        QByteArray("a\x00\x07"
                   "b\rc",
                   6),
        "ab\nc");
}

void TestMailParser::textIsDecoded()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    QFETCH(QString, text);

    const IncomingMessage read = parseMail(mail(headers, body));

    QCOMPARE(read.text, text);
    QCOMPARE(read.unreadable, QString());
}

void TestMailParser::headersAreDecoded()
{
    const IncomingMessage read =
        parseMail("From: =?iso-8859-1?Q?J=F6rg?= Beispiel <joerg@example.com>\nSubject: =?UTF-8?B?w6Q=?=\n"
                  " =?UTF-8?B?w7Y=?= and raw \xC3\xBC\nMessage-Id:\n <a@example.com>\n"
                  "Date: Tue, 3 Mar 2026 10:00:00 +0200\n\nbody\n");

    QCOMPARE(read.senderName, QStringLiteral("Jörg Beispiel"));
    QCOMPARE(read.senderAddress, QStringLiteral("joerg@example.com"));
    QCOMPARE(read.subject, QStringLiteral("äö and raw ü"));
    QCOMPARE(read.externalId, QStringLiteral("a@example.com"));
    QCOMPARE(read.receivedAt, QDateTime(QDate(2026, 3, 3), QTime(8, 0), Qt::UTC));
    QCOMPARE(read.channel, ChannelKind::Mail);
}

void TestMailParser::senderIsFoundInBrokenHeaders_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QString>("address");
    QTest::newRow("no brackets") << QByteArray("Broken Sender ada@example.com")
                                 << QStringLiteral("ada@example.com");
    QTest::newRow("two") << QByteArray("Ada <ada@example.com>, bob@example.com")
                         << QStringLiteral("ada@example.com");
    QTest::newRow("group") << QByteArray("Team: Ada <ada@example.com>;") << QStringLiteral("ada@example.com");
    QTest::newRow("nothing") << QByteArray("nobody in particular") << QString();
}

void TestMailParser::senderIsFoundInBrokenHeaders()
{
    QFETCH(QByteArray, from);
    QFETCH(QString, address);

    QCOMPARE(parseMail("From: " + from + "\nSubject: x\n\nhello").senderAddress, address);
}

void TestMailParser::alternativePrefersPlainText()
{
    const IncomingMessage read =
        parseMail(multipart("alternative", {plainPart + "the plain one", htmlPart + "<p>the other one</p>"}));

    QCOMPARE(read.text, QStringLiteral("the plain one"));
    QVERIFY(read.attachments.isEmpty());
}

void TestMailParser::alternativeFallsBackToHtml()
{
    const QByteArray html =
        htmlPart + "<p>My invoice is wrong &amp; I want it corrected, please look at it.</p>";
    const QString text = QStringLiteral("My invoice is wrong & I want it corrected, please look at it.");

    QCOMPARE(parseMail(multipart("alternative", {plainPart + " \r\n", html})).text, text);
    QCOMPARE(parseMail(multipart("alternative", {plainPart + "Please view this HTML mail.", html})).text,
             text);
}

void TestMailParser::htmlBecomesTextWithoutScripts()
{
    const IncomingMessage read =
        parseMail(mail("Content-Type: text/html\r\n", "<h1>Hi</h1><script>steal()</script><style>b{}</style>"
                                                      "<p>two<br>lines</p><ul><li>one</ul>"));

    QVERIFY(!read.text.contains(QStringLiteral("steal")));
    QVERIFY(!read.text.contains(u'#'));
    QVERIFY2(read.text.contains(QStringLiteral("two\nlines")), qPrintable(read.text));
}

void TestMailParser::attachmentsAreListedWithCleanNames()
{
    const IncomingMessage read = parseMail(multipart(
        "mixed", {plainPart + "see the files",
                  "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
                  "Content-Disposition: attachment; filename=\"../../etc/bill.pdf\"\r\n\r\nYWJj",
                  "Content-Type: image/png; name=\"C:\\\\x\\\\pic\xE2\x80\xAEgnp.png\"\r\n\r\nxx"}));

    QCOMPARE(read.text, QStringLiteral("see the files"));
    QCOMPARE(read.attachments.size(), 2);
    QCOMPARE(read.attachments[0].name, QStringLiteral("bill.pdf"));
    QCOMPARE(read.attachments[0].mediaType, QStringLiteral("application/pdf"));
    QCOMPARE(read.attachments[0].bytes, 3);
    QCOMPARE(read.attachments[1].name, QStringLiteral("picgnp.png"));
}

void TestMailParser::forwardedMessageIsAnAttachment()
{
    const IncomingMessage read = parseMail(multipart(
        "mixed",
        {plainPart + "as promised",
         "Content-Type: message/rfc822\r\n\r\nFrom: b@example.com\r\nSubject: Old one\r\n\r\nold text"}));

    QCOMPARE(read.text, QStringLiteral("as promised"));
    QCOMPARE(read.attachments.value(0).name, QStringLiteral("Old one.eml"));
}

void TestMailParser::flowedLinesAreJoined()
{
    QCOMPARE(unwrapFlowed(QStringLiteral("one \ntwo\nthree\n> q \n> r\n-- \nsig"), DeleteSpace::No),
             QStringLiteral("one two\nthree\n> q r\n-- \nsig"));
    QCOMPARE(unwrapFlowed(QStringLiteral("ab \ncd"), DeleteSpace::Yes), QStringLiteral("abcd"));
    QCOMPARE(unwrapFlowed(QStringLiteral(" >not a quote"), DeleteSpace::No), QStringLiteral(">not a quote"));
}

void TestMailParser::historyIsSetApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("own");
    const auto row = [](const char *name, const char *text, const char *own) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(own);
    };
    row("top posting",
        "Thanks!\n\nOn Mon, 2 Mar 2026 at 10:00, Desk <d@example.com> wrote:\n> Hello\n> there\n", "Thanks!");
    row("two-line attribution",
        "Yes.\n\nOn Monday, the second of March 2026, the Desk\n<d@example.com> wrote:\n\n> x", "Yes.");
    row("German", "Danke\n\nAm 02.03.2026 um 10:00 schrieb Desk <d@example.com>:\n> Hallo", "Danke");
    row("French", "Merci\n\nLe lun. 2 mars 2026 à 10:00, Desk <d@example.com> a écrit :\n> Bonjour", "Merci");
    row("Outlook",
        "Fine.\n\n________________________________\nFrom: Desk\nSent: Monday\nTo: Me\nSubject: x\n\nold",
        "Fine.");
    row("rule", "Fine.\n-----Original Message-----\nFrom: Desk\nold", "Fine.");
    row("quote at the end", "Done.\n\n> old\n> older\n", "Done.");
    row("answer below", "On Mon, 2 Mar 2026, Desk <d@example.com> wrote:\n> Which plan?\n\nThe Team plan.",
        "The Team plan.");
    row("answers between",
        "On Mon, 2 Mar 2026, Desk <d@example.com> wrote:\n> Which plan?\nTeam.\n> Since?\nMay.",
        "On Mon, 2 Mar 2026, Desk <d@example.com> wrote:\n> Which plan?\nTeam.\n> Since?\nMay.");
    row("signature", "Please help.\n-- \nAda Example\n+1 555 0100", "Please help.");
    row("signature below the history",
        "Ok.\n\nOn Mon, 2 Mar 2026, Desk <d@example.com> wrote:\n> old\n\n-- \nAda", "Ok.");
    row("phone footer", "Where is it?\n\nSent from my phone", "Where is it?");
    row("only history", "> old\n> older", "> old\n> older");
    row("no history", "On Monday I wrote: nothing came back.", "On Monday I wrote: nothing came back.");
    row("a list that looks like headers", "From: Berlin\nTo: Rome\nhow do I change the trip?",
        "From: Berlin\nTo: Rome\nhow do I change the trip?");
}

void TestMailParser::historyIsSetApart()
{
    QFETCH(QString, text);
    QFETCH(QString, own);

    QCOMPARE(withoutHistory(text), own);
}

void TestMailParser::htmlHistoryIsSetApart()
{
    const QString quoted = QStringLiteral("<div>New words</div><div class=\"gmail_quote\">On X wrote:"
                                          "<blockquote class=\"q\">old words</blockquote></div>");
    const QString cut = mailHtmlText(quoted);
    QCOMPARE(withoutHistory(cut), QStringLiteral("New words"));
    QVERIFY(cut.contains(QStringLiteral("> old words")));

    const QString between =
        mailHtmlText(QStringLiteral("<p>a</p><blockquote type=\"cite\">old</blockquote><p>my answer</p>"));
    QVERIFY(withoutHistory(between).contains(QStringLiteral("my answer")));
}

void TestMailParser::automaticMailIsRecognised_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<bool>("automatic");
    QTest::newRow("person") << QByteArray("Auto-Submitted: no\r\n") << false;
    QTest::newRow("auto-reply") << QByteArray("Auto-Submitted: auto-replied\r\n") << true;
    QTest::newRow("bulk") << QByteArray("Precedence: Bulk\r\n") << true;
    QTest::newRow("list") << QByteArray("List-Id: <news.example.com>\r\n") << true;
    QTest::newRow("out of office") << QByteArray("X-Auto-Response-Suppress: DR, OOF\r\n") << true;
    QTest::newRow("empty return path") << QByteArray("Return-Path: <>\r\n") << true;
    QTest::newRow("report") << QByteArray("Content-Type: multipart/report; boundary=x\r\n") << true;
}

void TestMailParser::automaticMailIsRecognised()
{
    QFETCH(QByteArray, headers);
    QFETCH(bool, automatic);

    const IncomingMessage read = parseMail(mail(headers, "text"));

    QCOMPARE(read.isAutomatic, automatic);
    QCOMPARE(read.automaticReason.isEmpty(), !automatic);
    QVERIFY(parseMail("From: No-Reply <no-reply@example.com>\nSubject: x\n\nhi").isAutomatic);
}

void TestMailParser::threadIsFoundByItsRoot()
{
    QCOMPARE(parseMail(mail("References: <root@x> <mid@x>\r\nIn-Reply-To: <mid@x>\r\n", "t")).conversationKey,
             QStringLiteral("root@x"));
    QCOMPARE(parseMail(mail("In-Reply-To: <mid@x>\r\n", "t")).conversationKey, QStringLiteral("mid@x"));
    QCOMPARE(parseMail(mail("In-Reply-To: \r\n", "t")).conversationKey, QStringLiteral("m1@example.com"));
}

void TestMailParser::messageWithoutIdHasAStableOne()
{
    const QByteArray bytes = "From: a@example.com\nSubject: x\n\nhello\n";
    QByteArray other = bytes;
    other.replace("\n", "\r\n");

    QVERIFY(parseMail(bytes).externalId.startsWith(QStringLiteral("sha256:")));
    QCOMPARE(parseMail(bytes).externalId, parseMail(other).externalId);
    QVERIFY(parseMail(bytes).externalId != parseMail(bytes + "!").externalId);
}

void TestMailParser::impossibleDateFallsBackToTheReceivedLine()
{
    const IncomingMessage read = parseMail(mail(
        "Received: by x; Tue, 3 Mar 2026 10:00:00 +0000\r\nDate: Mon, 1 Jan 3609 00:00:00 +0000\r\n", "t"));

    QCOMPARE(read.receivedAt, QDateTime(QDate(2026, 3, 3), QTime(10, 0), Qt::UTC));
}

void TestMailParser::nestingIsLimited()
{
    QByteArray body = plainPart + "deep";
    for (int i = 0; i < 60; ++i) {
        const QByteArray edge = "b" + QByteArray::number(i);
        body = "Content-Type: multipart/mixed; boundary=" + edge + "\r\n\r\n--" + edge + "\r\n" + body +
               "\r\n--" + edge + "--\r\n";
    }
    const IncomingMessage read = parseMail("From: a@example.com\r\nSubject: deep\r\n" + body);

    QVERIFY(!read.unreadable.isEmpty());
    QCOMPARE(read.subject, QStringLiteral("deep"));
}

void TestMailParser::partCountIsLimited()
{
    QList<QByteArray> parts{plainPart + "first"};
    for (int i = 0; i < 1000; ++i)
        parts.append("Content-Type: image/png\r\n\r\nx");
    const IncomingMessage read = parseMail(multipart("mixed", parts));

    QCOMPARE(read.text, QStringLiteral("first"));
    QVERIFY(read.attachments.size() < 200);
}

void TestMailParser::hugeMailIsUnreadable()
{
    const IncomingMessage read = parseMail(mail("", QByteArray(largestMail, 'x')));

    QVERIFY(read.unreadable.contains(QStringLiteral("25 MB")));
    QVERIFY(!read.externalId.isEmpty());
}

void TestMailParser::noiseNeverFails()
{
    QVERIFY(!parseMail({}).unreadable.isEmpty());
    QVERIFY(!parseMail("\n\n").unreadable.isEmpty());
    quint32 state = 12345;
    const QByteArray seed =
        multipart("mixed", {plainPart + "a", htmlPart + "<b>c", "Content-Type: message/rfc822\r\n\r\nx"});
    for (int round = 0; round < 2000; ++round) {
        QByteArray noisy = seed;
        for (int i = 0; i < 12; ++i) {
            state = state * 1664525U + 1013904223U;
            noisy[static_cast<qsizetype>(state >> 8) % noisy.size()] = static_cast<char>(state >> 24);
        }
        const IncomingMessage read = parseMail(noisy.left(static_cast<qsizetype>(state % 700U)));
        QVERIFY(!read.externalId.isEmpty());
    }
}

void TestMailParser::tuningMailsAreRead()
{
    if (Test::tuningData().isEmpty())
        return;
    const QDir folder(Test::tuningData() + QStringLiteral("/eml"));
    const QStringList names = folder.entryList({QStringLiteral("*.eml")}, QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const IncomingMessage read = parseMail(file.readAll(), name);
        QVERIFY2(read.unreadable.isEmpty(), qPrintable(name + read.unreadable));
        QVERIFY2(!read.subject.isEmpty() && read.senderAddress.contains(u'@'), qPrintable(name));
        QVERIFY2(!read.text.contains(QChar::ReplacementCharacter), qPrintable(name));
        if (qEnvironmentVariableIsSet("HELMDESK_SHOW_MAIL"))
            qInfo().noquote() << name << "|" << read.subject << "|" << read.senderName << read.senderAddress
                              << "|" << read.externalId << "|" << read.conversationKey << "|"
                              << read.receivedAt << "|" << read.automaticReason << "|"
                              << read.attachments.size() << "\n"
                              << read.text << "\n";
    }
}

QTEST_GUILESS_MAIN(TestMailParser)
#include "tst_mailparser.moc"
