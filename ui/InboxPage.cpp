#include "InboxPage.h"

#include "conversation/Composer.h"
#include "conversation/ConversationPane.h"
#include "inspector/Inspector.h"
#include "queue/QueuePane.h"
#include "Replies.h"
#include "Tray.h"
#include "widgets/InlineBar.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QListView>
#include <QSettings>
#include <QSplitter>
#include <QTimer>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int narrowPage = 1040; // of a window of 1100; below it the inspector gives way
constexpr int undoMs = 8000;
constexpr auto splitterKey = "inbox/splitter"_L1;
constexpr auto inspectorKey = "inbox/inspector"_L1;

} // namespace

InboxPage::InboxPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"inboxPage"_s);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    makeColumn(this)->addWidget(m_splitter);
    m_splitter->setObjectName(u"inboxSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_queue = new QueuePane(desk, m_splitter);
    m_conversation = new ConversationPane(desk, m_splitter);
    m_inspector = new Inspector(desk, m_splitter);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({336, 700, 340});
    m_refreshDelay = new QTimer(this);
    m_refreshDelay->setSingleShot(true);
    m_refreshDelay->setInterval(80);
    connect(m_refreshDelay, &QTimer::timeout, m_queue, &QueuePane::refresh);
    connectParts();
}

void InboxPage::connectParts()
{
    connect(m_queue, &QueuePane::conversationChosen, this, &InboxPage::show);
    connect(m_queue, &QueuePane::nothingChosen, m_conversation, &ConversationPane::clear);
    connect(m_queue, &QueuePane::countsChanged, this, &InboxPage::countsChanged);
    connect(m_conversation, &ConversationPane::shown, m_inspector, &Inspector::show);
    connect(m_conversation, &ConversationPane::shown, m_queue,
            [this](const ConversationView &view) { m_queue->showOpen(view.row); });
    connect(m_conversation, &ConversationPane::backRequested, this, &InboxPage::back);
    connect(m_conversation, &ConversationPane::keysReleased, this, [this] {
        if (m_queue->isVisible())
            m_queue->focusList();
        else
            m_conversation->setFocus(Qt::OtherFocusReason);
    });
    connect(m_conversation, &ConversationPane::cleared, m_inspector, &Inspector::clear);
    connect(m_conversation, &ConversationPane::changed, m_refreshDelay, qOverload<>(&QTimer::start));
    connect(m_conversation, &ConversationPane::sent, this, &InboxPage::openNext);
    connect(m_conversation, &ConversationPane::conversationRequested, this, &InboxPage::open);
    connect(m_queue, &QueuePane::resolveMarkedRequested, this, &InboxPage::resolveSelected);
    connect(m_queue, &QueuePane::searchChanged, m_conversation, &ConversationPane::setSearch);
    connect(m_conversation, &ConversationPane::citationChosen, this, &InboxPage::citationChosen);
    connect(m_conversation, &ConversationPane::resolveRequested, this,
            [this](ConversationId id, bool resolved) { askOrResolve({id}, resolved); });
    connect(m_inspector, &Inspector::citationChosen, this, &InboxPage::citationChosen);
    connect(m_inspector, &Inspector::failed, this, [this](const Error &error) {
        m_conversation->bar().say(InlineBar::Kind::Bad, Words::error(error));
    });
    connect(m_inspector, &Inspector::changed, this, [this] {
        m_conversation->reload();
        m_refreshDelay->start();
    });
    connect(&m_desk, &Desk::conversationsChanged, this, &InboxPage::noteChange);
    connect(&m_desk, &Desk::escalationArrived, this,
            [this](qint64 conversation) { tellEscalation(ConversationId{conversation}); });
}

void InboxPage::tellEscalation(ConversationId id)
{
    whenDone(m_desk.conversation(id), this, [this, id](const Result<ConversationView> &view) {
        if (view)
            m_queue->bar().say(InlineBar::Kind::Warn, Tray::escalationWords(view->row), tr("Open"),
                               [this, id] { open(id); });
    });
}

void InboxPage::start()
{
    m_queue->setView(QueueView::NeedsReview);
    m_queue->focusList();
}

void InboxPage::open(ConversationId id)
{
    m_queue->open(id);
}

void InboxPage::show(ConversationId id)
{
    constexpr std::size_t longest = 50;
    const auto before = m_conversation->current();
    if (before && before != id && !m_isGoingBack) {
        m_history.push_back(*before);
        if (m_history.size() > longest)
            m_history.erase(m_history.begin());
    }
    m_conversation->setHasBefore(!m_history.empty());
    m_conversation->open(id);
}

bool InboxPage::back()
{
    if (m_history.empty())
        return false;
    const ConversationId id = m_history.back();
    m_history.pop_back();
    m_isGoingBack = true;
    open(id);
    m_isGoingBack = false;
    return true;
}

void InboxPage::noteChange(const QList<qint64> &ids)
{
    const auto shown = m_conversation->current();
    if (shown && (ids.isEmpty() || ids.contains(shown->value)))
        m_conversation->reload();
    m_refreshDelay->start();
}

void InboxPage::openNext(ConversationId sent)
{
    const auto next = m_queue->after(sent);
    if (m_opensNext && next && m_conversation->current() == sent)
        open(*next);
}

void InboxPage::resolveSelected()
{
    const auto ids = m_queue->marked();
    if (ids.empty())
        m_conversation->toggleResolved();
    else
        askOrResolve(ids, true);
}

int InboxPage::waitingIn(const std::vector<ConversationId> &ids) const
{
    int waiting = 0;
    for (const ConversationId id : ids) {
        const QueueRow *row = m_queue->model().rowAt(m_queue->model().rowOf(id));
        waiting += row ? row->pendingApprovals : 0;
    }
    return waiting;
}

// What waits for a decision would hang on a conversation that nobody opens again.
void InboxPage::askOrResolve(const std::vector<ConversationId> &ids, bool resolved)
{
    const int waiting = resolved ? waitingIn(ids) : 0;
    if (waiting == 0) {
        resolve(ids, resolved);
        return;
    }
    InlineBar &bar = ids.size() == 1 ? m_conversation->bar() : m_queue->bar();
    bar.ask(tr("%Ln act(s) wait for a decision. Resolving withdraws them: nothing of it is done.", nullptr,
               waiting),
            tr("Resolve and withdraw"), [this, ids] { resolve(ids, true); });
}

void InboxPage::resolve(const std::vector<ConversationId> &ids, bool resolved)
{
    whenDone(m_desk.setResolved(ids, resolved), this,
             [this, ids, resolved](const Result<PlacesBefore> &places) {
                 if (!places) {
                     m_queue->bar().say(InlineBar::Kind::Bad, Words::error(places.error()));
                     return;
                 }
                 const int count = static_cast<int>(ids.size());
                 const QString words = resolved ? tr("%Ln conversation(s) resolved", nullptr, count)
                                                : tr("%Ln conversation(s) reopened", nullptr, count);
                 m_queue->bar().say(
                     InlineBar::Kind::Ok, words, tr("Undo"), [this, places = *places] { putBack(places); },
                     undoMs);
                 m_queue->model().clearMarks();
                 m_conversation->reload();
                 m_refreshDelay->start();
             });
}

void InboxPage::putBack(const PlacesBefore &places)
{
    whenDone(m_desk.putBack(places), this, [this](const Result<> &result) {
        if (!result)
            m_queue->bar().say(InlineBar::Kind::Bad, Words::error(result.error()));
        m_conversation->reload();
        m_refreshDelay->start();
    });
}

// Where three panes have no room the inspector takes the place of the queue.
void InboxPage::toggleInspector()
{
    const bool isShown = !m_inspector->isVisible();
    m_inspector->setVisible(isShown);
    m_conversation->setShowsApprovals(!isShown);
    if (width() >= narrowPage)
        m_isInspectorWanted = isShown;
    else
        m_queue->setVisible(!isShown);
    if (!isShown)
        m_queue->focusList();
}

void InboxPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < narrowPage;
    if (std::exchange(m_isNarrow, isNarrow) == isNarrow && isNarrow)
        return; // what was asked for stays
    m_queue->show();
    m_inspector->setVisible(m_isInspectorWanted && !isNarrow);
    m_conversation->setShowsApprovals(m_inspector->isHidden());
}

void InboxPage::flush()
{
    m_conversation->flush();
}

void InboxPage::save(QSettings &settings) const
{
    settings.setValue(splitterKey, m_splitter->saveState());
    settings.setValue(inspectorKey, m_isInspectorWanted);
}

void InboxPage::restore(const QSettings &settings)
{
    m_splitter->restoreState(settings.value(splitterKey).toByteArray());
    m_isInspectorWanted = settings.value(inspectorKey, true).toBool();
}

} // namespace Helmdesk
