#include "mailbox/MailboxRepository.h"

#include <algorithm>
#include <array>

namespace Helmdesk
{
namespace
{

constexpr std::array conditionNames{"unknown", "connecting", "reading", "listening",
                                    "polling", "waiting",    "refused"};

} // namespace

QString nameOf(MailboxCondition condition)
{
    return QString::fromLatin1(conditionNames[static_cast<size_t>(condition)]);
}

std::optional<MailboxCondition> mailboxConditionNamed(const QString &name)
{
    const auto found =
        std::ranges::find_if(conditionNames, [&](const char *each) { return name == QLatin1String(each); });
    if (found == conditionNames.end())
        return {};
    return static_cast<MailboxCondition>(found - conditionNames.begin());
}

} // namespace Helmdesk
