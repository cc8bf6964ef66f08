#include "app/LanguageModels.h"

#include "core/ResourcePaths.h"
#include "http/HttpGateway.h"
#include "llm/FallbackChatModel.h"
#include "llm/GgufFile.h"
#include "llm/HttpChatModel.h"
#include "llm/ManagedChatModel.h"
#include "specialists/GuardedChatModel.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QUuid>

namespace Helmdesk
{
namespace
{

const QString builtin = QStringLiteral("builtin");

Json shippedPrices()
{
    const auto bytes = readResource(QStringLiteral("models/prices.json"));
    return bytes ? parseJson(*bytes).value_or(Json::object()) : Json::object();
}

// Reads the file that is to be served, and takes from it what the profile leaves open.
Result<> lookIntoFile(ModelProfile &profile)
{
    profile.file = QFileInfo(profile.file).absoluteFilePath();
    const auto file = readGguf(profile.file);
    if (!file)
        return file.error();
    if (auto fits = fitsMemory(*file, physicalMemoryBytes()); !fits)
        return fits.error();
    if (auto program = ManagedServer::program(profile.program); !program)
        return program.error();
    if (profile.model.isEmpty())
        profile.model = file->name.isEmpty() ? QFileInfo(profile.file).completeBaseName() : file->name;
    if (profile.can.contextTokens == 0)
        profile.can.contextTokens = static_cast<int>(std::min<qint64>(file->contextTokens, 1'000'000));
    return {};
}

} // namespace

LanguageModels::LanguageModels(Surroundings surroundings)
    : m_surroundings(std::move(surroundings))
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    m_placeholderKey = QByteArray(reinterpret_cast<const char *>(random.data()), sizeof(random));
}

LanguageModels::~LanguageModels() = default;

void LanguageModels::overrideEngine(const QString &name)
{
    m_override = name;
}

Result<> LanguageModels::check(const QString &engine) const
{
    if (engine.isEmpty() || engine == builtin)
        return {};
    auto known = m_surroundings.repository.model(engine);
    if (!known)
        return known.error();
    if (*known)
        return {};
    return Error{
        ErrorKind::NotFound,
        QStringLiteral("there is no engine \"%1\": it is \"builtin\" or a model of \"helmdeskctl model "
                       "list\"")
            .arg(engine)};
}

QString LanguageModels::engineFor(const QString &stageSetting, const QString &other) const
{
    if (!m_override.isEmpty())
        return m_override;
    return stageSetting.isEmpty() ? other : stageSetting;
}

// A model that cannot be read is none: the built-in engine answers.
std::optional<ModelProfile> LanguageModels::profileFor(const QString &engine) const
{
    if (engine.isEmpty() || engine == builtin)
        return {};
    auto found = m_surroundings.repository.model(engine);
    return found ? *found : std::nullopt;
}

AnsweringModel LanguageModels::answering() const
{
    const auto profile = profileFor(engineFor(m_surroundings.settings().engineAnswer(), builtin));
    if (!profile)
        return {};
    std::shared_ptr<const ChatModel> model = guarded(*profile);
    const auto second = profileFor(m_surroundings.settings().engineFallback());
    if (second && second->name != profile->name)
        model = std::make_shared<FallbackChatModel>(std::move(model), guarded(*second), second->name);
    AnsweringModel answering{std::move(model), profile->name, {}, {}};
    answering.version = profile->url.toString() + u' ' + profile->model + u' ' + profile->file;
    if (const PromptRepository *prompts = m_surroundings.prompts)
        answering.prompt = [prompts](const QString &name) { return promptInForce(*prompts, name).text; };
    return answering;
}

AdvisingModel LanguageModels::advising() const
{
    const Settings settings = m_surroundings.settings();
    const auto profile = profileFor(engineFor(settings.engineRoute(), settings.engineAnswer()));
    if (!profile)
        return {};
    return {guarded(*profile), profile->name, profile->can.jsonSchema, profile->routeAccuracy};
}

Result<std::shared_ptr<const ChatModel>> LanguageModels::model(const QString &name) const
{
    if (auto known = check(name); !known)
        return known.error();
    const auto profile = profileFor(name);
    if (!profile)
        return Error{ErrorKind::NotFound, QStringLiteral("\"%1\" is no language model").arg(name)};
    return std::shared_ptr<const ChatModel>(make(*profile));
}

std::shared_ptr<const ChatModel> LanguageModels::guarded(const ModelProfile &profile) const
{
    return std::make_shared<GuardedChatModel>(make(profile), profile, m_placeholderKey);
}

std::unique_ptr<ChatModel> LanguageModels::make(const ModelProfile &profile) const
{
    std::shared_ptr<ProviderHealth> health;
    {
        const std::lock_guard lock(m_mutex);
        std::shared_ptr<ProviderHealth> &kept =
            m_health[profile.url.isEmpty() ? profile.name
                                           : profile.url.host() + QString::number(profile.url.port())];
        if (!kept)
            kept = std::make_shared<ProviderHealth>();
        health = kept;
    }
    MeteredChatModel::Surroundings surroundings;
    surroundings.limits = [this] {
        const Settings settings = m_surroundings.settings();
        return BudgetLimits{settings.budgetRunUsd(), settings.budgetConversationUsd(),
                            settings.budgetDayUsd(), settings.budgetMonthUsd()};
    };
    surroundings.maxTries = [this] { return m_surroundings.settings().llmMaxTries(); };
    // Budgets are of real days, also where a scenario's clock stands still.
    surroundings.now = [] { return QDateTime::currentDateTimeUtc(); };
    return std::make_unique<MeteredChatModel>(connected(profile), profile, m_surroundings.ledger,
                                              std::move(health), std::move(surroundings));
}

std::shared_ptr<ChatModel> LanguageModels::connected(const ModelProfile &profile) const
{
    if (profile.provider == ModelProvider::Managed)
        return std::make_shared<ManagedChatModel>(gateway(), profile, serverOf(profile));
    return std::make_shared<HttpChatModel>(gateway(), profile, [this, profile] { return keyOf(profile); });
}

std::shared_ptr<ManagedServer> LanguageModels::serverOf(const ModelProfile &profile) const
{
    HttpGateway &network = gateway();
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<ManagedServer> &kept = m_servers[profile.name + QLatin1Char(' ') + profile.file];
    if (!kept)
        kept = std::make_shared<ManagedServer>(
            ManagedServer::Surroundings{network, m_surroundings.folder, m_placeholderKey}, profile);
    return kept;
}

// The environment goes first: it is how a key is given for one start, and where no keychain is.
Result<QString> LanguageModels::keyOf(const ModelProfile &profile) const
{
    const auto given = EnvironmentSecretStore().read(profile.name);
    if (given && *given)
        return **given;
    if (profile.keyName.isEmpty())
        return QString();
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_keys.find(profile.keyName); known != m_keys.end())
            return known->second;
    }
    auto kept = secrets().read(profile.keyName);
    if (!kept)
        return kept.error();
    if (!*kept)
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("the key of the model %1 cannot be read: unlock the keychain, or set %2")
                         .arg(profile.name, EnvironmentSecretStore::variableFor(profile.name))};
    const std::lock_guard lock(m_mutex);
    m_keys[profile.keyName] = **kept;
    return **kept;
}

SecretStore &LanguageModels::secrets() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_secrets)
        m_secrets = m_surroundings.secrets ? m_surroundings.secrets() : systemSecretStore();
    return *m_secrets;
}

HttpGateway &LanguageModels::gateway() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_gateway)
        m_gateway = std::make_unique<HttpGateway>();
    return *m_gateway;
}

QString LanguageModels::keyAdvice(const QString &name) const
{
    return secrets().canKeep() ? QStringLiteral("Keys are kept in %1.").arg(secrets().place())
                               : QStringLiteral("There is no keychain on this machine: set %1.")
                                     .arg(EnvironmentSecretStore::variableFor(name));
}

Result<LanguageModels::Kept> LanguageModels::add(ModelProfile profile, const QString &key,
                                                 const QString &author)
{
    profile = completed(std::move(profile), shippedPrices());
    if (auto fine = checkProfile(profile); !fine)
        return fine.error();
    if (profile.provider == ModelProvider::Managed) {
        if (auto looked = lookIntoFile(profile); !looked)
            return looked.error();
    }
    return keep(std::move(profile), key, author);
}

// Puts the key into the keychain, under a name of its own that the profile remembers.
Result<LanguageModels::Kept> LanguageModels::keepKey(ModelProfile &profile, const QString &key) const
{
    Kept kept;
    if (key.isEmpty())
        return kept;
    if (key.contains(QLatin1Char('\n')) || key.contains(QLatin1Char('\r')))
        return Error{ErrorKind::InvalidInput, QStringLiteral("a key is one line")};
    const QString name = QStringLiteral("model %1 %2")
                             .arg(profile.name, QUuid::createUuid().toString(QUuid::WithoutBraces).left(8));
    const Result<> stored = secrets().keep(name, key);
    kept.isKeyKept = stored.has_value();
    if (stored)
        profile.keyName = name;
    else
        kept.keyProblem = secrets().canKeep() ? stored.error().detail : keyAdvice(profile.name);
    return kept;
}

Result<LanguageModels::Kept> LanguageModels::keep(ModelProfile profile, const QString &key,
                                                  const QString &author)
{
    auto before = m_surroundings.repository.model(profile.name);
    if (!before)
        return before.error();
    if (*before)
        return Error{ErrorKind::Conflict,
                     QStringLiteral("there is a model \"%1\" already: remove it first").arg(profile.name)};
    auto kept = keepKey(profile, key);
    if (!kept)
        return kept;
    if (auto saved = m_surroundings.repository.save(profile, author); !saved)
        return saved.error();
    return kept;
}

Result<LanguageModels::Kept> LanguageModels::changeKey(const QString &name, const QString &key,
                                                       const QString &author)
{
    auto profile = m_surroundings.repository.model(name);
    if (!profile)
        return profile.error();
    if (!*profile)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no model \"%1\"").arg(name)};
    const QString before = (*profile)->keyName;
    auto kept = keepKey(**profile, key);
    if (!kept || !kept->isKeyKept)
        return kept;
    if (auto saved = m_surroundings.repository.save(**profile, author); !saved)
        return saved.error();
    if (!before.isEmpty())
        (void)secrets().remove(before); // nothing reads it any more
    return kept;
}

Result<LanguageModels::Kept> LanguageModels::restore(const Removed &removed, const QString &author)
{
    ModelProfile profile = removed.profile;
    profile.keyName.clear();
    return keep(std::move(profile), removed.key, author);
}

Result<LanguageModels::Removed> LanguageModels::remove(const QString &name, const QString &author)
{
    auto profile = m_surroundings.repository.model(name);
    if (!profile)
        return profile.error();
    if (!*profile)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no model \"%1\"").arg(name)};
    Removed removed{std::move(**profile), {}};
    // The key first: a profile that is gone could not tell where it is.
    if (const QString &kept = removed.profile.keyName; !kept.isEmpty()) {
        removed.key = secrets().read(kept).value_or(std::nullopt).value_or(QString());
        if (auto gone = secrets().remove(kept); !gone && secrets().canKeep())
            return gone.error();
        const std::lock_guard lock(m_mutex);
        m_keys.erase(kept);
    }
    if (auto gone = m_surroundings.repository.remove(name, author); !gone)
        return gone.error();
    const std::lock_guard lock(m_mutex);
    m_servers.erase(name + QLatin1Char(' ') + removed.profile.file);
    return removed;
}

bool LanguageModels::hasKey(const ModelProfile &profile)
{
    const auto given = EnvironmentSecretStore().read(profile.name);
    return !profile.keyName.isEmpty() || (given && *given);
}

bool LanguageModels::canKeepKeys() const
{
    return secrets().canKeep();
}

Result<ModelState> LanguageModels::stateOf(const ModelProfile &profile) const
{
    constexpr int looked = 5; // as many as open the circuit
    constexpr double nearlySpent = 0.95;
    ModelState state{profile.name, ModelHealth::Untested, {}};
    auto last = m_surroundings.ledger.lastFaults(profile.name, looked);
    if (!last)
        return last.error();
    if (last->empty()) { // before any call
        if (profile.tested.isValid())
            state = {profile.name, profile.lastError.isEmpty() ? ModelHealth::Working : ModelHealth::Failing,
                     profile.lastFault};
        return state;
    }
    state.health = ModelHealth::Working;
    if (const auto fault = last->front()) {
        const bool isLasting = *fault == ChatFault::KeyWrong || *fault == ChatFault::NoKey ||
                               *fault == ChatFault::MoneySpent || *fault == ChatFault::NoSuchModel;
        const bool hasNeverAnswered =
            last->size() >= size_t(looked) &&
            std::ranges::all_of(*last, [](const auto &each) { return each.has_value(); });
        const bool hasFailedTest = profile.lastFault == fault;
        state.health =
            isLasting || hasNeverAnswered || hasFailedTest ? ModelHealth::Failing : ModelHealth::Limited;
        state.fault = fault;
        return state;
    }
    const QDate today = QDateTime::currentDateTimeUtc().date();
    auto spent = m_surroundings.ledger.report(CostBy::Day, today, today);
    if (spent && !spent->empty() &&
        spent->front().budgetUsd >= nearlySpent * m_surroundings.settings().budgetDayUsd() &&
        spent->front().budgetUsd > 0.0)
        state = {profile.name, ModelHealth::Limited, ChatFault::Budget};
    return state;
}

std::optional<ModelState> LanguageModels::inUse() const
{
    const Settings settings = m_surroundings.settings();
    auto profile = profileFor(engineFor(settings.engineAnswer(), builtin));
    if (!profile)
        profile = profileFor(engineFor(settings.engineRoute(), settings.engineAnswer()));
    if (!profile)
        return {};
    auto state = stateOf(*profile);
    return state ? std::optional(*state) : std::nullopt;
}

Result<ProbeReport> LanguageModels::test(const QString &name, const QString &author,
                                         const RunControl &control)
{
    if (auto known = model(name); !known)
        return known.error();
    ProbeReport report = probe(
        *profileFor(name), [this](const ModelProfile &profile) { return make(profile); },
        QDateTime::currentDateTimeUtc(), control);
    if (control.isStopped())
        return Error{ErrorKind::Cancelled, QStringLiteral("the test was stopped")};
    auto now = m_surroundings.repository.model(name); // somebody may have changed or removed it meanwhile
    if (!now)
        return now.error();
    if (!*now)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no model \"%1\"").arg(name)};
    report.profile.personalData = (*now)->personalData;
    report.profile.keyName = (*now)->keyName;
    if (auto saved = m_surroundings.repository.save(report.profile, author); !saved)
        return saved.error();
    return report;
}

} // namespace Helmdesk
