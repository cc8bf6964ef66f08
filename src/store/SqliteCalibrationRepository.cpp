#include "store/SqliteCalibrationRepository.h"

#include "store/Rows.h"

namespace Helmdesk
{
namespace
{

constexpr qint64 rowsBetweenChecks = 4096;

// A changed category speaks of what the router had said first, which stands in the verdict.
QString ofCategories()
{
    return QStringLiteral(
        "SELECT coalesce(v.confidence, o.confidence), CASE WHEN v.id IS NOT NULL THEN v.before = v.after "
        "WHEN "
        "EXISTS (SELECT 1 FROM verdicts d WHERE d.conversation = o.conversation AND d.message = o.message "
        "AND "
        "d.kind IN ('draft_sent', 'draft_edited')) THEN 1 END, coalesce(v.before, o.category) AS said, "
        "c.channel, c.language, CAST(strftime('%s', o.at) AS INTEGER), o.run, o.conversation FROM outcomes o "
        "JOIN conversations c ON c.id = o.conversation LEFT JOIN verdicts v ON v.id = (SELECT min(f.id) FROM "
        "verdicts f WHERE f.conversation = o.conversation AND f.message = o.message AND f.kind = "
        "'category_changed') WHERE said NOT IN ('', 'escalate')");
}

// A draft that a newer one or a person pushed aside says nothing and can be judged no more.
QString ofAnswers()
{
    return QStringLiteral(
        "SELECT d.confidence, CASE d.state WHEN 'current' THEN NULL ELSE d.state = 'sent_unchanged' END, "
        "d.category, c.channel, c.language, CAST(strftime('%s', o.at) AS INTEGER), coalesce(d.run, o.run), "
        "d.conversation FROM drafts d JOIN outcomes o ON o.message = d.message JOIN conversations c ON c.id "
        "= "
        "d.conversation WHERE d.state IN ('current', 'sent_unchanged', 'edited', 'rejected')");
}

Saying sayingOf(const Statement &row)
{
    Saying saying;
    saying.said = row.real(0);
    if (!row.isNull(1))
        saying.isRight = row.boolean(1);
    saying.category = fromName<Category>(row.text(2)).value_or(Category::Escalate);
    saying.channel = fromName<ChannelKind>(row.text(3)).value_or(ChannelKind::Api);
    saying.language = row.text(4);
    saying.at = row.integer(5);
    saying.run = row.integer(6);
    saying.conversation = row.integer(7);
    return saying;
}

} // namespace

Result<std::vector<Saying>> SqliteCalibrationRepository::sayings(SaidOf of, const QDateTime &from,
                                                                 const QDateTime &until,
                                                                 const RunControl &control) const
{
    QString sql = of == SaidOf::Category ? ofCategories() : ofAnswers();
    QVariantList values;
    const auto also = [&](const QString &condition, const QDateTime &time) {
        if (!time.isValid())
            return;
        sql += condition;
        values << Connection::toVariant(toIso(time));
    };
    also(QStringLiteral(" AND o.at >= ?"), from);
    also(QStringLiteral(" AND o.at < ?"), until);
    sql += QStringLiteral(" ORDER BY o.message");
    return m_database.read([&](Connection &connection) -> Result<std::vector<Saying>> {
        auto rows = connection.execute(sql, values);
        if (!rows)
            return std::move(rows).error();
        std::vector<Saying> sayings;
        while (rows->next()) {
            if (sayings.size() % rowsBetweenChecks == 0) {
                if (auto wanted = control.check(); !wanted)
                    return wanted.error();
            }
            sayings.push_back(sayingOf(*rows));
        }
        if (auto failure = rows->failure())
            return std::move(*failure);
        return sayings;
    });
}

} // namespace Helmdesk
