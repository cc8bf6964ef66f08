#include "mailbox/OutgoingMail.h"

namespace Helmdesk
{

QString nameOf(OutgoingStage stage)
{
    switch (stage) {
    case OutgoingStage::Begun:
        return QStringLiteral("begun");
    case OutgoingStage::Ending:
        return QStringLiteral("ending");
    case OutgoingStage::Accepted:
        return QStringLiteral("accepted");
    case OutgoingStage::Copied:
        return QStringLiteral("copied");
    case OutgoingStage::Unsure:
        return QStringLiteral("unsure");
    case OutgoingStage::Returned:
        return QStringLiteral("returned");
    }
    return {};
}

} // namespace Helmdesk
