#include "app/CalibratedSpecialist.h"

namespace Helmdesk
{
namespace
{

constexpr int mostDecisions = 500; // the desk's present habits, not those of years ago
constexpr int draftsBetweenReads = 50;

} // namespace

Result<std::vector<DraftEvidence>> draftEvidence(const DraftRepository &drafts)
{
    auto judged = drafts.judged(mostDecisions);
    if (!judged)
        return judged.error();
    std::vector<DraftEvidence> evidence;
    for (const Draft &draft : *judged) {
        if (draft.proposal.estimate > 0.0)
            evidence.push_back({draft.proposal.estimate, draft.state == DraftState::SentUnchanged});
    }
    return evidence;
}

CalibratedSpecialist::CalibratedSpecialist(const Specialist &specialist, const DraftRepository &drafts)
    : m_specialist(specialist)
    , m_drafts(drafts)
{
}

Result<NextStep> CalibratedSpecialist::next(const TurnContext &context, const std::vector<ToolCall> &calls,
                                            const RunControl &control) const
{
    auto step = m_specialist.next(context, calls, control);
    if (step) {
        if (auto *draft = std::get_if<DraftReply>(&*step))
            calibrate(*draft);
    }
    return step;
}

Result<DraftReply> CalibratedSpecialist::answerFromKnowledge(const TurnContext &context,
                                                             const RunControl &control) const
{
    auto draft = m_specialist.answerFromKnowledge(context, control);
    if (draft)
        calibrate(*draft);
    return draft;
}

void CalibratedSpecialist::calibrate(DraftReply &draft) const
{
    if (draft.text.isEmpty())
        return;
    const std::lock_guard lock(m_mutex);
    if (m_drafted++ % draftsBetweenReads == 0) {
        if (const auto evidence = draftEvidence(m_drafts))
            m_calibration = DraftCalibration::fit(*evidence);
    }
    draft.confidenceParts.push_back({QStringLiteral("estimate"), draft.confidence});
    draft.confidence = m_calibration.probability(draft.confidence);
}

} // namespace Helmdesk
