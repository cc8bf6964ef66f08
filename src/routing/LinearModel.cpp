#include "routing/LinearModel.h"

#include "routing/DenseSvm.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <linear.h>
#include <mutex>
#include <thread>

namespace Helmdesk
{
namespace
{

constexpr unsigned seed = 20261122;
constexpr double stoppingTolerance = 0.1; // LIBLINEAR's default for the dual solver

void silent(const char *)
{
}

// Rows in LIBLINEAR's form: index from 1, ended by -1, with a constant feature for the bias.
class Rows
{
public:
    Rows(const std::vector<std::vector<SparseFeature>> &rows, uint32_t featureCount)
    {
        size_t total = 0;
        for (const auto &row : rows)
            total += row.size() + 2;
        m_nodes.reserve(total);
        for (const auto &row : rows) {
            m_starts.push_back(m_nodes.size());
            for (const SparseFeature &feature : row)
                m_nodes.push_back({static_cast<int>(feature.index) + 1, static_cast<double>(feature.value)});
            m_nodes.push_back({static_cast<int>(featureCount) + 1, 1.0});
            m_nodes.push_back({-1, 0.0});
        }
        for (const size_t start : m_starts)
            m_rows.push_back(m_nodes.data() + start);
    }
    feature_node **rows() { return m_rows.data(); }

private:
    std::vector<feature_node> m_nodes;
    std::vector<size_t> m_starts;
    std::vector<feature_node *> m_rows;
};

} // namespace

void LinearModel::setWeights(std::vector<float> weights)
{
    const auto kept = std::make_shared<const std::vector<float>>(std::move(weights));
    m_weights = {kept, kept->data()};
    m_weightCount = kept->size();
}

LinearModel LinearModel::train(const std::vector<std::vector<SparseFeature>> &rows,
                               const std::vector<int> &classes, int classCount, uint32_t featureCount,
                               double cost)
{
    static std::mutex oneAtATime; // LIBLINEAR draws from the process-wide rand()
    const std::lock_guard lock(oneAtATime);
    set_print_string_function(silent);

    LinearModel trained;
    trained.m_classes = classCount;
    trained.m_features = featureCount;
    std::vector<float> weights(static_cast<size_t>(featureCount) * static_cast<size_t>(classCount));
    trained.m_bias.assign(static_cast<size_t>(classCount), 0.0F);

    Rows nodes(rows, featureCount);
    std::vector<double> labels(rows.size());
    problem task{};
    task.l = static_cast<int>(rows.size());
    task.n = static_cast<int>(featureCount) + 1;
    task.y = labels.data();
    task.x = nodes.rows();
    task.bias = 1.0;
    parameter options{};
    options.solver_type = L2R_LR_DUAL;
    options.C = cost;
    options.eps = stoppingTolerance;
    for (int c = 0; c < classCount; ++c) {
        for (size_t i = 0; i < rows.size(); ++i)
            labels[i] = classes[i] == c ? 1.0 : -1.0;
        std::srand(seed);
        model *result = ::train(&task, &options);
        // LIBLINEAR's weights speak for its first label, that of the first row.
        const double sign = result->label[0] == 1 ? 1.0 : -1.0;
        for (uint32_t f = 0; f < featureCount; ++f)
            weights[static_cast<size_t>(f) * static_cast<size_t>(classCount) + static_cast<size_t>(c)] =
                static_cast<float>(sign * result->w[f]);
        trained.m_bias[static_cast<size_t>(c)] = static_cast<float>(sign * result->w[featureCount]);
        free_and_destroy_model(&result);
    }
    trained.setWeights(std::move(weights));
    return trained;
}

LinearModel LinearModel::trainDense(const std::vector<std::span<const float>> &rows,
                                    const std::vector<int> &classes, int classCount, double cost)
{
    const size_t width = rows.empty() ? 0 : rows.front().size();
    std::vector<float> values;
    values.reserve(rows.size() * width);
    for (const std::span<const float> row : rows)
        values.insert(values.end(), row.begin(), row.end());
    const DenseRows dense{values.data(), rows.size(), width};

    LinearModel trained;
    trained.m_classes = classCount;
    trained.m_features = static_cast<uint32_t>(width);
    std::vector<float> weights(width * static_cast<size_t>(classCount));
    trained.m_bias.assign(static_cast<size_t>(classCount), 0.0F);
    std::atomic<int> next = 0;
    const auto work = [&] {
        std::vector<char> isPositive(rows.size());
        for (int c = next++; c < classCount; c = next++) {
            std::ranges::transform(classes, isPositive.begin(), [c](int label) { return label == c; });
            const SvmWeights result = trainDenseSvm(dense, isPositive, cost, seed);
            const auto column = static_cast<size_t>(c);
            for (size_t f = 0; f < width; ++f)
                weights[f * static_cast<size_t>(classCount) + column] = result.weights[f];
            trained.m_bias[column] = result.bias;
        }
    };
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i)
        helpers.emplace_back(work);
    work();
    helpers.clear();
    trained.setWeights(std::move(weights));
    return trained;
}

std::vector<float> LinearModel::scores(std::span<const float> dense) const
{
    std::vector<float> out = m_bias;
    const size_t classes = static_cast<size_t>(m_classes);
    for (size_t f = 0; f < dense.size() && f < m_features; ++f) {
        const float value = dense[f];
        const float *weights = m_weights.get() + f * classes;
        for (size_t c = 0; c < classes; ++c)
            out[c] += value * weights[c];
    }
    return out;
}

std::vector<float> LinearModel::scores(std::span<const SparseFeature> sparse) const
{
    std::vector<float> out = m_bias;
    const size_t classes = static_cast<size_t>(m_classes);
    for (const SparseFeature &feature : sparse) {
        const float *weights = m_weights.get() + static_cast<size_t>(feature.index) * classes;
        for (size_t c = 0; c < classes; ++c)
            out[c] += feature.value * weights[c];
    }
    return out;
}

QDataStream &operator<<(QDataStream &out, const LinearModel &model)
{
    const std::span<const float> weights = model.weights();
    out << model.m_classes << model.m_features << static_cast<quint64>(weights.size());
    out.writeRawData(reinterpret_cast<const char *>(weights.data()), static_cast<int>(weights.size_bytes()));
    out.writeRawData(reinterpret_cast<const char *>(model.m_bias.data()),
                     static_cast<int>(model.m_bias.size() * sizeof(float)));
    return out;
}

QDataStream &operator>>(QDataStream &in, LinearModel &model)
{
    quint64 size = 0;
    in >> model.m_classes >> model.m_features >> size;
    const auto expected =
        static_cast<quint64>(model.m_features) * static_cast<quint64>(std::max(model.m_classes, 0));
    if (in.status() != QDataStream::Ok || model.m_classes <= 0 || size != expected || size > (1ULL << 28)) {
        in.setStatus(QDataStream::ReadCorruptData);
        return in;
    }
    std::vector<float> weights(size);
    model.m_bias.resize(static_cast<size_t>(model.m_classes));
    const auto read = [&in](std::vector<float> &values) {
        const int bytes = static_cast<int>(values.size() * sizeof(float));
        if (in.readRawData(reinterpret_cast<char *>(values.data()), bytes) != bytes)
            in.setStatus(QDataStream::ReadPastEnd);
    };
    read(weights);
    read(model.m_bias);
    model.setWeights(std::move(weights));
    return in;
}

} // namespace Helmdesk
