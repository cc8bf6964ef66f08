// The mailboxes' page as a supervisor's hands find it: connect, test, pause, another password, remove.

#include "WindowBench.h"

#include "settings/MailboxCard.h"
#include "settings/MailboxesPage.h"
#include "settings/SettingsView.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::WindowBench;

class MailboxPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAMailboxThePageSaysWhatToDo();
    void mailboxIsConnectedInThreeSteps();
    void draftsOnlyIsChosenUnlessSomebodySaysElse();
    void passwordIsForgottenWhenTheFormIsLeft();
    void withoutAKeychainTheVariableIsNamed();
    void failedStepIsSaidAndNothingGoesOn();
    void changedServerIsTestedAgain();
    void unknownServersAreGivenByHand();
    void whatCannotWorkIsSaid_data();
    void whatCannotWorkIsSaid();
    void portFollowsTheEncryption();
    void countsFollowTheFolders();
    void takenNameIsSaidAtTheForm();
    void statesAreSaidInWords();
    void reasonsOfWhatWasPutAsideAreShown();
    void waitingRepliesAreCounted();
    void testIsShownStepByStep();
    void pauseSyncAndModeAreHandedOn();
    void passwordIsChangedOnItsCard();
    void removalIsAskedAboutAndSaysWhatStays();
    void searchNarrowsTheMailboxes();

private:
    static MailboxesPage *openPage(WindowBench &bench)
    {
        bench.window->showMailboxes();
        return bench.find<MailboxesPage>(u"mailboxesPage"_s);
    }
    static QString wordsOf(const QWidget &widget)
    {
        QStringList words;
        for (const QLabel *label : widget.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&widget))
                words << label->text();
        }
        return words.join(u'\n');
    }
    static void press(WindowBench &bench, const QString &button) { bench.find<QPushButton>(button)->click(); }
    static void knowServers(WindowBench &bench)
    {
        FoundServers found;
        found.imap = {u"imap.desk.example"_s, 993, MailTls::Implicit};
        found.smtp = {u"smtp.desk.example"_s, 465, MailTls::Implicit};
        found.source = u"the DNS of desk.example"_s;
        bench.desk.mail.servers = found;
    }
    // The second step, with a password.
    static void openServers(WindowBench &bench)
    {
        openPage(bench)->begin();
        bench.find<QLineEdit>(u"mailAddress"_s)->setText(u"support@desk.example"_s);
        press(bench, u"mailboxNext"_s);
        QTRY_VERIFY(bench.find<QLineEdit>(u"imapHost"_s)->isVisible());
        bench.find<QLineEdit>(u"mailPassword"_s)->setText(u"open sesame"_s);
    }
    static void openScope(WindowBench &bench)
    {
        openServers(bench);
        press(bench, u"mailboxNext"_s);
        QTRY_VERIFY(bench.find<QPushButton>(u"mailboxNext"_s)->text().contains("Continue"_L1));
        press(bench, u"mailboxNext"_s);
        QTRY_VERIFY(bench.find<QComboBox>(u"mailMode"_s)->isVisible());
    }
    static MailboxCard *card(WindowBench &bench, const QString &name)
    {
        return bench.find<MailboxCard>(u"mailbox."_s + name);
    }
};

void MailboxPageTest::withoutAMailboxThePageSaysWhatToDo()
{
    WindowBench bench;
    MailboxesPage *page = openPage(bench);
    auto *first = bench.find<QPushButton>(u"firstMailbox"_s);
    QTRY_VERIFY(first->isVisible());

    QVERIFY2(wordsOf(*page).contains("nothing is sent"_L1), qPrintable(wordsOf(*page)));
    first->click();
    QTRY_VERIFY(bench.find<QWidget>(u"mailboxForm"_s)->isVisible());
    QCOMPARE(bench.window->focusWidget(), bench.find<QLineEdit>(u"mailAddress"_s));
}

void MailboxPageTest::mailboxIsConnectedInThreeSteps()
{
    WindowBench bench;
    bench.desk.mail.view.canKeepPasswords = true;
    bench.desk.mail.counts = {{0, 0}, {1, 3}, {7, 21}, {30, 90}};
    knowServers(bench);
    openPage(bench)->begin();
    QTest::keyClicks(bench.find<QLineEdit>(u"mailAddress"_s), u"support@desk.example"_s);
    QTest::keyClick(bench.find<QLineEdit>(u"mailAddress"_s), Qt::Key_Return);

    auto *host = bench.find<QLineEdit>(u"imapHost"_s);
    QTRY_COMPARE(host->text(), u"imap.desk.example"_s);
    QVERIFY(bench.find<QLabel>(u"mailSource"_s)->text().contains("DNS of desk.example"_L1));
    auto *password = bench.find<QLineEdit>(u"mailPassword"_s);
    QTRY_COMPARE(bench.window->focusWidget(), password);
    QTest::keyClicks(password, u"open sesame"_s);
    QVERIFY(!password->displayText().contains(u"sesame"_s));
    QTest::keyClick(password, Qt::Key_Return); // tests

    QTRY_VERIFY(wordsOf(*bench.find<QWidget>(u"mailTestSteps"_s)).contains("Signed in"_L1));
    QCOMPARE(bench.desk.mail.passwords, QStringList{u"open sesame"_s});
    QTRY_VERIFY(bench.find<QPushButton>(u"mailboxNext"_s)->text().contains("Continue"_L1));
    press(bench, u"mailboxNext"_s);
    auto *lookBack = bench.find<QComboBox>(u"mailLookBack"_s);
    QTRY_VERIFY2(lookBack->itemText(2).contains("21"_L1), qPrintable(lookBack->itemText(2)));
    QVERIFY(!bench.find<QCheckBox>(u"mailFolder.Sent"_s));
    bench.find<QCheckBox>(u"mailFolder.Orders"_s)->setChecked(true);
    lookBack->setCurrentIndex(2);
    press(bench, u"mailboxNext"_s);

    QTRY_VERIFY(card(bench, u"support"_s));
    const MailAccount &added = *bench.desk.mail.added;
    QCOMPARE(added.address, u"support@desk.example"_s);
    QCOMPARE(added.user, u"support@desk.example"_s);
    QCOMPARE(added.folders.watched, (QStringList{u"INBOX"_s, u"Orders"_s}));
    QCOMPARE(added.lookBackDays, 7);
    QCOMPARE(added.smtp.host, u"smtp.desk.example"_s);
    QVERIFY(!bench.find<QWidget>(u"mailboxForm"_s)->isVisible());
    QTRY_COMPARE(bench.window->focusWidget(),
                 card(bench, u"support"_s)->findChild<QPushButton *>(u"testMailbox"_s));
}

void MailboxPageTest::draftsOnlyIsChosenUnlessSomebodySaysElse()
{
    WindowBench bench;
    knowServers(bench);
    openScope(bench);
    auto *mode = bench.find<QComboBox>(u"mailMode"_s);
    QCOMPARE(mode->currentData().toInt(), static_cast<int>(MailMode::DraftsOnly));
    QVERIFY(wordsOf(*bench.find<QWidget>(u"mailboxForm"_s)).contains("Nothing is ever sent"_L1));
    bench.desk.mail.outcome.isUsable = false;
    bench.desk.mail.outcome.steps = {{u"smtp"_s, false, u"no TLS"_s}};
    mode->setCurrentIndex(1);
    press(bench, u"mailboxNext"_s); // tests the sending, too

    QTRY_VERIFY(bench.find<QLabel>(u"mailboxProblem"_s)->text().contains("cannot send"_L1));
    QVERIFY(!bench.desk.mail.added);
    bench.desk.mail.outcome.isUsable = true;
    press(bench, u"mailboxNext"_s);
    QTRY_VERIFY(bench.desk.mail.added);
    QCOMPARE(bench.desk.mail.added->mode, MailMode::Sending);
}

void MailboxPageTest::passwordIsForgottenWhenTheFormIsLeft()
{
    WindowBench bench;
    knowServers(bench);
    openServers(bench);
    auto *password = bench.find<QLineEdit>(u"mailPassword"_s);
    password->setFocus();
    QTest::keyClick(password, Qt::Key_Escape);

    QTRY_VERIFY(!bench.find<QWidget>(u"mailboxForm"_s)->isVisible());
    QVERIFY(password->text().isEmpty());
    QTest::keyClick(password, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(password->text().isEmpty());
    QTRY_COMPARE(bench.window->focusWidget(), bench.find<QPushButton>(u"firstMailbox"_s));
}

void MailboxPageTest::withoutAKeychainTheVariableIsNamed()
{
    WindowBench bench;
    knowServers(bench);
    openScope(bench);
    press(bench, u"mailboxNext"_s);

    QVERIFY(bench.find<QLabel>(u"mailPasswordNote"_s)->text().contains("HELMDESK_KEY_"_L1));
    QTRY_VERIFY(card(bench, u"support"_s));
    QTRY_VERIFY(wordsOf(*openPage(bench)).contains("HELMDESK_KEY_SUPPORT"_L1));
    QVERIFY(!card(bench, u"support"_s)->findChild<QPushButton *>(u"changePassword"_s)->isVisible());
}

void MailboxPageTest::failedStepIsSaidAndNothingGoesOn()
{
    WindowBench bench;
    knowServers(bench);
    bench.desk.mail.outcome.isUsable = false;
    bench.desk.mail.outcome.steps = {{u"connected"_s, true, u"imap.desk.example:993"_s},
                                     {u"signed-in"_s, false, u"<b>refuses</b> to let support in"_s}};
    openServers(bench);
    press(bench, u"mailboxNext"_s);

    const auto *steps = bench.find<QWidget>(u"mailTestSteps"_s);
    QTRY_VERIFY(wordsOf(*steps).contains("<b>refuses</b>"_L1));
    QVERIFY(wordsOf(*steps).contains("Not signed in"_L1));
    QTRY_VERIFY(bench.find<QLabel>(u"mailboxProblem"_s)->isVisible());
    QVERIFY(bench.find<QPushButton>(u"mailboxNext"_s)->text().contains("Test"_L1));
    QCOMPARE(bench.find<QLineEdit>(u"mailPassword"_s)->text(), u"open sesame"_s);
}

void MailboxPageTest::changedServerIsTestedAgain()
{
    WindowBench bench;
    knowServers(bench);
    openServers(bench);
    press(bench, u"mailboxNext"_s);
    auto *next = bench.find<QPushButton>(u"mailboxNext"_s);
    QTRY_VERIFY(next->text().contains("Continue"_L1));

    QTest::keyClicks(bench.find<QLineEdit>(u"imapHost"_s), u"x"_s);

    QVERIFY(next->text().contains("Test"_L1));
}

void MailboxPageTest::unknownServersAreGivenByHand()
{
    WindowBench bench;
    openPage(bench)->begin();
    bench.find<QLineEdit>(u"mailAddress"_s)->setText(u"support@desk.example"_s);
    press(bench, u"mailboxNext"_s);
    QTRY_VERIFY(bench.find<QLabel>(u"mailboxProblem"_s)->isVisible());
    QVERIFY(!bench.find<QLineEdit>(u"imapHost"_s)->isVisible());
    press(bench, u"serversByHand"_s);

    auto *host = bench.find<QLineEdit>(u"imapHost"_s);
    QTRY_VERIFY(host->isVisible());
    QCOMPARE(bench.window->focusWidget(), host);
    QCOMPARE(bench.find<QLineEdit>(u"mailName"_s)->text(), u"support"_s);
    QCOMPARE(bench.find<QLineEdit>(u"imapPort"_s)->text(), u"993"_s);
}

void MailboxPageTest::whatCannotWorkIsSaid_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("server") << u"imapHost"_s << QString() << u"read from"_s;
    QTest::newRow("user") << u"mailUser"_s << QString() << u"user"_s;
    QTest::newRow("certificate") << u"mailCertificate"_s << u"abc"_s << u"SHA-256"_s;
    QTest::newRow("name") << u"mailName"_s << u"two words"_s << u"64 letters"_s;
}

void MailboxPageTest::whatCannotWorkIsSaid()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, said);
    WindowBench bench;
    knowServers(bench);
    openServers(bench);
    bench.find<QLineEdit>(field)->setText(text);
    press(bench, u"mailboxNext"_s);

    auto *problem = bench.find<QLabel>(u"mailboxProblem"_s);
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(said), qPrintable(problem->text()));
    QCOMPARE(bench.find<QLineEdit>(field)->text(), text);
    QVERIFY(bench.desk.mail.passwords.isEmpty());
}

void MailboxPageTest::portFollowsTheEncryption()
{
    WindowBench bench;
    knowServers(bench);
    openServers(bench);
    auto *tls = bench.find<QComboBox>(u"imapTls"_s);
    auto *port = bench.find<QLineEdit>(u"imapPort"_s);
    tls->setCurrentIndex(tls->findData(static_cast<int>(MailTls::StartTls)));
    Q_EMIT tls->activated(tls->currentIndex());
    QCOMPARE(port->text(), u"143"_s);
    port->setText(u"4993"_s); // a port of one's own stays
    tls->setCurrentIndex(0);
    Q_EMIT tls->activated(0);
    QCOMPARE(port->text(), u"4993"_s);
}

void MailboxPageTest::countsFollowTheFolders()
{
    WindowBench bench;
    knowServers(bench);
    openScope(bench);
    QTRY_VERIFY(bench.desk.mail.calls.contains(u"count INBOX"_s));
    bench.find<QCheckBox>(u"mailFolder.Orders"_s)->setChecked(true);
    QTRY_VERIFY(bench.desk.mail.calls.contains(u"count INBOX Orders"_s));
    bench.find<QCheckBox>(u"mailFolder.Orders"_s)->setChecked(false);
    bench.find<QCheckBox>(u"mailFolder.INBOX"_s)->setChecked(false);
    press(bench, u"mailboxNext"_s);

    QVERIFY(bench.find<QLabel>(u"mailboxProblem"_s)->text().contains("at least one folder"_L1));
    QVERIFY(!bench.desk.mail.added);
}

void MailboxPageTest::takenNameIsSaidAtTheForm()
{
    WindowBench bench;
    bench.desk.mail.fill();
    knowServers(bench);
    openScope(bench);
    press(bench, u"mailboxNext"_s);

    QTRY_VERIFY(bench.find<QLabel>(u"mailboxProblem"_s)->text().contains("already"_L1));
    QVERIFY(bench.find<QWidget>(u"mailboxForm"_s)->isVisible());
}

void MailboxPageTest::statesAreSaidInWords()
{
    WindowBench bench;
    bench.desk.mail.fill();
    openPage(bench);
    QTRY_VERIFY(card(bench, u"support"_s));
    const auto stateOf = [&](const QString &name) {
        return card(bench, name)->findChild<QLabel *>(u"mailboxState"_s)->text();
    };
    QVERIFY2(stateOf(u"support"_s).contains("at once"_L1), qPrintable(stateOf(u"support"_s)));
    QVERIFY2(stateOf(u"orders"_s).contains("tried again in 9"_L1), qPrintable(stateOf(u"orders"_s)));
    QVERIFY2(stateOf(u"billing"_s).contains("AUTHENTICATIONFAILED"_L1), qPrintable(stateOf(u"billing"_s)));
    bench.desk.mail.view.mailboxes.back().account.isPaused = true; // by somebody else
    QTRY_VERIFY(stateOf(u"support"_s).contains("Paused"_L1));      // the page looks by itself
    QVERIFY(!card(bench, u"support"_s)->findChild<QPushButton *>(u"syncMailbox"_s)->isEnabled());
}

void MailboxPageTest::reasonsOfWhatWasPutAsideAreShown()
{
    WindowBench bench;
    bench.desk.mail.fill();
    openPage(bench);
    QTRY_VERIFY(card(bench, u"support"_s));
    auto *list = card(bench, u"support"_s)->findChild<QLabel *>(u"asideMails"_s);
    QVERIFY(!list->isVisible());
    card(bench, u"support"_s)->findChild<QPushButton *>(u"showAside"_s)->click();

    QVERIFY(list->isVisible());
    QVERIFY2(list->text().contains("does not give it"_L1), qPrintable(list->text()));
    QVERIFY(list->text().contains("<b>no</b>"_L1) && list->textFormat() == Qt::PlainText);
    QVERIFY(!card(bench, u"orders"_s)->findChild<QPushButton *>(u"showAside"_s)->isVisible());
}

void MailboxPageTest::waitingRepliesAreCounted()
{
    WindowBench bench;
    bench.desk.mail.fill();
    openPage(bench);
    QTRY_VERIFY(card(bench, u"support"_s));
    const QString words = card(bench, u"support"_s)->findChild<QLabel *>(u"mailboxLeaving"_s)->text();
    QVERIFY2(words.contains("3 draft"_L1) && words.contains("1 waiting"_L1) && words.contains("not known"_L1),
             qPrintable(words));
}

void MailboxPageTest::testIsShownStepByStep()
{
    WindowBench bench;
    bench.desk.mail.fill();
    bench.desk.mail.holdsTests = true;
    MailboxesPage *page = openPage(bench);
    QTRY_VERIFY(card(bench, u"support"_s));
    auto *button = card(bench, u"support"_s)->findChild<QPushButton *>(u"testMailbox"_s);
    button->click();
    QTRY_VERIFY(wordsOf(*card(bench, u"support"_s)).contains("Signed in"_L1));
    QCOMPARE(button->text(), u"Stop"_s);
    button->click();
    QTRY_VERIFY(wordsOf(*page).contains("was stopped"_L1));
    bench.desk.mail.holdsTests = false;
    button->click();

    QTRY_VERIFY(wordsOf(*page).contains("works"_L1));
    QCOMPARE(bench.desk.mail.calls, (QStringList{u"test support"_s, u"stop support"_s, u"test support"_s}));
}

void MailboxPageTest::pauseSyncAndModeAreHandedOn()
{
    WindowBench bench;
    bench.desk.mail.fill();
    MailboxesPage *page = openPage(bench);
    QTRY_VERIFY(card(bench, u"support"_s));
    const auto button = [&](const char *name) {
        return card(bench, u"support"_s)->findChild<QPushButton *>(QString::fromLatin1(name));
    };
    button("syncMailbox")->click();
    QTRY_VERIFY(wordsOf(*page).contains("is asked for new mail now"_L1));
    button("pauseMailbox")->click();
    QTRY_COMPARE(button("pauseMailbox")->text(), u"Resume"_s);
    button("pauseMailbox")->click();
    QTRY_COMPARE(button("pauseMailbox")->text(), u"Pause"_s);
    auto *mode = card(bench, u"support"_s)->findChild<QComboBox *>(u"mailboxMode"_s);
    mode->setCurrentIndex(1);
    Q_EMIT mode->activated(1);

    QTRY_VERIFY(wordsOf(*page).contains("leave by"_L1));
    auto *trusted = card(bench, u"support"_s)->findChild<QLineEdit *>(u"trustedAuthserv"_s);
    auto *trust = card(bench, u"support"_s)->findChild<QPushButton *>(u"trustServer"_s);
    QVERIFY(!trust->isVisible());
    trusted->setText(u"mx.desk.example"_s);
    QVERIFY(trust->isVisible());
    trust->click();
    QTRY_VERIFY(wordsOf(*page).contains("mx.desk.example vouches"_L1));
    QTRY_VERIFY(!trust->isVisible());
    QCOMPARE(bench.desk.mail.calls,
             (QStringList{u"sync support"_s, u"pause support 1"_s, u"pause support 0"_s, u"mode support 1"_s,
                          u"trust support mx.desk.example"_s}));
}

void MailboxPageTest::passwordIsChangedOnItsCard()
{
    WindowBench bench;
    bench.desk.mail.fill();
    MailboxesPage *page = openPage(bench);
    QTRY_VERIFY(card(bench, u"billing"_s));
    auto *field = card(bench, u"billing"_s)->findChild<QLineEdit *>(u"newPassword"_s);
    card(bench, u"billing"_s)->findChild<QPushButton *>(u"changePassword"_s)->click();
    QVERIFY(field->isVisible());
    QTest::keyClick(field, Qt::Key_Return); // nothing typed: nothing is changed
    QVERIFY(bench.desk.mail.passwords.isEmpty());
    QTest::keyClicks(field, u"another one"_s);
    QVERIFY(!field->displayText().contains(u"another"_s));
    QTest::keyClick(field, Qt::Key_Return);

    QTRY_COMPARE(bench.desk.mail.passwords, QStringList{u"another one"_s});
    QTRY_VERIFY(wordsOf(*page).contains("new password"_L1));
    QVERIFY(field->text().isEmpty() && !field->isVisible());
}

void MailboxPageTest::removalIsAskedAboutAndSaysWhatStays()
{
    WindowBench bench;
    bench.desk.mail.fill();
    MailboxesPage *page = openPage(bench);
    QTRY_VERIFY(card(bench, u"support"_s));
    const auto ask = [&](const QString &answer) {
        card(bench, u"support"_s)->findChild<QPushButton *>(u"removeMailbox"_s)->click();
        auto *question = card(bench, u"support"_s)->findChild<QFrame *>(u"removalQuestion"_s);
        const QString words = wordsOf(*question);
        question->findChild<QPushButton *>(answer)->click();
        return words;
    };
    const QString words = ask(u"keepMailbox"_s);
    QVERIFY2(words.contains("conversations stay"_L1) && words.contains("2 of its replies"_L1),
             qPrintable(words));
    QVERIFY(bench.desk.mail.calls.isEmpty());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    ask(u"confirmRemoval"_s);

    QTRY_VERIFY(!card(bench, u"support"_s));
    QTRY_VERIFY(wordsOf(*page).contains("is removed"_L1));
    QCOMPARE(bench.desk.mail.calls, QStringList{u"remove support"_s});
}

void MailboxPageTest::searchNarrowsTheMailboxes()
{
    WindowBench bench;
    bench.desk.mail.fill();
    openPage(bench);
    QTRY_VERIFY(card(bench, u"orders"_s));
    bench.find<SettingsView>(u"settingsView"_s)->find(u"billing@"_s);

    QTRY_VERIFY(!card(bench, u"orders"_s)->isVisible());
    QVERIFY(card(bench, u"billing"_s)->isVisible());
}

QTEST_MAIN(MailboxPageTest)
#include "tst_mailboxpage.moc"
