#include "mailbox/SenderProof.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

namespace
{

const QString mx = QStringLiteral("mx.desk.example");

// A mail with these fields above its own, as servers put them there.
QByteArray mail(const QByteArray &above, const QByteArray &from = "Ada Reed <ada@reed.example>")
{
    return above +
           "Received: from out.reed.example (out.reed.example [192.0.2.7])\r\n"
           "\tby mx.desk.example (Postfix) with ESMTPS id 4F1; Tue, 3 Mar 2026 10:00:00 +0000 (UTC)\r\n"
           "From: " +
           from +
           "\r\nTo: support@desk.example\r\nSubject: A question\r\nMessage-ID: <1@reed.example>\r\n"
           "Date: Tue, 3 Mar 2026 10:00:00 +0000\r\n\r\nHello\r\n";
}

bool isProven(const QByteArray &bytes, const QString &authserv = mx)
{
    return isSenderProven(bytes, QStringLiteral("ada@reed.example"), authserv);
}

} // namespace

// What the mailbox's own server says of a sender (RFC 8601), and nobody else.
class TestSenderProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alignedPassOfTheOwnServerCounts_data();
    void alignedPassOfTheOwnServerCounts();
    void everythingElseCountsNothing_data();
    void everythingElseCountsNothing();
    void onlyTheTopmostOfTheServerIsRead();
    void oneSenderAlone();
    void withoutANamedServerNothingCounts();
};

void TestSenderProof::alignedPassOfTheOwnServerCounts_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("OpenDKIM, folded, with comments")
        << QByteArray("mx.desk.example;\r\n\tdkim=pass (2048-bit key; unprotected) header.d=reed.example "
                      "header.i=@reed.example header.a=rsa-sha256 header.s=s1 header.b=abc");
    QTest::newRow("a signer below the domain")
        << QByteArray("mx.desk.example; dkim=pass header.d=mail.reed.example");
    QTest::newRow("a signer beside it")
        << QByteArray("mx.desk.example; dkim=fail header.d=other.example; dkim=pass header.d=reed.example");
    QTest::newRow("by the signing identity")
        << QByteArray("mx.desk.example; dkim=pass header.i=@reed.example");
    QTest::newRow("SPF of an address")
        << QByteArray("mx.desk.example; spf=pass (mx.desk.example: domain of bounce@reed.example designates "
                      "192.0.2.7 as permitted sender) smtp.mailfrom=bounce@reed.example");
    QTest::newRow("SPF of a domain") << QByteArray(
        "MX.desk.example 1; spf=Pass smtp.mailfrom=lists.reed.example");
    QTest::newRow("DMARC") << QByteArray(
        "mx.desk.example; dmarc=pass (p=reject dis=none) header.from=reed.example");
    QTest::newRow("Google's form") << QByteArray(
        "mx.desk.example;\r\n       dkim=pass header.i=@reed.example header.s=g header.b=\"Xy/z=\";\r\n      "
        " "
        "arc=none;\r\n       dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=reed.example");
    QTest::newRow("quoted and odd blanks")
        << QByteArray("\"mx.desk.example\" ; dkim = pass reason=\"a \\\"; b\" header.d = \"reed.example\"");
}

void TestSenderProof::alignedPassOfTheOwnServerCounts()
{
    QFETCH(QByteArray, field);
    QVERIFY(isProven(mail("Authentication-Results: " + field + "\r\n")));
}

void TestSenderProof::everythingElseCountsNothing_data()
{
    QTest::addColumn<QByteArray>("above");
    const auto row = [](const char *name, const QByteArray &field) {
        QTest::newRow(name) << QByteArray("Authentication-Results: " + field + "\r\n");
    };
    QTest::newRow("no field") << QByteArray();
    row("another server", "mx.elsewhere.example; dkim=pass header.d=reed.example");
    row("a server whose name begins so", "mx.desk.example.evil.example; dkim=pass header.d=reed.example");
    row("a name in a comment", "evil.example (mx.desk.example;); dkim=pass header.d=reed.example");
    row("no name", "dkim=pass header.d=reed.example");
    row("another version", "mx.desk.example 2; dkim=pass header.d=reed.example");
    row("nothing found", "mx.desk.example; none");
    row("a foreign signer", "mx.desk.example; dkim=pass header.d=evil.example");
    row("a signer whose name ends so", "mx.desk.example; dkim=pass header.d=evilreed.example");
    row("a public suffix", "mx.desk.example; dkim=pass header.d=example");
    row("failed",
        "mx.desk.example; dkim=fail header.d=reed.example; spf=softfail smtp.mailfrom=reed.example");
    row("passed in a comment", "mx.desk.example; dkim=fail (dkim=pass header.d=reed.example)");
    row("passed in a reason", "mx.desk.example; dkim=fail reason=\"; dkim=pass header.d=reed.example\"");
    row("SPF of the greeting alone", "mx.desk.example; spf=pass smtp.helo=reed.example");
    row("SPF of a foreign bounce", "mx.desk.example; spf=pass smtp.mailfrom=reed.example@evil.example");
    row("DMARC of another", "mx.desk.example; dmarc=pass header.from=evil.example");
    row("DMARC of nobody", "mx.desk.example; dmarc=pass");
    row("DMARC failed",
        "mx.desk.example; dkim=pass header.d=reed.example; dmarc=fail header.from=reed.example");
    row("a quote without its end", "mx.desk.example; dkim=pass header.d=reed.example reason=\"x");
    row("a comment without its end", "mx.desk.example; dkim=pass header.d=reed.example (x");
    QTest::newRow("a field of another name") << QByteArray(
        "X-Authentication-Results: mx.desk.example; dkim=pass header.d=reed.example\r\n"
        "ARC-Authentication-Results: i=1; mx.desk.example; dkim=pass header.d=reed.example\r\n");
}

void TestSenderProof::everythingElseCountsNothing()
{
    QFETCH(QByteArray, above);
    QVERIFY(!isProven(mail(above)));
}

// What lies below was there before our server saw the mail.
void TestSenderProof::onlyTheTopmostOfTheServerIsRead()
{
    const QByteArray good = "Authentication-Results: mx.desk.example; dkim=pass header.d=reed.example\r\n";
    const QByteArray bad = "Authentication-Results: mx.desk.example; dkim=none; spf=fail\r\n";
    const QByteArray foreign = "Authentication-Results: relay.example; dkim=fail header.d=reed.example\r\n";
    QVERIFY(isProven(mail(good + bad)));
    QVERIFY(!isProven(mail(bad + good)));
    QVERIFY(isProven(mail(foreign + good)));
    QVERIFY(!isProven(mail(foreign + bad + good)));
    // In the body, or after the header's end, it is text.
    QVERIFY(!isProven(mail({}) + good));
}

void TestSenderProof::oneSenderAlone()
{
    const QByteArray good = "Authentication-Results: mx.desk.example; dkim=pass header.d=reed.example\r\n";
    QVERIFY(!isProven(mail(good, "ada@reed.example, eve@evil.example")));
    QVERIFY(!isProven(mail(good, "team: ada@reed.example;")));
    QVERIFY(!isProven(mail(good + "From: eve@evil.example\r\n")));
    QVERIFY(!isProven(mail(good, "\"ada@reed.example\" <eve@evil.example>")));
    QVERIFY(isProven(mail(good, "ADA@Reed.Example")));
    QVERIFY(!isSenderProven(mail(good), QStringLiteral("eve@evil.example"), mx));
}

void TestSenderProof::withoutANamedServerNothingCounts()
{
    QVERIFY(
        !isProven(mail("Authentication-Results: mx.desk.example; dkim=pass header.d=reed.example\r\n"), {}));
    QVERIFY(!isProven(mail("Authentication-Results: ; dkim=pass header.d=reed.example\r\n"), {}));
}

QTEST_GUILESS_MAIN(TestSenderProof)

#include "tst_senderproof.moc"
