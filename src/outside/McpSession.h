#pragma once

#include "outside/McpTransport.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace Helmdesk
{

// What a call of a tool came to.
struct McpOutcome {
    enum class Kind {
        Done,       // the tool answered
        ToolFailed, // the tool ran and says that it failed
        NeverRan,   // certainly: it did not leave, or the server does not know such a call
        Unknown,    // it may have run
    };
    Kind kind = Kind::Unknown;
    Json result; // of Done and ToolFailed: the answer of the server as it came
    QString why; // otherwise, for the log
    ErrorKind error = ErrorKind::Unavailable;
};

// A conversation with an MCP server in the protocol version 2026-07-28, or 2025-11-25 and older ones where
// the server does not know it. Offers the server nothing: no roots, no sampling, no questions to the user.
// Thread: any, several calls at once.
class McpSession
{
public:
    static constexpr const char *newestVersion = "2026-07-28";
    static constexpr const char *versionBefore = "2025-11-25";

    using MakeTransport =
        std::function<Result<std::unique_ptr<McpTransport>>(McpTransport::Incoming incoming)>;

    // Connects and settles the version. Failure: that of the transport; Unavailable for a server that speaks
    // no version in common.
    static Result<std::shared_ptr<McpSession>> open(const MakeTransport &make, const RunControl &control);
    ~McpSession();

    // As the server lists them, all pages. Corrupt for a list without an end.
    Result<std::vector<Json>> listTools(const RunControl &control);
    McpOutcome call(const QString &tool, const Json &args, const Json &listing, const RunControl &control,
                    const McpTransport::Late &late);

    bool isOpen() const { return m_transport->isOpen(); }
    // True once after the server said that its tools changed.
    bool takeListChanged() { return m_listChanged.exchange(false); }
    QString version() const { return m_version; }
    QString serverName() const { return m_serverName; } // as it calls itself
    QString lastWords() const { return m_transport->lastWords(); }

    // What an answer to a call says, also one that came late.
    static McpOutcome outcomeOf(const Json &response);

private:
    McpSession() = default;
    Result<> settle(const RunControl &control);
    bool isModernAfter(const Result<Json> &discovered);
    Result<> initialize(const RunControl &control);
    Json withMeta(Json params) const;
    Result<Json> ask(const char *method, Json params, const RunControl &control,
                     const McpTransport::Late &late = {});
    std::optional<Json> take(const Json &message);

    std::atomic<qint64> m_nextId{1};
    std::atomic<bool> m_listChanged{false};
    std::mutex m_mutex;
    std::map<qint64, RunControl> m_progress; // by token, which is the request's id
    bool m_isModern = false;
    QString m_version;
    QString m_serverName;
    std::unique_ptr<McpTransport> m_transport; // last: its thread uses the others
};

} // namespace Helmdesk
