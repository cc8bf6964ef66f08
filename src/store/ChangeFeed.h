#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <QtGlobal>
#include <vector>

namespace Helmdesk
{

enum class Topic {
    Conversations,
    Runs,
    Approvals,
    Tickets,
    Outbox,
    Drafts,
    Knowledge,
    Training,
    Settings,
    Backend,
    Notifications,
};

struct DataChange {
    Topic topic = Topic::Conversations;
    qint64 id = 0; // row id; for Drafts and Outbox the conversation's; 0: several or none
    bool operator==(const DataChange &) const = default;
};

// Announces what was committed. Thread: any; a listener runs on the thread that committed and must return at
// once (post to its own thread). Ownership: the subscription ends when the returned handle is dropped; a call
// that is under way on another thread may still finish then. Cannot fail.
class ChangeFeed
{
public:
    using Listener = std::function<void(const DataChange &)>;
    using Subscription = std::shared_ptr<void>;

    [[nodiscard]] Subscription subscribe(Listener listener);
    void publish(const std::vector<DataChange> &changes);

private:
    std::mutex m_mutex;
    std::vector<std::weak_ptr<Listener>> m_listeners;
};

} // namespace Helmdesk
