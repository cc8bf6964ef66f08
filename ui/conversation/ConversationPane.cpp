#include "conversation/ConversationPane.h"

#include "conversation/Composer.h"
#include "conversation/ThreadView.h"
#include "Replies.h"
#include "theme/Icons.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"
#include "widgets/ViewHeader.h"

#include <QBoxLayout>
#include <QMenu>
#include <QStackedWidget>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

ConversationPane::ConversationPane(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"conversationPane"_s);
    setMinimumWidth(360);
    m_stack = new QStackedWidget;
    auto *outer = makeColumn(this);
    outer->addWidget(m_stack);
    m_stack->addWidget(makeEmptyState(u"message-circle"_s, tr("Choose a conversation to read it here.")));

    auto *page = new QWidget;
    auto *column = makeColumn(page);
    column->addWidget(makeHeader());
    m_bar = new InlineBar;
    column->addWidget(m_bar);
    m_thread = new ThreadView;
    column->addWidget(m_thread, 1);
    m_composer = new Composer(desk);
    column->addWidget(m_composer);
    m_stack->addWidget(page);

    connect(m_thread, &ThreadView::undoRequested, this,
            [this](OutboxId item) { act(m_desk.undoSend(item)); });
    connect(m_composer, &Composer::citationChosen, this, &ConversationPane::citationChosen);
    connect(m_composer, &Composer::failed, this,
            [this](const Error &error) { m_bar->say(InlineBar::Kind::Bad, Words::error(error)); });
    connect(m_composer, &Composer::changed, this, [this] {
        reload();
        Q_EMIT changed();
    });
}

QWidget *ConversationPane::makeHeader()
{
    auto *header = new QWidget;
    setSurface(*header, "header");
    header->setFixedHeight(Measure::headerHeight);
    auto *row = makeRow();
    row->setContentsMargins(Measure::pad, 0, Measure::gap, 0);
    header->setLayout(row);
    m_avatar = new Avatar;
    m_name = new ElidedLabel;
    m_name->setFont(Theme::font(1.05, QFont::DemiBold));
    m_status = new Chip({});
    m_takeOver = makeButton(tr("Take over"), "flat", u"hand"_s);
    m_takeOver->setObjectName(u"takeOver"_s);
    m_resolve = makeButton(tr("Resolve"), "flat", u"check"_s);
    m_resolve->setObjectName(u"resolve"_s);
    m_more = makeIconButton(u"ellipsis"_s, tr("More actions"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_menu = new QMenu(m_more);
    m_more->setMenu(m_menu);
    row->addWidget(m_avatar);
    row->addWidget(m_name, 1);
    row->addWidget(m_status);
    row->addWidget(m_takeOver);
    row->addWidget(m_resolve);
    row->addWidget(m_more);
    connect(m_takeOver, &QPushButton::clicked, this, &ConversationPane::toggleTakeOver);
    connect(m_resolve, &QPushButton::clicked, this, &ConversationPane::toggleResolved);
    connect(m_menu, &QMenu::aboutToShow, this, &ConversationPane::fillMenu);
    return header;
}

void ConversationPane::fillMenu()
{
    m_menu->clear();
    if (!m_id)
        return;
    QMenu *categories = m_menu->addMenu(tr("Change category and answer again"));
    for (const Category category : allCategories) {
        QAction *action = categories->addAction(Words::category(category));
        action->setCheckable(true);
        action->setChecked(m_view.row.category == category);
        connect(action, &QAction::triggered, this, [this, category] {
            if (m_id)
                act(m_desk.changeCategory(*m_id, category),
                    tr("The category was changed; Helmdesk answers again."));
        });
    }
    QAction *alarm = m_menu->addAction(tr("Not suspicious: answer normally"));
    const auto &reasons = m_view.row.reasons;
    alarm->setEnabled(reasons.contains(EscalationReason::InjectionSuspected));
    connect(alarm, &QAction::triggered, this, [this] {
        if (m_id)
            act(m_desk.markFalseAlarm(*m_id));
    });
}

void ConversationPane::open(ConversationId id)
{
    if (m_id != id) {
        m_bar->hide();
        m_composer->hold();
    }
    m_id = id;
    reload();
}

void ConversationPane::clear()
{
    ++m_generation;
    m_composer->clear();
    m_thread->clear();
    m_id.reset();
    m_view = {};
    m_stack->setCurrentIndex(0);
    Q_EMIT cleared();
}

void ConversationPane::reload()
{
    if (!m_id)
        return;
    const int generation = ++m_generation;
    whenDone(m_desk.conversation(*m_id), this, [this, generation](Result<ConversationView> view) {
        if (generation != m_generation)
            return;
        m_stack->setCurrentIndex(1);
        if (view)
            show(std::move(*view));
        else
            m_bar->say(InlineBar::Kind::Bad, Words::error(view.error()));
    });
}

void ConversationPane::show(ConversationView view)
{
    m_view = std::move(view);
    showHeader();
    m_composer->show(m_view);
    m_thread->show(m_view);
    Q_EMIT shown(m_view);
}

void ConversationPane::showHeader()
{
    const QueueRow &row = m_view.row;
    m_avatar->setName(row.customer);
    m_name->setFullText(row.customer);
    m_name->setToolTip(m_view.subject);
    const bool isTaken = !row.assignee.isEmpty();
    const bool isResolved = row.status == ConversationStatus::Resolved;
    m_status->setVisible(isTaken || row.status != ConversationStatus::Open);
    m_status->setContent(isResolved ? ChipContent{Words::status(row.status), u"check"_s, Tone::Ok}
                         : isTaken  ? ChipContent{tr("With %1").arg(row.assignee), u"hand"_s, Tone::Accent}
                                    : ChipContent{Words::status(row.status), {}, Tone::Grey});
    m_takeOver->setText(isTaken ? tr("Hand back") : tr("Take over"));
    m_takeOver->setAccessibleName(m_takeOver->text());
    m_resolve->setText(isResolved ? tr("Reopen") : tr("Resolve"));
    m_resolve->setAccessibleName(m_resolve->text());
}

void ConversationPane::act(const Desk::Reply<> &reply, const QString &done)
{
    whenDone(reply, this, [this, done](const Result<> &result) {
        if (!result)
            m_bar->say(InlineBar::Kind::Bad, Words::error(result.error()));
        else if (!done.isEmpty())
            m_bar->say(InlineBar::Kind::Ok, done, 5000);
        reload();
        Q_EMIT changed();
    });
}

void ConversationPane::toggleTakeOver()
{
    if (m_id)
        act(m_view.row.assignee.isEmpty() ? m_desk.takeOver(*m_id) : m_desk.handBack(*m_id));
}

void ConversationPane::toggleResolved()
{
    if (m_id)
        Q_EMIT resolveRequested(*m_id, m_view.row.status != ConversationStatus::Resolved);
}

void ConversationPane::flush()
{
    m_composer->flush();
}

} // namespace Helmdesk
