#pragma once

#include "app/Desk.h"

#include <QWidget>

class QButtonGroup;
class QStackedWidget;
class QVBoxLayout;

namespace Helmdesk
{

class ApprovalCard;
class CustomerLink;

// The right pane: why Helmdesk came to this, who the customer is, and what the run did.
class Inspector : public QWidget
{
    Q_OBJECT

public:
    enum Page { Why, Customer, Run };

    explicit Inspector(Desk &desk, QWidget *parent = nullptr);
    void show(const ConversationView &view);
    void clear();
    void setPage(Page page);
    Page page() const;
    bool isDenying() const; // a reason is being written
    // The first approval that waits, as a single press of its key answers it.
    bool showFirst(); // true: it was in sight already
    void approveFirst();
    void denyFirst();

Q_SIGNALS:
    void changed();
    void failed(const Helmdesk::Error &error);
    void citationChosen(const Helmdesk::Citation &citation);

private:
    QWidget *makeTabs();
    QVBoxLayout *addPage();
    void showWhy();
    void showCustomer();
    void fill(Page page);
    void answer(const Desk::Reply<> &reply);

    Desk &m_desk;
    QButtonGroup *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    QList<QVBoxLayout *> m_pages;
    std::array<bool, Run + 1> m_isFilled{};
    std::optional<ConversationView> m_view;
    QList<ApprovalCard *> m_cards;
    CustomerLink *m_link = nullptr; // while the page of the customer has one
};

} // namespace Helmdesk
