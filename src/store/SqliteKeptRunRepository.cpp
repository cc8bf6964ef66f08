#include "store/SqliteKeptRunRepository.h"

#include "pipeline/DraftRepository.h"
#include "pipeline/TrainingRepository.h"
#include "store/Rows.h"
#include "store/Snapshot.h"

#include <cmath>
#include <QHash>

namespace Helmdesk
{
namespace
{

constexpr qint64 rowsBetweenChecks = 4096;

std::optional<double> ifWorded(double confidence)
{
    return std::isnan(confidence) ? std::nullopt : std::optional(confidence);
}

double wordedOr(const Statement &row, int column)
{
    return row.isNull(column) ? notWorded : row.real(column);
}

// What a filter of time says of the outcomes `o`. Stored times sort as text.
struct Period {
    QString sql;
    QVariantList values;
};

Period periodOf(const QDateTime &from, const QDateTime &until)
{
    Period period{QStringLiteral(" WHERE 1 = 1"), {}};
    if (from.isValid()) {
        period.sql += QStringLiteral(" AND o.at >= ?");
        period.values << Connection::toVariant(toIso(from));
    }
    if (until.isValid()) {
        period.sql += QStringLiteral(" AND o.at < ?");
        period.values << Connection::toVariant(toIso(until));
    }
    return period;
}

using Verdicts = QHash<qint64, PersonsVerdict>; // by message

// What people did with the drafts, and which categories they changed. Another category weighs most: then the
// turn was misunderstood, whatever became of its draft.
Result<Verdicts> readVerdicts(Connection &connection, const Period &of)
{
    Verdicts verdicts;
    auto drafts = connection.execute(
        QStringLiteral("SELECT d.message, d.state FROM drafts d JOIN outcomes o ON o.message = d.message") +
            of.sql + QStringLiteral(" AND d.state IN ('sent_unchanged', 'edited', 'rejected') ORDER BY d.id"),
        of.values);
    if (!drafts)
        return std::move(drafts).error();
    while (drafts->next()) {
        const QString state = drafts->text(1);
        verdicts[drafts->integer(0)] = state == nameOf(DraftState::SentUnchanged)
                                           ? PersonsVerdict::SentUnchanged
                                       : state == nameOf(DraftState::Edited) ? PersonsVerdict::Edited
                                                                             : PersonsVerdict::Rejected;
    }
    if (auto failure = drafts->failure())
        return std::move(*failure);
    auto changed = connection.execute(
        QStringLiteral("SELECT DISTINCT v.message FROM verdicts v JOIN outcomes o ON o.message = v.message") +
            of.sql + QStringLiteral(" AND v.kind = '%1'").arg(nameOf(VerdictKind::CategoryChanged)),
        of.values);
    if (!changed)
        return std::move(changed).error();
    while (changed->next())
        verdicts[changed->integer(0)] = PersonsVerdict::OtherCategory;
    if (auto failure = changed->failure())
        return std::move(*failure);
    return verdicts;
}

QString selectRuns()
{
    return QStringLiteral("SELECT ifnull(k.run, o.run), o.conversation, CAST(strftime('%s', o.at) AS "
                          "INTEGER), o.category, o.decision, "
                          "o.message, k.run IS NOT NULL, k.silent, k.always_escalates, k.person_required, "
                          "k.sentiment, k.words, "
                          "k.questions FROM outcomes o LEFT JOIN kept_runs k ON k.message = o.message");
}

QString selectPaths()
{
    return QStringLiteral(
        "SELECT p.run, p.above, p.up_to, p.support, p.confidence, p.answer, p.guess, p.categories, p.told, "
        "p.unanswerable, p.escalates, p.repeats_guess, p.waits, p.acts FROM outcomes o JOIN kept_runs k "
        "ON k.message = o.message JOIN kept_paths p ON p.run = k.run");
}

RecordedRun runOf(const Statement &row, const Verdicts &verdicts)
{
    RecordedRun run;
    run.run.value = row.integer(0);
    run.conversation.value = row.integer(1);
    run.at = row.integer(2);
    run.category = fromName<Category>(row.text(3)).value_or(Category::Escalate);
    run.decided = fromName<Decision>(row.text(4)).value_or(Decision::Escalated);
    run.verdict = verdicts.value(row.integer(5), PersonsVerdict::None);
    run.isKept = row.boolean(6);
    run.facts.isSilent = row.boolean(7);
    run.facts.alwaysEscalates = row.boolean(8);
    run.facts.personRequired = row.boolean(9);
    run.facts.sentiment = row.real(10);
    run.facts.words = static_cast<int>(row.integer(11));
    run.facts.questions = static_cast<int>(row.integer(12));
    return run;
}

KeptPath pathOf(const Statement &row)
{
    KeptPath path;
    path.above = row.real(1);
    path.upTo = row.real(2);
    path.support = row.real(3);
    path.confidence = row.real(4);
    path.answer = wordedOr(row, 5);
    path.guess = wordedOr(row, 6);
    path.categories = static_cast<quint8>(row.integer(7));
    path.isTold = row.boolean(8);
    path.isUnanswerable = row.boolean(9);
    path.escalates = row.boolean(10);
    path.repeatsGuess = row.boolean(11);
    path.waits = row.boolean(12);
    path.acts = static_cast<KeptActs>(row.integer(13));
    return path;
}

} // namespace

Result<> SqliteKeptRunRepository::keep(RunId run, const KeptRun &kept)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        const KeptFacts &facts = kept.facts;
        auto stored = connection.run(
            QStringLiteral(
                "INSERT INTO kept_runs (run, message, silent, always_escalates, person_required, "
                "sentiment, words, questions) SELECT id, message, ?, ?, ?, ?, ?, ? FROM runs WHERE id "
                "= ? ON CONFLICT DO NOTHING"),
            facts.isSilent, facts.alwaysEscalates, facts.personRequired, facts.sentiment, facts.words,
            facts.questions, run.value);
        if (!stored)
            return std::move(stored).error();
        if (stored->changes() == 0)
            return {};
        int seq = 0;
        for (const KeptPath &path : kept.paths) {
            auto added = Rows::done(connection.run(
                QStringLiteral(
                    "INSERT INTO kept_paths (run, seq, above, up_to, support, confidence, answer, "
                    "guess, categories, told, unanswerable, escalates, repeats_guess, waits, acts) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                run.value, seq++, path.above, path.upTo, path.support, path.confidence, ifWorded(path.answer),
                ifWorded(path.guess), static_cast<int>(path.categories), path.isTold, path.isUnanswerable,
                path.escalates, path.repeatsGuess, path.waits, static_cast<int>(path.acts)));
            if (!added)
                return added;
        }
        return {};
    });
}

Result<> SqliteKeptRunRepository::read(const QDateTime &from, const QDateTime &until,
                                       const RunControl &control, const Visit &visit) const
{
    const Period period = periodOf(from, until);
    return m_database.read([&](Connection &connection) -> Result<> {
        auto snapshot = Snapshot::begin(connection);
        if (!snapshot)
            return snapshot.error();
        auto verdicts = readVerdicts(connection, period);
        if (!verdicts)
            return verdicts.error();
        auto runs = connection.execute(selectRuns() + period.sql + QStringLiteral(" ORDER BY o.message"),
                                       period.values);
        if (!runs)
            return std::move(runs).error();
        auto rows = connection.execute(
            selectPaths() + period.sql + QStringLiteral(" ORDER BY o.message, p.seq"), period.values);
        if (!rows)
            return std::move(rows).error();
        bool hasPath = rows->next();
        std::vector<KeptPath> paths;
        for (qint64 row = 0; runs->next(); ++row) {
            if (row % rowsBetweenChecks == 0) {
                if (auto wanted = control.check(); !wanted)
                    return wanted;
            }
            const RecordedRun run = runOf(*runs, *verdicts);
            paths.clear();
            for (; hasPath && rows->integer(0) == run.run.value; hasPath = rows->next())
                paths.push_back(pathOf(*rows));
            visit(run, paths);
        }
        if (auto failure = runs->failure())
            return std::move(*failure);
        if (auto failure = rows->failure())
            return std::move(*failure);
        return {};
    });
}

} // namespace Helmdesk
