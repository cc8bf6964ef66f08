#include "outside/RequestTemplate.h"

#include "outside/GuardedHttp.h"

#include <algorithm>
#include <optional>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr qsizetype longestValue = 2000; // characters of a value in an address or a header

const QString customerPlace = QStringLiteral("$customer");
const QString keyPlace = QStringLiteral("$key");

// A text cut into what stands there and the names of its places.
struct Part {
    QString text;
    bool isPlace = false;
};

Result<std::vector<Part>> partsOf(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("\\{(\\$?[A-Za-z_][A-Za-z0-9_-]*)\\}"));
    std::vector<Part> parts;
    qsizetype at = 0;
    const auto literal = [&](const QString &piece) {
        if (!piece.isEmpty())
            parts.push_back({piece, false});
        return !piece.contains(QLatin1Char('{')) && !piece.contains(QLatin1Char('}'));
    };
    for (auto it = place.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (!literal(text.mid(at, match.capturedStart() - at)))
            return Error{ErrorKind::InvalidInput, QStringLiteral("a brace stands alone in \"%1\"").arg(text)};
        parts.push_back({match.captured(1), true});
        at = match.capturedEnd();
    }
    if (!literal(text.mid(at)))
        return Error{ErrorKind::InvalidInput, QStringLiteral("a brace stands alone in \"%1\"").arg(text)};
    return parts;
}

const Json *valueOf(const QString &place, const TemplateValues &values, Json &own)
{
    if (place == customerPlace || place == keyPlace) {
        own = place == customerPlace ? values.customer : values.key;
        return &own;
    }
    const Json &given = memberOrNull(values.args, place.toUtf8().constData());
    return given.is_null() ? nullptr : &given;
}

// The value as text; nothing when an optional one is not given.
Result<std::optional<QString>> textOf(const QString &place, const TemplateValues &values)
{
    Json own;
    const Json *value = valueOf(place, values, own);
    if (value == nullptr)
        return std::optional<QString>();
    if (place == customerPlace && values.customer.isEmpty())
        return Error{ErrorKind::Denied, QStringLiteral("the channel could not tell who the customer is")};
    QString text;
    if (value->is_string())
        text = value->get<QString>();
    else if (value->is_boolean() || value->is_number())
        text = QString::fromUtf8(toBytes(*value));
    else
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("the argument \"%1\" is no single value").arg(place)};
    if (text.size() > longestValue)
        return Error{ErrorKind::InvalidInput, QStringLiteral("the argument \"%1\" is too long").arg(place)};
    return std::optional(text);
}

// All parts as one text; nothing when a place has no value.
Result<std::optional<QString>> joined(const QString &pattern, const TemplateValues &values)
{
    auto parts = partsOf(pattern);
    if (!parts)
        return parts.error();
    QString text;
    for (const Part &part : *parts) {
        if (!part.isPlace) {
            text += part.text;
            continue;
        }
        auto value = textOf(part.text, values);
        if (!value)
            return value.error();
        if (!*value)
            return std::optional<QString>();
        text += **value;
    }
    return std::optional(text);
}

bool canStandInPath(const QString &value)
{
    return std::ranges::all_of(value, [](QChar c) {
        return c.unicode() >= 0x20 && c.unicode() != 0x7f && c != QLatin1Char('/') && c != QLatin1Char('\\');
    });
}

// One step of the path. The value stays one step: it is encoded, and neither empty nor "." nor "..".
Result<QByteArray> pathStep(const QString &pattern, const TemplateValues &values)
{
    auto parts = partsOf(pattern);
    if (!parts)
        return parts.error();
    QByteArray step;
    for (const Part &part : *parts) {
        if (!part.isPlace) {
            step += QUrl::toPercentEncoding(part.text, "%:@!$&'()*+,;=");
            continue;
        }
        auto value = textOf(part.text, values);
        if (!value)
            return value.error();
        if (!*value || !canStandInPath(**value))
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("the argument \"%1\" cannot stand in an address").arg(part.text)};
        step += QUrl::toPercentEncoding(**value);
    }
    if (step == "." || step == ".." || (step.isEmpty() && !pattern.isEmpty()))
        return Error{ErrorKind::InvalidInput, QStringLiteral("a value cannot stand in an address")};
    return step;
}

// Nothing when a place has no value. A text that is one place alone keeps the value's type.
Result<std::optional<Json>> filled(const Json &pattern, const TemplateValues &values)
{
    if (pattern.is_string()) {
        const QString text = pattern.get<QString>();
        auto parts = partsOf(text);
        if (!parts)
            return parts.error();
        if (parts->size() == 1 && parts->front().isPlace &&
            !parts->front().text.startsWith(QLatin1Char('$'))) {
            Json own;
            const Json *value = valueOf(parts->front().text, values, own);
            return value == nullptr ? std::optional<Json>() : std::optional(*value);
        }
        auto whole = joined(text, values);
        if (!whole)
            return whole.error();
        return *whole ? std::optional<Json>(Json(**whole)) : std::optional<Json>();
    }
    if (!pattern.is_structured())
        return std::optional(pattern);
    Json out = pattern.is_object() ? Json::object() : Json::array();
    for (const auto &[name, member] : pattern.items()) {
        auto value = filled(member, values);
        if (!value)
            return value.error();
        if (!*value)
            continue;
        if (out.is_object())
            out[name] = std::move(**value);
        else
            out.push_back(std::move(**value));
    }
    return std::optional(out);
}

// name=value pairs, objects and lists in brackets.
void addFormPairs(const QByteArray &name, const Json &value, QList<QByteArray> &pairs)
{
    if (value.is_object()) {
        for (const auto &[key, member] : value.items()) {
            const QByteArray part = QUrl::toPercentEncoding(QString::fromStdString(key));
            addFormPairs(name.isEmpty() ? part : name + '[' + part + ']', member, pairs);
        }
    } else if (value.is_array()) {
        for (size_t i = 0; i < value.size(); ++i)
            addFormPairs(name + '[' + QByteArray::number(static_cast<qulonglong>(i)) + ']', value[i], pairs);
    } else if (!value.is_null()) {
        const QByteArray text = value.is_string() ? value.get<QString>().toUtf8() : toBytes(value);
        pairs << name + '=' + text.toPercentEncoding();
    }
}

QByteArray formOf(const Json &value)
{
    QList<QByteArray> pairs;
    addFormPairs({}, value, pairs);
    return pairs.join('&');
}

const QRegularExpression &secretPlace()
{
    static const QRegularExpression place(QStringLiteral("\\$\\{secret:([A-Za-z0-9_.-]{1,64})\\}"));
    return place;
}

bool isHeaderSafe(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

Result<QByteArray> headerValue(const QString &pattern, const TemplateValues &values,
                               const SecretSource &secrets)
{
    QString text;
    qsizetype at = 0;
    for (auto it = secretPlace().globalMatch(pattern); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        text += pattern.mid(at, match.capturedStart() - at);
        auto secret = secrets(match.captured(1));
        if (!secret)
            return secret.error();
        text += *secret;
        at = match.capturedEnd();
    }
    text += pattern.mid(at);
    text.replace(QLatin1String("{$key}"), values.key); // a secret that holds this text is none that works
    if (!isHeaderSafe(text) || text.size() > 4 * longestValue)
        return Error{ErrorKind::InvalidInput, QStringLiteral("a header's value cannot be sent")};
    return text.toLatin1();
}

Error badTemplate(const QString &why)
{
    return Error{ErrorKind::InvalidInput, why};
}

Result<> checkUrl(const QString &url)
{
    static const QRegularExpression form(QStringLiteral("^https?://[^/{}?#@\\s]+(/[^?#\\s]*)?$"));
    if (!form.match(url).hasMatch())
        return badTemplate(
            QStringLiteral("the address \"%1\" is not one of http or https with a fixed host and "
                           "without query, user and fragment")
                .arg(url));
    const QString path = url.section(QLatin1Char('/'), 3);
    const QStringList steps = path.split(QLatin1Char('/'));
    if (std::ranges::any_of(steps, [](const QString &step) {
            const QString plain = QUrl::fromPercentEncoding(step.toUtf8());
            return plain == QLatin1String(".") || plain == QLatin1String("..");
        }))
        return badTemplate(QStringLiteral("the address \"%1\" leads upwards").arg(url));
    return {};
}

} // namespace

QString filledText(const QString &text, const TemplateValues &values)
{
    const auto parts = partsOf(text);
    if (!parts)
        return text;
    QString out;
    for (const Part &part : *parts) {
        Json own;
        const Json *value = part.isPlace ? valueOf(part.text, values, own) : nullptr;
        if (!part.isPlace)
            out += part.text;
        else if (value != nullptr)
            out += value->is_string() ? value->get<QString>() : QString::fromUtf8(toBytes(*value));
    }
    return out;
}

namespace
{

Result<> checkPlaces(const Json &value, const QStringList &arguments, bool &usesKey)
{
    if (value.is_structured()) {
        for (const Json &member : value) {
            if (auto checked = checkPlaces(member, arguments, usesKey); !checked)
                return checked;
        }
        return {};
    }
    if (!value.is_string())
        return {};
    auto parts = partsOf(value.get<QString>());
    if (!parts)
        return parts.error();
    for (const Part &part : *parts) {
        if (!part.isPlace)
            continue;
        if (part.text == keyPlace)
            usesKey = true;
        else if (part.text != customerPlace && !arguments.contains(part.text))
            return badTemplate(QStringLiteral("{%1} is no argument of the tool").arg(part.text));
    }
    return {};
}

} // namespace

Json memberAt(const Json &whole, const QString &pointer)
{
    try {
        const Json::json_pointer place(pointer.toStdString());
        return whole.contains(place) ? whole.at(place) : Json();
    } catch (const Json::exception &) {
        return {};
    }
}

bool holds(const Json &conditions, const Json &answer, const TemplateValues &values)
{
    for (const auto &[pointer, pattern] : conditions.items()) {
        const auto wanted = filled(pattern, values);
        if (!wanted || !*wanted || (*wanted)->is_null() || **wanted == Json("") ||
            memberAt(answer, QString::fromStdString(pointer)) != **wanted)
            return false;
    }
    return true;
}

Result<> checkConditions(const Json &conditions, const QStringList &arguments)
{
    for (const auto &[pointer, pattern] : conditions.items()) {
        bool usesKey = false;
        if (auto checked = checkPlaces(pattern, arguments, usesKey); !checked)
            return checked;
        try {
            (void)Json::json_pointer(pointer);
        } catch (const Json::exception &) {
            return badTemplate(
                QStringLiteral("\"%1\" is no JSON pointer").arg(QString::fromStdString(pointer)));
        }
    }
    return {};
}

Result<RequestTemplate> RequestTemplate::parse(const Json &json, const QStringList &arguments)
{
    RequestTemplate out;
    out.m_method = stringOr(json, "method", QStringLiteral("GET")).toUpper().toLatin1();
    out.m_url = stringOr(json, "url");
    out.m_form = stringOr(json, "body_form") == QLatin1String("form") ? BodyForm::AsForm : BodyForm::AsJson;
    if (json.contains("query"))
        out.m_query = json["query"];
    out.m_body = memberOrNull(json, "body");
    if (auto checked = checkUrl(out.m_url); !checked)
        return checked.error();
    for (const Json *value : {&memberOrNull(json, "url"), static_cast<const Json *>(&out.m_query),
                              static_cast<const Json *>(&out.m_body)}) {
        if (auto checked = checkPlaces(*value, arguments, out.m_usesKey); !checked)
            return checked.error();
    }
    if (!out.m_body.is_null() && (out.m_method == "GET" || out.m_method == "HEAD"))
        return badTemplate(
            QStringLiteral("a request of %1 has no body").arg(QString::fromLatin1(out.m_method)));
    static const QRegularExpression token(QStringLiteral("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"));
    static const QStringList own{QStringLiteral("host"), QStringLiteral("content-length"),
                                 QStringLiteral("transfer-encoding"), QStringLiteral("connection"),
                                 QStringLiteral("cookie")};
    for (const auto &[name, value] : memberOrNull(json, "headers").items()) {
        const QString header = QString::fromStdString(name);
        const QString text = value.get<QString>();
        QString plain = text;
        plain.remove(secretPlace()).remove(QLatin1String("{$key}"));
        if (!token.match(header).hasMatch() || own.contains(header.toLower()))
            return badTemplate(QStringLiteral("the header \"%1\" cannot be set").arg(header));
        if (!isHeaderSafe(plain) || plain.contains(QLatin1Char('{')) || plain.contains(QLatin1Char('}')))
            return badTemplate(
                QStringLiteral("the header \"%1\" may hold plain text, {$key} and ${secret:NAME}")
                    .arg(header));
        out.m_usesKey = out.m_usesKey || text.contains(QLatin1String("{$key}"));
        out.m_headers.emplace_back(header.toLatin1(), text);
    }
    return out;
}

QString RequestTemplate::hostEntry() const
{
    return hostEntryOf(QUrl(m_url.section(QLatin1Char('/'), 0, 2)));
}

QStringList RequestTemplate::secrets() const
{
    QStringList names;
    for (const auto &[header, value] : m_headers) {
        for (auto it = secretPlace().globalMatch(value); it.hasNext();)
            names << it.next().captured(1);
    }
    names.removeDuplicates();
    return names;
}

Result<QUrl> RequestTemplate::buildUrl(const TemplateValues &values) const
{
    const QString origin = m_url.section(QLatin1Char('/'), 0, 2);
    QByteArray address = origin.toUtf8();
    const QString path = m_url.mid(origin.size());
    for (const QString &pattern : path.mid(1).split(QLatin1Char('/'))) {
        auto step = pathStep(pattern, values);
        if (!step)
            return step.error();
        address += '/' + *step;
    }
    auto query = filled(m_query, values);
    if (!query)
        return query.error();
    const QByteArray pairs = formOf(query->value_or(Json::object()));
    if (!pairs.isEmpty())
        address += '?' + pairs;
    QUrl url = QUrl::fromEncoded(address, QUrl::StrictMode);
    // Belt and braces: whatever the values were, it is the template's host and as many steps.
    if (!url.isValid() || hostEntryOf(url) != hostEntry() ||
        url.path(QUrl::FullyEncoded).count(QLatin1Char('/')) !=
            std::max<qsizetype>(path.count(QLatin1Char('/')), 1))
        return badTemplate(QStringLiteral("a value cannot stand in an address"));
    return url;
}

Result<OutgoingRequest> RequestTemplate::build(const TemplateValues &values,
                                               const SecretSource &secrets) const
{
    OutgoingRequest request;
    request.method = m_method;
    auto url = buildUrl(values);
    if (!url)
        return url.error();
    request.url = *url;
    for (const auto &[name, pattern] : m_headers) {
        auto value = headerValue(pattern, values, secrets);
        if (!value)
            return value.error();
        request.headers.push_back({name, *value});
    }
    if (m_body.is_null())
        return request;
    auto body = filled(m_body, values);
    if (!body)
        return body.error();
    const Json whole = body->value_or(Json::object());
    request.body = m_form == BodyForm::AsForm ? formOf(whole) : toBytes(whole);
    request.headers.push_back({"Content-Type", m_form == BodyForm::AsForm
                                                   ? "application/x-www-form-urlencoded"
                                                   : "application/json"});
    return request;
}

} // namespace Helmdesk
