#pragma once

#include "core/Message.h"
#include "understanding/Utterance.h"

#include <vector>

namespace Helmdesk
{

// What a turn says, as the engine answers it.
struct TurnText {
    Utterance utterance;
    QString text;     // what is answered: the own words, and a forwarded mail where they point to it
    QString asking;   // in which acts are read: the own words alone, where there are any
    QString material; // pasted and forwarded text beside it, for signs of orders to the machine
    bool causesNoWrite = false; // `text` holds words that are not certainly the customer's own
};

// Reads the text of a turn. `earlier` are the messages of the conversation before it; in chat, where a turn
// may be several messages, those of our side. A message that is nothing but a quote is answered as it stands,
// without effects. Pure; any thread.
TurnText readTurnText(const QString &text, const Conversation &conversation, const Message &message,
                      const std::vector<Message> &earlier);

} // namespace Helmdesk
