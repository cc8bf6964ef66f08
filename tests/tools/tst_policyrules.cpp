// The rule language: what is valid, what each operation comes to, and that nothing is guessed.

#include "core/ResourcePaths.h"
#include "PolicyRulesets.h"
#include "support/TestSupport.h"
#include "tools/ArgumentSchema.h"
#include "tools/policy/PolicyRules.h"

#include <limits>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

class FixedFacts final : public PolicyFacts
{
public:
    Json document = Json::parse(R"({
        "args": {"amount_minor": 500, "currency": "USD", "ids": ["a", "b"], "when": "2026-11-20",
                 "yes": true, "nothing": null, "fraction": 1.5, "price": 153.23, "text_price": "19.90",
                 "odd_price": 0.001},
        "customer": {"id": "cus_1", "status": "active"},
        "fetched": {"order": {"status": "pending", "paid": 9223372036854775807,
                              "lines": [{"id": "a", "minor": 100, "product": "p1"},
                                        {"id": "b", "minor": 250, "product": "p1"},
                                        {"id": "c", "minor": 1, "product": "p2"}]}},
        "totals": {"day": 10000}})");
    ExchangeRates table;

    Result<Json> at(const QStringList &path) const override
    {
        if (path.first() == QLatin1String("now"))
            return Json("2026-11-22T10:00:00.000Z");
        if (path.last() == QLatin1String("unreachable"))
            return Error{ErrorKind::Unavailable, QStringLiteral("the shop does not answer")};
        return policyMember(document, path, 0);
    }
    Result<Json> setting(const QString &name) const override
    {
        return Json(name == QLatin1String("refund.approval_limit_minor") ? 10000 : 0);
    }
    const ExchangeRates &rates() const override { return table; }
    QDateTime now() const override { return QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC); }
};

PolicyScope wholeScope()
{
    return {{QStringLiteral("order"), QStringLiteral("unreachable")}, {QStringLiteral("day")}, false};
}

} // namespace

class PolicyRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void valuesAreReckoned_data();
    void valuesAreReckoned();
    void conditionsHoldOrNot_data();
    void conditionsHoldOrNot();
    void whatCannotBeReckonedIsNoAnswer_data();
    void whatCannotBeReckonedIsNoAnswer();
    void aRuleEnds();
    void wrongRulesAreNamedByTheirPlace_data();
    void wrongRulesAreNamedByTheirPlace();
    void everyProblemIsNamed();
    void whatShipsIsValid();

private:
    FixedFacts m_facts;
    ArgumentSchema m_schema;
};

void PolicyRulesTest::initTestCase()
{
    const auto rates = ExchangeRates::fromJson(
        R"({"date": "2026-01-01", "per_euro": {"EUR": "1", "USD": "2", "JPY": "200"}})");
    VERIFY_RESULT(rates);
    m_facts.table = *rates;
    const auto text = readResource(QStringLiteral("schema/policy.schema.json"));
    VERIFY_RESULT(text);
    const auto schema = ArgumentSchema::compile(*parseJson(*text));
    VERIFY_RESULT(schema);
    m_schema = *schema;
}

void PolicyRulesTest::valuesAreReckoned_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *value, const char *expected) {
        QTest::newRow(value) << QString::fromLatin1(value) << QString::fromLatin1(expected);
    };
    row(R"("plain")", R"("plain")");
    row(R"("$args.amount_minor")", "500");
    row(R"({"text": "$args"})", R"("$args")");
    row(R"({"setting": "refund.approval_limit_minor"})", "10000");
    row(R"({"add": ["$args.amount_minor", "$totals.day", 1]})", "10501");
    row(R"({"subtract": [1, "$args.amount_minor"]})", "-499");
    row(R"({"multiply": [3, -4]})", "-12");
    row(R"({"percent": [999, 10]})", "99");
    row(R"({"percent": [-999, 10]})", "-100");
    row(R"({"least": [3, 1, 2]})", "1");
    row(R"({"greatest": [3, 1, 2]})", "3");
    row(R"({"if_zero": [0, 7]})", "7");
    row(R"({"if_zero": [4, 7]})", "4");
    row(R"({"size": "$args.ids"})", "2");
    row(R"({"size": "four"})", "4");
    row(R"({"sum": ["$fetched.order.lines", "minor"]})", "351");
    row(R"({"pluck": ["$fetched.order.lines", "id"]})", R"(["a","b","c"])");
    row(R"({"find": ["$fetched.order.lines", "id", "b"]})", R"({"id":"b","minor":250,"product":"p1"})");
    row(R"({"minor": ["$args.price", 2]})", "15323");
    row(R"({"minor": ["$args.text_price", 2]})", "1990");
    row(R"({"minor": ["$args.amount_minor", 0]})", "500");
    row(R"({"worth": [100, "EUR", "USD"]})", "200");
    row(R"({"worth": [1, "JPY", "EUR"]})", "1");
    row(R"({"money": [4900, "USD"]})", R"("49.00 USD")");
    row(R"({"days_since": "$args.when"})", "2");
    row(R"({"days_since": "2026-11-23"})", "-1");
    row(R"({"hours_since": "2026-11-22T09:00:01Z"})", "0");
    row(R"({"seconds_since": "2026-11-22T12:00:00+02:00"})", "0");
    row(R"({"seconds_since": 1795341600})", "0");
    row(R"("$fetched.order.lines.1.minor")", "250");
}

void PolicyRulesTest::valuesAreReckoned()
{
    QFETCH(QString, value);
    QFETCH(QString, expected);
    std::vector<PolicyProblem> problems;
    const auto read = readPolicyValue(Json::parse(value.toStdString()), {}, wholeScope(), problems);
    QVERIFY2(read, qPrintable(sentenceOf(problems)));

    const auto reckoned = reckon(*read, m_facts);

    VERIFY_RESULT(reckoned);
    QCOMPARE(QString::fromUtf8(toBytes(*reckoned)), expected);
}

void PolicyRulesTest::conditionsHoldOrNot_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *condition, bool expected) {
        QTest::newRow(condition) << QString::fromLatin1(condition) << expected;
    };
    row(R"({"equal": ["$customer.status", "active"]})", true);
    row(R"({"not_equal": ["$customer.status", "active"]})", false);
    row(R"({"equal": ["$args.ids", ["a", "b"]]})", true);
    row(R"({"less": [1, 1]})", false);
    row(R"({"at_most": [1, 1]})", true);
    row(R"({"more": [1, 1]})", false);
    row(R"({"at_least": [1, 1]})", true);
    row(R"({"in": ["$fetched.order.status", ["pending", "new"]]})", true);
    row(R"({"not_in": ["$fetched.order.status", ["pending", "new"]]})", false);
    row(R"({"in": ["$customer.id", {"pluck": ["$fetched.order.lines", "id"]}]})", false);
    row(R"({"exists": "$args.amount_minor"})", true);
    row(R"({"exists": "$args.other"})", false);
    row(R"({"exists": "$args.nothing"})", false);
    row(R"({"exists": {"worth": [1, "KWD", "EUR"]}})", false);
    row(R"({"exists": {"find": ["$fetched.order.lines", "id", "z"]}})", false);
    row(R"({"all": [{"exists": "$args.other"}, {"equal": ["$args.other", 1]}]})", false);
    row(R"({"any": [{"exists": "$args.yes"}, {"equal": ["$args.other", 1]}]})", true);
    row(R"({"not": {"equal": ["$args.yes", false]}})", true);
    row(R"({"every": ["$args.ids", {"in": ["$item", {"pluck": ["$fetched.order.lines", "id"]}]}]})", true);
    row(R"({"every": ["$fetched.order.lines", {"equal": ["$item.product", "p1"]}]})", false);
    row(R"({"some": ["$fetched.order.lines", {"equal": ["$item.product", "p2"]}]})", true);
    row(R"({"every": ["$fetched.order.lines", {"some": ["$args.ids", {"not_equal": ["$item", "z"]}]}]})",
        true);
}

void PolicyRulesTest::conditionsHoldOrNot()
{
    QFETCH(QString, condition);
    QFETCH(bool, expected);
    std::vector<PolicyProblem> problems;
    const auto read = readPolicyCondition(Json::parse(condition.toStdString()), {}, wholeScope(), problems);
    QVERIFY2(read, qPrintable(sentenceOf(problems)));

    const auto held = holds(*read, m_facts);

    VERIFY_RESULT(held);
    QCOMPARE(*held, expected);
}

void PolicyRulesTest::whatCannotBeReckonedIsNoAnswer_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *condition, ErrorKind kind = ErrorKind::InvalidInput) {
        QTest::newRow(condition) << QString::fromLatin1(condition) << kind;
    };
    row(R"({"equal": ["$args.other", 1]})", ErrorKind::NotFound);
    row(R"({"equal": ["$args.nothing", 1]})", ErrorKind::NotFound);
    row(R"({"equal": ["$fetched.unreachable", 1]})", ErrorKind::Unavailable);
    row(R"({"exists": "$fetched.unreachable"})", ErrorKind::Unavailable);
    row(R"({"at_most": [{"worth": [1, "KWD", "EUR"]}, 5]})", ErrorKind::NotFound);
    row(R"({"equal": ["$args.amount_minor", "500"]})");
    row(R"({"equal": ["$args.yes", 1]})");
    row(R"({"less": ["$args.currency", 1]})");
    row(R"({"less": ["$args.fraction", 2]})");
    row(R"({"at_most": [{"add": ["$fetched.order.paid", 1]}, 5]})");
    row(R"({"at_most": [{"add": [-9223372036854775807, -2]}, 5]})");
    row(R"({"at_most": [{"subtract": [-9223372036854775807, 2]}, 5]})");
    row(R"({"at_most": [{"subtract": [0, {"subtract": [-9223372036854775807, 1]}]}, 5]})");
    row(R"({"at_most": [{"multiply": ["$fetched.order.paid", 2]}, 5]})");
    row(R"({"at_most": [{"percent": ["$fetched.order.paid", 200]}, 5]})");
    row(R"({"at_most": [{"sum": ["$fetched.order.lines", "product"]}, 5]})");
    row(R"({"at_most": [{"sum": ["$customer", "id"]}, 5]})");
    row(R"({"at_most": [{"minor": ["$args.odd_price", 2]}, 5]})");
    row(R"({"at_most": [{"minor": ["$args.currency", 2]}, 5]})");
    row(R"({"at_most": [{"minor": [5, 9]}, 5]})");
    row(R"({"at_most": [{"days_since": "$args.currency"}, 5]})");
    row(R"({"in": ["$args.currency", "USD"]})");
    row(R"({"every": ["$args.currency", {"exists": "$item"}]})");
    row(R"({"not": {"equal": ["$args.other", 1]}})", ErrorKind::NotFound);
}

void PolicyRulesTest::whatCannotBeReckonedIsNoAnswer()
{
    QFETCH(QString, condition);
    QFETCH(ErrorKind, kind);
    std::vector<PolicyProblem> problems;
    const auto read = readPolicyCondition(Json::parse(condition.toStdString()), {}, wholeScope(), problems);
    QVERIFY2(read, qPrintable(sentenceOf(problems)));

    const auto held = holds(*read, m_facts);

    QVERIFY(!held);
    QCOMPARE(held.error().kind, kind);
}

// A list within a list within a list is looked through to a limit, and then refused.
void PolicyRulesTest::aRuleEnds()
{
    m_facts.document["args"]["many"] = Json(std::vector<int>(200, 1));
    std::vector<PolicyProblem> problems;
    const auto read = readPolicyCondition(
        Json::parse(R"({"every": ["$args.many", {"every": ["$args.many", {"every": ["$args.many",
                        {"equal": ["$item", 1]}]}]}]})"),
        {}, wholeScope(), problems);
    QVERIFY(read);

    const auto held = holds(*read, m_facts);

    QVERIFY(!held);
    QCOMPARE(held.error().kind, ErrorKind::InvalidInput);
}

void PolicyRulesTest::wrongRulesAreNamedByTheirPlace_data()
{
    QTest::addColumn<QString>("pointer"); // where the problem is told
    QTest::addColumn<QString>("place");   // what is replaced
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isSeenBySchema");
    const auto row = [](const char *pointer, const char *place, const char *value, bool bySchema = true) {
        QTest::addRow("%s = %s", place, value) << QString::fromLatin1(pointer) << QString::fromLatin1(place)
                                               << QString::fromLatin1(value) << bySchema;
    };
    row("/policy", "/policy", "2");
    row("/title", "/title", R"("")");
    row("/rules", "/rules", "[]");
    row("/turn/rounds", "/turn", R"({"rounds": 0})");
    row("/turn/speed", "/turn", R"({"speed": 1})");
    row("/roles/lead", "/roles", R"({"lead": []})");
    row("/tools", "/tools", "[]");
    row("/tools/t", "/tools/t", "{}");
    row("/tools/t/who", "/tools/t/who", R"("everybody")");
    row("/tools/t/who/channels/fax", "/tools/t/who", R"({"level": "none", "channels": {"fax": "none"}})");
    row("/tools/t/who/level/setting", "/tools/t/who", R"({"level": {"setting": "no.such"}})", false);
    row("/tools/t/enabled", "/tools/t/enabled", "1");
    row("/tools/t/for", "/tools/t/for", R"(["sales"])");
    row("/tools/t/guard", "/tools/t/guard", "[]");
    row("/tools/t/guards/0", "/tools/t/guards", R"([{"id": "a", "say": "No."}])");
    row("/tools/t/guards/0/id", "/tools/t/guards",
        R"([{"id": "A b", "say": "No.", "require": {"exists": "$now"}}])");
    row("/tools/t/guards/0/else", "/tools/t/guards",
        R"([{"id": "a", "say": "No.", "require": {"exists": "$now"}, "else": "approval"}])");
    row("/tools/t/guards/0/require", "/tools/t/guards", R"([{"id": "a", "say": "No.", "require": true}])");
    row("/tools/t/guards/0/require", "/tools/t/guards",
        R"([{"id": "a", "say": "No.", "require": {"add": [1, 2]}}])");
    row("/tools/t/guards/0/require", "/tools/t/guards",
        R"([{"id": "a", "say": "No.", "require": {"exists": "$now", "not": {"exists": "$now"}}}])");
    row("/tools/t/guards/0/require/equal", "/tools/t/guards",
        R"([{"id": "a", "say": "No.", "require": {"equal": [1]}}])");
    row("/tools/t/guards/0/require/equal/1", "/tools/t/guards",
        R"([{"id": "a", "say": "No.", "require": {"equal": [1, 1.5]}}])");
    row("/tools/t/guards/0/require/equal/1", "/tools/t/guards",
        R"([{"id": "a", "say": "No.", "require": {"equal": [1, null]}}])");
    row("/tools/t/guards/0/require/equal/0", "/tools/t/guards",
        R"([{"id": "a", "say": "No.", "require": {"equal": ["$arg.x", 1]}}])", false);
    row("/tools/t/guards/0/require/equal/0", "/tools/t/guards",
        R"([{"id": "a", "say": "No.", "require": {"equal": ["$fetched.x", 1]}}])", false);
    row("/tools/t/guards/0/require/equal/0", "/tools/t/guards",
        R"([{"id": "a", "say": "No.", "require": {"equal": ["$totals.x", 1]}}])", false);
    row("/tools/t/guards/0/require/equal/0", "/tools/t/guards",
        R"([{"id": "a", "say": "No.", "require": {"equal": ["$item", 1]}}])", false);
    row("/tools/t/guards/0/require/equal/0/setting", "/tools/t/guards",
        R"([{"id": "a", "say": "No.", "require": {"equal": [{"setting": "refund.limit"}, 1]}}])", false);
    row("/tools/t/guards/0/show", "/tools/t/guards",
        R"([{"id": "a", "say": "Not {amount}.", "require": {"exists": "$now"}}])", false);
    row("/tools/t/guards/1/id", "/tools/t/guards",
        R"([{"id": "a", "say": "No.", "require": {"exists": "$now"}},
            {"id": "a", "say": "No.", "require": {"exists": "$now"}}])",
        false);
    row("/tools/t/limits/0/else", "/tools/t/limits",
        R"([{"id": "a", "say": "No.", "require": {"exists": "$now"}, "else": "maybe"}])");
    row("/tools/t/approval/0/roles", "/tools/t/approval", R"([{"id": "a", "say": "No.", "roles": ["lead"]}])",
        false);
    row("/tools/t/approval/0/people", "/tools/t/approval", R"([{"id": "a", "say": "No.", "people": 3}])");
    row("/tools/t/approval/0/people", "/tools/t/approval",
        R"([{"id": "a", "say": "No.", "people": 2, "names": ["Kim"]}])", false);
    row("/tools/t/totals/d/within", "/tools/t/totals",
        R"({"d": {"of": "calls", "whose": "desk", "within": "soon"}})");
    row("/tools/t/totals/d", "/tools/t/totals",
        R"({"d": {"of": "amount", "whose": "desk", "within": "day"}})", false);
    row("/tools/t/totals/d/of", "/tools/t/totals",
        R"({"d": {"of": "tries", "whose": "desk", "within": "day"}})");
    row("/tools/t/fetch/o/write", "/tools/t/fetch", R"({"o": {"read": "x", "write": "y"}})");
    row("/others", "/others", R"({"read": {"who": "none"}, "write": {"who": "none"}})");
}

void PolicyRulesTest::wrongRulesAreNamedByTheirPlace()
{
    QFETCH(QString, pointer);
    QFETCH(QString, place);
    QFETCH(QString, value);
    QFETCH(bool, isSeenBySchema);
    Json rules = rulesFor("t", R"({"who": "none"})");
    VERIFY_RESULT(m_schema.check(rules));
    rules[Json::json_pointer(place.toStdString())] = Json::parse(value.toStdString());

    const PolicyReading reading = readPolicy(toBytes(rules));

    QVERIFY(!reading.policy);
    QVERIFY(!reading.problems.empty());
    const bool isNamed = std::ranges::any_of(
        reading.problems, [&](const PolicyProblem &problem) { return problem.pointer == pointer; });
    QVERIFY2(isNamed, qPrintable(sentenceOf(reading.problems)));
    QVERIFY2(m_schema.check(rules).has_value() != isSeenBySchema, "the schema says otherwise");
}

void PolicyRulesTest::everyProblemIsNamed()
{
    Json rules = rulesFor("t", R"({"who": "nobody", "limits": [{"id": "a", "say": ""}]})");
    rules["extra"] = 1;
    const PolicyReading reading = readPolicy(toBytes(rules));
    QCOMPARE(reading.problems.size(), 4U);
    QVERIFY(readPolicy("{").problems.size() == 1);
    QVERIFY(readPolicy("[]").policy == nullptr);
}

void PolicyRulesTest::whatShipsIsValid()
{
    const auto shipped = shippedPolicy();
    VERIFY_RESULT(shipped);
    QVERIFY((*shipped)->names(QStringLiteral("process_refund")));
    const auto text = readResource(QStringLiteral("policy/default.json"));
    VERIFY_RESULT(text);
    VERIFY_RESULT(m_schema.check(*parseJson(*text)));
}

QTEST_GUILESS_MAIN(PolicyRulesTest)
#include "tst_policyrules.moc"
