#include "core/Instants.h"
#include "pipeline/PipelineWorld.h"
#include "store/SqliteAuditLog.h"

#include <QProcess>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

const QString olga = QStringLiteral("Olga");
const QString question = QStringLiteral("Please refund INV-1");

// The desk in which the act is done: above the limit for an approval, in mode suggest for a send.
std::unique_ptr<PipelineWorld> worldOf(const QString &path, const QString &act)
{
    auto world = std::make_unique<PipelineWorld>(path);
    if (act == QLatin1String("approve"))
        world->set("refund.approval_limit_minor", 1000);
    else if (act == QLatin1String("send") || act == QLatin1String("leave"))
        world->set("modes.billing", "suggest");
    return world;
}

SendRequest sendOf(ConversationId conversation)
{
    SendRequest request;
    request.conversation = conversation;
    request.operatorName = olga;
    request.noUndoWindow = true;
    return request;
}

// Sends what is due, with all that goes with it.
Result<int> sendDue(PipelineWorld &world)
{
    world.clock.set(world.clock.now().addSecs(10));
    OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {});
    sender.setPreparation(
        [&world](const OutboxItem &item) { return world.desk->carryOut(item, RunControl()); });
    if (auto recovered = sender.recover(); !recovered)
        return recovered.error();
    return sender.sendDue();
}

// Does the act whose end the program does not live to see.
int act(const QString &path, const QString &name, const QString &instant)
{
    const auto world = worldOf(path, name);
    if (!dieAt(instant))
        return 1;
    if (name == QLatin1String("answer")) {
        (void)world->say(question);
    } else if (name == QLatin1String("approve")) {
        const Approval waiting = PipelineWorld::made(world->approvals.pending()).front();
        (void)world->desk->approve(waiting.id, waiting.digest, olga, RunControl());
    } else if (name == QLatin1String("send")) {
        const Approval waiting = PipelineWorld::made(world->approvals.pending()).front();
        (void)world->desk->send(sendOf(waiting.request.conversation), RunControl());
    } else if (name == QLatin1String("leave")) { // at the end of the undo window
        const Approval waiting = PipelineWorld::made(world->approvals.pending()).front();
        SendRequest request = sendOf(waiting.request.conversation);
        request.noUndoWindow = false;
        (void)world->desk->send(request, RunControl());
        (void)sendDue(*world);
    } else {
        world->clock.set(at(5));
        OutboxSender sender(world->outbox, world->conversations, world->unitOfWork, world->clock, {});
        (void)sender.sendDue();
    }
    return 0; // the instant was not reached
}

} // namespace

// Run with --act, a database, an act and an instant, this program is the one that dies there.
class KillPointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasBegunIsDoneOnce_data();
    void whatWasBegunIsDoneOnce();

private:
    static void finish(PipelineWorld &world, const QString &act, ConversationId conversation);
};

void KillPointsTest::whatWasBegunIsDoneOnce_data()
{
    QTest::addColumn<QString>("act");
    QTest::addColumn<QString>("instant");
    const auto rows = [](const char *act, std::initializer_list<Instant> instants) {
        for (const Instant instant : instants) {
            const QString name = nameOf(instant);
            QTest::addRow("%s, %s", act, qPrintable(name)) << QString::fromLatin1(act) << name;
        }
    };
    rows("answer", {Instant::EffectBegun, Instant::EffectHappened});
    rows("approve", {Instant::ApprovalDecided, Instant::DecisionStored, Instant::EffectBegun,
                     Instant::EffectHappened, Instant::OutcomeReplaced});
    rows("send",
         {Instant::ApprovalDecided, Instant::DecisionStored, Instant::EffectBegun, Instant::EffectHappened});
    rows("leave", {Instant::ReplyClaimed, Instant::ApprovalDecided, Instant::DecisionStored,
                   Instant::EffectBegun, Instant::EffectHappened});
    rows("deliver", {Instant::ReplyClaimed});
}

// What the next start does, and the operator who looks at it.
void KillPointsTest::finish(PipelineWorld &world, const QString &act, ConversationId conversation)
{
    VERIFY_RESULT(world.desk->settle(RunControl()));
    if (act == QLatin1String("answer"))
        QCOMPARE(world.say(question).answer, QStringLiteral("Refunded."));
    if (act == QLatin1String("send"))
        VERIFY_RESULT(world.desk->send(sendOf(conversation), RunControl()));
    VERIFY_RESULT(sendDue(world));
}

void KillPointsTest::whatWasBegunIsDoneOnce()
{
    QFETCH(QString, act);
    QFETCH(QString, instant);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("helmdesk.sqlite"));
    ConversationId conversation{1};
    if (act != QLatin1String("answer"))
        conversation = worldOf(path, act)->say(question).conversation;

    QCOMPARE(QProcess::execute(QCoreApplication::applicationFilePath(),
                               {QStringLiteral("--act"), path, act, instant}),
             137);

    for (int start = 0; start < 2; ++start) { // a second start finds nothing left to do
        const auto world = worldOf(path, act);
        if (start == 0)
            finish(*world, act, conversation);
        else
            QCOMPARE(*world->desk->settle(RunControl()), 0);
        QCOMPARE(world->refunds(), size_t(1));
        QCOMPARE(world->store.number(QStringLiteral("SELECT count(*) FROM effects WHERE state = 'done'")), 1);
        QCOMPARE(world->store.number(QStringLiteral("SELECT count(*) FROM effects")), 1);
        const auto outcome = world->runs.latestOutcome(conversation);
        VERIFY_RESULT(outcome);
        QCOMPARE((*outcome)->outcome.tools.front().status, ToolStatus::Done);
        QCOMPARE((*outcome)->outcome.answer, QStringLiteral("Refunded."));
        QVERIFY(world->approvals.pending()->empty());
        QVERIFY(world->approvals.unsettled()->empty());
        // The customer's message and one reply.
        const auto thread = world->conversations.history(conversation);
        VERIFY_RESULT(thread);
        QCOMPARE(thread->size(), 2u);
        if (act == QLatin1String("leave"))
            QCOMPARE(thread->back().text, QStringLiteral("Refunded."));
        const auto check = SqliteAuditLog(*world->store.database).verify();
        VERIFY_RESULT(check);
        QVERIFY2(check->isIntact(), qPrintable(check->findings.join(QLatin1Char('\n'))));
    }
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 5 && arguments.at(1) == QLatin1String("--act"))
        return act(arguments.at(2), arguments.at(3), arguments.at(4));
    KillPointsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killpoints.moc"
