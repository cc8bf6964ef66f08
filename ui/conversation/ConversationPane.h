#pragma once

#include "app/Desk.h"

#include <QWidget>

#include <functional>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace Helmdesk
{

class ApprovalCard;
class Avatar;
class Chip;
class Composer;
class ElidedLabel;
class HandoffPanel;
class InlineBar;
class ThreadView;
struct SentWords;
class UndoStrip;

// The middle pane: whose conversation it is, what was said, and the reply.
class ConversationPane : public QWidget
{
    Q_OBJECT

public:
    explicit ConversationPane(Desk &desk, QWidget *parent = nullptr);

    void open(ConversationId id);
    void clear();
    void reload();
    void flush();
    // True until the chosen conversation is shown: what acts on the one that was shown before is refused
    // then.
    bool isLoading() const { return m_id && m_view.row.id != *m_id; }
    std::optional<ConversationId> current() const { return m_id; }
    const ConversationView &view() const { return m_view; }
    Composer &composer() { return *m_composer; }
    InlineBar &bar() { return *m_bar; }

    void toggleTakeOver();
    void toggleResolved();
    void changeCategory(Category category);
    void markFalseAlarm();
    void remind(const QDateTime &at); // invalid: no more
    void openMenu();
    void undoSend();
    bool isUndoOffered() const;
    // What waits for a decision, above the reply: for where the inspector is not shown.
    void setShowsApprovals(bool shows);
    // Answer it by a key: false where nothing is shown there. While a reason is being written nothing is
    // approved.
    bool approveShown();
    bool denyShown();
    void setHasBefore(bool hasBefore); // whether there is something to go back to
    // Words to mark in the messages; empty: none.
    void setSearch(const QString &words) { m_search = words; }

Q_SIGNALS:
    void shown(const Helmdesk::ConversationView &view);
    void cleared();
    void changed();
    void sent(Helmdesk::ConversationId id);
    void backRequested();
    void conversationRequested(Helmdesk::ConversationId id);
    void resolveRequested(Helmdesk::ConversationId id, bool resolved);
    void citationChosen(const Helmdesk::Citation &citation);
    void keysReleased(); // the reply is left: keys are for the queue again

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeader();
    void offerUndo(const QString &done, std::function<void()> undo);
    QWidget *makeHeader();
    QWidget *makePromise();
    void showPromise(const QueueRow &row);
    void showApproval();
    void fillMenu();
    void show(ConversationView view);
    void showHeader();
    void noteSent(ConversationId id, const SentReply &reply, const SentWords &words);
    void takeBack(ConversationId id, OutboxId item, const QString &text);
    void placeComposer();
    // Runs an act of the operator; a failure is said in the bar.
    void act(const Desk::Reply<> &reply, const QString &done = {});
    void move(const Desk::Reply<PlacesBefore> &reply, const QString &done); // with an undo

    Desk &m_desk;
    std::optional<ConversationId> m_id;
    ConversationView m_view;
    int m_generation = 0;
    QString m_search;
    bool m_undoesWhenSent = false;
    std::optional<std::pair<ConversationId, QString>> m_restored; // taken back, to be shown again
    QToolButton *m_back = nullptr;
    Avatar *m_avatar = nullptr;
    ElidedLabel *m_name = nullptr;
    ElidedLabel *m_about = nullptr; // from where, by which channel, what about
    QLabel *m_number = nullptr;
    QWidget *m_promiseRow = nullptr;
    Chip *m_due = nullptr; // by when something was promised
    ElidedLabel *m_promise = nullptr;
    Chip *m_status = nullptr;
    QPushButton *m_takeOver = nullptr;
    QPushButton *m_resolve = nullptr;
    QToolButton *m_more = nullptr;
    QMenu *m_menu = nullptr;
    HandoffPanel *m_handoff = nullptr;
    InlineBar *m_bar = nullptr;
    QStackedWidget *m_stack = nullptr;
    ThreadView *m_thread = nullptr;
    UndoStrip *m_undo = nullptr;
    bool m_showsApprovals = false;
    QVBoxLayout *m_approval = nullptr;
    ApprovalCard *m_card = nullptr; // of what waits first
    Composer *m_composer = nullptr;
};

} // namespace Helmdesk
