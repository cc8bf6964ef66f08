#include "specialists/PlaybookExpression.h"

#include "core/LanguageName.h"
#include "core/Money.h"
#include "specialists/ReplyWords.h"

#include <algorithm>
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

QString plainText(const Json &value, const ReplyWords &words)
{
    if (value.is_string())
        return value.get<QString>();
    if (value.is_number_integer())
        return QString::number(toInteger(value));
    if (value.is_number())
        return QLocale::c().toString(value.get<double>(), 'f', 2);
    if (value.is_boolean())
        return value.get<bool>() ? words.yes : words.no;
    return {};
}

QString moneyText(const Json &value, const char *member, const Json &state)
{
    if (value.is_object())
        return toPlainString(
            {integerOr(value, member, 0), stringOr(value, "currency", QStringLiteral("USD"))});
    if (value.is_number_integer()) {
        const Json &kept = memberOrNull(state, "slots");
        return toPlainString({toInteger(value), stringOr(kept, "currency", QStringLiteral("USD"))});
    }
    return {};
}

QString invoiceLine(const Json &row, const ReplyWords &words)
{
    QString line = words.invoiceLine.arg(stringOr(row, "id"), moneyText(row, "amount_minor", {}),
                                         words.dayText(stringOr(row, "issued")),
                                         words.statusText(stringOr(row, "status")));
    if (const QString description = stringOr(row, "description"); !description.isEmpty())
        line += QStringLiteral(" (%1)").arg(description);
    return line;
}

QString listText(const Json &value, const QString &filter, const ReplyWords &words)
{
    const bool isInvoices = filter == QLatin1String("invoices");
    QStringList parts;
    if (value.is_array()) {
        for (const Json &item : value)
            parts.append(isInvoices ? invoiceLine(item, words) : plainText(item, words));
    }
    return parts.join(isInvoices ? QStringLiteral("\n") : QStringLiteral(", "));
}

QString filtered(const Json &value, const QString &filter, const Json &state, const ReplyWords &words)
{
    if (filter == QLatin1String("money"))
        return moneyText(value, "amount_minor", state);
    if (filter == QLatin1String("refunded"))
        return moneyText(value, "refunded_minor", state);
    const QString text = plainText(value, words);
    if (filter == QLatin1String("date"))
        return words.dayText(text);
    if (filter == QLatin1String("month"))
        return words.monthText(text);
    if (filter == QLatin1String("field"))
        return words.fieldText(text);
    if (filter == QLatin1String("status"))
        return words.statusText(text);
    if (filter == QLatin1String("language"))
        return languageName(text, words.language);
    if (filter == QLatin1String("value")) // what is to stand in the field that the state names
        return plainText(valueAt(state, QStringLiteral("slots.field")), words) == QLatin1String("language")
                   ? languageName(text, words.language)
                   : text;
    if (filter == QLatin1String("known")) // what may be missing
        return text.isEmpty() ? words.none : text;
    if (filter == QLatin1String("lower"))
        return text.toLower();
    if (filter == QLatin1String("name")) // "pro" is the plan Pro
        return text.left(1).toUpper() + text.mid(1);
    return listText(value, filter, words);
}

QString renderExpression(const QString &expression, const Json &state, const ReplyWords &words)
{
    const qsizetype bar = expression.indexOf(QLatin1Char('|'));
    const Json &value = valueAt(state, expression.left(bar).trimmed());
    return bar < 0 ? plainText(value, words)
                   : filtered(value, expression.mid(bar + 1).trimmed(), state, words);
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

QString renderTemplate(const QString &text, const Json &state, const ReplyWords &words)
{
    QString out;
    qsizetype from = 0;
    while (true) {
        const qsizetype open = text.indexOf(QLatin1String(openMark), from);
        const qsizetype close = open < 0 ? -1 : text.indexOf(QLatin1String(closeMark), open);
        if (close < 0)
            return out + text.mid(from);
        out += text.mid(from, open - from);
        out += renderExpression(text.mid(open + 2, close - open - 2), state, words);
        from = close + 2;
    }
}

Json renderArguments(const Json &args, const Json &state)
{
    if (args.is_string()) {
        const QString text = args.get<QString>();
        if (isOneExpression(text))
            return valueAt(state, text.mid(2, text.size() - 4).trimmed());
        return renderTemplate(text, state, replyWords(QStringLiteral("en"))); // a machine reads it
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

} // namespace Helmdesk
