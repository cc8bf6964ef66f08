#include "routing/RouterModel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <QCryptographicHash>
#include <QIODevice>

namespace Helmdesk
{
namespace
{

constexpr quint32 magic = 0x48445254; // "HDRT"
constexpr quint32 formatVersion = 2;
constexpr double floorProbability = 1e-6;
constexpr size_t intentsShown = 5;
constexpr qsizetype digestBytes = 32;

double logistic(double score)
{
    return 1.0 / (1.0 + std::exp(-score));
}

void normalise(std::vector<double> &values)
{
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    for (double &value : values)
        value = sum > 0.0 ? value / sum : 1.0 / static_cast<double>(values.size());
}

// A desk gets more that is out of scope than its share of the written utterances (docs/routing.md).
constexpr double backgroundPrior = 3.0;

std::vector<double> softmax(std::vector<double> logits, double temperature)
{
    const double top = *std::ranges::max_element(logits);
    for (double &value : logits)
        value = std::exp((value - top) / temperature);
    normalise(logits);
    return logits;
}

// One against the rest: each class's own probability, normalised over the classes.
std::vector<double> normalisedProbabilities(const std::vector<float> &scores)
{
    std::vector<double> values(scores.size());
    std::ranges::transform(scores, values.begin(),
                           [](float score) { return logistic(static_cast<double>(score)); });
    normalise(values);
    return values;
}

} // namespace

std::vector<double> RouterModel::intentProbabilities(std::span<const float> vector) const
{
    const std::vector<float> margins = m_intentModel.scores(vector);
    return softmax(std::vector<double>(margins.begin(), margins.end()), m_mix.marginScale);
}

std::vector<double> RouterModel::mixed(const std::vector<double> &intents, std::span<const float> vector,
                                       QStringView text) const
{
    std::vector<double> byIntent(groupCount, 0.0);
    for (size_t i = 0; i < intents.size(); ++i)
        byIntent[static_cast<size_t>(m_groupOfIntent[i])] += intents[i];

    std::vector<SparseFeature> features = NgramFeatures::extract(text);
    float norm = 0.0F;
    for (SparseFeature &feature : features) {
        feature.value *= m_idf[feature.index];
        norm += feature.value * feature.value;
    }
    norm = norm > 0.0F ? 1.0F / std::sqrt(norm) : 0.0F;
    for (SparseFeature &feature : features)
        feature.value *= norm;
    const std::vector<double> byNgram = normalisedProbabilities(m_ngramModel.scores(features));

    const std::vector<float> margins = m_groupModel.scores(vector);
    const std::vector<double> byGroup =
        softmax(std::vector<double>(margins.begin(), margins.end()), m_mix.groupScale);

    std::vector<double> logits(groupCount);
    for (size_t g = 0; g < logits.size(); ++g) {
        logits[g] = m_mix.intentWeight * std::log(byIntent[g] + floorProbability) +
                    m_mix.groupWeight * std::log(byGroup[g] + floorProbability) +
                    m_mix.ngramWeight * std::log(byNgram[g] + floorProbability);
    }
    return logits;
}

std::vector<double> RouterModel::groupLogits(std::span<const float> vector, QStringView text) const
{
    return mixed(intentProbabilities(vector), vector, text);
}

Route RouterModel::predict(std::span<const float> vector, QStringView text) const
{
    const std::vector<double> intents = intentProbabilities(vector);
    std::vector<double> groups = softmax(mixed(intents, vector, text), m_mix.temperature);
    const double whole = 1.0 + (backgroundPrior - 1.0) * groups[backgroundGroup];
    groups[backgroundGroup] *= backgroundPrior;
    for (double &group : groups)
        group /= whole;

    Route route;
    for (size_t g = 0; g < std::size(allCategories); ++g)
        route.categories.push_back({nameOf(allCategories[g]), groups[g]});
    std::ranges::sort(route.categories, std::ranges::greater{}, &NamedValue::value);
    route.category = *fromName<Category>(route.categories[0].name);
    route.confidence = route.categories[0].value;
    route.runnerUp = *fromName<Category>(route.categories[1].name);
    route.runnerUpConfidence = route.categories[1].value;
    route.outOfScope = groups[backgroundGroup];

    std::vector<size_t> order(intents.size());
    std::iota(order.begin(), order.end(), size_t{0});
    const size_t shown = std::min(intentsShown, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown), order.end(),
                      [&](size_t a, size_t b) { return intents[a] > intents[b]; });
    for (size_t i = 0; i < shown; ++i)
        route.intents.push_back({m_intents[static_cast<qsizetype>(order[i])], intents[order[i]]});
    double best = -1.0;
    for (size_t i = 0; i < intents.size(); ++i) {
        if (m_groupOfIntent[i] == static_cast<int>(route.category) && intents[i] > best) {
            best = intents[i];
            route.intent = m_intents[static_cast<qsizetype>(i)];
        }
    }
    return route;
}

QByteArray RouterModel::save() const
{
    QByteArray body;
    QDataStream out(&body, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << magic << formatVersion << m_intents;
    for (const int group : m_groupOfIntent)
        out << group;
    out << m_intentModel << m_groupModel << m_ngramModel;
    out.writeRawData(reinterpret_cast<const char *>(m_idf.data()),
                     static_cast<int>(m_idf.size() * sizeof(float)));
    out << m_mix.marginScale << m_mix.intentWeight << m_mix.groupScale << m_mix.groupWeight
        << m_mix.ngramWeight << m_mix.temperature;
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256) + body;
}

Result<RouterModel> RouterModel::restore(const QByteArray &bytes)
{
    const qsizetype bodyBytes = std::max<qsizetype>(0, bytes.size() - digestBytes);
    const auto body = QByteArray::fromRawData(bytes.constData() + (bytes.size() - bodyBytes), bodyBytes);
    if (bytes.left(digestBytes) != QCryptographicHash::hash(body, QCryptographicHash::Sha256))
        return Error{ErrorKind::Corrupt, QStringLiteral("the router's model is damaged")};
    QDataStream in(body);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 mark = 0;
    quint32 version = 0;
    RouterModel model;
    in >> mark >> version;
    if (mark != magic)
        return Error{ErrorKind::Corrupt, QStringLiteral("this is no router model")};
    if (version < formatVersion)
        return Error{ErrorKind::Corrupt, QStringLiteral("the router's model is of an older program")};
    if (version > formatVersion)
        return Error{ErrorKind::TooNew, QStringLiteral("the router's model was written by a newer program")};
    in >> model.m_intents;
    model.m_groupOfIntent.resize(static_cast<size_t>(model.m_intents.size()));
    for (int &group : model.m_groupOfIntent)
        in >> group;
    in >> model.m_intentModel >> model.m_groupModel >> model.m_ngramModel;
    model.m_idf.resize(NgramFeatures::buckets);
    const int idfBytes = static_cast<int>(model.m_idf.size() * sizeof(float));
    const bool readAll = in.readRawData(reinterpret_cast<char *>(model.m_idf.data()), idfBytes) == idfBytes;
    in >> model.m_mix.marginScale >> model.m_mix.intentWeight >> model.m_mix.groupScale >>
        model.m_mix.groupWeight >> model.m_mix.ngramWeight >> model.m_mix.temperature;
    if (!readAll || in.status() != QDataStream::Ok ||
        model.m_intentModel.classCount() != model.m_intents.size() ||
        model.m_groupModel.classCount() != groupCount || model.m_ngramModel.classCount() != groupCount)
        return Error{ErrorKind::Corrupt, QStringLiteral("the router's model is damaged")};
    return model;
}

} // namespace Helmdesk
