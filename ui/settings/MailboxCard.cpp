#include "settings/MailboxCard.h"

#include "settings/MailboxTrust.h"
#include "settings/MailboxWords.h"
#include "settings/MailTestSteps.h"
#include "theme/Icons.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QLocale>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int modeWidth = 300;
constexpr int passwordLineWidth = 480;

} // namespace

MailboxCard::MailboxCard(const MailboxRow &row, QWidget *parent)
    : QFrame(parent)
    , m_row(row)
{
    setObjectName(u"mailbox."_s + row.account.name);
    setSurface(*this, "card");
    auto *column = makeColumn(this, Measure::gapLarge, Measure::gap);
    makeHead(*column);
    m_steps = new MailTestSteps;
    column->addWidget(m_steps);
    makeFacts(*column);
    connect(&Theme::instance(), &Theme::changed, this, &MailboxCard::showState);
}

void MailboxCard::makeHead(QVBoxLayout &column)
{
    const QString &name = m_row.account.name;
    auto *head = makeRow();
    m_name = new ElidedLabel(name);
    m_name->setFont(Theme::font(1.15, QFont::DemiBold));
    m_name->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // the chips stand beside it
    head->addWidget(m_name);
    m_chips = makeRow(Measure::gapSmall);
    head->addLayout(m_chips);
    head->addStretch(1);
    m_test = makeButton({});
    m_test->setObjectName(u"testMailbox"_s);
    m_sync = makeButton(tr("Sync now"));
    m_sync->setObjectName(u"syncMailbox"_s);
    m_sync->setAccessibleName(tr("Ask the server of %1 for new mail now").arg(name));
    m_pause = makeButton({});
    m_pause->setObjectName(u"pauseMailbox"_s);
    m_remove = makeButton(tr("Remove"), "danger");
    m_remove->setObjectName(u"removeMailbox"_s);
    m_remove->setAccessibleName(tr("Remove the mailbox %1").arg(name));
    for (QPushButton *button : {m_test, m_sync, m_pause, m_remove})
        head->addWidget(button);
    column.addLayout(head);
    auto *line = makeRow();
    m_sign = makeLabel({});
    m_sign->setFixedSize(Measure::icon, Measure::icon);
    line->addWidget(m_sign, 0, Qt::AlignTop);
    m_state = makeWrapped({});
    m_state->setObjectName(u"mailboxState"_s);
    line->addWidget(m_state, 1);
    column.addLayout(line);
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (m_isTesting)
            Q_EMIT stopRequested();
        else
            Q_EMIT testRequested();
    });
    connect(m_sync, &QPushButton::clicked, this, &MailboxCard::syncRequested);
    connect(m_pause, &QPushButton::clicked, this, [this] { Q_EMIT pauseRequested(!m_row.account.isPaused); });
    connect(m_remove, &QPushButton::clicked, this, &MailboxCard::askRemoval);
}

void MailboxCard::makeFacts(QVBoxLayout &column)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Measure::gapLarge);
    grid->setVerticalSpacing(Measure::gapSmall);
    grid->setColumnStretch(1, 1);
    int line = 0;
    const auto fact = [&](const QString &name, const QString &objectName) {
        QLabel *value = makeWrapped({}, 0.92);
        value->setObjectName(objectName);
        grid->addWidget(makeSecondary(name), line, 0, Qt::AlignTop);
        grid->addWidget(value, line++, 1);
        return value;
    };
    m_address = fact(tr("Address"), u"mailboxAddress"_s);
    m_servers = fact(tr("Servers"), u"mailboxServers"_s);
    m_folders = fact(tr("Folders"), u"mailboxFolders"_s);
    m_asked = fact(tr("Last asked"), u"mailboxAsked"_s);
    m_taken = fact(tr("Mails"), u"mailboxTaken"_s);
    grid->addWidget(makeAsideList(), line++, 1);
    m_leaving = fact(tr("Replies"), u"mailboxLeaving"_s);
    m_password = fact(tr("Password"), u"mailboxPassword"_s);
    grid->addWidget(makePasswordLine(), line++, 1);
    m_mode = new ChoiceBox;
    m_mode->setObjectName(u"mailboxMode"_s);
    m_mode->setAccessibleName(tr("How replies leave by %1").arg(m_row.account.name));
    m_mode->setFixedWidth(modeWidth);
    for (const MailMode mode : {MailMode::DraftsOnly, MailMode::Sending})
        m_mode->addItem(MailboxWords::mode(mode), static_cast<int>(mode));
    grid->addWidget(makeSecondary(tr("Replies are")), line, 0);
    grid->addWidget(m_mode, line, 1, Qt::AlignLeading);
    ++line;
    m_trust = new MailboxTrust(m_row.account.name);
    grid->addWidget(makeSecondary(tr("Vouches for senders")), line, 0, Qt::AlignTop);
    grid->addWidget(m_trust, line, 1);
    connect(m_trust, &MailboxTrust::chosen, this, &MailboxCard::trustChosen);
    column.addLayout(grid);
    connect(m_mode, &QComboBox::activated, this,
            [this] { Q_EMIT modeChosen(static_cast<MailMode>(m_mode->currentData().toInt())); });
}

// A link, and below it the mails with their reasons.
QWidget *MailboxCard::makeAsideList()
{
    auto *both = new QWidget;
    auto *column = makeColumn(both, 0, Measure::gapSmall);
    m_showAside = makeButton({}, "link");
    m_showAside->setObjectName(u"showAside"_s);
    m_showAside->setCheckable(true);
    auto *row = makeRow(0);
    row->addWidget(m_showAside);
    row->addStretch(1);
    column->addLayout(row);
    m_aside = makeWrapped({}, 0.92);
    m_aside->setObjectName(u"asideMails"_s);
    m_aside->hide();
    column->addWidget(m_aside);
    connect(m_showAside, &QPushButton::toggled, this, &MailboxCard::showAside);
    return both;
}

// A link, and in its place a field while a password is typed.
QWidget *MailboxCard::makePasswordLine()
{
    auto *both = new QWidget;
    auto *row = makeRow();
    both->setLayout(row);
    m_changePassword = makeButton({}, "link");
    m_changePassword->setObjectName(u"changePassword"_s);
    m_changePassword->setAccessibleName(tr("Change the password of %1").arg(m_row.account.name));
    row->addWidget(m_changePassword);
    m_passwordLine = new QWidget;
    m_passwordLine->setMaximumWidth(passwordLineWidth);
    auto *line = makeRow();
    m_passwordLine->setLayout(line);
    m_newPassword = new QLineEdit;
    m_newPassword->setObjectName(u"newPassword"_s);
    m_newPassword->setAccessibleName(tr("New password of %1").arg(m_row.account.name));
    m_newPassword->setEchoMode(QLineEdit::Password);
    line->addWidget(m_newPassword, 1);
    QPushButton *cancel = makeButton(tr("Cancel"), "flat");
    QPushButton *keep = makeButton(tr("Keep the password"));
    keep->setObjectName(u"keepPassword"_s);
    line->addWidget(cancel);
    line->addWidget(keep);
    m_passwordLine->hide();
    row->addWidget(m_passwordLine, 1);
    row->addStretch(0);
    connect(m_changePassword, &QPushButton::clicked, this, [this] {
        m_changePassword->hide();
        m_passwordLine->show();
        m_newPassword->setFocus(Qt::OtherFocusReason);
    });
    connect(cancel, &QPushButton::clicked, this, &MailboxCard::closePasswordLine);
    connect(keep, &QPushButton::clicked, this, &MailboxCard::takePassword);
    connect(m_newPassword, &QLineEdit::returnPressed, this, &MailboxCard::takePassword);
    return both;
}

void MailboxCard::setRow(const MailboxRow &row, bool canKeepPasswords)
{
    const bool isNewMode = m_chips->count() == 0 || row.account.mode != m_row.account.mode;
    m_row = row;
    m_canKeepPasswords = canKeepPasswords;
    const MailAccount &account = row.account;
    if (isNewMode) {
        clearLayout(*m_chips);
        m_chips->addWidget(new Chip({MailboxWords::mode(account.mode), {}, Tone::Accent}));
        m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(account.mode)));
    }
    m_address->setText(Words::foreign(account.address));
    //: Two servers of a mailbox
    m_servers->setText(account.smtp.isSet()
                           ? tr("Reads from %1; sends by %2")
                                 .arg(MailboxWords::server(account.imap), MailboxWords::server(account.smtp))
                           : tr("Reads from %1").arg(MailboxWords::server(account.imap)));
    const bool isOpen =
        account.imap.tls == MailTls::None || (account.smtp.isSet() && account.smtp.tls == MailTls::None);
    setStyleProperty(*m_servers, "tone", isOpen ? u"warn"_s : QString());
    QStringList folders;
    for (const QString &folder : account.folders.watched)
        folders << Words::foreign(folder);
    m_folders->setText(QLocale().createSeparatedList(folders));
    m_asked->setText(MailboxWords::lastAsked(row));
    m_taken->setText(MailboxWords::taken(row));
    showAside();
    m_leaving->setText(MailboxWords::leaving(row));
    setStyleProperty(*m_leaving, "tone", row.outgoing.unknown > 0 ? u"warn"_s : QString());
    m_password->setText(MailboxWords::password(row));
    m_changePassword->setVisible(canKeepPasswords && !row.isPasswordGiven && m_passwordLine->isHidden());
    m_changePassword->setText(row.hasPassword ? tr("Change the password") : tr("Give it a password"));
    m_mode->setEnabled(account.smtp.isSet());
    m_trust->setAuthserv(account.trustedAuthserv);
    showState();
}

void MailboxCard::showAside()
{
    const auto count = static_cast<int>(m_row.state.aside);
    m_showAside->setVisible(count > 0);
    m_showAside->setText(m_showAside->isChecked() ? tr("%Ln put aside: hide the reasons", nullptr, count)
                                                  : tr("%Ln put aside: show the reasons", nullptr, count));
    m_aside->setVisible(m_showAside->isChecked() && count > 0);
    QStringList lines;
    for (const AsideMail &mail : m_row.aside)
        lines << MailboxWords::aside(mail);
    if (count > lines.size())
        lines << tr("and %Ln earlier one(s)", nullptr, count - static_cast<int>(lines.size()));
    m_aside->setText(lines.join(u'\n'));
}

void MailboxCard::takePassword()
{
    const QString password = m_newPassword->text();
    if (password.isEmpty())
        return;
    closePasswordLine();
    Q_EMIT passwordTyped(password);
}

void MailboxCard::closePasswordLine()
{
    m_newPassword->setText({}); // and what could be undone
    m_passwordLine->hide();
    m_changePassword->show();
    m_changePassword->setFocus(Qt::OtherFocusReason);
}

MailTestSteps &MailboxCard::beginTest()
{
    m_isTesting = true;
    m_steps->begin();
    showState();
    return *m_steps;
}

void MailboxCard::endTest()
{
    m_isTesting = false;
    m_steps->end();
    showState();
}

void MailboxCard::focusTest()
{
    m_test->setFocus(Qt::OtherFocusReason);
}

bool MailboxCard::holds(const QString &words) const
{
    const MailAccount &account = m_row.account;
    return QString(account.name + u' ' + account.address + u' ' + account.imap.host)
        .contains(words, Qt::CaseInsensitive);
}

void MailboxCard::showState()
{
    const QString &name = m_row.account.name;
    const MailboxWords::Sign sign = MailboxWords::sign(m_row);
    m_sign->setPixmap(icon(sign.icon, sign.token).pixmap(Measure::icon, Measure::icon));
    m_state->setText(MailboxWords::state(m_row, QDateTime::currentDateTimeUtc()));
    setStyleProperty(*m_state, "tone", QString::fromLatin1(sign.tone));
    m_test->setText(m_isTesting ? tr("Stop") : tr("Test"));
    m_test->setAccessibleName(m_isTesting ? tr("Stop the test of %1").arg(name)
                                          : tr("Test the mailbox %1").arg(name));
    m_pause->setText(m_row.account.isPaused ? tr("Resume") : tr("Pause"));
    m_pause->setAccessibleName(m_row.account.isPaused ? tr("Resume the mailbox %1").arg(name)
                                                      : tr("Pause the mailbox %1").arg(name));
    m_sync->setEnabled(!m_row.account.isPaused);
}

void MailboxCard::askRemoval()
{
    closeQuestion();
    m_question = new QFrame;
    m_question->setObjectName(u"removalQuestion"_s);
    setSurface(*m_question, "barWarn");
    auto *column = makeColumn(m_question, Measure::pad, Measure::gapSmall);
    QLabel *what = makeWrapped(tr("Remove \u201c%1\u201d?").arg(Words::foreign(m_row.account.name)));
    what->setFont(Theme::font(1.0, QFont::DemiBold));
    column->addWidget(what);
    column->addWidget(makeWrapped(tr("Its conversations stay here, and every mail stays on the server. It is "
                                     "no longer read, and its password is forgotten.")));
    const auto left = static_cast<int>(m_row.outgoing.waiting + m_row.outgoing.unknown);
    if (left > 0)
        column->addWidget(makeWrapped(tr(
            "%Ln of its replies have not left for certain: those fail, with that reason.", nullptr, left)));
    auto *row = makeRow();
    row->addStretch(1);
    QPushButton *no = makeButton(tr("Keep it"));
    no->setObjectName(u"keepMailbox"_s);
    QPushButton *yes = makeButton(tr("Remove it"), "danger");
    yes->setObjectName(u"confirmRemoval"_s);
    row->addWidget(no);
    row->addWidget(yes);
    column->addLayout(row);
    layout()->addWidget(m_question);
    connect(no, &QPushButton::clicked, this, [this] {
        closeQuestion();
        m_remove->setFocus(Qt::OtherFocusReason);
    });
    connect(yes, &QPushButton::clicked, this, [this] {
        closeQuestion();
        Q_EMIT removeRequested();
    });
    no->setFocus(Qt::OtherFocusReason);
}

void MailboxCard::closeQuestion()
{
    if (QFrame *question = std::exchange(m_question, nullptr)) {
        question->hide();
        question->deleteLater();
    }
}

} // namespace Helmdesk
