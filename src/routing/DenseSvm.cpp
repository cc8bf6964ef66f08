#include "routing/DenseSvm.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>

namespace Helmdesk
{
namespace
{

constexpr float stoppingTolerance = 0.1F; // LIBLINEAR's default for this solver
constexpr int mostPasses = 300;
constexpr size_t lanes = 16; // independent sums, so that the compiler may use vector registers

float dot(const float *a, const float *b, size_t width)
{
    float sums[lanes] = {};
    size_t i = 0;
    for (; i + lanes <= width; i += lanes) {
        for (size_t lane = 0; lane < lanes; ++lane)
            sums[lane] += a[i + lane] * b[i + lane];
    }
    float total = 0.0F;
    for (; i < width; ++i)
        total += a[i] * b[i];
    for (const float sum : sums)
        total += sum;
    return total;
}

void addScaled(float *target, const float *row, float factor, size_t width)
{
    for (size_t i = 0; i < width; ++i)
        target[i] += factor * row[i];
}

class Solver
{
public:
    Solver(const DenseRows &rows, const std::vector<char> &isPositive, double cost, unsigned seed)
        : m_rows(rows)
        , m_isPositive(isPositive)
        , m_diagonal(static_cast<float>(0.5 / cost))
        , m_alpha(rows.count, 0.0F)
        , m_curvature(rows.count)
        , m_active(rows.count)
        , m_random(seed)
    {
        m_result.weights.assign(rows.width, 0.0F);
        for (size_t i = 0; i < rows.count; ++i)
            m_curvature[i] = dot(rows.row(i).data(), rows.row(i).data(), rows.width) + 1.0F + m_diagonal;
        std::iota(m_active.begin(), m_active.end(), size_t{0});
    }

    SvmWeights run()
    {
        size_t active = m_rows.count;
        for (int pass = 0; pass < mostPasses; ++pass) {
            shuffle(active);
            const float gap = sweep(active);
            if (gap > stoppingTolerance)
                continue;
            if (active == m_rows.count)
                break;
            active = m_rows.count; // what was set aside has its say again
            m_limit = std::numeric_limits<float>::infinity();
        }
        return std::move(m_result);
    }

private:
    // Not std::shuffle: its order differs between standard libraries.
    void shuffle(size_t active)
    {
        for (size_t i = 0; i + 1 < active; ++i)
            std::swap(m_active[i], m_active[i + m_random() % (active - i)]);
    }

    // One pass over the active rows; sets aside those that stay at zero. Gives how far from the optimum.
    float sweep(size_t &active)
    {
        float highest = -std::numeric_limits<float>::infinity();
        float lowest = std::numeric_limits<float>::infinity();
        for (size_t position = 0; position < active; ++position) {
            const size_t i = m_active[position];
            const float *row = m_rows.row(i).data();
            const float sign = m_isPositive[i] ? 1.0F : -1.0F;
            float &alpha = m_alpha[i];
            const float gradient = sign * (dot(m_result.weights.data(), row, m_rows.width) + m_result.bias) -
                                   1.0F + m_diagonal * alpha;
            if (alpha == 0.0F && gradient > m_limit) {
                std::swap(m_active[position--], m_active[--active]);
                continue;
            }
            const float projected = alpha == 0.0F ? std::min(gradient, 0.0F) : gradient;
            highest = std::max(highest, projected);
            lowest = std::min(lowest, projected);
            if (projected == 0.0F)
                continue;
            const float before = alpha;
            alpha = std::max(before - gradient / m_curvature[i], 0.0F);
            const float step = (alpha - before) * sign;
            addScaled(m_result.weights.data(), row, step, m_rows.width);
            m_result.bias += step;
        }
        m_limit = highest > 0.0F ? highest : std::numeric_limits<float>::infinity();
        return active == 0 ? 0.0F : highest - lowest;
    }

    const DenseRows &m_rows;
    const std::vector<char> &m_isPositive;
    const float m_diagonal;
    std::vector<float> m_alpha;
    std::vector<float> m_curvature;
    std::vector<size_t> m_active;
    std::minstd_rand m_random;
    float m_limit = std::numeric_limits<float>::infinity();
    SvmWeights m_result;
};

} // namespace

SvmWeights trainDenseSvm(const DenseRows &rows, const std::vector<char> &isPositive, double cost,
                         unsigned seed)
{
    return Solver(rows, isPositive, cost, seed).run();
}

} // namespace Helmdesk
