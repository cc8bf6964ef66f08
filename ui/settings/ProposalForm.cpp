#include "settings/ProposalForm.h"

#include "settings/ProposalWords.h"
#include "settings/SettingWords.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

ProposalForm::ProposalForm(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(u"proposalForm"_s);
    setSurface(*this, "card");
    auto *column = makeColumn(this, Measure::gapLarge, Measure::gapSmall);
    column->addWidget(makeLabel(tr("Try several at once"), 1.15, QFont::DemiBold));
    QLabel *note = makeWrapped(tr("Nothing here counts until a proposal is applied."), 0.92);
    note->setProperty("tone", u"secondary"_s);
    column->addWidget(note);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(Measure::gap);
    m_grid->setVerticalSpacing(Measure::gapSmall);
    m_grid->setColumnStretch(0, 1);
    column->addLayout(m_grid);
    m_effect = makeWrapped({});
    m_effect->setObjectName(u"proposalEffect"_s);
    m_effect->hide();
    column->addWidget(m_effect);
    auto *row = makeRow();
    const auto addLine = [&](const QString &name, const QString &words, int stretch) {
        auto *line = new QLineEdit;
        line->setObjectName(name);
        line->setPlaceholderText(words);
        line->setAccessibleName(words);
        row->addWidget(line, stretch);
        connect(line, &QLineEdit::textChanged, this, &ProposalForm::follow);
        return line;
    };
    m_name = addLine(u"proposalName"_s, tr("Name of the proposal"), 1);
    m_reason = addLine(u"proposalReason"_s, tr("Why it is worth a try"), 2);
    m_save = makeButton(tr("Save the proposal"), "primary");
    m_save->setObjectName(u"saveProposal"_s);
    row->addWidget(m_save);
    column->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &ProposalForm::saveRequested);
    follow();
}

ProposalForm::Field ProposalForm::makeField(const SettingRow &row)
{
    const auto chosen = [this] {
        follow();
        if (!m_isFilling)
            Q_EMIT changed();
    };
    Field field{row, nullptr, {}, {}};
    if (row.type == SettingRow::Type::Choice) {
        auto *box = new ChoiceBox;
        for (const QString &choice : row.choices)
            box->addItem(Words::settingChoice(choice), choice);
        field.value = [box] { return Json(box->currentData().toString()); };
        field.set = [box](const Json &value) {
            box->setCurrentIndex(box->findData(value.is_string() ? value.get<QString>() : QString()));
        };
        connect(box, &QComboBox::currentIndexChanged, this, chosen);
        field.editor = box;
        return field;
    }
    const bool isWhole = row.type == SettingRow::Type::Integer;
    auto *box = new QDoubleSpinBox;
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setRange(row.minimum, row.maximum);
    box->setDecimals(isWhole ? 0 : 2);
    box->setSingleStep(isWhole ? 1.0 : 0.05);
    field.value = [box, isWhole] { return isWhole ? Json(qRound64(box->value())) : Json(box->value()); };
    field.set = [box](const Json &value) { box->setValue(value.is_number() ? value.get<double>() : 0.0); };
    connect(box, &QDoubleSpinBox::valueChanged, this, chosen);
    field.editor = box;
    return field;
}

void ProposalForm::addField(int line, const Field &field)
{
    const QString title = SettingWords::textOf(field.row).title;
    QLabel *name = makeWrapped(title);
    //: Of a setting
    QLabel *today = makeSecondary(tr("today %1").arg(ProposalWords::value(field.row.value)));
    field.editor->setObjectName(field.row.name + ".proposed"_L1);
    field.editor->setAccessibleName(title);
    field.editor->setAccessibleDescription(today->text());
    field.editor->setEnabled(!field.row.isLocked);
    field.editor->setMinimumWidth(170);
    m_grid->addWidget(name, line, 0);
    m_grid->addWidget(today, line, 1);
    m_grid->addWidget(field.editor, line, 2);
}

void ProposalForm::setRows(const std::vector<SettingRow> &rows)
{
    const std::vector<TriedSetting> kept = filled().settings;
    m_isFilling = true;
    clearLayout(*m_grid);
    m_fields.clear();
    for (const SettingRow &row : rows) {
        Field field = makeField(row);
        const auto before = std::ranges::find(kept, row.name, &TriedSetting::name);
        field.set(before != kept.end() && !row.isLocked ? before->value : row.value);
        addField(static_cast<int>(m_fields.size()), field);
        m_fields.push_back(std::move(field));
    }
    m_isFilling = false;
    follow();
}

FilledProposal ProposalForm::filled() const
{
    FilledProposal filled{m_name->text().trimmed(), m_reason->text().trimmed(), {}};
    for (const Field &field : m_fields) {
        const Json value = field.value();
        const bool isSame = value.is_number() && field.row.value.is_number()
                                ? qAbs(value.get<double>() - field.row.value.get<double>()) < 0.005
                                : value == field.row.value;
        if (!isSame)
            filled.settings.push_back({field.row.name, value});
    }
    return filled;
}

void ProposalForm::follow()
{
    const FilledProposal now = filled();
    m_save->setEnabled(!now.settings.empty() && !now.name.isEmpty() && !now.reason.isEmpty());
    if (now.settings.empty())
        say({});
}

void ProposalForm::say(const QString &effect)
{
    m_effect->setText(effect);
    m_effect->setVisible(!effect.isEmpty());
}

void ProposalForm::clear()
{
    m_isFilling = true;
    for (const Field &field : m_fields)
        field.set(field.row.value);
    m_name->clear();
    m_reason->clear();
    m_isFilling = false;
    follow();
}

} // namespace Helmdesk
