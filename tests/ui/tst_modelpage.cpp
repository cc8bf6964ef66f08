// The models' page as a supervisor's hands find it: attach, test, choose, remove and take back.

#include "WindowBench.h"

#include "settings/ModelCard.h"
#include "settings/ModelsPage.h"
#include "settings/SettingsView.h"
#include "StatusStrip.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::WindowBench;

class ModelPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAModelThePageSaysThatNoneIsNeeded();
    void keyIsHandedOnAndNeverShownAgain();
    void keyIsChangedOnItsCard();
    void withoutAKeychainTheVariableIsNamed();
    void whatCannotWorkIsSaidAndNothingTypedIsLost_data();
    void whatCannotWorkIsSaidAndNothingTypedIsLost();
    void takenNameIsSaidAtTheForm();
    void pricesMayBeUnknown();
    void testIsSaidInWords();
    void testCanBeStopped();
    void failedTestSaysWhyAndWhatTheServerSays();
    void eachStageIsChosenOnItsOwn();
    void removalIsAskedAboutAndCanBeTakenBack();
    void ruleForPersonalDataIsKept();
    void searchNarrowsTheModels();
    void spendingStandsBesideItsBudget();
    void budgetsAreOneKeyAway();
    void escapeLeavesTheForm();
    void stripSaysHowTheModelDoes_data();
    void stripSaysHowTheModelDoes();

private:
    static ModelsPage *openPage(WindowBench &bench)
    {
        bench.window->showModels();
        return bench.find<ModelsPage>(u"modelsPage"_s);
    }
    static QString wordsOf(const QWidget &widget)
    {
        QStringList words;
        for (const QLabel *label : widget.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&widget))
                words << label->text();
        }
        return words.join(u'\n');
    }
    static void type(WindowBench &bench, const QString &field, const QString &text)
    {
        bench.find<QLineEdit>(field)->setText(text);
    }
    static void fillForm(WindowBench &bench)
    {
        type(bench, u"modelAddress"_s, u"http://127.0.0.1:9000/v1"_s);
        type(bench, u"modelModel"_s, u"small-1"_s);
        type(bench, u"modelName"_s, u"quick"_s);
    }
};

void ModelPageTest::withoutAModelThePageSaysThatNoneIsNeeded()
{
    WindowBench bench;
    ModelsPage *page = openPage(bench);
    auto *first = bench.find<QPushButton>(u"firstModel"_s);
    QTRY_VERIFY(first->isVisible());

    QVERIFY2(wordsOf(*page).contains("No language model is needed"_L1), qPrintable(wordsOf(*page)));
    QVERIFY(!bench.find<QWidget>(u"modelForm"_s)->isVisible());
    first->click();
    QTRY_VERIFY(bench.find<QWidget>(u"modelForm"_s)->isVisible());
    QCOMPARE(bench.window->focusWidget(), bench.find<QComboBox>(u"modelProvider"_s));
}

void ModelPageTest::keyIsHandedOnAndNeverShownAgain()
{
    const QString key = u"sk-very-secret-4711"_s;
    WindowBench bench;
    bench.desk.models.view.canKeepKeys = true;
    ModelsPage *page = openPage(bench);
    page->begin();
    QTRY_VERIFY(bench.find<QLineEdit>(u"modelKey"_s)->isVisible());
    fillForm(bench);
    auto *field = bench.find<QLineEdit>(u"modelKey"_s);
    QTRY_VERIFY(field->isEnabled());
    field->setFocus();
    QTest::keyClicks(field, key);
    QVERIFY(!field->displayText().contains(key));
    QTest::keyClick(field, Qt::Key_Return); // adds it

    QTRY_COMPARE(bench.desk.models.keys, QStringList{key});
    QTRY_VERIFY(bench.find<ModelCard>(u"model.quick"_s));
    QVERIFY(field->text().isEmpty());
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(field->text().isEmpty());
    for (const QWidget *widget : bench.window->findChildren<QWidget *>()) {
        QVERIFY(!widget->accessibleName().contains(key) && !widget->toolTip().contains(key));
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            QVERIFY(!label->text().contains(key));
        if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            QVERIFY(!line->text().contains(key));
    }
    QVERIFY(wordsOf(*bench.find<ModelCard>(u"model.quick"_s)).contains("keychain"_L1));
}

void ModelPageTest::keyIsChangedOnItsCard()
{
    WindowBench bench;
    bench.desk.models.fill();
    ModelsPage *page = openPage(bench);
    QTRY_VERIFY(bench.find<ModelCard>(u"model.strong"_s));
    auto *card = bench.find<ModelCard>(u"model.strong"_s);
    auto *field = card->findChild<QLineEdit *>(u"newKey"_s);
    card->findChild<QPushButton *>(u"changeKey"_s)->click();
    QVERIFY(field->isVisible());
    QTest::keyClick(field, Qt::Key_Return); // nothing typed: nothing is changed
    QVERIFY(bench.desk.models.keys.isEmpty());
    QTest::keyClicks(field, u"sk-new"_s);
    QVERIFY(!field->displayText().contains(u"sk"_s));
    QTest::keyClick(field, Qt::Key_Return);

    QTRY_COMPARE(bench.desk.models.keys, QStringList{u"sk-new"_s});
    QTRY_VERIFY(wordsOf(*page).contains("is kept"_L1));
    QVERIFY(field->text().isEmpty() && !field->isVisible());
    bench.desk.models.view.models.back().canKeepKey = false; // the keychain is gone
    page->refresh();
    QTRY_VERIFY(!card->findChild<QPushButton *>(u"changeKey"_s)->isVisible());
}

void ModelPageTest::withoutAKeychainTheVariableIsNamed()
{
    WindowBench bench;
    ModelsPage *page = openPage(bench);
    page->begin();
    fillForm(bench);

    QTRY_VERIFY(!bench.find<QLineEdit>(u"modelKey"_s)->isEnabled());
    const QString note = bench.find<QLabel>(u"modelKeyNote"_s)->text();
    QVERIFY2(note.contains("no keychain"_L1) && note.contains("HELMDESK_KEY_QUICK"_L1), qPrintable(note));
}

void ModelPageTest::whatCannotWorkIsSaidAndNothingTypedIsLost_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("address") << u"modelAddress"_s << u"127.0.0.1:8080"_s << u"http://"_s;
    QTest::newRow("key in the address")
        << u"modelAddress"_s << u"http://me:secret@127.0.0.1:8080/v1"_s << u"own field"_s;
    QTest::newRow("model") << u"modelModel"_s << QString() << u"missing"_s;
    QTest::newRow("name") << u"modelName"_s << u"two words"_s << u"64 letters"_s;
    QTest::newRow("builtin") << u"modelName"_s << u"builtin"_s << u"64 letters"_s;
}

void ModelPageTest::whatCannotWorkIsSaidAndNothingTypedIsLost()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, said);
    WindowBench bench;
    openPage(bench)->begin();
    fillForm(bench);
    type(bench, field, text);
    bench.find<QPushButton>(u"addModel"_s)->click();

    auto *problem = bench.find<QLabel>(u"modelProblem"_s);
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(said), qPrintable(problem->text()));
    QCOMPARE(bench.find<QLineEdit>(field)->text(), text);
    QVERIFY(bench.desk.models.calls.isEmpty());
}

void ModelPageTest::takenNameIsSaidAtTheForm()
{
    WindowBench bench;
    bench.desk.models.fill();
    openPage(bench)->begin();
    fillForm(bench);
    type(bench, u"modelName"_s, u"fast"_s);
    bench.find<QPushButton>(u"addModel"_s)->click();

    QTRY_VERIFY(bench.find<QLabel>(u"modelProblem"_s)->isVisible());
    QVERIFY(bench.find<QLabel>(u"modelProblem"_s)->text().contains("already"_L1));
    QVERIFY(bench.find<QWidget>(u"modelForm"_s)->isVisible());
}

void ModelPageTest::pricesMayBeUnknown()
{
    WindowBench bench;
    openPage(bench)->begin();
    fillForm(bench);
    bench.find<QPushButton>(u"addModel"_s)->click();
    QTRY_VERIFY(bench.find<ModelCard>(u"model.quick"_s));
    const ModelPrices &prices = bench.desk.models.view.models.front().profile.prices;
    QVERIFY(!prices.input && !prices.output && !prices.isFree);
    QVERIFY(wordsOf(*bench.find<ModelCard>(u"model.quick"_s)).contains("Not known"_L1));

    bench.find<QPushButton>(u"newModel"_s)->click();
    fillForm(bench);
    type(bench, u"modelName"_s, u"priced"_s);
    type(bench, u"modelPriceIn"_s, QLocale().toString(2.5));
    type(bench, u"modelPriceOut"_s, u"10"_s);
    bench.find<QPushButton>(u"addModel"_s)->click();
    QTRY_VERIFY(bench.find<ModelCard>(u"model.priced"_s));
    QCOMPARE(bench.desk.models.view.models.back().profile.prices.input, std::optional(2.5));
    QCOMPARE(bench.desk.models.view.models.back().profile.prices.output, std::optional(10.0));
}

void ModelPageTest::testIsSaidInWords()
{
    WindowBench bench;
    bench.desk.models.fill();
    ModelsPage *page = openPage(bench);
    QTRY_VERIFY(bench.find<ModelCard>(u"model.fast"_s));
    bench.find<ModelCard>(u"model.fast"_s)->findChild<QPushButton *>(u"testModel"_s)->click();

    QTRY_VERIFY2(wordsOf(*page).contains("answered after 210 ms"_L1), qPrintable(wordsOf(*page)));
    QCOMPARE(bench.desk.models.calls, QStringList{u"test fast"_s});
}

void ModelPageTest::testCanBeStopped()
{
    WindowBench bench;
    bench.desk.models.fill();
    bench.desk.models.holdsTests = true;
    ModelsPage *page = openPage(bench);
    QTRY_VERIFY(bench.find<ModelCard>(u"model.fast"_s));
    auto *card = bench.find<ModelCard>(u"model.fast"_s);
    auto *button = card->findChild<QPushButton *>(u"testModel"_s);
    button->click();
    QVERIFY(wordsOf(*card).contains("Being tested"_L1));
    Q_EMIT bench.desk.settingsChanged(); // a refresh meanwhile leaves it under test
    QTRY_VERIFY(wordsOf(*card).contains("Being tested"_L1));
    button->click();

    QTRY_VERIFY(wordsOf(*page).contains("was stopped"_L1));
    QVERIFY(!wordsOf(*card).contains("Being tested"_L1));
    QCOMPARE(bench.desk.models.calls, (QStringList{u"test fast"_s, u"stop fast"_s}));
}

void ModelPageTest::failedTestSaysWhyAndWhatTheServerSays()
{
    WindowBench bench;
    bench.desk.models.fill();
    bench.desk.models.outcome = {false, 0, ChatFault::NoSuchModel, u"<b>no</b> such model"_s};
    ModelsPage *page = openPage(bench);
    QTRY_VERIFY(bench.find<ModelCard>(u"model.fast"_s));
    bench.find<ModelCard>(u"model.fast"_s)->findChild<QPushButton *>(u"testModel"_s)->click();

    QTRY_VERIFY(wordsOf(*page).contains("no model of that name"_L1));
    QVERIFY(wordsOf(*page).contains("<b>no</b> such model"_L1));
    QVERIFY(wordsOf(*bench.find<ModelCard>(u"model.strong"_s)).contains("refused the key"_L1));
}

void ModelPageTest::eachStageIsChosenOnItsOwn()
{
    WindowBench bench;
    bench.desk.models.fill();
    openPage(bench);
    const auto choose = [&](ModelStage stage, const QString &engine) {
        auto *box = bench.find<QComboBox>(u"stage.%1"_s.arg(static_cast<int>(stage)));
        const int index = box->findData(engine);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    };
    QTRY_VERIFY(bench.find<ModelCard>(u"model.strong"_s));
    choose(ModelStage::Answer, u"strong"_s);
    choose(ModelStage::Route, u"builtin"_s);
    choose(ModelStage::Fallback, u"fast"_s);

    QCOMPARE(bench.desk.models.view.answer, u"strong"_s);
    QCOMPARE(bench.desk.models.view.route, u"builtin"_s);
    QCOMPARE(bench.desk.models.view.fallback, u"fast"_s);
    auto *answer = bench.find<QComboBox>(u"stage.%1"_s.arg(static_cast<int>(ModelStage::Answer)));
    QTRY_COMPARE(answer->currentText(), u"strong"_s);
    choose(ModelStage::Answer, u"builtin"_s);
    QCOMPARE(bench.desk.models.view.answer, u"builtin"_s);
}

void ModelPageTest::removalIsAskedAboutAndCanBeTakenBack()
{
    WindowBench bench;
    bench.desk.models.fill();
    ModelsPage *page = openPage(bench);
    QTRY_VERIFY(bench.find<ModelCard>(u"model.fast"_s));
    const auto ask = [&](const QString &answer) {
        auto *card = bench.find<ModelCard>(u"model.fast"_s);
        card->findChild<QPushButton *>(u"removeModel"_s)->click();
        card->findChild<QFrame *>(u"removalQuestion"_s)->findChild<QPushButton *>(answer)->click();
    };
    ask(u"keepModel"_s);
    QVERIFY(bench.desk.models.calls.isEmpty());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    ask(u"confirmRemoval"_s);
    QTRY_COMPARE(bench.desk.models.view.models.size(), size_t(1));
    QCOMPARE(bench.desk.models.view.answer, u"builtin"_s);
    QTRY_VERIFY(wordsOf(*page).contains("is removed"_L1));

    for (QPushButton *button : page->findChildren<QPushButton *>()) {
        if (button->text() == "Undo"_L1 && button->isVisible())
            button->click();
    }
    QTRY_COMPARE(bench.desk.models.view.answer, u"fast"_s);
    QTRY_VERIFY(wordsOf(*page).contains("is back"_L1));
}

void ModelPageTest::ruleForPersonalDataIsKept()
{
    WindowBench bench;
    bench.desk.models.fill();
    openPage(bench);
    QTRY_VERIFY(bench.find<ModelCard>(u"model.strong"_s));
    auto *box = bench.find<ModelCard>(u"model.strong"_s)->findChild<QComboBox *>(u"personalData"_s);
    QVERIFY(box->currentText().contains("placeholders"_L1));
    const int index = box->findData(static_cast<int>(PersonalDataRule::AsWritten));
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);

    QCOMPARE(bench.desk.models.view.models.back().profile.personalData, PersonalDataRule::AsWritten);
}

void ModelPageTest::searchNarrowsTheModels()
{
    WindowBench bench;
    bench.desk.models.fill();
    openPage(bench);
    QTRY_VERIFY(bench.find<ModelCard>(u"model.fast"_s));
    bench.find<SettingsView>(u"settingsView"_s)->find(u"large-2"_s);

    QTRY_VERIFY(!bench.find<ModelCard>(u"model.fast"_s)->isVisible());
    QVERIFY(bench.find<ModelCard>(u"model.strong"_s)->isVisible());
}

void ModelPageTest::spendingStandsBesideItsBudget()
{
    WindowBench bench;
    bench.desk.models.fill();
    ModelsPage *page = openPage(bench);

    QTRY_VERIFY(bench.find<QLabel>(u"modelSpending"_s)->text().contains("1.25 USD"_L1));
    QVERIFY(bench.find<QLabel>(u"modelSpending"_s)->text().contains("10.00 USD"_L1));
    QVERIFY2(wordsOf(*page).contains("unknown price"_L1), qPrintable(wordsOf(*page)));
}

void ModelPageTest::budgetsAreOneKeyAway()
{
    WindowBench bench;
    bench.desk.models.fill();
    openPage(bench);
    auto *change = bench.find<QPushButton>(u"changeBudgets"_s);
    QTRY_VERIFY(change->isVisible());
    change->click();

    QTRY_VERIFY(bench.find<QWidget>(u"budget.day_usd"_s) &&
                bench.find<QWidget>(u"budget.day_usd"_s)->isVisible());
    QVERIFY(!bench.find<QWidget>(u"modes.billing"_s)->isVisible());
}

void ModelPageTest::escapeLeavesTheForm()
{
    WindowBench bench;
    bench.desk.models.view.canKeepKeys = true;
    openPage(bench)->begin();
    auto *field = bench.find<QLineEdit>(u"modelKey"_s);
    QTRY_VERIFY(field->isEnabled());
    field->setText(u"sk-typed"_s);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Escape);

    QTRY_VERIFY(!bench.find<QWidget>(u"modelForm"_s)->isVisible());
    QVERIFY(field->text().isEmpty());
    QTRY_VERIFY(bench.find<QPushButton>(u"firstModel"_s)->isVisible());
}

void ModelPageTest::stripSaysHowTheModelDoes_data()
{
    QTest::addColumn<ModelHealth>("health");
    QTest::addColumn<QString>("said");
    QTest::newRow("green") << ModelHealth::Working << u"Model fast"_s;
    QTest::newRow("amber") << ModelHealth::Limited << u"works in part"_s;
    QTest::newRow("red") << ModelHealth::Failing << u"does not work"_s;
    QTest::newRow("grey") << ModelHealth::Untested << u"is not tested"_s;
}

void ModelPageTest::stripSaysHowTheModelDoes()
{
    QFETCH(ModelHealth, health);
    QFETCH(QString, said);
    StatusStrip strip;
    DeskStatus status;
    strip.show(status);
    QVERIFY(!strip.findChild<QWidget *>(u"modelPart"_s));
    status.model = ModelState{u"fast"_s, health, {}};
    if (health == ModelHealth::Failing)
        status.model->fault = ChatFault::KeyWrong;
    strip.show(status);

    const auto *part = strip.findChild<QWidget *>(u"modelPart"_s);
    QVERIFY(part);
    QVERIFY2(part->accessibleName().contains(said), qPrintable(part->accessibleName()));
    QCOMPARE(part->accessibleName().contains("refused the key"_L1), health == ModelHealth::Failing);
}

QTEST_MAIN(ModelPageTest)
#include "tst_modelpage.moc"
