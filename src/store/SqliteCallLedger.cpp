#include "store/SqliteCallLedger.h"

#include "store/Rows.h"

#include <cmath>

namespace Helmdesk
{
namespace
{

constexpr double nanosOfDollar = 1e9;

// Rounded up: what is spent is never less than what was paid.
qint64 nanos(double usd)
{
    return static_cast<qint64>(std::ceil(std::max(0.0, usd) * nanosOfDollar));
}

double dollars(qint64 nano)
{
    return static_cast<double>(nano) / nanosOfDollar;
}

QString dayOf(const QDateTime &at)
{
    return at.toUTC().date().toString(Qt::ISODate);
}

struct Scope {
    BudgetScope scope;
    double limit;
    const char *where; // one value
    QVariant value;
};

// The first budget that the call would pass; empty: none.
Result<std::optional<BudgetScope>> passed(Connection &connection, const NewModelCall &call,
                                          const BudgetLimits &limits)
{
    const QString day = dayOf(call.at);
    const std::vector<Scope> scopes{
        {BudgetScope::Run, limits.run, "run = ?", call.purpose.run.value},
        {BudgetScope::Conversation, limits.conversation, "conversation = ?", call.purpose.conversation.value},
        {BudgetScope::Day, limits.day, "day = ?", day},
        {BudgetScope::Month, limits.month, "day >= ?", day.left(8) + QStringLiteral("01")},
    };
    for (const Scope &scope : scopes) {
        auto spent = Rows::integer(connection.execute(
            QStringLiteral("SELECT COALESCE(SUM(budget_nano), 0) FROM model_calls WHERE ") +
                QLatin1String(scope.where),
            {scope.value}));
        if (!spent)
            return std::move(spent).error();
        if (*spent + nanos(call.reservedUsd) > nanos(scope.limit))
            return std::optional(scope.scope);
    }
    return std::optional<BudgetScope>();
}

const char *columnOf(CostBy by)
{
    switch (by) {
    case CostBy::Model:
        return "model";
    case CostBy::Stage:
        return "stage";
    case CostBy::Category:
        return "category";
    case CostBy::Day:
        break;
    }
    return "day";
}

CostRow rowOf(const Statement &row)
{
    return {row.text(0),    row.integer(1),         row.integer(2), row.integer(3), dollars(row.integer(4)),
            row.integer(5), dollars(row.integer(6))};
}

const QString sums = QStringLiteral(
    "COUNT(*), COALESCE(SUM(tokens_in), 0), COALESCE(SUM(tokens_out), 0), "
    "COALESCE(SUM(cost_nano), 0), COALESCE(SUM(cost_nano IS NULL), 0), COALESCE(SUM(budget_nano), 0)");

} // namespace

SqliteCallLedger::SqliteCallLedger(Database &database)
    : m_database(database)
{
}

Result<Reservation> SqliteCallLedger::reserve(const NewModelCall &call, const BudgetLimits &limits)
{
    return m_database.write([&](Connection &connection) -> Result<Reservation> {
        auto spent = passed(connection, call, limits);
        if (!spent)
            return std::move(spent).error();
        if (*spent)
            return Reservation{0, **spent};
        auto id = Rows::integer(connection.run(
            QStringLiteral(
                "INSERT INTO model_calls (at, day, model, stage, category, conversation, run, state, "
                "budget_nano) VALUES (?, ?, ?, ?, ?, ?, ?, 'reserved', ?) RETURNING id"),
            toIso(call.at), dayOf(call.at), call.model, call.purpose.stage, call.purpose.category,
            Rows::reference(call.purpose.conversation), Rows::reference(call.purpose.run),
            nanos(call.reservedUsd)));
        if (!id)
            return std::move(id).error();
        return Reservation{*id, {}};
    });
}

Result<> SqliteCallLedger::settle(qint64 id, const SettledCall &call)
{
    return m_database.write([&](Connection &connection) {
        const std::optional<qint64> cost = call.costUsd ? std::optional(nanos(*call.costUsd)) : std::nullopt;
        return Rows::changed(
            connection.run(
                QStringLiteral("UPDATE model_calls SET state = 'settled', budget_nano = ?, cost_nano = ?, "
                               "tokens_in = ?, tokens_cached = ?, tokens_out = ?, tokens_reasoning = ?, "
                               "is_estimated = ?, ms = ?, fault = ? WHERE id = ? AND state = 'reserved'"),
                nanos(call.budgetUsd), cost, call.usage.input, call.usage.cachedInput, call.usage.output,
                call.usage.reasoning, call.usage.isEstimated, call.ms, call.fault, id),
            QStringLiteral("reserved call"));
    });
}

Result<CostRow> SqliteCallLedger::ofRun(RunId run, const QString &stage) const
{
    return m_database.read([&](Connection &connection) -> Result<CostRow> {
        auto row = Rows::first(connection.run(QStringLiteral("SELECT '', ") + sums +
                                                  QStringLiteral(" FROM model_calls WHERE run = ? AND "
                                                                 "(? = '' OR stage = ?)"),
                                              run.value, stage, stage),
                               rowOf);
        if (!row)
            return std::move(row).error();
        return row->value_or(CostRow());
    });
}

Result<std::vector<std::optional<ChatFault>>> SqliteCallLedger::lastFaults(const QString &model,
                                                                           int most) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(connection.run(QStringLiteral("SELECT fault FROM model_calls WHERE model = ? AND "
                                                       "state = 'settled' ORDER BY id DESC LIMIT ?"),
                                        model, most),
                         [](const Statement &row) { return chatFaultNamed(row.text(0)); });
    });
}

Result<std::vector<CostRow>> SqliteCallLedger::report(CostBy by, const QDate &from, const QDate &to) const
{
    const QString column = QLatin1String(columnOf(by));
    const QString order = by == CostBy::Day ? QStringLiteral("1") : QStringLiteral("5 DESC, 1");
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(QStringLiteral("SELECT %1, %2 FROM model_calls WHERE day >= ? AND day <= ? "
                                          "GROUP BY %1 ORDER BY %3")
                               .arg(column, sums, order),
                           from.isValid() ? from.toString(Qt::ISODate) : QStringLiteral("0000"),
                           to.isValid() ? to.toString(Qt::ISODate) : QStringLiteral("9999")),
            rowOf);
    });
}

} // namespace Helmdesk
