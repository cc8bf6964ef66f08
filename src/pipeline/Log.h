#pragma once

#include <QLoggingCategory>

namespace Helmdesk
{

Q_DECLARE_LOGGING_CATEGORY(lcPipeline)

} // namespace Helmdesk
