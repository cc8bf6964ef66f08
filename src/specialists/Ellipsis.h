#pragma once

#include <QString>

namespace Helmdesk
{

// True for a few words that say where or when what was said before happens ("when I open a board", "on my
// iPhone"), for a question of which only "it" tells the matter ("how do I update it"), and for a short
// question that changes one thing of the one before and says nothing else: "and with yearly payment?", "what
// about the app?", "and for guests?". A question with a verb of its own ("and can I cancel?") is none.
// Thread: any. Linear. Cannot fail.
bool isElliptic(const QString &text);

} // namespace Helmdesk
