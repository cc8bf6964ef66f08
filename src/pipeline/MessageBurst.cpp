#include "pipeline/MessageBurst.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr int longestBurst = 12; // messages; more is no burst but a flood

// Whether `next` follows `first` at once and both are the customer's.
bool follows(const Message &first, const Message &next, int joinMilliseconds)
{
    const qint64 gap = first.at.msecsTo(next.at);
    return first.author == Author::Customer && next.author == Author::Customer &&
           first.customer == next.customer && !first.isAutomatic && !next.isAutomatic && gap >= 0 &&
           gap <= joinMilliseconds;
}

bool mayJoin(const BurstParts &parts, const Conversation &conversation)
{
    return conversation.channel == ChannelKind::Chat && parts.settings.joinMilliseconds() > 0;
}

} // namespace

Result<std::optional<MessageId>> nextOfBurst(const BurstParts &parts, const Conversation &conversation,
                                             const Message &message)
{
    if (!mayJoin(parts, conversation))
        return std::optional<MessageId>();
    auto history = parts.conversations.history(conversation.id, longestBurst);
    if (!history)
        return history.error();
    const auto own = std::ranges::find(*history, message.id, &Message::id);
    if (own == history->end() || std::next(own) == history->end())
        return std::optional<MessageId>();
    const Message &next = *std::next(own);
    if (!follows(*own, next, parts.settings.joinMilliseconds()))
        return std::optional<MessageId>();
    return std::optional(next.id);
}

Result<QString> textOfBurst(const BurstParts &parts, const Conversation &conversation, const Message &message)
{
    if (!mayJoin(parts, conversation))
        return message.text;
    auto history = parts.conversations.history(conversation.id, longestBurst);
    if (!history)
        return history.error();
    QStringList texts{message.text};
    auto own = std::ranges::find(*history, message.id, &Message::id);
    while (own != history->end() && own != history->begin()) {
        const auto before = std::prev(own);
        if (!follows(*before, *own, parts.settings.joinMilliseconds()))
            break;
        auto answered = parts.runs.outcomeOf(before->id);
        if (!answered)
            return answered.error();
        if (answered->has_value())
            break;
        texts.prepend(before->text);
        own = before;
    }
    return texts.join(QLatin1Char('\n'));
}

QString readableBeginning(const QString &text)
{
    if (text.size() <= mostReadCharacters)
        return text;
    constexpr qsizetype nearby = 500;
    const QString beginning = text.left(mostReadCharacters);
    const qsizetype line = beginning.lastIndexOf(QLatin1Char('\n'));
    const qsizetype end = line > mostReadCharacters - nearby ? line : beginning.lastIndexOf(QLatin1Char(' '));
    return end > mostReadCharacters - nearby ? beginning.left(end) : beginning;
}

} // namespace Helmdesk
