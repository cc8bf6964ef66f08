#include "specialists/TurnState.h"

#include "core/Clock.h"
#include "specialists/Ellipsis.h"
#include "specialists/EntityParts.h"
#include "specialists/OwnDetail.h"
#include "specialists/PlaybookExpression.h"
#include "specialists/ProfileAnswer.h"
#include "specialists/ReplyStyle.h"
#include "specialists/ReplyWords.h"
#include "specialists/RequestMood.h"
#include "specialists/RequestSplitter.h"
#include "specialists/Slips.h"

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

Json subscriptionJson(const std::optional<CurrentSubscription> &subscription)
{
    if (!subscription || !subscription->periodEnd.isValid())
        return {};
    return {{"plan", subscription->plan},
            {"status", subscription->status},
            {"period_end", subscription->periodEnd.toString(Qt::ISODate)},
            {"amount_minor", subscription->price.minor},
            {"currency", subscription->price.currency},
            {"ends_then", subscription->endsThen}};
}

Json paymentMethodJson(const std::optional<ChargedMethod> &method)
{
    if (!method)
        return {};
    return {{"kind", method->kind},
            {"brand", textOrNull(method->brand)},
            {"last4", method->last4},
            {"expires", textOrNull(method->expires)}};
}

Json customerJson(const std::optional<CustomerContext> &customer)
{
    if (!customer)
        return {};
    return {{"subscription", subscriptionJson(customer->subscription)},
            {"payment_method", paymentMethodJson(customer->paymentMethod)},
            {"id", customer->id},
            {"name", customer->name},
            {"first_name", firstName(customer->name)},
            {"email", customer->email},
            {"plan", customer->plan},
            {"status", customer->status},
            {"joined", customer->joined.toString(Qt::ISODate)},
            {"phone", customer->phone},
            {"company", customer->company},
            {"address", customer->address},
            {"language", customer->language}};
}

QString nameOfCourtesy(Courtesy courtesy)
{
    switch (courtesy) {
    case Courtesy::Greeting:
        return QStringLiteral("greeting");
    case Courtesy::Praise:
        return QStringLiteral("praise");
    case Courtesy::Thanks:
        return QStringLiteral("thanks");
    case Courtesy::Order:
        return QStringLiteral("order");
    case Courtesy::Consent:
        return QStringLiteral("consent");
    case Courtesy::Cancel:
        return QStringLiteral("cancel");
    case Courtesy::None:
        break;
    }
    return QString();
}

QRegularExpression words(const QByteArray &pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern), QRegularExpression::CaseInsensitiveOption);
}

bool mentions(const QString &text, const QRegularExpression &pattern)
{
    return pattern.match(text).hasMatch();
}

// "And the phone?" after a question for one's own e-mail address asks for one's own phone number.
QString ownDetailOf(const TurnContext &context)
{
    QString asked = ownDetailAskedIn(context.text);
    // "How much will that be?" after the day of the next payment.
    static const QRegularExpression price =
        words("^\\W*(?:ok(?:ay)?|and|so|\\W)*(?:how much|what) (?:will|would|is|does) (?:that|it|this) "
              "(?:be|cost)(?: me| us)?\\W*$");
    if (asked.isEmpty() && context.followsUp &&
        stringOr(context.memory, "intent") == QLatin1String("billing.subscription_renewal") &&
        price.match(context.text).hasMatch())
        asked = QStringLiteral("next_price");
    if (!asked.isEmpty() || stringOr(context.memory, "playbook") != QLatin1String("account_details") ||
        !isElliptic(context.text))
        return asked;
    static const QRegularExpression detail =
        words("\\b(phone|e-?mail|company|plan|address|language|name)\\b");
    return detail.match(context.text).captured(1).toLower().remove(QLatin1Char('-'));
}

// Of the numbers that the turn names the first that is not on the account already.
Json newPhone(const QStringList &phones, const std::optional<CustomerContext> &customer)
{
    const auto digits = [](const QString &phone) {
        QString kept = phone;
        return kept.remove(QRegularExpression(QStringLiteral("[^0-9]")));
    };
    const QString present = customer ? digits(customer->phone) : QString();
    for (const QString &phone : phones) {
        if (phones.size() == 1 || digits(phone) != present)
            return phone;
    }
    return {};
}

// The form in which the turn names the invoice, now that the customer's own numbers are known.
QString focusAmong(const QStringList &numbers, const QString &focus)
{
    for (const QString &number : numbers) {
        if (EntityParts::trailingDigits(number) == EntityParts::trailingDigits(focus))
            return number;
    }
    return focus;
}

} // namespace

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

QString writtenOut(const Json &value)
{
    if (value.is_string()) {
        const QString text = value.get<QString>();
        const QString date = replyWords(QStringLiteral("en")).dayText(text);
        return date == text ? text : text + QLatin1Char(' ') + date;
    }
    if (value.is_number_integer())
        return QString::number(toInteger(value));
    QStringList parts;
    if (value.is_object()) {
        const QString currency = stringOr(value, "currency", QStringLiteral("USD"));
        for (const auto &[key, member] : value.items()) {
            parts.append(QString::fromStdString(key).replace(QLatin1Char('_'), QLatin1Char(' ')));
            parts.append(writtenOut(member));
            if (key.ends_with("_minor") && member.is_number_integer())
                parts.append(toPlainString({toInteger(member), currency}));
        }
    } else if (value.is_array()) {
        for (const Json &item : value)
            parts.append(writtenOut(item));
    }
    return parts.join(QLatin1Char(' '));
}

bool tellsOfDouble(const QString &text)
{
    static const QRegularExpression twice =
        words("\\b(twice|double|doubled|duplicate[ds]?|two times|2 times|2x|second (?:charge|time|payment)|"
              "charged again|same (?:amount|charge|invoice) (?:again|two)|(?:two|2) (?:identical |equal |"
              "separate )?(?:invoices|charges|bills|payments|debits)[^.?!]{0,24}\\b(?:for|in|from|of|on) "
              "(?:the same|one|[$0-9]|"
              "january|february|march|april|may|june|july|august|september|october|november|december))");
    return mentions(text, twice);
}

bool asksIfDone(const QString &text)
{
    static const QRegularExpression ifDone =
        words("^\\W*(?:(?:so|and|ok|okay|great|thanks)\\W+)*(?:is|was|did|has|have) "
              "(?:it|that|this|you)\\b[^?]{0,20}\\b(?:saved|"
              "done|changed|updated|applied|set|stored|complete[d]?|through)\\b(?: "
              "(?:already|yet|now|then|correctly))*\\W*$|"
              "^\\W*(?:(?:so|and|ok|okay)\\W+)*(?:did|has) (?:it|that|this) work(?:ed)?\\W*$");
    return mentions(text, ifDone);
}

// "No just once actually, my bad": a no that names nothing else instead.
bool saysOnlyNo(const QString &text)
{
    constexpr qsizetype mostWords = 8;
    static const QRegularExpression mine =
        words("\\b(?:my bad|my (?:own )?(?:mistake|error|fault)|i was wrong|false alarm)\\b");
    static const QRegularExpression other =
        words("\\d|\\b(?:one|other|first|second|third|last|older|newer|older|both|all|refund|it|money|back|"
              "january|february|march|april|"
              "may|june|july|august|september|october|november|december)\\b");
    if (text.simplified().count(QLatin1Char(' ')) >= mostWords)
        return false;
    return (mentions(text, mine) || EntityParts::replyIn(text) == Reply::No) && !mentions(text, other);
}

// What the words of the turn say beside its entities.
Json saysIn(const QString &text)
{
    static const QRegularExpression sepa = words("\\b(sepa|iban|direct debit|bank account|bank transfer)\\b");
    static const QRegularExpression owed =
        words("\\b(?:unpaid|outstanding|overdue|arrears|ow(?:e|ed|es|ing)|settle|"
              "(?:still|left|anything|something|amount) (?:to pay|due|open)|"
              "open (?:invoices?|bills?|balance|amounts?)|"
              "(?:is|are|was|were|has|have) (?:my|our|all|every|all (?:my|our))(?: \\w+)? "
              "(?:invoices?|bills?|payments?)"
              "(?: been)? (?:paid|settled|cleared))\\b");
    // About what was just done; "when will my refund come" asks for its state.
    static const QRegularExpression timing =
        words("^(?![\\s\\S]*\\b(?:refund|money|credit))[\\s\\S]*\\b(?:how long|how soon|by when|when(?! "
              "(?:was|were|did|is|are)\\b))\\b");
    static const QRegularExpression upcoming =
        words("\\b(?:next|upcoming|coming|following) (?:bill|invoice|payment|charge|debit|renewal)\\b|"
              "\\b(?:bill|charge|debit)(?:ed)? (?:me |us )?next\\b");
    static const QRegularExpression lostMailbox =
        words("\\b(?:no (?:longer )?(?:have )?access|(?:don't|don\\x{2019}t|dont|do "
              "not|can't|can\\x{2019}t|cannot) "
              "(?:any ?more )?(?:longer )?(?:have |get )?(?:access|into|reach|read|open)|lost "
              "(?:access|control)|locked "
              "out)\\b[^.?!\\n]{0,24}\\b(?:old|previous|former|present|current|that) (?:e-?mail|mail|mailbox|"
              "inbox|address|account)");
    return {{"sepa", mentions(text, sepa)},
            {"owed", mentions(text, owed)},
            {"timing", mentions(text, timing)},
            {"upcoming", mentions(text, upcoming)},
            {"if_done", asksIfDone(text)},
            {"only_no", saysOnlyNo(text)},
            {"lost_mailbox", mentions(text, lostMailbox)},
            {"field", textOrNull(profileFieldIn(text))}};
}

TurnState::TurnState(const TurnContext &context, const EntityExtractor &extractor)
    : m_context(context)
    , m_extractor(extractor)
    , m_saysTwice(tellsOfDouble(context.text))
{
    m_state = {
        {"customer", customerJson(context.customer)},
        {"text", context.text},
        {"intent", context.intent},
        {"channel", nameOf(context.channel)},
        {"courtesy", context.asksIfBot ? QStringLiteral("bot") : nameOfCourtesy(courtesyOf(context.text))},
        {"today", context.now.date().toString(Qt::ISODate)},
        {"wrote", textOrNull(stringOr(context.memory, "wrote"))},
        {"wrote_field", textOrNull(stringOr(context.memory, "wrote_field"))},
        {"slots", Json::object()},
        {"results", Json::object()}};
    if (const Json &slotsBefore = memberOrNull(context.memory, "slots"); slotsBefore.is_object())
        m_state["slots"] = slotsBefore;
    if (const Json &offered = memberOrNull(context.memory, "offered"); offered.is_array())
        m_offered = offered.get<QStringList>();
    m_ownNumbers = m_offered;
    readEntities(m_ownNumbers);
}

void TurnState::readEntities(const QStringList &knownNumbers)
{
    m_entities = m_extractor.extract(withoutSlips(m_context.text), m_context.now.date(), knownNumbers);
    if (!m_context.focusInvoice.isEmpty())
        m_entities.invoiceNumbers = {focusAmong(m_entities.invoiceNumbers, m_context.focusInvoice)};
    if (!m_context.focusDate.isEmpty()) {
        std::erase_if(m_entities.dates,
                      [&](const DateMention &date) { return date.text != m_context.focusDate; });
        m_entities.bothOrAll = false;
    }
    setEntities();
}

void TurnState::setEntities()
{
    const Entities &found = m_entities;
    m_state["entities"] = {
        {"invoice", firstOrNull(found.invoiceNumbers)},
        {"email", firstOrNull(found.emails)},
        {"phone", newPhone(found.phones, m_context.customer)},
        {"error_code", firstOrNull(found.errorCodes)},
        {"card_ending", firstOrNull(found.cardEndings)},
        {"quoted", firstOrNull(found.quoted)},
        {"new_name", textOrNull(wholeName(found, m_context.customer))},
        {"new_company", textOrNull(found.newCompany)},
        {"new_address",
         textOrNull(found.newAddress.isEmpty() ? correctedAddress(m_context) : found.newAddress)},
        {"new_language",
         textOrNull(found.newLanguage.isEmpty() ? correctedLanguage(m_context) : found.newLanguage)},
        {"removed_field", textOrNull(found.removedField)},
        {"amount_minor", found.amounts.empty() ? Json() : Json(found.amounts.front().minor)},
        {"free", textOrNull(freeAnswer(m_context))},
        {"share", found.share > 0.0 ? Json(found.share) : Json()},
        {"reply", nameOfReply(found.reply)}};
    if (!m_context.focusField.isEmpty()) {
        static const std::pair<const char *, const char *> members[] = {
            {"new_name", "name"},         {"new_company", "company"}, {"new_address", "address"},
            {"new_language", "language"}, {"phone", "phone"},         {"email", "email"}};
        for (const auto &[member, field] : members) {
            if (m_context.focusField != QLatin1String(field))
                m_state["entities"][member] = nullptr;
        }
    }
    m_state["says"] = saysIn(m_context.text);
    if (stringOr(m_context.memory, "awaiting") == QLatin1String("field")) { // we asked which one
        if (const QString field = bareFieldIn(m_context.text); !field.isEmpty())
            m_state["says"]["field"] = field;
    }
    m_state["says"]["own_detail"] = textOrNull(ownDetailOf(m_context));
    m_state["says"]["own_email"] =
        m_context.customer && found.emails.size() == 1 &&
        found.emails.first().compare(m_context.customer->email, Qt::CaseInsensitive) == 0;
    m_state["says"]["sent_before"] = !stringOr(m_context.memory, "sent").isEmpty() &&
                                     found.emails.isEmpty() && found.reply != Reply::Yes &&
                                     !asksAgain(m_context.text) && !demandsReset(m_context.text);
}

void TurnState::learnInvoiceNumbers(const Json &rows)
{
    for (const Json &row : rows) {
        if (const QString id = stringOr(row, "id"); !id.isEmpty() && !m_ownNumbers.contains(id))
            m_ownNumbers.append(id);
    }
    readEntities(m_ownNumbers);
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
