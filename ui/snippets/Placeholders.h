#pragma once

#include "app/DeskSnapshots.h"

namespace Helmdesk
{

struct Placeholder {
    QString token;   // with its braces, as it stands in a snippet
    QString meaning; // what takes its place, in words
};

// What a snippet may name; in the order in which it is explained.
QList<Placeholder> placeholders();

// The text with all that is known of the conversation in place. What is not known stays, braces and all, to
// be filled in by hand.
QString withPlaceholders(const QString &text, const ConversationView &view, const QString &operatorName);

} // namespace Helmdesk
