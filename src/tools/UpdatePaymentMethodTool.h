#pragma once

#include "tools/BuiltinTools.h"

namespace Helmdesk
{

// update_payment_method: a hosted link, valid for one hour, on which the customer enters the new method. The
// old one stays until the new one works; no card number ever passes through a message.
class UpdatePaymentMethodTool final : public Tool
{
public:
    UpdatePaymentMethodTool(std::shared_ptr<BusinessBackend> backend, HostedPages pages);

    const ToolSpec &spec() const override { return m_spec; }
    Result<Preview> preview(const Json &args, const ToolContext &context) const override;
    Result<Json> run(const Json &args, const ToolContext &context, const EffectKey &key) const override;

private:
    std::shared_ptr<BusinessBackend> m_backend;
    HostedPages m_pages;
    ToolSpec m_spec;
};

} // namespace Helmdesk
