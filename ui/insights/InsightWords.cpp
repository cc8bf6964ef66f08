#include "insights/InsightWords.h"

#include <QLocale>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

const QString dash = u"\u2013"_s;

QString decimal(double value)
{
    return QLocale().toString(value, 'f', value < 10.0 ? 1 : 0);
}

} // namespace

QString InsightWords::share(qint64 part, qint64 whole)
{
    return whole > 0 ? Words::percent(static_cast<double>(part) / static_cast<double>(whole)) : dash;
}

QString InsightWords::seconds(const std::optional<qint64> &value)
{
    constexpr double minute = 60.0;
    constexpr double hour = 60.0 * minute;
    constexpr double day = 24.0 * hour;
    if (!value)
        return dash;
    const auto given = static_cast<double>(*value);
    if (given < minute)
        //: Seconds
        return tr("%1 s").arg(QLocale().toString(*value));
    if (given < hour)
        //: Minutes
        return tr("%1 min").arg(decimal(given / minute));
    if (given < 2.0 * day)
        //: Hours
        return tr("%1 h").arg(decimal(given / hour));
    //: Days, such as 3.2
    return tr("%1 days").arg(decimal(given / day));
}

QString InsightWords::hours(double minutes)
{
    return minutes < 60.0 ? tr("%1 min").arg(QLocale().toString(minutes, 'f', 0))
                          : tr("%1 h").arg(decimal(minutes / 60.0));
}

QString InsightWords::dollars(double value)
{
    const bool isSmall = std::abs(value) < 1.0 && value != 0.0;
    //: Money in US dollars
    return tr("%1 USD").arg(QLocale().toString(value, 'f', isSmall ? 4 : std::abs(value) < 100.0 ? 2 : 0));
}

QString InsightWords::period(const InsightFilter &filter)
{
    const QLocale locale;
    const auto day = [&](const QDate &date) { return locale.toString(date, tr("d MMM yyyy")); };
    if (!filter.from.isValid() || !filter.to.isValid())
        return tr("All the time");
    if (filter.from == filter.to)
        return day(filter.from);
    //: The first and the last day of a period
    return tr("%1 to %2").arg(day(filter.from), day(filter.to));
}

QString InsightWords::channel(const QString &name)
{
    const auto kind = fromName<ChannelKind>(name);
    return kind ? Words::channel(*kind) : Words::foreign(name);
}

QString InsightWords::category(const QString &name)
{
    const auto category = fromName<Category>(name);
    //: Conversations that have no category yet
    return category ? Words::category(*category) : tr("Not yet known");
}

QString InsightWords::reason(const QString &name)
{
    const auto reason = fromName<EscalationReason>(name);
    //: An escalation that names no reason
    return reason ? Words::reason(*reason) : tr("No reason named");
}

} // namespace Helmdesk
