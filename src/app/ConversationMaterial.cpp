#include "app/ConversationMaterial.h"

#include "app/Workspace.h"
#include "specialists/PersonalData.h"

namespace Helmdesk
{

bool hasLeft(const ThreadEntry &entry)
{
    const bool isReply = entry.author == Author::Agent || entry.author == Author::Operator;
    return isReply && (entry.delivery == Delivery::Sent || entry.delivery == Delivery::None);
}

Result<std::vector<PersonalValue>> personalValuesOf(Workspace &workspace, ConversationId id)
{
    auto conversation = workspace.conversations().get(id);
    if (!conversation)
        return conversation.error();
    if (!*conversation)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no conversation %1").arg(id.value)};
    std::optional<CustomerContext> customer;
    if (const QString known = (*conversation)->customer; !known.isEmpty()) {
        auto found = workspace.customers().findById(known);
        if (!found)
            return found.error();
        customer = std::move(*found);
    }
    return personalValues(customer, (*conversation)->senderName + u' ' + (*conversation)->senderAddress, {});
}

} // namespace Helmdesk
