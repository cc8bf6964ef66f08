#pragma once

#include "app/Desk.h"

#include <QFrame>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Helmdesk
{

// Who the sender is, where the channel established nobody: a person may say it. Shows whose address it
// probably is, or who was chosen before.
class CustomerLink : public QFrame
{
    Q_OBJECT

public:
    CustomerLink(Desk &desk, const ConversationView &view, QWidget *parent = nullptr);

    // A customer is being looked for; what was typed for that, and to go on with it in a page made anew.
    bool isSearching() const { return m_field != nullptr; }
    QString searched() const;
    void search(const QString &words);

Q_SIGNALS:
    void changed();
    void failed(const Helmdesk::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void leaveSearch();
    void showState(const ConversationView &view);
    void addSearch();
    void search();
    void show(const std::vector<CustomerChoice> &choices);
    void link(const QString &customer);

    Desk &m_desk;
    ConversationId m_conversation;
    QVBoxLayout *m_column = nullptr;
    QVBoxLayout *m_found = nullptr;
    QPushButton *m_choose = nullptr; // begins the search
    QLineEdit *m_field = nullptr;
    int m_generation = 0;
};

} // namespace Helmdesk
