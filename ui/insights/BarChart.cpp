#include "insights/BarChart.h"

#include "widgets/Parts.h"

#include <algorithm>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QCursor>
#include <QGraphicsLayout>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QLocale>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QValueAxis>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr double barWidth = 0.62; // of the place that a bar has

// The axis asks for labels that differ, where what a reader sees may be the same twice, and takes them for
// markup.
QStringList distinct(const std::vector<ChartRow> &rows)
{
    QStringList labels;
    for (const ChartRow &row : rows) {
        QString label = (row.tick.isEmpty() ? row.label : row.tick).toHtmlEscaped();
        while (labels.contains(label))
            label += QChar(0x200B);
        labels << label;
    }
    return labels;
}

// What waits is there to be seen, and not to outshine what was done.
QColor colorOf(Tone tone)
{
    const Theme &theme = Theme::instance();
    const QColor color = theme.foreground(tone);
    if (tone != Tone::Grey)
        return color;
    constexpr double part = 0.6;
    const QColor ground = theme.color(Token::Panel);
    const auto mixed = [&](int one, int other) { return qRound(part * one + (1.0 - part) * other); };
    return {mixed(color.red(), ground.red()), mixed(color.green(), ground.green()),
            mixed(color.blue(), ground.blue())};
}

} // namespace

BarChart::BarChart(ChartBars bars, QWidget *parent)
    : QChartView(new QChart, parent)
    , m_bars(bars)
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the table is for keys
    viewport()->setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&Theme::instance(), &Theme::changed, this, &BarChart::draw);
}

void BarChart::setContent(const ChartContent &content)
{
    m_content = content;
    draw();
}

qint64 BarChart::longest() const
{
    qint64 most = 0;
    for (const ChartRow &row : m_content.rows) {
        qint64 sum = 0;
        for (const qint64 value : row.values)
            sum += value;
        most = std::max(most, sum);
    }
    return most;
}

// Bars across are drawn from below, and a page that reads from the right begins there.
bool BarChart::isTurned() const
{
    return m_bars == ChartBars::Across || isRightToLeft();
}

// Made anew with each content and look: a chart of a few bars costs less than to follow each change.
void BarChart::draw()
{
    const Theme &theme = Theme::instance();
    QChart &chart = *this->chart();
    chart.removeAllSeries();
    const QList<QAbstractAxis *> axes = chart.axes();
    for (QAbstractAxis *axis : axes) {
        chart.removeAxis(axis); // which hands it back
        delete axis;
    }
    chart.setBackgroundVisible(false);
    chart.setLocale(QLocale());
    chart.setLocalizeNumbers(true); // in the digits of the rest of the window
    chart.setMargins({});
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    setBackgroundBrush(theme.color(Token::Panel));
    if (m_content.rows.empty())
        return;
    QAbstractBarSeries *series = m_bars == ChartBars::Upright
                                     ? static_cast<QAbstractBarSeries *>(new QStackedBarSeries)
                                     : new QHorizontalStackedBarSeries;
    series->setBarWidth(barWidth);
    for (size_t at = 0; at < m_content.series.size(); ++at) {
        auto *set = new QBarSet(m_content.series[at].name);
        set->setColor(colorOf(m_content.series[at].tone));
        set->setBorderColor(theme.color(Token::Panel)); // neighbours differ by more than their colour
        for (const ChartRow &row : m_content.rows)
            set->append(static_cast<double>(row.values[at]));
        if (isTurned()) {
            QList<double> values;
            for (int value = set->count(); value > 0; --value)
                values << set->at(value - 1);
            set->remove(0, set->count());
            set->append(values);
        }
        series->append(set);
    }
    chart.addSeries(series);
    addAxes(*series);
    connectSeries(*series);
    chart.legend()->setVisible(m_content.series.size() > 1);
    chart.legend()->setAlignment(Qt::AlignBottom);
    chart.legend()->setFont(Theme::font(0.85));
    chart.legend()->setLabelColor(theme.color(Token::Secondary));
}

void BarChart::addAxes(QAbstractBarSeries &series)
{
    const Theme &theme = Theme::instance();
    QChart &chart = *this->chart();
    const bool isUpright = m_bars == ChartBars::Upright;
    QStringList labels = distinct(m_content.rows);
    if (isTurned())
        std::ranges::reverse(labels);
    auto *rows = new QBarCategoryAxis;
    rows->append(labels);
    rows->setGridLineVisible(false);
    auto *values = new QValueAxis;
    values->setLabelFormat(u"%.0f"_s); // with the digits of a locale "%d" gives no label at all
    const auto most = static_cast<double>(std::max<qint64>(longest(), 4));
    values->setRange(0, most);
    values->setTickCount(5);
    values->applyNiceNumbers();
    values->setGridLineColor(theme.color(Token::Border));
    values->setReverse(!isUpright && isRightToLeft());
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(rows), static_cast<QAbstractAxis *>(values)}) {
        axis->setLabelsFont(Theme::font(0.85));
        axis->setLabelsColor(theme.color(Token::Secondary));
        axis->setLinePenColor(theme.color(Token::Border));
    }
    const Qt::Alignment side = isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    chart.addAxis(rows, isUpright ? Qt::AlignBottom : side);
    chart.addAxis(values, isUpright ? side : Qt::AlignBottom);
    series.attachAxis(rows);
    series.attachAxis(values);
}

void BarChart::connectSeries(QAbstractBarSeries &series)
{
    const auto rowOf = [this](int index) {
        return isTurned() ? static_cast<int>(m_content.rows.size()) - 1 - index : index;
    };
    connect(&series, &QAbstractBarSeries::clicked, this, [this, rowOf](int index) { choose(rowOf(index)); });
    connect(&series, &QAbstractBarSeries::hovered, this, [this, rowOf](bool isOver, int index, QBarSet *set) {
        if (isOver && set != nullptr)
            explain(rowOf(index), *set);
        else
            QToolTip::hideText();
    });
}

void BarChart::choose(int row)
{
    const QString key = m_content.rows.at(static_cast<size_t>(row)).key;
    if (!key.isEmpty())
        Q_EMIT rowChosen(key);
}

void BarChart::explain(int row, const QBarSet &set)
{
    const ChartRow &shown = m_content.rows.at(static_cast<size_t>(row));
    for (size_t at = 0; at < m_content.series.size(); ++at)
        if (m_content.series[at].name == set.label())
            //: A part of a bar: the row, the part and its number
            QToolTip::showText(
                QCursor::pos(),
                toolTipOf(tr("%1, %2: %3").arg(shown.label, set.label(), Words::number(shown.values[at]))));
    viewport()->setCursor(shown.key.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

} // namespace Helmdesk
