#include "support/TestSupport.h"

namespace Helmdesk::Test
{

QString describe(const Error &error)
{
    return nameOf(error.kind) + QStringLiteral(": ") + error.detail;
}

QString tuningData()
{
    return qEnvironmentVariable("HELMDESK_TUNING_DATA");
}

} // namespace Helmdesk::Test
