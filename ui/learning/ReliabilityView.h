#pragma once

#include "insights/Calibration.h"

#include <QWidget>

namespace Helmdesk
{

// What was said against how often it was right, with the interval of each bin and the line on which both
// agree. The table beside it says the same. GUI thread.
class ReliabilityView : public QWidget
{
    Q_OBJECT

public:
    explicit ReliabilityView(QWidget *parent = nullptr);
    void setContent(const CalibrationTable &table, double threshold);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF plot() const;
    QPointF at(double said, double right) const;
    void paintGrid(QPainter &painter) const;
    void paintBins(QPainter &painter) const;

    CalibrationTable m_table;
    double m_threshold = 0.0;
};

} // namespace Helmdesk
