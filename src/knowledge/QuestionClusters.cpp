#include "knowledge/QuestionClusters.h"

#include "knowledge/LexicalText.h"
#include "knowledge/VectorBlob.h"
#include "knowledge/VectorScan.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <thread>

namespace Helmdesk
{
namespace
{

constexpr std::size_t mostSampled = 20'000;
constexpr int rounds = 3;
constexpr int none = -1;
// A vector of bytes as a query of 14 bits: times 64.
constexpr int queryFactor = 64;
constexpr double unit = 127.0 * 127.0 * queryFactor;

std::span<const std::int8_t> rowOf(const ByteVectors &vectors, std::size_t row)
{
    return std::span(vectors).subspan(row * vectorWidth, vectorWidth);
}

struct Nearest {
    int middle = none;
    float cosine = 0.0F;
};

std::vector<float> unitOf(std::vector<float> sum)
{
    double length = 0.0;
    for (const float value : sum)
        length += static_cast<double>(value) * static_cast<double>(value);
    const auto scale = static_cast<float>(length > 0.0 ? 1.0 / std::sqrt(length) : 0.0);
    for (float &value : sum)
        value *= scale;
    return sum;
}

class Middles
{
public:
    std::size_t size() const { return m_rows.size() / vectorWidth; }
    void add(std::span<const std::int8_t> row) { m_rows.insert(m_rows.end(), row.begin(), row.end()); }

    Nearest nearest(std::span<const std::int8_t> row, std::vector<std::int32_t> &sums) const
    {
        std::int16_t query[vectorWidth];
        for (std::size_t i = 0; i < vectorWidth; ++i)
            query[i] = static_cast<std::int16_t>(row[i] * queryFactor);
        sums.resize(size());
        if (sums.empty())
            return {};
        VectorScan::dotRows(m_rows.data(), size(), vectorWidth, query, sums.data());
        const auto best = std::ranges::max_element(sums);
        return {static_cast<int>(std::distance(sums.begin(), best)), static_cast<float>(*best / unit)};
    }

    // The middles of what was given to each. Those at least so near to a larger one are one with it; those of
    // fewer than `least` are gone.
    void move(const ByteVectors &vectors, const std::vector<Nearest> &given, std::size_t least,
              double sameMiddle)
    {
        std::vector<std::vector<float>> sums(size(), std::vector<float>(vectorWidth, 0.0F));
        std::vector<std::size_t> counts(size(), 0);
        for (std::size_t i = 0; i < given.size(); ++i) {
            if (given[i].middle == none)
                continue;
            const auto middle = static_cast<std::size_t>(given[i].middle);
            ++counts[middle];
            const auto row = rowOf(vectors, i);
            for (std::size_t d = 0; d < vectorWidth; ++d)
                sums[middle][d] += row[d];
        }
        std::vector<std::size_t> order;
        for (std::size_t m = 0; m < sums.size(); ++m) {
            if (counts[m] > 0)
                order.push_back(m);
        }
        std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
        Middles kept;
        std::vector<std::size_t> places; // of the kept middles in `sums`
        std::vector<std::int32_t> scratch;
        for (const std::size_t m : order) {
            ByteVectors row;
            appendBytes(row, unitOf(sums[m]));
            const Nearest nearest = kept.nearest(row, scratch);
            if (nearest.middle == none || nearest.cosine < sameMiddle) {
                kept.add(row);
                places.push_back(m);
                continue;
            }
            const std::size_t into = places[static_cast<std::size_t>(nearest.middle)];
            counts[into] += counts[m];
            for (std::size_t d = 0; d < vectorWidth; ++d)
                sums[into][d] += sums[m][d];
        }
        m_rows.clear();
        for (const std::size_t m : places) {
            if (counts[m] >= least)
                appendBytes(m_rows, unitOf(sums[m]));
        }
    }

private:
    ByteVectors m_rows;
};

Middles leadersOf(const ByteVectors &vectors, std::size_t count, const ClusterLimits &limits)
{
    Middles leaders;
    std::vector<std::int32_t> sums;
    const std::size_t step = std::max<std::size_t>(1, count / mostSampled);
    for (std::size_t i = 0; i < count; i += step) {
        const auto row = rowOf(vectors, i);
        const Nearest nearest = leaders.nearest(row, sums);
        if (nearest.cosine < limits.leastCosine && leaders.size() < limits.mostClusters)
            leaders.add(row);
    }
    return leaders;
}

std::vector<Nearest> assigned(const ByteVectors &vectors, std::size_t count, const Middles &middles,
                              double leastCosine)
{
    std::vector<Nearest> nearest(count);
    const auto work = [&](std::size_t from, std::size_t to) {
        std::vector<std::int32_t> sums;
        for (std::size_t i = from; i < to; ++i) {
            nearest[i] = middles.nearest(rowOf(vectors, i), sums);
            if (nearest[i].cosine < leastCosine)
                nearest[i].middle = none;
        }
    };
    const std::size_t threads = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 16);
    const std::size_t share = count / threads + 1;
    std::vector<std::future<void>> others;
    for (std::size_t from = share; from < count; from += share)
        others.push_back(std::async(std::launch::async, work, from, std::min(count, from + share)));
    work(0, std::min(count, share));
    for (auto &other : others)
        other.get();
    return nearest;
}

// Words as they are written, by their folded, stemmed form.
QHash<QString, QString> termsOf(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}'-]+"));
    QHash<QString, QString> terms;
    for (const QString &word : text.split(between, Qt::SkipEmptyParts)) {
        if (word.size() < 3 || word.size() > 30)
            continue;
        const std::vector<LexicalTerm> found = lexicalTerms(word);
        if (found.size() == 1 && !found.front().isCode)
            terms.insert(QString::fromStdString(found.front().text), word.toLower());
    }
    return terms;
}

} // namespace

void appendBytes(ByteVectors &vectors, std::span<const float> vector)
{
    for (std::size_t i = 0; i < vectorWidth; ++i) {
        const float value = i < vector.size() ? vector[i] : 0.0F;
        vectors.push_back(static_cast<std::int8_t>(std::lround(std::clamp(value, -1.0F, 1.0F) * 127.0F)));
    }
}

double byteCosine(std::span<const std::int8_t> a, std::span<const std::int8_t> b)
{
    if (a.size() != b.size() || a.empty())
        return 0.0;
    std::int64_t product = 0;
    std::int64_t left = 0;
    std::int64_t right = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        product += a[i] * b[i];
        left += a[i] * a[i];
        right += b[i] * b[i];
    }
    const double length = std::sqrt(static_cast<double>(left) * static_cast<double>(right));
    return length > 0.0 ? static_cast<double>(product) / length : 0.0;
}

Result<std::vector<QuestionCluster>> clusterVectors(const ByteVectors &vectors, const ClusterLimits &limits,
                                                    const RunControl &control)
{
    const std::size_t count = vectors.size() / vectorWidth;
    Middles middles = leadersOf(vectors, count, limits);
    std::vector<Nearest> nearest;
    for (int round = 0; round < rounds; ++round) {
        if (auto checked = control.check(); !checked)
            return checked.error();
        nearest = assigned(vectors, count, middles, limits.leastCosine);
        middles.move(vectors, nearest, round == 0 ? 1 : limits.leastMembers,
                     (1.0 + limits.leastCosine) / 2.0);
    }
    nearest = assigned(vectors, count, middles, limits.leastCosine);
    std::vector<QuestionCluster> clusters(middles.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (nearest[i].middle == none)
            continue;
        QuestionCluster &cluster = clusters[static_cast<std::size_t>(nearest[i].middle)];
        cluster.members.push_back(i);
        cluster.tightness += static_cast<double>(nearest[i].cosine);
    }
    std::erase_if(clusters, [&](const QuestionCluster &cluster) {
        return cluster.members.size() < std::max<std::size_t>(1, limits.leastMembers);
    });
    for (QuestionCluster &cluster : clusters) {
        cluster.tightness /= static_cast<double>(cluster.members.size());
        std::ranges::stable_sort(cluster.members, [&](std::size_t a, std::size_t b) {
            return nearest[a].cosine > nearest[b].cosine;
        });
    }
    std::ranges::stable_sort(clusters, [](const QuestionCluster &a, const QuestionCluster &b) {
        return a.members.size() > b.members.size();
    });
    return clusters;
}

std::vector<QStringList> clusterWords(const std::vector<QuestionCluster> &clusters, const QStringList &texts,
                                      int most)
{
    QHash<QString, int> overall; // texts that have the term
    std::vector<QHash<QString, QString>> terms(static_cast<std::size_t>(texts.size()));
    for (std::size_t i = 0; i < terms.size(); ++i) {
        terms[i] = termsOf(texts[static_cast<qsizetype>(i)]);
        for (const QString &term : terms[i].keys())
            ++overall[term];
    }
    std::vector<QStringList> names;
    for (const QuestionCluster &cluster : clusters) {
        QHash<QString, int> inside;
        QHash<QString, QHash<QString, int>> written;
        for (const std::size_t member : cluster.members) {
            for (const auto &[term, word] : terms[member].asKeyValueRange()) {
                ++inside[term];
                ++written[term][word];
            }
        }
        std::vector<std::pair<double, QString>> ranked;
        for (const auto &[term, count] : inside.asKeyValueRange()) {
            const double share = static_cast<double>(count) / static_cast<double>(cluster.members.size());
            const double elsewhere = static_cast<double>(overall[term] - count) /
                                     std::max(1.0, static_cast<double>(texts.size()) -
                                                       static_cast<double>(cluster.members.size()));
            if (share > 0.2 && share > 1.5 * elsewhere)
                ranked.emplace_back(share - elsewhere, term);
        }
        std::ranges::sort(ranked, [](const auto &a, const auto &b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
        QStringList words;
        for (const auto &[score, term] : ranked) {
            if (words.size() >= most)
                break;
            const auto &forms = written[term];
            QString best;
            for (const auto &[word, count] : forms.asKeyValueRange()) {
                if (best.isEmpty() || count > forms[best] || (count == forms[best] && word < best))
                    best = word;
            }
            words << best;
        }
        names.push_back(words);
    }
    return names;
}

} // namespace Helmdesk
