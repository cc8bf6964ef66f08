#include "encoder/VectorCache.h"

#include <QCryptographicHash>

namespace Helmdesk
{

QByteArray VectorCache::keyOf(QStringView text)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(text.utf16()),
                               text.size() * qsizetype{sizeof(QChar)});
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result();
}

Vector VectorCache::vectorOf(const SentenceEncoder &encoder, QStringView text)
{
    const QByteArray key = keyOf(text);
    if (auto found = find(key))
        return *std::move(found);
    Vector vector = encoder.encode(text);
    insert(key, vector);
    return vector;
}

std::optional<Vector> VectorCache::find(const QByteArray &key)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_index.find(key);
    if (found == m_index.end()) {
        ++m_misses;
        return std::nullopt;
    }
    ++m_hits;
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return found->second->vector;
}

void VectorCache::insert(const QByteArray &key, Vector vector)
{
    const std::scoped_lock lock(m_mutex);
    if (m_capacity == 0)
        return;
    if (const auto found = m_index.find(key); found != m_index.end()) {
        found->second->vector = std::move(vector);
        m_entries.splice(m_entries.begin(), m_entries, found->second);
        return;
    }
    if (m_entries.size() >= m_capacity) {
        m_index.erase(m_entries.back().key);
        m_entries.pop_back();
    }
    m_entries.push_front({key, std::move(vector)});
    m_index.emplace(key, m_entries.begin());
}

void VectorCache::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_index.clear();
    m_entries.clear();
}

std::size_t VectorCache::size() const
{
    const std::scoped_lock lock(m_mutex);
    return m_entries.size();
}

std::size_t VectorCache::hits() const
{
    const std::scoped_lock lock(m_mutex);
    return m_hits;
}

std::size_t VectorCache::misses() const
{
    const std::scoped_lock lock(m_mutex);
    return m_misses;
}

} // namespace Helmdesk
