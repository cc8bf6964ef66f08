// What a hand does in the settings: nothing in passing, and nothing dangerous unasked.

#include "WindowBench.h"

#include "settings/SettingEditor.h"
#include "settings/SettingsView.h"
#include "Words.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::WindowBench;

class SettingHandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wheelOverAControlChangesNothing();
    void looserSettingIsAskedAboutFirst_data();
    void looserSettingIsAskedAboutFirst();
    void stricterSettingIsSimplyKept();
    void settingsEndWhereTheyEnd();
    void searchWithoutASettingSaysSo();
    void timesAreSaidInTheirUnits();
    void lockedSettingSaysSoAndStays();
    void presetIsTheDefault();
};

// A row as the desk gives it.
static SettingRow sampleRow(const QString &name)
{
    const auto rows = Test::sampleSettings();
    return *std::ranges::find(rows, name, &SettingRow::name);
}

void SettingHandsTest::lockedSettingSaysSoAndStays()
{
    SettingRow row = sampleRow(u"answer.threshold"_s); // changed: it could be reset
    SettingEditor editor(row);
    editor.show();
    auto *lock = editor.findChild<QLabel *>(u"answer.threshold.lock"_s);
    auto *control = editor.findChild<QWidget *>(u"answer.threshold"_s);
    QVERIFY(lock && control);
    QVERIFY(!lock->isVisible() && control->isEnabled());

    row.isLocked = true;
    row.contact = u"IT, extension 1200"_s;
    editor.setRow(row);

    QVERIFY(lock->isVisible());
    QVERIFY(lock->text().contains(u"IT, extension 1200"_s));
    QVERIFY(!control->isEnabled());
    QVERIFY(control->accessibleDescription().contains(lock->text()));
    for (const auto *button : editor.findChildren<QPushButton *>())
        QVERIFY2(!button->isVisible() || !button->accessibleName().startsWith(u"Reset"_s),
                 qPrintable(button->text()));

    row.isLocked = false;
    editor.setRow(row);
    QVERIFY(!lock->isVisible() && control->isEnabled());
}

void SettingHandsTest::presetIsTheDefault()
{
    SettingRow row = sampleRow(u"routing.threshold"_s);
    row.isPreset = true;
    row.fallback = 0.9;
    SettingEditor editor(row);

    const auto labels = editor.findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text().contains(u"0.9 (set by the administrator)"_s);
    }));
}

// The wheel scrolls the page under the pointer, whatever control lies there.
void SettingHandsTest::wheelOverAControlChangesNothing()
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

void SettingHandsTest::looserSettingIsAskedAboutFirst_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("mode") << u"modes.billing"_s;
    QTest::newRow("threshold") << u"answer.threshold"_s;
    QTest::newRow("money") << u"refund.approval_limit_minor"_s;
}

void SettingHandsTest::looserSettingIsAskedAboutFirst()
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

void SettingHandsTest::stricterSettingIsSimplyKept()
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

void SettingHandsTest::settingsEndWhereTheyEnd()
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

void SettingHandsTest::searchWithoutASettingSaysSo()
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

void SettingHandsTest::timesAreSaidInTheirUnits()
{
    QVERIFY(Words::duration(31'536'000).startsWith("365 day"_L1));
    QVERIFY(Words::duration(3600).startsWith("1 hour"_L1));
    QCOMPARE(Words::duration(5), u"5 s"_s);
    QCOMPARE(Words::duration(0.5), u"0.5 s"_s);
    QCOMPARE(Words::duration(90), u"90 s"_s);
    QVERIFY(Words::duration(1800).startsWith("30 minute"_L1));
}

QTEST_MAIN(SettingHandsTest)
#include "tst_settinghands.moc"
