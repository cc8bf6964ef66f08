#pragma once

#include "understanding/ActTable.h"
#include "understanding/Reading.h"

#include <functional>
#include <memory>

namespace Helmdesk
{

// Reads with the trained heads: the whole turn and each of its sentences are looked at once, and the turn
// asks for an act where both say so. Where the sentences could lift no act to `leastDecisive` they are not
// looked at, and the reading is that of the whole turn.
class LearnedReader final : public Reader
{
public:
    // A longer turn is not understood to the end, so it never asks for anything with certainty.
    static constexpr qsizetype mostSentences = 24;
    static constexpr double mostOfLong = 0.5;

    // `tokensOf` gives the encoder's vectors of a text, from a cache where they are there; thread-safe.
    using TokensOf = std::function<std::shared_ptr<const TokenVectors>(const QString &text)>;
    // `acts` describes the model's acts; one that it lacks leads to no playbook.
    LearnedReader(TokensOf tokensOf, std::shared_ptr<const ReadingModel> model,
                  const QHash<QString, ActDescription> &acts);

    Reading read(const QString &ownWords) const override;
    const ReadingModel &model() const { return *m_model; }

private:
    void askSecondReader(const QString &ownWords, Reading &reading) const;

    TokensOf m_tokensOf;
    std::shared_ptr<const ReadingModel> m_model;
    QStringList m_intents; // of the model's acts, in their order
};

// The sentences and lines of a text, trimmed, none empty. Unicode's rules of sentence boundaries. Pure.
QStringList sentencesIn(const QString &text);

} // namespace Helmdesk
