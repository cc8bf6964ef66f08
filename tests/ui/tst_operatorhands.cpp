// What an operator's hands rely on: nothing swaps below them, nothing changes by passing over it.

#include "WindowBench.h"

#include "queue/QueueModel.h"
#include "settings/SettingsView.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
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
        }
        QVERIFY2(!control->hasFocus(), qPrintable(control->objectName()));
        ++passed;
    }

    QVERIFY(passed > 10);
    QVERIFY2(bench.desk.calls.isEmpty(), qPrintable(bench.desk.calls.join(u' ')));
    const QWidget *page = view->findChild<QComboBox *>(u"modes.billing"_s);
    while (!qobject_cast<const QScrollArea *>(page))
        page = page->parentWidget();
    const QScrollBar *bar = qobject_cast<const QScrollArea *>(page)->verticalScrollBar();
    QVERIFY2(bar->value() > 0, qPrintable(QString::number(bar->maximum()))); // it took the wheel
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

QTEST_MAIN(OperatorHandsTest)
#include "tst_operatorhands.moc"
