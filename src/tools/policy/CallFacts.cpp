#include "tools/policy/CallFacts.h"

#include "core/Clock.h"

#include <algorithm>
#include <limits>

namespace Helmdesk
{
namespace
{

Error missing(const QString &what)
{
    return {ErrorKind::NotFound, QStringLiteral("there is no %1").arg(what)};
}

} // namespace

CallFacts::CallFacts(const Sources &sources, const ToolRules &rules, const QString &tool, const Json &args,
                     const ToolContext &context, const std::vector<ToolCall> &callsSoFar,
                     const std::optional<CustomerRecord> &customer)
    : m_sources(sources)
    , m_rules(rules)
    , m_tool(tool)
    , m_args(args)
    , m_context(context)
    , m_callsSoFar(callsSoFar)
    , m_customer(customer ? toJson(*customer) : Json())
{
}

Result<Json> CallFacts::at(const QStringList &path) const
{
    const QString &root = path.first();
    if (root == QLatin1String("args"))
        return policyMember(m_args, path, 1);
    if (root == QLatin1String("customer"))
        return policyMember(m_customer, path, 1);
    if (root == QLatin1String("now"))
        return policyMember(Json(toIso(m_context.now)), path, 1);
    if (root == QLatin1String("call")) {
        const Json call{{"tool", m_tool},
                        {"channel", nameOf(m_context.channel)},
                        {"level", nameOf(m_context.level)},
                        {"category", m_context.category}};
        return policyMember(call, path, 1);
    }
    if (path.size() < 2)
        return missing(root);
    auto value = root == QLatin1String("fetched") ? fetched(path[1]) : total(path[1]);
    return value ? policyMember(*value, path, 2) : value;
}

Result<Json> CallFacts::setting(const QString &name) const
{
    const SettingDefinition *definition = findSetting(name);
    return definition == nullptr ? Result<Json>(missing(name)) : m_context.settings.value(definition->key);
}

Result<Json> CallFacts::fetched(const QString &name) const
{
    const auto declared = m_rules.fetch.find(name);
    if (declared == m_rules.fetch.end())
        return missing(name);
    const auto known = m_fetched.find(name);
    return known != m_fetched.end() ? known->second
                                    : m_fetched.emplace(name, fetch(declared->second)).first->second;
}

Result<Json> CallFacts::fetch(const PolicyFetch &read) const
{
    const ToolRegistry::Entry *entry = m_sources.registry.find(read.tool);
    if (entry == nullptr || entry->spec().risk != RiskClass::Read)
        return Error{ErrorKind::InvalidInput, QStringLiteral("%1 is no tool that reads").arg(read.tool)};
    Json args = Json::object();
    for (const auto &[name, expression] : read.args) {
        auto value = reckon(expression, *this);
        if (!value)
            return value;
        args[name.toStdString()] = std::move(*value);
    }
    if (auto valid = entry->schema.check(args); !valid)
        return valid.error();
    ToolContext context = m_context;
    context.control = m_context.control.withDeadline(m_context.limits.timeout);
    auto result = entry->tool->run(args, context, {});
    return result ? policyMember(*result, read.take, 0) : result;
}

Result<Json> CallFacts::total(const QString &name) const
{
    const auto declared = m_rules.totals.find(name);
    if (declared == m_rules.totals.end())
        return missing(name);
    const auto known = m_totals.find(name);
    return known != m_totals.end() ? known->second
                                   : m_totals.emplace(name, sumUp(declared->second)).first->second;
}

QDateTime CallFacts::beginOf(const PolicyTotal &total) const
{
    const QDateTime now = m_context.now.toUTC();
    const QDate day = total.isCalendarMonth ? QDate(now.date().year(), now.date().month(), 1) : now.date();
    if (total.isCalendarDay || total.isCalendarMonth)
        return QDateTime(day, QTime(0, 0), Qt::UTC).addMSecs(-1); // what is at midnight counts
    return now.addSecs(-total.seconds);
}

Result<Json> CallFacts::sumUp(const PolicyTotal &total) const
{
    const QStringList tools = total.tools.isEmpty() ? QStringList(m_tool) : total.tools;
    if (total.whose == PolicyTotal::Whose::WaitingInTurn)
        return waiting(total, tools);
    PastEffectQuery query{tools, {}, {}, beginOf(total), {m_context.key}};
    query.countsBegun = std::ranges::any_of(tools, [this](const QString &tool) {
        const ToolRegistry::Entry *entry = m_sources.registry.find(tool);
        return entry != nullptr && !entry->spec().isTransactional;
    });
    if (total.whose == PolicyTotal::Whose::Customer)
        query.customer = m_context.customer;
    if (total.whose == PolicyTotal::Whose::Operator)
        query.approvedBy = m_context.approvedBy;
    const auto past = m_sources.ledger.past(query);
    if (!past)
        return past.error();
    if (total.of == PolicyTotal::Of::Calls)
        return Json(past->size());
    const auto currency = reckon(*total.currency, *this);
    if (!currency)
        return currency;
    const QString wanted = currency->is_string() ? currency->get<QString>() : QString();
    qint64 sum = 0;
    for (const PastEffect &effect : *past) {
        const auto minor = rates().convert(effect.amount.value_or(Money{0, wanted}), wanted);
        if (!minor)
            return missing(QStringLiteral("known worth of an earlier amount"));
        if (*minor > std::numeric_limits<qint64>::max() - sum)
            return Error{ErrorKind::InvalidInput, QStringLiteral("a sum is too large to reckon with")};
        sum += *minor;
    }
    return Json(sum);
}

// Calls of this turn that wait for a person: they count as if they were made.
Result<Json> CallFacts::waiting(const PolicyTotal &total, const QStringList &tools) const
{
    qint64 sum = 0;
    qint64 calls = 0;
    for (const ToolCall &call : m_callsSoFar) {
        bool counts = call.status == ToolStatus::PendingApproval && tools.contains(call.name);
        for (const QString &name : total.same) {
            const QByteArray key = name.toUtf8();
            counts =
                counts && memberOrNull(call.args, key.constData()) == memberOrNull(m_args, key.constData());
        }
        if (!counts)
            continue;
        ++calls;
        const auto moved = moneyIn(call.args);
        if (!moved)
            continue;
        if (moved->minor > std::numeric_limits<qint64>::max() - sum)
            return Error{ErrorKind::InvalidInput, QStringLiteral("a sum is too large to reckon with")};
        sum += moved->minor;
    }
    return Json(total.of == PolicyTotal::Of::Calls ? calls : sum);
}

} // namespace Helmdesk
