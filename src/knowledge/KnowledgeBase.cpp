#include "knowledge/KnowledgeBase.h"

#include "security/SecretMasker.h"

#include <algorithm>
#include <atomic>
#include <QCryptographicHash>
#include <QHash>
#include <thread>

namespace Helmdesk
{

namespace
{

constexpr std::size_t batchSize = 32;
// Token vectors of so many passages take about 150 MB.
constexpr int mostPassagesWithTokens = 8000;

} // namespace

KnowledgeBase::KnowledgeBase(KnowledgeRepository &repository, const SentenceEncoder &encoder,
                             const TokenProjection &projection)
    : m_repository(repository)
    , m_encoder(encoder)
    , m_projection(projection)
    , m_documentEncoder(encoder, projection)
    , m_index(KnowledgeIndex::Builder(&projection).finish(1))
{
}

// A digest of ids and contents: it differs when any article was added, changed or removed.
Result<QByteArray> KnowledgeBase::storedState() const
{
    const auto articles = m_repository.list();
    if (!articles)
        return articles.error();
    QCryptographicHash digest(QCryptographicHash::Sha1);
    for (const DocumentSummary &article : *articles) {
        digest.addData(article.id.toUtf8());
        digest.addData(QByteArrayView("\0", 1));
        digest.addData(article.contentHash);
    }
    return digest.result();
}

Result<bool> KnowledgeBase::reloadIfChanged(const RunControl &control)
{
    const std::lock_guard changing(m_changing);
    const auto state = storedState();
    if (!state)
        return state.error();
    {
        const std::lock_guard lock(m_mutex);
        if (*state == m_state)
            return false;
    }
    if (auto loaded = reload(control); !loaded)
        return loaded.error();
    return true;
}

Result<> KnowledgeBase::reload(const RunControl &control)
{
    auto state = storedState();
    if (!state)
        return state.error();
    auto index = KnowledgeIndex::load(m_repository, &m_projection, control);
    if (!index)
        return index.error();
    const std::lock_guard lock(m_mutex);
    m_index = std::move(*index);
    m_state = std::move(*state);
    return {};
}

std::shared_ptr<const KnowledgeIndex> KnowledgeBase::index() const
{
    const std::lock_guard lock(m_mutex);
    return m_index;
}

Result<ImportReport> KnowledgeBase::importFiles(const QStringList &paths, const RunControl &control)
{
    ReadDocuments read = readDocuments(paths);
    Result<ImportReport> report = importDocuments(std::move(read.documents), control);
    if (report)
        report->problems = std::move(read.problems);
    return report;
}

Result<ImportReport> KnowledgeBase::importDocuments(std::vector<Document> documents,
                                                    const RunControl &control)
{
    const std::lock_guard changing(m_changing);
    const auto stored = m_repository.list();
    if (!stored)
        return stored.error();
    QHash<QString, QByteArray> hashes;
    int storedPassages = 0;
    for (const DocumentSummary &summary : *stored) {
        hashes.insert(summary.id, summary.contentHash);
        storedPassages += summary.passages;
    }

    ImportReport report;
    std::vector<Document> fresh;
    qsizetype characters = 0;
    for (Document &document : documents) {
        const auto known = hashes.constFind(document.id);
        if (known != hashes.constEnd() && *known == m_documentEncoder.contentHash(document)) {
            ++report.unchanged;
            continue;
        }
        ++(known == hashes.constEnd() ? report.added : report.changed);
        characters += document.text.size();
        if (const auto found = findSecrets(document.text, SecretUse::Replied); !found.empty())
            report.flagged.push_back(
                {document.id, QStringLiteral("holds what looks like %1: anybody can read it")
                                  .arg(describe(found.front().kind))});
        fresh.push_back(std::move(document));
    }
    const auto expected =
        storedPassages + static_cast<int>(fresh.size()) + static_cast<int>(characters / 600);
    const TokenDetail detail = expected > mostPassagesWithTokens ? TokenDetail::Drop : TokenDetail::Keep;
    const Result<> done = store(fresh, detail, control);
    if (const Result<> reloaded = reload(); !reloaded)
        return reloaded.error();
    if (!done)
        return done.error();
    const auto now = index();
    for (const IndexedDocument &document : now->documents())
        if (std::ranges::find(fresh, document.id, &Document::id) != fresh.end())
            report.passages += static_cast<int>(document.passageCount);
    return report;
}

Result<> KnowledgeBase::store(const std::vector<Document> &documents, TokenDetail detail,
                              const RunControl &control)
{
    control.progress(0, static_cast<qint64>(documents.size()));
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    for (std::size_t start = 0; start < documents.size(); start += batchSize) {
        if (const Result<> running = control.check(); !running)
            return running;
        const std::size_t count = std::min(batchSize, documents.size() - start);
        std::vector<StoredDocument> batch(count);
        std::atomic<std::size_t> next = 0;
        const auto work = [&] {
            for (std::size_t i = next++; i < count; i = next++)
                batch[i] = m_documentEncoder.encode(documents[start + i], detail);
        };
        std::vector<std::thread> helpers;
        for (unsigned t = 1; t < std::min<std::size_t>(cores, count); ++t)
            helpers.emplace_back(work);
        work();
        for (std::thread &helper : helpers)
            helper.join();
        if (const Result<> written = m_repository.upsert(batch); !written)
            return written;
        control.progress(static_cast<qint64>(start + count), static_cast<qint64>(documents.size()));
    }
    return {};
}

Result<> KnowledgeBase::remove(const QString &documentId)
{
    const std::lock_guard changing(m_changing);
    if (const Result<> removed = m_repository.remove(documentId); !removed)
        return removed;
    return reload();
}

Result<std::vector<ArticleConflict>> KnowledgeBase::conflicts(const RunControl &control) const
{
    return findConflicts(*index(), m_encoder, control);
}

Result<Retrieval> KnowledgeBase::search(const QString &question, std::optional<Category> category, int topK,
                                        const RunControl &control) const
{
    return Retriever(m_encoder, index()).search(question, category, topK, control);
}

Result<Retrieval> KnowledgeBase::search(const QString &question, const TokenVectors &encoded,
                                        std::optional<Category> category, int topK,
                                        const RunControl &control) const
{
    return Retriever(m_encoder, index()).search(question, encoded, category, topK, control);
}

} // namespace Helmdesk
