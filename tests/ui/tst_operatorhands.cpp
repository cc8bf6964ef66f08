// What an operator's hands rely on: nothing swaps below them, nothing is lost, undo undoes.

#include "WindowBench.h"

#include "queue/QueueModel.h"
#include "widgets/InlineBar.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::FakeDesk;
using Test::WindowBench;

class OperatorHandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messageOfTheOpenCustomerLeavesItOpen();
    void newerConversationsOpenNothing();
    void arrivalInAnEmptyViewOpensNothing();
    void rowOfTheOpenOneIsHighlightedOnEveryWay_data();
    void rowOfTheOpenOneIsHighlightedOnEveryWay();
    void backLeadsToWhatWasOpenBefore();
    void sendButtonSaysWhatItDoes();
    void secondPressOfTheSameKeySendsNothing();
    void ownWordsLeaveHoweverSoonAfterTheLastReply();
    void wordsTypedWhileAConversationLoadsAreForIt();
    void strayKeysOnAConversationThatLeavesChangeNothing();
    void undoIsNotTooQuickForTheStore();
    void whatCameBackCanBeSentAgain();
    void whatIsBeingSentIsShownOnEveryChannel();
    void everyMoveIsUndoneExactly_data();
    void everyMoveIsUndoneExactly();
    void takenConversationMayBeginWithTheDraft();
    void resolvingAsksAboutWhatWaits();
    void decidedActsStayInTheThread();
    void denyingAsksForAReason();

private:
    static void putRefundBehindTheDraft(WindowBench &bench, ConversationId id);
};

// The visitor asks for a person while the operator types: the conversation leaves Review, and stays open.
void OperatorHandsTest::messageOfTheOpenCustomerLeavesItOpen()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.press(Qt::Key_J);
    QVERIFY(bench.waitOpen(2));
    bench.press(Qt::Key_E);
    bench.press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"Half of a"_s);

    QSignalSpy refreshed(&bench.queue().model(), &QueueModel::loaded);
    bench.desk.change(ConversationId{2}, [](ConversationView &view) {
        ThreadEntry wish = view.thread.front();
        wish.text = u"let me talk to a real person"_s;
        view.thread.push_back(wish);
        view.row.decision = Decision::Escalated;
        view.row.hasDraft = view.row.isUnread = false;
        view.row.needsAttention = true;
        view.row.pendingApprovals = 0;
        view.draft.reset();
    });
    QVERIFY(refreshed.count() > 0 || refreshed.wait());
    QTest::keyClicks(QApplication::focusWidget(), u" sentence"_s);

    QVERIFY(bench.waitOpen(2));
    QCOMPARE(bench.composer().text(), u"Half of a sentence"_s);
    const QueueModel &model = bench.queue().model();
    const QModelIndex row = model.index(model.rowOf(ConversationId{2}));
    QTRY_COMPARE(row.data(QueueModel::PlaceRole).toString(), u"Moved to Escalated"_s);
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains("Moved to Escalated"_L1));

    bench.press(Qt::Key_Escape);
    bench.queue().step(1); // leaving it takes the row away

    QTRY_VERIFY(model.rowOf(ConversationId{2}) < 0);
    QVERIFY(bench.desk.savedDrafts.value(2) == "Half of a sentence"_L1);
}

// A page of newer rows pushes the open one out of what the desk gives.
void OperatorHandsTest::newerConversationsOpenNothing()
{
    WindowBench bench(FakeDesk::Content::Many);
    QVERIFY(bench.isReady());
    const auto before = bench.opened();
    QSignalSpy opened(&bench.queue(), &QueuePane::conversationChosen);
    QSignalSpy refreshed(&bench.queue().model(), &QueueModel::loaded);
    for (int i = 0; i < 2 * QueueModel::pageSize; ++i)
        bench.desk.addConversation(ConversationId{-2000 + i}, u"Newcomer %1"_s.arg(i));
    QVERIFY(refreshed.count() > 0 || refreshed.wait());

    QCOMPARE(opened.count(), 0);
    QVERIFY(bench.waitOpen(before->value));
    QVERIFY(bench.queue()
                .model()
                .index(bench.queue().model().rowOf(*before))
                .data(QueueModel::PlaceRole)
                .toString()
                .isEmpty());
}

void OperatorHandsTest::arrivalInAnEmptyViewOpensNothing()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.queue().setView(QueueView::Mine);
    QTRY_VERIFY(!bench.pane().current());

    QSignalSpy refreshed(&bench.queue().model(), &QueueModel::loaded);
    bench.desk.change(ConversationId{2}, [&](ConversationView &view) { view.row.assignee = u"Iris"_s; });
    QTRY_COMPARE(bench.queue().model().rowCount(), 1);

    QVERIFY(!bench.pane().current());
    QVERIFY(!bench.highlighted());
}

void OperatorHandsTest::rowOfTheOpenOneIsHighlightedOnEveryWay_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"palette", "ticket", "search", "back"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

// Jun's conversation is in another view than the one that is shown.
void OperatorHandsTest::rowOfTheOpenOneIsHighlightedOnEveryWay()
{
    QFETCH(QString, way);
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.queue().setView(QueueView::Escalated);
    QTRY_VERIFY(bench.highlighted() && bench.opened() == bench.highlighted());
    const auto first = *bench.opened();

    if (way == "palette"_L1) {
        bench.window->showPalette();
        auto *field = bench.find<QLineEdit>(u"paletteField"_s);
        auto *list = bench.find<QListView>(u"paletteList"_s);
        field->setText(u"Takeda"_s);
        QTRY_COMPARE(list->model()->index(0, 0).data().toString(), u"Jun Takeda"_s);
        QTest::keyClick(field, Qt::Key_Return);
    } else if (way == "search"_L1) {
        bench.queue().focusSearch();
        QTest::keyClicks(QApplication::focusWidget(), u"Takeda"_s);
        bench.press(Qt::Key_Return);
    } else {
        bench.window->openConversation(ConversationId{5});
    }
    QVERIFY(bench.waitOpen(5));
    if (way != "back"_L1)
        return;
    bench.press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(bench.waitOpen(first.value));
    QTRY_VERIFY(bench.queue().model().rowOf(ConversationId{5}) < 0); // the guest has left
}

void OperatorHandsTest::backLeadsToWhatWasOpenBefore()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    auto *back = bench.find<QToolButton>(u"back"_s);
    QVERIFY(!back->isVisible());
    bench.press(Qt::Key_J);
    QVERIFY(bench.waitOpen(2));
    bench.press(Qt::Key_J);
    QVERIFY(bench.waitOpen(3));
    QVERIFY(back->isVisible());
    bench.window->openArticle(u"refunds"_s, 0); // a source, and back from it

    bench.press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(bench.window->room(), Room::Inbox);
    QVERIFY(bench.waitOpen(3));
    back->click();
    QVERIFY(bench.waitOpen(2));
    bench.press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(bench.waitOpen(1));
}

// A call that waits for the mode alone: sending carries it out.
void OperatorHandsTest::putRefundBehindTheDraft(WindowBench &bench, ConversationId id)
{
    bench.desk.change(id, [](ConversationView &view) {
        ApprovalView refund;
        refund.id = ApprovalId{77};
        refund.conversation = view.row.id;
        refund.tool = u"process_refund"_s;
        refund.effect = u"Refund 49.00 USD to card ending 4242 for INV-1042"_s;
        refund.amount = Money{4900, u"USD"_s};
        refund.isForMode = true;
        view.approvals = {refund};
    });
}

void OperatorHandsTest::sendButtonSaysWhatItDoes()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.press(Qt::Key_J);
    QVERIFY(bench.waitOpen(2));
    auto *send = bench.find<QPushButton>(u"sendReply"_s);
    QCOMPARE(send->text(), u"Send"_s);
    putRefundBehindTheDraft(bench, ConversationId{2});

    QTRY_COMPARE(send->text(), u"Refund 49.00\u00a0USD and send"_s);
    QCOMPARE(send->accessibleName(), send->text());
    const auto *acts = bench.find<QLabel>(u"sendingDoes"_s);
    QVERIFY(acts->isVisible());
    QVERIFY(acts->text().contains("card ending 4242 for INV-1042"_L1));

    bench.press(Qt::Key_Return, Qt::ControlModifier);

    auto *strip = bench.find<QWidget>(u"undoStrip"_s);
    QTRY_VERIFY(strip->isVisible());
    QVERIFY2(strip->accessibleName().contains(u"Refund 49.00\u00a0USD"_s),
             qPrintable(strip->accessibleName()));
    QVERIFY(strip->accessibleName().contains("Theo Okafor"_L1));
}

// The next conversation opens under the finger that sent the last one.
void OperatorHandsTest::secondPressOfTheSameKeySendsNothing()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.press(Qt::Key_J);
    QVERIFY(bench.waitOpen(2));
    bench.composer().setRepeatPause(3'600'000);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.opened() && *bench.opened() != ConversationId{2});
    bench.queue().open(ConversationId{5});
    QVERIFY(bench.waitOpen(5));
    QVERIFY(!bench.composer().text().isEmpty());

    bench.press(Qt::Key_Return, Qt::ControlModifier);

    QCOMPARE(bench.desk.calls.count(u"send"_s), 1);
    bench.composer().setRepeatPause(0); // a while later
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.desk.calls.count(u"send"_s), 2);
}

void OperatorHandsTest::ownWordsLeaveHoweverSoonAfterTheLastReply()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.press(Qt::Key_J);
    QVERIFY(bench.waitOpen(2));
    bench.composer().setRepeatPause(3'600'000);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.opened() && *bench.opened() != ConversationId{2});
    bench.queue().open(ConversationId{5});
    QVERIFY(bench.waitOpen(5));
    bench.composer().setText(u"It is done."_s);

    bench.press(Qt::Key_Return, Qt::ControlModifier);

    QTRY_COMPARE(bench.desk.sentText, std::optional(u"It is done."_s));
}

// No event is processed between the keys: a store that takes its time.
void OperatorHandsTest::wordsTypedWhileAConversationLoadsAreForIt()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    const ConversationId before = *bench.opened();
    bench.press(Qt::Key_J);
    QVERIFY(bench.pane().isLoading());
    bench.press(Qt::Key_E);
    bench.press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"Reply to jkxm"_s);
    QVERIFY(bench.pane().isLoading());

    QVERIFY(bench.waitOpen(2));

    QCOMPARE(bench.composer().text(), u"Reply to jkxm"_s);
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.desk.sentText, std::optional(u"Reply to jkxm"_s));
    QVERIFY(!bench.desk.savedDrafts.contains(before.value));
}

// The focus was still in the reply to the one before; nobody asked to write to the next.
void OperatorHandsTest::strayKeysOnAConversationThatLeavesChangeNothing()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    const ConversationId before = *bench.opened();
    bench.press(Qt::Key_E);
    const QString draft = bench.pane().view().draft->text;
    bench.queue().open(ConversationId{5});
    QTest::keyClicks(QApplication::focusWidget(), u"stray"_s);
    QVERIFY(bench.pane().isLoading());

    QVERIFY(bench.waitOpen(5));

    QVERIFY(!bench.composer().text().contains("stray"_L1));
    bench.queue().open(before);
    QVERIFY(bench.waitOpen(before.value));
    QCOMPARE(bench.composer().text(), draft);
}

void OperatorHandsTest::undoIsNotTooQuickForTheStore()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.queue().open(ConversationId{5});
    QVERIFY(bench.waitOpen(5));
    const QString draft = bench.composer().text();

    bench.press(Qt::Key_Return, Qt::ControlModifier);
    bench.press(Qt::Key_Z);

    QTRY_COMPARE(bench.desk.calls.count(u"undoSend"_s), 1);
    QVERIFY(bench.waitOpen(5));
    QTRY_COMPARE(bench.composer().text(), draft);
    QVERIFY(!bench.pane().isUndoOffered());
}

void OperatorHandsTest::whatCameBackCanBeSentAgain()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.queue().open(ConversationId{5});
    QVERIFY(bench.waitOpen(5));
    QVERIFY(bench.pane().findChild<QPushButton *>(u"sendAgain"_s) == nullptr);

    bench.desk.change(ConversationId{5}, [](ConversationView &view) {
        ThreadEntry reply;
        reply.author = Author::Operator;
        reply.text = u"Hello"_s;
        reply.at = QDateTime::currentDateTimeUtc();
        reply.delivery = Delivery::Failed;
        reply.failure = u"It did not reach ada@gone.example: there is no such domain."_s;
        reply.outbox = OutboxId{77};
        view.thread.push_back(reply);
    });

    QTRY_VERIFY(bench.pane().findChild<QPushButton *>(u"sendAgain"_s) != nullptr);
    bench.pane().findChild<QPushButton *>(u"sendAgain"_s)->click();
    QTRY_COMPARE(bench.desk.calls.count(u"sendAgain"_s), 1);
}

void OperatorHandsTest::whatIsBeingSentIsShownOnEveryChannel()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.queue().open(ConversationId{5}); // a chat
    QVERIFY(bench.waitOpen(5));
    QCOMPARE(bench.pane().view().row.channel, ChannelKind::Chat);
    const QString draft = bench.composer().text();
    bench.press(Qt::Key_Return, Qt::ControlModifier);

    auto *strip = bench.find<QWidget>(u"undoStrip"_s);
    QTRY_VERIFY(strip->isVisible());
    QVERIFY(strip->accessibleName().contains(draft.left(40)));
    bench.press(Qt::Key_Z);
    QVERIFY(bench.waitOpen(5));
    QTRY_COMPARE(bench.composer().text(), draft);
}

void OperatorHandsTest::everyMoveIsUndoneExactly_data()
{
    QTest::addColumn<QString>("move");
    for (const char *move : {"take over", "hand back", "resolve"})
        QTest::newRow(move) << QString::fromLatin1(move);
}

void OperatorHandsTest::everyMoveIsUndoneExactly()
{
    QFETCH(QString, move);
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.queue().open(ConversationId{5});
    QVERIFY(bench.waitOpen(5));
    bench.desk.change(ConversationId{5}, [&](ConversationView &view) {
        view.row.status = ConversationStatus::Waiting;
        if (move == "hand back"_L1) {
            view.row.status = ConversationStatus::TakenOver;
            view.row.assignee = u"Iris"_s;
        }
    });
    QTRY_VERIFY(bench.pane().view().row.status != ConversationStatus::Open);
    const QueueRow before = bench.pane().view().row;
    const QString draft = bench.composer().text();

    bench.press(move == "resolve"_L1 ? Qt::Key_R : Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(bench.pane().view().row.status != before.status);
    InlineBar &bar = move == "resolve"_L1 ? bench.queue().bar() : bench.pane().bar();
    QTRY_VERIFY(bar.isVisible());
    auto *undo = bar.findChild<QPushButton *>();
    QTRY_COMPARE(undo->text(), u"Undo"_s);
    undo->click();

    QTRY_VERIFY(bench.pane().view().row.status == before.status);
    QCOMPARE(bench.pane().view().row.assignee, before.assignee);
    QTRY_COMPARE(bench.composer().text(), draft);
}

void OperatorHandsTest::takenConversationMayBeginWithTheDraft()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.queue().open(ConversationId{5});
    QVERIFY(bench.waitOpen(5));
    const QString draft = bench.composer().text();
    bench.press(Qt::Key_T, Qt::ControlModifier);
    auto *begin = bench.find<QPushButton>(u"beginWithDraft"_s);
    QTRY_VERIFY(begin->isVisible());
    QVERIFY(bench.composer().text().isEmpty());

    begin->click();

    QCOMPARE(bench.composer().text(), draft);
    QVERIFY(!begin->isVisible());
}

void OperatorHandsTest::resolvingAsksAboutWhatWaits()
{
    WindowBench bench;
    QVERIFY(bench.isReady()); // Mara's refund waits
    bench.press(Qt::Key_R, Qt::ControlModifier);

    QTRY_VERIFY(bench.pane().bar().isVisible());
    QVERIFY(!bench.desk.calls.contains(u"resolve 1"_s));
    QVERIFY(bench.pane().bar().accessibleName().contains("withdraws"_L1));
    bench.pane().bar().findChild<QPushButton *>()->click();
    QTRY_VERIFY(bench.desk.calls.contains(u"resolve 1"_s));
}

void OperatorHandsTest::decidedActsStayInTheThread()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    const auto isRead = [&] {
        const auto *effect = bench.find<QLabel>(u"approvalEffect"_s);
        return effect && !effect->visibleRegion().isEmpty();
    };
    QTRY_VERIFY(isRead());
    bench.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);

    const auto isTold = [&] {
        const auto labels = bench.pane().findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text().contains(u"Iris approved: Refund 249.00\u00a0USD to card ending 4242"_s);
        });
    };
    QTRY_VERIFY(isTold());
    QVERIFY(bench.pane().view().approvals.empty());
}

void OperatorHandsTest::denyingAsksForAReason()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    auto *reason = bench.find<QLineEdit>(u"denyReason"_s);
    QTRY_VERIFY(reason->isVisible() && reason->hasFocus());
    auto *confirm = bench.find<QPushButton>(u"denyForReason"_s);
    QVERIFY(!confirm->isEnabled());
    bench.press(Qt::Key_Return);
    QVERIFY(!bench.desk.calls.join(u' ').contains("deny"_L1));
    QTest::keyClicks(reason, u"paid twice by her bank"_s);

    bench.press(Qt::Key_Return);

    QTRY_VERIFY(bench.desk.calls.contains(u"deny digest-1 paid twice by her bank"_s));
    const auto isTold = [&] {
        const auto labels = bench.pane().findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text().contains("Iris denied"_L1) &&
                   label->text().contains("paid twice by her bank"_L1);
        });
    };
    QTRY_VERIFY(isTold());
}

QTEST_MAIN(OperatorHandsTest)
#include "tst_operatorhands.moc"
