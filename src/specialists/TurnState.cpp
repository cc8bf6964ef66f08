#include "specialists/TurnState.h"

#include "core/Clock.h"
#include "specialists/PlaybookExpression.h"
#include "specialists/ReplyStyle.h"

#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

Json firstOrNull(const QStringList &list)
{
    return list.isEmpty() ? Json() : Json(list.first());
}

Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Json() : Json(text);
}

QString nameOfReply(Reply reply)
{
    switch (reply) {
    case Reply::Yes:
        return QStringLiteral("yes");
    case Reply::No:
        return QStringLiteral("no");
    case Reply::Cancel:
        return QStringLiteral("cancel");
    case Reply::None:
        break;
    }
    return QString();
}

Json customerJson(const std::optional<CustomerContext> &customer)
{
    if (!customer)
        return {};
    return {{"id", customer->id},
            {"name", customer->name},
            {"first_name", firstName(customer->name)},
            {"email", customer->email},
            {"plan", customer->plan},
            {"status", customer->status},
            {"joined", customer->joined.toString(Qt::ISODate)},
            {"phone", customer->phone},
            {"company", customer->company}};
}

// The rows of a result, whether the tool gave a list, one row or an object with a list in it.
Json rowsOf(const Json &result)
{
    if (result.is_array())
        return result;
    if (!result.is_object())
        return Json::array();
    for (const char *key : {"invoices", "rows", "results"}) {
        if (const auto it = result.find(key); it != result.end() && it->is_array())
            return *it;
    }
    return result.contains("id") ? Json::array({result}) : Json::array();
}

bool mentions(const QString &text, const char *pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern), QRegularExpression::CaseInsensitiveOption)
        .match(text)
        .hasMatch();
}

} // namespace

QString writtenOut(const Json &value)
{
    if (value.is_string()) {
        const QString text = value.get<QString>();
        const QString date = longDate(text);
        return date == text ? text : text + QLatin1Char(' ') + date;
    }
    if (value.is_number_integer())
        return QString::number(value.get<qint64>());
    QStringList parts;
    if (value.is_object()) {
        const QString currency = stringOr(value, "currency", QStringLiteral("USD"));
        for (const auto &[key, member] : value.items()) {
            parts.append(QString::fromStdString(key).replace(QLatin1Char('_'), QLatin1Char(' ')));
            parts.append(writtenOut(member));
            if (key.ends_with("_minor") && member.is_number_integer())
                parts.append(toPlainString({member.get<qint64>(), currency}));
        }
    } else if (value.is_array()) {
        for (const Json &item : value)
            parts.append(writtenOut(item));
    }
    return parts.join(QLatin1Char(' '));
}

TurnState::TurnState(const TurnContext &context, const EntityExtractor &extractor)
    : m_context(context)
    , m_extractor(extractor)
    , m_saysTwice(mentions(
          context.text, "\\b(twice|double|doubled|duplicate[ds]?|two times|2x|second (?:charge|time|payment)|"
                        "charged again|same (?:amount|charge|invoice) (?:again|two))"))
{
    m_state = {{"customer", customerJson(context.customer)},
               {"text", context.text},
               {"intent", context.intent},
               {"channel", nameOf(context.channel)},
               {"today", context.now.date().toString(Qt::ISODate)},
               {"slots", Json::object()},
               {"results", Json::object()}};
    if (const Json &slotsBefore = memberOrNull(context.memory, "slots"); slotsBefore.is_object())
        m_state["slots"] = slotsBefore;
    if (const Json &offered = memberOrNull(context.memory, "offered"); offered.is_array())
        m_offered = offered.get<QStringList>();
    m_entities = m_extractor.extract(context.text, context.now.date(), m_offered);
    setEntities();
}

void TurnState::setEntities()
{
    const Entities &found = m_entities;
    m_state["entities"] = {
        {"invoice", firstOrNull(found.invoiceNumbers)},
        {"email", firstOrNull(found.emails)},
        {"phone", firstOrNull(found.phones)},
        {"error_code", firstOrNull(found.errorCodes)},
        {"card_ending", firstOrNull(found.cardEndings)},
        {"quoted", firstOrNull(found.quoted)},
        {"new_name", textOrNull(found.newName)},
        {"new_company", textOrNull(found.newCompany)},
        {"new_address", textOrNull(found.newAddress)},
        {"new_language", textOrNull(found.newLanguage)},
        {"amount_minor", found.amounts.empty() ? Json() : Json(found.amounts.front().minor)},
        {"reply", nameOfReply(found.reply)}};
    m_state["says"] = {
        {"twice", m_saysTwice},
        {"card", mentions(m_context.text, "\\b(card|visa|mastercard|amex|credit|debit)\\b")},
        {"sepa", mentions(m_context.text, "\\b(sepa|iban|direct debit|bank account|bank transfer)\\b")},
        {"all", found.bothOrAll}};
}

void TurnState::learnInvoiceNumbers(const Json &rows)
{
    QStringList numbers = m_offered;
    for (const Json &row : rows) {
        if (const QString id = stringOr(row, "id"); !id.isEmpty() && !numbers.contains(id))
            numbers.append(id);
    }
    m_entities = m_extractor.extract(m_context.text, m_context.now.date(), numbers);
    setEntities();
}

void TurnState::setSlot(const QString &name, Json value)
{
    m_state["slots"][name.toStdString()] = std::move(value);
}

void TurnState::setResult(const QString &name, const ToolCall &call)
{
    const bool isHeld = call.status == ToolStatus::PendingApproval && call.rule.isEmpty();
    m_state["results"][name.toStdString()] = {
        {"status", isHeld ? QStringLiteral("held") : nameOf(call.status)},
        {"data", call.result},
        {"args", call.args},
        {"rows", rowsOf(call.result)},
        {"rule", call.rule},
        {"failure", call.failure}};
}

QStringList TurnState::sources() const
{
    QStringList sources{writtenOut(m_state["customer"]), writtenOut(m_state["slots"])};
    for (const auto &[name, result] : m_state["results"].items())
        sources << writtenOut(result["data"]) << writtenOut(result["args"]);
    return sources;
}

} // namespace Helmdesk
