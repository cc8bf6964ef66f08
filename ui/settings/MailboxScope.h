#pragma once

#include "app/MailRoom.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QVBoxLayout;

namespace Helmdesk
{

// What of a mailbox is read, from when on, and how replies leave. GUI thread.
class MailboxScope : public QWidget
{
    Q_OBJECT

public:
    // The look-backs to choose from, in days; 0: none.
    static const std::vector<int> &lookBacks();

    explicit MailboxScope(QWidget *parent = nullptr);
    // The inbox and what a person made are offered, the inbox is chosen; drafts only.
    void begin(const std::vector<ServerFolder> &folders, bool canSend);
    void setCounts(const std::vector<LookBackCount> &counts); // empty: not known
    void apply(MailAccount &account) const;
    QString problem() const; // why it cannot be used; empty: nothing
    void focusFirst();

Q_SIGNALS:
    void foldersChanged();

private:
    void showMeaning();

    QVBoxLayout *m_list = nullptr;
    QList<std::pair<QString, QCheckBox *>> m_folders; // by their names on the server
    QComboBox *m_lookBack = nullptr;
    QComboBox *m_mode = nullptr;
    QLabel *m_meaning = nullptr;
};

} // namespace Helmdesk
