#pragma once

#include "core/Json.h"

#include <memory>
#include <mutex>
#include <optional>
#include <QHash>
#include <QString>

namespace Helmdesk
{

// Decides whether a call fails before it reaches its tool: a port for scenarios and tests. Thread-safe.
class FaultInjector
{
public:
    virtual ~FaultInjector() = default;
    // Asked once for every attempt; an error is what the attempt comes to.
    virtual std::optional<Error> before(const QString &tool) = 0;
};

// The faults of a scenario: "timeout" and "error" hit every attempt, "hang_once" only the first. They take no
// time.
class ScriptedFaults final : public FaultInjector
{
public:
    // `faults` is the scenario's list; entries without a "tool" are not for tools and are passed over.
    // InvalidInput for an unknown fault.
    static Result<std::shared_ptr<ScriptedFaults>> fromJson(const Json &faults);

    std::optional<Error> before(const QString &tool) override;

private:
    std::mutex m_mutex;
    QHash<QString, QString> m_faults;
};

} // namespace Helmdesk
