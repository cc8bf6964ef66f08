#include "insights/RowChart.h"

#include "widgets/Parts.h"

#ifdef HELMDESK_WITH_CHARTS
#include "insights/BarChart.h"
#endif

#include <QBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QStyle>
#include <QTreeWidget>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int keyRole = Qt::UserRole;
constexpr int uprightHeight = 220;
constexpr int barHeight = 34;   // of a bar across with its gap
constexpr int frameHeight = 64; // legend and axis

} // namespace

RowChart::RowChart(const QString &title, ChartBars bars, QWidget *parent)
    : QFrame(parent)
    , m_title(title)
    , m_bars(bars)
{
    setSurface(*this, "card");
    auto *column = makeColumn(this, Measure::pad, Measure::gapSmall);
    auto *head = makeRow();
    QLabel *name = makeWrapped(title);
    name->setFont(Theme::font(1.0, QFont::DemiBold));
    head->addWidget(name, 1);
    m_switch = makeButton({}, "link");
    m_switch->setCheckable(true);
    head->addWidget(m_switch);
    column->addLayout(head);
    m_summary = makeWrapped({}, 0.92);
    m_summary->setProperty("tone", u"secondary"_s);
    column->addWidget(m_summary);
    m_stack = new QStackedWidget;
    makeChart(bars);
    makeTable();
    column->addWidget(m_stack);
    column->addStretch(1); // beside a higher card
    connect(m_switch, &QPushButton::toggled, this, &RowChart::showTable);
    showTable(false);
}

void RowChart::makeChart(ChartBars bars)
{
#ifdef HELMDESK_WITH_CHARTS
    m_chart = new BarChart(bars);
    m_chart->setAccessibleName(m_title);
    m_stack->addWidget(m_chart);
    connect(m_chart, &BarChart::rowChosen, this, &RowChart::rowChosen);
#else
    Q_UNUSED(bars)
    m_switch->hide();
#endif
}

void RowChart::makeTable()
{
    m_table = new QTreeWidget;
    m_table->setAccessibleName(m_title);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->header()->setStretchLastSection(false);
    m_stack->addWidget(m_table);
    connect(m_table, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        if (const QString key = item->data(0, keyRole).toString(); !key.isEmpty())
            Q_EMIT rowChosen(key);
    });
}

void RowChart::showTable(bool shown)
{
    m_switch->setChecked(shown);
    m_switch->setText(shown ? tr("Chart") : tr("Table"));
    m_switch->setAccessibleName(shown ? tr("%1: show the chart").arg(m_title)
                                      : tr("%1: show the table").arg(m_title));
    m_stack->setCurrentIndex(shown ? m_stack->count() - 1 : 0);
    fitHeight();
}

void RowChart::setContent(const ChartContent &content)
{
    m_summary->setText(content.summary);
    m_summary->setVisible(!content.summary.isEmpty());
    m_rows = static_cast<int>(content.rows.size());
    fillTable(content);
#ifdef HELMDESK_WITH_CHARTS
    m_chart->setAccessibleDescription(content.summary);
    m_chart->setContent(content);
#endif
    fitHeight();
}

// A table shows its rows without scrolling as long as they are few: the page around it scrolls.
void RowChart::fitHeight()
{
    constexpr int mostRows = 12;
    const int bars =
        m_bars == ChartBars::Upright ? uprightHeight : frameHeight + barHeight * std::max(2, m_rows);
    const int rowHeight = m_rows > 0 ? m_table->sizeHintForRow(0) : 0;
    const int table =
        m_table->header()->sizeHint().height() + rowHeight * std::min(m_rows, mostRows) + Measure::gap;
    m_stack->setFixedHeight(m_stack->currentWidget() == m_table ? table : bars);
}

void RowChart::fillTable(const ChartContent &content)
{
    m_table->clear();
    QStringList titles{content.rowTitle};
    for (const ChartSeries &series : content.series)
        titles << series.name;
    m_table->setColumnCount(static_cast<int>(titles.size()));
    m_table->setHeaderLabels(titles);
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading);
    const Qt::Alignment trailing = QStyle::visualAlignment(layoutDirection(), Qt::AlignTrailing);
    QList<QTreeWidgetItem *> items;
    for (const ChartRow &row : content.rows) {
        auto *item = new QTreeWidgetItem({row.label});
        item->setData(0, keyRole, row.key);
        int column = 0;
        for (const qint64 value : row.values) {
            item->setText(++column, Words::number(value));
            item->setTextAlignment(column, trailing | Qt::AlignVCenter);
        }
        items << item;
    }
    m_table->addTopLevelItems(items);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 0; column < titles.size(); ++column)
        m_table->headerItem()->setTextAlignment(column,
                                                (column == 0 ? leading : trailing) | Qt::AlignVCenter);
}

} // namespace Helmdesk
