#pragma once

#include "knowledge/LexicalText.h"

#include <cstdint>
#include <span>
#include <unordered_map>

namespace Helmdesk
{

// An inverted index in memory with Okapi BM25 (Robertson and Zaragoza 2009; k1 1.2, b 0.75; the idf with +1
// inside the logarithm, so that it is never negative). Scores are precomputed for each posting, since neither
// k1, b nor the texts change after finish(). Thread: build from one thread; const members from any. Failure:
// none.
class LexicalIndex
{
public:
    struct Query {
        struct Term {
            std::uint32_t id; // of a known term
            double idf;
            bool isCode;
        };
        std::vector<Term> terms; // each known term once
        double totalIdf = 0.0;   // of all terms, unknown ones too
        double codeIdf = 0.0;    // the part of it that codes and numbers have
        double knownIdf = 0.0;   // the part of it that terms of the index have
        bool hasUnknownCode = false;
    };

    // Adds the text of the next item (0, 1, 2, …).
    void add(const std::vector<LexicalTerm> &terms);
    void finish();

    std::size_t size() const { return m_lengths.size(); }
    std::size_t termCount() const { return m_terms.size(); }

    Query query(QStringView text) const;

    // Adds the bm25 score of every item to `scores` (size() numbers); what codes and numbers give counts
    // `codeFactor` times.
    void score(const Query &query, float codeFactor, std::span<float> scores) const;

    // The idf of the query's terms that stand in at least one of the items (ascending).
    double coveredIdf(const Query &query, std::span<const std::uint32_t> items) const;

private:
    struct Posting {
        std::uint32_t item;
        float score;
    };

    std::uint32_t idOf(const std::string &text);
    double idf(std::size_t items) const;

    std::unordered_map<std::string, std::uint32_t> m_ids;
    std::vector<std::vector<Posting>> m_terms; // by term id, items ascending
    std::vector<float> m_lengths;              // in terms
};

} // namespace Helmdesk
