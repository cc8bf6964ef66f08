#include "knowledge/KnowledgeIndex.h"

#include "knowledge/Chunker.h"
#include "knowledge/KnowledgeRepository.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <QHash>
#include <thread>
#include <unordered_set>

namespace Helmdesk
{

namespace
{

// Crowding is measured against a sample, so that its cost grows with the number of documents only linearly.
constexpr std::size_t crowdingSample = 256;
constexpr double crowdingShare = 0.07; // of the sample are "the nearest part"
constexpr std::size_t fewestForCrowding = 30;

} // namespace

KnowledgeIndex::Builder::Builder(const TokenProjection *projection)
    : m_index(new KnowledgeIndex)
{
    m_index->m_projection = projection;
}

KnowledgeIndex::Builder::~Builder() = default;

Result<> KnowledgeIndex::Builder::add(StoredDocument &&stored)
{
    KnowledgeIndex &index = *m_index;
    IndexedDocument document{stored.document.id,
                             stored.document.title,
                             stored.document.category,
                             stored.document.url,
                             stored.document.updated,
                             static_cast<std::uint32_t>(index.m_passages.size()),
                             static_cast<std::uint32_t>(stored.passages.size()),
                             0.0F,
                             stored.document.locale,
                             stored.document.article};
    index.m_hasLocales = index.m_hasLocales || !document.locale.isEmpty();
    const auto position = static_cast<std::uint32_t>(index.m_documents.size());
    for (StoredPassage &passage : stored.passages) {
        if (passage.vectors.isEmpty()) {
            index.m_vectors.append(nullptr);
        } else {
            const Result<PassageVectors> vectors = fromBlob(passage.vectors);
            if (!vectors)
                return vectors.error();
            index.m_vectors.append(&*vectors);
            index.m_hasTokens = index.m_hasTokens && !vectors->tokenIds.empty();
        }
        index.m_lexical.add(lexicalTerms(passageContext(document.title, passage.passage) +
                                         withoutLinkAddresses(passage.passage.text)));
        index.m_passages.push_back(std::move(passage.passage));
        index.m_documentOf.push_back(position);
    }
    index.appendShares(document);
    index.countTokens(document);
    index.m_documents.push_back(std::move(document));
    return {};
}

std::shared_ptr<const KnowledgeIndex> KnowledgeIndex::Builder::finish(unsigned threads)
{
    m_index->m_lexical.finish();
    m_index->measureCrowding(threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency()));
    return std::shared_ptr<const KnowledgeIndex>(std::move(m_index));
}

Result<std::shared_ptr<const KnowledgeIndex>> KnowledgeIndex::load(const KnowledgeRepository &repository,
                                                                   const TokenProjection *projection,
                                                                   const RunControl &control)
{
    Builder builder(projection);
    const Result<> loaded = repository.loadAll([&](StoredDocument &&document) -> Result<> {
        if (const Result<> running = control.check(); !running)
            return running;
        return builder.add(std::move(document));
    });
    if (!loaded)
        return loaded.error();
    return builder.finish();
}

std::vector<bool> KnowledgeIndex::readableIn(const QString &language) const
{
    const auto rank = [&](const IndexedDocument &document) {
        const QString own = document.locale.section(u'-', 0, 0);
        if (!language.isEmpty() && own == language)
            return 3;
        if (own.isEmpty() || own == QStringLiteral("en"))
            return 2;
        return 1;
    };
    QHash<QString, std::size_t> chosen; // by article
    std::vector<bool> readable(m_documents.size(), true);
    for (std::size_t i = 0; i < m_documents.size(); ++i) {
        const IndexedDocument &document = m_documents[i];
        readable[i] = language.isEmpty() || rank(document) > 1;
        if (document.article.isEmpty())
            continue;
        const auto other = chosen.constFind(document.article);
        const bool isBetter = other == chosen.constEnd() || rank(document) > rank(m_documents[*other]);
        if (other != chosen.constEnd())
            readable[isBetter ? *other : i] = false;
        if (isBetter)
            chosen.insert(document.article, i);
    }
    return readable;
}

// A document's direction is the sum of its passages' directions, each as long as the passage is.
void KnowledgeIndex::appendShares(const IndexedDocument &document)
{
    std::vector<float> sum(vectorWidth, 0.0F);
    std::vector<float> weights;
    for (std::size_t i = 0; i < document.passageCount; ++i) {
        const std::size_t passage = document.firstPassage + i;
        const std::size_t tokens = m_vectors.tokenCount(passage);
        const auto length =
            tokens > 0 ? tokens : static_cast<std::size_t>(m_passages[passage].text.size()) / 5 + 1;
        weights.push_back(static_cast<float>(length));
        const std::span<const std::int16_t> mean = m_vectors.mean(passage);
        for (std::size_t d = 0; d < vectorWidth; ++d)
            sum[d] += weights.back() * static_cast<float>(mean[d]) / vectorUnit;
    }
    const float norm = std::sqrt(std::inner_product(sum.begin(), sum.end(), sum.begin(), 0.0F));
    float shareSum = 0.0F;
    for (const float weight : weights) {
        m_shares.push_back(norm > 0.0F ? weight / norm : 0.0F);
        shareSum += m_shares.back();
    }
    m_largestShareSum = std::max(m_largestShareSum, shareSum);
}

void KnowledgeIndex::countTokens(const IndexedDocument &document)
{
    std::unordered_set<std::uint16_t> seen;
    for (std::size_t i = 0; i < document.passageCount; ++i)
        for (const std::uint16_t token : m_vectors.tokenIds(document.firstPassage + i))
            seen.insert(token);
    for (const std::uint16_t token : seen) {
        if (token >= m_tokenDocuments.size())
            m_tokenDocuments.resize(token + std::size_t{1}, 0);
        ++m_tokenDocuments[token];
    }
}

float KnowledgeIndex::tokenIdf(std::uint32_t token) const
{
    const auto total = static_cast<float>(m_documents.size());
    const auto having = static_cast<float>(token < m_tokenDocuments.size() ? m_tokenDocuments[token] : 0);
    return std::log(1.0F + (total + 0.5F) / (having + 0.5F));
}

void KnowledgeIndex::measureCrowding(unsigned threads)
{
    const std::size_t count = m_documents.size();
    if (count < fewestForCrowding)
        return;
    const std::size_t sampled = std::min(count, crowdingSample);
    std::vector<std::uint32_t> sample;
    for (std::size_t i = 0; i < sampled; ++i)
        sample.push_back(static_cast<std::uint32_t>(i * count / sampled));
    const auto nearest = static_cast<std::size_t>(std::lround(static_cast<double>(sampled) * crowdingShare));

    const std::size_t workers = std::min<std::size_t>(threads, count / 2000 + 1);
    std::vector<std::thread> running;
    for (std::size_t w = 1; w < workers; ++w)
        running.emplace_back(
            [&, w] { measureCrowding(sample, nearest, w * count / workers, (w + 1) * count / workers); });
    measureCrowding(sample, nearest, 0, count / workers);
    for (std::thread &thread : running)
        thread.join();
}

void KnowledgeIndex::measureCrowding(const std::vector<std::uint32_t> &sample, std::size_t nearest,
                                     std::size_t from, std::size_t to)
{
    const std::size_t firstPassage = m_documents[from].firstPassage;
    const std::size_t lastPassage = m_documents[to - 1].firstPassage + m_documents[to - 1].passageCount;
    std::vector<float> cosines(lastPassage - firstPassage);
    std::vector<float> best((to - from) * nearest, -1.0F); // a row a document, ascending
    for (const std::uint32_t other : sample) {
        std::vector<float> direction(vectorWidth, 0.0F);
        const IndexedDocument &document = m_documents[other];
        for (std::size_t p = document.firstPassage; p < document.firstPassage + document.passageCount; ++p)
            for (std::size_t d = 0; d < vectorWidth; ++d)
                direction[d] += m_shares[p] * static_cast<float>(m_vectors.mean(p)[d]) / vectorUnit;
        m_vectors.scan(queryIntegers(direction), firstPassage, lastPassage, cosines);
        for (std::size_t d = from; d < to; ++d) {
            if (d == other)
                continue;
            float cosine = 0.0F;
            for (std::size_t p = m_documents[d].firstPassage;
                 p < m_documents[d].firstPassage + m_documents[d].passageCount; ++p)
                cosine += m_shares[p] * cosines[p - firstPassage];
            float *row = best.data() + (d - from) * nearest;
            std::size_t place = 0;
            while (place < nearest && row[place] < cosine) {
                if (place > 0)
                    row[place - 1] = row[place];
                ++place;
            }
            if (place > 0)
                row[place - 1] = cosine;
        }
    }
    for (std::size_t d = from; d < to; ++d) {
        const float *row = best.data() + (d - from) * nearest;
        m_documents[d].crowding = std::accumulate(row, row + nearest, 0.0F) / static_cast<float>(nearest);
    }
}

} // namespace Helmdesk
