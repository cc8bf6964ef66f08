#include "inspector/ApprovalCard.h"

#include "EffectWords.h"
#include "theme/Icons.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

QString joined(const std::vector<std::pair<QString, QString>> &values)
{
    QStringList lines;
    for (const auto &[name, value] : values)
        lines.append(name.isEmpty() ? value
                                    : ApprovalCard::tr("%1: %2").arg(EffectWords::field(name),
                                                                     EffectWords::value(value)));
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

ApprovalCard::ApprovalCard(const ApprovalView &approval, Detail detail, QWidget *parent)
    : QFrame(parent)
    , m_approval(approval)
{
    setObjectName(u"approvalCard"_s);
    setSurface(*this, "approval");
    const QString does = EffectWords::sentence(approval.effect);
    setAccessibleName(tr("Waiting for approval: %1").arg(does));
    const bool isShort = detail == Detail::Short;
    auto *column = makeColumn(this, isShort ? Measure::gap : Measure::pad, Measure::gap);
    if (!isShort) {
        auto *title = makeRow(6);
        title->addWidget(makeIcon(u"shield-alert"_s, Token::Warn));
        QLabel *words = makeLabel(tr("Waiting for approval"), 1.0, QFont::DemiBold);
        words->setProperty("tone", u"warn"_s);
        title->addWidget(words);
        title->addStretch(1);
        column->addLayout(title);
    }
    QLabel *effect = makeWrapped(does);
    effect->setObjectName(u"approvalEffect"_s);
    effect->setFont(Theme::font(isShort ? 0.96 : 1.05, QFont::DemiBold));
    column->addWidget(effect);
    if (detail == Detail::WithCustomer)
        addAsking();
    if (!isShort)
        column->addWidget(makeFacts());
    if (approval.isForMode) {
        column->addWidget(makeWrapped(tr("Sending the reply carries this out."), 0.92));
        return;
    }
    m_choice = new QWidget;
    auto *buttons = makeRow();
    m_choice->setLayout(buttons);
    m_approve = makeButton(tr("Approve"), "", u"check"_s);
    m_approve->setObjectName(u"approve"_s);
    m_approve->setAccessibleDescription(does);
    m_deny = makeButton(tr("Deny"), "", u"x"_s);
    m_deny->setObjectName(u"deny"_s);
    m_deny->setAccessibleDescription(does);
    buttons->addWidget(m_approve, 1);
    buttons->addWidget(m_deny, 1);
    column->addWidget(m_choice);
    column->addWidget(makeReason());
    connect(m_approve, &QPushButton::clicked, this, [this] { Q_EMIT approved(m_approval); });
    connect(m_deny, &QPushButton::clicked, this, &ApprovalCard::askReason);
}

// Who asked for it, and in which words.
void ApprovalCard::addAsking()
{
    layout()->addWidget(makeSecondary(tr("Asked for by %1").arg(Words::foreign(m_approval.customer))));
    if (m_approval.words.isEmpty())
        return;
    QLabel *words = makeWrapped(tr("\u201c%1\u201d").arg(Words::foreign(m_approval.words)));
    words->setObjectName(u"approvalWords"_s);
    layout()->addWidget(words);
}

void ApprovalCard::addBelow(QPushButton &button)
{
    layout()->addWidget(&button);
    layout()->setAlignment(&button, Qt::AlignLeading);
}

QWidget *ApprovalCard::makeReason()
{
    m_reasonPage = new QWidget;
    auto *column = makeColumn(m_reasonPage, 0, Measure::gapSmall);
    QLabel *label = makeLabel(tr("Why is it &denied?"));
    m_reason = new QLineEdit;
    m_reason->setObjectName(u"denyReason"_s);
    m_reason->setPlaceholderText(tr("Kept with the decision, not sent to the customer"));
    m_reason->setAccessibleName(tr("Reason for denying"));
    label->setBuddy(m_reason);
    column->addWidget(label);
    column->addWidget(m_reason);
    auto *row = makeRow();
    QPushButton *cancel = makeButton(tr("Let it wait"));
    m_confirm = makeButton(tr("Deny"), "danger");
    m_confirm->setObjectName(u"denyForReason"_s);
    m_confirm->setEnabled(false);
    row->addWidget(cancel, 1);
    row->addWidget(m_confirm, 1);
    column->addLayout(row);
    m_reasonPage->hide();
    connect(m_reason, &QLineEdit::textChanged, m_confirm,
            [this](const QString &text) { m_confirm->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_reason, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
    connect(m_confirm, &QPushButton::clicked, this,
            [this] { Q_EMIT denied(m_approval, m_reason->text().trimmed()); });
    cancel->setObjectName(u"letItWait"_s);
    connect(cancel, &QPushButton::clicked, this, &ApprovalCard::leaveReason);
    return m_reasonPage;
}

void ApprovalCard::leaveReason()
{
    m_choice->show();
    m_deny->setFocus(Qt::OtherFocusReason);
    m_reasonPage->hide();
}

bool ApprovalCard::isDenying() const
{
    return m_reasonPage && !m_reasonPage->isHidden();
}

QString ApprovalCard::reason() const
{
    return m_reason ? m_reason->text() : QString();
}

void ApprovalCard::setReason(const QString &reason)
{
    if (m_reason)
        m_reason->setText(reason);
}

void ApprovalCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isDenying())
        leaveReason();
    else
        QFrame::keyPressEvent(event);
}

void ApprovalCard::askReason()
{
    if (!m_reason)
        return;
    m_choice->hide();
    m_reasonPage->show();
    bringIntoView(*m_reasonPage);
    m_reason->setFocus(Qt::OtherFocusReason);
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
            m_approval.rule.isEmpty() ? tr("The category is set to Suggest, so a person sends")
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
    if (m_confirm)
        m_confirm->setEnabled(!busy && !m_reason->text().trimmed().isEmpty());
}

} // namespace Helmdesk
