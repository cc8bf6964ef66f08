#pragma once

#include "app/Desk.h"

#include <QWidget>

class QButtonGroup;
class QStackedWidget;
class QVBoxLayout;

namespace Helmdesk
{

class DecisionHistory;
class ApprovalCard;
class InlineBar;

// Every tool call that waits for a person, oldest first, and what was decided before.
class ApprovalsView : public QWidget
{
    Q_OBJECT

public:
    explicit ApprovalsView(Desk &desk, QWidget *parent = nullptr);
    enum Page { Waiting, History };

    void refresh();
    void setPage(Page page);
    DecisionHistory &history() { return *m_history; }

Q_SIGNALS:
    void conversationChosen(Helmdesk::ConversationId id);

private:
    QWidget *makeTabs();
    QWidget *makeWaiting();
    void show(const std::vector<ApprovalView> &approvals);
    void addCard(const ApprovalView &approval);
    void answer(const Desk::Reply<> &reply, const QString &done);

    Desk &m_desk;
    InlineBar *m_bar = nullptr;
    QButtonGroup *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    DecisionHistory *m_history = nullptr;
    QVBoxLayout *m_column = nullptr;
    QList<ApprovalCard *> m_cards;
};

} // namespace Helmdesk
