#pragma once

#include "routing/LinearModelFile.h"

#include <QHash>

namespace Helmdesk
{

// The second reader of a turn: by the words and letters alone, without the encoder, whether a text asks for
// anything to be done at all, and whether it asks for one act. Both have to say so. Learned from the same
// examples as the heads, of every language that has some. A value; const calls are thread-safe.
class SecondReader
{
public:
    // One text, read once for all acts.
    class Heard
    {
    public:
        // Probability that the text asks for something, and that it asks for the act; 0 for an act that the
        // reader was not taught.
        double anything() const { return m_anything; }
        double act(const QString &act) const;

    private:
        friend class SecondReader;
        const SecondReader *m_reader = nullptr;
        std::vector<SparseFeature> m_row;
        double m_anything = 0.0;
    };

    // Valid as long as the reader.
    Heard hear(QStringView text) const;
    // How surely the whole turn and the sentence that asks for the act both ask for it: the less sure of
    // "anything" and "this act", each the geometric mean over the two texts.
    double agrees(const Heard &turn, const Heard &sentence, const QString &act) const;

    bool isEmpty() const { return m_ofAct.isEmpty(); }

    void save(LinearModelWriter &out) const;
    // An empty one, and a status of the head that says so, when the file holds none that is sound.
    static SecondReader restore(LinearModelReader &in);

private:
    friend class ReadingTrainer;
    static double probability(const LinearModel &model, const std::vector<SparseFeature> &row);
    bool isSound() const;

    LinearModel m_ofAnything;
    QHash<QString, LinearModel> m_ofAct;
};

} // namespace Helmdesk
