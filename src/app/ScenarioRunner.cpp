#include "app/ScenarioRunner.h"

#include "app/ScenarioSession.h"
#include "core/ResourcePaths.h"
#include "pipeline/Contained.h"
#include "store/SqliteBusinessBackend.h"
#include "store/SqliteKnowledgeRepository.h"
#include "tools/AccountFields.h"

#include <algorithm>
#include <future>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <utility>

namespace Helmdesk
{
namespace
{

// Nothing that a scenario does not name may have been written here.
constexpr const char *guardedTables[] = {"refunds",   "payment_methods", "password_resets",
                                         "customers", "subscriptions",   "invoices"};

bool contains(const QString &text, const Json &wanted)
{
    if (wanted.is_array())
        return std::ranges::any_of(wanted, [&](const Json &item) { return contains(text, item); });
    return wanted.is_string() && text.contains(wanted.get<QString>(), Qt::CaseInsensitive);
}

bool allows(const Json &expected, const QString &value)
{
    if (expected.is_array())
        return std::ranges::any_of(expected, [&](const Json &item) { return allows(item, value); });
    return expected.is_string() && expected.get<QString>() == value;
}

QString shown(const Json &json)
{
    return QString::fromUtf8(toBytes(json));
}

// What is wanted, in the form in which it is stored: a phone number is the same with blanks in it.
Json asStored(Json wanted, const char *phoneMember)
{
    if (const QString phone = stringOr(wanted, phoneMember); !phone.isEmpty()) {
        if (const auto normalized = normalizedField(QStringLiteral("phone"), phone))
            wanted[phoneMember] = *normalized;
    }
    return wanted;
}

bool hasCall(const std::vector<ToolCall> &calls, const Json &wanted)
{
    return std::ranges::any_of(calls, [&](const ToolCall &call) {
        if (call.name != stringOr(wanted, "name"))
            return false;
        const QString status = stringOr(wanted, "status");
        if (!status.isEmpty() && nameOf(call.status) != status)
            return false;
        const Json &args = memberOrNull(wanted, "args");
        const bool isPhone = stringOr(args, "field") == QLatin1String("phone");
        return args.is_null() || isSubset(isPhone ? asStored(args, "value") : args, call.args);
    });
}

QStringList compareOutcome(const Json &expected, const Outcome &outcome, const QString &answer)
{
    QStringList wrong;
    if (const Json &category = memberOrNull(expected, "category");
        !category.is_null() && !allows(category, nameOf(outcome.category)))
        wrong << QStringLiteral("category is %1, expected %2").arg(nameOf(outcome.category), shown(category));
    if (const Json &decision = memberOrNull(expected, "decision");
        !decision.is_null() && !allows(decision, nameOf(outcome.decision))) {
        QStringList reasons;
        for (const ReasonDetail &reason : outcome.reasons)
            reasons << nameOf(reason.reason) + QLatin1Char(':') + reason.detail;
        wrong << QStringLiteral("decision is %1 (%2; %3 %4), expected %5")
                     .arg(nameOf(outcome.decision), reasons.join(QLatin1Char(' ')), outcome.intent,
                          QString::number(outcome.confidence, 'f', 2), shown(decision));
    }
    for (const Json &reason : memberOrNull(expected, "reasons")) {
        const auto wanted =
            fromName<EscalationReason>(reason.is_string() ? reason.get<QString>() : QString());
        if (!wanted || !outcome.hasReason(*wanted))
            wrong << QStringLiteral("the reason %1 is missing").arg(shown(reason));
    }
    for (const Json &call : memberOrNull(expected, "tools")) {
        if (!hasCall(outcome.tools, call)) {
            QStringList made;
            for (const ToolCall &made1 : outcome.tools)
                made << QStringLiteral("%1 %2 %3").arg(made1.name, shown(made1.args), nameOf(made1.status));
            wrong << QStringLiteral("the call %1 is missing; made were: %2")
                         .arg(shown(call), made.join(QStringLiteral("; ")));
        }
    }
    for (const Json &text : memberOrNull(expected, "answer_contains")) {
        if (!contains(answer, text))
            wrong << QStringLiteral("the answer lacks %1: \"%2\"").arg(shown(text), answer.simplified());
    }
    for (const Json &text : memberOrNull(expected, "answer_excludes")) {
        if (contains(answer, text))
            wrong << QStringLiteral("the answer has %1: \"%2\"").arg(shown(text), answer.simplified());
    }
    if (const Json &priority = memberOrNull(expected, "priority");
        !priority.is_null() && !allows(priority, nameOf(outcome.priority)))
        wrong << QStringLiteral("priority is %1, expected %2").arg(nameOf(outcome.priority), shown(priority));
    return wrong;
}

// What an invoice's refunds alone change.
Json withoutRefundState(Json row)
{
    row.erase("status");
    row.erase("refunded_minor");
    return row;
}

QStringList compareTable(const QString &table, const Json &before, const Json &after, const Json &conditions)
{
    QStringList wrong;
    for (const Json &row : after) {
        const bool isSame = std::ranges::any_of(before, [&](const Json &old) {
            if (table == QLatin1String("invoices"))
                return withoutRefundState(old) == withoutRefundState(row);
            return old == row;
        });
        const bool isNamed = std::ranges::any_of(conditions, [&](const Json &condition) {
            return stringOr(condition, "table") == table &&
                   isSubset(asStored(memberOrNull(condition, "where"), "phone"), row);
        });
        if (!isSame && !isNamed)
            wrong << QStringLiteral("written but not named: %1 %2").arg(table, shown(row));
    }
    if (after.size() < before.size())
        wrong << QStringLiteral("rows of %1 are gone").arg(table);
    return wrong;
}

Json expectationsOf(const Json &scenario)
{
    const Json &expectations = memberOrNull(scenario, "expect");
    return expectations.is_array() ? expectations : Json::array({expectations});
}

Json conditionsOf(const Json &expectations)
{
    Json conditions = Json::array();
    for (const Json &expected : expectations) {
        for (const Json &condition : memberOrNull(expected, "backend"))
            conditions.push_back(condition);
    }
    return conditions;
}

Result<Json> guardedRows(SqliteBusinessBackend &backend)
{
    Json tables = Json::object();
    for (const char *table : guardedTables) {
        auto rows = backend.dumpTable(QString::fromLatin1(table));
        if (!rows)
            return rows.error();
        tables[table] = std::move(*rows);
    }
    return tables;
}

QStringList compareCounts(const Json &expected, SqliteBusinessBackend &backend)
{
    QStringList wrong;
    for (const Json &condition : memberOrNull(expected, "backend")) {
        auto rows = backend.dumpTable(stringOr(condition, "table"));
        if (!rows) {
            wrong << rows.error().detail;
            continue;
        }
        const auto found = std::ranges::count_if(*rows, [&](const Json &row) {
            return isSubset(asStored(memberOrNull(condition, "where"), "phone"), row);
        });
        const qint64 wanted = integerOr(condition, "count", 1);
        if (found != wanted)
            wrong << QStringLiteral("%1 has %2 rows with %3, expected %4")
                         .arg(stringOr(condition, "table"))
                         .arg(found)
                         .arg(shown(memberOrNull(condition, "where")))
                         .arg(wanted);
    }
    return wrong;
}

// The backend as it is to be after a turn: right after it, or after what the operator did then.
QStringList compareCountsAfter(int turn, const Json &expectations, SqliteBusinessBackend &backend)
{
    QStringList wrong;
    for (const Json &expected : expectations) {
        if (integerOr(expected, "after_turn", 0) != turn)
            continue;
        for (const QString &what : compareCounts(expected, backend))
            wrong << QStringLiteral("turn %1: %2").arg(turn).arg(what);
    }
    return wrong;
}

struct Played {
    QStringList wrong;   // what differs after single turns
    QStringList refused; // acts of the operator that the desk did not allow; only what is expected decides
    Json outcomes = Json::array();
};

// The customer's turns with the operator's acts between them.
Played playTurns(ScenarioSession &session, const Json &scenario, const Json &expectations)
{
    Played played;
    QStringList &wrong = played.wrong;
    int turn = 0;
    for (const Json &text : memberOrNull(scenario, "turns")) {
        ++turn;
        if (auto said = session.say(text.is_string() ? text.get<QString>() : QString(), turn); !said)
            return {{QStringLiteral("turn %1 failed: %2").arg(turn).arg(said.error().detail)}, {}, {}};
        played.outcomes.push_back(toJson(session.outcome()));
        for (const Json &expected : expectations) {
            if (integerOr(expected, "after_turn", 0) != turn)
                continue;
            for (const QString &what : compareOutcome(expected, session.outcome(), session.lastAnswer()))
                wrong << QStringLiteral("turn %1: %2").arg(turn).arg(what);
        }
        SqliteBusinessBackend &backend = session.workspace().backend();
        QStringList counts = compareCountsAfter(turn, expectations, backend);
        for (const Json &act : memberOrNull(scenario, "operator")) {
            if (integerOr(act, "after", 0) != turn)
                continue;
            auto done = session.act(act);
            if (done)
                continue;
            const bool isUnknown = done.error().kind == ErrorKind::InvalidInput;
            (isUnknown ? wrong : played.refused)
                << QStringLiteral("the operator's %1 after turn %2 failed: %3")
                       .arg(stringOr(act, "do"))
                       .arg(turn)
                       .arg(done.error().detail);
        }
        if (!counts.isEmpty() && !compareCountsAfter(turn, expectations, backend).isEmpty())
            wrong << counts;
    }
    return played;
}

struct Finding {
    QString id;
    QString why;
};

} // namespace

struct ScenarioRunner::SampleKnowledge {
    QTemporaryDir folder;
    std::unique_ptr<Database> database;
    std::unique_ptr<SqliteKnowledgeRepository> repository;
    std::shared_ptr<KnowledgeBase> knowledge;
};

ScenarioRunner::ScenarioRunner(std::shared_ptr<EngineAssets> assets)
    : m_assets(std::move(assets))
    , m_sample(std::make_unique<SampleKnowledge>())
{
}

ScenarioRunner::~ScenarioRunner() = default;

Result<std::unique_ptr<ScenarioRunner>> ScenarioRunner::create(std::shared_ptr<EngineAssets> assets,
                                                               const RunControl &control)
{
    std::unique_ptr<ScenarioRunner> runner(new ScenarioRunner(std::move(assets)));
    SampleKnowledge &sample = *runner->m_sample;
    auto database =
        Database::open(sample.folder.filePath(QStringLiteral("kb.db")), {.durability = Durability::None});
    if (!database)
        return database.error();
    sample.database = std::move(*database);
    sample.repository = std::make_unique<SqliteKnowledgeRepository>(*sample.database);
    sample.knowledge = std::make_shared<KnowledgeBase>(*sample.repository, *runner->m_assets->encoder,
                                                       *runner->m_assets->projection);
    auto imported = sample.knowledge->importFiles({resourceFile(QStringLiteral("kb"))}, control);
    if (!imported)
        return imported.error();
    return runner;
}

ScenarioRunner::Pass ScenarioRunner::checkOnce(const Json &scenario, const RunControl &control,
                                               std::optional<quint32> seed) const
{
    const auto failed = [](const QString &why) { return Pass{{why}, {}, Json::array()}; };
    auto started = ScenarioSession::start(scenario, m_assets, m_sample->knowledge, control, m_engine, seed);
    if (!started)
        return failed(QStringLiteral("cannot be set up: %1").arg(started.error().detail));
    ScenarioSession &session = **started;
    SqliteBusinessBackend &backend = session.workspace().backend();
    auto before = guardedRows(backend);
    if (!before)
        return failed(before.error().detail);
    const Json list = expectationsOf(scenario);
    Pass pass;
    Played played = playTurns(session, scenario, list);
    pass.wrong = std::move(played.wrong);
    pass.outcomes = std::move(played.outcomes);
    for (const Json &expected : list) {
        if (expected.contains("after_turn"))
            continue;
        pass.wrong << compareOutcome(expected, session.outcome(), session.lastAnswer());
        pass.wrong << compareCounts(expected, backend);
    }
    auto after = guardedRows(backend);
    if (!after)
        return failed(after.error().detail);
    const Json conditions = conditionsOf(list);
    for (const char *table : guardedTables) {
        Json &rows = (*after)[table];
        pass.wrong << compareTable(QString::fromLatin1(table), (*before)[table], rows, conditions);
        for (Json &row : rows)
            row.erase("token_hash"); // random by design
        pass.finalBackend += shown(rows);
    }
    if (!pass.wrong.isEmpty())
        pass.wrong << played.refused; // the likeliest cause
    return pass;
}

QStringList ScenarioRunner::check(const Json &scenario, const RunControl &control)
{
    const qint64 repeats = std::max<qint64>(m_leastRepeats, integerOr(scenario, "repeat", 1));
    const Pass first = checkOnce(scenario, control, std::nullopt);
    if (m_keepsOutcomes)
        m_outcomes.push_back(first.outcomes);
    if (!first.wrong.isEmpty())
        return first.wrong;
    std::vector<std::future<Pass>> others;
    for (qint64 i = 1; i < repeats; ++i) {
        others.push_back(std::async(
            std::launch::async, [&, i] { return checkOnce(scenario, control, static_cast<quint32>(i)); }));
    }
    QStringList wrong;
    for (size_t i = 0; i < others.size(); ++i) {
        const Pass pass = others[i].get();
        wrong << pass.wrong;
        if (pass.wrong.isEmpty() && pass.finalBackend != first.finalBackend)
            wrong << QStringLiteral("run %1 left another backend than the first").arg(i + 2);
    }
    return wrong;
}

Json ScenarioRunner::run(const QString &path, const RunControl &control)
{
    QStringList files;
    if (QFileInfo(path).isDir()) {
        QDirIterator it(path, {QStringLiteral("*.json"), QStringLiteral("*.jsonl")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            files << it.next();
        files.sort();
    } else {
        files << path;
    }
    qint64 total = 0;
    std::vector<Finding> failed;
    const auto take = [&](const Json &scenario, const QString &place) {
        ++total;
        const QString id = stringOr(scenario, "id", place);
        const auto checked = contained([&] { return Result<QStringList>(check(scenario, control)); });
        const QStringList wrong = checked ? *checked : QStringList(checked.error().detail);
        if (!wrong.isEmpty())
            failed.push_back({id, wrong.join(QStringLiteral(" | "))});
        control.progress(total, 0);
    };
    for (const QString &name : files) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            ++total;
            failed.push_back({name, file.errorString()});
            continue;
        }
        const QByteArray bytes = file.readAll();
        std::vector<QByteArray> texts;
        if (name.endsWith(QLatin1String(".jsonl"))) {
            for (const QByteArray &line : bytes.split('\n')) {
                if (!line.trimmed().isEmpty())
                    texts.push_back(line);
            }
        } else {
            texts.push_back(bytes);
        }
        for (const QByteArray &text : texts) {
            const auto json = parseJson(text);
            if (!json) {
                ++total;
                failed.push_back({name, json.error().detail});
            } else if (json->is_array()) {
                for (const Json &scenario : *json)
                    take(scenario, name);
            } else {
                take(*json, name);
            }
        }
    }
    Json list = Json::array();
    for (const Finding &finding : failed)
        list.push_back({{"id", finding.id}, {"why", finding.why}});
    Json figures{
        {"n", total}, {"passed", total - static_cast<qint64>(failed.size())}, {"failed", std::move(list)}};
    if (m_keepsOutcomes)
        figures["outcomes"] = std::exchange(m_outcomes, Json::array());
    return figures;
}

} // namespace Helmdesk
