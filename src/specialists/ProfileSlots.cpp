#include "specialists/ProfileSlots.h"

#include "tools/AccountFields.h"

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
    std::vector<ProfileChange> changes = readProfileChanges(
        context.text, readValues(context.text, words, {}, context.now.date(), ownNames), words, record);
    // What answers a question is taken from it; a guess would only be asked back.
    if (context.followsUp && !stringOr(context.memory, "awaiting").isEmpty())
        std::erase_if(changes, [](const ProfileChange &change) {
            return !change.isExact &&
                   (change.field == QLatin1String("phone") || change.field == QLatin1String("language"));
        });
    // "The new name is ...", where the company's was asked for.
    const QString asked = stringOr(memberOrNull(context.memory, "slots"), "field");
    const bool isAnswer = context.followsUp && stringOr(context.memory, "awaiting") == QLatin1String("value");
    if (isAnswer && asked == QLatin1String("company") && changes.size() == 1 &&
        changes[0].field == QLatin1String("name"))
        changes[0].field = asked;
    for (ProfileChange &change : changes) { // as the account stores it
        if (change.field == QLatin1String("phone") && !change.isRemoval)
            change.value = normalizedField(change.field, change.value).value_or(change.value);
    }
    return changes;
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
