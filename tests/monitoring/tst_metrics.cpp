#include "MetricsReader.h"
#include "monitoring/Health.h"
#include "monitoring/Metrics.h"
#include "support/TestSupport.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

// The text that Prometheus reads, read back.
class MetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsAndHelpAreEscaped();
    void valuesKeepTheirDigits();
    void bucketsAddUp();
    void everythingCanBeReadBack();
};

void MetricsTest::labelsAndHelpAreEscaped()
{
    PrometheusText text;
    text.begin("helmdesk_x", PrometheusText::Type::Gauge, "First\nsecond \\ third");
    text.add(1.0, {{"name", u"a \"b\" \\ c\nd"_s}, {"other", u"\u00e4,}"_s}});

    QCOMPARE(text.text().split('\n').first(), QByteArray("# HELP helmdesk_x First\\nsecond \\\\ third"));
    const MetricsReader read(text.text());
    QVERIFY2(read.faults.isEmpty(), qPrintable(read.faults.join(u'\n')));
    QCOMPARE(read.value(u"helmdesk_x"_s, {{u"name"_s, u"a \"b\" \\ c\nd"_s}, {u"other"_s, u"\u00e4,}"_s}}),
             std::optional(1.0));
}

void MetricsTest::valuesKeepTheirDigits()
{
    PrometheusText text;
    text.begin("helmdesk_x", PrometheusText::Type::Counter, "x");
    text.add(12345678901.0, {{"n", u"1"_s}});
    text.add(0.1, {{"n", u"2"_s}});
    text.add(std::numeric_limits<double>::infinity(), {{"n", u"3"_s}});
    text.add(std::numeric_limits<double>::quiet_NaN(), {{"n", u"4"_s}});

    const MetricsReader read(text.text());

    QVERIFY2(read.faults.isEmpty(), qPrintable(read.faults.join(u'\n')));
    QCOMPARE(*read.value(u"helmdesk_x"_s, {{u"n"_s, u"1"_s}}), 12345678901.0);
    QVERIFY(text.text().contains("{n=\"2\"} 0.1\n"));
    QVERIFY(text.text().contains("{n=\"3\"} +Inf\n"));
    QVERIFY(text.text().contains("{n=\"4\"} NaN\n"));
}

void MetricsTest::bucketsAddUp()
{
    SecondsHistogram histogram({0.1, 1.0});
    for (const double seconds : {0.05, 0.1, 0.5, 3.0})
        histogram.add(seconds);
    PrometheusText text;
    text.begin("helmdesk_seconds", PrometheusText::Type::Histogram, "x");
    text.add(histogram);

    const MetricsReader read(text.text());

    QVERIFY2(read.faults.isEmpty(), qPrintable(read.faults.join(u'\n')));
    QCOMPARE(read.types.value(u"helmdesk_seconds"_s), u"histogram"_s);
    QCOMPARE(*read.value(u"helmdesk_seconds_bucket"_s, {{u"le"_s, u"0.1"_s}}), 2.0); // its bound included
    QCOMPARE(*read.value(u"helmdesk_seconds_bucket"_s, {{u"le"_s, u"1"_s}}), 3.0);
    QCOMPARE(*read.value(u"helmdesk_seconds_bucket"_s, {{u"le"_s, u"+Inf"_s}}), 4.0);
    QCOMPARE(*read.value(u"helmdesk_seconds_count"_s), 4.0);
    QCOMPARE(*read.value(u"helmdesk_seconds_sum"_s), 3.65);
}

void MetricsTest::everythingCanBeReadBack()
{
    TurnCounters counters;
    counters.addTurn(Decision::AutoSend, Category::Billing);
    counters.addTurn(Decision::AutoSend, Category::Billing);
    counters.addAnswer(0.2);
    counters.addFailure();
    counters.addMessage(ChannelKind::Chat);
    HealthReadings readings;
    readings.at = QDateTime::currentDateTimeUtc();
    readings.channels = {
        {u"support"_s, true, ChannelReading::Condition::Failed, u"who@secret.example"_s, {}}};
    readings.models = {{u"big"_s, true, ModelReading::Condition::Works, {}}};
    readings.stored.tools = {{u"check_invoice"_s, {1, 5}}};
    readings.stored.waitingForPeople = {7, readings.at.addSecs(-60)};
    readings.freeBytes = 1234;
    const auto findings = judgeHealth(readings, HealthLimits::of(Settings()));

    const QByteArray text = metricsText(readings, findings, counters.counts(), u"0.1.0"_s);

    const MetricsReader read(text);
    QVERIFY2(read.faults.isEmpty(), qPrintable(read.faults.join(u'\n')));
    QCOMPARE(read.help.keys(), read.types.keys());
    for (const MetricsReader::Sample &sample : read.samples)
        QVERIFY2(sample.name.startsWith(u"helmdesk_"_s), qPrintable(sample.name));
    QCOMPARE(*read.value(u"helmdesk_turns_total"_s,
                         {{u"decision"_s, u"auto_send"_s}, {u"category"_s, u"billing"_s}}),
             2.0);
    QCOMPARE(*read.value(u"helmdesk_turn_failures_total"_s), 1.0);
    QCOMPARE(*read.value(u"helmdesk_messages_total"_s, {{u"channel"_s, u"chat"_s}}), 1.0);
    QCOMPARE(*read.value(u"helmdesk_answer_seconds_count"_s), 1.0);
    QCOMPARE(*read.value(u"helmdesk_waiting"_s, {{u"for"_s, u"people"_s}}), 7.0);
    QCOMPARE(*read.value(u"helmdesk_waiting_oldest_seconds"_s, {{u"for"_s, u"people"_s}}), 60.0);
    QCOMPARE(*read.value(u"helmdesk_disk_free_bytes"_s), 1234.0);
    QCOMPARE(*read.value(u"helmdesk_health"_s, {{u"kind"_s, u"mailbox"_s}, {u"name"_s, u"support"_s}}), 3.0);
    QCOMPARE(*read.value(u"helmdesk_channel_up"_s, {{u"kind"_s, u"mailbox"_s}, {u"name"_s, u"support"_s}}),
             0.0);
    QVERIFY(!text.contains("secret.example")); // what a server says stays out
}

QTEST_GUILESS_MAIN(MetricsTest)
#include "tst_metrics.moc"
