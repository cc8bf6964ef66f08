#include "insights/InsightsPage.h"

#include "insights/InsightCharts.h"
#include "insights/InsightTiles.h"
#include "insights/InsightWords.h"
#include "insights/RowChart.h"
#include "Replies.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

enum Page { LoadingPage, EmptyPage, BodyPage };

} // namespace

InsightsPage::InsightsPage(InsightsRoom &room, QWidget *parent)
    : QWidget(parent)
    , m_room(room)
{
    setObjectName(u"insightsPage"_s);
    setSurface(*this, "window");
    auto *column = makeColumn(this);
    auto *header = new ViewHeader(tr("Insights"));
    addFilter(*header);
    m_export = makeButton(tr("Export as CSV\u2026"), "", u"upload"_s);
    m_export->setObjectName(u"exportInsights"_s);
    auto *menu = new QMenu(m_export);
    const std::array<std::pair<InsightsBy, QString>, 5> tables{{
        {InsightsBy::Day, tr("By day")},
        {InsightsBy::Channel, tr("By channel")},
        {InsightsBy::Category, tr("By category")},
        {InsightsBy::Reason, tr("By reason of escalation")},
        {InsightsBy::Operator, tr("By person and hour")},
    }};
    for (const auto &[by, name] : tables)
        connect(menu->addAction(name), &QAction::triggered, this, [this, by = by] { chooseFile(by); });
    m_export->setMenu(menu);
    header->addAction(m_export);
    m_backtest = makeButton(tr("Try it on your archive\u2026"), "", u"file-text"_s);
    m_backtest->setObjectName(u"insightsTryArchive"_s);
    m_backtest->hide();
    connect(m_backtest, &QPushButton::clicked, this, &InsightsPage::backtestRequested);
    header->addAction(m_backtest);
    m_health = makeButton(tr("Health"), "", u"shield-check"_s);
    m_health->setObjectName(u"insightsHealth"_s);
    m_health->hide();
    connect(m_health, &QPushButton::clicked, this, &InsightsPage::healthRequested);
    header->addAction(m_health);
    column->addWidget(header);
    m_stack = new QStackedWidget;
    m_stack->addWidget(makeEmptyState(u"chart-column"_s, tr("Counting\u2026")));
    m_stack->addWidget(
        makeEmptyState(u"chart-column"_s,
                       tr("No conversation began in this period. Choose a longer one, or another filter.")));
    m_stack->addWidget(makeBody());
    column->addWidget(m_stack, 1);
    m_bar = new InlineBar(this);
    m_bar->floatOver(*m_stack, InlineBar::Edge::Bottom);
}

void InsightsPage::setOffersBacktest(bool offers)
{
    m_backtest->setVisible(offers);
}

void InsightsPage::setOffersHealth(bool offers)
{
    m_health->setVisible(offers);
}

void InsightsPage::addFilter(ViewHeader &header)
{
    const auto arrow = [&](const QString &iconName, const QString &name, int periods) {
        QToolButton *button = makeIconButton(iconName, name);
        button->setObjectName(periods < 0 ? u"insightsEarlier"_s : u"insightsLater"_s);
        connect(button, &QToolButton::clicked, this, [this, periods] { step(periods); });
        header.addAction(button);
        return button;
    };
    m_earlier = arrow(isRightToLeft() ? u"chevron-right"_s : u"chevron-left"_s, tr("The period before"), -1);
    m_later = arrow(isRightToLeft() ? u"chevron-left"_s : u"chevron-right"_s, tr("The period after"), 1);
    const auto choice = [&](const QString &name, const QString &accessible) {
        auto *box = new ChoiceBox;
        box->setObjectName(name);
        box->setAccessibleName(accessible);
        header.addAction(box);
        return box;
    };
    m_period = choice(u"insightsPeriod"_s, tr("Period"));
    m_channel = choice(u"insightsChannel"_s, tr("Channel"));
    m_category = choice(u"insightsCategory"_s, tr("Category"));
    m_period->addItem(tr("Today"), static_cast<int>(Period::Today));
    m_period->addItem(tr("The last %Ln day(s)", nullptr, 7), static_cast<int>(Period::Week));
    m_period->addItem(tr("The last %Ln day(s)", nullptr, 30), static_cast<int>(Period::Month));
    m_period->addItem(tr("The last %Ln day(s)", nullptr, 90), static_cast<int>(Period::Quarter));
    m_period->addItem(tr("This month"), static_cast<int>(Period::ThisMonth));
    m_period->addItem(tr("Last month"), static_cast<int>(Period::LastMonth));
    m_period->addItem(tr("All the time"), static_cast<int>(Period::Always));
    m_period->setCurrentIndex(2);
    m_channel->addItem(tr("All channels"));
    for (const ChannelKind channel :
         {ChannelKind::Chat, ChannelKind::Mail, ChannelKind::File, ChannelKind::Api})
        m_channel->addItem(Words::channel(channel), static_cast<int>(channel));
    m_category->addItem(tr("All categories"));
    for (const Category category : allCategories)
        m_category->addItem(Words::category(category), static_cast<int>(category));
    connect(m_period, &QComboBox::currentIndexChanged, this, [this] { step(-m_steps); });
    connect(m_channel, &QComboBox::currentIndexChanged, this, &InsightsPage::refresh);
    connect(m_category, &QComboBox::currentIndexChanged, this, &InsightsPage::refresh);
}

QWidget *InsightsPage::makeBody()
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("Figures of the period"));
    QVBoxLayout *column = makePageColumn(*area);
    m_title = makeWrapped({}, 1.1);
    m_title->setObjectName(u"insightsTitle"_s);
    column->addWidget(m_title);
    m_tiles = new InsightTiles;
    column->addWidget(m_tiles);
    auto *charts = new QWidget;
    m_grid = new QGridLayout(charts);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(Measure::pad);
    column->addWidget(charts);
    m_overTime = addChart(tr("Conversations"), u"overTime"_s);
    m_byChannel = addChart(tr("By channel"), u"byChannel"_s);
    m_byCategory = addChart(tr("By category"), u"byCategory"_s);
    m_endings = addChart(tr("How they ended"), u"endings"_s);
    m_drafts = addChart(tr("What became of the drafts"), u"drafts"_s);
    m_reasons = addChart(tr("Escalations by reason"), u"reasons"_s);
    m_people = addChart(tr("Replies by person"), u"people"_s);
    m_hours = addChart(tr("Replies by hour"), u"hours"_s);
    arrange();
    m_assumptions = makeWrapped({}, 0.92);
    m_assumptions->setObjectName(u"insightsAssumptions"_s);
    column->addWidget(m_assumptions);
    auto *change = makeButton(tr("Change what is assumed"), "link");
    connect(change, &QPushButton::clicked, this, &InsightsPage::settingsRequested);
    auto *row = makeRow();
    row->addWidget(change);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(1);
    connect(m_byChannel, &RowChart::rowChosen, this,
            [this](const QString &key) { openBy(fromName<ChannelKind>(key), filter().category); });
    connect(m_byCategory, &RowChart::rowChosen, this,
            [this](const QString &key) { openBy(filter().channel, fromName<Category>(key)); });
    return area;
}

RowChart *InsightsPage::addChart(const QString &title, const QString &name)
{
    const bool isOfTime = name == "overTime"_L1 || name == "hours"_L1;
    auto *chart = new RowChart(title, isOfTime ? ChartBars::Upright : ChartBars::Across);
    chart->setObjectName(name);
    m_charts.push_back(chart);
    return chart;
}

// The first chart has a row of its own, the others stand in pairs.
void InsightsPage::arrange()
{
    m_grid->addWidget(m_charts.front(), 0, 0, 1, 2);
    for (size_t at = 1; at < m_charts.size(); ++at) {
        const bool isLast = at + 1 == m_charts.size(); // the hours need the width
        const int row = static_cast<int>(at + 1) / 2;
        m_grid->addWidget(m_charts[at], row, static_cast<int>(at + 1) % 2, 1, isLast && at % 2 == 1 ? 2 : 1);
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
}

void InsightsPage::step(int periods)
{
    m_steps = std::min(0, m_steps + periods);
    refresh();
}

InsightFilter InsightsPage::filter() const
{
    InsightFilter filter;
    filter.zone = QTimeZone::systemTimeZone();
    const QDate today = QDate::currentDate();
    const QDate month(today.year(), today.month(), 1);
    const auto lastDays = [&](int days) {
        filter.to = today.addDays(m_steps * days);
        filter.from = filter.to.addDays(1 - days);
    };
    const auto monthAt = [&](int months) {
        filter.from = month.addMonths(months);
        filter.to = std::min(today, filter.from.addMonths(1).addDays(-1));
    };
    switch (static_cast<Period>(m_period->currentData().toInt())) {
    case Period::Today:
        lastDays(1);
        break;
    case Period::Week:
        lastDays(7);
        break;
    case Period::Month:
        lastDays(30);
        break;
    case Period::Quarter:
        lastDays(90);
        break;
    case Period::ThisMonth:
        monthAt(m_steps);
        break;
    case Period::LastMonth:
        monthAt(m_steps - 1);
        break;
    case Period::Always:
        break;
    }
    if (const QVariant channel = m_channel->currentData(); channel.isValid())
        filter.channel = static_cast<ChannelKind>(channel.toInt());
    if (const QVariant category = m_category->currentData(); category.isValid())
        filter.category = static_cast<Category>(category.toInt());
    return filter;
}

void InsightsPage::refresh()
{
    const int generation = ++m_generation;
    m_earlier->setEnabled(filter().from.isValid());
    m_later->setEnabled(filter().from.isValid() && m_steps < 0);
    whenDone(m_room.insights(filter()), this, [this, generation](const Result<InsightsView> &view) {
        if (generation != m_generation)
            return; // a newer filter is on its way
        if (view)
            show(*view);
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(view.error()));
    });
}

void InsightsPage::show(const InsightsView &view)
{
    m_bar->hide();
    const Insights &now = view.now;
    const bool isEmpty = now.total.conversations == 0 && now.byOperator.empty();
    m_export->setEnabled(!isEmpty);
    m_stack->setCurrentIndex(isEmpty ? EmptyPage : BodyPage);
    if (isEmpty)
        return;
    const QString period = InsightWords::period(now.filter);
    m_title->setText(view.before
                         ? tr("%1, compared with %2").arg(period, InsightWords::period(view.before->filter))
                         : period);
    m_tiles->setView(view);
    m_overTime->setContent(InsightCharts::overTime(now));
    m_byChannel->setContent(InsightCharts::byChannel(now));
    m_byCategory->setContent(InsightCharts::byCategory(now));
    m_endings->setContent(InsightCharts::endings(now));
    m_drafts->setContent(InsightCharts::drafts(now));
    m_reasons->setContent(InsightCharts::reasons(now));
    m_people->setContent(InsightCharts::people(now));
    m_hours->setContent(InsightCharts::hours(now));
    const InsightAssumptions &assumed = now.assumed;
    m_assumptions->setText(tr("Assumed: a reply by hand takes %1 minutes, with a draft %2, and an hour costs "
                              "%3. The definitions "
                              "of all figures stand in the handbook, page Insights.")
                               .arg(QLocale().toString(assumed.minutesPerReply),
                                    QLocale().toString(assumed.minutesPerDraft),
                                    InsightWords::dollars(assumed.hourCostUsd)));
}

void InsightsPage::openBy(const std::optional<ChannelKind> &channel, const std::optional<Category> &category)
{
    QueueQuery query;
    query.view = QueueView::All;
    query.channel = channel;
    query.category = category;
    query.sort = QueueSort::Newest;
    Q_EMIT queueRequested(query);
}

void InsightsPage::chooseFile(InsightsBy by)
{
    auto *dialog = new QFileDialog(this, tr("Export insights"), u"insights.csv"_s, tr("Tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, by](const QString &path) { exportTo(by, path); });
    dialog->open();
}

void InsightsPage::exportTo(InsightsBy by, const QString &path)
{
    whenDone(m_room.exportTable(filter(), by, path), this, [this, path](const Result<int> &rows) {
        if (rows)
            m_bar->say(InlineBar::Kind::Ok,
                       tr("%Ln row(s) stand in %1.", nullptr, *rows).arg(Words::foreign(path)), 6000);
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(rows.error()));
    });
}

} // namespace Helmdesk
