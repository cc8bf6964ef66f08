#include "pipeline/AutomaticText.h"

#include "core/Json.h"
#include "core/ResourcePaths.h"
#include "pipeline/Log.h"
#include "pipeline/SpacedWords.h"
#include "understanding/SentenceSplitter.h"

#include <algorithm>
#include <array>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr qsizetype longestNotice = 4000; // characters; what is longer says so at its beginning
constexpr double mostlyNotice = 0.6;      // of the sentences, in words, speak of nothing else
constexpr int shortSentence = 3;          // words; greetings and names

// The phrases of resources/mail/automatic.json, in many languages. What a message says decides, not in which.
struct AutomaticWords {
    QStringList openings;        // how subject or text of a machine's mail begins
    QStringList labels;          // words that are a whole subject, or stand before a colon in it
    QStringList absence;         // "I am on leave"
    QStringList notice;          // "until", "in urgent cases": what such a notice goes on with
    QStringList acknowledgement; // "we have received your"
    QStringList answering;       // "within two business days"
    QStringList asks;            // what only a customer writes about
};

QStringList phrasesOf(const Json &json, const char *name)
{
    QStringList phrases;
    for (const Json &phrase : memberOrNull(json, name))
        if (phrase.is_string())
            phrases.append(spacedWords(phrase.get<QString>()));
    return phrases;
}

const AutomaticWords &automaticWords()
{
    static const AutomaticWords words = [] {
        AutomaticWords made;
        const auto bytes = readResource(QStringLiteral("mail/automatic.json"));
        const auto json = bytes ? parseJson(*bytes) : Result<Json>(bytes.error());
        if (!json) {
            qCWarning(lcPipeline).noquote()
                << "notices of absence are told by their headers alone:" << json.error().detail;
            return made;
        }
        made.openings = phrasesOf(*json, "openings");
        made.labels = phrasesOf(*json, "labels");
        made.absence = phrasesOf(*json, "absence");
        made.notice = phrasesOf(*json, "notice");
        made.acknowledgement = phrasesOf(*json, "acknowledgement");
        made.answering = phrasesOf(*json, "answering");
        made.asks = phrasesOf(*json, "asks");
        return made;
    }();
    return words;
}

bool holdsOne(const QString &spaced, const QStringList &phrases)
{
    return std::ranges::any_of(phrases,
                               [&](const QString &phrase) { return findWords(spaced, phrase) >= 0; });
}

bool beginsWithOne(const QString &text, const QStringList &phrases)
{
    constexpr qsizetype beginning = 80;
    QString spaced = spacedWords(text.trimmed().left(beginning));
    if (spaced.startsWith(QLatin1String(" subject ")))
        spaced.remove(0, 8);
    return std::ranges::any_of(phrases, [&](const QString &phrase) {
        const qsizetype at = findWords(spaced, phrase);
        return at == 0 || at == 1; // 1: written without blanks between words
    });
}

// "Out of office: export", or nothing but "Abwesend".
bool isLabelled(const QString &subject, const QStringList &labels)
{
    const QString label = spacedWords(subject.section(QRegularExpression(QStringLiteral("[:\uFF1A]")), 0, 0));
    return std::ranges::any_of(labels, [&](const QString &each) { return each == label; });
}

bool asksSomething(const QString &text, const QString &spaced)
{
    constexpr std::array marks{u'?', u'\u061F', u'\uFF1F', u'\u037E'};
    return std::ranges::any_of(marks, [&](char16_t mark) { return text.contains(QChar(mark)); }) ||
           holdsOne(spaced, automaticWords().asks);
}

// A notice speaks of the absence or the arrival, of what to do meanwhile, and of nothing else.
bool isMostlyNotice(const QString &text, const QStringList &first, const QStringList &second)
{
    int words = 0;
    int ofNotice = 0;
    bool hasFirst = false;
    bool hasSecond = false;
    for (const SpokenRange &range : sentencesOf(text, standardUtteranceWords())) {
        const QString spaced = spacedWords(text.mid(range.begin, range.length));
        const int count = static_cast<int>(spaced.count(u' ')) - 1;
        const bool isFirst = holdsOne(spaced, first);
        const bool isSecond = holdsOne(spaced, second);
        hasFirst = hasFirst || isFirst;
        hasSecond = hasSecond || isSecond;
        if (count <= shortSentence && !isFirst && !isSecond)
            continue;
        words += std::max(count, 1);
        ofNotice += isFirst || isSecond ? std::max(count, 1) : 0;
    }
    return hasFirst && hasSecond && ofNotice >= mostlyNotice * words;
}

// What mail systems themselves write, in English whatever the language of the mail.
bool isOfMailSystem(const QString &text)
{
    static const QRegularExpression mailSystem(
        QStringLiteral(
            "\\bthis is the mail system at host\\b|\\bcould not be delivered to one or more recipients\\b|"
            "\\bthis (?:message|mail|e-mail) was (?:created|generated) automatically by (?:the )?mail "
            "(?:delivery|system)"),
        QRegularExpression::CaseInsensitiveOption);
    return mailSystem.match(text).hasMatch();
}

} // namespace

bool readsAutomatic(const QString &subject, const QString &whole)
{
    const QString text = whole.left(longestNotice);
    const AutomaticWords &words = automaticWords();
    if (beginsWithOne(subject, words.openings) || isLabelled(subject, words.labels) ||
        beginsWithOne(text, words.openings) || isOfMailSystem(text))
        return true;
    if (whole.size() > longestNotice || asksSomething(text, spacedWords(text)))
        return false;
    return isMostlyNotice(text, words.absence, words.notice) ||
           isMostlyNotice(text, words.acknowledgement, words.answering);
}

} // namespace Helmdesk
