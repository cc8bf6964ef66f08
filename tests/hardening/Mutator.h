#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <random>

namespace Helmdesk::Hardening
{

// Makes inputs out of seeds: the same ones for the same seed on every machine. Not thread-safe.
class Mutator
{
public:
    // `words` are put in whole; `longest` bounds what is made, in bytes. At least one seed.
    Mutator(QByteArrayList seeds, QByteArrayList words, quint64 seed, qsizetype longest);

    QByteArray next();

private:
    quint64 below(quint64 bound); // 0 to bound - 1; 0 for 0
    qsizetype place(const QByteArray &input);
    void change(QByteArray &input);

    QByteArrayList m_seeds;
    QByteArrayList m_words;
    std::mt19937_64 m_random;
    qsizetype m_longest;
};

} // namespace Helmdesk::Hardening
