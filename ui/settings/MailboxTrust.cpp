#include "settings/MailboxTrust.h"

#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int fieldWidth = 300;

} // namespace

MailboxTrust::MailboxTrust(const QString &mailbox, QWidget *parent)
    : QWidget(parent)
{
    auto *column = makeColumn(this, 0, Measure::gapSmall);
    auto *row = makeRow();
    m_field = new QLineEdit;
    m_field->setObjectName(u"trustedAuthserv"_s);
    m_field->setAccessibleName(tr("The server that vouches for senders in %1").arg(mailbox));
    m_field->setPlaceholderText(tr("Nobody: senders prove who they are by a code"));
    m_field->setFixedWidth(fieldWidth);
    m_keep = makeButton(tr("Trust it"));
    m_keep->setObjectName(u"trustServer"_s);
    row->addWidget(m_field);
    row->addWidget(m_keep);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(makeWrapped(
        tr("The first word of the Authentication-Results that your own mail server writes, such as "
           "mx.example.org. A sender for whom it vouches counts as known."),
        0.92));
    connect(m_field, &QLineEdit::textChanged, this, &MailboxTrust::updateButton);
    connect(m_field, &QLineEdit::returnPressed, this, &MailboxTrust::take);
    connect(m_keep, &QPushButton::clicked, this, &MailboxTrust::take);
    updateButton();
}

void MailboxTrust::setAuthserv(const QString &authserv)
{
    const bool isTyping = m_field->text().trimmed() != m_authserv;
    m_authserv = authserv;
    if (!isTyping)
        m_field->setText(authserv);
    updateButton();
}

void MailboxTrust::updateButton()
{
    const QString typed = m_field->text().trimmed();
    m_keep->setText(typed.isEmpty() && !m_authserv.isEmpty() ? tr("Trust nobody") : tr("Trust it"));
    m_keep->setVisible(typed != m_authserv);
}

void MailboxTrust::take()
{
    const QString typed = m_field->text().trimmed();
    if (typed != m_authserv)
        Q_EMIT chosen(typed);
}

} // namespace Helmdesk
