#pragma once

#include "core/Json.h"

namespace Helmdesk
{

// Whether the library for JSON Schema can be given this schema, which may come from anywhere: it passes over
// keywords that it does not know, so that arguments would go unchecked, and does not come back from some
// references. InvalidInput says what is in the way: a keyword of 2019-09 or 2020-12 beyond those of draft 7
// ($defs apart), a reference to another document, around in a circle or with a condition beside it, more than
// 64 KiB, 32 levels or 10,000 parts. Linear in the schema. Pure.
Result<> vetSchema(const Json &schema);

} // namespace Helmdesk
