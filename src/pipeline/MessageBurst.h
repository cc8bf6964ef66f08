#pragma once

#include "pipeline/ConversationRepository.h"
#include "pipeline/RunRepository.h"
#include "settings/Settings.h"

namespace Helmdesk
{

// Several quick messages of a customer are one turn: the last of them is answered, with the text of all.
// Only in chat, where people write in pieces; a message that has an outcome of its own is never joined.
struct BurstParts {
    const ConversationRepository &conversations;
    const RunRepository &runs;
    const Settings &settings;
};

// The message of the same burst after `message`, which has no outcome, where there is one. When that one has
// been answered, it was with the text of `message`. Failure: that of the store.
Result<std::optional<MessageId>> nextOfBurst(const BurstParts &parts, const Conversation &conversation,
                                             const Message &message);

// The text of the whole burst that `message` ends, one message a line; its own text when it stands alone.
Result<QString> textOfBurst(const BurstParts &parts, const Conversation &conversation,
                            const Message &message);

inline constexpr qsizetype mostReadCharacters = 16000; // of a turn; what is longer goes to a person

// What is read of the text of a turn: its beginning, to the end of a line or a word where there is one
// nearby.
QString readableBeginning(const QString &text);

} // namespace Helmdesk
