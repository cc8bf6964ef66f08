#include "specialists/DraftJudge.h"

#include "specialists/Grounding.h"
#include "specialists/ReplyStyle.h"
#include "specialists/TracedFigures.h"

#include <algorithm>
#include <QRegularExpression>
#include <QSet>

namespace Helmdesk
{
namespace
{

// What a tool gave, as the words of a sentence that tells of it.
QString wordsOf(const Json &result)
{
    if (result.is_object() || result.is_array()) {
        QString words;
        for (const auto &[name, value] : result.items())
            words += QString::fromStdString(result.is_object() ? name : std::string())
                         .replace(QLatin1Char('_'), QLatin1Char(' ')) +
                     QLatin1Char(' ') + wordsOf(value) + QLatin1Char('\n');
        return words;
    }
    return result.is_string() ? result.get<QString>() : QString::fromUtf8(toBytes(result));
}

// "I have refunded", "we'll send you", "your refund has been issued": things done or to be done by the desk.
QStringList claimsIn(const QString &draft, const QString &sources)
{
    static const QRegularExpression claim(
        QStringLiteral(
            "\\b(?:(?:i|we)(?:['’]ve| have)(?: (?:now|just|already|successfully|also))* \\w+ed\\b|"
            "(?:i|we)(?:['’](?:ve|ll|m|re)| have| will| am| are| did| had)?(?: (?:now|just|already|"
            "successfully|also|gladly|personally|going to))* "
            "(?:refund|reset|cancel|updat|chang|delet|remov|sent|send|"
            "process|issu|credit|escalat|forward|creat|open|appl|extend|upgrad|downgrad|activat|deactivat|"
            "fix|"
            "block|unlock|transfer|paid|pay|reimburs|waiv|submit|approv|confirm|arrang|book|notif)\\w*|"
            "(?:has|have|had) (?:now |just |already |successfully )*been "
            "(?:refund|reset|cancel|updat|chang|delet|"
            "remov|sent|process|issu|credit|escalat|forward|creat|open|appl|extend|upgrad|downgrad|activat|"
            "unlock|transfer|reimburs|waiv|submit|approv)\\w*|"
            "(?:is|are|was|were) (?:now |already |successfully "
            ")+(?:refund|reset|cancel|updat|chang|delet|remov|sent|"
            "process|issu|credit|approv)\\w*|"
            "(?:refund|change|cancellation|update|request|reset) (?:is|was) (?:complete|done|on its "
            "way|successful|"
            "approved)\\w*|you (?:will|'ll|’ll) (?:receive|get|be) (?:a |an |your |the )?"
            "(?:refund|credit|compensat|reimburs|replacement)\\w*)"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    auto matches = claim.globalMatch(draft);
    while (matches.hasNext()) {
        const QString phrase = matches.next().captured();
        if (!sources.contains(phrase, Qt::CaseInsensitive) && !found.contains(phrase))
            found.append(phrase);
    }
    return found;
}

// "[Customer name]", "{{name}}", "<EMAIL>": left for somebody to fill in, and nobody does.
QStringList blanksIn(const QString &draft, const QString &sources)
{
    static const QRegularExpression blank(
        QStringLiteral("\\[\\p{L}[^\\]\\n]{0,40}\\]|\\{\\{[^}\\n]{0,40}\\}\\}|<[A-Z][A-Z_ ]{2,30}>"),
        QRegularExpression::UseUnicodePropertiesOption);
    QStringList found;
    for (auto matches = blank.globalMatch(draft); matches.hasNext();) {
        const QString words = matches.next().captured();
        if (!sources.contains(words) && !found.contains(words))
            found.append(words);
    }
    return found;
}

// The words of a text that state something, by their beginnings: "invoice" and "invoices" meet. Figures are
// traced by themselves.
QStringList stemsOf(const QString &text)
{
    static const QSet<QString> silent{
        // courtesy, and what holds sentences together
        QStringLiteral("about"), QStringLiteral("also"),  QStringLiteral("and"),   QStringLiteral("any"),
        QStringLiteral("anyth"), QStringLiteral("are"),   QStringLiteral("assis"), QStringLiteral("been"),
        QStringLiteral("but"),   QStringLiteral("can"),   QStringLiteral("could"), QStringLiteral("does"),
        QStringLiteral("each"),  QStringLiteral("for"),   QStringLiteral("from"),  QStringLiteral("glad"),
        QStringLiteral("happy"), QStringLiteral("has"),   QStringLiteral("have"),  QStringLiteral("hello"),
        QStringLiteral("help"),  QStringLiteral("here"),  QStringLiteral("how"),   QStringLiteral("into"),
        QStringLiteral("its"),   QStringLiteral("know"),  QStringLiteral("let"),   QStringLiteral("may"),
        QStringLiteral("more"),  QStringLiteral("must"),  QStringLiteral("need"),  QStringLiteral("now"),
        QStringLiteral("our"),   QStringLiteral("over"),  QStringLiteral("pleas"), QStringLiteral("quest"),
        QStringLiteral("sorry"), QStringLiteral("sure"),  QStringLiteral("thank"), QStringLiteral("that"),
        QStringLiteral("the"),   QStringLiteral("their"), QStringLiteral("them"),  QStringLiteral("then"),
        QStringLiteral("there"), QStringLiteral("these"), QStringLiteral("they"),  QStringLiteral("this"),
        QStringLiteral("those"), QStringLiteral("was"),   QStringLiteral("welco"), QStringLiteral("were"),
        QStringLiteral("what"),  QStringLiteral("when"),  QStringLiteral("where"), QStringLiteral("which"),
        QStringLiteral("will"),  QStringLiteral("with"),  QStringLiteral("would"), QStringLiteral("you"),
        QStringLiteral("your")};
    constexpr qsizetype stemLength = 5;
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{M}]{3,}"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression figure(QStringLiteral("\\S*\\d\\S*"));
    QStringList stems;
    auto words = word.globalMatch(QString(text).replace(figure, QStringLiteral(" ")));
    while (words.hasNext()) {
        const QString stem = words.next().captured().toLower().left(stemLength);
        if (!silent.contains(stem))
            stems.append(stem);
    }
    return stems;
}

// The sentences of which most words stand in no source; `share` of them do.
QStringList unsupportedIn(const QString &draft, const QStringList &texts, double &share)
{
    constexpr double mostUnsaid = 0.5;
    const QStringList said = stemsOf(texts.join(QLatin1Char('\n')));
    const QSet<QString> known(said.begin(), said.end());
    QStringList unsupported;
    int statements = 0;
    for (const QString &sentence : splitSentences(draft)) {
        const QStringList stems = stemsOf(sentence);
        if (stems.isEmpty())
            continue;
        ++statements;
        const auto unsaid =
            std::ranges::count_if(stems, [&](const QString &stem) { return !known.contains(stem); });
        if (static_cast<double>(unsaid) > mostUnsaid * static_cast<double>(stems.size()))
            unsupported.append(sentence);
    }
    share = statements == 0 ? 1.0 : 1.0 - static_cast<double>(unsupported.size()) / statements;
    return unsupported;
}

// A word that says no. Of two sentences that speak of the same, one with it and one without contradict.
bool isNegated(const QString &sentence)
{
    static const QRegularExpression no(
        QStringLiteral("\\b(?:not|no|never|cannot|without|none|neither|nor|only|unless|except)\\b|n['’]t\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return no.match(sentence).hasMatch();
}

// Names inside a sentence, such as those of plans: "available on Starter".
QSet<QString> namesIn(const QString &sentence)
{
    static const QRegularExpression name(QStringLiteral("(?<=[\\p{Ll}\\d,] )\\p{Lu}\\p{Ll}{2,}"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    QSet<QString> names;
    for (auto matches = name.globalMatch(sentence); matches.hasNext();)
        names.insert(matches.next().captured().toLower().left(5));
    return names;
}

// Sentences that share most of their words with one of a source, but deny what it affirms, or say it of
// another name.
QStringList contradictionsIn(const QString &draft, const QStringList &texts)
{
    constexpr double sameMatter = 0.6; // of the words of the draft's sentence
    struct Source {
        QSet<QString> stems;
        QString text;
    };
    std::vector<Source> sources;
    for (const QString &text : texts) {
        for (const QString &sentence : splitSentences(text)) {
            const QStringList stems = stemsOf(sentence);
            sources.push_back({QSet<QString>(stems.begin(), stems.end()), sentence});
        }
    }
    QStringList found;
    for (const QString &sentence : splitSentences(draft)) {
        const QStringList stems = stemsOf(sentence);
        if (stems.size() < 2 || sentence.endsWith(QLatin1Char('?')))
            continue;
        const auto shared = [&](const Source &source) {
            return std::ranges::count_if(stems,
                                         [&](const QString &stem) { return source.stems.contains(stem); });
        };
        const auto best = std::ranges::max_element(sources, {}, shared);
        if (best == sources.end() || static_cast<double>(shared(*best)) < sameMatter * double(stems.size()))
            continue;
        const QString lower = best->text.toLower();
        const QSet<QString> names = namesIn(sentence);
        const bool isOfAnother =
            std::ranges::any_of(names, [&](const QString &name) { return !lower.contains(name); });
        if (isOfAnother || isNegated(sentence) != isNegated(best->text))
            found.append(sentence);
    }
    return found;
}

} // namespace

JudgedDraft judgeDraft(const QString &draft, const DraftSources &sources)
{
    QStringList texts = sources.texts;
    TracedFigures figures;
    for (const QString &text : sources.texts)
        figures.addText(text);
    for (const Json &result : sources.results) {
        figures.addResult(result);
        texts << wordsOf(result);
    }
    figures.addNames(sources.conversation);

    JudgedDraft verdict;
    for (const QString &figure : figures.untraced(draft))
        verdict.problems << QStringLiteral("\"%1\" stands in no source.").arg(figure);
    for (const QString &sentence :
         unsupportedIn(draft, texts, verdict.share)) // what the customer says backs nothing
        verdict.problems << QStringLiteral("No source says this: %1").arg(sentence.left(200));
    for (const QString &sentence : contradictionsIn(draft, texts))
        verdict.problems << QStringLiteral("A source says otherwise: %1").arg(sentence.left(200));
    for (const QString &blank : blanksIn(draft, (texts + QStringList{sources.conversation}).join(u'\n')))
        verdict.problems << QStringLiteral("\"%1\" is a blank that nobody fills in.").arg(blank);
    for (const QString &promise : checkGrounding(draft, texts).promises)
        verdict.problems << QStringLiteral("The desk cannot promise \"%1\".").arg(promise);
    for (const QString &claim : claimsIn(draft, texts.join(QLatin1Char('\n'))))
        verdict.problems << QStringLiteral("Nothing was done, so \"%1\" must not be said.").arg(claim);
    return verdict;
}

} // namespace Helmdesk
