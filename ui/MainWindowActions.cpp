#include "actions/ActionRegistry.h"
#include "conversation/Composer.h"
#include "conversation/ConversationPane.h"
#include "InboxPage.h"
#include "inspector/Inspector.h"
#include "MainWindow.h"
#include "queue/QueuePane.h"

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
        const bool actsOnOpenOne = context == conversation;
        m_actions->add(id, context, text, iconName, sequences, [this, actsOnOpenOne, run = std::move(run)] {
            if (actsOnOpenOne && m_inbox->conversation().isLoading())
                return;
            if (m_rooms->currentIndex() != static_cast<int>(Room::Inbox))
                setRoom(Room::Inbox);
            run();
        });
    };
    add(u"queue.next"_s, queue, tr("Next conversation"), u"chevron-down"_s, {u"J"_s},
        [this] { m_inbox->queue().step(1); });
    add(u"queue.previous"_s, queue, tr("Previous conversation"), u"chevron-right"_s, {u"K"_s},
        [this] { m_inbox->queue().step(-1); });
    add(u"queue.search"_s, queue, tr("Search conversations"), u"search"_s, {u"/"_s, u"Ctrl+F"_s},
        [this] { m_inbox->queue().focusSearch(); });
    add(u"queue.refresh"_s, queue, tr("Refresh the queue"), u"refresh-cw"_s, {u"F5"_s},
        [this] { m_inbox->queue().refresh(); });
    add(u"queue.review"_s, queue, tr("Show what needs review"), u"list-checks"_s, {u"Alt+1"_s},
        [this] { m_inbox->queue().setView(QueueView::NeedsReview); });
    add(u"queue.escalated"_s, queue, tr("Show what is escalated"), u"triangle-alert"_s, {u"Alt+2"_s},
        [this] { m_inbox->queue().setView(QueueView::Escalated); });
    add(u"queue.mine"_s, queue, tr("Show mine"), u"hand"_s, {u"Alt+3"_s},
        [this] { m_inbox->queue().setView(QueueView::Mine); });
    add(u"queue.automatic"_s, queue, tr("Show what was answered automatically"), u"zap"_s, {u"Alt+4"_s},
        [this] { m_inbox->queue().setView(QueueView::Automatic); });
    add(u"queue.all"_s, queue, tr("Show all conversations"), u"inbox"_s, {u"Alt+5"_s},
        [this] { m_inbox->queue().setView(QueueView::All); });

    add(u"conversation.send"_s, conversation, tr("Send the reply"), u"send"_s,
        {u"Ctrl+Return"_s, u"Ctrl+Enter"_s}, [this] { m_inbox->conversation().composer().send(); });
    add(u"conversation.undo"_s, conversation, tr("Undo sending"), u"undo-2"_s, {u"Ctrl+Shift+Z"_s},
        [this] { m_inbox->conversation().composer().undo(); });
    add(u"conversation.edit"_s, conversation, tr("Edit the reply"), u"pencil"_s, {u"E"_s},
        [this] { m_inbox->conversation().composer().focusEditor(); });
    add(u"conversation.note"_s, conversation, tr("Write an internal note"), u"sticky-note"_s, {u"N"_s},
        [this] { m_inbox->conversation().composer().toggleNote(); });
    add(u"conversation.reject"_s, conversation, tr("Reject the draft"), u"x"_s, {u"Ctrl+Backspace"_s},
        [this] { m_inbox->conversation().composer().askRejection(); });
    add(u"conversation.take"_s, conversation, tr("Take over or hand back"), u"hand"_s, {u"Ctrl+T"_s},
        [this] { m_inbox->conversation().toggleTakeOver(); });
    add(u"conversation.resolve"_s, conversation, tr("Resolve what is selected"), u"check"_s, {u"Ctrl+R"_s},
        [this] { m_inbox->resolveSelected(); });
    add(u"approval.approve"_s, conversation, tr("Approve what waits"), u"shield-check"_s, {u"Ctrl+Shift+A"_s},
        [this] { m_inbox->inspector().approveFirst(); });
    add(u"approval.deny"_s, conversation, tr("Deny what waits"), u"shield-alert"_s, {u"Ctrl+Shift+D"_s},
        [this] { m_inbox->inspector().denyFirst(); });
    add(u"inspector.why"_s, conversation, tr("Show why"), u"info"_s, {u"Ctrl+Alt+1"_s},
        [this] { m_inbox->inspector().setPage(Inspector::Why); });
    add(u"inspector.customer"_s, conversation, tr("Show the customer"), u"user-round"_s, {u"Ctrl+Alt+2"_s},
        [this] { m_inbox->inspector().setPage(Inspector::Customer); });
    add(u"inspector.run"_s, conversation, tr("Show the run"), u"list-checks"_s, {u"Ctrl+Alt+3"_s},
        [this] { m_inbox->inspector().setPage(Inspector::Run); });
}

} // namespace Helmdesk
