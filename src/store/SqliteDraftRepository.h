#pragma once

#include "pipeline/DraftRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See pipeline/DraftRepository.h. The Database is not owned.
class SqliteDraftRepository final : public DraftRepository
{
public:
    explicit SqliteDraftRepository(Database &database);
    Result<DraftId> propose(const NewDraft &draft) override;
    Result<std::optional<Draft>> get(DraftId id) const override;
    Result<std::optional<Draft>> current(ConversationId conversation) const override;
    Result<> saveEdit(DraftId id, const std::optional<QString> &text) override;
    Result<> discardCurrent(ConversationId conversation, const QString &by, const QDateTime &at) override;
    Result<std::optional<Draft>> discarded(ConversationId conversation) const override;
    Result<> bringBack(DraftId id) override;
    Result<> recordVerdict(const DraftVerdict &verdict) override;
    Result<std::vector<Draft>> judged(int limit) const override;

private:
    Database &m_database;
};

} // namespace Helmdesk
