#include "approvals/ApprovalsView.h"

#include "approvals/DecisionHistory.h"
#include "EffectWords.h"
#include "inspector/ApprovalCard.h"
#include "Replies.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QScrollArea>
#include <QStackedWidget>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

ApprovalsView::ApprovalsView(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"approvalsView"_s);
    setSurface(*this, "window");
    auto *column = makeColumn(this);
    auto *header = new ViewHeader(tr("Approvals"));
    header->addAction(makeTabs());
    column->addWidget(header);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(makeWaiting());
    m_history = new DecisionHistory(desk, m_stack);
    m_stack->addWidget(m_history);
    column->addWidget(m_stack, 1);
    m_bar = new InlineBar(this);
    m_bar->floatOver(*m_stack, InlineBar::Edge::Bottom);
    connect(m_history, &DecisionHistory::conversationChosen, this, &ApprovalsView::conversationChosen);
    connect(&desk, &Desk::conversationsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

QWidget *ApprovalsView::makeTabs()
{
    auto *tabs = new QWidget;
    auto *row = makeRow(Measure::gapSmall);
    tabs->setLayout(row);
    m_tabs = new QButtonGroup(this);
    const QStringList names{tr("Waiting"), tr("History")};
    for (const Page page : {Waiting, History}) {
        QPushButton *tab = makeButton(names.at(page), "tab");
        tab->setObjectName(page == History ? u"approvalHistory"_s : u"approvalsWaiting"_s);
        tab->setCheckable(true);
        tab->setChecked(page == Waiting);
        m_tabs->addButton(tab, page);
        row->addWidget(tab);
    }
    connect(m_tabs, &QButtonGroup::idClicked, this, [this](int page) { setPage(static_cast<Page>(page)); });
    return tabs;
}

QWidget *ApprovalsView::makeWaiting()
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("Approvals that wait"));
    m_column = makePageColumn(*area);
    return area;
}

void ApprovalsView::setPage(Page page)
{
    m_tabs->button(page)->setChecked(true);
    m_stack->setCurrentIndex(page);
    refresh();
}

void ApprovalsView::refresh()
{
    if (m_stack->currentIndex() == History) {
        m_history->refresh();
        return;
    }
    whenDone(m_desk.approvals(), this, [this](const Result<std::vector<ApprovalView>> &approvals) {
        if (approvals)
            show(*approvals);
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(approvals.error()));
    });
}

void ApprovalsView::show(const std::vector<ApprovalView> &approvals)
{
    const auto isShown = [](const ApprovalView &approval, const ApprovalCard *card) {
        return approval.id == card->approval().id && approval.digest == card->approval().digest;
    };
    if (!m_cards.isEmpty() && std::ranges::equal(approvals, m_cards, isShown)) {
        for (ApprovalCard *card : std::as_const(m_cards))
            card->setBusy(false);
        return;
    }
    // A reason that is being written stays over what happens meanwhile.
    const auto denied = std::ranges::find_if(m_cards, &ApprovalCard::isDenying);
    const ApprovalId asked = denied == m_cards.end() ? ApprovalId{} : (*denied)->approval().id;
    const QString reason = denied == m_cards.end() ? QString() : (*denied)->reason();
    m_cards.clear();
    clearLayout(*m_column);
    if (approvals.empty()) {
        m_column->addWidget(
            makeEmptyState(u"shield-check"_s,
                           tr("Nothing waits. Refunds and other acts that need your consent appear here.")));
        return;
    }
    for (const ApprovalView &approval : approvals)
        addCard(approval);
    m_column->addStretch(1);
    for (ApprovalCard *card : std::as_const(m_cards))
        if (asked.isValid() && card->approval().id == asked) {
            card->askReason();
            card->setReason(reason);
        }
}

void ApprovalsView::addCard(const ApprovalView &approval)
{
    auto *card = new ApprovalCard(approval, ApprovalCard::Detail::WithCustomer);
    m_cards.append(card);
    QPushButton *open =
        makeButton(tr("Open the conversation with %1").arg(Words::foreign(approval.customer)), "link");
    card->addBelow(*open);
    m_column->addWidget(card);
    connect(open, &QPushButton::clicked, this,
            [this, id = approval.conversation] { Q_EMIT conversationChosen(id); });
    connect(card, &ApprovalCard::approved, this, [this, card](const ApprovalView &shown) {
        card->setBusy(true);
        answer(m_desk.approve(shown.id, shown.digest),
               tr("Approved: %1").arg(EffectWords::sentence(shown.effect)));
    });
    connect(card, &ApprovalCard::denied, this,
            [this, card](const ApprovalView &shown, const QString &reason) {
                card->setBusy(true);
                answer(m_desk.deny(shown.id, shown.digest, reason),
                       tr("Denied: %1").arg(EffectWords::sentence(shown.effect)));
            });
}

void ApprovalsView::answer(const Desk::Reply<> &reply, const QString &done)
{
    whenDone(reply, this, [this, done](const Result<> &result) {
        if (result)
            m_bar->say(InlineBar::Kind::Ok, done, 6000);
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(result.error()));
        refresh();
    });
}

} // namespace Helmdesk
