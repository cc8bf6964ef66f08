#pragma once

#include "llm/ChatTypes.h"

#include <QDateTime>
#include <QUrl>

namespace Helmdesk
{

enum class ModelProvider {
    OpenAi,          // Chat Completions: many servers speak it
    OpenAiResponses, // the same provider's newer form
    Anthropic,
    Managed, // a file on this machine, served by a program that the desk starts
};
QString nameOf(ModelProvider provider); // as on the command line
std::optional<ModelProvider> providerNamed(const QString &name);
QStringList providerNames();

// US dollars a million tokens. What is empty is unknown, which is not free.
struct ModelPrices {
    std::optional<double> input;
    std::optional<double> cachedInput; // empty: as input
    std::optional<double> cacheWrite;  // empty: as input
    std::optional<double> output;
    bool isFree = false; // somebody said that it costs nothing
    QString asOf;        // date of the list it comes from, or "given"

    bool areKnown() const { return isFree || (input && output && (*input > 0 || *output > 0)); }
};
// For budgets, where the price is not known: that of the dearest models.
ModelPrices standInPrices();
double costOf(const TokenUsage &usage, const ModelPrices &prices);

enum class ToolsVia {
    Native,     // the server's own form
    Structured, // a reply bound to a schema that says which tool
    None,
};

// What a model can do: measured by the test, edited by people.
struct ModelCapabilities {
    ToolsVia tools = ToolsVia::Native;
    bool parallelTools = true;
    bool jsonSchema = true;
    bool streaming = true;
    bool usage = true;
    bool temperature = true;
    QString tokenLimitField; // empty: the dialect's own
    QString effort;          // of reasoning; empty: not sent
    int contextTokens = 0;   // 0: unknown
};

// What becomes of names, addresses, numbers and the like before a call.
enum class PersonalDataRule {
    ByAddress,    // placeholders, unless the model runs on this machine
    Placeholders, //
    AsWritten,
};
QString nameOf(PersonalDataRule rule); // by-address, placeholders, as-written
std::optional<PersonalDataRule> personalDataRuleNamed(const QString &name);

struct ModelProfile {
    QString name;
    ModelProvider provider = ModelProvider::OpenAi;
    QUrl url;
    QString model;   // as its server calls it
    QString file;    // of a managed one: absolute path of its GGUF file
    QString program; // that serves it; empty: llama-server of the PATH
    QString keyName; // where its key is kept; empty: none was given
    ModelPrices prices;
    ModelCapabilities can;
    double routeAccuracy = 0.6; // how often its label is right: see docs/models.md
    PersonalDataRule personalData = PersonalDataRule::ByAddress;
    QDateTime tested;                   // invalid: never
    qint64 testedMs = 0;                // of the first answer of the last test; 0: there was none
    double tokensPerSecond = 0.0;       // of that answer; 0: not told
    QString lastError;                  // of the last test; empty: none
    std::optional<ChatFault> lastFault; // the same in short
};

// Whether its server is this machine.
bool isLocal(const ModelProfile &profile);
// Whether placeholders stand for personal data in what it is sent.
bool usesPlaceholders(const ModelProfile &profile);

Json toJson(const ModelProfile &profile);
ModelProfile profileFromJson(const Json &json);

// InvalidInput with one sentence: a name of letters, digits, '-', '_' and '.', not "builtin"; an address of
// http or https without a user or password; a model, or a file.
Result<> checkProfile(const ModelProfile &profile);

// Fills what was left out: the provider's address, and prices of the shipped list where it has the model.
ModelProfile completed(ModelProfile profile, const Json &priceList);

// Where profiles are kept. Thread: any. Failure: that of the store; NotFound for a name that is not there.
class ModelRepository
{
public:
    virtual ~ModelRepository() = default;
    virtual Result<std::vector<ModelProfile>> models() const = 0; // by name
    virtual Result<std::optional<ModelProfile>> model(const QString &name) const = 0;
    virtual Result<> save(const ModelProfile &profile, const QString &author) = 0;
    virtual Result<> remove(const QString &name, const QString &author) = 0;
};

} // namespace Helmdesk
