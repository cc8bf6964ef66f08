#include "app/Workspace.h"

#include "app/CalibratedSpecialist.h"
#include "app/LanguageModels.h"
#include "app/RouterLearning.h"
#include "channels/FileOutbound.h"
#include "core/ResourcePaths.h"
#include "outside/OutsideTools.h"
#include "specialists/AnswerCache.h"
#include "specialists/BuiltinSpecialist.h"
#include "store/AuditedRows.h"
#include "store/DatabaseFile.h"
#include "store/DemoData.h"
#include "store/SqliteApprovalRepository.h"
#include "store/SqliteAuditLog.h"
#include "store/SqliteBusinessBackend.h"
#include "store/SqliteCallLedger.h"
#include "store/SqliteConversationRepository.h"
#include "store/SqliteCustomerRepository.h"
#include "store/SqliteDraftRepository.h"
#include "store/SqliteEffectLedger.h"
#include "store/SqliteIdentityCodeRepository.h"
#include "store/SqliteKeptAnswerRepository.h"
#include "store/SqliteKeptRunRepository.h"
#include "store/SqliteKnowledgeRepository.h"
#include "store/SqliteLearningRepository.h"
#include "store/SqliteModelRepository.h"
#include "store/SqliteNotificationRepository.h"
#include "store/SqliteOriginalRepository.h"
#include "store/SqliteOutboxRepository.h"
#include "store/SqliteOutsideToolRepository.h"
#include "store/SqlitePromptRepository.h"
#include "store/SqliteRunRepository.h"
#include "store/SqliteSettingsRepository.h"
#include "store/SqliteTicketRepository.h"
#include "store/SqliteTrainingRepository.h"
#include "store/SqliteUnitOfWork.h"
#include "tools/BuiltinTools.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QMessageAuthenticationCode>

namespace Helmdesk
{
namespace
{

// Stands in for the specialist while the scenario says that the engine is down.
class DownSpecialist final : public Specialist
{
public:
    explicit DownSpecialist(const Specialist &whole)
        : m_whole(whole)
    {
    }
    Result<NextStep> next(const TurnContext &, const std::vector<ToolCall> &,
                          const RunControl &) const override
    {
        return Error{ErrorKind::Unavailable, QStringLiteral("the engine is down"), true};
    }
    Result<DraftReply> answerFromKnowledge(const TurnContext &context,
                                           const RunControl &control) const override
    {
        return m_whole.answerFromKnowledge(context, control);
    }
    bool isFree() const override { return false; }

private:
    const Specialist &m_whole;
};

// Fresh messages for the console's first start; helmdeskctl does not touch them.
Result<> putDemoInbox(const QString &folder)
{
    const QDir inbox(QDir(folder).filePath(QStringLiteral("inbox")));
    const QString target = inbox.filePath(QStringLiteral("demo.jsonl"));
    if (!inbox.mkpath(QStringLiteral(".")))
        return Error{ErrorKind::Io, QStringLiteral("the folder %1 cannot be made").arg(inbox.path())};
    if (QFile::exists(target))
        return {};
    // The copy has the permissions of the shipped file.
    if (!QFile::copy(resourceFile(QStringLiteral("demo/inbox.jsonl")), target) ||
        !QFile::setPermissions(target, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Error{ErrorKind::Io, QStringLiteral("%1 cannot be written").arg(target)};
    return {};
}

void tellOfAccess(const QString &folder, const AccessReport &access)
{
    const QString shown = QDir::toNativeSeparators(folder);
    if (!access.mended.isEmpty())
        qCWarning(lcStore).noquote() << access.mended.size() << "files and folders of the workspace" << shown
                                     << "were open to other users of this machine; they are closed now";
    if (!access.stillOpen.isEmpty())
        qCWarning(lcStore).noquote() << "other users of this machine can read" << access.stillOpen.first()
                                     << "and this cannot be changed: it belongs to somebody else";
}

// A workspace with settings of its own, as a scenario has, is nobody's desk.
AdminDefaults defaultsFor(const WorkspaceOptions &options)
{
    if (options.defaults)
        return *options.defaults;
    return options.settings ? AdminDefaults() : AdminDefaults::ofMachine();
}

} // namespace

struct Workspace::Stores {
    Stores(Database &database, const Clock &clock, const AdminDefaults &defaults,
           SqliteAuditLog::Anchors anchors)
        : conversations(database)
        , runs(database)
        , approvals(database)
        , tickets(database)
        , outbox(database)
        , drafts(database)
        , customers(database)
        , settings(database, clock, defaults)
        , knowledge(database)
        , audit(database, std::move(anchors))
        , backend(std::make_shared<SqliteBusinessBackend>(database))
        , ledger(std::make_shared<SqliteEffectLedger>(database))
        , training(database)
        , learning(database)
        , notifications(database)
        , unitOfWork(database)
        , originals(database)
        , codes(database)
        , models(database, clock)
        , calls(database)
        , kept(database)
        , keptAnswers(database)
        , prompts(database, clock)
        , outsideRows(database, clock)
        , outside(outsideRows)
    {
    }
    SqliteConversationRepository conversations;
    SqliteRunRepository runs;
    SqliteApprovalRepository approvals;
    SqliteTicketRepository tickets;
    SqliteOutboxRepository outbox;
    SqliteDraftRepository drafts;
    SqliteCustomerRepository customers;
    SqliteSettingsRepository settings;
    SqliteKnowledgeRepository knowledge;
    SqliteAuditLog audit;
    std::shared_ptr<SqliteBusinessBackend> backend;
    std::shared_ptr<SqliteEffectLedger> ledger;
    SqliteTrainingRepository training;
    SqliteLearningRepository learning;
    SqliteNotificationRepository notifications;
    SqliteUnitOfWork unitOfWork;
    SqliteOriginalRepository originals;
    SqliteIdentityCodeRepository codes;
    SqliteModelRepository models;
    SqliteCallLedger calls;
    SqliteKeptRunRepository kept;
    SqliteKeptAnswerRepository keptAnswers;
    SqlitePromptRepository prompts;
    SqliteOutsideToolRepository outsideRows;
    OutsideTools outside;
};

struct Workspace::Engine {
    std::shared_ptr<EngineAssets> assets;
    std::unique_ptr<LocalRouter> router; // of this workspace: it learns
    std::unique_ptr<RouterLearning> learning;
    std::unique_ptr<KnowledgeBase> ownKnowledge;
    std::shared_ptr<KnowledgeAdapter> adapter;
    std::unique_ptr<BuiltinSpecialist> specialist;
    std::unique_ptr<AnswerCache> cache;      // what models answered before
    std::unique_ptr<ModelSpecialist> worded; // by a language model, where one is set
    std::unique_ptr<ModelAdvisor> advisor;
    std::unique_ptr<CalibratedSpecialist> calibrated;
    std::unique_ptr<DownSpecialist> down;
    std::unique_ptr<ToolRunner> tools;
    std::unique_ptr<Pipeline> pipeline;
    std::unique_ptr<OperatorDesk> desk;
    std::unique_ptr<FileOutbound> mail;
    std::unique_ptr<OutboxSender> sender;
};

Workspace::Workspace(QString folder, WorkspaceOptions options, std::unique_ptr<Database> database,
                     std::shared_ptr<const AuditSeal> seal)
    : m_folder(std::move(folder))
    , m_options(std::move(options))
    , m_seal(std::move(seal))
    , m_defaults(defaultsFor(m_options))
    , m_database(std::move(database))
    , m_stores(std::make_unique<Stores>(*m_database, clock(), m_defaults,
                                        m_seal ? SqliteAuditLog::Anchors([this] { return anchors(); })
                                               : SqliteAuditLog::Anchors()))
    , m_settings(std::make_unique<SettingsKeeper>(m_stores->settings, m_folder, m_defaults.problem()))
    , m_policy(std::make_unique<PolicyKeeper>(m_folder))
    , m_models(std::make_unique<LanguageModels>(LanguageModels::Surroundings{
          m_options.models != nullptr ? *m_options.models : static_cast<ModelRepository &>(m_stores->models),
          m_stores->calls,
          [this] { return this->settings(); },
          QDir(m_folder).filePath(QStringLiteral("model-servers")),
          {},
          &m_stores->prompts}))
{
    m_models->overrideEngine(m_options.engine);
}

Workspace::~Workspace()
{
    m_recordKept.store(0);
    keepRecord();
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &folder, WorkspaceOptions options)
{
    const bool isNew = !QFileInfo::exists(folder);
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Io, QStringLiteral("the folder %1 cannot be made").arg(folder)};
    const QString path = QDir(folder).filePath(QString::fromLatin1(databaseName));
    const bool isMadeNow = !QFileInfo::exists(path);
    AuditKeyStore::Key key;
    std::shared_ptr<const AuditSeal> seal;
    if (options.isAnchored) {
        auto kept = FileAuditKeyStore(QDir(folder).filePath(QStringLiteral("audit.key"))).key();
        if (!kept)
            return kept.error();
        key = std::move(*kept);
        seal = std::make_shared<const AuditSeal>(key.bytes);
    }
    DatabaseOptions databaseOptions;
    databaseOptions.durability = options.durability;
    databaseOptions.auditSeal = seal;
    auto database = Database::open(path, databaseOptions);
    if (!database)
        return database.error();
    // What else lies in a folder that is only now made a workspace is somebody's own affair.
    AccessReport access = closeToOthers(folder, isMadeNow ? Closing::FolderAlone : Closing::Everything);
    if (!isNew)
        tellOfAccess(folder, access);
    if (auto marked = createOwnerOnly(QDir(folder).filePath(QString::fromLatin1(workspaceMarkName))); !marked)
        return marked.error();
    std::unique_ptr<Workspace> workspace(
        new Workspace(folder, std::move(options), std::move(*database), std::move(seal)));
    workspace->m_access = std::move(access);
    if (!key.bytes.isEmpty()) // a key of its own, made of the one that there is
        workspace->m_models->setPlaceholderKey(
            QMessageAuthenticationCode::hash("placeholders", key.bytes, QCryptographicHash::Sha256));
    if (auto begun = workspace->beginRecord(key.isNew); !begun)
        return begun.error();
    workspace->purgeOriginals();
    return workspace;
}

// The log's first checkpoint, and what it vouches for from now on in a workspace of before.
Result<> Workspace::beginRecord(bool isNewKey)
{
    if (isNewKey) {
        if (auto begun = m_stores->audit.beginCheckpoints(clock().now()); !begun)
            return begun;
    }
    return m_database->write(
        [this](Connection &connection) { return AuditedRows::recordBaseline(connection, clock().now()); });
}

std::vector<std::shared_ptr<AuditAnchor>> Workspace::anchors() const
{
    std::vector<std::shared_ptr<AuditAnchor>> anchors{std::make_shared<FileAuditAnchor>(
        QDir(m_folder).filePath(QStringLiteral("audit.checkpoint")), m_seal)};
    if (const QString chosen = settings().auditCheckpointFile(); !chosen.isEmpty())
        anchors.push_back(std::make_shared<FileAuditAnchor>(QDir(m_folder).filePath(chosen), m_seal));
    return anchors;
}

void Workspace::keepRecord()
{
    constexpr qint64 intervalMs = 2000;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (std::abs(now - m_recordKept.load()) < intervalMs)
        return;
    m_recordKept.store(now);
    if (auto kept = m_stores->audit.keepCheckpoint(clock().now()); !kept)
        qWarning("the audit log's progress was not noted: %s", qPrintable(kept.error().detail));
}

Result<> Workspace::loadEngine(std::shared_ptr<EngineAssets> assets, const RunControl &control)
{
    auto engine = std::make_unique<Engine>();
    engine->assets = std::move(assets);
    EngineAssets &shared = *engine->assets;
    TokenCache *tokens = shared.tokens.get();
    engine->router = std::make_unique<LocalRouter>(
        [tokens](const QString &text) { return tokens->tokensOf(text)->mean; }, shared.router->model());
    engine->learning = std::make_unique<RouterLearning>(*this, shared, *engine->router);
    if (auto loaded = engine->learning->loadActive(); !loaded)
        return loaded;
    RouterLearning *learning = engine->learning.get();
    const KnowledgeBase *knowledge = m_options.sharedKnowledge.get();
    if (knowledge == nullptr) {
        engine->ownKnowledge =
            std::make_unique<KnowledgeBase>(m_stores->knowledge, *shared.encoder, *shared.projection);
        if (auto loaded = engine->ownKnowledge->reload(control); !loaded)
            return loaded;
        knowledge = engine->ownKnowledge.get();
    }
    engine->adapter = std::make_shared<KnowledgeAdapter>(*knowledge, *shared.tokens);
    engine->specialist = std::make_unique<BuiltinSpecialist>(shared.playbooks, shared.words, *engine->adapter,
                                                             settings().topK());
    engine->down = std::make_unique<DownSpecialist>(*engine->specialist);
    auto registry = makeBuiltinTools(m_stores->backend, engine->adapter);
    if (!registry)
        return registry.error();
    for (const QString &problem : m_stores->outside.addTo(**registry))
        qWarning().noquote() << problem;
    auto gate = std::make_shared<PolicyGate>(*registry, m_stores->backend, m_stores->ledger,
                                             [keeper = m_policy.get()] { return keeper->current(); });
    engine->tools =
        std::make_unique<ToolRunner>(*registry, std::move(gate), m_stores->ledger, m_options.faults);

    LanguageModels *models = m_models.get();
    auto cache = makeAnswerCache(shared);
    if (!cache)
        return cache.error();
    engine->cache = std::move(*cache);
    engine->worded = std::make_unique<ModelSpecialist>(
        ModelSpecialist::Surroundings{*engine->specialist, shared.playbooks, shared.words, *engine->adapter,
                                      engine->tools->registry(), settings().topK(), engine->cache.get()},
        [models] { return models->answering(); });
    engine->advisor = std::make_unique<ModelAdvisor>([models] { return models->advising(); });
    engine->calibrated = std::make_unique<CalibratedSpecialist>(*engine->worded, m_stores->drafts);

    const Specialist &specialist = m_options.isEngineDown
                                       ? static_cast<const Specialist &>(*engine->down)
                                       : static_cast<const Specialist &>(*engine->calibrated);
    const PipelineParts parts{m_stores->conversations,
                              m_stores->runs,
                              m_stores->approvals,
                              m_stores->tickets,
                              m_stores->outbox,
                              m_stores->drafts,
                              m_stores->customers,
                              m_stores->unitOfWork,
                              *shared.assessor,
                              *shared.reader,
                              shared.answers,
                              shared.languages,
                              *engine->router,
                              specialist,
                              *engine->tools,
                              clock(),
                              [this, learning] { // a promise may ask for more certainty than the setting
                                  const Settings set = settings();
                                  const double threshold =
                                      learning->effectiveThreshold(set.routingThreshold());
                                  auto raised = set.with(QStringLiteral("routing.threshold"), threshold);
                                  return raised ? *raised : set;
                              },
                              &m_stores->originals,
                              engine->advisor.get(),
                              &m_stores->calls,
                              &m_stores->kept,
                              &m_stores->codes};
    engine->pipeline = std::make_unique<Pipeline>(parts);
    engine->desk = std::make_unique<OperatorDesk>(parts);
    std::vector<OutboundChannel *> channels;
    if (m_options.mail == MailDelivery::Folder) {
        engine->mail = std::make_unique<FileOutbound>(
            QDir(m_folder).filePath(QStringLiteral("outbox")),
            [this] {
                const Settings current = settings();
                return FileOutbound::Sender{current.mailSenderName(), current.mailSenderAddress()};
            },
            m_stores->conversations);
        engine->mail->setFiles([this](OutboxId id) { return m_stores->outbox.files(id); });
        channels.push_back(engine->mail.get());
    }
    engine->sender = std::make_unique<OutboxSender>(m_stores->outbox, m_stores->conversations,
                                                    m_stores->unitOfWork, clock(), std::move(channels),
                                                    [this] { return settings().isHeldBack(); });
    engine->sender->setPreparation(
        [desk = engine->desk.get()](const OutboxItem &item) { return desk->carryOut(item, RunControl()); });
    m_engine = std::move(engine);
    return {};
}

Result<std::unique_ptr<AnswerCache>> Workspace::makeAnswerCache(const EngineAssets &assets)
{
    auto forms = QuestionForms::load();
    if (!forms)
        return forms.error();
    AnswerCache::Surroundings surroundings{
        m_stores->keptAnswers, std::make_shared<const QuestionForms>(std::move(*forms)), {}, {}, {}};
    surroundings.vectorOf = [tokens = assets.tokens.get()](const QString &text) {
        return tokens->tokensOf(text)->mean;
    };
    surroundings.limits = [this] {
        const Settings set = settings();
        const QString use = set.cacheAnswers();
        return CacheLimits{use == QLatin1String("similar") ? CacheUse::Similar
                           : use == QLatin1String("exact") ? CacheUse::Exact
                                                           : CacheUse::Off,
                           set.cacheMostAnswers(), set.cacheDays()};
    };
    surroundings.costOf = [this](RunId run) -> std::optional<double> {
        const auto cost = m_stores->calls.ofRun(run, QStringLiteral("answer"));
        if (!cost || cost->calls == 0 || cost->unpriced > 0)
            return {};
        return cost->costUsd;
    };
    return std::make_unique<AnswerCache>(std::move(surroundings));
}

Result<> Workspace::loadDemo(const RunControl &control)
{
    auto loaded = loadDemoData(*m_database);
    if (!loaded)
        return loaded;
    auto encoder = SentenceEncoder::open(resourceFile(QStringLiteral("encoder/minilm-l6-v2.hdenc")));
    if (!encoder)
        return encoder.error();
    auto projection = TokenProjection::load(resourceFile(QStringLiteral("encoder/token-projection.bin")));
    if (!projection)
        return projection.error();
    if (auto put = putDemoInbox(m_folder); !put)
        return put;
    KnowledgeBase knowledge(m_stores->knowledge, **encoder, *projection);
    auto report = knowledge.importFiles({resourceFile(QStringLiteral("kb"))}, control);
    if (!report)
        return report.error();
    if (!report->problems.empty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("%1: %2").arg(report->problems.front().source,
                                                                           report->problems.front().reason)};
    return {};
}

const Clock &Workspace::clock() const
{
    return m_options.clock != nullptr ? *m_options.clock : m_systemClock;
}

Settings Workspace::settings() const
{
    if (m_options.settings)
        return *m_options.settings;
    return m_settings->current();
}

QString Workspace::settingsProblem() const
{
    return m_options.settings ? QString() : m_settings->problem();
}

PolicyInForce Workspace::policy() const
{
    return m_policy->current();
}

ConversationRepository &Workspace::conversations()
{
    return m_stores->conversations;
}
RunRepository &Workspace::runs()
{
    return m_stores->runs;
}
ApprovalRepository &Workspace::approvals()
{
    return m_stores->approvals;
}
TicketRepository &Workspace::tickets()
{
    return m_stores->tickets;
}
OutboxRepository &Workspace::outbox()
{
    return m_stores->outbox;
}
DraftRepository &Workspace::drafts()
{
    return m_stores->drafts;
}
CustomerRepository &Workspace::customers()
{
    return m_stores->customers;
}
SettingsRepository &Workspace::settingsRepository()
{
    return m_stores->settings;
}
KnowledgeRepository &Workspace::knowledgeRepository()
{
    return m_stores->knowledge;
}
SqliteAuditLog &Workspace::audit()
{
    return m_stores->audit;
}
SqliteBusinessBackend &Workspace::backend()
{
    return *m_stores->backend;
}
SqliteTrainingRepository &Workspace::training()
{
    return m_stores->training;
}
SqliteLearningRepository &Workspace::learning()
{
    return m_stores->learning;
}
SqliteNotificationRepository &Workspace::notifications()
{
    return m_stores->notifications;
}
PromptRepository &Workspace::prompts()
{
    return m_stores->prompts;
}
KeptAnswerRepository &Workspace::keptAnswers()
{
    return m_stores->keptAnswers;
}

KeptRunRepository &Workspace::keptRuns()
{
    return m_stores->kept;
}

UnitOfWork &Workspace::unitOfWork()
{
    return m_stores->unitOfWork;
}
OriginalRepository &Workspace::originals()
{
    return m_stores->originals;
}

void Workspace::purgeOriginals()
{
    constexpr qint64 interval = 60;
    const qint64 seconds = clock().now().toSecsSinceEpoch();
    if (qAbs(seconds - m_purgedAt.exchange(seconds)) < interval)
        return;
    const auto purged = m_stores->originals.purge(clock().now(), settings().keepOriginalsHours());
    if (!purged)
        qWarning().noquote() << "texts whose time is over could not be removed:" << purged.error().detail;
}

LanguageModels &Workspace::languageModels()
{
    return *m_models;
}

Pipeline &Workspace::pipeline()
{
    return *m_engine->pipeline;
}
OperatorDesk &Workspace::operatorDesk()
{
    return *m_engine->desk;
}
OutboxSender &Workspace::sender()
{
    return *m_engine->sender;
}
KnowledgeBase &Workspace::knowledge()
{
    return *m_engine->ownKnowledge;
}
const ToolRegistry &Workspace::tools() const
{
    return m_engine->tools->registry();
}
const ToolRunner &Workspace::toolRunner() const
{
    return *m_engine->tools;
}
LocalRouter &Workspace::router()
{
    return *m_engine->router;
}
RouterLearning &Workspace::routerLearning()
{
    return *m_engine->learning;
}
EngineAssets &Workspace::assets()
{
    return *m_engine->assets;
}

} // namespace Helmdesk
