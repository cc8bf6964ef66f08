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
        {QStringLiteral("first"), 1},   {QStringLiteral("1st"), 1},     {QStringLiteral("former"), 1},
        {QStringLiteral("earlier"), 1}, {QStringLiteral("older"), 1},   {QStringLiteral("oldest"), 1},
        {QStringLiteral("second"), 2},  {QStringLiteral("2nd"), 2},     {QStringLiteral("third"), 3},
        {QStringLiteral("3rd"), 3},     {QStringLiteral("fourth"), 4},  {QStringLiteral("4th"), 4},
        {QStringLiteral("fifth"), 5},   {QStringLiteral("5th"), 5},     {QStringLiteral("last"), -1},
        {QStringLiteral("latest"), -1}, {QStringLiteral("newest"), -1}, {QStringLiteral("most recent"), -1},
        {QStringLiteral("newer"), -1},  {QStringLiteral("later"), -1},  {QStringLiteral("latter"), -1},
        {QStringLiteral("bottom"), -1}, {QStringLiteral("top"), 1},
    };
    return ordinals.value(word.toLower().simplified());
}

int ordinalIn(const QString &text)
{
    static const QRegularExpression withThing = pattern(
        "(?<![\\p{L}0-9])(first|1st|earlier|older|oldest|second|2nd|third|3rd|fourth|4th|fifth|5th|last|"
        "latest|newest|most\\s{1,2}"
        "recent|newer|later|top|bottom)\\s{1,2}(?:\\p{L}{1,12}\\s{1,2})?(?:" HELMDESK_THINGS ")(?!\\p{L})");
    static const QRegularExpression standing =
        pattern("(?<!\\p{L})(?:the|my)\\s{1,2}(first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|latest|"
                "newest|most\\s{1,2}recent|former|latter|"
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
    entities.ordinal = ordinalIn(text);
    entities.otherOne = other.match(text).hasMatch();
    entities.bothOrAll = all.match(text).hasMatch();
}

Reply replyIn(const QString &text)
{
    static const QRegularExpression greeting =
        pattern("\\A\\s*(?:hi|hello|hey|dear|good "
                "(?:morning|afternoon|evening))(?:\\s(?:there|team|all|(?!(?:yes|yep|yeah|no|nope|ok|okay|"
                "sure)\\b)\\p{L}{2,20}(?=\\s*[,.!])))?\\s*[,.!]?\\s*");
    static const QRegularExpression cancel =
        pattern("\\A(?:(?:no|ok|okay|actually|please|sorry|oh|wait|hm+)[\\s,.!]{1,3}){0,3}(?:never\\s?mind|"
                "forget\\s(?:it|that|about)|cancel(?:\\s(?:that|it|"
                "this|the request|my request|the "
                "refund))?(?=\\s*(?:[.,!]|\\z|please|thanks))|stop(?=\\s*(?:[.,!]|\\z))|leave\\s(?:it|that)|"
                "do(?:n't|\\snot|nt|n’t)"
                "\\s(?:bother|worry)|no longer needed|not needed any|it(?:'s| is|’s) no longer needed|drop "
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
