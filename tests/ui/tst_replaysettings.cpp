// What the settings tell of the past while a hand tries other values.

#include "WindowBench.h"

#include "settings/ReplayCurveView.h"
#include "settings/SettingsView.h"
#include "support/FakeReplay.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSlider>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::FakeReplay;
using Test::WindowBench;

class ReplaySettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modesTellWhatAnotherOneWouldHaveDone();
    void theSentenceFollowsTheSlider();
    void anOvertakenAnswerIsNotShown();
    void aListedConversationOpens();
    void withoutAHistoryItSaysSo();
    void aFailureIsTold();
};

namespace
{

ReplayEffect someEffect(qint64 more)
{
    ReplayEffect effect;
    effect.days = 30;
    effect.total.runs = 340;
    effect.total.toAutomatic.runs = more;
    effect.total.toAutomatic.sentUnchanged = 7;
    effect.total.toAutomatic.edited = 2;
    effect.toAutomatic = {3, 2};
    return effect;
}

void fill(FakeReplay &replay)
{
    replay.answer.days = 30;
    replay.answer.runs = 340;
    replay.answer.names = {u"routing.threshold"_s, u"modes.billing"_s};
    replay.answer.curves = {{u"routing.threshold"_s, {{0.0, 120, 9, 0}, {0.8, 60, 2, 0}, {1.0, 0, 0, 0}}}};
    replay.answer.modes = {{{u"modes.billing"_s, "auto"}, someEffect(12)}};
    replay.effect = someEffect(5);
}

// The settings of a window that knows a history.
struct SettingsBench {
    FakeReplay replay;
    WindowBench window;

    bool show()
    {
        if (!window.isReady())
            return false;
        window.window->setReplay(replay);
        window.window->setRoom(Room::Settings);
        return QTest::qWaitFor(
            [this] { return find<QDoubleSpinBox>("routing.threshold.figure") != nullptr; });
    }
    template <class Widget>
    Widget *find(const char *name)
    {
        return window.find<Widget>(QString::fromLatin1(name));
    }
    QString sentence(const char *setting)
    {
        auto *label = find<QLabel>((std::string(setting) + ".effect").c_str());
        return label != nullptr && label->isVisible() ? label->text() : QString();
    }
    QSlider *slider() { return find<QWidget>("routing.threshold")->findChild<QSlider *>(); }
};

} // namespace

void ReplaySettingsTest::modesTellWhatAnotherOneWouldHaveDone()
{
    SettingsBench bench;
    fill(bench.replay);
    QVERIFY(bench.show());

    QTRY_VERIFY(bench.sentence("modes.billing").contains(u"12 of 340 more would have left by themselves"_s));
    const QString words = bench.sentence("modes.billing");
    QVERIFY2(words.contains(u"of 9 that people had judged, 2 had been corrected or rejected"_s),
             qPrintable(words));
    auto *curve = bench.find<ReplayCurveView>("routing.threshold.curve");
    QVERIFY(curve != nullptr && curve->isVisible());
    QVERIFY2(curve->accessibleDescription().contains(u"60 at 0.8"_s),
             qPrintable(curve->accessibleDescription()));
    QVERIFY(bench.find<QLabel>("replayHistory")->text().contains(u"340 messages"_s));
}

void ReplaySettingsTest::theSentenceFollowsTheSlider()
{
    SettingsBench bench;
    fill(bench.replay);
    QVERIFY(bench.show());
    QTRY_VERIFY(bench.find<ReplayCurveView>("routing.threshold.curve")->isVisible());
    bench.window.desk.calls.clear();

    bench.slider()->setSliderDown(true);
    bench.slider()->setValue(70);

    QCOMPARE(bench.replay.asked.back(), (std::vector<TriedSetting>{{u"routing.threshold"_s, Json(0.7)}}));
    QTRY_VERIFY(bench.sentence("routing.threshold").contains(u"5 of 340 more"_s));
    QCOMPARE(bench.find<ReplayCurveView>("routing.threshold.curve")->tried(), std::optional(0.7));
    QVERIFY(!bench.window.desk.calls.contains(u"setSetting routing.threshold"_s)); // nothing in passing

    bench.slider()->setSliderDown(false);
    QTRY_VERIFY(bench.find<QFrame>("routing.threshold.question") != nullptr);
    auto *question = bench.find<QFrame>("routing.threshold.question");
    QTRY_VERIFY(bench.sentence("routing.threshold").contains(u"5 of 340 more"_s)); // beside the question
    question->findChild<QPushButton *>(u"keepSetting"_s)->click();
    QTRY_VERIFY(bench.sentence("routing.threshold").isEmpty());
    QVERIFY(!bench.find<ReplayCurveView>("routing.threshold.curve")->tried());
}

void ReplaySettingsTest::anOvertakenAnswerIsNotShown()
{
    SettingsBench bench;
    fill(bench.replay);
    QVERIFY(bench.show());
    QTRY_VERIFY(bench.find<ReplayCurveView>("routing.threshold.curve")->isVisible());
    bench.replay.isHeld = true;

    bench.slider()->setSliderDown(true);
    for (const int value : {79, 78, 77})
        bench.slider()->setValue(value);

    QCOMPARE(bench.replay.asked.size(), size_t(3));
    QCoreApplication::processEvents();
    QVERIFY(bench.sentence("routing.threshold").isEmpty()); // the first two were given up
    bench.replay.finish(someEffect(4));
    QTRY_VERIFY(bench.sentence("routing.threshold").contains(u"4 of 340 more"_s));
}

void ReplaySettingsTest::aListedConversationOpens()
{
    SettingsBench bench;
    fill(bench.replay);
    QVERIFY(bench.show());
    QTRY_VERIFY(bench.find<QPushButton>("modes.billing.which")->isVisible());

    bench.find<QPushButton>("modes.billing.which")->click();
    QTRY_VERIFY(bench.find<QMenu>("replayedConversations") != nullptr);
    const QList<QAction *> actions = bench.find<QMenu>("replayedConversations")->actions();
    const auto second = std::ranges::find(actions, u"Conversation 2"_s, &QAction::text);
    QVERIFY(second != actions.end());
    (*second)->trigger();

    QVERIFY(bench.window.waitOpen(2));
    QCOMPARE(bench.window.window->room(), Room::Inbox);
}

void ReplaySettingsTest::withoutAHistoryItSaysSo()
{
    SettingsBench bench;
    bench.replay.answer.days = 30;
    bench.replay.answer.notKept = 12;
    QVERIFY(bench.show());

    QTRY_VERIFY(bench.find<QLabel>("replayHistory")->text().contains(u"from before"_s));
    QVERIFY(!bench.find<ReplayCurveView>("routing.threshold.curve")->isVisible());
    QVERIFY(bench.sentence("modes.billing").isEmpty());
}

void ReplaySettingsTest::aFailureIsTold()
{
    SettingsBench bench;
    bench.replay.failure = Error{ErrorKind::Io, u"the disk"_s};
    QVERIFY(bench.show());

    QTRY_VERIFY(bench.find<QLabel>("replayHistory")->text().contains(u"cannot be told"_s));
}

QTEST_MAIN(ReplaySettingsTest)
#include "tst_replaysettings.moc"
