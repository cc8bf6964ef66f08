#include "knowledge/LexicalIndex.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Helmdesk
{

namespace
{

constexpr double k1 = 1.2;
constexpr double b = 0.75;

} // namespace

std::uint32_t LexicalIndex::idOf(const std::string &text)
{
    const auto [found, isNew] = m_ids.try_emplace(text, static_cast<std::uint32_t>(m_terms.size()));
    if (isNew)
        m_terms.emplace_back();
    return found->second;
}

void LexicalIndex::add(const std::vector<LexicalTerm> &terms)
{
    const auto item = static_cast<std::uint32_t>(m_lengths.size());
    for (const LexicalTerm &term : terms) {
        std::vector<Posting> &postings = m_terms[idOf(term.text)];
        // Until finish() the score holds how often the term occurs.
        if (!postings.empty() && postings.back().item == item)
            postings.back().score += 1.0F;
        else
            postings.push_back({item, 1.0F});
    }
    m_lengths.push_back(static_cast<float>(terms.size()));
}

double LexicalIndex::idf(std::size_t items) const
{
    const auto total = static_cast<double>(m_lengths.size());
    const auto having = static_cast<double>(items);
    return std::log(1.0 + (total - having + 0.5) / (having + 0.5));
}

void LexicalIndex::finish()
{
    const double sum = std::accumulate(m_lengths.begin(), m_lengths.end(), 0.0);
    const double mean = m_lengths.empty() ? 1.0 : std::max(1.0, sum / static_cast<double>(m_lengths.size()));
    for (std::vector<Posting> &postings : m_terms) {
        postings.shrink_to_fit();
        const double weight = idf(postings.size());
        for (Posting &posting : postings) {
            const double count = static_cast<double>(posting.score);
            const double length = static_cast<double>(m_lengths[posting.item]) / mean;
            posting.score =
                static_cast<float>(weight * count * (k1 + 1.0) / (count + k1 * (1.0 - b + b * length)));
        }
    }
}

LexicalIndex::Query LexicalIndex::query(QStringView text) const
{
    Query query;
    std::vector<LexicalTerm> terms = lexicalTerms(text);
    std::ranges::sort(terms, {}, &LexicalTerm::text);
    const auto repeated = std::ranges::unique(terms, {}, &LexicalTerm::text);
    terms.erase(repeated.begin(), repeated.end());
    for (const LexicalTerm &term : terms) {
        const auto found = m_ids.find(term.text);
        const double weight = idf(found == m_ids.end() ? 0 : m_terms[found->second].size());
        query.totalIdf += weight;
        query.codeIdf += term.isCode ? weight : 0.0;
        if (found == m_ids.end()) {
            query.hasUnknownCode = query.hasUnknownCode || term.isCode;
            continue;
        }
        query.knownIdf += weight;
        query.terms.push_back({found->second, weight, term.isCode});
    }
    return query;
}

void LexicalIndex::score(const Query &query, float codeFactor, std::span<float> scores) const
{
    for (const Query::Term &term : query.terms) {
        const float factor = term.isCode ? codeFactor : 1.0F;
        for (const Posting &posting : m_terms[term.id])
            scores[posting.item] += factor * posting.score;
    }
}

double LexicalIndex::coveredIdf(const Query &query, std::span<const std::uint32_t> items) const
{
    double covered = 0.0;
    for (const Query::Term &term : query.terms) {
        const std::vector<Posting> &postings = m_terms[term.id];
        const bool stands = std::ranges::any_of(items, [&](std::uint32_t item) {
            return std::ranges::binary_search(postings, item, {}, &Posting::item);
        });
        covered += stands ? term.idf : 0.0;
    }
    return covered;
}

} // namespace Helmdesk
