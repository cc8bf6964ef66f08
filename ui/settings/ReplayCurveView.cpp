#include "settings/ReplayCurveView.h"

#include "settings/ReplayWords.h"
#include "theme/Theme.h"

#include <algorithm>
#include <QPainter>
#include <QPainterPath>

namespace Helmdesk
{
namespace
{

constexpr int heightInRows = 3; // of text
constexpr double markRadius = 3.5;

} // namespace

ReplayCurveView::ReplayCurveView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLayoutDirection(Qt::LeftToRight); // as the slider above it: figures grow to the right
    setAccessibleName(tr("Curve over the whole range"));
}

QSize ReplayCurveView::sizeHint() const
{
    return {200, heightInRows * fontMetrics().height()};
}

void ReplayCurveView::setCurve(const ReplayCurve &curve, double today, qint64 runs)
{
    m_curve = curve;
    m_today = today;
    setAccessibleDescription(ReplayWords::curve(curve, today, runs));
    update();
}

void ReplayCurveView::setTried(std::optional<double> value)
{
    m_tried = value;
    update();
}

double ReplayCurveView::xOf(double value) const
{
    const double low = m_curve.points.front().value;
    const double high = m_curve.points.back().value;
    const double share = high > low ? (value - low) / (high - low) : 0.0;
    const double along = std::clamp(layoutDirection() == Qt::RightToLeft ? 1.0 - share : share, 0.0, 1.0);
    return markRadius + along * (width() - 2.0 * markRadius); // as the slider above it runs
}

double ReplayCurveView::yOf(qint64 runs) const
{
    const qint64 most =
        std::max<qint64>(1, std::ranges::max(m_curve.points, {}, &ReplayPoint::automatic).automatic);
    const double share = static_cast<double>(runs) / static_cast<double>(most);
    return height() - markRadius - share * (height() - 2.0 * markRadius);
}

QPolygonF ReplayCurveView::line(qint64 ReplayPoint::*count) const
{
    QPolygonF points;
    for (const ReplayPoint &point : m_curve.points)
        points << QPointF(xOf(point.value), yOf(point.*count));
    return points;
}

void ReplayCurveView::paintEvent(QPaintEvent *)
{
    if (m_curve.points.size() < 2)
        return;
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto fill = [&](QPolygonF area, Token color) {
        const double bottom = yOf(0);
        area << QPointF(area.last().x(), bottom) << QPointF(area.first().x(), bottom);
        QPainterPath path;
        path.addPolygon(area);
        painter.fillPath(path, theme.color(color));
    };
    const QPolygonF automatic = line(&ReplayPoint::automatic);
    fill(automatic, Token::AccentTint);
    fill(line(&ReplayPoint::corrected), Token::BadTint);
    painter.setPen(QPen(theme.color(Token::Bad), 1.5));
    painter.drawPolyline(line(&ReplayPoint::corrected));
    painter.setPen(QPen(theme.color(Token::Accent), 1.5));
    painter.drawPolyline(automatic);
    const auto mark = [&](double value, Qt::PenStyle style) {
        painter.setPen(QPen(theme.color(Token::Secondary), 1.0, style));
        painter.drawLine(QPointF(xOf(value), 0.0), QPointF(xOf(value), height()));
    };
    mark(m_today, Qt::SolidLine);
    if (m_tried && *m_tried != m_today)
        mark(*m_tried, Qt::DashLine);
}

} // namespace Helmdesk
