#include "InsightHistory.h"
#include "insights/Insights.h"
#include "store/Rows.h"
#include "store/SqliteInsightsRepository.h"
#include "StoreTestSupport.h"

#include <map>
#include <numeric>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

constexpr int quietHours = 72;
const QDateTime begin(QDate(2026, 10, 1), QTime(0, 0), Qt::UTC);
const QDateTime now(QDate(2026, 10, 24), QTime(12, 0), Qt::UTC);

// The same definitions in SQL over the raw tables, with nothing of the program's own reading: one row for
// each message, and from these one for each conversation.
const QStringList recomputed{
    QStringLiteral(
        "CREATE TEMP TABLE line AS SELECT m.id, m.conversation AS c, m.author = 'customer' AS "
        "customer, strftime('%s', m.arrived) + 0 AS t, CASE m.author WHEN 'customer' THEN 0 WHEN "
        "'agent' THEN 1 ELSE CASE WHEN (SELECT b.key FROM outbox b WHERE 'outbox:' || b.id = "
        "m.external_id) LIKE 'draft:%' THEN 2 ELSE 3 END END AS kind, "
        "m.text = 'Thank you very much!' AND EXISTS (SELECT 1 FROM outcomes o WHERE o.message = "
        "m.id AND o.intent = '') AND EXISTS (SELECT 1 FROM messages r WHERE r.conversation = "
        "m.conversation AND r.id < m.id AND r.author IN ('agent', 'operator')) AS thanks, "
        "EXISTS (SELECT 1 FROM outbox b JOIN outcomes o ON o.message = b.in_reply_to, "
        "json_each(o.document, '$.citations') WHERE 'outbox:' || b.id = m.external_id) OR EXISTS "
        "(SELECT 1 FROM outbox b JOIN tool_calls t ON t.message = b.in_reply_to WHERE 'outbox:' || "
        "b.id = m.external_id AND t.status = 'done') AS grounded "
        "FROM messages m WHERE m.is_automatic = 0"),
    QStringLiteral("CREATE INDEX temp.line_c ON line (c, id)"),
    QStringLiteral(
        "CREATE TEMP TABLE mark AS SELECT id, substr(subject, 14) + 0 AS c, strftime('%s', at) + 0 "
        "AS t, detail LIKE '%\"resolved\"%' AS resolved FROM audit_log WHERE action = "
        "'conversation.status'"),
    QStringLiteral(
        "CREATE TEMP TABLE course AS SELECT k.id AS c, k.channel, k.category, k.created, "
        "(SELECT max(kind) FROM line WHERE c = k.id) AS kind, "
        // the first reply less the first message
        "(SELECT min(r.t) FROM line r WHERE r.c = k.id AND NOT r.customer) - (SELECT min(m.t) FROM line m "
        "WHERE m.c = k.id AND m.customer) AS first, "
        // each reply less the first message since the reply before it
        "(SELECT ifnull(sum(r.t - (SELECT min(m.t) FROM line m WHERE m.c = r.c AND m.customer AND NOT "
        "m.thanks AND m.id < r.id AND m.id > ifnull((SELECT max(p.id) FROM line p WHERE p.c = r.c AND NOT "
        "p.customer AND p.id < r.id), 0))), 0) FROM line r WHERE r.c = k.id AND NOT r.customer) AS waited, "
        // a message after a long silence of ours, or after a person had closed it
        "EXISTS (SELECT 1 FROM line m WHERE m.c = k.id AND m.customer AND NOT m.thanks AND ((SELECT CASE "
        "WHEN p.customer THEN 0 ELSE m.t - p.t END FROM line p WHERE p.c = m.c AND p.id < m.id ORDER BY p.id "
        "DESC LIMIT 1) > 259200 OR (SELECT a.resolved FROM mark a WHERE a.c = m.c AND a.t <= m.t AND a.t > "
        "ifnull((SELECT max(p.t) FROM line p WHERE p.c = m.c AND p.customer AND p.id < m.id), 0) ORDER BY "
        "a.id DESC LIMIT 1))) AS reopened, "
        "(SELECT CASE WHEN k.attention AND k.status <> 'resolved' THEN 'open' "
        "WHEN (SELECT m.thanks FROM line m WHERE m.c = k.id AND m.customer ORDER BY m.id DESC LIMIT 1) THEN "
        "'confirmed' "
        "WHEN l.customer THEN CASE k.status WHEN 'resolved' THEN 'closed_unanswered' ELSE 'open' END "
        "WHEN strftime('%s', '2026-10-24T12:00:00Z') - l.t < 259200 THEN 'still_quiet' "
        "WHEN l.kind > 1 OR l.grounded THEN 'grounded_silence' ELSE 'silence_only' END "
        "FROM line l WHERE l.c = k.id ORDER BY l.id DESC LIMIT 1) AS ending "
        "FROM conversations k WHERE EXISTS (SELECT 1 FROM line WHERE c = k.id AND customer)"),
    QStringLiteral("CREATE INDEX temp.course_c ON course (c)"),
};

// Each count of the figures as one number over the conversations that pass.
const std::map<QByteArray, QString> &countsInSql()
{
    const auto ending = [](const char *name) {
        return QStringLiteral("SELECT count(*) FROM course WHERE ending = '%1' AND ")
            .arg(QLatin1String(name));
    };
    const auto answered = [](int kind) {
        return QStringLiteral("SELECT count(*) FROM course WHERE kind = %1 AND ").arg(kind);
    };
    const auto replies = [](int kind) {
        return QStringLiteral("SELECT count(*) FROM line l JOIN course USING (c) WHERE l.kind = %1 AND ")
            .arg(kind);
    };
    const auto escalations = [](const char *verdict) {
        return QStringLiteral("SELECT count(*) FROM outcomes o JOIN course ON c = o.conversation WHERE "
                              "o.decision = 'escalated' AND %1 AND ")
            .arg(QLatin1String(verdict));
    };
    const auto drafts = [](const char *states) {
        return QStringLiteral("SELECT count(*) FROM drafts d JOIN course ON c = d.conversation WHERE d.state "
                              "IN (%1) AND ")
            .arg(QLatin1String(states));
    };
    const auto calls = [](const char *sum) {
        return QStringLiteral(
                   "SELECT ifnull(sum(%1), 0) FROM model_calls m JOIN course ON c = m.conversation "
                   "WHERE ")
            .arg(QLatin1String(sum));
    };
    static const std::map<QByteArray, QString> sql{
        {"conversations", QStringLiteral("SELECT count(*) FROM course WHERE ")},
        {"answered_alone", answered(1)},
        {"answered_with_draft", answered(2)},
        {"answered_by_person", answered(3)},
        {"not_answered", answered(0)},
        {"confirmed", ending("confirmed")},
        {"grounded_silence", ending("grounded_silence")},
        {"silence_only", ending("silence_only")},
        {"still_quiet", ending("still_quiet")},
        {"closed_unanswered", ending("closed_unanswered")},
        {"open", ending("open")},
        {"reopened", QStringLiteral("SELECT count(*) FROM course WHERE reopened AND ")},
        {"replies_alone", replies(1)},
        {"replies_from_draft", replies(2)},
        {"replies_written", replies(3)},
        {"escalations", escalations("1")},
        {"escalated_conversations",
         QStringLiteral("SELECT count(*) FROM course WHERE c IN (SELECT conversation FROM outcomes WHERE "
                        "decision = 'escalated') AND ")},
        {"reviewed_escalations",
         escalations("o.message IN (SELECT message FROM verdicts WHERE kind LIKE 'escalation%')")},
        {"false_alarms",
         escalations("o.message IN (SELECT v.message FROM verdicts v WHERE v.kind = "
                     "'escalation_false_alarm' AND NOT EXISTS (SELECT 1 FROM verdicts w WHERE "
                     "w.message = v.message AND w.id > v.id))")},
        {"drafts_unchanged", drafts("'sent_unchanged'")},
        {"drafts_edited", drafts("'edited'")},
        {"drafts_rejected", drafts("'rejected'")},
        {"drafts_unjudged", drafts("'current', 'superseded', 'discarded'")},
        {"model_calls", calls("1")},
        {"unpriced_calls", calls("m.cost_nano IS NULL")},
        {"cost_nano_usd", calls("m.cost_nano")},
    };
    return sql;
}

QString passes(const InsightFilter &filter)
{
    QString sql = QStringLiteral("1");
    if (filter.from.isValid())
        sql += QStringLiteral(" AND substr(course.created, 1, 10) >= '%1'")
                   .arg(filter.from.toString(Qt::ISODate));
    if (filter.to.isValid())
        sql +=
            QStringLiteral(" AND substr(course.created, 1, 10) <= '%1'").arg(filter.to.toString(Qt::ISODate));
    if (filter.channel)
        sql += QStringLiteral(" AND course.channel = '%1'").arg(nameOf(*filter.channel));
    if (filter.category)
        sql += QStringLiteral(" AND course.category = '%1'").arg(nameOf(*filter.category));
    return sql;
}

std::vector<InsightFilter> filters()
{
    return {{},
            {QDate(2026, 10, 4), QDate(2026, 10, 9)},
            {QDate(2026, 10, 12), {}},
            {{}, QDate(2026, 10, 3), ChannelKind::Mail},
            {{}, {}, ChannelKind::Chat, Category::Billing},
            {QDate(2026, 10, 2), QDate(2026, 10, 18), {}, Category::Technical},
            {QDate(2027, 1, 1), {}}};
}

std::vector<qint64> sorted(std::vector<qint64> values)
{
    std::ranges::sort(values);
    return values;
}

InsightFigures sumOf(const std::vector<InsightRow> &rows)
{
    InsightFigures sum;
    for (const InsightRow &row : rows)
        addFigures(sum, row.figures);
    return sum;
}

// One word for each difference between two sets of figures.
QStringList differences(const InsightFigures &one, const InsightFigures &other)
{
    QStringList found;
    for (const NamedCount &named : insightCounts())
        if (one.*named.count != other.*named.count)
            found << QStringLiteral("%1: %2, not %3")
                         .arg(QLatin1String(named.name))
                         .arg(one.*named.count)
                         .arg(other.*named.count);
    if (sorted(one.firstResponses) != sorted(other.firstResponses))
        found << QStringLiteral("first responses");
    if (sorted(one.resolutions) != sorted(other.resolutions))
        found << QStringLiteral("resolutions");
    if (sorted(one.edits) != sorted(other.edits))
        found << QStringLiteral("edits");
    return found;
}

} // namespace

class TestStoreInsights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachNumberIsThatOfTheRawTables();
    void everyTotalIsTheSumOfItsParts_data();
    void everyTotalIsTheSumOfItsParts();
    void anEmptyWorkspaceHasNoFigures();

private:
    Result<Insights> insights(Database &database, const InsightFilter &filter)
    {
        return computeInsights(SqliteInsightsRepository(database), filter, {quietHours, 6, 2, 30}, now, {});
    }
    std::vector<qint64> column(Database &database, const QString &sql)
    {
        auto values = database.read([&](Connection &connection) {
            return Rows::all(connection.run(sql), [](const Statement &row) { return row.integer(0); });
        });
        if (!values)
            qFatal("%s", qPrintable(values.error().detail));
        return *values;
    }
    void compareWithSql(TemporaryStore &store, const InsightFilter &filter);
};

void TestStoreInsights::compareWithSql(TemporaryStore &store, const InsightFilter &filter)
{
    const auto found = insights(*store.database, filter);
    VERIFY_RESULT(found);
    const QString where = passes(filter);
    for (const NamedCount &named : insightCounts())
        QCOMPARE(std::pair(QByteArray(named.name), found->total.*named.count),
                 std::pair(QByteArray(named.name), store.number(countsInSql().at(named.name) + where)));
    QCOMPARE(sorted(found->total.firstResponses),
             column(*store.database, QStringLiteral("SELECT first FROM course WHERE kind > 0 AND ") + where +
                                         QStringLiteral(" ORDER BY 1")));
    const std::vector<qint64> waited =
        column(*store.database, QStringLiteral("SELECT waited FROM course WHERE ending IN ('confirmed', "
                                               "'grounded_silence') AND ") +
                                    where + QStringLiteral(" ORDER BY 1"));
    QCOMPARE(sorted(found->total.resolutions), waited);
    if (!waited.empty()) { // the nearest rank
        const size_t rank = (9 * waited.size() + 9) / 10;
        QCOMPARE(quantileOf(found->total.resolutions, 0.9), std::optional(waited.at(rank - 1)));
    }
    QCOMPARE(sorted(found->total.edits),
             column(*store.database, QStringLiteral("SELECT CASE d.final_text WHEN 'one two 3 four' THEN 250 "
                                                    "ELSE 1000 END FROM drafts d JOIN course ON c = "
                                                    "d.conversation WHERE d.state = 'edited' AND ") +
                                         where + QStringLiteral(" ORDER BY 1")));
    for (const ReasonRow &row : found->byReason) {
        const QString of = QStringLiteral("SELECT count(*) FROM outcomes o JOIN course ON c = o.conversation "
                                          "WHERE o.decision = 'escalated' AND %1 AND ");
        const QString isFirst =
            QStringLiteral("ifnull(o.document ->> '$.escalation_reasons[0]', 'none') = '%1'");
        const QString isNamed =
            row.reason == QLatin1String("none") ? isFirst : QStringLiteral("o.document LIKE '%\"%1\"%'");
        QCOMPARE(row.escalations, store.number(of.arg(isFirst.arg(row.reason)) + where));
        QCOMPARE(row.named, store.number(of.arg(isNamed.arg(row.reason)) + where));
    }
}

void TestStoreInsights::eachNumberIsThatOfTheRawTables()
{
    TemporaryStore store;
    InsightHistory(*store.database, 21, begin).add(400);
    for (const QString &statement : recomputed)
        VERIFY_RESULT(
            store.database->read([&](Connection &connection) { return connection.runOnce(statement); }));
    // The history holds each kind of thing, or the comparison would say little.
    const auto all = insights(*store.database, {});
    VERIFY_RESULT(all);
    for (const NamedCount &named : insightCounts())
        QVERIFY2(all->total.*named.count >= 5, named.name);

    for (const InsightFilter &filter : filters())
        compareWithSql(store, filter);

    for (const OperatorRow &row : all->byOperator)
        for (size_t hour = 0; hour < row.byHour.size(); ++hour)
            QCOMPARE(row.byHour[hour],
                     store.number(QStringLiteral("SELECT count(*) FROM outbox WHERE approved_by = '%1' AND "
                                                 "substr(sent, 12, 2) = '%2'")
                                      .arg(row.name)
                                      .arg(hour, 2, 10, QLatin1Char('0'))));
}

void TestStoreInsights::everyTotalIsTheSumOfItsParts_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

void TestStoreInsights::everyTotalIsTheSumOfItsParts()
{
    QFETCH(quint32, seed);
    TemporaryStore store;
    InsightHistory(*store.database, seed, begin).add(60);

    for (const InsightFilter &filter : filters()) {
        const auto found = insights(*store.database, filter);
        VERIFY_RESULT(found);
        const InsightFigures &total = found->total;
        QCOMPARE(differences(sumOf(found->byChannel), total), QStringList());
        QCOMPARE(differences(sumOf(found->byCategory), total), QStringList());
        QCOMPARE(differences(sumOf(found->byDay), total), QStringList());
        QCOMPARE(total.answeredAlone + total.answeredWithDraft + total.answeredByPerson + total.notAnswered,
                 total.conversations);
        QCOMPARE(total.resolved() + total.silenceOnly + total.stillQuiet + total.closedUnanswered +
                     total.open,
                 total.conversations);
        ReasonRow reasons;
        for (const ReasonRow &row : found->byReason) {
            reasons.escalations += row.escalations;
            reasons.reviewed += row.reviewed;
            reasons.falseAlarms += row.falseAlarms;
        }
        QCOMPARE(reasons.escalations, total.escalations);
        QCOMPARE(reasons.reviewed, total.reviewedEscalations);
        QCOMPARE(reasons.falseAlarms, total.falseAlarms);
        for (const OperatorRow &row : found->byOperator)
            QCOMPARE(std::accumulate(row.byHour.begin(), row.byHour.end(), qint64{0}), row.replies);

        // The parts of a filter are filters too.
        InsightFigures ofChannels;
        for (const ChannelKind channel :
             {ChannelKind::Chat, ChannelKind::Mail, ChannelKind::File, ChannelKind::Api}) {
            if (filter.channel && filter.channel != channel)
                continue;
            InsightFilter narrower = filter;
            narrower.channel = channel;
            const auto part = insights(*store.database, narrower);
            VERIFY_RESULT(part);
            addFigures(ofChannels, part->total);
        }
        QCOMPARE(differences(ofChannels, total), QStringList());
    }
}

void TestStoreInsights::anEmptyWorkspaceHasNoFigures()
{
    TemporaryStore store;

    const auto found = insights(*store.database, {});

    VERIFY_RESULT(found);
    QCOMPARE(differences(found->total, InsightFigures()), QStringList());
    QVERIFY(found->byDay.empty() && found->byReason.empty() && found->byOperator.empty());
}

QTEST_GUILESS_MAIN(TestStoreInsights)
#include "tst_insights.moc"
