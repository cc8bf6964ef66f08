#pragma once

#include <QString>

namespace Helmdesk
{

// What a message is about, as people call it: the title of the intent in the language of the window. The
// titles are data, resources/intents/titles/<language>.json, built into the program; those of a language are
// read when the first of them is asked for. GUI thread.
class IntentWords
{
public:
    // Of "billing.refund_request": "Request a refund". One without a title is said by the words of its name.
    static QString title(const QString &intent);
};

} // namespace Helmdesk
