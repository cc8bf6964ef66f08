#include "understanding/ReadingModel.h"

#include "core/ResourcePaths.h"
#include "understanding/WordFeatures.h"

#include <algorithm>
#include <cmath>

namespace Helmdesk
{
namespace
{

constexpr quint32 magic = 0x48445244; // "HDRD"
constexpr quint32 newestVersion = 3;
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
    LinearModelWriter out(magic, newestVersion);
    out.head() << m_acts << static_cast<qint32>(m_heads.size());
    for (const Head &head : m_heads) {
        out.head() << head.temperature;
        out.add(head.model);
    }
    m_second.save(out);
    return out.bytes();
}

Result<ReadingModel> ReadingModel::open(const QString &path)
{
    const Error corrupt{ErrorKind::Corrupt, QStringLiteral("the reading model %1 is damaged").arg(path)};
    auto opened = LinearModelReader::open(path, magic, newestVersion);
    if (!opened)
        return std::move(opened).error();
    QDataStream &in = opened->head();
    qint32 heads = 0;
    ReadingModel model;
    in >> model.m_acts >> heads;
    if (in.status() != QDataStream::Ok || heads != model.m_acts.size() || heads > mostActs)
        return corrupt;
    for (qint32 i = 0; i < heads; ++i) {
        Head head;
        in >> head.temperature;
        head.model = opened->next();
        if (in.status() != QDataStream::Ok || head.model.classCount() != moodCount ||
            head.model.featureCount() != WordFeatures::featureCount || !(head.temperature > 0.0))
            return corrupt;
        model.m_heads.push_back(std::move(head));
    }
    model.m_second = SecondReader::restore(*opened);
    if (in.status() != QDataStream::Ok)
        return corrupt;
    return model;
}

Result<ReadingModel> loadBuiltReadingModel()
{
    return ReadingModel::open(resourceFile(QStringLiteral("reading/reading.model")));
}

} // namespace Helmdesk
