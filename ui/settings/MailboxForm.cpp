#include "settings/MailboxForm.h"

#include "Replies.h"
#include "settings/MailboxScope.h"
#include "settings/MailboxServers.h"
#include "settings/MailboxWords.h"
#include "settings/MailTestSteps.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QRegularExpression>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

MailboxForm::MailboxForm(MailRoom &room, QWidget *parent)
    : QFrame(parent)
    , m_room(room)
{
    setObjectName(u"mailboxForm"_s);
    setSurface(*this, "card");
    auto *column = makeColumn(this, Measure::gapLarge, Measure::gap);
    m_title = makeLabel({}, 1.15, QFont::DemiBold);
    column->addWidget(m_title);
    m_addressStep = makeAddressStep();
    m_servers = new MailboxServers(m_room);
    m_scope = new MailboxScope;
    m_steps = new MailTestSteps;
    for (QWidget *step : {m_addressStep, static_cast<QWidget *>(m_servers), static_cast<QWidget *>(m_scope)})
        column->addWidget(step);
    column->addWidget(m_steps);
    m_problem = makeWrapped({});
    m_problem->setObjectName(u"mailboxProblem"_s);
    m_problem->setProperty("tone", u"bad"_s);
    column->addWidget(m_problem);
    column->addWidget(makeButtons());
    connect(m_servers, &MailboxServers::changed, this, [this] {
        m_isTried = false;
        showButtons();
    });
    connect(m_servers, &MailboxServers::accepted, this, &MailboxForm::goOn);
    connect(m_scope, &MailboxScope::foldersChanged, this, &MailboxForm::count);
    go(Step::Address);
}

QWidget *MailboxForm::makeAddressStep()
{
    auto *step = new QWidget;
    auto *column = makeColumn(step, 0, Measure::gap);
    column->addWidget(
        makeWrapped(tr("What customers write to. Its servers are looked for; nothing is read or "
                       "sent before you have seen them.")));
    auto *row = makeRow(Measure::gapLarge);
    m_address = new QLineEdit;
    m_address->setObjectName(u"mailAddress"_s);
    m_address->setAccessibleName(tr("Address"));
    m_address->setPlaceholderText(u"support@example.org"_s);
    QLabel *label = makeLabel(tr("A&ddress"));
    label->setBuddy(m_address);
    row->addWidget(label);
    row->addWidget(m_address, 1);
    column->addLayout(row);
    connect(m_address, &QLineEdit::returnPressed, this, &MailboxForm::goOn);
    return step;
}

QWidget *MailboxForm::makeButtons()
{
    auto *buttons = new QWidget;
    auto *row = makeRow();
    buttons->setLayout(row);
    m_doing = makeSecondary({});
    m_doing->setObjectName(u"mailboxDoing"_s);
    row->addWidget(m_doing, 1);
    m_cancel = makeButton(tr("Cancel"), "flat");
    m_cancel->setObjectName(u"cancelMailbox"_s);
    m_byHand = makeButton(tr("&Enter the servers myself"));
    m_byHand->setObjectName(u"serversByHand"_s);
    m_back = makeButton(tr("&Back"));
    m_back->setObjectName(u"mailboxBack"_s);
    m_next = makeButton({}, "primary");
    m_next->setObjectName(u"mailboxNext"_s);
    for (QPushButton *button : {m_cancel, m_byHand, m_back, m_next})
        row->addWidget(button);
    connect(m_cancel, &QPushButton::clicked, this, &MailboxForm::cancelled);
    connect(m_byHand, &QPushButton::clicked, this, [this] {
        if (m_address->text().contains(u'@'))
            showServers(std::nullopt);
        else
            fail(tr("The address is missing, such as support@example.org."));
    });
    connect(m_back, &QPushButton::clicked, this, &MailboxForm::goBack);
    connect(m_next, &QPushButton::clicked, this, &MailboxForm::goOn);
    return buttons;
}

void MailboxForm::begin()
{
    ++m_attempt;
    m_room.stopTrying();
    m_servers->forgetPassword();
    m_address->setText({});
    m_isTried = false;
    setBusy(false);
    go(Step::Address);
}

void MailboxForm::setCanKeepPasswords(bool canKeepPasswords)
{
    m_servers->setCanKeepPasswords(canKeepPasswords);
}

void MailboxForm::go(Step step)
{
    m_step = step;
    m_problem->hide();
    m_steps->clear();
    m_addressStep->setVisible(step == Step::Address);
    m_servers->setVisible(step == Step::Servers);
    m_scope->setVisible(step == Step::Scope);
    const int number = static_cast<int>(step) + 1;
    m_title->setText(step == Step::Address
                         ? tr("Connect your team\u2019s mailbox, step %1 of 3: its address").arg(number)
                     : step == Step::Servers
                         ? tr("Connect %2, step %1 of 3: its servers")
                               .arg(QString::number(number), Words::foreign(m_address->text().trimmed()))
                         : tr("Connect %2, step %1 of 3: what is read")
                               .arg(QString::number(number), Words::foreign(m_address->text().trimmed())));
    showButtons();
    if (step == Step::Address)
        m_address->setFocus(Qt::OtherFocusReason);
    else if (step == Step::Servers)
        m_servers->focusFirst();
    else
        m_scope->focusFirst();
}

void MailboxForm::showButtons()
{
    m_byHand->setVisible(m_step == Step::Address);
    m_back->setVisible(m_step != Step::Address);
    m_next->setText(m_step == Step::Address ? tr("&Find its servers")
                    : m_step == Step::Scope ? tr("&Connect the mailbox")
                    : m_isTried             ? tr("&Continue")
                                            : tr("&Test"));
    m_next->setEnabled(!m_isBusy);
}

void MailboxForm::setBusy(bool isBusy, const QString &doing)
{
    m_isBusy = isBusy;
    m_doing->setText(doing);
    m_addressStep->setEnabled(!isBusy);
    m_servers->setEnabled(!isBusy);
    m_scope->setEnabled(!isBusy);
    showButtons();
}

void MailboxForm::goOn()
{
    if (m_isBusy)
        return;
    m_problem->hide();
    switch (m_step) {
    case Step::Address:
        find();
        return;
    case Step::Servers:
        if (!m_isTried) {
            tryOut();
            return;
        }
        go(Step::Scope);
        count();
        return;
    case Step::Scope:
        add();
        return;
    }
}

void MailboxForm::goBack()
{
    ++m_attempt;
    m_room.stopTrying();
    setBusy(false);
    go(m_step == Step::Scope ? Step::Servers : Step::Address);
}

void MailboxForm::find()
{
    static const QRegularExpression address(u"^[^@\\s<>,;\"]+@[^@\\s<>,;\"]+$"_s);
    const QString given = m_address->text().trimmed();
    if (!address.match(given).hasMatch()) {
        fail(tr("This is no mail address: it reads like support@example.org."));
        return;
    }
    setBusy(true, tr("Looking for its servers"));
    const int attempt = ++m_attempt;
    whenDone(m_room.findServers(given), this, [this, attempt](const Result<FoundServers> &found) {
        if (attempt != m_attempt)
            return;
        setBusy(false);
        if (found)
            showServers(*found);
        else if (found.error().kind == ErrorKind::NotFound)
            fail(tr("Nothing tells which servers this address has. Enter them yourself."));
        else
            fail(MailboxWords::failure(found.error()));
    });
}

void MailboxForm::showServers(const std::optional<FoundServers> &found)
{
    ++m_attempt;
    m_room.stopTrying();
    setBusy(false);
    m_isTried = false;
    m_servers->begin(m_address->text().trimmed(), found);
    go(Step::Servers);
}

// Shows the steps as they end; what comes after the form was left is not asked for.
void MailboxForm::runTest(const NewMailbox &mailbox, const QString &doing,
                          const std::function<void(const MailTest &)> &then)
{
    setBusy(true, doing);
    m_steps->begin();
    const int attempt = ++m_attempt;
    const auto tell = [form = QPointer(this), attempt](const MailTestStep &step) {
        if (form && attempt == form->m_attempt)
            form->m_steps->add(step);
    };
    whenDone(m_room.tryOut(mailbox, tell), this, [this, attempt, then](const Result<MailTest> &test) {
        if (attempt != m_attempt)
            return;
        setBusy(false);
        m_steps->end();
        if (test)
            then(*test);
        else
            fail(MailboxWords::failure(test.error()));
    });
}

void MailboxForm::tryOut()
{
    if (const QString problem = m_servers->problem(); !problem.isEmpty()) {
        fail(problem);
        return;
    }
    runTest(m_servers->mailbox(), tr("Testing; nothing is changed on the server"),
            [this](const MailTest &test) { tried(test); });
}

void MailboxForm::tried(const MailTest &test)
{
    m_isTried = test.isUsable;
    showButtons();
    if (test.isUsable)
        m_scope->begin(test.folders, m_servers->mailbox().account.smtp.isSet());
    else
        fail(tr("Correct what is wrong and test again."));
    m_next->setFocus(Qt::OtherFocusReason);
}

// How many mails each look-back means: of the folders that are chosen.
void MailboxForm::count()
{
    NewMailbox mailbox = m_servers->mailbox();
    m_scope->apply(mailbox.account);
    m_scope->setCounts({});
    const int counting = ++m_counting;
    if (mailbox.account.folders.watched.isEmpty())
        return;
    whenDone(m_room.lookBack(mailbox, MailboxScope::lookBacks()), this,
             [this, counting](const Result<std::vector<LookBackCount>> &counts) {
                 if (counts && counting == m_counting) // else the spans alone are shown
                     m_scope->setCounts(*counts);
             });
}

// What sends is tested first, as what reads was.
void MailboxForm::add()
{
    if (const QString problem = m_scope->problem(); !problem.isEmpty()) {
        fail(problem);
        return;
    }
    NewMailbox mailbox = m_servers->mailbox();
    m_scope->apply(mailbox.account);
    if (mailbox.account.mode == MailMode::DraftsOnly) {
        store(mailbox);
        return;
    }
    runTest(mailbox, tr("Testing whether it can send; nothing is sent"),
            [this, mailbox](const MailTest &test) {
                if (test.isUsable)
                    store(mailbox);
                else
                    fail(tr("It cannot send so far. Choose drafts only, or go back and correct the server."));
            });
}

void MailboxForm::store(const NewMailbox &mailbox)
{
    setBusy(true);
    const QString name = mailbox.account.name;
    whenDone(m_room.add(mailbox), this, [this, name](const Result<KeptPassword> &kept) {
        setBusy(false);
        if (!kept) {
            fail(kept.error().kind == ErrorKind::Conflict
                     ? tr("There is a mailbox \u201c%1\u201d already. Go back and choose another name.")
                           .arg(name)
                     : Words::error(kept.error()));
            return;
        }
        begin(); // nothing typed stays, the password least of all
        Q_EMIT added(name, *kept);
    });
}

void MailboxForm::fail(const QString &why)
{
    m_problem->setText(why);
    m_problem->show();
}

void MailboxForm::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel))
        Q_EMIT cancelled();
    else
        QFrame::keyPressEvent(event);
}

} // namespace Helmdesk
