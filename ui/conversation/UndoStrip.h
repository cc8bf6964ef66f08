#pragma once

#include "app/DeskSnapshots.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace Helmdesk
{

// Who a reply went to, its text, which comes back with an undo, and what happens with it; empty: nothing.
struct SentWords {
    QString person;
    QString text;
    QString acts;
};

// "Sending to Mara: Hello Mara…, Undo (5 s)": stands where the composer was, and above the next
// conversation's composer when that has opened meanwhile. Counts down, then goes. GUI thread.
class UndoStrip : public QWidget
{
    Q_OBJECT

public:
    explicit UndoStrip(QWidget *parent = nullptr);

    void offer(ConversationId conversation, const SentReply &reply, const SentWords &words);
    void undo();
    bool isOffered() const;
    ConversationId conversation() const { return m_conversation; }

Q_SIGNALS:
    void undone(Helmdesk::ConversationId conversation, Helmdesk::OutboxId item, const QString &text);
    void closed(); // the time is over, or it was undone

private:
    void tick();
    void showTime();

    ConversationId m_conversation;
    OutboxId m_item;
    QString m_text;
    int m_left = 0;
    QTimer *m_timer = nullptr;
    QLabel *m_words = nullptr;
    QPushButton *m_undo = nullptr;
};

} // namespace Helmdesk
