#include "specialists/BuiltinSpecialist.h"

#include "specialists/PlaybookRun.h"
#include "specialists/ReplyStyle.h"
#include "specialists/RequestPlan.h"
#include "specialists/TurnState.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr double leastProposal =
    0.35; // a weaker answer to one of several requests is not proposed for all of them

constexpr const char *readTool = "check_invoice"; // the one read that several requests share

NextStep framed(NextStep step, const TurnContext &context)
{
    if (auto *draft = std::get_if<DraftReply>(&step); draft != nullptr && !draft->text.isEmpty())
        draft->text = frameReply(draft->text, context);
    if (auto *giveUp = std::get_if<GiveUp>(&step); giveUp != nullptr && !giveUp->draft.text.isEmpty())
        giveUp->draft.text = frameReply(giveUp->draft.text, context);
    return step;
}

QStringList namesOf(const std::vector<PlannedRequest> &requests)
{
    QStringList names;
    for (const PlannedRequest &request : requests) {
        const QString name = request.context.intent.isEmpty() ? request.playbook->id : request.context.intent;
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

// The customer's latest invoices, as the turn read them first; empty before.
Json ownInvoices(const std::vector<ToolCall> &calls)
{
    const auto read = std::ranges::find_if(calls, [](const ToolCall &call) {
        return call.name == QLatin1String(readTool) && call.args.empty() && call.status == ToolStatus::Done;
    });
    return read == calls.end() ? Json::array() : rowsOf(read->result);
}

} // namespace

// Hands each request of a turn the calls that are its own. All calls of the turn stand in one list, in the
// order in which the requests asked for them; a read that an earlier request made is used again.
class SharedCalls
{
public:
    explicit SharedCalls(const std::vector<ToolCall> &all)
        : m_all(all)
    {
    }

    // What a request of another playbook has written may have changed what was read before.
    void begin(const Playbook &playbook)
    {
        if (m_current != &playbook && m_hasWritten)
            m_reads.clear();
        m_current = &playbook;
    }

    // The answer to `request` among the calls; null when it has still to be made.
    const ToolCall *answerTo(const ToolRequest &request)
    {
        if (request.name == QLatin1String(readTool)) {
            const auto known = std::ranges::find_if(m_reads, [&](const ToolCall *call) {
                return call->args == request.args && call->status == ToolStatus::Done;
            });
            if (known != m_reads.end())
                return *known;
        }
        if (m_next >= m_all.size())
            return nullptr;
        const ToolCall &call = m_all[m_next++];
        if (call.name == QLatin1String(readTool))
            m_reads.push_back(&call);
        else
            m_hasWritten = true;
        return &call;
    }

private:
    const std::vector<ToolCall> &m_all;
    size_t m_next = 0;
    std::vector<const ToolCall *> m_reads;
    const Playbook *m_current = nullptr;
    bool m_hasWritten = false;
};

BuiltinSpecialist::BuiltinSpecialist(std::shared_ptr<const PlaybookLibrary> playbooks,
                                     std::shared_ptr<const ValueWords> words,
                                     const KnowledgeSource &knowledge, int topK)
    : m_playbooks(std::move(playbooks))
    , m_words(std::move(words))
    , m_knowledge(knowledge)
    , m_topK(topK)
{
}

Result<NextStep> BuiltinSpecialist::next(const TurnContext &context, const std::vector<ToolCall> &calls,
                                         const RunControl &control) const
{
    const std::vector<PlannedRequest> requests =
        planRequests(context, *m_playbooks, m_words->in(context.language), ownInvoices(calls));
    auto step = requests.size() > 1 ? answerEach(requests, context, calls, control)
                                    : runOne(requests.front(), calls, control);
    if (!step)
        return step.error();
    return framed(std::move(*step), context);
}

Result<NextStep> BuiltinSpecialist::runOne(const PlannedRequest &request, const std::vector<ToolCall> &calls,
                                           const RunControl &control) const
{
    PlaybookRun run(*request.playbook, request.context, calls, m_extractor,
                    m_words->in(request.context.language), m_knowledge, m_topK);
    return request.proposal.is_null() ? run.run(control) : run.carryOut(request.proposal, control);
}

Result<NextStep> BuiltinSpecialist::answerEach(const std::vector<PlannedRequest> &requests,
                                               const TurnContext &context, const std::vector<ToolCall> &calls,
                                               const RunControl &control) const
{
    // What may find nothing goes first: a turn that cannot be answered whole must not act on a half of it.
    std::vector<size_t> order(requests.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, {},
                             [&](size_t i) { return !requests[i].playbook->answersFromKnowledge(); });

    SharedCalls shared(calls);
    std::vector<DraftReply> drafts(requests.size());
    for (const size_t i : order) {
        auto step = answerOne(requests[i], shared, control);
        if (!step)
            return step.error();
        if (std::holds_alternative<CallTools>(*step))
            return step;
        if (auto *draft = std::get_if<DraftReply>(&*step)) {
            drafts[i] = std::move(*draft);
            if (drafts[i].confidence >= context.answerThreshold)
                continue;
            GiveUp unanswered;
            unanswered.reasons = {{EscalationReason::LowConfidence, QStringLiteral("answer"),
                                   drafts[i].confidence, context.answerThreshold}};
            if (drafts[i].confidence < leastProposal)
                drafts[i] = {};
            step = NextStep(std::move(unanswered));
        }
        GiveUp giveUp = std::move(std::get<GiveUp>(*step));
        giveUp.reasons.push_back(
            {giveUp.reasons.front().reason,
             QStringLiteral("several_requests: %1").arg(namesOf(requests).join(QStringLiteral("; "))),
             static_cast<double>(requests.size()), 1.0});
        if (!giveUp.draft.text.isEmpty())
            drafts[i] = std::move(giveUp.draft);
        giveUp.draft = joinDrafts(drafts, false);
        return NextStep(std::move(giveUp));
    }
    const bool isNumbered =
        !context.requests.empty() && std::ranges::all_of(context.requests, &RequestPart::isListItem);
    return NextStep(joinDrafts(drafts, isNumbered));
}

Result<NextStep> BuiltinSpecialist::answerOne(const PlannedRequest &request, SharedCalls &shared,
                                              const RunControl &control) const
{
    shared.begin(*request.playbook);
    std::vector<ToolCall> own;
    while (true) {
        auto step = runOne(request, own, control);
        if (!step)
            return step.error();
        const auto *wanted = std::get_if<CallTools>(&*step);
        if (wanted == nullptr)
            return step;
        for (const ToolRequest &call : wanted->requests) {
            const ToolCall *made = shared.answerTo(call);
            if (made == nullptr)
                return step;
            own.push_back(*made);
        }
    }
}

Result<DraftReply> BuiltinSpecialist::answerFromKnowledge(const TurnContext &context,
                                                          const RunControl &control) const
{
    const Playbook &playbook = m_playbooks->forIntent({}, context.category);
    auto draft =
        PlaybookRun(playbook, context, {}, m_extractor, m_words->in(context.language), m_knowledge, m_topK)
            .answerFromKnowledge({}, control);
    if (draft && !draft->text.isEmpty())
        draft->text = frameReply(draft->text, context);
    return draft;
}

} // namespace Helmdesk
