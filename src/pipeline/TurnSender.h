#pragma once

#include "memory/CustomerRepository.h"
#include "pipeline/ConversationRepository.h"
#include "tools/policy/IdentityLevel.h"

namespace Helmdesk
{

// Whom a turn acts for: the sender of its message, whoever the conversation is with.
struct TurnSender {
    std::optional<CustomerContext> customer;      // whom the channel established and the desk knows
    IdentityLevel level = IdentityLevel::Channel; // what is known of the customer
    bool isAmongOthers = false;   // the conversation is another's; an older version joined the message to it
    bool isProbablyKnown = false; // a From line with the address of a customer; proves nothing

    QString customerId() const { return customer ? customer->id : QString(); }
};

// Thread: any. Failure: that of the store.
Result<TurnSender> senderOf(const CustomerRepository &customers, const Conversation &conversation,
                            const Message &message);

} // namespace Helmdesk
