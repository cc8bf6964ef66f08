#pragma once

#include "app/DeskSnapshots.h"
#include "app/HealthReport.h"
#include "app/Workspace.h"

namespace Helmdesk
{

// What the reading program knows of the channels; the state of mailboxes stands in the store.
struct KnownChannels {
    bool isAnswered = false;            // some program answers the messages
    std::vector<ChannelState> channels; // of the program itself
};

// For a program that does not answer itself: whether another one does, by its lock.
KnownChannels channelsFromOutside(const Workspace &workspace);

// Thread: any but the GUI thread. Failure: that of the store.
Result<HealthReport> readHealth(Workspace &workspace, const KnownChannels &known);
// The mailbox that mails of the desk itself leave by; empty: none sends.
Result<QString> sendingMailbox(Workspace &workspace);

} // namespace Helmdesk
