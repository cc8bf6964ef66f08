#pragma once

#include "tools/BuiltinTools.h"

namespace Helmdesk
{

// process_refund: pays back a part of a paid invoice, or all of it.
class ProcessRefundTool final : public Tool
{
public:
    explicit ProcessRefundTool(std::shared_ptr<BusinessBackend> backend);

    const ToolSpec &spec() const override { return m_spec; }
    Result<Preview> preview(const Json &args, const ToolContext &context) const override;
    Result<Json> run(const Json &args, const ToolContext &context, const EffectKey &key) const override;

private:
    std::shared_ptr<BusinessBackend> m_backend;
    ToolSpec m_spec;
};

} // namespace Helmdesk
