#pragma once

#include "core/Message.h"
#include "pipeline/IdentityCodeRepository.h"
#include "pipeline/OutboxRepository.h"

#include <chrono>

namespace Helmdesk
{

// Six digits, three tries, ten minutes; what was proven holds for half an hour in its conversation.
struct CodeLimits {
    int tries = 3;
    int codesADay = 5; // to one address
    std::chrono::minutes valid{10};
    std::chrono::minutes proven{30};
};

enum class CodeCheck {
    None,   // nothing was asked, or the text holds no code
    Proven, // now, or within the last half hour
    Wrong,  // another try is left
    Spent,  // too many tries, or too late
};

struct CheckedCode {
    CodeCheck check = CodeCheck::None;
    QString customer;  // whose code it is, where it is proven
    MessageId waiting; // the message that waited for it; invalid where another came after the proof
    QString rest;      // the text without the code
};

// What the mail with a code says, in the customer's language; %1 is the code.
struct CodeMail {
    QString subject; // where the message that waits has none
    QString body;
};

// Proves by a code sent to the address on record that a mail's sender reads what goes there. A From line
// alone proves nothing, and neither does a Reply-To: the code goes to the address on record only. Thread:
// any. Ownership: the repositories must outlive it. Failure: that of the store.
class IdentityCodes
{
public:
    IdentityCodes(IdentityCodeRepository &codes, OutboxRepository &outbox, CodeLimits limits = {})
        : m_codes(codes)
        , m_outbox(outbox)
        , m_limits(limits)
    {
    }

    // Sends a code for the message; a second call for it sends nothing more. False: the address has had its
    // codes of the day.
    Result<bool> send(const Message &message, const QString &address, const QString &customer,
                      const CodeMail &mail, const QDateTime &now);

    // Looks for the code in the sender's own words. Counts a wrong one.
    Result<CheckedCode> check(ConversationId conversation, const QString &address, const QString &text,
                              const QDateTime &now);

private:
    IdentityCodeRepository &m_codes;
    OutboxRepository &m_outbox;
    CodeLimits m_limits;
};

} // namespace Helmdesk
