// The line at the foot of the window: what runs, and the address of the chat.

#include "StatusStrip.h"
#include "support/TestSupport.h"
#include "widgets/Parts.h"

#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

class StatusStripTest : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void opened(const QUrl &address) { m_opened << address; } // what a browser would be given

private Q_SLOTS:
    void init() { m_opened.clear(); }
    void addressOpensTheChat();
    void figuresLeaveTheAddressAlone();
    void onlyAReadyChannelHasAnAddress();
    void newerVersionOpensItsPage();
    void mailboxInTroubleSaysWhy_data();
    void mailboxInTroubleSaysWhy();

private:
    static DeskStatus serving(const QString &address)
    {
        DeskStatus status;
        status.engine = PartState::Ready;
        status.channels = {{u"Inbox folder"_s, PartState::Ready, u"/srv/desk/inbox"_s},
                           {u"Web chat"_s, PartState::Ready, address}};
        return status;
    }
    QList<QUrl> m_opened;
};

void StatusStripTest::addressOpensTheChat()
{
    QDesktopServices::setUrlHandler(u"http"_s, this, "opened");
    StatusStrip strip;
    strip.show(serving(u"http://127.0.0.1:8460/chat"_s));

    const auto buttons = strip.findChildren<QPushButton *>(u"channelAddress"_s);
    QCOMPARE(buttons.size(), 1);
    QVERIFY(buttons.front()->text().contains(u"127.0.0.1:8460"_s));
    QVERIFY(!buttons.front()->accessibleName().isEmpty());
    QTest::mouseClick(buttons.front(), Qt::LeftButton);
    strip.openChat(); // the command of the palette

    const QUrl chat(u"http://127.0.0.1:8460/chat"_s);
    QCOMPARE(m_opened, (QList<QUrl>{chat, chat}));
    QDesktopServices::unsetUrlHandler(u"http"_s);
}

void StatusStripTest::newerVersionOpensItsPage()
{
    QDesktopServices::setUrlHandler(u"https"_s, this, "opened");
    StatusStrip strip;
    DeskStatus status = serving({});
    strip.show(status);
    QVERIFY(!strip.findChild<QPushButton *>(u"newerVersion"_s));

    status.newerVersion = NewerVersion{u"0.2.0"_s, u"https://helmdesk.example/0.2.0"_s};
    strip.show(status);

    auto *button = strip.findChild<QPushButton *>(u"newerVersion"_s);
    QVERIFY(button);
    QVERIFY(button->text().contains(u"0.2.0"_s));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://helmdesk.example/0.2.0"_s)});
    QDesktopServices::unsetUrlHandler(u"https"_s);
}

void StatusStripTest::figuresLeaveTheAddressAlone()
{
    StatusStrip strip;
    DeskStatus status = serving(u"http://127.0.0.1:8460/chat"_s);
    strip.show(status);
    const QPointer<QPushButton> button = strip.findChild<QPushButton *>(u"channelAddress"_s);

    status.answeredToday = 3;
    strip.show(status);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!button.isNull());

    strip.show(serving(u"http://127.0.0.1:8461/chat"_s));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(button.isNull());
}

void StatusStripTest::onlyAReadyChannelHasAnAddress()
{
    StatusStrip strip;
    DeskStatus status = serving(u"http://127.0.0.1:8460/chat"_s);
    status.channels[1].state = PartState::Failed;
    strip.show(status);

    QVERIFY(strip.findChildren<QPushButton *>(u"channelAddress"_s).isEmpty());
    strip.openChat();
    QVERIFY(m_opened.isEmpty());
}

void StatusStripTest::mailboxInTroubleSaysWhy_data()
{
    QTest::addColumn<PartState>("state");
    QTest::addColumn<QString>("said");
    QTest::newRow("red") << PartState::Failed << u"failed"_s;
    QTest::newRow("amber") << PartState::Retrying << u"out of reach"_s;
}

void StatusStripTest::mailboxInTroubleSaysWhy()
{
    QFETCH(PartState, state);
    QFETCH(QString, said);
    StatusStrip strip;
    DeskStatus status;
    status.channels = {{u"Mailbox support"_s, state, u"mail.example.org refuses <b>support</b>"_s}};
    strip.show(status);

    const auto labels = strip.findChildren<ElidedLabel *>();
    QCOMPARE(labels.size(), 1);
    const QString words = labels.front()->fullText();
    QVERIFY2(words.contains("Mailbox support"_L1) && words.contains(said), qPrintable(words));
    QVERIFY2(words.contains("refuses <b>support</b>"_L1), qPrintable(words));
}

QTEST_MAIN(StatusStripTest)
#include "tst_statusstrip.moc"
