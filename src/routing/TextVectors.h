#pragma once

#include "core/RunControl.h"
#include "encoder/SentenceEncoder.h"

#include <QHash>

namespace Helmdesk
{

// The vectors of texts that are trained on, kept in a file between trainings: encoding ten thousand
// utterances takes half a minute, training on them seconds. Keyed by SHA-256 of the text; the file holds no
// text and belongs to one encoder (another fingerprint: it is taken as empty). About 1.6 kB an entry. A
// value; not thread-safe.
class TextVectors
{
public:
    // An unreadable or damaged file is an empty cache: everything in it can be made again.
    static TextVectors load(const QString &file, const QByteArray &fingerprint);
    Result<> save(const QString &file) const; // Io

    // Vectors in the order of the texts; what is missing is encoded on all cores and kept. Failure:
    // Cancelled.
    Result<std::vector<Vector>> vectorsOf(const std::vector<QString> &texts, const SentenceEncoder &encoder,
                                          const RunControl &control);
    bool hasGrown() const { return m_hasGrown; }
    qsizetype size() const { return m_vectors.size(); }

private:
    QByteArray m_fingerprint;
    QHash<QByteArray, Vector> m_vectors;
    bool m_hasGrown = false;
};

} // namespace Helmdesk
