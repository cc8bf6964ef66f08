#pragma once

#include "llm/ModelProfile.h"

namespace Helmdesk
{

enum class BudgetScope { Run, Conversation, Day, Month };
QString nameOf(BudgetScope scope); // run, conversation, day, month

// Dollars; what would pass one of them is not called.
struct BudgetLimits {
    double run = 0.0;
    double conversation = 0.0;
    double day = 0.0;   // UTC
    double month = 0.0; // UTC
};

struct NewModelCall {
    QString model; // the profile's name
    CallPurpose purpose;
    double reservedUsd = 0.0; // the most that it can cost
    QDateTime at;
};

struct Reservation {
    qint64 id = 0;
    std::optional<BudgetScope> spent; // set: it was refused by this budget, and there is no id
};

struct SettledCall {
    TokenUsage usage;
    double budgetUsd = 0.0;        // what it takes from the budgets
    std::optional<double> costUsd; // empty: the price is not known
    qint64 ms = 0;
    QString fault; // empty: it came to a reply
};

struct CostRow {
    QString key;
    qint64 calls = 0;
    qint64 tokensIn = 0;
    qint64 tokensOut = 0;
    double costUsd = 0.0;
    qint64 unpriced = 0;    // calls among them whose price is not known
    double budgetUsd = 0.0; // what they took from the budgets, calls under way included
};

enum class CostBy { Day, Model, Stage, Category };
std::optional<CostBy> costByNamed(const QString &name);

// Every call of a model, from before it is made. What was reserved and never settled, because the program
// died, counts as spent. Thread: any, and several programs at once. Failure: that of the store; a call is not
// made then.
class CallLedger
{
public:
    virtual ~CallLedger() = default;
    // One transaction over all programs: what was granted together never passes a budget.
    virtual Result<Reservation> reserve(const NewModelCall &call, const BudgetLimits &limits) = 0;
    virtual Result<> settle(qint64 id, const SettledCall &call) = 0;
    // Of all its calls, or those of one stage.
    virtual Result<CostRow> ofRun(RunId run, const QString &stage = {}) const = 0;
    // What became of the model's last calls, the newest first; empty: a reply.
    virtual Result<std::vector<std::optional<ChatFault>>> lastFaults(const QString &model,
                                                                     int most) const = 0;
    // `from` and `to` are days, both inclusive; invalid: open. By the key, days in order, others by cost.
    virtual Result<std::vector<CostRow>> report(CostBy by, const QDate &from, const QDate &to) const = 0;
};

} // namespace Helmdesk
