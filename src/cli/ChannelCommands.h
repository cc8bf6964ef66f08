#pragma once

#include "cli/Commands.h"

namespace Helmdesk
{

void addChannelCommands(CLI::App &app, CommandContext &context); // channel

} // namespace Helmdesk
