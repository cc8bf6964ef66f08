#include "actions/ActionRegistry.h"
#include "conversation/Composer.h"
#include "conversation/ConversationPane.h"
#include "InboxPage.h"
#include "inspector/Inspector.h"
#include "knowledge/KnowledgeView.h"
#include "MainWindow.h"
#include "queue/QueueFilter.h"
#include "queue/QueuePane.h"
#include "widgets/InlineBar.h"
#include "Words.h"

#include <QKeyEvent>
#include <QShortcutEvent>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

// Sending and answering an approval take two keys at once, so that no stray letter does them.
void MainWindow::addConversationActions()
{
    const QString queue = tr("Queue");
    const QString conversation = tr("Conversation");
    const auto add = [this, &conversation](const QString &id, const QString &context, const QString &text,
                                           const QString &iconName, const QStringList &keys,
                                           std::function<void()> run) {
        QList<QKeySequence> sequences;
        for (const QString &key : keys)
            sequences.append(QKeySequence(key));
        // A key that follows quickly on J or K must not act on the conversation that was open before.
        // Undoing goes back to what was sent, resolving to what is selected; writing waits for the one to
        // come.
        static const QStringList others{u"conversation.undo"_s, u"conversation.resolve"_s,
                                        u"conversation.edit"_s};
        const bool actsOnOpenOne = context == conversation && !others.contains(id);
        const bool isBack = id == u"queue.back"_s; // to the inbox is a step of its own
        if (!isBack)
            m_inboxKeys.insert(id, context == conversation ? InboxKeys::None : InboxKeys::Combined);
        m_actions
            ->add(id, context, text, iconName, sequences,
                  [this, actsOnOpenOne, isBack, run = std::move(run)] {
                      if (actsOnOpenOne && m_inbox->conversation().isLoading())
                          return;
                      if (m_room != Room::Inbox && !isBack)
                          setRoom(Room::Inbox);
                      run();
                  })
            ->installEventFilter(this);
    };
    add(u"queue.next"_s, queue, tr("Next conversation"), u"chevron-down"_s, {u"J"_s},
        [this] { m_inbox->queue().step(1); });
    add(u"queue.previous"_s, queue, tr("Previous conversation"), u"chevron-up"_s, {u"K"_s},
        [this] { m_inbox->queue().step(-1); });
    add(u"queue.back"_s, queue, tr("Back to what was open before"), u"chevron-left"_s, {u"Alt+Left"_s},
        [this] { goBack(); });
    add(u"queue.mark"_s, queue, tr("Mark or unmark the conversation"), u"square-check"_s, {u"X"_s},
        [this] { m_inbox->queue().toggleMark(); });
    add(u"queue.unmark"_s, queue, tr("Clear the marks"), u"x"_s, {u"Shift+X"_s},
        [this] { m_inbox->queue().model().clearMarks(); });
    add(u"queue.search"_s, queue, tr("Search conversations"), u"search"_s, {u"/"_s, u"Ctrl+F"_s},
        [this] { m_inbox->queue().focusSearch(); });
    add(u"queue.filter"_s, queue, tr("Filter and sort the queue"), u"list-filter"_s, {u"F"_s},
        [this] { m_inbox->queue().filter().openMenu(); });
    add(u"queue.keep"_s, queue, tr("Keep the filter as a view"), u"bookmark"_s, {u"Ctrl+Shift+K"_s},
        [this] { m_inbox->queue().filter().askName(); });
    add(u"queue.refresh"_s, queue, tr("Refresh the queue"), u"refresh-cw"_s, {u"F5"_s},
        [this] { m_inbox->queue().refresh(); });
    const auto view = [&](const QString &id, const QString &text, const QString &iconName, int number,
                          QueueView target) {
        add(id, queue, text, iconName, {u"Alt+%1"_s.arg(number)},
            [this, target] { m_inbox->queue().setView(target); });
    };
    view(u"queue.review"_s, tr("Show what needs review"), u"list-checks"_s, 1, QueueView::NeedsReview);
    view(u"queue.escalated"_s, tr("Show what is escalated"), u"triangle-alert"_s, 2, QueueView::Escalated);
    view(u"queue.approvals"_s, tr("Show what waits for approval"), u"shield-alert"_s, 3,
         QueueView::Approvals);
    view(u"queue.mine"_s, tr("Show mine"), u"hand"_s, 4, QueueView::Mine);
    view(u"queue.automatic"_s, tr("Show what was answered automatically"), u"zap"_s, 5, QueueView::Automatic);
    view(u"queue.all"_s, tr("Show all conversations"), u"inbox"_s, 6, QueueView::All);

    add(u"conversation.send"_s, conversation, tr("Send the reply"), u"send"_s,
        {u"Ctrl+Return"_s, u"Ctrl+Enter"_s}, [this] { m_inbox->conversation().composer().send(); });
    add(u"conversation.undo"_s, conversation, tr("Undo sending"), u"undo-2"_s, {u"Z"_s, u"Ctrl+Shift+U"_s},
        [this] { m_inbox->conversation().undoSend(); });
    add(u"conversation.edit"_s, conversation, tr("Edit the reply"), u"pencil"_s, {u"E"_s},
        [this] { m_inbox->conversation().composer().focusEditor(); });
    add(u"conversation.note"_s, conversation, tr("Write an internal note"), u"sticky-note"_s, {u"N"_s},
        [this] { m_inbox->conversation().composer().toggleNote(); });
    add(u"conversation.snippet"_s, conversation, tr("Insert a snippet"), u"text-quote"_s, {u"Ctrl+Shift+S"_s},
        [this] { m_inbox->conversation().composer().openSnippets(); });
    add(u"conversation.reject"_s, conversation, tr("Reject the draft"), u"x"_s, {u"Ctrl+D"_s},
        [this] { m_inbox->conversation().composer().askRejection(); });
    add(u"conversation.take"_s, conversation, tr("Take over or hand back"), u"hand"_s, {u"Ctrl+T"_s},
        [this] { m_inbox->conversation().toggleTakeOver(); });
    add(u"conversation.resolve"_s, conversation, tr("Resolve what is marked, or this one"), u"check"_s,
        {u"Ctrl+R"_s}, [this] { m_inbox->resolveSelected(); });
    add(u"conversation.more"_s, conversation, tr("More for this conversation"), u"ellipsis"_s, {u"M"_s},
        [this] { m_inbox->conversation().openMenu(); });
    for (const QString &id : {u"conversation.send"_s, u"conversation.resolve"_s, u"conversation.take"_s})
        m_actions->find(id)->setAutoRepeat(false); // one press, one act
    int number = 1;
    for (const Category category : allCategories)
        add(u"conversation.category.%1"_s.arg(nameOf(category)), conversation,
            tr("Change the category to \u201c%1\u201d and answer again").arg(Words::category(category)),
            u"refresh-cw"_s, {u"Ctrl+Shift+%1"_s.arg(number++)},
            [this, category] { m_inbox->conversation().changeCategory(category); });
    add(u"conversation.alarm"_s, conversation, tr("False alarm: this needed no person"), u"bell"_s, {},
        [this] { m_inbox->conversation().markFalseAlarm(); });
    add(u"approval.approve"_s, conversation, tr("Approve what waits"), u"shield-check"_s, {u"Ctrl+Shift+A"_s},
        [this] { approveShown(); });
    add(u"approval.deny"_s, conversation, tr("Deny what waits"), u"shield-alert"_s, {u"Ctrl+Shift+D"_s},
        [this] {
            if (m_inbox->conversation().denyShown())
                return;
            if (!m_inbox->inspector().isVisible())
                m_inbox->toggleInspector(); // the reason is written there
            m_inbox->inspector().setPage(Inspector::Why);
            m_inbox->inspector().denyFirst();
        });
    add(u"inspector.why"_s, conversation, tr("Show why"), u"info"_s, {u"Ctrl+Alt+1"_s},
        [this] { m_inbox->inspector().setPage(Inspector::Why); });
    add(u"inspector.customer"_s, conversation, tr("Show the customer"), u"user-round"_s, {u"Ctrl+Alt+2"_s},
        [this] { m_inbox->inspector().setPage(Inspector::Customer); });
    add(u"inspector.run"_s, conversation, tr("Show the run"), u"list-checks"_s, {u"Ctrl+Alt+3"_s},
        [this] { m_inbox->inspector().setPage(Inspector::Run); });
}

// Only what can be read is approved by a key; else the first press shows it.
void MainWindow::approveShown()
{
    Inspector &inspector = m_inbox->inspector();
    if (m_inbox->conversation().approveShown())
        return;
    const bool isRead = inspector.isVisible() && inspector.page() == Inspector::Why;
    if (!inspector.isVisible())
        m_inbox->toggleInspector();
    inspector.setPage(Inspector::Why);
    if (isRead && inspector.showFirst())
        inspector.approveFirst();
}

// In another room a key never acts on the conversation that lies open in the inbox, which nobody sees there;
// a single letter does nothing at all, but for E among the articles. The palette names what it does.
bool MainWindow::isKeyOfTheInbox(const QAction &action, const QKeySequence &key) const
{
    const auto known = m_inboxKeys.constFind(action.objectName());
    if (m_room == Room::Inbox || known == m_inboxKeys.cend())
        return false;
    return *known == InboxKeys::None ||
           !(key[0].keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    const auto *action = qobject_cast<QAction *>(watched);
    if (!action || event->type() != QEvent::Shortcut)
        return QMainWindow::eventFilter(watched, event);
    if (!isKeyOfTheInbox(*action, static_cast<QShortcutEvent *>(event)->key()))
        return false;
    if (m_room == Room::Knowledge && action->objectName() == "conversation.edit"_L1)
        knowledge().editShown();
    if (m_room == Room::Knowledge && action->objectName() == "conversation.send"_L1)
        knowledge().saveWritten(); // the key for "done" everywhere
    return true;
}

// What nothing else takes: the question of the room is left.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        for (InlineBar *bar : findChildren<InlineBar *>())
            if (bar->isAsking()) {
                bar->leave();
                return;
            }
    QMainWindow::keyPressEvent(event);
}

} // namespace Helmdesk
