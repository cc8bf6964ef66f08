#pragma once

#include "core/Domain.h"
#include "core/Ids.h"
#include "core/Json.h"
#include "core/RunControl.h"
#include "settings/Settings.h"
#include "tools/EffectKey.h"
#include "tools/ExchangeRates.h"
#include "tools/policy/IdentityLevel.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <QDateTime>
#include <QString>
#include <vector>

namespace Helmdesk
{

// What a call can do at worst.
enum class RiskClass {
    Read,
    Write,
    Money,
};

QString nameOf(RiskClass risk); // read, write, money

struct ToolLimits {
    std::shared_ptr<const ExchangeRates> rates = std::make_shared<ExchangeRates>(); // for limits alone
    std::chrono::milliseconds timeout{5000};
};

// Where a call comes from. The customer is the one that the channel established, never one that a model or a
// message names.
struct ToolContext {
    QString customer; // may be empty
    ConversationId conversation;
    MessageId message; // the customer's message that the turn answers
    RunId run;
    QDateTime now;
    int round = 0;          // of tool calls within the turn, from 0
    Settings settings = {}; // that the rules of the desk refer to
    QString category = {};  // of the specialist that asks; empty: not known, and not looked at
    ChannelKind channel = ChannelKind::Chat;
    IdentityLevel level = IdentityLevel::Channel; // of the customer; without one it counts as None
    bool isConfirmed = false;                     // the customer said a clear yes to exactly this call
    ToolLimits limits;
    RunControl control;
    bool isApproved = false; // a person approved exactly this call; set by the runner alone
    QString approvedBy;      // that person
    QString alsoApprovedBy;  // who said yes before, where it takes two
    QString key; // of the effect that is asked for, which no total counts; set by the runner alone
    // The rules once more, for a backend that can ask where nothing can come between; set by the runner
    // alone. Conflict when they no longer let the call through.
    std::function<Result<>()> stillAllowed = {};
};

struct Change {
    QString name;
    QString before;
    QString after;
    bool operator==(const Change &) const = default;
};

// The exact effect of a call, for the person who approves it.
struct Preview {
    QString effect; // one line, e.g. "Refund 249.00 USD to card ending 4242 for INV-9102"
    std::vector<Change> changes;
    QString destination; // the id of what receives money; empty: no money moves
};

struct ToolSpec {
    QString name;
    QString description; // for the operator and for a language model
    Json schema;         // JSON Schema (draft 7) of the arguments
    RiskClass risk = RiskClass::Read;
    bool isIdempotent = true;    // a second call with the same key has no second effect
    bool isTransactional = true; // its effect and the ledger's Done are one transaction
    bool needsApproval = false;  // every call waits for a person
    QString fallback;            // what a person can do when it fails, one sentence
};

// One action that a specialist can ask for. Made once, shared by all runs: run() and preview() are called
// from several threads at once. They are given only arguments that the policy gate has passed, but decide
// about ownership again by what the backend says. Failure: InvalidInput, NotFound, Denied, Conflict (the
// world changed since the gate), Unavailable, Timeout and the kinds of the store.
class Tool
{
public:
    virtual ~Tool() = default;
    virtual const ToolSpec &spec() const = 0;

    // What a schema cannot say about the arguments, which match it. InvalidInput names the argument.
    virtual Result<> checkArguments(const Json &) const { return {}; }

    // No effect. Not called for reads.
    virtual Result<Preview> preview(const Json &args, const ToolContext &context) const = 0;
    // `key` is empty for reads.
    virtual Result<Json> run(const Json &args, const ToolContext &context, const EffectKey &key) const = 0;
};

} // namespace Helmdesk
