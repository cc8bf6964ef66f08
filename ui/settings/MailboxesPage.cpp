#include "settings/MailboxesPage.h"

#include "Replies.h"
#include "settings/MailboxCard.h"
#include "settings/MailboxForm.h"
#include "settings/MailboxWords.h"
#include "settings/MailTestSteps.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QPointer>
#include <QScrollArea>
#include <QStackedWidget>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int noticeMs = 8000;
constexpr int refreshMs = 1000;
enum Shown { EmptyPage, ListPage };

} // namespace

MailboxesPage::MailboxesPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_room(desk.mailRoom())
{
    setObjectName(u"mailboxesPage"_s);
    auto *column = makeColumn(this);
    m_bar = new InlineBar(this);
    column->addWidget(m_bar);
    m_stack = new QStackedWidget(this);
    m_first = makeButton(tr("&Connect your team\u2019s mailbox"), "primary");
    m_first->setObjectName(u"firstMailbox"_s);
    m_stack->addWidget(makeEmptyState(
        u"mail"_s,
        tr("Connect your team\u2019s mailbox, and what customers write arrives here within a second. It "
           "takes "
           "an address and its password. At first nothing is sent: each reply appears as a draft in the "
           "mailbox itself, and nothing there is moved or marked as read."),
        m_first));
    m_stack->addWidget(makeBody());
    column->addWidget(m_stack, 1);
    m_timer.setInterval(refreshMs);
    connect(&m_timer, &QTimer::timeout, this, &MailboxesPage::refresh);
    connect(m_first, &QPushButton::clicked, this, &MailboxesPage::begin);
    connect(&desk, &Desk::settingsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

QWidget *MailboxesPage::makeBody()
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("Mailboxes"));
    area->setFocusPolicy(Qt::NoFocus);
    QVBoxLayout *column = makePageColumn(*area);
    m_form = new MailboxForm(m_room);
    m_form->hide();
    column->addWidget(m_form);
    m_head = new QWidget;
    auto *head = makeRow();
    m_head->setLayout(head);
    head->addWidget(makeLabel(tr("Mailboxes"), 1.15, QFont::DemiBold), 1);
    m_add = makeButton(tr("&Connect another mailbox"), "", u"plus"_s);
    m_add->setObjectName(u"newMailbox"_s);
    head->addWidget(m_add);
    column->addWidget(m_head);
    m_list = makeColumn(nullptr, 0, Measure::gapLarge);
    column->addLayout(m_list);
    m_nothing = makeSecondary(tr("No mailbox matches the search."));
    column->addWidget(m_nothing);
    column->addStretch(1);
    connect(m_add, &QPushButton::clicked, this, &MailboxesPage::begin);
    connect(m_form, &MailboxForm::cancelled, this, &MailboxesPage::closeForm);
    connect(m_form, &MailboxForm::added, this, &MailboxesPage::added);
    return area;
}

void MailboxesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    m_timer.start();
}

void MailboxesPage::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QWidget::hideEvent(event);
}

void MailboxesPage::refresh()
{
    if (std::exchange(m_isReading, true))
        return; // an answer is on its way
    whenDone(m_room.mailboxes(), this, [this](const Result<MailboxesView> &view) {
        m_isReading = false;
        if (view)
            show(*view);
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(view.error()));
    });
}

void MailboxesPage::show(const MailboxesView &view)
{
    m_view = view;
    m_form->setCanKeepPasswords(view.canKeepPasswords);
    showCards();
    const bool isEmpty = view.mailboxes.empty();
    m_head->setVisible(!isEmpty);
    m_add->setVisible(m_form->isHidden());
    m_stack->setCurrentIndex(isEmpty && m_form->isHidden() ? EmptyPage : ListPage);
    filter(m_filter);
}

void MailboxesPage::showCards()
{
    const bool isKnown = static_cast<std::size_t>(m_cards.size()) == m_view.mailboxes.size() &&
                         std::ranges::all_of(m_view.mailboxes, [this](const MailboxRow &row) {
                             return m_cards.contains(row.account.name);
                         });
    if (!isKnown) {
        clearLayout(*m_list);
        m_cards.clear();
        for (const MailboxRow &row : m_view.mailboxes)
            addCard(row);
    }
    for (const MailboxRow &row : m_view.mailboxes)
        m_cards.value(row.account.name)->setRow(row, m_view.canKeepPasswords);
    if (MailboxCard *card = m_cards.value(m_wanted)) {
        m_wanted.clear();
        card->focusTest();
    }
}

void MailboxesPage::addCard(const MailboxRow &row)
{
    const QString name = row.account.name;
    auto *card = new MailboxCard(row);
    m_list->addWidget(card);
    m_cards.insert(name, card);
    connect(card, &MailboxCard::testRequested, this, [this, name] { test(name); });
    connect(card, &MailboxCard::stopRequested, this, [this, name] { m_room.stopTest(name); });
    connect(card, &MailboxCard::syncRequested, this, [this, name] {
        answer(m_room.syncNow(name), tr("The server of \u201c%1\u201d is asked for new mail now.").arg(name));
    });
    connect(card, &MailboxCard::pauseRequested, this, [this, name](bool paused) {
        answer(m_room.setPaused(name, paused), paused ? tr("\u201c%1\u201d is paused.").arg(name)
                                                      : tr("\u201c%1\u201d is read again.").arg(name));
    });
    connect(card, &MailboxCard::removeRequested, this, [this, name] {
        answer(m_room.remove(name),
               tr("\u201c%1\u201d is removed. Its conversations are still here.").arg(name));
    });
    connect(card, &MailboxCard::modeChosen, this, [this, name](MailMode mode) { setMode(name, mode); });
    connect(card, &MailboxCard::trustChosen, this, [this, name](const QString &authserv) {
        answer(m_room.setTrustedAuthserv(name, authserv),
               authserv.isEmpty()
                   ? tr("Nobody vouches for senders in \u201c%1\u201d any more.").arg(name)
                   : tr("Senders for whom %1 vouches are known in \u201c%2\u201d.").arg(authserv, name));
    });
    connect(card, &MailboxCard::passwordTyped, this,
            [this, name](const QString &password) { changePassword(name, password); });
}

void MailboxesPage::filter(const QString &words)
{
    m_filter = words;
    bool hasOne = false;
    for (MailboxCard *card : std::as_const(m_cards)) {
        card->setVisible(words.isEmpty() || card->holds(words));
        hasOne = hasOne || !card->isHidden();
    }
    m_nothing->setVisible(!m_cards.isEmpty() && !hasOne);
}

void MailboxesPage::begin()
{
    m_form->show();
    m_add->hide();
    m_stack->setCurrentIndex(ListPage);
    m_form->begin();
}

void MailboxesPage::closeForm()
{
    m_form->begin(); // nothing typed stays, the password least of all
    m_form->hide();
    show(m_view);
    (m_view.mailboxes.empty() ? m_first : m_add)->setFocus(Qt::OtherFocusReason);
}

void MailboxesPage::added(const QString &name, const KeptPassword &password)
{
    m_wanted = name;
    m_form->hide();
    if (password.isLost)
        m_bar->say(InlineBar::Kind::Warn,
                   tr("\u201c%1\u201d is added, but its password could not be kept. Set the environment "
                      "variable %2 before you start Helmdesk.")
                       .arg(name, password.variable));
    else
        m_bar->say(InlineBar::Kind::Ok,
                   tr("\u201c%1\u201d is connected. What arrives there appears in the inbox.").arg(name),
                   noticeMs);
    refresh();
}

void MailboxesPage::test(const QString &name)
{
    MailboxCard *card = m_cards.value(name);
    if (card == nullptr)
        return;
    const auto tell = [steps = QPointer(&card->beginTest())](const MailTestStep &step) {
        if (steps)
            steps->add(step);
    };
    whenDone(m_room.test(name, tell), this,
             [this, name](const Result<MailTest> &test) { tested(name, test); });
}

void MailboxesPage::tested(const QString &name, const Result<MailTest> &test)
{
    if (MailboxCard *card = m_cards.value(name))
        card->endTest();
    if (!test)
        m_bar->say(InlineBar::Kind::Bad, MailboxWords::failure(test.error()));
    else if (test->isUsable)
        m_bar->say(InlineBar::Kind::Ok, tr("\u201c%1\u201d works.").arg(name), noticeMs);
    else
        m_bar->say(InlineBar::Kind::Bad,
                   tr("\u201c%1\u201d does not work. %2")
                       .arg(name, test->steps.empty() ? QString() : MailboxWords::step(test->steps.back())));
    refresh();
}

void MailboxesPage::changePassword(const QString &name, const QString &password)
{
    whenDone(m_room.changePassword(name, password), this, [this, name](const Result<KeptPassword> &changed) {
        if (!changed)
            m_bar->say(InlineBar::Kind::Bad, Words::error(changed.error()));
        else if (changed->isLost)
            m_bar->say(
                InlineBar::Kind::Warn,
                tr("The password could not be kept, and the one before stays. The environment variable "
                   "%1 can hold it.")
                    .arg(changed->variable));
        else
            m_bar->say(InlineBar::Kind::Ok,
                       tr("\u201c%1\u201d signs in with the new password from now on.").arg(name), noticeMs);
        refresh();
    });
}

void MailboxesPage::setMode(const QString &name, MailMode mode)
{
    answer(m_room.setMode(name, mode),
           mode == MailMode::Sending
               ? tr("Replies leave by \u201c%1\u201d from now on.").arg(name)
               : tr("\u201c%1\u201d sends nothing any more: replies are drafts in it.").arg(name));
}

void MailboxesPage::answer(const MailRoom::Reply<> &reply, const QString &done)
{
    whenDone(reply, this, [this, done](const Result<> &result) {
        if (result)
            m_bar->say(InlineBar::Kind::Ok, done, noticeMs);
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(result.error()));
        refresh();
    });
}

} // namespace Helmdesk
