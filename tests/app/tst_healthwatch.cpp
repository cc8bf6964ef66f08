#include "app/HealthWatch.h"
#include "store/SqliteMailboxRepository.h"
#include "store/SqliteNotificationRepository.h"
#include "support/TestSupport.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

// How a workspace is looked at, and who keeps its alarms.
class HealthWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theAnsweringProgramKeepsTheAlarms();
    void anotherProgramOnlySaysThem();
    void whatStoodBeforeIsNotSaidAgain();
    void channelsOfTheProgramAreFindings();
    void mailboxesAreReadWhereSomebodyAnswers();
    void sendingMailboxIsFound();

private:
    std::unique_ptr<Workspace> open(const Clock *clock = nullptr)
    {
        WorkspaceOptions options;
        options.clock = clock;
        options.durability = Durability::None;
        options.isAnchored = false;
        auto workspace = Workspace::open(m_folder->path(), options);
        if (!workspace)
            qFatal("%s", qPrintable(workspace.error().detail));
        return std::move(*workspace);
    }
    static DeskStatus status(PartState chat)
    {
        DeskStatus status;
        status.engine = PartState::Ready;
        status.channels = {{u"Web chat"_s, chat, u"the port is taken"_s}};
        return status;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void HealthWatchTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void HealthWatchTest::theAnsweringProgramKeepsTheAlarms()
{
    const auto workspace = open();
    HealthWatch watch(*workspace);
    const QSignalSpy began(&watch, &HealthWatch::alarmBegan);
    const QSignalSpy ended(&watch, &HealthWatch::alarmEnded);
    VERIFY_RESULT(workspace->settingsRepository().save(u"monitoring.quiet_min"_s, Json(0), u"Robin"_s));
    VERIFY_RESULT(workspace->settingsRepository().save(u"monitoring.alarm_address"_s, Json("ops@example.com"),
                                                       u"Robin"_s));
    watch.setStatus(status(PartState::Failed), true);

    VERIFY_RESULT(watch.look());
    VERIFY_RESULT(watch.look());

    QCOMPARE(began.count(), 1);
    QCOMPARE(began.first().first().toString(), u"channel.Web chat"_s);
    QCOMPARE(workspace->notifications().unseen(10)->size(), size_t(1));
    QCOMPARE(workspace->outbox().withState(OutboxState::Queued, 10)->size(), size_t(1));
    watch.setStatus(status(PartState::Ready), true);
    VERIFY_RESULT(watch.look());
    QCOMPARE(ended.count(), 1);
    QCOMPARE(workspace->outbox().withState(OutboxState::Queued, 10)->size(), size_t(2));
}

void HealthWatchTest::anotherProgramOnlySaysThem()
{
    const auto workspace = open();
    HealthWatch keeper(*workspace);
    HealthWatch other(*workspace);
    const QSignalSpy began(&other, &HealthWatch::alarmBegan);
    keeper.setStatus(status(PartState::Ready), true);
    other.setStatus(status(PartState::Failed), false); // its channels are not open at all
    VERIFY_RESULT(other.look());
    QVERIFY(workspace->notifications().unseen(10)->empty());

    keeper.setStatus(status(PartState::Failed), true);
    VERIFY_RESULT(keeper.look());
    VERIFY_RESULT(other.look());
    VERIFY_RESULT(other.look());

    QCOMPARE(began.count(), 1);
    QCOMPARE(workspace->notifications().unseen(10)->size(), size_t(1));
}

void HealthWatchTest::whatStoodBeforeIsNotSaidAgain()
{
    const auto workspace = open();
    {
        HealthWatch watch(*workspace);
        watch.setStatus(status(PartState::Failed), true);
        VERIFY_RESULT(watch.look());
    }
    HealthWatch next(*workspace);
    const QSignalSpy began(&next, &HealthWatch::alarmBegan);
    const QSignalSpy looked(&next, &HealthWatch::looked);
    next.setStatus(status(PartState::Failed), true);

    VERIFY_RESULT(next.look());

    QCOMPARE(began.count(), 0);
    QCOMPARE(looked.first().first().toStringList(), QStringList{u"channel.Web chat"_s}); // but it stands
    QCOMPARE(workspace->notifications().unseen(10)->size(), size_t(1));
}

void HealthWatchTest::channelsOfTheProgramAreFindings()
{
    const auto workspace = open();
    HealthWatch watch(*workspace);
    watch.setStatus(status(PartState::Failed), true);

    const auto report = watch.report();

    VERIFY_RESULT(report);
    const HealthFinding &worst = report->findings.front();
    QCOMPARE(worst.kind, HealthKind::Channel);
    QCOMPARE(worst.name, u"Web chat"_s);
    QCOMPARE(worst.detail, u"the port is taken"_s);
    QVERIFY(report->readings.isAnswered);
    QVERIFY(report->readings.freeBytes.has_value());
}

void HealthWatchTest::mailboxesAreReadWhereSomebodyAnswers()
{
    const auto workspace = open();
    SqliteMailboxRepository mailboxes(workspace->database(), workspace->clock());
    MailAccount account;
    account.name = u"support"_s;
    account.address = u"support@example.com"_s;
    account.added = workspace->clock().now();
    VERIFY_RESULT(mailboxes.save(account, u"Robin"_s));
    MailboxState state;
    state.mailbox = u"support"_s;
    state.condition = MailboxCondition::Refused;
    state.lastError = u"the password was refused"_s;
    VERIFY_RESULT(mailboxes.saveState(state));

    const auto nobody = readHealth(*workspace, {false, {}});
    const auto somebody = readHealth(*workspace, {true, {}});

    VERIFY_RESULT(nobody);
    VERIFY_RESULT(somebody);
    QVERIFY(nobody->readings.channels.empty());
    QCOMPARE(somebody->findings.front().kind, HealthKind::Mailbox);
    QCOMPARE(somebody->findings.front().level, HealthLevel::Alarm);
}

void HealthWatchTest::sendingMailboxIsFound()
{
    const auto workspace = open();
    SqliteMailboxRepository mailboxes(workspace->database(), workspace->clock());
    QCOMPARE(*sendingMailbox(*workspace), QString());
    MailAccount account;
    account.address = u"support@example.com"_s;
    for (const auto &[name, mode] :
         {std::pair(u"a-drafts"_s, MailMode::DraftsOnly), std::pair(u"b-sends"_s, MailMode::Sending)}) {
        account.name = name;
        account.mode = mode;
        VERIFY_RESULT(mailboxes.save(account, u"Robin"_s));
    }
    QCOMPARE(*sendingMailbox(*workspace), u"b-sends"_s);
}

QTEST_GUILESS_MAIN(HealthWatchTest)
#include "tst_healthwatch.moc"
