#include "outside/McpServer.h"

#include "outside/McpHttpTransport.h"
#include "outside/McpListing.h"
#include "outside/McpStdioTransport.h"
#include "outside/OutsideToolRepository.h"

#include <algorithm>
#include <QFileInfo>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr std::chrono::seconds listFor{30};
constexpr std::chrono::milliseconds firstWait{1000};
constexpr std::chrono::milliseconds longestWait{60'000};
constexpr std::chrono::milliseconds longestStart{30'000};

Error wrong(const QString &why)
{
    return Error{ErrorKind::InvalidInput, why};
}

// What nearly every program needs, and nothing that is a secret.
const QStringList &usualVariables()
{
    static const QStringList names{
        QStringLiteral("PATH"),       QStringLiteral("HOME"),       QStringLiteral("USER"),
        QStringLiteral("LANG"),       QStringLiteral("LC_ALL"),     QStringLiteral("TZ"),
        QStringLiteral("TEMP"),       QStringLiteral("TMP"),        QStringLiteral("TMPDIR"),
        QStringLiteral("SYSTEMROOT"), QStringLiteral("USERPROFILE")};
    return names;
}

bool isVariable(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    // The desk's own keys lie in variables of this name where there is no keychain.
    return form.match(name).hasMatch() && !name.startsWith(QLatin1String("HELMDESK_"), Qt::CaseInsensitive);
}

} // namespace

Result<McpServerDefinition> McpServerDefinition::parse(const QString &name, const Json &json)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_-]{1,24}$"));
    McpServerDefinition server;
    server.name = name;
    server.command = memberOrNull(json, "command").get<QStringList>();
    server.environment = memberOrNull(json, "environment").get<QStringList>();
    for (const auto &[variable, secret] : memberOrNull(json, "secrets").items())
        server.secretVariables[QString::fromStdString(variable)] = secret.get<QString>();
    server.url = QUrl(stringOr(json, "url"), QUrl::StrictMode);
    server.bearer = stringOr(json, "bearer");
    server.isPrivateAllowed = boolOr(json, "allow_private", false);
    if (!form.match(name).hasMatch() || name.contains(QLatin1String("__")))
        return wrong(
            QStringLiteral("a server's name has up to 24 letters, digits, '-' and '_', and no \"__\""));
    if (server.command.isEmpty() == server.url.isEmpty())
        return wrong(QStringLiteral("a server has either a command or an address"));
    if (!server.command.isEmpty() && !QFileInfo(server.command.front()).isAbsolute())
        return wrong(QStringLiteral("the program's path is not absolute"));
    for (const QString &variable : server.environment + [&] {
             QStringList names;
             for (const auto &[variable, secret] : server.secretVariables)
                 names << variable;
             return names;
         }()) {
        if (!isVariable(variable))
            return wrong(QStringLiteral("the variable %1 cannot be given to a server").arg(variable));
    }
    if (!server.url.isEmpty() && (hostEntryOf(server.url).isEmpty() || !server.url.userInfo().isEmpty()))
        return wrong(QStringLiteral("the address is not one of http or https without user and password"));
    return server;
}

Json toJson(const McpServerDefinition &definition)
{
    if (definition.command.isEmpty())
        return {{"url", definition.url.toString()},
                {"bearer", definition.bearer},
                {"allow_private", definition.isPrivateAllowed}};
    Json secrets = Json::object();
    for (const auto &[variable, secret] : definition.secretVariables)
        secrets[variable.toStdString()] = secret;
    return {{"command", definition.command}, {"environment", definition.environment}, {"secrets", secrets}};
}

QString startOf(const McpServerDefinition &definition)
{
    if (definition.command.isEmpty())
        return QStringLiteral("connects to %1%2")
            .arg(definition.url.toString(),
                 definition.bearer.isEmpty() ? QString()
                                             : QStringLiteral(" with the secret %1").arg(definition.bearer));
    QStringList given = definition.environment;
    for (const auto &[variable, secret] : definition.secretVariables)
        given << QStringLiteral("%1 (the secret %2)").arg(variable, secret);
    return QStringLiteral("runs %1%2")
        .arg(definition.command.join(QLatin1Char(' ')),
             given.isEmpty() ? QString() : QStringLiteral(" with %1").arg(given.join(QStringLiteral(", "))));
}

McpServer::McpServer(McpServerDefinition definition, std::shared_ptr<const GuardedHttp> http,
                     SecretSource secrets, Listed listed)
    : m_definition(std::move(definition))
    , m_http(std::move(http))
    , m_secrets(std::move(secrets))
    , m_listed(std::move(listed))
{
}

Result<std::unique_ptr<McpTransport>> McpServer::startProgram(McpTransport::Incoming incoming) const
{
    McpCommand command;
    command.program = m_definition.command.front();
    command.arguments = m_definition.command.mid(1);
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const QString &name : usualVariables() + m_definition.environment) {
        if (own.contains(name))
            command.environment.insert(name, own.value(name));
    }
    for (const auto &[variable, name] : m_definition.secretVariables) {
        auto secret = m_secrets(name);
        if (!secret)
            return Error{ErrorKind::NotFound, secret.error().detail};
        command.environment.insert(variable, *secret);
    }
    auto started = McpStdioTransport::start(command, std::move(incoming), m_definition.name);
    if (!started)
        return started.error();
    return std::unique_ptr<McpTransport>(std::move(*started));
}

Result<std::unique_ptr<McpTransport>> McpServer::connect(McpTransport::Incoming incoming) const
{
    if (!m_definition.command.isEmpty())
        return startProgram(std::move(incoming));
    McpAddress address{
        m_definition.url, m_definition.isPrivateAllowed ? Reach::PrivateToo : Reach::PublicOnly, {}};
    if (!m_definition.bearer.isEmpty()) {
        auto token = m_secrets(m_definition.bearer);
        if (!token)
            return Error{ErrorKind::NotFound, token.error().detail};
        address.bearer = token->toUtf8();
    }
    return std::unique_ptr<McpTransport>(
        std::make_unique<McpHttpTransport>(std::move(address), m_http, std::move(incoming)));
}

// Under the lock.
void McpServer::failed()
{
    m_session.reset();
    m_wait = m_wait.count() == 0 ? firstWait : std::min(2 * m_wait, longestWait);
    m_notBefore = std::chrono::steady_clock::now() + m_wait;
}

Result<std::shared_ptr<McpSession>> McpServer::session(const RunControl &control)
{
    const std::lock_guard lock(m_mutex);
    if (m_session && m_session->isOpen())
        return m_session;
    if (m_session && m_wait.count() > 0)
        failed(); // it ended again, soon after it was started again
    m_session.reset();
    const auto now = std::chrono::steady_clock::now();
    if (now < m_notBefore)
        return Error{ErrorKind::NotFound,
                     QStringLiteral("the server %1 ended; it is tried again in %2 s")
                         .arg(m_definition.name)
                         .arg(std::chrono::ceil<std::chrono::seconds>(m_notBefore - now).count())};
    m_listedAt = {};
    auto opened =
        McpSession::open([this](McpTransport::Incoming incoming) { return connect(std::move(incoming)); },
                         control.withDeadline(longestStart));
    if (!opened) {
        failed();
        return Error{opened.error().kind == ErrorKind::Denied ? ErrorKind::Denied : ErrorKind::NotFound,
                     QStringLiteral("the server %1: %2").arg(m_definition.name, opened.error().detail)};
    }
    m_session = *opened;
    if (m_wait.count() == 0)
        m_wait = firstWait; // if it ends, the next start waits
    return m_session;
}

Result<std::vector<Json>> McpServer::tools(const RunControl &control)
{
    auto opened = session(control);
    if (!opened)
        return opened.error();
    {
        const std::lock_guard lock(m_mutex);
        const bool isFresh = std::chrono::steady_clock::now() - m_listedAt < listFor;
        if (!(*opened)->takeListChanged() && isFresh)
            return m_tools;
    }
    auto listed = (*opened)->listTools(control);
    if (!listed)
        return Error{ErrorKind::NotFound, listed.error().detail};
    {
        const std::lock_guard lock(m_mutex);
        m_tools = *listed;
        m_listedAt = std::chrono::steady_clock::now();
        m_wait = std::chrono::milliseconds(0); // it is well
    }
    if (m_listed)
        m_listed(*listed);
    return listed;
}

McpOutcome McpServer::call(const QString &tool, const QString &digest, const Json &args,
                           const RunControl &control, const McpTransport::Late &late)
{
    const auto neverRan = [](const Error &error) {
        return McpOutcome{McpOutcome::Kind::NeverRan, {}, error.detail, error.kind};
    };
    for (int tries = 0;; ++tries) {
        auto listed = tools(control);
        if (!listed)
            return neverRan(listed.error());
        const auto found = std::ranges::find_if(
            *listed, [&](const Json &listing) { return stringOr(listing, "name") == tool; });
        if (found == listed->end())
            return neverRan(
                {ErrorKind::NotFound, QStringLiteral("the server has no tool %1 any more").arg(tool)});
        if (definitionDigest(McpListing::agreedPart(*found)) != digest)
            return neverRan(
                {ErrorKind::Denied,
                 QStringLiteral("the tool %1 is not described any more as it was when somebody agreed to "
                                "it: see \"mcp list\" and \"mcp consent\"")
                     .arg(tool)});
        auto opened = session(control);
        if (!opened)
            return neverRan(opened.error());
        McpOutcome outcome = (*opened)->call(tool, args, *found, control, late);
        // A forgotten session ran nothing: once more with a new one.
        if (outcome.kind != McpOutcome::Kind::NeverRan || outcome.error != ErrorKind::Conflict || tries > 0)
            return outcome;
    }
}

QString McpServer::lastWords() const
{
    const std::lock_guard lock(m_mutex);
    return m_session ? m_session->lastWords() : QString();
}

QString McpServer::version() const
{
    const std::lock_guard lock(m_mutex);
    return m_session ? m_session->version() : QString();
}

} // namespace Helmdesk
