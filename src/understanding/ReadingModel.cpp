#include "understanding/ReadingModel.h"

#include "core/ResourcePaths.h"
#include "understanding/WordFeatures.h"

#include <algorithm>
#include <cmath>
#include <QDataStream>

namespace Helmdesk
{
namespace
{

constexpr quint32 magic = 0x48445244; // "HDRD"
constexpr qint32 newestVersion = 2;
constexpr qint32 mostActs = 1000;

} // namespace

Mood MoodProbabilities::likeliest() const
{
    return allMoods[static_cast<size_t>(std::ranges::max_element(values) - values.begin())];
}

std::vector<double> ReadingModel::logitsOf(const Head &head, const std::vector<SparseFeature> &row)
{
    // The log-odds of "this mood against the rest" as logarithms of probabilities.
    std::vector<double> logits;
    for (const float score : head.model.scores(row))
        logits.push_back(-std::log1p(std::exp(-static_cast<double>(score))));
    return logits;
}

MoodProbabilities ReadingModel::moodsFrom(const std::vector<double> &logits, double temperature)
{
    const double top = *std::ranges::max_element(logits);
    MoodProbabilities moods;
    double sum = 0.0;
    for (size_t i = 0; i < logits.size(); ++i)
        sum += moods.values[i] = std::exp((logits[i] - top) / temperature);
    for (double &value : moods.values)
        value /= sum;
    return moods;
}

std::vector<MoodProbabilities> ReadingModel::moodsOf(QStringView text, const TokenVectors &tokens) const
{
    const std::vector<SparseFeature> row = WordFeatures::extract(text, tokens);
    std::vector<MoodProbabilities> out;
    out.reserve(m_heads.size());
    for (const Head &head : m_heads)
        out.push_back(moodsFrom(logitsOf(head, row), head.temperature));
    return out;
}

QByteArray ReadingModel::save() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << magic << newestVersion << m_acts << static_cast<qint32>(m_heads.size());
    for (const Head &head : m_heads)
        out << head.temperature << head.model;
    out << m_second;
    return qCompress(bytes);
}

Result<ReadingModel> ReadingModel::restore(const QByteArray &packed)
{
    const Error corrupt{ErrorKind::Corrupt, QStringLiteral("the reading model is damaged")};
    const QByteArray bytes = qUncompress(packed);
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 mark = 0;
    qint32 version = 0;
    qint32 heads = 0;
    ReadingModel model;
    in >> mark >> version;
    if (mark != magic)
        return corrupt;
    if (version > newestVersion)
        return Error{ErrorKind::TooNew, QStringLiteral("the reading model is of a later program")};
    if (version < newestVersion) // one without a second reader could never act at once
        return corrupt;
    in >> model.m_acts >> heads;
    if (in.status() != QDataStream::Ok || heads != model.m_acts.size() || heads > mostActs)
        return corrupt;
    for (qint32 i = 0; i < heads; ++i) {
        Head head;
        in >> head.temperature >> head.model;
        if (in.status() != QDataStream::Ok || head.model.classCount() != moodCount ||
            head.model.featureCount() != WordFeatures::featureCount || !(head.temperature > 0.0))
            return corrupt;
        model.m_heads.push_back(std::move(head));
    }
    in >> model.m_second;
    if (in.status() != QDataStream::Ok)
        return corrupt;
    return model;
}

Result<ReadingModel> loadBuiltReadingModel()
{
    auto bytes = readResource(QStringLiteral("reading/reading.model"));
    if (!bytes)
        return bytes.error();
    return ReadingModel::restore(*bytes);
}

} // namespace Helmdesk
