#pragma once

#include "tools/Tool.h"

#include <QStringList>

namespace Helmdesk
{

// A tool whose effect lies in another system than the desk's own database. Thread and ownership: as Tool.
class OutsideTool : public Tool
{
public:
    virtual std::chrono::milliseconds timeout() const
    {
        return std::chrono::milliseconds(0);
    } // 0: the desk's
    // Categories whose language model may ask for it, beside those whose playbooks name it.
    virtual QStringList categories() const { return {}; }

    // What became of an effect that began under `key` and was not proven finished, for one that cannot be
    // repeated: its result, or nothing when it certainly did not happen. Failure: it cannot be told.
    virtual Result<std::optional<Json>> lookBack(const Json &, const ToolContext &, const EffectKey &) const
    {
        return Error{ErrorKind::Unavailable, QStringLiteral("the outside system cannot be asked")};
    }
};

} // namespace Helmdesk
