#include "specialists/EntityParts.h"

#include <QHash>

namespace Helmdesk::EntityParts
{

namespace
{

QString codeOf(const QString &language)
{
    static const QHash<QString, QString> codes{
        {QStringLiteral("english"), QStringLiteral("en")},
        {QStringLiteral("german"), QStringLiteral("de")},
        {QStringLiteral("deutsch"), QStringLiteral("de")},
        {QStringLiteral("french"), QStringLiteral("fr")},
        {QStringLiteral("français"), QStringLiteral("fr")},
        {QStringLiteral("francais"), QStringLiteral("fr")},
        {QStringLiteral("spanish"), QStringLiteral("es")},
        {QStringLiteral("español"), QStringLiteral("es")},
        {QStringLiteral("espanol"), QStringLiteral("es")},
        {QStringLiteral("italian"), QStringLiteral("it")},
        {QStringLiteral("italiano"), QStringLiteral("it")},
        {QStringLiteral("portuguese"), QStringLiteral("pt")},
        {QStringLiteral("português"), QStringLiteral("pt")},
        {QStringLiteral("dutch"), QStringLiteral("nl")},
        {QStringLiteral("nederlands"), QStringLiteral("nl")},
        {QStringLiteral("polish"), QStringLiteral("pl")},
        {QStringLiteral("swedish"), QStringLiteral("sv")},
        {QStringLiteral("danish"), QStringLiteral("da")},
        {QStringLiteral("norwegian"), QStringLiteral("no")},
        {QStringLiteral("finnish"), QStringLiteral("fi")},
        {QStringLiteral("czech"), QStringLiteral("cs")},
        {QStringLiteral("turkish"), QStringLiteral("tr")},
        {QStringLiteral("japanese"), QStringLiteral("ja")},
        {QStringLiteral("chinese"), QStringLiteral("zh")},
        {QStringLiteral("korean"), QStringLiteral("ko")},
        {QStringLiteral("russian"), QStringLiteral("ru")},
        {QStringLiteral("ukrainian"), QStringLiteral("uk")},
        {QStringLiteral("greek"), QStringLiteral("el")},
        {QStringLiteral("hungarian"), QStringLiteral("hu")},
        {QStringLiteral("romanian"), QStringLiteral("ro")},
        {QStringLiteral("arabic"), QStringLiteral("ar")},
        {QStringLiteral("hindi"), QStringLiteral("hi")},
    };
    return codes.value(language.toLower());
}

} // namespace

QString languageNamedIn(const QString &text)
{
    constexpr qsizetype mostWords = 6;
    if (text.simplified().count(QLatin1Char(' ')) >= mostWords || text.contains(QLatin1Char('?')))
        return {};
    static const QRegularExpression word = pattern("\\p{L}{4,12}");
    for (auto it = word.globalMatch(text); it.hasNext();) {
        if (const QString code = codeOf(it.next().captured()); !code.isEmpty())
            return code;
    }
    return {};
}

QString newLanguage(const QString &text)
{
    // "switch my language to German" says it, before "everything is in English" does.
    static const QRegularExpression target =
        pattern("(?:(?<!\\p{L})language\\b[^.\\n]{0,40}?(?:\\b(?:to|is|into)|->|→|=|:)|(?<!\\p{L})(?:switch|"
                "change|set)\\b[^.\\n]{0,40}?\\b(?:to|into))\\s{1,2}[\"']?(\\p{L}{4,12})");
    static const QRegularExpression use = pattern(
        "(?:(?<!\\p{L})(?:account|profile|emails?|messages|invoices|everything|interface|dashboard)\\s(?"
        ":\\p{L}{1,10}"
        "\\s){0,2}in|(?<!\\p{L})(?:account|profile|interface|dashboard|app|everything)\\s(?:to\\s)?(?:speaks?"
        "|talks?|be in)|"
        "(?<!\\p{L})(?:write|reply|answer|respond|mail|email|talk|speak|communicate|contact "
        "me)\\b(?=[^\\n]*(?:\\bfrom now on\\b|"
        "\\balways\\b|\\bin future\\b|\\bin the future\\b|\\blanguage\\b))[^.\\n]{0,30}?\\bin)"
        "\\s{1,2}[\"']?(\\p{L}{4,12})");
    static const QRegularExpression plain = // "set language English"
        pattern("\\b(?:set|change|switch|make)\\s(?:my |our |the )?(?:account |profile "
                ")?language\\s{1,2}(\\p{L}{4,12})\\b");
    static const QRegularExpression made =
        pattern("\\bmake\\s{1,2}(\\p{L}{4,12})\\s{1,2}(?:my|our|the)\\s(?:\\p{L}{1,12}\\s)?language\\b");
    if (const auto match = made.match(text); match.hasMatch()) {
        if (const QString code = codeOf(match.captured(1)); !code.isEmpty())
            return code;
    }
    static const QRegularExpression ownWork =
        pattern("\\b(?:i|we) (?:send|write|create|issue|export|print|publish)\\b");
    static const QRegularExpression ofThing = pattern(
        "\\blanguage\\s(?:of|for|on|in)\\s(?:my|our|the|this|that|an?|one)\\s(?:\\p{L}+\\s)?(?:file|folder|"
        "project|board|task|list|document|doc|page|form|report|template|website|chat|bot|keyboard|calendar)"
        "\\b");
    if (ownWork.match(text).hasMatch() || ofThing.match(text).hasMatch())
        return {};
    for (const QRegularExpression *form : {&target, &use, &plain}) {
        for (auto it = form->globalMatch(text); it.hasNext();) {
            if (const QString code = codeOf(it.next().captured(1)); !code.isEmpty())
                return code;
        }
    }
    return {};
}

} // namespace Helmdesk::EntityParts
