#pragma once

#include "encoder/SentenceEncoder.h"

#include <list>
#include <mutex>
#include <optional>
#include <QByteArray>
#include <unordered_map>

namespace Helmdesk
{

// The vectors of the texts encoded last, so that a text is encoded once while it is in use: the router,
// retrieval and the answer cache ask for the same message. Keyed by a hash of the content; holds no text.
// About 1.7 kB an entry. Thread: any. Failure: none.
class VectorCache
{
public:
    explicit VectorCache(std::size_t capacity = 4096)
        : m_capacity(capacity)
    {
    }

    // The cached vector, or one fresh from the encoder, which is then kept. Two threads that ask for the same
    // new text at once may both encode it. One cache serves one encoder.
    Vector vectorOf(const SentenceEncoder &encoder, QStringView text);

    std::optional<Vector> find(const QByteArray &key);
    void insert(const QByteArray &key, Vector vector);
    void clear();

    std::size_t size() const;
    std::size_t hits() const;
    std::size_t misses() const;

    // SHA-256 of the text as UTF-16.
    static QByteArray keyOf(QStringView text);

private:
    struct Entry {
        QByteArray key;
        Vector vector;
    };
    struct KeyHash {
        std::size_t operator()(const QByteArray &key) const { return qHash(key); }
    };

    const std::size_t m_capacity;
    mutable std::mutex m_mutex; // guards all below
    std::list<Entry> m_entries; // the one used last in front
    std::unordered_map<QByteArray, std::list<Entry>::iterator, KeyHash> m_index;
    std::size_t m_hits = 0;
    std::size_t m_misses = 0;
};

} // namespace Helmdesk
