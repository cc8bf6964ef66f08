#include "encoder/SentenceEncoder.h"

#include "encoder/ForwardPass.h"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <thread>

namespace Helmdesk
{
namespace
{

// Short texts are encoded together, so that the weights pass through the cache once for several of them.
constexpr std::size_t tokensPerPass = 96;

// Raise it when a change of the arithmetic changes vectors.
constexpr int arithmeticVersion = 1;

} // namespace

float cosine(std::span<const float> a, std::span<const float> b)
{
    if (a.size() != b.size() || a.size() % EncoderKernels::blockOutputs != 0)
        return 0.0F;
    return EncoderKernels::dot(a.data(), b.data(), a.size());
}

std::span<const float> TokenVectors::row(std::size_t token) const
{
    return std::span(values).subspan(token * SentenceEncoder::dimensions, SentenceEncoder::dimensions);
}

class SentenceEncoder::Workspace : public ForwardPass
{
public:
    using ForwardPass::ForwardPass;
};

// Takes an idle workspace, or a new one, and gives it back.
class SentenceEncoder::WorkspaceLease
{
public:
    explicit WorkspaceLease(const SentenceEncoder &encoder)
        : m_encoder(encoder)
    {
        const std::scoped_lock lock(encoder.m_mutex);
        if (encoder.m_idle.empty()) {
            m_workspace = std::make_unique<Workspace>(*encoder.m_weights);
        } else {
            m_workspace = std::move(encoder.m_idle.back());
            encoder.m_idle.pop_back();
        }
    }
    ~WorkspaceLease()
    {
        const std::scoped_lock lock(m_encoder.m_mutex);
        m_encoder.m_idle.push_back(std::move(m_workspace));
    }
    WorkspaceLease(const WorkspaceLease &) = delete;
    WorkspaceLease &operator=(const WorkspaceLease &) = delete;

    Workspace *operator->() const { return m_workspace.get(); }

private:
    const SentenceEncoder &m_encoder;
    std::unique_ptr<Workspace> m_workspace;
};

Result<std::unique_ptr<SentenceEncoder>> SentenceEncoder::open(const QString &file)
{
    auto weights = WeightFile::open(file);
    if (!weights)
        return std::move(weights).error();
    return std::unique_ptr<SentenceEncoder>(new SentenceEncoder(*std::move(weights)));
}

SentenceEncoder::SentenceEncoder(std::unique_ptr<WeightFile> weights)
    : m_weights(std::move(weights))
    , m_tokenizer(*m_weights)
{
}

SentenceEncoder::~SentenceEncoder() = default;

Vector SentenceEncoder::encode(QStringView text) const
{
    const std::vector<TokenId> tokens = m_tokenizer.tokenize(text);
    const WorkspaceLease pass(*this);
    pass->run({&tokens, 1});
    Vector vector(dimensions);
    EncoderKernels::meanOfRows(pass->row(0), tokens.size(), dimensions, vector.data());
    return vector;
}

TokenVectors SentenceEncoder::encodeTokens(QStringView text) const
{
    TokenVectors result;
    result.tokens = m_tokenizer.tokenize(text);
    const WorkspaceLease pass(*this);
    pass->run({&result.tokens, 1});
    result.mean.resize(dimensions);
    EncoderKernels::meanOfRows(pass->row(0), result.tokens.size(), dimensions, result.mean.data());
    result.values.assign(pass->row(0), pass->row(result.tokens.size()));
    for (std::size_t t = 0; t < result.tokens.size(); ++t)
        EncoderKernels::makeUnitLength(result.values.data() + t * dimensions, dimensions);
    return result;
}

std::vector<Vector> SentenceEncoder::encodeBatch(std::span<const QString> texts, unsigned threads) const
{
    std::vector<Vector> vectors(texts.size());
    std::vector<std::vector<TokenId>> tokens(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
        tokens[i] = m_tokenizer.tokenize(texts[i]);

    // Long texts first, so that no thread is left with one at the end; neighbours of one length go together.
    std::vector<std::size_t> order(texts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return tokens[i].size(); });
    std::vector<std::size_t> starts;
    std::size_t filled = tokensPerPass;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t length = tokens[order[i]].size();
        if (filled + length > tokensPerPass) {
            starts.push_back(i);
            filled = 0;
        }
        filled += length;
    }
    starts.push_back(order.size());

    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        const WorkspaceLease pass(*this);
        std::vector<std::vector<TokenId>> group;
        for (std::size_t g = next++; g + 1 < starts.size(); g = next++) {
            group.clear();
            for (std::size_t i = starts[g]; i < starts[g + 1]; ++i)
                group.push_back(std::move(tokens[order[i]]));
            pass->run(group);
            for (std::size_t i = 0; i < group.size(); ++i) {
                Vector &vector = vectors[order[starts[g] + i]];
                vector.resize(dimensions);
                EncoderKernels::meanOfRows(pass->row(pass->firstRow(i)), group[i].size(), dimensions,
                                           vector.data());
            }
        }
    };
    const std::size_t wanted = threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    {
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < std::min(wanted, starts.size() - 1); ++i)
            helpers.emplace_back(work);
        work();
    }
    return vectors;
}

QByteArray SentenceEncoder::fingerprint() const
{
    return "minilm-l6-v2/" + QByteArray::number(arithmeticVersion) + '/' +
           QByteArray::number(static_cast<qulonglong>(m_weights->fingerprint()), 16);
}

} // namespace Helmdesk
