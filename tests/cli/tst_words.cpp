// What the programs say to somebody who begins: help without a display, what became of a message, addresses.

#include "CommandLine.h"
#include "core/OwnerOnly.h"
#include "ServingProgram.h"
#include "support/TestSupport.h"

#include <QDirIterator>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpNeedsNoDisplay_data();
    void helpNeedsNoDisplay();
    void eachCommandShowsAnExample_data();
    void eachCommandShowsAnExample();
    void pendingRefundIsADraft();
    void refundAboveTheLimitNamesItsApproval();
    void replyThatLeavesIsNoDraft();
    void addressLeadsToTheChat();
    void newWorkspaceIsItsOwnersAlone();
};

void WordsTest::helpNeedsNoDisplay_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("option");
    for (const QString &program : {u"helmdesk"_s, u"helmdeskctl"_s}) {
        for (const QString &option : {u"--help"_s, u"-h"_s, u"--version"_s})
            QTest::addRow("%s %s", qPrintable(program), qPrintable(option)) << program << option;
    }
}

void WordsTest::helpNeedsNoDisplay()
{
    QFETCH(QString, program);
    QFETCH(QString, option);

    const Ended ended = runProgram(program, {option});

    QCOMPARE(ended.code, 0);
    QCOMPARE(ended.complaint, QString());
    QVERIFY2(option == u"--version"_s || ended.out.contains(u"--data"_s), qPrintable(ended.out));
}

void WordsTest::eachCommandShowsAnExample_data()
{
    QTest::addColumn<QString>("command");
    for (const QString &command :
         {u"queue"_s, u"show"_s, u"send"_s, u"undo"_s, u"edit"_s, u"reject"_s, u"take-over"_s, u"hand-back"_s,
          u"resolve"_s, u"approvals"_s, u"approve"_s, u"deny"_s})
        QTest::addRow("%s", qPrintable(command)) << command;
}

void WordsTest::eachCommandShowsAnExample()
{
    QFETCH(QString, command);

    const Ended ended = runProgram(u"helmdeskctl"_s, {command, u"--help"_s});

    QCOMPARE(ended.code, 0);
    QVERIFY2(ended.out.contains(u"Example"_s), qPrintable(ended.out));
    QVERIFY2(ended.out.contains(QRegularExpression(u"\n  helmdeskctl (--json )?"_s + command)),
             qPrintable(ended.out));
}

// "I have refunded" above a refund that nobody has made would be read as done.
void WordsTest::pendingRefundIsADraft()
{
    auto line = CommandLine::create();
    VERIFY_RESULT(line);

    const Ended ended =
        (*line)->run({u"ask"_s, u"I was charged twice for invoice INV-1042, please refund the second one"_s,
                      u"--customer"_s, u"cus_1001"_s});

    QCOMPARE(ended.code, 0);
    const qsizetype draft = ended.out.indexOf(u"Draft, not sent"_s);
    const qsizetype waits = ended.out.indexOf(u"Not done yet: Refund 49.00 USD"_s);
    const qsizetype claim = ended.out.indexOf(u"I have refunded"_s);
    QVERIFY2(draft > 0 && draft < waits && waits < claim, qPrintable(ended.out));
    QVERIFY2(ended.out.contains(u"Sending does it first"_s), qPrintable(ended.out));
    const QString next = ended.out.section(u"To send it: helmdeskctl "_s, 1).section(u'\n', 0, 0);
    QCOMPARE(runProgram(u"helmdeskctl"_s, next.split(u' ')).code, 0);
    QCOMPARE(*(*line)->refunded(u"cus_1001"_s, u"INV-1042"_s), 4900);
}

void WordsTest::refundAboveTheLimitNamesItsApproval()
{
    auto line = CommandLine::create();
    VERIFY_RESULT(line);

    const Ended ended =
        (*line)->run({u"ask"_s, u"Please refund invoice INV-1050 in full"_s, u"--customer"_s, u"cus_1002"_s});

    QVERIFY2(ended.out.contains(u"Not done yet: Refund 249.00 USD"_s), qPrintable(ended.out));
    QVERIFY2(ended.out.contains(QRegularExpression(u"It waits for approval \\d+"_s)), qPrintable(ended.out));
    const QString next = ended.out.section(u"To decide: helmdeskctl "_s, 1).section(u'\n', 0, 0);
    const Ended shown = runProgram(u"helmdeskctl"_s, next.split(u' '));
    QCOMPARE(shown.code, 0);
    const QString approve = shown.out.section(u"    helmdeskctl "_s, 1).section(u'\n', 0, 0);
    QCOMPARE(runProgram(u"helmdeskctl"_s, approve.split(u' ')).code, 0);
    QCOMPARE(*(*line)->refunded(u"cus_1002"_s, u"INV-1050"_s), 24900);
}

void WordsTest::replyThatLeavesIsNoDraft()
{
    auto line = CommandLine::create();
    VERIFY_RESULT(line);
    for (const QString &category : {u"modes.technical"_s, u"modes.general"_s})
        QVERIFY((*line)->ask({u"set"_s, category, u"auto"_s}).is_object());

    const Ended ended =
        (*line)->run({u"ask"_s, u"How do I export a board?"_s, u"--customer"_s, u"cus_1001"_s});

    QVERIFY2(ended.out.contains(u"auto_send"_s), qPrintable(ended.out));
    QVERIFY2(ended.out.contains(u"goes out without a person"_s), qPrintable(ended.out));
    QVERIFY2(!ended.out.contains(u"Draft"_s), qPrintable(ended.out));
}

void WordsTest::addressLeadsToTheChat()
{
    auto line = CommandLine::create();
    VERIFY_RESULT(line);
    ServingProgram server((*line)->folder(), {u"--port"_s, u"0"_s});
    const Json ready = server.ready();
    QVERIFY2(ready.is_object(), qPrintable(server.complaint()));
    QNetworkAccessManager network;
    for (const QString &address :
         {stringOr(ready, "url"), stringOr(ready, "url") + u'/', stringOr(ready, "chat")}) {
        const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(QUrl(address))));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(finished.wait(10000));
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
        QCOMPARE(reply->url().path(), u"/chat"_s);
        QCOMPARE(reply->header(QNetworkRequest::ContentTypeHeader).toString().section(u", "_s, -1),
                 u"text/html; charset=utf-8"_s); // Qt joins the types of the redirect and the page
    }
}

void WordsTest::newWorkspaceIsItsOwnersAlone()
{
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(u"desk"_s);
    QCOMPARE(runProgram(u"helmdeskctl"_s, {u"--data"_s, workspace, u"init"_s, u"--demo"_s}).code, 0);

    QVERIFY(!isOpenToOthers(workspace));
    int looked = 0;
    for (QDirIterator it(workspace, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();
         ++looked)
        QVERIFY2(!isOpenToOthers(it.next()), qPrintable(it.filePath()));
    QVERIFY(looked > 1);
}

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
