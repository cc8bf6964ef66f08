#include "settings/ModelCard.h"

#include "settings/ModelWords.h"
#include "theme/Icons.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int ruleWidth = 300;
constexpr int keyLineWidth = 480;

const char *toneOf(ModelHealth health)
{
    switch (health) {
    case ModelHealth::Working:
        return "ok";
    case ModelHealth::Limited:
        return "warn";
    case ModelHealth::Failing:
        return "bad";
    case ModelHealth::Untested:
        break;
    }
    return "secondary";
}

} // namespace

ModelCard::ModelCard(const ModelRow &row, QWidget *parent)
    : QFrame(parent)
    , m_row(row)
{
    setObjectName(u"model."_s + row.profile.name);
    setSurface(*this, "card");
    auto *column = makeColumn(this, Measure::gapLarge, Measure::gap);
    makeHead(*column);
    makeFacts(*column);
    setRow(row);
}

void ModelCard::makeHead(QVBoxLayout &column)
{
    auto *head = makeRow();
    m_name = new ElidedLabel(m_row.profile.name);
    m_name->setFont(Theme::font(1.15, QFont::DemiBold));
    m_name->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // the chips stand beside it
    head->addWidget(m_name);
    m_chips = makeRow(Measure::gapSmall);
    head->addLayout(m_chips);
    head->addStretch(1);
    m_test = makeButton({});
    m_test->setObjectName(u"testModel"_s);
    m_remove = makeButton(tr("Remove"), "danger");
    m_remove->setObjectName(u"removeModel"_s);
    m_remove->setAccessibleName(tr("Remove the model %1").arg(m_row.profile.name));
    head->addWidget(m_test);
    head->addWidget(m_remove);
    column.addLayout(head);
    auto *line = makeRow();
    m_sign = makeLabel({});
    m_sign->setFixedSize(Measure::icon, Measure::icon);
    line->addWidget(m_sign, 0, Qt::AlignTop);
    m_state = makeWrapped({});
    m_state->setObjectName(u"modelState"_s);
    line->addWidget(m_state, 1);
    column.addLayout(line);
    connect(&Theme::instance(), &Theme::changed, this, &ModelCard::showState);
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (m_isTesting)
            Q_EMIT stopRequested();
        else
            Q_EMIT testRequested();
    });
    connect(m_remove, &QPushButton::clicked, this, &ModelCard::askRemoval);
}

void ModelCard::makeFacts(QVBoxLayout &column)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Measure::gapLarge);
    grid->setVerticalSpacing(Measure::gapSmall);
    grid->setColumnStretch(1, 1);
    int line = 0;
    const auto fact = [&](const QString &name) {
        QLabel *value = makeWrapped({}, 0.92);
        grid->addWidget(makeSecondary(name), line, 0, Qt::AlignTop);
        grid->addWidget(value, line++, 1);
        return value;
    };
    m_server = fact(tr("Server"));
    m_abilities = fact(tr("Abilities"));
    m_prices = fact(tr("Prices"));
    m_key = fact(tr("Key"));
    grid->addWidget(makeKeyLine(), line++, 1);
    m_rule = new ChoiceBox;
    m_rule->setObjectName(u"personalData"_s);
    m_rule->setAccessibleName(tr("Personal data for %1").arg(m_row.profile.name));
    m_rule->setAccessibleDescription(
        tr("Names, addresses, numbers and the like of a customer. The model sees a placeholder, and the real "
           "value is put back here."));
    m_rule->setFixedWidth(ruleWidth);
    for (const PersonalDataRule rule :
         {PersonalDataRule::ByAddress, PersonalDataRule::Placeholders, PersonalDataRule::AsWritten})
        m_rule->addItem(ModelWords::rule(rule, m_row.isLocal), static_cast<int>(rule));
    grid->addWidget(makeSecondary(tr("Personal data")), line, 0);
    grid->addWidget(m_rule, line, 1, Qt::AlignLeading);
    column.addLayout(grid);
    connect(m_rule, &QComboBox::activated, this,
            [this] { Q_EMIT ruleChosen(static_cast<PersonalDataRule>(m_rule->currentData().toInt())); });
}

void ModelCard::setRow(const ModelRow &row)
{
    m_row = row;
    clearLayout(*m_chips);
    const auto mark = [this](bool isSet, const QString &word) {
        if (isSet)
            m_chips->addWidget(new Chip({word, {}, Tone::Accent}));
    };
    mark(row.isAnswering, tr("Answers"));
    mark(row.isRouting, tr("Routes"));
    mark(row.isFallback, tr("Second"));
    const ModelProfile &profile = row.profile;
    const bool isFile = profile.provider == ModelProvider::Managed;
    if (isFile)
        m_server->setText(tr("%1, from the file %2 on this machine")
                              .arg(Words::foreign(profile.model), Words::foreign(profile.file)));
    else
        //: What a model is called at its server, the server's address, and whose form it speaks
        m_server->setText(tr("%1 at %2 (%3)")
                              .arg(Words::foreign(profile.model), Words::foreign(profile.url.toString()),
                                   ModelWords::provider(profile.provider)));
    m_abilities->setText(ModelWords::abilities(profile));
    m_prices->setText(ModelWords::prices(profile.prices));
    m_key->setText(ModelWords::key(row));
    m_key->setVisible(!isFile);
    m_changeKey->setVisible(row.canKeepKey && m_keyLine->isHidden() && !isFile);
    m_changeKey->setText(row.profile.keyName.isEmpty() ? tr("Give it a key") : tr("Change the key"));
    m_rule->setCurrentIndex(m_rule->findData(static_cast<int>(profile.personalData)));
    showState();
}

// A link, and in its place a field while a key is typed.
QWidget *ModelCard::makeKeyLine()
{
    auto *both = new QWidget;
    auto *row = makeRow();
    both->setLayout(row);
    m_changeKey = makeButton({}, "link");
    m_changeKey->setObjectName(u"changeKey"_s);
    m_changeKey->setAccessibleName(tr("Change the key of %1").arg(m_row.profile.name));
    row->addWidget(m_changeKey);
    m_keyLine = new QWidget;
    m_keyLine->setMaximumWidth(keyLineWidth);
    auto *line = makeRow();
    m_keyLine->setLayout(line);
    m_newKey = new QLineEdit;
    m_newKey->setObjectName(u"newKey"_s);
    m_newKey->setAccessibleName(tr("New key of %1").arg(m_row.profile.name));
    m_newKey->setEchoMode(QLineEdit::Password);
    line->addWidget(m_newKey, 1);
    QPushButton *cancel = makeButton(tr("Cancel"), "flat");
    QPushButton *keep = makeButton(tr("Keep the key"));
    keep->setObjectName(u"keepKey"_s);
    line->addWidget(cancel);
    line->addWidget(keep);
    m_keyLine->hide();
    row->addWidget(m_keyLine, 1);
    row->addStretch(0);
    connect(m_changeKey, &QPushButton::clicked, this, [this] {
        m_changeKey->hide();
        m_keyLine->show();
        m_newKey->setFocus(Qt::OtherFocusReason);
    });
    connect(cancel, &QPushButton::clicked, this, &ModelCard::closeKeyLine);
    connect(keep, &QPushButton::clicked, this, &ModelCard::takeKey);
    connect(m_newKey, &QLineEdit::returnPressed, this, &ModelCard::takeKey);
    return both;
}

void ModelCard::takeKey()
{
    const QString key = m_newKey->text().trimmed();
    if (key.isEmpty())
        return;
    closeKeyLine();
    Q_EMIT keyTyped(key);
}

void ModelCard::closeKeyLine()
{
    m_newKey->setText({}); // and what could be undone
    m_keyLine->hide();
    m_changeKey->show();
    m_changeKey->setFocus(Qt::OtherFocusReason);
}

void ModelCard::setTesting(bool isTesting)
{
    m_isTesting = isTesting;
    showState();
}

void ModelCard::focusTest()
{
    m_test->setFocus(Qt::OtherFocusReason);
}

bool ModelCard::holds(const QString &words) const
{
    const ModelProfile &profile = m_row.profile;
    return QString(profile.name + u' ' + profile.model + u' ' + profile.url.toString())
        .contains(words, Qt::CaseInsensitive);
}

void ModelCard::showState()
{
    const ModelHealth health = m_isTesting ? ModelHealth::Untested : m_row.state.health;
    const ModelWords::Sign sign = ModelWords::sign(health);
    m_sign->setPixmap(icon(sign.icon, sign.token).pixmap(Measure::icon, Measure::icon));
    m_state->setText(m_isTesting ? tr("Being tested: some small questions, none with a customer's words.")
                                 : ModelWords::state(m_row));
    setStyleProperty(*m_state, "tone", QString::fromLatin1(toneOf(health)));
    m_test->setText(m_isTesting ? tr("Stop") : tr("Test"));
    m_test->setAccessibleName(m_isTesting ? tr("Stop the test of %1").arg(m_row.profile.name)
                                          : tr("Test the model %1").arg(m_row.profile.name));
}

void ModelCard::askRemoval()
{
    closeQuestion();
    m_question = new QFrame;
    m_question->setObjectName(u"removalQuestion"_s);
    setSurface(*m_question, "barWarn");
    auto *column = makeColumn(m_question, Measure::pad, Measure::gapSmall);
    QLabel *what = makeWrapped(tr("Remove \u201c%1\u201d?").arg(m_row.profile.name));
    what->setFont(Theme::font(1.0, QFont::DemiBold));
    column->addWidget(what);
    column->addWidget(makeWrapped(
        m_row.profile.keyName.isEmpty()
            ? tr("The built-in engine takes over what it does.")
            : tr("Its key leaves the keychain, and the built-in engine takes over what it does.")));
    auto *row = makeRow();
    row->addStretch(1);
    QPushButton *no = makeButton(tr("Keep it"));
    no->setObjectName(u"keepModel"_s);
    QPushButton *yes = makeButton(tr("Remove it"), "danger");
    yes->setObjectName(u"confirmRemoval"_s);
    row->addWidget(no);
    row->addWidget(yes);
    column->addLayout(row);
    layout()->addWidget(m_question);
    bringIntoView(*m_question);
    connect(no, &QPushButton::clicked, this, [this] {
        closeQuestion();
        m_remove->setFocus(Qt::OtherFocusReason);
    });
    connect(yes, &QPushButton::clicked, this, [this] {
        closeQuestion();
        Q_EMIT removeRequested();
    });
    no->setFocus(Qt::OtherFocusReason);
}

void ModelCard::closeQuestion()
{
    if (QFrame *question = std::exchange(m_question, nullptr)) {
        question->hide();
        question->deleteLater();
    }
}

} // namespace Helmdesk
