#include "actions/ActionRegistry.h"
#include "conversation/Composer.h"
#include "conversation/ConversationPane.h"
#include "InboxPage.h"
#include "MainWindow.h"
#include "queue/QueuePane.h"
#include "support/FakeDesk.h"
#include "support/TestSupport.h"
#include "theme/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::FakeDesk;

class ConsoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void openConversationIsSentWithOneKey();
    void nextConversationIsSentWithTwoKeys();
    void sendingCanBeUndone();
    void editedTextIsSentAndMarked();
    void typingIsSavedBeforeAnotherConversationShows();
    void failureKeepsTheTextAndSaysSo();
    void approvalWaitsForAnAnswerAndIsNoDefault();
    void severalAreResolvedAndBroughtBack();
    void rejectionKeepsItsReason();
    void focusableControlsHaveNameAndRole_data();
    void focusableControlsHaveNameAndRole();
    void noTwoCommandsShareAKey();
    void everySingleKeyIsHarmless();

private:
    void openWindow(FakeDesk::Content content = FakeDesk::Content::Sample);
    Composer &composer() { return m_window->inbox().conversation().composer(); }
    std::optional<ConversationId> shown() { return m_window->inbox().conversation().current(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    QTemporaryDir m_settings;
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

void ConsoleTest::initTestCase()
{
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    QApplication::setFont(
        QFont(u"DejaVu Sans"_s, 9)); // one font with all letters of the sample: no long search
    Theme::instance().apply(*qApp, Scheme::Light);
}

void ConsoleTest::init()
{
    openWindow();
}

void ConsoleTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void ConsoleTest::openWindow(FakeDesk::Content content)
{
    cleanup();
    m_desk = std::make_unique<FakeDesk>(content);
    m_window = std::make_unique<MainWindow>(*m_desk);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    if (content == FakeDesk::Content::Sample)
        QTRY_VERIFY(!composer().text().isEmpty());
}

void ConsoleTest::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get();
    QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
}

void ConsoleTest::openConversationIsSentWithOneKey()
{
    const QString draft = composer().text();

    press(Qt::Key_Return, Qt::ControlModifier);

    QTRY_COMPARE(m_desk->sentText, std::optional(draft));
}

void ConsoleTest::nextConversationIsSentWithTwoKeys()
{
    press(Qt::Key_J);
    QTRY_VERIFY(composer().text().startsWith("Hello Theo"_L1));
    press(Qt::Key_Return, Qt::ControlModifier);

    QTRY_VERIFY(m_desk->sentText.value_or(QString()).startsWith("Hello Theo"_L1));
}

void ConsoleTest::sendingCanBeUndone()
{
    const QString draft = composer().text();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(composer().isUndoOffered());

    auto *undo = m_window->findChild<QPushButton *>(u"undoSend"_s);
    QVERIFY(undo && undo->isVisible());
    undo->click();

    QTRY_COMPARE(m_desk->calls.last(), u"undoSend"_s);
    QTRY_COMPARE(composer().text(), draft);
}

void ConsoleTest::editedTextIsSentAndMarked()
{
    auto *editor = m_window->findChild<QPlainTextEdit *>(u"replyEditor"_s);
    editor->setPlainText(u"Hello Mara, it is done."_s);
    composer().send();

    QTRY_COMPARE(m_desk->sentText, std::optional(u"Hello Mara, it is done."_s));
}

void ConsoleTest::typingIsSavedBeforeAnotherConversationShows()
{
    auto *editor = m_window->findChild<QPlainTextEdit *>(u"replyEditor"_s);
    editor->setFocus();
    editor->setPlainText(u"Half a sentence"_s);

    m_window->inbox().queue().step(1);

    QTRY_COMPARE(m_desk->savedDrafts.value(1), u"Half a sentence"_s);
    QTRY_VERIFY(composer().text().startsWith("Hello Theo"_L1));
    m_window->inbox().queue().step(-1);
    QTRY_COMPARE(composer().text(), u"Half a sentence"_s);
}

void ConsoleTest::failureKeepsTheTextAndSaysSo()
{
    const QString draft = composer().text();
    m_desk->failure = Error{ErrorKind::Unavailable, u"no channel"_s};

    press(Qt::Key_Return, Qt::ControlModifier);

    auto *bar = m_window->inbox().conversation().findChild<QFrame *>(u"inlineBar"_s);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(composer().text(), draft);
    QVERIFY(!composer().isUndoOffered());
}

void ConsoleTest::approvalWaitsForAnAnswerAndIsNoDefault()
{
    auto *approve = m_window->findChild<QPushButton *>(u"approve"_s);
    QVERIFY(approve);
    QVERIFY(!approve->isDefault());
    QVERIFY(!approve->autoDefault());
    approve->setFocus();
    press(Qt::Key_Return);
    QVERIFY(!m_desk->calls.contains(u"approve digest-1"_s));

    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);

    QTRY_VERIFY(m_desk->calls.contains(u"approve digest-1"_s));
}

void ConsoleTest::severalAreResolvedAndBroughtBack()
{
    QueuePane &queue = m_window->inbox().queue();
    const int before = queue.model().rowCount();
    queue.list().selectionModel()->select(QItemSelection(queue.model().index(0), queue.model().index(2)),
                                          QItemSelectionModel::ClearAndSelect);
    m_window->inbox().resolveSelected();
    QTRY_COMPARE(queue.model().rowCount(), before - 3);

    auto *bar = queue.findChild<QFrame *>(u"inlineBar"_s);
    QVERIFY(bar->isVisible());
    const auto buttons = bar->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 1);
    buttons.first()->click();

    QTRY_COMPARE(queue.model().rowCount(), before);
}

void ConsoleTest::rejectionKeepsItsReason()
{
    press(Qt::Key_Backspace, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"wrong invoice"_s);
    press(Qt::Key_Return);

    QTRY_VERIFY(m_desk->calls.contains(u"reject wrong invoice"_s));
}

void ConsoleTest::focusableControlsHaveNameAndRole_data()
{
    QTest::addColumn<int>("room");
    QTest::addColumn<bool>("isEmpty");
    QTest::newRow("inbox") << static_cast<int>(Room::Inbox) << false;
    QTest::newRow("approvals") << static_cast<int>(Room::Approvals) << false;
    QTest::newRow("knowledge") << static_cast<int>(Room::Knowledge) << false;
    QTest::newRow("settings") << static_cast<int>(Room::Settings) << false;
    QTest::newRow("first run") << static_cast<int>(Room::Inbox) << true;
}

void ConsoleTest::focusableControlsHaveNameAndRole()
{
    QFETCH(int, room);
    QFETCH(bool, isEmpty);
    openWindow(isEmpty ? FakeDesk::Content::Empty : FakeDesk::Content::Sample);
    m_window->setRoom(static_cast<Room>(room));
    QTest::qWait(50); // the room asks the desk, whose answer comes through the event loop

    int count = 0;
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || widget->objectName().startsWith("qt_"_L1) ||
            !widget->isVisibleTo(m_window.get()))
            continue; // the button of a bar that is not shown has no words yet
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        const QString what =
            u"%1 \"%2\""_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
        QVERIFY2(accessible, qPrintable(what));
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(what));
        QVERIFY2(accessible->role() != QAccessible::NoRole, qPrintable(what));
        ++count;
    }
    QVERIFY(count > 3);
}

void ConsoleTest::noTwoCommandsShareAKey()
{
    const auto conflicts = m_window->actionRegistry().conflicts();
    for (const auto &[first, second] : conflicts)
        qWarning() << first << "and" << second;
    QVERIFY(conflicts.isEmpty());
}

// What sends, approves or resolves takes two keys at once.
void ConsoleTest::everySingleKeyIsHarmless()
{
    for (const QString &id : {u"conversation.send"_s, u"conversation.resolve"_s, u"approval.approve"_s,
                              u"approval.deny"_s, u"conversation.reject"_s}) {
        QAction *action = m_window->actionRegistry().find(id);
        QVERIFY2(action, qPrintable(id));
        for (const QKeySequence &key : action->shortcuts())
            QVERIFY2(key[0].keyboardModifiers() != Qt::NoModifier, qPrintable(id));
    }
}

QTEST_MAIN(ConsoleTest)
#include "tst_console.moc"
