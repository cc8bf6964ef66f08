#include "tools/SearchDocsTool.h"

namespace Helmdesk
{
namespace
{

constexpr int hits = 3;
constexpr qsizetype snippetLength = 200;

// Does not cut a character outside the basic plane in half.
QString shortened(const QString &text)
{
    QString cut = text.simplified().left(snippetLength);
    if (!cut.isEmpty() && cut.back().isHighSurrogate())
        cut.chop(1);
    return cut;
}

} // namespace

SearchDocsTool::SearchDocsTool(std::shared_ptr<const DocSearch> docs)
    : m_docs(std::move(docs))
{
    m_spec.name = QString::fromLatin1(ToolName::searchDocs);
    m_spec.description =
        QStringLiteral("Searches the help articles; gives title, address and a snippet of each.");
    m_spec.schema = jsonLiteral(R"({
        "type": "object",
        "properties": {"query": {"type": "string", "minLength": 1, "maxLength": 1000}},
        "required": ["query"],
        "additionalProperties": false})");
    m_spec.risk = RiskClass::Read;
    m_spec.fallback = QStringLiteral("Search the knowledge base by hand.");
}

Result<Preview> SearchDocsTool::preview(const Json &, const ToolContext &) const
{
    return Preview{QStringLiteral("Search the help articles"), {}};
}

Result<Json> SearchDocsTool::run(const Json &args, const ToolContext &context, const EffectKey &) const
{
    auto found = m_docs->search(stringOr(args, "query"), hits, context.control);
    if (!found)
        return found.error();
    Json results = Json::array();
    for (const DocHit &hit : *found)
        results.push_back({{"title", hit.title}, {"url", hit.url}, {"snippet", shortened(hit.snippet)}});
    return Json{{"results", std::move(results)}};
}

} // namespace Helmdesk
