// What a picky operator tried for a day: no key does what is not seen, nothing typed is lost, Escape leaves.

#include "WindowBench.h"

#include "actions/ActionRegistry.h"
#include "EffectWords.h"
#include "inspector/ApprovalCard.h"
#include "inspector/Inspector.h"
#include "settings/KeysPage.h"
#include "settings/SettingsView.h"
#include "widgets/InlineBar.h"

#include <QDoubleSpinBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QWidgetAction>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::FakeDesk;
using Test::WindowBench;

namespace
{

constexpr auto controlShift = Qt::ControlModifier | Qt::ShiftModifier;

// Windows that appear while it lives, besides those that are there.
class WindowsShown : public QObject
{
public:
    WindowsShown() { qApp->installEventFilter(this); }
    QStringList names;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && event->type() == QEvent::Show && widget->isWindow())
            names.append(QString::fromLatin1(widget->metaObject()->className()));
        return false;
    }
};

} // namespace

class CarefulTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changedCategoryKeepsWhatWasTypedJustBefore();
    void failedSavingChangesNoCategory();
    void ownWordsAreNotCalledADraft();
    void eachReplyKeepsItsOwnUndo();
    void keysAfterUndoAreNoPartOfTheReply();
    void escapeLeavesTheReply_data();
    void escapeLeavesTheReply();
    void escapeLeavesTheRejection();
    void escapeLeavesTheDenial();
    void escapeLeavesAQuestion();
    void escapeLeavesAnArticlesQuestion();
    void escapeLeavesASettingsQuestion();
    void keysOfAConversationDoNothingElsewhere_data();
    void keysOfAConversationDoNothingElsewhere();
    void articleIsEditedAndSavedByTheSameKeys();
    void nothingIsApprovedWhileDenying();
    void reasonOfADenialOutlivesAChange();
    void nothingIsApprovedUnseen();
    void smallWindowHasTheAnswersInSight();
    void rejectedDraftComesBack();
    void nameIsNeverShortened_data();
    void nameIsNeverShortened();
    void handBackNamesThePlace_data();
    void handBackNamesThePlace();
    void menuHasHeadings();
    void wrongFigureIsToldAbout_data();
    void wrongFigureIsToldAbout();
    void refusedSettingSaysWhyInPlace();
    void keysPageHasRoomForItsRows_data();
    void keysPageHasRoomForItsRows();
    void roomsOpenNoOtherWindows();
    void searchOpensNothingUntilAsked();
    void namesOfOneOperatorAreOne();
    void actsAreSaidInTheWindowsWords();
    void lineOfAnActStaysInThePane();
};

// A store that takes its time would get the change before the words.
void CarefulTest::changedCategoryKeepsWhatWasTypedJustBefore()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.queue().open(ConversationId{5});
    QVERIFY(bench.waitOpen(5));
    bench.press(Qt::Key_E);
    bench.press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"My own words"_s);
    bench.press(Qt::Key_4, controlShift); // at once

    QTRY_VERIFY(bench.desk.calls.contains(u"changeCategory"_s));
    QVERIFY(bench.desk.calls.indexOf(u"saveDraft"_s) < bench.desk.calls.indexOf(u"changeCategory"_s));
    QVERIFY(!bench.desk.calls.contains(u"send"_s));
    QTRY_VERIFY(bench.pane().bar().isVisible());
    QVERIFY(bench.pane().bar().accessibleName().contains("Nothing was sent"_L1));
    QCOMPARE(bench.composer().text(), u"My own words"_s);
    bench.pane().bar().findChild<QPushButton *>()->click();

    QTRY_VERIFY(bench.desk.calls.contains(u"undoCategory"_s));
    QTRY_COMPARE(bench.desk.view(ConversationId{5}).draft->editedText, u"My own words"_s);
    QCOMPARE(bench.composer().text(), u"My own words"_s);
}

void CarefulTest::failedSavingChangesNoCategory()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.press(Qt::Key_E);
    QTest::keyClicks(QApplication::focusWidget(), u"more"_s);
    bench.desk.failure = Error{ErrorKind::StorageFull, u"disk"_s};
    bench.press(Qt::Key_2, controlShift);

    QTRY_VERIFY(bench.pane().bar().isVisible());
    QVERIFY(!bench.desk.calls.contains(u"changeCategory"_s));
    QVERIFY(bench.composer().text().endsWith("more"_L1));
}

void CarefulTest::ownWordsAreNotCalledADraft()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.queue().open(ConversationId{5});
    QVERIFY(bench.waitOpen(5));
    const auto isCalledDraft = [&] {
        const auto chips = bench.composer().findChildren<QWidget *>();
        return std::ranges::any_of(chips, [](const QWidget *chip) {
            return chip->isVisible() && chip->accessibleName().startsWith("Draft by"_L1);
        });
    };
    QVERIFY(isCalledDraft());
    auto *begin = bench.find<QPushButton>(u"beginWithDraft"_s);
    QVERIFY(!begin->isVisible());
    const QString draft = bench.composer().text();
    bench.composer().setText(u"Hello"_s);

    QVERIFY(!isCalledDraft());
    QVERIFY(begin->isVisible());
    begin->click();
    QCOMPARE(bench.composer().text(), draft);
    QVERIFY(isCalledDraft());
    bench.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bench.composer().text(), u"Hello"_s);
}

void CarefulTest::eachReplyKeepsItsOwnUndo()
{
    WindowBench bench;
    bench.desk.undoSeconds = 60;
    QVERIFY(bench.isReady());
    bench.composer().setRepeatPause(0);
    bench.queue().open(ConversationId{2});
    QVERIFY(bench.waitOpen(2));
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.desk.calls.count(u"send"_s), 1);
    QTRY_VERIFY(bench.opened() && *bench.opened() != ConversationId{2});
    bench.queue().open(ConversationId{5});
    QVERIFY(bench.waitOpen(5));
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.desk.calls.count(u"send"_s), 2);
    const auto *strip = bench.find<QWidget>(u"undoStrip"_s);
    QTRY_COMPARE(strip->findChildren<QPushButton *>(u"undoSend"_s).size(), 2);

    bench.press(Qt::Key_Z);
    QTRY_COMPARE(bench.desk.calls.count(u"undoSend"_s), 1);
    bench.press(Qt::Key_Z);

    QTRY_COMPARE(bench.desk.calls.count(u"undoSend"_s), 2);
    QVERIFY(bench.desk.view(ConversationId{2}).draft && bench.desk.view(ConversationId{5}).draft);
    QVERIFY(!bench.pane().isUndoOffered());
}

void CarefulTest::keysAfterUndoAreNoPartOfTheReply()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.queue().open(ConversationId{5});
    QVERIFY(bench.waitOpen(5));
    bench.press(Qt::Key_E);
    const QString draft = bench.composer().text();
    bench.press(Qt::Key_Return, Qt::ControlModifier); // the cursor is in the reply
    QTRY_VERIFY(bench.pane().isUndoOffered());
    bench.press(Qt::Key_Z);
    QVERIFY(bench.waitOpen(5));
    QTRY_COMPARE(bench.composer().text(), draft);

    bench.press(Qt::Key_Z);
    bench.press(Qt::Key_K);
    bench.press(Qt::Key_J);

    QTRY_VERIFY(bench.opened());
    QCOMPARE(bench.desk.view(ConversationId{5}).draft->editedText, draft);
    bench.queue().open(ConversationId{5});
    QVERIFY(bench.waitOpen(5));
    QCOMPARE(bench.composer().text(), draft);
}

void CarefulTest::escapeLeavesTheReply_data()
{
    QTest::addColumn<bool>("isNote");
    QTest::newRow("reply") << false;
    QTest::newRow("note") << true;
}

void CarefulTest::escapeLeavesTheReply()
{
    QFETCH(bool, isNote);
    WindowBench bench;
    QVERIFY(bench.isReady());
    const ConversationId first = *bench.opened();
    bench.press(isNote ? Qt::Key_N : Qt::Key_E);
    QTest::keyClicks(QApplication::focusWidget(), u" half a sentence"_s);
    const QString typed = bench.composer().text();
    bench.press(Qt::Key_Escape);
    bench.press(Qt::Key_J);

    QTRY_VERIFY(bench.opened() && *bench.opened() != first);
    const ConversationView &left = bench.desk.view(first);
    QCOMPARE(isNote ? left.begunNote : left.draft->editedText, typed);
}

void CarefulTest::escapeLeavesTheRejection()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.press(Qt::Key_D, Qt::ControlModifier);
    auto *reason = bench.find<QLineEdit>(u"rejectReason"_s);
    QTRY_VERIFY(reason->hasFocus());
    bench.press(Qt::Key_Escape);

    QTRY_VERIFY(!reason->isVisible());
    QVERIFY(bench.queue().list().hasFocus());
    QVERIFY(!bench.desk.calls.join(u' ').contains("reject"_L1));
}

void CarefulTest::escapeLeavesTheDenial()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.press(Qt::Key_D, controlShift);
    auto *reason = bench.find<QLineEdit>(u"denyReason"_s);
    QTRY_VERIFY(reason->hasFocus());
    bench.press(Qt::Key_Escape);

    QTRY_VERIFY(!reason->isVisible());
    QTRY_VERIFY(bench.find<QPushButton>(u"approve"_s)->isVisible());
    QVERIFY(!bench.desk.calls.join(u' ').contains("deny"_L1));
}

void CarefulTest::escapeLeavesAQuestion()
{
    WindowBench bench;
    QVERIFY(bench.isReady()); // Mara's refund waits
    bench.press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(bench.pane().bar().isAsking());
    bench.press(Qt::Key_Escape);

    QTRY_VERIFY(!bench.pane().bar().isVisible());
    QVERIFY(bench.queue().list().hasFocus());
    QVERIFY(!bench.desk.calls.contains(u"resolve 1"_s));
    // Also when the keys have gone elsewhere meanwhile.
    bench.press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(bench.pane().bar().isAsking());
    bench.queue().focusList();
    bench.press(Qt::Key_Escape);
    QTRY_VERIFY(!bench.pane().bar().isVisible());
}

void CarefulTest::escapeLeavesAnArticlesQuestion()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->openArticle(u"refunds"_s);
    auto *remove = bench.find<QPushButton>(u"deleteArticle"_s);
    QTRY_VERIFY(remove->isVisible());
    remove->click();
    const auto isAsking = [&] {
        const auto bars = bench.window->findChildren<InlineBar *>();
        return std::ranges::any_of(bars, &InlineBar::isAsking);
    };
    QTRY_VERIFY(isAsking());
    bench.press(Qt::Key_Escape);

    QVERIFY(!isAsking());
    QVERIFY(!bench.desk.calls.join(u' ').contains("removeArticle"_L1));
}

void CarefulTest::escapeLeavesASettingsQuestion()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->setRoom(Room::Settings);
    auto *view = bench.window->findChild<SettingsView *>();
    QTRY_VERIFY(view->findChild<QDoubleSpinBox *>(u"answer.threshold.figure"_s));
    auto *figure = view->findChild<QDoubleSpinBox *>(u"answer.threshold.figure"_s);
    const double before = figure->value();
    figure->setValue(before - 0.3);
    QTRY_VERIFY(view->findChild<QFrame *>(u"answer.threshold.question"_s));
    bench.press(Qt::Key_Escape);

    QTRY_VERIFY(!view->findChild<QFrame *>(u"answer.threshold.question"_s));
    QCOMPARE(figure->value(), before);
    QVERIFY(!bench.desk.calls.contains(u"setSetting answer.threshold"_s));
}

void CarefulTest::keysOfAConversationDoNothingElsewhere_data()
{
    QTest::addColumn<int>("room");
    for (const Room room : {Room::Approvals, Room::Knowledge, Room::Learning, Room::Settings})
        QTest::addRow("room %d", static_cast<int>(room)) << static_cast<int>(room);
}

// What lies open in the inbox is not seen there.
void CarefulTest::keysOfAConversationDoNothingElsewhere()
{
    QFETCH(int, room);
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->setRoom(static_cast<Room>(room));
    const ConversationView before = bench.desk.view(*bench.pane().current());
    bench.desk.calls.clear();
    for (const int key : {Qt::Key_E, Qt::Key_N, Qt::Key_J, Qt::Key_K, Qt::Key_X, Qt::Key_Z, Qt::Key_M})
        bench.press(key);
    for (const int key : {Qt::Key_Return, Qt::Key_R, Qt::Key_T, Qt::Key_D})
        bench.press(key, Qt::ControlModifier);
    for (const int key : {Qt::Key_A, Qt::Key_D, Qt::Key_1, Qt::Key_4})
        bench.press(key, controlShift);

    QCOMPARE(static_cast<int>(bench.window->room()), room);
    for (const char *act : {"send", "approve", "deny", "changeCategory", "takeOver", "reject", "saveDraft"})
        QVERIFY2(!bench.desk.calls.join(u' ').contains(QLatin1String(act)), act);
    QVERIFY(!bench.pane().bar().isAsking());
    QCOMPARE(bench.desk.view(before.row.id).draft->editedText, before.draft->editedText);
}

void CarefulTest::articleIsEditedAndSavedByTheSameKeys()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->openArticle(u"refunds"_s);
    auto *change = bench.find<QPushButton>(u"editArticle"_s);
    QTRY_VERIFY(change->isVisible());
    bench.window->findChild<QListView *>(u"articleList"_s)->setFocus();
    bench.press(Qt::Key_E);
    auto *title = bench.find<QLineEdit>(u"articleTitle"_s);
    QTRY_VERIFY(title->isVisible() && title->hasFocus());
    title->setText(u"Refunds, new"_s);
    bench.press(Qt::Key_Return, Qt::ControlModifier);

    QTRY_VERIFY(bench.desk.calls.join(u' ').contains("saveArticle"_L1));
    QVERIFY(!bench.desk.calls.contains(u"send"_s));
    QCOMPARE(bench.window->room(), Room::Knowledge);
}

void CarefulTest::nothingIsApprovedWhileDenying()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.press(Qt::Key_D, controlShift);
    auto *reason = bench.find<QLineEdit>(u"denyReason"_s);
    QTRY_VERIFY(reason->hasFocus());
    QTest::keyClicks(reason, u"paid twice"_s);
    bench.press(Qt::Key_A, controlShift);
    bench.press(Qt::Key_A, controlShift);

    QVERIFY(!bench.desk.calls.join(u' ').contains("approve"_L1));
    QCOMPARE(reason->text(), u"paid twice"_s);
}

void CarefulTest::reasonOfADenialOutlivesAChange()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.press(Qt::Key_D, controlShift);
    QTRY_VERIFY(bench.find<QLineEdit>(u"denyReason"_s)->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), u"paid tw"_s);
    QSignalSpy shown(&bench.pane(), &ConversationPane::shown);
    bench.desk.change(ConversationId{1}, [](ConversationView &view) { view.row.isUnread = true; });
    QVERIFY(shown.count() > 0 || shown.wait());

    const auto isKept = [] {
        const auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        return field && field->objectName() == "denyReason"_L1 && field->text() == "paid tw"_L1;
    };
    QTRY_VERIFY(isKept());
}

void CarefulTest::nothingIsApprovedUnseen()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->resize(1300, 760);
    bench.inbox().inspector().setPage(Inspector::Customer);
    bench.press(Qt::Key_A, controlShift);

    QVERIFY(!bench.desk.calls.join(u' ').contains("approve"_L1));
    QCOMPARE(bench.inbox().inspector().page(), Inspector::Why);
    QTRY_VERIFY(bench.find<QPushButton>(u"approve"_s)->isVisible());
    bench.press(Qt::Key_A, controlShift);
    QTRY_VERIFY(bench.desk.calls.contains(u"approve digest-1"_s));
}

// At 1000x640 there is no room for the inspector beside the queue.
void CarefulTest::smallWindowHasTheAnswersInSight()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->resize(1000, 640);
    QTRY_VERIFY(bench.inbox().inspector().isHidden());
    auto *card = bench.pane().findChild<ApprovalCard *>();
    QTRY_VERIFY(card && card->isVisible());
    const auto *effect = card->findChild<QLabel *>(u"approvalEffect"_s);
    QVERIFY(effect->text().contains("249"_L1));
    const auto *approve = card->findChild<QPushButton *>(u"approve"_s);
    QVERIFY(approve->visibleRegion().boundingRect() == approve->rect());

    bench.window->inbox().toggleInspector(); // takes the place of the queue
    QTRY_VERIFY(bench.inbox().inspector().isVisible());
    const auto *send = bench.find<QPushButton>(u"sendReply"_s);
    QVERIFY(!bench.queue().isVisible());
    QTRY_VERIFY(send->width() >= send->sizeHint().width() &&
                send->visibleRegion().boundingRect() == send->rect());
    bench.window->inbox().toggleInspector();
    QTRY_VERIFY(bench.queue().isVisible());

    bench.press(Qt::Key_A, controlShift);
    QTRY_VERIFY(bench.desk.calls.contains(u"approve digest-1"_s));
}

void CarefulTest::rejectedDraftComesBack()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.queue().open(ConversationId{5});
    QVERIFY(bench.waitOpen(5));
    const QString draft = bench.composer().text();
    bench.press(Qt::Key_D, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"wrong"_s);
    bench.press(Qt::Key_Return);
    QTRY_VERIFY(bench.desk.calls.contains(u"reject wrong"_s));
    QTRY_VERIFY(bench.pane().bar().isVisible());
    auto *undo = bench.pane().bar().findChild<QPushButton *>();
    QCOMPARE(undo->text(), u"Undo"_s);
    undo->click();

    QTRY_VERIFY(bench.desk.calls.contains(u"undoReject"_s));
    QTRY_COMPARE(bench.composer().text(), draft);
}

void CarefulTest::nameIsNeverShortened_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isTaken");
    for (const QSize &size : {QSize(1280, 720), QSize(1000, 640)})
        for (const bool isTaken : {false, true})
            QTest::addRow("%dx%d %s", size.width(), size.height(), isTaken ? "taken" : "waiting")
                << size << isTaken;
}

void CarefulTest::nameIsNeverShortened()
{
    QFETCH(QSize, size);
    QFETCH(bool, isTaken);
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->resize(size);
    bench.desk.change(ConversationId{1}, [&](ConversationView &view) {
        view.row.customer = u"Nadia Hoffmannsthal"_s;
        view.row.status = isTaken ? ConversationStatus::TakenOver : ConversationStatus::Waiting;
        view.row.assignee = isTaken ? u"Maximiliana"_s : QString();
    });
    const auto *name = bench.find<QLabel>(u"conversationName"_s);
    QTRY_COMPARE(name->text(), u"Nadia Hoffmannsthal"_s);
    QTRY_VERIFY(name->width() >= name->fontMetrics().horizontalAdvance(name->text()));
}

void CarefulTest::handBackNamesThePlace_data()
{
    QTest::addColumn<bool>("isEscalated");
    QTest::newRow("escalated") << true;
    QTest::newRow("review") << false;
}

void CarefulTest::handBackNamesThePlace()
{
    QFETCH(bool, isEscalated);
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.desk.change(ConversationId{1}, [&](ConversationView &view) {
        view.row.decision = isEscalated ? Decision::Escalated : Decision::NeedsReview;
        view.row.assignee = u"Iris"_s;
        view.row.status = ConversationStatus::TakenOver;
    });
    QTRY_COMPARE(bench.pane().view().row.assignee, u"Iris"_s);
    bench.press(Qt::Key_T, Qt::ControlModifier);

    QTRY_VERIFY(bench.pane().bar().isVisible());
    QVERIFY2(bench.pane().bar().accessibleName().contains(isEscalated ? "in Escalated"_L1 : "in Review"_L1),
             qPrintable(bench.pane().bar().accessibleName()));
}

void CarefulTest::menuHasHeadings()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.pane().openMenu();
    QMenu *menu = nullptr;
    for (QMenu *each : bench.pane().findChildren<QMenu *>())
        if (each->isVisible())
            menu = each;
    QVERIFY(menu);
    QVERIFY(!menu->actions().first()->isSeparator());
    QStringList headings;
    for (QAction *action : menu->actions())
        if (const auto *heading = qobject_cast<QWidgetAction *>(action)) {
            const auto *label = qobject_cast<QLabel *>(heading->defaultWidget());
            QVERIFY(label && label->isVisible());
            headings.append(label->text());
        }
    menu->close();
    QCOMPARE(headings, (QStringList{u"Answer again as"_s, u"Remind me"_s}));
}

void CarefulTest::wrongFigureIsToldAbout_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"-5", "abc", "999999999999"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void CarefulTest::wrongFigureIsToldAbout()
{
    QFETCH(QString, typed);
    const QString name = u"refund.approval_limit_minor"_s;
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->setRoom(Room::Settings);
    auto *view = bench.window->findChild<SettingsView *>();
    QTRY_VERIFY(view->findChild<QDoubleSpinBox *>(name));
    auto *box = view->findChild<QDoubleSpinBox *>(name);
    const double before = box->value();
    const auto *refusal = view->findChild<QLabel *>(name + ".refusal"_L1);
    QVERIFY(!refusal->isVisible());
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, typed);
    bench.press(Qt::Key_Tab);

    QTRY_VERIFY(refusal->isVisible());
    QVERIFY2(refusal->text().contains(typed), qPrintable(refusal->text()));
    QCOMPARE(box->value(), before);
    QVERIFY(!bench.desk.calls.contains("setSetting "_L1 + name));
}

void CarefulTest::refusedSettingSaysWhyInPlace()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->setRoom(Room::Settings);
    auto *view = bench.window->findChild<SettingsView *>();
    QTRY_VERIFY(view->findChild<QLineEdit *>(u"inbox.folder"_s));
    auto *field = view->findChild<QLineEdit *>(u"inbox.folder"_s);
    bench.desk.failure = Error{ErrorKind::InvalidInput, u"it cannot be made"_s};
    field->setFocus();
    field->setText(u"/nowhere"_s);
    bench.press(Qt::Key_Tab);

    const auto *refusal = view->findChild<QLabel *>(u"inbox.folder.refusal"_s);
    QTRY_VERIFY(refusal->isVisible());
    QVERIFY(refusal->text().contains("it cannot be made"_L1));
}

void CarefulTest::keysPageHasRoomForItsRows_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("small") << QSize(1000, 640);
    QTest::newRow("usual") << QSize(1280, 720);
    QTest::newRow("large") << QSize(1900, 1060);
}

void CarefulTest::keysPageHasRoomForItsRows()
{
    QFETCH(QSize, size);
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->resize(size);
    bench.window->setRoom(Room::Settings);
    bench.window->findChild<SettingsView *>()->setPage(SettingsView::Keys);
    const auto fields = bench.window->findChildren<QKeySequenceEdit *>();
    QVERIFY(fields.size() > 20);
    for (const QKeySequenceEdit *field : fields)
        QTRY_VERIFY2(field->height() >= field->sizeHint().height(), qPrintable(field->objectName()));
}

// A widget that is shown before it has a parent is a window of its own, for a moment, and takes the keys.
void CarefulTest::roomsOpenNoOtherWindows()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    WindowsShown shown;
    for (const Room room : {Room::Approvals, Room::Knowledge, Room::Learning, Room::Settings, Room::Inbox})
        bench.window->setRoom(room);
    bench.window->setRoom(Room::Settings);
    auto *view = bench.window->findChild<SettingsView *>();
    QTRY_VERIFY(view->findChild<QLineEdit *>(u"inbox.folder"_s));
    for (const auto page :
         {SettingsView::Keys, SettingsView::Snippets, SettingsView::Models, SettingsView::Settings})
        view->setPage(page);
    QCoreApplication::processEvents();

    QCOMPARE(shown.names, QStringList());
}

void CarefulTest::searchOpensNothingUntilAsked()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    const ConversationId before = *bench.opened();
    QSignalSpy chosen(&bench.queue(), &QueuePane::conversationChosen);
    QSignalSpy loaded(&bench.queue().model(), &QueueModel::loaded);
    bench.queue().focusSearch();
    QTest::keyClicks(QApplication::focusWidget(), u"Takeda"_s);
    QTRY_VERIFY(loaded.count() > 0 && bench.queue().model().query().search == "Takeda"_L1);

    QCOMPARE(chosen.count(), 0);
    QCOMPARE(bench.pane().current(), std::optional(before));
    bench.press(Qt::Key_Return);
    QVERIFY(bench.waitOpen(5));
}

void CarefulTest::namesOfOneOperatorAreOne()
{
    QueueRow row;
    row.assignee = u"IRIS"_s;
    row.status = ConversationStatus::TakenOver;
    QVERIFY(belongsTo(QueueView::Mine, row, u"Iris"_s));
    QVERIFY(!belongsTo(QueueView::Mine, row, u"Iri"_s));
}

void CarefulTest::actsAreSaidInTheWindowsWords()
{
    const QString refund = u"Refund 249.00 USD to card ending 4118 for INV-1050. The refund of 249.00 USD is "
                           "above the limit of 100.00 USD."_s;
    const QString said = EffectWords::sentence(refund);
    QVERIFY2(said != refund, qPrintable(said)); // formed anew: amounts in the digits of the locale
    QVERIFY(said.contains(u"249.00\u00a0USD"_s) && said.contains("4118"_L1) && said.contains("INV-1050"_L1));
    QVERIFY(!EffectWords::clause(refund).endsWith(u'.'));
    // Words of a form that is not known stay letter by letter.
    const QString other = u"Paint the shed. It is above the limit of 3 cats."_s;
    QCOMPARE(EffectWords::sentence(other), other);
    const QString half = u"Refund 5.00 USD to card ending 1 for INV-1. And something else."_s;
    QCOMPARE(EffectWords::sentence(half), half);
}

void CarefulTest::lineOfAnActStaysInThePane()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->resize(1000, 640);
    bench.desk.change(ConversationId{1}, [](ConversationView &view) {
        ThreadEntry entry;
        entry.author = Author::System;
        entry.at = QDateTime::currentDateTimeUtc();
        entry.act = ActLine{u"Send a link to set a new password, valid for 24 hours, to "
                            "somebody-with-a-long-name@northlight.example"_s,
                            ActState::Withdrawn,
                            u"Iris"_s,
                            {}};
        view.thread.push_back(entry);
    });
    auto *line = bench.find<QLabel>(u"threadEvent"_s);
    QTRY_VERIFY((line = bench.find<QLabel>(u"threadEvent"_s)) && line->isVisible());
    const auto isInside = [&] {
        const int right = line->mapTo(&bench.pane(), line->rect().topRight()).x();
        return right <= bench.pane().width() && line->width() > 100;
    };
    QTRY_VERIFY(isInside());
}

QTEST_MAIN(CarefulTest)
#include "tst_careful.moc"
