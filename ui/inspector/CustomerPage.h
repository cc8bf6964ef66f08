#pragma once

#include "app/DeskSnapshots.h"

class QVBoxLayout;

namespace Helmdesk
{

// What is known of the customer, and the last tickets.
void fillCustomerPage(QVBoxLayout &page, const ConversationView &view);

} // namespace Helmdesk
