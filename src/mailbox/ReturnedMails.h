#pragma once

#include "core/Clock.h"
#include "mailbox/Bounce.h"
#include "mailbox/OutgoingMail.h"
#include "pipeline/ConversationRepository.h"
#include "pipeline/NotificationRepository.h"

namespace Helmdesk
{

// What is not owned and outlives its user.
struct ReturnedMailParts {
    OutboxRepository &outbox;
    OutgoingMailRepository &mails;
    ConversationRepository &conversations;
    NotificationRepository &notifications;
    const Clock &clock;
};

// Takes in a report on a mail of ours: one that did not arrive has its outbox row fail with the reason,
// stands in its conversation and has that need a person; a delay is told once; a success says that the mail
// has left, which helps where nobody knew. A report on anything else, such as on a report, is none of ours:
// false. A report is its sender's own word; who knows the Message-ID of a mail has received it. Thread: any.
// Failure: that of the stores.
Result<bool> takeDeliveryReport(const ReturnedMailParts &parts, const DeliveryReport &report);

} // namespace Helmdesk
