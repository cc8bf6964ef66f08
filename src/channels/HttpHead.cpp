#include "channels/HttpHead.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>

namespace Helmdesk
{

namespace http = boost::beast::http;

namespace
{

// Beast joins a folded line to the one before, and nothing tells afterwards that it was one.
bool hasCleanLines(std::string_view head)
{
    for (size_t i = 0; i < head.size(); ++i) {
        if (head[i] == '\n' && (i == 0 || head[i - 1] != '\r'))
            return false;
        if (head[i] != '\r')
            continue;
        if (i + 1 == head.size() || head[i + 1] != '\n')
            return false;
        if (i + 2 < head.size() && (head[i + 2] == ' ' || head[i + 2] == '\t'))
            return false;
    }
    return true;
}

bool namesOtherVersion(std::string_view head)
{
    const std::string_view line = head.substr(0, head.find("\r\n"));
    const size_t mark = line.rfind(" HTTP/");
    return mark != std::string_view::npos && line.size() == mark + 9 && line[mark + 7] == '.';
}

bool isVisible(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

bool isClean(std::string_view value)
{
    return std::all_of(value.begin(), value.end(), [](char c) {
        return (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) || c == '\t';
    });
}

int refusalOf(const http::request_header<> &head, const HttpParser &parser)
{
    const std::string_view target(head.target().data(), head.target().size());
    if (target.empty() || target.front() != '/' || !isVisible(target))
        return 400;
    for (const http::field once :
         {http::field::host, http::field::content_length, http::field::authorization, http::field::origin})
        if (head.count(once) > 1)
            return 400;
    for (const auto &field : head)
        if (!isClean({field.value().data(), field.value().size()}))
            return 400;
    if (head.count(http::field::host) == 0)
        return 400;
    const auto length = head[http::field::content_length]; // Beast takes a list of equal ones
    if (!std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return 400;
    if (head.count(http::field::transfer_encoding) > 0)
        return 501;
    const bool mayHaveBody = head.method() == http::verb::post || head.method() == http::verb::put ||
                             head.method() == http::verb::patch;
    return mayHaveBody && !parser.content_length() ? 411 : 0;
}

} // namespace

int readHttpHead(std::string_view head, HttpParser &parser)
{
    if (!hasCleanLines(head))
        return 400;
    boost::beast::error_code error;
    parser.put(boost::asio::buffer(head.data(), head.size()), error);
    if (error == http::error::bad_version)
        return namesOtherVersion(head) ? 505 : 400;
    if (error == http::error::body_limit)
        return 413;
    if (error == http::error::header_limit)
        return 431;
    if (error || !parser.is_header_done())
        return 400;
    return refusalOf(parser.get().base(), parser);
}

HttpRequest toRequest(const HttpParser::value_type &message, const QByteArray &peer)
{
    const auto bytes = [](auto text) { return QByteArray(text.data(), static_cast<qsizetype>(text.size())); };
    HttpRequest request;
    request.method = bytes(message.method_string());
    const QByteArray target = bytes(message.target());
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.left(mark);
    if (mark >= 0)
        request.query = QUrlQuery(QString::fromLatin1(target.mid(mark + 1)));
    for (const auto &field : message) {
        QByteArray &value = request.headers[bytes(field.name_string()).toLower()];
        value = value.isNull() ? bytes(field.value()) : value + ", " + bytes(field.value());
    }
    request.body = bytes(message.body());
    request.peer = peer;
    return request;
}

} // namespace Helmdesk
