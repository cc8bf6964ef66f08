#pragma once

#include "app/DeskSnapshots.h"
#include "app/InsightsRoom.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace Helmdesk
{

class InlineBar;
class InsightTiles;
class RowChart;
class ViewHeader;

// What the desk did in a period, beside the period before it. Reads anew when it is entered and when the
// filter changes.
class InsightsPage : public QWidget
{
    Q_OBJECT

public:
    explicit InsightsPage(InsightsRoom &room, QWidget *parent = nullptr);
    void refresh();
    void setOffersBacktest(bool offers); // not at first
    void setOffersHealth(bool offers);   // not at first
    InsightFilter filter() const;

Q_SIGNALS:
    void queueRequested(const Helmdesk::QueueQuery &query);
    void settingsRequested();
    void backtestRequested();
    void healthRequested();

private:
    enum class Period { Today, Week, Month, Quarter, ThisMonth, LastMonth, Always };
    void addFilter(ViewHeader &header);
    QWidget *makeBody();
    RowChart *addChart(const QString &title, const QString &name);
    void arrange();
    void step(int periods); // to an earlier or later period of the same length
    void show(const InsightsView &view);
    void openBy(const std::optional<ChannelKind> &channel, const std::optional<Category> &category);
    void chooseFile(InsightsBy by);
    void exportTo(InsightsBy by, const QString &path);

    InsightsRoom &m_room;
    int m_generation = 0;
    int m_steps = 0; // periods away from the one that ends now; never above 0
    InlineBar *m_bar = nullptr;
    QComboBox *m_period = nullptr;
    QToolButton *m_earlier = nullptr;
    QToolButton *m_later = nullptr;
    QComboBox *m_channel = nullptr;
    QComboBox *m_category = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_backtest = nullptr;
    QPushButton *m_health = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_assumptions = nullptr;
    InsightTiles *m_tiles = nullptr;
    QGridLayout *m_grid = nullptr;
    std::vector<RowChart *> m_charts;
    RowChart *m_overTime = nullptr;
    RowChart *m_byChannel = nullptr;
    RowChart *m_byCategory = nullptr;
    RowChart *m_endings = nullptr;
    RowChart *m_drafts = nullptr;
    RowChart *m_reasons = nullptr;
    RowChart *m_people = nullptr;
    RowChart *m_hours = nullptr;
};

} // namespace Helmdesk
