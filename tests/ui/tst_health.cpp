#include "actions/ActionRegistry.h"
#include "insights/HealthPage.h"
#include "MainWindow.h"
#include "settings/SettingsView.h"
#include "support/FakeDesk.h"
#include "support/FakeHealth.h"
#include "support/FakeInsights.h"
#include "theme/Theme.h"
#include "Tray.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

// The page that says whether everything works, and the alarms that are told outside of it.
class HealthPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void insightsAndThePaletteLeadToIt();
    void theWorstStandsFirstWithWords();
    void nothingWrongIsSaid();
    void buttonsLeadToWhereItIsMended();
    void followsWhatChanges();
    void whatDidNotChangeIsLeftAlone();
    void failureIsSaid();
    void standingAlarmsAreInTheBanner();
    void anAlarmIsTold();
    void everyPartHasAName();
    void dark();

private:
    template <class Widget>
    Widget *find(const QString &name)
    {
        return m_window->findChild<Widget *>(name);
    }
    HealthPage *page() { return find<HealthPage>(u"healthPage"_s); }
    QStringList cards()
    {
        QStringList names;
        for (QWidget *card : page()->findChildren<QWidget *>(u"healthCard"_s))
            if (card->isVisible())
                names << card->accessibleName();
        return names;
    }
    qsizetype working()
    {
        const auto lines = page()->findChildren<QWidget *>(u"healthWorks"_s);
        return std::ranges::count_if(lines, [](QWidget *line) { return line->isVisibleTo(line->window()); });
    }

    QTemporaryDir m_settings;
    FakeInsights m_insights;
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<FakeHealth> m_room;
    std::unique_ptr<MainWindow> m_window;
};

void HealthPageTest::initTestCase()
{
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    Theme::instance().apply(*qApp, Scheme::Light);
    m_insights.view = sampleInsights();
}

void HealthPageTest::init()
{
    m_desk = std::make_unique<FakeDesk>(FakeDesk::Content::Sample);
    m_room = std::make_unique<FakeHealth>();
    m_room->report = troubledHealth();
    m_window = std::make_unique<MainWindow>(*m_desk, &m_insights);
    m_window->setHealth(*m_room);
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->showHealth();
    QTRY_COMPARE(cards().size(), 4);
}

void HealthPageTest::cleanup()
{
    m_window.reset();
}

void HealthPageTest::insightsAndThePaletteLeadToIt()
{
    m_window->setRoom(Room::Insights);
    QVERIFY(!page()->isVisible());
    auto *button = find<QPushButton>(u"insightsHealth"_s);
    QTRY_VERIFY(button->isVisible());
    button->click();
    QVERIFY(page()->isVisible());
    find<QPushButton>(u"healthBack"_s)->click();
    QCOMPARE(m_window->room(), Room::Insights);
    QVERIFY(!page()->isVisible());
    m_window->actionRegistry().find(u"health"_s)->trigger();
    QVERIFY(page()->isVisible());
}

void HealthPageTest::theWorstStandsFirstWithWords()
{
    QCOMPARE(cards(),
             (QStringList{u"Alarm: Mailbox support"_s, u"Alarm: What people write about"_s,
                          u"Warning: Conversations that wait for a person"_s, u"Notice: Model local"_s}));
    QStringList words;
    for (QLabel *label : page()->findChildren<QLabel *>())
        if (label->isVisible())
            words << label->text();
    const QString all = words.join(u'\n');
    QVERIFY2(all.contains(u"the server refused the password"_s), qPrintable(all));
    QVERIFY2(all.contains(u"Technical: 70 %, was 30 %"_s), qPrintable(all));
    QVERIFY2(all.contains(u"Population stability index 0.82"_s), qPrintable(all));
    QVERIFY2(all.contains(u"140 wait"_s), qPrintable(all));
    QCOMPARE(working(), 5);
    QVERIFY(!find<QWidget>(u"healthAllWell"_s));
}

void HealthPageTest::nothingWrongIsSaid()
{
    m_room->report = goodHealth();
    find<QAbstractButton>(u"healthAgain"_s)->click();
    QTRY_VERIFY(cards().isEmpty());
    QTRY_VERIFY(find<QWidget>(u"healthAllWell"_s)->isVisible());
    QCOMPARE(working(), 5);
}

void HealthPageTest::buttonsLeadToWhereItIsMended()
{
    QCOMPARE(find<QPushButton>(u"healthPlace.mailbox.support"_s)->text(), u"Open the mailboxes"_s);
    find<QPushButton>(u"healthPlace.mailbox.support"_s)->click();
    QCOMPARE(m_window->room(), Room::Settings);
    QVERIFY(find<QWidget>(u"mailboxesPage"_s)->isVisible());
    m_window->showHealth();
    find<QPushButton>(u"healthPlace.waiting_for_people"_s)->click();
    QCOMPARE(m_window->room(), Room::Inbox);
}

void HealthPageTest::followsWhatChanges()
{
    const int asked = m_room->asked;
    m_room->report = goodHealth();
    Q_EMIT m_room->changed();
    QTRY_VERIFY(cards().isEmpty());
    QCOMPARE(m_room->asked, asked + 1);
    m_window->setRoom(Room::Inbox);
    Q_EMIT m_room->changed(); // nobody looks
    QCOMPARE(m_room->asked, asked + 1);
}

void HealthPageTest::whatDidNotChangeIsLeftAlone()
{
    auto *button = find<QPushButton>(u"healthPlace.mailbox.support"_s);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    button->setFocus();
    Q_EMIT m_room->changed();
    QTest::qWait(0);
    QCOMPARE(find<QPushButton>(u"healthPlace.mailbox.support"_s), button);
    m_room->report.findings.back().value = 10.0; // less disk
    Q_EMIT m_room->changed();
    QTRY_VERIFY(find<QPushButton>(u"healthPlace.mailbox.support"_s) != button);
    QTRY_VERIFY(m_window->focusWidget() != nullptr &&
                m_window->focusWidget()->objectName() == u"healthPlace.mailbox.support"_s);
}

void HealthPageTest::failureIsSaid()
{
    m_room->failure = Error{ErrorKind::Unavailable, u"busy"_s};
    find<QAbstractButton>(u"healthAgain"_s)->click();
    QTRY_VERIFY(std::ranges::any_of(page()->findChildren<QLabel *>(), [](QLabel *label) {
        return label->isVisible() && label->text().contains(u"could not be reached"_s);
    }));
    QCOMPARE(cards().size(), 4); // what was known stays
}

void HealthPageTest::standingAlarmsAreInTheBanner()
{
    m_window->setRoom(Room::Inbox);
    m_room->standing = {u"mailbox.support"_s};
    Q_EMIT m_room->changed();
    auto *banner = find<QWidget>(u"banner"_s);
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(std::ranges::any_of(banner->findChildren<QLabel *>(),
                                [](QLabel *label) { return label->text() == u"Alarm: Mailbox support."_s; }));
    for (QPushButton *button : banner->findChildren<QPushButton *>())
        if (button->isVisible())
            button->click();
    QVERIFY(page()->isVisible());
    m_room->standing.clear();
    Q_EMIT m_room->changed();
    QVERIFY(!banner->isVisible());
}

void HealthPageTest::anAlarmIsTold()
{
    QWidget other; // the window is not in front
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    auto *tray = m_window->findChild<Tray *>();
    QSignalSpy told(tray, &Tray::notified);

    Q_EMIT m_room->alarmBegan(u"waiting_for_desk"_s);

    QCOMPARE(told.count(), 1);
    QCOMPARE(told.first().first().toString(), u"Alarm: Messages that wait for Helmdesk"_s);
}

void HealthPageTest::everyPartHasAName()
{
    for (QWidget *widget : page()->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                 qPrintable(u"%1 \u201c%2\u201d"_s.arg(QLatin1String(widget->metaObject()->className()),
                                                       widget->objectName())));
    }
}

// Nothing of the page keeps a colour of the other appearance.
void HealthPageTest::dark()
{
    Theme::instance().apply(*qApp, Scheme::Dark);
    QCOMPARE(cards().size(), 4);
    QVERIFY(page()->grab().toImage().pixelColor(4, 700).lightness() < 100);
    Theme::instance().apply(*qApp, Scheme::Light);
}

QTEST_MAIN(HealthPageTest)
#include "tst_health.moc"
