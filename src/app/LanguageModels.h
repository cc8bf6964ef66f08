#pragma once

#include "app/DeskSnapshots.h"
#include "llm/CallLedger.h"
#include "llm/ChatModel.h"
#include "llm/MeteredChatModel.h"
#include "llm/ModelProbe.h"
#include "llm/Prompts.h"
#include "routing/ModelAdvisor.h"
#include "settings/SecretStore.h"
#include "settings/Settings.h"
#include "specialists/ModelSpecialist.h"

#include <map>
#include <mutex>

namespace Helmdesk
{

class HttpGateway;
class ManagedServer;

// The language models of a workspace: which are there, which serve which stage, their keys and what they
// cost. The network and the keychain are touched only when a model is used. Thread: any. Ownership:
// repository and ledger are not owned and outlive it.
class LanguageModels
{
public:
    struct Surroundings {
        ModelRepository &repository;
        CallLedger &ledger;
        std::function<Settings()> settings;
        QString folder; // for the servers of managed models
        // Null: the system's own.
        std::function<std::unique_ptr<SecretStore>()> secrets;
        const PromptRepository *prompts = nullptr; // null: the shipped prompts hold
    };
    explicit LanguageModels(Surroundings surroundings);
    ~LanguageModels();

    // For the letters of placeholders: another one gives other letters. Until then one made for this program.
    void setPlaceholderKey(const QByteArray &key) { m_placeholderKey = key; }
    // For one command: instead of the settings, for every stage. "builtin", or the name of a model.
    void overrideEngine(const QString &name);
    // NotFound when the name is neither "builtin" nor that of a model.
    Result<> check(const QString &engine) const;

    AnsweringModel answering() const;
    AdvisingModel advising() const;
    // One model by name, budgeted and noted. NotFound.
    Result<std::shared_ptr<const ChatModel>> model(const QString &name) const;

    struct Kept {
        bool isKeyKept = false;
        QString keyProblem; // why not; empty: it was, or none was given
    };
    // Checks and stores a profile, and its key in the keychain where one is given. Of a managed one the file
    // is read first: NotFound, or InvalidInput where it is none that can be served here.
    Result<Kept> add(ModelProfile profile, const QString &key, const QString &author);
    // Another key for a model that is there; the one before is forgotten. Nothing changes where the new one
    // cannot be kept.
    Result<Kept> changeKey(const QString &name, const QString &key, const QString &author);
    // What was removed: enough to bring it back. Holds the key, where it could be read; never stored.
    struct Removed {
        ModelProfile profile;
        QString key;
    };
    // Removes the profile and its key.
    Result<Removed> remove(const QString &name, const QString &author);
    // Conflict when there is one of that name by now.
    Result<Kept> restore(const Removed &removed, const QString &author);
    // Asks the model some small questions, paid from the budgets, and stores what was found.
    Result<ProbeReport> test(const QString &name, const QString &author, const RunControl &control);

    ModelRepository &repository() const { return m_surroundings.repository; }
    CallLedger &ledger() const { return m_surroundings.ledger; }
    // How a model does, by its last calls of any program and its last test.
    Result<ModelState> stateOf(const ModelProfile &profile) const;
    // The model that answers or else the one that routes; empty: none does, or its state cannot be read.
    std::optional<ModelState> inUse() const;
    // A key was given, here or in the environment.
    static bool hasKey(const ModelProfile &profile);
    bool canKeepKeys() const;
    // Where keys are kept here, and how one is given where nothing keeps them.
    QString keyAdvice(const QString &name) const;

private:
    Result<Kept> keepKey(ModelProfile &profile, const QString &key) const;
    Result<Kept> keep(ModelProfile profile, const QString &key, const QString &author);
    std::unique_ptr<ChatModel> make(const ModelProfile &profile) const;
    std::shared_ptr<ChatModel> connected(const ModelProfile &profile) const;
    std::shared_ptr<ManagedServer> serverOf(const ModelProfile &profile) const;
    Result<QString> keyOf(const ModelProfile &profile) const;
    SecretStore &secrets() const;
    HttpGateway &gateway() const;
    QString engineFor(const QString &stageSetting, const QString &other) const;
    std::optional<ModelProfile> profileFor(const QString &engine) const;

    // As its profile lets it see a conversation.
    std::shared_ptr<const ChatModel> guarded(const ModelProfile &profile) const;

    Surroundings m_surroundings;
    QByteArray m_placeholderKey;
    QString m_override;
    mutable std::mutex m_mutex;
    mutable std::unique_ptr<HttpGateway> m_gateway;
    mutable std::map<QString, std::shared_ptr<ManagedServer>>
        m_servers; // by model and file; they use the gateway
    mutable std::unique_ptr<SecretStore> m_secrets;
    mutable std::map<QString, std::shared_ptr<ProviderHealth>> m_health; // by address
    mutable std::map<QString, QString> m_keys; // read once, by the name they are kept under
};

} // namespace Helmdesk
