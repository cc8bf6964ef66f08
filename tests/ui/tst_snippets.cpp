// The page of the snippets: what is added, changed and deleted can be taken back, and nothing that was typed
// is lost on the way.

#include "snippets/Placeholders.h"
#include "snippets/SnippetsPage.h"
#include "support/FakeDesk.h"
#include "support/TestSupport.h"
#include "theme/Theme.h"

#include <QApplication>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::FakeDesk;

class SnippetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void changeIsKeptAndTakenBack();
    void newOneIsKeptWithItsPlaceholders();
    void deletedOneComesBack();
    void choosingAnotherKeepsTheChange();
    void takenNameIsSaidAndNothingIsLost();
    void unfinishedOneIsNotKept();
    void everyPlaceholderIsFilled();

private:
    Snippet stored(const QString &name);
    void choose(const QString &name);
    QPushButton *button(const QString &name) { return m_page->findChild<QPushButton *>(name); }
    void undo();

    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<SnippetsPage> m_page;
    QListView *m_list = nullptr;
    QLineEdit *m_name = nullptr;
    QPlainTextEdit *m_text = nullptr;
};

void SnippetsTest::initTestCase()
{
    Theme::instance().apply(*qApp, Scheme::Light);
}

void SnippetsTest::init()
{
    m_page.reset();
    m_desk = std::make_unique<FakeDesk>(FakeDesk::Content::Sample);
    m_page = std::make_unique<SnippetsPage>(*m_desk);
    m_page->show();
    m_page->refresh();
    m_list = m_page->findChild<QListView *>(u"snippetList"_s);
    m_name = m_page->findChild<QLineEdit *>(u"snippetName"_s);
    m_text = m_page->findChild<QPlainTextEdit *>(u"snippetText"_s);
    QTRY_COMPARE(m_list->model()->rowCount(), 3);
}

Snippet SnippetsTest::stored(const QString &name)
{
    const auto all = m_desk->snippets().result();
    for (const Snippet &each : *all)
        if (each.name == name)
            return each;
    return {};
}

void SnippetsTest::choose(const QString &name)
{
    for (int row = 0; row < m_list->model()->rowCount(); ++row)
        if (m_list->model()->index(row, 0).data().toString() == name)
            m_list->setCurrentIndex(m_list->model()->index(row, 0));
}

void SnippetsTest::undo()
{
    auto *bar = m_page->findChild<QFrame *>(u"inlineBar"_s);
    QTRY_VERIFY(bar->isVisible());
    QTRY_COMPARE(bar->findChild<QPushButton *>()->text(), u"Undo"_s);
    bar->findChild<QPushButton *>()->click();
}

void SnippetsTest::changeIsKeptAndTakenBack()
{
    choose(u"Closing"_s);
    QVERIFY(!button(u"saveSnippet"_s)->isEnabled());
    m_text->setPlainText(u"Bye\n{operator}"_s);
    button(u"saveSnippet"_s)->click();
    QTRY_COMPARE(stored(u"Closing"_s).text, u"Bye\n{operator}"_s);

    undo();

    QTRY_COMPARE(stored(u"Closing"_s).text, u"Kind regards\n{operator}"_s);
    QTRY_COMPARE(m_text->toPlainText(), u"Kind regards\n{operator}"_s);
}

void SnippetsTest::newOneIsKeptWithItsPlaceholders()
{
    m_page->findChild<QToolButton *>(u"newSnippet"_s)->click();
    m_name->setText(u"  Delay "_s);
    for (QPushButton *each : m_page->findChildren<QPushButton *>())
        if (each->text() == "{ticket}"_L1)
            each->click();
    button(u"saveSnippet"_s)->click();

    QTRY_COMPARE(stored(u"Delay"_s).text, u"{ticket}"_s);
    QTRY_COMPARE(m_list->currentIndex().data().toString(), u"Delay"_s);
    undo();
    QTRY_COMPARE(stored(u"Delay"_s).id, 0);
}

void SnippetsTest::deletedOneComesBack()
{
    const Snippet before = stored(u"Order"_s);
    choose(u"Order"_s);
    button(u"deleteSnippet"_s)->click();
    QTRY_COMPARE(m_list->model()->rowCount(), 2);
    QVERIFY(!m_text->isVisible());

    undo();

    QTRY_COMPARE(stored(u"Order"_s), before);
    QTRY_COMPARE(m_list->currentIndex().data().toString(), u"Order"_s);
}

void SnippetsTest::choosingAnotherKeepsTheChange()
{
    choose(u"Closing"_s);
    m_text->setPlainText(u"So long"_s);

    choose(u"Order"_s);

    QTRY_COMPARE(stored(u"Closing"_s).text, u"So long"_s);
    QTRY_COMPARE(m_name->text(), u"Order"_s);
    m_text->setPlainText(u"Never mind"_s);
    m_page->flush(); // another room was entered
    QTRY_COMPARE(stored(u"Order"_s).text, u"Never mind"_s);
}

void SnippetsTest::takenNameIsSaidAndNothingIsLost()
{
    choose(u"Closing"_s);
    m_text->setPlainText(u"So long"_s);
    m_desk->failure = Error{ErrorKind::Conflict, u"another"_s};
    button(u"saveSnippet"_s)->click();

    auto *bar = m_page->findChild<QFrame *>(u"inlineBar"_s);
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bar->accessibleName().contains(u"Closing"_s));
    QCOMPARE(m_text->toPlainText(), u"So long"_s);
    QVERIFY(button(u"saveSnippet"_s)->isEnabled());
    m_desk->failure.reset();
    button(u"saveSnippet"_s)->click();
    QTRY_COMPARE(stored(u"Closing"_s).text, u"So long"_s);
}

void SnippetsTest::unfinishedOneIsNotKept()
{
    m_page->begin(u"  "_s);
    m_name->setText(u"Empty"_s);
    QVERIFY(!button(u"saveSnippet"_s)->isEnabled());
    choose(u"Order"_s);

    QTRY_COMPARE(m_name->text(), u"Order"_s);
    QVERIFY(!m_desk->calls.contains(u"saveSnippet Empty"_s));
}

void SnippetsTest::everyPlaceholderIsFilled()
{
    ConversationView view;
    view.row.customer = u"Mara Lindqvist"_s;
    view.language = u"de"_s;
    view.row.ticket = TicketId{17};
    QString text;
    for (const Placeholder &each : placeholders())
        text += each.token;

    QCOMPARE(withPlaceholders(text, view, u"Robin"_s),
             u"MaraMara Lindqvist17Robin"_s +
                 QLocale(u"de"_s).toString(QDate::currentDate(), QLocale::LongFormat));
    QCOMPARE(withPlaceholders(u"{order}"_s, view, u"Robin"_s), u"{order}"_s);
}

QTEST_MAIN(SnippetsTest)
#include "tst_snippets.moc"
