// The language is changed while the program runs: every word, the direction, and nothing that was typed is
// lost.

#include "Console.h"
#include "conversation/Composer.h"
#include "conversation/ConversationPane.h"
#include "core/ResourcePaths.h"
#include "EffectWords.h"
#include "InboxPage.h"
#include "inspector/IntentWords.h"
#include "MainWindow.h"
#include "settings/SettingEditor.h"
#include "settings/SettingsView.h"
#include "support/FakeDesk.h"
#include "support/TestSupport.h"
#include "theme/Theme.h"
#include "widgets/Parts.h"

#include <QApplication>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
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
    void openConversationStaysOpen();
    void figuresAreOfOneKind();
    void figuresStandAtTheLeadingEdge();
    void signedFigureStandsWithTheOthers();
    void slidersRunAsTheBarsDo();
    void whatItIsAboutIsSaidInEveryLanguage();

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

void LanguageTest::openConversationStaysOpen()
{
    Language::instance().apply(u"en"_s);
    FakeDesk desk(FakeDesk::Content::Sample);
    desk.setSetting(u"ui.language"_s, Json("en"));
    Console console(desk);
    console.show();
    console.window().openConversation(ConversationId{5});
    QTRY_COMPARE(console.window().inbox().conversation().current(), std::optional(ConversationId{5}));

    desk.setSetting(u"ui.language"_s, Json("de"));

    QTRY_COMPARE(searchWords(console), u"Unterhaltungen durchsuchen"_s);
    QTRY_VERIFY(!console.window().inbox().conversation().isLoading());
    QCOMPARE(console.window().inbox().conversation().current(), std::optional(ConversationId{5}));
}

void LanguageTest::figuresAreOfOneKind()
{
    static const QRegularExpression latin(u"[0-9]"_s);
    Language::instance().apply(u"ar"_s);
    QCOMPARE(Words::ticket(TicketId{3077}), u"#\u0663\u0660\u0667\u0667"_s);
    QCOMPARE(Words::asStored(Words::ticket(TicketId{3077})), u"#3077"_s);
    QCOMPARE(Words::asStored(u"INV-1042"_s), u"INV-1042"_s);
    const QString day =
        EffectWords::sentence(u"Send a link to set a new password, valid for 24 hours, to vera"_s);
    QVERIFY2(!day.contains(latin) && day.contains(u"\u0662\u0664"_s), qPrintable(day));
    // What is no figure stays as it is.
    const QString port = QCoreApplication::translate(
        "ModelForm", "The address must begin with http:// or https://, like http://127.0.0.1:8080/v1.");
    QVERIFY2(port.contains("http://127.0.0.1:8080/v1"_L1), qPrintable(port));
}

void LanguageTest::figuresStandAtTheLeadingEdge()
{
    Language::instance().apply(u"ar"_s);
    for (const QString &text : {u"29"_s, u"72 %"_s, u"\u2013"_s, u"\u0662\u0669"_s, u"\u0643\u0644"_s}) {
        const std::unique_ptr<QLabel> label(makeLabel(text));
        QVERIFY(label->alignment().testFlags(Qt::AlignRight | Qt::AlignAbsolute));
    }
    Language::instance().apply(u"en"_s);
    const std::unique_ptr<QLabel> label(makeLabel(u"29"_s));
    QVERIFY(label->alignment().testFlag(Qt::AlignLeft));
}

namespace
{

SettingRow sentiment()
{
    SettingRow row;
    row.name = u"sentiment.threshold"_s;
    row.value = Json(-0.5);
    row.fallback = Json(-0.5);
    row.minimum = -1.0;
    row.maximum = 1.0;
    return row;
}

} // namespace

void LanguageTest::signedFigureStandsWithTheOthers()
{
    Language::instance().apply(u"ar"_s);
    SettingEditor editor(sentiment());
    auto *box = editor.findChild<QDoubleSpinBox *>();
    QVERIFY(box);
    QVERIFY(box->alignment().testFlags(Qt::AlignRight | Qt::AlignAbsolute));
    for (const QChar letter : box->text())
        QVERIFY2(letter.category() != QChar::Other_Format, qPrintable(box->text())); // not in every font
    QSignalSpy chosen(&editor, &SettingEditor::valueChosen);
    auto *line = box->findChild<QLineEdit *>();
    line->selectAll();
    line->insert(u"-\u0660\u066B\u0667\u0665"_s); // as it is shown: -0.75
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(box->value(), -0.75);
    QCOMPARE(chosen.count(), 1);
}

void LanguageTest::slidersRunAsTheBarsDo()
{
    for (const QString &language : {u"ar"_s, u"en"_s}) {
        Language::instance().apply(language);
        Theme::instance().apply(*qApp, Scheme::Light); // as the console does with a new window
        SettingEditor editor(sentiment());
        editor.resize(900, 120);
        editor.show();
        auto *slider = editor.findChild<QSlider *>();
        QCOMPARE(slider->layoutDirection(), QApplication::layoutDirection());
        // A quarter of it is filled, from the side where it begins.
        const QImage picture = slider->grab().toImage();
        const auto colorAt = [&](double share) {
            return picture.pixelColor(qRound(share * picture.width()), picture.height() / 2);
        };
        const bool isMirrored = QApplication::isRightToLeft();
        QCOMPARE(colorAt(isMirrored ? 0.92 : 0.08), Theme::instance().color(Token::Accent));
        QCOMPARE(colorAt(0.5), Theme::instance().color(Token::GreyTint));
    }
}

void LanguageTest::whatItIsAboutIsSaidInEveryLanguage()
{
    QHash<QString, QString> own; // as the intents themselves have it
    const QDir folder(resourceFile(u"intents"_s));
    for (const QString &file : folder.entryList({u"*.json"_s}, QDir::Files)) {
        const auto bytes = readResource(u"intents/"_s + file);
        VERIFY_RESULT(bytes);
        const auto json = parseJson(*bytes);
        VERIFY_RESULT(json);
        for (const Json &intent : memberOrNull(*json, "intents"))
            own.insert(stringOr(intent, "id"), stringOr(intent, "title"));
    }
    QVERIFY(own.size() > 100);
    for (const QString &language : {u"en"_s, u"de"_s, u"ar"_s}) {
        Language::instance().apply(language);
        for (auto intent = own.cbegin(); intent != own.cend(); ++intent) {
            const QString title = IntentWords::title(intent.key());
            if (language == "en"_L1)
                QCOMPARE(title, intent.value());
            else
                QVERIFY2(!title.isEmpty() && title != intent.key().section(u'.', -1).replace(u'_', u' '),
                         qPrintable(language + u' ' + intent.key()));
        }
    }
    QCOMPARE(IntentWords::title(u"elsewhere.made_up"_s), u"made up"_s);
    QVERIFY(IntentWords::title(u"billing.refund_request"_s) != "refund request"_L1);
}

QTEST_MAIN(LanguageTest)
#include "tst_language.moc"
