#include "escalation/SentimentAnalyzer.h"

#include <algorithm>
#include <cmath>
#include <QFile>
#include <QSet>

namespace Helmdesk
{

namespace
{

constexpr double sadFace = 0.5; // ":(" is sorry more often than angry
constexpr double boost = 0.293;
constexpr double capitalsBoost = 0.733;
constexpr double negationFactor = -0.74;
constexpr double normalizer = 15.0;
constexpr double exclamationBoost = 0.292;
constexpr double questionBoost = 0.18;
constexpr double manyQuestionsBoost = 0.96;
constexpr size_t wordsLookedBack = 3;
constexpr double gravestProblems = -1.7; // alone this gives a score of -0.40

const QHash<QString, double> &boosters()
{
    static const QHash<QString, double> words = [] {
        QHash<QString, double> built;
        const auto add = [&](QStringView list, double value) {
            for (QStringView word : list.split(u' ', Qt::SkipEmptyParts))
                built.insert(word.toString(), value);
        };
        add(u"absolutely amazingly awfully completely considerably decidedly deeply enormously entirely "
            u"especially "
            u"exceptionally extremely fabulously flipping freaking fully greatly hella highly hugely "
            u"incredibly intensely "
            u"majorly more most particularly purely quite really remarkably so substantially thoroughly "
            u"total totally "
            u"tremendously unbelievably unusually utter utterly very too such terribly seriously fucking "
            u"goddamn bloody pretty "
            u"beyond super far way truly always again ever complete extreme",
            boost);
        add(u"almost barely hardly kinda less little marginally occasionally partly scarcely slightly "
            u"somewhat sorta "
            u"bit fairly rather moderately mildly",
            -boost);
        return built;
    }();
    return words;
}

bool isNegation(const QString &word)
{
    static const QSet<QString> words = [] {
        QSet<QString> built;
        for (QStringView part :
             QStringView(
                 u"aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt "
                 u"mustnt neither neednt never none nor not nothing nowhere oughtnt shant shouldnt wasnt "
                 u"werent without wont wouldnt rarely seldom despite no nobody barely hardly lacks lacking")
                 .split(u' ', Qt::SkipEmptyParts))
            built.insert(part.toString());
        return built;
    }();
    return words.contains(word);
}

// Forms that lose their meaning with the apostrophe: "he'll" is no "hell".
bool isContraction(const TextToken &token)
{
    static const QSet<QString> words{QStringLiteral("hell"), QStringLiteral("well"), QStringLiteral("shell"),
                                     QStringLiteral("ill"),  QStringLiteral("wed"),  QStringLiteral("shed")};
    return token.end - token.start > token.word.size() && words.contains(token.word);
}

// "I would like", "looks like": no liking.
bool isOtherLike(const std::vector<TextToken> &tokens, size_t at)
{
    static const QSet<QString> subjects{
        QStringLiteral("i"),    QStringLiteral("we"),     QStringLiteral("they"), QStringLiteral("really"),
        QStringLiteral("dont"), QStringLiteral("didnt"),  QStringLiteral("also"), QStringLiteral("she"),
        QStringLiteral("he"),   QStringLiteral("people"), QStringLiteral("not"),  QStringLiteral("you")};
    return tokens[at].word == QLatin1String("like") && (at == 0 || !subjects.contains(tokens[at - 1].word));
}

double emphasis(const QString &text)
{
    const auto exclamations = std::min<qsizetype>(text.count(u'!'), 4);
    const auto questions = text.count(u'?');
    double boosted = static_cast<double>(exclamations) * exclamationBoost;
    if (questions > 1)
        boosted += questions <= 3 ? static_cast<double>(questions) * questionBoost : manyQuestionsBoost;
    return boosted;
}

bool hasMixedCase(const std::vector<TextToken> &tokens)
{
    const auto shouted = std::ranges::count_if(tokens, &TextToken::isCapitals);
    return shouted > 0 && static_cast<size_t>(shouted) < tokens.size();
}

} // namespace

Result<SentimentAnalyzer> SentimentAnalyzer::create(const QString &folder)
{
    SentimentAnalyzer analyzer;
    for (const char *name : {"lexicon.tsv", "support.tsv"}) {
        if (auto read = analyzer.readRatings(folder + u'/' + QLatin1String(name)); !read)
            return read.error();
    }
    if (auto read = analyzer.readProblems(folder + QStringLiteral("/problems.tsv")); !read)
        return read.error();
    if (auto read = analyzer.readIdioms(folder + QStringLiteral("/idioms.tsv")); !read)
        return read.error();
    return analyzer;
}

namespace
{

// Calls `take` with the two columns of every line that is no comment.
template <class Take>
Result<> readColumns(const QString &path, Take take)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorKind::NotFound, QStringLiteral("%1 does not exist").arg(path)};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, QStringLiteral("%1: %2").arg(path, file.errorString())};
    const QString text = QString::fromUtf8(file.readAll());
    int number = 0;
    for (QStringView line : QStringView(text).split(u'\n')) {
        ++number;
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (line.isEmpty() || line.startsWith(u"# "))
            continue;
        const qsizetype tab = line.indexOf(u'\t');
        bool isNumber = false;
        const double value = line.mid(tab + 1).toDouble(&isNumber);
        if (tab <= 0 || !isNumber)
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("%1: line %2 is no word and number").arg(path).arg(number)};
        take(line.left(tab), value);
    }
    return {};
}

} // namespace

Result<> SentimentAnalyzer::readRatings(const QString &path)
{
    return readColumns(path, [&](QStringView word, double value) {
        const bool isWord = std::ranges::all_of(word, [](QChar c) { return c.isLetterOrNumber(); });
        (isWord ? m_words : m_emoticons)[word.toString()] = value;
    });
}

Result<> SentimentAnalyzer::readIdioms(const QString &path)
{
    return readColumns(path, [&](QStringView phrase, double value) {
        m_idioms.add(phrase);
        m_idiomRatings.push_back({value, false});
    });
}

Result<> SentimentAnalyzer::readProblems(const QString &path)
{
    return readColumns(path, [&](QStringView phrase, double value) {
        if (phrase.contains(u' ')) {
            m_idioms.add(phrase);
            m_idiomRatings.push_back({value, true});
        } else {
            m_words[phrase.toString()] = value;
            m_problems.insert(phrase.toString());
        }
    });
}

bool SentimentAnalyzer::isRated(const TextToken &token) const
{
    const auto found = m_words.constFind(token.word);
    return found != m_words.constEnd() && *found != 0.0;
}

double SentimentAnalyzer::ratingAt(const std::vector<TextToken> &tokens, size_t at, bool isShouted) const
{
    double rating = m_words.value(tokens[at].word, 0.0);
    if (rating == 0.0 || isContraction(tokens[at]) || isOtherLike(tokens, at))
        return 0.0;
    const double sign = rating > 0.0 ? 1.0 : -1.0;
    if (isShouted && tokens[at].isCapitals)
        rating += sign * capitalsBoost;
    bool isNegated = false;
    for (size_t back = 1; back <= wordsLookedBack && back <= at; ++back) {
        const TextToken &earlier = tokens[at - back];
        if (tokens[at - back + 1].before == TextToken::Break::Hard)
            break;
        if (const auto booster = boosters().constFind(earlier.word); booster != boosters().constEnd()) {
            const double damped = *booster * (back == 2 ? 0.95 : back == 3 ? 0.9 : 1.0);
            rating += sign * (isShouted && earlier.isCapitals ? damped + capitalsBoost * (damped > 0 ? 1 : -1)
                                                              : damped);
        }
        // "No" belongs to the word right after it only.
        const bool reaches = earlier.word != QLatin1String("no") || back == 1;
        isNegated = isNegated || (reaches && isNegation(earlier.word));
    }
    return isNegated ? rating * negationFactor : rating;
}

void SentimentAnalyzer::addEmoticons(const QString &text, std::vector<Rating> &ratings) const
{
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        qsizetype end = at;
        bool hasWord = false;
        while (end < text.size() && !text[end].isSpace()) {
            hasWord = hasWord || text[end].isLetterOrNumber();
            if (text[end].unicode() >= 0x2600) { // emoji stand inside and behind words
                const bool isPair = text[end].isHighSurrogate() && end + 1 < text.size();
                const double value = m_emoticons.value(text.mid(end, isPair ? 2 : 1), 0.0);
                if (value != 0.0)
                    ratings.push_back({end, value, false});
                end += isPair ? 1 : 0;
            }
            ++end;
        }
        if (end - at <= 4 && text[at].unicode() < 0x80 && (!hasWord || end - at <= 3)) {
            const double value = m_emoticons.value(text.mid(at, end - at).toLower(), 0.0);
            if (value != 0.0)
                ratings.push_back({at, value < 0.0 ? sadFace * value : value, false});
        }
        at = end;
    }
}

std::vector<SentimentAnalyzer::Rating> SentimentAnalyzer::ratings(const QString &text,
                                                                  const std::vector<TextToken> &tokens) const
{
    std::vector<Rating> found;
    std::vector<bool> isTaken(tokens.size(), false);
    for (const PhraseMatch &match : m_idioms.findAll(tokens)) {
        if (isTaken[match.first])
            continue;
        const Idiom &idiom = m_idiomRatings[static_cast<size_t>(match.phrase)];
        double rating = idiom.value;
        for (size_t at = match.first; at <= match.last; ++at)
            isTaken[at] = true;
        const bool isNegated = match.first > 0 && tokens[match.first].before != TextToken::Break::Hard &&
                               isNegation(tokens[match.first - 1].word) &&
                               !isNegation(tokens[match.first].word);
        if (isNegated)
            rating *= negationFactor;
        found.push_back({tokens[match.first].start, rating, idiom.isProblem});
    }
    const bool isShouted = hasMixedCase(tokens);
    for (size_t at = 0; at < tokens.size(); ++at) {
        if (isTaken[at])
            continue;
        if (const double rating = ratingAt(tokens, at, isShouted); rating != 0.0)
            found.push_back({tokens[at].start, rating, m_problems.contains(tokens[at].word)});
    }
    addEmoticons(text, found);
    return found;
}

double SentimentAnalyzer::score(const QString &text) const
{
    return score(text, tokenize(text));
}

double SentimentAnalyzer::score(const QString &text, const std::vector<TextToken> &tokens) const
{
    std::vector<Rating> found = ratings(text, tokens);
    const auto isBut = [](const TextToken &token) { return token.word == QLatin1String("but"); };
    if (const auto but = std::ranges::find_if(tokens, isBut); but != tokens.end()) {
        for (Rating &rating : found)
            rating.value *= rating.at < but->start ? 0.5 : 1.5;
    }
    double feelings = 0.0;
    double problems = 0.0;
    for (const Rating &rating : found)
        (rating.isProblem ? problems : feelings) += rating.value;
    double sum = feelings + std::max(problems, gravestProblems);
    // Marks behind a report of a fault alone ("it crashed!!!") stress the fault, no feeling.
    if (feelings > 0.0 && sum > 0.0)
        sum += emphasis(text);
    else if (feelings < 0.0 && sum < 0.0)
        sum -= emphasis(text);
    return std::clamp(sum / std::sqrt(sum * sum + normalizer), -1.0, 1.0);
}

} // namespace Helmdesk
