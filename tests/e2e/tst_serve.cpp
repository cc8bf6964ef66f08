// helmdeskctl serve as its users meet it: what it prints, who may talk to it, and how it ends.

#include "ServingProgram.h"
#include "store/SqliteNotificationRepository.h"
#include "support/TestSupport.h"
#include "Workbench.h"

#include <algorithm>
#include <csignal>
#include <QDir>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>

using namespace Helmdesk;
using namespace Helmdesk::Test;

class ServeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAndStopsInOrder_data();
    void answersAndStopsInOrder();
    void takenPortIsSaid();
    void unreadableAddressIsSaid();
    void secondServerIsRefused();
    void programsAtOnceAnswerEachMessageOnce();
    void conversationGoesOnByItsId();
    void noFileStopsTwoStarts();
};

void ServeTest::answersAndStopsInOrder_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void ServeTest::answersAndStopsInOrder()
{
    QFETCH(int, signal);
    auto bench = Workbench::create();
    VERIFY_RESULT(bench);
    ServingProgram server((*bench)->folder());
    const Json ready = server.ready();
    QFile key(stringOr(ready, "token_file"));
    QVERIFY2(key.open(QIODevice::ReadOnly), qPrintable(server.complaint()));

    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(stringOr(ready, "url") + QStringLiteral("/api/v1/messages")));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    request.setRawHeader("Authorization", "Bearer " + key.readLine().trimmed());
    const std::unique_ptr<QNetworkReply> reply(network.post(
        request, R"({"text":"Please send me a copy of invoice INV-1042. ZQ4751","customer":"cus_1001"})"));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait(10000));
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 202);
    auto answered = (*bench)->waitForOutcome(QStringLiteral("ZQ4751"));
    VERIFY_RESULT(answered);
    QCOMPARE(answered->conversation.category, Category::Billing);

    QCOMPARE(server.end(signal), 0);
    QVERIFY(!QFile::exists(QDir((*bench)->folder()).filePath(QStringLiteral("worker.lock"))));
    VERIFY_RESULT(control((*bench)->folder(), {QStringLiteral("audit"), QStringLiteral("verify")}));
}

// As the death of an earlier program leaves it: the note that says what was being read.
void ServeTest::noFileStopsTwoStarts()
{
    auto bench = Workbench::create();
    VERIFY_RESULT(bench);
    const QDir inbox((*bench)->folder() + QStringLiteral("/inbox"));
    QVERIFY(inbox.mkpath(QStringLiteral(".")));
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(inbox.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(write(QStringLiteral("a.eml"), "From: ada@brook.example\nSubject: s\n\nZQ4771 what was read\n"));
    QVERIFY(
        write(QStringLiteral("b.eml"), "From: bo@reed.example\nSubject: s\n\nZQ4772 what is behind it\n"));
    QVERIFY(write(QStringLiteral("c.jsonl"), "{\"text\":\"hi\",\"x\":1e999}\n"));
    QVERIFY(write(QStringLiteral(".reading.json"), R"({"file":"a.eml","message":1})"));

    ServingProgram server((*bench)->folder());
    QVERIFY(server.ready().is_object());

    VERIFY_RESULT((*bench)->waitForOutcome(QStringLiteral("ZQ4772")));
    QTRY_VERIFY(inbox.exists(QStringLiteral("failed/a.eml.txt")));
    QTRY_VERIFY(inbox.exists(QStringLiteral("failed/c.jsonl.txt")));
    QTRY_VERIFY(inbox.exists(QStringLiteral("processed/b.eml")));
    auto store = (*bench)->look();
    VERIFY_RESULT(store);
    const auto notices = (*store)->notifications().unseen(10);
    VERIFY_RESULT(notices);
    QVERIFY(std::ranges::any_of(*notices, [](const Notification &notice) {
        return notice.text.startsWith(QLatin1String("The inbox file a.eml was moved"));
    }));
    QCOMPARE(server.end(SIGTERM), 0);
}

void ServeTest::takenPortIsSaid()
{
    auto bench = Workbench::create();
    VERIFY_RESULT(bench);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));

    ServingProgram server((*bench)->folder(),
                          {QStringLiteral("--port"), QString::number(other.serverPort())});

    QCOMPARE(server.waitForFailure(), 1);
    const QString complaint = server.complaint();
    QVERIFY2(complaint.contains(QStringLiteral("port %1 is taken").arg(other.serverPort())),
             qPrintable(complaint));
}

// Of a public address that cannot be read nothing is guessed.
void ServeTest::unreadableAddressIsSaid()
{
    auto bench = Workbench::create();
    VERIFY_RESULT(bench);
    VERIFY_RESULT(control((*bench)->folder(), {QStringLiteral("set"), QStringLiteral("http.public_origin"),
                                               QStringLiteral("support.example.com")}));

    ServingProgram server((*bench)->folder());

    QCOMPARE(server.waitForFailure(), 1);
    const QString complaint = server.complaint();
    QVERIFY2(complaint.contains(QStringLiteral("http.public_origin")), qPrintable(complaint));
}

void ServeTest::secondServerIsRefused()
{
    auto bench = Workbench::create();
    VERIFY_RESULT(bench);
    ServingProgram first((*bench)->folder());
    QVERIFY(first.ready().is_object());

    ServingProgram second((*bench)->folder());

    QCOMPARE(second.waitForFailure(), 1);
    QVERIFY(second.complaint().contains(QStringLiteral("another program answers")));
}

void ServeTest::programsAtOnceAnswerEachMessageOnce()
{
    auto bench = Workbench::create();
    VERIFY_RESULT(bench);
    ServingProgram server((*bench)->folder());
    QVERIFY(server.ready().is_object());

    std::vector<std::unique_ptr<QProcess>> clients;
    for (int i = 0; i < 4; ++i) {
        auto &client = *clients.emplace_back(std::make_unique<QProcess>());
        client.start(builtProgram(QStringLiteral("helmdeskctl")),
                     {QStringLiteral("--data"), (*bench)->folder(), QStringLiteral("--json"),
                      QStringLiteral("ask"),
                      QStringLiteral("Please send me a copy of invoice INV-1042. ZQ476%1").arg(i),
                      QStringLiteral("--customer"), QStringLiteral("cus_1001")});
    }
    for (const auto &client : clients) {
        QVERIFY(client->waitForFinished(30000));
        QCOMPARE(client->exitCode(), 0);
        QCOMPARE(stringOr(Json::parse(client->readAllStandardOutput().toStdString()), "category"),
                 QStringLiteral("billing"));
    }

    auto store = (*bench)->look();
    VERIFY_RESULT(store);
    for (int i = 0; i < 4; ++i) {
        auto asked = (*bench)->waitForOutcome(QStringLiteral("ZQ476%1").arg(i));
        VERIFY_RESULT(asked);
        const auto runs = (*store)->runs().runsOf(asked->conversation.id);
        VERIFY_RESULT(runs);
        QCOMPARE(runs->size(), size_t{1});
    }
}

// An outcome tells its conversation; naming that one goes on with it, and never with somebody else's.
void ServeTest::conversationGoesOnByItsId()
{
    auto bench = Workbench::create();
    VERIFY_RESULT(bench);
    const auto ask = [&](const QString &text, const QStringList &more) {
        return control((*bench)->folder(),
                       QStringList{QStringLiteral("--json"), QStringLiteral("ask"), text} + more);
    };
    auto first = ask(QStringLiteral("I want to change my e-mail address"),
                     {QStringLiteral("--customer"), QStringLiteral("cus_1001")});
    VERIFY_RESULT(first);
    const auto conversation = Json::parse(first->toStdString()).value("conversation", qint64{0});
    QVERIFY(conversation > 0);
    const QStringList same{QStringLiteral("--conversation"), QString::number(conversation)};

    auto second = ask(QStringLiteral("mara.new@lindqvist.example"), same);
    VERIFY_RESULT(second);
    const Json outcome = Json::parse(second->toStdString());
    QCOMPARE(outcome.value("conversation", qint64{0}), conversation);
    QCOMPARE(stringOr(outcome, "intent"), QStringLiteral("account.email_change"));
    QCOMPARE(stringOr(outcome, "customer"), QStringLiteral("cus_1001"));

    auto foreign = ask(QStringLiteral("And my invoices?"),
                       same + QStringList{QStringLiteral("--customer"), QStringLiteral("cus_1002")});
    QVERIFY(!foreign);
}

QTEST_GUILESS_MAIN(ServeTest)
#include "tst_serve.moc"
