#pragma once

#include <QString>

namespace Helmdesk
{

// The instants between the steps of an act that moves money or sends something: where a death of the program
// would show whether it is done once. Tests die there by name.
enum class Instant {
    EffectBegun,     // the ledger holds it, nothing has happened yet
    EffectHappened,  // it has happened, the run has not stored it
    ApprovalDecided, // a person's decision is stored, the run has not gone on
    DecisionStored,  // the run has stored the decision and not executed it
    OutcomeReplaced, // the outcome tells of it, the approval is not settled
    ReplyClaimed,    // the sender has it, the channel has not
    MailWritten,     // written beside, not noted
    MailNoted,       // noted as handed over, not moved
    MailHandedOver,  // the mail program may have it, the outbox does not know
    MailEnding,      // the mail server has all but the end of the mail
    MailEndNoted,    // that the end is sent is noted, and it is not sent
    MailEnded,       // the end is sent, the server's answer is not read
    MailAccepted,    // the server has said that it has the mail, nothing is noted
    MailCopied,      // the copy lies in the Sent folder, the outbox does not know
};

// effect_begun, effect_happened, approval_decided, … ; empty for none.
QString nameOf(Instant instant);

// Says that the program is there. Does nothing unless a program was told to die at one: see dieAt().
void reached(Instant instant);

// Ends this process as a kill does, without any clean-up, when it has reached the instant for the `times`-th
// time. False when there is no such instant. Call it before work begins.
bool dieAt(const QString &instant, int times = 1);

} // namespace Helmdesk
