#pragma once

#include "app/DeskSnapshots.h"

class QVBoxLayout;

namespace Helmdesk
{

// What is known of the customer, and the last tickets; nothing where nobody is known (see CustomerLink).
void fillCustomerPage(QVBoxLayout &page, const ConversationView &view);

} // namespace Helmdesk
