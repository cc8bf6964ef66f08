#include "tools/FaultInjector.h"

namespace Helmdesk
{

Result<std::shared_ptr<ScriptedFaults>> ScriptedFaults::fromJson(const Json &faults)
{
    auto scripted = std::make_shared<ScriptedFaults>();
    if (faults.is_null())
        return scripted;
    if (!faults.is_array())
        return Error{ErrorKind::InvalidInput, QStringLiteral("faults must be a list")};
    static const QStringList known{QStringLiteral("timeout"), QStringLiteral("error"),
                                   QStringLiteral("hang_once")};
    for (const Json &fault : faults) {
        const QString tool = stringOr(fault, "tool");
        if (tool.isEmpty())
            continue;
        const QString kind = stringOr(fault, "do");
        if (!known.contains(kind))
            return Error{ErrorKind::InvalidInput, QStringLiteral("unknown fault \"%1\"").arg(kind)};
        scripted->m_faults.insert(tool, kind);
    }
    return scripted;
}

std::optional<Error> ScriptedFaults::before(const QString &tool)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_faults.constFind(tool);
    if (found == m_faults.constEnd())
        return std::nullopt;
    if (*found == QLatin1String("error"))
        return Error{ErrorKind::Unavailable, QStringLiteral("the service behind %1 failed").arg(tool)};
    if (*found == QLatin1String("hang_once"))
        m_faults.erase(found);
    return Error{ErrorKind::Timeout, QStringLiteral("%1 did not answer in time").arg(tool), true};
}

} // namespace Helmdesk
