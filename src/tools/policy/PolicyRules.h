#pragma once

#include "core/Domain.h"
#include "tools/policy/IdentityLevel.h"
#include "tools/policy/PolicyExpression.h"
#include "tools/Tool.h"

#include <functional>
#include <map>
#include <memory>

namespace Helmdesk
{

// Who may say yes to a call that waits, and how many of them it takes.
struct ApproverRule {
    QStringList names; // empty: anybody at the desk
    int people = 1;
    bool admits(const QString &name) const
    {
        return names.isEmpty() || names.contains(name, Qt::CaseInsensitive);
    }
};

// What must be true, and what happens otherwise.
struct PolicyClause {
    enum class Otherwise { Deny, Approval };

    QString id;
    PolicyExpression require;
    Otherwise otherwise = Otherwise::Deny;
    QString say; // one sentence for the model and the operator; {name} stands for a member of `show`
    std::map<QString, PolicyExpression> show;
    ApproverRule approvers; // of Otherwise::Approval
};

// Who may ask for a tool.
struct IdentityRule {
    QString id = QStringLiteral("identity");
    PolicyExpression level; // a text: none, channel, verified, operator
    std::map<ChannelKind, PolicyExpression> ofChannel;
    QString say;
};

// A read whose result the clauses look at. It is made with the customer of the call.
struct PolicyFetch {
    QString tool;
    std::map<QString, PolicyExpression> args;
    QStringList take; // the part of the result that is meant; empty: all of it
};

// What was done before, summed up.
struct PolicyTotal {
    enum class Of { Amount, Calls };
    enum class Whose { Customer, Operator, Desk, WaitingInTurn };

    Of of = Of::Amount;
    Whose whose = Whose::Customer;
    QStringList tools; // empty: the tool of the call
    qint64 seconds = 0;
    bool isCalendarDay = false; // since midnight UTC
    bool isCalendarMonth = false;
    std::optional<PolicyExpression> currency; // of Amount: what the sum is in
    QStringList same;                         // arguments that must be those of the call
};

struct PolicyMoney {
    PolicyExpression minor;
    PolicyExpression currency;
};

struct ToolRules {
    QString about;
    bool isEnabled = true;
    bool isTrusted = false; // its calls need not wait only because the tool is new
    QStringList categories; // that may ask for it; empty: all
    IdentityRule who;
    std::map<QString, PolicyFetch> fetch;
    std::map<QString, PolicyTotal> totals;
    std::optional<PolicyMoney> amount; // of a tool that names it otherwise than amount_minor and currency
    std::vector<PolicyClause> guards;  // always deny
    std::vector<PolicyClause> limits;  // wait for a person unless they deny
    std::optional<PolicyClause> confirm;
    std::vector<PolicyClause> approvals;
};

// The rules of a desk (docs/policy.md). Immutable once read, so any thread may use it.
struct Policy {
    QString title;
    int mostRounds = 8;
    int mostCalls = 24;
    int mostIdenticalReads = 2;
    int mostArgumentBytes = 16 * 1024;
    std::map<QString, ToolRules> tools;
    std::map<RiskClass, ToolRules> others; // for tools that the file does not name

    const ToolRules &rulesOf(const ToolSpec &spec) const;
    bool names(const QString &tool) const { return tools.contains(tool); }
};

struct PolicyReading {
    std::shared_ptr<const Policy> policy; // null when there is a problem
    std::vector<PolicyProblem> problems;
};

// Reads a file of rules; every problem is named, not only the first. Whatever is not known makes it invalid.
PolicyReading readPolicy(const QByteArray &text);
// The first of the problems, as a sentence.
QString sentenceOf(const std::vector<PolicyProblem> &problems);

// The rules that ship (resources/policy/default.json). Failure: that of reading, InvalidInput.
Result<std::shared_ptr<const Policy>> shippedPolicy();

// The rules that hold now.
struct PolicyInForce {
    std::shared_ptr<const Policy> policy; // null: none could ever be read, so every call is denied
    QString problem;                      // why the file that should hold cannot be read; empty: it can
};
using PolicySource = std::function<PolicyInForce()>;

} // namespace Helmdesk
