#include "tools/ToolRunner.h"

#include "core/Instants.h"
#include "tools/OutsideTool.h"

#include <QElapsedTimer>
#include <QLoggingCategory>

namespace Helmdesk
{

Q_LOGGING_CATEGORY(lcTools, "helmdesk.tools", QtInfoMsg)

namespace
{

constexpr int maxAttempts = 2;

bool isWriting(const ToolSpec &spec)
{
    return spec.risk != RiskClass::Read;
}

void deny(ToolCall &call, const GateDecision &decision)
{
    call.status = ToolStatus::Denied;
    call.rule = decision.rule;
    call.failure = decision.detail.isEmpty() ? decision.why : decision.why + u' ' + decision.detail;
    call.result = {{"error", decision.rule}, {"message", decision.why}};
}

void hold(ToolCall &call, const GateDecision &decision)
{
    call.status = ToolStatus::PendingApproval;
    call.rule = decision.rule;
    call.failure.clear();
    call.result = Json();
    if (!decision.why.isEmpty())
        call.preview += QStringLiteral(". ") + decision.why;
}

void fail(ToolCall &call, const ToolSpec &spec, const Error &error, const ToolContext &context)
{
    QString what;
    switch (error.kind) {
    case ErrorKind::Timeout:
        what = QStringLiteral("%1 did not answer within %2 s.")
                   .arg(spec.name)
                   .arg(static_cast<double>(context.limits.timeout.count()) / 1000.0);
        break;
    case ErrorKind::Cancelled:
        what = QStringLiteral("%1 was not called: the run was stopped.").arg(spec.name);
        break;
    default:
        what = QStringLiteral("%1 failed (%2).").arg(spec.name, nameOf(error.kind));
        break;
    }
    call.status = ToolStatus::Failed;
    call.failure = (what + QLatin1Char(' ') + spec.fallback).trimmed();
    call.result = {{"error", nameOf(error.kind)}};
    qCWarning(lcTools) << spec.name << "failed:" << nameOf(error.kind) << error.detail;
}

void failUnknown(ToolCall &call, const ToolSpec &spec)
{
    call.status = ToolStatus::Failed;
    call.failure = QStringLiteral("outcome unknown: %1 had started and cannot be proven finished. %2")
                       .arg(spec.name, spec.fallback)
                       .trimmed();
    call.result = {{"error", "outcome_unknown"}};
}

void succeed(ToolCall &call, const Json &result)
{
    call.status = ToolStatus::Done;
    call.rule.clear();
    call.failure.clear();
    call.result = result;
}

// The gate again, on the world as it is now; Conflict when it no longer lets the call through.
Result<> stillAllowed(const PolicyGate &gate, const QString &tool, const Json &args,
                      const ToolContext &context)
{
    const auto decision = gate.check(tool, args, context, {});
    if (!decision)
        return decision.error();
    if (decision->verdict != GateVerdict::Allow)
        return Error{ErrorKind::Conflict, decision->why};
    return {};
}

// With the tool's own limit in time, where it has one.
void takeLimitOf(const ToolRegistry::Entry *entry, ToolContext &context)
{
    const auto *outside = entry ? dynamic_cast<const OutsideTool *>(entry->tool.get()) : nullptr;
    if (outside != nullptr && outside->timeout().count() > 0)
        context.limits.timeout = outside->timeout();
}

enum class LookedBack { Happened, Absent, Untold };

// Asks an outside system what became of an effect that had begun.
LookedBack lookBack(const ToolRegistry::Entry &entry, const ToolContext &context, const ToolCall &call,
                    const ToolThreads &threads, Json &result)
{
    if (dynamic_cast<const OutsideTool *>(entry.tool.get()) == nullptr)
        return LookedBack::Untold;
    const auto asked = threads.run(
        [tool = entry.tool, args = call.args, context, key = EffectKey{call.key}]() -> Result<Json> {
            const auto &outside = dynamic_cast<const OutsideTool &>(*tool);
            auto told = outside.lookBack(args, context, key);
            if (!told)
                return told.error();
            return *told ? Json::array({std::move(**told)}) : Json::array();
        },
        context.limits.timeout, {});
    if (!asked)
        return LookedBack::Untold;
    if (asked->empty())
        return LookedBack::Absent;
    result = asked->front();
    return LookedBack::Happened;
}

// The effect certainly did not happen when the other side refused it.
bool isRefusal(ErrorKind kind)
{
    return kind == ErrorKind::InvalidInput || kind == ErrorKind::NotFound || kind == ErrorKind::Denied ||
           kind == ErrorKind::Conflict;
}

} // namespace

ToolRunner::ToolRunner(std::shared_ptr<const ToolRegistry> registry, std::shared_ptr<const PolicyGate> gate,
                       std::shared_ptr<EffectLedger> ledger, std::shared_ptr<FaultInjector> faults)
    : m_registry(std::move(registry))
    , m_gate(std::move(gate))
    , m_ledger(std::move(ledger))
    , m_faults(std::move(faults))
{
}

ToolCall ToolRunner::run(const ToolRequest &request, const ToolContext &asked, ExecutionMode mode,
                         const std::vector<ToolCall> &callsSoFar) const
{
    QElapsedTimer timer;
    timer.start();
    ToolContext context = asked;
    context.isApproved = false;
    context.approvedBy.clear();
    ToolCall call;
    call.name = request.name;
    call.args = request.args.is_null() ? Json::object() : request.args;

    const auto perform = [&] {
        const Entry *entry = m_registry->find(call.name);
        takeLimitOf(entry, context);
        const bool isEffect = entry && isWriting(entry->spec());
        const EffectKey key = effectKey(context.message, context.run,
                                        static_cast<qsizetype>(callsSoFar.size()), call.name, call.args);
        if (isEffect && happenedBefore(key, call))
            return;
        context.key = key.value;
        const auto decision = m_gate->check(call.name, call.args, context, callsSoFar);
        if (!decision)
            return fail(call, entry ? entry->spec() : ToolSpec{call.name}, decision.error(), context);
        if (decision->verdict == GateVerdict::Deny || !entry)
            return deny(call, *decision);
        const bool waits =
            decision->verdict == GateVerdict::NeedsApproval || (isEffect && mode != ExecutionMode::Execute);
        if (isEffect || waits) {
            call.key = key.value;
            if (!describeEffect(*entry, context, call))
                return;
        }
        if (waits)
            return hold(call, *decision);
        execute(*entry, context, call, decision->amount);
    };
    perform();
    call.micros = timer.nsecsElapsed() / 1000;
    return call;
}

ToolCall ToolRunner::runApproved(const ToolCall &waiting, const ToolContext &asked, const Grant &grant,
                                 const Json &args) const
{
    QElapsedTimer timer;
    timer.start();
    if (waiting.status == ToolStatus::Done)
        return waiting;
    const bool isRevised = args.is_object();
    ToolCall call = isRevised ? revised(waiting, args) : waiting;
    ToolContext context = asked;
    context.isApproved = true;
    context.approvedBy = grant.approvedBy;
    context.alsoApprovedBy = grant.alsoApprovedBy;
    context.key = call.key;

    const auto perform = [&] {
        if (!keyCovers({call.key}, call.name, call.args))
            return deny(call, GateDecision::deny("arguments_changed",
                                                 QStringLiteral("The arguments are not those that were "
                                                                "approved.")));
        if (happenedBefore({call.key}, call))
            return;
        if (grant.customer != context.customer)
            return deny(call, GateDecision::deny("another_customer",
                                                 QStringLiteral("The approval is for another customer.")));
        const Entry *entry = m_registry->find(call.name);
        takeLimitOf(entry, context);
        const auto decision = m_gate->check(call.name, call.args, context, {});
        if (!decision)
            return fail(call, entry ? entry->spec() : ToolSpec{call.name}, decision.error(), context);
        if (decision->verdict == GateVerdict::Deny || !entry)
            return deny(call, *decision);
        const Json now = describe(call, context);
        const QString change = decision->verdict == GateVerdict::NeedsApproval
                                   ? decision->why
                                   : changedSince(grant, waiting, now, isRevised);
        if (!change.isEmpty()) {
            call = waiting;
            call.preview = stringOr(describe(waiting, context), "effect", waiting.preview) +
                           QStringLiteral(". ") + change;
            return;
        }
        execute(*entry, context, call, decision->amount);
    };
    perform();
    call.micros += timer.nsecsElapsed() / 1000;
    return call;
}

// One sentence; empty when all that was shown is still so.
QString ToolRunner::changedSince(const Grant &grant, const ToolCall &waiting, const Json &now,
                                 bool isRevised) const
{
    if (grant.tool != waiting.name || grant.args != waiting.args || grant.preview != waiting.preview)
        return QStringLiteral("What was approved is not what waits.");
    const auto differs = [&](const char *part) {
        return memberOrNull(grant.shown, part) != memberOrNull(now, part);
    };
    if (!grant.shown.is_object() || differs("customer_status"))
        return QStringLiteral("The customer's account is %1 since it was approved.")
            .arg(stringOr(now, "customer_status"));
    if (differs("destination"))
        return QStringLiteral("Where the money goes has changed since it was approved.");
    if (!isRevised && grant.shown != now)
        return QStringLiteral("What it changes is no longer what was approved.");
    return {};
}

Json ToolRunner::describe(const ToolCall &call, const ToolContext &context) const
{
    const Entry *entry = m_registry->find(call.name);
    const auto status = m_gate->customerStatus(context.customer);
    if (!entry || !status)
        return {};
    Preview preview;
    if (isWriting(entry->spec())) {
        auto described = entry->tool->preview(call.args, context);
        if (!described)
            return {};
        preview = std::move(*described);
    }
    Json changes = Json::array();
    for (const Change &change : preview.changes)
        changes.push_back({{"name", change.name}, {"before", change.before}, {"after", change.after}});
    return {{"effect", preview.effect},
            {"changes", std::move(changes)},
            {"destination", preview.destination},
            {"customer_status", *status}};
}

ToolCall ToolRunner::revised(const ToolCall &waiting, const Json &args)
{
    ToolCall call = waiting;
    call.args = args;
    call.key =
        waiting.key.section(QLatin1Char('.'), 0, 1) + QLatin1Char('.') + argumentsDigest(call.name, args);
    return call;
}

// After a crash between an effect and the step that tells of it, the world looks as if the call were wrong
// (the invoice is refunded already): the ledger knows better than the gate.
bool ToolRunner::happenedBefore(const EffectKey &key, ToolCall &call) const
{
    const auto record = m_ledger->find(key);
    if (!record || record->state != EffectState::Done)
        return false;
    call.key = key.value;
    succeed(call, record->result);
    return true;
}

// False when there is nothing to describe; the call then says why.
bool ToolRunner::describeEffect(const Entry &entry, const ToolContext &context, ToolCall &call) const
{
    const auto preview = entry.tool->preview(call.args, context);
    if (preview) {
        call.preview = preview->effect;
        return true;
    }
    fail(call, entry.spec(), preview.error(), context);
    return false;
}

void ToolRunner::execute(const Entry &entry, const ToolContext &context, ToolCall &call,
                         const std::optional<Money> &amount) const
{
    if (auto alive = context.control.check(); !alive)
        return fail(call, entry.spec(), alive.error(), context);
    if (isWriting(entry.spec()))
        return executeEffect(entry, context, call, amount);
    const auto result = attempt(entry, context, call);
    if (!result)
        return fail(call, entry.spec(), result.error(), context);
    succeed(call, *result);
}

void ToolRunner::executeEffect(const Entry &entry, const ToolContext &context, ToolCall &call,
                               const std::optional<Money> &amount) const
{
    const ToolSpec &spec = entry.spec();
    const EffectKey key{call.key};
    const EffectIntent intent{key,
                              call.name,
                              argumentsDigest(call.name, call.args),
                              context.conversation,
                              context.message,
                              context.run,
                              context.customer,
                              context.now,
                              spec.risk == RiskClass::Money ? amount : std::nullopt,
                              context.approvedBy};
    const auto before = m_ledger->begin(intent);
    if (!before)
        return fail(call, spec, before.error(), context);
    if (before->state == EffectState::Done)
        return succeed(call, before->result);
    const bool mayHaveHappened =
        before->state == EffectState::Started || before->state == EffectState::Unknown;
    if (mayHaveHappened && !spec.isIdempotent) {
        Json found;
        const LookedBack told = lookBack(entry, context, call, m_threads, found);
        if (told == LookedBack::Happened && m_ledger->finish(key, found, context.now))
            return succeed(call, found);
        if (told == LookedBack::Absent && before->state == EffectState::Started) {
            const auto cleared =
                m_ledger->giveUp(key, EffectState::Abandoned, QStringLiteral("looked back"), context.now);
            if (cleared && cleared->state == EffectState::Abandoned)
                return executeEffect(entry, context, call, amount);
        }
        if (auto marked =
                m_ledger->giveUp(key, EffectState::Unknown, QStringLiteral("interrupted"), context.now);
            !marked)
            qCWarning(lcTools) << "cannot mark an effect unknown:" << marked.error().detail;
        return failUnknown(call, spec);
    }

    // Two calls at once have both begun here, so that each sees the other in what was done before. A backend
    // with transactions asks inside its own.
    if (auto allowed =
            spec.isTransactional ? Result<>() : stillAllowed(*m_gate, call.name, call.args, context);
        !allowed)
        return settleFailure(entry, context, allowed.error(), call, Certainty::DidNotHappen);

    reached(Instant::EffectBegun);
    const auto result = attempt(entry, context, call);
    reached(Instant::EffectHappened);
    if (!result)
        return settleFailure(entry, context, result.error(), call,
                             spec.isTransactional || isRefusal(result.error().kind) ? Certainty::DidNotHappen
                                                                                    : Certainty::Unknown);
    if (!spec.isTransactional) {
        if (auto finished = m_ledger->finish(key, *result, context.now); !finished)
            return fail(call, spec, finished.error(), context);
    }
    succeed(call, *result);
}

// After an attempt that came to nothing: makes certain that it did, or says that nobody knows.
void ToolRunner::settleFailure(const Entry &entry, const ToolContext &context, const Error &error,
                               ToolCall &call, Certainty certainty) const
{
    const ToolSpec &spec = entry.spec();
    const auto settled = m_ledger->giveUp(
        {call.key}, certainty == Certainty::DidNotHappen ? EffectState::Abandoned : EffectState::Unknown,
        nameOf(error.kind), context.now);
    if (settled && settled->state == EffectState::Done)
        return succeed(call, settled->result); // it finished while its time ran out
    if (!settled || settled->state == EffectState::Unknown)
        return failUnknown(call, spec);
    if (!isRefusal(error.kind))
        return fail(call, spec, error, context);

    // The world changed between gate and effect, so the gate is asked about the world as it is now.
    const auto decision = m_gate->check(call.name, call.args, context, {});
    if (decision && decision->verdict == GateVerdict::NeedsApproval)
        return hold(call, *decision);
    if (decision && decision->verdict == GateVerdict::Deny)
        return deny(call, *decision);
    fail(call, spec, error, context);
}

// One retry for what can be repeated without harm, as long as there is time left.
Result<Json> ToolRunner::attempt(const Entry &entry, const ToolContext &context, const ToolCall &call) const
{
    const ToolSpec &spec = entry.spec();
    const bool isRepeatable = !isWriting(spec) || spec.isIdempotent;
    const auto until = std::chrono::steady_clock::now() + context.limits.timeout;
    Result<Json> result = Error{ErrorKind::Timeout, QStringLiteral("there was no time left"), true};
    for (int i = 0; i < maxAttempts; ++i) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            break;
        if (const auto fault = m_faults ? m_faults->before(spec.name) : std::nullopt) {
            result = *fault;
        } else {
            ToolContext inner = context;
            inner.control = context.control.withDeadline(left);
            // A tool that is given up may run on: it shares what it asks.
            if (isWriting(spec))
                inner.stillAllowed = [gate = m_gate, context, name = call.name, args = call.args] {
                    return stillAllowed(*gate, name, args, context);
                };
            // An effect that has begun is not cut off by a stop: it is let finish.
            const std::stop_token stop = isWriting(spec) ? std::stop_token() : context.control.stopToken();
            result = m_threads.run([tool = entry.tool, args = call.args, inner,
                                    key = EffectKey{call.key}] { return tool->run(args, inner, key); },
                                   left, stop);
        }
        if (result || !result.error().retryable || !isRepeatable)
            break;
    }
    return result;
}

} // namespace Helmdesk
