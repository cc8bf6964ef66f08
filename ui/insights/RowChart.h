#pragma once

#include "insights/ChartContent.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace Helmdesk
{

class BarChart;

// A card with counts as bars and, behind a button, as the table that says the same: the table is what readers
// of the screen and keys get, and it opens the same rows. Without Qt Charts it shows the table alone.
class RowChart : public QFrame
{
    Q_OBJECT

public:
    RowChart(const QString &title, ChartBars bars, QWidget *parent = nullptr);
    void setContent(const ChartContent &content);
    void showTable(bool shown);

Q_SIGNALS:
    void rowChosen(const QString &key);

private:
    void makeChart(ChartBars bars);
    void makeTable();
    void fillTable(const ChartContent &content);
    void fitHeight();

    QString m_title;
    ChartBars m_bars;
    int m_rows = 0;
    QLabel *m_summary = nullptr;
    QPushButton *m_switch = nullptr;
    QStackedWidget *m_stack = nullptr;
    BarChart *m_chart = nullptr; // null without Qt Charts
    QTreeWidget *m_table = nullptr;
};

} // namespace Helmdesk
