#include "app/ScenarioSession.h"

#include "channels/MailText.h"
#include "store/SqliteBusinessBackend.h"

#include <algorithm>
#include <mutex>
#include <QRandomGenerator>
#include <thread>

namespace Helmdesk
{
namespace
{

constexpr const char *operatorName = "Scripted operator";
constexpr int secondsBetweenTurns = 30;

// Shifts the timing of a run: before each attempt of a tool it waits up to a few milliseconds.
class RandomPauses final : public FaultInjector
{
public:
    RandomPauses(quint32 seed, std::shared_ptr<FaultInjector> faults)
        : m_random(seed)
        , m_faults(std::move(faults))
    {
    }

    std::optional<Error> before(const QString &tool) override
    {
        constexpr int longestMicros = 3000;
        int micros = 0;
        {
            const std::lock_guard lock(m_mutex);
            micros = m_random.bounded(longestMicros);
        }
        std::this_thread::sleep_for(std::chrono::microseconds(micros));
        return m_faults ? m_faults->before(tool) : std::nullopt;
    }

private:
    std::mutex m_mutex;
    QRandomGenerator m_random;
    std::shared_ptr<FaultInjector> m_faults;
};

Result<std::vector<Document>> articlesOf(const Json &list)
{
    std::vector<Document> documents;
    for (const Json &item : list) {
        Document document;
        document.id = stringOr(item, "id");
        document.title = stringOr(item, "title");
        document.category = fromName<Category>(stringOr(item, "category")).value_or(Category::General);
        document.text = stringOr(item, "text");
        if (document.id.isEmpty())
            return Error{ErrorKind::InvalidInput, QStringLiteral("an article of the scenario has no id")};
        documents.push_back(std::move(document));
    }
    return documents;
}

} // namespace

Result<std::unique_ptr<ScenarioSession>>
ScenarioSession::start(const Json &scenario, std::shared_ptr<EngineAssets> assets,
                       std::shared_ptr<const KnowledgeBase> sharedKnowledge, const RunControl &control,
                       const ScenarioEngine &engine, std::optional<quint32> pauses)
{
    std::unique_ptr<ScenarioSession> session(new ScenarioSession);
    session->m_pauses = pauses;
    session->m_engine = engine;
    if (auto ready = session->setUp(scenario, std::move(assets), std::move(sharedKnowledge), control); !ready)
        return ready.error();
    return session;
}

Result<> ScenarioSession::setUp(const Json &scenario, std::shared_ptr<EngineAssets> assets,
                                std::shared_ptr<const KnowledgeBase> sharedKnowledge,
                                const RunControl &control)
{
    const QDateTime now = fromIso(stringOr(scenario, "now", QStringLiteral("2026-11-22T10:00:00Z")));
    if (!now.isValid())
        return Error{ErrorKind::InvalidInput, QStringLiteral("\"now\" is no time")};
    m_clock.set(now);
    m_control = control;
    m_customer = stringOr(scenario, "customer");
    const QString channel = stringOr(scenario, "channel", QStringLiteral("chat"));
    const auto known = channelNamed(channel);
    if (!known)
        return Error{ErrorKind::InvalidInput, QStringLiteral("the channel \"%1\" is unknown: it is chat, "
                                                             "email, file or api")
                                                  .arg(channel)};
    m_channel = *known;

    WorkspaceOptions options;
    options.clock = &m_clock;
    options.durability = Durability::None;
    const Json &given = memberOrNull(scenario, "settings");
    auto settings = given.is_object() ? Settings().with(given) : Result<Settings>(Settings());
    if (!settings)
        return settings.error();
    options.settings = *settings;
    const Json &faults = memberOrNull(scenario, "faults");
    if (faults.is_array()) {
        auto injector = ScriptedFaults::fromJson(faults);
        if (!injector)
            return injector.error();
        options.faults = std::move(*injector);
        options.isEngineDown = std::ranges::any_of(
            faults, [](const Json &fault) { return stringOr(fault, "engine") == QLatin1String("down"); });
    }
    if (m_pauses)
        options.faults = std::make_shared<RandomPauses>(*m_pauses, std::move(options.faults));
    const Json &articles = memberOrNull(scenario, "kb");
    if (!articles.is_array())
        options.sharedKnowledge = std::move(sharedKnowledge);

    options.engine = m_engine.name;
    options.models = m_engine.models;
    options.isAnchored = false;
    auto workspace = Workspace::open(m_folder.path(), std::move(options));
    if (!workspace)
        return workspace.error();
    m_workspace = std::move(*workspace);
    if (const Json &backend = memberOrNull(scenario, "backend"); backend.is_object()) {
        if (auto loaded = m_workspace->backend().loadRows(backend); !loaded)
            return loaded;
        for (const Json &row : memberOrNull(backend, "customers")) {
            if (stringOr(row, "id") == m_customer)
                m_customerAddress = stringOr(row, "email");
        }
    }
    if (auto loaded = m_workspace->loadEngine(std::move(assets), control); !loaded)
        return loaded;
    if (articles.is_array()) {
        auto documents = articlesOf(articles);
        if (!documents)
            return documents.error();
        if (auto imported = m_workspace->knowledge().importDocuments(std::move(*documents), control);
            !imported)
            return imported.error();
    }
    return {};
}

Result<> ScenarioSession::say(const QString &text, int turn)
{
    if (turn > 1)
        m_clock.set(m_clock.now().addSecs(secondsBetweenTurns));
    IncomingMessage message;
    message.channel = m_channel;
    message.conversationKey = QStringLiteral("scenario");
    message.externalId = QStringLiteral("turn-%1").arg(turn);
    message.customer = m_customer;
    message.senderAddress = m_customerAddress;
    message.text = m_channel == ChannelKind::Mail ? withoutHistory(text) : text; // as the mail reader does
    message.fullText = text;
    message.receivedAt = m_clock.now();
    auto processed = m_workspace->pipeline().process(message, m_control);
    if (!processed)
        return processed.error();
    m_outcome = std::move(processed->outcome);
    m_lastAnswer = m_outcome.answer;
    return settleSending();
}

Result<> ScenarioSession::settleSending()
{
    auto due = m_workspace->outbox().nextDue();
    if (!due)
        return due.error();
    if (*due && **due > m_clock.now())
        m_clock.set(**due); // the undo window passes
    auto sent = m_workspace->sender().sendDue();
    return sent ? Result<>() : Result<>(sent.error());
}

Result<> ScenarioSession::act(const Json &act)
{
    const QString what = stringOr(act, "do");
    const QString by = QString::fromLatin1(operatorName);
    OperatorDesk &desk = m_workspace->operatorDesk();
    if (what == QLatin1String("approve"))
        return decideWaiting(act, true);
    if (what == QLatin1String("deny"))
        return decideWaiting(act, false);
    if (what == QLatin1String("edit") && memberOrNull(act, "args").is_object())
        return decideWaiting(act, true);
    if (what == QLatin1String("edit") || what == QLatin1String("send"))
        return send(act);
    if (what == QLatin1String("take_over")) {
        m_lastAnswer.clear();
        return desk.takeOver(m_outcome.conversation, by);
    }
    if (what == QLatin1String("hand_back"))
        return desk.handBack(m_outcome.conversation, by);
    return Error{ErrorKind::InvalidInput, QStringLiteral("the operator cannot \"%1\"").arg(what)};
}

Result<> ScenarioSession::decideWaiting(const Json &act, bool approve)
{
    auto pending = m_workspace->approvals().ofConversation(m_outcome.conversation);
    if (!pending)
        return pending.error();
    std::erase_if(*pending,
                  [](const Approval &approval) { return approval.state != ApprovalState::Pending; });
    if (pending->empty())
        return Error{ErrorKind::NotFound, QStringLiteral("nothing waits for the operator's decision")};
    OperatorDesk &desk = m_workspace->operatorDesk();
    const QString by = QString::fromLatin1(operatorName);
    const Json &args = memberOrNull(act, "args");
    for (const Approval &approval : *pending) {
        Json merged = approval.request.args;
        if (args.is_object())
            merged.update(args);
        auto outcome =
            !approve           ? desk.deny(approval.id, approval.digest, by, stringOr(act, "text"), m_control)
            : args.is_object() ? desk.approveWithArgs(approval.id, approval.digest, merged, by, m_control)
                               : desk.approve(approval.id, approval.digest, by, m_control);
        if (!outcome)
            return outcome.error();
        m_outcome = std::move(*outcome);
        m_lastAnswer = m_outcome.answer;
    }
    return settleSending();
}

Result<> ScenarioSession::send(const Json &act)
{
    SendRequest request;
    request.conversation = m_outcome.conversation;
    request.operatorName = QString::fromLatin1(operatorName);
    request.noUndoWindow = true;
    if (const QString text = stringOr(act, "text"); !text.isEmpty())
        request.text = text;
    auto sent = m_workspace->operatorDesk().send(request, m_control);
    auto latest = m_workspace->runs().latestOutcome(m_outcome.conversation);
    if (latest && *latest) {
        m_outcome = std::move((*latest)->outcome);
        m_lastAnswer = m_outcome.answer;
    }
    if (!sent) // a failed call is a state that the scenario may expect; anything else is an error
        return sent.error().kind == ErrorKind::Unavailable ? Result<>() : Result<>(sent.error());
    m_lastAnswer = sent->item.body;
    return settleSending();
}

} // namespace Helmdesk
