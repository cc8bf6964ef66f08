#pragma once

#include "insights/ChartContent.h"

#include <QChartView>

class QAbstractBarSeries;
class QBarSet;

namespace Helmdesk
{

// Counts as stacked bars, drawn by Qt Charts. For the mouse and the eye alone: see RowChart.
class BarChart : public QChartView
{
    Q_OBJECT

public:
    explicit BarChart(ChartBars bars, QWidget *parent = nullptr);
    void setContent(const ChartContent &content);

Q_SIGNALS:
    void rowChosen(const QString &key);

private:
    void draw();
    void connectSeries(QAbstractBarSeries &series);
    void addAxes(QAbstractBarSeries &series);
    void choose(int row);
    void explain(int row, const QBarSet &set);
    qint64 longest() const;
    bool isTurned() const; // the last row is drawn first

    ChartBars m_bars;
    ChartContent m_content;
};

} // namespace Helmdesk
