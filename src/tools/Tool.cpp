#include "tools/Tool.h"

#include "tools/EffectLedger.h"

namespace Helmdesk
{

QString nameOf(RiskClass risk)
{
    switch (risk) {
    case RiskClass::Read:
        return QStringLiteral("read");
    case RiskClass::Write:
        return QStringLiteral("write");
    case RiskClass::Money:
        break;
    }
    return QStringLiteral("money");
}

QString nameOf(EffectState state)
{
    switch (state) {
    case EffectState::New:
        return QStringLiteral("new");
    case EffectState::Started:
        return QStringLiteral("started");
    case EffectState::Done:
        return QStringLiteral("done");
    case EffectState::Abandoned:
        return QStringLiteral("abandoned");
    case EffectState::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

} // namespace Helmdesk
