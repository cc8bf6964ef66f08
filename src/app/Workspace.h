#pragma once

#include "app/EngineAssets.h"
#include "app/KnowledgeAdapters.h"
#include "app/PolicyKeeper.h"
#include "app/SettingsKeeper.h"
#include "core/OwnerOnly.h"
#include "llm/ModelProfile.h"
#include "pipeline/OperatorDesk.h"
#include "pipeline/OutboxSender.h"
#include "pipeline/Pipeline.h"
#include "settings/AdminDefaults.h"
#include "settings/SettingsRepository.h"
#include "store/Database.h"

#include <atomic>
#include <QStringList>

namespace Helmdesk
{

class AnswerCache;
class AuditAnchor;
class AuditSeal;
class SqliteAuditLog;
class SqliteBusinessBackend;
class KeptAnswerRepository;
class LanguageModels;
class PromptRepository;
class RouterLearning;
class SqliteDraftRepository;
class SqliteLearningRepository;
class SqliteNotificationRepository;
class SqliteTrainingRepository;

// Where replies on the channels mail and file go. Chat and API replies are read from the thread.
enum class MailDelivery {
    Thread, // nowhere else: scenarios and benches
    Folder, // as .eml files into <workspace>/outbox, from which a mail program sends them
};

struct WorkspaceOptions {
    const Clock *clock = nullptr;                         // null: the system's
    std::shared_ptr<FaultInjector> faults;                // scenarios and tests
    bool isEngineDown = false;                            // a fault: every answer of the specialist fails
    std::optional<Settings> settings;                     // instead of the stored ones
    std::optional<AdminDefaults> defaults;                // instead of this machine's
    std::shared_ptr<const KnowledgeBase> sharedKnowledge; // instead of the workspace's own
    MailDelivery mail = MailDelivery::Thread;
    Durability durability = Durability::Grouped;
    QString engine; // for all stages instead of the settings: builtin, or a model's name; empty: none
    ModelRepository *models = nullptr; // instead of the workspace's own; outlives it
    bool isAnchored = true; // its record is sealed and noted in files beside; not for what lives for a moment
};

// A workspace folder, opened: the store with its repositories and, after loadEngine(), everything that
// answers. Thread-safe apart from open() and loadEngine(). Destroy it after the work that uses it has ended.
class Workspace
{
public:
    static constexpr const char *databaseName = "helmdesk.db";

    // Opens or makes the database in the folder, and closes the folder to the other users of the machine.
    // Failure: see Database::open.
    static Result<std::unique_ptr<Workspace>> open(const QString &folder, WorkspaceOptions options = {});
    ~Workspace();

    // Puts the sample company, its history and its help centre into an empty workspace. Conflict when it is
    // not empty.
    Result<> loadDemo(const RunControl &control);

    // Makes the workspace able to answer; reads the knowledge index. `assets` may serve several workspaces.
    Result<> loadEngine(std::shared_ptr<EngineAssets> assets, const RunControl &control = {});
    bool isEngineLoaded() const { return m_engine != nullptr; }

    QString folder() const { return m_folder; }
    Database &database() { return *m_database; }
    const Clock &clock() const;
    // Held back while they cannot be read; see SettingsKeeper.
    Settings settings() const;
    QString settingsProblem() const;                                  // a sentence; empty: none
    const AdminDefaults &adminDefaults() const { return m_defaults; } // as they were when it was opened
    PolicyInForce policy() const;                                     // the rules that hold now
    // What the start found open to others, and closed or could not; see closeToOthers().
    const AccessReport &access() const { return m_access; }

    // Repositories, there from the start.
    ConversationRepository &conversations();
    RunRepository &runs();
    ApprovalRepository &approvals();
    TicketRepository &tickets();
    OutboxRepository &outbox();
    DraftRepository &drafts();
    CustomerRepository &customers();
    SettingsRepository &settingsRepository();
    KnowledgeRepository &knowledgeRepository();
    SqliteAuditLog &audit();
    SqliteBusinessBackend &backend();
    SqliteTrainingRepository &training();
    SqliteLearningRepository &learning();
    SqliteNotificationRepository &notifications();
    UnitOfWork &unitOfWork();
    KeptRunRepository &keptRuns();
    KeptAnswerRepository &keptAnswers();
    PromptRepository &prompts();
    OriginalRepository &originals();
    // Removes what was kept as it was written and whose time is over, at most once a minute; logs a failure.
    void purgeOriginals();

    // Notes outside of the database how far the audit log has come, at most every two seconds. A log that
    // does not fit what was noted before is told in the program's log, and what was noted stays.
    void keepRecord();

    // There from the start; touches the network only when a model is asked.
    LanguageModels &languageModels();

    // After loadEngine().
    Pipeline &pipeline();
    OperatorDesk &operatorDesk();
    OutboxSender &sender();
    KnowledgeBase &knowledge();
    const ToolRegistry &tools() const;
    const ToolRunner &toolRunner() const;
    EngineAssets &assets();
    LocalRouter &router();
    RouterLearning &routerLearning();

private:
    struct Stores;
    struct Engine;
    Workspace(QString folder, WorkspaceOptions options, std::unique_ptr<Database> database,
              std::shared_ptr<const AuditSeal> seal);
    Result<> beginRecord(bool isNewKey);
    Result<std::unique_ptr<AnswerCache>> makeAnswerCache(const EngineAssets &assets);
    std::vector<std::shared_ptr<AuditAnchor>> anchors() const;

    QString m_folder;
    WorkspaceOptions m_options;
    std::atomic<qint64> m_purgedAt{0}; // seconds
    SystemClock m_systemClock;
    std::shared_ptr<const AuditSeal> m_seal;
    std::atomic<qint64> m_recordKept{0}; // when, in milliseconds since 1970
    AdminDefaults m_defaults;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Stores> m_stores;
    std::unique_ptr<SettingsKeeper> m_settings;
    std::unique_ptr<PolicyKeeper> m_policy;
    std::unique_ptr<LanguageModels> m_models;
    AccessReport m_access;
    std::unique_ptr<Engine> m_engine;
};

} // namespace Helmdesk
