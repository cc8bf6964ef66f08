// Several settings tried at once, compared, applied and rolled back by hand.

#include "WindowBench.h"

#include "settings/ProposalForm.h"
#include "settings/ProposalsPage.h"
#include "settings/SettingsView.h"
#include "support/FakeProposals.h"
#include "support/FakeReplay.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::FakeProposals;
using Test::FakeReplay;
using Test::WindowBench;

class ProposalsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyRoomSaysWhatToDo();
    void triedTogetherAndSaved();
    void comparedSideBySide();
    void appliedAfterAQuestion();
    void rolledBackAllTheSameOnlyAfterAQuestion();
};

namespace
{

struct Bench {
    FakeReplay replay;
    FakeProposals room;
    WindowBench window;

    bool show()
    {
        room.answer.days = 30;
        room.answer.settings = {u"routing.threshold"_s, u"modes.billing"_s};
        if (!window.isReady())
            return false;
        window.window->setReplay(replay);
        window.window->setProposals(room);
        window.window->setRoom(Room::Settings);
        auto *view = window.find<SettingsView>(u"settingsView"_s);
        view->setPage(SettingsView::Proposals);
        return QTest::qWaitFor(
            [this] { return find<QDoubleSpinBox>("routing.threshold.proposed") != nullptr; });
    }
    template <class Widget>
    Widget *find(const char *name)
    {
        return window.find<Widget>(QString::fromLatin1(name));
    }
    QPushButton *barAction()
    {
        auto *page = find<QWidget>("proposalsPage");
        for (QFrame *bar : page->findChildren<QFrame *>()) {
            if (!bar->isVisible() || !bar->inherits("Helmdesk::InlineBar"))
                continue;
            for (QPushButton *button : bar->findChildren<QPushButton *>()) {
                if (button->isVisible())
                    return button;
            }
        }
        return nullptr;
    }
};

void addProposal(FakeProposals &room, bool inForce)
{
    Proposal proposal{u"bolder"_s, u"Robin"_s, u"Billing went well"_s, {}, {{"modes.billing", "auto"}}, {}};
    room.answer.rows.push_back({proposal, inForce});
    ComparedColumn today;
    today.name = u"today"_s;
    today.total.runs = 100;
    today.total.decisions = {10, 70, 20};
    today.byCategory[static_cast<size_t>(Category::Billing)] = today.total;
    ComparedColumn bold = today;
    bold.name = u"bolder"_s;
    bold.total.decisions = {40, 40, 20};
    bold.total.automatic.runs = 40;
    bold.total.automatic.sentUnchanged = 18;
    bold.total.automatic.rejected = 2;
    room.answer.comparison.columns = {today, bold};
}

} // namespace

void ProposalsPageTest::emptyRoomSaysWhatToDo()
{
    Bench bench;
    QVERIFY(bench.show());

    QTRY_VERIFY(bench.find<QLabel>("noProposal") != nullptr);
    QVERIFY(!bench.find<QTreeWidget>("proposalComparison")->isVisible());
    QVERIFY(!bench.find<QPushButton>("saveProposal")->isEnabled());
}

void ProposalsPageTest::triedTogetherAndSaved()
{
    Bench bench;
    bench.replay.effect.days = 30;
    bench.replay.effect.total.runs = 340;
    bench.replay.effect.total.toAutomatic.runs = 12;
    QVERIFY(bench.show());
    auto *box = bench.find<QDoubleSpinBox>("routing.threshold.proposed");

    box->setValue(0.5);

    QTRY_COMPARE(bench.replay.asked.size(), size_t(1));
    QCOMPARE(bench.replay.asked.back(), (std::vector<TriedSetting>{{u"routing.threshold"_s, Json(0.5)}}));
    QTRY_VERIFY(bench.find<QLabel>("proposalEffect")->text().contains(u"12 of 340"_s));
    QVERIFY(!bench.find<QPushButton>("saveProposal")->isEnabled()); // no name, no reason
    bench.find<QLineEdit>("proposalName")->setText(u"bolder"_s);
    bench.find<QLineEdit>("proposalReason")->setText(u"It went well"_s);
    bench.find<QPushButton>("saveProposal")->click();

    QTRY_COMPARE(bench.room.saved.size(), size_t(1));
    const NewProposal &saved = bench.room.saved.front();
    QCOMPARE(saved.name, u"bolder"_s);
    QCOMPARE(saved.reason, u"It went well"_s);
    QCOMPARE(saved.author, bench.window.desk.operatorName());
    QCOMPARE(saved.settings.size(), size_t(1));
    QCOMPARE(saved.settings.front().text, u"0.5"_s);
    QTRY_VERIFY(bench.find<QLineEdit>("proposalName")->text().isEmpty());
    QVERIFY(!bench.window.desk.calls.contains(u"setSetting routing.threshold"_s));
}

void ProposalsPageTest::comparedSideBySide()
{
    Bench bench;
    addProposal(bench.room, false);
    QVERIFY(bench.show());

    auto *table = bench.find<QTreeWidget>("proposalComparison");
    QTRY_VERIFY(table->isVisible());
    QTRY_COMPARE(table->columnCount(), 3);
    QCOMPARE(table->headerItem()->text(2), u"bolder"_s);
    QCOMPARE(table->topLevelItem(1)->text(1), u"10"_s);
    QCOMPARE(table->topLevelItem(1)->text(2), u"40"_s);
    QVERIFY2(table->topLevelItem(2)->text(2).contains(u"of 20"_s),
             qPrintable(table->topLevelItem(2)->text(2)));
    bench.find<QCheckBox>("bolder.compared")->setChecked(false);
    QTRY_VERIFY(!table->isVisible());
    QVERIFY(bench.room.compared.back().isEmpty());
}

void ProposalsPageTest::appliedAfterAQuestion()
{
    Bench bench;
    addProposal(bench.room, false);
    QVERIFY(bench.show());
    QTRY_VERIFY(bench.find<QPushButton>("bolder.apply") != nullptr);
    QVERIFY(!bench.find<QPushButton>("bolder.apply")->isEnabled());

    bench.find<QLineEdit>("bolder.reason")->setText(u"Agreed on Monday"_s);
    bench.find<QPushButton>("bolder.apply")->click();
    QTRY_VERIFY(bench.barAction() != nullptr);
    QVERIFY(bench.room.steps.isEmpty());
    bench.barAction()->click();

    QTRY_COMPARE(bench.room.steps, QStringList{u"apply bolder by %1: Agreed on Monday"_s.arg(
                                       bench.window.desk.operatorName())});
}

void ProposalsPageTest::rolledBackAllTheSameOnlyAfterAQuestion()
{
    Bench bench;
    addProposal(bench.room, true);
    bench.room.refusal = Error{ErrorKind::Conflict, u"changed since"_s};
    QVERIFY(bench.show());
    QTRY_VERIFY(bench.find<QPushButton>("bolder.rollBack") != nullptr);

    bench.find<QPushButton>("bolder.rollBack")->click();
    QTRY_VERIFY(bench.barAction() != nullptr);
    QVERIFY(bench.room.steps.isEmpty());
    bench.barAction()->click();

    QTRY_VERIFY(!bench.room.steps.isEmpty());
    QVERIFY(bench.room.steps.front().startsWith(u"force back bolder"_s));
}

QTEST_MAIN(ProposalsPageTest)
#include "tst_proposals.moc"
