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
    // Short: what it does and the two answers, for where there is little room.
    enum class Detail { Whole, WithCustomer, Short };
    explicit ApprovalCard(const ApprovalView &approval, Detail detail, QWidget *parent = nullptr);
    const ApprovalView &approval() const { return m_approval; }
    void askReason(); // for denying it
    bool isDenying() const;
    QString reason() const; // as far as it is written
    void setReason(const QString &reason);
    void setBusy(bool busy);
    void addBelow(QPushButton &button); // at the leading edge, within the card

Q_SIGNALS:
    void approved(const Helmdesk::ApprovalView &approval);
    void denied(const Helmdesk::ApprovalView &approval, const QString &reason);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void leaveReason();
    void addAsking();
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
