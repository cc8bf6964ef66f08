#pragma once

#include "app/DeskSnapshots.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace Helmdesk
{

class MessageBubble;
enum class AttachmentWish;

// The messages of a conversation, oldest first: the customer at the leading edge, replies at the trailing
// one, days between them and what the tools did as single lines.
class ThreadView : public QScrollArea
{
    Q_OBJECT

public:
    explicit ThreadView(QWidget *parent = nullptr);
    // Stays where the reader is when the same conversation has changed, else shows its end, or the first
    // message in which a word of `search` is marked.
    void show(const ConversationView &view, const QString &search = {});
    void clear();

Q_SIGNALS:
    void undoRequested(Helmdesk::OutboxId item);
    void sendAgainRequested(Helmdesk::OutboxId item);
    void attachmentRequested(Helmdesk::MessageId message, int position,
                             const Helmdesk::Attachment &attachment, Helmdesk::AttachmentWish wish);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addDay(const QDate &day);
    void addEntry(const ThreadEntry &entry, const QString &customer);
    void addEvent(const QString &iconName, const QString &text);
    void fit();
    static void fitEvent(QLabel &label, int available);
    void scrollToEnd();
    MessageBubble *firstMatch() const;

    QVBoxLayout *m_column = nullptr;
    QList<MessageBubble *> m_bubbles;
    QList<QLabel *> m_events; // lines of what was decided and done
    ConversationId m_conversation;
    std::size_t m_count = 0;
    QString m_search;
};

} // namespace Helmdesk
