#pragma once

#include "core/Result.h"

#include <nlohmann/json.hpp>
#include <QByteArray>
#include <QString>
#include <QStringList>

namespace nlohmann
{

template <>
struct adl_serializer<QString> {
    static void to_json(json &out, const QString &text) { out = text.toStdString(); }
    // Never throws: a value of another type is an empty text.
    static void from_json(const json &in, QString &text)
    {
        text = in.is_string() ? QString::fromStdString(in.get_ref<const std::string &>()) : QString();
    }
};

template <>
struct adl_serializer<QStringList> {
    static void to_json(json &out, const QStringList &list)
    {
        out = json::array();
        for (const QString &text : list)
            out.push_back(text.toStdString());
    }
    // Never throws: what is no list is an empty one, and items that are no text are left out.
    static void from_json(const json &in, QStringList &list)
    {
        list.clear();
        if (!in.is_array())
            return;
        for (const json &item : in)
            if (item.is_string())
                list.append(QString::fromStdString(item.get_ref<const std::string &>()));
    }
};

} // namespace nlohmann

namespace Helmdesk
{

using Json = nlohmann::json;

inline constexpr qsizetype largestJson = qsizetype{64} * 1024 * 1024; // bytes
inline constexpr int deepestJson = 100;                               // objects and arrays in each other

// Parses untrusted text; the only way from text to Json. Never throws. Failure: InvalidInput for what is not
// JSON in UTF-8, for numbers outside a double's range, lone surrogates, deeper nesting or more bytes than the
// limits; the error names the place in the text, never the text itself. Of two members of one name the later
// one counts.
Result<Json> parseJson(const QByteArray &text);

// JSON that is written in the program itself; text that is none is a fault of the program.
Json jsonLiteral(const char *text);

// Compact UTF-8; bad UTF-8 inside strings is replaced rather than thrown about.
QByteArray toBytes(const Json &json);
// The same, indented by two spaces.
QByteArray toIndentedBytes(const Json &json);

// A string member, or `fallback` when it is missing, null or of another type. Never throws.
QString stringOr(const Json &object, const char *key, const QString &fallback = {});
// Fractions are cut off; a number beyond 64 bits is the fallback.
qint64 integerOr(const Json &object, const char *key, qint64 fallback);
// The value itself, by the same rule.
qint64 toInteger(const Json &value, qint64 fallback = 0);
double numberOr(const Json &object, const char *key, double fallback);
bool boolOr(const Json &object, const char *key, bool fallback);
// The member, or a null value when there is none.
const Json &memberOrNull(const Json &object, const char *key);

// True when every member of `subset` stands in `whole` with an equal value (objects recursively, the rest
// exactly).
bool isSubset(const Json &subset, const Json &whole);

} // namespace Helmdesk
