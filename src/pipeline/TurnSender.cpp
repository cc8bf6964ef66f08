#include "pipeline/TurnSender.h"

namespace Helmdesk
{

Result<TurnSender> senderOf(const CustomerRepository &customers, const Conversation &conversation,
                            const Message &message)
{
    TurnSender sender;
    if (!message.customer.isEmpty()) {
        auto known = customers.findById(message.customer);
        if (!known)
            return known.error();
        sender.customer = std::move(*known);
    }
    sender.isAmongOthers = sender.customerId() != conversation.customer;
    if (sender.customer || conversation.channel != ChannelKind::Mail || conversation.senderAddress.isEmpty())
        return sender;
    auto probable = customers.findByEmail(conversation.senderAddress);
    if (!probable)
        return probable.error();
    sender.isProbablyKnown = probable->has_value();
    return sender;
}

} // namespace Helmdesk
