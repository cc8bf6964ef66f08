#include "inspector/PlainFacts.h"

#include "inspector/IntentWords.h"
#include "Words.h"

#include <algorithm>
#include <QLocale>
#include <QRegularExpression>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

constexpr int mostFacts = 60;
constexpr int mostItems = 12; // of a list
constexpr int deepest = 4;
constexpr qsizetype longestValue = 400; // characters

QString capitalized(const QString &words)
{
    return words.left(1).toUpper() + words.mid(1);
}

bool isShare(const QString &key)
{
    return key == "confidence"_L1 || key == "value"_L1 || key == "support"_L1 || key == "threshold"_L1 ||
           key == "score"_L1 || key == "runner_up_confidence"_L1;
}

} // namespace

bool PlainFacts::isInternal(const QString &key)
{
    constexpr std::array names{"key",      "digest", "grant",  "shown", "memory",   "reading", "vector",
                               "call_key", "run",    "status", "chunk", "document", "kind",    "seq"};
    return std::ranges::any_of(names, [&](const char *name) { return key == QLatin1StringView(name); });
}

QString PlainFacts::nameOf(const QString &key)
{
    static const QHash<QString, const char *> known{
        {u"amount"_s, QT_TR_NOOP("Amount")},
        {u"approved"_s, QT_TR_NOOP("Approved")},
        {u"args"_s, QT_TR_NOOP("With")},
        {u"asks"_s, QT_TR_NOOP("Asks the customer")},
        {u"asks_if_bot"_s, QT_TR_NOOP("Asks whether a machine answers")},
        {u"by"_s, QT_TR_NOOP("By")},
        {u"calls"_s, QT_TR_NOOP("Wants to do")},
        {u"category"_s, QT_TR_NOOP("Category")},
        {u"citations"_s, QT_TR_NOOP("Sources")},
        {u"confidence"_s, QT_TR_NOOP("Confidence")},
        {u"currency"_s, QT_TR_NOOP("Currency")},
        {u"customer"_s, QT_TR_NOOP("Customer")},
        {u"decision"_s, QT_TR_NOOP("Decision")},
        {u"declines_person"_s, QT_TR_NOOP("Wants no person")},
        {u"detail"_s, QT_TR_NOOP("Detail")},
        {u"draft"_s, QT_TR_NOOP("Draft")},
        {u"due"_s, QT_TR_NOOP("Due")},
        {u"effect"_s, QT_TR_NOOP("Effect")},
        {u"failure"_s, QT_TR_NOOP("What went wrong")},
        {u"intent"_s, QT_TR_NOOP("About")},
        {u"intents"_s, QT_TR_NOOP("Likeliest")},
        {u"invoice"_s, QT_TR_NOOP("Invoice")},
        {u"invoice_id"_s, QT_TR_NOOP("Invoice")},
        {u"invoices"_s, QT_TR_NOOP("Invoices")},
        {u"issued"_s, QT_TR_NOOP("Issued")},
        {u"language"_s, QT_TR_NOOP("Language")},
        {u"messages"_s, QT_TR_NOOP("Messages")},
        {u"model"_s, QT_TR_NOOP("Model")},
        {u"name"_s, QT_TR_NOOP("Name")},
        {u"placeholders"_s, QT_TR_NOOP("Personal data replaced")},
        {u"query"_s, QT_TR_NOOP("Looked for")},
        {u"reason"_s, QT_TR_NOOP("Reason")},
        {u"reasons"_s, QT_TR_NOOP("Reasons")},
        {u"result"_s, QT_TR_NOOP("Result")},
        {u"runner_up"_s, QT_TR_NOOP("Second likeliest")},
        {u"sent"_s, QT_TR_NOOP("Sent to the model")},
        {u"sentiment"_s, QT_TR_NOOP("Sentiment")},
        {u"snippet"_s, QT_TR_NOOP("Passage")},
        {u"text"_s, QT_TR_NOOP("Text")},
        {u"threshold"_s, QT_TR_NOOP("Limit")},
        {u"title"_s, QT_TR_NOOP("Title")},
        {u"value"_s, QT_TR_NOOP("Value")},
        {u"words"_s, QT_TR_NOOP("Words in the message")},
    };
    if (const char *words = known.value(key))
        return tr(words);
    return capitalized(QString(key).replace(u'_', u' ').replace(u'.', u' '));
}

QString PlainFacts::wordOf(const QString &key, const QString &value)
{
    if (key == "category"_L1 || key == "runner_up"_L1)
        if (const auto category = fromName<Category>(value))
            return Words::category(*category);
    if (key == "decision"_L1)
        if (const auto decision = fromName<Decision>(value))
            return Words::decision(*decision);
    if (key == "reason"_L1)
        if (const auto reason = fromName<EscalationReason>(value))
            return Words::reason(*reason);
    if (key == "language"_L1)
        return Words::language(value);
    if (key == "intent"_L1)
        return IntentWords::title(value);
    if (key == "name"_L1 || key == "tool"_L1)
        return Words::tool(value.section(u'.', -1));
    // Names of the program, such as billing.plan_pricing, are read as words.
    static const QRegularExpression internal(u"\\A[a-z]+(?:[._][a-z]+)+\\z"_s);
    QString words = value.simplified();
    if (internal.match(words).hasMatch())
        words = capitalized(words.section(u'.', -1).replace(u'_', u' '));
    if (words.size() > longestValue)
        words = words.left(longestValue) + u'\u2026';
    return words;
}

QString PlainFacts::inOneLine(const Json &object, int depth)
{
    QString lead; // what it is, before the rest
    QStringList parts;
    for (const auto &[name, part] : object.items()) {
        const QString key = QString::fromStdString(name);
        if (isInternal(key) || key == "currency"_L1)
            continue;
        if (key == "amount_minor"_L1 && part.is_number_integer()) {
            parts.append(Words::money({part.get<qint64>(), stringOr(object, "currency")}));
            continue;
        }
        const QString value = valueOf(key, part, depth + 1);
        if (value.isEmpty())
            continue;
        if (lead.isEmpty() && (key == "name"_L1 || key == "reason"_L1))
            lead = value;
        else
            parts.append(tr("%1: %2").arg(nameOf(key), value));
    }
    if (!lead.isEmpty())
        parts.prepend(lead);
    return parts.join(u"; "_s);
}

QString PlainFacts::valueOf(const QString &key, const Json &value, int depth)
{
    if (value.is_null() || depth > deepest)
        return {};
    if (value.is_boolean())
        return value.get<bool>() ? tr("Yes") : tr("No");
    if (value.is_number_float())
        return isShare(key) && value.get<double>() >= 0.0 && value.get<double>() <= 1.0
                   ? Words::percent(value.get<double>())
                   : Words::figure(value.get<double>());
    if (value.is_number())
        return Words::number(value.get<qint64>());
    if (value.is_string())
        return wordOf(key, value.get<QString>());
    if (value.is_object())
        return inOneLine(value, depth);
    QStringList items;
    for (const Json &item : value) {
        if (items.size() == mostItems) {
            items.append(u"\u2026"_s);
            break;
        }
        const QString words = valueOf(key, item, depth + 1);
        if (!words.isEmpty())
            items.append(words);
    }
    const bool isLong = std::ranges::any_of(value, [](const Json &item) { return item.is_structured(); });
    return items.join(isLong ? u"\n"_s : u", "_s);
}

PlainFacts::Facts PlainFacts::of(const Json &value)
{
    Facts facts;
    if (!value.is_object()) {
        const QString words = valueOf({}, value, 0);
        if (!words.isEmpty())
            facts.append({{}, words});
        return facts;
    }
    for (const auto &[name, part] : value.items()) {
        const QString key = QString::fromStdString(name);
        if (isInternal(key) || facts.size() == mostFacts)
            continue;
        if (key == "amount_minor"_L1 && part.is_number_integer()) {
            facts.append({tr("Amount"), Words::money({part.get<qint64>(), stringOr(value, "currency")})});
            continue;
        }
        if (key == "currency"_L1 && value.contains("amount_minor"))
            continue;
        const QString words = valueOf(key, part, 0);
        if (!words.isEmpty())
            facts.append({nameOf(key), words});
    }
    return facts;
}

} // namespace Helmdesk
