#pragma once

#include "app/DeskSnapshots.h"

#include <functional>

class QVBoxLayout;

namespace Helmdesk
{

// Category and confidence with their threshold, the reasons with value and limit, and the sources.
void fillWhyPage(QVBoxLayout &page, const ConversationView &view,
                 const std::function<void(const Citation &)> &openCitation);

} // namespace Helmdesk
