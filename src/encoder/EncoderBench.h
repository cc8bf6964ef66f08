#pragma once

#include "core/Json.h"
#include "encoder/SentenceEncoder.h"

#include <vector>

namespace Helmdesk
{

// `helmdeskctl bench encoder`: how fast the encoder is on each instruction set of this processor, beside a
// plain forward pass with Eigen in 32-bit floats on the same weights.
//
// {"instruction_sets":[{"name","ms":{"12","15","25","64","256"},"ms_per_message","same_vectors"}],
//  "eigen":{"simd","ms":{…},"ms_per_message","mb","cosine":{"min","mean"}},
//  "speedup":{"12",…,"message"},            best set against Eigen
//  "messages","tokens_per_message","open_ms","first_vector_ms","resident_mb",
//  "batch":{"texts","threads","texts_per_second"},"fingerprint"}
// Times are the best of several runs, in milliseconds of wall time, on one thread; "resident_mb" is what
// opening and a first text of 256 tokens added to this process.
//
// `messages`: real texts to measure with; when empty a small set of written ones is used.
// Thread: any, alone (instruction sets are forced process-wide). Failure: as SentenceEncoder::open. Some ten
// seconds.
Result<Json> benchEncoder(const QString &weights, const std::vector<QString> &messages = {});

} // namespace Helmdesk
