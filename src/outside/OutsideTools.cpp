#include "outside/OutsideTools.h"

#include "outside/HttpTool.h"
#include "outside/McpListing.h"
#include "outside/McpTool.h"
#include "outside/StripeTools.h"
#include "tools/BuiltinTools.h"

#include <algorithm>
#include <array>
#include <QCryptographicHash>

namespace Helmdesk
{
namespace
{

constexpr std::array builtinNames{
    ToolName::checkInvoice,  ToolName::processRefund, ToolName::updatePaymentMethod, ToolName::resetPassword,
    ToolName::updateAccount, ToolName::searchDocs,    ToolName::createTicket};

const QString stripeKind = QStringLiteral("stripe");

bool isBuiltin(const QString &name)
{
    return std::ranges::any_of(builtinNames, [&](const char *own) { return name == QLatin1String(own); });
}

} // namespace

QString definitionDigest(const Json &definition)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(toBytes(definition), QCryptographicHash::Sha256).toHex());
}

// What tools share, made when the first needs it.
struct OutsideTools::Shared {
    explicit Shared(MakeSecrets given)
        : makeSecrets(given ? std::move(given) : MakeSecrets(systemSecretStore))
    {
    }
    SecretStore &store()
    {
        const std::lock_guard lock(mutex);
        if (!secrets)
            secrets = makeSecrets();
        return *secrets;
    }
    Result<QString> secret(const QString &name)
    {
        auto found = store().read(toolSecretPrefix + name);
        if (!found)
            return found.error();
        if (!*found)
            return Error{ErrorKind::NotFound,
                         QStringLiteral("there is no secret named %1: give it with \"tools "
                                        "secret %1\" or in %2")
                             .arg(name, secretVariable(name))};
        return **found;
    }
    std::shared_ptr<const GuardedHttp> connections()
    {
        const std::lock_guard lock(mutex);
        if (!http)
            http = std::make_shared<GuardedHttp>();
        return http;
    }

    // The repository, while it is there: a server may speak after the desk was closed.
    template <class Act>
    void withRepository(Act act)
    {
        const std::lock_guard lock(repositoryMutex);
        if (repository != nullptr)
            act(*repository);
    }

    MakeSecrets makeSecrets;
    std::mutex repositoryMutex;
    OutsideToolRepository *repository = nullptr;
    std::mutex mutex;
    std::unique_ptr<SecretStore> secrets;
    std::shared_ptr<const GuardedHttp> http;
};

OutsideTools::OutsideTools(OutsideToolRepository &repository, MakeSecrets secrets)
    : m_repository(repository)
    , m_shared(std::make_shared<Shared>(std::move(secrets)))
{
    m_shared->repository = &repository;
}

OutsideTools::~OutsideTools()
{
    const std::lock_guard lock(m_shared->repositoryMutex);
    m_shared->repository = nullptr;
}

QStringList OutsideTools::addTo(ToolRegistry &registry)
{
    QStringList problems;
    auto rows = m_repository.tools();
    if (!rows)
        return {QStringLiteral("the outside tools cannot be read: %1").arg(rows.error().detail)};
    for (const OutsideToolRow &row : *rows) {
        if (!row.server.isEmpty()) {
            if (const QString problem = addMcpTool(row, registry); !problem.isEmpty())
                problems << problem;
            continue;
        }
        if (!row.isConsented() || row.digest != definitionDigest(row.definition)) {
            problems << QStringLiteral("the tool %1 is not the one that was added").arg(row.name);
            continue;
        }
        if (stringOr(row.definition, "kind") == stripeKind) {
            auto tool = StripeTools::make(
                row.name, StripeAccess::from(row.definition), row.needsApproval, m_shared->connections(),
                [shared = m_shared](const QString &name) { return shared->secret(name); });
            const Result<> added = tool ? registry.add(*tool) : Result<>(tool.error());
            if (!added)
                problems << QStringLiteral("the tool %1: %2").arg(row.name, added.error().detail);
            continue;
        }
        auto definition = HttpToolDefinition::parse(row.definition);
        if (!definition) {
            problems << QStringLiteral("the tool %1: %2").arg(row.name, definition.error().detail);
            continue;
        }
        definition->spec.needsApproval = row.needsApproval;
        auto added = registry.add(std::make_shared<HttpTool>(
            std::move(*definition), m_shared->connections(),
            [shared = m_shared](const QString &name) { return shared->secret(name); }));
        if (!added)
            problems << added.error().detail;
    }
    return problems;
}

Result<HttpToolDefinition> OutsideTools::addHttp(const Json &json, Replace replace, const QString &author)
{
    auto definition = HttpToolDefinition::parse(json);
    if (!definition)
        return definition;
    const QString name = definition->spec.name;
    auto there = m_repository.tool(name);
    if (!there)
        return there.error();
    if (isBuiltin(name) || (*there && (replace == Replace::No || !(*there)->server.isEmpty())))
        return Error{ErrorKind::Conflict, QStringLiteral("there is a tool named %1 already").arg(name)};
    const QString digest = definitionDigest(json);
    auto saved = m_repository.saveTools({{name, {}, json, digest, digest, true, author}}, author);
    return saved ? definition : Result<HttpToolDefinition>(saved.error());
}

Result<QStringList> OutsideTools::addStripe(const QUrl &origin, bool isLive, const QString &author)
{
    if (!origin.isEmpty() && hostEntryOf(origin).isEmpty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("the address is not one of http or https")};
    auto names = StripeTools::names();
    if (!names)
        return names;
    const Json definition{{"kind", stripeKind}, {"origin", origin.toString()}, {"live", isLive}};
    const QString digest = definitionDigest(definition);
    std::vector<OutsideToolRow> rows;
    for (const QString &name : *names)
        rows.push_back({name, {}, definition, digest, digest, true, author});
    auto saved = m_repository.saveTools(rows, author);
    return saved ? names : Result<QStringList>(saved.error());
}

Result<> OutsideTools::setNeedsApproval(const QString &name, bool needsApproval, const QString &author)
{
    auto row = m_repository.tool(name);
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no outside tool named %1").arg(name)};
    (*row)->needsApproval = needsApproval;
    return m_repository.saveTools({**row}, author);
}

Result<> OutsideTools::removeTool(const QString &name, const QString &author)
{
    return m_repository.removeTool(name, author);
}

// Empty: it is in the registry, or nobody has agreed to it yet.
QString OutsideTools::addMcpTool(const OutsideToolRow &row, ToolRegistry &registry)
{
    if (!row.isConsented())
        return {};
    if (definitionDigest(McpToolDefinition::from(row.definition).listing) != row.consented)
        return QStringLiteral("the tool %1 is not the one that somebody agreed to").arg(row.name);
    std::shared_ptr<McpServer> &server = m_servers[row.server];
    if (!server) {
        auto rows = m_repository.servers();
        if (!rows)
            return rows.error().detail;
        const auto found = std::ranges::find(*rows, row.server, &McpServerRow::name);
        auto definition =
            found == rows->end()
                ? Result<McpServerDefinition>(Error{ErrorKind::NotFound, QStringLiteral("it is gone")})
                : McpServerDefinition::parse(found->name, found->definition);
        if (!definition)
            return QStringLiteral("the server %1: %2").arg(row.server, definition.error().detail);
        server = makeServer(*definition);
    }
    auto added = registry.add(std::make_shared<McpTool>(
        row, server,
        [shared = m_shared](const LateResult &late) {
            shared->withRepository([&](OutsideToolRepository &repository) {
                if (auto noted = repository.noteLate(late); !noted)
                    qWarning().noquote() << "a late result was not noted:" << noted.error().detail;
            });
        },
        [shared = m_shared](const QString &key) {
            std::optional<Json> found;
            shared->withRepository([&](OutsideToolRepository &repository) {
                const auto late = repository.lateResults(key);
                if (late && !late->empty() && late->back().outcome == QLatin1String("done"))
                    found = late->back().result;
            });
            return found;
        }));
    return added ? QString() : added.error().detail;
}

// Stores what a server lists now: new tools without consent, changed ones with the consent to what they were.
static Result<std::vector<OutsideToolRow>> noteListing(OutsideToolRepository &repository,
                                                       const QString &server, const std::vector<Json> &listed,
                                                       const QString &author)
{
    auto rows = repository.tools();
    if (!rows)
        return rows.error();
    std::vector<OutsideToolRow> changed;
    std::vector<OutsideToolRow> all;
    for (const Json &listing : listed) {
        const QString tool = stringOr(listing, "name");
        OutsideToolRow row{McpListing::deskName(server, tool), server, {}, {}, {}, true, author};
        const auto known = std::ranges::find(*rows, row.name, &OutsideToolRow::name);
        McpToolDefinition definition{tool, McpListing::agreedPart(listing), RiskClass::Write};
        row.digest = definitionDigest(definition.listing);
        if (known != rows->end() && known->server != server)
            continue; // the name is taken
        if (known != rows->end()) {
            row.consented = known->consented;
            row.needsApproval = known->needsApproval;
            definition.risk = McpToolDefinition::from(known->definition).risk;
        }
        row.definition = toJson(definition);
        if (known == rows->end() || known->digest != row.digest)
            changed.push_back(row);
        all.push_back(std::move(row));
    }
    if (!changed.empty()) {
        if (auto saved = repository.saveTools(changed, author); !saved)
            return saved.error();
    }
    return all;
}

std::shared_ptr<McpServer> OutsideTools::makeServer(const McpServerDefinition &definition) const
{
    return std::make_shared<McpServer>(
        definition, m_shared->connections(),
        [shared = m_shared](const QString &name) { return shared->secret(name); },
        [shared = m_shared, name = definition.name](const std::vector<Json> &tools) {
            shared->withRepository([&](OutsideToolRepository &repository) {
                if (auto noted = noteListing(repository, name, tools, QStringLiteral("agent")); !noted)
                    qWarning().noquote() << "the tools of a server were not noted:" << noted.error().detail;
            });
        });
}

Result<std::vector<OutsideToolRow>> OutsideTools::addServer(const McpServerDefinition &definition,
                                                            const QString &author, const RunControl &control)
{
    auto known = m_repository.servers();
    if (!known)
        return known.error();
    if (std::ranges::find(*known, definition.name, &McpServerRow::name) != known->end())
        return Error{ErrorKind::Conflict,
                     QStringLiteral("there is a server named %1 already").arg(definition.name)};
    auto listed = makeServer(definition)->tools(control);
    if (!listed)
        return listed.error();
    if (auto saved = m_repository.saveServer({definition.name, toJson(definition)}, author); !saved)
        return saved.error();
    return noteListing(m_repository, definition.name, *listed, author);
}

Result<std::vector<OutsideToolRow>> OutsideTools::refresh(const QString &name, const RunControl &control)
{
    auto rows = m_repository.servers();
    if (!rows)
        return rows.error();
    const auto found = std::ranges::find(*rows, name, &McpServerRow::name);
    if (found == rows->end())
        return Error{ErrorKind::NotFound, QStringLiteral("there is no server named %1").arg(name)};
    auto definition = McpServerDefinition::parse(name, found->definition);
    if (!definition)
        return definition.error();
    auto listed = makeServer(*definition)->tools(control);
    if (!listed)
        return listed.error();
    return noteListing(m_repository, name, *listed, QStringLiteral("agent"));
}

Result<std::vector<OutsideToolRow>> OutsideTools::consent(const QString &server, const QString &tool,
                                                          std::optional<RiskClass> risk,
                                                          const QString &author)
{
    auto rows = m_repository.tools();
    if (!rows)
        return rows.error();
    std::vector<OutsideToolRow> agreed;
    for (OutsideToolRow &row : *rows) {
        McpToolDefinition definition = McpToolDefinition::from(row.definition);
        if (row.server != server || (!tool.isEmpty() && tool != row.name && tool != definition.tool))
            continue;
        row.needsApproval = row.needsApproval || !row.isConsented();
        row.consented = row.digest;
        if (risk) {
            row.needsApproval = row.needsApproval || definition.risk != *risk;
            definition.risk = *risk;
            row.definition = toJson(definition);
        }
        agreed.push_back(std::move(row));
    }
    if (agreed.empty())
        return Error{ErrorKind::NotFound, QStringLiteral("there is no such tool of a server %1").arg(server)};
    auto saved = m_repository.saveTools(agreed, author);
    return saved ? Result<std::vector<OutsideToolRow>>(std::move(agreed)) : saved.error();
}

Result<> OutsideTools::removeServer(const QString &name, const QString &author)
{
    return m_repository.removeServer(name, author);
}

Result<> OutsideTools::keepSecret(const QString &name, const QString &secret)
{
    return m_shared->store().keep(toolSecretPrefix + name, secret);
}

QString OutsideTools::secretVariable(const QString &name)
{
    return EnvironmentSecretStore::variableFor(toolSecretPrefix + name);
}

QStringList OutsideTools::missingSecrets(const HttpToolDefinition &tool) const
{
    QStringList names = secretsOf(tool);
    names.removeIf([&](const QString &name) { return m_shared->secret(name).has_value(); });
    return names;
}

} // namespace Helmdesk
