#include "knowledge/RetrievalBench.h"

#include "knowledge/Chunker.h"
#include "knowledge/KnowledgeIndex.h"
#include "knowledge/Retriever.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <random>

namespace Helmdesk
{

namespace
{

using SteadyClock = std::chrono::steady_clock;

constexpr int wordsOfPassage = 40;
constexpr int wordsOfQuestion = 8;
constexpr int passagesOfDocument = 5;
constexpr int sampledPassages = 60; // whose vectors the synthetic ones lie between

double millisecondsSince(SteadyClock::time_point start)
{
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - start).count();
}

// Draws passages, vectors and questions; the same ones in every run.
class Source
{
public:
    Source(const std::vector<Document> &articles, const SentenceEncoder &encoder)
    {
        for (const Document &article : articles) {
            for (const Passage &passage : chunked(article)) {
                m_words += passage.text.simplified().split(u' ');
                for (const QString &sentence : sentencesOf(passage.text)) {
                    const QStringList words = sentence.simplified().split(u' ');
                    if (words.size() >= wordsOfQuestion)
                        m_questions.append(words.first(wordsOfQuestion).join(u' '));
                }
                if (m_vectors.size() < sampledPassages)
                    m_vectors.push_back(encoder.encode(passage.text));
            }
        }
    }

    bool isEmpty() const { return m_words.isEmpty() || m_questions.isEmpty(); }

    QString question() { return m_questions[below(m_questions.size())]; }

    StoredDocument document(int number)
    {
        StoredDocument stored;
        stored.document.id = QStringLiteral("d%1").arg(number);
        stored.document.title = words(5);
        for (int position = 0; position < passagesOfDocument; ++position)
            stored.passages.push_back(
                {Passage{stored.document.id, position, QString(), words(wordsOfPassage)}, vectorBlob()});
        return stored;
    }

private:
    qsizetype below(qsizetype limit)
    {
        return std::uniform_int_distribution<qsizetype>(0, limit - 1)(m_random);
    }

    QString words(int count)
    {
        QStringList list;
        for (int i = 0; i < count; ++i)
            list.append(m_words[below(m_words.size())]);
        return list.join(u' ');
    }

    QByteArray vectorBlob()
    {
        const auto pick = [&]() -> const Vector & {
            return m_vectors[static_cast<std::size_t>(below(static_cast<qsizetype>(m_vectors.size())))];
        };
        const Vector &a = pick();
        const Vector &b = pick();
        std::normal_distribution<float> noise(0.0F, 0.03F);
        std::vector<float> mixed(a.size());
        float squares = 0.0F;
        for (std::size_t i = 0; i < a.size(); ++i) {
            mixed[i] = a[i] + 0.7F * b[i] + noise(m_random);
            squares += mixed[i] * mixed[i];
        }
        PassageVectors vectors;
        for (const float value : mixed)
            vectors.mean.push_back(
                static_cast<std::int16_t>(std::lrint(value / std::sqrt(squares) * vectorUnit)));
        return toBlob(vectors);
    }

    std::mt19937 m_random{20261123};
    QStringList m_words;
    QStringList m_questions;
    std::vector<Vector> m_vectors;
};

bool sameFirstTen(const Retrieval &a, const Retrieval &b)
{
    const std::size_t count = std::min<std::size_t>(10, a.passages.size());
    for (std::size_t i = 0; i < count; ++i)
        if (a.passages[i].passage.documentId != b.passages[i].passage.documentId)
            return false;
    return count > 0;
}

} // namespace

Result<Json> benchRetrieval(const std::vector<Document> &articles, int passages, int questions,
                            const SentenceEncoder &encoder, const TokenProjection &projection,
                            const RunControl &control)
{
    Source source(articles, encoder);
    if (source.isEmpty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("the articles hold no sentence of eight words")};
    const int documents = std::max(1, passages / passagesOfDocument);
    std::vector<StoredDocument> stored;
    for (int i = 0; i < documents; ++i)
        stored.push_back(source.document(i));
    if (const Result<> running = control.check(); !running)
        return running.error();

    const auto start = SteadyClock::now();
    KnowledgeIndex::Builder builder(&projection);
    for (StoredDocument &document : stored)
        if (const Result<> added = builder.add(std::move(document)); !added)
            return added.error();
    const auto index = builder.finish();
    const double ready = millisecondsSince(start);

    const Retriever retriever(encoder, index);
    // The second stage is for the first candidates only, so it stays out of the comparison.
    RetrievalWeights firstStageOnly;
    firstStageOnly.phrase = 0.0F;
    const Retriever compared(encoder, index, firstStageOnly);
    std::vector<double> times;
    std::vector<double> processorTimes; // other programs on the machine do not count here
    bool isSame = true;
    for (int i = 0; i < questions; ++i) {
        const QString question = source.question();
        const TokenVectors encoded = encoder.encodeTokens(question);
        const auto before = SteadyClock::now();
        const std::clock_t processorBefore = std::clock();
        const auto found = retriever.search(question, encoded, {}, 10, control);
        processorTimes.push_back(1000.0 * static_cast<double>(std::clock() - processorBefore) /
                                 CLOCKS_PER_SEC);
        times.push_back(millisecondsSince(before));
        if (!found)
            return found.error();
        if (i % 20 == 0) {
            const auto ten = compared.search(question, encoded, {}, 10, control);
            const auto every = compared.search(question, encoded, {}, documents, control);
            isSame = isSame && ten && every && sameFirstTen(*ten, *every);
        }
    }
    const auto quantiles = [](std::vector<double> values) {
        std::ranges::sort(values);
        const auto at = [&](double share) {
            return values[static_cast<std::size_t>(
                std::ceil(share * static_cast<double>(values.size() - 1)))];
        };
        return Json{{"p50", at(0.5)}, {"p95", at(0.95)}, {"p99", at(0.99)}};
    };
    return Json{{"passages", documents * passagesOfDocument},
                {"documents", documents},
                {"index_ready_ms", ready},
                {"ms_top10", quantiles(times)},
                {"processor_ms_top10", quantiles(processorTimes)},
                {"same_as_exhaustive", isSame}};
}

} // namespace Helmdesk
