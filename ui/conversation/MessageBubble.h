#pragma once

#include "app/DeskSnapshots.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace Helmdesk
{

class MessageText;

enum class AttachmentWish { Show, Save, Open };

// One entry of a conversation: a message, a reply or a note. The thread sets its width.
class MessageBubble : public QFrame
{
    Q_OBJECT

public:
    // The beginnings of words that `search` names are marked.
    explicit MessageBubble(const ThreadEntry &entry, const QString &search = {}, QWidget *parent = nullptr);
    bool isFromCustomer() const { return m_entry.author == Author::Customer; }
    bool hasMatch() const { return m_hasMatch; }
    void fitTo(int available);

Q_SIGNALS:
    void undoRequested(Helmdesk::OutboxId item);
    void sendAgainRequested(Helmdesk::OutboxId item);
    void attachmentRequested(Helmdesk::MessageId message, int position,
                             const Helmdesk::Attachment &attachment, Helmdesk::AttachmentWish wish);
    void heightChanged();

private:
    QWidget *makeHeader() const;
    void addOrigin();
    void addAttachments();
    void addQuoteToggle();
    void addShowAll();
    void addFailure();
    void setText(const QString &text);
    QString speaker() const;

    ThreadEntry m_entry;
    QString m_search;
    bool m_showsAll = false; // also of a very long text
    QString m_shown;
    bool m_hasMatch = false;
    MessageText *m_text = nullptr;
    QWidget *m_header = nullptr;
    int m_available = 0;
};

} // namespace Helmdesk
