// What an operator reads and looks for: who writes, all of it, and in plain words.

#include "WindowBench.h"

#include "conversation/ReplyEditor.h"
#include "inspector/Inspector.h"
#include "queue/QueueModel.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QTextEdit>
#include <QtMath>
#include <QToolButton>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::WindowBench;

class ReadingHandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWritesIsSeen();
    void longWordsGoOnInTheNextLine();
    void veryLongTextIsShortenedUntilAllIsAskedFor();
    void escapeLeavesTheSearchField();
    void searchLightsNoView();
    void snippetKeepsItsDistance();
    void menuOpensInsideTheScreen();
    void reasonsAreSaidInOneSentence();
    void noViewShowsInternalNames();
};

void ReadingHandsTest::whoWritesIsSeen()
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

void ReadingHandsTest::longWordsGoOnInTheNextLine()
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

void ReadingHandsTest::veryLongTextIsShortenedUntilAllIsAskedFor()
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

void ReadingHandsTest::escapeLeavesTheSearchField()
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

void ReadingHandsTest::searchLightsNoView()
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

void ReadingHandsTest::snippetKeepsItsDistance()
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
void ReadingHandsTest::menuOpensInsideTheScreen()
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

void ReadingHandsTest::reasonsAreSaidInOneSentence()
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
void ReadingHandsTest::noViewShowsInternalNames()
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

QTEST_MAIN(ReadingHandsTest)
#include "tst_readinghands.moc"
