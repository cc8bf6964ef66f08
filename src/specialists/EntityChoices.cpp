#include "specialists/EntityParts.h"

#include <QHash>

namespace Helmdesk::EntityParts
{
namespace
{

constexpr qsizetype longestReply = 300;

#define HELMDESK_THINGS                                                                                      \
    "one|ones|invoice|charge|payment|bill|transaction|entry|item|option|of (?:them|these|those|the two)"

int ordinalOf(const QString &word)
{
    static const QHash<QString, int> ordinals{
        {QStringLiteral("first"), 1},  {QStringLiteral("1st"), 1},     {QStringLiteral("former"), 1},
        {QStringLiteral("second"), 2}, {QStringLiteral("middle"), 2},  {QStringLiteral("2nd"), 2},
        {QStringLiteral("third"), 3},  {QStringLiteral("3rd"), 3},     {QStringLiteral("fourth"), 4},
        {QStringLiteral("4th"), 4},    {QStringLiteral("fifth"), 5},   {QStringLiteral("5th"), 5},
        {QStringLiteral("last"), -1},  {QStringLiteral("latter"), -1}, {QStringLiteral("bottom"), -1},
        {QStringLiteral("top"), 1},
    };
    return ordinals.value(word.toLower().simplified());
}

int ordinalIn(const QString &text)
{
    static const QRegularExpression withThing =
        pattern("(?<![\\p{L}0-9])(?<!not the )(?<!not "
                ")(first|1st|second|2nd|middle|third|3rd|fourth|4th|fifth|5th|last|"
                "top|bottom)\\s{1,2}(?:\\p{L}{1,12}\\s{1,2})?(?:" HELMDESK_THINGS ")(?!\\p{L})");
    static const QRegularExpression standing =
        pattern("(?<!\\p{L})(?<!not )(?:the|my)\\s{1,2}(first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|"
                "former|latter|"
                "last)(?=\\s*(?:[.,!?;]|\\z|please\\b|thanks\\b))");
    static const QRegularExpression numbered =
        pattern("(?<!\\p{L})(?:option|number|no\\.)\\s{0,2}#?([1-5])(?![0-9\\p{L}.,-])");
    static const QRegularExpression alone =
        pattern("\\A\\s*(?:#|the\\s)?\\s*([1-5])(?:st|nd|rd|th|\\.|\\))?\\s*(?:please)?[.!]?\\s*\\z");
    for (const QRegularExpression *expression : {&withThing, &standing}) {
        if (const auto match = expression->match(text); match.hasMatch())
            return ordinalOf(match.captured(1));
    }
    for (const QRegularExpression *expression : {&numbered, &alone}) {
        if (const auto match = expression->match(text); match.hasMatch())
            return match.captured(1).toInt();
    }
    return 0;
}

int notOrdinalIn(const QString &text)
{
    static const QRegularExpression negated =
        pattern("(?<!\\p{L})not\\s{1,2}(?:the\\s{1,2})?(first|1st|second|2nd|third|3rd|last)(?!\\p{L})");
    const auto match = negated.match(text);
    return match.hasMatch() ? ordinalOf(match.captured(1)) : 0;
}

Extreme extremeIn(const QString &text)
{
    struct Form {
        const char *words;
        Extreme extreme;
    };
    static constexpr Form forms[] = {
        {"oldest|older|earliest|earlier", Extreme::Oldest},
        {"newest|newer|latest|later|most\\s{1,2}recent|more\\s{1,2}recent", Extreme::Newest},
        {"cheapest|cheaper|smallest|smaller|lowest|lower|least\\s{1,2}expensive", Extreme::Cheapest},
        {"most\\s{1,2}expensive|more\\s{1,2}expensive|dearest|dearer|biggest|bigger|largest|larger|highest|"
         "higher",
         Extreme::Dearest}};
    static const std::vector<std::pair<QRegularExpression, Extreme>> expressions = [] {
        std::vector<std::pair<QRegularExpression, Extreme>> built;
        for (const Form &form : forms)
            built.emplace_back(
                pattern(QByteArray("(?<!\\p{L})(?<!not )(?:(?:the|my|our)\\s{1,2}(?:")
                            .append(form.words)
                            .append(")(?=\\s*(?:[.,!?;]|\\z|please\\b|thanks\\b))|(?:")
                            .append(form.words)
                            .append(")\\s{1,2}(?:\\p{L}{1,12}\\s{1,2})?(?:" HELMDESK_THINGS ")(?!\\p{L}))")
                            .constData()),
                form.extreme);
        return built;
    }();
    for (const auto &[expression, extreme] : expressions) {
        if (expression.match(text).hasMatch())
            return extreme;
    }
    return Extreme::None;
}

// "Half of it", "refund 20 %".
double shareIn(const QString &text)
{
    static const QRegularExpression part = pattern(
        "(?<!\\p{L})(?:(half|(?:a|one|1|two|2)\\s{1,2}thirds?|(?:a|one|1|three|3)\\s{1,2}quarters?)\\s{1,2}(?"
        ":of|back|the|my)"
        "\\b|([0-9]{1,2})\\s?(?:%|per\\s?cent)\\s{1,2}(?:of|back)\\b(?=[^.?!\\n]*\\b(?:back|refund|reimburs|"
        "return|credit))|([0-9]{1,2})\\s?(?:%|per\\s?cent)\\s{1,2}(?:off|less|discount)\\b(?=[\\s\\S]*\\b(?:"
        "refund|back|reimburs|return)\\w*\\b"
        "[^.?!\\n]{0,16}\\b(?:that much|that|this much|the difference|it)\\b)|(?:refund|back|"
        "return|credit|reimburse)\\b[^.?!\\n]{0,24}?(?:(half)|(?:([0-9]{1,2})\\s?(?:%|per\\s?cent))))");
    const auto match = part.match(text);
    if (!match.hasMatch())
        return 0.0;
    for (const int group : {2, 3, 5}) {
        if (const QString number = match.captured(group); !number.isEmpty())
            return number.toDouble() / 100.0;
    }
    const QString word = match.captured(1).toLower();
    if (word.contains(QLatin1String("third")))
        return word.startsWith(QLatin1String("two")) || word.startsWith(QLatin1Char('2')) ? 2.0 / 3 : 1.0 / 3;
    if (word.contains(QLatin1String("quarter")))
        return word.startsWith(QLatin1String("three")) || word.startsWith(QLatin1Char('3')) ? 0.75 : 0.25;
    return 0.5;
}

} // namespace

void findChoice(const QString &text, Entities &entities)
{
    static const QRegularExpression other =
        pattern("(?<!\\p{L})(?:the\\s{1,2}other\\s{1,2}(?:" HELMDESK_THINGS
                ")|other\\s{1,2}(?:one|invoice)|the\\s{1,2}other(?=\\s*(?:[.,!?]|\\z|please))|"
                "not\\s{1,2}(?:that|this)\\s{1,2}one)(?!\\p{L})");
    static const QRegularExpression all =
        pattern("(?<!\\p{L})(?:both|(?:all|each)\\s{1,2}(?:of\\s{1,2}(?:them|these|those)|two|three|four|"
                "five|my\\s{1,2}invoices|invoices)|them\\s{1,2}"
                "all)(?!\\p{L})");
    static const QRegularExpression that = pattern(
        "(?<!\\p{L})(?:(?:that|this|the\\s{1,2}same)\\s{1,2}(?:" HELMDESK_THINGS ")|it|that|this)(?!\\p{L})");
    entities.ordinal = ordinalIn(text);
    entities.notOrdinal = notOrdinalIn(text);
    entities.extreme = extremeIn(text);
    entities.thatOne = that.match(text).hasMatch();
    entities.share = shareIn(text);
    entities.otherOne = other.match(text).hasMatch();
    entities.bothOrAll = all.match(text).hasMatch();
}

Reply replyIn(const QString &text)
{
    static const QRegularExpression greeting =
        pattern("\\A\\s*(?:hi|hello|hey|dear|good "
                "(?:morning|afternoon|evening))(?:\\s(?:there|team|all|(?!(?:yes|yep|yeah|no|nope|ok|okay|"
                "sure)\\b)\\p{L}{2,20}(?=\\s*[,.!])))?\\s*[,.!]?\\s*");
    static const QRegularExpression cancel = pattern(
        "\\A(?:actually|wait|hm+|oh)[\\s,]{1,3}(?:please\\s)?do(?:n't|\\snot|nt|n’t)(?=\\s*(?:[.!]|"
        "\\z|please))|"
        "\\A(?:(?:no|ok|okay|actually|please|sorry|oh|wait|then|so|well|hm+|it(?:'s|’s| is) "
        "(?:fine|ok|okay|alright))[\\s,.!]{1,3}){0,3}(?:never\\s?mind|"
        "forget\\s(?:it|that|about)|cancel(?:\\s(?:it|"
        "(?:that|this|the|my)(?: (?:refund|change|reset))?(?: "
        "request)?))?(?=\\s*(?:[.,!]|\\z|please|thanks))|stop(?=\\s*(?:[.,!]|\\z))|(?:leave|keep)\\s(?:"
        "it|that)(?!\\s(?:all|in|on|at|for|to|out|with|under|until)\\b)|"
        "do(?:n't|\\snot|nt|n’t)"
        "\\s(?:bother|worry)|no longer needed|not needed "
        "any|it(?:'s| is|’s) no longer needed|drop "
        "it|i changed my mind|i've changed my mind)");
    static const QRegularExpression no =
        pattern("\\A(?:nope|nah|negative|nein|non|(?:please\\s)?do(?:n't|\\snot|nt|n’t)(?=\\s*(?:[.,!]|\\z|"
                "do|refund|change|send|proceed|go))|wrong(?=\\s*(?:[.,!]|"
                "\\z|one|invoice))|(?:that(?:'s| is|’s)\\s)?(?:incorrect|not (?:right|correct|it|that "
                "one|the one|what i))\\b|not (?:that|this) one|no(?=\\s*(?:[.,!;:]|"
                "\\z|-|–|thanks|thank|please|don|do not|i\\b|it\\b|that|this is|not\\b|the "
                "other|leave|keep|way|need to|sir|absolutely)))");
    static const QRegularExpression yes =
        pattern("\\A(?:(?:oh|ah|well|um|uh)[\\s,]{1,2})?(?:yes|yeah|yep|yup|yea|aye|affirmative|absolutely|"
                "definitely|certainly|of course|please do|go ahead|go for it|do it|"
                "confirmed?|i confirm|agreed|i agree|sounds good|that works|works for me|that(?:'s| is|’s) "
                "(?:right|correct|it|the one|fine|ok|okay|good)|"
                "ja|oui|s\\x{ed}|(?:ok|okay|sure|fine|correct|right|exactly|perfect|great|good|please|y|si)(?"
                "=\\s*(?:[.,!;]|\\z|please|thanks|thank|do\\b|go\\b|that|thing|"
                "proceed|then|with (?:that|me))))(?!\\p{L})");
    QString said = text.left(longestReply + 1);
    if (said.size() > longestReply)
        return Reply::None;
    said = said.simplified();
    if (const auto match = greeting.match(said); match.hasMatch())
        said.remove(0, match.capturedLength());
    if (cancel.match(said).hasMatch())
        return Reply::Cancel;
    if (no.match(said).hasMatch())
        return Reply::No;
    return yes.match(said).hasMatch() ? Reply::Yes : Reply::None;
}

} // namespace Helmdesk::EntityParts
