#pragma once

#include "pipeline/PipelineParts.h"

namespace Helmdesk
{

// Whether the rules of the desk let `by` say yes to what waits, before the approval is used. `args` are those
// that the call would be made with; null: those that wait. Denied for somebody who may not. Conflict where a
// second person is needed: the yes is kept, and the approval waits on. Unavailable while the rules cannot be
// read. Otherwise that of the store; a call that the gate would refuse anyway passes, and is refused there.
Result<> mayApprove(const PipelineParts &parts, const Approval &approval, const Json &args,
                    const QString &by);

// Who said yes before `by`; empty: nobody.
Result<QString> earlierYes(const PipelineParts &parts, ApprovalId approval, const QString &by);

} // namespace Helmdesk
