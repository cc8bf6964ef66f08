#pragma once

#include "core/Json.h"
#include "tools/ExchangeRates.h"

#include <optional>
#include <QDateTime>
#include <vector>

namespace Helmdesk
{

// One thing that is wrong with a file of rules.
struct PolicyProblem {
    QString pointer; // where, as a JSON pointer: /tools/process_refund/guards/0/require
    QString what;    // one sentence
};

enum class PolicyOp {
    Literal,
    Path,
    Setting,
    List,
    Add,
    Subtract,
    Multiply,
    Percent,
    Least,
    Greatest,
    IfZero,
    Size,
    Sum,
    Pluck,
    Find,
    Minor,
    Worth,
    SecondsSince,
    HoursSince,
    DaysSince,
    MoneyText,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
    NotIn,
    All,
    Any,
    Not,
    Exists,
    Every,
    Some,
};

// A condition or a value of the rule language (docs/policy.md), read and checked: it calls nothing, repeats
// nothing but over a list that there is, and always ends.
struct PolicyExpression {
    PolicyOp op = PolicyOp::Literal;
    Json literal;     // of a Literal
    QStringList path; // of a Path, e.g. fetched, invoice, status
    QString name;     // of a Setting; the field of Sum, Pluck and Find
    std::vector<PolicyExpression> operands;
};

// What stands outside of an expression when it is reckoned out. Failure: NotFound for a value that is
// missing, InvalidInput for one that cannot be used, otherwise that of the read that was to fetch it.
class PolicyFacts
{
public:
    virtual ~PolicyFacts() = default;
    // Without the first step, which is one of args, customer, fetched, totals, now, call.
    virtual Result<Json> at(const QStringList &path) const = 0;
    virtual Result<Json> setting(const QString &name) const = 0;
    virtual const ExchangeRates &rates() const = 0;
    virtual QDateTime now() const = 0;
};

// The names that the expressions of a rule may use beside those that always exist.
struct PolicyScope {
    QStringList fetched;
    QStringList totals;
    bool hasItem = false; // inside every and some
};

// Read from JSON; nothing where it is not valid, with what is wrong added to `problems`.
std::optional<PolicyExpression> readPolicyValue(const Json &json, const QString &pointer,
                                                const PolicyScope &scope,
                                                std::vector<PolicyProblem> &problems);
std::optional<PolicyExpression> readPolicyCondition(const Json &json, const QString &pointer,
                                                    const PolicyScope &scope,
                                                    std::vector<PolicyProblem> &problems);

// The member of a value that a path leads to; NotFound where there is none or it is null.
Result<Json> policyMember(const Json &value, const QStringList &path, qsizetype from);

// Failure: NotFound for a missing value, InvalidInput for what cannot be reckoned (another type, a fraction,
// an amount beyond 64 bits, more than 100,000 steps), otherwise that of a read.
Result<Json> reckon(const PolicyExpression &value, const PolicyFacts &facts);
Result<bool> holds(const PolicyExpression &condition, const PolicyFacts &facts);

} // namespace Helmdesk
