#include "specialists/EntityParts.h"

#include <QHash>

namespace Helmdesk::EntityParts
{
namespace
{

// Where a value ends in a sentence: at its end, or at the words with which people go on.
QString valueFrom(const QString &text, qsizetype maxLength, bool keepsCommas)
{
    static const QRegularExpression end = pattern(
        "\\n\\s*\\n|[;!?]|\\.(?=\\s|\\z)(?<!\\bco\\.)(?<!\\bst\\.)(?<!\\binc\\.)(?<!\\bltd\\.)(?<!\\brd\\.)(?"
        "<!\\bdr\\.)(?<!\\bapt\\.)(?<!\\b\\p{L}\\.)"
        "|\\s(?:please|thanks|thank you|instead|because|since|as (?:i|we|it)|so "
        "that|asap|effective|starting|from (?:now|today)|"
        "not [\"'\\p{L}]|rather than|and "
        "(?:my|the|also|please|i|we|change|update|could|can|is|(?:then |also "
        ")?(?:tell|let|send|give|show|explain|confirm|"
        "check|add|remove|set|how|where|what|when|why|who|which|would|will)\\s))\\b|,\\s*(?:please|thanks|"
        "and (?:my|also)|"
        "not\\b|as (?:i|we)\\b|i\\b|we\\b|can\\b|could\\b)|\\s-{1,2}\\s|\\sfrom\\s");
    static const QRegularExpression comma = pattern("[,\\n]");
    QString value = text.left(maxLength * 2);
    if (const auto match = end.match(value); match.hasMatch())
        value.truncate(match.capturedStart());
    if (!keepsCommas) {
        if (const auto match = comma.match(value); match.hasMatch())
            value.truncate(match.capturedStart());
    }
    static const QRegularExpression adverb = pattern("\\s(?:now|nowadays|today|already|currently|please)\\z");
    value = value.simplified().remove(adverb);
    static const QString edges = QStringLiteral("\"'“”„«»‘’:,<>()");
    while (!value.isEmpty() && edges.contains(value.at(0)))
        value.remove(0, 1);
    while (!value.isEmpty() && (edges.contains(value.back()) || value.back() == QLatin1Char(' ')))
        value.chop(1);
    return value.size() <= maxLength ? value : QString();
}

// What follows the first match of `lead`; empty when it is no value of that kind.
QString after(const QRegularExpression &lead, const QString &text, qsizetype maxLength, bool keepsCommas)
{
    const auto match = lead.match(text);
    return match.hasMatch() ? valueFrom(text.mid(match.capturedEnd(), maxLength * 2), maxLength, keepsCommas)
                            : QString();
}

bool hasLetter(const QString &text)
{
    static const QRegularExpression letter = pattern("\\p{L}");
    return letter.match(text).hasMatch();
}

bool hasDigit(const QString &text)
{
    static const QRegularExpression digit = pattern("[0-9]");
    return digit.match(text).hasMatch();
}

#define HELMDESK_CHANGE "(?<!\\p{L})(?:change|update|correct|set|rename|make|fix|edit|switch|have|and|also)"
#define HELMDESK_FROM "(?:\\s{1,2}from\\s[^\\n.;]{1,60}?)?"

QString newName(const QString &text)
{
    static const QRegularExpression change = pattern(
        HELMDESK_CHANGE
        "\\s{1,2}(?:my|the|our)?\\s{0,2}(?:(?!company|business|organi[sz]ation|team|workspace|firm|project|"
        "file)\\p{L}{1,14}\\s{1,2})"
        "{0,3}name(?:\\s{1,2}(?:on|in|of|for)\\s(?:my|the|our|this)\\s\\p{L}{1,14}){0,2}" HELMDESK_FROM
        "\\s{1,2}(?:to|into|as|be)\\s{1,3}(?:be\\s)?");
    static const QRegularExpression state = pattern(
        "(?<!\\p{L})my\\s(?:new\\s|full\\s|last\\s|legal\\s|correct\\s|real\\s)?(?:name\\s(?:is\\snow|"
        "has\\schanged\\sto|should\\sbe|was\\schanged\\sto|should\\sread)|"
        "(?<=new )name\\sis|(?<=correct )name\\sis|(?<=legal )name\\sis|(?<=real )name\\sis)\\s{1,2}");
    static const QRegularExpression misspelt = pattern(
        "(?<!\\p{L})(?:(?:sur|last |first )?name)\\s[^\\n?]{0,60}?(?:wrong|incorrect|mis-?spel\\p{L}*|typo)"
        "[^\\n?]{0,20}?(?:it|that)\\s(?:should|must)\\s(?:be|read|say)\\s{1,2}");
    QString name = after(change, text, 60, false);
    if (name.isEmpty())
        name = after(state, text, 60, false);
    if (name.isEmpty())
        name = after(misspelt, text, 60, false);
    const bool isName = hasLetter(name) && !hasDigit(name) && !name.contains(QLatin1Char('@')) &&
                        name.count(QLatin1Char(' ')) < 6;
    return isName ? name : QString();
}

QString newCompany(const QString &text)
{
    static const QRegularExpression change = pattern(
        HELMDESK_CHANGE
        "\\s{1,2}(?:my|the|our)?\\s{0,2}(?:\\p{L}{1,14}\\s{1,2}){0,2}(?:company|business|organi[sz]ation|"
        "firm)(?:\\s{1,2}name)?"
        "(?:\\s{1,2}(?:on|in|of|for)\\s(?:my|the|our|this|file)(?:\\s\\p{L}{1,14})?){0,2}" HELMDESK_FROM
        "\\s{1,2}(?:to|into|as)\\s{1,3}");
    static const QRegularExpression state = pattern(
        "(?<!\\p{L})(?:my|our|the)\\s(?:new\\s)?(?:company|business|organi[sz]ation|firm)(?:'s)?(?:"
        "\\sname)?\\s(?:is\\s(?:now\\s)?(?:called|named|now)|was\\srenamed\\s(?:to|as)|"
        "has\\sbeen\\srenamed\\s(?:to|as)|has\\schanged\\sits\\sname\\sto)\\s{1,2}|"
        "(?<!\\p{L})we(?:\\shave|'ve|’ve)?\\s(?:been\\s|were\\s|are\\s)?(?:now\\s|recently\\s|just\\s)?"
        "(?:renamed(?:\\sourselves|\\sthe\\scompany|\\sour\\s(?:company|business|firm))?\\s(?:to|as|into)|"
        "rebranded\\s(?:to|as)|called(?=\\s\\p{Lu})|changed\\sour\\s(?:company\\s|business\\s|trading\\s)?"
        "name\\sto)\\s{1,2}");
    QString company = after(change, text, 80, false);
    if (company.isEmpty())
        company = after(state, text, 80, false);
    return hasLetter(company) && !company.contains(QLatin1Char('@')) ? company : QString();
}

QString newAddress(const QString &text)
{
    static const QRegularExpression change =
        pattern(HELMDESK_CHANGE "\\s{1,2}(?:my|the|our)?\\s{0,2}(?:(?!e-?mail|mail)\\p{L}{1,14}\\s{1,2}){0,3}"
                                "address(?:\\s{1,2}(?:on|in|of|for)\\s(?:my|the|our|"
                                "this|file)(?:\\s\\p{L}{1,14})?){0,2}(?:\\s{1,2}from\\s[^\\n;]{1,100}?)?\\s{"
                                "0,2}(?:\\s(?:to|as)|:)\\s{1,3}");
    static const QRegularExpression state = pattern(
        "(?<!\\p{L})(?:(?:my|our|the)\\s(?:new|current|correct|billing|postal|mailing|shipping|"
        "street|home|company)\\s(?:\\p{L}{1,10}\\s)?address\\s"
        "(?:is\\snow|is|should\\sbe|:)|(?:my|our)\\saddress\\s(?:is\\snow|(?:has\\s)?changed\\sto|will\\sbe|"
        "should\\sbe)|new\\s(?:billing\\s|postal\\s)?address:)\\s{0,3}");
    static const QRegularExpression moved =
        pattern("(?<!\\p{L})(?:i|we|i've|we've|our office|the office|my "
                "company)(?:\\shave|\\shas)?(?:\\sjust|\\srecently)?\\s(?:moved|relocated)(?:\\s(?:our "
                "office|offices))?\\sto\\s{1,2}");
    for (const QRegularExpression *lead : {&change, &state, &moved}) {
        const QString address = after(*lead, text, 200, true);
        const bool isAddress = hasLetter(address) && hasDigit(address) && !address.contains(QLatin1Char('@'));
        if (isAddress && address.size() >= 6)
            return address;
    }
    return {};
}

QString newLanguage(const QString &text)
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
    static const QRegularExpression form = pattern(
        "(?:(?<!\\p{L})language\\b[^.\\n]{0,40}?\\b(?:to|is|into)|(?<!\\p{L})(?:switch|change|set)"
        "\\b[^.\\n]{0,40}?\\b(?:to|into)|"
        "(?<!\\p{L})(?:emails?|messages|invoices|everything|interface|dashboard)\\s(?:\\p{L}{1,10}"
        "\\s){0,2}in|"
        "(?<!\\p{L})(?:write|reply|answer|respond|mail|email|talk|speak)\\b(?=[^\\n]*(?:\\bfrom now on\\b|"
        "\\balways\\b|\\bin future\\b|\\bin the future\\b|\\blanguage\\b))[^.\\n]{0,30}?\\bin)"
        "\\s{1,2}[\"']?(\\p{L}{4,12})");
    for (auto it = form.globalMatch(text); it.hasNext();) {
        const auto found = codes.constFind(it.next().captured(1).toLower());
        if (found != codes.constEnd())
            return *found;
    }
    return {};
}

} // namespace

void findProfile(const QString &text, Entities &entities)
{
    entities.newName = newName(text);
    entities.newCompany = newCompany(text);
    entities.newAddress = newAddress(text);
    entities.newLanguage = newLanguage(text);
}

} // namespace Helmdesk::EntityParts
