#pragma once

#include "tools/BuiltinTools.h"

namespace Helmdesk
{

// reset_password: a link, valid for 24 hours, to the address on record. Whoever asks is told the same whether
// the address is known or not; only the hash of the link's token is stored.
class ResetPasswordTool final : public Tool
{
public:
    ResetPasswordTool(std::shared_ptr<BusinessBackend> backend, HostedPages pages);

    const ToolSpec &spec() const override { return m_spec; }
    Result<> checkArguments(const Json &args) const override;
    Result<Preview> preview(const Json &args, const ToolContext &context) const override;
    Result<Json> run(const Json &args, const ToolContext &context, const EffectKey &key) const override;

private:
    // Who gets the link; nobody for an unknown address and for one that is another customer's.
    Result<std::optional<CustomerRecord>> addressee(const Json &args, const ToolContext &context) const;

    std::shared_ptr<BusinessBackend> m_backend;
    HostedPages m_pages;
    ToolSpec m_spec;
};

} // namespace Helmdesk
