#include "app/GateBench.h"

#include "pipeline/RateSettings.h"
#include "store/SqliteBusinessBackend.h"
#include "store/SqliteEffectLedger.h"
#include "tools/BuiltinTools.h"
#include "tools/ToolRunner.h"

#include <algorithm>
#include <QElapsedTimer>
#include <QTemporaryDir>

namespace Helmdesk
{
namespace
{

constexpr int customers = 200;
constexpr int refundedInvoices = 3;
constexpr int refundsEach = 3;

QString customerId(int number)
{
    return QStringLiteral("cus_%1").arg(number);
}

QString invoiceId(int customer, int number)
{
    return QStringLiteral("INV-%1-%2").arg(customer).arg(number);
}

Json rows()
{
    Json people = Json::array();
    Json invoices = Json::array();
    for (int i = 0; i < customers; ++i) {
        people.push_back({{"id", customerId(i)}, {"name", customerId(i)}});
        for (int j = 0; j <= refundedInvoices; ++j)
            invoices.push_back({{"id", invoiceId(i, j)},
                                {"customer", customerId(i)},
                                {"amount_minor", 4900},
                                {"currency", "USD"},
                                {"status", "paid"}});
    }
    return {{"customers", people}, {"invoices", invoices}};
}

Json refundOf(int customer, int invoice)
{
    return {{"invoice_id", invoiceId(customer, invoice)}, {"amount_minor", 100}, {"currency", "USD"}};
}

// A desk with the sandbox and the shipped rules.
struct BenchDesk {
    QTemporaryDir folder;
    std::unique_ptr<Database> database;
    std::shared_ptr<PolicyGate> gate;
    std::unique_ptr<ToolRunner> runner;
    ToolContext context;
};

Result<> open(BenchDesk &desk)
{
    auto opened =
        Database::open(desk.folder.filePath(QStringLiteral("helmdesk.db")), {.durability = Durability::None});
    if (!opened)
        return opened.error();
    desk.database = std::move(*opened);
    auto backend = std::make_shared<SqliteBusinessBackend>(*desk.database);
    auto ledger = std::make_shared<SqliteEffectLedger>(*desk.database);
    if (auto loaded = backend->loadRows(rows()); !loaded)
        return loaded;
    auto tools = makeBuiltinTools(backend, nullptr);
    if (!tools)
        return tools.error();
    auto rules = shippedPolicy();
    if (!rules)
        return rules.error();
    desk.gate = std::make_shared<PolicyGate>(*tools, backend, ledger, [rules = *rules] {
        return PolicyInForce{rules, {}};
    });
    desk.runner = std::make_unique<ToolRunner>(*tools, desk.gate, ledger);
    desk.context.now = QDateTime::currentDateTimeUtc();
    desk.context.limits.rates = exchangeRatesOf(desk.context.settings);
    return {};
}

// What was done before.
Result<> refund(BenchDesk &desk, const RunControl &control)
{
    for (int i = 0; i < customers; ++i) {
        if (auto alive = control.check(); !alive)
            return alive;
        desk.context.customer = customerId(i);
        for (int j = 0; j < refundedInvoices * refundsEach; ++j) {
            ++desk.context.message.value;
            const ToolCall call = desk.runner->run(
                {QString::fromLatin1(ToolName::processRefund), refundOf(i, j % refundedInvoices)},
                desk.context, ExecutionMode::Execute, {});
            if (call.status != ToolStatus::Done)
                return Error{ErrorKind::Internal,
                             QStringLiteral("a refund of the bench was not made: %1").arg(call.failure)};
        }
    }
    return {};
}

} // namespace

Result<Json> benchGate(int decisions, const RunControl &control)
{
    BenchDesk desk;
    if (auto opened = open(desk); !opened)
        return opened.error();
    if (auto refunded = refund(desk, control); !refunded)
        return refunded.error();
    std::vector<double> micros;
    for (int i = 0; i < decisions; ++i) {
        const int customer = i % customers;
        desk.context.customer = customerId(customer);
        const Json args = refundOf(customer, refundedInvoices);
        QElapsedTimer timer;
        timer.start();
        const auto decision =
            desk.gate->check(QString::fromLatin1(ToolName::processRefund), args, desk.context, {});
        micros.push_back(static_cast<double>(timer.nsecsElapsed()) / 1000.0);
        if (!decision)
            return decision.error();
        if (decision->verdict != GateVerdict::Allow)
            return Error{ErrorKind::Internal,
                         QStringLiteral("a call of the bench was not allowed: %1").arg(decision->rule)};
    }
    std::ranges::sort(micros);
    const auto at = [&](double share) {
        return micros[static_cast<size_t>(share * static_cast<double>(micros.size() - 1))];
    };
    return Json{{"decisions", decisions}, {"us", {{"p50", at(0.5)}, {"p99", at(0.99)}, {"max", at(1.0)}}}};
}

} // namespace Helmdesk
