#pragma once

#include "core/Result.h"
#include "knowledge/Document.h"

#include <functional>
#include <optional>
#include <span>

namespace Helmdesk
{

// Where articles, passages and vectors are kept. Implemented in store/.
// Thread: any; each call stands for itself. Failure: Io, Corrupt, StorageFull, Unavailable of the store.
class KnowledgeRepository
{
public:
    virtual ~KnowledgeRepository() = default;

    // Hands out every document with its passages (by position) and vectors, ordered by document id. Stops and
    // returns the error of `visit` when it returns one.
    virtual Result<> loadAll(const std::function<Result<>(StoredDocument &&)> &visit) const = 0;

    // One row a document, ordered by id, without texts and vectors.
    virtual Result<std::vector<DocumentSummary>> list() const = 0;

    virtual Result<std::optional<Document>> find(const QString &id) const = 0;

    // Inserts or replaces documents by id with all their passages and vectors, in one transaction.
    virtual Result<> upsert(std::span<const StoredDocument> documents) = 0;

    // Removes the document with its passages and vectors. An unknown id is no error.
    virtual Result<> remove(const QString &id) = 0;
};

} // namespace Helmdesk
