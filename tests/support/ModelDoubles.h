#pragma once

#include "llm/CallLedger.h"
#include "llm/ChatModel.h"

#include <deque>
#include <mutex>
#include <QtTest>

namespace Helmdesk::Test
{

// Answers by its script, in order; fails the test on a call too many. Thread: any.
class ScriptedChatModel final : public ChatModel
{
public:
    using Step = std::function<ChatResult(const ChatRequest &)>;
    mutable std::deque<Step> steps;
    mutable std::vector<ChatRequest> asked;

    ChatResult complete(const ChatRequest &request, const RunControl &, const DeltaSink &sink) const override
    {
        Step step;
        {
            const std::lock_guard lock(m_mutex);
            asked.push_back(request);
            if (steps.empty()) {
                QTest::qFail("the model was asked once more than expected", __FILE__, __LINE__);
                return ChatResult::failed(ChatFault::Server);
            }
            step = std::move(steps.front());
            steps.pop_front();
        }
        ChatResult result = step(request);
        if (sink && result.reply)
            sink(result.reply->text);
        return result;
    }

    void says(const QString &text)
    {
        steps.push_back([text](const ChatRequest &) { return reply(text); });
    }
    void calls(const QString &tool, const Json &args)
    {
        steps.push_back([tool, args](const ChatRequest &) {
            ChatResult result = reply({});
            result.reply->calls = {{QStringLiteral("call_1"), tool, args, {}}};
            result.reply->stop = StopReason::Tools;
            return result;
        });
    }
    void fails(ChatFault fault, bool isRetryable = false)
    {
        steps.push_back([fault, isRetryable](const ChatRequest &) {
            ChatResult result = ChatResult::failed(fault);
            result.failure.isRetryable = isRetryable;
            return result;
        });
    }

    static ChatResult reply(const QString &text)
    {
        ChatResult result;
        result.reply = ChatReply{text, {}, StopReason::Finished, {}};
        result.usage.input = 100;
        result.usage.output = 10;
        return result;
    }

private:
    mutable std::mutex m_mutex;
};

// Grants everything up to a sum and remembers.
class MemoryLedger final : public CallLedger
{
public:
    double most = 1e9;
    std::vector<NewModelCall> reserved;
    std::vector<SettledCall> settled;

    Result<Reservation> reserve(const NewModelCall &call, const BudgetLimits &) override
    {
        double sum = call.reservedUsd;
        for (const SettledCall &done : settled)
            sum += done.budgetUsd;
        if (sum > most)
            return Reservation{0, BudgetScope::Day};
        reserved.push_back(call);
        return Reservation{static_cast<qint64>(reserved.size()), {}};
    }
    Result<> settle(qint64, const SettledCall &call) override
    {
        settled.push_back(call);
        return {};
    }
    Result<CostRow> ofRun(RunId, const QString &) const override { return CostRow(); }
    Result<std::vector<std::optional<ChatFault>>> lastFaults(const QString &, int) const override
    {
        std::vector<std::optional<ChatFault>> faults;
        for (auto call = settled.rbegin(); call != settled.rend(); ++call)
            faults.push_back(chatFaultNamed(call->fault));
        return faults;
    }
    Result<std::vector<CostRow>> report(CostBy, const QDate &, const QDate &) const override
    {
        CostRow row;
        for (const SettledCall &call : settled)
            row.budgetUsd += call.budgetUsd;
        return std::vector<CostRow>{row};
    }
};

} // namespace Helmdesk::Test
