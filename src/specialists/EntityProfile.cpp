#include "specialists/EntityParts.h"

#include <algorithm>

namespace Helmdesk::EntityParts
{
namespace
{

// Where a value ends in a sentence: at its end, or at the words with which people go on.
QString valueFrom(const QString &text, qsizetype maxLength, bool keepsCommas)
{
    static const QRegularExpression quote =
        pattern("\\A\\s{0,2}(?:\"([^\"\\n]{1,120})\"|[“„]([^”“\\n]{1,120})[”“]|«([^»\\n]{1,120})»)");
    static const QRegularExpression end = pattern(
        "\\n\\s*\\n|\\n\\s*[\\p{L} "
        "-]{2,24}[:=]|[;!?]|\\.(?=\\s|\\z)(?<!\\bco\\.)(?<!\\bst\\.)(?<!\\binc\\.)(?<!\\bltd\\.)(?<!\\brd\\.)"
        "(?"
        "<!\\bdr\\.)(?<!\\bapt\\.)(?<!str\\.)(?<!\\bave\\.)(?<!\\bn[or]\\.)(?<!\\bmr\\.)(?<!\\bmrs\\.)(?<!"
        "\\bms\\.)(?<!"
        "\\bprof\\.)(?<!\\b\\p{L}\\.)"
        "|\\s(?:please|pls|thanks|thank you|instead|because|since|as (?:i|we|it)|so "
        "that|asap|effective|starting|from (?:now|today)|these days|(?:can|could|would) (?:you|u)|"
        "(?:in|on|with) (?:the|my|your|ur|our) (?:account|system|profile|records?|database|settings|file|"
        "invoices?|books?|app)|"
        "not(?= [\"'\\p{L}])|with(?:out)? (?:an? )?\\p{L}\\b|rather than|and "
        "(?:my|the|also|please|i|we|change|update|could|can|is|(?:then |also "
        ")?(?:tell|let|send|give|show|explain|confirm|"
        "check|add|remove|set|how|where|what|when|why|who|which|would|will)\\s))\\b|,\\s*(?:please|pls|"
        "thanks|"
        "and (?:my|also)|"
        "not\\b|where\\b|how\\b|what\\b|as (?:i|we)\\b|i\\b|we\\b|can\\b|could\\b)|\\s-{1,2}\\s|\\sfrom\\s");
    static const QRegularExpression comma = pattern("[,\\n]");
    if (const auto match = quote.match(text); match.hasMatch())
        return match.captured(match.lastCapturedIndex()).simplified();
    QString value = text.left(maxLength * 2);
    if (const auto match = end.match(value); match.hasMatch())
        value.truncate(match.capturedStart());
    if (!keepsCommas) {
        if (const auto match = comma.match(value); match.hasMatch())
            value.truncate(match.capturedStart());
    }
    static const QRegularExpression adverb =
        pattern("\\s(?:now|nowadays|today|already|currently|please|pls)\\z");
    if (keepsCommas) { // the lines of an address
        static const QRegularExpression lineEnd = pattern("\\s*,?\\s*\\n\\s*(?=\\S)");
        value = value.trimmed().replace(lineEnd, QStringLiteral(", "));
    }
    value = value.simplified().remove(adverb);
    // "... to Foo Ltd." at the end of a sentence: the point ends the sentence, not the value. Whoever writes
    // "Co." writes "Ltd." as well.
    static const QRegularExpression legalForm =
        pattern("(?<=\\bltd|\\binc|\\bcorp|\\bplc|\\bllc)(?<!\\bco\\.\\sltd)\\.(?:\\s.*)?\\z");
    const bool goesOn = value.size() < text.simplified().size() && value.endsWith(QLatin1Char('.'));
    if (!goesOn)
        value.remove(legalForm);
    static const QString edges = QStringLiteral("\"'“”„«»‘’:,<>()");
    while (!value.isEmpty() && edges.contains(value.at(0)))
        value.remove(0, 1);
    while (!value.isEmpty() && (edges.contains(value.back()) || value.back() == QLatin1Char(' ')))
        value.chop(1);
    return value.size() <= maxLength ? value : QString();
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

// What a value of the field may look like, and how long it may be.
struct FieldRule {
    qsizetype maxLength;
    bool keepsCommas;
    bool (*accepts)(const QString &value);
};

// "Lena Marie Ostrow and for tax reasons": a name written with capitals ends before the first word without
// one, but for those that belong to names.
QString nameAlone(const QString &value)
{
    static const QStringList particles{
        QStringLiteral("de"),  QStringLiteral("da"),  QStringLiteral("di"),  QStringLiteral("del"),
        QStringLiteral("der"), QStringLiteral("den"), QStringLiteral("dos"), QStringLiteral("du"),
        QStringLiteral("la"),  QStringLiteral("le"),  QStringLiteral("van"), QStringLiteral("von"),
        QStringLiteral("zu"),  QStringLiteral("bin"), QStringLiteral("ibn"), QStringLiteral("al"),
        QStringLiteral("el"),  QStringLiteral("af"),  QStringLiteral("av"),  QStringLiteral("y"),
        QStringLiteral("ten"), QStringLiteral("ter")};
    QStringList words = value.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.size() < 2 || !words.front().front().isUpper())
        return value;
    const auto isSmall = [&](const QString &word) {
        return word.front().isLower() && !particles.contains(word) && !word.contains(QLatin1Char('\''));
    };
    words.erase(std::ranges::find_if(words, isSmall), words.end());
    while (!words.isEmpty() && particles.contains(words.back()))
        words.removeLast();
    return words.join(QLatin1Char(' '));
}

bool isName(const QString &value)
{
    return hasLetter(value) && !hasDigit(value) && !value.contains(QLatin1Char('@')) &&
           value.count(QLatin1Char(' ')) < 6;
}

bool isCompany(const QString &value)
{
    return hasLetter(value) && !value.contains(QLatin1Char('@'));
}

bool isPostalAddress(const QString &value)
{
    constexpr qsizetype shortest = 6;
    return value.size() >= shortest && hasLetter(value) && hasDigit(value) &&
           !value.contains(QLatin1Char('@'));
}

constexpr FieldRule nameRule{60, false, &isName};
constexpr FieldRule companyRule{80, false, &isCompany};
constexpr FieldRule addressRule{200, true, &isPostalAddress};

QString valueAt(const QString &text, const FieldRule &rule)
{
    const QString value = valueFrom(text, rule.maxLength, rule.keepsCommas);
    return rule.accepts == &isName ? nameAlone(value) : value;
}

// The ways to give a field a new value that differ by its noun alone. A value stands behind each lead, or
// where it captures, in it.
std::vector<QRegularExpression> formsOf(const char *noun)
{
    static const char *const forms[] = {
        // change my N (on my account) (from A) to B
        "(?<!\\p{L})(?:changed?|updated?|correct|alter|set|rename|make|fix|edit|switch|have|amend|adjust|"
        "modify|"
        "replace|register|record|note|save|store|and|"
        "also)"
        "\\s{1,2}(?:both\\s)?(?:(?:my|the|our)\\s{1,2})?(?:(?:old|current|present)\\s)?%N"
        "(?:\\s{1,2}(?:on|in|of|for)\\s(?:file|(?:my|the|our|this|your|all)(?:\\s(?:account|profile|invoices?"
        "|bills?|"
        "records?|file|system|subscription|details|user))?)){0,2}"
        "(?:\\s{1,2}from\\s[^\\n;]{1,100}?)?\\s{0,2}(?:\\s(?:to|into|as|be|with|by)\\s|:(?=\\s{0,2}(?-i:[\\p{"
        "Lu}0-"
        "9\"“])))\\s{0,3}(?:be\\s)?",
        // change my N, it should be B
        "(?<!\\p{L})(?:change|update|correct|fix)\\s(?:my|the|our)\\s%N\\b[^\\n]{0,20}?(?:it|this|that)\\s(?:"
        "should|must)\\s(?:be|read|say)\\s{1,2}",
        // my N is now B, has changed to B, should be B
        "(?<!\\p{L})(?:my|our|the)\\s%N\\s(?:is\\snow|(?:was\\s|has\\s)?changed\\s(?:from\\s[^\\n.;]{1,60}?"
        "\\s)?to|"
        "will\\sbe|should\\s(?:be|read|say)|must\\sbe)\\s(?:called\\s|named\\s)?",
        // as of Monday our N is: B
        "(?<!\\p{L})(?:my|our|the)\\s%N\\s(?:is|will\\sbe|reads)\\s?:\\s{1,2}",
        // the N is B now; my N has changed, it is B
        "(?<!\\p{L})(?:my|our|the)\\s%N\\sis\\s(?:called\\s|named\\s)?(?=[^\\n.;?!]{1,60}\\bnow(?:adays)?(?="
        "\\s*(?:[.,!;]|\\z)))",
        "(?<!\\p{L})(?:my|our|the)\\s%N\\shas\\s(?:just\\s|recently\\s)?changed\\s?[,.;:-]{1,2}\\s{1,2}it(?:'"
        "s|’s|\\sis)(?:\\snow)?\\s{1,2}",
        // my new N is B, the correct N: B
        "(?<!\\p{L})(?<!['’]s\\s)(?<!\\bhis\\s)(?<!\\bher\\s)(?<!\\btheir\\s)(?<!\\byour\\s)(?:new|correct|"
        "right|actual|updated|proper)\\s%N\\s{0,1}(?:(?:as\\sof|from|since|starting)\\s[^:\\n]{1,20})?(?:\\s("
        "?:is|"
        "will\\sbe|should\\sbe)(?:\\snow)?\\s|[:=]\\s{0,2})",
        // my N is misspelt / out of date (...): it should be B
        "(?<!\\p{L})(?:(?:my|our|the)\\s%N|%N\\s(?:you|on|in))\\b[^\\n]{0,60}?(?:wrong|incorrect|not\\s(?:"
        "right|correct)|mis-?spel|spelled|spelt|typo|out\\s?dated|"
        "out\\sof\\sdate|\\bold\\b|no\\slonger)[^\\n]{0,40}?(?:(?:should|must|ought\\sto)\\s(?:be|read|say)|"
        "\\bit(?:'s|’s|\\sis)(?:\\sactually|\\sreally)?|"
        "(?:right|correct|new)\\s(?:one|spelling|name|address|version)(?:\\sis|:))\\s{1,2}",
        // correct the spelling of my N? It's B
        "(?<!\\p{L})(?:spelling|typo|mistake|error)\\s[^\\n]{0,20}?(?:my|our|the)\\s%N\\b[^\\n]{0,40}?(?:(?:"
        "should|must)\\s(?:be|read|say)|\\bit(?:'s|’s|\\sis)(?:\\sactually|\\sreally)?)\\s{1,2}",
        // can you change my N? It's B now
        "(?<!\\p{L})(?:change|update|correct|fix)\\s(?:my|the|our)\\s%N\\s?[?.,;:-]{1,2}\\s{1,2}(?:it(?:'s|"
        "’s|\\sis)(?:\\s(?:now|actually))?|i(?:'m|’m|\\sam)\\snow)\\s{1,2}(?-i:(?=[\\p{Lu}0-9\"“]))",
        // the whole message: my N 1 ...
        "\\A\\s*(?:(?:and|then|also)\\s)?(?:(?:my|our|the)\\s)?(?:new\\s)?%N\\s{0,2}(?::|=|->|is)?\\s{1,3}(?="
        "[0-9])",
        // and the N too: B
        "(?<!\\p{L})(?:and|also|oh|plus)\\b[^\\n:]{0,12}(?:the|my|our)\\s%N\\s(?:too|as\\swell|also|please)"
        "\\s?[:,-]?\\s{1,2}(?-i:(?=[\\p{Lu}0-9]))",
        // the N on my account has to be B
        "(?<!\\p{L})(?:my|our|the)\\s%N\\s(?:on|in|for|of)\\s(?:my|our|the)\\s\\p{L}+\\s(?:should|must|"
        "has\\sto|needs\\sto|ought\\sto)\\s(?:now\\s)?(?:be|"
        "read|say)\\s{1,2}",
        "(?<!\\p{L})(?:my|our|the)\\s%N\\s(?:must|has\\sto|needs\\sto|ought\\sto|should)\\s(?:now\\s)?(?:be|"
        "read|say)\\s{1,2}",
        // the wrong N is on file; please correct it to B
        "(?<!\\p{L})%N\\b[^\\n]{0,60}?\\b(?:change|update|correct|set)\\s(?:it|this|that)\\s(?:to|into)\\s?:?"
        "\\s{1,2}",
        // I need B as the N in my profile
        "(?<!\\p{L})(?:need|want|like|have|set|make)\\s{1,2}([^\\n;?!,]{2,80}?)\\s{1,2}as\\s(?:my|our|the)"
        "\\s(?:new\\s)?%N\\b",
        // N: A -> B
        "(?<!\\p{L})%N\\b[^\\n]{0,50}?(?:->|→|=>)\\s{0,2}",
        // N on the account: please replace by B
        "(?<!\\p{L})%N\\b[^\\n.;?!]{0,40}?\\b(?:replace|change|update|correct)(?:\\s(?:it|that|this))?\\s(?:"
        "by|with|to|into)\\s{"
        "1,2}",
        // put B as my N
        "(?<!\\p{L})(?:put|enter|register|add|use|list|store|save|record|show)\\s{1,2}([^\\n;?!]{2,80}?)\\s{"
        "1,2}as\\s(?:my|our|the)\\s(?:new\\s)?%N\\b",
        // change/update ... phone 1, N B
        "(?<!\\p{L})(?:change|update|details|adjust)\\b[^\\n]{0,100}?[,;:]\\s{0,2}(?:and\\s)?(?:(?:my|our|"
        "the)\\s)?(?:new\\s)?%N(?:\\s(?:is|to)|:)?\\s{1,2}(?-i:(?=[\\p{Lu}0-9]))"};
    // "Please change two things: 1. N: A"
    static const char *const listed = "\\b(?:chang\\p{L}*|updat\\p{L}*|correct\\p{L}*|"
                                      "adjust\\p{L}*|amend\\p{L}*|new "
                                      "details)\\b[\\s\\S]{0,200}?\\n\\s{0,4}(?:[-*•]|[(]?[0-9a-h][.)])\\s{1,"
                                      "3}(?:(?:my|our|the|new)\\s)?%N\\s{0,2}(?::|=|->|is|to)\\s{1,3}";
    // "Kindly adapt two things in my data:" and a line for each
    static const char *const lines =
        "\\b(?:chang|updat|correct|adjust|amend|adapt|alter|edit|replac|set|enter|put|save|new|following)\\p{"
        "L}*"
        "\\b[^\\n]{0,80}:[ "
        "]*\\n(?:[^\\n]{0,80}:[^\\n]{1,120}\\n){0,4}?\\s{0,4}(?:(?:my|our|the|new)\\s)?%N\\s{0,2}"
        "(?::|=|->)\\s{0,3}";
    std::vector<QRegularExpression> out;
    out.push_back(pattern(QByteArray(listed).replace("%N", noun).constData()));
    out.push_back(pattern(QByteArray(lines).replace("%N", noun).constData()));
    for (const char *form : forms)
        out.push_back(pattern(QByteArray(form).replace("%N", noun).constData()));
    return out;
}

QString firstValue(const std::vector<QRegularExpression> &leads, const QString &text, const FieldRule &rule)
{
    for (const QRegularExpression &lead : leads) {
        const auto match = lead.match(text);
        if (!match.hasMatch())
            continue;
        const QString tail = match.lastCapturedIndex() > 0
                                 ? match.captured(match.lastCapturedIndex())
                                 : text.mid(match.capturedEnd(), rule.maxLength * 2);
        const QString value = valueAt(tail, rule);
        if (rule.accepts(value))
            return value;
    }
    return {};
}

// Whether the field is to be changed, wherever that is said: "there is a mistake in our company name".
QRegularExpression changeOf(const char *noun)
{
    static const QByteArray form =
        "\\A(?=[\\s\\S]*?\\b(?:chang(?:e|ed)|updat(?:e|ed|ing)|correct|amend(?:ing)?|adapt|adjust|fix|edit|"
        "alter|"
        "replace|switch|wrong|incorrect|mistakes?|typo|misspel\\w*|misspelt|old|outdated|out of "
        "date|moved|gone|"
        "no longer|still)\\b)(?=[\\s\\S]*?(?:\\b(?:my|our|the)\\s(?:\\p{L}+\\s)?|(?:\\A|[.!?\\n])\\s*)%N\\b)";
    return pattern(QByteArray(form).replace("%N", noun).constData());
}

// A new value that stands apart from the field that is to be changed: "There is a mistake in our company
// name. It has to be B", "Fix my address, we moved. It's B". Empty unless `change` matches.
QString valueApart(const QRegularExpression &change, const QString &text, const FieldRule &rule)
{
    static const QRegularExpression lead = pattern("\\b(?:it|that|this|name|spelling|address)(?:'s|’s|\\sis|"
                                                   "\\s(?:has|needs|ought)\\sto\\s(?:be|read|say)|"
                                                   "\\s(?:should|must)\\s(?:be|read|say)|\\sreads)(?:\\s(?:"
                                                   "now|actually|really|correctly|spelled|written|"
                                                   "called))?\\s{1,2}(?-i:(?=[\\p{Lu}0-9\"“]))");
    if (!change.match(text).hasMatch())
        return {};
    for (auto it = lead.globalMatch(text); it.hasNext();) {
        const QString tail = text.mid(it.next().capturedEnd(), rule.maxLength * 2);
        if (const QString value = valueAt(tail, rule); rule.accepts(value))
            return value;
    }
    return {};
}

std::vector<QRegularExpression> with(std::vector<QRegularExpression> forms, std::vector<const char *> more)
{
    for (const char *form : more)
        forms.push_back(pattern(form));
    return forms;
}

// "Our company name" is not the customer's; the places of all other words stay.
QString withoutNamesOfThings(QString text)
{
    static const QRegularExpression ofThing =
        pattern("(?<!\\p{L})((?:company|business|firm|organi[sz]ation|employer|trading|brand|file|folder|"
                "workspace|project|"
                "board|team|domain|product|task|list)(?:'s|’s)?\\s)name\\b");
    static const QRegularExpression nameOfThing = pattern(
        "(?<!\\p{L})name(?=\\s(?:of|on|for)\\s(?:my|our|the|this|that|an?|one)\\s(?:\\p{L}+\\s)?(?:file|"
        "folder|"
        "workspace|project|board|team|domain|product|task|list|document|doc|page|column|label|form|report|"
        "automation|template|tag|group|channel)\\b)");
    return text.replace(ofThing, QStringLiteral("\\1noun")).replace(nameOfThing, QStringLiteral("noun"));
}

QString newName(const QString &said)
{
    const QString text = withoutNamesOfThings(said);
    static const std::vector<QRegularExpression> leads =
        with(formsOf("(?:(?:full|legal|display|contact|user|account)\\s)?name"),
             {"(?<!\\p{L})my\\s(?:legal|real|full|complete|proper|official)\\sname\\sis\\s{1,2}",
              "(?<!\\p{L})rename\\s(?:me|my\\s(?:account|profile|user))\\s(?:(?:to|as|into)\\s)?",
              "(?<!\\p{L})(?:i(?:'m|’m|\\sam)?\\s(?:now\\s)?(?:go\\sby|known\\sas|called)|call\\sme(?!\\s(?:"
              "back|at|on|when|to|about)\\b))\\s(?:now\\s)?"
              "(?=[^\\n]{1,60}\\b(?:now|these days|account|system|profile|records?)\\b)"});
    static const QRegularExpression change =
        changeOf("(?:(?:full|legal|display|contact|user|account)\\s)?name");
    const QString value = firstValue(leads, text, nameRule);
    return value.isEmpty() ? valueApart(change, text, nameRule) : value;
}

QString newSurname(const QString &text)
{
    static const std::vector<QRegularExpression> leads =
        with(formsOf("(?:surname|(?:last|family|married|maiden)\\sname)"),
             {"(?<!\\p{L})(?:married|divorced|divorce|wedding)\\b[^\\n]{0,60}?(?:sur|last\\s|family\\s)?"
              "name\\sis(?:\\snow)?\\s",
              "(?<!\\p{L})my\\s(?:surname|(?:last|family)\\sname)\\sis\\s(?=[^.\\n]{1,40}\\bnow\\b)"});
    return firstValue(leads, text, nameRule);
}

QString newFirstName(const QString &text)
{
    static const std::vector<QRegularExpression> leads = formsOf("(?:(?:first|given)\\sname|forename)");
    return firstValue(leads, text, nameRule);
}

QString newCompany(const QString &text)
{
    static const std::vector<QRegularExpression> leads =
        with(formsOf("(?:company|business|organi[sz]ation|firm|employer)(?:(?:'s|’s)?\\sname)?"),
             {"(?<!\\p{L})(?:my|our|the)\\s(?:new\\s)?(?:company|business|organi[sz]ation|firm)(?:'s|’s)?(?:"
              "\\sname)?\\s(?:(?:is|will\\sbe)\\s(?:now\\s)?(?:called|named|now)|(?:was|got|has\\sbeen|"
              "is\\sbeing)\\s"
              "renamed\\s(?:from\\s[^\\n.;]{1,60}?\\s)?(?:to|as|into)|"
              "has\\schanged\\sits\\sname\\sto)\\s{1,2}",
              "(?<!\\p{L})we(?:\\shave|'ve|’ve)?\\s(?:been\\s|were\\s|are\\s)?(?:now\\s|recently\\s|just\\s)?"
              "(?:renamed(?:\\sourselves|\\sthe\\scompany|\\sour\\s(?:company|business|firm))?\\s(?:from\\s[^"
              "\\n.;]{1,60}?\\s)?(?:to|as|into)|"
              "rebranded\\s(?:from\\s[^\\n.;]{1,60}?\\s)?(?:to|as)|trad(?:e|ing)\\sas|called(?=\\s\\p{Lu})|"
              "changed\\sour\\s(?:company\\s|business\\s|trading\\s)?"
              "name\\s(?:from\\s[^\\n.;]{1,60}?\\s)?to)\\s{1,2}"});
    static const QRegularExpression change =
        changeOf("(?:company|business|organi[sz]ation|firm)(?:\\sname)?");
    const QString value = firstValue(leads, text, companyRule);
    return value.isEmpty() ? valueApart(change, text, companyRule) : value;
}

QString newAddress(const QString &text)
{
    static const std::vector<QRegularExpression> leads =
        with(formsOf("(?<!mail\\s)(?:(?:billing|postal|mailing|shipping|street|home|company|office|business)"
                     "\\s)?(?<!mail\\s)address"),
             {"(?<!\\p{L})(?:my|our)\\s(?:current|present)\\saddress\\sis\\s{1,2}",
              "(?<!\\p{L})(?:i|we)(?:'m|’m|\\sam|'re|’re|\\sare)?\\s(?:now\\s)?(?:live|living|reside|based|"
              "located)\\s(?:now\\s)?(?:at|in)\\s{1,2}"
              "(?=[\\s\\S]{0,120}\\baddress\\b)",
              "(?<!\\p{L})(?:i|we|i've|we've|our office|the office|my "
              "company)(?:\\shave|\\shas)?(?:\\sjust|\\srecently)?\\s(?:moved|relocated)(?:\\s(?:our "
              "office|offices))?\\s(?:to|into)\\s{1,2}",
              "(?<!\\p{L})(?:office|company|headquarters|shop|team)\\s(?:is\\snow|will\\s(?:now\\s)?be)\\s(?:"
              "based\\s|located\\s)?at\\s{1,2}",
              "(?<!\\p{L})(?:address|moved?|moving|relocated|relocating)\\b[^\\n]{0,80}?\\b(?:i|we)(?:'m|’m|"
              "\\sam|'re|’re|\\sare)?\\s(?:now\\s)?"
              "(?:live|living|reside|based|located)\\s(?:now\\s)?(?:at|in|on)\\s{1,2}"});
    static const QRegularExpression change = changeOf("(?<!mail\\s)(?:address|invoices)");
    const QString value = firstValue(leads, text, addressRule);
    return value.isEmpty() ? valueApart(change, text, addressRule) : value;
}

// "delete my phone number": the field that is to be empty; the others cannot be.
QString removedField(const QString &text)
{
    static const QRegularExpression form = pattern(
        "(?<!\\p{L})(?<!not\\s)(?:delete|remove|erase|clear|drop|wipe|take)\\s{1,2}(?:out\\s|off\\s|"
        "away\\s)?(?:my|our|the)\\s(?:old\\s)?"
        "(?:(phone|telephone|mobile|cell)(?:\\s?number)?|(company|business)(?:\\sname)?|(?:(?:postal|"
        "home|street|billing)\\s)?(address))"
        "(?=\\s{0,2}(?:[.,;!?]|\\z|please|pls|thanks|(?:from|out of|off|on|in)\\s(?:my|the|our|your)\\s(?:"
        "account|profile|records?|system|database|files?)))");
    static const QRegularExpression named = pattern(
        "(?<!\\p{L})(?:(phone|telephone|mobile|cell)(?:\\s?number)?|(company|business)(?:\\sname)?|(?:(?:"
        "postal|home|street|billing)\\s)?(address))"
        "\\s{0,2}[:,-]\\s{0,2}(?:please\\s|pls\\s)?(?:delete|remove|erase|clear)\\s(?:it|that|this)\\b");
    auto match = form.match(text);
    if (!match.hasMatch())
        match = named.match(text);
    if (!match.hasMatch())
        return {};
    static const char *const fields[] = {"phone", "company", "address"};
    return QString::fromLatin1(fields[match.lastCapturedIndex() - 1]);
}

} // namespace

void findProfile(const QString &text, Entities &entities)
{
    entities.namePart = NamePart::Last;
    entities.newName = newSurname(text);
    if (entities.newName.isEmpty()) {
        entities.namePart = NamePart::First;
        entities.newName = newFirstName(text);
    }
    if (entities.newName.isEmpty()) {
        entities.namePart = NamePart::Whole;
        entities.newName = newName(text);
    }
    entities.newCompany = newCompany(text);
    entities.newAddress = newAddress(text);
    entities.newLanguage = newLanguage(text);
    entities.removedField = removedField(text);
}

} // namespace Helmdesk::EntityParts
