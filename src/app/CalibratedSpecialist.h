#pragma once

#include "pipeline/DraftCalibration.h"
#include "pipeline/DraftRepository.h"
#include "specialists/Specialist.h"

#include <mutex>

namespace Helmdesk
{

// What people did with the latest drafts, as evidence for the next ones. Failure: that of the store.
Result<std::vector<DraftEvidence>> draftEvidence(const DraftRepository &drafts);

// Another specialist, whose drafts carry the probability that a person would send them unchanged; the part
// "estimate" keeps what that specialist said itself. The decisions are read again from time to time; while
// they cannot be read, what was learned before holds. Thread-safe. Ownership: both must outlive it.
class CalibratedSpecialist : public Specialist
{
public:
    CalibratedSpecialist(const Specialist &specialist, const DraftRepository &drafts);

    Result<NextStep> next(const TurnContext &context, const std::vector<ToolCall> &calls,
                          const RunControl &control) const override;
    Result<DraftReply> answerFromKnowledge(const TurnContext &context,
                                           const RunControl &control) const override;
    bool isFree() const override { return m_specialist.isFree(); }

private:
    void calibrate(DraftReply &draft) const;

    const Specialist &m_specialist;
    const DraftRepository &m_drafts;
    mutable std::mutex m_mutex;
    mutable DraftCalibration m_calibration;
    mutable int m_drafted = 0;
};

} // namespace Helmdesk
