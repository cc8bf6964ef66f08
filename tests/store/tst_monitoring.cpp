#include "core/Clock.h"
#include "monitoring/AlarmKeeper.h"
#include "store/SqliteAlarmRepository.h"
#include "store/SqliteHealthRepository.h"
#include "store/SqliteNotificationRepository.h"
#include "store/SqliteOutboxRepository.h"
#include "store/SqliteOutgoingMailRepository.h"
#include "store/SqliteUnitOfWork.h"
#include "StoreTestSupport.h"

#include <algorithm>
#include <array>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

// What the store tells of the desk's health, and alarms that are told once, whatever ends in between.
class MonitoringStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatWaits();
    void countsErrorsOfTheirTime();
    void countsTheMixOfBothPeriods();
    void anAlarmIsToldOnce();
    void aRestartTellsNothingAgain();
    void whatComesAndGoesIsOneAlarm();
    void mailsAreLimited();
    void withoutAnAddressNothingIsMailed();
    void mailsLeaveByTheGivenMailbox();
    void aFailureTellsNothing();
    void oldAlarmsGo();
};

namespace
{

HealthFinding alarm(const QString &name = u"support"_s)
{
    HealthFinding finding;
    finding.kind = HealthKind::Mailbox;
    finding.name = name;
    finding.level = HealthLevel::Alarm;
    finding.channel = ChannelReading::Condition::Failed;
    finding.detail = u"the password was refused"_s;
    return finding;
}

AlarmRules rules(int mails = 10, int quietMinutes = 5)
{
    return {u"ops@example.com"_s, mails, quietMinutes, {}, u"default"_s};
}

struct Desk {
    TemporaryStore store;
    SqliteAlarmRepository alarms{*store.database};
    SqliteNotificationRepository notifications{*store.database};
    SqliteOutboxRepository outbox{*store.database};
    SqliteUnitOfWork unit{*store.database};

    Result<AlarmKeeper::Changes> keep(const std::vector<HealthFinding> &findings, const QDateTime &now,
                                      const AlarmRules &how = rules())
    {
        return AlarmKeeper({alarms, notifications, outbox, unit}).keep(findings, how, now);
    }
    std::vector<OutboxItem> mails() { return *outbox.withState(OutboxState::Queued, 100); }
    void run(const QString &sql)
    {
        const auto done = store.database->write([&](Connection &connection) -> Result<> {
            auto statement = connection.run(sql);
            return statement ? Result<>() : Result<>(statement.error());
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    // An outcome of a new conversation.
    qint64 addOutcome(const QString &customer, const QString &category, double confidence,
                      const QDateTime &when, const QString &reasons = u"[]"_s)
    {
        const Opened opened = openConversation(*store.database, customer, u"hello"_s, when);
        const qint64 message = opened.message.value;
        const QString time = toIso(when);
        run(u"INSERT INTO runs (id, conversation, message, state, started, updated) VALUES (%1, %2, %1, "
            "'finished', '%3', '%3')"_s.arg(message)
                .arg(opened.conversation.id.value)
                .arg(time));
        run(u"INSERT INTO outcomes (message, run, conversation, category, intent, confidence, decision, "
            "shadow, priority, engine, degraded, document, at) VALUES (%1, %1, %2, '%3', '', %4, "
            "'auto_send', 0, 'normal', 'builtin', '', '{\"escalation_reasons\":%5}', '%6')"_s.arg(message)
                .arg(opened.conversation.id.value)
                .arg(category)
                .arg(confidence)
                .arg(reasons, time));
        return message;
    }
};

HealthPeriods periods()
{
    return {at(-60), at(-24 * 60), at(-29 * 24 * 60)};
}

} // namespace

void MonitoringStoreTest::countsWhatWaits()
{
    Desk desk;
    openConversation(*desk.store.database, u"cus_1"_s, u"first"_s, at(-7));
    const Opened second = openConversation(*desk.store.database, u"cus_2"_s, u"second"_s, at(-3));
    const Opened taken = openConversation(*desk.store.database, u"cus_3"_s, u"third"_s, at(-90));
    desk.run(u"UPDATE conversations SET status = 'taken_over', attention = 1, updated = '%2' WHERE id = %1"_s
                 .arg(taken.conversation.id.value)
                 .arg(toIso(at(-80))));
    desk.run(u"UPDATE conversations SET attention = 1 WHERE id = %1"_s.arg(second.conversation.id.value));
    const Opened resolved = openConversation(*desk.store.database, u"cus_4"_s, u"fourth"_s, at(-500));
    desk.run(u"UPDATE conversations SET status = 'resolved', attention = 1 WHERE id = %1"_s.arg(
        resolved.conversation.id.value));

    const Opened answered = openConversation(*desk.store.database, u"cus_5"_s, u"fifth"_s, at(-900));
    desk.run(u"UPDATE conversations SET status = 'taken_over', attention = 1, last_author = 'operator' WHERE "
             "id = %1"_s.arg(answered.conversation.id.value));

    const auto health = SqliteHealthRepository(*desk.store.database).read(periods());

    VERIFY_RESULT(health);
    QCOMPARE(health->waitingForDesk.count, 2);
    QCOMPARE(health->waitingForDesk.oldest, at(-7));
    QCOMPARE(health->waitingForPeople.count, 2);
    QCOMPARE(health->waitingForPeople.oldest, at(-80));
}

void MonitoringStoreTest::countsErrorsOfTheirTime()
{
    Desk desk;
    desk.addOutcome(u"cus_1"_s, u"billing"_s, 0.9, at(-70), u"[\"engine_failed\"]"_s); // before that time
    const qint64 message =
        desk.addOutcome(u"cus_2"_s, u"billing"_s, 0.9, at(-50), u"[\"policy\",\"engine_failed\"]"_s);
    desk.addOutcome(u"cus_3"_s, u"billing"_s, 0.9, at(-10));
    for (const auto &[seq, status] : {std::pair(0, "done"), std::pair(1, "failed"), std::pair(2, "failed")})
        desk.run(u"INSERT INTO tool_calls (message, seq, name, args, status, result, micros) VALUES (%1, %2, "
                 "'check_invoice', '{}', '%3', 'null', 1)"_s.arg(message)
                     .arg(seq)
                     .arg(QLatin1String(status)));
    const auto addMail = [&](const char *key, const char *state, const QDateTime &when) {
        desk.run(u"INSERT INTO outbox (key, channel, body, state, created, due, sent) VALUES ('%1', 'mail', "
                 "'x', '%2', '%3', '%3', '%3')"_s.arg(QLatin1String(key), QLatin1String(state), toIso(when)));
    };
    addMail("draft:1", "sent", at(-5));
    addMail("draft:2", "failed", at(-5));
    addMail("draft:3", "unknown", at(-200));
    addMail("alarm:1:begun", "failed", at(-5)); // would feed itself

    const auto health = SqliteHealthRepository(*desk.store.database).read(periods());

    VERIFY_RESULT(health);
    QCOMPARE(health->turns.failed, 1);
    QCOMPARE(health->turns.total, 2);
    QCOMPARE(health->replies.failed, 1);
    QCOMPARE(health->replies.total, 2);
    QCOMPARE(health->tools.size(), size_t(1));
    QCOMPARE(health->tools.front().name, u"check_invoice"_s);
    QCOMPARE(health->tools.front().calls.failed, 2);
    QCOMPARE(health->tools.front().calls.total, 3);
}

void MonitoringStoreTest::countsTheMixOfBothPeriods()
{
    Desk desk;
    constexpr int day = 24 * 60;
    desk.addOutcome(u"cus_1"_s, u"billing"_s, 1.0, at(-2 * day));
    desk.addOutcome(u"cus_2"_s, u"technical"_s, 0.55, at(-3 * day));
    desk.addOutcome(u"cus_3"_s, u"technical"_s, 0.0, at(-30));
    desk.addOutcome(u"cus_4"_s, u"general"_s, 0.5, at(-60 * day)); // too long ago

    const auto health = SqliteHealthRepository(*desk.store.database).read(periods());

    VERIFY_RESULT(health);
    QCOMPARE(health->before.categories, (std::array<qint64, 5>{1, 1, 0, 0, 0}));
    QCOMPARE(health->now.categories, (std::array<qint64, 5>{0, 1, 0, 0, 0}));
    QCOMPARE(health->before.confidence, (std::array<qint64, 10>{0, 0, 0, 0, 0, 1, 0, 0, 0, 1}));
    QCOMPARE(health->now.confidence, (std::array<qint64, 10>{1, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
}

void MonitoringStoreTest::anAlarmIsToldOnce()
{
    Desk desk;

    for (int minute = 0; minute < 60; ++minute)
        VERIFY_RESULT(desk.keep({alarm()}, at(minute)));

    QCOMPARE(desk.notifications.unseen(10)->size(), size_t(1));
    QVERIFY(desk.notifications.unseen(10)->front().text.startsWith(u"Alarm: Mailbox support"_s));
    QCOMPARE(desk.mails().size(), size_t(1));
    const NewOutboxItem mail = desk.mails().front().item;
    QCOMPARE(mail.recipient, u"ops@example.com"_s);
    QCOMPARE(mail.channel, ChannelKind::Mail);
    QCOMPARE(mail.subject, u"Alarm: Mailbox support"_s);
    QVERIFY2(mail.body.contains(u"the password was refused"_s), qPrintable(mail.body));
    QCOMPARE(desk.alarms.standing()->front().since, at(0));
}

void MonitoringStoreTest::aRestartTellsNothingAgain()
{
    Desk desk;
    VERIFY_RESULT(desk.keep({alarm()}, at(0)));
    const auto second = Database::open(desk.store.path(), {.durability = Durability::None});
    VERIFY_RESULT(second);
    SqliteAlarmRepository alarms(**second);
    SqliteNotificationRepository notifications(**second);
    SqliteOutboxRepository outbox(**second);
    SqliteUnitOfWork unit(**second);

    const auto changes = AlarmKeeper({alarms, notifications, outbox, unit}).keep({alarm()}, rules(), at(1));

    VERIFY_RESULT(changes);
    QVERIFY(changes->begun.empty());
    QCOMPARE(desk.mails().size(), size_t(1));
    QCOMPARE(desk.notifications.unseen(10)->size(), size_t(1));
}

void MonitoringStoreTest::whatComesAndGoesIsOneAlarm()
{
    Desk desk;
    VERIFY_RESULT(desk.keep({alarm()}, at(0)));
    VERIFY_RESULT(desk.keep({}, at(1)));
    VERIFY_RESULT(desk.keep({}, at(4)));
    VERIFY_RESULT(desk.keep({alarm()}, at(5)));
    VERIFY_RESULT(desk.keep({}, at(6)));
    VERIFY_RESULT(desk.keep({}, at(10)));
    QCOMPARE(desk.alarms.standing()->size(), size_t(1));
    QCOMPARE(desk.mails().size(), size_t(1));

    const auto changes = desk.keep({}, at(11));

    VERIFY_RESULT(changes);
    QCOMPARE(changes->ended.size(), size_t(1));
    QVERIFY(desk.alarms.standing()->empty());
    QCOMPARE(desk.alarms.ended(10)->front().until, at(11));
    QCOMPARE(desk.mails().size(), size_t(2));
    QCOMPARE(desk.mails().back().item.subject, u"Over: Mailbox support"_s);
    QCOMPARE(desk.notifications.unseen(10)->size(), size_t(1));
    VERIFY_RESULT(desk.keep({}, at(12)));
    QCOMPARE(desk.mails().size(), size_t(2));
}

void MonitoringStoreTest::mailsAreLimited()
{
    Desk desk;
    for (int number = 0; number < 20; ++number)
        VERIFY_RESULT(desk.keep({alarm(u"m%1"_s.arg(number))}, at(10 * number), rules(3, 0)));

    const auto mails = desk.mails();
    QCOMPARE(std::ranges::count_if(mails,
                                   [](const auto &mail) { return mail.item.subject.startsWith(u"Alarm"_s); }),
             3);
    // Each that was told is also told to be over; what was not told is not.
    QCOMPARE(mails.size(), size_t(6));
    QVERIFY(mails.at(0).item.body.contains(u"m0"_s) || mails.at(0).item.subject.contains(u"m0"_s));
    QCOMPARE(std::ranges::count_if(
                 mails, [](const auto &mail) { return mail.item.body.contains(u"the last of 3 mails"_s); }),
             1);
    QCOMPARE(desk.notifications.unseen(100)->size(), size_t(20));

    VERIFY_RESULT(desk.keep({alarm(u"tomorrow"_s)}, at(24 * 60 + 60), rules(3, 0)));
    QCOMPARE(desk.mails().back().item.subject, u"Alarm: Mailbox tomorrow"_s);
}

void MonitoringStoreTest::withoutAnAddressNothingIsMailed()
{
    Desk desk;
    AlarmRules silent = rules();
    silent.address.clear();
    VERIFY_RESULT(desk.keep({alarm()}, at(0), silent));
    silent.quietMinutes = 0;
    VERIFY_RESULT(desk.keep({}, at(1), silent));
    QVERIFY(desk.mails().empty());
    QCOMPARE(desk.notifications.unseen(10)->size(), size_t(1));
}

void MonitoringStoreTest::mailsLeaveByTheGivenMailbox()
{
    Desk desk;
    AlarmRules by = rules();
    by.account = u"support"_s;
    VERIFY_RESULT(desk.keep({alarm(u"sales"_s)}, at(0), by));
    SqliteOutgoingMailRepository outgoing(*desk.store.database);
    SqliteOutboxRepository lane(*desk.store.database, u"support"_s);

    QCOMPARE(*outgoing.accountsWithWork(), QStringList{u"support"_s});
    QCOMPARE(outgoing.counts(u"support"_s)->waiting, 1);
    QVERIFY(desk.outbox.claimDue(at(1), 10)->empty());
    const auto claimed = lane.claimDue(at(1), 10);
    VERIFY_RESULT(claimed);
    QCOMPARE(claimed->size(), size_t(1));
    QCOMPARE(claimed->front().item.account, u"support"_s);
}

// What tells an alarm and what remembers that it was told are stored together or not at all.
void MonitoringStoreTest::aFailureTellsNothing()
{
    Desk desk;
    desk.run(u"CREATE TRIGGER refused BEFORE INSERT ON notifications BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
    QVERIFY(!desk.keep({alarm()}, at(0)));
    QVERIFY(desk.alarms.standing()->empty());
    QVERIFY(desk.mails().empty());
    desk.run(u"DROP TRIGGER refused"_s);
    VERIFY_RESULT(desk.keep({alarm()}, at(1)));
    QCOMPARE(desk.mails().size(), size_t(1));
}

void MonitoringStoreTest::oldAlarmsGo()
{
    Desk desk;
    VERIFY_RESULT(desk.keep({alarm()}, at(0), rules(10, 0)));
    VERIFY_RESULT(desk.keep({}, at(1), rules(10, 0)));
    constexpr int longAfter = 91 * 24 * 60;
    VERIFY_RESULT(desk.keep({alarm(u"sales"_s)}, at(longAfter), rules(10, 0)));
    VERIFY_RESULT(desk.keep({}, at(longAfter + 1), rules(10, 0)));
    const auto ended = desk.alarms.ended(10);
    VERIFY_RESULT(ended);
    QCOMPARE(ended->size(), size_t(1));
    QCOMPARE(ended->front().key, u"mailbox.sales"_s);
}

QTEST_GUILESS_MAIN(MonitoringStoreTest)
#include "tst_monitoring.moc"
