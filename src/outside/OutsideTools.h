#pragma once

#include "outside/HttpToolDefinition.h"
#include "outside/McpServer.h"
#include "outside/OutsideToolRepository.h"
#include "settings/SecretStore.h"
#include "tools/ToolRegistry.h"

#include <functional>
#include <memory>

namespace Helmdesk
{

// The tools of outside systems that a workspace has: adds, changes and registers them.
//
// Thread: any. Ownership: the repository is not owned and outlives it and the tools that it registered; what
// those share besides (connections, secrets) they own together. Failure: InvalidInput, NotFound and Conflict
// as told, otherwise that of the store.
class OutsideTools
{
public:
    using MakeSecrets = std::function<std::unique_ptr<SecretStore>()>;
    explicit OutsideTools(OutsideToolRepository &repository,
                          MakeSecrets secrets = {}); // null: the system's own
    ~OutsideTools();

    // Puts every tool that may act into the registry. One that cannot be is left out and told of, one
    // sentence each: it never keeps a desk from starting. Touches no network and starts no program.
    QStringList addTo(ToolRegistry &registry);

    enum class Replace { No, Yes };
    // Checks and stores a definition. Every call of it waits for a person, also when it replaces one.
    Result<HttpToolDefinition> addHttp(const Json &definition, Replace replace, const QString &author);
    // Stores the tools of Stripe; see StripeTools. Returns their names.
    Result<QStringList> addStripe(const QUrl &origin, bool isLive, const QString &author);
    // Whether every call of a tool waits for a person.
    Result<> setNeedsApproval(const QString &name, bool needsApproval, const QString &author);
    Result<> removeTool(const QString &name, const QString &author);

    // Connects to the server, stores it and what it lists. None of its tools may act before consent().
    Result<std::vector<OutsideToolRow>> addServer(const McpServerDefinition &definition,
                                                  const QString &author, const RunControl &control);
    // Asks a server for its tools again; changed ones may not act any more.
    Result<std::vector<OutsideToolRow>> refresh(const QString &server, const RunControl &control);
    // Agrees to a server's tools as they are stored now, to one or (with an empty name) to all; every call of
    // those that are new or changed waits for a person. `risk` is what a person says that they can do.
    Result<std::vector<OutsideToolRow>> consent(const QString &server, const QString &tool,
                                                std::optional<RiskClass> risk, const QString &author);
    Result<> removeServer(const QString &name, const QString &author);

    // A secret that definitions name ${secret:NAME}.
    Result<> keepSecret(const QString &name, const QString &secret);
    // How one is given where nothing keeps them.
    static QString secretVariable(const QString &name);
    // The names of a definition's secrets that are not there.
    QStringList missingSecrets(const HttpToolDefinition &tool) const;

    OutsideToolRepository &repository() const { return m_repository; }

private:
    struct Shared;
    std::shared_ptr<McpServer> makeServer(const McpServerDefinition &definition) const;
    QString addMcpTool(const OutsideToolRow &row, ToolRegistry &registry);

    OutsideToolRepository &m_repository;
    std::shared_ptr<Shared> m_shared;
    std::map<QString, std::shared_ptr<McpServer>> m_servers; // of the registered tools
};

} // namespace Helmdesk
