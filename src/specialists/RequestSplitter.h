#pragma once

#include <QString>
#include <vector>

namespace Helmdesk
{

// A sentence, list item or clause of a message together with the sentences that lead up to it.
struct RequestUnit {
    QString text;    // what is asked for, alone
    QString context; // the sentences around it that ask for nothing themselves
    bool isListItem = false;
};

// The parts of a message that ask for something by their form: a question, an imperative, "I need …", an item
// of a list. What only tells a story becomes the context of the request after it, or of the last one. A
// sentence is cut at "and" only where both halves ask for something. Whether the parts are requests of their
// own is for the router to say. Empty when nothing asks. Pure; linear in the length of the text.
std::vector<RequestUnit> splitRequests(const QString &text);

// What a message is that asks for nothing.
enum class Courtesy { None, Greeting, Thanks, Praise, Cancel, Consent, Order };

// Greeting, Thanks and Praise ("I love your app") only when the message is nothing else; Cancel when it takes
// back what was asked before
// ("never mind, leave it"); Consent when it only agrees ("yes, fine") and Order when it says to go on ("ok,
// do it"), which ask for nothing where nothing was proposed. Pure.
Courtesy courtesyOf(const QString &text);

} // namespace Helmdesk
