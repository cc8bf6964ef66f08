#pragma once

#include "core/Ids.h"
#include "core/Json.h"
#include "core/Money.h"

#include <compare>
#include <optional>
#include <QString>

namespace Helmdesk
{

// Idempotency key of one effect. The same call of the same message always has the same key, also after a
// restart; other arguments give another key.
struct EffectKey {
    QString value;
    auto operator<=>(const EffectKey &) const = default;
    bool isEmpty() const { return value.isEmpty(); }
};

// The money that a call moves: its arguments amount_minor and currency. Pure.
std::optional<Money> moneyIn(const Json &args);

// SHA-256 in hexadecimal over tool name and canonical arguments (keys sorted, compact). Pure.
QString argumentsDigest(const QString &tool, const Json &args);

// Made of the message (or the run where there is no message), the position of the call in the turn and the
// digest of its arguments. With neither message nor run there is nothing to resume, and each call has its
// own.
EffectKey effectKey(MessageId message, RunId run, qsizetype callIndex, const QString &tool, const Json &args);

// True when the key was made for exactly this tool with these arguments.
bool keyCovers(const EffectKey &key, const QString &tool, const Json &args);

} // namespace Helmdesk
