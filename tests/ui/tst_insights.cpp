#include "Console.h"
#include "InboxPage.h"
#include "insights/InsightCharts.h"
#include "insights/InsightsPage.h"
#include "insights/InsightTiles.h"
#include "insights/RowChart.h"
#include "insights/TimeBuckets.h"
#include "MainWindow.h"
#include "queue/QueueModel.h"
#include "queue/QueuePane.h"
#include "support/FakeDesk.h"
#include "support/FakeInsights.h"
#include "theme/Theme.h"
#include "Words.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>

#ifdef HELMDESK_WITH_CHARTS
#include <QAbstractBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QGraphicsTextItem>
#endif

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

#ifdef HELMDESK_WITH_CHARTS
namespace
{

QStringList drawnWords(const QChartView &view)
{
    QStringList words;
    const QList<QGraphicsItem *> items = view.scene()->items();
    for (const QGraphicsItem *item : items)
        if (const auto *text = qgraphicsitem_cast<const QGraphicsTextItem *>(item))
            words << text->toPlainText();
    return words;
}

} // namespace
#endif

class InsightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void roomShowsThePeriodAndTheOneBefore();
    void filterAsksAnew();
    void arrowsLeadToEarlierPeriods();
    void emptyPeriodSaysSo();
    void failureIsSaid();
    void chartAndTableSayTheSame_data();
    void chartAndTableSayTheSame();
    void barsOpenTheirConversations();
    void namesAreNoMarkup();
    void daysHaveNoGaps_data();
    void daysHaveNoGaps();
    void everyPartHasAName();
    void languageKeepsTheRoom();

private:
    template <class Widget>
    Widget *find(const QString &name)
    {
        return m_window->findChild<Widget *>(name);
    }
    InsightsPage *page() { return find<InsightsPage>(u"insightsPage"_s); }

    QTemporaryDir m_settings;
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<FakeInsights> m_insights;
    std::unique_ptr<MainWindow> m_window;
};

void InsightsTest::initTestCase()
{
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    QApplication::setFont(QFont(u"DejaVu Sans"_s, 9));
    Theme::instance().apply(*qApp, Scheme::Light);
}

void InsightsTest::init()
{
    m_desk = std::make_unique<FakeDesk>(FakeDesk::Content::Sample);
    m_insights = std::make_unique<FakeInsights>();
    m_insights->view = sampleInsights();
    m_window = std::make_unique<MainWindow>(*m_desk, m_insights.get());
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->setRoom(Room::Insights);
    QTRY_VERIFY(!find<QLabel>(u"insightsTitle"_s)->text().isEmpty() || m_insights->failure);
}

void InsightsTest::cleanup()
{
    m_window.reset();
}

void InsightsTest::roomShowsThePeriodAndTheOneBefore()
{
    const InsightFilter asked = m_insights->asked.back();
    QCOMPARE(asked.to, QDate::currentDate());
    QCOMPARE(asked.from.daysTo(asked.to), 29);
    QVERIFY(find<QLabel>(u"insightsTitle"_s)->text().contains(u"compared with"_s));
    QStringList tiles;
    for (const TileContent &tile : tilesOf(m_insights->view))
        tiles << u"%1 | %2 | %3 | %4"_s.arg(tile.name, tile.value, tile.note, tile.before);
    QCOMPARE(tiles,
             QStringList({u"Conversations | 84 | 3 reopened | Before: 89"_s,
                          u"Resolved | 80 % | 67 of 84 | Before: 56 %"_s,
                          u"Answered by Helmdesk alone | 53 % | 42 of 79 | Before: 25 %"_s,
                          u"Drafts sent unchanged | 76 % | 25 of 33 | Before: 100 %"_s,
                          u"First response, median | 40 s | 90 % within 2.0 h | Before: \u2013"_s,
                          u"Time to resolution, median | 20 s | 90 % within 1.0 h | Before: \u2013"_s,
                          u"Time saved | 5.9 h | worth 175 USD | Before: 4.0 h"_s,
                          u"Models, a resolution | 0.0224 USD | 1.50 USD in all | Before: 0.00 USD"_s}));
}

void InsightsTest::filterAsksAnew()
{
    find<QComboBox>(u"insightsChannel"_s)->setCurrentIndex(2);
    QCOMPARE(m_insights->asked.back().channel, std::optional(ChannelKind::Mail));
    find<QComboBox>(u"insightsCategory"_s)->setCurrentIndex(1);
    QCOMPARE(m_insights->asked.back().category, std::optional(Category::Billing));
    QCOMPARE(m_insights->asked.back().channel, std::optional(ChannelKind::Mail));
    QComboBox *period = find<QComboBox>(u"insightsPeriod"_s);
    period->setCurrentIndex(period->count() - 1);
    QVERIFY(!m_insights->asked.back().from.isValid());
    QVERIFY(!m_insights->asked.back().to.isValid());
}

void InsightsTest::arrowsLeadToEarlierPeriods()
{
    auto *earlier = find<QToolButton>(u"insightsEarlier"_s);
    auto *later = find<QToolButton>(u"insightsLater"_s);
    const InsightFilter now = m_insights->asked.back();
    QVERIFY(!later->isEnabled());

    earlier->click();
    QCOMPARE(m_insights->asked.back(), *periodBefore(now));
    earlier->click();
    QCOMPARE(m_insights->asked.back(), *periodBefore(*periodBefore(now)));
    later->click();
    later->click();
    QCOMPARE(m_insights->asked.back(), now);
    QVERIFY(!later->isEnabled());

    earlier->click();
    QComboBox *period = find<QComboBox>(u"insightsPeriod"_s);
    period->setCurrentIndex(4); // this month
    QCOMPARE(m_insights->asked.back().to, QDate::currentDate());
    earlier->click();
    const InsightFilter lastMonth = m_insights->asked.back();
    QCOMPARE(lastMonth.from.day(), 1);
    QCOMPARE(lastMonth.to.addDays(1), QDate(QDate::currentDate().year(), QDate::currentDate().month(), 1));
    period->setCurrentIndex(5); // last month
    QCOMPARE(m_insights->asked.back(), lastMonth);
    period->setCurrentIndex(6); // all the time
    QVERIFY(!earlier->isEnabled());
}

void InsightsTest::emptyPeriodSaysSo()
{
    m_insights->view = {};
    find<QComboBox>(u"insightsPeriod"_s)->setCurrentIndex(0);

    QTRY_VERIFY(!find<RowChart>(u"overTime"_s)->isVisible());
    QVERIFY(!find<QPushButton>(u"exportInsights"_s)->isEnabled());
    QVERIFY(find<QComboBox>(u"insightsPeriod"_s)->isVisible()); // to choose a longer one
}

void InsightsTest::failureIsSaid()
{
    m_insights->failure = Error{ErrorKind::Corrupt, u"the file is damaged"_s};
    page()->refresh();

    QTRY_VERIFY(std::ranges::any_of(page()->findChildren<QLabel *>(), [](const QLabel *label) {
        return label->isVisible() &&
               label->text() == Words::error({ErrorKind::Corrupt, u"the file is damaged"_s});
    }));
}

void InsightsTest::chartAndTableSayTheSame_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"overTime", "byChannel", "byCategory", "endings", "drafts", "reasons", "people", "hours"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void InsightsTest::chartAndTableSayTheSame()
{
    QFETCH(QString, name);
    auto *chart = find<RowChart>(name);
    const auto *table = chart->findChild<QTreeWidget *>();
    QVERIFY(table->topLevelItemCount() > 0);
#ifdef HELMDESK_WITH_CHARTS
    const auto *view = chart->findChild<QChartView *>();
    QCOMPARE(view->chart()->series().size(), 1);
    const auto *series = qobject_cast<QAbstractBarSeries *>(view->chart()->series().front());
    QVERIFY(series);
    QCOMPARE(table->columnCount(), series->count() + 1);
    double sum = 0;
    for (int part = 0; part < series->count(); ++part) {
        const QBarSet *set = series->barSets().at(part);
        QCOMPARE(table->headerItem()->text(part + 1), set->label());
        QCOMPARE(set->count(), table->topLevelItemCount());
        const bool isTurned = name != "overTime"_L1 && name != "hours"_L1;
        for (int row = 0; row < set->count(); ++row) {
            const int bar = isTurned ? set->count() - 1 - row : row;
            QCOMPARE(table->topLevelItem(row)->text(part + 1), Words::number(qRound64(set->at(bar))));
            sum += set->at(bar);
        }
    }
    QVERIFY(sum > 0);
    QTRY_VERIFY(drawnWords(*view).contains(Words::number(0))); // at the axis
    QVERIFY(!view->accessibleName().isEmpty());
    QVERIFY(view->isVisible());
    auto *toggle = chart->findChild<QPushButton *>();
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(!view->isVisible());
#endif
    QVERIFY(table->isVisible());
}

void InsightsTest::barsOpenTheirConversations()
{
    find<QComboBox>(u"insightsCategory"_s)->setCurrentIndex(1);
#ifdef HELMDESK_WITH_CHARTS
    const auto *view = find<RowChart>(u"byChannel"_s)->findChild<QChartView *>();
    auto *series = qobject_cast<QAbstractBarSeries *>(view->chart()->series().front());
    Q_EMIT series->clicked(1, series->barSets().front()); // from below: the second of two is the first
#else
    auto *channels = find<RowChart>(u"byChannel"_s)->findChild<QTreeWidget *>();
    channels->setCurrentItem(channels->topLevelItem(0));
    QTest::keyClick(channels, Qt::Key_Return);
#endif

    QCOMPARE(m_window->room(), Room::Inbox);
    QueueQuery expected;
    expected.view = QueueView::All;
    expected.channel = ChannelKind::Mail;
    expected.category = Category::Billing;
    expected.sort = QueueSort::Newest;
    QCOMPARE(m_window->inbox().queue().model().query(), expected);

    // The same by keys, in the table.
    m_window->setRoom(Room::Insights);
    find<QComboBox>(u"insightsCategory"_s)->setCurrentIndex(0);
    auto *categories = find<RowChart>(u"byCategory"_s);
    categories->showTable(true);
    auto *table = categories->findChild<QTreeWidget *>();
    table->setCurrentItem(table->topLevelItem(2)); // not yet known: the queue has no filter for it
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(m_window->room(), Room::Insights);
    table->setCurrentItem(table->topLevelItem(1));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(m_window->room(), Room::Inbox);
    QCOMPARE(m_window->inbox().queue().model().query().category, std::optional(Category::General));
    QVERIFY(!m_window->inbox().queue().model().query().channel);
}

void InsightsTest::namesAreNoMarkup()
{
    const QString name = u"<i>Kim</i>"_s;
    m_insights->view.now.byOperator = {{name, {}, 3, 1}};
    page()->refresh();
    const auto *chart = find<RowChart>(u"people"_s);
    QTRY_COMPARE(chart->findChild<QTreeWidget *>()->topLevelItemCount(), 1);
    QVERIFY(chart->findChild<QTreeWidget *>()->topLevelItem(0)->text(0).contains(name));
#ifdef HELMDESK_WITH_CHARTS
    const auto isDrawn = [&] {
        const QStringList words = drawnWords(*chart->findChild<QChartView *>());
        return std::ranges::any_of(words, [&](const QString &word) { return word.contains(name); });
    };
    QTRY_VERIFY(isDrawn());
#endif
}

void InsightsTest::daysHaveNoGaps_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::addColumn<int>("buckets");
    QTest::addColumn<QDate>("secondBegins");
    QTest::newRow("a month by days") << QDate(2026, 11, 1) << QDate(2026, 11, 30) << 30 << QDate(2026, 11, 2);
    QTest::newRow("a quarter by weeks")
        << QDate(2026, 9, 2) << QDate(2026, 11, 30) << 14 << QDate(2026, 9, 7);
    QTest::newRow("a year by months")
        << QDate(2025, 12, 15) << QDate(2026, 11, 30) << 12 << QDate(2026, 1, 1);
    QTest::newRow("open, by what there is") << QDate() << QDate() << 6 << QDate(2026, 11, 21);
}

void InsightsTest::daysHaveNoGaps()
{
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    QFETCH(int, buckets);
    QFETCH(QDate, secondBegins);
    Insights insights;
    insights.filter.from = from;
    insights.filter.to = to;
    InsightFigures three;
    three.conversations = three.answeredAlone = 3;
    insights.byDay = {{u"2026-11-20"_s, three}, {u"2026-11-25"_s, three}};

    const std::vector<TimeBucket> made = bucketsOf(insights);

    QCOMPARE(static_cast<int>(made.size()), buckets);
    QCOMPARE(made.at(1).first, secondBegins);
    QCOMPARE(made.front().first, from.isValid() ? from : QDate(2026, 11, 20));
    QCOMPARE(made.back().last, to.isValid() ? to : QDate(2026, 11, 25));
    qint64 sum = 0;
    for (size_t at = 0; at < made.size(); ++at) {
        sum += made[at].figures.conversations;
        if (at > 0)
            QCOMPARE(made[at - 1].last.addDays(1), made[at].first);
    }
    QCOMPARE(sum, 6);
}

void InsightsTest::everyPartHasAName()
{
    int count = 0;
    for (const QWidget *widget : page()->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
            widget->objectName().startsWith(u"qt_"_s))
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY(spoken);
        QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        ++count;
    }
    QVERIFY2(count >= 13, qPrintable(QString::number(count))); // filters, export, and a switch for each chart
}

void InsightsTest::languageKeepsTheRoom()
{
    m_window.reset();
    Language::instance().apply(u"en"_s);
    m_desk->setSetting(u"ui.language"_s, Json("en"));
    Console console(*m_desk, m_insights.get());
    console.show();
    console.window().setRoom(Room::Insights);
    m_desk->setSetting(u"ui.language"_s, Json("ar"));
    QTRY_COMPARE(console.window().layoutDirection(), Qt::RightToLeft);
    QCOMPARE(console.window().room(), Room::Insights);
    const auto *chart = console.window().findChild<RowChart *>(u"overTime"_s);
    QTRY_VERIFY(chart->findChild<QTreeWidget *>()->topLevelItemCount() > 0);
#ifdef HELMDESK_WITH_CHARTS
    // Time runs from the right: what the table has first is drawn last.
    const auto *view = chart->findChild<QChartView *>();
    const auto *series = qobject_cast<QAbstractBarSeries *>(view->chart()->series().front());
    const auto *table = chart->findChild<QTreeWidget *>();
    const int last = table->topLevelItemCount() - 1;
    QCOMPARE(table->topLevelItem(last)->text(1), Words::number(qRound64(series->barSets().front()->at(0))));
#endif
    m_desk->setSetting(u"ui.language"_s, Json("en"));
    QTRY_COMPARE(QApplication::layoutDirection(), Qt::LeftToRight);
}

QTEST_MAIN(InsightsTest)
#include "tst_insights.moc"
