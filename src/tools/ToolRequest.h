#pragma once

#include "core/Json.h"

namespace Helmdesk
{

// A call that a specialist asks for; untrusted until the policy gate has passed it.
struct ToolRequest {
    QString name;
    Json args = Json::object();
};

} // namespace Helmdesk
