#pragma once

#include "core/Json.h"

namespace Helmdesk
{

// A tool's schema in the form that every server understands, since one bad schema blocks a whole request:
// `true` becomes {}, members beside anyOf or oneOf move into the branches, patterns are written in classes
// and anchored or left out where a server would let any string through, references to elsewhere and empty
// enumerations go. It is looser than the original, never stricter: what comes back is checked with the
// original.
Json normalisedSchema(const Json &schema);

// A pattern in plain classes and anchored; empty: it cannot be told to a server.
QString portablePattern(const QString &pattern);

} // namespace Helmdesk
