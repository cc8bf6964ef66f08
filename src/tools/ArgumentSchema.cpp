#include "tools/ArgumentSchema.h"

#define VALIJSON_USE_EXCEPTIONS 1 // else it ends the program where a schema is none
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <exception>
#include <string_view>

namespace Helmdesk
{

struct ArgumentSchema::Compiled {
    valijson::Schema schema;
};

namespace
{

// "<root>[amount_minor]" -> "amount_minor"; empty for the arguments as a whole.
QString argumentIn(const std::vector<std::string> &place)
{
    QStringList parts;
    for (const std::string &step : place) {
        QString name = QString::fromStdString(step);
        if (name == QLatin1String("<root>"))
            continue;
        parts.append(name.remove(QLatin1Char('[')).remove(QLatin1Char(']')));
    }
    return parts.join(QLatin1Char('.'));
}

// The validator's sentences quote values at times; only the names in them are passed on.
QString describe(const valijson::ValidationResults::Error &error)
{
    const QString argument = argumentIn(error.context);
    const QString said = QString::fromStdString(error.description);
    const QString quoted = said.section(QLatin1Char('\''), -2, -2);
    if (said.startsWith(QLatin1String("Missing required property")))
        return QStringLiteral("the argument \"%1\" is missing").arg(quoted);
    if (said.contains(QLatin1String("additionalProperties")))
        return QStringLiteral("the argument \"%1\" is not known").arg(quoted);
    if (argument.isEmpty())
        return QStringLiteral("the arguments do not match the schema");
    return QStringLiteral("the argument \"%1\" has a value that is not allowed").arg(argument);
}

} // namespace

Result<ArgumentSchema> ArgumentSchema::compile(const Json &schema)
{
    auto compiled = std::make_shared<Compiled>();
    try {
        valijson::SchemaParser parser;
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(schema), compiled->schema);
    } catch (const std::exception &problem) {
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("not a JSON Schema: %1").arg(QString::fromUtf8(problem.what()))};
    }
    ArgumentSchema out;
    out.m_compiled = std::move(compiled);
    return out;
}

Result<> ArgumentSchema::check(const Json &args) const
{
    if (!args.is_object())
        return Error{ErrorKind::InvalidInput, QStringLiteral("the arguments are not a JSON object")};
    try {
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        valijson::ValidationResults results;
        if (validator.validate(m_compiled->schema, valijson::adapters::NlohmannJsonAdapter(args), &results))
            return {};
        valijson::ValidationResults::Error error;
        QString said;
        // The most specific complaint comes first for a property and last for the object around it.
        while (results.popError(error)) {
            const QString sentence = describe(error);
            if (said.isEmpty() || !argumentIn(error.context).isEmpty())
                said = sentence;
            if (!argumentIn(error.context).isEmpty())
                break;
        }
        return Error{ErrorKind::InvalidInput, said};
    } catch (const std::exception &) {
        return Error{ErrorKind::InvalidInput, QStringLiteral("the arguments cannot be checked")};
    }
}

} // namespace Helmdesk
