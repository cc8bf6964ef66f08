#pragma once

#include "core/ResourcePaths.h"
#include "pipeline/OperatorDesk.h"
#include "pipeline/OutboxSender.h"
#include "pipeline/Pipeline.h"
#include "store/SqliteApprovalRepository.h"
#include "store/SqliteBusinessBackend.h"
#include "store/SqliteCustomerRepository.h"
#include "store/SqliteDraftRepository.h"
#include "store/SqliteEffectLedger.h"
#include "store/SqliteIdentityCodeRepository.h"
#include "store/SqliteKeptRunRepository.h"
#include "store/SqliteOutboxRepository.h"
#include "store/SqliteTicketRepository.h"
#include "store/SqliteUnitOfWork.h"
#include "store/StoreTestSupport.h"
#include "tools/BuiltinTools.h"

#include <functional>

namespace Helmdesk::Test
{

// Routes by what the test says; everything is billing with certainty at first.
class ScriptedRouter final : public Router
{
public:
    std::function<Result<Route>(const QString &)> answer = [](const QString &) -> Result<Route> {
        return to(Category::Billing, "billing.refund_request", 0.97);
    };
    Result<Route> route(const QString &text) const override { return answer(text); }

    static Route to(Category category, const char *intent, double confidence)
    {
        Route route;
        route.category = category;
        route.intent = QString::fromLatin1(intent);
        route.confidence = confidence;
        route.intents = {{route.intent, confidence}};
        return route;
    }
};

// Reads what the test says; nothing at first.
class ScriptedReader final : public Reader
{
public:
    std::function<Reading(const QString &)> answer = [](const QString &) { return Reading(); };
    Reading read(const QString &ownWords) const override { return answer(ownWords); }
};

// Asks for one refund and words the reply by what came of it, unless the test gives it another script.
class ScriptedSpecialist final : public Specialist
{
public:
    std::function<Result<NextStep>(const TurnContext &, const std::vector<ToolCall> &)> script = refundScript;
    std::optional<DraftReply> fromKnowledge; // empty: the knowledge base is of no help
    mutable int consulted = 0;

    Result<NextStep> next(const TurnContext &context, const std::vector<ToolCall> &calls,
                          const RunControl &) const override
    {
        ++consulted;
        return script(context, calls);
    }
    Result<DraftReply> answerFromKnowledge(const TurnContext &, const RunControl &) const override
    {
        if (fromKnowledge)
            return *fromKnowledge;
        return Error{ErrorKind::Unavailable, QStringLiteral("no knowledge")};
    }

    static DraftReply draft(const QString &text, double confidence = 0.95)
    {
        DraftReply reply;
        reply.text = text;
        reply.confidence = confidence;
        reply.memory = {{"intent", "billing.refund_request"}, {"category", "billing"}};
        return reply;
    }

    static Result<NextStep> refundScript(const TurnContext &, const std::vector<ToolCall> &calls)
    {
        if (calls.empty())
            return NextStep(CallTools{{{QStringLiteral("process_refund"),
                                        {{"invoice_id", "INV-1"},
                                         {"amount_minor", 4900},
                                         {"currency", "USD"},
                                         {"reason", "asked"}}}}});
        switch (calls.front().status) {
        case ToolStatus::Done:
            return NextStep(draft(QStringLiteral("Refunded.")));
        case ToolStatus::PendingApproval:
            return NextStep(draft(QStringLiteral("A colleague looks at it.")));
        case ToolStatus::Denied:
            return NextStep(draft(QStringLiteral("We cannot refund it.")));
        case ToolStatus::Failed:
            break;
        }
        return NextStep(
            GiveUp{{{EscalationReason::ToolFailed, QStringLiteral("process_refund"), 0.0, 0.0}}, {}});
    }
};

class NoDocuments final : public DocSearch
{
public:
    Result<std::vector<DocHit>> search(const QString &, int, const RunControl &) const override
    {
        return std::vector<DocHit>();
    }
};

// A pipeline on a fresh store, with the real tools on the sandbox and everything that decides scripted.
class PipelineWorld
{
public:
    explicit PipelineWorld(const QString &existing = {})
        : store(existing)
        , clock(at(0))
        , conversations(*store.database)
        , runs(*store.database)
        , approvals(*store.database)
        , tickets(*store.database)
        , outbox(*store.database)
        , drafts(*store.database)
        , customers(*store.database)
        , unitOfWork(*store.database)
        , keptRuns(*store.database)
        , codes(*store.database)
        , backend(std::make_shared<SqliteBusinessBackend>(*store.database))
        , ledger(std::make_shared<SqliteEffectLedger>(*store.database))
        , assessor(made(EscalationAssessor::create()))
        , answers(made(ClearAnswer::load(resourceFile(QStringLiteral("understanding")))))
    {
        settings = made(Settings().with(
            Json{{"modes.billing", "auto"}, {"modes.account", "auto"}, {"modes.technical", "auto"}}));
        if (table("customers").empty()) {
            if (auto loaded = backend->loadRows(rows()); !loaded)
                qFatal("%s", qPrintable(loaded.error().detail));
        }
        setFaults({});
    }

    void setFaults(std::shared_ptr<FaultInjector> faults)
    {
        const auto registry = made(makeBuiltinTools(backend, std::make_shared<NoDocuments>()));
        auto gate = std::make_shared<PolicyGate>(registry, backend, ledger, [rules = made(shippedPolicy())] {
            return PolicyInForce{rules, {}};
        });
        tools = std::make_unique<ToolRunner>(registry, std::move(gate), ledger, std::move(faults));
        parts = std::make_unique<PipelineParts>(PipelineParts{
            conversations, runs, approvals, tickets, outbox, drafts, customers, unitOfWork, assessor, reader,
            answers, languages, router, specialist, *tools, clock, [this] { return settings; }});
        parts->kept = &keptRuns;
        parts->codes = &codes;
        pipeline = std::make_unique<Pipeline>(*parts);
        desk = std::make_unique<OperatorDesk>(*parts);
    }

    void set(const char *key, const Json &value)
    {
        settings = made(settings.with(QString::fromLatin1(key), value));
    }

    IncomingMessage incoming(const QString &text, const QString &externalId = QStringLiteral("m1")) const
    {
        IncomingMessage message;
        message.channel = ChannelKind::Mail;
        message.conversationKey = QStringLiteral("thread");
        message.externalId = externalId;
        message.customer = QStringLiteral("cus_1");
        message.senderAddress = QStringLiteral("ada@brook.example");
        message.text = text;
        message.receivedAt = clock.now();
        return message;
    }

    Outcome say(const QString &text, const QString &externalId = QStringLiteral("m1"))
    {
        auto processed = pipeline->process(incoming(text, externalId), RunControl());
        if (!processed)
            qFatal("%s", qPrintable(processed.error().detail));
        return processed->outcome;
    }

    Json table(const char *name) const { return made(backend->dumpTable(QString::fromLatin1(name))); }
    size_t refunds() const { return table("refunds").size(); }

    Approval onlyApproval(ConversationId conversation) const
    {
        auto all = made(approvals.ofConversation(conversation));
        if (all.size() != 1)
            qFatal("expected one approval, there are %d", static_cast<int>(all.size()));
        return all.front();
    }

    // Changes the world behind the desk's back.
    void execute(const QString &sql) const
    {
        if (auto done = (*store.database->connection())->runOnce(sql); !done)
            qFatal("%s", qPrintable(done.error().detail));
    }

    template <class T>
    static T made(Result<T> result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().detail));
        return std::move(*result);
    }

    static Json rows()
    {
        return {{"customers", Json::array({{{"id", "cus_1"},
                                            {"name", "Ada Brook"},
                                            {"email", "ada@brook.example"},
                                            {"plan", "pro"},
                                            {"status", "active"},
                                            {"joined", "2024-03-02"}}})},
                {"invoices", Json::array({invoice("INV-1", 4900), invoice("INV-2", 24900)})},
                {"payment_methods", Json::array({{{"id", "pm_1"},
                                                  {"customer", "cus_1"},
                                                  {"kind", "card"},
                                                  {"last4", "4118"},
                                                  {"is_default", true}}})}};
    }

    static Json invoice(const char *id, qint64 minor)
    {
        return {{"id", id},
                {"customer", "cus_1"},
                {"issued", "2026-11-02"},
                {"due", "2026-11-16"},
                {"amount_minor", minor},
                {"currency", "USD"},
                {"status", "paid"},
                {"description", "Pro plan, November"}};
    }

    TemporaryStore store;
    FixedClock clock;
    SqliteConversationRepository conversations;
    SqliteRunRepository runs;
    SqliteApprovalRepository approvals;
    SqliteTicketRepository tickets;
    SqliteOutboxRepository outbox;
    SqliteDraftRepository drafts;
    SqliteCustomerRepository customers;
    SqliteUnitOfWork unitOfWork;
    SqliteKeptRunRepository keptRuns;
    SqliteIdentityCodeRepository codes;
    std::shared_ptr<SqliteBusinessBackend> backend;
    std::shared_ptr<SqliteEffectLedger> ledger;
    EscalationAssessor assessor;
    ScriptedReader reader;
    ClearAnswer answers;
    QStringList languages{QStringLiteral("en"), QStringLiteral("de")};
    ScriptedRouter router;
    ScriptedSpecialist specialist;
    Settings settings;
    std::unique_ptr<ToolRunner> tools;
    std::unique_ptr<PipelineParts> parts;
    std::unique_ptr<Pipeline> pipeline;
    std::unique_ptr<OperatorDesk> desk;
};

} // namespace Helmdesk::Test
