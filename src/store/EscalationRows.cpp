#include "store/EscalationRows.h"

#include "pipeline/TrainingRepository.h"
#include "store/Rows.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

QString selectRuns()
{
    return QStringLiteral(
        "SELECT o.run, o.conversation, o.message, o.category, o.confidence, json_extract(o.document, "
        "'$.escalation_reasons'), m.text FROM outcomes o JOIN messages m ON m.id = o.message WHERE "
        "o.decision "
        "= 'escalated' AND ");
}

EscalatedRun runOf(const Statement &row)
{
    EscalatedRun run;
    run.run.value = row.integer(0);
    run.conversation.value = row.integer(1);
    run.message.value = row.integer(2);
    run.category = fromName<Category>(row.text(3)).value_or(Category::Escalate);
    run.confidence = row.real(4);
    run.reasons = Rows::reasonsFrom(row.json(5));
    run.text = row.text(6);
    return run;
}

Result<> addSaid(Connection &connection, EscalatedRun &run)
{
    auto rows = connection.run(
        QStringLiteral("SELECT author, kind FROM verdicts WHERE conversation = ? AND message = ? AND kind IN "
                       "(?, ?) ORDER BY id"),
        run.conversation.value, run.message.value, nameOf(VerdictKind::EscalationRight),
        nameOf(VerdictKind::EscalationFalseAlarm));
    if (!rows)
        return std::move(rows).error();
    while (rows->next()) {
        const EscalatedRun::Said said{rows->text(0),
                                      rows->text(1) == nameOf(VerdictKind::EscalationFalseAlarm)};
        const auto earlier = std::ranges::find(run.said, said.by, &EscalatedRun::Said::by);
        if (earlier != run.said.end())
            earlier->isFalseAlarm = said.isFalseAlarm;
        else
            run.said.push_back(said);
    }
    if (auto failure = rows->failure())
        return std::move(*failure);
    return {};
}

} // namespace

Result<std::vector<EscalatedRun>> escalatedRuns(Database &database, const QDateTime &from,
                                                const QDateTime &until)
{
    return database.read([&](Connection &connection) -> Result<std::vector<EscalatedRun>> {
        auto runs = Rows::all(
            connection.run(selectRuns() + QStringLiteral("o.at >= ? AND o.at < ? ORDER BY o.message"),
                           toIso(from), toIso(until)),
            runOf);
        if (!runs)
            return runs;
        for (EscalatedRun &run : *runs) {
            if (auto added = addSaid(connection, run); !added)
                return added.error();
        }
        return runs;
    });
}

Result<EscalatedRun> escalatedRun(Database &database, RunId id)
{
    return database.read([&](Connection &connection) -> Result<EscalatedRun> {
        auto run = Rows::first(connection.run(selectRuns() + QStringLiteral("o.run = ?"), id.value), runOf);
        if (!run)
            return run.error();
        if (!*run)
            return Error{ErrorKind::NotFound,
                         QStringLiteral("there is no run %1 that went to a person").arg(id.value)};
        if (auto added = addSaid(connection, **run); !added)
            return added.error();
        return **run;
    });
}

} // namespace Helmdesk
