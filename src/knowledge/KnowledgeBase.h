#pragma once

#include "core/Recent.h"
#include "knowledge/DocumentEncoder.h"
#include "knowledge/DocumentReader.h"
#include "knowledge/KnowledgeRepository.h"
#include "knowledge/KnowledgeReview.h"
#include "knowledge/Retriever.h"

#include <mutex>

namespace Helmdesk
{

struct ImportReport {
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    int passages = 0; // of the added and changed
    std::vector<ImportProblem> problems;
    // Imported, but something in it looks secret, or is kept from customers: internal notes, orders for the
    // machine, foreign pages to log in at.
    std::vector<ImportProblem> flagged;
    std::vector<ImportProblem> leftOut; // drafts and what else its source does not show to customers
    std::vector<ImportProblem> removed; // articles taken out, since their source has them no more
};

// The knowledge base of a workspace: articles in the repository, the index in memory, import and search.
// Thread: any; searches run at once beside an import, on the index of the time they began. Imports and
// removals wait for each other. Ownership: repository, encoder and projection must outlive it.
class KnowledgeBase
{
public:
    KnowledgeBase(KnowledgeRepository &repository, const SentenceEncoder &encoder,
                  const TokenProjection &projection);

    // Builds the index from what is stored. Until it was called once, searches find nothing.
    Result<> reload(const RunControl &control = {});

    // The same, when the stored articles are not those of the last time: another program changed them. Waits
    // for an import of this program. True: it was built anew.
    Result<bool> reloadIfChanged(const RunControl &control = {});

    // An article that came from one of the files or folders before and is there no more (its file is gone,
    // its row or object, or it is a draft now) is taken out; a folder without files takes nothing out, since
    // it may only be out of reach, and neither does a file with a part that could not be read. Reads, encodes
    // on all cores and stores in batches; what has the same content hash is skipped, so that a stopped import
    // goes on where it stopped. Progress counts documents. The index is built anew at the end, also after a
    // stop. Failure: that of the repository, Cancelled, Timeout; problems of single files are in the report.
    Result<ImportReport> importFiles(const QStringList &paths, const RunControl &control = {});
    Result<ImportReport> importDocuments(std::vector<Document> documents, const RunControl &control = {});

    Result<> remove(const QString &documentId);

    Result<Retrieval> search(const QString &question, std::optional<Category> category = {}, int topK = 5,
                             const RunControl &control = {}) const;
    Result<Retrieval> search(const QString &question, const TokenVectors &encoded,
                             std::optional<Category> category, int topK, const RunControl &control = {},
                             const QString &language = {}) const;

    // Sentences of the articles that contradict each other: see KnowledgeReview.h.
    Result<std::vector<ArticleConflict>> conflicts(const RunControl &control = {}) const;

    // The index of this moment; never null.
    std::shared_ptr<const KnowledgeIndex> index() const;

private:
    Result<> removeMissing(const ReadDocuments &read, ImportReport &report);
    Result<QByteArray> storedState() const;
    Result<> store(const std::vector<Document> &documents, TokenDetail detail, const RunControl &control);

    KnowledgeRepository &m_repository;
    const SentenceEncoder &m_encoder;
    const TokenProjection &m_projection;
    const DocumentEncoder m_documentEncoder;
    std::mutex m_changing; // held while the stored articles change
    mutable std::mutex m_mutex;
    std::shared_ptr<const KnowledgeIndex> m_index; // guarded by m_mutex
    // Questions asked last of m_index, by their text; guarded by m_mutex.
    mutable Recent<QString, std::shared_ptr<const Retriever::Question>> m_prepared{8};
    QByteArray m_state; // of the stored articles, read before the index was; guarded by m_mutex
};

} // namespace Helmdesk
