#pragma once

#include "core/ResourcePaths.h"
#include "knowledge/KnowledgeBase.h"

#include <map>
#include <mutex>

namespace Helmdesk::Test
{

// Keeps documents in a map; counts what is written.
class InMemoryKnowledgeRepository final : public KnowledgeRepository
{
public:
    Result<> loadAll(const std::function<Result<>(StoredDocument &&)> &visit) const override
    {
        for (const auto &[id, document] : copy())
            if (const Result<> visited = visit(StoredDocument(document)); !visited)
                return visited;
        return {};
    }

    Result<std::vector<DocumentSummary>> list() const override
    {
        std::vector<DocumentSummary> rows;
        for (const auto &[id, stored] : copy())
            rows.push_back({id, stored.document.title, stored.document.category, stored.document.url,
                            stored.document.updated, stored.contentHash,
                            static_cast<int>(stored.passages.size()), stored.document.source});
        return rows;
    }

    Result<std::optional<Document>> find(const QString &id) const override
    {
        const auto all = copy();
        const auto found = all.find(id);
        return found == all.end() ? std::optional<Document>() : std::optional(found->second.document);
    }

    Result<> upsert(std::span<const StoredDocument> documents) override
    {
        const std::lock_guard lock(m_mutex);
        for (const StoredDocument &document : documents)
            m_documents[document.document.id] = document;
        written += static_cast<int>(documents.size());
        return {};
    }

    Result<> remove(const QString &id) override
    {
        const std::lock_guard lock(m_mutex);
        m_documents.erase(id);
        return {};
    }

    int written = 0;

private:
    std::map<QString, StoredDocument> copy() const
    {
        const std::lock_guard lock(m_mutex);
        return m_documents;
    }

    mutable std::mutex m_mutex;
    std::map<QString, StoredDocument> m_documents;
};

// The real encoder and projection; opened once a test program.
struct Engine {
    std::unique_ptr<SentenceEncoder> encoder;
    TokenProjection projection;
};

inline Result<Engine> openEngine()
{
    Engine engine;
    auto encoder = SentenceEncoder::open(resourceFile(QStringLiteral("encoder/minilm-l6-v2.hdenc")));
    if (!encoder)
        return encoder.error();
    engine.encoder = std::move(*encoder);
    auto projection = TokenProjection::load(resourceFile(QStringLiteral("encoder/token-projection.bin")));
    if (!projection)
        return projection.error();
    engine.projection = std::move(*projection);
    return engine;
}

} // namespace Helmdesk::Test
