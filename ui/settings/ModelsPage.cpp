#include "settings/ModelsPage.h"

#include "Replies.h"
#include "settings/ModelCard.h"
#include "settings/ModelForm.h"
#include "settings/ModelWords.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int undoMs = 8000;
constexpr int noticeMs = 8000;
constexpr int choiceWidth = 260;
constexpr double nearlySpent = 0.95;
const QString builtin = u"builtin"_s;
enum Shown { EmptyPage, ListPage };

// The engines that a stage can be set to, with their words.
QList<std::pair<QString, QString>> enginesOf(ModelStage stage)
{
    switch (stage) {
    case ModelStage::Answer:
        return {{builtin, ModelsPage::tr("The built-in engine")}};
    case ModelStage::Route:
        return {{QString(), ModelsPage::tr("The model that answers")},
                {builtin, ModelsPage::tr("Nobody: a person decides")}};
    case ModelStage::Fallback:
        break;
    }
    return {{QString(), ModelsPage::tr("The built-in engine at once")}};
}

} // namespace

ModelsPage::ModelsPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_room(desk.modelRoom())
{
    setObjectName(u"modelsPage"_s);
    auto *column = makeColumn(this);
    m_stack = new QStackedWidget(this);
    QPushButton *first = makeButton(tr("&Add a model"), "primary");
    first->setObjectName(u"firstModel"_s);
    m_stack->addWidget(makeEmptyState(
        u"zap"_s,
        tr("No language model is needed: the built-in engine sorts messages, looks things up and words "
           "answers on this machine alone. A model words answers more freely and gives a second opinion "
           "where "
           "the router is unsure. What is changed or paid stays with the built-in engine, and it answers "
           "wherever a model fails."),
        first));
    m_stack->addWidget(makeBody());
    column->addWidget(m_stack, 1);
    m_bar = new InlineBar(this);
    m_bar->floatOver(*m_stack, InlineBar::Edge::Bottom);
    connect(first, &QPushButton::clicked, this, &ModelsPage::begin);
    connect(&desk, &Desk::settingsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

QWidget *ModelsPage::makeBody()
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("Language models"));
    area->setFocusPolicy(Qt::NoFocus);
    QVBoxLayout *column = makePageColumn(*area);
    m_form = new ModelForm(m_room);
    m_form->hide();
    column->addWidget(m_form);
    m_stages = makeStages();
    column->addWidget(m_stages);
    m_spending = makeSpending();
    column->addWidget(m_spending);
    m_head = new QWidget;
    auto *head = makeRow();
    m_head->setLayout(head);
    head->addWidget(makeLabel(tr("Models"), 1.15, QFont::DemiBold), 1);
    m_add = makeButton(tr("&Add a model"), "", u"plus"_s);
    m_add->setObjectName(u"newModel"_s);
    head->addWidget(m_add);
    column->addWidget(m_head);
    m_list = makeColumn(nullptr, 0, Measure::gapLarge);
    column->addLayout(m_list);
    m_nothing = makeSecondary(tr("No model matches the search."));
    column->addWidget(m_nothing);
    column->addStretch(1);
    connect(m_add, &QPushButton::clicked, this, &ModelsPage::begin);
    connect(m_form, &ModelForm::cancelled, this, &ModelsPage::closeForm);
    connect(m_form, &ModelForm::addRequested, this, &ModelsPage::add);
    return area;
}

QWidget *ModelsPage::makeStages()
{
    auto *card = new QFrame;
    setSurface(*card, "card");
    auto *column = makeColumn(card, Measure::gapLarge, Measure::gapLarge);
    column->addWidget(makeLabel(tr("Who does what"), 1.15, QFont::DemiBold));
    addStage(*column, ModelStage::Answer, tr("Answers are &worded by"),
             tr("Where a model fails, the built-in engine answers."));
    addStage(*column, ModelStage::Route, tr("Where the &router is unsure, ask"),
             tr("Its word is one more witness of what a message is about."));
    addStage(*column, ModelStage::Fallback, tr("Where the &first model fails, ask"),
             tr("Before the built-in engine answers."));
    return card;
}

QComboBox *ModelsPage::addStage(QVBoxLayout &column, ModelStage stage, const QString &words,
                                const QString &meaning)
{
    auto *line = makeRow(Measure::gapSection);
    auto *text = makeColumn(nullptr, 0, 2);
    QLabel *label = makeLabel(words, 1.0, QFont::DemiBold);
    text->addWidget(label);
    QLabel *note = makeWrapped(meaning, 0.92);
    note->setProperty("tone", u"secondary"_s);
    text->addWidget(note);
    line->addLayout(text, 1);
    auto *choice = new ChoiceBox;
    choice->setObjectName(u"stage.%1"_s.arg(static_cast<int>(stage)));
    choice->setAccessibleName(QString(words).remove(u'&'));
    choice->setAccessibleDescription(meaning);
    choice->setFixedWidth(choiceWidth);
    label->setBuddy(choice);
    line->addWidget(choice, 0, Qt::AlignTop);
    column.addLayout(line);
    m_choices.insert(stage, choice);
    connect(choice, &QComboBox::activated, this,
            [this, stage, choice] { use(stage, choice->currentData().toString()); });
    return choice;
}

QWidget *ModelsPage::makeSpending()
{
    auto *card = new QFrame;
    setSurface(*card, "card");
    auto *column = makeColumn(card, Measure::gapLarge, Measure::gap);
    auto *line = makeRow(Measure::gapLarge);
    m_spent = makeLabel({});
    m_spent->setObjectName(u"modelSpending"_s);
    line->addWidget(m_spent);
    m_share = new ValueBar;
    line->addWidget(m_share, 1);
    QPushButton *change = makeButton(tr("Change the &budgets"), "link");
    change->setObjectName(u"changeBudgets"_s);
    line->addWidget(change);
    column->addLayout(line);
    m_unpriced = makeWrapped({}, 0.92);
    m_unpriced->setProperty("tone", u"secondary"_s);
    column->addWidget(m_unpriced);
    connect(change, &QPushButton::clicked, this, &ModelsPage::budgetsRequested);
    return card;
}

void ModelsPage::refresh()
{
    whenDone(m_room.models(), this, [this](const Result<ModelsView> &view) {
        if (view)
            show(*view);
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(view.error()));
    });
}

void ModelsPage::show(const ModelsView &view)
{
    m_view = view;
    m_form->setCanKeepKeys(view.canKeepKeys);
    showStages();
    showSpending();
    showCards();
    const bool isEmpty = view.models.empty();
    m_stages->setVisible(!isEmpty);
    m_spending->setVisible(!isEmpty);
    m_head->setVisible(!isEmpty);
    m_add->setVisible(m_form->isHidden());
    m_stack->setCurrentIndex(isEmpty && m_form->isHidden() ? EmptyPage : ListPage);
    filter(m_filter);
}

void ModelsPage::showStages()
{
    const QMap<ModelStage, QString> set{{ModelStage::Answer, m_view.answer},
                                        {ModelStage::Route, m_view.route},
                                        {ModelStage::Fallback, m_view.fallback}};
    for (auto choice = m_choices.cbegin(); choice != m_choices.cend(); ++choice) {
        QComboBox &box = **choice;
        const QSignalBlocker quiet(box);
        box.clear();
        for (const auto &[engine, words] : enginesOf(choice.key()))
            box.addItem(words, engine);
        for (const ModelRow &row : m_view.models)
            box.addItem(row.profile.name, row.profile.name);
        const QString &engine = set[choice.key()];
        if (box.findData(engine) < 0) // a model that is gone: the built-in engine stands in
            box.addItem(tr("%1, which is not there").arg(Words::foreign(engine)), engine);
        box.setCurrentIndex(box.findData(engine));
    }
}

void ModelsPage::showSpending()
{
    const double share = m_view.budgetToday > 0.0 ? m_view.spentToday / m_view.budgetToday : 1.0;
    m_spent->setText(
        tr("Today: %1 of %2")
            .arg(ModelWords::dollars(m_view.spentToday), ModelWords::dollars(m_view.budgetToday)));
    m_share->setValue(std::min(1.0, share), std::nullopt, share < nearlySpent ? Tone::Accent : Tone::Warn);
    m_unpriced->setVisible(m_view.unpricedToday > 0);
    m_unpriced->setText(tr("%Ln call(s) of unknown price count like the dearest models.", nullptr,
                           static_cast<int>(m_view.unpricedToday)));
}

// One that does not work may be chosen, and what that comes to is said.
void ModelsPage::use(ModelStage stage, const QString &name)
{
    const auto chosen =
        std::ranges::find(m_view.models, name, [](const ModelRow &row) { return row.profile.name; });
    const bool isFailing = chosen != m_view.models.end() && chosen->state.health == ModelHealth::Failing;
    if (!isFailing) {
        answer(m_room.use(stage, name), tr("It holds from the next message on."));
        return;
    }
    whenDone(m_room.use(stage, name), this, [this, name](const Result<> &used) {
        if (used)
            m_bar->say(
                InlineBar::Kind::Warn,
                tr("\u201c%1\u201d is chosen, but it does not work: until it does, the built-in engine "
                   "answers.")
                    .arg(name),
                tr("Test it"), [this, name] { test(name); });
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(used.error()));
        refresh();
    });
}

void ModelsPage::showCards()
{
    const bool isKnown = static_cast<std::size_t>(m_cards.size()) == m_view.models.size() &&
                         std::ranges::all_of(m_view.models, [this](const ModelRow &row) {
                             return m_cards.contains(row.profile.name);
                         });
    if (isKnown) {
        for (const ModelRow &row : m_view.models)
            m_cards.value(row.profile.name)->setRow(row);
        return;
    }
    clearLayout(*m_list);
    m_cards.clear();
    for (const ModelRow &row : m_view.models)
        addCard(row);
    if (ModelCard *card = m_cards.value(std::exchange(m_wanted, {})))
        card->focusTest();
}

void ModelsPage::addCard(const ModelRow &row)
{
    const QString name = row.profile.name;
    auto *card = new ModelCard(row);
    m_list->addWidget(card);
    m_cards.insert(name, card);
    connect(card, &ModelCard::testRequested, this, [this, name] { test(name); });
    connect(card, &ModelCard::stopRequested, this, [this, name] { m_room.stopTest(name); });
    connect(card, &ModelCard::removeRequested, this, [this, name] { remove(name); });
    connect(card, &ModelCard::keyTyped, this, [this, name](const QString &key) { changeKey(name, key); });
    connect(card, &ModelCard::ruleChosen, this, [this, name](PersonalDataRule rule) {
        answer(m_room.setPersonalData(name, rule), tr("It holds from the next call on."));
    });
}

void ModelsPage::filter(const QString &words)
{
    m_filter = words;
    bool hasOne = false;
    for (ModelCard *card : std::as_const(m_cards)) {
        card->setVisible(words.isEmpty() || card->holds(words));
        hasOne = hasOne || !card->isHidden();
    }
    m_nothing->setVisible(!m_cards.isEmpty() && !hasOne);
}

void ModelsPage::begin()
{
    m_form->show();
    m_add->hide();
    m_stack->setCurrentIndex(ListPage);
    m_form->begin();
}

void ModelsPage::closeForm()
{
    m_form->begin(); // nothing typed stays, the key least of all
    m_form->hide();
    show(m_view);
    (m_view.models.empty() ? findChild<QPushButton *>(u"firstModel"_s) : m_add)
        ->setFocus(Qt::OtherFocusReason);
}

void ModelsPage::add(const NewModel &model)
{
    const QString name = model.profile.name;
    whenDone(m_room.add(model), this, [this, name](const Result<AddedModel> &added) {
        if (!added) {
            m_form->fail(added.error().kind == ErrorKind::Conflict
                             ? tr("There is a model \u201c%1\u201d already. Choose another name.").arg(name)
                             : Words::error(added.error()));
            return;
        }
        m_wanted = name;
        m_form->hide();
        if (added->isKeyLost)
            m_bar->say(InlineBar::Kind::Warn,
                       tr("\u201c%1\u201d is added, but its key could not be kept. Set the environment "
                          "variable %2 before you start Helmdesk.")
                           .arg(name, added->keyVariable));
        else
            m_bar->say(
                InlineBar::Kind::Ok, tr("\u201c%1\u201d is added. Test it before it answers.").arg(name),
                tr("Test it"), [this, name] { test(name); }, noticeMs);
        refresh();
    });
}

void ModelsPage::test(const QString &name)
{
    if (ModelCard *card = m_cards.value(name))
        card->setTesting(true);
    whenDone(m_room.test(name), this, [this, name](const Result<ModelTest> &tested) {
        if (ModelCard *card = m_cards.value(name))
            card->setTesting(false);
        if (!tested)
            m_bar->say(
                InlineBar::Kind::Bad,
                tested.error().kind == ErrorKind::Cancelled
                    ? tr("The test of \u201c%1\u201d was stopped. What was known of it stays.").arg(name)
                    : Words::error(tested.error()));
        else if (tested->isUsable)
            m_bar->say(InlineBar::Kind::Ok,
                       tr("\u201c%1\u201d answered after %2.")
                           .arg(name, Words::milliseconds(static_cast<double>(tested->ms))),
                       noticeMs);
        else {
            const QString what = ModelWords::fault(tested->fault.value_or(ChatFault::Server));
            m_bar->say(InlineBar::Kind::Bad,
                       tested->serverSaid.isEmpty()
                           ? tr("\u201c%1\u201d did not answer. %2").arg(name, what)
                           : tr("\u201c%1\u201d did not answer. %2 Its server says: %3")
                                 .arg(name, what, Words::foreign(tested->serverSaid.simplified())));
        }
        refresh();
    });
}

void ModelsPage::remove(const QString &name)
{
    whenDone(m_room.remove(name), this, [this, name](const Result<> &removed) {
        if (removed)
            m_bar->say(
                InlineBar::Kind::Ok, tr("\u201c%1\u201d is removed.").arg(name), tr("Undo"),
                [this, name] {
                    m_wanted = name;
                    answer(m_room.putBack(name), tr("\u201c%1\u201d is back.").arg(name));
                },
                undoMs);
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(removed.error()));
        refresh();
    });
}

void ModelsPage::changeKey(const QString &name, const QString &key)
{
    whenDone(m_room.changeKey(name, key), this, [this, name](const Result<AddedModel> &changed) {
        if (!changed)
            m_bar->say(InlineBar::Kind::Bad, Words::error(changed.error()));
        else if (changed->isKeyLost)
            m_bar->say(InlineBar::Kind::Warn,
                       tr("The key could not be kept, and the one before stays. The environment variable %1 "
                          "can hold it.")
                           .arg(changed->keyVariable));
        else
            m_bar->say(
                InlineBar::Kind::Ok, tr("The new key of \u201c%1\u201d is kept.").arg(name), tr("Test it"),
                [this, name] { test(name); }, noticeMs);
        refresh();
    });
}

void ModelsPage::answer(const ModelRoom::Reply<> &reply, const QString &done)
{
    whenDone(reply, this, [this, done](const Result<> &result) {
        if (result)
            m_bar->say(InlineBar::Kind::Ok, done, noticeMs);
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(result.error()));
        refresh();
    });
}

} // namespace Helmdesk
