#include "tools/BuiltinTools.h"

#include "tools/CheckInvoiceTool.h"
#include "tools/CreateTicketTool.h"
#include "tools/ProcessRefundTool.h"
#include "tools/ResetPasswordTool.h"
#include "tools/SearchDocsTool.h"
#include "tools/UpdateAccountTool.h"
#include "tools/UpdatePaymentMethodTool.h"

namespace Helmdesk
{

Result<std::shared_ptr<ToolRegistry>> makeBuiltinTools(std::shared_ptr<BusinessBackend> backend,
                                                       std::shared_ptr<const DocSearch> docs,
                                                       const HostedPages &pages)
{
    auto registry = std::make_shared<ToolRegistry>();
    std::vector<std::shared_ptr<const Tool>> tools{
        std::make_shared<CheckInvoiceTool>(backend),
        std::make_shared<ProcessRefundTool>(backend),
        std::make_shared<UpdatePaymentMethodTool>(backend, pages),
        std::make_shared<ResetPasswordTool>(backend, pages),
        std::make_shared<UpdateAccountTool>(backend, pages),
        std::make_shared<CreateTicketTool>(backend),
    };
    if (docs)
        tools.push_back(std::make_shared<SearchDocsTool>(docs));
    for (std::shared_ptr<const Tool> &tool : tools) {
        if (auto added = registry->add(std::move(tool)); !added)
            return added.error();
    }
    return registry;
}

} // namespace Helmdesk
