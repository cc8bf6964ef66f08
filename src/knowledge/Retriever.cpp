#include "knowledge/Retriever.h"

#include "core/ListText.h"
#include "knowledge/Chunker.h"
#include "knowledge/Support.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numeric>
#include <thread>
#include <unordered_map>

namespace Helmdesk
{

namespace
{

constexpr float closeSteps = 0.7F; // share of the best passage's score from which steps belong to it
constexpr float closeLead =
    0.8F; // share of the best passage's score from which the article's opening belongs to it

} // namespace

struct Retriever::Question {
    std::vector<std::int16_t> vector;
    LexicalIndex::Query lexical;
    std::vector<float> lexicalScores; // a passage
    std::vector<std::int16_t> tokens; // projected
    std::vector<float> tokenWeights;  // sum 1
    std::vector<QString> phrases;
    float errorBound = 0.0F;
    bool isEmpty = false;

    // The best match of each token with the document, found once.
    std::vector<float> bestOf(const KnowledgeIndex &index, std::uint32_t document) const;

private:
    mutable std::mutex m_mutex;
    mutable std::unordered_map<std::uint32_t, std::vector<float>> m_best; // a document; guarded by m_mutex
};

struct Retriever::Candidate {
    std::uint32_t document = 0;
    float score = 0.0F;
    float late = 0.0F;
};

std::vector<float> Retriever::Question::bestOf(const KnowledgeIndex &index, std::uint32_t document) const
{
    {
        const std::lock_guard guard(m_mutex);
        if (const auto it = m_best.find(document); it != m_best.end())
            return it->second;
    }
    const IndexedDocument &whole = index.documents()[document];
    std::vector<float> best(tokenWeights.size(), 0.0F);
    index.vectors().lateInteraction(tokens, whole.firstPassage, whole.firstPassage + whole.passageCount,
                                    best);
    const std::lock_guard guard(m_mutex);
    return m_best.insert_or_assign(document, std::move(best)).first->second;
}

Retriever::Retriever(const SentenceEncoder &encoder, std::shared_ptr<const KnowledgeIndex> index,
                     RetrievalWeights weights)
    : m_encoder(encoder)
    , m_index(std::move(index))
    , m_weights(weights)
{
}

Result<Retrieval> Retriever::search(const QString &question, std::optional<Category> category, int topK,
                                    const RunControl &control) const
{
    return search(question, m_encoder.encodeTokens(question), category, topK, control);
}

Result<Retrieval> Retriever::search(const QString &question, const TokenVectors &encoded,
                                    std::optional<Category> category, int topK, const RunControl &control,
                                    const QString &language) const
{
    return search(*prepare(question, encoded), category, topK, control, language);
}

Result<Retrieval> Retriever::search(const Question &question, std::optional<Category> category, int topK,
                                    const RunControl &control, const QString &language) const
{
    if (const Result<> running = control.check(); !running)
        return running.error();
    Retrieval retrieval;
    if (question.isEmpty || topK <= 0 || m_index->documents().empty())
        return retrieval;
    const auto wanted = static_cast<std::size_t>(topK);
    std::vector<Candidate> candidates = firstStage(question, category, std::max(wanted, lateDepth), language);
    if (candidates.empty())
        return retrieval;
    std::vector<float> anywhere(question.tokenWeights.size(), 0.0F);
    for (Candidate &candidate : candidates)
        addLateInteraction(question, candidate, anywhere);
    std::ranges::stable_sort(candidates, std::ranges::greater(), &Candidate::score);
    retrieval.evidence = signalsOf(question, candidates, anywhere);
    retrieval.supportScore = supportScore(retrieval.evidence);
    for (std::size_t i = 0; i < std::min(wanted, candidates.size()); ++i)
        retrieval.passages.push_back(bestPassage(question, candidates[i]));
    return retrieval;
}

// The question's vector, and mixed into it the mean of its tokens weighted by how rare they are among the
// articles: what an article is about stands out against words that are everywhere.
std::vector<float> Retriever::directionOf(const TokenVectors &encoded) const
{
    std::vector<float> direction(encoded.mean.begin(), encoded.mean.end());
    if (m_weights.rareWords <= 0.0F || encoded.tokens.size() <= 2)
        return direction;
    std::vector<float> rare(direction.size(), 0.0F);
    for (std::size_t t = 1; t + 1 < encoded.tokens.size(); ++t) {
        const float weight = m_index->tokenIdf(encoded.tokens[t]);
        const std::span<const float> row = encoded.row(t);
        for (std::size_t d = 0; d < rare.size(); ++d)
            rare[d] += weight * row[d];
    }
    const auto scale = [](std::vector<float> &vector, float length) {
        const float squares = std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0F);
        const float factor = squares > 0.0F ? length / std::sqrt(squares) : 0.0F;
        for (float &value : vector)
            value *= factor;
    };
    scale(rare, m_weights.rareWords);
    for (std::size_t d = 0; d < direction.size(); ++d)
        direction[d] = (1.0F - m_weights.rareWords) * direction[d] + rare[d];
    scale(direction, 1.0F);
    return direction;
}

std::shared_ptr<const Retriever::Question> Retriever::prepare(const QString &text,
                                                              const TokenVectors &encoded) const
{
    auto made = std::make_shared<Question>();
    Question &question = *made;
    question.isEmpty = text.trimmed().isEmpty();
    if (question.isEmpty || m_index->documents().empty())
        return made;
    question.vector = queryIntegers(directionOf(encoded));
    question.errorBound = m_index->vectors().errorBound(question.vector);
    question.phrases = quotedPhrases(text);
    question.lexical = m_index->lexical().query(text);
    question.lexicalScores.resize(m_index->passages().size(), 0.0F);
    m_index->lexical().score(question.lexical, m_weights.codeFactor, question.lexicalScores);

    if (!m_index->hasTokens() || !m_index->projection())
        return made;
    constexpr std::size_t width = TokenProjection::outputs;
    const std::size_t inner = encoded.tokens.size() > 2 ? encoded.tokens.size() - 2 : 0;
    std::vector<std::int8_t> row(width);
    float sum = 0.0F;
    for (std::size_t t = 1; t <= inner; ++t) {
        m_index->projection()->project(encoded.row(t), row);
        question.tokens.insert(question.tokens.end(), row.begin(), row.end());
        question.tokenWeights.push_back(m_index->tokenIdf(encoded.tokens[t]));
        sum += question.tokenWeights.back();
    }
    for (float &weight : question.tokenWeights)
        weight /= sum;
    return made;
}

// The documents from `from` on, as many as `out` has room for, scored from the bytes.
void Retriever::scan(const Question &question, std::optional<Category> category, std::size_t from,
                     std::span<Candidate> out) const
{
    constexpr std::size_t blockSize = 64; // documents whose cosines stay in the cache
    std::vector<float> cosines;
    for (std::size_t start = 0; start < out.size(); start += blockSize) {
        const std::span<const IndexedDocument> block = std::span(m_index->documents())
                                                           .subspan(from + start)
                                                           .first(std::min(blockSize, out.size() - start));
        const std::size_t first = block.front().firstPassage;
        cosines.resize(block.back().firstPassage + block.back().passageCount - first);
        m_index->vectors().scan(question.vector, first, first + cosines.size(), cosines);
        for (std::size_t i = 0; i < block.size(); ++i) {
            const IndexedDocument &document = block[i];
            float whole = 0.0F;
            float best = -1.0F;
            float lexical = 0.0F;
            for (std::size_t p = document.firstPassage; p < document.firstPassage + document.passageCount;
                 ++p) {
                const float cosine = cosines[p - first];
                whole += m_index->share(p) * cosine;
                best = std::max(best, cosine);
                lexical = std::max(lexical, question.lexicalScores[p]);
            }
            out[start + i] = {static_cast<std::uint32_t>(from + start + i),
                              sumOf(whole, best, lexical, category, document)};
        }
    }
}

// The first stage's score of a document.
float Retriever::sumOf(float whole, float best, float lexical, std::optional<Category> category,
                       const IndexedDocument &document) const
{
    return m_weights.document * whole + m_weights.passage * best + m_weights.lexical * lexical -
           m_weights.crowding * document.crowding +
           (category == document.category ? m_weights.category : 0.0F);
}

// Every document scored from the bytes, on all cores when there are many.
std::vector<Retriever::Candidate> Retriever::scanned(const Question &question,
                                                     std::optional<Category> category) const
{
    std::vector<Candidate> candidates(m_index->documents().size());
    // Below that a second thread costs more than it saves.
    constexpr std::size_t passagesOfThread = 16384;
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t parts = std::clamp<std::size_t>(m_index->passages().size() / passagesOfThread, 1,
                                                      std::min(cores, candidates.size()));
    const auto scanPart = [&](std::size_t part) {
        const std::size_t from = part * candidates.size() / parts;
        const std::size_t to = (part + 1) * candidates.size() / parts;
        scan(question, category, from, std::span(candidates).subspan(from, to - from));
    };
    std::vector<std::thread> helpers;
    for (std::size_t part = 1; part < parts; ++part)
        helpers.emplace_back(scanPart, part);
    scanPart(0);
    for (std::thread &helper : helpers)
        helper.join();
    return candidates;
}

std::vector<Retriever::Candidate> Retriever::firstStage(const Question &question,
                                                        std::optional<Category> category, std::size_t depth,
                                                        const QString &language) const
{
    std::vector<Candidate> candidates = scanned(question, category);
    if (m_index->hasLocales()) {
        const std::vector<bool> readable = m_index->readableIn(language);
        std::erase_if(candidates, [&](const Candidate &candidate) { return !readable[candidate.document]; });
        if (candidates.empty())
            return candidates;
    }
    depth = std::min(depth, candidates.size());
    const auto last = candidates.begin() + static_cast<std::ptrdiff_t>(depth) - 1;
    std::ranges::nth_element(candidates, last, std::ranges::greater(), &Candidate::score);
    // Whatever could still be among the first `depth` after exact scoring stays.
    const float bound =
        question.errorBound * (m_weights.document * m_index->largestShareSum() + m_weights.passage);
    const float lowest = last->score - 2.0F * bound;
    const auto end = std::partition(last + 1, candidates.end(), [lowest](const Candidate &candidate) {
        return candidate.score >= lowest;
    });
    candidates.erase(end, candidates.end());
    keepExactly(question, category, bound, depth, candidates);
    return candidates;
}

// Scores the candidates to 16 bits, the likeliest first, until none of the rest can reach the first `depth`
// any more; keeps those, best first. `bound`: how far a score of the scan may be off.
void Retriever::keepExactly(const Question &question, std::optional<Category> category, float bound,
                            std::size_t depth, std::vector<Candidate> &candidates) const
{
    std::ranges::sort(candidates, std::ranges::greater(), &Candidate::score);
    std::vector<float> best; // a heap of the `depth` best exact scores, the least in front
    std::size_t scored = 0;
    for (Candidate &candidate : candidates) {
        if (best.size() == depth && candidate.score + bound < best.front())
            break;
        rescoreExactly(question, category, candidate);
        ++scored;
        best.push_back(candidate.score);
        std::ranges::push_heap(best, std::ranges::greater());
        if (best.size() > depth) {
            std::ranges::pop_heap(best, std::ranges::greater());
            best.pop_back();
        }
    }
    candidates.resize(scored);
    std::ranges::sort(candidates, [](const Candidate &a, const Candidate &b) {
        return a.score != b.score ? a.score > b.score : a.document < b.document;
    });
    candidates.resize(depth);
}

void Retriever::rescoreExactly(const Question &question, std::optional<Category> category,
                               Candidate &candidate) const
{
    const IndexedDocument &document = m_index->documents()[candidate.document];
    float whole = 0.0F;
    float best = -1.0F;
    float lexical = 0.0F;
    for (std::size_t p = document.firstPassage; p < document.firstPassage + document.passageCount; ++p) {
        const float cosine = m_index->vectors().exact(question.vector, p);
        whole += m_index->share(p) * cosine;
        best = std::max(best, cosine);
        lexical = std::max(lexical, question.lexicalScores[p]);
    }
    candidate.score = sumOf(whole, best, lexical, category, document);
}

void Retriever::addLateInteraction(const Question &question, Candidate &candidate,
                                   std::span<float> anywhere) const
{
    const IndexedDocument &document = m_index->documents()[candidate.document];
    const std::size_t end = document.firstPassage + document.passageCount;
    if (!question.tokenWeights.empty()) {
        const std::vector<float> best = question.bestOf(*m_index, candidate.document);
        for (std::size_t t = 0; t < best.size(); ++t) {
            candidate.late += question.tokenWeights[t] * best[t];
            anywhere[t] = std::max(anywhere[t], best[t]);
        }
        candidate.score += m_weights.late * candidate.late - lateAdvantage(document);
    }
    if (question.phrases.empty())
        return;
    QString text = foldedText(document.title);
    for (std::size_t p = document.firstPassage; p < end; ++p)
        text += u' ' + foldedText(m_index->passages()[p].heading + u' ' + m_index->passages()[p].text);
    for (const QString &phrase : question.phrases)
        if (text.contains(phrase))
            candidate.score += m_weights.phrase;
}

float Retriever::lateAdvantage(const IndexedDocument &document) const
{
    constexpr std::size_t fewest = 8; // tokens; shorter than that is no article
    std::size_t tokens = 0;
    for (std::size_t p = document.firstPassage; p < document.firstPassage + document.passageCount; ++p)
        tokens += m_index->vectors().tokenCount(p);
    return m_weights.length * std::log(static_cast<float>(std::max(tokens, fewest)));
}

// The late interaction of the question with passages [from, to) alone, 0 to 1.
float Retriever::lateOf(const Question &question, std::size_t from, std::size_t to) const
{
    std::vector<float> best(question.tokenWeights.size(), 0.0F);
    if (!best.empty())
        m_index->vectors().lateInteraction(question.tokens, from, to, best);
    return std::inner_product(best.begin(), best.end(), question.tokenWeights.begin(), 0.0F);
}

RetrievedPassage Retriever::bestPassage(const Question &question, const Candidate &candidate) const
{
    const IndexedDocument &document = m_index->documents()[candidate.document];
    std::size_t best = document.firstPassage;
    std::size_t steps = document.firstPassage + document.passageCount; // none
    float bestScore = -1.0e9F;
    float leadScore = 0.0F;
    float stepsScore = -1.0e9F;
    for (std::size_t p = document.firstPassage; p < document.firstPassage + document.passageCount; ++p) {
        const float score = m_index->vectors().exact(question.vector, p) +
                            m_weights.lexical * question.lexicalScores[p] +
                            m_weights.late * lateOf(question, p, p + 1);
        if (p == document.firstPassage)
            leadScore = score;
        if (score > bestScore) {
            bestScore = score;
            best = p;
        }
        if (score > stepsScore && hasNumberedSteps(m_index->passages()[p].text)) {
            stepsScore = score;
            steps = p;
        }
    }
    RetrievedPassage found;
    found.passage = m_index->passages()[best];
    if (best != document.firstPassage && leadScore >= closeLead * bestScore)
        found.lead = m_index->passages()[document.firstPassage];
    if (best + 1 < document.firstPassage + document.passageCount)
        found.next = m_index->passages()[best + 1];
    const bool isStepsNear =
        hasNumberedSteps(found.passage.text) || (found.next && hasNumberedSteps(found.next->text));
    if (!isStepsNear && steps < document.firstPassage + document.passageCount &&
        stepsScore >= closeSteps * bestScore)
        found.steps = m_index->passages()[steps];
    found.title = document.title;
    found.category = document.category;
    found.url = document.url;
    found.updated = document.updated;
    found.score = static_cast<double>(candidate.score);
    found.lexicalScore = static_cast<double>(question.lexicalScores[best]);
    found.vectorScore = static_cast<double>(m_index->vectors().exact(question.vector, best));
    return found;
}

SupportSignals Retriever::signalsOf(const Question &question, const std::vector<Candidate> &candidates,
                                    std::span<const float> anywhere) const
{
    const Candidate &best = candidates.front();
    const IndexedDocument &document = m_index->documents()[best.document];
    SupportSignals evidence;
    for (std::size_t t = 0; t < anywhere.size(); ++t)
        evidence.anywhere += static_cast<double>(question.tokenWeights[t] * anywhere[t]);
    evidence.lead =
        static_cast<double>(best.score - candidates[std::min<std::size_t>(4, candidates.size() - 1)].score);
    float cosine = -1.0F;
    std::vector<std::uint32_t> passages;
    for (std::uint32_t p = document.firstPassage; p < document.firstPassage + document.passageCount; ++p) {
        cosine = std::max(cosine, m_index->vectors().exact(question.vector, p));
        passages.push_back(p);
    }
    evidence.cosine = static_cast<double>(cosine);
    evidence.late = static_cast<double>(best.late);
    const LexicalIndex::Query &lexical = question.lexical;
    if (lexical.totalIdf > 0.0) {
        evidence.coverage = m_index->lexical().coveredIdf(lexical, passages) / lexical.totalIdf;
        evidence.known = lexical.knownIdf / lexical.totalIdf;
    }
    evidence.hasUnknownCode = lexical.hasUnknownCode;
    return evidence;
}

} // namespace Helmdesk
