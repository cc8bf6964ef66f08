#include "understanding/LearnedReader.h"

#include "understanding/SentenceSplitter.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace Helmdesk
{
namespace
{

double contraryOf(const MoodProbabilities &moods)
{
    return moods.of(Mood::Refuses) + moods.of(Mood::Condition) + moods.of(Mood::Other);
}

// Whether a sentence can still make the turn ask for something: both have to say so.
bool mayAsk(const std::vector<MoodProbabilities> &whole)
{
    constexpr double least = leastDecisive * leastDecisive;
    return std::ranges::any_of(whole,
                               [](const MoodProbabilities &moods) { return moods.of(Mood::Asks) >= least; });
}

} // namespace

QStringList sentencesIn(const QString &text)
{
    QStringList sentences;
    for (const SpokenRange &range : sentencesOf(text, standardUtteranceWords()))
        sentences.append(text.sliced(range.begin, range.length));
    return sentences;
}

LearnedReader::LearnedReader(TokensOf tokensOf, std::shared_ptr<const ReadingModel> model,
                             const QHash<QString, ActDescription> &acts)
    : m_tokensOf(std::move(tokensOf))
    , m_model(std::move(model))
{
    for (const QString &act : m_model->acts())
        m_intents.append(acts.value(act).intent);
}

// Of the acts that may be decided on; of the others nothing is asked.
void LearnedReader::askSecondReader(const QString &ownWords, Reading &reading) const
{
    const SecondReader &second = m_model->second();
    std::optional<SecondReader::Heard> turn;
    for (ActReading &act : reading.acts) {
        if (act.intent.isEmpty() || act.asks < leastDecisive)
            continue;
        if (!turn)
            turn = second.hear(ownWords);
        act.second = second.agrees(*turn, second.hear(act.words), act.act);
    }
}

Reading LearnedReader::read(const QString &ownWords) const
{
    const QStringList sentences = sentencesIn(ownWords);
    const std::vector<MoodProbabilities> whole = m_model->moodsOf(ownWords, *m_tokensOf(ownWords));
    std::vector<std::vector<MoodProbabilities>> parts;
    if (sentences.size() > 1 && mayAsk(whole)) {
        for (const QString &sentence : sentences.mid(0, mostSentences))
            parts.push_back(m_model->moodsOf(sentence, *m_tokensOf(sentence)));
    }
    Reading reading;
    for (size_t act = 0; act < whole.size(); ++act) {
        ActReading item;
        item.act = m_model->acts()[static_cast<qsizetype>(act)];
        item.intent = m_intents[static_cast<qsizetype>(act)];
        item.mood = whole[act].likeliest();
        item.likelihood = whole[act].of(item.mood);
        item.asks = whole[act].of(Mood::Asks);
        item.contrary = contraryOf(whole[act]);
        item.words = sentences.value(0);
        double best = -1.0;
        for (size_t i = 0; i < parts.size(); ++i) {
            const MoodProbabilities &moods = parts[i][act];
            item.contrary = std::max(item.contrary, contraryOf(moods));
            if (moods.of(Mood::Asks) > best) {
                best = moods.of(Mood::Asks);
                item.words = sentences[static_cast<qsizetype>(i)];
            }
        }
        if (best >= 0.0) // both have to say so; the geometric mean is near the doubtful one
            item.asks = std::sqrt(item.asks * best);
        if (sentences.size() > mostSentences)
            item.asks = std::min(item.asks, mostOfLong);
        reading.acts.push_back(std::move(item));
    }
    askSecondReader(ownWords, reading);
    return reading;
}

} // namespace Helmdesk
