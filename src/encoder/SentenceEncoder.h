#pragma once

#include "core/Result.h"
#include "encoder/WordPieceTokenizer.h"

#include <memory>
#include <mutex>
#include <QString>
#include <QStringView>
#include <span>
#include <vector>

namespace Helmdesk
{

// The meaning of a text as a direction: 384 numbers of unit length. The dot product of two is their cosine.
using Vector = std::vector<float>;

// Cosine of two unit vectors of equal length; 0 when the lengths differ. The same bits on every processor.
float cosine(std::span<const float> a, std::span<const float> b);

// A text token by token, for late interaction.
struct TokenVectors {
    std::vector<TokenId> tokens; // with [CLS] in front and [SEP] at the end
    std::vector<float> values;   // tokens.size() rows of 384 numbers, each of unit length
    Vector mean;                 // what encode() gives
    std::span<const float> row(std::size_t token) const;
};

// The sentence encoder all-MiniLM-L6-v2 inside the process: int8 weights and 16-bit activations, the same
// vectors to the last bit on every instruction set, alone or in a batch. A text longer than 256 tokens is cut
// there.
//
// Thread: encode… from any thread at once. Ownership: the caller's. Failure: open() as WeightFile::open;
// encoding cannot fail, an empty text has a vector too. Time: about 0.15 ms a token on one core with AVX2.
class SentenceEncoder
{
public:
    static constexpr std::size_t dimensions = WeightFile::hidden;

    // The usual place is resourceFile("encoder/minilm-l6-v2.hdenc").
    static Result<std::unique_ptr<SentenceEncoder>> open(const QString &file);
    ~SentenceEncoder();

    Vector encode(QStringView text) const;
    TokenVectors encodeTokens(QStringView text) const;

    // One vector a text, in order. `threads` 0 means one for each core.
    std::vector<Vector> encodeBatch(std::span<const QString> texts, unsigned threads = 0) const;

    // A name of the weights and arithmetic, to be stored beside vectors: others must not be compared with
    // these.
    QByteArray fingerprint() const;

    const WordPieceTokenizer &tokenizer() const { return m_tokenizer; }
    const WeightFile &weights() const { return *m_weights; }

private:
    class Workspace;
    class WorkspaceLease;

    explicit SentenceEncoder(std::unique_ptr<WeightFile> weights);

    std::unique_ptr<WeightFile> m_weights;
    WordPieceTokenizer m_tokenizer;
    mutable std::mutex m_mutex; // guards m_idle
    mutable std::vector<std::unique_ptr<Workspace>> m_idle;
};

} // namespace Helmdesk
