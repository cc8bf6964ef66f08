#include "pipeline/TurnText.h"

#include "understanding/TextShape.h"

namespace Helmdesk
{
namespace
{

constexpr qsizetype leastAlone = 3; // words that can be answered without those below an uncertain cut

UtteranceContext contextOf(const Conversation &conversation, const Message &message,
                           const std::vector<Message> &earlier)
{
    UtteranceContext context;
    context.subject = message.subject;
    context.senderName = conversation.senderName;
    for (const Message &said : earlier) {
        if (conversation.channel != ChannelKind::Chat || said.author != Author::Customer)
            context.earlier.append(said.text);
    }
    return context;
}

// Pasted and forwarded parts; the quoted history was looked at when it was said.
QString materialOf(const Utterance &utterance)
{
    QStringList texts;
    for (const UtterancePart &part : utterance.parts) {
        if (part.kind == PartKind::Pasted || part.kind == PartKind::Forwarded)
            texts.append(utterance.source.sliced(part.begin, part.length));
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace

TurnText readTurnText(const QString &text, const Conversation &conversation, const Message &message,
                      const std::vector<Message> &earlier)
{
    TurnText turn;
    turn.utterance = readUtterance(text, contextOf(conversation, message, earlier));
    const Utterance &said = turn.utterance;
    turn.material = materialOf(said);
    const QString certain = said.certainOwn();
    const QString forwarded = said.textOf(PartKind::Forwarded);
    if (said.own.isEmpty()) {
        turn.text = forwarded.isEmpty() ? text : forwarded;
        turn.causesNoWrite = true;
    } else if (said.hasUncertain() && wordCount(certain) >= leastAlone) {
        turn.text = certain;
    } else {
        turn.text = said.ownWithQuotations();
        turn.causesNoWrite = said.hasUncertain() || turn.text != said.own;
    }
    turn.asking = turn.text;
    if (said.pointsBeyond && !forwarded.isEmpty() && !said.own.isEmpty()) {
        turn.text += QLatin1String("\n\n") + forwarded;
        turn.causesNoWrite = true;
    }
    return turn;
}

} // namespace Helmdesk
