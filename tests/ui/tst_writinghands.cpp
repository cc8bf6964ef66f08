// What a language model does for a person: sums up what is handed over, and helps to write. Nothing is sent
// by it, everything can be taken back.

#include "WindowBench.h"

#include "conversation/ReplyEditor.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::WindowBench;

namespace
{

HandoffSummary recordOfIt()
{
    HandoffSummary summary;
    summary.asked = {{HandoffKind::Said, u"Why was I charged twice?"_s}};
    summary.done = {{HandoffKind::Done, u"Refund 49.00 USD for INV-1042"_s}};
    summary.tried = {{HandoffKind::LookedUp, u"check_invoice (INV-1042)"_s}};
    summary.open = {{HandoffKind::Waits, u"Refund 9.00 USD for INV-1043"_s}};
    return summary;
}

QString handoffWords(WindowBench &bench)
{
    QStringList words;
    for (const QLabel *label : bench.window->findChildren<QLabel *>(u"handoffWords"_s)) {
        if (label->isVisible())
            words << label->text();
    }
    return words.join(u'\n');
}

} // namespace

class WritingHandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsHandedOverStandsAboveTheThread();
    void modelsWordsTakeThePlaceOfTheRecord();
    void nobodyWasCalledNothingIsShown();
    void writtenTextIsOneStepOfUndo();
    void everyVerbIsAskedFor();
    void stoppedWritingLeavesTheText();
    void whatStandsInNoSourceIsMarked();
    void withoutAModelItIsGreyedWithTheReason();
    void failureKeepsWhatWasTyped();

private:
    // The open conversation, with a text in its editor and a model to write.
    static void prepare(WindowBench &bench, const QString &text)
    {
        QVERIFY(bench.isReady());
        bench.desk.writing.engine = u"fast"_s;
        Q_EMIT bench.desk.settingsChanged();
        bench.composer().editor().selectAll();
        bench.composer().editor().insertPlainText(text);
        QTRY_VERIFY(bench.find<QToolButton>(u"writeForMe"_s)->isEnabled());
    }
    static void choose(WindowBench &bench, int verb)
    {
        QMenu *menu = bench.find<QToolButton>(u"writeForMe"_s)->menu();
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 5);
        menu->actions().at(verb)->trigger();
    }
};

void WritingHandsTest::whatIsHandedOverStandsAboveTheThread()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    const ConversationId id = *bench.opened();

    bench.desk.change(id, [](ConversationView &view) { view.handoff = recordOfIt(); });

    QTRY_VERIFY(handoffWords(bench).contains(u"Why was I charged twice?"_s));
    const QString words = handoffWords(bench);
    QVERIFY(words.contains(u"Refund 49.00 USD for INV-1042"_s));
    QVERIFY(words.contains(u"check_invoice (INV-1042)"_s));
    QVERIFY(words.contains(u"Refund 9.00 USD for INV-1043"_s));
    QCOMPARE(bench.desk.writing.summaries, 0);
    auto *fold = bench.find<QToolButton>(u"handoffFold"_s);
    fold->click();
    QVERIFY(handoffWords(bench).isEmpty());
    fold->click();
    QVERIFY(!handoffWords(bench).isEmpty());
}

void WritingHandsTest::modelsWordsTakeThePlaceOfTheRecord()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.desk.writing.engine = u"fast"_s;
    bench.desk.writing.summary = recordOfIt();
    bench.desk.writing.summary.asked = {{HandoffKind::Said, u"She was charged twice and wants it back."_s}};
    bench.desk.writing.summary.engine = u"fast"_s;
    const ConversationId id = *bench.opened();

    bench.desk.change(id, [](ConversationView &view) { view.handoff = recordOfIt(); });

    QTRY_VERIFY(handoffWords(bench).contains(u"She was charged twice and wants it back."_s));
    QVERIFY(bench.find<QLabel>(u"handoffState"_s)->text().contains(u"fast"_s));
    bench.pane().reload();
    QTRY_VERIFY(!bench.pane().isLoading());
    QCoreApplication::processEvents();
    QCOMPARE(bench.desk.writing.summaries, 1); // once for a state of the conversation
}

void WritingHandsTest::nobodyWasCalledNothingIsShown()
{
    WindowBench bench;
    QVERIFY(bench.isReady());

    QVERIFY(!bench.find<QWidget>(u"handoff"_s)->isVisible());
}

void WritingHandsTest::writtenTextIsOneStepOfUndo()
{
    WindowBench bench;
    prepare(bench, u"sorry, export back, 30 days"_s);
    bench.desk.writing.written = {u"I am sorry. Your export is back for 30 days."_s, {}, {}, {}, u"fast"_s};

    choose(bench, 4);

    QTRY_COMPARE(bench.composer().text(), bench.desk.writing.written.text);
    QCOMPARE(bench.desk.writing.wishes.back().text, u"sorry, export back, 30 days"_s);
    QCOMPARE(bench.desk.writing.wishes.back().verb, WritingVerb::FromNotes);
    QVERIFY(!bench.desk.sentText);
    QVERIFY(bench.find<QLabel>(u"writingWords"_s)->isVisible());
    QTest::keyClick(&bench.composer().editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bench.composer().text(), u"sorry, export back, 30 days"_s);
    QVERIFY(!bench.find<QLabel>(u"writingWords"_s)->isVisible());

    choose(bench, 4);
    QTRY_COMPARE(bench.composer().text(), bench.desk.writing.written.text);
    bench.find<QPushButton>(u"writingAct"_s)->click();
    QCOMPARE(bench.composer().text(), u"sorry, export back, 30 days"_s);
}

void WritingHandsTest::everyVerbIsAskedFor()
{
    WindowBench bench;
    prepare(bench, u"A reply of some length."_s);
    bench.desk.writing.written = {u"A reply."_s, {}, {}, {}, u"fast"_s};

    for (int verb = 0; verb < 5; ++verb) {
        choose(bench, verb);
        QTRY_VERIFY(bench.find<QToolButton>(u"writeForMe"_s)->isEnabled());
        QCOMPARE(static_cast<int>(bench.desk.writing.wishes.back().verb), verb);
    }
}

void WritingHandsTest::stoppedWritingLeavesTheText()
{
    WindowBench bench;
    prepare(bench, u"A reply of some length."_s);
    bench.desk.writing.written = {u"A reply."_s, {}, {}, {}, u"fast"_s};
    bench.desk.writing.holds = true;

    choose(bench, 0);
    auto *act = bench.find<QPushButton>(u"writingAct"_s);
    QTRY_VERIFY(act->isVisible());
    QVERIFY(!bench.find<QPushButton>(u"sendReply"_s)->isEnabled());
    QVERIFY(bench.composer().editor().isReadOnly());
    bench.composer().send();
    act->click();

    QCOMPARE(bench.desk.writing.stops, 1);
    QCOMPARE(bench.composer().text(), u"A reply of some length."_s);
    QVERIFY(!bench.composer().editor().isReadOnly());
    QVERIFY(!act->isVisible());
    QTRY_VERIFY(bench.find<QPushButton>(u"sendReply"_s)->isEnabled());
    QVERIFY(!bench.desk.sentText);
}

void WritingHandsTest::whatStandsInNoSourceIsMarked()
{
    WindowBench bench;
    prepare(bench, u"You get it back."_s);
    bench.desk.writing.written = {
        u"You get 49 USD back on 3 May."_s, {u"49 USD"_s, u"3 May"_s}, {}, {}, u"fast"_s};

    choose(bench, 1);

    QTRY_COMPARE(bench.composer().editor().extraSelections().size(), 2);
    QVERIFY(bench.find<QLabel>(u"writingWords"_s)->text().contains(u"49 USD"_s));
    QTest::keyClicks(&bench.composer().editor(), u"x"_s);
    QVERIFY(bench.composer().editor().extraSelections().isEmpty());
}

void WritingHandsTest::withoutAModelItIsGreyedWithTheReason()
{
    WindowBench bench;
    QVERIFY(bench.isReady());

    const auto *button = bench.find<QToolButton>(u"writeForMe"_s);
    QTRY_VERIFY(button->accessibleDescription().contains(u"language model"_s));
    QVERIFY(!button->isEnabled());
    QVERIFY(button->toolTip().contains(u"Settings"_s));
}

void WritingHandsTest::failureKeepsWhatWasTyped()
{
    WindowBench bench;
    prepare(bench, u"A reply of some length."_s);
    bench.desk.writing.failure = Error{ErrorKind::Unavailable, u"The server is busy."_s};

    choose(bench, 0);

    QTRY_VERIFY(bench.find<QWidget>(u"inlineBar"_s)->isVisible());
    QCOMPARE(bench.composer().text(), u"A reply of some length."_s);
    QVERIFY(!bench.composer().editor().isReadOnly());
}

QTEST_MAIN(WritingHandsTest)
#include "tst_writinghands.moc"
