#include "app/EscalationReview.h"
#include "cli/Commands.h"

#include <map>
#include <memory>

namespace Helmdesk
{
namespace
{

struct ReviewOptions {
    std::string week;
    int count = 24;
    qint64 run = 0;
    EscalationVerdict verdict = EscalationVerdict::Right;
    std::string as;
};

const std::map<std::string, EscalationVerdict> &verdictNames()
{
    static const std::map<std::string, EscalationVerdict> names{
        {"right", EscalationVerdict::Right}, {"false_alarm", EscalationVerdict::FalseAlarm}};
    return names;
}

QString saidText(bool isFalseAlarm)
{
    return isFalseAlarm ? QStringLiteral("false_alarm") : QStringLiteral("right");
}

Json toJson(const EscalatedRun &run)
{
    Json reasons = Json::array();
    for (const EscalationReason reason : run.reasons)
        reasons.push_back(nameOf(reason));
    Json said = Json::array();
    for (const EscalatedRun::Said &each : run.said)
        said.push_back({{"by", each.by}, {"verdict", saidText(each.isFalseAlarm)}});
    return {{"run", run.run.value},
            {"conversation", run.conversation.value},
            {"category", nameOf(run.category)},
            {"reasons", std::move(reasons)},
            {"text", run.text},
            {"verdicts", std::move(said)}};
}

QString lineOf(const EscalatedRun &run)
{
    constexpr int shown = 70;
    QStringList reasons;
    for (const EscalationReason reason : run.reasons)
        reasons << nameOf(reason);
    QStringList said;
    for (const EscalatedRun::Said &each : run.said)
        said << QStringLiteral("%1: %2").arg(each.by, saidText(each.isFalseAlarm));
    return QStringLiteral("run %1, conversation %2 (%3) %4%5")
        .arg(run.run.value)
        .arg(run.conversation.value)
        .arg(reasons.join(QStringLiteral(", ")), run.text.simplified().left(shown),
             said.isEmpty() ? QString() : QStringLiteral("  [%1]").arg(said.join(QStringLiteral("; "))));
}

int list(const CommandContext &context, const ReviewOptions &given)
{
    const Output out = context.output();
    const auto day = givenDay(given.week);
    if (!day)
        return out.fail(day.error());
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    const QDate today = (*workspace)->clock().now().toLocalTime().date();
    const auto review = readEscalationReview(**workspace, day->isValid() ? *day : today, given.count);
    if (!review)
        return out.fail(review.error());
    Json runs = Json::array();
    QStringList lines;
    qint64 judged = 0;
    for (const EscalatedRun &run : review->runs) {
        runs.push_back(toJson(run));
        lines << lineOf(run);
        judged += run.said.empty() ? 0 : 1;
    }
    const Agreement &agreement = review->agreement;
    lines.prepend(QStringLiteral("%1 of %2 judged; %3 messages went to a person in the week of %4.")
                      .arg(judged)
                      .arg(review->runs.size())
                      .arg(review->escalated)
                      .arg(review->monday.toString(Qt::ISODate)));
    if (agreement.both > 0)
        lines << QStringLiteral("Two people judged %1 and agreed on %2%3.")
                     .arg(agreement.both)
                     .arg(agreement.agreed)
                     .arg(agreement.kappa
                              ? QStringLiteral(" (Cohen's kappa %1)").arg(*agreement.kappa, 0, 'f', 2)
                              : QString());
    out.result({{"week", review->monday.toString(Qt::ISODate)},
                {"escalated", review->escalated},
                {"judged", judged},
                {"runs", std::move(runs)},
                {"agreement",
                 {{"both", agreement.both},
                  {"agreed", agreement.agreed},
                  {"kappa", agreement.kappa ? Json(*agreement.kappa) : Json()}}}},
               lines.join(u'\n'));
    return 0;
}

int judge(const CommandContext &context, const ReviewOptions &given)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    const QString by = given.as.empty() ? systemUserName() : QString::fromStdString(given.as);
    if (auto kept = judgeEscalation(**workspace, RunId{given.run}, given.verdict, by); !kept)
        return out.fail(kept.error());
    const QString said = saidText(given.verdict == EscalationVerdict::FalseAlarm);
    out.result({{"run", given.run}, {"verdict", said}, {"by", by}},
               QStringLiteral("Run %1: %2.").arg(given.run).arg(said));
    return 0;
}

} // namespace

void addReviewCommands(CLI::App &app, CommandContext &context)
{
    auto *review = app.add_subcommand("review", "The week's look at what went to a person");
    review->require_subcommand(1);
    auto given = std::make_shared<ReviewOptions>();
    auto *listing = review->add_subcommand("list", "The week's sample, the same for everybody");
    listing->add_option("--week", given->week, "A day of the week, like 2026-11-30; by default this one");
    listing->add_option("--count", given->count, "At most so many")->check(CLI::Range(1, 1'000));
    listing->callback([&context, given] { context.exitCode = list(context, *given); });
    auto *verdict = review->add_subcommand("verdict", "Say whether a person was needed; audited");
    verdict->add_option("RUN", given->run, "The run's number")->required()->check(CLI::PositiveNumber);
    verdict->add_option("--verdict", given->verdict, "right or false_alarm")
        ->required()
        ->transform(CLI::CheckedTransformer(verdictNames(), CLI::ignore_case));
    verdict->add_option("--as", given->as, "Who judges; by default who is logged in");
    verdict->callback([&context, given] { context.exitCode = judge(context, *given); });
}

} // namespace Helmdesk
