#pragma once

#include "tools/BuiltinTools.h"

namespace Helmdesk
{

// check_invoice: the customer's own invoices with their refunds. A foreign invoice is as good as none.
class CheckInvoiceTool final : public Tool
{
public:
    explicit CheckInvoiceTool(std::shared_ptr<BusinessBackend> backend);

    const ToolSpec &spec() const override { return m_spec; }
    Result<Preview> preview(const Json &args, const ToolContext &context) const override;
    Result<Json> run(const Json &args, const ToolContext &context, const EffectKey &key) const override;

private:
    std::shared_ptr<BusinessBackend> m_backend;
    ToolSpec m_spec;
};

} // namespace Helmdesk
