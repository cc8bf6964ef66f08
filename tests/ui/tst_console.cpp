#include "actions/ActionRegistry.h"
#include "conversation/Composer.h"
#include "conversation/ConversationPane.h"
#include "conversation/ReplyEditor.h"
#include "InboxPage.h"
#include "inspector/Inspector.h"
#include "MainWindow.h"
#include "queue/QueueFilter.h"
#include "queue/QueuePane.h"
#include "settings/SettingsView.h"
#include "support/FakeDesk.h"
#include "support/TestSupport.h"
#include "theme/Theme.h"
#include "Tray.h"
#include "UiSettings.h"
#include "WorkspaceProblem.h"

#include <QAccessible>
#include <QApplication>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTextEdit>
#include <QToolButton>

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
    void fromOpeningToSentTakesAtMostTwoKeys();
    void wholeQueueIsAnsweredByKeyboardAlone();
    void sendingCanBeUndone();
    void undoOfOwnWordsBringsThemBack();
    void sendingStaysWhenTheSettingSaysSo();
    void replyWithoutAWindowLeavesWithoutUndo();
    void approvalKeepsTheDraftFromLeaving();
    void editedTextIsSentAndMarked();
    void typingIsSavedBeforeAnotherConversationShows();
    void whatWasReadBeforeTheWordsWereStoredChangesNothing();
    void failureKeepsTheTextAndSaysSo();
    void wordsThatCouldNotBeSentSurviveWhatComesIn();
    void noteThatWasBegunStaysWithItsConversation();
    void approvalWaitsForAnAnswerAndIsNoDefault();
    void severalAreResolvedAndBroughtBack();
    void rejectionKeepsItsReason();
    void searchMarksWhatItFound();
    void filterNarrowsAndIsKeptAsAView();
    void snippetFillsItsPlaceholders();
    void keysAreChangedAndConflictsShown();
    void troubleIsSaidInPlace();
    void escalationIsNotifiedBehindTheWindow();
    void citationOpensTheArticleAtThePassage();
    void contradictionOpensTheArticleAtTheSentence();
    void paletteFindsConversations();
    void reviewSaysThatItFailedOrFoundNothing();
    void workspaceThatCannotBeOpenedSaysWhatToDo();
    void everyControlHasNameAndRole_data();
    void everyControlHasNameAndRole();
    void roomsAreMadeWhenTheyAreEntered();
    void noTwoCommandsShareAKey();
    void everySingleKeyIsHarmless();

private:
    void openWindow(FakeDesk::Content content = FakeDesk::Content::Sample);
    Composer &composer() { return m_window->inbox().conversation().composer(); }
    std::optional<ConversationId> shown() { return m_window->inbox().conversation().current(); }
    QWidget *prepare(const QString &view);
    void prepareMailbox(const QString &view);
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    int m_keys = 0; // pressed since the last reset
    QTemporaryDir m_settings;
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QWidget> m_problem;
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
    ++m_keys;
    QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get();
    QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
}

// J opens the next conversation, Ctrl and Return send its draft; opening another one sends nothing by itself.
void ConsoleTest::fromOpeningToSentTakesAtMostTwoKeys()
{
    m_keys = 0;
    press(Qt::Key_J);
    QTRY_VERIFY(composer().text().startsWith("Hello Theo"_L1));
    QVERIFY(!m_desk->sentText);
    press(Qt::Key_Return, Qt::ControlModifier);

    QTRY_VERIFY(m_desk->sentText.value_or(QString()).startsWith("Hello Theo"_L1));
    QVERIFY2(m_keys <= 2, qPrintable(QString::number(m_keys)));
}

// After sending the next one opens: every further reply takes one key. No mouse, no call of a slot.
void ConsoleTest::wholeQueueIsAnsweredByKeyboardAlone()
{
    composer().setRepeatPause(0); // keys of a test are quicker than a person's
    press(Qt::Key_J);             // past the one that waits for an approval
    QTRY_VERIFY(composer().text().startsWith("Hello Theo"_L1));
    int sent = 0;
    m_keys = 0;
    for (QString draft = composer().text(); sent < 3; draft = composer().text()) {
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_desk->sentText, std::optional(draft));
        ++sent;
        QTRY_VERIFY(composer().text() != draft);
        while (composer().text().isEmpty()) { // escalated without a draft: passed by
            const auto before = shown();
            press(Qt::Key_J);
            QTRY_VERIFY(shown() != before);
            QTRY_COMPARE(m_window->inbox().conversation().view().row.id, *shown());
        }
    }

    QCOMPARE(m_desk->calls.count(u"send"_s), 3);
    QVERIFY2(m_keys <= 6, qPrintable(QString::number(m_keys)));
}

void ConsoleTest::sendingCanBeUndone()
{
    press(Qt::Key_J);
    QTRY_VERIFY(composer().text().startsWith("Hello Theo"_L1));
    const QString draft = composer().text();
    const auto theo = shown();
    press(Qt::Key_Return, Qt::ControlModifier);
    QPointer<QPushButton> undo;
    QTRY_VERIFY((undo = m_window->findChild<QPushButton *>(u"undoSend"_s)));
    QTRY_VERIFY(undo->isVisible());
    QVERIFY(undo->text().contains(u'5'));
    QTRY_VERIFY(shown() != theo);

    press(Qt::Key_Z);

    QTRY_VERIFY(m_desk->calls.contains(u"undoSend"_s));
    QTRY_COMPARE(shown(), theo);
    QTRY_COMPARE(composer().text(), draft);
    QVERIFY(!undo || !undo->isVisible());
}

void ConsoleTest::undoOfOwnWordsBringsThemBack()
{
    press(Qt::Key_J);
    QTRY_VERIFY(composer().text().startsWith("Hello Theo"_L1));
    const auto theo = shown();
    composer().setText(u"Hello Theo, my own words."_s);
    composer().send();
    QTRY_COMPARE(m_desk->sentText, std::optional(u"Hello Theo, my own words."_s));
    m_window->inbox().conversation().undoSend();

    QTRY_COMPARE(shown(), theo);
    QTRY_COMPARE(composer().text(), u"Hello Theo, my own words."_s);
}

void ConsoleTest::sendingStaysWhenTheSettingSaysSo()
{
    m_desk->setSetting(u"ui.next_after_send"_s, Json(false));
    QTest::qWait(0);
    press(Qt::Key_J);
    QTRY_VERIFY(composer().text().startsWith("Hello Theo"_L1));
    const auto theo = shown();
    press(Qt::Key_Return, Qt::ControlModifier);

    QTRY_VERIFY(m_window->inbox().conversation().isUndoOffered());
    QCOMPARE(shown(), theo);
    QVERIFY(!composer().isVisible()); // the strip stands in its place
    m_window->inbox().conversation().undoSend();
    QTRY_VERIFY(composer().isVisible());
}

void ConsoleTest::replyWithoutAWindowLeavesWithoutUndo()
{
    m_desk->undoSeconds = 0;
    press(Qt::Key_J);
    QTRY_VERIFY(composer().text().startsWith("Hello Theo"_L1));
    press(Qt::Key_Return, Qt::ControlModifier);

    QTRY_VERIFY(m_desk->sentText);
    QVERIFY(!m_window->inbox().conversation().isUndoOffered());
}

void ConsoleTest::approvalKeepsTheDraftFromLeaving()
{
    press(Qt::Key_Return, Qt::ControlModifier); // the open one waits for an approval
    QVERIFY(!m_window->findChild<QPushButton *>(u"sendReply"_s)->isEnabled());
    QVERIFY(!m_desk->calls.contains(u"send"_s));

    composer().setText(u"Hello Mara, I will look at it."_s);

    QVERIFY(m_window->findChild<QPushButton *>(u"sendReply"_s)->isEnabled());
}

void ConsoleTest::editedTextIsSentAndMarked()
{
    composer().setText(u"Hello Mara, it is done."_s);
    composer().send();

    QTRY_COMPARE(m_desk->sentText, std::optional(u"Hello Mara, it is done."_s));
}

void ConsoleTest::typingIsSavedBeforeAnotherConversationShows()
{
    auto *editor = m_window->findChild<QTextEdit *>(u"replyEditor"_s);
    editor->setFocus();
    editor->setPlainText(u"Half a sentence"_s);

    m_window->inbox().queue().step(1);

    QTRY_COMPARE(m_desk->savedDrafts.value(1), u"Half a sentence"_s);
    QTRY_VERIFY(composer().text().startsWith("Hello Theo"_L1));
    m_window->inbox().queue().step(-1);
    QTRY_COMPARE(composer().text(), u"Half a sentence"_s);
}

void ConsoleTest::whatWasReadBeforeTheWordsWereStoredChangesNothing()
{
    auto &pane = m_window->inbox().conversation();
    QSignalSpy shownAgain(&pane, &ConversationPane::shown);
    pane.reload(); // the answer, still with the old words, is on its way
    composer().setText(u"My own words"_s);

    composer().flush();

    QVERIFY(shownAgain.count() > 0 || shownAgain.wait());
    QCOMPARE(composer().text(), u"My own words"_s);
}

void ConsoleTest::failureKeepsTheTextAndSaysSo()
{
    press(Qt::Key_J);
    QTRY_VERIFY(composer().text().startsWith("Hello Theo"_L1));
    const QString draft = composer().text();
    m_desk->failure = Error{ErrorKind::Unavailable, u"no channel"_s};

    press(Qt::Key_Return, Qt::ControlModifier);

    auto *bar = m_window->inbox().conversation().findChild<QFrame *>(u"inlineBar"_s);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(composer().text(), draft);
    QVERIFY(!m_window->inbox().conversation().isUndoOffered());
}

void ConsoleTest::wordsThatCouldNotBeSentSurviveWhatComesIn()
{
    press(Qt::Key_J);
    QTRY_VERIFY(composer().text().startsWith("Hello Theo"_L1));
    const QString words = u"Hello Theo, my own words."_s;
    composer().setText(words);
    m_desk->failure = Error{ErrorKind::Unavailable, u"no channel"_s};
    press(Qt::Key_Return, Qt::ControlModifier);
    auto *bar = m_window->inbox().conversation().findChild<QFrame *>(u"inlineBar"_s);
    QTRY_VERIFY(bar->isVisible());
    QSignalSpy shownAgain(&m_window->inbox().conversation(), &ConversationPane::shown);

    m_window->inbox().conversation().reload(); // the customer wrote again

    QVERIFY(shownAgain.count() > 0 || shownAgain.wait());
    QCOMPARE(composer().text(), words);
    m_desk->failure.reset();
    m_window->inbox().queue().step(-1);
    QTRY_COMPARE(m_desk->savedDrafts.value(2), words);
}

void ConsoleTest::noteThatWasBegunStaysWithItsConversation()
{
    const QString draft = composer().text();
    press(Qt::Key_N);
    composer().setText(u"Called him, waits for the bank"_s);

    press(Qt::Key_Escape);
    m_window->inbox().queue().step(1);
    QTRY_VERIFY(composer().text().startsWith("Hello Theo"_L1));
    m_window->inbox().queue().step(-1);

    QTRY_COMPARE(composer().text(), u"Called him, waits for the bank"_s);
    composer().toggleNote(); // a look at the draft
    QCOMPARE(composer().text(), draft);
    composer().toggleNote();
    composer().send();
    QTRY_VERIFY(m_desk->calls.contains(u"addNote"_s));
    QTRY_COMPARE(composer().text(), draft);
    composer().toggleNote();
    QVERIFY(composer().text().isEmpty()); // the next note begins empty
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

    const auto isRead = [this] {
        const auto *effect = m_window->findChild<QLabel *>(u"approvalEffect"_s);
        return effect && !effect->visibleRegion().isEmpty();
    };
    QTRY_VERIFY(isRead());
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);

    QTRY_VERIFY(m_desk->calls.contains(u"approve digest-1"_s));
}

void ConsoleTest::severalAreResolvedAndBroughtBack()
{
    QueuePane &queue = m_window->inbox().queue();
    const int before = queue.model().rowCount();
    press(Qt::Key_X);
    press(Qt::Key_J);
    press(Qt::Key_X);
    press(Qt::Key_J);
    press(Qt::Key_X);
    QCOMPARE(queue.marked().size(), 3u);
    QVERIFY(queue.findChild<QWidget *>(u"markBar"_s)->isVisible());

    press(Qt::Key_R, Qt::ControlModifier);

    auto *bar = queue.findChild<QFrame *>(u"inlineBar"_s);
    QTRY_VERIFY(bar->isVisible()); // a refund waits in one of them
    QVERIFY(!m_desk->calls.contains(u"resolve 3"_s));
    bar->findChild<QPushButton *>()->click();

    QTRY_COMPARE(queue.model().rowCount(), before - 2); // the open one stays until it is left
    QVERIFY(m_desk->calls.contains(u"resolve 3"_s));
    QTRY_VERIFY(queue.marked().empty());
    QVERIFY(bar->isVisible());
    auto *undo = bar->findChild<QPushButton *>();
    QVERIFY(undo);
    undo->click();

    QTRY_COMPARE(queue.model().rowCount(), before);
}

void ConsoleTest::rejectionKeepsItsReason()
{
    press(Qt::Key_D, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"wrong invoice"_s);
    press(Qt::Key_Return);

    QTRY_VERIFY(m_desk->calls.contains(u"reject wrong invoice"_s));
}

void ConsoleTest::searchMarksWhatItFound()
{
    QueuePane &queue = m_window->inbox().queue();
    press(Qt::Key_Slash);
    QTest::keyClicks(QApplication::focusWidget(), u"invoice"_s);

    QTRY_COMPARE(queue.model().rowCount(), 1);
    QVERIFY(!queue.model().rowAt(0)->matches.empty());
    press(Qt::Key_Return);
    QTRY_COMPARE(shown(), std::optional(ConversationId{1}));
    const auto labels = m_window->inbox().conversation().findChildren<QLabel *>();
    QTRY_VERIFY(std::ranges::any_of(
        m_window->inbox().conversation().findChildren<QLabel *>(),
        [](const QLabel *label) { return label->text().contains("background-color"_L1); }));
}

void ConsoleTest::filterNarrowsAndIsKeptAsAView()
{
    QueuePane &queue = m_window->inbox().queue();
    const int all = queue.model().rowCount();
    QueueQuery query = queue.model().query();
    query.category = Category::Technical;
    queue.setQuery(query);
    QTRY_VERIFY(queue.model().rowCount() > 0 && queue.model().rowCount() < all);
    const int few = queue.model().rowCount();

    queue.filter().askName();
    QTest::keyClicks(QApplication::focusWidget(), u"Broken things"_s);
    press(Qt::Key_Return);

    QTRY_VERIFY(m_desk->calls.contains(u"saveView Broken things"_s));
    QVERIFY(queue.filter().isVisible());
    queue.setView(QueueView::All);
    QTRY_COMPARE(queue.model().rowCount(), few); // the view changed, the filter stayed
    queue.setQuery({});
    QTRY_COMPARE(queue.model().rowCount(), all);
    QVERIFY(!queue.filter().isVisible());
}

void ConsoleTest::snippetFillsItsPlaceholders()
{
    composer().setText({});
    composer().openSnippets();
    auto *button = m_window->findChild<QToolButton *>(u"snippets"_s);
    QMenu *menu = button->menu();
    QTRY_COMPARE(menu->actions().size(), 6); // three, a line, and what keeps and changes them

    menu->actions().at(1)->trigger();
    QCOMPARE(composer().text(), u"Hello Mara,\n\n"_s);
    menu->actions().at(2)->trigger();
    menu->close();

    QCOMPARE(composer().editor().textCursor().selectedText(), u"{order}"_s); // nothing knows it: to be typed
}

void ConsoleTest::keysAreChangedAndConflictsShown()
{
    ActionRegistry &actions = m_window->actionRegistry();
    m_window->setRoom(Room::Settings);
    auto *field = m_window->findChild<QKeySequenceEdit *>(u"keys.queue.next"_s);
    QVERIFY(field);
    field->setKeySequence(QKeySequence(u"E"_s));
    Q_EMIT field->editingFinished();

    QCOMPARE(actions.find(u"queue.next"_s)->shortcut(), QKeySequence(u"E"_s));
    QCOMPARE(actions.conflictsOf(u"queue.next"_s), QStringList{u"conversation.edit"_s});
    const auto labels = m_window->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [&](const QLabel *label) {
        return !label->isHidden() && label->text().contains(actions.find(u"conversation.edit"_s)->text()) &&
               label->property("tone") == u"bad"_s;
    }));

    openWindow(); // a new window on the same settings
    QCOMPARE(m_window->actionRegistry().find(u"queue.next"_s)->shortcut(), QKeySequence(u"E"_s));
    m_window->actionRegistry().resetKeys(u"queue.next"_s);
    QVERIFY(m_window->actionRegistry().conflicts().isEmpty());
    QSettings settings = uiSettings();
    m_window->actionRegistry().saveKeys(settings);
}

void ConsoleTest::troubleIsSaidInPlace()
{
    auto *banner = m_window->findChild<QFrame *>(u"banner"_s);
    QVERIFY(banner->isHidden());
    m_desk->shownStatus.channels[0] = {u"Web chat"_s, PartState::Failed, u"port 8790 is taken"_s};
    Q_EMIT m_desk->statusChanged();

    QVERIFY(banner->isVisible());
    QVERIFY(banner->accessibleName().contains("port 8790 is taken"_L1));
    m_desk->shownStatus.channels[0].state = PartState::Ready;
    Q_EMIT m_desk->statusChanged();
    QVERIFY(banner->isHidden());
}

void ConsoleTest::escalationIsNotifiedBehindTheWindow()
{
    auto *tray = m_window->findChild<Tray *>();
    QVERIFY(tray);
    QSignalSpy notified(tray, &Tray::notified);
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    m_desk->view(ConversationId{3}).row.ticket = TicketId{77};
    const QString customer = m_desk->view(ConversationId{3}).row.customer;

    Q_EMIT m_desk->escalationArrived(3, 77);

    QTRY_COMPARE(notified.count(), 1);
    const QString words = notified.first().first().toString();
    QVERIFY2(words.contains(customer) && words.contains("#77"_L1), qPrintable(words));
}

void ConsoleTest::citationOpensTheArticleAtThePassage()
{
    m_window->openArticle(u"refunds"_s, 1);
    auto *reader = m_window->findChild<QTextBrowser *>(u"articleText"_s);
    QTRY_COMPARE(reader->extraSelections().size(), 1);

    const QString marked = reader->extraSelections().first().cursor.selectedText();

    QVERIFY2(marked.contains("A charge made twice"_L1), qPrintable(marked));
    QVERIFY(!marked.contains("5 to 10 working days"_L1));
}

void ConsoleTest::contradictionOpensTheArticleAtTheSentence()
{
    m_window->setRoom(Room::Knowledge);
    m_window->findChild<QToolButton *>(u"reviewArticles"_s)->click();
    QTRY_COMPARE(m_window->findChildren<QFrame *>(u"conflictCard"_s).size(), 2);
    QCOMPARE(m_window->findChildren<QFrame *>(u"staleCard"_s).size(), 1);
    const auto *card = m_window->findChild<QFrame *>(u"conflictCard"_s);
    const auto labels = card->findChildren<QLabel *>();
    const auto shows = [&](const QString &words) {
        return std::ranges::any_of(labels,
                                   [&](const QLabel *label) { return label->text().contains(words); });
    };
    QVERIFY(shows(u"It takes 5 to 10 working days"_s));
    QVERIFY(shows(u"up to 3 working days"_s));

    card->findChildren<QPushButton *>().first()->click();

    auto *reader = m_window->findChild<QTextBrowser *>(u"articleText"_s);
    QTRY_VERIFY(reader->toPlainText().contains(u"How refunds work"_s));
    QTRY_VERIFY(reader->isVisible());
}

void ConsoleTest::paletteFindsConversations()
{
    m_window->showPalette();
    auto *field = m_window->findChild<QLineEdit *>(u"paletteField"_s);
    auto *list = m_window->findChild<QListView *>(u"paletteList"_s);
    field->setText(u"Takeda"_s);
    QTRY_COMPARE(list->model()->index(0, 0).data().toString(), u"Jun Takeda"_s);

    QTest::keyClick(field, Qt::Key_Return);

    QTRY_COMPARE(shown(), std::optional(ConversationId{5}));
    m_window->showPalette();
    QVERIFY(field->text().isEmpty());
    QVERIFY(list->model()->rowCount() > 5); // commands again
}

void ConsoleTest::reviewSaysThatItFailedOrFoundNothing()
{
    m_window->setRoom(Room::Knowledge);
    m_desk->failure = Error{ErrorKind::Unavailable, u"the engine is still starting"_s};
    m_window->findChild<QToolButton *>(u"reviewArticles"_s)->click();
    auto *again = m_window->findChild<QPushButton *>(u"reviewAgain"_s);
    QTRY_VERIFY(again->isVisible());
    QVERIFY(!m_window->findChild<QLabel *>(u"reviewFailure"_s)->text().isEmpty());

    m_desk->failure.reset();
    m_desk->review = {};
    again->click();

    QTRY_VERIFY(!again->isVisible());
    QVERIFY(m_window->findChildren<QFrame *>(u"conflictCard"_s).isEmpty());
    m_desk->review.stale = {{u"export"_s, u"Export your data"_s, {}, -1, 3}};
    Q_EMIT m_desk->knowledgeChanged();
    QTRY_COMPARE(m_window->findChildren<QFrame *>(u"staleCard"_s).size(), 1);
}

void ConsoleTest::workspaceThatCannotBeOpenedSaysWhatToDo()
{
    for (const ErrorKind kind :
         {ErrorKind::TooNew, ErrorKind::Corrupt, ErrorKind::Io, ErrorKind::Unavailable}) {
        WorkspaceProblem page(u"/somewhere"_s, Error{kind, u"the file says 9"_s});
        QSignalSpy retry(&page, &WorkspaceProblem::retryRequested);
        page.show();
        auto *details = page.findChild<QPlainTextEdit *>();
        QVERIFY(details->isHidden());
        QCOMPARE(details->toPlainText(), u"the file says 9"_s);
        page.findChild<QPushButton *>(u"retry"_s)->click();
        QCOMPARE(retry.count(), 1);
    }
}

void ConsoleTest::everyControlHasNameAndRole_data()
{
    QTest::addColumn<QString>("view");
    for (const char *view :
         {"inbox",     "inbox customer", "inbox run",  "rejecting",   "marked",       "undo",
          "approvals", "knowledge",      "article",    "editing",     "review",       "learning",
          "settings",  "keys",           "snippets",   "new snippet", "models",       "no model",
          "new model", "mailboxes",      "no mailbox", "new mailbox", "mail servers", "mail scope",
          "first run", "empty search",   "palette",    "help",        "problem"})
        QTest::newRow(view) << QString::fromLatin1(view);
}

// The form for a mailbox, as far as the view says.
void ConsoleTest::prepareMailbox(const QString &view)
{
    m_window->showMailboxes();
    m_window->findChild<QPushButton *>(u"firstMailbox"_s)->click();
    auto *next = m_window->findChild<QPushButton *>(u"mailboxNext"_s);
    m_window->findChild<QLineEdit *>(u"mailAddress"_s)->setText(u"support@desk.example"_s);
    if (view == "new mailbox"_L1)
        return;
    m_window->findChild<QPushButton *>(u"serversByHand"_s)->click();
    m_window->findChild<QLineEdit *>(u"imapHost"_s)->setText(u"imap.desk.example"_s);
    next->click();
    QTRY_VERIFY(next->text().contains("Continue"_L1));
    if (view == "mail scope"_L1)
        next->click();
}

// Brings the window into a state; returns the top-level widget that is walked.
QWidget *ConsoleTest::prepare(const QString &view)
{
    openWindow(view == "first run"_L1 ? FakeDesk::Content::Empty : FakeDesk::Content::Sample);
    InboxPage &inbox = m_window->inbox();
    if (view == "inbox customer"_L1)
        inbox.inspector().setPage(Inspector::Customer);
    else if (view == "inbox run"_L1)
        inbox.inspector().setPage(Inspector::Run);
    else if (view == "rejecting"_L1)
        composer().askRejection();
    else if (view == "marked"_L1)
        inbox.queue().toggleMark();
    else if (view == "undo"_L1)
        press(Qt::Key_J), press(Qt::Key_Return, Qt::ControlModifier);
    else if (view == "approvals"_L1)
        m_window->setRoom(Room::Approvals);
    else if (view == "knowledge"_L1)
        m_window->setRoom(Room::Knowledge);
    else if (view == "article"_L1)
        m_window->openArticle(u"refunds"_s);
    else if (view == "editing"_L1)
        m_window->setRoom(Room::Knowledge), m_window->findChild<QToolButton *>(u"newArticle"_s)->click();
    else if (view == "review"_L1)
        m_window->setRoom(Room::Knowledge), m_window->findChild<QToolButton *>(u"reviewArticles"_s)->click();
    else if (view == "learning"_L1)
        m_window->setRoom(Room::Learning);
    else if (view == "snippets"_L1 || view == "new snippet"_L1)
        m_window->showSnippets();
    else if (view == "settings"_L1 || view == "keys"_L1)
        m_window->setRoom(Room::Settings);
    else if (view == "models"_L1)
        m_desk->models.fill(), m_window->showModels();
    else if (view == "no model"_L1)
        m_window->showModels();
    else if (view == "new model"_L1)
        m_window->showModels(), m_window->findChild<QPushButton *>(u"firstModel"_s)->click();
    else if (view == "mailboxes"_L1)
        m_desk->mail.fill(), m_window->showMailboxes();
    else if (view == "no mailbox"_L1)
        m_window->showMailboxes();
    else if (view == "new mailbox"_L1 || view == "mail servers"_L1 || view == "mail scope"_L1)
        prepareMailbox(view);
    else if (view == "empty search"_L1)
        inbox.queue().focusSearch(), QTest::keyClicks(QApplication::focusWidget(), u"nothing has it"_s);
    else if (view == "palette"_L1)
        m_window->showPalette();
    else if (view == "help"_L1)
        m_window->showKeys();
    if (view == "keys"_L1)
        m_window->findChild<SettingsView *>()->setPage(SettingsView::Keys);
    if (view == "new snippet"_L1)
        m_window->findChild<QToolButton *>(u"newSnippet"_s)->click();
    if (view != "problem"_L1)
        return m_window.get();
    m_problem = std::make_unique<WorkspaceProblem>(u"/somewhere"_s, Error{ErrorKind::TooNew, u"9"_s});
    m_problem->show();
    return m_problem.get();
}

// Walks the tree that a screen reader walks: what can be reached or is spoken has a name, and a role.
void ConsoleTest::everyControlHasNameAndRole()
{
    QFETCH(QString, view);
    QWidget *top = prepare(view);
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    int count = 0;
    std::function<void(QAccessibleInterface *)> walk = [&](QAccessibleInterface *node) {
        for (int i = 0; i < node->childCount(); ++i) {
            QAccessibleInterface *child = node->child(i);
            if (!child || !child->isValid() || child->state().invisible)
                continue;
            walk(child);
            auto *widget = qobject_cast<QWidget *>(child->object());
            const bool isReached =
                child->state().focusable || (widget && widget->focusPolicy() & Qt::TabFocus);
            const bool isSpoken =
                child->role() == QAccessible::Button || child->role() == QAccessible::ListItem ||
                child->role() == QAccessible::CheckBox || child->role() == QAccessible::ComboBox;
            if ((!isReached && !isSpoken) || (widget && widget->objectName().startsWith("qt_"_L1)))
                continue;
            const QString what = u"%1 \"%2\" in %3"_s.arg(
                widget ? QString::fromLatin1(widget->metaObject()->className()) : u"item"_s,
                widget ? widget->objectName() : QString(), view);
            QVERIFY2(!child->text(QAccessible::Name).isEmpty(), qPrintable(what));
            QVERIFY2(child->role() != QAccessible::NoRole, qPrintable(what));
            ++count;
        }
    };
    walk(QAccessible::queryAccessibleInterface(top));
    QVERIFY2(count >= 4, qPrintable(QString::number(count)));
    m_problem.reset();
}

// The start does without them; their keys do not.
void ConsoleTest::roomsAreMadeWhenTheyAreEntered()
{
    QSignalSpy painted(m_window.get(), &MainWindow::painted);
    QVERIFY(!m_window->findChild<SettingsView *>());
    QVERIFY(!m_window->findChild<QTextBrowser *>(u"articleText"_s));

    press(Qt::Key_6, Qt::ControlModifier);
    QVERIFY(m_window->findChild<SettingsView *>()->isVisible());
    press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(m_window->findChild<QTextBrowser *>(u"articleText"_s));
    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(m_window->inbox().isVisible());
    QVERIFY(!m_window->findChild<SettingsView *>()->isVisible());
    QCOMPARE(painted.size(), 0); // it is said once, and was before
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
    for (const QString &id :
         {u"conversation.send"_s, u"conversation.resolve"_s, u"approval.approve"_s, u"approval.deny"_s,
          u"conversation.reject"_s, u"conversation.take"_s, u"conversation.category.billing"_s}) {
        QAction *action = m_window->actionRegistry().find(id);
        QVERIFY2(action, qPrintable(id));
        for (const QKeySequence &key : action->shortcuts())
            QVERIFY2(key[0].keyboardModifiers() != Qt::NoModifier, qPrintable(id));
    }
}

QTEST_MAIN(ConsoleTest)
#include "tst_console.moc"
