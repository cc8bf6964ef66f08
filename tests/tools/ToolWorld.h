#pragma once

#include "store/SqliteBusinessBackend.h"
#include "store/SqliteEffectLedger.h"
#include "support/TestSupport.h"
#include "tools/BuiltinTools.h"
#include "tools/ToolRunner.h"

#include <QTemporaryDir>

namespace Helmdesk::Test
{

// Answers every query with one article.
class OneArticle final : public DocSearch
{
public:
    Result<std::vector<DocHit>> search(const QString &query, int, const RunControl &) const override
    {
        return std::vector<DocHit>{{QStringLiteral("Exports"), QStringLiteral("kb/exports"),
                                    query + QStringLiteral(" ") + QString(500, QLatin1Char('x'))}};
    }
};

// A fresh sandbox with two active customers and a suspended one, and a runner in front of it.
class ToolWorld
{
public:
    // False when the workspace cannot be made; `why` says it then.
    bool open()
    {
        auto opened = Database::open(m_folder.filePath(QStringLiteral("helmdesk.db")),
                                     {.durability = Durability::None});
        if (!opened) {
            why = opened.error().detail;
            return false;
        }
        database = std::move(*opened);
        backend = std::make_shared<SqliteBusinessBackend>(*database);
        ledger = std::make_shared<SqliteEffectLedger>(*database);
        auto tools = makeBuiltinTools(backend, std::make_shared<OneArticle>());
        auto loaded = backend->loadRows(rows());
        if (!tools || !loaded) {
            why = !tools ? tools.error().detail : loaded.error().detail;
            return false;
        }
        registry = *tools;
        auto shipped = shippedPolicy();
        if (!shipped) {
            why = shipped.error().detail;
            return false;
        }
        policy = {*shipped, {}};
        rebuild();

        context.customer = QStringLiteral("cus_1");
        context.message = {7};
        context.run = {3};
        context.now = QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC);
        auto rates = ExchangeRates::shipped();
        if (!rates) {
            why = rates.error().detail;
            return false;
        }
        context.limits.rates = std::make_shared<ExchangeRates>(*rates);
        return true;
    }

    void rebuild(std::shared_ptr<FaultInjector> faults = {})
    {
        gate = std::make_shared<PolicyGate>(registry, backend, ledger, [this] { return policy; });
        runner = std::make_unique<ToolRunner>(registry, gate, ledger, std::move(faults));
    }

    ToolCall run(const char *tool, const Json &args, ExecutionMode mode = ExecutionMode::Execute)
    {
        ToolCall call = runner->run({QString::fromLatin1(tool), args}, context, mode, calls);
        calls.push_back(call);
        if (call.status == ToolStatus::PendingApproval)
            shown.insert(call.key, runner->describe(call, context));
        return call;
    }

    // What a person says yes to who sees the card of a call that waits.
    Grant grantOf(const ToolCall &waiting) const
    {
        return {QStringLiteral("Olga"), context.customer, waiting.name,
                waiting.args,           waiting.preview,  shown.value(waiting.key)};
    }
    ToolCall runApproved(const ToolCall &waiting, const Json &args = {}) const
    {
        return runner->runApproved(waiting, context, grantOf(waiting), args);
    }

    // Changes the world behind the desk's back.
    bool execute(const QString &sql) const
    {
        auto connection = database->connection();
        return connection && (*connection)->runOnce(sql);
    }

    // Rules that hold from now on; false when they are not valid, and `why` says what is wrong.
    bool setPolicy(const Json &rules)
    {
        const PolicyReading reading = readPolicy(toBytes(rules));
        why = sentenceOf(reading.problems);
        policy = {reading.policy, {}};
        return reading.policy != nullptr;
    }
    void set(const char *setting, const Json &value)
    {
        const auto changed = context.settings.with(QString::fromLatin1(setting), value);
        if (!changed)
            qFatal("%s", qPrintable(changed.error().detail));
        context.settings = *changed;
    }

    // A turn of its own.
    ToolCall runInNewTurn(const char *tool, const Json &args, ExecutionMode mode = ExecutionMode::Execute)
    {
        ++context.message.value;
        calls.clear();
        return run(tool, args, mode);
    }

    Json table(const char *name) const
    {
        const auto dumped = backend->dumpTable(QString::fromLatin1(name));
        return dumped ? *dumped : Json(dumped.error().detail);
    }

    static Json refundArgs(const char *invoice, qint64 minor, const char *currency = "USD")
    {
        return {{"invoice_id", invoice}, {"amount_minor", minor}, {"currency", currency}, {"reason", "test"}};
    }

    static Json rows()
    {
        return Json::parse(R"({
            "customers": [
                {"id": "cus_1", "name": "Ada Brook", "email": "Ada@brook.example", "plan": "pro"},
                {"id": "cus_2", "name": "Ben Hale", "email": "ben@hale.example", "phone": "+441"},
                {"id": "cus_3", "name": "Cy Moor", "email": "cy@moor.example", "status": "suspended"}],
            "invoices": [
                {"id": "INV-1", "customer": "cus_1", "issued": "2026-11-01", "due": "2026-11-15",
                 "amount_minor": 4900, "currency": "USD", "status": "paid", "description": "Pro plan, November"},
                {"id": "INV-2", "customer": "cus_1", "issued": "2026-10-01", "amount_minor": 24900,
                 "currency": "USD", "status": "paid"},
                {"id": "INV-3", "customer": "cus_1", "issued": "2026-09-01", "amount_minor": 4900,
                 "currency": "USD", "status": "open"},
                {"id": "INV-4", "customer": "cus_1", "issued": "2026-08-01", "amount_minor": 9000,
                 "currency": "EUR", "status": "paid"},
                {"id": "INV-5", "customer": "cus_1", "issued": "2026-07-01", "amount_minor": 9000,
                 "currency": "USD", "status": "paid"},
                {"id": "INV-6", "customer": "cus_1", "issued": "2026-06-01", "amount_minor": 100,
                 "currency": "USD", "status": "void"},
                {"id": "INV-20", "customer": "cus_2", "issued": "2026-11-01", "amount_minor": 4900,
                 "currency": "USD", "status": "paid"},
                {"id": "INV-30", "customer": "cus_3", "issued": "2026-11-01", "amount_minor": 4900,
                 "currency": "USD", "status": "paid"}],
            "payment_methods": [
                {"id": "pm_1", "customer": "cus_1", "kind": "card", "brand": "visa", "last4": "4242",
                 "expires": "2028-01", "is_default": true}]})");
    }

    std::unique_ptr<Database> database;
    std::shared_ptr<SqliteBusinessBackend> backend;
    std::shared_ptr<SqliteEffectLedger> ledger;
    std::shared_ptr<ToolRegistry> registry;
    PolicyInForce policy;
    std::shared_ptr<PolicyGate> gate;
    std::unique_ptr<ToolRunner> runner;
    ToolContext context;
    std::vector<ToolCall> calls;
    QHash<QString, Json> shown; // by the key of the call that waits
    QString why;

private:
    QTemporaryDir m_folder;
};

} // namespace Helmdesk::Test
