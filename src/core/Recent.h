#pragma once

#include <algorithm>
#include <list>
#include <utility>

namespace Helmdesk
{

// The values of the keys that were used last, at most `capacity` of them; a handful, since a key is looked
// for one by one. Thread: one at a time.
template <typename Key, typename Value>
class Recent
{
public:
    explicit Recent(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    // Null where it is not kept (any more); else valid until the next put().
    const Value *find(const Key &key)
    {
        const auto it = std::ranges::find(m_entries, key, &Entry::first);
        if (it == m_entries.end())
            return nullptr;
        m_entries.splice(m_entries.begin(), m_entries, it);
        return &it->second;
    }

    const Value &put(Key key, Value value)
    {
        m_entries.emplace_front(std::move(key), std::move(value));
        if (m_entries.size() > m_capacity)
            m_entries.pop_back();
        return m_entries.front().second;
    }

    void clear() { m_entries.clear(); }

private:
    using Entry = std::pair<Key, Value>;

    std::size_t m_capacity;
    std::list<Entry> m_entries; // the one used last in front
};

} // namespace Helmdesk
