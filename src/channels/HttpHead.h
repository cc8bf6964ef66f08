#pragma once

#include "channels/HttpMessage.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <string_view>

namespace Helmdesk
{

// Part of HttpServer; not for others, so that Boost is parsed in few files.
using HttpParser = boost::beast::http::request_parser<boost::beast::http::string_body>;

// Reads request line and headers up to and with the empty line, stricter than Beast does: CRLF alone, no
// folding, one Host, no transfer coding, a length for what has a body. 0, or the status of the refusal. The
// parser is new and has its limits; afterwards it takes the body. Pure; never throws.
int readHttpHead(std::string_view head, HttpParser &parser);

HttpRequest toRequest(const HttpParser::value_type &message, const QByteArray &peer);

} // namespace Helmdesk
