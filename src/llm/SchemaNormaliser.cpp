#include "llm/SchemaNormaliser.h"

#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr int deepest = 24; // schemas in each other; deeper ones say nothing

bool isOfSchemas(const std::string &key) // members that are lists of schemas
{
    return key == "anyOf" || key == "oneOf" || key == "allOf" || key == "prefixItems";
}

bool isOfNamedSchemas(const std::string &key)
{
    return key == "properties" || key == "$defs" || key == "definitions";
}

// {"anyOf": [...], "type": ..., "properties": ...} as branches that each say all of it.
void pushIntoBranches(Json &schema)
{
    for (const char *key : {"anyOf", "oneOf"}) {
        const auto found = schema.find(key);
        if (found == schema.end() || !found->is_array() || found->empty())
            continue;
        Json beside = Json::object();
        for (const char *name : {"type", "properties", "required", "additionalProperties", "items", "enum"}) {
            if (const auto member = schema.find(name); member != schema.end())
                beside[name] = *member;
        }
        if (beside.empty())
            return;
        for (Json &branch : *found) {
            if (!branch.is_object())
                continue;
            for (const auto &[name, value] : beside.items()) {
                if (!branch.contains(name)) {
                    branch[name] = value;
                } else if (name == "properties") {
                    for (const auto &[property, of] : value.items()) {
                        if (!branch[name].contains(property))
                            branch[name][property] = of;
                    }
                } else if (name == "required" && branch[name].is_array()) {
                    for (const Json &item : value) {
                        if (std::find(branch[name].begin(), branch[name].end(), item) == branch[name].end())
                            branch[name].push_back(item);
                    }
                }
            }
        }
        for (const auto &[name, value] : beside.items())
            schema.erase(name);
        return;
    }
}

Json normalised(const Json &schema, int depth)
{
    if (!schema.is_object() || depth > deepest)
        return Json::object(); // also for true and false
    Json out = Json::object();
    for (const auto &[key, value] : schema.items()) {
        if (key == "$schema" || key == "$id" || key == "$comment")
            continue;
        if (key == "$ref") {
            if (value.is_string() && value.get<QString>().startsWith(QLatin1Char('#')))
                out[key] = value;
        } else if (key == "enum") {
            if (value.is_array() && !value.empty())
                out[key] = value;
        } else if (key == "pattern") {
            if (const QString portable = portablePattern(value.get<QString>()); !portable.isEmpty())
                out[key] = portable;
        } else if (isOfSchemas(key) && value.is_array()) {
            Json list = Json::array();
            for (const Json &item : value)
                list.push_back(normalised(item, depth + 1));
            if (!list.empty())
                out[key] = std::move(list);
        } else if (isOfNamedSchemas(key) && value.is_object()) {
            Json named = Json::object();
            for (const auto &[name, item] : value.items())
                named[name] = normalised(item, depth + 1);
            out[key] = std::move(named);
        } else if (key == "items" || key == "not" || key == "contains") {
            if (value.is_object() || value.is_boolean())
                out[key] = normalised(value, depth + 1);
        } else {
            out[key] = value; // additionalProperties as well: true and false are fine there
        }
    }
    pushIntoBranches(out);
    return out;
}

} // namespace

QString portablePattern(const QString &pattern)
{
    static const QRegularExpression unportable(
        QStringLiteral(R"(\(\?|\\[bBDWSpPkK]|\[\^|(?<!\\)\.|\\[1-9])"));
    if (pattern.isEmpty() || !QRegularExpression(pattern).isValid() || unportable.match(pattern).hasMatch())
        return {};
    QString out = pattern;
    // Inside a class the brackets of the rewriting would not belong.
    static const QRegularExpression classes(QStringLiteral(R"(\[[^\]]*\\[dws][^\]]*\])"));
    if (classes.match(out).hasMatch()) {
        out.replace(QLatin1String("\\d"), QLatin1String("0-9"));
        out.replace(QLatin1String("\\w"), QLatin1String("A-Za-z0-9_"));
        out.replace(QLatin1String("\\s"), QLatin1String(" "));
        if (pattern.count(QLatin1Char('[')) !=
            pattern.count(QRegularExpression(QStringLiteral(R"(\\[dws])"))))
            return {}; // some stood outside of a class: too knotty to rewrite
    } else {
        out.replace(QLatin1String("\\d"), QLatin1String("[0-9]"));
        out.replace(QLatin1String("\\w"), QLatin1String("[A-Za-z0-9_]"));
        out.replace(QLatin1String("\\s"), QLatin1String("[ ]"));
    }
    // Without anchors the standard means "somewhere within", which no server can state.
    return out.startsWith(QLatin1Char('^')) && out.endsWith(QLatin1Char('$')) ? out : QString();
}

Json normalisedSchema(const Json &schema)
{
    Json out = normalised(schema, 0);
    if (!out.contains("type") && !out.contains("anyOf") && !out.contains("oneOf") && !out.contains("$ref"))
        out["type"] = "object";
    return out;
}

} // namespace Helmdesk
