#include "core/Json.h"

namespace Helmdesk
{

Result<Json> parseJson(const QByteArray &text)
{
    try {
        return Json::parse(text.begin(), text.end());
    } catch (const Json::parse_error &error) {
        return Error{ErrorKind::InvalidInput, QStringLiteral("not valid JSON near byte %1").arg(error.byte)};
    } catch (const Json::exception &) {
        return Error{ErrorKind::InvalidInput, QStringLiteral("a number of the JSON is out of range")};
    }
}

QByteArray toBytes(const Json &json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

QByteArray toIndentedBytes(const Json &json)
{
    return QByteArray::fromStdString(json.dump(2, ' ', false, Json::error_handler_t::replace));
}

const Json &memberOrNull(const Json &object, const char *key)
{
    static const Json null;
    if (!object.is_object())
        return null;
    const auto it = object.find(key);
    return it == object.end() ? null : *it;
}

QString stringOr(const Json &object, const char *key, const QString &fallback)
{
    const Json &member = memberOrNull(object, key);
    return member.is_string() ? member.get<QString>() : fallback;
}

qint64 integerOr(const Json &object, const char *key, qint64 fallback)
{
    const Json &member = memberOrNull(object, key);
    if (member.is_number_integer())
        return member.get<qint64>();
    return member.is_number() ? static_cast<qint64>(member.get<double>()) : fallback;
}

double numberOr(const Json &object, const char *key, double fallback)
{
    const Json &member = memberOrNull(object, key);
    return member.is_number() ? member.get<double>() : fallback;
}

bool boolOr(const Json &object, const char *key, bool fallback)
{
    const Json &member = memberOrNull(object, key);
    return member.is_boolean() ? member.get<bool>() : fallback;
}

bool isSubset(const Json &subset, const Json &whole)
{
    if (!subset.is_object())
        return subset == whole;
    if (!whole.is_object())
        return false;
    for (const auto &[key, value] : subset.items()) {
        const auto it = whole.find(key);
        if (it == whole.end() || !isSubset(value, *it))
            return false;
    }
    return true;
}

} // namespace Helmdesk
