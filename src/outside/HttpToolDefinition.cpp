#include "outside/HttpToolDefinition.h"

#include "core/ResourcePaths.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

Error wrong(const QString &why)
{
    return Error{ErrorKind::InvalidInput, why};
}

Result<ArgumentSchema> fileSchema()
{
    auto bytes = readResource(QStringLiteral("schema/http-tool.schema.json"));
    if (!bytes)
        return bytes.error();
    auto json = parseJson(*bytes);
    return json ? ArgumentSchema::compile(*json) : Result<ArgumentSchema>(json.error());
}

RiskClass riskNamed(const QString &name)
{
    for (const RiskClass risk : {RiskClass::Read, RiskClass::Write, RiskClass::Money}) {
        if (nameOf(risk) == name)
            return risk;
    }
    return RiskClass::Money;
}

QStringList argumentNames(const Json &schema)
{
    QStringList names;
    for (const auto &[name, about] : memberOrNull(schema, "properties").items())
        names << QString::fromStdString(name);
    return names;
}

ResultMapping mappingOf(const Json &json)
{
    ResultMapping mapping;
    for (const auto &[name, pointer] : json.items())
        mapping[QString::fromStdString(name)] = pointer.get<QString>();
    return mapping;
}

// A pointer that the JSON library would refuse.
bool isPointer(const QString &text)
{
    try {
        (void)Json::json_pointer(text.toStdString());
        return true;
    } catch (const Json::exception &) {
        return false;
    }
}

Result<> checkPointers(const HttpToolDefinition &tool)
{
    QStringList pointers{tool.errorCode};
    for (const auto &[name, pointer] : tool.result)
        pointers << pointer;
    if (tool.readBack) {
        pointers << tool.readBack->happened;
        for (const auto &[name, pointer] : tool.readBack->result)
            pointers << pointer;
    }
    for (const QString &pointer : pointers) {
        if (!isPointer(pointer))
            return wrong(QStringLiteral("\"%1\" is no JSON pointer").arg(pointer));
    }
    return {};
}

Result<> checkHosts(const HttpToolDefinition &tool)
{
    for (const RequestTemplate *request : tool.requests()) {
        if (!tool.where.hosts.contains(request->hostEntry(), Qt::CaseInsensitive))
            return wrong(QStringLiteral("the host %1 of the address is not among the tool's hosts")
                             .arg(request->hostEntry()));
        if (request->shownUrl().startsWith(QLatin1String("http:")) && tool.where.reach == Reach::PublicOnly)
            return wrong(
                QStringLiteral("http without encryption is for addresses of the own network alone: say "
                               "https, or \"allow_private\": true"));
    }
    return {};
}

Result<> readReadBack(const Json &json, const QStringList &arguments, HttpToolDefinition &tool)
{
    if (json.is_null())
        return {};
    auto request = RequestTemplate::parse(json["request"], arguments);
    if (!request)
        return wrong(QStringLiteral("read_back: %1").arg(request.error().detail));
    if (request->method() != "GET")
        return wrong(QStringLiteral("read_back only asks: its method is GET"));
    if (!tool.isEffect())
        return wrong(QStringLiteral("a tool that reads has nothing to read back"));
    if (auto checked = checkConditions(memberOrNull(json, "where"), arguments); !checked)
        return checked;
    tool.readBack = ReadBack{std::move(*request), mappingOf(memberOrNull(json, "result")),
                             stringOr(json, "happened"), memberOrNull(json, "where"),
                             std::chrono::milliseconds(integerOr(json, "settles_after_ms", 1000))};
    return {};
}

Result<> readConditions(const Json &json, const QStringList &arguments, HttpToolDefinition &tool)
{
    tool.must = memberOrNull(json, "must");
    if (!tool.must.is_null() && tool.isEffect())
        return wrong(
            QStringLiteral("what an effect needs is asked before it: say \"before\" instead of \"must\""));
    if (auto checked = checkConditions(tool.must, arguments); !checked)
        return checked;
    const Json &before = memberOrNull(json, "before");
    if (before.is_null())
        return {};
    auto request = RequestTemplate::parse(before["request"], arguments);
    if (!request)
        return wrong(QStringLiteral("before: %1").arg(request.error().detail));
    if (request->method() != "GET" || !tool.isEffect())
        return wrong(QStringLiteral("before an effect is only asked: the method is GET"));
    tool.before = AskedBefore{std::move(*request), before["must"]};
    return checkConditions(tool.before->must, arguments);
}

void readRetry(const Json &json, HttpToolDefinition &tool)
{
    tool.retry.maxTries = static_cast<int>(integerOr(json, "tries", tool.isRepeatable() ? 3 : 1));
    tool.retry.first = std::chrono::milliseconds(integerOr(json, "first_wait_ms", 500));
    tool.retryStatuses = {408, 429, 500, 502, 503, 504};
    for (const Json &status : memberOrNull(json, "statuses"))
        tool.retryStatuses << status.get<int>();
}

Result<> readSpec(const Json &json, HttpToolDefinition &tool)
{
    ToolSpec &spec = tool.spec;
    spec.name = stringOr(json, "name");
    spec.description = stringOr(json, "description");
    spec.risk = riskNamed(stringOr(json, "risk"));
    spec.schema = json["arguments"];
    spec.needsApproval = true;
    spec.isTransactional = false;
    tool.timeout = std::chrono::milliseconds(integerOr(json, "timeout_ms", 0));
    tool.categories = memberOrNull(json, "categories").get<QStringList>();
    spec.fallback =
        stringOr(json, "fallback", QStringLiteral("Look at %1 by hand.").arg(tool.where.hosts.value(0)));
    if (stringOr(spec.schema, "type") != QLatin1String("object"))
        return wrong(QStringLiteral("the arguments are no JSON Schema of an object"));
    // What a caller may add unasked would be looked at by nobody.
    if (!spec.schema.contains("additionalProperties"))
        spec.schema["additionalProperties"] = false;
    auto compiled = ArgumentSchema::compile(spec.schema);
    return compiled ? Result<>() : Result<>(compiled.error());
}

} // namespace

Result<HttpToolDefinition> HttpToolDefinition::parse(const Json &json)
{
    static const Result<ArgumentSchema> schema = fileSchema();
    if (!schema)
        return schema.error();
    if (auto valid = schema->check(json); !valid)
        return wrong(
            QString(valid.error().detail).replace(QLatin1String("argument"), QLatin1String("member")));
    HttpToolDefinition tool;
    tool.where.hosts = json["hosts"].get<QStringList>();
    tool.where.reach = boolOr(json, "allow_private", false) ? Reach::PrivateToo : Reach::PublicOnly;
    if (auto read = readSpec(json, tool); !read)
        return read.error();
    const QStringList arguments = argumentNames(tool.spec.schema);
    auto request = RequestTemplate::parse(json["request"], arguments);
    if (!request)
        return request.error();
    tool.request = std::move(*request);
    tool.idempotencyHeader = stringOr(json, "idempotency_header").toLatin1();
    if (!tool.isEffect() && tool.request.method() != "GET" && tool.request.method() != "HEAD" &&
        tool.request.method() != "POST")
        return wrong(QStringLiteral("a tool that reads does not send %1")
                         .arg(QString::fromLatin1(tool.request.method())));
    tool.result = mappingOf(memberOrNull(json, "result"));
    tool.errorCode = stringOr(json, "error_code");
    tool.mostBytes = integerOr(json, "most_bytes", tool.mostBytes);
    tool.preview = stringOr(json, "preview");
    tool.destination = stringOr(json, "destination");
    if (json.contains("result_schema")) {
        auto compiled = ArgumentSchema::compile(json["result_schema"]);
        if (!compiled)
            return wrong(QStringLiteral("result_schema: %1").arg(compiled.error().detail));
        tool.resultSchema = *compiled;
    }
    if (auto read = readReadBack(memberOrNull(json, "read_back"), arguments, tool); !read)
        return read.error();
    if (auto read = readConditions(json, arguments, tool); !read)
        return read.error();
    readRetry(memberOrNull(json, "retry"), tool);
    // With a question that tells what happened the question decides, since keys are forgotten in time.
    tool.spec.isIdempotent = tool.isRepeatable() && !tool.readBack;
    if (auto checked = checkPointers(tool); !checked)
        return checked.error();
    if (auto checked = checkHosts(tool); !checked)
        return checked.error();
    return tool;
}

std::vector<const RequestTemplate *> HttpToolDefinition::requests() const
{
    std::vector<const RequestTemplate *> all{&request};
    if (before)
        all.push_back(&before->request);
    if (readBack)
        all.push_back(&readBack->request);
    return all;
}

QStringList secretsOf(const HttpToolDefinition &tool)
{
    QStringList names;
    for (const RequestTemplate *request : tool.requests())
        names += request->secrets();
    names.removeDuplicates();
    return names;
}

QStringList abilitiesOf(const HttpToolDefinition &tool)
{
    QStringList lines;
    lines << QStringLiteral("%1 %2 (%3)")
                 .arg(QString::fromLatin1(tool.request.method()), tool.request.shownUrl(),
                      nameOf(tool.spec.risk));
    lines << QStringLiteral("Its requests go to %1%2.")
                 .arg(tool.where.hosts.join(QStringLiteral(", ")),
                      tool.where.reach == Reach::PrivateToo
                          ? QStringLiteral(", which may be this machine or its network")
                          : QStringLiteral(", on the public internet alone"));
    const QStringList secrets = secretsOf(tool);
    if (!secrets.isEmpty())
        lines << QStringLiteral("It sends the secret %1 there.").arg(secrets.join(QStringLiteral(", ")));
    if (!tool.must.is_null() || tool.before)
        lines << QStringLiteral("Only where the system says so: %1")
                     .arg(QString::fromUtf8(toBytes(tool.before ? tool.before->must : tool.must)));
    if (tool.isEffect()) {
        lines << (tool.isRepeatable()
                      ? QStringLiteral("A call that was cut off is sent again with the same key.")
                      : QStringLiteral("A call that was cut off is not sent again."));
        lines << (tool.readBack ? QStringLiteral("Where its outcome is unknown, the system is asked.")
                                : QStringLiteral("Where its outcome stays unknown, a person has to look."));
    }
    if (!tool.categories.isEmpty())
        lines << QStringLiteral("A language model may ask for it in %1.")
                     .arg(tool.categories.join(QStringLiteral(", ")));
    lines << QStringLiteral("Every call waits for a person until that is lifted.");
    return lines;
}

} // namespace Helmdesk
