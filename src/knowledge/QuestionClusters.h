#pragma once

#include "core/RunControl.h"

#include <cstdint>
#include <QStringList>
#include <span>
#include <vector>

namespace Helmdesk
{

// Vectors of unit length times 127, `vectorWidth` bytes each, one after the other.
using ByteVectors = std::vector<std::int8_t>;
void appendBytes(ByteVectors &vectors, std::span<const float> vector);
// Cosine of two of them.
double byteCosine(std::span<const std::int8_t> a, std::span<const std::int8_t> b);

struct ClusterLimits {
    double leastCosine = 0.6;         // of a member with the middle of its cluster
    std::size_t leastMembers = 3;     // smaller ones are none
    std::size_t mostClusters = 1'024; // middles that are tried
};

struct QuestionCluster {
    std::vector<std::size_t> members; // places in the vectors; the nearest to the middle first
    double tightness = 0.0;           // mean cosine of the members with the middle
};

// Texts that say the same, by their vectors; the largest cluster first. What is near no middle is in none.
// Leaders found in one pass over at most 20,000 vectors spread over all of them, then middles moved three
// times with each vector going to the nearest. Time: vectors times clusters, on all cores. The same result
// whatever the number of cores. Failure: Cancelled. Thread: any.
Result<std::vector<QuestionCluster>> clusterVectors(const ByteVectors &vectors, const ClusterLimits &limits,
                                                    const RunControl &control = {});

// For each cluster the words that its texts have much more often than the others', the commonest first, as
// they are mostly written; function words are none. `texts` belong to the vectors.
std::vector<QStringList> clusterWords(const std::vector<QuestionCluster> &clusters, const QStringList &texts,
                                      int most = 4);

} // namespace Helmdesk
