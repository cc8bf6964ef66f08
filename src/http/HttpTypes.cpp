#include "http/HttpTypes.h"

#include <algorithm>

namespace Helmdesk
{

QString nameOf(HttpFault fault)
{
    switch (fault) {
    case HttpFault::Refused:
        return QStringLiteral("refused");
    case HttpFault::Unknown:
        return QStringLiteral("unknown_host");
    case HttpFault::Timeout:
        return QStringLiteral("timeout");
    case HttpFault::Stalled:
        return QStringLiteral("stalled");
    case HttpFault::Cut:
        return QStringLiteral("cut");
    case HttpFault::TooLarge:
        return QStringLiteral("too_large");
    case HttpFault::Tls:
        return QStringLiteral("tls");
    case HttpFault::Redirect:
        return QStringLiteral("redirect");
    case HttpFault::Stopped:
        return QStringLiteral("stopped");
    case HttpFault::Transport:
        break;
    }
    return QStringLiteral("transport");
}

QByteArray HttpHead::header(const QByteArray &name) const
{
    const auto found = std::ranges::find_if(headers, [&](const HttpHeader &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->value;
}

} // namespace Helmdesk
