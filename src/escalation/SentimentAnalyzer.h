#pragma once

#include "core/Result.h"
#include "security/PhraseMatcher.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <vector>

namespace Helmdesk
{

// Scores a text from -1 (very negative) to 1 by a lexicon with rules for negation, intensity, capitals,
// exclamation marks, emoticons, "but" and turns of phrase.
//
// The rules and constants are those of VADER: Hutto, C.J. and Gilbert, E.E. (2014), "VADER: A Parsimonious
// Rule-based Model for Sentiment Analysis of Social Media Text", ICWSM-14; the sum s of the ratings becomes
// s / sqrt(s*s + 15). One rule is added: words that describe a fault ("crashed", "failed") are negative, but
// however many there are, they do not make a sober report a furious one, so their sum is limited. The lexicon
// is in resources/sentiment, whose NOTICE.md tells where each file comes from.
//
// Thread: any, once made. Linear in the text. Scoring cannot fail.
class SentimentAnalyzer
{
public:
    // A message counts as negative at or below it, where two classes are wanted: the cut that VADER's authors
    // use. Escalation uses its own, lower limit (the setting sentiment.threshold).
    static constexpr double negativeCut = -0.05;

    // Reads lexicon.tsv, support.tsv, problems.tsv and idioms.tsv. NotFound or Io when one cannot be read,
    // InvalidInput when a line is no word and number.
    static Result<SentimentAnalyzer> create(const QString &folder);

    double score(const QString &text) const;
    double score(const QString &text, const std::vector<TextToken> &tokens) const;
    bool isNegative(const QString &text) const { return score(text) <= negativeCut; }

private:
    struct Rating {
        qsizetype at = 0; // place in the text
        double value = 0.0;
        bool isProblem = false;
    };
    struct Idiom {
        double value = 0.0;
        bool isProblem = false;
    };

    SentimentAnalyzer() = default;
    Result<> readRatings(const QString &path);
    Result<> readIdioms(const QString &path);
    Result<> readProblems(const QString &path);
    std::vector<Rating> ratings(const QString &text, const std::vector<TextToken> &tokens) const;
    double ratingAt(const std::vector<TextToken> &tokens, size_t at, bool isShouted) const;
    bool isRated(const TextToken &token) const;
    void addEmoticons(const QString &text, std::vector<Rating> &ratings) const;

    QHash<QString, double> m_words;
    QHash<QString, double> m_emoticons; // with everything that is not a word
    PhraseMatcher m_idioms;
    std::vector<Idiom> m_idiomRatings;
    QSet<QString> m_problems; // words that describe a fault
};

} // namespace Helmdesk
