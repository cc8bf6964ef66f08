#pragma once

#include "http/CircuitBreaker.h"
#include "http/RetryPolicy.h"
#include "llm/CallLedger.h"
#include "llm/ChatModel.h"

#include <memory>
#include <mutex>

namespace Helmdesk
{

// The state of one provider that all calls of the program share. Thread: any.
struct ProviderHealth {
    std::mutex mutex;
    CircuitBreaker breaker;
};

// A model whose every try is paid from the budgets and noted: reserved at the price of the model that runs,
// settled after. Tries again what may pass, unless a word of the answer was shown. Thread: any. Ownership:
// ledger and inner model outlive it.
class MeteredChatModel final : public ChatModel
{
public:
    struct Surroundings {
        std::function<BudgetLimits()> limits;
        std::function<int()> maxTries;
        std::function<QDateTime()> now;
        // Waits unless the run stops first; false: it stopped, or its deadline comes before.
        std::function<bool(std::chrono::milliseconds, const RunControl &)> wait = waitFor;
    };
    MeteredChatModel(std::shared_ptr<const ChatModel> inner, ModelProfile profile, CallLedger &ledger,
                     std::shared_ptr<ProviderHealth> health, Surroundings surroundings);

    ChatResult complete(const ChatRequest &request, const RunControl &control,
                        const DeltaSink &sink = {}) const override;

    static bool waitFor(std::chrono::milliseconds time, const RunControl &control);

private:
    ChatResult tryOnce(const ChatRequest &request, const RunControl &control, const DeltaSink &sink) const;
    void note(const ChatResult &result) const;

    std::shared_ptr<const ChatModel> m_inner;
    ModelProfile m_profile;
    CallLedger &m_ledger;
    std::shared_ptr<ProviderHealth> m_health;
    Surroundings m_surroundings;
};

} // namespace Helmdesk
