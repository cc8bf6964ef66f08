#pragma once

#include "tools/BuiltinTools.h"

namespace Helmdesk
{

// search_docs: articles of the knowledge base.
class SearchDocsTool final : public Tool
{
public:
    explicit SearchDocsTool(std::shared_ptr<const DocSearch> docs);

    const ToolSpec &spec() const override { return m_spec; }
    Result<Preview> preview(const Json &args, const ToolContext &context) const override;
    Result<Json> run(const Json &args, const ToolContext &context, const EffectKey &key) const override;

private:
    std::shared_ptr<const DocSearch> m_docs;
    ToolSpec m_spec;
};

} // namespace Helmdesk
