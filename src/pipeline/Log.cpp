#include "pipeline/Log.h"

namespace Helmdesk
{

Q_LOGGING_CATEGORY(lcPipeline, "helmdesk.pipeline", QtWarningMsg)

} // namespace Helmdesk
