#include "channels/PostedMessage.h"

#include "core/Json.h"

#include <QStringDecoder>

namespace Helmdesk
{

namespace
{

QString clean(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    text.removeIf([](QChar c) {
        return (c.unicode() < 0x20 && c != u'\n' && c != u'\t') || c.unicode() == 0x7F ||
               (c.unicode() >= 0x80 && c.unicode() < 0xA0);
    });
    return text;
}

// A member that is one short line of text; nothing when it is of another type or too long.
std::optional<QString> lineOf(const Json &object, const char *name, qsizetype most)
{
    const Json &member = memberOrNull(object, name);
    if (member.is_null())
        return QString();
    if (!member.is_string())
        return {};
    const QString text = clean(stringOr(object, name)).simplified();
    return text.size() <= most ? std::optional<QString>(text) : std::nullopt;
}

} // namespace

std::optional<HttpResponse> readPostedMessage(const HttpRequest &request, qsizetype mostCharacters,
                                              PostedMessage &fields)
{
    if (request.header("content-type").split(';').value(0).trimmed().toLower() != "application/json")
        return httpError(415, "not_json", "Send the message as application/json.");
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString checked = decoder.decode(request.body);
    if (decoder.hasError())
        return httpError(400, "not_utf8", "The body is not valid UTF-8.");
    const auto json = parseJson(request.body);
    if (!json || !json->is_object())
        return httpError(400, "not_json", "The body is not a JSON object.");
    if (!memberOrNull(*json, "text").is_string())
        return httpError(400, "no_text", "The message needs a text.");
    fields.text = clean(stringOr(*json, "text"));
    if (fields.text.trimmed().isEmpty())
        return httpError(400, "no_text", "The message needs a text.");
    if (fields.text.size() > mostCharacters)
        return httpError(413, "text_too_long",
                         "The text is longer than " + QByteArray::number(mostCharacters) + " characters.");
    const struct {
        const char *name;
        QString *target;
        qsizetype most;
    } lines[] = {{"id", &fields.id, 200},
                 {"customer", &fields.customer, 100},
                 {"conversation", &fields.conversation, 200},
                 {"email", &fields.address, 254},
                 {"name", &fields.name, 100},
                 {"subject", &fields.subject, 300}};
    for (const auto &line : lines) {
        const auto value = lineOf(*json, line.name, line.most);
        if (!value)
            return httpError(400, "invalid",
                             QByteArray(line.name) + " is a string of at most " +
                                 QByteArray::number(line.most) + " characters.");
        *line.target = *value;
    }
    return {};
}

} // namespace Helmdesk
