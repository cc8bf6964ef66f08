#include "knowledge/KnowledgeBase.h"

#include "knowledge/CustomerText.h"
#include "security/SecretMasker.h"

#include <algorithm>
#include <atomic>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSet>
#include <thread>

namespace Helmdesk
{

namespace
{

// What a supervisor should look at in an article.
void addFindings(const Document &document, std::vector<ImportProblem> &flagged)
{
    if (const auto found = findSecrets(document.text, SecretUse::Replied); !found.empty())
        flagged.push_back({document.id, QStringLiteral("holds what looks like %1: anybody can read it")
                                            .arg(describe(found.front().kind))});
    for (const Withheld &withheld : customerText(document).withheld)
        flagged.push_back({document.id, QStringLiteral("holds %1, which is never quoted: \"%2\"")
                                            .arg(describe(withheld.kind), withheld.beginning)});
}

// Whether a file is gone, and its place can be looked at.
bool isGone(const QString &path)
{
    const QFileInfo file(path);
    QDir folder = file.dir();
    while (!folder.exists() && !folder.isRoot())
        folder.setPath(QFileInfo(folder.path()).path());
    return !file.exists() && QFileInfo(folder.path()).isReadable();
}

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
    m_prepared.clear();
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
    ImportReport removals;
    if (auto removed = removeMissing(read, removals); !removed)
        return removed.error();
    Result<ImportReport> report = importDocuments(std::move(read.documents), control);
    if (!report)
        return report;
    report->problems = std::move(read.problems);
    report->removed = std::move(removals.removed);
    for (const LeftOutArticle &article : read.leftOut)
        report->leftOut.push_back({article.source, article.reason});
    return report;
}

Result<> KnowledgeBase::removeMissing(const ReadDocuments &read, ImportReport &report)
{
    const std::lock_guard changing(m_changing);
    const auto stored = m_repository.list();
    if (!stored)
        return stored.error();
    QSet<QString> present;
    for (const Document &document : read.documents)
        present.insert(document.id);
    QSet<QString> drafts;
    for (const LeftOutArticle &article : read.leftOut)
        drafts.insert(article.id);
    QStringList unread;
    for (const ImportProblem &problem : read.problems)
        unread.append(QFileInfo(problem.source).absoluteFilePath());
    const auto isUnread = [&](const QString &source) {
        return std::ranges::any_of(
            unread, [&](const QString &place) { return place == source || place.startsWith(source + u':'); });
    };
    const QSet<QString> files(read.files.begin(), read.files.end());
    const auto whyMissing = [&](const DocumentSummary &article) {
        if (present.contains(article.id))
            return QString();
        if (drafts.contains(article.id))
            return QStringLiteral("was taken out: its source does not show it to customers any more");
        if (article.source.isEmpty() || isUnread(article.source))
            return QString();
        if (files.contains(article.source))
            return QStringLiteral("was taken out: %1 has it no more").arg(article.source);
        const bool isBelow = std::ranges::any_of(
            read.folders, [&](const QString &folder) { return article.source.startsWith(folder + u'/'); });
        return isBelow && isGone(article.source)
                   ? QStringLiteral("was taken out: %1 is gone").arg(article.source)
                   : QString();
    };
    for (const DocumentSummary &article : *stored) {
        const QString why = whyMissing(article);
        if (why.isEmpty())
            continue;
        if (auto removed = m_repository.remove(article.id); !removed)
            return removed;
        report.removed.push_back({article.id, why});
    }
    return {};
}

Result<ImportReport> KnowledgeBase::importDocuments(std::vector<Document> documents,
                                                    const RunControl &control)
{
    const std::lock_guard changing(m_changing);
    const auto stored = m_repository.list();
    if (!stored)
        return stored.error();
    QHash<QString, QByteArray> hashes;
    QHash<QString, QString> sources;
    int storedPassages = 0;
    for (const DocumentSummary &summary : *stored) {
        hashes.insert(summary.id, summary.contentHash);
        sources.insert(summary.id, summary.source);
        storedPassages += summary.passages;
    }

    ImportReport report;
    std::vector<Document> fresh;
    qsizetype characters = 0;
    for (Document &document : documents) {
        const auto known = hashes.constFind(document.id);
        const bool isHere = document.source.isEmpty() || sources.value(document.id) == document.source;
        if (known != hashes.constEnd() && isHere && *known == m_documentEncoder.contentHash(document)) {
            ++report.unchanged;
            continue;
        }
        ++(known == hashes.constEnd() ? report.added : report.changed);
        characters += document.text.size();
        addFindings(document, report.flagged);
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
                                        std::optional<Category> category, int topK, const RunControl &control,
                                        const QString &language) const
{
    std::shared_ptr<const KnowledgeIndex> now;
    std::shared_ptr<const Retriever::Question> prepared;
    {
        const std::lock_guard guard(m_mutex);
        now = m_index;
        if (const auto *kept = m_prepared.find(question))
            prepared = *kept;
    }
    const Retriever retriever(m_encoder, now);
    if (!prepared) {
        prepared = retriever.prepare(question, encoded);
        const std::lock_guard guard(m_mutex);
        if (m_index == now)
            m_prepared.put(question, prepared);
    }
    return retriever.search(*prepared, category, topK, control, language);
}

} // namespace Helmdesk
