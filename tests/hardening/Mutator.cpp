#include "hardening/Mutator.h"

namespace Helmdesk::Hardening
{

Mutator::Mutator(QByteArrayList seeds, QByteArrayList words, quint64 seed, qsizetype longest)
    : m_seeds(std::move(seeds))
    , m_words(std::move(words))
    , m_random(seed)
    , m_longest(longest)
{
}

quint64 Mutator::below(quint64 bound)
{
    // Not std::uniform_int_distribution, whose results differ between libraries.
    return bound == 0 ? 0 : m_random() % bound;
}

qsizetype Mutator::place(const QByteArray &input)
{
    return static_cast<qsizetype>(below(static_cast<quint64>(input.size()) + 1));
}

void Mutator::change(QByteArray &input)
{
    const qsizetype at = place(input);
    const qsizetype length = static_cast<qsizetype>(below(64));
    switch (below(9)) {
    case 0:
        if (at < input.size())
            input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
        break;
    case 1:
        input.insert(at, static_cast<char>(below(256)));
        break;
    case 2:
        input.remove(at, length);
        break;
    case 3:
        input.insert(place(input), input.mid(at, length));
        break;
    case 4:
        input.truncate(at);
        break;
    case 5: { // the tail of another seed
        const QByteArray &other =
            m_seeds[static_cast<qsizetype>(below(static_cast<quint64>(m_seeds.size())))];
        input.truncate(at);
        input += other.mid(place(other));
        break;
    }
    case 6: // one piece many times
        input.insert(at, input.mid(at, 1 + length / 8).repeated(static_cast<qsizetype>(below(48))));
        break;
    default:
        if (!m_words.isEmpty())
            input.insert(at, m_words[static_cast<qsizetype>(below(static_cast<quint64>(m_words.size())))]);
        break;
    }
}

QByteArray Mutator::next()
{
    QByteArray input = m_seeds[static_cast<qsizetype>(below(static_cast<quint64>(m_seeds.size())))];
    const quint64 changes = 1 + below(12);
    for (quint64 i = 0; i < changes; ++i)
        change(input);
    input.truncate(m_longest);
    return input;
}

} // namespace Helmdesk::Hardening
