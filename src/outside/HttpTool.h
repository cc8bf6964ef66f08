#pragma once

#include "outside/HttpToolDefinition.h"
#include "tools/OutsideTool.h"

#include <memory>

namespace Helmdesk
{

// Secrets of outside tools lie in the secret store under this and their name.
inline const QString toolSecretPrefix = QStringLiteral("tool.");

// A tool of an outside system: one HTTP request, made as its definition says.
//
// Of an effect it returns a failure of the kinds that mean "did not happen" (InvalidInput, NotFound, Denied,
// Conflict) only where the system refused it or the request never reached it; everything else is Unavailable,
// Timeout or Corrupt, which the runner takes for unknown. Before it says so it asks the read-back request.
class HttpTool final : public OutsideTool
{
public:
    HttpTool(HttpToolDefinition definition, std::shared_ptr<const GuardedHttp> http, SecretSource secrets);

    const ToolSpec &spec() const override { return m_definition.spec; }
    std::chrono::milliseconds timeout() const override { return m_definition.timeout; }
    QStringList categories() const override { return m_definition.categories; }
    Result<Preview> preview(const Json &args, const ToolContext &context) const override;
    Result<Json> run(const Json &args, const ToolContext &context, const EffectKey &key) const override;
    Result<std::optional<Json>> lookBack(const Json &args, const ToolContext &context,
                                         const EffectKey &key) const override;

private:
    struct Told; // what one exchange came to
    Told exchange(const OutgoingRequest &request, const TemplateValues &values, const QByteArrayList &secrets,
                  const RunControl &control) const;
    Told refused(const HttpAnswer &answer) const;
    Told repeated(const TemplateValues &values, const RunControl &control) const;
    Result<Json> question(const RequestTemplate &asked, const TemplateValues &values,
                          const RunControl &control) const;
    Result<> askBefore(const TemplateValues &values, const RunControl &control) const;
    Result<std::optional<Json>> ask(const TemplateValues &values, const RunControl &control) const;

    HttpToolDefinition m_definition;
    std::shared_ptr<const GuardedHttp> m_http;
    SecretSource m_secrets;
};

} // namespace Helmdesk
