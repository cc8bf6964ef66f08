#pragma once

#include "core/Clock.h"
#include "escalation/EscalationAssessor.h"
#include "llm/CallLedger.h"
#include "memory/CustomerRepository.h"
#include "pipeline/ApprovalRepository.h"
#include "pipeline/ConversationRepository.h"
#include "pipeline/DraftRepository.h"
#include "pipeline/IdentityCodeRepository.h"
#include "pipeline/KeptRunRepository.h"
#include "pipeline/OriginalRepository.h"
#include "pipeline/OutboxRepository.h"
#include "pipeline/RunRepository.h"
#include "pipeline/TicketRepository.h"
#include "pipeline/UnitOfWork.h"
#include "routing/RouteAdvisor.h"
#include "routing/Router.h"
#include "settings/Settings.h"
#include "specialists/Specialist.h"
#include "tools/ToolRunner.h"
#include "understanding/ClearAnswer.h"
#include "understanding/Reading.h"

#include <functional>

namespace Helmdesk
{

// Everything that a run works with. Not owned; all of it must outlive the pipeline and be thread-safe.
struct PipelineParts {
    ConversationRepository &conversations;
    RunRepository &runs;
    ApprovalRepository &approvals;
    TicketRepository &tickets;
    OutboxRepository &outbox;
    DraftRepository &drafts;
    CustomerRepository &customers;
    UnitOfWork &unitOfWork;
    const EscalationAssessor &assessor;
    const Reader &reader;
    const ClearAnswer &answers;   // tells a clear yes to a question of ours
    const QStringList &languages; // ISO 639-1: those that examples, values and replies are written for
    const Router &router;
    const Specialist &specialist;
    const ToolRunner &tools;
    const Clock &clock;
    std::function<Settings()> settings;      // the snapshot that holds now; a run takes one at its start
    OriginalRepository *originals = nullptr; // null: texts are never kept as they were written
    const RouteAdvisor *advisor = nullptr;   // asked where the router is unsure; null: nobody
    const CallLedger *calls = nullptr;       // what language models cost; null: none are called
    KeptRunRepository *kept = nullptr;       // what a run keeps for being decided again; null: nothing
    IdentityCodeRepository *codes =
        nullptr; // by which senders of mails prove who they are; null: they cannot
};

} // namespace Helmdesk
