#include "settings/SettingEditor.h"

#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int controlWidth = 180;

} // namespace

SettingEditor::SettingEditor(const SettingRow &row, QWidget *parent)
    : QFrame(parent)
    , m_row(row)
{
    auto *line = makeRow(Measure::gapSection);
    line->setContentsMargins(0, Measure::gap, 0, Measure::gap);
    setLayout(line);
    auto *words = makeColumn(nullptr, 0, 2);
    words->addWidget(makeLabel(row.title, 1.0, QFont::DemiBold));
    QLabel *meaning = makeWrapped(row.meaning, 0.92);
    meaning->setProperty("tone", u"secondary"_s);
    words->addWidget(meaning);
    m_facts = makeSecondary({}, 0.85);
    words->addWidget(m_facts);
    line->addLayout(words, 1);
    QWidget *control = makeControl();
    control->setObjectName(row.name);
    control->setAccessibleName(row.title);
    control->setAccessibleDescription(row.meaning);
    control->setFixedWidth(controlWidth);
    line->addWidget(control, 0, Qt::AlignTop);
    m_reset = makeButton(tr("Reset"), "link");
    m_reset->setAccessibleName(tr("Reset %1 to its default").arg(row.title));
    m_reset->setFixedWidth(96);
    QSizePolicy policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(policy);
    line->addWidget(m_reset, 0, Qt::AlignTop);
    connect(m_reset, &QPushButton::clicked, this, [this] { Q_EMIT resetRequested(m_row.name); });
    setRow(row);
}

void SettingEditor::setRow(const SettingRow &row)
{
    m_row = row;
    m_facts->setText(facts());
    m_reset->setVisible(!row.isDefault);
    m_fill();
}

QString SettingEditor::shown(const Json &value)
{
    if (value.is_string())
        return Words::settingChoice(QString::fromStdString(value.get<std::string>()));
    if (value.is_boolean())
        return value.get<bool>() ? tr("on") : tr("off");
    if (value.is_number_integer())
        return QLocale().toString(value.get<qint64>());
    return value.is_number() ? QLocale().toString(value.get<double>(), 'g', 4)
                             : QString::fromUtf8(toBytes(value));
}

QString SettingEditor::facts() const
{
    const QString fallback = shown(m_row.fallback);
    const bool hasRange = m_row.type == SettingRow::Type::Number || m_row.type == SettingRow::Type::Integer;
    if (hasRange && m_row.maximum > m_row.minimum)
        return tr("Default %1, from %2 to %3")
            .arg(fallback, QLocale().toString(m_row.minimum, 'g', 6),
                 QLocale().toString(m_row.maximum, 'g', 6));
    return fallback.isEmpty() ? tr("Default: empty") : tr("Default %1").arg(fallback);
}

QWidget *SettingEditor::makeControl()
{
    switch (m_row.type) {
    case SettingRow::Type::Number:
        return makeNumber();
    case SettingRow::Type::Integer:
        return makeInteger();
    case SettingRow::Type::Text:
        return makeText();
    case SettingRow::Type::Boolean:
        return makeSwitch();
    case SettingRow::Type::Choice:
        return makeChoice();
    }
    return makeText();
}

QWidget *SettingEditor::makeNumber()
{
    auto *box = new QDoubleSpinBox;
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setRange(m_row.minimum, m_row.maximum);
    box->setDecimals(m_row.maximum - m_row.minimum <= 2.0 ? 3 : 2);
    box->setSingleStep(m_row.maximum - m_row.minimum <= 2.0 ? 0.01 : 1.0);
    box->setKeyboardTracking(false);
    m_fill = [this, box] {
        const QSignalBlocker quiet(box);
        box->setValue(m_row.value.is_number() ? m_row.value.get<double>() : 0.0);
    };
    connect(box, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { Q_EMIT valueChosen(m_row.name, Json(value)); });
    return box;
}

QWidget *SettingEditor::makeInteger()
{
    auto *box = new QSpinBox;
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setRange(static_cast<int>(m_row.minimum), static_cast<int>(m_row.maximum));
    box->setKeyboardTracking(false);
    m_fill = [this, box] {
        const QSignalBlocker quiet(box);
        box->setValue(m_row.value.is_number() ? m_row.value.get<int>() : 0);
    };
    connect(box, &QSpinBox::valueChanged, this,
            [this](int value) { Q_EMIT valueChosen(m_row.name, Json(value)); });
    return box;
}

QWidget *SettingEditor::makeText()
{
    auto *field = new QLineEdit;
    m_fill = [this, field] {
        field->setText(m_row.value.is_string() ? m_row.value.get<QString>() : QString());
    };
    connect(field, &QLineEdit::editingFinished, this, [this, field] {
        if (!m_row.value.is_string() || field->text() != m_row.value.get<QString>())
            Q_EMIT valueChosen(m_row.name, Json(field->text()));
    });
    return field;
}

QWidget *SettingEditor::makeChoice()
{
    auto *box = new QComboBox;
    for (const QString &choice : std::as_const(m_row.choices))
        box->addItem(Words::settingChoice(choice), choice);
    m_fill = [this, box] {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(m_row.value.is_string() ? box->findData(m_row.value.get<QString>()) : -1);
    };
    connect(box, &QComboBox::activated, this,
            [this, box] { Q_EMIT valueChosen(m_row.name, Json(box->currentData().toString())); });
    return box;
}

QWidget *SettingEditor::makeSwitch()
{
    auto *box = new QCheckBox(tr("On"));
    m_fill = [this, box] {
        const QSignalBlocker quiet(box);
        box->setChecked(m_row.value.is_boolean() && m_row.value.get<bool>());
    };
    connect(box, &QCheckBox::toggled, this, [this](bool on) { Q_EMIT valueChosen(m_row.name, Json(on)); });
    return box;
}

} // namespace Helmdesk
