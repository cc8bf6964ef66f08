#include "monitoring/HealthLimits.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

HealthLimit above(const Settings &settings, SettingKey warning, SettingKey alarm)
{
    const double first = settings.value(warning).get<double>();
    return {first, std::max(first, settings.value(alarm).get<double>())};
}

HealthLimit below(const Settings &settings, SettingKey warning, SettingKey alarm)
{
    const double first = settings.value(warning).get<double>();
    return {first, std::min(first, settings.value(alarm).get<double>())};
}

} // namespace

HealthLimits HealthLimits::of(const Settings &settings)
{
    using enum SettingKey;
    HealthLimits limits;
    limits.waitingMinutes = above(settings, MonitorWaitingWarning, MonitorWaitingAlarm);
    limits.queueLength = above(settings, MonitorQueueWarning, MonitorQueueAlarm);
    limits.queueHours = above(settings, MonitorQueueHoursWarning, MonitorQueueHoursAlarm);
    limits.errorShare = above(settings, MonitorErrorsWarning, MonitorErrorsAlarm);
    limits.errorsLeast = settings.value(MonitorErrorsLeast).get<int>();
    limits.errorsMinutes = settings.value(MonitorErrorsMinutes).get<int>();
    limits.channelMinutes = settings.value(MonitorChannelMinutes).get<double>();
    limits.budgetShare = above(settings, MonitorBudgetWarning, MonitorBudgetAlarm);
    limits.freeMegabytes = below(settings, MonitorDiskWarning, MonitorDiskAlarm);
    limits.change = above(settings, MonitorChangeWarning, MonitorChangeAlarm);
    limits.changeLeast = settings.value(MonitorChangeLeast).get<int>();
    limits.changeHours = settings.value(MonitorChangeHours).get<int>();
    limits.isAlwaysAnswered = settings.value(MonitorAlwaysAnswered).get<bool>();
    return limits;
}

} // namespace Helmdesk
