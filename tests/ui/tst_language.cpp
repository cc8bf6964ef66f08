// The language is changed while the program runs: every word, the direction, and nothing that was typed is
// lost.

#include "Console.h"
#include "conversation/Composer.h"
#include "conversation/ConversationPane.h"
#include "InboxPage.h"
#include "MainWindow.h"
#include "settings/SettingsView.h"
#include "support/FakeDesk.h"
#include "support/TestSupport.h"
#include "theme/Theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::FakeDesk;

class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void windowIsMadeAnewInTheLanguageChosen();
    void otherSettingsLeaveTheWindow();

private:
    static QString searchWords(Console &console)
    {
        return console.window().findChild<QLineEdit *>(u"queueSearch"_s)->placeholderText();
    }
    QTemporaryDir m_settings;
};

void LanguageTest::initTestCase()
{
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    QApplication::setFont(QFont(u"DejaVu Sans"_s, 9));
    Theme::instance().apply(*qApp, Scheme::Light);
}

void LanguageTest::cleanup()
{
    Language::instance().apply(u"en"_s);
}

void LanguageTest::windowIsMadeAnewInTheLanguageChosen()
{
    Language::instance().apply(u"en"_s);
    FakeDesk desk(FakeDesk::Content::Sample);
    desk.setSetting(u"ui.language"_s, Json("en"));
    Console console(desk);
    QSignalSpy painted(&console, &Console::painted);
    console.show();
    QVERIFY(painted.wait());
    QCOMPARE(searchWords(console), u"Search conversations"_s);
    Composer &composer = console.window().inbox().conversation().composer();
    QTRY_VERIFY(!composer.text().isEmpty());
    composer.setText(u"Half a sentence"_s);
    const qint64 open = console.window().inbox().conversation().current()->value;
    console.window().setRoom(Room::Settings);

    desk.setSetting(u"ui.language"_s, Json("de"));
    QTRY_COMPARE(searchWords(console), u"Unterhaltungen durchsuchen"_s);
    QVERIFY(console.window().isVisible());
    QCOMPARE(console.window().room(), Room::Settings);
    QVERIFY(console.window().findChild<SettingsView *>()->isVisible());
    QCOMPARE(QLocale().language(), QLocale::German);
    QCOMPARE(desk.savedDrafts.value(open), u"Half a sentence"_s);

    desk.setSetting(u"ui.language"_s, Json("ar"));
    QTRY_COMPARE(console.window().layoutDirection(), Qt::RightToLeft);
    QTRY_COMPARE(console.window().inbox().conversation().composer().text(), u"Half a sentence"_s);
    QCOMPARE(painted.size(), 1);
}

void LanguageTest::otherSettingsLeaveTheWindow()
{
    Language::instance().apply(u"en"_s);
    FakeDesk desk(FakeDesk::Content::Sample);
    desk.setSetting(u"ui.language"_s, Json("en"));
    Console console(desk);
    console.show();
    const MainWindow *window = &console.window();

    desk.setSetting(u"ui.theme"_s, Json("dark"));

    QTRY_VERIFY(Theme::instance().isDark());
    QCOMPARE(&console.window(), window);
    desk.setSetting(u"ui.theme"_s, Json("light"));
    QTRY_VERIFY(!Theme::instance().isDark());
}

QTEST_MAIN(LanguageTest)
#include "tst_language.moc"
