#include "outside/StripeTools.h"

#include "core/ResourcePaths.h"

#include <limits>

namespace Helmdesk
{
namespace
{

const QString keyName = QStringLiteral("stripe");
const QString refundName = QStringLiteral("stripe_refund");

int stripeDigits(const QString &currency)
{
    static const QStringList none{QStringLiteral("BIF"), QStringLiteral("CLP"), QStringLiteral("DJF"),
                                  QStringLiteral("GNF"), QStringLiteral("JPY"), QStringLiteral("KMF"),
                                  QStringLiteral("KRW"), QStringLiteral("MGA"), QStringLiteral("PYG"),
                                  QStringLiteral("RWF"), QStringLiteral("VND"), QStringLiteral("VUV"),
                                  QStringLiteral("XAF"), QStringLiteral("XOF"), QStringLiteral("XPF")};
    static const QStringList three{QStringLiteral("BHD"), QStringLiteral("JOD"), QStringLiteral("KWD"),
                                   QStringLiteral("OMR"), QStringLiteral("TND")};
    if (none.contains(currency))
        return 0;
    return three.contains(currency) ? 3 : 2;
}

qint64 powerOfTen(int exponent)
{
    qint64 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

Result<Json> stripeFile()
{
    auto bytes = readResource(QStringLiteral("outside/stripe.json"));
    return bytes ? parseJson(*bytes) : Result<Json>(bytes.error());
}

// The definition of one tool, with whole addresses, the key and the version.
Json definitionOf(Json tool, const QString &origin, const QString &version, bool isPrivateAllowed)
{
    const auto complete = [&](Json &request) {
        request["url"] = origin + stringOr(request, "path");
        request.erase("path");
        request["headers"] = {{"Authorization", QStringLiteral("Bearer ${secret:%1}").arg(keyName)},
                              {"Stripe-Version", version}};
    };
    complete(tool["request"]);
    for (const char *question : {"before", "read_back"}) {
        if (tool.contains(question))
            complete(tool[question]["request"]);
    }
    tool["hosts"] = Json::array({hostEntryOf(QUrl(origin))});
    tool["allow_private"] = isPrivateAllowed;
    tool["error_code"] = "/error/code";
    tool["most_bytes"] = 1024 * 1024;
    // A key in use and a lock that was not got: the effect may be under way.
    tool["retry"] = {{"tries", 3}, {"first_wait_ms", 500}, {"statuses", {409, 424}}};
    return tool;
}

// What a desk needs of an object, with amounts in its own minor units.
Json cut(const Json &object)
{
    static const std::vector<const char *> plain{"id",
                                                 "number",
                                                 "status",
                                                 "created",
                                                 "due_date",
                                                 "hosted_invoice_url",
                                                 "livemode",
                                                 "reason",
                                                 "failure_reason",
                                                 "pending_reason",
                                                 "payment_intent",
                                                 "charge",
                                                 "description",
                                                 "cancel_at",
                                                 "ended_at"};
    static const std::vector<const char *> amounts{"amount",           "amount_due",      "amount_paid",
                                                   "amount_remaining", "amount_received", "total",
                                                   "amount_refunded"};
    Json out = Json::object();
    for (const char *name : plain) {
        const Json &value = memberOrNull(object, name);
        if (!value.is_null() && !value.is_structured())
            out[name] = value;
    }
    const QString currency = stringOr(object, "currency").toUpper();
    if (!currency.isEmpty())
        out["currency"] = currency;
    for (const char *name : amounts) {
        const Json &value = memberOrNull(object, name);
        if (value.is_number_integer() && !currency.isEmpty())
            out[std::string(name) + "_minor"] = fromStripeAmount(toInteger(value), currency).minor;
    }
    Json payments = Json::array();
    for (const Json &payment : memberOrNull(memberOrNull(object, "payments"), "data")) {
        const Json &made = memberOrNull(payment, "payment");
        const QString type = stringOr(made, "type");
        payments.push_back({{"type", type},
                            {"id", stringOr(made, type.toUtf8().constData())},
                            {"status", stringOr(payment, "status")}});
    }
    if (!payments.empty())
        out["payments"] = std::move(payments);
    return out;
}

Json cutResult(const Json &result)
{
    if (result.contains("item"))
        return cut(result["item"]);
    Json items = Json::array();
    for (const Json &item : memberOrNull(result, "items"))
        items.push_back(cut(item));
    return {{"items", std::move(items)}, {"has_more", boolOr(result, "has_more", false)}};
}

class StripeTool final : public OutsideTool
{
public:
    explicit StripeTool(std::shared_ptr<const HttpTool> inner)
        : m_inner(std::move(inner))
        , m_spec(m_inner->spec())
    {
        if (m_spec.name != refundName)
            return;
        Json &properties = m_spec.schema["properties"];
        properties.erase("amount");
        properties["amount_minor"] = {{"type", "integer"}, {"minimum", 1}};
        properties["currency"] = {{"type", "string"}, {"pattern", "^[A-Z]{3}$"}};
        m_spec.schema["required"] = {"payment_intent", "amount_minor", "currency"};
    }

    const ToolSpec &spec() const override { return m_spec; }
    std::chrono::milliseconds timeout() const override { return m_inner->timeout(); }

    Result<> checkArguments(const Json &args) const override
    {
        auto inner = innerArgs(args);
        return inner ? Result<>() : Result<>(inner.error());
    }
    Result<Preview> preview(const Json &args, const ToolContext &context) const override
    {
        auto inner = innerArgs(args);
        if (!inner)
            return inner.error();
        auto preview = m_inner->preview(*inner, context);
        if (preview && m_spec.name == refundName)
            preview->effect =
                QStringLiteral("Refund %1 of %2 at %3")
                    .arg(toPlainString({integerOr(args, "amount_minor", 0), stringOr(args, "currency")}),
                         stringOr(args, "payment_intent"),
                         stringOr(args, "reason", QStringLiteral("Stripe")));
        return preview;
    }
    Result<Json> run(const Json &args, const ToolContext &context, const EffectKey &key) const override
    {
        auto inner = innerArgs(args);
        if (!inner)
            return inner.error();
        auto result = m_inner->run(*inner, context, key);
        if (!result)
            return result;
        return cutResult(*result);
    }
    Result<std::optional<Json>> lookBack(const Json &args, const ToolContext &context,
                                         const EffectKey &key) const override
    {
        auto inner = innerArgs(args);
        if (!inner)
            return inner.error();
        auto found = m_inner->lookBack(*inner, context, key);
        if (found && *found)
            return std::optional<Json>(cutResult(**found));
        return found;
    }

private:
    Result<Json> innerArgs(const Json &args) const
    {
        if (m_spec.name != refundName)
            return args;
        Json inner = args;
        inner.erase("amount_minor");
        const QString currency = stringOr(args, "currency");
        auto amount = toStripeAmount({integerOr(args, "amount_minor", 0), currency});
        if (!amount)
            return amount.error();
        inner["amount"] = *amount;
        inner["currency"] = currency.toLower();
        return inner;
    }

    std::shared_ptr<const HttpTool> m_inner;
    ToolSpec m_spec;
};

SecretSource guardedKey(SecretSource secrets, bool isLiveAllowed)
{
    return [secrets = std::move(secrets), isLiveAllowed](const QString &name) -> Result<QString> {
        auto key = secrets(name);
        if (key && key->contains(QLatin1String("_live_")) && !isLiveAllowed)
            return Error{ErrorKind::Denied,
                         QStringLiteral("the key of Stripe is one for real money, which was not allowed")};
        return key;
    };
}

} // namespace

Result<qint64> toStripeAmount(const Money &money)
{
    const int difference = stripeDigits(money.currency) - minorDigits(money.currency);
    const qint64 factor = powerOfTen(std::abs(difference));
    const Error odd{ErrorKind::InvalidInput,
                    QStringLiteral("Stripe cannot pay %1").arg(toPlainString(money))};
    qint64 amount = money.minor;
    if (difference >= 0) {
        if (amount > std::numeric_limits<qint64>::max() / factor || amount < 0)
            return odd;
        amount *= factor;
    } else {
        if (amount % factor != 0)
            return odd;
        amount /= factor;
    }
    if (stripeDigits(money.currency) == 3 && amount % 10 != 0)
        return odd;
    return amount;
}

Money fromStripeAmount(qint64 amount, const QString &currency)
{
    const int difference = stripeDigits(currency) - minorDigits(currency);
    const qint64 factor = powerOfTen(std::abs(difference));
    return {difference >= 0 ? amount / factor : amount * factor, currency};
}

StripeAccess StripeAccess::from(const Json &stored)
{
    return {QUrl(stringOr(stored, "origin")), boolOr(stored, "live", false)};
}

Result<QStringList> StripeTools::names()
{
    const auto file = stripeFile();
    if (!file)
        return file.error();
    QStringList names;
    for (const Json &tool : memberOrNull(*file, "tools"))
        names << stringOr(tool, "name");
    return names;
}

Result<std::shared_ptr<const Tool>> StripeTools::make(const QString &name, const StripeAccess &access,
                                                      bool needsApproval,
                                                      std::shared_ptr<const GuardedHttp> http,
                                                      SecretSource secrets)
{
    const auto file = stripeFile();
    if (!file)
        return file.error();
    const bool isElsewhere = !access.origin.isEmpty();
    const QString origin = isElsewhere ? access.origin.toString(QUrl::RemovePath) : stringOr(*file, "origin");
    for (const Json &tool : memberOrNull(*file, "tools")) {
        if (stringOr(tool, "name") != name)
            continue;
        auto definition =
            HttpToolDefinition::parse(definitionOf(tool, origin, stringOr(*file, "version"), isElsewhere));
        if (!definition)
            return definition.error();
        definition->spec.needsApproval = needsApproval;
        auto inner = std::make_shared<HttpTool>(std::move(*definition), std::move(http),
                                                guardedKey(std::move(secrets), access.isLive));
        return std::shared_ptr<const Tool>(std::make_shared<StripeTool>(std::move(inner)));
    }
    return Error{ErrorKind::NotFound, QStringLiteral("there is no tool of Stripe named %1").arg(name)};
}

} // namespace Helmdesk
