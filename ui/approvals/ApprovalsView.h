#pragma once

#include "app/Desk.h"

#include <QWidget>

class QVBoxLayout;

namespace Helmdesk
{

class InlineBar;

// Every tool call that waits for a person, oldest first.
class ApprovalsView : public QWidget
{
    Q_OBJECT

public:
    explicit ApprovalsView(Desk &desk, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void conversationChosen(Helmdesk::ConversationId id);

private:
    void show(const std::vector<ApprovalView> &approvals);
    void addCard(const ApprovalView &approval);
    void answer(const Desk::Reply<> &reply, const QString &done);

    Desk &m_desk;
    InlineBar *m_bar = nullptr;
    QVBoxLayout *m_column = nullptr;
};

} // namespace Helmdesk
