// What an operator's hands rely on: nothing swaps below them, nothing changes by passing over it.

#include "WindowBench.h"

#include "conversation/ReplyEditor.h"
#include "inspector/Inspector.h"
#include "queue/QueueModel.h"
#include "settings/SettingEditor.h"
#include "settings/SettingsView.h"
#include "widgets/InlineBar.h"
#include "Words.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QTextBrowser>
#include <QTextEdit>
#include <QtMath>
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
    void wheelOverAControlChangesNothing();
    void looserSettingIsAskedAboutFirst_data();
    void looserSettingIsAskedAboutFirst();
    void stricterSettingIsSimplyKept();
    void sendButtonSaysWhatItDoes();
    void secondPressOfTheSameKeySendsNothing();
    void ownWordsLeaveHoweverSoonAfterTheLastReply();
    void whatIsBeingSentIsShownOnEveryChannel();
    void everyMoveIsUndoneExactly_data();
    void everyMoveIsUndoneExactly();
    void takenConversationMayBeginWithTheDraft();
    void resolvingAsksAboutWhatWaits();
    void decidedActsStayInTheThread();
    void denyingAsksForAReason();
    void whoWritesIsSeen();
    void longWordsGoOnInTheNextLine();
    void veryLongTextIsShortenedUntilAllIsAskedFor();
    void escapeLeavesTheSearchField();
    void searchLightsNoView();
    void snippetKeepsItsDistance();
    void menuOpensInsideTheScreen();
    void reasonsAreSaidInOneSentence();
    void noViewShowsInternalNames();
    void unsavedArticleIsKept();
    void cancelledArticleComesBack();
    void deletedArticleComesBack();
    void settingsEndWhereTheyEnd();
    void searchWithoutASettingSaysSo();
    void timesAreSaidInTheirUnits();

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
        QTRY_COMPARE(list->model()->index(list->model()->rowCount() - 1, 0).data().toString(),
                     u"Jun Takeda"_s);
        list->setCurrentIndex(list->model()->index(list->model()->rowCount() - 1, 0));
        QTest::keyClick(field, Qt::Key_Return);
    } else if (way == "search"_L1) {
        bench.queue().focusSearch();
        QTest::keyClicks(QApplication::focusWidget(), u"Takeda"_s);
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

// The wheel scrolls the page under the pointer, whatever control lies there.
void OperatorHandsTest::wheelOverAControlChangesNothing()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->setRoom(Room::Settings);
    auto *view = bench.window->findChild<SettingsView *>();
    QTRY_VERIFY(view->findChild<QComboBox *>(u"modes.billing"_s));
    view->setFocus();
    bench.desk.calls.clear();
    int passed = 0;
    const auto controls = bench.window->findChildren<QWidget *>();
    for (QWidget *control : controls) {
        const bool isControl = qobject_cast<QComboBox *>(control) ||
                               qobject_cast<QAbstractSpinBox *>(control) || qobject_cast<QSlider *>(control);
        if (!isControl || !control->isVisible())
            continue;
        for (const int turn : {120, -120, -120}) {
            const QPointF at = control->rect().center();
            QWheelEvent wheel(at, control->mapToGlobal(at), {}, {0, turn}, Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(control, &wheel);
            QVERIFY2(!wheel.isAccepted(), qPrintable(control->objectName())); // the page gets it
        }
        QVERIFY2(!control->hasFocus(), qPrintable(control->objectName()));
        ++passed;
    }

    QVERIFY(passed > 10);
    QVERIFY2(bench.desk.calls.isEmpty(), qPrintable(bench.desk.calls.join(u' ')));
}

void OperatorHandsTest::looserSettingIsAskedAboutFirst_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("mode") << u"modes.billing"_s;
    QTest::newRow("threshold") << u"answer.threshold"_s;
    QTest::newRow("money") << u"refund.approval_limit_minor"_s;
}

void OperatorHandsTest::looserSettingIsAskedAboutFirst()
{
    QFETCH(QString, name);
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->setRoom(Room::Settings);
    auto *view = bench.window->findChild<SettingsView *>();
    QTRY_VERIFY(view->findChild<QWidget *>(name));
    auto *control = view->findChild<QWidget *>(name);
    const auto loosen = [&] {
        if (auto *choice = qobject_cast<QComboBox *>(control)) {
            choice->setFocus();
            QTest::keyClick(choice, Qt::Key_End);
            Q_EMIT choice->activated(choice->currentIndex());
        } else if (auto *box = qobject_cast<QDoubleSpinBox *>(control)) {
            box->setValue(box->value() + 100.0);
        } else {
            auto *figure = view->findChild<QDoubleSpinBox *>(name + ".figure"_L1);
            figure->setValue(figure->value() - 0.1);
        }
    };
    const auto question = [&] { return view->findChild<QFrame *>(name + ".question"_L1); };
    const auto sentence = [&] {
        QString words;
        for (const QLabel *label : question()->findChildren<QLabel *>())
            words += label->text();
        return words;
    };

    loosen();
    QTRY_VERIFY(question() && question()->isVisible());
    QVERIFY2(sentence().contains("without"_L1), qPrintable(sentence()));
    QVERIFY(!bench.desk.calls.contains("setSetting "_L1 + name));
    question()->findChild<QPushButton *>(u"keepSetting"_s)->click();
    QTRY_VERIFY(!question());
    QVERIFY(!bench.desk.calls.contains("setSetting "_L1 + name));

    loosen();
    QTRY_VERIFY(question() && question()->isVisible());
    question()->findChild<QPushButton *>(u"changeSetting"_s)->click();
    QTRY_VERIFY(bench.desk.calls.contains("setSetting "_L1 + name));
}

void OperatorHandsTest::stricterSettingIsSimplyKept()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->setRoom(Room::Settings);
    auto *view = bench.window->findChild<SettingsView *>();
    QTRY_VERIFY(view->findChild<QDoubleSpinBox *>(u"answer.threshold.figure"_s));
    auto *figure = view->findChild<QDoubleSpinBox *>(u"answer.threshold.figure"_s);
    figure->setValue(figure->value() + 0.1);

    QTRY_VERIFY(bench.desk.calls.contains(u"setSetting answer.threshold"_s));
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
    QVERIFY2(strip->accessibleName().contains("Refund 49.00 USD"_L1), qPrintable(strip->accessibleName()));
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
    bench.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);

    const auto isTold = [&] {
        const auto labels = bench.pane().findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text().contains("Iris approved: Refund 249.00 USD to card ending 4242"_L1);
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

void OperatorHandsTest::whoWritesIsSeen()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.desk.change(ConversationId{2}, [](ConversationView &view) {
        view.row.customer.clear();
        view.row.address = u"angry@customer.example"_s;
        view.subject = u"Export of boards"_s;
        view.thread.front().name.clear();
    });
    bench.desk.change(ConversationId{5}, [](ConversationView &view) {
        view.row.customer.clear();
        view.row.visitor = u"3F2A"_s;
    });
    bench.queue().open(ConversationId{2});
    QVERIFY(bench.waitOpen(2));
    const QueueModel &model = bench.queue().model();
    QTRY_COMPARE(model.index(model.rowOf(ConversationId{2})).data().toString(), u"angry@customer.example"_s);
    QTRY_COMPARE(model.index(model.rowOf(ConversationId{5})).data().toString(), u"Visitor 3F2A"_s);
    const QString about = bench.find<QLabel>(u"conversationAbout"_s)->text();
    QVERIFY2(about.contains("Mail"_L1) && about.contains("Export of boards"_L1), qPrintable(about));
    QVERIFY(bench.window->windowTitle().contains("angry@customer.example"_L1));
    bench.queue().open(ConversationId{4});
    QVERIFY(bench.waitOpen(4));
    QVERIFY(bench.find<QLabel>(u"conversationAbout"_s)->text().contains(bench.pane().view().row.address));
}

void OperatorHandsTest::longWordsGoOnInTheNextLine()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    const QString token = u"https://customer.example/"_s + QString(400, u'x');
    bench.desk.change(ConversationId{1}, [&](ConversationView &view) {
        view.thread.front().text = view.thread.front().fullText = u"See "_s + token;
    });
    QTRY_VERIFY(bench.pane().findChild<QTextEdit *>(u"messageText"_s));
    auto *text = bench.pane().findChild<QTextEdit *>(u"messageText"_s);

    QCOMPARE(text->toPlainText(), u"See "_s + token); // nothing is put between the letters
    QTRY_VERIFY(text->height() >= qFloor(text->document()->size().height()));
    QVERIFY(text->document()->size().width() <= text->width());
    QVERIFY(text->document()->size().height() > 4 * text->fontMetrics().height());
}

void OperatorHandsTest::veryLongTextIsShortenedUntilAllIsAskedFor()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    const QString letter = u"All work and no play. "_s.repeated(5000);
    bench.desk.change(ConversationId{1}, [&](ConversationView &view) {
        view.thread.front().text = view.thread.front().fullText = letter;
    });
    QTRY_VERIFY(bench.pane().findChild<QPushButton *>(u"showAll"_s));
    auto *all = bench.pane().findChild<QPushButton *>(u"showAll"_s);
    const auto shownLetters = [&] {
        qsizetype most = 0;
        for (const QLabel *label : bench.pane().findChildren<QLabel *>())
            most = std::max(most, label->text().size());
        return most;
    };
    QVERIFY(shownLetters() < 10'000);

    all->click();

    QVERIFY(shownLetters() >= letter.trimmed().size());
    QVERIFY(!all->isVisible());
}

void OperatorHandsTest::escapeLeavesTheSearchField()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.press(Qt::Key_Slash);
    QTest::keyClicks(QApplication::focusWidget(), u"jk"_s);
    auto *field = bench.find<QLineEdit>(u"queueSearch"_s);
    QCOMPARE(field->text(), u"jk"_s);

    bench.press(Qt::Key_Escape);

    QVERIFY(!field->hasFocus());
    bench.press(Qt::Key_J);
    QCOMPARE(field->text(), u"jk"_s);
}

void OperatorHandsTest::searchLightsNoView()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    const auto lit = [&] {
        int count = 0;
        for (const QPushButton *tab : bench.find<QWidget>(u"queueTabs"_s)->findChildren<QPushButton *>())
            count += tab->isChecked() ? 1 : 0;
        return count;
    };
    QCOMPARE(lit(), 1);
    bench.press(Qt::Key_Slash);
    QTest::keyClicks(QApplication::focusWidget(), u"invoice"_s);
    QTRY_COMPARE(lit(), 0);

    bench.queue().setView(QueueView::All);

    QCOMPARE(lit(), 1);
    QVERIFY(bench.find<QLineEdit>(u"queueSearch"_s)->text().isEmpty());
}

void OperatorHandsTest::snippetKeepsItsDistance()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    ReplyEditor &editor = bench.composer().editor();
    editor.setPlainText(u"The support team"_s);
    editor.moveCursor(QTextCursor::End);

    editor.insertWithPlaceholders(u"Hello Mara,"_s);

    QCOMPARE(editor.toPlainText(), u"The support team Hello Mara,"_s);
    editor.setPlainText(u"One line\n"_s);
    editor.moveCursor(QTextCursor::End);
    editor.insertWithPlaceholders(u"Another"_s);
    QCOMPARE(editor.toPlainText(), u"One line\nAnother"_s);
}

// The button lies near the lower edge of the window.
void OperatorHandsTest::menuOpensInsideTheScreen()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    const QRect screen = bench.window->screen()->availableGeometry();
    bench.window->setGeometry(screen);
    QTRY_COMPARE(bench.window->height(), screen.height());
    bench.find<QToolButton>(u"snippets"_s)->click();
    QMenu *menu = bench.find<QToolButton>(u"snippets"_s)->menu();
    QTRY_VERIFY(menu->isVisible());

    QVERIFY(menu->actions().size() > 3); // filled before it opened
    QVERIFY(screen.contains(menu->geometry()));
    menu->close();
}

void OperatorHandsTest::reasonsAreSaidInOneSentence()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    const auto sentence = [&] { return bench.find<QLabel>(u"whyInShort"_s)->text(); };
    bench.queue().open(ConversationId{2});
    QVERIFY(bench.waitOpen(2));
    QTRY_COMPARE(sentence(), u"Technical is set to Suggest, so a person sends."_s);
    bench.queue().open(ConversationId{3});
    QVERIFY(bench.waitOpen(3));
    QTRY_COMPARE(sentence(), u"The customer asks for a person."_s);
    bench.queue().open(ConversationId{8});
    QVERIFY(bench.waitOpen(8));
    QTRY_COMPARE(sentence(), u"Helmdesk is 72 % sure what this is about; 80 % are needed."_s);
}

// The names that the engine has for things, such as refund_limit or billing.question, are none of a person's.
void OperatorHandsTest::noViewShowsInternalNames()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    static const QRegularExpression internal(
        u"[a-z]+_[a-z_]+|\\b(billing|technical|account|general|escalate|modes|routing|refund)\\.[a-z_]+"_s);
    const auto look = [&](const QString &where) {
        QCoreApplication::processEvents();
        for (const QWidget *widget : bench.window->findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            QString words = widget->accessibleName();
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                words += u' ' + label->text();
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                words += u' ' + button->text();
            const auto found = internal.match(words);
            QVERIFY2(!found.hasMatch(), qPrintable(where + u": "_s + found.captured()));
        }
    };
    for (qint64 id = 1; id <= 9; ++id) {
        if (id != 1) // its event in the thread is a line of a log
            bench.queue().open(ConversationId{id});
        QVERIFY(bench.waitOpen(id));
        if (id == 1)
            bench.desk.change(ConversationId{1}, [](ConversationView &view) {
                std::erase_if(view.thread,
                              [](const ThreadEntry &entry) { return entry.author == Author::System; });
            });
        QTRY_VERIFY(bench.find<QLabel>(u"whyInShort"_s));
        for (const auto page : {Inspector::Why, Inspector::Customer}) {
            bench.inbox().inspector().setPage(page);
            look(u"conversation %1"_s.arg(id));
        }
    }
    for (const Room room : {Room::Approvals, Room::Knowledge, Room::Learning, Room::Settings}) {
        bench.window->setRoom(room);
        look(u"room %1"_s.arg(static_cast<int>(room)));
    }
}

// Another article, another room: what was written stays until it is saved or dropped.
void OperatorHandsTest::unsavedArticleIsKept()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->openArticle(u"refunds"_s);
    auto *edit = bench.find<QPushButton>(u"editArticle"_s);
    QTRY_VERIFY(edit->isVisible());
    edit->click();
    auto *source = bench.find<QPlainTextEdit>(u"articleSource"_s);
    source->appendPlainText(u"Half a new paragraph"_s);
    const QString written = source->toPlainText();

    bench.window->openArticle(u"export"_s);
    QTRY_VERIFY(bench.find<QTextBrowser>(u"articleText"_s)->toPlainText().contains("Data, Export"_L1));
    bench.window->setRoom(Room::Inbox);
    bench.window->openArticle(u"refunds"_s);
    QTRY_VERIFY(bench.find<QTextBrowser>(u"articleText"_s)->toPlainText().contains("How refunds work"_L1));
    edit->click();

    QCOMPARE(source->toPlainText(), written);
    bench.find<QPushButton>(u"saveArticle"_s)->click();
    QTRY_VERIFY(bench.desk.calls.contains(u"saveArticle"_s));
    QTRY_VERIFY(edit->isVisible());
    edit->click();
    QTRY_COMPARE(source->toPlainText(), written);
}

void OperatorHandsTest::cancelledArticleComesBack()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->openArticle(u"refunds"_s);
    auto *edit = bench.find<QPushButton>(u"editArticle"_s);
    QTRY_VERIFY(edit->isVisible());
    edit->click();
    auto *source = bench.find<QPlainTextEdit>(u"articleSource"_s);
    source->setPlainText(u"All new"_s);
    bench.find<QPushButton>(u"cancelArticle"_s)->click();
    QTRY_VERIFY(edit->isVisible());
    const auto undo = [&] {
        const auto buttons = bench.find<QWidget>(u"knowledgeView"_s)->findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(
            buttons, [](const QPushButton *each) { return each->isVisible() && each->text() == "Undo"_L1; });
        return found == buttons.end() ? nullptr : *found;
    };
    QVERIFY(undo());

    undo()->click();

    QTRY_VERIFY(source->isVisible());
    QCOMPARE(source->toPlainText(), u"All new"_s);
}

void OperatorHandsTest::deletedArticleComesBack()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->openArticle(u"refunds"_s);
    auto *remove = bench.find<QPushButton>(u"deleteArticle"_s);
    QTRY_VERIFY(remove->isVisible());
    const auto action = [&](const QString &words) {
        const auto buttons = bench.find<QWidget>(u"knowledgeView"_s)->findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(buttons, [&](const QPushButton *each) {
            return each->isVisible() && each != remove && each->text() == words;
        });
        return found == buttons.end() ? nullptr : *found;
    };
    remove->click();
    QVERIFY(action(u"Delete article"_s));
    action(u"Delete article"_s)->click();
    QTRY_VERIFY(bench.desk.calls.contains(u"removeArticle"_s));
    QTRY_VERIFY(action(u"Undo"_s));
    action(u"Undo"_s)->click();

    QTRY_VERIFY(bench.desk.calls.contains(u"saveArticle"_s));
    QTRY_VERIFY(bench.find<QTextBrowser>(u"articleText"_s)->isVisible());
    QVERIFY(bench.find<QTextBrowser>(u"articleText"_s)->toPlainText().contains("How refunds work"_L1));
}

void OperatorHandsTest::settingsEndWhereTheyEnd()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->setRoom(Room::Settings);
    auto *view = bench.window->findChild<SettingsView *>();
    QTRY_VERIFY(view->findChild<QComboBox *>(u"modes.billing"_s));
    QWidget *page = view->findChild<QComboBox *>(u"modes.billing"_s);
    while (!qobject_cast<QScrollArea *>(page))
        page = page->parentWidget();
    QScrollBar *bar = qobject_cast<QScrollArea *>(page)->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    bar->setValue(bar->maximum());

    const auto lowest = [&] {
        int bottom = 0;
        for (const SettingEditor *editor : view->findChildren<SettingEditor *>())
            bottom = std::max(bottom, editor->mapTo(page, editor->rect().bottomLeft()).y());
        return bottom;
    };
    QTRY_VERIFY(lowest() > page->height() - 100 && lowest() <= page->height());
}

void OperatorHandsTest::searchWithoutASettingSaysSo()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->setRoom(Room::Settings);
    auto *view = bench.window->findChild<SettingsView *>();
    QTRY_VERIFY(view->findChild<QWidget *>(u"noSetting"_s));
    QVERIFY(!view->findChild<QWidget *>(u"noSetting"_s)->isVisible());

    view->find(u"nothing has this"_s);

    QTRY_VERIFY(view->findChild<QWidget *>(u"noSetting"_s)->isVisible());
}

void OperatorHandsTest::timesAreSaidInTheirUnits()
{
    QVERIFY(Words::duration(31'536'000).startsWith("365 day"_L1));
    QVERIFY(Words::duration(3600).startsWith("1 hour"_L1));
    QCOMPARE(Words::duration(5), u"5 s"_s);
    QCOMPARE(Words::duration(0.5), u"0.5 s"_s);
    QCOMPARE(Words::duration(90), u"90 s"_s);
    QVERIFY(Words::duration(1800).startsWith("30 minute"_L1));
}

QTEST_MAIN(OperatorHandsTest)
#include "tst_operatorhands.moc"
