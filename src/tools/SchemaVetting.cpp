#include "tools/SchemaVetting.h"

#include <algorithm>
#include <array>
#include <set>

namespace Helmdesk
{
namespace
{

constexpr qsizetype largestSchema = 64 * 1024;
constexpr int deepestSchema = 32;
constexpr int mostParts = 10'000;
constexpr int longestChain = 32; // of references that refer to references

constexpr std::array unknownKeywords{"$anchor",           "$dynamicRef",      "$dynamicAnchor",
                                     "$recursiveRef",     "$recursiveAnchor", "dependentSchemas",
                                     "dependentRequired", "unevaluatedItems", "unevaluatedProperties",
                                     "prefixItems",       "minContains",      "maxContains"};
constexpr std::array mapsOfSchemas{"properties", "patternProperties", "definitions", "$defs", "dependencies"};
constexpr std::array schemas{
    "additionalProperties", "additionalItems", "items", "contains", "not", "if", "then", "else",
    "propertyNames"};
constexpr std::array listsOfSchemas{"allOf", "anyOf", "oneOf", "items"};

constexpr std::array besideReferences{"title",    "description", "default", "examples",   "deprecated",
                                      "$comment", "$schema",     "$defs",   "definitions"};

template <size_t n>
bool isAmong(const std::array<const char *, n> &names, const std::string &name)
{
    return std::ranges::any_of(names, [&](const char *one) { return name == one; });
}

Error refused(const QString &why)
{
    return {ErrorKind::InvalidInput, QStringLiteral("not a JSON Schema that can be checked: %1").arg(why)};
}

class Vetting
{
public:
    explicit Vetting(const Json &root)
        : m_root(root)
    {
    }

    Result<> schema(const Json &json, int depth)
    {
        if (!json.is_object() || !m_seen.insert(&json).second)
            return {};
        if (depth > deepestSchema || m_seen.size() > mostParts)
            return refused(QStringLiteral("it is too large"));
        const bool refers = memberOrNull(json, "$ref").is_string();
        for (const auto &[name, value] : json.items()) {
            if (refers && name != "$ref" && !isAmong(besideReferences, name))
                return refused(QStringLiteral("\"%1\" stands beside a \"$ref\", which hides it")
                                   .arg(QString::fromStdString(name)));
            if (auto vetted = keyword(name, value, depth); !vetted)
                return vetted;
        }
        return {};
    }

private:
    Result<> keyword(const std::string &name, const Json &value, int depth)
    {
        const QString shown = QString::fromStdString(name);
        if (isAmong(unknownKeywords, name))
            return refused(QStringLiteral("\"%1\" is not supported").arg(shown));
        if ((name == "$id" || name == "id") && depth > 0 && value.is_string())
            return refused(QStringLiteral("\"%1\" stands inside it").arg(shown));
        if (name == "$ref")
            return reference(value, depth);
        if (value.is_object() && isAmong(mapsOfSchemas, name)) {
            for (const auto &[part, inner] : value.items()) {
                if (auto vetted = schema(inner, depth + 1); !vetted)
                    return vetted;
            }
        }
        if (value.is_array() && isAmong(listsOfSchemas, name)) {
            for (const Json &inner : value) {
                if (auto vetted = schema(inner, depth + 1); !vetted)
                    return vetted;
            }
        }
        return isAmong(schemas, name) ? schema(value, depth + 1) : Result<>();
    }

    // Within the document, and to something that is no reference itself sooner or later.
    Result<> reference(const Json &value, int depth)
    {
        const Json *target = nullptr;
        Json next = value;
        for (int i = 0; i < longestChain; ++i) {
            target = targetOf(next);
            if (target == nullptr)
                return refused(QStringLiteral("a \"$ref\" leads out of it, or nowhere"));
            const Json &further = memberOrNull(*target, "$ref");
            if (!further.is_string())
                return schema(*target, depth + 1);
            next = further;
        }
        return refused(QStringLiteral("a \"$ref\" leads around in a circle"));
    }

    const Json *targetOf(const Json &reference) const
    {
        const std::string text = reference.is_string() ? reference.get<std::string>() : std::string();
        if (text == "#")
            return &m_root;
        if (!text.starts_with("#/") || text.find('%') != std::string::npos)
            return nullptr;
        try {
            const Json::json_pointer pointer(text.substr(1));
            return m_root.contains(pointer) ? &m_root.at(pointer) : nullptr;
        } catch (const std::exception &) {
            return nullptr; // no pointer
        }
    }

    const Json &m_root;
    std::set<const Json *> m_seen;
};

} // namespace

Result<> vetSchema(const Json &schema)
{
    if (!schema.is_object())
        return refused(QStringLiteral("it is no object"));
    if (toBytes(schema).size() > largestSchema)
        return refused(QStringLiteral("it is too large"));
    return Vetting(schema).schema(schema, 0);
}

} // namespace Helmdesk
