// Said 0.8, right how often: on its page.

#include "WindowBench.h"

#include "learning/LearningPage.h"
#include "learning/ReliabilityView.h"
#include "support/FakeCalibration.h"
#include "Words.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::FakeCalibration;
using Test::WindowBench;

class CalibrationPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void diagramAndTableSayTheSame();
    void choicesAskAnew();
    void withoutVerdictsItSaysWhatIsMissing();
    void whatToJudgeNextOpens();
};

namespace
{

struct Bench {
    FakeCalibration room;
    WindowBench window;

    bool show()
    {
        if (!window.isReady())
            return false;
        window.window->setCalibration(room);
        window.window->setRoom(Room::Learning);
        window.find<LearningPage>(u"learningPage"_s)->setPage(LearningPage::Calibration);
        return QTest::qWaitFor([this] { return !room.asked.empty(); });
    }
    template <class Widget>
    Widget *find(const char *name)
    {
        return window.find<Widget>(QString::fromLatin1(name));
    }
};

void fill(CalibrationView &view)
{
    view.threshold = 0.8;
    view.total.runs = 120;
    view.total.judged = 40;
    view.total.right = 30;
    view.total.error = 0.135;
    view.total.bins[8] = {120, 40, 30, 0.84};
    CalibrationTable part = view.total;
    part.key = u"billing"_s;
    view.parts = {part};
    Saying saying;
    saying.said = 0.62;
    saying.conversation = 2;
    view.next = {saying};
}

} // namespace

void CalibrationPageTest::diagramAndTableSayTheSame()
{
    Bench bench;
    fill(bench.room.answer);
    QVERIFY(bench.show());

    auto *bins = bench.find<QTreeWidget>("calibrationBins");
    QTRY_VERIFY(bins->isVisible());
    QCOMPARE(bins->topLevelItemCount(), 1);
    QCOMPARE(bins->topLevelItem(0)->text(2), u"40"_s);
    QVERIFY2(bins->topLevelItem(0)->text(4).startsWith(Words::percent(0.75)),
             qPrintable(bins->topLevelItem(0)->text(4)));
    const QString spoken = bench.window.window->findChild<ReliabilityView *>()->accessibleDescription();
    QVERIFY2(spoken.contains(Words::percent(0.84)) && spoken.contains(Words::percent(0.75)),
             qPrintable(spoken));
    QCOMPARE(bench.find<QTreeWidget>("calibrationParts")->topLevelItem(0)->text(0),
             Words::category(Category::Billing));
    QVERIFY(bench.find<QLabel>("calibrationDrift")->text().contains(u"Too few"_s));
}

void CalibrationPageTest::choicesAskAnew()
{
    Bench bench;
    fill(bench.room.answer);
    QVERIFY(bench.show());
    QVERIFY(bench.room.asked.back().of == SaidOf::Category && bench.room.asked.back().days == 30);

    bench.find<QComboBox>("calibrationOf")->setCurrentIndex(1);
    bench.find<QComboBox>("calibrationBy")->setCurrentIndex(2);
    bench.find<QComboBox>("calibrationDays")->setCurrentIndex(2);

    const FakeCalibration::Question last = bench.room.asked.back();
    QVERIFY(last.of == SaidOf::Answer && last.by == CalibrationBy::Language && last.days == 0);
}

void CalibrationPageTest::withoutVerdictsItSaysWhatIsMissing()
{
    Bench bench;
    bench.room.answer.total.runs = 17;
    QVERIFY(bench.show());

    auto *missing = bench.find<QLabel>("nothingJudged");
    QTRY_VERIFY2(missing->text().contains(u"Of 17 messages nobody judged"_s), qPrintable(missing->text()));
    QVERIFY(missing->isVisible());
    QVERIFY(!bench.find<QTreeWidget>("calibrationBins")->isVisible());
}

void CalibrationPageTest::whatToJudgeNextOpens()
{
    Bench bench;
    fill(bench.room.answer);
    QVERIFY(bench.show());
    QTRY_VERIFY(bench.find<QPushButton>("judgeNext") != nullptr);

    bench.find<QPushButton>("judgeNext")->click();

    QVERIFY(bench.window.waitOpen(2));
    QCOMPARE(bench.window.window->room(), Room::Inbox);
}

QTEST_MAIN(CalibrationPageTest)
#include "tst_calibration.moc"
