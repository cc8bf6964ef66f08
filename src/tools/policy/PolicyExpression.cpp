#include "tools/policy/PolicyExpression.h"

#include "settings/SettingKey.h"

#include <algorithm>
#include <array>
#include <limits>

namespace Helmdesk
{
namespace
{

enum class Operands {
    Values,
    Conditions,
    ValueAndField,      // a list and the name of a field
    ValueFieldAndValue, // the same, and what the field holds
    ValueAndCondition,  // a list and a condition on each $item
};

struct Definition {
    const char *name;
    PolicyOp op;
    Operands operands;
    size_t least;
    size_t most;
    bool isCondition;
};

constexpr size_t many = 32;

constexpr std::array definitions{
    Definition{"add", PolicyOp::Add, Operands::Values, 2, many, false},
    Definition{"subtract", PolicyOp::Subtract, Operands::Values, 2, 2, false},
    Definition{"multiply", PolicyOp::Multiply, Operands::Values, 2, 2, false},
    Definition{"percent", PolicyOp::Percent, Operands::Values, 2, 2, false},
    Definition{"least", PolicyOp::Least, Operands::Values, 2, many, false},
    Definition{"greatest", PolicyOp::Greatest, Operands::Values, 2, many, false},
    Definition{"if_zero", PolicyOp::IfZero, Operands::Values, 2, 2, false},
    Definition{"size", PolicyOp::Size, Operands::Values, 1, 1, false},
    Definition{"sum", PolicyOp::Sum, Operands::ValueAndField, 2, 2, false},
    Definition{"pluck", PolicyOp::Pluck, Operands::ValueAndField, 2, 2, false},
    Definition{"find", PolicyOp::Find, Operands::ValueFieldAndValue, 3, 3, false},
    Definition{"minor", PolicyOp::Minor, Operands::Values, 2, 2, false},
    Definition{"worth", PolicyOp::Worth, Operands::Values, 3, 3, false},
    Definition{"seconds_since", PolicyOp::SecondsSince, Operands::Values, 1, 1, false},
    Definition{"hours_since", PolicyOp::HoursSince, Operands::Values, 1, 1, false},
    Definition{"days_since", PolicyOp::DaysSince, Operands::Values, 1, 1, false},
    Definition{"money", PolicyOp::MoneyText, Operands::Values, 2, 2, false},
    Definition{"equal", PolicyOp::Equal, Operands::Values, 2, 2, true},
    Definition{"not_equal", PolicyOp::NotEqual, Operands::Values, 2, 2, true},
    Definition{"less", PolicyOp::Less, Operands::Values, 2, 2, true},
    Definition{"at_most", PolicyOp::LessEqual, Operands::Values, 2, 2, true},
    Definition{"more", PolicyOp::Greater, Operands::Values, 2, 2, true},
    Definition{"at_least", PolicyOp::GreaterEqual, Operands::Values, 2, 2, true},
    Definition{"in", PolicyOp::In, Operands::Values, 2, 2, true},
    Definition{"not_in", PolicyOp::NotIn, Operands::Values, 2, 2, true},
    Definition{"all", PolicyOp::All, Operands::Conditions, 1, many, true},
    Definition{"any", PolicyOp::Any, Operands::Conditions, 1, many, true},
    Definition{"not", PolicyOp::Not, Operands::Conditions, 1, 1, true},
    Definition{"exists", PolicyOp::Exists, Operands::Values, 1, 1, true},
    Definition{"every", PolicyOp::Every, Operands::ValueAndCondition, 2, 2, true},
    Definition{"some", PolicyOp::Some, Operands::ValueAndCondition, 2, 2, true},
};

QString nameOf(const Definition &definition)
{
    return QString::fromLatin1(definition.name);
}

const Definition *definitionNamed(const QString &name)
{
    const auto found =
        std::ranges::find_if(definitions, [&](const Definition &one) { return nameOf(one) == name; });
    return found == definitions.end() ? nullptr : &*found;
}

class ExpressionReader
{
public:
    ExpressionReader(PolicyScope scope, std::vector<PolicyProblem> &problems)
        : m_scope(std::move(scope))
        , m_problems(problems)
    {
    }

    std::optional<PolicyExpression> value(const Json &json, const QString &pointer)
    {
        if (json.is_string())
            return text(json.get<QString>(), pointer);
        if (json.is_boolean())
            return PolicyExpression{PolicyOp::Literal, json, {}, {}, {}};
        if (json.is_number())
            return number(json, pointer);
        if (json.is_array())
            return list(json, pointer);
        if (json.is_object())
            return operation(json, pointer, false);
        return wrong(pointer, QStringLiteral("a value is missing"));
    }

    std::optional<PolicyExpression> condition(const Json &json, const QString &pointer)
    {
        if (!json.is_object())
            return wrong(pointer, QStringLiteral("a condition is an object such as {\"at_most\": [\"$args."
                                                 "amount_minor\", 10000]}"));
        return operation(json, pointer, true);
    }

private:
    std::nullopt_t wrong(const QString &pointer, const QString &what)
    {
        m_problems.push_back({pointer, what});
        return std::nullopt;
    }

    std::optional<PolicyExpression> number(const Json &json, const QString &pointer)
    {
        if (!json.is_number_integer())
            return wrong(pointer, QStringLiteral("numbers are whole; an amount is in minor units"));
        if (json.is_number_unsigned() && json.get<quint64>() > quint64(std::numeric_limits<qint64>::max()))
            return wrong(pointer, QStringLiteral("the number is too large"));
        return PolicyExpression{PolicyOp::Literal, json, {}, {}, {}};
    }

    std::optional<PolicyExpression> text(const QString &text, const QString &pointer)
    {
        if (!text.startsWith(QLatin1Char('$')))
            return PolicyExpression{PolicyOp::Literal, Json(text), {}, {}, {}};
        const QStringList path = text.mid(1).split(QLatin1Char('.'));
        const QString &root = path.first();
        const auto named = [&](const QStringList &names, const char *where) {
            return path.size() > 1 && names.contains(path[1])
                       ? QString()
                       : QStringLiteral("\"%1\" is not declared in \"%2\"")
                             .arg(text, QString::fromLatin1(where));
        };
        QString problem;
        if (path.contains(QString()))
            problem = QStringLiteral("\"%1\" is no path").arg(text);
        else if (root == QLatin1String("fetched"))
            problem = named(m_scope.fetched, "fetch");
        else if (root == QLatin1String("totals"))
            problem = named(m_scope.totals, "totals");
        else if (root == QLatin1String("item") && !m_scope.hasItem)
            problem = QStringLiteral("$item stands only inside every and some");
        else if (!QStringList{QStringLiteral("args"), QStringLiteral("customer"), QStringLiteral("now"),
                              QStringLiteral("call"), QStringLiteral("item")}
                      .contains(root))
            problem = QStringLiteral("a path begins with $args, $customer, $fetched, $totals, $now, $call or "
                                     "$item; a text that begins with $ is written {\"text\": \"$...\"}");
        if (!problem.isEmpty())
            return wrong(pointer, problem);
        return PolicyExpression{PolicyOp::Path, {}, path, {}, {}};
    }

    std::optional<PolicyExpression> list(const Json &json, const QString &pointer)
    {
        PolicyExpression list{PolicyOp::List, {}, {}, {}, {}};
        bool isWhole = true;
        for (size_t i = 0; i < json.size(); ++i) {
            auto part = value(json[i], QStringLiteral("%1/%2").arg(pointer).arg(i));
            isWhole = isWhole && part.has_value();
            if (part)
                list.operands.push_back(std::move(*part));
        }
        return isWhole ? std::optional(std::move(list)) : std::nullopt;
    }

    std::optional<PolicyExpression> special(const QString &name, const Json &operand, const QString &pointer)
    {
        if (!operand.is_string())
            return wrong(pointer, QStringLiteral("\"%1\" takes a text").arg(name));
        if (name == QLatin1String("text"))
            return PolicyExpression{PolicyOp::Literal, operand, {}, {}, {}};
        const auto setting = operand.get<QString>();
        if (findSetting(setting) == nullptr)
            return wrong(pointer, QStringLiteral("there is no setting named \"%1\"").arg(setting));
        return PolicyExpression{PolicyOp::Setting, {}, {}, setting, {}};
    }

    std::optional<PolicyExpression> operation(const Json &json, const QString &pointer, bool wantsCondition)
    {
        if (json.size() != 1)
            return wrong(pointer, QStringLiteral("one operation stands here, so the object has one member"));
        const QString name = QString::fromStdString(json.begin().key());
        const Json &operand = json.begin().value();
        const QString inside = pointer + QLatin1Char('/') + name;
        if (!wantsCondition && (name == QLatin1String("text") || name == QLatin1String("setting")))
            return special(name, operand, inside);
        const Definition *definition = definitionNamed(name);
        if (definition == nullptr)
            return wrong(pointer, QStringLiteral("there is no operation \"%1\"").arg(name));
        if (definition->isCondition != wantsCondition)
            return wrong(pointer,
                         wantsCondition
                             ? QStringLiteral("\"%1\" gives a value, and a condition stands here").arg(name)
                             : QStringLiteral("\"%1\" is a condition, and a value stands here").arg(name));
        return operands(*definition, operand.is_array() ? operand : Json::array({operand}), inside,
                        operand.is_array());
    }

    std::optional<PolicyExpression> operands(const Definition &definition, const Json &given,
                                             const QString &pointer, bool isList)
    {
        if (given.size() < definition.least || given.size() > definition.most)
            return wrong(pointer,
                         definition.least == definition.most
                             ? QStringLiteral("\"%1\" takes %2").arg(nameOf(definition)).arg(definition.least)
                             : QStringLiteral("\"%1\" takes %2 or more, up to %3")
                                   .arg(nameOf(definition))
                                   .arg(definition.least)
                                   .arg(definition.most));
        PolicyExpression expression{definition.op, {}, {}, {}, {}};
        bool isWhole = true;
        for (size_t i = 0; i < given.size(); ++i) {
            const QString place = isList ? QStringLiteral("%1/%2").arg(pointer).arg(i) : pointer;
            if (i == 1 && takesField(definition)) {
                const bool isField = given[i].is_string() && !stringOf(given[i]).startsWith(QLatin1Char('$'));
                if (isField)
                    expression.name = stringOf(given[i]);
                else
                    wrong(place, QStringLiteral("the name of a field stands here"));
                isWhole = isWhole && isField;
                continue;
            }
            auto part = operand(definition, i, given[i], place);
            isWhole = isWhole && part.has_value();
            if (part)
                expression.operands.push_back(std::move(*part));
        }
        return isWhole ? std::optional(std::move(expression)) : std::nullopt;
    }

    std::optional<PolicyExpression> operand(const Definition &definition, size_t index, const Json &json,
                                            const QString &place)
    {
        if (definition.operands == Operands::Conditions)
            return condition(json, place);
        if (definition.operands == Operands::ValueAndCondition && index == 1) {
            PolicyScope inner = m_scope;
            inner.hasItem = true;
            return ExpressionReader(inner, m_problems).condition(json, place);
        }
        return value(json, place);
    }

    static bool takesField(const Definition &definition)
    {
        return definition.operands == Operands::ValueAndField ||
               definition.operands == Operands::ValueFieldAndValue;
    }

    static QString stringOf(const Json &json) { return json.get<QString>(); }

    PolicyScope m_scope;
    std::vector<PolicyProblem> &m_problems;
};

} // namespace

std::optional<PolicyExpression> readPolicyValue(const Json &json, const QString &pointer,
                                                const PolicyScope &scope,
                                                std::vector<PolicyProblem> &problems)
{
    return ExpressionReader(scope, problems).value(json, pointer);
}

std::optional<PolicyExpression> readPolicyCondition(const Json &json, const QString &pointer,
                                                    const PolicyScope &scope,
                                                    std::vector<PolicyProblem> &problems)
{
    return ExpressionReader(scope, problems).condition(json, pointer);
}

} // namespace Helmdesk
