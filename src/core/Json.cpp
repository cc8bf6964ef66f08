#include "core/Json.h"

#include <algorithm>
#include <limits>

namespace Helmdesk
{
namespace
{

// The library reads any depth but copies, compares and writes by recursion.
int depthOf(const QByteArray &text)
{
    int depth = 0;
    int deepest = 0;
    bool isInString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isInString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                isInString = false;
        } else if (c == '"') {
            isInString = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

} // namespace

Result<Json> parseJson(const QByteArray &text)
{
    if (text.size() > largestJson)
        return Error{ErrorKind::InvalidInput, QStringLiteral("the JSON is larger than 64 MB")};
    if (depthOf(text) > deepestJson)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("the JSON is nested deeper than %1").arg(deepestJson)};
    try {
        return Json::parse(text.begin(), text.end());
    } catch (const Json::parse_error &error) {
        return Error{ErrorKind::InvalidInput, QStringLiteral("not valid JSON near byte %1").arg(error.byte)};
    } catch (const Json::exception &) {
        return Error{ErrorKind::InvalidInput, QStringLiteral("a number of the JSON is out of range")};
    }
}

Json jsonLiteral(const char *text)
{
    auto json = parseJson(QByteArray(text));
    Q_ASSERT_X(json.has_value(), "jsonLiteral", text);
    return json ? std::move(*json) : Json();
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
    return toInteger(memberOrNull(object, key), fallback);
}

qint64 toInteger(const Json &value, qint64 fallback)
{
    if (value.is_number_unsigned()) {
        const auto number = value.get<quint64>();
        constexpr auto largest = static_cast<quint64>(std::numeric_limits<qint64>::max());
        return number <= largest ? static_cast<qint64>(number) : fallback;
    }
    if (value.is_number_integer())
        return value.get<qint64>();
    if (!value.is_number())
        return fallback;
    constexpr double beyond = 9223372036854775808.0; // 2^63
    const double number = value.get<double>();
    return number >= -beyond && number < beyond ? static_cast<qint64>(number) : fallback;
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
