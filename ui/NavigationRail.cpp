#include "NavigationRail.h"

#include "theme/Icons.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

RailButton::RailButton(const QString &iconName, const QString &name, QWidget *parent)
    : QToolButton(parent)
    , m_name(name)
{
    setIcon(Helmdesk::icon(iconName));
    setIconSize({Measure::iconLarge, Measure::iconLarge});
    setFixedSize(40, 40);
    setCheckable(true);
    setAccessibleName(name);
    setToolTipText(*this, name);
    setFocusPolicy(Qt::TabFocus);
}

void RailButton::setBadge(int count)
{
    m_badge = count;
    setAccessibleName(count > 0 ? tr("%1, %Ln waiting", nullptr, count).arg(m_name) : m_name);
    update();
}

void RailButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (m_badge <= 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = Theme::font(0.72, QFont::DemiBold);
    const QString text = m_badge > 99 ? QLocale().toString(99) + u'+' : QLocale().toString(m_badge);
    const int width = std::max(16, QFontMetrics(font).horizontalAdvance(text) + 8);
    const QRect badge(this->width() - width, 1, width, 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::instance().color(Token::Bad));
    painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), badge), 8, 8);
    painter.setPen(Theme::instance().color(Token::OnAccent));
    painter.setFont(font);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), badge), Qt::AlignCenter, text);
}

QString NavigationRail::nameOf(Room room)
{
    switch (room) {
    case Room::Inbox:
        return tr("Inbox");
    case Room::Approvals:
        return tr("Approvals");
    case Room::Knowledge:
        return tr("Knowledge");
    case Room::Learning:
        return tr("Learning");
    case Room::Insights:
        return tr("Insights");
    case Room::Settings:
        return tr("Settings");
    }
    return {};
}

NavigationRail::NavigationRail(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"navigationRail"_s);
    setSurface(*this, "rail");
    setFixedWidth(57);
    auto *column = makeColumn(this, Measure::gap, Measure::gapSmall);
    m_group = new QButtonGroup(this);
    const std::array<std::pair<Room, QString>, 6> rooms{{
        {Room::Inbox, u"inbox"_s},
        {Room::Approvals, u"shield-check"_s},
        {Room::Knowledge, u"book-open"_s},
        {Room::Learning, u"sparkles"_s},
        {Room::Insights, u"chart-column"_s},
        {Room::Settings, u"settings"_s},
    }};
    for (const auto &[room, iconName] : rooms) {
        auto *button = new RailButton(iconName, nameOf(room));
        m_group->addButton(button, static_cast<int>(room));
        if (room == Room::Settings) {
            column->addStretch(1);
            auto *palette = new RailButton(u"command"_s, tr("Find a command"));
            palette->setCheckable(false);
            connect(palette, &QToolButton::clicked, this, &NavigationRail::paletteRequested);
            column->addWidget(palette);
        }
        column->addWidget(button);
    }
    connect(m_group, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT roomChosen(static_cast<Room>(id)); });
    setRoom(Room::Inbox);
}

void NavigationRail::setRoom(Room room)
{
    m_group->button(static_cast<int>(room))->setChecked(true);
}

void NavigationRail::setBadge(Room room, int count)
{
    static_cast<RailButton *>(m_group->button(static_cast<int>(room)))->setBadge(count);
}

void NavigationRail::setShown(Room room, bool shown)
{
    m_group->button(static_cast<int>(room))->setVisible(shown);
}

} // namespace Helmdesk
