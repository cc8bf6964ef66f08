#include "escalation/LanguageDetector.h"

#include <algorithm>
#include <array>
#include <QHash>
#include <QLocale>
#include <QSet>

#ifdef HELMDESK_HAVE_CLD2
#include <cld2/public/compact_lang_det.h>
#endif

namespace Helmdesk
{

namespace
{

constexpr int fewestWords = 4;
constexpr int enoughAccented = 6;         // with letters that English does not have
constexpr int enoughWords = 12;           // without
constexpr qsizetype longestSample = 4000; // characters; more tells nothing new
constexpr double englishShare = 0.2;      // of a text's words that are frequent English ones
constexpr double foreignShare = 0.2;

QString nameOfLanguage(const QString &code)
{
    const QLocale::Language language = QLocale(code).language();
    return language == QLocale::C ? code : QLocale::languageToString(language);
}

DetectedLanguage reliably(const QString &code)
{
    return {code, nameOfLanguage(code), true};
}

struct WordList {
    const char16_t *code;
    const char16_t *words;
};

constexpr WordList frequentWords[] = {
    {u"en",
     u"the i to a is my and in it of for on not can you have do with this that me be was are at how what but "
     u"get your please need want from an no help when if has would like does cant dont im there they we so "
     u"as or "
     u"will it's just been why where could any out or up account order card app password money payment still "
     u"still"},
    {u"de", u"ich und die der das nicht ist ein eine zu mit sie auf wie mein meine mir es habe kann bitte "
            u"den dem für von "
            u"wir haben bin wurde aber auch noch nach im einen hat sich wird sehr keine warum möchte"},
    {u"fr", u"je le la les et est de des un une pas que pour mon ma mes vous ne dans sur avec ai ce nous ou "
            u"mais au du "
            u"comment votre suis cette bonjour peux il qui en merci plus été mon"},
    {u"es", u"el la los las de que y no en un una mi por para con se es lo me como pero su puedo hola tengo "
            u"está ha cuando "
            u"gracias quiero necesito mis cómo esta al del más"},
    {u"it", u"il la di che non un una per mi con ho è sono come ma mio mia della nel posso grazie ciao "
            u"vorrei perché del "
            u"questo alla più anche i le si da"},
    {u"pt", u"o a os as de que não um uma para com por meu minha eu se no na em do da como mas está foi você "
            u"obrigado "
            u"olá preciso quero mais tenho são"},
    {u"nl",
     u"de het een ik en niet is van mijn op dat te met voor maar kan heb hoe er ook naar bij wat nog geen "
     u"graag wil jullie hallo zijn"},
    {u"pl", u"nie i w na z się że do jest mam mi to jak moje mój proszę dla czy ale po jestem dlaczego moją"},
    {u"sv",
     u"jag och att det är inte en på som min har med för av den till kan hur mitt men vill hej vad om"},
    {u"tr", u"ve bir bu için ben nasıl ne mi değil ile çok benim ama var yok daha lütfen merhaba hesabım"},
    {u"cs", u"je se na že nemohu můj jak a v do ale jsem není mám prosím dobrý moje"},
    {u"da", u"jeg og det er ikke en på min har med for af til kan hvordan mit men vil hej hvad om"},
};

struct ScriptLanguage {
    QChar::Script script;
    const char16_t *code;
};

constexpr ScriptLanguage scriptLanguages[] = {
    {QChar::Script_Cyrillic, u"ru"}, {QChar::Script_Greek, u"el"},    {QChar::Script_Hebrew, u"he"},
    {QChar::Script_Arabic, u"ar"},   {QChar::Script_Hangul, u"ko"},   {QChar::Script_Hiragana, u"ja"},
    {QChar::Script_Katakana, u"ja"}, {QChar::Script_Thai, u"th"},     {QChar::Script_Devanagari, u"hi"},
    {QChar::Script_Han, u"zh"},      {QChar::Script_Georgian, u"ka"}, {QChar::Script_Armenian, u"hy"},
    {QChar::Script_Bengali, u"bn"},  {QChar::Script_Tamil, u"ta"},
};

// The language of the script that most letters belong to; empty for Latin script and for no letters.
QString languageByScript(const QString &text)
{
    QHash<QString, int> counts;
    int letters = 0;
    for (const QChar c : QStringView(text).left(longestSample)) {
        if (!c.isLetter())
            continue;
        ++letters;
        const auto found = std::ranges::find(scriptLanguages, c.script(), &ScriptLanguage::script);
        if (found != std::end(scriptLanguages))
            ++counts[QString::fromUtf16(found->code)];
    }
    // Japanese mixes Han with its own syllables.
    if (counts.value(QStringLiteral("ja")) > 0)
        counts[QStringLiteral("ja")] += counts.value(QStringLiteral("zh"));
    QString best;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() * 2 > letters && it.value() > counts.value(best))
            best = it.key();
    }
    return best;
}

// Share of the words that are frequent ones of the language, by language in the order of the table.
std::array<double, std::size(frequentWords)> sharesOfWords(const std::vector<TextToken> &tokens)
{
    static const auto lists = [] {
        std::array<QSet<QString>, std::size(frequentWords)> built;
        for (size_t index = 0; index < built.size(); ++index) {
            for (QStringView word : QStringView(frequentWords[index].words).split(u' ', Qt::SkipEmptyParts))
                built[index].insert(word.toString());
        }
        return built;
    }();
    constexpr size_t mostWords = 400;
    std::array<double, std::size(frequentWords)> shares{};
    const size_t count = std::min(tokens.size(), mostWords);
    for (size_t at = 0; at < count; ++at) {
        for (size_t index = 0; index < shares.size(); ++index)
            shares[index] += lists[index].contains(tokens[at].word) ? 1.0 / static_cast<double>(count) : 0.0;
    }
    return shares;
}

#ifdef HELMDESK_HAVE_CLD2
// The library still writes some codes that ISO 639 has replaced.
QString modernCode(const QString &code)
{
    static const QHash<QString, QString> replaced{{QStringLiteral("iw"), QStringLiteral("he")},
                                                  {QStringLiteral("in"), QStringLiteral("id")},
                                                  {QStringLiteral("jw"), QStringLiteral("jv")},
                                                  {QStringLiteral("mo"), QStringLiteral("ro")},
                                                  {QStringLiteral("tl"), QStringLiteral("fil")}};
    return replaced.value(code, code);
}

DetectedLanguage detectByLibrary(const QString &text)
{
    const QByteArray bytes = text.left(longestSample).toUtf8();
    CLD2::Language languages[3];
    int percents[3];
    int textBytes = 0;
    bool isReliable = false;
    CLD2::DetectLanguageSummary(bytes.constData(), static_cast<int>(bytes.size()), true, languages, percents,
                                &textBytes, &isReliable);
    constexpr int plainMajority = 70; // per cent of the text
    if (!isReliable || percents[0] < plainMajority || languages[0] == CLD2::UNKNOWN_LANGUAGE)
        return {};
    return reliably(modernCode(QString::fromLatin1(CLD2::LanguageCode(languages[0])).section(u'-', 0, 0)));
}
#endif

} // namespace

DetectedLanguage detectLanguageByWords(const QString &text, const std::vector<TextToken> &tokens)
{
    if (const QString code = languageByScript(text); !code.isEmpty())
        return reliably(code);
    const auto shares = sharesOfWords(tokens);
    if (shares[0] >= englishShare)
        return reliably(QStringLiteral("en"));
    const auto best = std::ranges::max_element(shares);
    if (tokens.size() >= size_t(fewestWords) && best != shares.begin() && *best >= foreignShare &&
        *best >= 2.0 * shares[0])
        return reliably(QString::fromUtf16(frequentWords[best - shares.begin()].code));
    return {};
}

DetectedLanguage detectLanguage(const QString &text, const std::vector<TextToken> &tokens)
{
    const DetectedLanguage byWords = detectLanguageByWords(text, tokens);
#ifdef HELMDESK_HAVE_CLD2
    if (byWords.isReliable && byWords.isEnglish())
        return byWords;
    const DetectedLanguage byLibrary = detectByLibrary(text);
    if (!byLibrary.isReliable)
        return byWords;
    const bool isForeignScript = !languageByScript(text).isEmpty();
    if (byLibrary.isEnglish() || isForeignScript)
        return byLibrary;
    // Latin script: few words with slips look like many languages, so some frequent word of it must be there
    // too.
    const auto shares = sharesOfWords(tokens);
    const bool hasOwnLetters = std::ranges::any_of(
        text.left(longestSample), [](QChar c) { return c.isLetter() && c.unicode() > 0x7F; });
    const auto isPlainWord = [](const TextToken &token) {
        return std::ranges::all_of(token.word, [](QChar c) { return c.isLetter(); });
    };
    const auto words = std::ranges::count_if(tokens, isPlainWord);
    const double englishPart = shares[0];
    constexpr double littleEnglish = 0.1;
    if (words < fewestWords || englishPart > littleEnglish)
        return byWords;
    const bool isSupported =
        byWords.isReliable || (hasOwnLetters && words >= enoughAccented) || words >= enoughWords;
    return isSupported ? byLibrary : byWords;
#else
    return byWords;
#endif
}

} // namespace Helmdesk
