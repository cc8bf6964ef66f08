#include "app/EscalationReview.h"

#include "store/SqliteTrainingRepository.h"

#include <algorithm>
#include <QCryptographicHash>

namespace Helmdesk
{
namespace
{

QByteArray placeOf(const QDate &monday, const EscalatedRun &run)
{
    const QByteArray key =
        monday.toString(Qt::ISODate).toLatin1() + ' ' + QByteArray::number(run.message.value);
    return QCryptographicHash::hash(key, QCryptographicHash::Sha256);
}

} // namespace

Agreement agreementOn(const std::vector<EscalatedRun> &runs)
{
    Agreement agreement;
    qint64 firstAlarms = 0;
    qint64 secondAlarms = 0;
    for (const EscalatedRun &run : runs) {
        if (run.said.size() < 2)
            continue;
        ++agreement.both;
        agreement.agreed += run.said[0].isFalseAlarm == run.said[1].isFalseAlarm ? 1 : 0;
        firstAlarms += run.said[0].isFalseAlarm ? 1 : 0;
        secondAlarms += run.said[1].isFalseAlarm ? 1 : 0;
    }
    if (agreement.both == 0)
        return agreement;
    const auto n = static_cast<double>(agreement.both);
    const double first = static_cast<double>(firstAlarms) / n;
    const double second = static_cast<double>(secondAlarms) / n;
    const double byChance = first * second + (1.0 - first) * (1.0 - second);
    if (byChance < 1.0)
        agreement.kappa = (static_cast<double>(agreement.agreed) / n - byChance) / (1.0 - byChance);
    return agreement;
}

Result<EscalationReview> readEscalationReview(Workspace &workspace, const QDate &day, int count)
{
    EscalationReview review;
    review.monday = day.addDays(1 - day.dayOfWeek());
    auto runs = escalatedRuns(workspace.database(), review.monday.startOfDay(),
                              review.monday.addDays(7).startOfDay());
    if (!runs)
        return runs.error();
    review.escalated = static_cast<qint64>(runs->size());
    std::ranges::sort(*runs, {}, [&](const EscalatedRun &run) { return placeOf(review.monday, run); });
    runs->resize(std::min(runs->size(), static_cast<size_t>(std::max(count, 0))));
    review.agreement = agreementOn(*runs);
    review.runs = std::move(*runs);
    return review;
}

Result<> judgeEscalation(Workspace &workspace, RunId id, EscalationVerdict verdict, const QString &by)
{
    if (by.trimmed().isEmpty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("the name of who judges is missing")};
    const auto run = escalatedRun(workspace.database(), id);
    if (!run)
        return run.error();
    OperatorVerdict kept;
    kept.kind = verdict == EscalationVerdict::Right ? VerdictKind::EscalationRight
                                                    : VerdictKind::EscalationFalseAlarm;
    kept.conversation = run->conversation;
    kept.message = run->message;
    kept.confidence = run->confidence;
    kept.by = by.trimmed();
    kept.at = workspace.clock().now();
    auto added = workspace.training().addVerdict(kept);
    return added ? Result<>() : Result<>(added.error());
}

} // namespace Helmdesk
