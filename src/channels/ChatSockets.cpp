#include "channels/ChatSockets.h"

#include <algorithm>
#include <map>

namespace Helmdesk
{
namespace
{

constexpr quint16 tryAgainLater = 1013;

} // namespace

void ChatSockets::add(const std::shared_ptr<HttpSocket> &socket, const QByteArray &client, const QString &key,
                      MessageId after)
{
    makeRoom(client, key);
    Entry &entry = m_entries.emplace_back(Entry{++m_lastId, socket, client, key, after});
    push(entry);
}

void ChatSockets::makeRoom(const QByteArray &client, const QString &key)
{
    if (std::ranges::count(m_entries, key, &Entry::key) >= m_limits.perChat) {
        drop(std::ranges::find(m_entries, key, &Entry::key));
        return;
    }
    if (static_cast<int>(m_entries.size()) < m_limits.total)
        return;
    std::map<QByteArray, int> shares{{client, 1}}; // with the newcomer
    for (const Entry &entry : m_entries)
        ++shares[entry.client];
    const auto most = std::ranges::max_element(shares, {}, [](const auto &share) { return share.second; });
    auto oldest = std::ranges::find(m_entries, most->first, &Entry::client);
    drop(oldest == m_entries.end() ? m_entries.begin() : oldest);
}

void ChatSockets::drop(std::list<Entry>::iterator entry)
{
    const auto socket = entry->socket;
    m_entries.erase(entry);
    socket->close(tryAgainLater, "Another window needs the place.");
}

void ChatSockets::remove(const HttpSocket &socket)
{
    std::erase_if(m_entries, [&socket](const Entry &entry) { return entry.socket.get() == &socket; });
}

void ChatSockets::clear()
{
    m_entries.clear();
}

void ChatSockets::announce(const QString &key)
{
    for (Entry &entry : m_entries)
        if (key.isEmpty() || entry.key == key)
            push(entry);
}

ChatSockets::Entry *ChatSockets::find(qint64 id)
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    return found == m_entries.end() ? nullptr : &*found;
}

void ChatSockets::push(Entry &entry)
{
    if (entry.isBusy) {
        entry.hasNews = true;
        return;
    }
    entry.isBusy = true;
    entry.hasNews = false;
    m_reader(entry.key, entry.last, [this, id = entry.id](const News &news) { deliver(id, news); });
}

void ChatSockets::deliver(qint64 id, const News &news)
{
    Entry *entry = find(id);
    if (entry == nullptr)
        return;
    if (news.text.isEmpty()) {
        settle(id);
        return;
    }
    entry->last = news.last;
    entry->hasNews = true; // there may be more than one reading gives
    entry->socket->send(news.text, [this, id] { settle(id); });
}

void ChatSockets::settle(qint64 id)
{
    Entry *entry = find(id);
    if (entry == nullptr)
        return;
    entry->isBusy = false;
    if (entry->hasNews)
        push(*entry);
}

} // namespace Helmdesk
