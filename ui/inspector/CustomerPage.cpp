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

QString capitalized(const QString &name)
{
    return name.left(1).toUpper() + name.mid(1);
}

QString nextPayment(const CustomerCard &card)
{
    if (!card.subscription || !card.subscription->periodEnd.isValid())
        return {};
    const QString day = QLocale().toString(card.subscription->periodEnd, QLocale::ShortFormat);
    return card.subscription->endsThen ? CustomerWords::tr("None, ends on %1").arg(day)
                                       : CustomerWords::tr("%1 on %2", "amount, day")
                                             .arg(Words::money(card.subscription->price), day);
}

QString paymentMethod(const CustomerCard &card)
{
    if (!card.paymentMethod)
        return {};
    const ChargedMethod &method = *card.paymentMethod;
    if (method.kind == "sepa"_L1)
        return CustomerWords::tr("SEPA, account ending in %1").arg(method.last4);
    const QString brand = method.brand.isEmpty() ? CustomerWords::tr("Card") : capitalized(method.brand);
    const QDate expires = QDate::fromString(method.expires + u"-01"_s, Qt::ISODate);
    return expires.isValid() ? CustomerWords::tr("%1 ending in %2, until %3", "brand, digits, month")
                                   .arg(brand, method.last4, QLocale().toString(expires, u"MM/yyyy"_s))
                             : CustomerWords::tr("%1 ending in %2", "brand, digits").arg(brand, method.last4);
}

} // namespace

void fillCustomerPage(QVBoxLayout &page, const ConversationView &view)
{
    if (!view.customer)
        return;
    const CustomerCard &card = *view.customer;
    auto *row = makeRow();
    auto *avatar = new Avatar;
    avatar->setName(card.name);
    row->addWidget(avatar);
    auto *name = new ElidedLabel(card.name);
    name->setFont(Theme::font(1.05, QFont::DemiBold));
    row->addWidget(name, 1);
    if (!card.plan.isEmpty())
        row->addWidget(new Chip({capitalized(card.plan), {}, Tone::Accent}));
    page.addLayout(row);
    QGridLayout *facts = addFacts(page);
    addFact(*facts, CustomerWords::tr("Company"), card.company);
    addFact(*facts, CustomerWords::tr("E-mail"), card.email);
    addFact(*facts, CustomerWords::tr("Phone"), card.phone);
    addFact(*facts, CustomerWords::tr("Status"), Words::recordStatus(card.status));
    addFact(*facts, CustomerWords::tr("Next payment"), nextPayment(card));
    addFact(*facts, CustomerWords::tr("Pays with"), paymentMethod(card));
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
        line->addWidget(makeSecondary(Words::ticket(ticket.id)));
        line->addWidget(new ElidedLabel(ticket.subject), 1);
        line->addWidget(makeSecondary(Words::recordStatus(ticket.status)));
        page.addLayout(line);
    }
}

} // namespace Helmdesk
