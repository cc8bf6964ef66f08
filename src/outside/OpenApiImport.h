#pragma once

#include "core/Json.h"

#include <optional>

namespace Helmdesk
{

struct OpenApiChoice {
    QString operation;   // its operationId
    QString server = {}; // instead of the document's first
    QString name = {};   // of the tool; empty: made of the operation's
    QString risk = {};   // read, write, money; empty: read for GET and HEAD, else write
    bool isPrivateAllowed = false;
};

// A tool's definition (resources/schema/http-tool.schema.json) made of one operation of an OpenAPI 3 document
// in JSON: parameters of path and query and the members of a JSON body become arguments, a bearer token or a
// key in a header becomes ${secret:NAME of the tool's server}. Pure. NotFound: no such operation.
// InvalidInput: something of it that a tool cannot do.
Result<Json> httpToolFromOpenApi(const Json &document, const OpenApiChoice &choice);

// The operations of a document, "operationId  METHOD /path".
QStringList operationsOf(const Json &document);

} // namespace Helmdesk
