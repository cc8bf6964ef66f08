#include "escalation/BotQuestion.h"

#include <algorithm>
#include <QRegularExpression>
#include <QSet>

namespace Helmdesk
{
namespace
{

constexpr size_t mostTokens = 30; // a longer message is about something else
constexpr size_t reach = 9;       // words between the one and what it is
constexpr size_t pointerReach = 4;
constexpr size_t shortQuestion = 10;

QSet<QString> setOf(QStringView words)
{
    QSet<QString> built;
    for (const QStringView word : words.split(u' ', Qt::SkipEmptyParts))
        built.insert(word.toString());
    return built;
}

// "Who are you?", "who am I talking to?", "what can you do?"
bool asksWhoAnswers(const std::vector<TextToken> &tokens)
{
    constexpr size_t mostWords = 10;
    if (tokens.size() > mostWords)
        return false;
    QStringList words;
    for (const TextToken &token : tokens)
        words.append(token.word);
    static const QRegularExpression question(QStringLiteral(
        "\\b(?:(?:who|what) (?:are|r) (?:you|u|ya)(?: (?:exactly|actually|really|anyway|guys|then|please))*|"
        "who am i (?:talking|speaking|chatting|writing)(?: (?:to|with|here|now))*|"
        "what can (?:you|u) (?:do|help)(?: (?:me|us|for|with|here|exactly))*)$"));
    return question.match(words.join(QLatin1Char(' '))).hasMatch();
}

// "So a robot?", "just a machine then?": nothing but the word for it.
bool isOnlyWordForBot(const std::vector<TextToken> &tokens)
{
    constexpr size_t mostWords = 5;
    static const QSet<QString> bots = setOf(u"bot robot machine chatbot ai computer program");
    static const QSet<QString> fillers =
        setOf(u"so a an the just only ok okay oh hm hmm ah and or then some kind of right basically its");
    return tokens.size() <= mostWords &&
           std::ranges::all_of(tokens,
                               [](const TextToken &token) {
                                   return bots.contains(token.word) || fillers.contains(token.word);
                               }) &&
           std::ranges::any_of(tokens, [](const TextToken &token) { return bots.contains(token.word); });
}

} // namespace

bool asksWhetherBot(const std::vector<TextToken> &tokens)
{
    static const QSet<QString> answerers = setOf(u"you u ya youre yourself who");
    static const QSet<QString> pointers = setOf(u"this it"); // only right after "is": "what would it cost"
    static const QSet<QString> equals = setOf(u"is if whether was");
    static const QSet<QString> natures = setOf(
        u"bot bots robot robots chatbot robotic machine computer program software ai artificial automated "
        u"automatic algorithm human humans person people android virtual real alive sentient living "
        u"chatgpt gpt llm");
    static const QSet<QString> asking = setOf(
        u"are is am r do does can could would be being if whether yourself consider think actually really "
        u"secretly talking speaking chatting real who");
    // With these a person is asked for, or somebody else is spoken of.
    static const QSet<QString> others = setOf(
        u"want need get give connect transfer put call let prefer rather speak talk agent representative "
        u"manager supervisor operator someone somebody my account refund invoice password error app "
        u"card payment order billing offer sell have provide deliver accept allow support groups group over "
        u"under");
    if (tokens.empty() || tokens.size() > mostTokens)
        return false;
    if (asksWhoAnswers(tokens) || isOnlyWordForBot(tokens))
        return true;
    // "Is there a human typing these answers?"
    static const QSet<QString> writing = setOf(u"typing writing behind");
    static const QSet<QString> realness = setOf(u"real actual live human virtual");
    for (size_t i = 1; i < tokens.size(); ++i) {
        const bool isWriter = natures.contains(tokens[i - 1].word) && writing.contains(tokens[i].word);
        const bool isActualAgent =
            tokens[i].word == QLatin1String("agent") && realness.contains(tokens[i - 1].word) &&
            tokens.front().word != QLatin1String("i") &&
            std::ranges::any_of(tokens, [](const TextToken &token) {
                return token.word == QLatin1String("arent") || token.word == QLatin1String("are");
            });
        if (isWriter || (isActualAgent && tokens.size() <= shortQuestion))
            return true;
    }
    bool asks = false;
    bool isAboutThing = false;
    for (const TextToken &token : tokens) {
        asks = asks || asking.contains(token.word);
        isAboutThing = isAboutThing || others.contains(token.word);
    }
    if (!asks || isAboutThing)
        return false;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const bool isPointer =
            pointers.contains(tokens[i].word) && i > 0 && equals.contains(tokens[i - 1].word);
        if (!isPointer && !answerers.contains(tokens[i].word))
            continue;
        const size_t last = std::min(tokens.size(), i + 1 + (isPointer ? pointerReach : reach));
        for (size_t j = i + 1; j < last; ++j) {
            // "You people are useless" speaks to several.
            const bool isVocative =
                tokens[j].word == QLatin1String("people") && answerers.contains(tokens[j - 1].word);
            if (natures.contains(tokens[j].word) && !isVocative)
                return true;
        }
    }
    // "Am I talking to a robot?"
    const auto talking = std::ranges::find_if(tokens, [](const TextToken &token) {
        return token.word == QLatin1String("talking") || token.word == QLatin1String("speaking") ||
               token.word == QLatin1String("chatting");
    });
    return std::any_of(talking, tokens.end(),
                       [](const TextToken &token) { return natures.contains(token.word); });
}

} // namespace Helmdesk
