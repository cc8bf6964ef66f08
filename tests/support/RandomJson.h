#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace Helmdesk::Test
{

// Text as a careless or hostile sender might write it where JSON is expected: mostly JSON, with numbers that
// overflow, wrong types, half characters, repeated names and cuts. The same for the same seed.
class RandomJson
{
public:
    explicit RandomJson(quint32 seed)
        : m_random(seed)
    {
    }

    QByteArray value(int depth = 4);
    // An object with these members, each missing, odd or right.
    QByteArray object(std::initializer_list<const char *> names);
    // The text with one value, or a few bytes of it, replaced.
    QByteArray mutated(const QByteArray &json);

private:
    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }
    QByteArray scalar();

    QRandomGenerator m_random;
};

} // namespace Helmdesk::Test
