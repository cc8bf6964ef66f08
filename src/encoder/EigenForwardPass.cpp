#include "encoder/EigenForwardPass.h"

#include <cmath>
#include <Eigen/Dense>

namespace Helmdesk
{
namespace
{

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Row = Eigen::RowVectorXf;
using Eigen::Index;

constexpr auto hidden = static_cast<Index>(WeightFile::hidden);
constexpr auto headSize = static_cast<Index>(WeightFile::headSize);
constexpr auto heads = static_cast<Index>(WeightFile::heads);

struct Linear {
    Matrix weights; // inputs x outputs
    Row bias;

    explicit Linear(const WeightFile::Linear &packed)
        : weights(static_cast<Index>(packed.inputs), static_cast<Index>(packed.outputs))
        , bias(Eigen::Map<const Row>(packed.bias, static_cast<Index>(packed.outputs)))
    {
        constexpr std::size_t width = EncoderKernels::blockOutputs;
        for (std::size_t o = 0; o < packed.outputs; ++o) {
            const std::int8_t *block = packed.weights + o / width * width * packed.inputs + o % width * 2;
            for (std::size_t i = 0; i < packed.inputs; ++i)
                weights(static_cast<Index>(i), static_cast<Index>(o)) =
                    static_cast<float>(block[i / 2 * 2 * width + i % 2]) * packed.scales[o];
        }
    }
    Matrix operator()(const Matrix &x) const { return (x * weights).rowwise() + bias; }
};

struct Norm {
    Row gamma;
    Row beta;

    explicit Norm(const WeightFile::Norm &norm)
        : gamma(Eigen::Map<const Row>(norm.gamma, hidden))
        , beta(Eigen::Map<const Row>(norm.beta, hidden))
    {
    }
    void apply(Matrix &x) const
    {
        for (Index r = 0; r < x.rows(); ++r) {
            const Row centred = (x.row(r).array() - x.row(r).mean()).matrix();
            const float variance = centred.squaredNorm() / static_cast<float>(hidden);
            x.row(r) = (centred / std::sqrt(variance + 1e-12F)).cwiseProduct(gamma) + beta;
        }
    }
};

struct Layer {
    Linear attentionIn, attentionOut, feedForwardIn, feedForwardOut;
    Norm attentionNorm, feedForwardNorm;

    explicit Layer(const WeightFile::Layer &layer)
        : attentionIn(layer.attentionIn)
        , attentionOut(layer.attentionOut)
        , feedForwardIn(layer.feedForwardIn)
        , feedForwardOut(layer.feedForwardOut)
        , attentionNorm(layer.attentionNorm)
        , feedForwardNorm(layer.feedForwardNorm)
    {
    }

    void apply(Matrix &x) const
    {
        const Matrix projected = attentionIn(x);
        Matrix context(x.rows(), hidden);
        for (Index head = 0; head < heads; ++head) {
            const auto query = projected.middleCols(head * headSize, headSize);
            const auto key = projected.middleCols(hidden + head * headSize, headSize);
            const auto value = projected.middleCols(2 * hidden + head * headSize, headSize);
            Matrix scores = query * key.transpose();
            for (Index r = 0; r < scores.rows(); ++r) {
                scores.row(r) = (scores.row(r).array() - scores.row(r).maxCoeff()).exp().matrix();
                scores.row(r) /= scores.row(r).sum();
            }
            context.middleCols(head * headSize, headSize).noalias() = scores * value;
        }
        x += attentionOut(context);
        attentionNorm.apply(x);
        Matrix inner = feedForwardIn(x);
        inner = inner.unaryExpr([](float v) { return 0.5F * v * (1.0F + std::erf(v * 0.70710678F)); });
        x += feedForwardOut(inner);
        feedForwardNorm.apply(x);
    }
};

} // namespace

struct EigenForwardPass::Model {
    const WeightFile &weights;
    Norm embeddingNorm;
    std::vector<Layer> layers;

    explicit Model(const WeightFile &file)
        : weights(file)
        , embeddingNorm(file.embeddingNorm())
    {
        for (std::size_t i = 0; i < WeightFile::layerCount; ++i)
            layers.emplace_back(file.layer(i));
    }
};

EigenForwardPass::EigenForwardPass(const WeightFile &weights)
    : m_model(std::make_unique<Model>(weights))
{
}

EigenForwardPass::~EigenForwardPass() = default;

std::vector<float> EigenForwardPass::encode(const std::vector<TokenId> &tokens) const
{
    const WeightFile &weights = m_model->weights;
    Matrix x(static_cast<Index>(tokens.size()), hidden);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        const Eigen::Map<const Eigen::Matrix<std::int8_t, 1, Eigen::Dynamic>> word(weights.wordRow(tokens[t]),
                                                                                   hidden);
        x.row(static_cast<Index>(t)) = word.cast<float>() * weights.wordScale(tokens[t]) +
                                       Eigen::Map<const Row>(weights.position(t), hidden);
    }
    m_model->embeddingNorm.apply(x);
    for (const Layer &layer : m_model->layers)
        layer.apply(x);
    const Row mean = x.colwise().mean().normalized();
    return {mean.data(), mean.data() + mean.size()};
}

const char *EigenForwardPass::instructionSets()
{
    return Eigen::SimdInstructionSetsInUse();
}

} // namespace Helmdesk
