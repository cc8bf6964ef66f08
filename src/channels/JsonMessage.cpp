#include "channels/JsonMessage.h"

#include "core/Json.h"

#include <QCryptographicHash>
#include <QStringDecoder>

namespace Helmdesk
{

namespace
{

// The first of the members that is there; numbers count as their text.
std::optional<QString> textOf(const Json &object, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const Json &member = memberOrNull(object, name);
        if (member.is_string())
            return QString::fromStdString(member.get_ref<const std::string &>());
        if (member.is_number_integer())
            return QString::fromStdString(member.dump());
    }
    return {};
}

bool hasAny(const Json &object, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const char *name) { return !memberOrNull(object, name).is_null(); });
}

void readFields(const Json &object, IncomingMessage &out)
{
    const auto text = textOf(object, {"text", "body", "message", "query"});
    if (text)
        out.text = *text;
    else if (hasAny(object, {"text", "body", "message", "query"}))
        out.unreadable = QStringLiteral("The text is not a string.");
    else
        out.unreadable = QStringLiteral("The line has no text.");
    out.text.remove(QChar::Null);
    out.fullText = out.text;
    out.customer = textOf(object, {"customer", "customer_id"}).value_or(QString());
    out.conversationKey = textOf(object, {"conversation", "conversation_id"}).value_or(QString());
    out.senderAddress = textOf(object, {"from", "email"}).value_or(QString()).simplified();
    out.senderName = textOf(object, {"name"}).value_or(QString()).simplified();
    out.subject = textOf(object, {"subject"}).value_or(QString()).simplified();
    if (const auto at = textOf(object, {"received_at"}))
        out.receivedAt = QDateTime::fromString(*at, Qt::ISODate).toUTC();
    if (const auto channel = channelNamed(textOf(object, {"channel"}).value_or(QStringLiteral("api"))))
        out.channel = *channel;
    else
        out.unreadable = QStringLiteral("The channel is unknown: use chat, mail, file or api.");
    if (const auto id = textOf(object, {"id", "external_id"}); id && !id->trimmed().isEmpty())
        out.externalId = id->trimmed().left(250);
}

} // namespace

IncomingMessage readJsonMessage(const QByteArray &line, const JsonPlace &place)
{
    IncomingMessage out;
    out.source = QStringLiteral("%1:%2").arg(place.fileName).arg(place.line);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(line.trimmed());
    hash.addData(QByteArray::number(place.writtenAt.toMSecsSinceEpoch()));
    out.externalId = out.source + u':' + QString::fromLatin1(hash.result().toHex().left(12));
    if (line.size() > largestJsonLine) {
        out.unreadable = QStringLiteral("The line is longer than 1 MB.");
        return out;
    }

    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString checked = decoder.decode(line);
    if (decoder.hasError()) {
        out.unreadable = QStringLiteral("The line is not UTF-8.");
        return out;
    }
    const auto json = parseJson(line);
    if (!json) {
        out.unreadable = QStringLiteral("The line is not JSON.");
        return out;
    }
    if (!json->is_object()) {
        out.unreadable = QStringLiteral("The line is not a JSON object.");
        return out;
    }
    readFields(*json, out);
    return out;
}

} // namespace Helmdesk
