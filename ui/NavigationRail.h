#pragma once

#include <QToolButton>
#include <QWidget>

class QButtonGroup;

namespace Helmdesk
{

enum class Room { Inbox, Approvals, Knowledge, Learning, Insights, Settings };

// A button of the rail: an icon and, where something waits, its number.
class RailButton : public QToolButton
{
    Q_OBJECT

public:
    RailButton(const QString &iconName, const QString &name, QWidget *parent = nullptr);
    void setBadge(int count);
    QSize sizeHint() const override { return {40, 40}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    int m_badge = 0;
};

// The strip at the leading edge with the rooms of the console.
class NavigationRail : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationRail(QWidget *parent = nullptr);
    void setRoom(Room room);
    void setBadge(Room room, int count);
    void setShown(Room room, bool shown);
    static QString nameOf(Room room);

Q_SIGNALS:
    void roomChosen(Helmdesk::Room room);
    void paletteRequested();

private:
    QButtonGroup *m_group = nullptr;
};

} // namespace Helmdesk
