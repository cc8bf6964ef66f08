#pragma once

#include <compare>
#include <functional>
#include <QtGlobal>

namespace Helmdesk
{

// Row ids as distinct types. 0 means "not stored yet".
template <class Tag>
struct Id {
    qint64 value = 0;
    auto operator<=>(const Id &) const = default;
    bool isValid() const { return value > 0; }
};

using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
using RunId = Id<struct RunTag>;
using TicketId = Id<struct TicketTag>;
using ApprovalId = Id<struct ApprovalTag>;
using OutboxId = Id<struct OutboxTag>;
using DraftId = Id<struct DraftTag>;

template <class Tag>
size_t qHash(Id<Tag> id, size_t seed = 0)
{
    return std::hash<qint64>{}(id.value) ^ seed;
}

} // namespace Helmdesk

template <class Tag>
struct std::hash<Helmdesk::Id<Tag>> {
    size_t operator()(Helmdesk::Id<Tag> id) const noexcept { return std::hash<qint64>{}(id.value); }
};
