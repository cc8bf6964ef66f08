#pragma once

#include "http/RetryPolicy.h"
#include "outside/GuardedHttp.h"
#include "outside/RequestTemplate.h"
#include "tools/ArgumentSchema.h"
#include "tools/Tool.h"

#include <map>
#include <optional>

namespace Helmdesk
{

// Names of a result and the JSON pointers that they come from; empty: the whole answer.
using ResultMapping = std::map<QString, QString>;

struct ReadBack {
    RequestTemplate request;
    ResultMapping result; // empty: the tool's own
    QString happened;     // JSON pointer; to a list where there is a condition
    Json where;           // of the list's element that is the effect; null: none
    std::chrono::milliseconds settlesAfter{1000};
};

// A question before an effect; without such an answer it does not happen.
struct AskedBefore {
    RequestTemplate request;
    Json must;
};

// A tool that is one HTTP request, as it stands in a file: see docs/outside-tools.md and
// resources/schema/http-tool.schema.json. Values: checked ones come from parse() alone.
struct HttpToolDefinition {
    ToolSpec spec;                        // needsApproval is set: it is lifted by who registers the tool
    std::chrono::milliseconds timeout{0}; // 0: the desk's own
    QStringList categories;               // whose language model may ask for it
    HttpReach where;
    RequestTemplate request;
    ResultMapping result;
    std::optional<ArgumentSchema> resultSchema;
    QString errorCode; // JSON pointer
    RetryPolicy retry;
    QList<int> retryStatuses;
    QByteArray idempotencyHeader;
    Json must; // what the answer has to hold, else it is as if there were nothing; null: anything
    std::optional<AskedBefore> before;
    std::optional<ReadBack> readBack;
    qint64 mostBytes = 64 * 1024;
    QString preview;
    QString destination;

    std::vector<const RequestTemplate *> requests() const; // all of its
    bool isEffect() const { return spec.risk != RiskClass::Read; }
    // The same request may be sent twice without a second effect.
    bool isRepeatable() const { return !isEffect() || !idempotencyHeader.isEmpty(); }

    // InvalidInput with one sentence that names what is wrong.
    static Result<HttpToolDefinition> parse(const Json &json);
};

QStringList secretsOf(const HttpToolDefinition &tool); // names

// What the tool will be able to do, one line each, for the person who adds it.
QStringList abilitiesOf(const HttpToolDefinition &tool);

} // namespace Helmdesk
