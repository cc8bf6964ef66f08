#pragma once

#include "app/ReplyRoom.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace Helmdesk
{

class Desk;
class ElidedLabel;

// To whom a reply by mail goes: the customer, who of the others gets a copy, and who one that nobody knows
// of. What is typed is stored when the field is left and before the reply leaves. GUI thread.
class ReplyPeople : public QWidget
{
    Q_OBJECT

public:
    explicit ReplyPeople(Desk &desk, QWidget *parent = nullptr);

    void show(const ConversationView &view);       // as it was read; what is typed or being stored is newer
    void setNote(bool isNote);                     // a note goes to nobody
    void commit();                                 // stores what was typed and not stored yet
    bool isBusy() const { return m_running > 0; }  // something is being stored
    bool isRefused() const { return m_isRefused; } // what stands here is no address; said already

Q_SIGNALS:
    void failed(const Helmdesk::Error &error);
    void settled(); // nothing is being stored any more

private:
    QWidget *makeField(const QString &label, const QString &name, QLineEdit *&field);
    void answerAll(bool isAll);
    void fill();
    ReplyCopies wanted() const;
    void updateRows();

    Desk &m_desk;
    ConversationId m_id;
    BegunReply m_begun;
    bool m_isNote = false;
    bool m_isRefused = false;
    bool m_showsCc = false;
    bool m_showsBcc = false;
    int m_running = 0;
    ElidedLabel *m_to = nullptr;
    QPushButton *m_all = nullptr;
    QPushButton *m_ccButton = nullptr;
    QPushButton *m_bccButton = nullptr;
    QWidget *m_ccRow = nullptr;
    QWidget *m_bccRow = nullptr;
    QLineEdit *m_cc = nullptr;
    QLineEdit *m_bcc = nullptr;
};

} // namespace Helmdesk
