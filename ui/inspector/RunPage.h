#pragma once

#include "app/DeskSnapshots.h"

class QVBoxLayout;

namespace Helmdesk
{

// The steps of the latest run with their times, each opening to what went in and came out, and the tools.
void fillRunPage(QVBoxLayout &page, const ConversationView &view);

} // namespace Helmdesk
