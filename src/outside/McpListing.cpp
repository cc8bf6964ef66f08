#include "outside/McpListing.h"

#include <algorithm>
#include <QCryptographicHash>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr qsizetype longestName = 64;
constexpr qsizetype longestDescription = 1000;
constexpr size_t mostLinks = 50;

QString withoutControls(QString text)
{
    text.removeIf([](QChar c) {
        const bool isLayout = c == QLatin1Char('\n') || c == QLatin1Char('\t');
        return (c.category() == QChar::Other_Control && !isLayout) || c.category() == QChar::Other_Format;
    });
    return text;
}

} // namespace

Json McpListing::agreedPart(const Json &listing)
{
    Json part = Json::object();
    for (const char *member :
         {"name", "title", "description", "inputSchema", "outputSchema", "annotations"}) {
        if (listing.contains(member))
            part[member] = listing[member];
    }
    return part;
}

QString McpListing::deskName(const QString &server, const QString &tool)
{
    static const QRegularExpression other(QStringLiteral("[^A-Za-z0-9_-]"));
    const QString wanted = server + QStringLiteral("__") + tool;
    QString name = wanted;
    name.replace(other, QStringLiteral("_"));
    if (name == wanted && name.size() <= longestName)
        return name;
    const QString hash = QString::fromLatin1(
        QCryptographicHash::hash(wanted.toUtf8(), QCryptographicHash::Sha256).toHex().left(6));
    return name.left(longestName - 7) + QLatin1Char('_') + hash;
}

QString McpListing::claims(const Json &listing)
{
    const Json &claimed = memberOrNull(listing, "annotations");
    QStringList words;
    const auto say = [&](const char *hint, const char *yes, const char *no) {
        if (memberOrNull(claimed, hint).is_boolean())
            words << QString::fromLatin1(boolOr(claimed, hint, false) ? yes : no);
    };
    say("readOnlyHint", "to read only", "to change something");
    say("destructiveHint", "to destroy", "to destroy nothing");
    say("idempotentHint", "to be harmless when repeated", "not to be harmless when repeated");
    return words.isEmpty() ? QString() : QStringLiteral("claims %1").arg(words.join(QStringLiteral(", ")));
}

QString McpListing::description(const Json &listing)
{
    const QString text =
        withoutControls(stringOr(listing, "description", stringOr(listing, "title"))).trimmed();
    return text.isEmpty() ? stringOr(listing, "name") : text.left(longestDescription);
}

Json McpListing::resultOf(const Json &answer, qsizetype most)
{
    Json out = Json::object();
    QStringList texts;
    Json links = Json::array();
    Json media = Json::array();
    for (const Json &item : memberOrNull(answer, "content")) {
        const QString type = stringOr(item, "type");
        const Json &resource = memberOrNull(item, "resource");
        if (type == QLatin1String("text"))
            texts << withoutControls(stringOr(item, "text"));
        else if (type == QLatin1String("resource_link") && links.size() < mostLinks)
            links.push_back(
                {{"uri", stringOr(item, "uri").left(2000)}, {"name", stringOr(item, "name").left(200)}});
        else if (type == QLatin1String("resource") && resource.contains("text"))
            texts << withoutControls(stringOr(resource, "text"));
        else if (media.size() < mostLinks)
            media.push_back({{"type", type.left(40)},
                             {"mime", stringOr(item, "mimeType", stringOr(resource, "mimeType")).left(100)}});
    }
    const Json &structured = memberOrNull(answer, "structuredContent");
    QString text = texts.join(QLatin1Char('\n'));
    const auto parsed = structured.is_null() ? Result<Json>(Json()) : parseJson(text.toUtf8());
    if (!structured.is_null() && parsed && *parsed == structured)
        text.clear(); // servers say it twice
    bool isCut = text.toUtf8().size() > most;
    if (isCut)
        text = QString::fromUtf8(text.toUtf8().left(most));
    if (!structured.is_null()) {
        if (toBytes(structured).size() <= most)
            out["structured"] = structured;
        else
            isCut = true;
    }
    if (!text.isEmpty())
        out["text"] = text;
    if (!links.empty())
        out["links"] = std::move(links);
    if (!media.empty())
        out["media"] = std::move(media);
    if (isCut)
        out["cut"] = true;
    if (out.empty())
        out["text"] = "The tool answered without content.";
    if (boolOr(answer, "isError", false))
        out["is_error"] = true;
    return out;
}

} // namespace Helmdesk
