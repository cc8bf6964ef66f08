#include "../monitoring/MetricsReader.h"
#include "CommandLine.h"
#include "ServingProgram.h"
#include "support/TestSupport.h"

#include <algorithm>
#include <csignal>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QtTest>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

// helmdeskctl health, and what helmdeskctl serve tells of itself: metrics and a log.
class HealthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sampleCompanyHasNoAlarm();
    void theExitStatusSaysAnAlarm();
    void thresholdsAreChecked();
    void metricsOfARealServer();
    void theLogIsJson();
    void aLogThatCannotBeWrittenIsSaid();

private:
    std::unique_ptr<CommandLine> m_line;
};

namespace
{

QByteArray get(const QUrl &url, const QByteArray &token, int &status)
{
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    finished.wait(10000);
    status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return reply->readAll();
}

QByteArray tokenOf(const Json &ready)
{
    QFile key(stringOr(ready, "token_file"));
    return key.open(QIODevice::ReadOnly) ? key.readLine().trimmed() : QByteArray();
}

} // namespace

void HealthTest::init()
{
    auto line = CommandLine::create();
    QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().detail));
    m_line = std::move(*line);
}

void HealthTest::sampleCompanyHasNoAlarm()
{
    const Ended text = m_line->run({u"health"_s});
    QVERIFY2(text.code == 0, qPrintable(text.out + text.complaint));
    QVERIFY(text.out.contains(u"No program answers the messages"_s));
    QVERIFY(text.out.contains(u"Free disk"_s));
    const Json json = m_line->ask({u"health"_s});
    QVERIFY(stringOr(json, "level") != u"alarm"_s);
    QVERIFY(json["findings"].size() >= 7);
    QVERIFY(json["alarms"].empty());
    for (const Json &finding : json["findings"])
        for (const char *member : {"key", "kind", "level", "title", "words"})
            QVERIFY2(!stringOr(finding, member).isEmpty(), member);
}

void HealthTest::theExitStatusSaysAnAlarm()
{
    QCOMPARE(m_line->run({u"set"_s, u"monitoring.always_answered"_s, u"true"_s}).code, 0);
    const Ended ended = m_line->run({u"--json"_s, u"health"_s});
    QCOMPARE(ended.code, 1);
    QCOMPARE(stringOr(ended.json(), "level"), u"alarm"_s);
    QCOMPARE(stringOr(ended.json()["findings"][0], "key"), u"answering"_s);
    QVERIFY(ended.complaint.isEmpty());

    ServingProgram server(m_line->folder());
    QVERIFY(server.ready().is_object());
    QCOMPARE(m_line->run({u"health"_s}).code, 0); // somebody answers
    QCOMPARE(server.end(SIGTERM), 0);
}

void HealthTest::thresholdsAreChecked()
{
    QCOMPARE(m_line->run({u"set"_s, u"monitoring.errors_alarm"_s, u"2"_s}).code, 1);
    const Ended ended = m_line->run({u"set"_s, u"monitoring.alarm_address"_s, u"nobody"_s});
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.complaint.contains(u"must be a mail address"_s), qPrintable(ended.complaint));
}

void HealthTest::metricsOfARealServer()
{
    QVERIFY(m_line->write(u"How do I invite a colleague to a board?"_s, u"cus_1001"_s) > 0);
    ServingProgram server(m_line->folder());
    const Json ready = server.ready();
    QVERIFY2(ready.is_object(), qPrintable(server.complaint()));
    const QUrl url(stringOr(ready, "url") + u"/metrics"_s);
    int status = 0;
    (void)get(url, {}, status);
    QCOMPARE(status, 401);
    const QByteArray token = tokenOf(ready);

    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(stringOr(ready, "url") + u"/api/v1/messages"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    request.setRawHeader("Authorization", "Bearer " + token);
    const std::unique_ptr<QNetworkReply> reply(network.post(
        request,
        R"({"text":"How do I invite a colleague? ZQ9001","customer":"cus_1001","email":"ada@secret.example"})"));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait(10000));
    VERIFY_RESULT(m_line->bench().waitForOutcome(u"ZQ9001"_s));

    QByteArray text;
    const auto turns = [&] { // the program counts a moment after the outcome is stored
        text = get(url, token, status);
        const MetricsReader read(text);
        return read.value(u"helmdesk_answer_seconds_count"_s).value_or(0.0);
    };
    QTRY_COMPARE(turns(), 1.0);
    QCOMPARE(status, 200);
    const MetricsReader read(text);
    QVERIFY2(read.faults.isEmpty(), qPrintable(read.faults.join(u'\n')));
    QCOMPARE(read.value(u"helmdesk_messages_total"_s, {{u"channel"_s, u"api"_s}}), std::optional(1.0));
    QCOMPARE(read.value(u"helmdesk_answering"_s), std::optional(1.0));
    QCOMPARE(read.value(u"helmdesk_channel_up"_s, {{u"kind"_s, u"channel"_s}, {u"name"_s, u"Web chat"_s}}),
             std::optional(1.0));
    QVERIFY(read.value(u"helmdesk_disk_free_bytes"_s).value_or(0.0) > 0.0);
    for (const char *person : {"cus_", "@", "ZQ9001", "Mara"})
        QVERIFY2(!text.contains(person), person);
    QCOMPARE(server.end(SIGTERM), 0);
}

void HealthTest::theLogIsJson()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.log"_s);
    for (int start = 0; start < 2; ++start) {
        ServingProgram server(m_line->folder(), {u"--log-file"_s, path});
        QVERIFY2(server.ready().is_object(), qPrintable(server.complaint()));
        QCOMPARE(server.end(SIGTERM), 0);
        QVERIFY(server.complaint().isEmpty());
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList messages;
    while (!file.atEnd()) {
        const auto line = parseJson(file.readLine());
        VERIFY_RESULT(line);
        QVERIFY(!stringOr(*line, "at").isEmpty());
        messages << stringOr(*line, "message");
    }
    QCOMPARE(messages.count(u"serving"_s), 2);
    QCOMPARE(messages.count(u"stopped"_s), 2);
}

void HealthTest::aLogThatCannotBeWrittenIsSaid()
{
    ServingProgram server(m_line->folder(), {u"--log-file"_s, m_line->folder() + u"/missing/desk.log"_s});
    QCOMPARE(server.waitForFailure(), 1);
    const QString complaint = server.complaint();
    QVERIFY2(complaint.contains(u"log file"_s), qPrintable(complaint));
}

QTEST_GUILESS_MAIN(HealthTest)
#include "tst_health.moc"
