#include "conversation/ConversationPane.h"
#include "InboxPage.h"
#include "inspector/Inspector.h"
#include "MainWindow.h"
#include "support/FakeDesk.h"
#include "support/TestSupport.h"
#include "widgets/Parts.h"
#include "widgets/ReportView.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolButton>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::FakeDesk;

// What customers, models and tools say is shown letter by letter, never as markup.
class MarkupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void toolTipShowsEveryLetter();
    void windowShowsNoMarkup_data();
    void windowShowsNoMarkup();
    void reportLoadsNothing();
    void sourcesTakeTheSafeWay_data();
    void sourcesTakeTheSafeWay();

private:
    QTemporaryDir m_settings;
};

namespace
{

const QString hostile = u"<img src=x><b>bold</b> &amp; <a href=\"file:///\">link</a>"_s;

// Why a text that Qt takes for markup is not shown as it was written; empty: it is.
QString troubleIn(const QString &rich)
{
    QTextDocument document;
    document.setHtml(rich);
    const QString plain = document.toPlainText();
    if (plain.contains(QChar::ObjectReplacementCharacter))
        return u"an image: "_s + rich;
    if (plain.contains("bold"_L1) && !plain.contains("<b>bold</b>"_L1))
        return u"tags are gone: "_s + rich;
    QTextCursor cursor(&document);
    for (cursor.movePosition(QTextCursor::NextCharacter); !cursor.atEnd();
         cursor.movePosition(QTextCursor::NextCharacter))
        if (cursor.charFormat().isAnchor())
            return u"a link: "_s + rich;
    return {};
}

QString troubleIn(const QLabel &label)
{
    if (label.text().isEmpty() || label.textFormat() == Qt::PlainText)
        return {};
    return label.textFormat() == Qt::RichText ? troubleIn(label.text())
                                              : u"Qt decides on the format of: "_s + label.text();
}

QStringList troublesIn(const QAbstractItemModel &model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            for (const int role : {Qt::ToolTipRole, Qt::WhatsThisRole}) {
                const QString tip = model.index(row, column).data(role).toString();
                if (Qt::mightBeRichText(tip))
                    found.append(troubleIn(tip));
            }
    return found;
}

QStringList troublesIn(QWidget &window)
{
    QStringList found;
    QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (Qt::mightBeRichText(widget->toolTip()))
            found.append(troubleIn(widget->toolTip()));
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            found.append(troubleIn(*label));
        if (const auto *text = qobject_cast<const QTextEdit *>(widget);
            text && text->objectName() == "messageText"_L1 && !text->toPlainText().contains(hostile))
            found.append(text->toPlainText());
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model())
            found.append(troublesIn(*view->model()));
    }
    found.removeAll(QString());
    return found;
}

} // namespace

void MarkupTest::initTestCase()
{
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    QApplication::setFont(QFont(u"DejaVu Sans"_s, 9));
    Theme::instance().apply(*qApp, Scheme::Light);
}

void MarkupTest::toolTipShowsEveryLetter()
{
    QTextDocument document;
    document.setHtml(toolTipOf(hostile));

    QCOMPARE(document.toPlainText(), hostile);
    QVERIFY(toolTipOf({}).isEmpty());
    QVERIFY(!troubleIn(hostile).isEmpty()); // the check sees what it is for
}

void MarkupTest::windowShowsNoMarkup_data()
{
    QTest::addColumn<int>("room");
    QTest::addColumn<int>("page");
    QTest::newRow("inbox, why") << static_cast<int>(Room::Inbox) << static_cast<int>(Inspector::Why);
    QTest::newRow("inbox, customer") << static_cast<int>(Room::Inbox)
                                     << static_cast<int>(Inspector::Customer);
    QTest::newRow("inbox, run") << static_cast<int>(Room::Inbox) << static_cast<int>(Inspector::Run);
    QTest::newRow("approvals") << static_cast<int>(Room::Approvals) << 0;
    QTest::newRow("knowledge") << static_cast<int>(Room::Knowledge) << 0;
    QTest::newRow("learning") << static_cast<int>(Room::Learning) << 0;
    QTest::newRow("settings") << static_cast<int>(Room::Settings) << 0;
}

void MarkupTest::windowShowsNoMarkup()
{
    QFETCH(int, room);
    QFETCH(int, page);
    FakeDesk desk(FakeDesk::Content::Sample);
    desk.replaceWords(hostile);
    MainWindow window(desk);
    window.show();
    auto *list = window.findChild<QAbstractItemView *>(u"queueList"_s);
    QTRY_VERIFY(list->model()->rowCount() > 1);
    QTRY_VERIFY(window.inbox().conversation().current());
    Q_EMIT desk.statusChanged();

    window.inbox().inspector().setPage(static_cast<Inspector::Page>(page));
    window.setRoom(static_cast<Room>(room));
    if (room == static_cast<int>(Room::Knowledge)) {
        auto *reader = window.findChild<QTextBrowser *>(u"articleText"_s);
        window.openArticle(u"refunds"_s);
        QTRY_VERIFY(!reader->toPlainText().isEmpty());
        QVERIFY(!reader->toPlainText().contains(QChar::ObjectReplacementCharacter));
        const QUrl local(u"file:///etc/hostname"_s);
        QVERIFY(!reader->loadResource(QTextDocument::ImageResource, local).isValid());
        window.findChild<QToolButton *>(u"reviewArticles"_s)->click();
        QTRY_VERIFY(window.findChild<QFrame *>(u"conflictCard"_s));
    }

    QTRY_VERIFY(QTest::qWaitForWindowExposed(&window));
    const auto showsTheWords = [&window] { // else there is nothing to check
        return std::ranges::any_of(window.findChildren<QLabel *>(),
                                   [](const QLabel *label) { return label->text().contains("bold"_L1); });
    };
    QTRY_VERIFY(showsTheWords());
    QCOMPARE(troublesIn(window).join(u'\n'), QString());
}

void MarkupTest::reportLoadsNothing()
{
    ReportView report;
    report.showReport(u"<p>Report<img src=\"file:///etc/hostname\"></p>"_s);
    QVERIFY(report.toPlainText().startsWith(u"Report"_s));
    for (const QUrl &url : {QUrl(u"file:///etc/hostname"_s), QUrl(u"http://pictures.example/a.png"_s)})
        QVERIFY(!report.loadResource(QTextDocument::ImageResource, url).isValid());
}

void MarkupTest::sourcesTakeTheSafeWay_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("allowed");
    QTest::newRow("tool tips") << u"\\bsetToolTip\\(|QToolTip::showText(?![^;]*toolTipOf\\()"_s
                               << QStringList{u"Parts.cpp"_s, u"Tray.cpp"_s};
    QTest::newRow("roles") << u"Qt::ToolTipRole(?!, toolTipOf|:\\s+return toolTipOf)"_s << QStringList();
    QTest::newRow("labels") << u"new QLabel\\b|Qt::AutoText"_s << QStringList{u"Parts.cpp"_s};
    QTest::newRow("rich labels") << u"Qt::RichText"_s << QStringList{u"MessageText.cpp"_s};
    QTest::newRow("message boxes") << u"QMessageBox"_s << QStringList();
    QTest::newRow("documents") << u"\\bsetHtml\\(|insertHtml\\("_s
                               << QStringList{u"MessageText.cpp"_s, u"ReportView.cpp"_s};
}

void MarkupTest::sourcesTakeTheSafeWay()
{
    QFETCH(QString, pattern);
    QFETCH(QStringList, allowed);
    const QRegularExpression unsafe(pattern);
    QStringList found;
    int read = 0;
    QDirIterator files(QStringLiteral(HELMDESK_SOURCE_DIR "/ui"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        ++read;
        if (unsafe.match(QString::fromUtf8(file.readAll())).hasMatch() && !allowed.contains(files.fileName()))
            found.append(files.fileName());
    }

    QVERIFY(read > 50);
    QCOMPARE(found.join(u' '), QString());
}

QTEST_MAIN(MarkupTest)
#include "tst_markup.moc"
