#pragma once

#include "core/RunControl.h"
#include "encoder/SentenceEncoder.h"
#include "knowledge/KnowledgeIndex.h"

#include <memory>
#include <optional>

namespace Helmdesk
{

struct RetrievedPassage {
    Passage passage;
    // The opening of the article, where it fits the question nearly as well: a section often answers a
    // special case of what the opening says.
    std::optional<Passage> lead;
    // The passage after it: the steps, where this one only says what they are for.
    std::optional<Passage> next;
    // The numbered steps of the article that fit the question best, where this passage and the next have
    // none.
    std::optional<Passage> steps;
    QString title;
    Category category = Category::General;
    QString url;
    QString updated;
    double score = 0.0;        // fused; comparable within one search only
    double lexicalScore = 0.0; // bm25 of the passage
    double vectorScore = 0.0;  // cosine of the question with the passage
};

// What speaks for the first result answering the question; each 0 to 1 or so. A "match" of a word of the
// question is the largest cosine of its token vector with one of the tokens compared; means over the question
// give rare words more weight.
struct SupportSignals {
    double cosine = 0.0;   // question and best passage
    double late = 0.0;     // mean match with the tokens of the first document
    double anywhere = 0.0; // mean match with the tokens of any of the best documents
    double coverage = 0.0; // share of the question's words, by idf, that stand in the first document
    double known = 0.0;    // share of the question's words, by idf, that stand in the knowledge base at all
    double lead = 0.0;     // how far the first document is ahead of the fifth
    bool hasUnknownCode = false; // the question names a code or number that stands nowhere
};

struct Retrieval {
    std::vector<RetrievedPassage> passages; // best first, each of another document
    double supportScore = 0.0;              // how likely the first one answers the question, 0 to 1
    SupportSignals evidence;

    // What it separates, on the questions it was fitted on and on others, is in docs/retrieval.md.
    static constexpr double supportThreshold = 0.5;
    bool isSupported() const { return !passages.empty() && supportScore >= supportThreshold; }
};

// Weights of the fused score: sums of cosines and bm25. Chosen for the mean over seven sets of questions
// (docs/retrieval.md), not for one of them.
struct RetrievalWeights {
    float document = 1.0F;   // cosine with the direction of the whole document
    float passage = 0.4F;    // cosine with its best passage
    float lexical = 0.008F;  // bm25 of its best passage
    float codeFactor = 3.0F; // what codes and numbers of the question give counts so many times in bm25
    float crowding = 0.9F;   // taken off: IndexedDocument::crowding
    float late = 1.0F;       // late interaction, for the best `lateDepth` documents
    float length = 0.035F;   // taken off: times the logarithm of the document's tokens, see lateAdvantage
    float rareWords = 0.5F;  // share of the question's direction in which rare words weigh more
    float phrase = 0.2F;     // a quoted phrase stands in the document
    float category = 0.05F;  // the document is of the category asked for
};

// Finds the passages that answer a question: cosines of the sentence encoder with every passage, bm25 of its
// words, and late interaction on the best documents. The ranking of each leg is exact: everything is scanned,
// and what the scan cannot tell apart is scored again to 16 bits. Thread: any. Ownership: encoder and index
// must outlive the object. Failure: Cancelled, Timeout.
class Retriever
{
public:
    static constexpr std::size_t lateDepth = 50;

    Retriever(const SentenceEncoder &encoder, std::shared_ptr<const KnowledgeIndex> index,
              RetrievalWeights weights = {});

    // `category` raises its documents a little and hides none. An empty question finds nothing.
    Result<Retrieval> search(const QString &question, std::optional<Category> category = {}, int topK = 5,
                             const RunControl &control = {}) const;

    // The same with the question encoded already: `encoded` is the encoder's of `question`. `language` (ISO
    // 639-1) is the question's where it is known for sure: of an article in several languages only that
    // version counts, else the English one, else the first; one in another language alone does not.
    Result<Retrieval> search(const QString &question, const TokenVectors &encoded,
                             std::optional<Category> category, int topK, const RunControl &control,
                             const QString &language = {}) const;

    // A question made ready, with what was found out about it; several searches for it, by another category
    // or depth, cost little more than one. For this retriever's index only. Thread: any.
    struct Question;
    std::shared_ptr<const Question> prepare(const QString &text, const TokenVectors &encoded) const;
    Result<Retrieval> search(const Question &question, std::optional<Category> category, int topK,
                             const RunControl &control, const QString &language = {}) const;

    const KnowledgeIndex &index() const { return *m_index; }

private:
    struct Candidate;

    std::vector<float> directionOf(const TokenVectors &encoded) const;
    std::vector<Candidate> firstStage(const Question &question, std::optional<Category> category,
                                      std::size_t depth, const QString &language) const;
    std::vector<Candidate> scanned(const Question &question, std::optional<Category> category) const;
    void scan(const Question &question, std::optional<Category> category, std::size_t from,
              std::span<Candidate> out) const;
    float sumOf(float whole, float best, float lexical, std::optional<Category> category,
                const IndexedDocument &document) const;
    void keepExactly(const Question &question, std::optional<Category> category, float bound,
                     std::size_t depth, std::vector<Candidate> &candidates) const;
    void rescoreExactly(const Question &question, std::optional<Category> category,
                        Candidate &candidate) const;
    // Also raises each token's entry of `anywhere` to its best match in the candidate.
    void addLateInteraction(const Question &question, Candidate &candidate, std::span<float> anywhere) const;
    // What a document gains in late interaction by its length alone: the largest of more cosines is larger.
    float lateAdvantage(const IndexedDocument &document) const;
    float lateOf(const Question &question, std::size_t from, std::size_t to) const;
    RetrievedPassage bestPassage(const Question &question, const Candidate &candidate) const;
    SupportSignals signalsOf(const Question &question, const std::vector<Candidate> &candidates,
                             std::span<const float> anywhere) const;

    const SentenceEncoder &m_encoder;
    std::shared_ptr<const KnowledgeIndex> m_index;
    RetrievalWeights m_weights;
};

} // namespace Helmdesk
