#pragma once

#include "app/ReplayRoom.h"

#include <QWidget>

namespace Helmdesk
{

// How many would leave without a person over the whole range of a number, those of them that people had
// corrected, and where today's value and the tried one stand. For the eye: its words stand in the accessible
// description. Paints alone.
class ReplayCurveView : public QWidget
{
    Q_OBJECT

public:
    explicit ReplayCurveView(QWidget *parent = nullptr);
    void setCurve(const ReplayCurve &curve, double today, qint64 runs);
    void setTried(std::optional<double> value);
    const ReplayCurve &curve() const { return m_curve; }
    std::optional<double> tried() const { return m_tried; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double xOf(double value) const;
    double yOf(qint64 runs) const;
    QPolygonF line(qint64 ReplayPoint::*count) const;

    ReplayCurve m_curve;
    double m_today = 0.0;
    std::optional<double> m_tried;
};

} // namespace Helmdesk
