#include "widgets/Parts.h"

#include "theme/Icons.h"
#include "widgets/RoundedCorners.h"

#include <QAbstractItemView>
#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QStyleOption>
#include <QStylePainter>
#include <QTimer>
#include <QVariant>
#include <QWidgetAction>

namespace Helmdesk
{

void setSurface(QWidget &widget, const char *surface)
{
    widget.setAttribute(Qt::WA_StyledBackground);
    setStyleProperty(widget, "surface", QString::fromLatin1(surface));
}

void setStyleProperty(QWidget &widget, const char *name, const QString &value)
{
    if (widget.property(name).toString() == value)
        return;
    widget.setProperty(name, value);
    if (!widget.testAttribute(Qt::WA_WState_Polished))
        return; // the style reads it when it comes to the widget
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

QVBoxLayout *makeColumn(QWidget *parent, int margin, int spacing)
{
    auto *layout = new QVBoxLayout(parent);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(spacing);
    return layout;
}

QHBoxLayout *makeRow(int spacing)
{
    auto *layout = new QHBoxLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    return layout;
}

void setMargins(QLayout &layout, int leading, int top, int trailing, int bottom)
{
    if (QGuiApplication::isRightToLeft())
        std::swap(leading, trailing);
    layout.setContentsMargins(leading, top, trailing, bottom);
}

void clearLayout(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout *child = item->layout()) {
            clearLayout(*child);
        }
        delete item;
    }
}

void bringIntoView(QWidget &widget)
{
    QTimer::singleShot(0, &widget, [&widget] {
        for (QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget())
            if (auto *area = qobject_cast<QScrollArea *>(parent)) {
                area->ensureWidgetVisible(&widget, 0, Measure::gapLarge);
                return;
            }
    });
}

namespace
{

// A page is as high as its words are at the width it has, not at the narrowest one. One without words that
// wrap has the height of its rows.
class PageBody : public QWidget
{
public:
    QSize minimumSizeHint() const override
    {
        const QSize least = QWidget::minimumSizeHint();
        return {least.width(), layout()->hasHeightForWidth() ? 0 : least.height()};
    }
};

} // namespace

QVBoxLayout *makePageColumn(QScrollArea &area)
{
    constexpr int widest = 860;
    auto *body = new PageBody;
    body->setObjectName(QStringLiteral("scrollBody"));
    QHBoxLayout *row = makeRow(0);
    row->setContentsMargins(Measure::gapSection, Measure::gapLarge, Measure::gapSection, Measure::gapSection);
    body->setLayout(row);
    auto *middle = new QWidget;
    middle->setMaximumWidth(widest);
    QVBoxLayout *column = makeColumn(middle, 0, Measure::gapLarge);
    row->addStretch(1);
    row->addWidget(middle, 100);
    row->addStretch(1);
    area.setWidget(body);
    return column;
}

QString toolTipOf(const QString &text)
{
    return text.isEmpty() ? QString() : Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal);
}

void setToolTipText(QWidget &widget, const QString &text)
{
    widget.setToolTip(toolTipOf(text));
    // Readers fall back on the tool tip itself, with its tags.
    widget.setAccessibleDescription(text == widget.accessibleName() ? QString() : text);
}

QLabel *makeLabel(const QString &text, double scale, QFont::Weight weight)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(Theme::font(scale, weight));
    label->setAlignment(QStyle::visualAlignment(QGuiApplication::layoutDirection(), Qt::AlignLeading) |
                        Qt::AlignAbsolute | Qt::AlignVCenter);
    return label;
}

QLabel *makeSecondary(const QString &text, double scale)
{
    QLabel *label = makeLabel(text, scale);
    label->setProperty("tone", QStringLiteral("secondary"));
    return label;
}

QLabel *makeWrapped(const QString &text, double scale)
{
    QLabel *label = makeLabel(text, scale);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

QFrame *makeLine()
{
    auto *line = new QFrame;
    setSurface(*line, "line");
    line->setFixedHeight(1);
    return line;
}

QLabel *makeIcon(const QString &name, Token token, int size)
{
    QLabel *label = makeLabel({});
    const auto draw = [label, name, token, size] { label->setPixmap(icon(name, token).pixmap(size, size)); };
    draw();
    label->setFixedSize(size, size);
    QObject::connect(&Theme::instance(), &Theme::changed, label, draw);
    return label;
}

QPushButton *makeButton(const QString &text, const char *kind, const QString &iconName)
{
    auto *button = new QPushButton(text);
    button->setProperty("kind", QString::fromLatin1(kind));
    button->setAutoDefault(false);
    button->setAccessibleName(QString(text).remove(u'&'));
    button->setIconSize({Measure::icon + 6, Measure::icon}); // wider than the icon: the gap to the words
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName, qstrcmp(kind, "primary") == 0 ? Token::OnAccent : Token::Text));
    return button;
}

QToolButton *makeIconButton(const QString &iconName, const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setIconSize({Measure::icon, Measure::icon});
    button->setAccessibleName(name);
    setToolTipText(*button, name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void makeSearchField(QLineEdit &field)
{
    // Qt's own button for this has one icon for both colour schemes, and looks through the icon themes for
    // it.
    QAction *clear = field.addAction(icon(QStringLiteral("x")), QLineEdit::TrailingPosition);
    clear->setText(QCoreApplication::translate("Parts", "Clear the field"));
    clear->setVisible(false);
    QObject::connect(clear, &QAction::triggered, &field, &QLineEdit::clear);
    QObject::connect(&field, &QLineEdit::textChanged, clear,
                     [clear](const QString &text) { clear->setVisible(!text.isEmpty()); });
    QAction *search = field.addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    search->setText(field.placeholderText());
}

void openMenuOf(QToolButton &button)
{
    QMenu *menu = button.menu();
    if (!menu || !button.isVisible())
        return;
    const bool isMirrored = button.layoutDirection() == Qt::RightToLeft;
    const QPoint corner = isMirrored ? button.rect().bottomRight() - QPoint(menu->sizeHint().width(), 0)
                                     : button.rect().bottomLeft();
    QPoint place = button.mapToGlobal(corner);
    const QRect screen = button.screen()->availableGeometry();
    if (const int height = menu->sizeHint().height(); place.y() + height > screen.bottom())
        place.setY(std::max(screen.top(), button.mapToGlobal(QPoint()).y() - height)); // above the button
    menu->popup(place);
}

void addHeading(QMenu &menu, const QString &text)
{
    if (!menu.isEmpty())
        menu.addSeparator();
    // A section's own words are not drawn by every style.
    QLabel *label = makeSecondary(text, 0.85);
    label->setContentsMargins(Measure::pad, Measure::gapSmall, Measure::pad, 2);
    auto *heading = new QWidgetAction(&menu);
    heading->setText(text);
    heading->setDefaultWidget(label);
    heading->setEnabled(false);
    menu.addAction(heading);
}

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setFullText(text);
}

void ElidedLabel::setFullText(const QString &text)
{
    m_text = text;
    setText(text);
    setAccessibleName(text);
    setToolTipText(*this, text);
    update();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(QStringLiteral("\u2026")) + 8, fontMetrics().height()};
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.setFont(font());
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading);
    painter.drawText(rect(), static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

void ElidedButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QRect inside = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this);
    option.text = fontMetrics().elidedText(text(), Qt::ElideRight, inside.width());
    painter.drawControl(QStyle::CE_PushButton, option);
}

ChoiceBox::ChoiceBox(QWidget *parent)
    : QComboBox(parent)
{
    setItemDelegate(new QStyledItemDelegate(this)); // Qt's own one does not read the style sheet
}

void ChoiceBox::showPopup()
{
    if (!std::exchange(m_hasList, true))
        roundCorners(*view()->window(), Measure::controlRadius);
    QComboBox::showPopup();
}

void ChoiceBox::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const QRect inside =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading);
    painter.drawText(inside,
                     static_cast<int>(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine,
                     fontMetrics().elidedText(currentText(), Qt::ElideRight, inside.width()));
}

int chipWidth(const ChipContent &chip, const QFont &font)
{
    const int iconWidth = chip.icon.isEmpty() ? 0 : 12 + Measure::gapSmall;
    return QFontMetrics(font).horizontalAdvance(chip.text) + iconWidth + 2 * Measure::gap;
}

void paintChip(QPainter &painter, const QRect &rect, const ChipContent &chip, const QFont &font,
               std::optional<Token> ground)
{
    const Theme &theme = Theme::instance();
    const Qt::LayoutDirection direction = painter.layoutDirection();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground ? theme.color(*ground) : theme.tint(chip.tone));
    painter.drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    QRect inside = rect.adjusted(Measure::gap, 0, -Measure::gap, 0);
    if (!chip.icon.isEmpty()) {
        QRect place(inside.left(), inside.center().y() - 5, 12, 12);
        paintIcon(painter, QStyle::visualRect(direction, inside, place), chip.icon,
                  theme.foreground(chip.tone));
        QRect rest = inside.adjusted(12 + Measure::gapSmall, 0, 0, 0);
        inside = QStyle::visualRect(direction, inside, rest);
    }
    painter.setFont(font);
    painter.setPen(theme.foreground(chip.tone));
    painter.drawText(inside, static_cast<int>(Qt::AlignVCenter | Qt::AlignHCenter) | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(chip.text, Qt::ElideRight, inside.width() + 1));
    painter.restore();
}

Chip::Chip(ChipContent content, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setContent(std::move(content));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Chip::setContent(ChipContent content)
{
    m_content = std::move(content);
    setAccessibleName(m_content.text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return {chipWidth(m_content, Theme::font(0.85, QFont::Medium)), Measure::chipHeight};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintChip(painter, rect(), m_content, Theme::font(0.85, QFont::Medium));
}

Avatar::Avatar(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(sizeHint());
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Avatar::setName(const QString &name)
{
    m_initials = Words::initials(name);
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::instance().tint(Tone::Teal));
    painter.drawEllipse(rect());
    painter.setPen(Theme::instance().foreground(Tone::Teal));
    painter.setFont(Theme::font(0.8, QFont::DemiBold));
    painter.drawText(rect(), Qt::AlignCenter, m_initials);
}

TimeBar::TimeBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TimeBar::setSpan(double start, double length)
{
    m_start = std::clamp(start, 0.0, 1.0);
    m_length = std::clamp(length, 0.0, 1.0 - m_start);
    update();
}

void TimeBar::paintEvent(QPaintEvent *)
{
    constexpr int indent = Measure::icon + 10; // below the words of its row
    constexpr int thickness = 3;
    QPainter painter(this);
    const QRect line(indent, 0, width() - indent, thickness);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), line),
                     Theme::instance().color(Token::GreyTint));
    const int least = 2;
    const QRect part(indent + qRound(line.width() * m_start), 0,
                     std::max(least, qRound(line.width() * m_length)), thickness);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), part),
                     Theme::instance().color(Token::Accent));
}

ValueBar::ValueBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ValueBar::setValue(double value, std::optional<double> threshold, Tone tone)
{
    m_value = std::clamp(value, 0.0, 1.0);
    m_threshold = threshold;
    m_tone = tone;
    update();
}

void ValueBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    if (isMirrored) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    const QRectF track(0, height() / 2.0 - 3, width(), 6);
    painter.setBrush(theme.color(Token::GreyTint));
    painter.drawRoundedRect(track, 3, 3);
    if (m_value > 0.0) {
        painter.setBrush(theme.foreground(m_tone));
        painter.drawRoundedRect(QRectF(0, track.top(), std::max(6.0, width() * m_value), 6), 3, 3);
    }
    if (m_threshold) {
        painter.setBrush(theme.color(Token::Text));
        painter.drawRect(QRectF(width() * *m_threshold - 1, 0, 2, height()));
    }
}

} // namespace Helmdesk
