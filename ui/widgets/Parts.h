#pragma once

#include "Words.h"

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

class QBoxLayout;
class QLineEdit;
class QScrollArea;
class QHBoxLayout;
class QVBoxLayout;
class QLayout;

// The small parts of which the views are made, so that each looks the same everywhere.
namespace Helmdesk
{

// Marks a widget with one of the surfaces of style.qss.
void setSurface(QWidget &widget, const char *surface);
// Changes a dynamic property that the style sheet selects on and polishes again.
void setStyleProperty(QWidget &widget, const char *name, const QString &value);

QVBoxLayout *makeColumn(QWidget *parent, int margin = 0, int spacing = 0);
QHBoxLayout *makeRow(int spacing = Measure::gap);
void clearLayout(QLayout &layout);
// Scrolls to a part of a page that has just appeared, when it is known where it lies.
void bringIntoView(QWidget &widget);
// Qt mirrors what a layout holds and not its margins.
void setMargins(QLayout &layout, int leading, int top, int trailing, int bottom);
// The column of a page that scrolls: in the middle, at most 860 wide, with the air of a page around it.
QVBoxLayout *makePageColumn(QScrollArea &area);

// Text for a tool tip, shown letter by letter and wrapped. Qt would take text of customers, models and tools
// that holds a tag for markup; this is the only way in which the window makes tool tips.
QString toolTipOf(const QString &text);
void setToolTipText(QWidget &widget, const QString &text);

// At the leading edge of its place, whichever way its own words run: Qt would turn a figure alone around.
QLabel *makeLabel(const QString &text, double scale = 1.0, QFont::Weight weight = QFont::Normal);
QLabel *makeSecondary(const QString &text, double scale = 0.92);
QLabel *makeWrapped(const QString &text, double scale = 1.0);
QFrame *makeLine();
QLabel *makeIcon(const QString &name, Token token = Token::Secondary, int size = Measure::icon);

// kind: "", "primary", "danger", "flat", "link", "tab" as in style.qss.
QPushButton *makeButton(const QString &text, const char *kind = "", const QString &iconName = {});
QToolButton *makeIconButton(const QString &iconName, const QString &name);
// A field that searches: the magnifier and the button that clears it, both with names.
void makeSearchField(QLineEdit &field);
// Shows the menu of a button below it and returns at once.
void openMenuOf(QToolButton &button);
// Words above the entries that follow, with a line before them unless they are the first.
void addHeading(QMenu &menu, const QString &text);

// A label that ends in an ellipsis instead of being cut; the whole text is its tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);
    void setFullText(const QString &text);
    QString fullText() const { return m_text; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

// A button whose words end in an ellipsis where it is too narrow for them.
class ElidedButton : public QPushButton
{
    Q_OBJECT

public:
    using QPushButton::QPushButton;

protected:
    void paintEvent(QPaintEvent *event) override;
};

// A box of choices whose words stand at its leading edge: with a style sheet Qt leaves them at the left. Its
// list opens below it and looks like a menu.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget *parent = nullptr);
    void showPopup() override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_hasList = false; // it has been opened
};

int chipWidth(const ChipContent &chip, const QFont &font);
// On a coloured ground a chip is given one of its own, since its tint may be that colour.
void paintChip(QPainter &painter, const QRect &rect, const ChipContent &chip, const QFont &font,
               std::optional<Token> ground = std::nullopt);

// A chip as a widget. Its word is its accessible name.
class Chip : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(ChipContent content, QWidget *parent = nullptr);
    void setContent(ChipContent content);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChipContent m_content;
};

// Initials on a tinted disc.
class Avatar : public QWidget
{
    Q_OBJECT

public:
    explicit Avatar(QWidget *parent = nullptr);
    void setName(const QString &name);
    QSize sizeHint() const override { return {28, 28}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_initials;
};

// Where a stretch of time lies within a whole: a thin line with a part of it coloured. Spoken by its row.
class TimeBar : public QWidget
{
    Q_OBJECT

public:
    explicit TimeBar(QWidget *parent = nullptr);
    void setSpan(double start, double length); // parts of 1
    QSize sizeHint() const override { return {120, 6}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_start = 0.0;
    double m_length = 0.0;
};

// A value from 0 to 1 as a bar, with the threshold as a tick where there is one.
class ValueBar : public QWidget
{
    Q_OBJECT

public:
    explicit ValueBar(QWidget *parent = nullptr);
    void setValue(double value, std::optional<double> threshold, Tone tone);
    QSize sizeHint() const override { return {120, 12}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_value = 0.0;
    std::optional<double> m_threshold;
    Tone m_tone = Tone::Ok;
};

} // namespace Helmdesk
