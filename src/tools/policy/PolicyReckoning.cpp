#include "tools/policy/PolicyExpression.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Helmdesk
{
namespace
{

constexpr int mostSteps = 100'000;
constexpr qint64 daySeconds = 24 * 3600;
constexpr qint64 hourSeconds = 3600;
constexpr qint64 largest = std::numeric_limits<qint64>::max();
constexpr qint64 smallest = std::numeric_limits<qint64>::min();

Error unusable(const QString &what)
{
    return {ErrorKind::InvalidInput, what};
}

Error tooLarge()
{
    return unusable(QStringLiteral("an amount is too large to reckon with"));
}

Result<qint64> wholeOf(const Json &value)
{
    if (!value.is_number_integer())
        return unusable(QStringLiteral("a whole number is needed and there is none"));
    if (value.is_number_unsigned() && value.get<quint64>() > quint64(largest))
        return tooLarge();
    return value.get<qint64>();
}

Result<qint64> sumOf(qint64 a, qint64 b)
{
    if ((b > 0 && a > largest - b) || (b < 0 && a < smallest - b))
        return tooLarge();
    return a + b;
}

Result<qint64> differenceOf(qint64 a, qint64 b)
{
    if ((b < 0 && a > largest + b) || (b > 0 && a < smallest + b))
        return tooLarge();
    return a - b;
}

Result<qint64> productOf(qint64 a, qint64 b)
{
    if (a == 0 || b == 0)
        return qint64{0};
    const long double product = static_cast<long double>(a) * static_cast<long double>(b);
    if (std::fabs(product) >= 9.2e18L)
        return tooLarge();
    return a * b;
}

qint64 floorDivision(qint64 value, qint64 by)
{
    const qint64 quotient = value / by;
    return value % by != 0 && (value < 0) != (by < 0) ? quotient - 1 : quotient;
}

// A time as systems write it: a day, a time with its offset (UTC where it has none), seconds since 1970.
Result<QDateTime> timeOf(const Json &value)
{
    if (value.is_number_integer()) {
        const auto seconds = wholeOf(value);
        return seconds && std::abs(*seconds) < qint64{1} << 40
                   ? Result<QDateTime>(QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC))
                   : Result<QDateTime>(unusable(QStringLiteral("a time is needed and there is none")));
    }
    const QString text = value.is_string() ? value.get<QString>() : QString();
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (text.size() == 10 && day.isValid())
        return QDateTime(day, QTime(0, 0), Qt::UTC);
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return unusable(QStringLiteral("a time is needed and there is none"));
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

// "153.23" or 153.23 with two places is 15323; a further place than that is refused.
Result<qint64> minorOf(const Json &value, qint64 places)
{
    constexpr qint64 mostPlaces = 4;
    if (places < 0 || places > mostPlaces)
        return unusable(QStringLiteral("an amount has none to four decimal places"));
    bool isNumber = value.is_number();
    const double number = isNumber
                              ? value.get<double>()
                              : (value.is_string() ? value.get<QString>() : QString()).toDouble(&isNumber);
    const double scaled = number * std::pow(10.0, static_cast<double>(places));
    constexpr double exact = 4.5e15; // whole numbers of a double without gaps, and a margin
    constexpr double nearness = 1e-4;
    if (!isNumber || !std::isfinite(scaled) || std::fabs(scaled) > exact)
        return unusable(QStringLiteral("an amount is needed and there is none"));
    const double rounded = std::round(scaled);
    if (std::fabs(scaled - rounded) > nearness)
        return unusable(QStringLiteral("an amount has more decimal places than its currency"));
    return static_cast<qint64>(rounded);
}

class Reckoning
{
public:
    explicit Reckoning(const PolicyFacts &facts)
        : m_facts(facts)
    {
    }

    Result<Json> value(const PolicyExpression &expression)
    {
        if (++m_steps > mostSteps)
            return unusable(QStringLiteral("a rule takes too many steps"));
        switch (expression.op) {
        case PolicyOp::Literal:
            return expression.literal;
        case PolicyOp::Path:
            return path(expression.path);
        case PolicyOp::Setting:
            return m_facts.setting(expression.name);
        case PolicyOp::List:
            return values(expression).transform([](const std::vector<Json> &all) { return Json(all); });
        case PolicyOp::Size:
        case PolicyOp::Sum:
        case PolicyOp::Pluck:
        case PolicyOp::Find:
            return ofList(expression);
        case PolicyOp::Minor:
        case PolicyOp::Worth:
        case PolicyOp::MoneyText:
        case PolicyOp::SecondsSince:
        case PolicyOp::HoursSince:
        case PolicyOp::DaysSince:
            return converted(expression);
        default:
            return arithmetic(expression);
        }
    }

    Result<bool> condition(const PolicyExpression &expression)
    {
        if (++m_steps > mostSteps)
            return unusable(QStringLiteral("a rule takes too many steps"));
        switch (expression.op) {
        case PolicyOp::All:
        case PolicyOp::Any:
            return combined(expression);
        case PolicyOp::Not:
            return condition(expression.operands[0]).transform([](bool held) { return !held; });
        case PolicyOp::Exists:
            return exists(expression.operands[0]);
        case PolicyOp::Every:
        case PolicyOp::Some:
            return ofEach(expression);
        case PolicyOp::In:
        case PolicyOp::NotIn:
            return membership(expression);
        default:
            return comparison(expression);
        }
    }

private:
    Result<Json> path(const QStringList &path)
    {
        if (path.first() == QLatin1String("item"))
            return policyMember(m_items.back(), path, 1);
        return m_facts.at(path);
    }

    Result<std::vector<Json>> values(const PolicyExpression &expression)
    {
        std::vector<Json> all;
        for (const PolicyExpression &operand : expression.operands) {
            auto one = value(operand);
            if (!one)
                return one.error();
            all.push_back(std::move(*one));
        }
        return all;
    }

    Result<Json> arithmetic(const PolicyExpression &expression)
    {
        auto all = values(expression);
        if (!all)
            return all.error();
        std::vector<qint64> numbers;
        for (const Json &one : *all) {
            const auto number = wholeOf(one);
            if (!number)
                return number.error();
            numbers.push_back(*number);
        }
        const auto asJson = [](qint64 number) { return Json(number); };
        switch (expression.op) {
        case PolicyOp::Add: {
            Result<qint64> sum = qint64{0};
            for (size_t i = 0; i < numbers.size() && sum; ++i)
                sum = sumOf(*sum, numbers[i]);
            return sum.transform(asJson);
        }
        case PolicyOp::Subtract:
            return differenceOf(numbers[0], numbers[1]).transform(asJson);
        case PolicyOp::Multiply:
            return productOf(numbers[0], numbers[1]).transform(asJson);
        case PolicyOp::Percent:
            return productOf(numbers[0], numbers[1]).transform([](qint64 product) {
                return Json(floorDivision(product, 100));
            });
        case PolicyOp::Least:
            return Json(*std::ranges::min_element(numbers));
        case PolicyOp::Greatest:
            return Json(*std::ranges::max_element(numbers));
        case PolicyOp::IfZero:
            return Json(numbers[0] == 0 ? numbers[1] : numbers[0]);
        default:
            return Error{ErrorKind::Internal, QStringLiteral("an operation of a rule is not known")};
        }
    }

    Result<Json> ofList(const PolicyExpression &expression)
    {
        auto list = value(expression.operands[0]);
        if (!list)
            return list;
        if (expression.op == PolicyOp::Size && list->is_string())
            return Json(list->get<QString>().size());
        if (!list->is_array())
            return unusable(QStringLiteral("a list is needed and there is none"));
        if (expression.op == PolicyOp::Size)
            return Json(list->size());
        if (expression.op == PolicyOp::Find)
            return find(expression, *list);
        Json plucked = Json::array();
        qint64 sum = 0;
        for (const Json &item : *list) {
            if (++m_steps > mostSteps)
                return unusable(QStringLiteral("a rule takes too many steps"));
            auto field = policyMember(item, {expression.name}, 0);
            if (!field)
                return field;
            if (expression.op == PolicyOp::Pluck) {
                plucked.push_back(std::move(*field));
                continue;
            }
            const auto number = wholeOf(*field);
            const auto next = number ? sumOf(sum, *number) : number;
            if (!next)
                return next.error();
            sum = *next;
        }
        return expression.op == PolicyOp::Pluck ? plucked : Json(sum);
    }

    Result<Json> find(const PolicyExpression &expression, const Json &list)
    {
        auto wanted = value(expression.operands[1]);
        if (!wanted)
            return wanted;
        for (const Json &item : list) {
            if (++m_steps > mostSteps)
                return unusable(QStringLiteral("a rule takes too many steps"));
            if (item.is_object() && memberOrNull(item, expression.name.toUtf8().constData()) == *wanted)
                return item;
        }
        return Error{ErrorKind::NotFound, QStringLiteral("nothing in the list is the one that is meant")};
    }

    Result<Json> converted(const PolicyExpression &expression)
    {
        auto all = values(expression);
        if (!all)
            return all.error();
        const std::vector<Json> &given = *all;
        const auto asJson = [](qint64 number) { return Json(number); };
        if (expression.op == PolicyOp::Minor) {
            const auto places = wholeOf(given[1]);
            return places ? minorOf(given[0], *places).transform(asJson) : Result<Json>(places.error());
        }
        if (expression.op == PolicyOp::Worth || expression.op == PolicyOp::MoneyText)
            return ofMoney(expression.op, given);
        const auto time = timeOf(given[0]);
        if (!time)
            return time.error();
        const qint64 seconds = time->secsTo(m_facts.now());
        if (expression.op == PolicyOp::SecondsSince)
            return Json(seconds);
        return Json(floorDivision(seconds, expression.op == PolicyOp::HoursSince ? hourSeconds : daySeconds));
    }

    Result<Json> ofMoney(PolicyOp op, const std::vector<Json> &given)
    {
        const auto minor = wholeOf(given[0]);
        if (!minor)
            return minor.error();
        if (!given[1].is_string() || (op == PolicyOp::Worth && !given[2].is_string()))
            return unusable(QStringLiteral("a currency is needed and there is none"));
        const Money money{*minor, given[1].get<QString>()};
        if (op == PolicyOp::MoneyText)
            return Json(toPlainString(money));
        const auto wanted = given[2].get<QString>();
        const bool areKnown = m_facts.rates().knows(money.currency) && m_facts.rates().knows(wanted);
        const auto worth = areKnown ? m_facts.rates().convert(money, wanted) : std::nullopt;
        if (!worth)
            return Error{ErrorKind::NotFound,
                         QStringLiteral("what %1 is worth is not known").arg(money.currency)};
        return Json(*worth);
    }

    Result<bool> combined(const PolicyExpression &expression)
    {
        const bool isAll = expression.op == PolicyOp::All;
        for (const PolicyExpression &operand : expression.operands) {
            const auto held = condition(operand);
            if (!held || *held != isAll)
                return held;
        }
        return isAll;
    }

    Result<bool> exists(const PolicyExpression &expression)
    {
        const auto found = value(expression);
        if (!found && found.error().kind != ErrorKind::NotFound)
            return found.error();
        return found.has_value();
    }

    Result<bool> ofEach(const PolicyExpression &expression)
    {
        const auto list = value(expression.operands[0]);
        if (!list)
            return list.error();
        if (!list->is_array())
            return unusable(QStringLiteral("a list is needed and there is none"));
        const bool isEvery = expression.op == PolicyOp::Every;
        for (const Json &item : *list) {
            m_items.push_back(item);
            const auto held = condition(expression.operands[1]);
            m_items.pop_back();
            if (!held || *held != isEvery)
                return held;
        }
        return isEvery;
    }

    Result<bool> membership(const PolicyExpression &expression)
    {
        const auto wanted = value(expression.operands[0]);
        const auto list = wanted ? value(expression.operands[1]) : wanted;
        if (!list)
            return list.error();
        if (!list->is_array())
            return unusable(QStringLiteral("a list is needed and there is none"));
        const bool isIn = std::ranges::find(*list, *wanted) != list->end();
        return isIn == (expression.op == PolicyOp::In);
    }

    Result<bool> comparison(const PolicyExpression &expression)
    {
        const auto left = value(expression.operands[0]);
        const auto right = left ? value(expression.operands[1]) : left;
        if (!right)
            return right.error();
        if (expression.op == PolicyOp::Equal || expression.op == PolicyOp::NotEqual) {
            const bool areBothNumbers = left->is_number_integer() && right->is_number_integer();
            if (left->type() != right->type() && !areBothNumbers)
                return unusable(QStringLiteral("two values of different kinds are compared"));
            return (*left == *right) == (expression.op == PolicyOp::Equal);
        }
        const auto a = wholeOf(*left);
        const auto b = a ? wholeOf(*right) : a;
        if (!b)
            return b.error();
        switch (expression.op) {
        case PolicyOp::Less:
            return *a < *b;
        case PolicyOp::LessEqual:
            return *a <= *b;
        case PolicyOp::Greater:
            return *a > *b;
        case PolicyOp::GreaterEqual:
            return *a >= *b;
        default:
            return Error{ErrorKind::Internal, QStringLiteral("a condition of a rule is not known")};
        }
    }

    const PolicyFacts &m_facts;
    std::vector<Json> m_items; // of every and some, the innermost last
    int m_steps = 0;
};

} // namespace

Result<Json> policyMember(const Json &value, const QStringList &path, qsizetype from)
{
    const Json *here = &value;
    for (qsizetype i = from; i < path.size(); ++i) {
        const Json *next = nullptr;
        if (here->is_object()) {
            const auto found = here->find(path[i].toStdString());
            next = found == here->end() ? nullptr : &*found;
        } else if (here->is_array()) {
            bool isIndex = false;
            const uint index = path[i].toUInt(&isIndex);
            next = isIndex && index < here->size() ? &(*here)[index] : nullptr;
        }
        if (next == nullptr)
            return Error{ErrorKind::NotFound, QStringLiteral("there is no %1").arg(path.join(u'.'))};
        here = next;
    }
    if (here->is_null())
        return Error{ErrorKind::NotFound, QStringLiteral("there is no %1").arg(path.join(u'.'))};
    return *here;
}

Result<Json> reckon(const PolicyExpression &value, const PolicyFacts &facts)
{
    return Reckoning(facts).value(value);
}

Result<bool> holds(const PolicyExpression &condition, const PolicyFacts &facts)
{
    return Reckoning(facts).condition(condition);
}

} // namespace Helmdesk
