#include "settings/SettingEditor.h"

#include "settings/SettingEffect.h"
#include "widgets/Parts.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QSlider>
#include <QSpinBox>
#include <QStyle>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int controlWidth = 220;
constexpr int sliderSteps = 100; // of a span of 1

bool isThreshold(const SettingRow &row)
{
    return row.type == SettingRow::Type::Number && row.maximum - row.minimum <= 2.0;
}

// What is no figure of the range can be typed, and is told about when the field is left: a field that takes
// some letters and not others, or jumps back, explains nothing.
template <class Box>
class FigureBox : public Box
{
public:
    std::function<void(const QString &typed)> refused;

    QValidator::State validate(QString &text, int &position) const override
    {
        return std::max(QValidator::Intermediate, Box::validate(text, position));
    }
    // Marks of direction before a sign are not in every font, and one from another font lifts the figure.
    QString textFromValue(decltype(std::declval<Box>().value()) value) const override
    {
        QString text = Box::textFromValue(value);
        for (const char16_t mark : {u'\u061C', u'\u200E', u'\u200F'})
            text.remove(QChar(mark));
        return text;
    }
    void fixup(QString &text) const override
    {
        const QString typed = text;
        Box::fixup(text);
        int position = 0;
        if (refused && validate(text, position) != QValidator::Acceptable)
            refused(typed);
    }
};

// A language as those who speak it call it: who looks for theirs may not read the window's.
QString ownName(const QString &code)
{
    return code == "en"_L1 ? u"English"_s : QLocale(code).nativeLanguageName();
}

// A number runs from the left in every language; its place is at the leading edge of the window.
void alignLeading(QAbstractSpinBox &box)
{
    box.setAlignment(QStyle::visualAlignment(box.layoutDirection(), Qt::AlignLeading) | Qt::AlignAbsolute |
                     Qt::AlignVCenter);
}

} // namespace

SettingEditor::SettingEditor(const SettingRow &row, QWidget *parent)
    : QFrame(parent)
    , m_row(row)
    , m_text(SettingWords::textOf(row))
{
    m_column = makeColumn(this, 0, Measure::gap);
    m_column->setContentsMargins(0, Measure::gap, 0, Measure::gap);
    auto *line = makeRow(Measure::gapSection);
    m_column->addLayout(line);
    auto *words = makeColumn(nullptr, 0, 2);
    words->addWidget(makeLabel(m_text.title, 1.0, QFont::DemiBold));
    QLabel *meaning = makeWrapped(m_text.meaning, 0.92);
    meaning->setProperty("tone", u"secondary"_s);
    words->addWidget(meaning);
    if (m_text.meaning.isEmpty())
        meaning->hide(); // shown before it has a parent it would be a window of its own
    m_facts = makeSecondary({}, 0.85);
    words->addWidget(m_facts);
    words->addWidget(makeLockLine());
    m_refusal = makeWrapped({}, 0.92);
    m_refusal->setObjectName(row.name + ".refusal"_L1);
    m_refusal->setProperty("tone", u"bad"_s);
    m_refusal->hide();
    words->addWidget(m_refusal);
    line->addLayout(words, 1);
    m_control = makeControl();
    m_control->setObjectName(row.name);
    m_control->setAccessibleName(m_text.title);
    m_control->setAccessibleDescription(m_text.meaning);
    m_control->setFixedWidth(controlWidth);
    line->addWidget(m_control, 0, Qt::AlignTop);
    m_reset = makeButton(tr("Reset"), "link");
    m_reset->setAccessibleName(tr("Reset %1 to its default").arg(m_text.title));
    QSizePolicy policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(policy);
    line->addWidget(m_reset, 0, Qt::AlignTop);
    connect(m_reset, &QPushButton::clicked, this, [this] { choose(m_row.fallback, Way::Reset); });
    m_effect = new SettingEffect(row.name);
    m_column->addWidget(m_effect);
    setRow(row);
}

// What is being typed, dragged or asked stays over a value from elsewhere.
bool SettingEditor::isHalfMade() const
{
    const auto fields = findChildren<QLineEdit *>();
    const auto sliders = findChildren<QSlider *>();
    return m_question || std::ranges::any_of(sliders, &QSlider::isSliderDown) ||
           std::ranges::any_of(fields, [](const QLineEdit *field) {
               return field->isModified() && (field->hasFocus() || field->parentWidget()->hasFocus());
           });
}

void SettingEditor::setRow(const SettingRow &row)
{
    m_row = row;
    if (m_question && row.value == m_wanted)
        closeQuestion();
    m_facts->setText(facts());
    showLock();
    m_reset->setVisible(!row.isDefault && !row.isLocked);
    if (!isHalfMade()) {
        m_fill();
        Q_EMIT tryingEnded();
    }
}

QWidget *SettingEditor::makeLockLine()
{
    m_lockLine = new QWidget;
    auto *line = makeRow(6);
    m_lockLine->setLayout(line);
    line->addWidget(makeIcon(u"lock"_s, Token::Secondary, 14), 0, Qt::AlignTop);
    m_lock = makeWrapped({}, 0.92);
    m_lock->setObjectName(m_row.name + ".lock"_L1);
    line->addWidget(m_lock, 1);
    m_lockLine->hide();
    return m_lockLine;
}

void SettingEditor::showLock()
{
    m_lock->setText(
        !m_row.isLocked ? QString()
        : m_row.contact.isEmpty()
            ? tr("Locked by the administrator of this machine.")
            : tr("Locked by the administrator of this machine: %1").arg(Words::foreign(m_row.contact)));
    m_lockLine->setVisible(m_row.isLocked);
    m_control->setEnabled(!m_row.isLocked);
    m_control->setAccessibleDescription(m_row.isLocked ? m_text.meaning + u' ' + m_lock->text()
                                                       : m_text.meaning);
}

// What lets more leave without a person is asked about first, in words, below the control.
void SettingEditor::choose(const Json &value, Way way)
{
    closeQuestion();
    for (QLineEdit *field : findChildren<QLineEdit *>())
        field->setModified(false); // it is chosen, and no longer being typed
    m_refusal->hide();
    if (SettingWords::loosens(m_row, value))
        ask(value, way);
    else
        keep(value, way);
}

void SettingEditor::keep(const Json &value, Way way)
{
    if (way == Way::Reset)
        Q_EMIT resetRequested(m_row.name);
    else
        Q_EMIT valueChosen({m_row.name, value});
}

void SettingEditor::ask(const Json &value, Way way)
{
    m_wanted = value;
    m_question = new QFrame;
    m_question->setObjectName(m_row.name + ".question"_L1);
    setSurface(*m_question, "barWarn");
    auto *column = makeColumn(m_question, Measure::pad, Measure::gapSmall);
    QLabel *what = makeWrapped(
        tr("Change \u201c%1\u201d from %2 to %3?").arg(m_text.title, shown(m_row.value), shown(value)));
    what->setFont(Theme::font(1.0, QFont::DemiBold));
    column->addWidget(what);
    column->addWidget(makeWrapped(SettingWords::consequence(m_row)));
    auto *row = makeRow();
    row->addStretch(1);
    QPushButton *no = makeButton(tr("Leave it at %1").arg(shown(m_row.value)));
    no->setObjectName(u"keepSetting"_s);
    QPushButton *yes = makeButton(tr("Change it"), "danger");
    yes->setObjectName(u"changeSetting"_s);
    row->addWidget(no);
    row->addWidget(yes);
    column->addLayout(row);
    m_column->addWidget(m_question);
    bringIntoView(*m_question);
    connect(no, &QPushButton::clicked, this, &SettingEditor::leaveQuestion);
    connect(yes, &QPushButton::clicked, this, [this, way] {
        closeQuestion();
        keep(m_wanted, way);
    });
    no->setFocus(Qt::OtherFocusReason);
    Q_EMIT valueTried({m_row.name, value});
}

void SettingEditor::leaveQuestion()
{
    closeQuestion();
    m_fill();
    if (auto *control = findChild<QWidget *>(m_row.name))
        control->setFocus(Qt::OtherFocusReason);
}

void SettingEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_question)
        leaveQuestion();
    else
        QFrame::keyPressEvent(event);
}

void SettingEditor::refuse(const QString &why)
{
    m_refusal->setText(why);
    m_refusal->show();
    bringIntoView(*m_refusal);
    QAccessibleEvent event(m_refusal, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void SettingEditor::refuseFigure(const QString &typed)
{
    refuse(tr("\u201c%1\u201d is no figure from %2 to %3. The setting stays at %4.")
               .arg(Words::foreign(typed), figure(m_row.minimum), figure(m_row.maximum), shown(m_row.value)));
}

void SettingEditor::closeQuestion()
{
    if (QFrame *question = std::exchange(m_question, nullptr)) {
        question->hide();
        question->deleteLater();
        Q_EMIT tryingEnded();
    }
}

bool SettingEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Hide && !m_question)
        Q_EMIT tryingEnded();
    return QFrame::eventFilter(watched, event);
}

QString SettingEditor::figure(double value) const
{
    const double scaled = value / m_text.factor;
    if (m_row.name.endsWith("_s"_L1))
        return Words::duration(value);
    const QString words =
        m_text.factor > 1.0 ? QLocale().toString(scaled, 'f', 2) : QLocale().toString(scaled, 'g', 7);
    //: A figure and its unit, as in "5 s"
    return m_text.unit.isEmpty() ? words : tr("%1 %2").arg(words, m_text.unit);
}

QString SettingEditor::shown(const Json &value) const
{
    if (value.is_string()) {
        const QString text = value.get<QString>();
        return m_row.name == "ui.language"_L1 ? (text.isEmpty() ? tr("As the system") : ownName(text))
                                              : Words::settingChoice(text);
    }
    if (value.is_boolean())
        return value.get<bool>() ? tr("on") : tr("off");
    return value.is_number() ? figure(value.get<double>()) : QString::fromUtf8(toBytes(value));
}

QString SettingEditor::facts() const
{
    const QString fallback = m_row.isPreset ? tr("%1 (set by the administrator)").arg(shown(m_row.fallback))
                                            : shown(m_row.fallback);
    const bool hasRange = m_row.type == SettingRow::Type::Number || m_row.type == SettingRow::Type::Integer;
    if (hasRange && m_row.maximum > m_row.minimum)
        return tr("Default %1, from %2 to %3").arg(fallback, figure(m_row.minimum), figure(m_row.maximum));
    return fallback.isEmpty() ? tr("Default: empty") : tr("Default: %1").arg(fallback);
}

QWidget *SettingEditor::makeControl()
{
    if (m_row.name == "ui.language"_L1)
        return makeLanguage();
    switch (m_row.type) {
    case SettingRow::Type::Number:
        return isThreshold(m_row) ? makeThreshold() : makeNumber();
    case SettingRow::Type::Integer:
        return m_text.factor > 1.0 ? makeNumber() : makeInteger();
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
    auto *box = new FigureBox<QDoubleSpinBox>;
    box->refused = [this](const QString &typed) { refuseFigure(typed); };
    alignLeading(*box);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    const bool isMoney = m_text.factor > 1.0;
    box->setDecimals(isMoney ? 2 : 1);
    if (!m_text.unit.isEmpty())
        box->setSuffix(u' ' + m_text.unit);
    box->setRange(m_row.minimum / m_text.factor, m_row.maximum / m_text.factor);
    box->setKeyboardTracking(false);
    m_fill = [this, box] {
        const QSignalBlocker quiet(box);
        box->setValue((m_row.value.is_number() ? m_row.value.get<double>() : 0.0) / m_text.factor);
    };
    connect(box, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        const double stored = value * m_text.factor;
        choose(m_row.type == SettingRow::Type::Integer ? Json(qRound64(stored)) : Json(stored));
    });
    return box;
}

// A slider and its figure, which is chosen when the slider is let go.
QWidget *SettingEditor::makeThreshold()
{
    auto *both = new QWidget;
    auto *row = makeRow();
    both->setLayout(row);
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setRange(qRound(m_row.minimum * sliderSteps), qRound(m_row.maximum * sliderSteps));
    slider->setPageStep(sliderSteps / 20);
    slider->setAccessibleName(tr("%1, slider").arg(m_text.title));
    auto *box = new FigureBox<QDoubleSpinBox>;
    box->refused = [this](const QString &typed) { refuseFigure(typed); };
    box->setObjectName(m_row.name + ".figure"_L1);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setRange(m_row.minimum, m_row.maximum);
    box->setDecimals(2);
    box->setSingleStep(1.0 / sliderSteps);
    box->setKeyboardTracking(false);
    box->setAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter); // also one with a sign
    box->setFixedWidth(64);
    box->setAccessibleName(m_text.title);
    row->addWidget(slider, 1);
    row->addWidget(box);
    m_fill = [this, box, slider] {
        const QSignalBlocker quietBox(box);
        const QSignalBlocker quietSlider(slider);
        const double value = m_row.value.is_number() ? m_row.value.get<double>() : 0.0;
        box->setValue(value);
        slider->setValue(qRound(value * sliderSteps));
    };
    connect(slider, &QSlider::valueChanged, box, [this, box, slider](int value) {
        const QSignalBlocker quiet(box);
        box->setValue(static_cast<double>(value) / sliderSteps);
        Q_EMIT valueTried({m_row.name, Json(static_cast<double>(value) / sliderSteps)});
        if (!slider->isSliderDown())
            Q_EMIT slider->sliderReleased();
    });
    connect(slider, &QSlider::sliderReleased, this,
            [this, slider] { choose(Json(static_cast<double>(slider->value()) / sliderSteps)); });
    connect(box, &QDoubleSpinBox::valueChanged, this, [this](double value) { choose(Json(value)); });
    return both;
}

QWidget *SettingEditor::makeLanguage()
{
    auto *box = new ChoiceBox;
    box->addItem(tr("As the system"), QString());
    for (const char *code : {"en", "de", "ar"})
        box->addItem(ownName(QString::fromLatin1(code)), QString::fromLatin1(code));
    m_fill = [this, box] {
        const QSignalBlocker quiet(box);
        const QString value = m_row.value.is_string() ? m_row.value.get<QString>() : QString();
        box->setCurrentIndex(std::max(0, box->findData(value == "system"_L1 ? QString() : value)));
    };
    connect(box, &QComboBox::activated, this, [this, box] { choose(Json(box->currentData().toString())); });
    return box;
}

QWidget *SettingEditor::makeInteger()
{
    auto *box = new FigureBox<QSpinBox>;
    box->refused = [this](const QString &typed) { refuseFigure(typed); };
    alignLeading(*box);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setRange(static_cast<int>(m_row.minimum), static_cast<int>(m_row.maximum));
    if (!m_text.unit.isEmpty())
        box->setSuffix(u' ' + m_text.unit);
    box->setKeyboardTracking(false);
    m_fill = [this, box] {
        const QSignalBlocker quiet(box);
        box->setValue(m_row.value.is_number() ? m_row.value.get<int>() : 0);
    };
    connect(box, &QSpinBox::valueChanged, this, [this](int value) { choose(Json(value)); });
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
            choose(Json(field->text()));
    });
    return field;
}

QWidget *SettingEditor::makeChoice()
{
    auto *box = new ChoiceBox;
    for (const QString &choice : std::as_const(m_row.choices))
        box->addItem(Words::settingChoice(choice), choice);
    m_fill = [this, box] {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(m_row.value.is_string() ? box->findData(m_row.value.get<QString>()) : -1);
    };
    box->view()->installEventFilter(this);
    connect(box, &QComboBox::highlighted, this, [this, box](int index) {
        Q_EMIT valueTried({m_row.name, Json(box->itemData(index).toString())});
    });
    connect(box, &QComboBox::activated, this, [this, box] { choose(Json(box->currentData().toString())); });
    return box;
}

QWidget *SettingEditor::makeSwitch()
{
    auto *box = new QCheckBox;
    const auto name = [box] { box->setText(box->isChecked() ? tr("On") : tr("Off")); };
    connect(box, &QCheckBox::toggled, box, name);
    m_fill = [this, box, name] {
        const QSignalBlocker quiet(box);
        box->setChecked(m_row.value.is_boolean() && m_row.value.get<bool>());
        name();
    };
    connect(box, &QCheckBox::toggled, this, [this](bool on) { choose(Json(on)); });
    return box;
}

} // namespace Helmdesk
