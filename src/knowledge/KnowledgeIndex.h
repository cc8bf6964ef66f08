#pragma once

#include "core/RunControl.h"
#include "knowledge/Document.h"
#include "knowledge/LexicalIndex.h"
#include "knowledge/PassageTable.h"

#include <memory>
#include <optional>

namespace Helmdesk
{

class KnowledgeRepository;

struct IndexedDocument {
    QString id;
    QString title;
    Category category = Category::General;
    QString url;
    QString updated;
    std::uint32_t firstPassage = 0;
    std::uint32_t passageCount = 0;
    // How near the document lies to the nearest part of the knowledge base: the mean of its largest cosines
    // with other documents. A document near everything comes up for every question, so a part of this is
    // taken off its score.
    float crowding = 0.0F;
    QString locale;  // as in Document
    QString article; // as in Document
};

// Everything that a search needs, in memory and never changed after it was built; a change of the knowledge
// base makes a new index, and searches that still run keep the old one alive. Thread: const members from any.
// Failure of load(): that of the repository; damaged vectors are Corrupt.
class KnowledgeIndex
{
public:
    class Builder
    {
    public:
        // `projection` may be missing: late interaction is then left out. It must outlive the index.
        explicit Builder(const TokenProjection *projection);
        ~Builder();
        // Vectors that are missing leave a passage to the lexical leg alone.
        Result<> add(StoredDocument &&document);
        // `threads` 0 means one for each core.
        std::shared_ptr<const KnowledgeIndex> finish(unsigned threads = 0);

    private:
        std::unique_ptr<KnowledgeIndex> m_index;
    };

    static Result<std::shared_ptr<const KnowledgeIndex>> load(const KnowledgeRepository &repository,
                                                              const TokenProjection *projection,
                                                              const RunControl &control = {});

    const std::vector<IndexedDocument> &documents() const { return m_documents; }
    const std::vector<Passage> &passages() const { return m_passages; }
    const LexicalIndex &lexical() const { return m_lexical; }
    const PassageTable &vectors() const { return m_vectors; }

    // Whether some document says in which language it is.
    bool hasLocales() const { return m_hasLocales; }
    // By document: whether it may answer a question in this language (ISO 639-1; empty: not known). Of the
    // versions of an article one does. Linear in the documents.
    std::vector<bool> readableIn(const QString &language) const;

    std::uint32_t documentOf(std::size_t passage) const { return m_documentOf[passage]; }
    // The part of a passage in the direction of its whole document: the sum over a document's passages of
    // share x cosine is the cosine with the document.
    float share(std::size_t passage) const { return m_shares[passage]; }
    float largestShareSum() const { return m_largestShareSum; }
    bool hasTokens() const { return m_hasTokens; }
    const TokenProjection *projection() const { return m_projection; }

    // idf of a token of the encoder over the documents, for the weights of late interaction.
    float tokenIdf(std::uint32_t token) const;

private:
    KnowledgeIndex() = default;
    void appendShares(const IndexedDocument &document);
    void countTokens(const IndexedDocument &document);
    void measureCrowding(unsigned threads);
    void measureCrowding(const std::vector<std::uint32_t> &sample, std::size_t nearest, std::size_t from,
                         std::size_t to);

    const TokenProjection *m_projection = nullptr;
    std::vector<IndexedDocument> m_documents;
    std::vector<Passage> m_passages;
    std::vector<std::uint32_t> m_documentOf;
    std::vector<float> m_shares;
    float m_largestShareSum = 1.0F;
    bool m_hasLocales = false;
    bool m_hasTokens = true; // of every passage with vectors
    LexicalIndex m_lexical;
    PassageTable m_vectors;
    std::vector<std::uint32_t> m_tokenDocuments; // by token id: documents that have it
};

} // namespace Helmdesk
