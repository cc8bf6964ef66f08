#pragma once

#include "app/DeskSnapshots.h"

#include <QWidget>

class QPushButton;
class QTimer;
class QVBoxLayout;

namespace Helmdesk
{

// Who a reply went to, its text, which comes back with an undo, and what happens with it; empty: nothing.
struct SentWords {
    QString person;
    QString text;
    QString acts;
};

// "Sending to Mara: Hello Mara…, Undo (5 s)": stands where the composer was, and above the next
// conversation's composer when that has opened meanwhile. A line for each reply that can still be taken back;
// each counts down by itself, then goes. GUI thread.
class UndoStrip : public QWidget
{
    Q_OBJECT

public:
    explicit UndoStrip(QWidget *parent = nullptr);

    void offer(ConversationId conversation, const SentReply &reply, const SentWords &words);
    void undo(); // the latest
    bool isOffered() const;
    bool isOffered(ConversationId conversation) const;

Q_SIGNALS:
    void undone(Helmdesk::ConversationId conversation, Helmdesk::OutboxId item, const QString &text);
    void closed(); // the time of a reply is over, or it was undone

private:
    struct Line {
        ConversationId conversation;
        OutboxId item;
        QString text;
        int secondsLeft = 0;
        QWidget *row = nullptr;
        QPushButton *undo = nullptr;
    };
    using Lines = std::vector<Line>; // the latest last

    QWidget *makeLine(const QString &words, OutboxId item);
    Lines::iterator remove(Lines::iterator line);
    void takeBack(Lines::iterator line);
    void tick();
    void showTimes();

    Lines m_lines;
    QTimer *m_timer = nullptr;
    QVBoxLayout *m_column = nullptr;
};

} // namespace Helmdesk
