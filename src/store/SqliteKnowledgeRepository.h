#pragma once

#include "knowledge/KnowledgeRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See knowledge/KnowledgeRepository.h. The Database is not owned.
class SqliteKnowledgeRepository final : public KnowledgeRepository
{
public:
    explicit SqliteKnowledgeRepository(Database &database);
    Result<> loadAll(const std::function<Result<>(StoredDocument &&)> &visit) const override;
    Result<std::vector<DocumentSummary>> list() const override;
    Result<std::optional<Document>> find(const QString &id) const override;
    Result<> upsert(std::span<const StoredDocument> documents) override;
    Result<> remove(const QString &id) override;

private:
    Database &m_database;
};

} // namespace Helmdesk
