#include "monitoring/Health.h"
#include "monitoring/HealthText.h"
#include "support/TestSupport.h"

#include <algorithm>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

// What is judged how, with the thresholds of the settings.
class HealthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuietDeskHasNothingToTell();
    void theWorstComesFirst();
    void waitingGoesByAge();
    void theQueueGoesByTheWorseOfLengthAndAge();
    void errorsOfFewAreANotice();
    void errorsOfManyAreJudged();
    void mailboxesThatStayAwayBecomeAnAlarm();
    void modelsAreNoAlarm();
    void budgetsAndDisk();
    void nobodyAnsweringIsAsSerious_data();
    void nobodyAnsweringIsAsSerious();
    void aChangeIsToldInWords();
    void changesOfFewAreNotJudged();
    void anAlarmIsNeverMilderThanItsWarning();
    void everyFindingHasWords();
    void alarmAddressIsOneAddress_data();
    void alarmAddressIsOneAddress();
};

namespace
{

QDateTime now()
{
    return QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC);
}

HealthReadings quiet()
{
    HealthReadings readings;
    readings.at = now();
    readings.freeBytes = qint64{100} * 1024 * 1024 * 1024;
    readings.day.limitUsd = 10.0;
    readings.month.limitUsd = 200.0;
    return readings;
}

HealthLimits limits(const Json &changes = Json::object())
{
    return HealthLimits::of(*Settings().with(changes));
}

HealthFinding findingOf(const std::vector<HealthFinding> &findings, HealthKind kind)
{
    const auto found = std::ranges::find(findings, kind, &HealthFinding::kind);
    return found == findings.end() ? HealthFinding() : *found;
}

HealthFinding judged(const HealthReadings &readings, HealthKind kind, const Json &changes = Json::object())
{
    return findingOf(judgeHealth(readings, limits(changes)), kind);
}

} // namespace

void HealthTest::aQuietDeskHasNothingToTell()
{
    const auto findings = judgeHealth(quiet(), limits());

    QCOMPARE(worstLevel(findings), HealthLevel::Ok);
    QVERIFY(findings.size() >= 7);
    QVERIFY(std::ranges::all_of(findings, [](const auto &finding) { return adviceOf(finding).isEmpty(); }));
}

void HealthTest::theWorstComesFirst()
{
    HealthReadings readings = quiet();
    readings.freeBytes = 1;
    readings.models = {{u"small"_s, false, ModelReading::Condition::Limited, {}}};
    readings.isAnswered = false;

    const auto findings = judgeHealth(readings, limits());

    QCOMPARE(findings.front().kind, HealthKind::Disk);
    QVERIFY(std::ranges::is_sorted(findings, std::ranges::greater(), &HealthFinding::level));
    QCOMPARE(worstLevel(findings), HealthLevel::Alarm);
}

void HealthTest::waitingGoesByAge()
{
    HealthReadings readings = quiet();
    readings.stored.waitingForDesk = {3, now().addSecs(-4 * 60)};
    QCOMPARE(judged(readings, HealthKind::WaitingForDesk).level, HealthLevel::Ok);
    readings.stored.waitingForDesk.oldest = now().addSecs(-5 * 60);
    QCOMPARE(judged(readings, HealthKind::WaitingForDesk).level, HealthLevel::Warning);
    readings.stored.waitingForDesk.oldest = now().addSecs(-30 * 60);
    const HealthFinding alarm = judged(readings, HealthKind::WaitingForDesk);
    QCOMPARE(alarm.level, HealthLevel::Alarm);
    QCOMPARE(alarm.value, 30.0);
    QCOMPARE(alarm.limit, 30.0);
    QCOMPARE(judged(readings, HealthKind::WaitingForDesk, {{"monitoring.waiting_alarm_min", 31}}).level,
             HealthLevel::Warning);
}

void HealthTest::theQueueGoesByTheWorseOfLengthAndAge()
{
    HealthReadings readings = quiet();
    readings.stored.waitingForPeople = {500, now().addSecs(-25 * 3600)};
    QCOMPARE(judged(readings, HealthKind::WaitingForPeople).level, HealthLevel::Alarm);
    readings.stored.waitingForPeople.count = 2;
    QCOMPARE(judged(readings, HealthKind::WaitingForPeople).level, HealthLevel::Warning);
    readings.stored.waitingForPeople.oldest = now().addSecs(-3600);
    QCOMPARE(judged(readings, HealthKind::WaitingForPeople).level, HealthLevel::Ok);
}

void HealthTest::errorsOfFewAreANotice()
{
    HealthReadings readings = quiet();
    readings.stored.turns = {9, 9};
    const HealthFinding turns = judged(readings, HealthKind::Turns);
    QCOMPARE(turns.level, HealthLevel::Notice);
    QVERIFY(turns.isTooFew);
}

void HealthTest::errorsOfManyAreJudged()
{
    HealthReadings readings = quiet();
    readings.stored.turns = {4, 100};
    QCOMPARE(judged(readings, HealthKind::Turns).level, HealthLevel::Ok);
    readings.stored.turns = {5, 100};
    QCOMPARE(judged(readings, HealthKind::Turns).level, HealthLevel::Warning);
    readings.stored.replies = {25, 100};
    QCOMPARE(judged(readings, HealthKind::Replies).level, HealthLevel::Alarm);
    readings.stored.tools = {{u"check_invoice"_s, {0, 40}}, {u"stripe_refund"_s, {20, 40}}};
    const auto findings = judgeHealth(readings, limits());
    const auto tool = std::ranges::find(findings, u"tool.stripe_refund"_s, &HealthFinding::key);
    QVERIFY(tool != findings.end());
    QCOMPARE(tool->level, HealthLevel::Alarm);
}

void HealthTest::mailboxesThatStayAwayBecomeAnAlarm()
{
    using enum ChannelReading::Condition;
    HealthReadings readings = quiet();
    readings.channels = {{u"support"_s, true, OutOfReach, u"no route"_s, now().addSecs(-29 * 60)}};
    QCOMPARE(judged(readings, HealthKind::Mailbox).level, HealthLevel::Warning);
    readings.channels.front().lastReached = now().addSecs(-30 * 60);
    QCOMPARE(judged(readings, HealthKind::Mailbox).level, HealthLevel::Alarm);
    readings.channels.front().condition = Failed;
    readings.channels.front().lastReached = now();
    QCOMPARE(judged(readings, HealthKind::Mailbox).level, HealthLevel::Alarm);
    readings.channels.front().condition = Starting;
    QCOMPARE(judged(readings, HealthKind::Mailbox).level, HealthLevel::Ok);
}

void HealthTest::modelsAreNoAlarm()
{
    using enum ModelReading::Condition;
    HealthReadings readings = quiet();
    readings.models = {{u"big"_s, true, Failing, u"key_wrong"_s}};
    QCOMPARE(judged(readings, HealthKind::Model).level, HealthLevel::Warning);
    readings.models.front().isInUse = false;
    QCOMPARE(judged(readings, HealthKind::Model).level, HealthLevel::Notice);
}

void HealthTest::budgetsAndDisk()
{
    HealthReadings readings = quiet();
    readings.models = {{u"big"_s, true, ModelReading::Condition::Works, {}}};
    readings.day.spentUsd = 8.0;
    readings.month.spentUsd = 199.0;
    QCOMPARE(judged(readings, HealthKind::DayBudget).level, HealthLevel::Warning);
    QCOMPARE(judged(readings, HealthKind::MonthBudget).level, HealthLevel::Alarm);
    readings.day = {0.0, 0.0}; // nothing may be spent, and nothing was
    QCOMPARE(judged(readings, HealthKind::DayBudget).level, HealthLevel::Ok);
    readings.freeBytes = qint64{1023} * 1024 * 1024;
    QCOMPARE(judged(readings, HealthKind::Disk).level, HealthLevel::Warning);
    readings.freeBytes = qint64{199} * 1024 * 1024;
    QCOMPARE(judged(readings, HealthKind::Disk).level, HealthLevel::Alarm);
}

void HealthTest::nobodyAnsweringIsAsSerious_data()
{
    QTest::addColumn<bool>("always");
    QTest::addColumn<int>("level");
    QTest::newRow("office hours") << false << static_cast<int>(HealthLevel::Warning);
    QTest::newRow("always") << true << static_cast<int>(HealthLevel::Alarm);
}

void HealthTest::nobodyAnsweringIsAsSerious()
{
    QFETCH(bool, always);
    QFETCH(int, level);
    HealthReadings readings = quiet();
    readings.isAnswered = false;

    const HealthFinding finding =
        judged(readings, HealthKind::Answering, {{"monitoring.always_answered", always}});

    QCOMPARE(static_cast<int>(finding.level), level);
}

void HealthTest::aChangeIsToldInWords()
{
    HealthReadings readings = quiet();
    readings.stored.before.categories = {400, 300, 200, 100, 0};
    readings.stored.now.categories = {20, 160, 10, 10, 0};

    const HealthFinding mix = judged(readings, HealthKind::CategoryMix);

    QCOMPARE(mix.level, HealthLevel::Alarm);
    QCOMPARE(mix.moved.size(), size_t(3));
    QCOMPARE(mix.moved.front().name, u"technical"_s);
    QCOMPARE(mix.moved.front().before, 0.3);
    QCOMPARE(mix.moved.front().now, 0.8);
    QVERIFY2(wordsOf(mix).contains(u"technical from 30.0 % to 80.0 %"_s), qPrintable(wordsOf(mix)));
    QVERIFY(wordsOf(mix).contains(u"population stability index"_s));
    QVERIFY(!adviceOf(mix).isEmpty());
}

void HealthTest::changesOfFewAreNotJudged()
{
    HealthReadings readings = quiet();
    readings.stored.before.confidence = {0, 0, 0, 0, 0, 0, 0, 0, 100, 900};
    readings.stored.now.confidence = {49, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    QCOMPARE(judged(readings, HealthKind::Confidence).level, HealthLevel::Ok);
    readings.stored.now.confidence.front() = 50;
    QCOMPARE(judged(readings, HealthKind::Confidence).level, HealthLevel::Alarm);
}

void HealthTest::anAlarmIsNeverMilderThanItsWarning()
{
    const HealthLimits turned = limits({{"monitoring.waiting_warning_min", 60},
                                        {"monitoring.waiting_alarm_min", 10},
                                        {"monitoring.disk_warning_mb", 100},
                                        {"monitoring.disk_alarm_mb", 500}});
    QCOMPARE(turned.waitingMinutes.alarm, 60.0);
    QCOMPARE(turned.freeMegabytes.alarm, 100.0);
}

void HealthTest::everyFindingHasWords()
{
    for (int kind = 0; kind < healthKinds; ++kind) {
        for (const HealthLevel level :
             {HealthLevel::Ok, HealthLevel::Notice, HealthLevel::Warning, HealthLevel::Alarm}) {
            HealthFinding finding;
            finding.kind = static_cast<HealthKind>(kind);
            finding.name = u"support"_s;
            finding.level = level;
            QVERIFY(!titleOf(finding).isEmpty());
            QVERIFY(!wordsOf(finding).isEmpty());
            QCOMPARE(adviceOf(finding).isEmpty(), level == HealthLevel::Ok);
            QVERIFY(!finding.key().isEmpty());
        }
    }
}

void HealthTest::alarmAddressIsOneAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("none") << QString() << true;
    QTest::newRow("one") << u"ops@example.com"_s << true;
    QTest::newRow("two") << u"ops@example.com,it@example.com"_s << false;
    QTest::newRow("a header") << u"ops@example.com\nBcc: all@example.com"_s << false;
    QTest::newRow("a name") << u"Ops <ops@example.com>"_s << false;
    QTest::newRow("a word") << u"ops"_s << false;
}

void HealthTest::alarmAddressIsOneAddress()
{
    QFETCH(QString, address);
    QFETCH(bool, isTaken);
    QCOMPARE(Settings().with(u"monitoring.alarm_address"_s, Json(address)).has_value(), isTaken);
}

QTEST_GUILESS_MAIN(HealthTest)
#include "tst_health.moc"
