#include "llm/MeteredChatModel.h"

#include "llm/HttpChatModel.h"

#include <array>
#include <condition_variable>
#include <QLoggingCategory>
#include <QRandomGenerator>

namespace Helmdesk
{
namespace
{

Q_LOGGING_CATEGORY(lcLlm, "helmdesk.llm", QtInfoMsg)

// Faults of the server, which say that the next call fails too; those of a request do not.
bool speaksOfServer(ChatFault fault)
{
    switch (fault) {
    case ChatFault::KeyWrong:
    case ChatFault::MoneySpent:
    case ChatFault::RateLimited:
    case ChatFault::Overloaded:
    case ChatFault::Server:
    case ChatFault::Refused:
    case ChatFault::Unreachable:
    case ChatFault::Timeout:
    case ChatFault::Stalled:
    case ChatFault::Cut:
    case ChatFault::WrongType:
    case ChatFault::Redirect:
    case ChatFault::Tls:
        return true;
    default:
        return false;
    }
}

} // namespace

QString nameOf(BudgetScope scope)
{
    constexpr std::array names{"run", "conversation", "day", "month"};
    return QString::fromLatin1(names[static_cast<size_t>(scope)]);
}

std::optional<CostBy> costByNamed(const QString &name)
{
    if (name == QLatin1String("day"))
        return CostBy::Day;
    if (name == QLatin1String("model"))
        return CostBy::Model;
    if (name == QLatin1String("stage"))
        return CostBy::Stage;
    if (name == QLatin1String("category"))
        return CostBy::Category;
    return {};
}

MeteredChatModel::MeteredChatModel(std::shared_ptr<const ChatModel> inner, ModelProfile profile,
                                   CallLedger &ledger, std::shared_ptr<ProviderHealth> health,
                                   Surroundings surroundings)
    : m_inner(std::move(inner))
    , m_profile(std::move(profile))
    , m_ledger(ledger)
    , m_health(std::move(health))
    , m_surroundings(std::move(surroundings))
{
}

bool MeteredChatModel::waitFor(std::chrono::milliseconds time, const RunControl &control)
{
    const auto until = std::chrono::steady_clock::now() + time;
    if (until >= control.deadline())
        return false;
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    changed.wait_until(lock, control.stopToken(), until, [] { return false; });
    return !control.isStopped();
}

ChatResult MeteredChatModel::complete(const ChatRequest &request, const RunControl &control,
                                      const DeltaSink &sink) const
{
    bool wasShown = false;
    const DeltaSink watched = [&](const QString &text) {
        wasShown = true;
        sink(text);
    };
    const RetryPolicy policy{.maxTries = m_surroundings.maxTries()};
    for (int tries = 1;; ++tries) {
        ChatResult result = tryOnce(request, control, sink ? watched : sink);
        if (result.reply || wasShown)
            return result;
        const auto wait = policy.waitAfter(tries, result.failure.isRetryable, result.failure.retryAfter,
                                           QRandomGenerator::global()->generateDouble());
        if (!wait)
            return result;
        qCInfo(lcLlm).noquote() << "the model" << m_profile.name
                                << "is tried again:" << result.failure.detail;
        if (!m_surroundings.wait(*wait, control))
            return control.isStopped() ? ChatResult::failed(ChatFault::Stopped) : result;
    }
}

ChatResult MeteredChatModel::tryOnce(const ChatRequest &request, const RunControl &control,
                                     const DeltaSink &sink) const
{
    {
        const std::lock_guard lock(m_health->mutex);
        if (!m_health->breaker.mayCall(std::chrono::steady_clock::now()))
            return ChatResult::failed(ChatFault::CircuitOpen);
    }
    // A model whose price nobody knows takes as much from the budgets as the dearest.
    const bool isPriced = m_profile.prices.areKnown();
    const ModelPrices prices = isPriced ? m_profile.prices : standInPrices();
    TokenUsage most;
    most.input = estimatedInput(request);
    most.output = request.maxTokens;
    const auto reservation =
        m_ledger.reserve({m_profile.name, request.purpose, costOf(most, prices), m_surroundings.now()},
                         m_surroundings.limits());
    if (!reservation || reservation->spent) {
        {
            const std::lock_guard lock(m_health->mutex);
            m_health->breaker.abandoned();
        }
        if (!reservation)
            return ChatResult::failed(ChatFault::Budget, reservation.error().detail);
        return ChatResult::failed(
            ChatFault::Budget,
            QStringLiteral("the budget of the %1 is spent").arg(nameOf(*reservation->spent)));
    }
    ChatResult result = m_inner->complete(request, control, sink);
    SettledCall settled{result.usage, costOf(result.usage, prices), {}, result.ms, {}};
    if (isPriced)
        settled.costUsd = settled.budgetUsd;
    if (!result.reply)
        settled.fault = nameOf(result.failure.fault);
    if (auto noted = m_ledger.settle(reservation->id, settled); !noted)
        qCWarning(lcLlm).noquote() << "a call's cost was not noted and stays reserved:"
                                   << noted.error().detail;
    note(result);
    return result;
}

void MeteredChatModel::note(const ChatResult &result) const
{
    const std::lock_guard lock(m_health->mutex);
    if (result.reply)
        m_health->breaker.succeeded();
    else if (speaksOfServer(result.failure.fault))
        m_health->breaker.failed(std::chrono::steady_clock::now());
    else
        m_health->breaker.abandoned();
}

} // namespace Helmdesk
