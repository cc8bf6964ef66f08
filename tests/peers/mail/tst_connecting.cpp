// The mailboxes' page of the real window, at a real mail server: connected by hand as a supervisor does it,
// in trouble, mended and removed.

#include "DeskWindow.h"
#include "settings/MailboxCard.h"
#include "StatusStrip.h"
#include "support/TestSupport.h"
#include "widgets/Parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int slowMs = 60000; // a busy machine takes its time

} // namespace

class TestConnecting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void mailboxIsConnectedMendedAndRemoved();

private:
    void connectByHand(DeskWindow &desk);
    void press(DeskWindow &desk, const QString &button) { desk.find<QPushButton>(button)->click(); }
    void choose(DeskWindow &desk, const QString &box, MailTls tls)
    {
        auto *choice = desk.find<QComboBox>(box);
        choice->setCurrentIndex(choice->findData(static_cast<int>(tls)));
        Q_EMIT choice->activated(choice->currentIndex());
    }
    static QString strip(DeskWindow &desk)
    {
        QStringList words;
        auto *strip = desk.find<StatusStrip>(u"statusStrip"_s);
        for (const QLabel *label : strip->findChildren<QLabel *>()) {
            const auto *elided = qobject_cast<const ElidedLabel *>(label);
            words << (elided != nullptr ? elided->fullText() : label->text());
        }
        return words.join(u'\n');
    }

    std::unique_ptr<MailServer> m_server;
};

void TestConnecting::initTestCase()
{
    if (const QString missing = MailServer::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    auto server = MailServer::start();
    VERIFY_RESULT(server);
    m_server = std::move(*server);
}

void TestConnecting::connectByHand(DeskWindow &desk)
{
    const MailAccount at = m_server->account();
    desk.window->showMailboxes();
    QTRY_VERIFY(desk.find<QPushButton>(u"firstMailbox"_s)->isVisible());
    press(desk, u"firstMailbox"_s);
    desk.find<QLineEdit>(u"mailAddress"_s)->setText(at.address);
    press(desk, u"serversByHand"_s);
    desk.find<QLineEdit>(u"imapHost"_s)->setText(at.imap.host);
    choose(desk, u"imapTls"_s, at.imap.tls);
    desk.find<QLineEdit>(u"imapPort"_s)->setText(QString::number(at.imap.port));
    desk.find<QLineEdit>(u"smtpHost"_s)->setText(at.smtp.host);
    choose(desk, u"smtpTls"_s, at.smtp.tls);
    desk.find<QLineEdit>(u"smtpPort"_s)->setText(QString::number(at.smtp.port));
    desk.find<QLineEdit>(u"mailUser"_s)->setText(at.user);
    desk.find<QLineEdit>(u"mailCertificate"_s)->setText(at.certificate);

    // The wrong password is said, and nothing typed is lost.
    auto *password = desk.find<QLineEdit>(u"mailPassword"_s);
    QTest::keyClicks(password, u"wrong"_s);
    QTest::keyClick(password, Qt::Key_Return);
    auto *steps = desk.find<QWidget>(u"mailboxForm"_s)->findChild<QWidget *>(u"mailTestSteps"_s);
    QTRY_VERIFY_WITH_TIMEOUT(DeskWindow::wordsOf(*steps).contains("Not signed in"_L1), slowMs);
    password->setText({});
    QTest::keyClicks(password, u"secret"_s);
    QTest::keyClick(password, Qt::Key_Return);
    auto *next = desk.find<QPushButton>(u"mailboxNext"_s);
    QTRY_VERIFY_WITH_TIMEOUT(next->text().contains("Continue"_L1), slowMs);
    QVERIFY2(DeskWindow::wordsOf(*steps).contains("Signed in"_L1), qPrintable(DeskWindow::wordsOf(*steps)));
    QVERIFY(DeskWindow::wordsOf(*steps).contains("Without encryption"_L1)); // said loudly

    next->click();
    auto *lookBack = desk.find<QComboBox>(u"mailLookBack"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(lookBack->itemText(1).contains(": 1 "_L1), qPrintable(lookBack->itemText(1)),
                              slowMs);
    QVERIFY(!desk.find<QCheckBox>(u"mailFolder.Sent"_s));
    QCOMPARE(desk.find<QComboBox>(u"mailMode"_s)->currentData().toInt(),
             static_cast<int>(MailMode::DraftsOnly));
    lookBack->setCurrentIndex(1);
    next->click();
}

void TestConnecting::mailboxIsConnectedMendedAndRemoved()
{
    QCOMPARE(sendFromPat(*m_server, u"before"_s, u"Before"_s, u"I wrote before you came."_s).fate,
             SmtpFate::Accepted);
    QCOMPARE(m_server->waitForMails(u"support"_s, 1), 1);
    auto opened = DeskWindow::open();
    VERIFY_RESULT(opened);
    DeskWindow &desk = **opened;

    connectByHand(desk);
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<MailboxCard>(u"mailbox.support"_s), slowMs);
    auto *card = desk.find<MailboxCard>(u"mailbox.support"_s);
    const auto button = [&](const char *name) {
        return card->findChild<QPushButton *>(QString::fromLatin1(name));
    };
    const auto says = [&](const char *label) {
        return card->findChild<QLabel *>(QString::fromLatin1(label))->text();
    };
    QTRY_VERIFY_WITH_TIMEOUT(says("mailboxState").contains("at once"_L1), slowMs);
    QTRY_VERIFY2_WITH_TIMEOUT(says("mailboxTaken").contains("1 read"_L1), qPrintable(says("mailboxTaken")),
                              slowMs);
    QVERIFY(says("mailboxPassword").contains("keychain"_L1));

    // Its test, on the card.
    button("testMailbox")->click();
    QTRY_VERIFY_WITH_TIMEOUT(DeskWindow::wordsOf(*card).contains("Signed in"_L1), slowMs);
    QTRY_COMPARE_WITH_TIMEOUT(button("testMailbox")->text(), u"Test"_s, slowMs);

    // The server goes: amber with its reason, here and in the strip. It comes back: at once when asked.
    m_server->stopReading();
    QTRY_VERIFY_WITH_TIMEOUT(says("mailboxState").contains("Out of reach"_L1), slowMs);
    QTRY_VERIFY2_WITH_TIMEOUT(strip(desk).contains("Mailbox"_L1) && strip(desk).contains("out of reach"_L1) &&
                                  strip(desk).contains(u"127.0.0.1"_s),
                              qPrintable(strip(desk)), slowMs);
    VERIFY_RESULT(m_server->startReading());
    button("syncMailbox")->click();
    QTRY_VERIFY_WITH_TIMEOUT(says("mailboxState").contains("at once"_L1), slowMs);

    // While it is paused nothing is read; then what came meanwhile.
    button("pauseMailbox")->click();
    QTRY_VERIFY_WITH_TIMEOUT(says("mailboxState").contains("Paused"_L1), slowMs);
    QCOMPARE(sendFromPat(*m_server, u"while"_s, u"Meanwhile"_s, u"Is anybody there?"_s).fate,
             SmtpFate::Accepted);
    QCOMPARE(m_server->waitForMails(u"support"_s, 2), 2);
    QVERIFY(says("mailboxTaken").contains("1 read"_L1));
    button("pauseMailbox")->click();
    QTRY_VERIFY_WITH_TIMEOUT(says("mailboxTaken").contains("2 read"_L1), slowMs);

    // A refused password is red with its reason until another one is given.
    const auto give = [&](const QString &password) {
        button("changePassword")->click();
        auto *field = card->findChild<QLineEdit *>(u"newPassword"_s);
        QTest::keyClicks(field, password);
        QTest::keyClick(field, Qt::Key_Return);
    };
    give(u"wrong"_s);
    QTRY_VERIFY_WITH_TIMEOUT(says("mailboxState").contains("until you change something"_L1), slowMs);
    QTRY_VERIFY2_WITH_TIMEOUT(strip(desk).contains("failed"_L1), qPrintable(strip(desk)), slowMs);
    give(u"secret"_s);
    QTRY_VERIFY_WITH_TIMEOUT(says("mailboxState").contains("at once"_L1), slowMs);

    // Removed with its password; what came by it stays.
    const auto kept = desk.wait(desk.desk->mailRoom().mailboxes());
    VERIFY_RESULT(kept);
    const QString secret = kept->mailboxes.front().account.secretName;
    QVERIFY(*desk.secrets.read(secret));
    button("removeMailbox")->click();
    card->findChild<QPushButton *>(u"confirmRemoval"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QPushButton>(u"firstMailbox"_s)->isVisible(), slowMs);
    QVERIFY(!*desk.secrets.read(secret));
    desk.window->showQueue({QueueView::All});
    QTRY_VERIFY_WITH_TIMEOUT(desk.rowWith(u"Before"_s) && desk.rowWith(u"Meanwhile"_s), slowMs);
}

QTEST_MAIN(TestConnecting)
#include "tst_connecting.moc"
