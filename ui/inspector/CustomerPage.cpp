#include "inspector/CustomerPage.h"

#include "inspector/Section.h"
#include "widgets/Parts.h"

#include <QBoxLayout>
#include <QLocale>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

struct CustomerWords {
    Q_DECLARE_TR_FUNCTIONS(CustomerPage)
};

} // namespace

void fillCustomerPage(QVBoxLayout &page, const ConversationView &view)
{
    if (!view.customer) {
        QLabel *label = makeWrapped(
            CustomerWords::tr("The channel did not establish who writes. Helmdesk shows and changes "
                              "no customer data in this conversation."));
        label->setProperty("tone", u"secondary"_s);
        page.addWidget(label);
        return;
    }
    const CustomerCard &card = *view.customer;
    auto *row = makeRow();
    auto *avatar = new Avatar;
    avatar->setName(card.name);
    row->addWidget(avatar);
    auto *name = new ElidedLabel(card.name);
    name->setFont(Theme::font(1.05, QFont::DemiBold));
    row->addWidget(name, 1);
    if (!card.plan.isEmpty())
        row->addWidget(new Chip({card.plan, {}, Tone::Accent}));
    page.addLayout(row);
    QGridLayout *facts = addFacts(page);
    addFact(*facts, CustomerWords::tr("Company"), card.company);
    addFact(*facts, CustomerWords::tr("E-mail"), card.email);
    addFact(*facts, CustomerWords::tr("Phone"), card.phone);
    addFact(*facts, CustomerWords::tr("Status"), card.status);
    addFact(*facts, CustomerWords::tr("Language"),
            card.language.isEmpty() ? QString() : Words::language(card.language));
    addFact(*facts, CustomerWords::tr("Customer since"),
            card.joined.isValid() ? QLocale().toString(card.joined, QLocale::ShortFormat) : QString());
    addFact(*facts, CustomerWords::tr("Customer id"), card.id);
    addSection(page, CustomerWords::tr("Last tickets"));
    if (card.tickets.empty())
        page.addWidget(makeSecondary(CustomerWords::tr("No ticket so far.")));
    for (const CustomerCard::TicketLine &ticket : card.tickets) {
        auto *line = makeRow();
        line->addWidget(makeSecondary(u"#%1"_s.arg(ticket.id.value)));
        line->addWidget(new ElidedLabel(ticket.subject), 1);
        line->addWidget(makeSecondary(ticket.status));
        page.addLayout(line);
    }
}

} // namespace Helmdesk
