#include "llm/ModelProfile.h"

#include "core/Clock.h"

#include <algorithm>
#include <array>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

struct ProviderWords {
    ModelProvider provider;
    const char *name;
    const char *url;
};
constexpr std::array providers{
    ProviderWords{ModelProvider::OpenAi, "openai", "https://api.openai.com/v1"},
    ProviderWords{ModelProvider::OpenAiResponses, "openai-responses", "https://api.openai.com/v1"},
    ProviderWords{ModelProvider::Anthropic, "anthropic", "https://api.anthropic.com"},
    ProviderWords{ModelProvider::Managed, "managed", ""},
};

constexpr double million = 1e6;
constexpr double unmeasuredAccuracy = 0.4; // of labels: small models reach 0.2 to 0.7

QString nameOf(ToolsVia via)
{
    return via == ToolsVia::Native       ? QStringLiteral("native")
           : via == ToolsVia::Structured ? QStringLiteral("structured")
                                         : QStringLiteral("none");
}

ToolsVia toolsNamed(const QString &name)
{
    return name == QLatin1String("none")         ? ToolsVia::None
           : name == QLatin1String("structured") ? ToolsVia::Structured
                                                 : ToolsVia::Native;
}

std::optional<double> priceIn(const Json &json, const char *key)
{
    const Json &value = memberOrNull(json, key);
    return value.is_number() && value.get<double>() >= 0 ? std::optional(value.get<double>()) : std::nullopt;
}

void put(Json &json, const char *key, const std::optional<double> &price)
{
    if (price)
        json[key] = *price;
}

Json toJson(const ModelPrices &prices)
{
    Json json = {{"free", prices.isFree}, {"as_of", prices.asOf}};
    put(json, "input", prices.input);
    put(json, "cached_input", prices.cachedInput);
    put(json, "cache_write", prices.cacheWrite);
    put(json, "output", prices.output);
    return json;
}

ModelPrices pricesFrom(const Json &json)
{
    return {priceIn(json, "input"),  priceIn(json, "cached_input"), priceIn(json, "cache_write"),
            priceIn(json, "output"), boolOr(json, "free", false),   stringOr(json, "as_of")};
}

Json toJson(const ModelCapabilities &can)
{
    return {{"tools", nameOf(can.tools)},
            {"parallel_tools", can.parallelTools},
            {"json_schema", can.jsonSchema},
            {"streaming", can.streaming},
            {"usage", can.usage},
            {"temperature", can.temperature},
            {"token_limit_field", can.tokenLimitField},
            {"effort", can.effort},
            {"context_tokens", can.contextTokens}};
}

ModelCapabilities capabilitiesFrom(const Json &json)
{
    ModelCapabilities can;
    can.tools = toolsNamed(stringOr(json, "tools", QStringLiteral("native")));
    can.parallelTools = boolOr(json, "parallel_tools", true);
    can.jsonSchema = boolOr(json, "json_schema", true);
    can.streaming = boolOr(json, "streaming", true);
    can.usage = boolOr(json, "usage", true);
    can.temperature = boolOr(json, "temperature", true);
    can.tokenLimitField = stringOr(json, "token_limit_field");
    can.effort = stringOr(json, "effort");
    can.contextTokens = static_cast<int>(integerOr(json, "context_tokens", 0));
    return can;
}

constexpr std::array personalDataRules{"by-address", "placeholders", "as-written"};

Error invalid(const char *sentence)
{
    return {ErrorKind::InvalidInput, QString::fromLatin1(sentence)};
}

} // namespace

QString nameOf(ModelProvider provider)
{
    return QString::fromLatin1(providers[static_cast<size_t>(provider)].name);
}

std::optional<ModelProvider> providerNamed(const QString &name)
{
    const auto found = std::ranges::find_if(
        providers, [&](const ProviderWords &words) { return name == QLatin1String(words.name); });
    return found == providers.end() ? std::nullopt : std::optional(found->provider);
}

QString nameOf(PersonalDataRule rule)
{
    return QString::fromLatin1(personalDataRules[static_cast<size_t>(rule)]);
}

std::optional<PersonalDataRule> personalDataRuleNamed(const QString &name)
{
    const auto found = std::ranges::find_if(personalDataRules,
                                            [&](const char *word) { return name == QLatin1String(word); });
    if (found == personalDataRules.end())
        return {};
    return static_cast<PersonalDataRule>(found - personalDataRules.begin());
}

QStringList providerNames()
{
    QStringList names;
    for (const ProviderWords &words : providers)
        names << QString::fromLatin1(words.name);
    return names;
}

ModelPrices standInPrices()
{
    ModelPrices prices;
    prices.input = 10.0;
    prices.cacheWrite = 12.5;
    prices.output = 50.0;
    return prices;
}

double costOf(const TokenUsage &usage, const ModelPrices &prices)
{
    if (prices.isFree)
        return 0.0;
    const double input = prices.input.value_or(0.0);
    const qint64 fresh = std::max<qint64>(0, usage.input - usage.cachedInput - usage.cacheWrite);
    return (static_cast<double>(fresh) * input +
            static_cast<double>(usage.cachedInput) * prices.cachedInput.value_or(input) +
            static_cast<double>(usage.cacheWrite) * prices.cacheWrite.value_or(input) +
            static_cast<double>(usage.output) * prices.output.value_or(0.0)) /
           million;
}

bool isLocal(const ModelProfile &profile)
{
    static const QRegularExpression loopback(QStringLiteral("^(?:localhost|127(?:\\.[0-9]{1,3}){3}|::1)$"));
    return profile.provider == ModelProvider::Managed || loopback.match(profile.url.host()).hasMatch();
}

bool usesPlaceholders(const ModelProfile &profile)
{
    return profile.personalData == PersonalDataRule::Placeholders ||
           (profile.personalData == PersonalDataRule::ByAddress && !isLocal(profile));
}

Json toJson(const ModelProfile &profile)
{
    return {{"name", profile.name},
            {"provider", nameOf(profile.provider)},
            {"url", profile.url.toString()},
            {"model", profile.model},
            {"file", profile.file},
            {"program", profile.program},
            {"key_name", profile.keyName},
            {"prices", toJson(profile.prices)},
            {"capabilities", toJson(profile.can)},
            {"route_accuracy", profile.routeAccuracy},
            {"personal_data", nameOf(profile.personalData)},
            {"tested", profile.tested.isValid() ? Json(toIso(profile.tested)) : Json()},
            {"tested_ms", profile.testedMs},
            {"tokens_per_second", profile.tokensPerSecond},
            {"last_error", profile.lastError},
            {"last_fault", profile.lastFault ? Json(nameOf(*profile.lastFault)) : Json()}};
}

ModelProfile profileFromJson(const Json &json)
{
    ModelProfile profile;
    profile.name = stringOr(json, "name");
    profile.provider = providerNamed(stringOr(json, "provider")).value_or(ModelProvider::OpenAi);
    profile.url = QUrl(stringOr(json, "url"));
    profile.model = stringOr(json, "model");
    profile.file = stringOr(json, "file");
    profile.program = stringOr(json, "program");
    profile.keyName = stringOr(json, "key_name");
    profile.prices = pricesFrom(memberOrNull(json, "prices"));
    profile.can = capabilitiesFrom(memberOrNull(json, "capabilities"));
    profile.routeAccuracy = std::clamp(numberOr(json, "route_accuracy", unmeasuredAccuracy), 0.2, 0.99);
    profile.tested = fromIso(stringOr(json, "tested"));
    profile.personalData =
        personalDataRuleNamed(stringOr(json, "personal_data")).value_or(PersonalDataRule::ByAddress);
    profile.testedMs = integerOr(json, "tested_ms", 0);
    profile.tokensPerSecond = numberOr(json, "tokens_per_second", 0.0);
    profile.lastError = stringOr(json, "last_error");
    profile.lastFault = chatFaultNamed(stringOr(json, "last_fault"));
    return profile;
}

Result<> checkProfile(const ModelProfile &profile)
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"));
    if (!name.match(profile.name).hasMatch())
        return invalid("a model's name has up to 64 letters, digits, '-', '_' and '.'");
    if (profile.name == QLatin1String("builtin"))
        return invalid("\"builtin\" is the name of the built-in engine");
    if (profile.provider == ModelProvider::Managed)
        return profile.file.isEmpty() ? Result<>(invalid("a managed model needs its file: --file"))
                                      : Result<>();
    const QString scheme = profile.url.scheme();
    if (!profile.url.isValid() || profile.url.host().isEmpty() ||
        (scheme != QLatin1String("http") && scheme != QLatin1String("https")))
        return invalid("the model's address must be one of http or https, like http://127.0.0.1:8080/v1");
    if (!profile.url.userInfo().isEmpty())
        return invalid("a key does not belong into the address: give it with --key-stdin");
    if (profile.model.isEmpty())
        return invalid("the model's own name at its server is missing: --model");
    return {};
}

ModelProfile completed(ModelProfile profile, const Json &priceList)
{
    profile.routeAccuracy = unmeasuredAccuracy;
    if (profile.url.isEmpty())
        profile.url = QUrl(QString::fromLatin1(providers[static_cast<size_t>(profile.provider)].url));
    if (profile.provider == ModelProvider::Managed) {
        profile.prices.isFree = true; // it runs on this machine
        profile.can.tools =
            ToolsVia::Structured; // small models write a call as text; the test may find better
        profile.can.parallelTools = false;
    }
    if (profile.prices.isFree || profile.prices.input || profile.prices.output)
        return profile;
    for (const Json &item : memberOrNull(priceList, "models")) {
        if (stringOr(item, "model") != profile.model)
            continue;
        profile.prices = pricesFrom(item);
        profile.prices.asOf = stringOr(priceList, "as_of");
    }
    return profile;
}

} // namespace Helmdesk
