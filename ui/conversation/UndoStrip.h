#pragma once

#include "app/DeskSnapshots.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace Helmdesk
{

// "Sent to Mara, Undo (5 s)": stands where the composer was, and above the next conversation's composer when
// that has opened meanwhile. Counts down, then goes. GUI thread.
class UndoStrip : public QWidget
{
    Q_OBJECT

public:
    explicit UndoStrip(QWidget *parent = nullptr);

    // `text` is what was sent, handed back with undone().
    void offer(ConversationId conversation, const QString &customer, const SentReply &reply,
               const QString &text);
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
