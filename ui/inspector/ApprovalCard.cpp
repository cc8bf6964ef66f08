#include "inspector/ApprovalCard.h"

#include "theme/Icons.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

QString joined(const std::vector<std::pair<QString, QString>> &values)
{
    QStringList lines;
    for (const auto &[name, value] : values)
        lines.append(name.isEmpty() ? value : ApprovalCard::tr("%1: %2").arg(name, value));
    return lines.join(u'\n');
}

void addFact(QGridLayout &grid, const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    const int row = grid.rowCount();
    grid.addWidget(makeSecondary(name), row, 0, Qt::AlignTop | Qt::AlignLeading);
    grid.addWidget(makeWrapped(value, 0.92), row, 1);
}

} // namespace

ApprovalCard::ApprovalCard(const ApprovalView &approval, bool showsCustomer, QWidget *parent)
    : QFrame(parent)
    , m_approval(approval)
{
    setObjectName(u"approvalCard"_s);
    setSurface(*this, "approval");
    setAccessibleName(tr("Waiting for approval: %1").arg(approval.effect));
    auto *column = makeColumn(this, Measure::pad, Measure::gap);
    auto *title = makeRow(6);
    title->addWidget(makeIcon(u"shield-alert"_s, Token::Warn));
    QLabel *words = makeLabel(tr("Waiting for approval"), 1.0, QFont::DemiBold);
    words->setProperty("tone", u"warn"_s);
    title->addWidget(words);
    title->addStretch(1);
    column->addLayout(title);
    QLabel *effect = makeWrapped(approval.effect);
    effect->setObjectName(u"approvalEffect"_s);
    effect->setFont(Theme::font(1.05, QFont::DemiBold));
    column->addWidget(effect);
    if (showsCustomer)
        column->addWidget(makeSecondary(tr("Asked for by %1").arg(Words::foreign(approval.customer))));
    column->addWidget(makeFacts());
    if (approval.isForMode) {
        column->addWidget(makeWrapped(tr("Sending the reply carries this out."), 0.92));
        return;
    }
    auto *buttons = makeRow();
    m_approve = makeButton(tr("Approve"), "", u"check"_s);
    m_approve->setObjectName(u"approve"_s);
    m_approve->setAccessibleDescription(approval.effect);
    m_deny = makeButton(tr("Deny"), "", u"x"_s);
    m_deny->setObjectName(u"deny"_s);
    m_deny->setAccessibleDescription(approval.effect);
    buttons->addWidget(m_approve, 1);
    buttons->addWidget(m_deny, 1);
    column->addLayout(buttons);
    connect(m_approve, &QPushButton::clicked, this, [this] { Q_EMIT approved(m_approval); });
    connect(m_deny, &QPushButton::clicked, this, [this] { Q_EMIT denied(m_approval); });
}

QWidget *ApprovalCard::makeFacts()
{
    auto *facts = new QWidget;
    auto *grid = new QGridLayout(facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Measure::gapLarge);
    grid->setVerticalSpacing(Measure::gapSmall);
    grid->setColumnStretch(1, 1);
    addFact(*grid, tr("Before"), joined(m_approval.before));
    addFact(*grid, tr("After"), joined(m_approval.after));
    addFact(*grid, tr("Asked"),
            m_approval.requestedAt.isValid() ? Words::moment(m_approval.requestedAt) : QString());
    addFact(*grid, tr("Why"),
            m_approval.rule.isEmpty() ? tr("In the mode Suggest a person sends")
                                      : Words::rule(m_approval.rule));
    addFact(*grid, tr("Expires"),
            m_approval.expiresAt.isValid() ? Words::moment(m_approval.expiresAt) : QString());
    return facts;
}

void ApprovalCard::setBusy(bool busy)
{
    if (m_approve)
        m_approve->setEnabled(!busy);
    if (m_deny)
        m_deny->setEnabled(!busy);
}

} // namespace Helmdesk
