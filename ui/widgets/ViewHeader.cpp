#include "widgets/ViewHeader.h"

#include "widgets/Parts.h"

#include <QBoxLayout>

namespace Helmdesk
{

ViewHeader::ViewHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
{
    setSurface(*this, "header");
    setFixedHeight(Measure::headerHeight);
    m_row = makeRow();
    setMargins(*m_row, Measure::pad, 0, Measure::gap, 0);
    setLayout(m_row);
    m_title = new ElidedLabel(title);
    m_title->setFont(Theme::font(1.15, QFont::DemiBold));
    m_row->addWidget(m_title, 1);
}

void ViewHeader::setTitle(const QString &title)
{
    m_title->setFullText(title);
}

void ViewHeader::addLeading(QWidget *widget)
{
    m_row->insertWidget(m_leading++, widget);
}

void ViewHeader::addAction(QWidget *widget)
{
    m_row->addWidget(widget);
}

QWidget *makeEmptyState(const QString &iconName, const QString &text, QWidget *action)
{
    constexpr int widest = 560; // a line that can be read
    auto *state = new QWidget;
    auto *column = makeColumn(state, Measure::gapSection, Measure::pad);
    column->addStretch(2);
    column->addWidget(makeIcon(iconName, Token::Secondary, 32), 0, Qt::AlignHCenter);
    QLabel *label = makeSecondary(text, 1.0);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setMaximumWidth(widest);
    auto *row = makeRow(0);
    row->addStretch(1);
    row->addWidget(label, 100); // as wide as it may be, in the middle
    row->addStretch(1);
    column->addLayout(row);
    if (action)
        column->addWidget(action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    return state;
}

} // namespace Helmdesk
