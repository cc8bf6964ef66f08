#pragma once

#include "app/TokenCache.h"
#include "escalation/EscalationAssessor.h"
#include "knowledge/VectorBlob.h"
#include "routing/LocalRouter.h"
#include "specialists/Playbook.h"
#include "understanding/ClearAnswer.h"
#include "understanding/LearnedReader.h"
#include "understanding/ValueWords.h"

namespace Helmdesk
{

// What every workspace of a process shares: encoder, router, playbooks, lexicon. Loaded once, then only read.
// Thread: any. Failure of load(): NotFound, Corrupt or Io with the file's name.
struct EngineAssets {
    static Result<std::shared_ptr<EngineAssets>> load();

    Result<> loadReader(); // with the cache of tokens in place

    std::unique_ptr<SentenceEncoder> encoder;
    std::unique_ptr<TokenCache> tokens;
    std::unique_ptr<TokenProjection> projection;
    std::unique_ptr<EscalationAssessor> assessor;
    std::unique_ptr<LearnedReader> reader;
    ClearAnswer answers;
    QStringList languages; // of the folders in resources/understanding that bring examples
    std::shared_ptr<const ValueWords> words;
    std::unique_ptr<LocalRouter> router;
    std::shared_ptr<const PlaybookLibrary> playbooks;
};

} // namespace Helmdesk
