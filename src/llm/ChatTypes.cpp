#include "llm/ChatTypes.h"

#include <algorithm>
#include <array>

namespace Helmdesk
{
namespace
{

struct FaultWords {
    ChatFault fault;
    const char *name;
    const char *sentence;
};

constexpr std::array faults{
    FaultWords{ChatFault::NoKey, "no_key",
               "The model has no key, or the keychain is locked. Unlock it, or give the key again."},
    FaultWords{ChatFault::KeyWrong, "key_wrong",
               "The model's server refused the key. Give it a valid one in the settings."},
    FaultWords{ChatFault::MoneySpent, "money_spent",
               "The account at the model's provider has no credit left or reached its limit."},
    FaultWords{ChatFault::Budget, "budget",
               "The desk's budget for language models is spent. Raise it in the settings or wait."},
    FaultWords{ChatFault::RateLimited, "rate_limited",
               "The model's server takes no more requests for the moment."},
    FaultWords{ChatFault::Overloaded, "overloaded", "The model's server is overloaded."},
    FaultWords{ChatFault::Server, "server", "The model's server has a fault."},
    FaultWords{ChatFault::Refused, "refused",
               "Nobody listens at the model's address. Start its server or correct the address."},
    FaultWords{ChatFault::Unreachable, "unreachable", "The model's server cannot be reached."},
    FaultWords{ChatFault::Timeout, "timeout", "The model did not finish in time."},
    FaultWords{ChatFault::Stalled, "stalled", "The model went silent in the middle of its answer."},
    FaultWords{ChatFault::Cut, "cut", "The connection to the model ended before its answer did."},
    FaultWords{ChatFault::TooLarge, "too_large", "The model's answer was longer than is allowed."},
    FaultWords{ChatFault::WrongType, "wrong_type",
               "What answers at the model's address is no model server. Correct the address."},
    FaultWords{ChatFault::Redirect, "redirect",
               "The model's address points elsewhere. Give the address that it means."},
    FaultWords{ChatFault::Tls, "tls", "The connection to the model's server cannot be trusted."},
    FaultWords{ChatFault::Garbled, "garbled",
               "The model's server answered with something that cannot be read."},
    FaultWords{ChatFault::Empty, "empty", "The model answered with nothing."},
    FaultWords{ChatFault::Truncated, "truncated",
               "The model used up its limit of words before it said anything."},
    FaultWords{ChatFault::Refusal, "refusal", "The model refused to answer."},
    FaultWords{ChatFault::Filtered, "filtered", "The provider's content filter held the answer back."},
    FaultWords{ChatFault::BadRequest, "bad_request",
               "The model's server does not take the request. Test the model anew."},
    FaultWords{ChatFault::ContextFull, "context_full", "The conversation is longer than the model can read."},
    FaultWords{ChatFault::NoSuchModel, "no_such_model", "The server has no model of that name. Correct it."},
    FaultWords{ChatFault::CircuitOpen, "circuit_open",
               "The model failed several times in a row and is left alone for a while."},
    FaultWords{ChatFault::Stopped, "stopped", "The work was stopped."},
};

const FaultWords &wordsOf(ChatFault fault)
{
    return faults[static_cast<size_t>(fault)];
}

} // namespace

QString nameOf(ChatFault fault)
{
    return QString::fromLatin1(wordsOf(fault).name);
}

std::optional<ChatFault> chatFaultNamed(const QString &name)
{
    const auto found = std::ranges::find_if(
        faults, [&](const FaultWords &words) { return name == QLatin1String(words.name); });
    return found == faults.end() ? std::nullopt : std::optional(found->fault);
}

QString sentenceOf(ChatFault fault)
{
    return QString::fromLatin1(wordsOf(fault).sentence);
}

ChatResult ChatResult::failed(ChatFault fault, QString detail)
{
    ChatResult result;
    result.failure.fault = fault;
    result.failure.detail = detail.isEmpty() ? sentenceOf(fault) : std::move(detail);
    return result;
}

} // namespace Helmdesk
