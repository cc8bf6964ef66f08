#pragma once

#include <array>
#include <optional>
#include <QString>

namespace Helmdesk
{

// How certain it is that a message comes from the customer for whom its turn acts, from least to most.
enum class IdentityLevel {
    None,     // nobody, or only what the sender says of himself, such as a From line
    Channel,  // the channel established it: signed in to the chat, the company's own system over the API
    Verified, // a one-time code that went to the address on record came back
    Operator, // a person at the desk confirmed it
};

inline constexpr std::array identityLevels{IdentityLevel::None, IdentityLevel::Channel,
                                           IdentityLevel::Verified, IdentityLevel::Operator};

// Fixed names in rules and on the command line: none, channel, verified, operator.
inline QString nameOf(IdentityLevel level)
{
    switch (level) {
    case IdentityLevel::None:
        return QStringLiteral("none");
    case IdentityLevel::Channel:
        return QStringLiteral("channel");
    case IdentityLevel::Verified:
        return QStringLiteral("verified");
    case IdentityLevel::Operator:
        break;
    }
    return QStringLiteral("operator");
}

inline std::optional<IdentityLevel> identityLevelNamed(const QString &name)
{
    for (const IdentityLevel level : identityLevels) {
        if (nameOf(level) == name)
            return level;
    }
    return std::nullopt;
}

} // namespace Helmdesk
