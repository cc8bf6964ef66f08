#pragma once

#include "tools/BuiltinTools.h"

namespace Helmdesk
{

// update_account: changes one field of the customer's own record. A new e-mail address is first to be
// confirmed from the old one; until then nothing changes.
class UpdateAccountTool final : public Tool
{
public:
    UpdateAccountTool(std::shared_ptr<BusinessBackend> backend, HostedPages pages);

    const ToolSpec &spec() const override { return m_spec; }
    Result<> checkArguments(const Json &args) const override;
    Result<Preview> preview(const Json &args, const ToolContext &context) const override;
    Result<Json> run(const Json &args, const ToolContext &context, const EffectKey &key) const override;

private:
    Result<Json> requestNewEmail(const QString &address, const ToolContext &context,
                                 const EffectKey &key) const;

    std::shared_ptr<BusinessBackend> m_backend;
    HostedPages m_pages;
    ToolSpec m_spec;
};

} // namespace Helmdesk
