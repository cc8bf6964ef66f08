#include "specialists/PlaybookExpression.h"

#include "core/Money.h"

#include <algorithm>
#include <QDate>
#include <QLocale>

namespace Helmdesk
{
namespace
{

constexpr const char *openMark = "{{";
constexpr const char *closeMark = "}}";

bool isTruthy(const Json &value)
{
    if (value.is_null())
        return false;
    if (value.is_boolean())
        return value.get<bool>();
    if (value.is_string())
        return !value.get_ref<const std::string &>().empty();
    return !(value.is_array() || value.is_object()) || !value.empty();
}

bool testsHold(const Json &condition, const Json &value)
{
    if (const auto it = condition.find("is"); it != condition.end() && value != *it)
        return false;
    if (const auto it = condition.find("in"); it != condition.end()) {
        if (!it->is_array() || std::ranges::find(*it, value) == it->end())
            return false;
    }
    if (const auto it = condition.find("exists"); it != condition.end() && isTruthy(value) != isTruthy(*it))
        return false;
    if (const auto it = condition.find("above"); it != condition.end()) {
        if (!value.is_number() || !it->is_number() || value.get<double>() <= it->get<double>())
            return false;
    }
    if (const auto it = condition.find("below"); it != condition.end()) {
        if (!value.is_number() || !it->is_number() || value.get<double>() >= it->get<double>())
            return false;
    }
    if (const auto it = condition.find("count"); it != condition.end()) {
        const auto size = value.is_array() ? static_cast<qint64>(value.size()) : 0;
        if (size != toInteger(*it, -1))
            return false;
    }
    return true;
}

QString plainText(const Json &value)
{
    if (value.is_string())
        return value.get<QString>();
    if (value.is_number_integer())
        return QString::number(toInteger(value));
    if (value.is_number())
        return QLocale::c().toString(value.get<double>(), 'f', 2);
    if (value.is_boolean())
        return value.get<bool>() ? QStringLiteral("yes") : QStringLiteral("no");
    return {};
}

QString moneyText(const Json &value, const char *member, const Json &state)
{
    if (value.is_object())
        return toPlainString(
            {integerOr(value, member, 0), stringOr(value, "currency", QStringLiteral("USD"))});
    if (value.is_number_integer()) {
        const QString currency = plainText(valueAt(state, QStringLiteral("slots.currency")));
        return toPlainString({toInteger(value), currency.isEmpty() ? QStringLiteral("USD") : currency});
    }
    return {};
}

QString invoiceLine(const Json &row)
{
    QString line =
        QStringLiteral("- %1: %2, issued %3, %4")
            .arg(stringOr(row, "id"), moneyText(row, "amount_minor", {}), longDate(stringOr(row, "issued")),
                 stringOr(row, "status").replace(QLatin1Char('_'), QLatin1Char(' ')));
    if (const QString description = stringOr(row, "description"); !description.isEmpty())
        line += QStringLiteral(" (%1)").arg(description);
    return line;
}

// What a customer calls a field of the account.
QString fieldText(const QString &field)
{
    if (field == QLatin1String("phone"))
        return QStringLiteral("phone number");
    if (field == QLatin1String("email"))
        return QStringLiteral("e-mail address");
    if (field == QLatin1String("company"))
        return QStringLiteral("company name");
    return field;
}

QString languageText(const QString &text)
{
    const QLocale locale(text);
    return text.size() == 2 && locale.language() != QLocale::C ? QLocale::languageToString(locale.language())
                                                               : text;
}

QString filtered(const Json &value, const QString &filter, const Json &state)
{
    if (filter == QLatin1String("money"))
        return moneyText(value, "amount_minor", state);
    if (filter == QLatin1String("refunded"))
        return moneyText(value, "refunded_minor", state);
    if (filter == QLatin1String("date"))
        return longDate(plainText(value));
    if (filter == QLatin1String("month")) // of a day, or YYYY-MM
        return QLocale::c().toString(
            QDate::fromString(plainText(value).left(7) + QStringLiteral("-01"), Qt::ISODate),
            QStringLiteral("MMMM yyyy"));
    if (filter == QLatin1String("field"))
        return fieldText(plainText(value));
    if (filter == QLatin1String("language")) // "de" is German; anything else is itself
        return languageText(plainText(value));
    if (filter == QLatin1String("known")) // what may be missing
        return plainText(value).isEmpty() ? QStringLiteral("none") : plainText(value);
    if (filter == QLatin1String("lower"))
        return plainText(value).toLower();
    if (filter == QLatin1String("name")) { // "pro" is the plan Pro
        const QString text = plainText(value);
        return text.left(1).toUpper() + text.mid(1);
    }
    QStringList parts;
    if (value.is_array()) {
        for (const Json &item : value)
            parts.append(filter == QLatin1String("invoices") ? invoiceLine(item) : plainText(item));
    }
    return parts.join(filter == QLatin1String("invoices") ? QStringLiteral("\n") : QStringLiteral(", "));
}

QString renderExpression(const QString &expression, const Json &state)
{
    const qsizetype bar = expression.indexOf(QLatin1Char('|'));
    const Json &value = valueAt(state, expression.left(bar).trimmed());
    return bar < 0 ? plainText(value) : filtered(value, expression.mid(bar + 1).trimmed(), state);
}

bool isOneExpression(const QString &text)
{
    return text.startsWith(QLatin1String(openMark)) && text.endsWith(QLatin1String(closeMark)) &&
           text.indexOf(QLatin1String(openMark), 2) < 0 && !text.contains(QLatin1Char('|'));
}

} // namespace

const Json &valueAt(const Json &state, const QString &path)
{
    static const Json null;
    const Json *current = &state;
    for (const QString &part : path.split(QLatin1Char('.'))) {
        if (current->is_object()) {
            const auto it = current->find(part.toStdString());
            if (it == current->end())
                return null;
            current = &*it;
        } else if (current->is_array()) {
            bool isNumber = false;
            const qsizetype index = part.toLongLong(&isNumber);
            if (!isNumber || index < 0 || static_cast<size_t>(index) >= current->size())
                return null;
            current = &(*current)[static_cast<size_t>(index)];
        } else {
            return null;
        }
    }
    return *current;
}

bool holds(const Json &condition, const Json &state)
{
    if (!condition.is_object())
        return condition.is_null();
    if (const auto it = condition.find("all"); it != condition.end())
        return std::ranges::all_of(*it, [&](const Json &item) { return holds(item, state); });
    if (const auto it = condition.find("any"); it != condition.end())
        return std::ranges::any_of(*it, [&](const Json &item) { return holds(item, state); });
    if (const auto it = condition.find("not"); it != condition.end())
        return !holds(*it, state);
    return testsHold(condition, valueAt(state, stringOr(condition, "path")));
}

QString renderTemplate(const QString &text, const Json &state)
{
    QString out;
    qsizetype from = 0;
    while (true) {
        const qsizetype open = text.indexOf(QLatin1String(openMark), from);
        const qsizetype close = open < 0 ? -1 : text.indexOf(QLatin1String(closeMark), open);
        if (close < 0)
            return out + text.mid(from);
        out += text.mid(from, open - from);
        out += renderExpression(text.mid(open + 2, close - open - 2), state);
        from = close + 2;
    }
}

Json renderArguments(const Json &args, const Json &state)
{
    if (args.is_string()) {
        const QString text = args.get<QString>();
        if (isOneExpression(text))
            return valueAt(state, text.mid(2, text.size() - 4).trimmed());
        return renderTemplate(text, state);
    }
    if (!args.is_object())
        return args;
    Json out = Json::object();
    for (const auto &[key, value] : args.items()) {
        if (Json rendered = renderArguments(value, state); !rendered.is_null())
            out[key] = std::move(rendered);
    }
    return out;
}

QString longDate(const QString &isoDate)
{
    const QDate date = QDate::fromString(isoDate.left(10), Qt::ISODate);
    return date.isValid() ? QLocale::c().toString(date, QStringLiteral("d MMMM yyyy")) : isoDate;
}

} // namespace Helmdesk
