#include "cli/ReplayOptions.h"

#include "cli/Commands.h"

namespace Helmdesk
{

void PeriodOptions::addTo(CLI::App &command)
{
    command.add_option("--from", from, "First day, like 2026-11-01");
    command.add_option("--to", to, "Last day");
}

Result<ReplayPeriod> PeriodOptions::period() const
{
    const auto first = givenDay(from);
    const auto last = givenDay(to);
    if (!first || !last)
        return first ? last.error() : first.error();
    if (first->isValid() && last->isValid() && *last < *first)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("the period ends on %1, before it begins on %2")
                         .arg(last->toString(Qt::ISODate), first->toString(Qt::ISODate))};
    return ReplayPeriod{*first, *last};
}

Result<std::vector<ProposedSetting>> proposalOf(const std::vector<std::string> &settings)
{
    std::vector<ProposedSetting> proposal;
    for (const std::string &text : settings) {
        const QString setting = QString::fromStdString(text);
        const qsizetype equals = setting.indexOf(QLatin1Char('='));
        if (equals <= 0)
            return Error{
                ErrorKind::InvalidInput,
                QStringLiteral("\"%1\" is no setting with a value, like routing.threshold=0.7").arg(setting)};
        proposal.push_back({setting.left(equals).trimmed(), setting.mid(equals + 1).trimmed()});
    }
    return proposal;
}

QString percentText(double share)
{
    return QStringLiteral("%1 %").arg(100.0 * share, 0, 'f', 1);
}

QString judgedText(const Json &move)
{
    if (integerOr(move, "runs", 0) == 0)
        return {};
    const Json &share = memberOrNull(move, "corrected_share");
    if (!share.is_object())
        return QStringLiteral("; people had judged none of them");
    return QStringLiteral("; of %1 that people had judged %2 were corrected or rejected (%3, between %4 and "
                          "%5)")
        .arg(integerOr(move, "judged", 0))
        .arg(integerOr(move, "corrected", 0))
        .arg(percentText(numberOr(share, "share", 0.0)), percentText(numberOr(share, "low", 0.0)),
             percentText(numberOr(share, "high", 1.0)));
}

} // namespace Helmdesk
