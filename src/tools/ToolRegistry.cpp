#include "tools/ToolRegistry.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

// What language models accept as a function's name.
bool isToolName(const QString &name)
{
    return !name.isEmpty() && name.size() <= 64 && std::ranges::all_of(name, [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-'));
    });
}

} // namespace

Result<> ToolRegistry::add(std::shared_ptr<const Tool> tool)
{
    const QString name = tool->spec().name;
    if (!isToolName(name))
        return Error{ErrorKind::InvalidInput, QStringLiteral("\"%1\" cannot name a tool").arg(name)};
    if (m_entries.contains(name))
        return Error{ErrorKind::Conflict, QStringLiteral("there is a tool named %1 already").arg(name)};
    auto schema = ArgumentSchema::compile(tool->spec().schema);
    if (!schema)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("the tool %1: %2").arg(name, schema.error().detail)};
    m_entries.emplace(name, Entry{std::move(tool), *schema});
    return {};
}

const ToolRegistry::Entry *ToolRegistry::find(const QString &name) const
{
    const auto found = m_entries.find(name);
    return found == m_entries.end() ? nullptr : &found->second;
}

QStringList ToolRegistry::names() const
{
    QStringList names;
    for (const auto &[name, entry] : m_entries)
        names.append(name);
    return names;
}

std::vector<const ToolSpec *> ToolRegistry::specs() const
{
    std::vector<const ToolSpec *> specs;
    for (const auto &[name, entry] : m_entries)
        specs.push_back(&entry.spec());
    return specs;
}

} // namespace Helmdesk
