#pragma once

#include "app/DeskSnapshots.h"

#include <QFrame>

class QLineEdit;
class QPushButton;

namespace Helmdesk
{

// What will happen when a held tool call is approved, and the two answers. Neither is a default button.
class ApprovalCard : public QFrame
{
    Q_OBJECT

public:
    explicit ApprovalCard(const ApprovalView &approval, bool showsCustomer, QWidget *parent = nullptr);
    const ApprovalView &approval() const { return m_approval; }
    void askReason(); // for denying it
    void setBusy(bool busy);

Q_SIGNALS:
    void approved(const Helmdesk::ApprovalView &approval);
    void denied(const Helmdesk::ApprovalView &approval, const QString &reason);

private:
    QWidget *makeFacts();
    QWidget *makeReason();

    ApprovalView m_approval;
    QPushButton *m_approve = nullptr;
    QPushButton *m_deny = nullptr;
    QWidget *m_choice = nullptr;
    QWidget *m_reasonPage = nullptr;
    QLineEdit *m_reason = nullptr;
    QPushButton *m_confirm = nullptr;
};

} // namespace Helmdesk
