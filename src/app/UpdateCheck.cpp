#include "app/UpdateCheck.h"

#include "core/Json.h"
#include "http/HttpGateway.h"

#include <QHostAddress>
#include <QVersionNumber>

namespace Helmdesk
{
namespace
{

constexpr std::chrono::milliseconds patience{10'000};
constexpr qint64 largestAnswer = 64 * 1024;
constexpr qsizetype longestVersion = 32;

Error unusable(const QString &sentence)
{
    return {ErrorKind::InvalidInput, sentence};
}

bool isThisMachine(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

// Figures and points alone: "0.2.0".
std::optional<QVersionNumber> versionOf(const QString &text)
{
    qsizetype end = 0;
    const QVersionNumber version = QVersionNumber::fromString(text, &end);
    if (version.isNull() || end != text.size() || text.size() > longestVersion)
        return std::nullopt;
    return version;
}

ErrorKind kindOf(HttpFault fault)
{
    switch (fault) {
    case HttpFault::Timeout:
    case HttpFault::Stalled:
        return ErrorKind::Timeout;
    case HttpFault::Stopped:
        return ErrorKind::Cancelled;
    default:
        return ErrorKind::Unavailable;
    }
}

} // namespace

Result<QUrl> checkedUpdateAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const bool isSafe = url.scheme() == QLatin1String("https") ||
                        (url.scheme() == QLatin1String("http") && isThisMachine(url));
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || !isSafe)
        return unusable(
            QStringLiteral("the address for updates must be an https address without a password"));
    return url;
}

Result<PublishedVersion> readPublishedVersion(const QByteArray &document, const QString &ownVersion)
{
    const auto json = parseJson(document);
    if (!json || !json->is_object())
        return unusable(QStringLiteral("what the address for updates answers is no JSON object"));
    const QString told = stringOr(*json, "version");
    const auto version = versionOf(told);
    if (!version)
        return unusable(QStringLiteral("what the address for updates answers names no version"));
    const QUrl page(stringOr(*json, "page"), QUrl::StrictMode);
    if (!page.isValid() || page.scheme() != QLatin1String("https") || page.host().isEmpty() ||
        !page.userInfo().isEmpty())
        return unusable(QStringLiteral("what the address for updates answers names no https page"));
    const auto own = versionOf(ownVersion);
    return PublishedVersion{told, page, own && *version > *own};
}

Result<PublishedVersion> askForUpdate(HttpGateway &gateway, const QString &address, const QString &ownVersion,
                                      const RunControl &control)
{
    auto url = checkedUpdateAddress(address);
    if (!url)
        return std::move(url).error();
    OutgoingRequest request;
    request.method = "GET";
    request.url = *url;
    request.headers = {{"Accept", "application/json"}, {"User-Agent", "Helmdesk"}};
    request.mostBytes = largestAnswer;
    request.firstByteLimit = patience;
    request.quietLimit = patience;
    const HttpAnswer answer = gateway.send(request, control.withDeadline(patience));
    if (answer.fault)
        return Error{kindOf(*answer.fault),
                     QStringLiteral("%1 could not be asked: %2").arg(url->host(), answer.detail), true};
    constexpr int fine = 200;
    if (answer.head.status != fine)
        return Error{
            ErrorKind::Unavailable,
            QStringLiteral("%1 answered with the status %2").arg(url->host()).arg(answer.head.status), true};
    return readPublishedVersion(answer.body, ownVersion);
}

} // namespace Helmdesk
