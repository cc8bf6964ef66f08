#pragma once

#include "core/Ids.h"
#include "core/Result.h"

#include <optional>
#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace Helmdesk
{

// A code of six digits that was sent to the address on record, so that who writes from it can prove it.
struct IdentityCode {
    MessageId message; // that waits for the proof
    ConversationId conversation;
    QString address; // on record, and the sender's
    QString customer;
    QByteArray salt;
    QByteArray digest; // SHA-256 of the salt and the digits
    QDateTime issuedAt;
    QDateTime expiresAt;
    int tries = 0;      // wrong ones
    QDateTime provenAt; // invalid: not yet
};

// Thread: any. Ownership: takes and returns values. Failure: Unavailable, StorageFull, Corrupt or Io of the
// store. Each change is audited.
class IdentityCodeRepository
{
public:
    virtual ~IdentityCodeRepository() = default;

    // The same message gives its code once: Conflict for a second.
    virtual Result<> add(const IdentityCode &code) = 0;
    virtual Result<std::optional<IdentityCode>> ofMessage(MessageId message) const = 0;
    // The one that was issued last in the conversation to the address, in any case of its letters.
    virtual Result<std::optional<IdentityCode>> latest(ConversationId conversation,
                                                       const QString &address) const = 0;
    virtual Result<int> issuedTo(const QString &address, const QDateTime &since) const = 0;
    virtual Result<> countWrong(MessageId message, const QDateTime &at) = 0;
    virtual Result<> markProven(MessageId message, const QDateTime &at) = 0;
};

} // namespace Helmdesk
