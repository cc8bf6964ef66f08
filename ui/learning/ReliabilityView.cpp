#include "learning/ReliabilityView.h"

#include "insights/Proportion.h"
#include "theme/Theme.h"
#include "Words.h"

#include <QPainter>

namespace Helmdesk
{
namespace
{

constexpr double dotRadius = 4.0;
constexpr int heightInRows = 15; // of text
constexpr int widest = 420;

} // namespace

ReliabilityView::ReliabilityView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMaximumWidth(widest);
    setLayoutDirection(Qt::LeftToRight); // figures grow to the right
    setAccessibleName(tr("What was said against how often it was right"));
}

QSize ReliabilityView::sizeHint() const
{
    return {widest, heightInRows * fontMetrics().height()};
}

void ReliabilityView::setContent(const CalibrationTable &table, double threshold)
{
    m_table = table;
    m_threshold = threshold;
    QStringList texts;
    for (const CalibrationBin &bin : table.bins) {
        if (bin.judged > 0)
            texts << tr("said %1, right %2")
                         .arg(Words::percent(bin.said),
                              Words::percent(proportionOf(bin.right, bin.judged).share));
    }
    setAccessibleDescription(texts.join(QStringLiteral("; ")));
    update();
}

QRectF ReliabilityView::plot() const
{
    const int line = fontMetrics().height();
    const int left = fontMetrics().horizontalAdvance(Words::percent(1.0)) + 8;
    return QRectF(left, dotRadius + line / 2.0, width() - left - 2.0 * dotRadius,
                  height() - 2.5 * line - 2.0 * dotRadius);
}

QPointF ReliabilityView::at(double said, double right) const
{
    const QRectF area = plot();
    return {area.left() + said * area.width(), area.bottom() - right * area.height()};
}

void ReliabilityView::paintGrid(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    const QRectF area = plot();
    const int line = fontMetrics().height();
    for (const double value : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        painter.setPen(QPen(theme.color(Token::Border), 1.0));
        painter.drawLine(at(0.0, value), at(1.0, value));
        painter.setPen(theme.color(Token::Secondary));
        painter.drawText(QRectF(0.0, at(0.0, value).y() - line / 2.0, area.left() - 6.0, line),
                         Qt::AlignRight | Qt::AlignVCenter, Words::percent(value));
        painter.drawText(QRectF(at(value, 0.0).x() - (value < 1.0 ? 30.0 : 60.0 - 2.0 * dotRadius),
                                area.bottom() + 4.0, 60.0, line),
                         value < 1.0 ? Qt::AlignHCenter : Qt::AlignRight, Words::figure(value));
    }
    painter.drawText(QRectF(area.left(), area.bottom() + 4.0 + line, area.width(), line), Qt::AlignHCenter,
                     tr("said"));
    painter.setPen(QPen(theme.color(Token::Secondary), 1.0, Qt::DashLine));
    painter.drawLine(at(0.0, 0.0), at(1.0, 1.0)); // where it was right as often as it said
    painter.setPen(QPen(theme.color(Token::Accent), 1.0, Qt::DotLine));
    painter.drawLine(at(m_threshold, 0.0), at(m_threshold, 1.0));
}

void ReliabilityView::paintBins(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    for (const CalibrationBin &bin : m_table.bins) {
        if (bin.judged == 0)
            continue;
        const Proportion share = proportionOf(bin.right, bin.judged);
        const bool isOff = bin.said < share.low || bin.said > share.high;
        const QColor color = theme.color(isOff ? Token::Bad : Token::Accent);
        painter.setPen(QPen(color, 1.5));
        painter.drawLine(at(bin.said, share.low), at(bin.said, share.high));
        painter.setBrush(color);
        painter.drawEllipse(at(bin.said, share.share), dotRadius, dotRadius);
    }
}

void ReliabilityView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // as the axes run
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter);
    paintBins(painter);
}

} // namespace Helmdesk
