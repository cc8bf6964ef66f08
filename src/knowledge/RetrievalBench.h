#pragma once

#include "core/Json.h"
#include "core/RunControl.h"
#include "encoder/SentenceEncoder.h"
#include "knowledge/Document.h"
#include "knowledge/VectorBlob.h"

namespace Helmdesk
{

// Measures search in a large knowledge base: `passages` synthetic passages of 40 words, drawn in proportion
// from the articles given, five to a document, with vectors between those of real passages; questions of
// eight words, cut out of sentences of the articles. The encoder's time is left out. At this size token
// vectors are not kept, as in a real import.
// {"passages","documents","index_ready_ms","ms_top10":{"p50","p95","p99"},"same_as_exhaustive"}: the last
// says whether the first ten were those of scoring every document to 16 bits, for every twentieth question.
// Thread: any. Failure: InvalidInput without articles, Cancelled, Timeout.
Result<Json> benchRetrieval(const std::vector<Document> &articles, int passages, int questions,
                            const SentenceEncoder &encoder, const TokenProjection &projection,
                            const RunControl &control = {});

} // namespace Helmdesk
