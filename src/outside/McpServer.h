#pragma once

#include "outside/GuardedHttp.h"
#include "outside/McpSession.h"
#include "outside/RequestTemplate.h"

#include <QDateTime>

namespace Helmdesk
{

// How a server is reached: a command with the names of the environment variables that pass, or an address.
struct McpServerDefinition {
    QString name;
    QStringList command;                        // the program's absolute path first; empty: it has an address
    QStringList environment;                    // names, beside PATH, HOME and the like
    std::map<QString, QString> secretVariables; // variable -> name of a secret
    QUrl url;
    QString bearer; // name of a secret; empty: none
    bool isPrivateAllowed = false;

    // InvalidInput with one sentence.
    static Result<McpServerDefinition> parse(const QString &name, const Json &json);
};
Json toJson(const McpServerDefinition &definition);
// What is done when it is used, for the person who adds it.
QString startOf(const McpServerDefinition &definition);

// A server that is started or connected when it is first needed, watched, and started again when it ended:
// not at once after it failed, but after 1, 2, 4 … 60 seconds.
//
// Thread: any, several at once. Failure: NotFound while it cannot be reached (nothing ran).
class McpServer
{
public:
    // Told of every list that the server gives.
    using Listed = std::function<void(const std::vector<Json> &tools)>;

    McpServer(McpServerDefinition definition, std::shared_ptr<const GuardedHttp> http, SecretSource secrets,
              Listed listed);

    const McpServerDefinition &definition() const { return m_definition; }
    // The server's tools as they are now: asked anew after a change and when the list is 30 seconds old.
    Result<std::vector<Json>> tools(const RunControl &control);
    // Calls a tool, when its listing is still the one with this digest (definitionDigest of the agreed part).
    McpOutcome call(const QString &tool, const QString &digest, const Json &args, const RunControl &control,
                    const McpTransport::Late &late);
    QString lastWords() const;
    QString version() const; // of the protocol; empty: not connected

private:
    Result<std::shared_ptr<McpSession>> session(const RunControl &control);
    Result<std::unique_ptr<McpTransport>> connect(McpTransport::Incoming incoming) const;
    Result<std::unique_ptr<McpTransport>> startProgram(McpTransport::Incoming incoming) const;
    void failed();

    McpServerDefinition m_definition;
    std::shared_ptr<const GuardedHttp> m_http;
    SecretSource m_secrets;
    Listed m_listed;
    mutable std::mutex m_mutex;
    std::shared_ptr<McpSession> m_session;
    std::vector<Json> m_tools;
    std::chrono::steady_clock::time_point m_listedAt{};
    std::chrono::steady_clock::time_point m_notBefore{};
    std::chrono::milliseconds m_wait{0};
};

} // namespace Helmdesk
