#pragma once

#include "outside/GuardedHttp.h"
#include "outside/McpTransport.h"

#include <mutex>

namespace Helmdesk
{

struct McpAddress {
    QUrl url;
    Reach reach = Reach::PublicOnly;
    QByteArray bearer; // token; empty: none
};

// An MCP server over streamable HTTP: every message is a request of its own, answered by JSON or by a stream
// of events. A stream that ends early is not resumed: what it was about is unknown then.
class McpHttpTransport final : public McpTransport
{
public:
    McpHttpTransport(McpAddress address, std::shared_ptr<const GuardedHttp> http, Incoming incoming);
    ~McpHttpTransport() override; // ends the session, without waiting long

    Result<Json> exchange(const Json &request, const RunControl &control, const Late &late) override;
    Result<> notify(const Json &notification) override;
    bool isOpen() const override;
    void setVersion(const QString &version, bool isModern) override;
    bool isHttp() const override { return true; }

private:
    OutgoingRequest post(const Json &message) const;
    Result<Json> answerIn(const HttpAnswer &answer, std::optional<Json> streamed, const RunControl &control);

    McpAddress m_address;
    HttpReach m_where;
    std::shared_ptr<const GuardedHttp> m_http;
    Incoming m_incoming;
    mutable std::mutex m_mutex;
    QByteArray m_version; // empty: not settled
    bool m_isModern = false;
    QByteArray m_session;
    bool m_isLost = false;
};

// A header's value as the protocol wants it: as it is where it is plain visible ASCII, else =?base64?…?=.
QByteArray mcpHeaderValue(const QString &value);

} // namespace Helmdesk
