#include "inspector/Inspector.h"

#include "inspector/ApprovalCard.h"
#include "inspector/CustomerLink.h"
#include "inspector/CustomerPage.h"
#include "inspector/RunPage.h"
#include "inspector/WhyPage.h"
#include "Replies.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QPointer>
#include <QScrollArea>
#include <QStackedWidget>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

Inspector::Inspector(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"inspector"_s);
    setSurface(*this, "panel");
    setMinimumWidth(280);
    auto *column = makeColumn(this);
    column->addWidget(makeTabs());
    m_stack = new QStackedWidget(this);
    column->addWidget(m_stack, 1);
    for (int page = Why; page <= Run; ++page)
        m_pages.append(addPage());
    setPage(Why);
}

QWidget *Inspector::makeTabs()
{
    auto *header = new QWidget(this);
    setSurface(*header, "header");
    header->setFixedHeight(Measure::headerHeight);
    auto *row = makeRow(Measure::gapSmall);
    row->setContentsMargins(Measure::gap, 0, Measure::gap, 0);
    header->setLayout(row);
    m_tabs = new QButtonGroup(this);
    const QStringList names{tr("Why"), tr("Customer"), tr("Run")};
    for (int page = Why; page <= Run; ++page) {
        QPushButton *tab = makeButton(names.at(page), "tab");
        tab->setCheckable(true);
        m_tabs->addButton(tab, page);
        row->addWidget(tab);
    }
    row->addStretch(1);
    connect(m_tabs, &QButtonGroup::idClicked, this, [this](int page) { setPage(static_cast<Page>(page)); });
    return header;
}

QVBoxLayout *Inspector::addPage()
{
    auto *area = new QScrollArea(m_stack);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget(area);
    body->setObjectName(u"scrollBody"_s);
    auto *column = makeColumn(body, Measure::pad, Measure::pad);
    area->setWidget(body);
    m_stack->addWidget(area);
    return column;
}

void Inspector::setPage(Page page)
{
    m_tabs->button(page)->setChecked(true);
    fill(page);
    m_stack->setCurrentIndex(page);
}

void Inspector::clear()
{
    m_cards.clear();
    m_link = nullptr;
    m_view.reset();
    m_isFilled = {};
    for (QVBoxLayout *page : std::as_const(m_pages))
        clearLayout(*page);
}

void Inspector::show(const ConversationView &view)
{
    // A reason that is being written stays over what happens meanwhile.
    const auto denied = std::ranges::find_if(m_cards, &ApprovalCard::isDenying);
    const bool wasDenying = denied != m_cards.end();
    const ApprovalId asked = wasDenying ? (*denied)->approval().id : ApprovalId{};
    const QString reason = wasDenying ? (*denied)->reason() : QString();
    const QPointer<QWidget> focus = window()->focusWidget();
    const bool hadFocus = wasDenying && (*denied)->isAncestorOf(focus);
    // So does the search for a customer.
    const bool isSame = m_view && m_view->row.id == view.row.id;
    const bool wasSearching = isSame && m_link && m_link->isSearching();
    const QString searched = wasSearching ? m_link->searched() : QString();
    const bool wasTyping = wasSearching && m_link->isAncestorOf(focus);
    clear();
    m_view = view;
    fill(Why); // its cards answer to keys, shown or not
    fill(static_cast<Page>(m_stack->currentIndex()));
    if (wasSearching) {
        fill(Customer);
        if (m_link)
            m_link->search(searched);
        if (!wasTyping && focus)
            focus->setFocus(Qt::OtherFocusReason);
    }
    const auto again = std::ranges::find_if(
        m_cards, [asked](const ApprovalCard *card) { return card->approval().id == asked; });
    if (!wasDenying || again == m_cards.end())
        return;
    (*again)->askReason();
    (*again)->setReason(reason);
    if (!hadFocus && focus)
        focus->setFocus(Qt::OtherFocusReason);
}

bool Inspector::isDenying() const
{
    return std::ranges::any_of(m_cards, &ApprovalCard::isDenying);
}

// A page that nobody looks at is not made for every conversation that is passed.
void Inspector::fill(Page page)
{
    if (!m_view || std::exchange(m_isFilled.at(page), true))
        return;
    if (page == Why)
        showWhy();
    else if (page == Customer)
        showCustomer();
    else
        fillRunPage(*m_pages.at(Run), *m_view);
    m_pages.at(page)->addStretch(1);
}

void Inspector::showCustomer()
{
    QVBoxLayout &page = *m_pages.at(Customer);
    if (!m_view->customer || !m_view->linkedBy.isEmpty()) {
        m_link = new CustomerLink(m_desk, *m_view);
        page.addWidget(m_link);
        connect(m_link, &CustomerLink::changed, this, &Inspector::changed);
        connect(m_link, &CustomerLink::failed, this, &Inspector::failed);
    }
    fillCustomerPage(page, *m_view);
}

void Inspector::showWhy()
{
    QVBoxLayout &page = *m_pages.at(Why);
    for (const ApprovalView &approval : m_view->approvals) {
        auto *card = new ApprovalCard(approval, ApprovalCard::Detail::Whole);
        m_cards.append(card);
        page.addWidget(card);
        connect(card, &ApprovalCard::approved, this, [this, card](const ApprovalView &asked) {
            card->setBusy(true);
            answer(m_desk.approve(asked.id, asked.digest));
        });
        connect(card, &ApprovalCard::denied, this,
                [this, card](const ApprovalView &asked, const QString &reason) {
                    card->setBusy(true);
                    answer(m_desk.deny(asked.id, asked.digest, reason));
                });
    }
    fillWhyPage(page, *m_view, [this](const Citation &citation) { Q_EMIT citationChosen(citation); });
}

void Inspector::answer(const Desk::Reply<> &reply)
{
    whenDone(reply, this, [this](const Result<> &result) {
        if (!result)
            Q_EMIT failed(result.error());
        Q_EMIT changed();
    });
}

Inspector::Page Inspector::page() const
{
    return static_cast<Page>(m_stack->currentIndex());
}

bool Inspector::showFirst()
{
    const auto first =
        std::ranges::find_if(m_cards, [](const ApprovalCard *card) { return !card->approval().isForMode; });
    auto *area = qobject_cast<QScrollArea *>(m_stack->widget(Why));
    if (first == m_cards.end() || !area)
        return false;
    const QWidget *effect = (*first)->findChild<QWidget *>(u"approvalEffect"_s);
    const bool isSeen = effect && !effect->visibleRegion().isEmpty();
    area->ensureWidgetVisible(*first);
    return isSeen;
}

void Inspector::approveFirst()
{
    if (isDenying())
        return; // a reason is being written; "select all" is one finger away
    for (ApprovalCard *card : std::as_const(m_cards))
        if (!card->approval().isForMode) {
            Q_EMIT card->approved(card->approval());
            return;
        }
}

void Inspector::denyFirst()
{
    for (ApprovalCard *card : std::as_const(m_cards))
        if (!card->approval().isForMode) {
            card->askReason();
            return;
        }
}

} // namespace Helmdesk
