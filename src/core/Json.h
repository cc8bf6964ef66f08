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
    static void from_json(const json &in, QString &text)
    {
        text = QString::fromStdString(in.get_ref<const std::string &>());
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
    static void from_json(const json &in, QStringList &list)
    {
        list.clear();
        for (const json &item : in)
            list.append(QString::fromStdString(item.get_ref<const std::string &>()));
    }
};

} // namespace nlohmann

namespace Helmdesk
{

using Json = nlohmann::json;

// Parses untrusted text; the error names the place in the text, never the text itself.
Result<Json> parseJson(const QByteArray &text);

// Compact UTF-8; bad UTF-8 inside strings is replaced rather than thrown about.
QByteArray toBytes(const Json &json);
// The same, indented by two spaces.
QByteArray toIndentedBytes(const Json &json);

// A string member, or `fallback` when it is missing, null or of another type. Never throws.
QString stringOr(const Json &object, const char *key, const QString &fallback = {});
qint64 integerOr(const Json &object, const char *key, qint64 fallback);
double numberOr(const Json &object, const char *key, double fallback);
bool boolOr(const Json &object, const char *key, bool fallback);
// The member, or a null value when there is none.
const Json &memberOrNull(const Json &object, const char *key);

// True when every member of `subset` stands in `whole` with an equal value (objects recursively, the rest
// exactly).
bool isSubset(const Json &subset, const Json &whole);

} // namespace Helmdesk
