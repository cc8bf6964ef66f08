#include "specialists/ProfileSlots.h"

#include <algorithm>

namespace Helmdesk
{

std::vector<ProfileChange> readProfileOf(const TurnContext &context, const ValueWords &words)
{
    ProfileRecord record;
    QStringList ownNames;
    if (context.customer) {
        const CustomerContext &customer = *context.customer;
        record = {customer.name,    customer.email,   customer.phone,
                  customer.company, customer.address, customer.language};
        ownNames << customer.name << customer.company;
    }
    return readProfileChanges(context.text, readValues(context.text, words, {}, context.now.date(), ownNames),
                              words, record);
}

Json profileSlots(const std::vector<ProfileChange> &changes, const QString &focus)
{
    if (changes.empty())
        return Json::object();
    const auto focused = std::ranges::find(changes, focus, &ProfileChange::field);
    const ProfileChange &change = focused == changes.end() ? changes.front() : *focused;
    if (change.isRemoval)
        return {{"removed_field", change.field}, {"is_assumed", !change.isExact}};
    return {{"field", change.field}, {"value", change.value}, {"is_assumed", !change.isExact}};
}

} // namespace Helmdesk
