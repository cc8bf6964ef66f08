#pragma once

#include "core/Result.h"

#include <QString>

namespace Helmdesk
{

// What a GGUF file says of its model, read from its head alone. Sizes in bytes.
struct GgufSummary {
    quint32 version = 0;
    QString name;         // as its maker wrote it; may be empty
    QString architecture; // "qwen2"
    qint64 contextTokens = 0;
    bool hasChatTemplate = false; // without one its server guesses how a conversation is written
    qint64 fileBytes = 0;
};

// Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md, versions 2 and 3, little endian.
// NotFound, Io, or InvalidInput with one sentence: no GGUF file, cut, too old, a pointer to a large file.
// Reads at most 64 MB. Thread: any.
Result<GgufSummary> readGguf(const QString &path);

// Whether a file of this size can be served here beside the rest: its weights and a tenth more have to fit
// the machine's memory. `memoryBytes` 0 is unknown and lets everything pass.
Result<> fitsMemory(const GgufSummary &file, qint64 memoryBytes);

qint64 physicalMemoryBytes(); // of this machine; 0: unknown

} // namespace Helmdesk
