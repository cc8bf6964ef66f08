#pragma once

#include "tools/ArgumentSchema.h"
#include "tools/Tool.h"

#include <map>
#include <memory>
#include <QStringList>
#include <vector>

namespace Helmdesk
{

// The tools of a desk by name, with their compiled schemas. Filled at start, then only read, by any thread.
class ToolRegistry
{
public:
    struct Entry {
        std::shared_ptr<const Tool> tool;
        ArgumentSchema schema;
        const ToolSpec &spec() const { return tool->spec(); }
    };

    // InvalidInput for a bad name or schema, Conflict for a name that is taken.
    Result<> add(std::shared_ptr<const Tool> tool);

    const Entry *find(const QString &name) const; // null when there is none
    QStringList names() const;                    // sorted
    std::vector<const ToolSpec *> specs() const;  // by name

private:
    std::map<QString, Entry> m_entries;
};

} // namespace Helmdesk
