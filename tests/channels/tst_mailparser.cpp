#include "channels/MailCharset.h"
#include "channels/MailParser.h"
#include "channels/MailText.h"
#include "channels/PackedMail.h"
#include "channels/RtfText.h"
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

// A number as it stands in Outlook's format, the lowest byte first.
QByteArray little(quint32 value, int bytes)
{
    QByteArray all;
    for (int i = 0; i < bytes; ++i)
        all += static_cast<char>(value >> (8 * i));
    return all;
}

QByteArray tnefAttribute(quint32 id, quint32 type, const QByteArray &data)
{
    quint32 sum = 0;
    for (const char c : data)
        sum += static_cast<unsigned char>(c);
    return "\x01" + little(id, 2) + little(type, 2) + little(static_cast<quint32>(data.size()), 4) + data +
           little(sum, 2);
}

// One property of the message: text, or bytes where it is no text.
QByteArray mapiProperties(quint32 id, const QByteArray &value)
{
    const quint32 type = id == 0x1009 ? 0x0102 : 0x001e;
    QByteArray data = little(1, 4) + little(type, 2) + little(id, 2) + little(1, 4) +
                      little(static_cast<quint32>(value.size()), 4) + value;
    while (data.size() % 4 != 0)
        data += '\0';
    return tnefAttribute(0x9003, 0x0006, data);
}

QByteArray uncompressedRtf(const QByteArray &rtf)
{
    const auto size = static_cast<quint32>(rtf.size());
    return little(size + 12, 4) + little(size, 4) + "MELA" + little(0, 4) + rtf;
}

// Eight letters as they are behind each byte that says so.
QByteArray compressedRtf(const QByteArray &rtf)
{
    QByteArray packed;
    for (qsizetype at = 0; at < rtf.size(); at += 8)
        packed += '\0' + rtf.mid(at, 8);
    return little(static_cast<quint32>(packed.size()) + 12, 4) + little(static_cast<quint32>(rtf.size()), 4) +
           "LZFu" + little(0, 4) + packed;
}

QByteArray tnefOf(const QList<QByteArray> &attributes)
{
    return QByteArray::fromHex("789f3e220100") + attributes.join();
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
    void hiddenHtmlIsNoText_data();
    void hiddenHtmlIsNoText();
    void htmlHistoryIsSetApart();
    void automaticMailIsRecognised_data();
    void automaticMailIsRecognised();
    void threadIsFoundByItsRoot();
    void messageWithoutIdHasAStableOne();
    void impossibleDateFallsBackToTheReceivedLine();
    void nestingIsLimited();
    void partCountIsLimited();
    void bodyIsFoundInANamedPart();
    void charsetsAreKnownByTheirUsualNames_data();
    void charsetsAreKnownByTheirUsualNames();
    void bytesThatDoNotFitAreShownAndCounted();
    void signedMailIsRead();
    void outlooksOwnFormatIsRead_data();
    void outlooksOwnFormatIsRead();
    void richTextIsReadAsText_data();
    void richTextIsReadAsText();
    void attachmentsKeepTheirBytes();
    void copiesAndForwardedSendersAreTold_data();
    void copiesAndForwardedSendersAreTold();
    void oneOfSeveralContentTypesCounts_data();
    void oneOfSeveralContentTypesCounts();
    void formsOfWebPagesAreKnown_data();
    void formsOfWebPagesAreKnown();
    void invitationIsText();
    void formWritesForWhomItNames();
    void forwardedTextIsKept_data();
    void forwardedTextIsKept();
    void dashesPartOrEndALetter_data();
    void dashesPartOrEndALetter();
    void hugeMailIsUnreadable();
    void longHeaderFieldsAreRefused_data();
    void longHeaderFieldsAreRefused();
    void longTextIsShortenedAndSaysSo_data();
    void longTextIsShortenedAndSaysSo();
    void readingIsLinear_data();
    void readingIsLinear();
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
    row("Hebrew in logical order", "Content-Type: text/plain; charset=iso-8859-8-i\r\n", "\xF9\xEC\xE5\xED",
        "שלום");
    row("Japanese with vendor characters", "Content-Type: text/plain; charset=iso-2022-jp\r\n",
        "\x1B$B-!%\\!<%I\x1B(B", "①ボード");
    row("code page with a dash", "Content-Type: text/plain; charset=cp-850\r\n", "\x81", "ü");
    row("code page with an x", "Content-Type: text/plain; charset=x-cp1251\r\n", "\xCF\xF0\xE8", "При");
    row("Macintosh", "Content-Type: text/plain; charset=x-mac-roman\r\n", "\x9F", "ü");
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
    row("dashes around the line",
        "Ok.\n\n---- On Mon, 2 Mar 2026 10:00:00 +0100 Desk <d@example.com> wrote ---\n\nold", "Ok.");
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
    const QString zoho = mailHtmlText(
        QStringLiteral("<div>New words</div><div class=\"zmail_extra\"><div>---- On X wrote ---</div>"
                       "<blockquote id=\"blockquote_zmail\">old words</blockquote></div>"));
    QCOMPARE(withoutHistory(zoho), QStringLiteral("New words"));
    const QString quoted = QStringLiteral("<div>New words</div><div class=\"gmail_quote\">On X wrote:"
                                          "<blockquote class=\"q\">old words</blockquote></div>");
    const QString cut = mailHtmlText(quoted);
    QCOMPARE(withoutHistory(cut), QStringLiteral("New words"));
    QVERIFY(cut.contains(QStringLiteral("> old words")));

    const QString between =
        mailHtmlText(QStringLiteral("<p>a</p><blockquote type=\"cite\">old</blockquote><p>my answer</p>"));
    QVERIFY(withoutHistory(between).contains(QStringLiteral("my answer")));
}

void TestMailParser::hiddenHtmlIsNoText_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    QTest::newRow("display none")
        << "<div style=\"color:red; display: none\">no<div>no</div>no</div><p>yes</p>"
        << "yes";
    QTest::newRow("hidden") << "<p hidden>no</p><p>yes</p>"
                            << "yes";
    QTest::newRow("no size") << "<span style='font-size:0px;'>no</span>yes"
                             << "yes";
    QTest::newRow("not seen") << "<span style='visibility:hidden'>no</span>yes"
                              << "yes";
    QTest::newRow("never ends") << "<div style='display:none'>yes"
                                << "yes";
    QTest::newRow("picture") << "<img style='display:none' src=x>yes"
                             << "yes";
    QTest::newRow("small text") << "<span style='font-size:0.8em'>yes</span>"
                                << "yes";
    QTest::newRow("another word") << "<span class=\"is-hidden-mobile\">yes</span>"
                                  << "yes";
    QTest::newRow("a word of a title") << "<span title=\"a hidden word\">yes</span>"
                                       << "yes";
    QTest::newRow("comment") << "<!-- no -->yes"
                             << "yes";
}

void TestMailParser::hiddenHtmlIsNoText()
{
    QFETCH(QString, html);
    QFETCH(QString, text);

    QCOMPARE(mailHtmlText(html), text);
}

void TestMailParser::automaticMailIsRecognised_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<bool>("automatic");
    QTest::newRow("person") << QByteArray("Auto-Submitted: no\r\n") << false;
    QTest::newRow("auto-reply") << QByteArray("Auto-Submitted: auto-replied\r\n") << true;
    QTest::newRow("auto-reply by precedence") << QByteArray("Precedence: auto_reply\r\n") << true;
    QTest::newRow("through a group") << QByteArray("Precedence: list\r\nList-Id: <help.example.com>\r\n"
                                                   "List-Unsubscribe: <mailto:x@example.com>\r\n")
                                     << false;
    QTest::newRow("bulk") << QByteArray("Precedence: Bulk\r\n") << false;
    QTest::newRow("asks for no reply") << QByteArray("X-Auto-Response-Suppress: DR, OOF\r\n") << false;
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

void TestMailParser::bodyIsFoundInANamedPart()
{
    const QByteArray named =
        "Content-Type: text/plain; name=\"message.txt\"\r\nContent-Disposition: inline\r\n\r\n"
        "How do I export it?";
    const QByteArray attached =
        "Content-Type: text/plain; name=log.txt\r\nContent-Disposition: attachment\r\n\r\n"
        "a log";

    const IncomingMessage alone = parseMail(multipart("mixed", {named, attached}));
    const IncomingMessage beside = parseMail(multipart("mixed", {plainPart + "See the file.", named}));

    QCOMPARE(alone.text, QStringLiteral("How do I export it?"));
    QCOMPARE(alone.attachments.size(), 1);
    QCOMPARE(alone.attachments.front().name, QStringLiteral("log.txt"));
    QCOMPARE(beside.text, QStringLiteral("See the file."));
    QCOMPARE(beside.attachments.size(), 1);
}

void TestMailParser::invitationIsText()
{
    const QByteArray event =
        "BEGIN:VEVENT\r\nDTSTART:20261201T090000Z\r\nDTEND;TZID=Europe/Oslo:20261201T103000\r\n"
        "SUMMARY:A call\\, please\r\nDESCRIPTION:Why is the invoice\r\n  higher?\r\nEND:VEVENT\r\n";
    const QByteArray head = "Content-Type: text/calendar; charset=utf-8\r\n";

    const IncomingMessage asked = parseMail(mail(head, "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n" + event));
    const IncomingMessage answered = parseMail(mail(head, "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n" + event));
    const IncomingMessage withWords =
        parseMail(multipart("alternative", {plainPart + "Shall we talk?", head + "\r\n" + event}));

    QCOMPARE(asked.text, QStringLiteral("A call, please\n2026-12-01 09:00 UTC to 2026-12-01 10:30\n"
                                        "Why is the invoice higher?"));
    QVERIFY(!asked.isAutomatic);
    QVERIFY(answered.isAutomatic);
    QCOMPARE(withWords.text, QStringLiteral("Shall we talk?"));
}

void TestMailParser::formWritesForWhomItNames()
{
    const IncomingMessage form =
        parseMail("From: Web page <no-reply@desk.example>\nReply-To: Ada <ada@brook.example>\n"
                  "Subject: Contact\n\nHow do I export it?");
    const IncomingMessage person =
        parseMail("From: Bo <bo@reed.example>\nReply-To: Ada <ada@brook.example>\nSubject: x\n\nhi");

    QCOMPARE(form.senderAddress, QStringLiteral("ada@brook.example"));
    QCOMPARE(form.senderName, QStringLiteral("Ada"));
    QVERIFY(!form.isAutomatic);
    QCOMPARE(person.senderAddress, QStringLiteral("bo@reed.example"));
}

void TestMailParser::forwardedTextIsKept_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("own");
    const QString forwarded =
        QStringLiteral("---------- Forwarded message ---------\nFrom: Bo <bo@reed.example>\n"
                       "Date: Mon, 23 Nov 2026 at 09:14\nSubject: export\n\nHow do I export?\n\nBo");
    QTest::newRow("alone") << forwarded << forwarded;
    QTest::newRow("with words") << QStringLiteral("Please help.\n\n") + forwarded
                                << QStringLiteral("Please help.\n\n") + forwarded;
    QTest::newRow("in an older mail")
        << QStringLiteral("Thanks.\n\nOn Monday Support wrote:\n") + forwarded << QStringLiteral("Thanks.");
}

void TestMailParser::forwardedTextIsKept()
{
    QFETCH(QString, text);
    QFETCH(QString, own);

    QCOMPARE(withoutHistory(text), own);
}

void TestMailParser::dashesPartOrEndALetter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("own");
    QTest::newRow("divider") << "Two things:\n--\nHow do I export a board?\n--\nThanks"
                             << "Two things:\n--\nHow do I export a board?\n--\nThanks";
    QTest::newRow("signature") << "Hello.\n--\nAda Brook\nBrook Ltd"
                               << "Hello.";
    QTest::newRow("signature that asks") << "Hello.\n-- \nAda Brook\nAny questions?"
                                         << "Hello.\n-- \nAda Brook\nAny questions?";
}

void TestMailParser::dashesPartOrEndALetter()
{
    QFETCH(QString, text);
    QFETCH(QString, own);

    QCOMPARE(withoutHistory(text), own);
}

// More than any real field and harmless: addresses, words, a boundary.
void TestMailParser::longHeaderFieldsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("refused");
    const QByteArray many = QByteArray("someone@example.com, ").repeated(1000);
    const QByteArray folded = QByteArray("someone@example.com,\r\n ").repeated(1000) + "last@example.com";
    const QByteArray few = QByteArray("someone@example.com,\r\n ").repeated(600) + "last@example.com";
    const QByteArray inner = "From: a@example.com\r\nTo: " + folded + "\r\nSubject: in\r\n\r\ntext\r\n";
    QTest::newRow("recipients on one line") << mail("To: " + many + "\r\n", "text") << true;
    QTest::newRow("folded") << mail("To: " + folded + "\r\n", "text") << true;
    QTest::newRow("as long as may be") << mail("To: " + few + "\r\n", "text") << false;
    QTest::newRow("of a part") << multipart("mixed", {"Content-Type: text/plain; name=" +
                                                      QByteArray(20000, 'n') + "\r\n\r\ntext"})
                               << true;
    QTest::newRow("of a mail in the mail")
        << multipart("mixed", {"Content-Type: message/rfc822\r\n\r\n" + inner}) << true;
    QTest::newRow("of a mail alone in the mail") << mail("Content-Type: message/rfc822\r\n", inner) << true;
    QTest::newRow("a long line of text") << mail("", "First.\r\nTo: " + many) << false;
    QTest::newRow("long lines of a part")
        << multipart("mixed", {plainPart + "First.\r\n" + QByteArray(50000, 'x')}) << false;
}

void TestMailParser::longHeaderFieldsAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, refused);

    const IncomingMessage read = parseMail(bytes);

    QCOMPARE(read.unreadable, refused ? QStringLiteral("A header field is longer than 16 kB.") : QString());
    QVERIFY(!read.externalId.isEmpty());
    QCOMPARE(read.text.isEmpty(), refused);
}

void TestMailParser::longTextIsShortenedAndSaysSo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray text = QByteArray("A line of a long text.\r\n").repeated(1000000);
    QTest::newRow("plain") << mail("", text.left(24'000'000));
    QTest::newRow("two parts") << multipart("mixed",
                                            {plainPart + text.left(200'000), plainPart + text.left(200'000)});
    QTest::newRow("html") << mail("Content-Type: text/html\r\n", "<p>" + text.left(3'000'000));
    QTest::newRow("base64") << mail("Content-Transfer-Encoding: base64\r\n", text.left(9'000'000).toBase64());
}

void TestMailParser::longTextIsShortenedAndSaysSo()
{
    QFETCH(QByteArray, bytes);

    const IncomingMessage read = parseMail(bytes);

    QCOMPARE(read.unreadable, QString());
    QVERIFY(read.text.startsWith(QStringLiteral("A line of a long text.")));
    QVERIFY(read.text.endsWith(QStringLiteral("[The rest of this message was left out: it is too long.]")));
    QVERIFY(read.text.size() < longestMailText + 100);
    QVERIFY(read.fullText.size() < longestMailText + 100);
}

// Reading that looks at the rest of the text for each character takes minutes for these and is ended by the
// time limit of the test run.
void TestMailParser::readingIsLinear_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("ampersands") << QByteArray("&");
    QTest::newRow("entities without an end") << QByteArray("&amp ");
    QTest::newRow("opened heads") << QByteArray("<head>");
    QTest::newRow("cells") << QByteArray("<td>x");
    QTest::newRow("empty cells") << QByteArray("<br><td>");
    QTest::newRow("opened comments") << QByteArray("<!-");
    QTest::newRow("opened tags") << QByteArray("<div class=");
    QTest::newRow("less-than signs") << QByteArray("<");
    QTest::newRow("hidden elements without an end") << QByteArray("<div hidden>");
    QTest::newRow("hidden elements") << QByteArray("<p hidden>x</p>");
    QTest::newRow("quoted blocks") << QByteArray("<blockquote type=cit>");
}

void TestMailParser::readingIsLinear()
{
    QFETCH(QByteArray, piece);
    const qsizetype size = 3'500'000;
    const QByteArray body = "first words " + piece.repeated(size / piece.size());

    const IncomingMessage read = parseMail(mail("Content-Type: text/html\r\n", body));

    QVERIFY(read.unreadable.isEmpty());
    QVERIFY(read.fullText.startsWith(QStringLiteral("first words")));
}

void TestMailParser::charsetsAreKnownByTheirUsualNames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *label, const QByteArray &bytes, const char *text) {
        QTest::newRow(label) << bytes << QString::fromUtf8(text);
    };
    row("iso-8859-8-i", "\xF9\xEC\xE5\xED", "שלום");
    row("ISO-8859-8-E", "\xF9\xEC\xE5\xED", "שלום");
    row("iso-8859-6-i", "\xE5\xD1\xCD\xC8\xC7", "مرحبا");
    row("x-cp1251", "\xCF\xF0\xE8", "При");
    row("win-1251", "\xCF\xF0\xE8", "При");
    row("cp-850", "\x81", "ü");
    row("ibm850", "\x81", "ü");
    row("cp437", "\x81", "ü");
    row("cp866", "\x8F\xE0\xA8", "При");
    row("koi8-r", "\xF0\xD2\xC9", "При");
    row("koi8-u", "\xA4", "є");
    row("x-mac-roman", "\x9F", "ü");
    row("macintosh", "\x9F", "ü");
    row("x-mac-cyrillic", "\x8F\xE8", "Пи");
    row("windows-1253", "\xE1\xE2\xE3", "αβγ");
    row("iso-8859-7", "\xE1\xE2\xE3", "αβγ");
    row("iso_8859-2", "\xB9", "š");
    row("windows-1255", "\xF9\xEC\xE5\xED", "שלום");
    row("windows-1256", "\xE3\xD1\xCD\xC8\xC7", "مرحبا");
    row("windows-1257", "\xF0", "š");
    row("windows-1258", "\xFD", "ư");
    row("iso-8859-9", "\xFE\x80", "ş€");
    row("iso-8859-15", "\xA4", "€");
    row("tis-620", "\xCA\xC7\xD1\xCA", "สวัส");
    row("iso-2022-kr", "\x1B$)C\x0E\x47\x51\x31\x5B\x0F!", "한글!");
    row("euc-kr", "\xC7\xD1\xB1\xDB", "한글");
    row("x-windows-949", "\xC7\xD1\xB1\xDB", "한글");
    row("hz-gb-2312", "a ~{VP9z~} b", "a 中国 b");
    row("gb2312", "\xD6\xD0\xB9\xFA", "中国");
    row("x-gbk", "\xD6\xD0\xB9\xFA", "中国");
    row("gb18030", "\xD6\xD0\xB9\xFA", "中国");
    row("big5", "\xA4\xA4\xB0\xEA", "中國");
    row("big5-hkscs", "\xA4\xA4\xB0\xEA", "中國");
    row("x-sjis", "\x83{\x81[\x83h\x87@", "ボード①");
    row("windows-31j", "\x87@", "①");
    row("euc-jp", "\xA5\xDC\xA1\xBC\xA5\xC9\xAD\xA1", "ボード①");
    row("iso-2022-jp", "\x1B$B-!%\\!<%I\x1B(B", "①ボード");
    row("iso-2022-jp-ms", "\x1B$B-!%\\!<%I\x1B(B", "①ボード");
    row("cp50220", "\x1B$B%\\!<%I\x1B(B", "ボード");
    row("utf-7", "+AOk-t+AOk-", "été");
    row("unicode-1-1-utf-7", "+AOk-t+AOk-", "été");
    row("utf-16", QByteArray("\xFE\xFF\x00\xE9", 4), "é");
    row("unknown-8bit", "caf\xE9", "café");
    row("x-unknown", "caf\xC3\xA9", "café");
    row("\"utf-8\"", "caf\xC3\xA9", "café");
}

void TestMailParser::charsetsAreKnownByTheirUsualNames()
{
    QFETCH(QByteArray, bytes);
    qsizetype misfits = 0;

    const QString text = decodeMailBytes(bytes, QString::fromLatin1(QTest::currentDataTag()), &misfits);

    QTEST(text, "text");
    QCOMPARE(misfits, 0);
}

void TestMailParser::bytesThatDoNotFitAreShownAndCounted()
{
    const IncomingMessage broken =
        parseMail(mail("Content-Type: text/plain; charset=utf-8\r\n", "\xC3\xA9t\xC3\xA9 \xFF caf\xC3\xA9"));
    const IncomingMessage korean =
        parseMail(mail("Content-Type: text/plain; charset=euc-kr\r\n", "\xC7\xD1\xFF \xB1\xDB"));

    QVERIFY2(broken.text.startsWith(QString::fromUtf8("été \uFFFD café")), qPrintable(broken.text));
    QVERIFY(broken.text.contains(QStringLiteral("[1 characters of this message could not be read.]")));
    QVERIFY2(korean.text.startsWith(QString::fromUtf8("한\uFFFD 글")), qPrintable(korean.text));
}

void TestMailParser::signedMailIsRead()
{
    const QByteArray content =
        "MIICMAYJKoZIhvcNAQcCoIICITCCAh0CAQExDTALBglghkgBZQMEAgEwgYQGCSqGSIb3DQEHAaB3\r\n"
        "BHVDb250ZW50LVR5cGU6IHRleHQvcGxhaW47IGNoYXJzZXQ9aXNvLTg4NTktMQ0KQ29udGVudC1U\r\n"
        "cmFuc2Zlci1FbmNvZGluZzogcXVvdGVkLXByaW50YWJsZQ0KDQpXbyBpc3QgZGVyIFNjaD1GQ3Nz\r\n"
        "ZWw/DQoxggGAMIIBfAIBATAuMBYxFDASBgNVBAMMC0FkYSBFeGFtcGxlAhQP3mf/Zfc+dHyISRld\r\n"
        "EyAOZYmd9jALBglghkgBZQMEAgGggeQwGAYJKoZIhvcNAQkDMQsGCSqGSIb3DQEHATAcBgkqhkiG\r\n"
        "9w0BCQUxDxcNMjYxMTMwMDgxODQ0WjAvBgkqhkiG9w0BCQQxIgQgpeyMUlraFQlU+QSIT9Oq7CDo\r\n"
        "oOBWmJtNcH1uG4z+WXoweQYJKoZIhvcNAQkPMWwwajALBglghkgBZQMEASowCwYJYIZIAWUDBAEW\r\n"
        "MAsGCWCGSAFlAwQBAjAKBggqhkiG9w0DBzAOBggqhkiG9w0DAgICAIAwDQYIKoZIhvcNAwICAUAw\r\n"
        "BwYFKw4DAgcwDQYIKoZIhvcNAwICASgwCgYIKoZIzj0EAwIERzBFAiEA6j3R2yeGajuxQf8mg6iq\r\n"
        "NC9VxuxHFU7Ed+dZlBjp9t0CIAL7Kc9CM5Q2+eg8Go0TNZEuMmKho/FtG5jQblnhTFMq\r\n";
    const QByteArray headers = "MIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime; "
                               "smime-type=signed-data; name=\"smime.p7m\"\r\n"
                               "Content-Disposition: attachment; filename=smime.p7m\r\n"
                               "Content-Transfer-Encoding: base64\r\n";

    const IncomingMessage message = parseMail(mail(headers, content));
    const IncomingMessage damaged = parseMail(mail(headers, content.first(60)));

    QCOMPARE(message.text, QString::fromUtf8("Wo ist der Schüssel?"));
    QVERIFY(message.unreadable.isEmpty());
    QVERIFY(message.attachments.isEmpty());
    QCOMPARE(damaged.unreadable, QStringLiteral("The message is encrypted."));
}

void TestMailParser::outlooksOwnFormatIsRead_data()
{
    QTest::addColumn<QByteArray>("tnef");
    QTest::newRow("plain text") << tnefOf({tnefAttribute(0x800c, 0x0002, "How do I export a board?")});
    QTest::newRow("HTML") << tnefOf(
        {mapiProperties(0x1013, "<html><body><p>How do I <b>export</b> a board?</p></body></html>")});
    QTest::newRow("rich text") << tnefOf(
        {mapiProperties(0x1009, uncompressedRtf("{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\pard How do I "
                                                "{\\b export} a board?\\par}"))});
    QTest::newRow("compressed rich text") << tnefOf(
        {mapiProperties(0x1009, compressedRtf("{\\rtf1\\ansi\\pard How do I export a board?\\par}"))});
    QTest::newRow("HTML inside rich text") << tnefOf({mapiProperties(
        0x1009, uncompressedRtf("{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 How do I "
                                "export a board?{\\*\\htmltag72 </p>}\\htmlrtf\\par}\\htmlrtf0}"))});
}

void TestMailParser::outlooksOwnFormatIsRead()
{
    QFETCH(QByteArray, tnef);
    const QByteArray part = "Content-Type: application/ms-tnef; name=winmail.dat\r\n"
                            "Content-Transfer-Encoding: base64\r\n\r\n" +
                            tnef.toBase64();

    const IncomingMessage message = parseMail(multipart("mixed", {part}));

    if (readTnef(tnefOf({tnefAttribute(0x800c, 0x0002, "text")})).text.isEmpty())
        QSKIP("built without libytnef");
    QCOMPARE(message.text, QStringLiteral("How do I export a board?"));
    QVERIFY(message.attachments.isEmpty());
}

void TestMailParser::richTextIsReadAsText_data()
{
    QTest::addColumn<QByteArray>("rtf");
    QTest::addColumn<QString>("text");
    QTest::newRow("paragraphs") << QByteArray("{\\rtf1 One\\par Two\\tab x\\line Three}")
                                << QStringLiteral("One\nTwo\tx\nThree");
    QTest::newRow("code page") << QByteArray("{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2}")
                               << QStringLiteral("Привет");
    QTest::newRow("Unicode") << QByteArray("{\\rtf1\\uc1 \\u8364? 5, \\u-10179?\\u-8704?}")
                             << QStringLiteral("\u20AC 5, \U0001F600");
    QTest::newRow("escaped") << QByteArray("{\\rtf1 a \\{b\\} \\\\ c}") << QStringLiteral("a {b} \\ c");
    QTest::newRow("hidden") << QByteArray(
                                   "{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\*\\generator X;}{\\pict 00ff}seen}")
                            << QStringLiteral("seen");
    QTest::newRow("cut") << QByteArray("{\\rtf1 One {\\b two") << QStringLiteral("One two");
    QTest::newRow("none") << QByteArray("plain") << QString();
    QTest::newRow("deep") << "{\\rtf1 a" + QByteArray(100'000, '{') << QStringLiteral("a");
}

void TestMailParser::richTextIsReadAsText()
{
    QFETCH(QByteArray, rtf);
    QFETCH(QString, text);

    QCOMPARE(readRtf(rtf).text, text);
}

void TestMailParser::attachmentsKeepTheirBytes()
{
    const QByteArray bytes("\x00\x01\xff picture", 11);
    const IncomingMessage read = parseMail(multipart(
        "mixed",
        {plainPart + "as promised",
         "Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
             bytes.toBase64(),
         "Content-Type: message/rfc822\r\n\r\nFrom: b@example.com\r\nSubject: Old one\r\n\r\nold text"}));

    QCOMPARE(read.attachments.size(), 2);
    QCOMPARE(read.attachments.at(0).content, bytes);
    QCOMPARE(read.attachments.at(0).bytes, bytes.size());
    QVERIFY(read.attachments.at(1).content.contains("old text"));
    QVERIFY(read.attachments.at(1).bytes > 0);
}

void TestMailParser::copiesAndForwardedSendersAreTold_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<QString>("from");
    const QByteArray block = "---------- Forwarded message ---------\r\nFrom: Bo Reed <bo@reed.example>\r\n"
                             "Date: Mon, 23 Nov 2026 at 09:14\r\nSubject: export\r\n"
                             "To: Ada Brook <ada@brook.example>\r\n\r\n\r\nHow do I export a board?\r\n";
    const QByteArray headers = "Cc: Kim <kim@holt.example>, lou@day.example\r\n";
    const QString bo = QStringLiteral("Bo Reed <bo@reed.example>");
    QTest::newRow("below own words") << mail(headers + plainPart.chopped(2), "Please help.\r\n\r\n" + block)
                                     << bo;
    QTest::newRow("alone") << mail(headers + plainPart.chopped(2), block) << bo;
    QTest::newRow("as an attachment")
        << mail(headers + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=edge\r\n",
                "--edge\r\n" + plainPart +
                    "Please help.\r\n--edge\r\nContent-Type: message/rfc822\r\n\r\n"
                    "From: Bo Reed <bo@reed.example>\r\nSubject: export\r\n\r\nHow?\r\n--edge--\r\n")
        << bo;
    QTest::newRow("none") << mail(headers + plainPart.chopped(2), "How do I export a board?\r\n")
                          << QString();
}

void TestMailParser::copiesAndForwardedSendersAreTold()
{
    QFETCH(QByteArray, mail);
    QFETCH(QString, from);

    const IncomingMessage message = parseMail(mail);

    QCOMPARE(message.forwardedFrom, from);
    QCOMPARE(message.senderAddress, QStringLiteral("ada@example.com")); // who sends it stays the sender
    QCOMPARE(message.cc, QStringLiteral("Kim <kim@holt.example>, lou@day.example"));
}

void TestMailParser::oneOfSeveralContentTypesCounts_data()
{
    QTest::addColumn<QByteArray>("headers");
    const QByteArray parted = "Content-Type: multipart/alternative;\r\n boundary=\"edge\"\r\n";
    const QByteArray plain = "Content-Type: text/plain; charset=utf-8\r\n";
    QTest::newRow("the first") << parted + plain;
    QTest::newRow("the second") << plain + "X-Other: a\r\n" + parted;
    QTest::newRow("one that parts nothing") << "Content-Type: multipart/mixed; boundary=other\r\n" + parted;
    QTest::newRow("an empty one") << "Content-Type:\r\n" + parted;
}

void TestMailParser::oneOfSeveralContentTypesCounts()
{
    QFETCH(QByteArray, headers);

    const IncomingMessage message = parseMail(
        mail("MIME-Version: 1.0\r\n" + headers, "--edge\r\n" + plainPart + "Hello there\r\n--edge\r\n" +
                                                    htmlPart + "<b>Hello there</b>\r\n--edge--\r\n"));

    QCOMPARE(message.text, QStringLiteral("Hello there"));
}

void TestMailParser::formsOfWebPagesAreKnown_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("replyTo");
    QTest::addColumn<QString>("sender");
    const QString ada = QStringLiteral("ada@brook.example");
    QTest::newRow("own domain") << QByteArray("site@desk.example") << QByteArray("Ada <ada@brook.example>")
                                << ada;
    QTest::newRow("form by its name")
        << QByteArray("WordPress <wordpress@host.example>") << QByteArray("ada@brook.example") << ada;
    QTest::newRow("colleague") << QByteArray("bo@desk.example") << QByteArray("team@desk.example")
                               << QStringLiteral("bo@desk.example");
    QTest::newRow("person with another address")
        << QByteArray("ada@brook.example") << QByteArray("ada@home.example") << ada;
}

void TestMailParser::formsOfWebPagesAreKnown()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, replyTo);

    const IncomingMessage message =
        parseMail("From: " + from + "\r\nTo: support@desk.example\r\nReply-To: " + replyTo +
                  "\r\nSubject: Form\r\n\r\nHow do I export?");

    QTEST(message.senderAddress, "sender");
    QVERIFY(!message.isAutomatic);
}

QTEST_GUILESS_MAIN(TestMailParser)
#include "tst_mailparser.moc"
