#include "outside/OpenApiImport.h"

#include "outside/GuardedHttp.h"

#include <array>
#include <QRegularExpression>
#include <QUrl>

namespace Helmdesk
{
namespace
{

constexpr std::array methods{"get", "head", "post", "put", "patch", "delete"};
constexpr int deepestReference = 5; // of references in each other
constexpr int mostValues = 20'000;

Error cannot(const QString &why)
{
    return Error{ErrorKind::InvalidInput, why};
}

struct Operation {
    QString method;
    QString path;
    const Json *item = nullptr;
    const Json *operation = nullptr;
};

std::vector<Operation> all(const Json &document)
{
    std::vector<Operation> found;
    for (const auto &[path, item] : memberOrNull(document, "paths").items()) {
        for (const char *method : methods) {
            if (item.is_object() && item.contains(method))
                found.push_back(
                    {QString::fromLatin1(method), QString::fromStdString(path), &item, &item[method]});
        }
    }
    return found;
}

// Replaces a document's own references. What refers to elsewhere, or would grow without end, becomes
// anything.
class Resolver
{
public:
    explicit Resolver(const Json &document)
        : m_document(document)
    {
    }

    Json resolve(const Json &value, int references = 0)
    {
        if (++m_values > mostValues)
            return Json::object();
        if (value.is_object() && value.contains("$ref"))
            return references < deepestReference ? target(stringOr(value, "$ref"), references)
                                                 : Json::object();
        if (!value.is_structured())
            return value;
        Json out = value.is_object() ? Json::object() : Json::array();
        for (const auto &[name, member] : value.items()) {
            if (out.is_object())
                out[name] = resolve(member, references);
            else
                out.push_back(resolve(member, references));
        }
        return out;
    }

private:
    Json target(const QString &reference, int references)
    {
        try {
            const Json::json_pointer place(reference.mid(1).toStdString());
            if (reference.startsWith(QLatin1String("#/")) && m_document.contains(place))
                return resolve(m_document.at(place), references + 1);
        } catch (const Json::exception &) { // no place in a document
        }
        return Json::object();
    }

    const Json &m_document;
    int m_values = 0;
};

Json resolved(const Json &value, const Json &document)
{
    return Resolver(document).resolve(value);
}

// Version 3.0 says "nullable" where JSON Schema has a type.
Json withoutNullable(Json schema)
{
    if (!schema.is_structured())
        return schema;
    for (Json &member : schema)
        member = withoutNullable(std::move(member));
    if (schema.is_object() && boolOr(schema, "nullable", false) && memberOrNull(schema, "type").is_string())
        schema["type"] = Json::array({schema["type"], "null"});
    if (schema.is_object() && memberOrNull(schema, "nullable").is_boolean())
        schema.erase("nullable");
    return schema;
}

bool isPlaceName(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z_][A-Za-z0-9_-]*$"));
    return form.match(name).hasMatch();
}

// Collects the arguments of a tool while its request is put together.
class Builder
{
public:
    Builder(const Json &document, const Operation &operation)
        : m_document(document)
        , m_operation(operation)
    {
    }

    Result<> addParameters()
    {
        std::vector<Json> parameters;
        for (const Json *holder : {m_operation.item, m_operation.operation}) {
            for (const Json &parameter : memberOrNull(*holder, "parameters"))
                parameters.push_back(resolved(parameter, m_document));
        }
        for (const Json &parameter : parameters) {
            const QString name = stringOr(parameter, "name");
            const QString place = stringOr(parameter, "in");
            const bool isNeeded = boolOr(parameter, "required", false);
            if (place != QLatin1String("path") && place != QLatin1String("query")) {
                if (isNeeded)
                    return cannot(QStringLiteral("the operation needs \"%1\" in a %2").arg(name, place));
                continue;
            }
            Json schema = memberOrNull(parameter, "schema");
            if (!schema.is_object())
                schema = Json::object();
            if (parameter.contains("description") && !schema.contains("description"))
                schema["description"] = parameter["description"];
            if (auto added = addArgument(name, schema, isNeeded || place == QLatin1String("path")); !added)
                return added;
            if (place == QLatin1String("query"))
                query[name.toStdString()] = QStringLiteral("{%1}").arg(name);
        }
        return {};
    }

    Result<> addBody()
    {
        const Json body = resolved(memberOrNull(*m_operation.operation, "requestBody"), m_document);
        if (!body.is_object())
            return {};
        const Json &content = memberOrNull(body, "content");
        const bool isJson = content.contains("application/json");
        const char *type = isJson ? "application/json" : "application/x-www-form-urlencoded";
        const Json &schema = memberOrNull(memberOrNull(content, type), "schema");
        if (!memberOrNull(schema, "properties").is_object())
            return cannot(
                QStringLiteral("the body of the operation is no JSON object and no form with named members"));
        const QStringList required = memberOrNull(schema, "required").get<QStringList>();
        bodyTemplate = Json::object();
        isForm = !isJson;
        for (const auto &[key, member] : schema["properties"].items()) {
            const QString name = QString::fromStdString(key);
            if (boolOr(member, "readOnly", false))
                continue;
            if (auto added = addArgument(name, member, required.contains(name)); !added)
                return added;
            bodyTemplate[key] = QStringLiteral("{%1}").arg(name);
        }
        return {};
    }

    Json schema() const
    {
        Json out{{"type", "object"}, {"properties", m_properties}, {"additionalProperties", false}};
        if (!m_required.empty())
            out["required"] = m_required;
        return out;
    }

    Json query = Json::object();
    Json bodyTemplate; // null: none
    bool isForm = false;

private:
    Result<> addArgument(const QString &name, const Json &schema, bool isNeeded)
    {
        if (!isPlaceName(name))
            return cannot(QStringLiteral("\"%1\" cannot name an argument").arg(name));
        const std::string key = name.toStdString();
        if (m_properties.contains(key))
            return cannot(QStringLiteral("the operation has two values named \"%1\"").arg(name));
        m_properties[key] = withoutNullable(schema);
        if (isNeeded)
            m_required.push_back(key);
        return {};
    }

    const Json &m_document;
    const Operation &m_operation;
    Json m_properties = Json::object();
    Json m_required = Json::array();
};

// The header that carries who asks, where the operation wants one.
Result<Json> headersFor(const Json &document, const Json &operation, const QString &secret)
{
    Json headers = Json::object();
    const Json &wanted =
        operation.contains("security") ? operation["security"] : memberOrNull(document, "security");
    if (!wanted.is_array() || wanted.empty() || wanted.front().empty())
        return headers;
    const QString place = QStringLiteral("${secret:%1}").arg(secret);
    for (const auto &[name, scopes] : wanted.front().items()) {
        const Json schemes = memberOrNull(memberOrNull(document, "components"), "securitySchemes");
        const Json scheme = resolved(memberOrNull(schemes, name.c_str()), document);
        const QString type = stringOr(scheme, "type");
        if (type == QLatin1String("apiKey") && stringOr(scheme, "in") == QLatin1String("header"))
            headers[stringOr(scheme, "name").toStdString()] = place;
        else if (type == QLatin1String("oauth2") || type == QLatin1String("openIdConnect") ||
                 (type == QLatin1String("http") &&
                  stringOr(scheme, "scheme").toLower() == QLatin1String("bearer")))
            headers["Authorization"] = QStringLiteral("Bearer %1").arg(place);
        else
            return cannot(QStringLiteral("who asks is told in a way that a tool cannot: %1").arg(type));
    }
    return headers;
}

QString toolNameOf(QString text)
{
    static const QRegularExpression other(QStringLiteral("[^A-Za-z0-9_-]+"));
    return text.replace(other, QStringLiteral("_")).left(64);
}

} // namespace

QStringList operationsOf(const Json &document)
{
    QStringList lines;
    for (const Operation &operation : all(document))
        lines << QStringLiteral("%1  %2 %3")
                     .arg(stringOr(*operation.operation, "operationId"), operation.method.toUpper(),
                          operation.path);
    return lines;
}

Result<Json> httpToolFromOpenApi(const Json &document, const OpenApiChoice &choice)
{
    if (!stringOr(document, "openapi").startsWith(QLatin1String("3.")))
        return cannot(QStringLiteral("this is no OpenAPI 3 document in JSON"));
    for (const Operation &operation : all(document)) {
        if (stringOr(*operation.operation, "operationId") != choice.operation)
            continue;
        const Json &servers = memberOrNull(document, "servers");
        QString server = choice.server.isEmpty() && servers.is_array() && !servers.empty()
                             ? stringOr(servers.front(), "url")
                             : choice.server;
        while (server.endsWith(QLatin1Char('/')))
            server.chop(1);
        const QString host = hostEntryOf(QUrl(server));
        if (host.isEmpty())
            return cannot(QStringLiteral("the document names no whole address of its server: give one"));
        Builder builder(document, operation);
        if (auto added = builder.addParameters(); !added)
            return added.error();
        if (auto added = builder.addBody(); !added)
            return added.error();
        const QString name = toolNameOf(choice.name.isEmpty() ? choice.operation : choice.name);
        auto headers = headersFor(document, *operation.operation, toolNameOf(QUrl(server).host()));
        if (!headers)
            return headers.error();
        Json request{{"method", operation.method.toUpper()}, {"url", server + operation.path}};
        if (!builder.query.empty())
            request["query"] = builder.query;
        if (!headers->empty())
            request["headers"] = *headers;
        if (!builder.bodyTemplate.is_null()) {
            request["body"] = builder.bodyTemplate;
            request["body_form"] = builder.isForm ? "form" : "json";
        }
        const bool isReading =
            operation.method == QLatin1String("get") || operation.method == QLatin1String("head");
        const QString summary = stringOr(*operation.operation, "summary");
        const QString about = stringOr(*operation.operation, "description", summary);
        Json tool{
            {"name", name},
            {"description", (about.isEmpty() ? choice.operation : about).left(4000)},
            {"risk", choice.risk.isEmpty() ? QString::fromLatin1(isReading ? "read" : "write") : choice.risk},
            {"hosts", Json::array({host})},
            {"arguments", builder.schema()},
            {"request", std::move(request)}};
        if (choice.isPrivateAllowed)
            tool["allow_private"] = true;
        return tool;
    }
    return Error{ErrorKind::NotFound,
                 QStringLiteral("the document has no operation \"%1\"").arg(choice.operation)};
}

} // namespace Helmdesk
