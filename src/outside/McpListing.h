#pragma once

#include "core/Json.h"

namespace Helmdesk
{

// What an MCP server says of one of its tools. Pure.
namespace McpListing
{

// The part that a person agrees to: name, title, description, schemas and annotations.
Json agreedPart(const Json &listing);
// The desk's name for it: SERVER__TOOL in the letters that models take, told apart by a hash where it was cut
// or changed.
QString deskName(const QString &server, const QString &tool);
// What it claims of itself, in words: "claims to read only"; empty: nothing.
QString claims(const Json &listing);
// Its description without control characters, at most 1,000 characters.
QString description(const Json &listing);

// The answer to a call as the desk keeps it: {"text", "structured", "links", "media"}, each where there is
// any; never empty. Cut to `most` bytes of text, which is told by "cut". A failed call has "is_error".
Json resultOf(const Json &answer, qsizetype most);

} // namespace McpListing

} // namespace Helmdesk
