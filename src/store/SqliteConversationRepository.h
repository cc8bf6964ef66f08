#pragma once

#include "pipeline/ConversationRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See pipeline/ConversationRepository.h. The Database is not owned.
class SqliteConversationRepository final : public ConversationRepository
{
public:
    explicit SqliteConversationRepository(Database &database);

    Result<Conversation> findOrCreate(const ConversationOpening &opening) override;
    Result<std::optional<Conversation>> get(ConversationId id) const override;
    Result<std::optional<Conversation>> findByKey(ChannelKind channel, const QString &key) const override;
    Result<std::vector<Conversation>> findByExternalId(ChannelKind channel, const QString &id) const override;
    Result<std::optional<MessageId>> delivered(ChannelKind channel, const QString &externalId,
                                               const QString &fingerprint) const override;
    Result<AppendedMessage> append(const Message &message) override;
    Result<std::optional<Message>> message(MessageId id) const override;
    Result<std::optional<QByteArray>> attachment(MessageId id, int position) const override;
    Result<std::vector<Message>> history(ConversationId id, int limit = 0) const override;
    Result<std::vector<Message>> publicMessages(ConversationId id, MessageId after, int limit) const override;
    Result<std::vector<Message>> unansweredMessages() const override;
    Result<> takeOver(ConversationId id, const QString &operatorName, const QDateTime &at) override;
    Result<> handBack(ConversationId id, const QString &operatorName, const QDateTime &at) override;
    Result<> setStatus(ConversationId id, ConversationStatus status, const QString &by,
                       const QDateTime &at) override;
    Result<> putBack(const ConversationPlace &place, const QString &by, const QDateTime &at) override;
    Result<> setAssignee(ConversationId id, const QString &assignee, const QDateTime &at) override;
    Result<> setCategory(ConversationId id, Category category, const QString &by,
                         const QDateTime &at) override;
    Result<> setReminder(ConversationId id, const Reminder &reminder) override;
    Result<int> raiseDue(const QDateTime &now) override;
    Result<> linkCustomer(ConversationId id, const QString &customer, const QString &by,
                          const QDateTime &at) override;
    Result<> setLanguage(ConversationId id, const QString &language) override;
    Result<ConversationPage> list(const ConversationFilter &filter, ConversationSort sort, int limit,
                                  const std::optional<ConversationCursor> &after = {}) const override;
    Result<std::optional<ConversationSummary>> summary(ConversationId id) const override;
    Result<ConversationCounts> counts() const override;
    Result<std::vector<ConversationSummary>> search(const QString &text, int limit) const override;
    Result<Json> memory(ConversationId id) const override;
    Result<> setMemory(ConversationId id, const Json &memory) override;

private:
    Database &m_database;
};

} // namespace Helmdesk
