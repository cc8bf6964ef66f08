#include "insights/BacktestPage.h"
#include "MainWindow.h"
#include "support/FakeBacktest.h"
#include "support/FakeDesk.h"
#include "support/FakeInsights.h"
#include "theme/Theme.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QtTest>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

// The desk tried on the team's own archive, from choosing it to the report.
class BacktestPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void insightsLeadToIt();
    void emptyWorkspaceOffersIt();
    void columnsAreCorrected();
    void exportsHaveNoColumns();
    void unreadableArchiveSaysWhy();
    void progressIsToldAndStopped();
    void reportIsShownAndSavedAsPdf();
    void failureIsSaid();
    void everyPartHasAName();

private:
    template <class Widget>
    Widget *find(const QString &name)
    {
        return m_window->findChild<Widget *>(name);
    }
    void open(FakeDesk::Content content);
    BacktestPage *page() { return find<BacktestPage>(u"backtestPage"_s); }
    void choose(); // a table
    void click(const QString &name) { find<QPushButton>(name)->click(); }

    QTemporaryDir m_settings;
    std::unique_ptr<FakeDesk> m_desk;
    FakeInsights m_insights;
    std::unique_ptr<FakeBacktest> m_room;
    std::unique_ptr<MainWindow> m_window;
};

void BacktestPageTest::initTestCase()
{
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    Theme::instance().apply(*qApp, Scheme::Light);
    m_insights.view = sampleInsights();
}

void BacktestPageTest::init()
{
    open(FakeDesk::Content::Sample);
    m_window->showBacktest();
    QVERIFY(page()->isVisible());
}

void BacktestPageTest::cleanup()
{
    m_window.reset();
}

void BacktestPageTest::open(FakeDesk::Content content)
{
    m_window.reset();
    m_desk = std::make_unique<FakeDesk>(content);
    m_room = std::make_unique<FakeBacktest>();
    m_room->source = {u"csv"_s,
                      {u"Body"_s, u"Notes"_s, u"Reply"_s},
                      {u"question"_s, u"answer"_s, u"subject"_s},
                      {{u"question"_s, u"Body"_s}, {u"answer"_s, u"Reply"_s}}};
    m_window = std::make_unique<MainWindow>(*m_desk, &m_insights);
    m_window->setBacktest(*m_room);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void BacktestPageTest::choose()
{
    page()->openArchive(u"/archives/tickets.csv"_s);
    QTRY_VERIFY(find<QPushButton>(u"backtestStart"_s)->isEnabled());
}

void BacktestPageTest::insightsLeadToIt()
{
    m_window->setRoom(Room::Insights);
    QVERIFY(!page()->isVisible());
    click(u"insightsTryArchive"_s);
    QVERIFY(page()->isVisible());
    click(u"backtestBack"_s);
    QVERIFY(!page()->isVisible());
    QCOMPARE(m_window->room(), Room::Insights);
}

void BacktestPageTest::emptyWorkspaceOffersIt()
{
    open(FakeDesk::Content::Empty);
    QTRY_VERIFY(find<QPushButton>(u"tryArchive"_s) && find<QPushButton>(u"tryArchive"_s)->isVisible());
    click(u"tryArchive"_s);
    QVERIFY(page()->isVisible());
}

void BacktestPageTest::columnsAreCorrected()
{
    QVERIFY(!find<QPushButton>(u"backtestStart"_s)->isEnabled());
    choose();
    auto *answer = find<QComboBox>(u"backtestColumn.answer"_s);
    QCOMPARE(answer->currentText(), u"Reply"_s);
    QCOMPARE(find<QComboBox>(u"backtestColumn.subject"_s)->currentIndex(), 0);

    answer->setCurrentIndex(answer->findText(u"Notes"_s));
    find<QCheckBox>(u"backtestMask"_s)->setChecked(true);
    click(u"backtestStart"_s);

    QCOMPARE(m_room->started.size(), 1U);
    const BacktestRequest &request = m_room->started.front();
    QCOMPARE(request.input, u"/archives/tickets.csv"_s);
    QCOMPARE(request.mapping.value(u"answer"_s), u"Notes"_s);
    QCOMPARE(request.mapping.value(u"question"_s), u"Body"_s);
    QVERIFY(request.mapping.contains(u"subject"_s)); // as none, so that it is not guessed
    QVERIFY(request.masksNames);
    m_room->finish(BacktestView{});
}

void BacktestPageTest::exportsHaveNoColumns()
{
    m_room->source = {u"zendesk"_s, {}, {}, {}};
    choose();
    QVERIFY(find<QLabel>(u"backtestSource"_s)->text().contains(u"zendesk"_s));
    QVERIFY(!find<QComboBox>(u"backtestColumn.question"_s));
    click(u"backtestStart"_s);
    QVERIFY(m_room->started.front().mapping.isEmpty());
    m_room->finish(BacktestView{});
}

void BacktestPageTest::unreadableArchiveSaysWhy()
{
    m_room->failure = Error{ErrorKind::InvalidInput, u"x.csv is a Git LFS pointer"_s};
    page()->openArchive(u"/archives/x.csv"_s);
    QTRY_VERIFY(find<QLabel>(u"backtestSource"_s)->text().contains(u"Git LFS pointer"_s));
    QVERIFY(!find<QPushButton>(u"backtestStart"_s)->isEnabled());
}

void BacktestPageTest::progressIsToldAndStopped()
{
    choose();
    QVERIFY(!find<QPushButton>(u"backtestStop"_s)->isVisible());
    click(u"backtestStart"_s);
    m_room->done = 320;
    QTRY_VERIFY(find<QLabel>(u"backtestProgress"_s)->text().contains(u"320"_s));
    QVERIFY(!find<QPushButton>(u"backtestStart"_s)->isEnabled());

    click(u"backtestStop"_s);
    QCOMPARE(m_room->stops, 1);
    m_room->finish(BacktestView{u"<p>320 compared</p>"_s, false, 320, 320});

    QTRY_VERIFY(find<QTextBrowser>(u"backtestReport"_s)->isVisible());
    QVERIFY(!find<QPushButton>(u"backtestStop"_s)->isVisible());
    QVERIFY(find<QPushButton>(u"backtestStart"_s)->isEnabled());
}

void BacktestPageTest::reportIsShownAndSavedAsPdf()
{
    const QTemporaryDir folder;
    choose();
    click(u"backtestStart"_s);
    m_room->finish(BacktestView{u"<h1>Report</h1><p>All is well.</p>"_s, true, 5, 4});
    QTRY_VERIFY(find<QTextBrowser>(u"backtestReport"_s)->toPlainText().contains(u"All is well."_s));

    click(u"backtestPdf"_s);
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(folder.filePath(u"a.pdf"_s));
    dialog->close();
    QFile pdf(folder.filePath(u"a.pdf"_s));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF-"));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

    click(u"backtestSave"_s);
    dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(folder.path());
    dialog->close();
    QCOMPARE(m_room->saved.size(), 1U);
}

void BacktestPageTest::failureIsSaid()
{
    choose();
    click(u"backtestStart"_s);
    m_room->finish(Error{ErrorKind::Unavailable, u"the engine is still being loaded"_s});
    QTRY_VERIFY(find<QPushButton>(u"backtestStart"_s)->isEnabled());
    QVERIFY(!find<QTextBrowser>(u"backtestReport"_s)->isVisible());
}

void BacktestPageTest::everyPartHasAName()
{
    choose();
    for (const QWidget *widget : page()->findChildren<QWidget *>()) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0)
            continue;
        QAccessibleInterface *accessible =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(BacktestPageTest)
#include "tst_backtest.moc"
